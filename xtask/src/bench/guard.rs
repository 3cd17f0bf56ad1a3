//! The guard: what it takes to look through texts, ordinary and hostile ones; and what the browser's script weighs.

use std::fs;

use super::report::{self, Figure};
use crate::places;
use crate::run::{Outcome, cargo, quietly, step};

/// Milliseconds for a megabyte of mixed text: 100 MB a second.
const MEGABYTE_BAR: f64 = 10.0;
/// Microseconds for a message of 500 characters.
const MESSAGE_BAR: f64 = 20.0;
/// How many times as much a text costs that is twice as long, with what a busy machine adds.
const TWICE_BAR: f64 = 2.5;
/// Kilobytes of the script, and of each of its lists, as they come over the line.
const SCRIPT_BAR: f64 = 12.0;
const LIST_BAR: f64 = 8.0;

/// This part alone.
pub fn alone() -> Outcome {
    crate::setup::web()?;
    let figures = measure()?;
    report::print_guard(&figures);
    report::write_guard(&figures)
}

/// What its example says, and how large the files are.
pub fn measure() -> Outcome<Vec<Figure>> {
    let said = step("Looking for secrets in texts", || {
        quietly(&mut cargo(&["run", "--release", "--package", "guard", "--example", "speed"]))
    })?;
    let mut figures: Vec<Figure> = said.lines().filter_map(figure).collect();
    if figures.is_empty() {
        return Err(format!("The example said {said:?}, no figures.").into());
    }
    figures.extend(sizes()?);
    Ok(figures)
}

fn figure(line: &str) -> Option<Figure> {
    let mut parts = line.split('\t');
    let (name, unit, value) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
    let (unit, bar) = match unit {
        "ms" if name == "a megabyte of mixed text" => ("ms", Some(MEGABYTE_BAR)),
        "ms" => ("ms", None),
        "µs" if name.starts_with("500 characters") => ("µs", Some(MESSAGE_BAR)),
        "µs" => ("µs", None),
        _ => ("×", name.starts_with("twice").then_some(TWICE_BAR)),
    };
    let name = name.to_owned();
    Some(match bar {
        Some(bar) => Figure::with_bar(name, unit, value, bar),
        None => Figure::without_bar(name, unit, value),
    })
}

fn sizes() -> Outcome<Vec<Figure>> {
    let (mut script, mut list) = (0, 0);
    for file in fs::read_dir(places::web().join("guard/dist"))? {
        let (path, size) = file.and_then(|file| Ok((file.path(), file.metadata()?.len())))?;
        match path.file_name().and_then(|name| name.to_str()) {
            Some("guard.js.br") => script = size,
            Some(name) if name.ends_with(".txt.br") => list = list.max(size),
            _ => {}
        }
    }
    Ok(vec![
        Figure::with_bar("the browser's script", "KB", script as f64 / 1024.0, SCRIPT_BAR),
        Figure::with_bar("its largest list", "KB", list as f64 / 1024.0, LIST_BAR),
    ])
}
