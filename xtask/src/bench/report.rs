//! The figures, for people and for programs.

use std::borrow::Cow;

use super::Run;
use super::help::Help;
use super::seeded::{self, Seeded};
use crate::load::CONNECTIONS;
use crate::places;
use crate::run::Outcome;

/// Everything that one run measured.
pub struct Report {
    pub database: &'static str,
    pub tickets: usize,
    pub calls: Vec<Call>,
    pub figures: Vec<Figure>,
    pub raw: Option<Raw>,
    /// A store full of made-up tickets.
    pub seeded: Option<Seeded>,
    /// A help center full of made-up articles.
    pub help: Option<Help>,
    /// Texts looked through.
    pub guard: Vec<Figure>,
    /// Visitors, idle and talking.
    pub chat: Vec<Figure>,
    /// The searches asked of the index alone.
    pub index: Rate,
}

/// One kind of request.
pub struct Call {
    pub name: Cow<'static, str>,
    /// Milliseconds of processor time, desk and database together.
    pub bar: Option<f64>,
    pub cpu_ms: f64,
    pub run: Run,
}

/// A figure that is not of a request.
pub struct Figure {
    name: Cow<'static, str>,
    unit: &'static str,
    value: f64,
    bar: Option<f64>,
}

/// The rows of a new ticket without a desk around them, on this machine and in this run.
pub struct Raw {
    /// SQLite with nothing between.
    pub by_hand: Rate,
    /// The same through the store's `Tx`.
    pub through_tx: Rate,
}

pub struct Rate {
    pub per_s: f64,
    pub cpu_ms: f64,
}

impl Figure {
    pub fn with_bar(name: impl Into<Cow<'static, str>>, unit: &'static str, value: f64, bar: f64) -> Figure {
        Figure { name: name.into(), unit, value, bar: Some(bar) }
    }

    pub fn without_bar(name: impl Into<Cow<'static, str>>, unit: &'static str, value: f64) -> Figure {
        Figure { name: name.into(), unit, value, bar: None }
    }
}

impl Report {
    pub fn print(&self) {
        println!("\n{}, {} tickets, {CONNECTIONS} connections", self.database, self.tickets);
        print_calls(&self.calls);
        if let Some(raw) = &self.raw {
            raw.by_hand.print("raw SQLite");
            raw.through_tx.print("raw, through Tx");
            println!("create reaches {:.0} % of raw SQLite's rate", 100.0 * self.share(raw));
        }
        self.index.print("raw index");
        println!();
        print_figures(&self.figures);
        if let Some(seeded) = &self.seeded {
            print_seeded(seeded);
        }
        if let Some(help) = &self.help {
            print_help(help);
        }
        print_guard(&self.guard);
        print_chat(&self.chat);
    }

    /// Writes `target/bench.json`.
    pub fn write(&self) -> Outcome {
        write("bench.json", &self.json())
    }

    /// How much of the raw rate is left of a create over HTTP.
    fn share(&self, raw: &Raw) -> f64 {
        let create = self.calls.iter().find(|call| call.name.starts_with("create"));
        create.map_or(0.0, |create| create.run.per_second() / raw.by_hand.per_s)
    }

    fn json(&self) -> String {
        let calls: Vec<String> = self.calls.iter().map(Call::json).collect();
        let raw = self.raw.as_ref().map_or("null".into(), |raw| {
            let (by_hand, through_tx) = (raw.by_hand.json(), raw.through_tx.json());
            format!(r#"{{"by_hand": {by_hand}, "through_tx": {through_tx}, "create_share": {:.3}}}"#, self.share(raw))
        });
        format!(
            "{{\n  \"database\": \"{}\",\n  \"tickets\": {},\n  \"connections\": {CONNECTIONS},\n  \"raw\": {raw},\n  \"raw_index\": {},\n  \
             \"requests\": [\n    {}\n  ],\n  \"figures\": [\n    {}\n  ],\n  \"seeded\": {},\n  \"help\": {},\n  \"guard\": [\n    {}\n  ], \"chat\": [\n    {}\n  ]\n}}\n",
            self.database,
            self.tickets,
            self.index.json(),
            calls.join(",\n    "),
            listed(&self.figures),
            self.seeded.as_ref().map_or("null".into(), Seeded::json),
            self.help.as_ref().map_or("null".into(), Help::json),
            listed(&self.guard),
            listed(&self.chat)
        )
    }
}

fn print_calls(calls: &[Call]) {
    println!("{:<44}{:>10}  {:<18}{:>12}{:>10}{:>10}", "request", "CPU ms", "bar", "requests/s", "p50 ms", "p99 ms");
    for Call { name, bar, cpu_ms, run } in calls {
        let (p50, p99) = (run.p50.as_secs_f64() * 1e3, run.p99.as_secs_f64() * 1e3);
        let bar = against(*cpu_ms, *bar);
        println!("{name:<44}{cpu_ms:>10.3}  {bar:<18}{:>12.0}{p50:>10.2}{p99:>10.2}", run.per_second());
    }
}

fn print_figures(figures: &[Figure]) {
    for Figure { name, unit, value, bar } in figures {
        println!("{name:<44}{value:>10.2}  {:<2}  {}", unit, against(*value, *bar));
    }
}

/// What looking at a store of made-up tickets costs.
pub fn print_seeded(seeded: &Seeded) {
    println!("\n{} made-up tickets, {CONNECTIONS} connections", seeded.tickets);
    print_calls(&seeded.calls);
    println!();
    print_figures(&seeded.figures);
}

/// What importing and reading articles costs.
pub fn print_help(help: &Help) {
    println!("\n{} made-up articles in each language, {CONNECTIONS} connections", help.articles);
    print_calls(&help.calls);
    println!();
    print_figures(&help.figures);
}

/// What looking through texts costs.
pub fn print_guard(figures: &[Figure]) {
    println!();
    print_figures(figures);
}

/// What visitors cost, and how soon they and the agents hear each other.
pub fn print_chat(figures: &[Figure]) {
    println!();
    print_figures(figures);
}

/// Writes the figures of the chat alone to `target/bench-chat.json`.
pub fn write_chat(figures: &[Figure]) -> Outcome {
    write("bench-chat.json", &format!("[\n    {}\n]\n", listed(figures)))
}

/// Writes the figures of the guard alone to `target/bench-guard.json`.
pub fn write_guard(figures: &[Figure]) -> Outcome {
    write("bench-guard.json", &format!("[\n    {}\n]\n", listed(figures)))
}

/// Writes the figures of the help center alone to `target/bench-help.json`.
pub fn write_help(help: &Help) -> Outcome {
    write("bench-help.json", &format!("{}\n", help.json()))
}

/// How much dearer everything is at the larger store: a page at most one and a half times.
pub fn print_ratios(small: &Seeded, large: &Seeded) {
    const BAR: f64 = 1.5;
    println!("\nfrom {} to {} tickets", small.tickets, large.tickets);
    for (name, ratio) in seeded::ratios(small, large) {
        let bar = name.starts_with("page: ").then_some(BAR);
        println!("{name:<44}{ratio:>10.2}  {}", against(ratio, bar));
    }
}

/// Writes the figures of two stores to `target/million.json`.
pub fn write_seeded(small: &Seeded, large: &Seeded) -> Outcome {
    write("million.json", &format!("[\n{},\n{}\n]\n", small.json(), large.json()))
}

fn write(name: &str, json: &str) -> Outcome {
    let path = places::target().join(name);
    std::fs::write(&path, json)?;
    println!("\nWritten to {}", path.display());
    Ok(())
}

impl Seeded {
    fn json(&self) -> String {
        part("tickets", self.tickets, &self.calls, &self.figures)
    }
}

impl Help {
    fn json(&self) -> String {
        part("articles", self.articles, &self.calls, &self.figures)
    }
}

/// What was measured on a store of so many of something.
fn part(of: &str, many: usize, calls: &[Call], figures: &[Figure]) -> String {
    let calls: Vec<String> = calls.iter().map(Call::json).collect();
    format!(
        "{{\"{of}\": {many}, \"requests\": [\n    {}\n  ], \"figures\": [\n    {}\n  ]}}",
        calls.join(",\n    "),
        listed(figures)
    )
}

fn listed(figures: &[Figure]) -> String {
    figures.iter().map(Figure::json).collect::<Vec<_>>().join(",\n    ")
}

impl Rate {
    fn print(&self, name: &str) {
        println!("{name:<44}{:>10.3}  {:<18}{:>12.0}", self.cpu_ms, "", self.per_s);
    }

    fn json(&self) -> String {
        format!(r#"{{"per_s": {:.1}, "cpu_ms": {:.4}}}"#, self.per_s, self.cpu_ms)
    }
}

impl Call {
    fn json(&self) -> String {
        format!(
            r#"{{"name": "{}", "cpu_ms": {:.4}, "bar": {}, "requests": {}, "per_s": {:.1}, "p50_ms": {:.3}, "p99_ms": {:.3}}}"#,
            self.name,
            self.cpu_ms,
            number_or_null(self.bar),
            self.run.requests,
            self.run.per_second(),
            self.run.p50.as_secs_f64() * 1e3,
            self.run.p99.as_secs_f64() * 1e3
        )
    }
}

impl Figure {
    fn json(&self) -> String {
        let bar = number_or_null(self.bar);
        format!(r#"{{"name": "{}", "unit": "{}", "value": {:.3}, "bar": {bar}}}"#, self.name, self.unit, self.value)
    }
}

fn against(value: f64, bar: Option<f64>) -> String {
    match bar {
        None => String::new(),
        Some(bar) if value <= bar => format!("≤ {bar}  met"),
        Some(bar) => format!("≤ {bar}  NOT MET"),
    }
}

fn number_or_null(number: Option<f64>) -> String {
    number.map_or("null".into(), |number| number.to_string())
}
