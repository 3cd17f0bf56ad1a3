//! The history of settings: written with each change, and read newest first.

use std::collections::HashMap;

use serde_json::Value;
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, Micros};
use crate::error::{Problem, Result};
use crate::people::{Actor, agents};

/// A change as stored.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its place in the history.
    pub seq: i64,
    /// UUIDv7.
    pub id: Uuid,
    /// When.
    pub at: Micros,
    /// By whom.
    pub actor: Actor,
    /// Of what: `KIND:NAME`.
    pub subject: String,
    /// How it was; `None`: it was not there.
    pub before: Option<Value>,
    /// How it is since; `None`: it is gone.
    pub after: Option<Value>,
}

/// Notes that `actor` changed `subject`. What did not change is not noted.
pub fn note(
    tx: &mut Tx<'_>,
    actor: Actor,
    subject: &str,
    change: (Option<Value>, Option<Value>),
    at: Micros,
    draws: &mut Draws,
) -> Result<(), Error> {
    const NOTE: &str = "INSERT INTO change (id, at, actor_kind, actor_id, subject, was, became)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let (before, after) = change;
    if before == after {
        return Ok(());
    }
    // Positions grow in the order of commits: whoever saw one has seen all before it.
    agents::lock_register(tx)?;
    let text = |value: Option<Value>| value.map(|value| value.to_string());
    let (was, became) = (text(before), text(after));
    let params = params![draws.uuid(), at, actor.kind(), actor.id(), subject, was.as_deref(), became.as_deref()];
    tx.execute(NOTE, params).map(drop)
}

/// The version of a thing: the position of its newest change, 0 when it never changed.
pub fn version(tx: &mut Tx<'_>, subject: &str) -> Result<i64, Error> {
    const NEWEST: &str = "SELECT max(seq) FROM change WHERE subject = $1";
    Ok(tx.first(NEWEST, params![subject], |row| row.opt(0))?.flatten().unwrap_or(0))
}

/// The versions of all things of a kind, by subject.
pub fn versions(tx: &mut Tx<'_>, kind: &str) -> Result<HashMap<String, i64>, Error> {
    const NEWEST: &str = "SELECT subject, max(seq) FROM change WHERE subject >= $1 AND subject < $2 GROUP BY subject";
    let (from, to) = of_kind(kind);
    let rows = tx.query(NEWEST, params![&from, &to], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.into_iter().collect())
}

/// Stops whoever read another version than the one that is there; `None` asks for no such check.
///
/// # Errors
/// 409 `setting-moved`.
pub fn expect(tx: &mut Tx<'_>, subject: &str, read: Option<i64>) -> Result<()> {
    match read {
        Some(read) if read != version(tx, subject)? => Err(Problem::conflict("setting-moved")),
        _ => Ok(()),
    }
}

/// The range of subjects of a kind: `:` is followed by `;`.
fn of_kind(kind: &str) -> (String, String) {
    (format!("{kind}:"), format!("{kind};"))
}

/// Whose changes are read.
#[derive(Clone, Debug)]
pub enum Of {
    /// Of everything.
    Everything,
    /// Of all things of a kind.
    Kind(String),
    /// Of one thing.
    Subject(String),
}

/// Up to `limit` changes before a position, newest first.
pub fn page(tx: &mut Tx<'_>, of: &Of, before: i64, limit: i64) -> Result<Vec<Change>, Error> {
    const COLUMNS: &str = "SELECT seq, id, at, actor_kind, actor_id, subject, was, became FROM change";
    let (from, to) = match of {
        Of::Everything => {
            let sql = format!("{COLUMNS} WHERE seq < $1 ORDER BY seq DESC LIMIT $2");
            return tx.query(&sql, params![before, limit], read);
        }
        Of::Kind(kind) => of_kind(kind),
        Of::Subject(subject) => {
            let sql = format!("{COLUMNS} WHERE subject = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3");
            return tx.query(&sql, params![subject, before, limit], read);
        }
    };
    let sql = format!("{COLUMNS} WHERE subject >= $1 AND subject < $2 AND seq < $3 ORDER BY seq DESC LIMIT $4");
    tx.query(&sql, params![&from, &to, before, limit], read)
}

fn read(row: &Row<'_>) -> Result<Change, Error> {
    let json = |text: Option<String>| {
        text.map(|text| serde_json::from_str(&text).map_err(|error| Error::Defect(error.to_string()))).transpose()
    };
    let actor = Actor::parse(&row.get::<String>(3)?, row.opt(4)?);
    Ok(Change {
        seq: row.get(0)?,
        id: row.get(1)?,
        at: row.get(2)?,
        actor: actor.ok_or_else(|| Error::Defect("a change names no actor".into()))?,
        subject: row.get(5)?,
        before: json(row.opt(6)?)?,
        after: json(row.opt(7)?)?,
    })
}
