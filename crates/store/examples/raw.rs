//! The raw limit beside which the bench stands: what this machine's disk and processor allow for the rows
//! of a new ticket, and what of it `store` leaves. In one run, as JSON:
//!
//! - `raw_commits_per_s`, `cpu_ms`: SQLite by hand, one writer, what queued goes into one commit;
//! - `tx_commits_per_s`, `tx_cpu_ms`: the same statements through `Db::write`.
//!
//! Both have 64 writers, each with one write under way. `cpu_ms` is processor time per write.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use store::{Db, Error, Location, Migration, Tx, params};
use uuid::Uuid;

const WRITERS: usize = 64;
const LASTS: Duration = Duration::from_secs(3);
/// USER_HZ, the unit of times in `/proc`.
const TICKS_PER_S: f64 = 100.0;
/// With the header's and the body's words: what an entry takes.
const BODY: usize = 700;

/// A ticket's row, its first entry's and an outbox row, with three secondary indexes, an idempotency key
/// and its answer.
const SCHEMA: &[Migration] = &[Migration {
    number: 1,
    name: "raw",
    sql: "
        CREATE TABLE ticket (id UUID PRIMARY KEY, subject TEXT NOT NULL, state TEXT NOT NULL,
          customer UUID NOT NULL, entries INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
        CREATE INDEX ticket_open ON ticket(updated_at, id) WHERE state = 'open';
        CREATE INDEX ticket_of_customer ON ticket(customer, id);
        CREATE TABLE entry (seq SERIAL_KEY, ticket UUID NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
          hash BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX entry_number ON entry(ticket, number);
        CREATE TABLE outbox (id UUID PRIMARY KEY, ticket UUID NOT NULL, state TEXT NOT NULL) STRICT;
        CREATE TABLE idempotency (key TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT;",
}];

const CLAIM: &str = "INSERT INTO idempotency (key, answer) VALUES ($1, '') ON CONFLICT DO NOTHING";
const TICKET: &str = "INSERT INTO ticket (id, subject, state, customer, entries, updated_at)
    VALUES ($1, 'Deposit has not arrived', 'open', $2, 1, $3)";
const ENTRY: &str = "INSERT INTO entry (ticket, number, body, hash) VALUES ($1, 1, $2, $3)";
const OUTBOX: &str = "INSERT INTO outbox (id, ticket, state) VALUES ($1, $2, 'ready')";
const ANSWER: &str = "UPDATE idempotency SET answer = $1 WHERE key = $2";

/// What one write stores, made before its transaction.
struct Write {
    id: Uuid,
    customer: Uuid,
    at: i64,
    key: String,
    body: String,
    hash: [u8; 32],
}

impl Write {
    fn new(number: u64) -> Write {
        // As scattered as random ids are, and repeatable.
        let scattered = u128::from(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)) << 64 | u128::from(number);
        Write {
            id: Uuid::from_u128(u128::from(number) << 80 | scattered >> 80),
            customer: Uuid::from_u128(u128::from(number % 2_500)),
            at: i64::try_from(number).unwrap_or(i64::MAX),
            key: format!("key-{number}"),
            body: "x".repeat(BODY),
            hash: [7; 32],
        }
    }
}

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let raw = by_hand()?;
    let tx = through_the_store()?;
    println!(
        r#"{{"raw_commits_per_s": {:.1}, "cpu_ms": {:.4}, "tx_commits_per_s": {:.1}, "tx_cpu_ms": {:.4}}}"#,
        raw.per_s, raw.cpu_ms, tx.per_s, tx.cpu_ms
    );
    Ok(())
}

// By hand ----------------------------------------------------------------------------------------

fn by_hand() -> Outcome<Rate> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("raw.sqlite");
    // The store makes the file, so that both have the same schema.
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(Db::open(&Location::Sqlite(path.clone()))?.migrate(SCHEMA, 0))?;
    let conn = Connection::open(path)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON; PRAGMA cache_size = -8192; PRAGMA wal_autocheckpoint = 4000;",
    )?;
    let (queue, jobs) = channel::<(Write, Sender<()>)>();
    let writer = std::thread::spawn(move || write_batches(&conn, &jobs));
    let count = AtomicU64::new(0);
    let rate = Rate::of(&count, |clock| {
        std::thread::scope(|scope| {
            for _ in 0..WRITERS {
                scope.spawn(|| {
                    let (done, answer) = channel();
                    while clock.runs() {
                        let write = Write::new(count.fetch_add(1, Ordering::Relaxed));
                        if queue.send((write, done.clone())).is_err() || answer.recv().is_err() {
                            return;
                        }
                    }
                });
            }
        });
        Ok(())
    })?;
    drop(queue);
    writer.join().map_err(|_| "the writer panicked")??;
    Ok(rate)
}

fn write_batches(conn: &Connection, jobs: &Receiver<(Write, Sender<()>)>) -> rusqlite::Result<()> {
    while let Ok(first) = jobs.recv() {
        conn.prepare_cached("BEGIN IMMEDIATE")?.raw_execute()?;
        let mut answers = Vec::new();
        let mut next = Some(first);
        while let Some((write, answer)) = next {
            five_statements(conn, &write)?;
            answers.push(answer);
            next = jobs.try_recv().ok();
        }
        conn.prepare_cached("COMMIT")?.raw_execute()?;
        for answer in answers {
            answer.send(()).ok();
        }
    }
    Ok(())
}

fn five_statements(conn: &Connection, write: &Write) -> rusqlite::Result<()> {
    conn.prepare_cached(CLAIM)?.execute((&write.key,))?;
    conn.prepare_cached(TICKET)?.execute((write.id.as_bytes(), write.customer.as_bytes(), write.at))?;
    conn.prepare_cached(ENTRY)?.execute((write.id.as_bytes(), &write.body, &write.hash))?;
    conn.prepare_cached(OUTBOX)?.execute((write.id.as_bytes(), write.id.as_bytes()))?;
    conn.prepare_cached(ANSWER)?.execute((&write.body[..200], &write.key))?;
    Ok(())
}

// Through the store ------------------------------------------------------------------------------

fn through_the_store() -> Outcome<Rate> {
    let folder = tempfile::tempdir()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().build()?;
    let db = Db::open(&Location::Sqlite(folder.path().join("store.sqlite")))?;
    runtime.block_on(db.migrate(SCHEMA, 0))?;
    let count = Arc::new(AtomicU64::new(0));
    let rate = Rate::of(&count.clone(), |clock| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|_| {
                let (db, count) = (db.clone(), count.clone());
                runtime.spawn(async move {
                    while clock.runs() {
                        let write = Write::new(count.fetch_add(1, Ordering::Relaxed));
                        db.write(move |tx| through_tx(tx, &write)).await?;
                    }
                    Ok::<(), Error>(())
                })
            })
            .collect();
        for writer in writers {
            runtime.block_on(writer)??;
        }
        Ok(())
    })?;
    Ok(rate)
}

fn through_tx(tx: &mut Tx<'_>, write: &Write) -> Result<(), Error> {
    tx.execute(CLAIM, params![&write.key])?;
    tx.execute(TICKET, params![write.id, write.customer, write.at])?;
    tx.execute(ENTRY, params![write.id, &write.body, &write.hash])?;
    tx.execute(OUTBOX, params![write.id, write.id])?;
    tx.execute(ANSWER, params![&write.body[..200], &write.key])?;
    Ok(())
}

// Measuring --------------------------------------------------------------------------------------

struct Rate {
    per_s: f64,
    cpu_ms: f64,
}

#[derive(Clone, Copy)]
struct Clock(Instant);

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "a measurement reads the real clock")]
    fn start() -> Clock {
        Clock(Instant::now())
    }

    fn elapsed(self) -> Duration {
        self.0.elapsed()
    }

    fn runs(self) -> bool {
        self.elapsed() < LASTS
    }
}

impl Rate {
    /// Runs `load` and divides by what it counted.
    fn of(count: &AtomicU64, load: impl FnOnce(Clock) -> Outcome) -> Outcome<Rate> {
        let (before, clock) = (cpu_s()?, Clock::start());
        load(clock)?;
        let (seconds, cpu) = (clock.elapsed().as_secs_f64(), cpu_s()? - before);
        let writes = count.load(Ordering::Relaxed) as f64;
        Ok(Rate { per_s: writes / seconds, cpu_ms: cpu * 1000.0 / writes })
    }
}

/// Processor time of this process, in seconds: fields 14 and 15 of proc_pid_stat(5).
fn cpu_s() -> Outcome<f64> {
    let text = std::fs::read_to_string("/proc/self/stat")?;
    let (_, after) = text.rsplit_once(')').ok_or("unexpected /proc/self/stat")?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |number: usize| fields.get(number - 3).and_then(|field| field.parse::<f64>().ok());
    let (user, system) = ticks(14).zip(ticks(15)).ok_or("unexpected /proc/self/stat")?;
    Ok((user + system) / TICKS_PER_S)
}
