//! Where things are.

use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The root of the repository.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

pub fn web() -> PathBuf {
    root().join("web")
}

/// Cargo's target folder, wherever the developer has put it.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => std::path::absolute(&folder).unwrap_or_else(|_| folder.into()),
        None => root().join("target"),
    }
}

/// What these commands keep between runs: stamps, logs, tools.
pub fn kept(name: &str) -> io::Result<PathBuf> {
    let folder = target().join("xtask");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

/// The desk's program as a profile builds it.
pub fn program(profile: &str) -> PathBuf {
    target().join(profile).join("dengta")
}

/// A folder under the system's temporary one that is removed with its value.
pub struct Temporary(PathBuf);

impl Temporary {
    pub fn new(purpose: &str) -> io::Result<Temporary> {
        let folder = fresh_folder(purpose)?;
        Ok(Temporary(folder))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Nothing to be done about a folder that cannot be removed, and the result is known by then.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Makes a folder that nobody has used before; whoever asks removes it.
pub fn fresh_folder(purpose: &str) -> io::Result<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let name = format!("dengta-{purpose}-{}-{}", std::process::id(), now.as_nanos());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir(&folder)?;
    Ok(folder)
}
