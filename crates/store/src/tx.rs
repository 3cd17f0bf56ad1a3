//! The transaction that closures see.

use std::collections::HashMap;

use crate::value::{Param, Row};
use crate::work::Mode;
use crate::{Error, dialect};

/// A place in the order of the log: (number of the writing transaction, serial key).
/// `Position::default()` is before everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The writing transaction's number; always 0 on SQLite, which has one writer.
    pub xid: i64,
    /// The serial key.
    pub seq: i64,
}

/// A transaction over either database.
pub struct Tx<'c> {
    conn: Conn<'c>,
    mode: Mode,
    /// The first statement that failed. PostgreSQL refuses everything after it; so does this.
    failed: Option<Error>,
}

enum Conn<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(&'c mut ::postgres::Client, &'c mut Statements),
}

/// Prepared statements of one PostgreSQL connection, by their text.
pub(crate) type Statements = HashMap<String, ::postgres::Statement>;

/// Texts of statements are constants and a few built from filters; should a caller build ever new ones,
/// the cache starts afresh instead of growing.
const STATEMENTS: usize = 512;

impl<'c> Tx<'c> {
    pub(crate) fn sqlite(conn: &'c rusqlite::Connection, mode: Mode) -> Tx<'c> {
        Tx { conn: Conn::Sqlite(conn), mode, failed: None }
    }

    pub(crate) fn postgres(client: &'c mut ::postgres::Client, statements: &'c mut Statements, mode: Mode) -> Tx<'c> {
        Tx { conn: Conn::Postgres(client, statements), mode, failed: None }
    }

    pub(crate) fn failure(&mut self) -> Option<Error> {
        self.failed.take()
    }

    /// Runs a statement; returns how many rows it changed.
    ///
    /// # Errors
    /// The store's error; the transaction cannot be kept after it.
    pub fn execute(&mut self, sql: &str, params: &[Param<'_>]) -> Result<u64, Error> {
        self.guarded(|conn, mode| match conn {
            Conn::Sqlite(conn) => {
                let mut statement = bound(conn, mode, sql, params)?;
                Ok(statement.raw_execute()? as u64)
            }
            Conn::Postgres(client, statements) => {
                let statement = prepared(client, statements, sql)?;
                Ok(client.execute(&statement, &dynamic(params))?)
            }
        })
    }

    /// All rows of a query, each through `read`.
    ///
    /// # Errors
    /// The store's error; the transaction cannot be kept after it.
    pub fn query<T>(
        &mut self,
        sql: &str,
        params: &[Param<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        self.guarded(|conn, mode| match conn {
            Conn::Sqlite(conn) => {
                let mut statement = bound(conn, mode, sql, params)?;
                let mut rows = statement.raw_query();
                let mut out = Vec::new();
                while let Some(row) = rows.next()? {
                    out.push(read(&Row::Sqlite(row))?);
                }
                Ok(out)
            }
            Conn::Postgres(client, statements) => {
                let statement = prepared(client, statements, sql)?;
                let rows = client.query(&statement, &dynamic(params))?;
                rows.iter().map(|row| read(&Row::Postgres(row))).collect()
            }
        })
    }

    /// The first row of a query, if any.
    ///
    /// # Errors
    /// The store's error; the transaction cannot be kept after it.
    pub fn first<T>(
        &mut self,
        sql: &str,
        params: &[Param<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        Ok(self.query(sql, params, read)?.into_iter().next())
    }

    /// As [`Tx::first`], and locks the row until the transaction ends. SQLite's one writer needs no lock.
    ///
    /// # Errors
    /// The store's error; the transaction cannot be kept after it.
    pub fn lock<T>(
        &mut self,
        sql: &str,
        params: &[Param<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        match self.conn {
            Conn::Sqlite(_) => self.first(sql, params, read),
            Conn::Postgres(..) => self.first(&format!("{sql} FOR UPDATE"), params, read),
        }
    }

    /// As [`Tx::query`], locks the rows and leaves out those that others have locked: for work queues
    /// that several nodes drain.
    ///
    /// # Errors
    /// The store's error; the transaction cannot be kept after it.
    pub fn claim<T>(
        &mut self,
        sql: &str,
        params: &[Param<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        match self.conn {
            Conn::Sqlite(_) => self.query(sql, params, read),
            Conn::Postgres(..) => self.query(&format!("{sql} FOR UPDATE SKIP LOCKED"), params, read),
        }
    }

    /// Whole statements without parameters, as migrations have them.
    pub(crate) fn batch(&mut self, migration: &str) -> Result<(), Error> {
        self.guarded(|conn, _| match conn {
            Conn::Sqlite(conn) => Ok(conn.execute_batch(&dialect::sqlite(migration))?),
            Conn::Postgres(client, _) => Ok(client.batch_execute(&dialect::postgres(migration))?),
        })
    }

    /// Rows written by transactions below this number are all visible, and no more will come: a follower
    /// of the log reads `xid < horizon` ordered by (`xid`, `seq`).
    ///
    /// # Errors
    /// The store's error.
    pub fn horizon(&mut self) -> Result<i64, Error> {
        match self.conn {
            Conn::Sqlite(_) => Ok(i64::MAX),
            Conn::Postgres(..) => {
                let row = self.first(dialect::POSTGRES_HORIZON, &[], |row| row.get(0))?;
                row.ok_or_else(|| Error::defect("no horizon"))
            }
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.conn, Conn::Postgres(..))
    }

    fn guarded<T>(&mut self, run: impl FnOnce(&mut Conn<'c>, Mode) -> Result<T, Error>) -> Result<T, Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let outcome = run(&mut self.conn, self.mode).map_err(|error| blamed(error, self.mode));
        outcome.inspect_err(|error| self.failed = Some(error.clone()))
    }
}

/// A write in a read is the program's mistake. In a write the same answer tells of a standby server.
fn blamed(error: Error, mode: Mode) -> Error {
    match error {
        Error::Unavailable(text) if mode == Mode::Read && text.starts_with(dialect::POSTGRES_READ_ONLY) => {
            Error::Defect(text)
        }
        error => error,
    }
}

fn bound<'c>(
    conn: &'c rusqlite::Connection,
    mode: Mode,
    sql: &str,
    params: &[Param<'_>],
) -> Result<rusqlite::CachedStatement<'c>, Error> {
    let mut statement = conn.prepare_cached(sql)?;
    if mode == Mode::Read && !statement.readonly() {
        return Err(Error::defect(format!("a read that writes: {sql}")));
    }
    if statement.parameter_count() != params.len() {
        return Err(Error::defect(format!("{} parameters for: {sql}", params.len())));
    }
    for (index, param) in params.iter().enumerate() {
        // SQLite numbers `$n` by first use, PostgreSQL by n: a text that serves both uses them in order.
        debug_assert_eq!(statement.parameter_name(index + 1), Some(format!("${}", index + 1).as_str()), "{sql}");
        statement.raw_bind_parameter(index + 1, param)?;
    }
    Ok(statement)
}

fn prepared(
    client: &mut ::postgres::Client,
    statements: &mut Statements,
    sql: &str,
) -> Result<::postgres::Statement, Error> {
    if let Some(statement) = statements.get(sql) {
        return Ok(statement.clone());
    }
    if statements.len() >= STATEMENTS {
        statements.clear();
    }
    let statement = client.prepare(sql)?;
    statements.insert(sql.to_owned(), statement.clone());
    Ok(statement)
}

fn dynamic<'a>(params: &'a [Param<'a>]) -> Vec<&'a (dyn ::postgres::types::ToSql + Sync)> {
    params.iter().map(|param| param as &(dyn ::postgres::types::ToSql + Sync)).collect()
}
