//! The chat: what a visitor costs who is only connected, how soon all of them are told something, both beside a raw server of
//! sockets in the same run; and how soon visitors and agents have each other's words.

mod helper;
mod idle;
mod talk;

use std::fs;

use super::report::{self, Figure};
use crate::run::{Outcome, cargo, openly, quietly, step};

/// Of so many idle visitors one talks.
const TALKS: usize = 9;
/// So many of them an agent has.
const EACH: usize = 20;
/// Files that a server has open besides its visitors' sockets.
const OTHER_FILES: usize = 500;

/// This part alone.
pub fn alone(visitors: usize) -> Outcome {
    crate::setup::web()?;
    openly(&mut cargo(&["build", "--release", "--package", "dengta"]))?;
    let figures = measure(visitors)?;
    report::print_chat(&figures);
    report::write_chat(&figures)
}

/// So many idle visitors; then a ninth as many who talk.
pub fn measure(visitors: usize) -> Outcome<Vec<Figure>> {
    let allowed = open_files()?;
    if visitors + OTHER_FILES > allowed {
        return Err(format!(
            "{visitors} visitors want {} open files for each process, and `ulimit -n` says {allowed}.",
            visitors + OTHER_FILES
        )
        .into());
    }
    step("Building the raw server", || {
        quietly(&mut cargo(&["build", "--quiet", "--release", "--package", "dengta", "--example", "raw_chat"]))
    })?;
    let talkers = (visitors / TALKS).max(EACH);
    let mut figures = idle::measure(visitors)?;
    figures.extend(talk::measure(talkers, talkers.div_ceil(EACH))?);
    Ok(figures)
}

/// How many files a process may have open.
fn open_files() -> Outcome<usize> {
    let limits = fs::read_to_string("/proc/self/limits")?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().next()).ok_or("no limit of open files in /proc")?;
    Ok(soft.parse().unwrap_or(usize::MAX)) // or "unlimited"
}
