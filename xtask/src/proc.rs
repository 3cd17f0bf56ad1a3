//! What `/proc` says about processes: the time that they had on a processor, and their memory.

use std::fs;

use crate::run::Outcome;

/// USER_HZ, the unit of times in `/proc`: 100 wherever Linux runs for us, whatever the kernel's own tick.
const TICKS_PER_S: f64 = 100.0;
/// One of them, in milliseconds: times are no finer.
pub const TICK_MS: f64 = 1000.0 / TICKS_PER_S;

/// Milliseconds of processor time that the desk has used, and with `postgres` its database too.
///
/// PostgreSQL's share is that of every process called `postgres` on the machine, as nothing tells a desk's
/// backends from another's: run nothing else on PostgreSQL while measuring.
pub fn cpu_ms(desk: u32, postgres: bool) -> Outcome<f64> {
    let mut ticks = stat(desk)?.own_ticks;
    if postgres {
        let processes = all_pids().filter_map(|pid| stat(pid).ok()).filter(|stat| stat.name == "postgres");
        // The postmaster collects the times of backends that have ended.
        ticks += processes.map(|stat| stat.own_ticks + stat.ended_children_ticks).sum::<u64>();
    }
    Ok(ticks as f64 * 1000.0 / TICKS_PER_S)
}

/// Resident memory in MB (of a million bytes).
pub fn resident_mb(pid: u32) -> Outcome<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let kib =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    Ok(kib.ok_or("no VmRSS in /proc")? * 1024.0 / 1e6)
}

struct Stat {
    name: String,
    own_ticks: u64,
    ended_children_ticks: u64,
}

fn stat(pid: u32) -> Outcome<Stat> {
    parse_stat(&fs::read_to_string(format!("/proc/{pid}/stat"))?).ok_or_else(|| "unexpected /proc/PID/stat".into())
}

/// proc_pid_stat(5): the name stands in parentheses and may hold anything, so fields are counted after the last one.
fn parse_stat(text: &str) -> Option<Stat> {
    let (before, after) = text.rsplit_once(')')?;
    let (_, name) = before.split_once('(')?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    // `state`, the first field after the name, is number 3 in the manual; utime is 14.
    let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
    Some(Stat {
        name: name.to_owned(),
        own_ticks: field(14)? + field(15)?,
        ended_children_ticks: field(16)? + field(17)?,
    })
}

fn all_pids() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_parentheses_does_not_shift_the_fields() {
        let text = "7 (a) b) S 1 7 7 0 -1 4194560 1 2 3 4 50 20 300 100 20 0 9 0 1 1 1";
        let stat = parse_stat(text).unwrap();
        assert_eq!((stat.name.as_str(), stat.own_ticks, stat.ended_children_ticks), ("a) b", 70, 400));
    }
}
