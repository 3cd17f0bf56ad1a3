//! Tickets that have to do with each other: a message that becomes a ticket of its own, and links.

use serde_json::{Map, Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::Moment;
use crate::error::{Problem, Result};
use crate::files::Given;
use crate::people::{Actor, Staff};
use crate::settings::promise::Promise;
use crate::tickets::receive::{Inbound, Received, Sender, receive};
use crate::tickets::timeline::{self, Ack, Reader};
use crate::tickets::verbs::happened;
use crate::tickets::{Category, Kind, Ticket, queries};

/// Links of one ticket.
pub const MAX_LINKS: i64 = 50;

/// What a message shall become.
#[derive(Clone, Debug)]
pub struct Part {
    /// The number of the customer's message.
    pub number: i64,
    /// The new ticket's subject.
    pub subject: String,
    /// What the new ticket is about.
    pub category: Category,
    /// By when an answer to it is promised.
    pub promise: Promise,
}

/// Makes a customer's message a ticket of its own, which says where it comes from. The message stays where it is.
///
/// # Errors
/// 422 when the entry is no message of the customer.
pub fn split(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, part: &Part, moment: &Moment) -> Result<Received> {
    let entry = timeline::read(tx, ticket.id, Reader::Staff, part.number.saturating_sub(1), 1)?.pop();
    let message = entry
        .filter(|entry| entry.number == part.number && entry.event.kind == Kind::Message && !entry.erased)
        .filter(|entry| matches!(entry.event.actor, Actor::Customer(_)))
        .ok_or_else(|| Problem::field("number", "invalid-split"))?;
    let mut draws = moment.draws();
    let origin = json!({"ticket": ticket.id, "number": part.number, "reference": ticket.reference.as_str()});
    let mut more = Map::from_iter([("split_from".to_owned(), origin), ("by".to_owned(), json!(actor.id()))]);
    // The files stay on the message that they came with; the new ticket tells of them, too.
    if let Some(files) = message.event.details.get("files") {
        more.insert("files".to_owned(), files.clone());
    }
    let inbound = Inbound {
        channel: ticket.channel,
        sender: Sender::Known { id: ticket.customer, assurance: ticket.assurance },
        category: part.category,
        language: ticket.language,
        subject: part.subject.clone(),
        text: message.event.text,
        files: Given::default(),
        fields: Vec::new(),
        promise: part.promise.clone(),
        team: ticket.team,
        priority: ticket.priority,
        time_zone: None,
        live: false,
        more,
    };
    let received = receive(tx, &inbound, &draws.moment())?;
    let details = [
        ("into", json!(received.ticket)),
        ("number", json!(part.number)),
        ("reference", json!(received.reference.as_str())),
    ];
    timeline::append(tx, &mut ticket, &happened(Kind::Split, actor, moment.at, details), &mut draws)?;
    Ok(received)
}

/// Links two tickets, whoever their customers are; an entry on both. Linked already, nothing changes.
///
/// # Errors
/// 404 when the other does not exist for the caller; 422 for a ticket and itself; 409 at [`MAX_LINKS`].
pub fn link(tx: &mut Tx<'_>, staff: &Staff, one: Uuid, other: Uuid, moment: &Moment) -> Result<Ack> {
    const PUT: &str = "INSERT INTO ticket_link (ticket_id, other_id) VALUES ($1, $2), ($2, $1) ON CONFLICT DO NOTHING";
    const COUNT: &str = "SELECT count(*) FROM ticket_link WHERE ticket_id = $1 OR ticket_id = $2";
    let (one, other) = lock_pair(tx, staff, one, other)?;
    if tx.first(COUNT, params![one.id, other.id], |row| row.get::<i64>(0))?.unwrap_or(0) >= MAX_LINKS {
        return Err(Problem::conflict("too-many-links").with("max", MAX_LINKS));
    }
    match tx.execute(PUT, params![one.id, other.id])? {
        0 => Ok(one.newest()),
        _ => tell_both(tx, staff, one, other, Kind::Linked, moment),
    }
}

/// Takes a link away.
///
/// # Errors
/// 404 when there is none.
pub fn unlink(tx: &mut Tx<'_>, staff: &Staff, one: Uuid, other: Uuid, moment: &Moment) -> Result<Ack> {
    const TAKE: &str =
        "DELETE FROM ticket_link WHERE (ticket_id = $1 AND other_id = $2) OR (ticket_id = $2 AND other_id = $1)";
    let (one, other) = lock_pair(tx, staff, one, other)?;
    match tx.execute(TAKE, params![one.id, other.id])? {
        0 => Err(Problem::not_found()),
        _ => tell_both(tx, staff, one, other, Kind::Unlinked, moment),
    }
}

/// Both, locked in the order of their ids.
fn lock_pair(tx: &mut Tx<'_>, staff: &Staff, one: Uuid, other: Uuid) -> Result<(Ticket, Ticket)> {
    if one == other {
        return Err(Problem::field("ticket", "invalid-link"));
    }
    let low = queries::lock_for_staff(tx, staff, one.min(other))?;
    let high = queries::lock_for_staff(tx, staff, one.max(other))?;
    Ok(if one < other { (low, high) } else { (high, low) })
}

fn tell_both(
    tx: &mut Tx<'_>,
    staff: &Staff,
    mut one: Ticket,
    mut other: Ticket,
    kind: Kind,
    moment: &Moment,
) -> Result<Ack> {
    let mut draws = moment.draws();
    let names = |ticket: &Ticket| [("ticket", json!(ticket.id)), ("reference", Value::from(ticket.reference.as_str()))];
    let (of_one, of_other) = (names(&other), names(&one));
    let ack = timeline::append(tx, &mut one, &happened(kind, staff.actor, moment.at, of_one), &mut draws)?;
    timeline::append(tx, &mut other, &happened(kind, staff.actor, moment.at, of_other), &mut draws)?;
    Ok(ack)
}

/// The tickets linked to one.
pub fn linked(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Vec<Uuid>, Error> {
    const LINKED: &str = "SELECT other_id FROM ticket_link WHERE ticket_id = $1 ORDER BY other_id";
    tx.query(LINKED, params![ticket], |row| row.get(0))
}
