//! Sorting: how soon a ticket matters, what it is labelled, and when it comes back.

use serde_json::{Value, json};
use store::Tx;

use crate::clock::{DAY, Micros, Moment};
use crate::error::{FieldProblem, Problem, Result};
use crate::people::Actor;
use crate::secrets::clean;
use crate::settings::tags;
use crate::tickets::timeline::{self, Ack};
use crate::tickets::verbs::happened;
use crate::tickets::{Kind, Priority, State, Ticket};

/// Tags on one ticket.
pub const MAX_TAGS: usize = 20;
/// Characters of a tag.
pub const MAX_TAG: usize = 40;
/// The longest snooze.
pub const LONGEST_SNOOZE: Micros = 366 * DAY;

/// A tag as stored: lower case; letters and digits of any script, `-` and `_`. `None` for what is no tag, a secret among it.
#[must_use]
pub fn tag_of(text: &str) -> Option<String> {
    let tag = text.trim().to_lowercase();
    let holds = (1..=MAX_TAG).contains(&tag.chars().count())
        && tag.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let harmless = || clean::without(&tag).is_ok_and(|clean| clean == tag);
    (holds && harmless()).then_some(tag)
}

/// Gives a ticket another priority; the same one again changes nothing and is no entry.
pub fn prioritise(
    tx: &mut Tx<'_>,
    mut ticket: Ticket,
    actor: Actor,
    priority: Priority,
    moment: &Moment,
) -> Result<Ack> {
    if ticket.priority == priority {
        return Ok(ticket.newest());
    }
    let details = [("priority", json!(priority.name())), ("was", json!(ticket.priority.name()))];
    let event = happened(Kind::Prioritised, actor, moment.at, details);
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// Puts tags on and takes tags off; what changes nothing is no entry.
///
/// # Errors
/// 422 when the ticket would have more than [`MAX_TAGS`].
pub fn tag(
    tx: &mut Tx<'_>,
    mut ticket: Ticket,
    actor: Actor,
    add: &[String],
    remove: &[String],
    moment: &Moment,
) -> Result<Ack> {
    let fresh: Vec<&String> = add.iter().filter(|tag| !ticket.tags.contains(tag) && !remove.contains(tag)).collect();
    let gone: Vec<&String> = remove.iter().filter(|tag| ticket.tags.contains(tag)).collect();
    if fresh.is_empty() && gone.is_empty() {
        return Ok(ticket.newest());
    }
    if ticket.tags.len() + fresh.len() - gone.len() > MAX_TAGS {
        let args = vec![("max", MAX_TAGS.into())];
        return Err(Problem::invalid(vec![FieldProblem { field: "add".into(), code: "too-many-tags", args }]));
    }
    tags::note_use(tx, fresh.iter().copied(), moment.at)?;
    let event = happened(Kind::Tagged, actor, moment.at, [("add", json!(fresh)), ("remove", json!(gone))]);
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// Takes a ticket out of the views until a time, or until the customer writes.
///
/// # Errors
/// 409 when it is closed; 422 when the time is not ahead, or too far.
pub fn snooze(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, until: Micros, moment: &Moment) -> Result<Ack> {
    if ticket.state == State::Closed {
        return Err(Problem::conflict("already-closed"));
    }
    if until <= moment.at || until > moment.at + LONGEST_SNOOZE {
        return Err(Problem::field("until", "invalid-snooze"));
    }
    let event = happened(Kind::Snoozed, actor, moment.at, [("until", json!(until))]);
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// Brings a snoozed ticket back: an agent does it, or its time has come (`Actor::System`).
///
/// # Errors
/// 409 when it is not snoozed.
pub fn wake(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, moment: &Moment) -> Result<Ack> {
    if ticket.snoozed_until.is_none() {
        return Err(Problem::conflict("not-snoozed"));
    }
    let by = if actor == Actor::System { "time" } else { "agent" };
    let event = happened(Kind::Woken, actor, moment.at, [("by", Value::from(by))]);
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// Marks a ticket as spam, or says that it is none; the same again is no entry.
pub fn mark_spam(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, spam: bool, moment: &Moment) -> Result<Ack> {
    if ticket.spam == spam {
        return Ok(ticket.newest());
    }
    let kind = if spam { Kind::SpamMarked } else { Kind::SpamCleared };
    Ok(timeline::append(tx, &mut ticket, &happened(kind, actor, moment.at, []), &mut moment.draws())?)
}

/// Wakes tickets whose time has come, and says how many.
pub fn wake_due(tx: &mut Tx<'_>, moment: &Moment) -> Result<usize> {
    const DUE: &str = "SELECT id FROM ticket WHERE standing = 'snoozed' AND snoozed_until <= $1
        ORDER BY snoozed_until LIMIT $2";
    const BATCH: i64 = 100;
    let due = tx.query(DUE, store::params![moment.at, BATCH], |row| row.get(0))?;
    let mut draws = moment.draws();
    for id in &due {
        let ticket = super::queries::lock(tx, *id)?;
        // Another node, or the customer, may have been first.
        if let Some(ticket) = ticket.filter(|ticket| ticket.snoozed_until.is_some_and(|until| until <= moment.at)) {
            wake(tx, ticket, Actor::System, &draws.moment())?;
        }
    }
    Ok(due.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_one_lower_case_word() {
        assert_eq!(tag_of(" VIP "), Some("vip".into()));
        assert_eq!(tag_of("大客户-2"), Some("大客户-2".into()));
        for bad in ["", "a b", "a,b", "a|b", "\u{202e}x", &"x".repeat(41)] {
            assert_eq!(tag_of(bad), None, "{bad}");
        }
    }
}
