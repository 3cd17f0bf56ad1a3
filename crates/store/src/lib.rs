//! One store over SQLite and PostgreSQL.
//!
//! [`Db::write`] runs a *synchronous, repeatable* closure over a [`Tx`] in one durable transaction;
//! [`Db::read`] runs one over a consistent snapshot. The crate knows SQL and durability and nothing
//! of what is stored.
//!
//! What must stay true:
//! - A write is acknowledged only after its commit is on disk (SQLite: WAL, `synchronous=FULL`;
//!   PostgreSQL: its own `COMMIT`).
//! - A closure may run more than once (PostgreSQL retries serialization failures), so it makes
//!   neither ids nor times nor any effect outside the transaction: those are given to it.
//! - After a statement failed nothing of that closure is kept, on either database.
//! - A panicking closure fails its caller and nobody else.
//! - One SQL text serves both databases; what differs is in `dialect`.

mod company;
mod dialect;
mod error;
mod fault;
mod migrate;
mod postgres;
mod sqlite;
mod tx;
mod value;
mod work;

use std::path::PathBuf;
use std::sync::Arc;

pub use error::Error;
pub use migrate::{Migration, SchemaState};
pub use tx::{Position, Tx};
pub use value::{Column, Param, Row};

/// Where the data lives.
#[derive(Clone, Debug)]
pub enum Location {
    /// A SQLite file; its folder must exist.
    Sqlite(PathBuf),
    /// A `postgres://` connection string. `sslmode=require` uses rustls with the system's roots.
    Postgres(String),
}

/// Queued writes beyond this many wait in their callers ([`Db::write`] awaits).
const QUEUE: usize = 1024;

/// A handle to the store; clones share it.
#[derive(Clone)]
pub struct Db(Arc<Engine>);

enum Engine {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

impl Db {
    /// Opens the store without touching its schema.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the file or the server cannot be reached.
    pub fn open(location: &Location) -> Result<Db, Error> {
        let engine = match location {
            Location::Sqlite(path) => Engine::Sqlite(sqlite::Sqlite::open(path)?),
            Location::Postgres(url) => Engine::Postgres(postgres::Postgres::open(url)?),
        };
        Ok(Db(Arc::new(engine)))
    }

    /// Runs `f` in one durable transaction and returns after its commit. `f` may run more than once.
    ///
    /// # Errors
    /// What `f` returned, in which case nothing of it was kept; or the store's own error.
    pub async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &*self.0 {
            Engine::Sqlite(sqlite) => work::submit(sqlite.writer(), work::Mode::Write, f).await,
            Engine::Postgres(pool) => work::submit(pool.jobs(), work::Mode::Write, f).await,
        }
    }

    /// Runs `f` over one consistent snapshot. On SQLite it runs on the calling thread: a read of some
    /// dozens of cached rows costs less than waking another thread. Keep it short.
    ///
    /// # Errors
    /// What `f` returned, or the store's own error.
    pub async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &*self.0 {
            Engine::Sqlite(sqlite) => sqlite.read(f),
            Engine::Postgres(pool) => work::submit(pool.jobs(), work::Mode::Read, f).await,
        }
    }

    /// What the schema is, against the `migrations` that this program knows.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the store cannot be read.
    pub async fn schema(&self, migrations: &'static [Migration]) -> Result<SchemaState, Error> {
        self.write(move |tx| migrate::state(tx, migrations)).await
    }

    /// Applies what is missing of `migrations`, each in one transaction; `at` (microseconds) is noted
    /// beside each. Returns the names of those applied.
    ///
    /// # Errors
    /// [`Error::Unavailable`] or the failing statement; earlier migrations stay applied.
    pub async fn migrate(&self, migrations: &'static [Migration], at: i64) -> Result<Vec<&'static str>, Error> {
        let mut applied = Vec::new();
        for migration in migrations {
            if self.write(move |tx| migrate::apply(tx, migration, at)).await? {
                applied.push(migration.name);
            }
        }
        Ok(applied)
    }

    /// Whether this is PostgreSQL (`serve` migrates it only when empty).
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        matches!(&*self.0, Engine::Postgres(_))
    }
}
