//! A disk that fails on demand: `tests/faults/disk.c`, put under the program. Its head tells what each
//! fault does.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// What the shim under one program watches.
pub struct Disk {
    shadow: PathBuf,
    control: PathBuf,
}

impl Disk {
    /// Beside the data folder, in `folder`.
    pub fn new(folder: &Path) -> Disk {
        let disk = Disk { shadow: folder.join("shadow"), control: folder.join("control") };
        disk.recover();
        disk
    }

    /// What would be left after a power cut.
    pub fn shadow(&self) -> &Path {
        &self.shadow
    }

    /// From now on the disk fails so: `enospc`, `eio`, `erofs`.
    pub fn fail(&self, fault: &str) {
        // A rename, because the shim reads the file at any moment.
        let new = self.control.with_extension("new");
        std::fs::write(&new, fault).unwrap();
        std::fs::rename(new, &self.control).unwrap();
    }

    /// From now on all is well.
    pub fn recover(&self) {
        self.fail("");
    }

    /// Puts the shim between `command` and its C library.
    pub fn put_under(&self, command: &mut Command, data: &Path) {
        command.env("LD_PRELOAD", shim()).env("FAULT_DIR", data);
        command.env("FAULT_SHADOW", &self.shadow).env("FAULT_CONTROL", &self.control);
    }
}

fn shim() -> &'static Path {
    static SHIM: OnceLock<PathBuf> = OnceLock::new();
    SHIM.get_or_init(|| {
        let shim = Path::new(env!("CARGO_TARGET_TMPDIR")).join("disk.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/disk.c");
        let mut cc = Command::new("cc");
        cc.args(["-shared", "-fPIC", "-O2", "-o"]).arg(&shim).arg(source).arg("-pthread");
        assert!(cc.status().expect("a C compiler is installed: cargo xtask setup").success());
        shim
    })
}
