//! Numbered migrations, each applied in one transaction.

use crate::{Error, Tx, params};

/// One step of the schema, in the words of `dialect`.
#[derive(Debug)]
pub struct Migration {
    /// From 1, without gaps.
    pub number: i64,
    /// Short and lasting.
    pub name: &'static str,
    /// Statements for both databases.
    pub sql: &'static str,
}

/// How the store's schema stands to the program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaState {
    /// Nothing was ever applied.
    Empty,
    /// Some of the program's migrations are missing.
    Behind,
    /// The same.
    Current,
    /// The store was migrated by a newer program.
    Ahead,
}

/// A key of PostgreSQL's advisory locks: two nodes that migrate at once take turns.
const LOCK: &str = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(7461736)) AS locked";

fn ensure_table(tx: &mut Tx<'_>) -> Result<(), Error> {
    if tx.is_postgres() {
        tx.query(LOCK, &[], |_| Ok(()))?;
    }
    tx.batch(
        "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;",
    )
}

pub fn state(tx: &mut Tx<'_>, migrations: &[Migration]) -> Result<SchemaState, Error> {
    ensure_table(tx)?;
    let newest = migrations.last().map_or(0, |migration| migration.number);
    let applied = tx.first("SELECT max(number) FROM schema_migration", &[], |row| row.opt::<i64>(0))?.flatten();
    Ok(match applied {
        None => SchemaState::Empty,
        Some(number) if number < newest => SchemaState::Behind,
        Some(number) if number == newest => SchemaState::Current,
        Some(_) => SchemaState::Ahead,
    })
}

pub fn apply(tx: &mut Tx<'_>, migration: &Migration, at: i64) -> Result<bool, Error> {
    ensure_table(tx)?;
    let noted = tx.execute(
        "INSERT INTO schema_migration (number, name, applied_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        params![migration.number, migration.name, at],
    )?;
    if noted == 1 {
        tx.batch(migration.sql)?;
    }
    Ok(noted == 1)
}
