//! Visitors who are connected and say nothing: what each takes of memory, and how soon all have heard what all are told.

use std::net::SocketAddr;

use super::helper::Helper;
use crate::bench::report::Figure;
use crate::bench::{ROUNDS, SETTLING};
use crate::desk::Installation;
use crate::http::{json_number, json_string};
use crate::proc;
use crate::run::{Outcome, step};

/// Kilobytes that a visitor may take beyond the raw server's.
const MEMORY_BAR: f64 = 8.0;
/// How much later than with the raw server the last one may hear it.
const TOLD_BAR: f64 = 1.5;

/// What a server did for its crowd.
struct Served {
    /// Megabytes before anybody was connected, and with everybody.
    before: f64,
    with: f64,
    /// From telling it until half and until all had heard, in the middle round; `None` where not all did.
    half_ms: Option<f64>,
    last_ms: Option<f64>,
    /// Most who did not hear it in a round.
    missed: f64,
}

pub fn measure(visitors: usize) -> Outcome<Vec<Figure>> {
    let raw = step(&format!("{visitors} visitors of the raw server"), || raw(visitors))?;
    let installation = Installation::new("release", "bench-chat")?;
    let desk = installation.start()?;
    let token = installation.token("admin")?;
    let served = step(&format!("{visitors} visitors of the desk"), || {
        crowd("desk", desk.address, desk.pid(), visitors, &["--token", &token])
    })?;
    std::thread::sleep(SETTLING);
    let after = proc::resident_mb(desk.pid())?;
    desk.stop()?;

    let (plain, each) = (raw.each_kb(visitors), served.each_kb(visitors));
    let mut figures = vec![
        Figure::without_bar("idle visitors", "", visitors as f64),
        Figure::without_bar("each one's memory, raw server", "KB", plain),
        Figure::without_bar("each one's memory", "KB", each),
        Figure::with_bar("… over the raw server's", "KB", each - plain, MEMORY_BAR),
        Figure::without_bar("with all of them", "MB", served.with),
        Figure::without_bar("when they have left", "MB", after),
    ];
    let ms = |name, value: Option<f64>| value.map(|value| Figure::without_bar(name, "ms", value));
    figures.extend(ms("all are told, half heard it, raw server", raw.half_ms));
    figures.extend(ms("all are told, half heard it", served.half_ms));
    figures.extend(ms("all are told, all heard it, raw server", raw.last_ms));
    figures.extend(ms("all are told, all heard it", served.last_ms));
    let ratio = served.last_ms.zip(raw.last_ms).map(|(served, raw)| served / raw);
    figures.extend(ratio.map(|ratio| Figure::with_bar("… times the raw server's", "×", ratio, TOLD_BAR)));
    figures.push(Figure::with_bar("visitors who did not hear it", "", served.missed, 0.0));
    Ok(figures)
}

fn raw(visitors: usize) -> Outcome<Served> {
    let mut server = Helper::start(&["serve"])?;
    let found = server.found()?;
    let address = json_string(&found, "address").ok_or("The raw server has no address.")?.parse()?;
    crowd("raw", address, server.pid(), visitors, &[])
}

/// Lets a crowd come, and tells it something a few times.
fn crowd(of: &str, address: SocketAddr, server: u32, visitors: usize, more: &[&str]) -> Outcome<Served> {
    let (address, many) = (address.to_string(), visitors.to_string());
    let mut crowd = Helper::start(&[&["crowd", of, &address, &many], more].concat())?;
    crowd.found()?;
    std::thread::sleep(SETTLING);
    let before = proc::resident_mb(server)?;
    crowd.go_on()?;
    std::thread::sleep(SETTLING);
    let with = proc::resident_mb(server)?;
    let (mut rounds, mut missed) = (Vec::new(), 0.0_f64);
    for _ in 0..ROUNDS {
        let found = crowd.go_on()?;
        let number = |name| json_number(&found, name);
        missed = missed.max(visitors as f64 - number("heard").unwrap_or_default());
        if missed > 0.0 {
            break; // who was not told once is not told the next time
        }
        rounds.extend(number("last_ms").zip(number("half_ms")));
    }
    rounds.sort_by(|one, other| one.0.total_cmp(&other.0));
    let middle = rounds.get(rounds.len() / 2).filter(|_| missed == 0.0);
    Ok(Served { before, with, half_ms: middle.map(|(_, half)| *half), last_ms: middle.map(|(last, _)| *last), missed })
}

impl Served {
    /// Kilobytes for each visitor.
    fn each_kb(&self, visitors: usize) -> f64 {
        (self.with - self.before) * 1e3 / visitors as f64
    }
}
