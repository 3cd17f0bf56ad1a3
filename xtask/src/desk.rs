//! A desk of our own to test and to measure: started on a free port, gone with its value.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::http::Connection;
use crate::places::{self, Temporary};
use crate::run::{Outcome, quietly};

const READY_WITHIN: Duration = Duration::from_secs(30);
/// The promise is 5 s from SIGTERM; a desk that takes longer is killed and that is said.
const GONE_WITHIN: Duration = Duration::from_secs(5);

/// What to start, and where it keeps its data.
pub struct Installation {
    program: PathBuf,
    folder: Temporary,
    /// `None` is the embedded store.
    database: Option<String>,
    /// Sample data, which makes for more to find.
    demo: bool,
    log: PathBuf,
}

/// A running desk.
pub struct Desk {
    child: Child,
    pub address: SocketAddr,
    /// From starting the process to its first 200 on `/readyz`.
    pub ready_after: Duration,
}

impl Installation {
    pub fn new(profile: &str, purpose: &str) -> Outcome<Installation> {
        Ok(Installation {
            program: places::program(profile),
            folder: Temporary::new(purpose)?,
            database: None,
            demo: false,
            log: places::kept(&format!("{purpose}.log"))?,
        })
    }

    pub fn with_demo(mut self) -> Installation {
        self.demo = true;
        self
    }

    pub fn with_database(mut self, database: Option<String>) -> Installation {
        self.database = database;
        self
    }

    /// Where the desk keeps its data.
    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    /// Starts the desk and waits until it is ready.
    pub fn start(&self) -> Outcome<Desk> {
        let address = free_address()?;
        let mut command = self.command(&["serve", "--listen", &address.to_string()]);
        if self.demo {
            command.arg("--demo");
        }
        let log = File::options().create(true).append(true).open(&self.log)?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let started = Instant::now();
        let child = command.spawn().map_err(|error| format!("{}: {error}", self.program.display()))?;
        let mut desk = Desk { child, address, ready_after: Duration::ZERO };
        desk.wait_until_ready(started).map_err(|error| format!("{error} Its log: {}", self.log.display()))?;
        Ok(desk)
    }

    /// Makes an API token, as an engineer would, beside the running desk.
    pub fn token(&self, role: &str) -> Outcome<String> {
        let token = self.run(&["token", "create", "--role", role, "--name", "xtask"])?;
        Ok(token.trim().to_owned())
    }

    /// Another command of the program, beside the running desk; what it printed.
    pub fn run(&self, arguments: &[&str]) -> Outcome<String> {
        quietly(&mut self.command(arguments))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        // The desk reads settings from DENGTA_…: the developer's own are not meant for this one.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.as_encoded_bytes().starts_with(b"DENGTA_")) {
            command.env_remove(name);
        }
        command.args(arguments).arg("--data").arg(self.folder.path());
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
        command
    }
}

impl Desk {
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    fn wait_until_ready(&mut self, started: Instant) -> Outcome {
        while started.elapsed() < READY_WITHIN {
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("The desk ended before it was ready ({status}).").into());
            }
            if self.is_ready() {
                self.ready_after = started.elapsed();
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Err(format!("The desk was not ready within {} s.", READY_WITHIN.as_secs()).into())
    }

    fn is_ready(&self) -> bool {
        let Ok(mut connection) = Connection::open(self.address) else {
            return false;
        };
        connection.send(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n").is_ok_and(|response| response.status == 200)
    }

    /// Asks the desk to stop and says how long it took.
    pub fn stop(mut self) -> Outcome<Duration> {
        let started = Instant::now();
        quietly(Command::new("kill").args(["-TERM", &self.pid().to_string()]))?;
        while started.elapsed() < GONE_WITHIN {
            if self.child.try_wait()?.is_some() {
                return Ok(started.elapsed());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(format!("The desk was still there {} s after SIGTERM.", GONE_WITHIN.as_secs()).into())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Already gone when it was stopped properly: then both fail, and nothing is lost.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens on now; the desk takes it a moment later.
fn free_address() -> Outcome<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
