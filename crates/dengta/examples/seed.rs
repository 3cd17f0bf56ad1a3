//! Fills an empty store with made-up tickets, for measuring: the same ones each time.
//!
//! `cargo run --release -p dengta --example seed -- --data DIR [--database postgres://…] --tickets N [--seed S]`
//!
//! It prints one line of JSON: how many tickets, how many a second, and the cookie of an agent's session that lasts
//! twelve hours. [`dengta::demo::seed`] says what the tickets are like. Never for a desk that anybody uses.

use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use dengta::clock::Clock;
use dengta::demo::seed::{self, Plan};
use dengta::server::{self, Options};

#[derive(Parser)]
struct Arguments {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// `postgres://…` instead of the embedded store.
    #[arg(long)]
    database: Option<String>,
    /// How many tickets.
    #[arg(long, default_value_t = 10_000)]
    tickets: u64,
    /// Another number makes other tickets.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let Arguments { data, database, tickets, seed } = Arguments::parse();
    let (clock, plan) = (Clock::default(), Plan { tickets, seed });
    let app = server::open(&Options { data, database, demo: false }, clock.clone(), false).await.context("opening")?;
    let began = clock.now();
    seed::fill(&app, plan, |done| {
        if done % 50_000 == 0 {
            eprintln!("{done} of {tickets}");
        }
    })
    .await?;
    let per_s = tickets as f64 * 1e6 / (clock.now() - began).max(1) as f64;
    let session = seed::session(&app, plan).await?;
    println!(r#"{{"tickets": {tickets}, "per_s": {per_s:.0}, "session": "{session}"}}"#);
    Ok(())
}
