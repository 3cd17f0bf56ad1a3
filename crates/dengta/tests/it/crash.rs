//! What was acknowledged is there, whatever happens: the program is killed, its database is killed, the
//! power fails, the disk fails.
//!
//! The program runs as a process of its own under a load of clients who write down, durably, each
//! acknowledgement after they got it ([`load`]); then the store is judged by that ([`judge`]). Every story
//! is told with a random seed that it prints; `CRASH_SEED` repeats it.
//!
//! The negative controls show that the judge can find a loss: a desk that acknowledges before it commits
//! must fail the kill story, and one that does not sync must fail the power story.

mod disk;
mod judge;
mod load;
mod program;

use std::time::Duration;

use dengta::clock::{Clock, SECOND};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use self::judge::judge;
use self::load::{Ledger, Load, replay};
use self::program::{Program, READY};
use crate::postgres::Cluster;

/// Kills in a story; `cargo xtask soak` makes ten times as many.
const KILLS: usize = 10;
/// A control's fault must be found within so many rounds.
const ROUNDS: usize = 10;
/// Acknowledgements between two kills, at least.
const AT_WORK: usize = 20;
/// Keys that are sent again after a kill: the newest, and some from anywhere.
const REPLAYED: usize = 8;

fn kills() -> usize {
    if std::env::var_os("DENGTA_SOAK").is_some() { 10 * KILLS } else { KILLS }
}

fn seeded() -> (u64, StdRng) {
    let given = std::env::var("CRASH_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| u64::from_be_bytes(Clock::default().moment().draws().bytes()));
    println!("CRASH_SEED={seed} repeats this");
    (seed, StdRng::seed_from_u64(seed))
}

/// Lets the load work until a random moment.
async fn at_some_moment(load: &Load, rng: &mut StdRng) {
    load.acknowledged(AT_WORK).await;
    tokio::time::sleep(Duration::from_millis(rng.random_range(0..400))).await;
}

/// Nothing acknowledged is lost, doubled or out of order, and no client heard what it should not.
async fn nothing_is_lost(program: &Program, ledger: &Ledger) {
    let findings = judge(&ledger.read(), &program.location()).await;
    assert!(findings.is_empty(), "{findings:#?}\n{}", program.log());
    assert!(ledger.refused().is_empty(), "{:#?}\n{}", ledger.refused(), program.log());
}

/// Keys that were acknowledged give the same answers.
async fn answers_stand(program: &Program, token: &str, ledger: &Ledger, rng: &mut StdRng) {
    let acks = ledger.read();
    let mut again = acks[acks.len().saturating_sub(REPLAYED)..].to_vec();
    again.extend((0..REPLAYED).map(|_| acks[rng.random_range(0..acks.len())].clone()));
    let changed = replay(program, token, &again).await;
    assert!(changed.is_empty(), "{changed:#?}");
}

// Killed -----------------------------------------------------------------------------------------

/// The desk on its embedded store is killed at random, again and again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_sqlite() {
    let (seed, mut rng) = seeded();
    let mut program = Program::new(None);
    program.start().await;
    let token = program.token("agent");
    let load = Load::start(&program, &token, seed);
    for _ in 0..kills() {
        at_some_moment(&load, &mut rng).await;
        program.kill();
        program.start().await;
        nothing_is_lost(&program, &load.ledger).await;
        answers_stand(&program, &token, &load.ledger, &mut rng).await;
    }
    let ledger = load.finish().await;
    nothing_is_lost(&program, &ledger).await;
    program.verify();
    println!("{} acknowledgements", ledger.length());
}

/// The desk and its PostgreSQL are killed in turn; when the database comes back the desk does by itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_postgres() {
    let (seed, mut rng) = seeded();
    let mut cluster = Cluster::start(true);
    let mut program = Program::new(Some(cluster.database()));
    program.start().await;
    let token = program.token("agent");
    let load = Load::start(&program, &token, seed);
    for kill in 0..kills() {
        at_some_moment(&load, &mut rng).await;
        if kill % 2 == 0 {
            program.kill();
            program.start().await;
        } else {
            cluster.kill();
            cluster.boot();
            program.ready().await.unwrap_or_else(|why| panic!("{why}\n{}", program.log()));
        }
        nothing_is_lost(&program, &load.ledger).await;
        answers_stand(&program, &token, &load.ledger, &mut rng).await;
    }
    let ledger = load.finish().await;
    nothing_is_lost(&program, &ledger).await;
    program.verify();
    println!("{} acknowledgements", ledger.length());
}

/// Negative control: a desk that acknowledges before it commits loses something, and the judge finds it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn control_an_early_acknowledgement_is_found_on_sqlite() {
    an_early_acknowledgement_is_found(Program::new(None)).await;
}

/// The same on PostgreSQL.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn control_an_early_acknowledgement_is_found_on_postgres() {
    an_early_acknowledgement_is_found(Program::new(Some(crate::postgres::database()))).await;
}

async fn an_early_acknowledgement_is_found(mut program: Program) {
    let (seed, mut rng) = seeded();
    program.start().await;
    let token = program.token("agent");
    program.kill();
    program.misbehave("ack-before-commit");
    program.start().await;
    let load = Load::start(&program, &token, seed);
    for _ in 0..ROUNDS {
        at_some_moment(&load, &mut rng).await;
        program.kill();
        let acks = load.ledger.read();
        program.start().await;
        if !judge(&acks, &program.location()).await.lost.is_empty() {
            return;
        }
    }
    panic!("the judge found no loss where there must be some");
}
