//! How many tickets each view holds: folded from the log by a follower, so that no counter is a hot row
//! and every count is exact as of a position.

use std::collections::BTreeMap;

use store::{Error, Position, Tx, params};

use crate::tickets::queries::View;

/// The follower's name.
const NAME: &str = "counts";
/// Entries folded in one transaction.
const BATCH: i64 = 500;

/// Folds what came since the last time; says whether there may be more.
pub fn follow(tx: &mut Tx<'_>) -> Result<bool, Error> {
    const FOLD: &str = "INSERT INTO view_count (shelf, tickets) VALUES ($1, $2)
        ON CONFLICT (shelf) DO UPDATE SET tickets = view_count.tickets + excluded.tickets";
    const MOVE: &str = "UPDATE follower SET xid = $1, seq = $2 WHERE name = $3";
    let position = place(tx)?;
    let entries = since(tx, position)?;
    let Some((last, ..)) = entries.last() else { return Ok(false) };
    let last = *last;
    let more = entries.len() as i64 == BATCH;

    let mut moved: BTreeMap<String, i64> = BTreeMap::new();
    for (_, before, after) in entries {
        for (shelf, by) in [(before, -1), (after, 1)] {
            if let Some(shelf) = shelf {
                *moved.entry(shelf).or_default() += by;
            }
        }
    }
    for (shelf, by) in moved.iter().filter(|(_, by)| **by != 0) {
        tx.execute(FOLD, params![shelf, *by])?;
    }
    tx.execute(MOVE, params![last.xid, last.seq, NAME])?;
    Ok(more)
}

/// An entry's place in the log, and the shelves that it moved its ticket from and to.
type Moved = (Position, Option<String>, Option<String>);

/// The next entries after a position. First the rest of the position's own transaction, then the transactions after
/// it: each is a walk along the index, where a comparison of pairs would walk all of it in SQLite.
fn since(tx: &mut Tx<'_>, position: Position) -> Result<Vec<Moved>, Error> {
    const SAME: &str = "SELECT xid, seq, shelf_before, shelf_after FROM entry
        WHERE xid = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    const LATER: &str = "SELECT xid, seq, shelf_before, shelf_after FROM entry
        WHERE xid > $1 AND xid < $2 ORDER BY xid, seq LIMIT $3";
    let read = |row: &store::Row<'_>| Ok((Position { xid: row.get(0)?, seq: row.get(1)? }, row.opt(2)?, row.opt(3)?));
    let horizon = tx.horizon()?;
    let mut entries: Vec<Moved> = tx.query(SAME, params![position.xid, position.seq, BATCH], read)?;
    let left = BATCH - entries.len() as i64;
    if left > 0 {
        entries.extend(tx.query(LATER, params![position.xid, horizon, left], read)?);
    }
    Ok(entries)
}

/// Where the follower stands, locked: of two nodes that fold at once, one waits.
fn place(tx: &mut Tx<'_>) -> Result<Position, Error> {
    const BEGIN: &str = "INSERT INTO follower (name, xid, seq) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING";
    const FIND: &str = "SELECT xid, seq FROM follower WHERE name = $1";
    let read = |row: &store::Row<'_>| Ok(Position { xid: row.get(0)?, seq: row.get(1)? });
    if let Some(position) = tx.lock(FIND, params![NAME], read)? {
        return Ok(position);
    }
    tx.execute(BEGIN, params![NAME])?;
    Ok(tx.lock(FIND, params![NAME], read)?.unwrap_or_default())
}

/// How far the follower has folded: [`counts`] are exact as of there.
pub fn position(tx: &mut Tx<'_>) -> Result<Option<Position>, Error> {
    const FIND: &str = "SELECT xid, seq FROM follower WHERE name = $1";
    tx.first(FIND, params![NAME], |row| Ok(Position { xid: row.get(0)?, seq: row.get(1)? }))
}

/// Entries that the follower has not folded yet.
pub fn lag(tx: &mut Tx<'_>) -> Result<i64, Error> {
    const SAME: &str = "SELECT count(*) FROM entry WHERE xid = $1 AND seq > $2";
    const LATER: &str = "SELECT count(*) FROM entry WHERE xid > $1";
    let position = position(tx)?.unwrap_or_default();
    let same = tx.first(SAME, params![position.xid, position.seq], |row| row.get::<i64>(0))?;
    let later = tx.first(LATER, params![position.xid], |row| row.get::<i64>(0))?;
    Ok(same.unwrap_or(0) + later.unwrap_or(0))
}

/// Tickets in each view, for the agent `me` (none for a program).
pub fn counts(tx: &mut Tx<'_>, me: Option<uuid::Uuid>) -> Result<Vec<(View, i64)>, Error> {
    let me = me.map(|id| id.simple().to_string());
    let mut views = [View::Open, View::Mine, View::Unassigned, View::Waiting, View::Closed].map(|view| (view, 0));
    let shelves = tx.query("SELECT shelf, tickets FROM view_count WHERE tickets <> 0", &[], |row| {
        Ok((row.get::<String>(0)?, row.get::<i64>(1)?))
    })?;
    for (shelf, tickets) in shelves {
        let mut parts = shelf.split('|');
        let (state, awaiting, assignee) = (parts.next(), parts.next(), parts.next().unwrap_or(""));
        let open = state == Some("open");
        for (view, count) in &mut views {
            let holds = match view {
                View::Open => open,
                View::Mine => open && me.as_deref() == Some(assignee),
                View::Unassigned => open && assignee.is_empty(),
                View::Waiting => open && awaiting == Some("customer"),
                View::Closed => !open,
                View::All => false,
            };
            *count += if holds { tickets } else { 0 };
        }
    }
    Ok(views.to_vec())
}
