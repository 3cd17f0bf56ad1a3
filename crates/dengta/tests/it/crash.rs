//! What was acknowledged is there, whatever happens: the program is killed, its database is killed, the
//! power fails, the disk fails.
//!
//! The program runs as a process of its own under a load of clients who write down, durably, each
//! acknowledgement after they got it ([`load`]); then the store is judged by that ([`judge`]). Every story
//! is told with a random seed that it prints; `CRASH_SEED` repeats it.
//!
//! The negative controls show that the judge can find a loss: a desk that acknowledges before it commits
//! must fail the kill story, and one that does not sync must fail the power story.

mod agents;
mod disk;
mod files;
mod judge;
mod load;
pub mod program;
mod visitors;

use std::time::Duration;

use dengta::clock::{Clock, Micros, SECOND};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use self::judge::judge;
use self::load::{Ledger, Load, replay};
use self::program::Program;
use self::visitors::Visitors;
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

/// The desk and its PostgreSQL are killed in turn; when the database comes back the desk does by itself. How
/// the database is set up makes no difference to what an acknowledgement means.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_postgres() {
    let (seed, mut rng) = seeded();
    let mut cluster = Cluster::start(true);
    let mut program = Program::new(Some(cluster.hasty_database()));
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

/// Visitors of the chat talk while the desk is killed: each has on the line what was acknowledged, once and in order.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_visitors_talk_on_sqlite() {
    visitors_lose_nothing(Program::new(None)).await;
}

/// The same on PostgreSQL.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_visitors_talk_on_postgres() {
    visitors_lose_nothing(Program::new(Some(crate::postgres::database()))).await;
}

async fn visitors_lose_nothing(mut program: Program) {
    let (seed, mut rng) = seeded();
    program.set("trusted_proxies = [\"127.0.0.1\"]\n");
    program.start().await;
    let visitors = Visitors::come(&program, seed);
    for _ in 0..kills() {
        visitors.say(AT_WORK).await;
        tokio::time::sleep(Duration::from_millis(rng.random_range(0..400))).await;
        program.kill();
        program.start().await;
    }
    println!("{} messages", visitors.finish().await);
    program.verify();
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
    program.misbehave(Some("ack-before-commit"));
    program.start().await;
    let load = Load::start(&program, &token, seed);
    for _ in 0..ROUNDS {
        at_some_moment(&load, &mut rng).await;
        program.kill();
        let acks = load.ledger.read();
        program.start().await;
        if !judge(&acks, &program.location()).await.lost.is_empty() {
            return load.abandon().await;
        }
    }
    panic!("the judge found no loss where there must be some");
}

// The power fails ----------------------------------------------------------------------------------

/// The power fails, again and again: what no sync has covered is gone, and was not acknowledged.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_power_fails() {
    let (seed, mut rng) = seeded();
    let (mut program, token) = on_failing_disk().await;
    program.start().await;
    let load = Load::start(&program, &token, seed);
    for _ in 0..kills() / 2 {
        at_some_moment(&load, &mut rng).await;
        program.lose_power();
        program.start().await;
        nothing_is_lost(&program, &load.ledger).await;
        answers_stand(&program, &token, &load.ledger, &mut rng).await;
    }
    let ledger = load.finish().await;
    nothing_is_lost(&program, &ledger).await;
    program.verify();
}

/// Negative control: a desk that does not sync loses something, and the judge finds it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn control_a_missing_sync_is_found() {
    let (seed, mut rng) = seeded();
    let (mut program, token) = on_failing_disk().await;
    program.misbehave(Some("no-sync"));
    program.start().await;
    let load = Load::start(&program, &token, seed);
    for _ in 0..ROUNDS {
        at_some_moment(&load, &mut rng).await;
        program.lose_power();
        let acks = load.ledger.read();
        // A store that is not even whole is a loss, too.
        if program.try_start().await.is_err() || !judge(&acks, &program.location()).await.lost.is_empty() {
            return load.abandon().await;
        }
    }
    panic!("the judge found no loss where there must be some");
}

/// What a killed desk wrote and did not sync is still read by the next one, which answers from it: so it must
/// be durable before it is read, or the next power cut takes it back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_read_after_a_kill_survives_a_power_cut() {
    let (mut program, token) = on_failing_disk().await;
    program.misbehave(Some("no-sync"));
    program.start().await;
    let load = Load::start(&program, &token, 0);
    load.acknowledged(AT_WORK).await;
    let ledger = load.finish().await;
    followers_rest(&program).await;
    program.kill();
    program.misbehave(None);
    program.start().await;
    assert!(replay(&program, &token, &ledger.read()).await.is_empty());
    program.lose_power();
    program.start().await;
    nothing_is_lost(&program, &ledger).await;
    program.verify();
}

/// Waits until nothing is left to do behind the scenes: no commit comes from there.
async fn followers_rest(program: &Program) {
    for _ in 0..400 {
        let figures =
            load::client().get(format!("{}/metrics", program.url)).send().await.unwrap().text().await.unwrap();
        if figures.lines().any(|line| line.starts_with("dengta_follower_lag_entries") && line.ends_with(" 0")) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the followers never caught up");
}

/// A desk whose store exists, with a token, and that stands on a disk that fails from its next start.
async fn on_failing_disk() -> (Program, String) {
    let mut program = Program::new(None);
    program.start().await;
    let token = program.token("agent");
    program.kill();
    program.put_on_failing_disk();
    (program, token)
}

// The disk fails -----------------------------------------------------------------------------------

/// Full, broken, read-only, under load: writes are refused and never acknowledged, reads go on; when the disk is
/// well again so is the desk, by itself. Then the power fails, and nothing acknowledged is lost.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_disk_fails() {
    let (seed, _) = seeded();
    let (mut program, token) = on_failing_disk().await;
    program.start().await;
    let load = Load::start(&program, &token, seed);
    for fault in ["enospc", "eio", "erofs", "eio", "enospc"] {
        load.acknowledged(AT_WORK).await;
        program.disk().fail(fault);
        writes_are_refused(&program, &token, fault).await;
        reads_go_on(&program, &token, &load.ledger).await;
        program.disk().recover();
        write_succeeds(&program, &token, SECOND).await;
    }
    load.acknowledged(AT_WORK).await;
    program.verify();
    program.kill();
    program.start().await;
    nothing_is_lost(&program, &load.ledger).await;
    load.acknowledged(AT_WORK).await;
    program.lose_power();
    program.start().await;
    let ledger = load.finish().await;
    nothing_is_lost(&program, &ledger).await;
    program.verify();
}

async fn writes_are_refused(program: &Program, token: &str, fault: &str) {
    for _ in 0..5 {
        let (status, problem) = write(program, token).await;
        assert_eq!((status, problem["type"].as_str()), (503, Some("/problems/unavailable")), "{fault}: {problem}");
    }
}

/// Everything acknowledged can be read, by many at once.
async fn reads_go_on(program: &Program, token: &str, ledger: &Ledger) {
    let client = load::client();
    let mut paths = vec!["/readyz".to_owned(), "/api/v1/tickets?view=all".into(), "/api/v1/counts".into()];
    for ack in ledger.read().iter().rev().take(20) {
        let (ticket, number, _) = ack.acknowledged();
        paths.push(format!("/api/v1/tickets/{ticket}"));
        paths.push(format!("/api/v1/tickets/{ticket}/entries?after={}", number - 1));
    }
    let mut readers = tokio::task::JoinSet::new();
    for path in paths {
        let request = client.get(format!("{}{path}", program.url)).bearer_auth(token);
        readers.spawn(async move { (path, request.send().await.unwrap().status()) });
    }
    while let Some(read) = readers.join_next().await {
        let (path, status) = read.unwrap();
        assert_eq!(status, 200, "{path}");
    }
}

/// A write succeeds within so long.
async fn write_succeeds(program: &Program, token: &str, limit: Micros) {
    let clock = Clock::default();
    let began = clock.now();
    loop {
        let (status, answer) = write(program, token).await;
        if status == 201 {
            return;
        }
        assert!(clock.now() - began < limit, "{status} {answer}\n{}", program.log());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Opens a ticket like no other: status and answer.
async fn write(program: &Program, token: &str) -> (u16, Value) {
    let mut ticket = crate::desk::ticket("wang@example.com");
    ticket["body"] = Clock::default().moment().draws().uuid().to_string().into();
    let request = load::client().post(format!("{}/api/v1/tickets", program.url)).bearer_auth(token).json(&ticket);
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

// The database goes and comes ----------------------------------------------------------------------

/// Without its database the desk says so, soon, in every answer; with it, it works again by itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_goes_and_comes() {
    let mut cluster = Cluster::start(true);
    let mut program = Program::new(Some(cluster.database()));
    program.start().await;
    let token = program.token("agent");
    write_succeeds(&program, &token, 0).await;
    cluster.kill();
    let clock = Clock::default();
    for _ in 0..10 {
        let asked = clock.now();
        let (status, problem) = write(&program, &token).await;
        assert_eq!((status, problem["type"].as_str()), (503, Some("/problems/unavailable")), "{problem}");
        assert!(clock.now() - asked < 2 * SECOND, "told after {} ms", (clock.now() - asked) / 1000);
    }
    for (path, expected) in [("/healthz", 200), ("/readyz", 503), ("/api/v1/tickets", 503), ("/en/ask/deposit", 200)] {
        let request = load::client().get(format!("{}{path}", program.url)).bearer_auth(&token);
        assert_eq!(request.send().await.unwrap().status(), expected, "{path}");
    }
    cluster.boot();
    program.ready().await.unwrap();
    write_succeeds(&program, &token, SECOND).await;
    program.verify();
}

// Asked to stop --------------------------------------------------------------------------------------

/// SIGTERM: nobody new is let in, who is inside gets an answer, and who dawdles does not keep the desk from ending.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_on_sqlite() {
    asked_to_stop(Program::new(None)).await;
}

/// The same on PostgreSQL.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_on_postgres() {
    asked_to_stop(Program::new(Some(crate::postgres::database()))).await;
}

async fn asked_to_stop(mut program: Program) {
    program.start().await;
    let token = program.token("agent");
    let load = Load::start(&program, &token, 0);
    load.acknowledged(AT_WORK).await;
    let (mut inside, _dawdler) = (Upload::begin(&program, &token).await, Upload::begin(&program, &token).await);

    let clock = Clock::default();
    let asked = clock.now();
    program.terminate();
    while TcpStream::connect(("127.0.0.1", program.port)).await.is_ok() {
        assert!(clock.now() - asked < SECOND, "it still lets people in");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(inside.finish().await.starts_with("HTTP/1.1 201"), "{}", program.log());
    let status = program.ended_within(5 * SECOND - (clock.now() - asked)).await;
    assert!(status.is_some_and(|status| status.success()), "{status:?} after 5 s\n{}", program.log());

    program.start().await;
    let ledger = load.finish().await;
    nothing_is_lost(&program, &ledger).await;
    program.verify();
}

/// A database that does not answer keeps nobody waiting either.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asked_to_stop_while_the_database_hangs() {
    let cluster = Cluster::start(false);
    let mut program = Program::new(Some(cluster.database()));
    program.start().await;
    let token = program.token("agent");
    let load = Load::start(&program, &token, 0);
    load.acknowledged(AT_WORK).await;
    cluster.freeze();
    program.terminate();
    let status = program.ended_within(5 * SECOND).await;
    assert!(status.is_some_and(|status| status.success()), "{status:?} after 5 s\n{}", program.log());
    load.abandon().await;
}

/// A request whose body is not sent yet, though the desk waits for it.
struct Upload {
    stream: TcpStream,
    body: String,
}

impl Upload {
    async fn begin(program: &Program, token: &str) -> Upload {
        let mut stream = TcpStream::connect(("127.0.0.1", program.port)).await.unwrap();
        let body = crate::desk::ticket("slow@example.com").to_string();
        let head = format!(
            "POST /api/v1/tickets HTTP/1.1\r\nhost: desk\r\nauthorization: Bearer {token}\r\nexpect: 100-continue\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut told = [0; 25];
        stream.read_exact(&mut told).await.unwrap();
        assert_eq!(&told, b"HTTP/1.1 100 Continue\r\n\r\n");
        Upload { stream, body }
    }

    async fn finish(&mut self) -> String {
        self.stream.write_all(self.body.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        self.stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}
