//! Runs commands, and says in one line what was done and how long it took.

use std::error::Error;
use std::io::{Write, stdout};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// An error is a sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// How much of a failed command's output is shown: its end says what went wrong.
const LINES_SHOWN: usize = 60;

/// One step, one line: its name while it runs, then how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    print!("{name} … ");
    // A terminal that cannot be written to must not stop the step.
    let _ = stdout().flush();
    let started = Instant::now();
    let result = work();
    let word = if result.is_ok() { "done" } else { "FAILED" };
    println!("{word} in {}", spoken(started.elapsed()));
    result
}

/// Runs a command whose output matters only when it fails.
pub fn quietly(command: &mut Command) -> Outcome<String> {
    let line = command_line(command);
    let output = command.stdin(Stdio::null()).output().map_err(|error| not_started(&line, &error))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(said);
    }
    let complaints = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{line}` failed ({}):\n{}{}", output.status, end_of(&said), end_of(&complaints)).into())
}

/// Runs a command whose output the developer follows.
pub fn openly(command: &mut Command) -> Outcome {
    let line = command_line(command);
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(&line, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})").into()) }
}

/// Whether a command can be run and succeeds.
pub fn succeeds(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// `cargo` as it was called, at the root of the repository.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(crate::places::root());
    command
}

/// `npm` in `web/`.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(crate::places::web());
    command
}

/// A duration as a person says it: `0.4 s`, `12.0 s`, `3 min 05 s`.
pub fn spoken(time: Duration) -> String {
    if time < Duration::from_secs(60) {
        return format!("{:.1} s", time.as_secs_f64());
    }
    format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
}

fn command_line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn not_started(line: &str, error: &std::io::Error) -> String {
    format!("`{line}` could not be started: {error}")
}

fn end_of(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(LINES_SHOWN);
    lines[from..].iter().map(|line| format!("  {line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(spoken(Duration::from_millis(440)), "0.4 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failure_shows_the_end_of_what_was_said() {
        let failed = quietly(Command::new("sh").args(["-c", "seq 100; echo sorry >&2; exit 3"]));
        let message = failed.unwrap_err().to_string();
        assert!(message.contains("  100\n") && message.contains("  sorry\n"), "{message}");
        assert!(!message.contains("  40\n"), "{message}");
    }
}
