//! SQLite: one writer thread with group commit, and reader connections for the calling threads.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use parking_lot::Mutex;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::mpsc;

use crate::company::Company;
use crate::work::{self, Job, Mode, Verdict};
use crate::{Error, QUEUE, Tx, dialect, fault};

/// The most closures in one commit: bounds how long the first of them waits.
const BATCH: usize = 256;
/// Prepared statements kept per connection.
const STATEMENTS: usize = 256;

pub struct Sqlite {
    path: PathBuf,
    writer: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    idle_readers: Mutex<Vec<Connection>>,
}

impl Sqlite {
    pub fn open(path: &Path) -> Result<Sqlite, Error> {
        sync_log(path)?;
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        let (sender, jobs) = mpsc::channel(QUEUE);
        let thread = std::thread::Builder::new()
            .name("store-writer".into())
            .spawn(move || write_batches(&conn, jobs))
            .map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(Sqlite { path: path.to_owned(), writer: Some(sender), thread: Some(thread), idle_readers: Mutex::default() })
    }

    pub fn writer(&self) -> &mpsc::Sender<Job> {
        self.writer.as_ref().unwrap_or_else(|| unreachable!("the writer lives as long as the store"))
    }

    /// Runs `f` over a snapshot, on this thread. There are never more readers than threads that read.
    pub fn read<T, E: From<Error>>(&self, f: impl Fn(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let idle = self.idle_readers.lock().pop();
        let conn = match idle {
            Some(conn) => conn,
            None => connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?,
        };
        run(&conn, "BEGIN")?;
        let result = work::call(&f, &mut Tx::sqlite(&conn, Mode::Read));
        // A connection that failed may be stale (the file replaced, the disk gone): do not keep it.
        if result.is_ok() && run(&conn, "COMMIT").is_ok() {
            self.idle_readers.lock().push(conn);
        }
        result?
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.writer = None; // the thread ends when its queue does
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// A killed process leaves in the page cache what it wrote and did not sync. SQLite reads that as committed, and
/// callers are answered from it: so it is made durable before it is read. (SQLite's locks are on other files.)
fn sync_log(path: &Path) -> Result<(), Error> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    match File::open(log).and_then(|log| log.sync_all()) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Error::Unavailable(format!("syncing the log: {error}")))
        }
        _ => Ok(()),
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, Error> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    // Else a statement with a join or a range is parsed again at each run, in case its parameters would have it
    // planned otherwise: 80 % of the time of a look-up.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.execute_batch(dialect::SQLITE_SESSION)?;
    if fault::asked("no-sync") {
        conn.execute_batch("PRAGMA synchronous = OFF")?;
    }
    Ok(conn)
}

fn run(conn: &Connection, sql: &str) -> Result<(), Error> {
    conn.prepare_cached(sql)?.raw_execute()?;
    Ok(())
}

/// A closure that ran, and the error that undid it alone.
type Ran = (Job, Option<Error>);

/// What queued during the last commit goes into the next one.
fn write_batches(conn: &Connection, mut jobs: mpsc::Receiver<Job>) {
    let mut company = Company::default();
    while let Some(first) = jobs.blocking_recv() {
        company.gather(|| 1 + jobs.len());
        let mut batch = Vec::new();
        let outcome = match run(conn, "BEGIN IMMEDIATE") {
            Ok(()) => run_batch(conn, first, &mut jobs, &mut batch),
            Err(error) => {
                batch.push((first, None));
                Err(error)
            }
        };
        finish(conn, batch, outcome);
    }
}

/// Runs closures until none waits or the batch is full.
///
/// With a savepoint around it, each could be undone alone; but SQLite then keeps a copy of every page that it touches,
/// a twelfth of the time of a new ticket. Hardly any closure refuses after it wrote something. When one does, the batch
/// is undone, and what it held runs again, from then on with savepoints.
fn run_batch(conn: &Connection, first: Job, jobs: &mut mpsc::Receiver<Job>, batch: &mut Vec<Ran>) -> Result<(), Error> {
    let (mut next, mut apart) = (Some(first), false);
    while let Some(mut job) = next.take() {
        let (ran, kept) = if apart { (in_savepoint(conn, &mut job), true) } else { in_common(conn, &mut job) };
        let before = batch.len();
        batch.push((job, ran.as_ref().err().cloned()));
        still_open(conn, ran)?;
        if !kept {
            apart = true;
            run(conn, "ROLLBACK")?;
            run(conn, "BEGIN IMMEDIATE")?;
            for (job, error) in &mut batch[..before] {
                let ran = in_savepoint(conn, job);
                *error = ran.as_ref().err().cloned();
                still_open(conn, ran)?;
            }
        }
        if batch.len() < BATCH {
            next = jobs.try_recv().ok();
        }
    }
    Ok(())
}

/// SQLITE_FULL and I/O errors roll all of it back, savepoints included.
fn still_open(conn: &Connection, ran: Result<(), Error>) -> Result<(), Error> {
    if !conn.is_autocommit() {
        return Ok(());
    }
    Err(ran.err().unwrap_or_else(|| Error::Unavailable("the transaction was rolled back".into())))
}

/// Runs one closure among others; says whether what it did may stand. It may when it refused before it wrote anything.
fn in_common(conn: &Connection, job: &mut Job) -> (Result<(), Error>, bool) {
    let before = conn.total_changes();
    match job.run(&mut Tx::sqlite(conn, Mode::Write)) {
        Verdict::Keep => (Ok(()), true),
        Verdict::Drop => (Ok(()), conn.total_changes() == before),
        Verdict::Failed(error) => (Err(error), false),
    }
}

/// Runs one closure so that its failure undoes it alone. An error is the closure's caller's answer.
fn in_savepoint(conn: &Connection, job: &mut Job) -> Result<(), Error> {
    run(conn, "SAVEPOINT job")?;
    let verdict = job.run(&mut Tx::sqlite(conn, Mode::Write));
    if conn.is_autocommit() {
        return Err(match verdict {
            Verdict::Failed(error) => error,
            _ => Error::Unavailable("the transaction was rolled back".into()),
        });
    }
    if !matches!(verdict, Verdict::Keep) {
        run(conn, "ROLLBACK TO job")?;
    }
    run(conn, "RELEASE job")?;
    match verdict {
        Verdict::Failed(error) => Err(error),
        _ => Ok(()),
    }
}

/// Commits the batch and answers each caller; when the commit fails, all of them fail.
fn finish(conn: &Connection, mut batch: Vec<Ran>, outcome: Result<(), Error>) {
    if fault::asked("ack-before-commit") {
        answer(std::mem::take(&mut batch), &outcome);
        std::thread::sleep(fault::HEAD_START);
    }
    let committed = outcome.and_then(|()| run(conn, "COMMIT"));
    if committed.is_err() && !conn.is_autocommit() {
        drop(run(conn, "ROLLBACK"));
    }
    answer(batch, &committed);
}

fn answer(batch: Vec<Ran>, committed: &Result<(), Error>) {
    for (job, error) in batch {
        job.finish(committed.clone().and(error.map_or(Ok(()), Err)));
    }
}
