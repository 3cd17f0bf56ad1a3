//! Visitors and agents who talk, each a message every five seconds, all of it on the record before it is acknowledged.

use super::helper::Helper;
use crate::bench::SETTLING;
use crate::bench::report::Figure;
use crate::desk::Installation;
use crate::http::json_number;
use crate::proc;
use crate::run::{Outcome, step};

/// How long they talk.
const SECONDS: &str = "30";
/// Milliseconds until the other side has it, for all but a hundredth.
const HEARD_BAR: f64 = 50.0;
/// Milliseconds of processor time for a message.
const CPU_BAR: f64 = 0.25;

pub fn measure(visitors: usize, agents: usize) -> Outcome<Vec<Figure>> {
    let installation = Installation::new("release", "bench-chat-talk")?;
    let desk = installation.start()?;
    let token = installation.token("admin")?;
    let invitations = step(&format!("Inviting {agents} agents"), || invite(&installation, agents))?;
    let (address, many) = (desk.address.to_string(), visitors.to_string());
    let mut arguments = vec!["talk", &address, &many, SECONDS, "--token", &token];
    arguments.extend(invitations.iter().flat_map(|invitation| ["--invitation", invitation.as_str()]));
    let mut talk = Helper::start(&arguments)?;
    step(&format!("{visitors} visitors get in line and are taken"), || talk.found())?;
    std::thread::sleep(SETTLING);
    let (memory, used) = (proc::resident_mb(desk.pid())?, proc::cpu_ms(desk.pid(), false)?);
    let found = step(&format!("{visitors} visitors and {agents} agents talk"), || talk.go_on())?;
    // What follows the log catches up, and counts.
    std::thread::sleep(SETTLING);
    let (memory_after, used) = (proc::resident_mb(desk.pid())?, proc::cpu_ms(desk.pid(), false)? - used);
    drop(talk);
    desk.stop()?;

    let number = |name| json_number(&found, name).ok_or_else(|| format!("The example said {found:?}, no {name}."));
    let said = number("said")?;
    let mut figures = vec![
        Figure::without_bar("visitors who talk", "", visitors as f64),
        Figure::without_bar("with agents", "", agents as f64),
        Figure::without_bar("messages", "", said),
        Figure::with_bar("messages that were not heard", "", number("lost")?, 0.0),
        // A screen that reads too slowly is told to fetch what it shows.
        Figure::with_bar("messages that a screen had to fetch", "", number("fetched")?, 0.0),
        Figure::with_bar("processor time for a message", "ms", used / said, CPU_BAR),
    ];
    for (part, name, bar) in [
        ("on_record", "a message is on the record", None),
        ("known_to_agent", "the agent's screen knows of it", Some(HEARD_BAR)),
        ("read_by_agent", "the agent's screen has its words", Some(HEARD_BAR)),
        ("read_by_visitor", "the visitor's screen has an answer", Some(HEARD_BAR)),
    ] {
        figures.extend(spread(&found, part, name, bar)?);
    }
    figures.push(Figure::without_bar("memory before they talk", "MB", memory));
    figures.push(Figure::without_bar("… and what they added", "MB", memory_after - memory));
    Ok(figures)
}

/// Links by which so many begin to work here, printed as for an engineer.
fn invite(installation: &Installation, agents: usize) -> Outcome<Vec<String>> {
    let invite = |number: usize| {
        let (email, name) = (format!("agent{number}@example.com"), format!("Agent {number}"));
        let printed = installation.run(&["agent", "invite", "--role", "agent", "--email", &email, "--name", &name])?;
        Ok(printed.trim().to_owned())
    };
    (0..agents).map(invite).collect()
}

/// A part of what was found: half of them, and all but a hundredth, took at most.
fn spread(found: &str, part: &str, name: &str, bar: Option<f64>) -> Outcome<[Figure; 2]> {
    let (_, of) = found.split_once(&format!("\"{part}\":")).ok_or_else(|| format!("no {part} in {found:?}"))?;
    let ms = |name| json_number(of, name).ok_or_else(|| format!("no {name} of {part} in {found:?}"));
    let (p50, p99) = (ms("p50_ms")?, ms("p99_ms")?);
    let slow = format!("{name}, p99");
    Ok([
        Figure::without_bar(format!("{name}, p50"), "ms", p50),
        match bar {
            Some(bar) => Figure::with_bar(slow, "ms", p99, bar),
            None => Figure::without_bar(slow, "ms", p99),
        },
    ])
}
