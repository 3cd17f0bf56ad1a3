//! Following the log: a follower stands at a position, and reads what came after it in the order of commits.
//!
//! Whoever follows does so in one transaction: [`place`] locks where it stands, so that of two nodes one waits.

use store::{Error, Position, Row, Tx, params};
use uuid::Uuid;

/// What a follower learns of an entry.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Its place in the log.
    pub position: Position,
    /// Its ticket.
    pub ticket: Uuid,
    /// The shelf that it took its ticket from; `None` when the ticket stayed where it was, or is new.
    pub before: Option<String>,
    /// The shelf that it put its ticket on; `None` when the ticket stayed where it was.
    pub after: Option<String>,
}

fn position(row: &Row<'_>) -> Result<Position, Error> {
    Ok(Position { xid: row.get(0)?, seq: row.get(1)? })
}

/// The highest key of an entry that anybody sees, 0 before the first one; in PostgreSQL lower ones may still follow.
pub fn newest_key(tx: &mut Tx<'_>) -> Result<i64, Error> {
    Ok(tx.first("SELECT max(seq) FROM entry", &[], |row| row.opt(0))?.flatten().unwrap_or(0))
}

/// Where the follower `name` stands, locked.
pub fn place(tx: &mut Tx<'_>, name: &str) -> Result<Position, Error> {
    const BEGIN: &str = "INSERT INTO follower (name, xid, seq) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING";
    const FIND: &str = "SELECT xid, seq FROM follower WHERE name = $1";
    if let Some(position) = tx.lock(FIND, params![name], position)? {
        return Ok(position);
    }
    tx.execute(BEGIN, params![name])?;
    Ok(tx.lock(FIND, params![name], position)?.unwrap_or_default())
}

/// Where the follower `name` stood a moment ago.
pub fn stands(tx: &mut Tx<'_>, name: &str) -> Result<Position, Error> {
    const FIND: &str = "SELECT xid, seq FROM follower WHERE name = $1";
    Ok(tx.first(FIND, params![name], position)?.unwrap_or_default())
}

/// The follower `name` has seen everything up to `to`.
pub fn advance(tx: &mut Tx<'_>, name: &str, to: Position) -> Result<(), Error> {
    const MOVE: &str = "UPDATE follower SET xid = $1, seq = $2 WHERE name = $3";
    tx.execute(MOVE, params![to.xid, to.seq, name]).map(drop)
}

/// The next entries after a position. First the rest of the position's own transaction, then the transactions after
/// it: each is a walk along the index, where a comparison of pairs would walk all of it in SQLite.
pub fn since(tx: &mut Tx<'_>, position: Position, limit: i64) -> Result<Vec<Logged>, Error> {
    const SAME: &str = "SELECT xid, seq, ticket_id, shelf_before, shelf_after FROM entry
        WHERE xid = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    const LATER: &str = "SELECT xid, seq, ticket_id, shelf_before, shelf_after FROM entry
        WHERE xid > $1 AND xid < $2 ORDER BY xid, seq LIMIT $3";
    let read = |row: &Row<'_>| {
        Ok(Logged { position: self::position(row)?, ticket: row.get(2)?, before: row.opt(3)?, after: row.opt(4)? })
    };
    let horizon = tx.horizon()?;
    let mut entries: Vec<Logged> = tx.query(SAME, params![position.xid, position.seq, limit], read)?;
    let left = limit - entries.len() as i64;
    if left > 0 {
        entries.extend(tx.query(LATER, params![position.xid, horizon, left], read)?);
    }
    Ok(entries)
}

/// The end of the log: whatever is not before it, and not visible yet, will come after it.
pub fn end(tx: &mut Tx<'_>) -> Result<Position, Error> {
    const LAST: &str = "SELECT xid, seq FROM entry WHERE xid < $1 ORDER BY xid DESC, seq DESC LIMIT 1";
    let horizon = tx.horizon()?;
    Ok(tx.first(LAST, params![horizon], position)?.unwrap_or_default())
}

/// How many entries the follower `name` has not seen yet.
pub fn lag(tx: &mut Tx<'_>, name: &str) -> Result<i64, Error> {
    let position = stands(tx, name)?;
    behind(tx, position)
}

/// How many entries come after a position.
pub fn behind(tx: &mut Tx<'_>, position: Position) -> Result<i64, Error> {
    const SAME: &str = "SELECT count(*) FROM entry WHERE xid = $1 AND seq > $2";
    const LATER: &str = "SELECT count(*) FROM entry WHERE xid > $1";
    let same = tx.first(SAME, params![position.xid, position.seq], |row| row.get::<i64>(0))?;
    let later = tx.first(LATER, params![position.xid], |row| row.get::<i64>(0))?;
    Ok(same.unwrap_or(0) + later.unwrap_or(0))
}
