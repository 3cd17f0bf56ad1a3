//! The raw limit beside which the bench puts the chat, and the crowd that talks with either:
//!
//! - `raw_chat serve`: a server of WebSockets that are accepted and held, as the desk upgrades them, and told a text on demand;
//! - `raw_chat crowd raw|desk …`: visitors who are connected and say nothing, until all of them are told something;
//! - `raw_chat talk …`: visitors and agents of a desk who talk.
//!
//! `cargo xtask bench --only chat` runs all of them. They are told to go on by a line on standard input and say what they found
//! by a line of JSON on standard output. They stand here and not in xtask since so many sockets want a runtime.

mod agents;
mod crowd;
mod serve;
mod talk;
mod visitors;
mod wire;

use std::net::SocketAddr;
use std::time::Instant;

use anyhow::Context;
use clap::Parser;
use serde_json::Value;

/// As the desk's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
enum Command {
    /// Serve sockets and nothing else, until standard input ends.
    Serve,
    /// Be so many idle visitors.
    Crowd {
        #[arg(value_enum)]
        of: crowd::Of,
        address: SocketAddr,
        visitors: usize,
        /// An administrator's, of the desk.
        #[arg(long, default_value = "")]
        token: String,
    },
    /// Be visitors and agents who talk.
    Talk {
        address: SocketAddr,
        visitors: usize,
        /// For so long.
        seconds: u64,
        /// An administrator's.
        #[arg(long)]
        token: String,
        /// Links by which agents begin to work here: as many agents.
        #[arg(long, required = true)]
        invitation: Vec<String>,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Serve => serve::run().await,
        Command::Crowd { of, address, visitors, token } => crowd::run(of, address, visitors, &token).await,
        Command::Talk { address, visitors, seconds, token, invitation } => {
            let plan = talk::Plan { address, visitors, seconds, token, invitations: invitation };
            talk::run(plan).await
        }
    }
}

/// Says how far it is, and waits until it is to go on; whether it is.
async fn asked(found: &Value) -> anyhow::Result<bool> {
    println!("{found}");
    let line = tokio::task::spawn_blocking(|| std::io::stdin().lines().next()).await?;
    Ok(line.transpose().context("standard input")?.is_some())
}

#[expect(clippy::disallowed_methods, reason = "it measures")]
fn now() -> Instant {
    Instant::now()
}
