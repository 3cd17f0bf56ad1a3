//! The desk as a process of its own, that can be killed.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

use dengta::clock::{Clock, Micros, SECOND};
use store::Location;

use super::disk::Disk;
use crate::postgres::{free_port, spawn_lasting};

/// The promise: ready so soon after a start, whatever happened before.
pub const READY: Micros = 5 * SECOND;

/// A desk's data, and the process that serves it.
pub struct Program {
    /// `http://127.0.0.1:PORT`.
    pub url: String,
    /// Its port.
    pub port: u16,
    /// Everything of this desk: data, log, and what the disk shim needs.
    folder: tempfile::TempDir,
    database: Option<String>,
    fault: Option<&'static str>,
    log_filter: Option<&'static str>,
    disk: Option<Disk>,
    child: Option<Child>,
}

impl Program {
    /// A desk on the embedded store, or on `database`; not started yet.
    pub fn new(database: Option<String>) -> Program {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let url = format!("http://127.0.0.1:{port}");
        std::fs::create_dir(folder.path().join("data")).unwrap();
        std::fs::write(folder.path().join("data/dengta.toml"), format!("public_url = \"{url}\"\n")).unwrap();
        Program { url, port, folder, database, fault: None, log_filter: None, disk: None, child: None }
    }

    /// With a fault for a negative control, or without one; from the next start.
    pub fn misbehave(&mut self, fault: Option<&'static str>) {
        self.fault = fault;
    }

    /// With these further settings (TOML); from the next start.
    pub fn set(&self, settings: &str) {
        let file = self.data().join("dengta.toml");
        let before = std::fs::read_to_string(&file).unwrap();
        std::fs::write(file, before + settings).unwrap();
    }

    /// With a log of what this filter lets through; from the next start.
    pub fn log_as(&mut self, filter: &'static str) {
        self.log_filter = Some(filter);
    }

    /// Puts the data on a disk that fails on demand; from the next start.
    pub fn put_on_failing_disk(&mut self) {
        self.disk = Some(Disk::new(self.folder.path()));
    }

    /// The disk that fails on demand.
    pub fn disk(&self) -> &Disk {
        self.disk.as_ref().unwrap()
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Where the load's log may lie: beside the data, not in it.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// For reading the store behind the program's back.
    pub fn location(&self) -> Location {
        match &self.database {
            Some(url) => Location::Postgres(url.clone()),
            None => Location::Sqlite(dengta::server::database_file(&self.data())),
        }
    }

    /// Starts it; it must be ready in time.
    pub async fn start(&mut self) {
        self.try_start().await.unwrap_or_else(|why| panic!("{why}\n{}", self.log()));
    }

    /// Starts it, and says why when it is not ready in time.
    pub async fn try_start(&mut self) -> Result<(), String> {
        let log = File::options().create(true).append(true).open(self.beside("log")).unwrap();
        let mut command = self.command(&["serve", "--listen", &format!("127.0.0.1:{}", self.port)]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        if let Some(fault) = self.fault {
            command.env("DENGTA_FAULT", fault);
        }
        if let Some(filter) = self.log_filter {
            command.env("DENGTA_LOG", filter);
        }
        if let Some(disk) = &self.disk {
            disk.put_under(&mut command, &self.data());
        }
        self.child = Some(spawn_lasting(command));
        self.ready().await
    }

    /// Waits until it is ready, in time.
    pub async fn ready(&mut self) -> Result<(), String> {
        let clock = Clock::default();
        let began = clock.now();
        let client = reqwest::Client::builder().timeout(Duration::from_secs(1)).build().unwrap();
        while clock.now() - began < READY {
            if let Some(status) = self.child.as_mut().unwrap().try_wait().unwrap() {
                return Err(format!("the desk ended before it was ready: {status}"));
            }
            let answer = client.get(format!("{}/readyz", self.url)).send().await;
            if answer.is_ok_and(|answer| answer.status() == 200) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Err("the desk was not ready in 5 s".into())
    }

    /// kill -9.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            drop(child.kill());
            drop(child.wait());
        }
    }

    /// kill -9, and the power fails: what no sync has covered is gone.
    pub fn lose_power(&mut self) {
        self.kill();
        std::fs::remove_dir_all(self.data()).unwrap();
        std::fs::rename(self.disk().shadow(), self.data()).unwrap();
    }

    /// SIGTERM.
    pub fn terminate(&self) {
        let pid = self.child.as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// Waits for the process to end, at most `limit`.
    pub async fn ended_within(&mut self, limit: Micros) -> Option<ExitStatus> {
        let clock = Clock::default();
        let began = clock.now();
        while clock.now() - began < limit {
            if let Some(status) = self.child.as_mut().unwrap().try_wait().unwrap() {
                self.child = None;
                return Some(status);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        None
    }

    /// `dengta token create`.
    pub fn token(&self, role: &str) -> String {
        let made = self.run(&["token", "create", "--role", role, "--name", "crash"]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        String::from_utf8(made.stdout).unwrap().trim().to_owned()
    }

    /// `dengta verify` finds nothing.
    pub fn verify(&self) {
        let verified = self.run(&["verify"]);
        let (said, why) = (String::from_utf8_lossy(&verified.stdout), String::from_utf8_lossy(&verified.stderr));
        assert!(verified.status.success(), "{said}{why}");
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    fn command(&self, words: &[&str]) -> Command {
        // Nothing that a test started outlives it.
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "--", env!("CARGO_BIN_EXE_dengta")]).args(words);
        command.arg("--data").arg(self.data());
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("DENGTA_")) {
            command.env_remove(name);
        }
        if let Some(database) = &self.database {
            command.env("DENGTA_DATABASE", database);
        }
        command
    }

    /// The end of its log, for whoever reads a failed test.
    pub fn log(&self) -> String {
        let text = std::fs::read_to_string(self.beside("log")).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}
