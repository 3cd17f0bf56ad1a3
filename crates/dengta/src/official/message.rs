//! Messages of ours by their code.

use store::Tx;

use super::{Part, PartKind, Verdict};
use crate::clock::Micros;
use crate::error::Result;
use crate::people::{Customer, names};
use crate::secrets::told;
use crate::tickets::timeline::{self, Reader};
use crate::tickets::{codes, queries};

/// What is known of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When it was sent.
    pub at: Micros,
    /// For the customer whose case it is.
    pub own: Option<Own>,
}

/// What the case's own customer is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// The case's reference.
    pub reference: String,
    /// The case's subject.
    pub subject: String,
    /// Name and number of the agent who wrote it; none when the desk did.
    pub agent: Option<(String, String)>,
}

/// The message of a code; more of it for `who`, when the case is theirs.
///
/// # Errors
/// When the store fails.
pub fn told(tx: &mut Tx<'_>, code: &str, who: Option<Customer>, now: Micros) -> Result<Option<Told>> {
    let Some(sent) = codes::find(tx, code, now)? else { return Ok(None) };
    let own = who.map(|customer| own(tx, customer, sent, now)).transpose()?.flatten();
    Ok(Some(Told { at: sent.at, own }))
}

fn own(tx: &mut Tx<'_>, customer: Customer, sent: codes::Sent, now: Micros) -> Result<Option<Own>> {
    let ticket = queries::find(tx, sent.ticket)?.filter(|ticket| ticket.customer == customer.id);
    let Some(ticket) = ticket else { return Ok(None) };
    let entry = timeline::read(tx, ticket.id, Reader::Customer { now }, sent.number - 1, 1)?.pop();
    let Some(entry) = entry.filter(|entry| entry.number == sent.number) else { return Ok(None) };
    let actor = entry.event.actor;
    let (name, number) = names::of(tx, &[actor])?.remove(&actor).unwrap_or_default();
    let subject = told::told(ticket.language, &ticket.subject);
    Ok(Some(Own { reference: ticket.reference.to_string(), subject, agent: name.zip(number) }))
}

/// What came of a code.
pub(super) fn part(text: String, told: Option<Told>) -> Part {
    let verdict = if told.is_some() { Verdict::Official } else { Verdict::NotOurs };
    Part { text, kind: PartKind::Message, verdict, reason: None, agent: None, message: told }
}
