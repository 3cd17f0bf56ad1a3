//! The example `raw_chat`: sockets by the thousand want a runtime, which xtask has none of.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::places;
use crate::run::Outcome;

/// A running one; gone with its value.
pub struct Helper {
    child: Child,
    said: BufReader<ChildStdout>,
    told: ChildStdin,
}

impl Helper {
    pub fn start(arguments: &[&str]) -> Outcome<Helper> {
        let program = places::target().join("release/examples/raw_chat");
        let mut command = Command::new(&program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("{}: {error}", program.display()))?;
        let said = BufReader::new(child.stdout.take().ok_or("no output")?);
        let told = child.stdin.take().ok_or("no input")?;
        Ok(Helper { child, said, told })
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What it found, as JSON; it waits then.
    pub fn found(&mut self) -> Outcome<String> {
        let mut line = String::new();
        match self.said.read_line(&mut line)? {
            0 => Err("The example raw_chat ended before it found anything.".into()),
            _ => Ok(line),
        }
    }

    /// Tells it to go on; what it found then.
    pub fn go_on(&mut self) -> Outcome<String> {
        writeln!(self.told)?;
        self.found()
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        // When it has ended by itself, both fail and nothing is lost.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
