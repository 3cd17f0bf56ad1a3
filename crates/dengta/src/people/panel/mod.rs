//! What agents know about a customer: notes, tags, ratings, and whether the customer is blocked.
//!
//! - Nothing here is the customer's to see, and nothing of it changes a ticket that is there.
//! - Blocking loses nothing: what a blocked customer sends becomes a ticket, marked as spam, that no mail tells of
//!   (`tickets/receive.rs`). Unblocking lets the next one in; those marked stay so until an agent says otherwise.
//! - Each change is kept: who, when, what ([`Change`]). Whatever is done is undone by its opposite.

pub mod http;
pub mod search;

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, Micros, Moment};
use crate::error::{Problem, Result as Answer};
use crate::people::Actor;

/// Notes on one customer.
const MAX_NOTES: i64 = 200;

/// A note on a customer.
#[derive(Clone, Debug)]
pub struct Note {
    /// The id.
    pub id: Uuid,
    /// Who wrote it.
    pub by: Actor,
    /// What.
    pub body: String,
    /// When.
    pub at: Micros,
}

/// Something that was done to what we know of a customer.
#[derive(Clone, Debug)]
pub struct Change {
    /// What: `noted`, `note_removed`, `tagged`, `blocked`, `unblocked`.
    pub kind: String,
    /// By whom.
    pub by: Actor,
    /// The note's id, or the tags that came and went.
    pub detail: String,
    /// When.
    pub at: Micros,
}

/// A rating of one of the customer's tickets.
#[derive(Clone, Debug)]
pub struct Rating {
    /// The ticket.
    pub ticket: Uuid,
    /// What the customer quotes.
    pub reference: String,
    /// 1 to 5.
    pub score: i64,
    /// What the customer said with it.
    pub comment: Option<String>,
}

fn actor(row: &Row<'_>, kind: usize) -> Result<Actor, Error> {
    let actor = Actor::parse(row.text(kind)?.unwrap_or(""), row.opt(kind + 1)?);
    actor.ok_or_else(|| Error::Defect("a change names no actor".into()))
}

/// Locks a customer's row; what is known of a customer changes one at a time.
fn lock(tx: &mut Tx<'_>, customer: Uuid) -> Answer<Option<Micros>> {
    const LOCK: &str = "SELECT blocked_at FROM customer WHERE id = $1";
    tx.lock(LOCK, params![customer], |row| row.opt(0))?.ok_or_else(Problem::not_found)
}

fn keep(
    tx: &mut Tx<'_>,
    customer: Uuid,
    kind: &str,
    by: Actor,
    detail: &str,
    at: Micros,
    draws: &mut Draws,
) -> Result<(), Error> {
    const KEEP: &str = "INSERT INTO customer_change (id, customer_id, kind, actor_kind, actor_id, detail, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    tx.execute(KEEP, params![draws.uuid(), customer, kind, by.kind(), by.id(), detail, at]).map(drop)
}

/// The notes on a customer that were not removed, newest first.
pub fn notes(tx: &mut Tx<'_>, customer: Uuid) -> Result<Vec<Note>, Error> {
    const LIST: &str = "SELECT id, actor_kind, actor_id, body, created_at FROM customer_note
        WHERE customer_id = $1 AND removed_at IS NULL ORDER BY id DESC LIMIT $2";
    tx.query(LIST, params![customer, MAX_NOTES], |row| {
        Ok(Note { id: row.get(0)?, by: actor(row, 1)?, body: row.get(3)?, at: row.get(4)? })
    })
}

/// Writes a note on a customer.
///
/// # Errors
/// 404 without the customer; 409 when there are too many.
pub fn note(tx: &mut Tx<'_>, customer: Uuid, by: Actor, body: &str, moment: &Moment) -> Answer<Note> {
    const COUNT: &str = "SELECT count(*) FROM customer_note WHERE customer_id = $1 AND removed_at IS NULL";
    const WRITE: &str = "INSERT INTO customer_note (id, customer_id, actor_kind, actor_id, body, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let mut draws = moment.draws();
    lock(tx, customer)?;
    if tx.first(COUNT, params![customer], |row| row.get::<i64>(0))?.unwrap_or(0) >= MAX_NOTES {
        return Err(Problem::conflict("too-many-notes").with("max", MAX_NOTES));
    }
    let note = Note { id: draws.uuid(), by, body: body.to_owned(), at: moment.at };
    tx.execute(WRITE, params![note.id, customer, by.kind(), by.id(), body, moment.at])?;
    keep(tx, customer, "noted", by, &note.id.to_string(), moment.at, &mut draws)?;
    Ok(note)
}

/// Removes a note.
///
/// # Errors
/// 404 when it is not there.
pub fn remove_note(tx: &mut Tx<'_>, customer: Uuid, note: Uuid, by: Actor, moment: &Moment) -> Answer<()> {
    const REMOVE: &str =
        "UPDATE customer_note SET removed_at = $1 WHERE id = $2 AND customer_id = $3 AND removed_at IS NULL";
    lock(tx, customer)?;
    if tx.execute(REMOVE, params![moment.at, note, customer])? == 0 {
        return Err(Problem::not_found());
    }
    Ok(keep(tx, customer, "note_removed", by, &note.to_string(), moment.at, &mut moment.draws())?)
}

/// A customer's tags, in order.
pub fn tags(tx: &mut Tx<'_>, customer: Uuid) -> Result<Vec<String>, Error> {
    tx.query("SELECT tag FROM customer_tag WHERE customer_id = $1 ORDER BY tag", params![customer], |row| row.get(0))
}

/// Gives a customer these tags and no others.
///
/// # Errors
/// 404 without the customer.
pub fn tag(tx: &mut Tx<'_>, customer: Uuid, wanted: &[String], by: Actor, moment: &Moment) -> Answer<()> {
    const PUT: &str = "INSERT INTO customer_tag (customer_id, tag) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    const TAKE: &str = "DELETE FROM customer_tag WHERE customer_id = $1 AND tag = $2";
    lock(tx, customer)?;
    let before = tags(tx, customer)?;
    let mut changes = Vec::new();
    for tag in before.iter().filter(|tag| !wanted.contains(tag)) {
        tx.execute(TAKE, params![customer, tag])?;
        changes.push(format!("-{tag}"));
    }
    for tag in wanted.iter().filter(|tag| !before.contains(tag)) {
        tx.execute(PUT, params![customer, tag])?;
        changes.push(format!("+{tag}"));
    }
    if changes.is_empty() {
        Ok(())
    } else {
        Ok(keep(tx, customer, "tagged", by, &changes.join(" "), moment.at, &mut moment.draws())?)
    }
}

/// Blocks a customer, or lets them in again. Done already, nothing changes.
///
/// # Errors
/// 404 without the customer.
pub fn block(tx: &mut Tx<'_>, customer: Uuid, blocked: bool, by: Actor, moment: &Moment) -> Answer<()> {
    const SET: &str = "UPDATE customer SET blocked_at = $1 WHERE id = $2";
    if lock(tx, customer)?.is_some() == blocked {
        return Ok(());
    }
    tx.execute(SET, params![blocked.then_some(moment.at), customer])?;
    Ok(keep(tx, customer, if blocked { "blocked" } else { "unblocked" }, by, "", moment.at, &mut moment.draws())?)
}

/// What was done last to what we know of a customer, newest first.
pub fn changes(tx: &mut Tx<'_>, customer: Uuid, limit: i64) -> Result<Vec<Change>, Error> {
    const LIST: &str = "SELECT kind, actor_kind, actor_id, detail, at FROM customer_change
        WHERE customer_id = $1 ORDER BY id DESC LIMIT $2";
    tx.query(LIST, params![customer, limit], |row| {
        Ok(Change { kind: row.get(0)?, by: actor(row, 1)?, detail: row.get(3)?, at: row.get(4)? })
    })
}

/// Since when a customer is blocked, and by whom.
pub fn blocked(tx: &mut Tx<'_>, customer: Uuid) -> Result<Option<(Micros, Actor)>, Error> {
    const FIND: &str =
        "SELECT g.at, g.actor_kind, g.actor_id FROM customer_change g JOIN customer c ON c.id = g.customer_id
        WHERE g.customer_id = $1 AND g.kind = 'blocked' AND c.blocked_at IS NOT NULL ORDER BY g.id DESC LIMIT 1";
    tx.first(FIND, params![customer], |row| Ok((row.get(0)?, actor(row, 1)?)))
}

/// A customer's ratings, newest ticket first.
pub fn ratings(tx: &mut Tx<'_>, customer: Uuid) -> Result<Vec<Rating>, Error> {
    const LIST: &str = "SELECT id, reference, rating, rating_comment FROM ticket
        WHERE customer_id = $1 AND rating IS NOT NULL ORDER BY id DESC LIMIT 500";
    tx.query(LIST, params![customer], |row| {
        Ok(Rating { ticket: row.get(0)?, reference: row.get(1)?, score: row.get(2)?, comment: row.opt(3)? })
    })
}
