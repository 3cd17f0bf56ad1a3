//! `cargo xtask bench`: processor time per request of the desk and its database together, over HTTP, beside the
//! raw store's rate in the same run; memory; time to be ready.
//!
//! It measures and says which bars are met. It never fails for a bar that is not: a slow machine is no bug.

mod chat;
mod guard;
mod help;
mod live;
mod report;
pub mod requests;
mod seeded;

use std::borrow::Cow;
use std::sync::Mutex;
use std::time::Duration;

use crate::desk::{Desk, Installation};
use crate::http::{json_number, json_string};
use crate::load::{self, Run};
use crate::proc;
use crate::run::{Outcome, cargo, openly, quietly, step};
use report::{Call, Figure, Rate, Raw, Report};
use requests::Requests;

/// Each measurement is made this often, and the middle one counts: a machine is never quite alone.
const ROUNDS: usize = 5;
/// Requests per round: about a second of work, so that a tick of 10 ms in `/proc` is about a hundredth.
const CREATES: usize = 8_000;
const VIEWS: usize = 8_000;
const PAGES: usize = 3_000;
const WARM_UP: usize = 500;
const SEARCHES: usize = 8_000;
/// A desk is quiet when it has used no more than a tick of processor time in each of so many such times: requests leave
/// work to followers, and what they cause counts.
const QUIET: (usize, Duration) = (3, Duration::from_millis(300));
/// What a desk does after it is ready and before it is idle: followers catch up, caches fill.
const SETTLING: Duration = Duration::from_secs(2);

/// A part that can be measured alone.
enum Part {
    Help,
    Guard,
    Chat,
}

struct Options {
    tickets: usize,
    /// In the store of made-up tickets.
    seeded: usize,
    /// In the help center, in each language.
    articles: usize,
    /// Of the chat, idle ones; a ninth as many talk.
    visitors: usize,
    /// Nothing but this part.
    only: Option<Part>,
    database: Option<String>,
}

pub fn run(options: &[String]) -> Outcome {
    let options = read_options(options)?;
    match options.only {
        Some(Part::Help) => return help::alone(options.articles),
        Some(Part::Guard) => return guard::alone(),
        Some(Part::Chat) => return chat::alone(options.visitors),
        None => {}
    }
    crate::setup::web()?;
    openly(&mut cargo(&["build", "--release", "--package", "dengta"]))?;
    // The example writes to SQLite: beside PostgreSQL it would say nothing.
    let raw = if options.database.is_none() { Some(raw_store()?) } else { None };
    let installation = Installation::new("release", "bench")?.with_database(options.database.clone());
    let mut report = measure(&installation, &options, raw)?;
    if options.seeded > 0 && options.database.is_none() {
        report.seeded = Some(seeded::measure(options.seeded)?);
    }
    if options.articles > 0 && options.database.is_none() {
        report.help = Some(help::measure(options.articles)?);
    }
    if options.database.is_none() {
        report.guard = guard::measure()?;
    }
    if options.visitors > 0 && options.database.is_none() {
        report.chat = chat::measure(options.visitors)?;
    }
    report.print();
    report.write()
}

/// What looking at ten thousand and at a million tickets costs.
pub fn million() -> Outcome {
    crate::setup::web()?;
    openly(&mut cargo(&["build", "--release", "--package", "dengta"]))?;
    let (small, large) = (seeded::measure(10_000)?, seeded::measure(1_000_000)?);
    report::print_seeded(&small);
    report::print_seeded(&large);
    report::print_ratios(&small, &large);
    report::write_seeded(&small, &large)
}

fn read_options(words: &[String]) -> Outcome<Options> {
    let mut options =
        Options { tickets: 10_000, seeded: 10_000, articles: 10_000, visitors: 3_600, only: None, database: None };
    for pair in words.chunks(2) {
        match pair {
            [name, value] if name == "--tickets" => options.tickets = value.parse()?,
            [name, value] if name == "--seeded" => options.seeded = value.parse()?,
            [name, value] if name == "--articles" => options.articles = value.parse()?,
            [name, value] if name == "--visitors" => options.visitors = value.parse()?,
            [name, value] if name == "--only" && value == "help" => options.only = Some(Part::Help),
            [name, value] if name == "--only" && value == "guard" => options.only = Some(Part::Guard),
            [name, value] if name == "--only" && value == "chat" => options.only = Some(Part::Chat),
            [name, value] if name == "--database" => options.database = Some(value.clone()),
            _ => {
                return Err("bench takes --tickets NUMBER, --seeded NUMBER, --articles NUMBER, --visitors NUMBER, \
                    --only help, guard or chat and --database postgres://… only."
                    .into());
            }
        }
    }
    Ok(options)
}

/// The store's own rate, which says how much of a create is the disk's and the machine's.
fn raw_store() -> Outcome<Raw> {
    step("The raw store's rate", || {
        let said = quietly(&mut cargo(&["run", "--quiet", "--release", "--package", "store", "--example", "raw"]))?;
        let number = |name| json_number(&said, name).ok_or_else(|| format!("The example said {said:?}, no {name}."));
        Ok(Raw {
            by_hand: Rate { per_s: number("raw_commits_per_s")?, cpu_ms: number("cpu_ms")? },
            through_tx: Rate { per_s: number("tx_commits_per_s")?, cpu_ms: number("tx_cpu_ms")? },
        })
    })
}

fn measure(installation: &Installation, options: &Options, raw: Option<Raw>) -> Outcome<Report> {
    let first = step("Starting on an empty store", || installation.start())?;
    let requests = Requests::new(installation.token("admin")?);
    std::thread::sleep(SETTLING);
    let idle_empty = proc::resident_mb(first.pid())?;
    let first_ready = first.ready_after;

    let ids = step(&format!("Creating {} tickets", options.tickets), || seed(&first, &requests, options.tickets))?;
    let calls = measure_calls(&first, &requests, &ids, options.database.is_some())?;
    let after_load = proc::resident_mb(first.pid())?;
    let live = live::measure(installation, &first, &requests, &ids[0])?;
    let stopped = first.stop()?;

    let second = step("Starting again on the full store", || installation.start())?;
    std::thread::sleep(SETTLING);
    let idle_full = proc::resident_mb(second.pid())?;
    let second_ready = second.ready_after;
    second.stop()?;
    let index = raw_index(installation)?;

    let mut figures = vec![
        Figure::with_bar("idle, empty store", "MB", idle_empty, 60.0),
        Figure::with_bar("idle, full store", "MB", idle_full, 60.0),
        Figure::without_bar("after the load", "MB", after_load),
        Figure::with_bar("ready, empty store", "s", first_ready.as_secs_f64(), 0.3),
        Figure::with_bar("ready, full store", "s", second_ready.as_secs_f64(), 0.3),
        Figure::with_bar("gone after SIGTERM", "s", stopped.as_secs_f64(), 5.0),
    ];
    figures.extend(live);
    let database = if options.database.is_some() { "PostgreSQL" } else { "SQLite" };
    Ok(Report {
        database,
        tickets: options.tickets,
        calls,
        figures,
        raw,
        index,
        seeded: None,
        help: None,
        guard: Vec::new(),
        chat: Vec::new(),
    })
}

/// Fills the store through the front door and keeps the ids.
fn seed(desk: &Desk, requests: &Requests, tickets: usize) -> Outcome<Vec<String>> {
    let ids = Mutex::new(Vec::with_capacity(tickets));
    load::drive(desk.address, tickets, 201, &|number| requests.create("seed", number), &|_, response| {
        let body = String::from_utf8_lossy(&response.body);
        let id = json_string(&body, "id").unwrap_or_default().to_owned();
        ids.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(id);
    })?;
    Ok(ids.into_inner()?)
}

/// The processor time that the desk has used once nothing is left to do.
fn quiet(desk: &Desk, postgres: bool) -> Outcome<f64> {
    let (times, time) = QUIET;
    let (mut used, mut still) = (proc::cpu_ms(desk.pid(), postgres)?, 0);
    while still < times {
        std::thread::sleep(time);
        let now = proc::cpu_ms(desk.pid(), postgres)?;
        still = if now - used <= proc::TICK_MS { still + 1 } else { 0 };
        used = now;
    }
    Ok(used)
}

/// The same questions asked of the index alone.
fn raw_index(installation: &Installation) -> Outcome<Rate> {
    step("The raw index's rate", || {
        let mut example =
            cargo(&["run", "--quiet", "--release", "--package", "dengta", "--example", "raw_index", "--"]);
        example.arg(installation.data().join("search")).args(requests::SEARCHED.map(|words| words.join(",")));
        let said = quietly(&mut example)?;
        let number = |name| json_number(&said, name).ok_or_else(|| format!("The example said {said:?}, no {name}."));
        Ok(Rate { per_s: number("per_s")?, cpu_ms: number("cpu_ms")? })
    })
}

fn measure_calls(desk: &Desk, requests: &Requests, ids: &[String], postgres: bool) -> Outcome<Vec<Call>> {
    // Neighbours in time are neighbours on disk; a stride visits all of them and no neighbours.
    let id = |number: usize| ids[number * 7_919 % ids.len()].as_str();
    // The bars are for the embedded store.
    let on_sqlite = |bar| (!postgres).then_some(bar);
    let bench = Bench { desk, postgres, warm_up: WARM_UP, rounds: ROUNDS };
    let measured = |name, bar, requests, status, request: &(dyn Fn(usize) -> Vec<u8> + Sync)| {
        step(name, || bench.measured(Cow::Borrowed(name), bar, requests, status, request))
    };
    Ok(vec![
        measured("create, indexed", on_sqlite(0.13), CREATES, 201, &|number| requests.create("more", number))?,
        measured("view", on_sqlite(0.13), VIEWS, 200, &|number| requests.view(id(number)))?,
        measured("entries", None, VIEWS, 200, &|number| requests.entries(id(number)))?,
        measured("page of 50", on_sqlite(0.36), PAGES, 200, &|_| requests.page())?,
        measured("search", on_sqlite(0.13), SEARCHES, 200, &|number| requests.search(number))?,
    ])
}

/// How requests are measured on a desk.
struct Bench<'d> {
    desk: &'d Desk,
    postgres: bool,
    /// Requests before the first round.
    warm_up: usize,
    /// The middle one counts.
    rounds: usize,
}

impl Bench<'_> {
    /// What a request of this kind costs. Each has a number of its own; each is answered with `status`.
    fn measured(
        &self,
        name: Cow<'static, str>,
        bar: Option<f64>,
        requests: usize,
        status: u16,
        request: &(dyn Fn(usize) -> Vec<u8> + Sync),
    ) -> Outcome<Call> {
        let Bench { desk, postgres, warm_up, rounds } = *self;
        // What is written leaves work to followers; what is read leaves none.
        let used = || if status == 201 { quiet(desk, postgres) } else { proc::cpu_ms(desk.pid(), postgres) };
        load::drive(desk.address, warm_up, status, request, &|_, _| ())?;
        let mut calls = Vec::with_capacity(rounds);
        for round in 0..rounds {
            let first = warm_up + round * requests;
            let before = used()?;
            let run = load::drive(desk.address, requests, status, &|number| request(first + number), &|_, _| ())?;
            let cpu_ms = (used()? - before) / requests as f64;
            calls.push(Call { name: name.clone(), bar, cpu_ms, run });
        }
        calls.sort_by(|one, other| one.cpu_ms.total_cmp(&other.cpu_ms));
        Ok(calls.swap_remove(rounds / 2))
    }
}
