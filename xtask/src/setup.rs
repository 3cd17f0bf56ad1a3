//! Installs what is missing; each command calls only for what it needs.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use crate::places;
use crate::run::{self, Outcome, npm, quietly, step};

/// Debian's own Python, not the first on the path: it is the one that sees Debian's packages.
pub const PYTHON: &str = "/usr/bin/python3";

const SCHEMATHESIS: &str = "schemathesis==4.32.5";
const CARGO_DENY: &str = "0.20.2";

pub fn everything() -> Outcome {
    // All of them, though one fails: what works without it should.
    let outcomes = [system(), web(), schemathesis()];
    outcomes.into_iter().collect()
}

/// A program or library of the system, and the Debian package that brings it.
struct Need {
    what: &'static str,
    package: &'static str,
    is_there: fn() -> bool,
}

/// What the tests run for real: nothing here is mocked.
const NEEDS: [Need; 7] = [
    Need { what: "a C compiler", package: "build-essential", is_there: || run::succeeds("cc", &["--version"]) },
    Need { what: "PostgreSQL's server", package: "postgresql", is_there: postgres_is_there },
    Need { what: "Chromium", package: "chromium", is_there: || Path::new("/usr/bin/chromium").exists() },
    Need { what: "fonts for CJK", package: "fonts-noto-cjk", is_there: cjk_fonts_are_there },
    Need { what: "an SMTP server", package: "python3-aiosmtpd", is_there: || python_has("aiosmtpd") },
    Need { what: "a NATS server", package: "nats-server", is_there: nats_is_there },
    Need { what: "Python's venv", package: "python3-venv", is_there: || python_has("ensurepip") },
];

fn postgres_is_there() -> bool {
    let Ok(versions) = fs::read_dir("/usr/lib/postgresql") else {
        return false;
    };
    versions.flatten().any(|version| version.path().join("bin/initdb").exists())
}

/// Debian puts it where only root looks.
fn nats_is_there() -> bool {
    Path::new("/usr/sbin/nats-server").exists() || run::succeeds("nats-server", &["--version"])
}

fn cjk_fonts_are_there() -> bool {
    Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists()
}

fn python_has(module: &str) -> bool {
    run::succeeds(PYTHON, &["-c", &format!("import {module}")])
}

/// Installs the system packages that the tests need and that are not there yet.
pub fn system() -> Outcome {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        println!("System packages: all there");
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    let Some(prefix) = as_root() else {
        return Err(cannot_install(&missing).into());
    };
    step(&format!("Installing {} with apt", packages.join(", ")), || {
        apt(prefix, &["update"])?;
        let install = ["install", "--yes", "--no-install-recommends"];
        apt(prefix, &[&install, packages.as_slice()].concat())
    })?;
    match missing.iter().find(|need| !(need.is_there)()) {
        None => Ok(()),
        Some(need) => Err(format!("apt installed {}, yet {} is not found.", need.package, need.what).into()),
    }
}

/// How to become root: not at all, through sudo, or `None`.
fn as_root() -> Option<&'static [&'static str]> {
    let me = quietly(Command::new("id").arg("--user")).unwrap_or_default();
    if me.trim() == "0" {
        return Some(&[]);
    }
    // Without a terminal sudo would wait for a password that nobody can type.
    let may_ask = io::stdin().is_terminal() && run::succeeds("sudo", &["--version"]);
    (may_ask || run::succeeds("sudo", &["--non-interactive", "true"])).then_some(&["sudo"])
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Outcome {
    let words = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"], arguments].concat();
    quietly(Command::new(words[0]).args(&words[1..]))?;
    Ok(())
}

fn cannot_install(missing: &[&Need]) -> String {
    let list: String = missing.iter().map(|need| format!("  {:<22} package {}\n", need.what, need.package)).collect();
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    format!(
        "These are missing, and this user is neither root nor may use sudo:\n{list}\
         As root: apt-get update && apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

/// Installs the npm packages and builds what browsers get, each only when what it is made from has changed.
pub fn web() -> Outcome {
    if !run::succeeds("npm", &["--version"]) {
        return Err("npm is not found: install Node.js 20.19 or newer with its npm.".into());
    }
    let web = places::web();
    let lock = web.join("package-lock.json");
    when_changed("npm", &[lock], &web.join("node_modules"), "npm packages", || {
        quietly(&mut npm(&["ci", "--no-audit", "--no-fund"])).map(drop)
    })?;
    let rules = ["web/guard", "crates/guard/rules", "crates/guard/words"];
    let rules: Vec<PathBuf> = rules.iter().map(|path| places::root().join(path)).collect();
    when_changed("guard", &rules, &web.join("guard/dist"), "Script that warns of secrets", || {
        quietly(&mut npm(&["run", "build", "--workspace", "guard"])).map(drop)
    })?;
    let sources = ["web/widget", "web/tokens.css", "web/package-lock.json", "locales"];
    let sources: Vec<PathBuf> = sources.iter().map(|path| places::root().join(path)).collect();
    when_changed("widget", &sources, &web.join("widget/dist"), "Chat's widget", || {
        quietly(&mut npm(&["run", "build", "--workspace", "widget"])).map(drop)
    })?;
    let sources = ["web/workspace", "web/api", "web/tokens.css", "web/article.css", "web/package-lock.json", "locales"];
    let sources: Vec<PathBuf> = sources.iter().map(|path| places::root().join(path)).collect();
    when_changed("workspace", &sources, &web.join("workspace/dist"), "Workspace", || {
        quietly(&mut npm(&["run", "build", "--workspace", "workspace"])).map(drop)
    })
}

/// Schemathesis in a virtual environment of its own, under `target/`.
pub fn schemathesis() -> Outcome {
    let environment = places::kept("venv")?;
    let pip = environment.join("bin/pip");
    let stamp = places::kept("schemathesis.stamp")?;
    if pip.exists() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == SCHEMATHESIS) {
        println!("Schemathesis: already there");
        return Ok(());
    }
    step(&format!("Installing {SCHEMATHESIS}"), || {
        quietly(Command::new(PYTHON).args(["-m", "venv", "--clear"]).arg(&environment))?;
        quietly(Command::new(&pip).args(["install", "--quiet", "--disable-pip-version-check", SCHEMATHESIS]))?;
        Ok(fs::write(stamp, SCHEMATHESIS)?)
    })
}

/// The program that checks licences and bans.
pub fn cargo_deny() -> Outcome<PathBuf> {
    let tools = places::kept("tools")?;
    let program = tools.join("bin/cargo-deny");
    let there = quietly(Command::new(&program).arg("--version")).unwrap_or_default();
    if there.trim().ends_with(CARGO_DENY) {
        return Ok(program);
    }
    step("Building cargo-deny (some minutes, once)", || {
        let version = format!("cargo-deny@{CARGO_DENY}");
        let mut install = run::cargo(&["install", "--locked", "--quiet", &version, "--root"]);
        quietly(install.arg(&tools)).map(drop)
    })?;
    Ok(program)
}

/// Does the work when its sources differ from those it was last done with, or its product is gone.
fn when_changed(
    name: &str,
    sources: &[PathBuf],
    product: &Path,
    what: &str,
    work: impl FnOnce() -> Outcome,
) -> Outcome {
    let stamp = places::kept(&format!("{name}.stamp"))?;
    let now = fingerprint(sources)?;
    if product.exists() && fs::read_to_string(&stamp).is_ok_and(|then| then == now) {
        println!("{what}: unchanged");
        return Ok(());
    }
    step(&format!("{what}: making"), work)?;
    Ok(fs::write(stamp, now)?)
}

/// A value that changes with the name or the content of any file below the paths.
fn fingerprint(paths: &[PathBuf]) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        hash_tree(path, &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn hash_tree(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if path.ends_with("node_modules") || path.ends_with("dist") {
        return Ok(());
    }
    path.hash(hasher);
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut children = fs::read_dir(path)?.map(|child| Ok(child?.path())).collect::<io::Result<Vec<_>>>()?;
    children.sort();
    children.iter().try_for_each(|child| hash_tree(child, hasher))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_follows_names_and_contents_but_not_products() {
        let folder = places::Temporary::new("fingerprint").unwrap();
        let source = folder.path().join("source");
        let paths = [folder.path().to_path_buf()];
        fs::write(&source, "one").unwrap();
        let one = fingerprint(&paths).unwrap();
        fs::create_dir(folder.path().join("dist")).unwrap();
        fs::write(folder.path().join("dist/made"), "anything").unwrap();
        assert_eq!(fingerprint(&paths).unwrap(), one);
        fs::write(&source, "two").unwrap();
        assert_ne!(fingerprint(&paths).unwrap(), one);
    }
}
