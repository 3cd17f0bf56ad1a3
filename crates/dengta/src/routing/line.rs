//! The rows of lines, and how they change.

use store::{Error, Tx, params};
use uuid::Uuid;

use crate::channel::stored;
use crate::clock::{MINUTE, Micros};
use crate::tickets::Priority;

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = LineState)]
pub enum State {
    /// The assistant answers.
    Assistant,
    /// The customer waits for a person.
    Waiting,
    /// An agent has it.
    Talking,
    /// The customer left, or we did; what is left goes on as a ticket.
    Ended,
}
stored!(State { Assistant = "assistant", Waiting = "waiting", Talking = "talking", Ended = "ended" });

/// What a priority is worth in the queue.
#[must_use]
pub const fn head_start(priority: Priority) -> Micros {
    match priority {
        Priority::Low => -10 * MINUTE,
        Priority::Normal => 0,
        Priority::High => 10 * MINUTE,
        Priority::Urgent => 30 * MINUTE,
    }
}

/// A customer comes on the line, or comes back. What was read before stays read.
pub fn begin(tx: &mut Tx<'_>, ticket: Uuid, state: State, rank_at: Micros, at: Micros) -> Result<(), Error> {
    const BEGIN: &str = "INSERT INTO line
            (ticket_id, state, since, rank_at, heard_at, our_read, their_read, answered, misses, answering)
        VALUES ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0)
        ON CONFLICT (ticket_id) DO UPDATE SET state = excluded.state, since = excluded.since,
            rank_at = excluded.rank_at, heard_at = excluded.heard_at, offered_to = NULL, offered_until = NULL, misses = 0";
    tx.execute(BEGIN, params![ticket, state.name(), at, rank_at, at]).map(drop)
}

/// The state of a line, locked; its ticket is locked before it. `None` for a ticket that never had one.
pub fn lock(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Option<State>, Error> {
    let found = tx.lock("SELECT state FROM line WHERE ticket_id = $1", params![ticket], |row| row.get::<String>(0))?;
    Ok(found.and_then(|name| State::parse(&name)))
}

/// The state of a line; `None` for a ticket that never had one.
pub fn find(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Option<State>, Error> {
    let found = tx.first("SELECT state FROM line WHERE ticket_id = $1", params![ticket], |row| row.get::<String>(0))?;
    Ok(found.and_then(|name| State::parse(&name)))
}

/// It stands otherwise from now on; nobody is offered it any more.
pub fn set(tx: &mut Tx<'_>, ticket: Uuid, state: State, at: Micros) -> Result<(), Error> {
    const SET: &str =
        "UPDATE line SET state = $1, since = $2, offered_to = NULL, offered_until = NULL WHERE ticket_id = $3";
    tx.execute(SET, params![state.name(), at, ticket])?;
    tx.execute("DELETE FROM offer_passed WHERE ticket_id = $1", params![ticket]).map(drop)
}

/// It waits; with the place that it had, if it had one.
pub fn wait(tx: &mut Tx<'_>, ticket: Uuid, priority: Priority, at: Micros, keeps_place: bool) -> Result<(), Error> {
    const RANK: &str = "UPDATE line SET rank_at = $1 WHERE ticket_id = $2";
    set(tx, ticket, State::Waiting, at)?;
    if !keeps_place {
        tx.execute(RANK, params![at - head_start(priority), ticket])?;
    }
    Ok(())
}

/// An agent has it from now on: how long its customer waited is noted.
pub fn talk(tx: &mut Tx<'_>, ticket: Uuid, agent: Uuid, at: Micros) -> Result<(), Error> {
    note(tx, ticket, Some(agent), Span::Waited, at)?;
    set(tx, ticket, State::Talking, at)
}

/// It is over: how long it was talked is noted.
pub fn end(tx: &mut Tx<'_>, ticket: Uuid, was: State, agent: Option<Uuid>, at: Micros) -> Result<(), Error> {
    match was {
        State::Talking => note(tx, ticket, agent, Span::Talked, at)?,
        State::Waiting => note(tx, ticket, None, Span::Waited, at)?,
        State::Assistant | State::Ended => {}
    }
    set(tx, ticket, State::Ended, at)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    Waited,
    Talked,
}

fn note(tx: &mut Tx<'_>, ticket: Uuid, agent: Option<Uuid>, span: Span, at: Micros) -> Result<(), Error> {
    const NOTE: &str = "INSERT INTO served (ticket_id, agent_id, waited, talked, at) VALUES ($1, $2, $3, $4, $5)";
    const SINCE: &str = "SELECT since FROM line WHERE ticket_id = $1";
    let since = tx.first(SINCE, params![ticket], |row| row.get::<i64>(0))?.unwrap_or(at);
    let length = Some((at - since).max(0));
    let (waited, talked) = if span == Span::Waited { (length, None) } else { (None, length) };
    tx.execute(NOTE, params![ticket, agent, waited, talked, at]).map(drop)
}

/// The customers of these tickets are there.
pub fn note_heard(tx: &mut Tx<'_>, tickets: &[Uuid], at: Micros) -> Result<(), Error> {
    for ticket in tickets {
        tx.execute("UPDATE line SET heard_at = $1 WHERE ticket_id = $2 AND heard_at < $1", params![at, *ticket])?;
    }
    Ok(())
}

/// Up to where each side has read: (ours, theirs).
pub fn reads(tx: &mut Tx<'_>, ticket: Uuid) -> Result<(i64, i64), Error> {
    const READS: &str = "SELECT our_read, their_read FROM line WHERE ticket_id = $1";
    Ok(tx.first(READS, params![ticket], |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// Our side has read up to an entry; whether that is news.
pub fn note_our_read(tx: &mut Tx<'_>, ticket: Uuid, number: i64) -> Result<bool, Error> {
    const NOTE: &str = "UPDATE line SET our_read = $1 WHERE ticket_id = $2 AND our_read < $1";
    Ok(tx.execute(NOTE, params![number, ticket])? > 0)
}

/// The customer has read up to an entry; whether that is news.
pub fn note_their_read(tx: &mut Tx<'_>, ticket: Uuid, number: i64) -> Result<bool, Error> {
    const NOTE: &str = "UPDATE line SET their_read = $1 WHERE ticket_id = $2 AND their_read < $1";
    Ok(tx.execute(NOTE, params![number, ticket])? > 0)
}
