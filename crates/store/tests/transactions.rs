//! What a transaction promises to its caller, and to those beside it. Order is made by channels and
//! never by waiting a while.

#![allow(clippy::unwrap_used, reason = "tests say what they expect by failing there")]

#[allow(dead_code, reason = "the desk's stories use the rest of it")]
#[path = "../../dengta/tests/it/postgres.rs"]
mod postgres;

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use store::{Db, Error, Location, Migration, Tx, params};
use tokio::task::JoinHandle;

const SCHEMA: &[Migration] = &[Migration {
    number: 1,
    name: "lines",
    sql: "
        CREATE TABLE line (
          seq   SERIAL_KEY,
          xid   WRITER_XID,
          said  TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE tally (
          name  TEXT PRIMARY KEY,
          n     INTEGER NOT NULL
        ) STRICT;",
}];

/// Makes a story two tests: on SQLite and on PostgreSQL.
macro_rules! story {
    ($(#[$doc:meta])* async fn $name:ident($db:ident: Db) $body:block) => {
        mod $name {
            use super::*;
            $(#[$doc])*
            async fn story($db: Db) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let folder = tempfile::tempdir().unwrap();
                story(open(&on_sqlite(&folder)).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                story(open(&on_postgres()).await).await;
            }
        }
    };
}

fn on_sqlite(folder: &tempfile::TempDir) -> Location {
    Location::Sqlite(folder.path().join("store.sqlite"))
}

fn on_postgres() -> Location {
    Location::Postgres(postgres::database())
}

async fn open(location: &Location) -> Db {
    let db = Db::open(location).unwrap();
    db.migrate(SCHEMA, 0).await.unwrap();
    db
}

fn say(tx: &mut Tx<'_>, said: &str) -> Result<(), Error> {
    tx.execute("INSERT INTO line (said) VALUES ($1)", params![said]).map(drop)
}

async fn said(db: &Db) -> Vec<String> {
    db.read(|tx| tx.query("SELECT said FROM line ORDER BY xid, seq", &[], |row| row.get(0))).await.unwrap()
}

/// Unwinds without the panic hook's words on standard error.
fn panic_quietly() -> Result<(), Error> {
    std::panic::resume_unwind(Box::new("on purpose"))
}

type Closure = fn(&mut Tx<'_>) -> Result<(), Error>;

/// Runs the closures in one commit of SQLite's writer: one more, the first, holds it while they queue.
/// The answers begin with that one's.
async fn together(db: &Db, closures: &[Closure]) -> Vec<Result<(), Error>> {
    let (gate, held) = gate();
    let holder = spawn_write(db, move |tx| {
        say(tx, "first")?;
        held.pass();
        Ok(())
    });
    gate.reached().await;
    let mut queued: Vec<_> = closures.iter().map(|closure| Box::pin(db.write(*closure))).collect();
    for write in &mut queued {
        // One poll puts it into the queue, where there is room.
        let waits =
            std::future::poll_fn(|context| std::task::Poll::Ready(write.as_mut().poll(context).is_pending())).await;
        assert!(waits);
    }
    gate.open();
    let mut answers = vec![holder.await.unwrap()];
    for write in queued {
        answers.push(write.await);
    }
    answers
}

fn spawn_write(
    db: &Db,
    closure: impl Fn(&mut Tx<'_>) -> Result<(), Error> + Send + 'static,
) -> JoinHandle<Result<(), Error>> {
    let db = db.clone();
    tokio::spawn(async move { db.write(closure).await })
}

/// A place in a closure where it waits until the test lets it go on.
fn gate() -> (Gate, Held) {
    let ((reached, came), (open, opened)) = (channel(), channel());
    (
        Gate { came: Arc::new(Mutex::new(came)), open },
        Held { passed: AtomicBool::new(false), reached, opened: Mutex::new(opened) },
    )
}

struct Gate {
    came: Arc<Mutex<Receiver<()>>>,
    open: Sender<()>,
}

struct Held {
    passed: AtomicBool,
    reached: Sender<()>,
    opened: Mutex<Receiver<()>>,
}

impl Gate {
    async fn reached(&self) {
        let came = self.came.clone();
        tokio::task::spawn_blocking(move || came.lock().unwrap().recv().unwrap()).await.unwrap();
    }

    fn open(&self) {
        self.open.send(()).unwrap();
    }
}

impl Held {
    /// Only the first time: a closure may run again.
    fn pass(&self) {
        if !self.passed.swap(true, Ordering::Relaxed) && self.reached.send(()).is_ok() {
            self.opened.lock().unwrap().recv().ok();
        }
    }
}

// One closure among others ---------------------------------------------------------------------

story! {
    /// A closure that refuses after having written leaves nothing; those beside it stand.
    async fn one_that_refuses_leaves_the_others(db: Db) {
        let answers = together(&db, &[
            |tx| say(tx, "before"),
            |tx| { say(tx, "refused")?; Err(Error::Contended("no".into())) },
            |tx| say(tx, "after"),
        ]).await;
        assert!(matches!(answers[..], [Ok(()), Ok(()), Err(Error::Contended(_)), Ok(())]), "{answers:?}");
        let mut said = said(&db).await;
        said.sort();
        assert_eq!(said, ["after", "before", "first"]);
    }
}

story! {
    /// A closure that panics fails its caller and nobody else, before and after.
    async fn one_that_panics_leaves_the_others(db: Db) {
        let answers = together(&db, &[
            |tx| say(tx, "before"),
            |tx| { say(tx, "panicked")?; panic_quietly() },
            |tx| say(tx, "after"),
        ]).await;
        assert!(matches!(answers[..], [Ok(()), Ok(()), Err(Error::Defect(_)), Ok(())]), "{answers:?}");
        for _ in 0..20 {
            db.write(|_| panic_quietly()).await.unwrap_err();
            db.read(|_| panic_quietly()).await.unwrap_err();
        }
        db.write(|tx| say(tx, "much later")).await.unwrap();
        let mut said = said(&db).await;
        said.sort();
        assert_eq!(said, ["after", "before", "first", "much later"]);
    }
}

story! {
    /// A closure whose statement failed leaves nothing; those beside it stand.
    async fn one_that_fails_leaves_the_others(db: Db) {
        let answers = together(&db, &[
            |tx| say(tx, "before"),
            |tx| { say(tx, "doomed")?; say(tx, "doomed") },
            |tx| say(tx, "after"),
        ]).await;
        assert!(matches!(answers[..], [Ok(()), Ok(()), Err(Error::Constraint(_)), Ok(())]), "{answers:?}");
        assert_eq!(said(&db).await.len(), 3);
    }
}

story! {
    /// After a failed statement every other one is refused with the same error, and Ok is not believed.
    async fn nothing_follows_a_failed_statement(db: Db) {
        let told = Arc::new(Mutex::new(Vec::new()));
        let tell = told.clone();
        let answer = db.write(move |tx| {
            say(tx, "once")?;
            let (failed, next) = (say(tx, "once"), say(tx, "twice"));
            let asked = tx.query("SELECT said FROM line", &[], |row| row.get::<String>(0)).map(drop);
            *tell.lock().unwrap() = vec![failed, next, asked];
            Ok::<_, Error>(())
        });
        assert!(matches!(answer.await, Err(Error::Constraint(_))));
        let told = told.lock().unwrap().clone();
        assert!(told.iter().all(|answer| matches!(answer, Err(Error::Constraint(_)))), "{told:?}");
        assert!(said(&db).await.is_empty());
    }
}

story! {
    /// A caller who goes away leaves a transaction that stands or not, and a store that goes on.
    async fn a_caller_may_go_away(db: Db) {
        let (gate, held) = gate();
        let gone = spawn_write(&db, move |tx| { held.pass(); say(tx, "for nobody") });
        gate.reached().await;
        gone.abort();
        gate.open();
        db.write(|tx| say(tx, "for somebody")).await.unwrap();
        assert!(said(&db).await.contains(&"for somebody".to_owned()));
    }
}

story! {
    /// A read sees one state of the store, whatever is committed meanwhile.
    async fn a_read_is_a_snapshot(db: Db) {
        let (gate, held) = gate();
        let reader = db.clone();
        let counts = tokio::spawn(async move {
            reader.read(move |tx| {
                let count = |tx: &mut Tx<'_>| tx.first("SELECT count(*) FROM line", &[], |row| row.get::<i64>(0));
                let before = count(tx)?;
                held.pass();
                Ok::<_, Error>((before, count(tx)?))
            }).await
        });
        gate.reached().await;
        db.write(|tx| say(tx, "meanwhile")).await.unwrap();
        gate.open();
        assert_eq!(counts.await.unwrap().unwrap(), (Some(0), Some(0)));
    }
}

story! {
    /// What outgrows the store's patience or its place is told, and the store goes on: many more writers
    /// than its queue holds all get their turn.
    async fn the_queue_is_bounded_and_awaits(db: Db) {
        db.write(|tx| tx.execute("INSERT INTO tally (name, n) VALUES ('all', 0)", &[])).await.unwrap();
        let writers: Vec<_> = (0..3000).map(|number: u32| {
            spawn_write(&db, move |tx| say(tx, &number.to_string()))
        }).collect();
        for writer in writers {
            writer.await.unwrap().unwrap();
        }
        assert_eq!(said(&db).await.len(), 3000);
    }
}

// SQLite alone ---------------------------------------------------------------------------------

/// A full disk may take the whole batch with it. Nobody is told that a write stands when it does not,
/// nor that it failed when it stands; with room again, writes succeed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_database_makes_no_false_acknowledgement() {
    const ONE: &str = "INSERT INTO line (said) VALUES ('big' || hex(zeroblob(4000000)))";
    let folder = tempfile::tempdir().unwrap();
    let db = open(&on_sqlite(&folder)).await;
    let limit = |pages: i64| {
        db.write(move |tx| tx.query(&format!("PRAGMA max_page_count = {pages}"), &[], |row| row.get::<i64>(0)))
    };
    limit(60).await.unwrap();
    let answers =
        together(&db, &[|tx| say(tx, "small"), |tx| tx.execute(ONE, &[]).map(drop), |tx| say(tx, "last")]).await;
    assert!(matches!(answers[2], Err(Error::Unavailable(_))), "{answers:?}");
    let said_then = said(&db).await;
    for (answer, name) in answers.iter().zip(["first", "small", "big", "last"]) {
        assert_eq!(answer.is_ok(), said_then.contains(&name.to_owned()), "{name}: {answers:?}, {said_then:?}");
    }
    limit(100_000).await.unwrap();
    db.write(|tx| tx.execute(ONE, &[])).await.unwrap();
    assert_eq!(said(&db).await.len(), said_then.len() + 1);
}

// PostgreSQL alone -----------------------------------------------------------------------------

/// A transaction that began to write earlier and commits later is not skipped by a follower that reads
/// below the horizon; one that does not would skip it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_follower_below_the_horizon_skips_nobody() {
    const ALL: &str = "SELECT said FROM line ORDER BY xid, seq";
    const BELOW: &str = "SELECT said FROM line WHERE xid < $1 ORDER BY xid, seq";
    let db = open(&on_postgres()).await;
    let follow = || {
        db.read(|tx| {
            let horizon = tx.horizon()?;
            tx.query(BELOW, params![horizon], |row| row.get::<String>(0))
        })
    };
    let (gate, held) = gate();
    let early = spawn_write(&db, move |tx| {
        say(tx, "began first")?;
        held.pass();
        Ok(())
    });
    gate.reached().await;
    db.write(|tx| say(tx, "committed first")).await.unwrap();
    let seen = db.read(|tx| tx.query(ALL, &[], |row| row.get::<String>(0))).await.unwrap();
    assert_eq!(seen, ["committed first"], "who reads past the horizon has gone past the other");
    assert!(follow().await.unwrap().is_empty(), "the log is not complete yet");
    gate.open();
    early.await.unwrap().unwrap();
    // The horizon is the server's, and other tests write on it too.
    let mut seen = Vec::new();
    for _ in 0..500 {
        seen = follow().await.unwrap();
        if !seen.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(seen, ["began first", "committed first"]);
}

/// Two transactions that wait for each other: one of them runs again, both callers get their Ok.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deadlock_is_run_again() {
    let db = open(&on_postgres()).await;
    db.write(|tx| tx.execute("INSERT INTO tally (name, n) VALUES ('a', 0), ('b', 0)", &[])).await.unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let crossing = |first: &'static str, second: &'static str| {
        let ((gate, held), runs) = (gate(), runs.clone());
        let writer = spawn_write(&db, move |tx| {
            const ADD: &str = "UPDATE tally SET n = n + 1 WHERE name = $1";
            runs.fetch_add(1, Ordering::Relaxed);
            tx.execute(ADD, params![first])?;
            held.pass();
            tx.execute(ADD, params![second]).map(drop)
        });
        (gate, writer)
    };
    let ((one, first), (two, second)) = (crossing("a", "b"), crossing("b", "a"));
    one.reached().await;
    two.reached().await;
    one.open();
    two.open();
    drop((one, two));
    first.await.unwrap().unwrap();
    second.await.unwrap().unwrap();
    assert!(runs.load(Ordering::Relaxed) >= 3, "no deadlock came about");
    let tally = db.read(|tx| tx.query("SELECT n FROM tally ORDER BY name", &[], |row| row.get::<i64>(0)));
    assert_eq!(tally.await.unwrap(), [2, 2], "each counted once");
}

/// A lock that somebody else never lets go of is waited for once, and not again and again: a few such waits
/// would leave no connection for others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_is_waited_for_once() {
    let location = on_postgres();
    let db = open(&location).await;
    db.write(|tx| tx.execute("INSERT INTO tally (name, n) VALUES ('a', 0)", &[])).await.unwrap();
    let Location::Postgres(url) = location else { unreachable!() };
    let (gate, held) = gate();
    let holder = std::thread::spawn(move || {
        let mut somebody = ::postgres::Client::connect(&url, ::postgres::NoTls).unwrap();
        let mut transaction = somebody.transaction().unwrap();
        transaction.execute("UPDATE tally SET n = 1", &[]).unwrap();
        held.pass();
    });
    gate.reached().await;
    let runs = Arc::new(AtomicU32::new(0));
    let counted = runs.clone();
    let answer = spawn_write(&db, move |tx| {
        counted.fetch_add(1, Ordering::Relaxed);
        tx.execute("UPDATE tally SET n = 2", &[]).map(drop)
    });
    assert!(matches!(answer.await.unwrap(), Err(Error::Unavailable(_))));
    assert_eq!(runs.load(Ordering::Relaxed), 1);
    gate.open();
    holder.join().unwrap();
    db.write(|tx| tx.execute("UPDATE tally SET n = 2", &[])).await.unwrap();
}
