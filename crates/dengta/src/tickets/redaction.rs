//! A secret in pieces: what earlier messages held of it is taken out of them once it shows.
//!
//! An entry is never changed: its body is erased, as by law, and a later entry says what stands for it. Who reads the timeline
//! reads that.

use guard::secrets::{Finding, MOST_BEFORE};
use serde_json::{Map, Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, Micros};
use crate::people::Actor;
use crate::secrets::clean;
use crate::tickets::timeline::{self, Entry};
use crate::tickets::{Event, Kind, Ticket};

/// What was said last before `event`, if that is a customer's message: it may be the second half of what stands there.
pub(super) fn before(tx: &mut Tx<'_>, ticket: &Ticket, event: &Event) -> Result<Vec<Entry>, Error> {
    if event.kind != Kind::Message || !matches!(event.actor, Actor::Customer(_)) || ticket.entries == 0 {
        return Ok(Vec::new());
    }
    let from = ticket.entries - 2 * MOST_BEFORE as i64;
    let mut entries = timeline::read(tx, ticket.id, timeline::Reader::Staff, from.max(0), 2 * MOST_BEFORE as i64)?;
    entries.retain(|entry| entry.event.kind == Kind::Message);
    Ok(entries.split_off(entries.len().saturating_sub(MOST_BEFORE)))
}

/// Takes what was found in earlier messages out of them.
pub(super) fn redact(
    tx: &mut Tx<'_>,
    ticket: &mut Ticket,
    before: &[Entry],
    found: &[(usize, Finding)],
    (at, draws): (Micros, &mut Draws),
) -> Result<(), Error> {
    for (place, entry) in before.iter().enumerate() {
        let here: Vec<Finding> =
            found.iter().filter(|(number, _)| *number == place).map(|(_, finding)| finding.clone()).collect();
        if here.is_empty() {
            continue;
        }
        replace(tx, ticket, entry, clean::earlier(&entry.event, &here), (at, &mut *draws))?;
    }
    Ok(())
}

/// Erases an entry of a ticket and says in a new one what stands for it. The ticket's row is the caller's to store.
///
/// # Errors
/// When the store does not answer.
pub fn replace(
    tx: &mut Tx<'_>,
    ticket: &mut Ticket,
    entry: &Entry,
    (text, replaced): (String, Map<String, Value>),
    (at, draws): (Micros, &mut Draws),
) -> Result<(), Error> {
    let details = [("number", json!(entry.number)), ("replaced", json!({"text": text, "details": replaced}))];
    let details = details.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let event = Event { kind: Kind::Redacted, actor: Actor::System, at, text: String::new(), details };
    let sealed = timeline::seal_clean(ticket, &event, Vec::new(), draws)?;
    let ack = timeline::insert(tx, &sealed)?;
    erase(tx, ticket.id, entry.number, ack.number)
}

/// All entries of a ticket in which somebody said something, as they are read today.
///
/// # Errors
/// When the store does not answer.
pub fn all(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Vec<Entry>, Error> {
    const MOST: i64 = 100_000;
    let mut entries = timeline::read(tx, ticket, timeline::Reader::Staff, 0, MOST)?;
    entries.retain(|entry| !entry.erased && !matches!(entry.event.kind, Kind::Redacted | Kind::SecretDecided));
    Ok(entries)
}

/// Empties an entry's body and its salt: the chain still holds.
fn erase(tx: &mut Tx<'_>, ticket: Uuid, number: i64, by: i64) -> Result<(), Error> {
    const ERASE: &str = "UPDATE entry SET body = NULL, body_salt = NULL WHERE ticket_id = $1 AND number = $2";
    const NOTE: &str = "INSERT INTO redaction (ticket_id, number, by_number) VALUES ($1, $2, $3)
        ON CONFLICT (ticket_id, number) DO UPDATE SET by_number = excluded.by_number";
    tx.execute(ERASE, params![ticket, number])?;
    tx.execute(NOTE, params![ticket, number, by]).map(drop)
}

/// Gives an erased entry what stands for it, if that is what it was erased for.
pub(super) fn stand_in(tx: &mut Tx<'_>, ticket: Uuid, entry: &mut Entry) -> Result<(), Error> {
    const FIND: &str = "SELECT e.header, e.body FROM redaction r
        JOIN entry e ON e.ticket_id = r.ticket_id AND e.number = r.by_number WHERE r.ticket_id = $1 AND r.number = $2";
    let read = |row: &store::Row<'_>| Ok((row.get::<String>(0)?, row.opt::<String>(1)?));
    let Some((header, body)) = tx.first(FIND, params![ticket, entry.number], read)? else { return Ok(()) };
    let redaction = timeline::event(&header, body.as_deref())?;
    let Some(replaced) = redaction.details.get("replaced") else { return Ok(()) };
    entry.event.text = replaced.get("text").and_then(Value::as_str).unwrap_or_default().to_owned();
    entry.event.details = replaced.get("details").and_then(Value::as_object).cloned().unwrap_or_else(Map::new);
    entry.erased = false;
    Ok(())
}
