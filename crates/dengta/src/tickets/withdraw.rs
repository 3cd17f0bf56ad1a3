//! Taking back an answer. Its entry stands from the first moment, but for [`REPLY_RESTS`] its mail rests in the outbox
//! and the customer does not see it. What is said to somebody who is on the line is heard at once, and stays said.

use serde_json::json;
use store::{Tx, params};

use crate::clock::{Micros, Moment, SECOND};
use crate::error::{Problem, Result};
use crate::outbox;
use crate::people::Actor;
use crate::tickets::timeline::{self, Ack, Reader};
use crate::tickets::{AT_ONCE, Event, Kind, Ticket};

/// How long an answer rests before it goes out.
pub const REPLY_RESTS: Micros = 10 * SECOND;

/// Whether the customer does not see it yet.
#[must_use]
pub fn rests(event: &Event, now: Micros) -> bool {
    event.is_ours() && !event.is(AT_ONCE) && now < event.at + REPLY_RESTS
}

/// Takes back the answer of entry `number`, and tells what it said: it is not sent and never shown to the customer. The
/// ticket stands again as before it, unless the customer wrote meanwhile. Its files stay on it until they go with another
/// message.
///
/// # Errors
/// 404 when the entry is no answer of the actor; 409 when it has rested long enough to be gone, or was taken back.
pub fn withdraw(
    tx: &mut Tx<'_>,
    mut ticket: Ticket,
    actor: Actor,
    number: i64,
    moment: &Moment,
) -> Result<(Ack, Event)> {
    const NOTE: &str = "INSERT INTO withdrawal (ticket_id, number) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    if number < 1 {
        return Err(Problem::not_found());
    }
    let entry = timeline::read(tx, ticket.id, Reader::Staff, number - 1, 1)?.pop();
    let entry = entry.filter(|entry| entry.number == number && entry.event.kind == Kind::Message);
    let entry = entry.filter(|entry| entry.event.actor == actor).ok_or_else(Problem::not_found)?;
    if !rests(&entry.event, moment.at) || !outbox::take_back(tx, ticket.id, number)? {
        return Err(Problem::conflict("already-sent"));
    }
    if tx.execute(NOTE, params![ticket.id, number])? == 0 {
        return Err(Problem::conflict("already-withdrawn"));
    }
    let mut details = if ticket.last_message == number {
        timeline::as_of(tx, &ticket, number - 1)?.footing()
    } else {
        serde_json::Map::new()
    };
    details.insert("number".into(), json!(number));
    let event = Event { kind: Kind::Withdrawn, actor, at: moment.at, text: String::new(), details };
    Ok((timeline::append(tx, &mut ticket, &event, &mut moment.draws())?, entry.event))
}
