//! The one door in: whatever a customer sends, by whatever channel, becomes an entry here: the first of a new ticket
//! ([`receive`]), or the next of one that is there ([`say`]).

use serde_json::{Map, Value, json};
use store::{Error, Tx};
use uuid::Uuid;

use crate::check::Email;
use crate::clock::{Draws, Micros, Moment};
use crate::error::{Problem, Result};
use crate::files::{self, Given};
use crate::language::Language;
use crate::outbox::{self, About, Notice};
use crate::people::customers::{self, CustomerRow};
use crate::people::{Actor, Assurance};
use crate::secrets::taken::Taken;
use crate::settings::promise::Promise;
use crate::tickets::timeline::{self, Ack};
use crate::tickets::verbs::{self, Said};
use crate::tickets::{Category, Channel, Event, Kind, LIVE, Origin, Priority, Reference, Ticket, merge, queries};

/// What came in, already read and checked by its channel.
#[derive(Clone, Debug)]
pub struct Inbound {
    /// How.
    pub channel: Channel,
    /// From whom.
    pub sender: Sender,
    /// What it is about.
    pub category: Category,
    /// The customer's language.
    pub language: Language,
    /// One line.
    pub subject: String,
    /// What was said.
    pub text: String,
    /// The files that came with it.
    pub files: Given,
    /// The facts of the category, those that are not empty.
    pub fields: Vec<(&'static str, String)>,
    /// By when an answer is promised.
    pub promise: Promise,
    /// Where the customer's clock stands: an IANA name, when their browser told.
    pub time_zone: Option<String>,
    /// The team that gets it.
    pub team: Option<Uuid>,
    /// How soon it matters.
    pub priority: Priority,
    /// Whether the customer is on the line: what we say is seen there, and no receipt is mailed.
    pub live: bool,
    /// What else the first entry remembers: where it was split from, who wrote it down.
    pub more: Map<String, Value>,
}

/// In [`Inbound::more`]: the agent who wrote it down. What an agent lets in is not put aside, whoever it is from.
pub const BY: &str = "by";

/// From whom it came, and how sure that is.
#[derive(Clone, Debug)]
pub enum Sender {
    /// Signed in on the site, or came by a proved address.
    Known {
        /// The customer.
        id: Uuid,
        /// How we know.
        assurance: Assurance,
    },
    /// An agent names a customer whom the desk knows.
    Chosen {
        /// The customer.
        id: Uuid,
    },
    /// Somebody typed an address.
    Claimed {
        /// The address.
        email: Email,
        /// The name.
        name: String,
    },
    /// A program of the exchange names the customer.
    Vouched {
        /// The address, which counts as proven.
        email: Email,
        /// The name.
        name: String,
        /// The program's token.
        token: Uuid,
    },
}

/// What became of it.
#[derive(Clone, Debug)]
pub struct Received {
    /// The ticket.
    pub ticket: Uuid,
    /// What the customer quotes.
    pub reference: Reference,
    /// The acknowledgement of its entry.
    pub ack: Ack,
    /// What was taken out of it before it was stored.
    pub taken: Taken,
    /// By when an answer is promised.
    pub due_at: Micros,
    /// Whether a mail with the link is on its way.
    pub mailed: bool,
}

/// Takes in what a customer sent: who is it, which ticket, an entry, and what follows.
///
/// # Errors
/// 422 when an agent names a customer who does not exist.
pub fn receive(tx: &mut Tx<'_>, inbound: &Inbound, moment: &Moment) -> Result<Received> {
    let mut draws = moment.draws();
    let (customer, assurance) = identify(tx, inbound, moment.at, &mut draws)?;
    if let Some(zone) = &inbound.time_zone {
        customers::note_zone(tx, customer.id, zone, assurance != Assurance::Claimed)?;
    }
    let (ticket, ack, taken) = open_ticket(tx, inbound, &customer, assurance, moment.at, &mut draws)?;
    let mailed = !inbound.live && follow_up(tx, &ticket, &customer, assurance, moment.at, &mut draws)?;
    Ok(Received {
        ticket: ticket.id,
        due_at: ticket.due_at.unwrap_or(moment.at),
        reference: ticket.reference,
        ack,
        taken,
        mailed,
    })
}

/// The customer writes again. A closed ticket opens by it, a snoozed one wakes; on a merged one it lands on the survivor.
pub fn say(tx: &mut Tx<'_>, ticket: Ticket, words: &Said, promise: &Promise, moment: &Moment) -> Result<Ack> {
    let mut ticket = merge::landing(tx, ticket)?;
    let mut event = verbs::said(tx, &ticket, Kind::Message, Actor::Customer(ticket.customer), words, moment.at)?;
    event.details.insert("due_at".into(), json!(promise.due(moment.at)));
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// The receipt of a ticket whose customer is no longer on the line.
pub fn receipt(tx: &mut Tx<'_>, ticket: &Ticket, at: Micros, draws: &mut Draws) -> Result<bool> {
    let customer =
        customers::find(tx, ticket.customer)?.ok_or_else(|| Error::Defect("a ticket without a customer".into()))?;
    follow_up(tx, ticket, &customer, ticket.assurance, at, draws)
}

/// Who is this, and how sure are we?
fn identify(tx: &mut Tx<'_>, inbound: &Inbound, at: Micros, draws: &mut Draws) -> Result<(CustomerRow, Assurance)> {
    match &inbound.sender {
        Sender::Known { id, assurance } => {
            let customer = customers::find(tx, *id)?.ok_or_else(|| Error::Defect("no such customer".into()))?;
            Ok((customer, *assurance))
        }
        Sender::Chosen { id } => {
            let customer =
                customers::find(tx, *id)?.ok_or_else(|| Problem::field("customer.id", "customer-unknown"))?;
            Ok((customer, Assurance::Claimed))
        }
        Sender::Claimed { email, name } => {
            let customer = customers::reached_at(tx, email, name, inbound.language, None, (at, draws))?;
            Ok((customer, Assurance::Claimed))
        }
        Sender::Vouched { email, name, .. } => {
            let mut customer = customers::reached_at(tx, email, name, inbound.language, Some(at), (at, draws))?;
            if customer.proved_at.is_none() {
                customers::note_proof(tx, customer.id, at)?;
                outbox::release(tx, customer.id, at)?;
                customer.proved_at = Some(at);
            }
            Ok((customer, Assurance::Trusted))
        }
    }
}

/// A new ticket with its first entry.
fn open_ticket(
    tx: &mut Tx<'_>,
    inbound: &Inbound,
    customer: &CustomerRow,
    assurance: Assurance,
    at: Micros,
    draws: &mut Draws,
) -> Result<(Ticket, Ack, Taken)> {
    let due_at = inbound.promise.due(at);
    let mut ticket = Ticket::new(Origin {
        id: draws.uuid(),
        reference: Reference::draw(draws),
        customer: customer.id,
        category: inbound.category,
        language: inbound.language,
        channel: inbound.channel,
        assurance,
        at,
    });
    let mut details = first_details(inbound, &ticket, customer, due_at);
    details.extend(arrival(tx, inbound)?);
    files::attach(tx, &inbound.files, ticket.id, 1, &mut details)?;
    let actor = Actor::Customer(customer.id);
    let event = Event { kind: Kind::Message, actor, at, text: inbound.text.clone(), details };
    let entry = timeline::seal(&mut ticket, &event, draws)?;
    queries::insert(tx, &ticket)?;
    let ack = timeline::insert(tx, &entry)?;
    Ok((ticket, ack, entry.taken))
}

/// Who gets what comes, and how soon it matters, as its category says. A team that was archived gets nothing.
fn arrival(tx: &mut Tx<'_>, inbound: &Inbound) -> Result<Map<String, Value>, Error> {
    const TEAM: &str = "SELECT 1 FROM team WHERE id = $1 AND archived_at IS NULL";
    let mut details = Map::new();
    if let Some(team) = inbound.team
        && tx.first(TEAM, store::params![team], |_| Ok(()))?.is_some()
    {
        details.insert("team".into(), json!(team));
    }
    if inbound.priority != Priority::Normal {
        details.insert("priority".into(), json!(inbound.priority.name()));
    }
    Ok(details)
}

/// What the first entry holds beside the text: all of which the ticket's row is made.
fn first_details(inbound: &Inbound, ticket: &Ticket, customer: &CustomerRow, due_at: Micros) -> Map<String, Value> {
    let fields: Map<String, Value> =
        inbound.fields.iter().map(|(key, value)| ((*key).to_owned(), Value::from(value.as_str()))).collect();
    let mut details = inbound.more.clone();
    details.insert("subject".into(), json!(inbound.subject));
    details.insert("reference".into(), json!(ticket.reference.as_str()));
    details.insert("category".into(), json!(inbound.category.slug()));
    details.insert("language".into(), json!(inbound.language.tag()));
    details.insert("channel".into(), json!(inbound.channel.name()));
    details.insert("assurance".into(), json!(ticket.assurance.name()));
    details.insert("due_at".into(), json!(due_at));
    if !fields.is_empty() {
        details.insert("fields".into(), Value::Object(fields));
    }
    if inbound.live {
        details.insert(LIVE.into(), Value::Bool(true));
    }
    if customer.blocked && !inbound.more.contains_key(BY) {
        details.insert("spam".into(), Value::Bool(true));
    }
    if let Sender::Vouched { token, .. } = inbound.sender {
        details.insert("posted_by".into(), json!(token));
    }
    details
}

/// The receipt. An address that has proved nothing gets at most one mail, and strangers cannot flood
/// one that has. Nobody is told of what is put aside.
fn follow_up(
    tx: &mut Tx<'_>,
    ticket: &Ticket,
    customer: &CustomerRow,
    assurance: Assurance,
    at: Micros,
    draws: &mut Draws,
) -> Result<bool> {
    let about = About::newest(ticket);
    if customer.email.is_none() || ticket.spam {
        return Ok(false);
    }
    if assurance == Assurance::Claimed && customer.proved_at.is_none() {
        return Ok(outbox::prove_address(tx, Notice::Receipt, customer.id, Some(about), at, draws)?);
    }
    if assurance == Assurance::Claimed && !outbox::claim_may_mail(tx, customer.id, at)? {
        return Ok(false);
    }
    outbox::to_customer(tx, Notice::Receipt, customer.id, true, about, at, draws)?;
    Ok(true)
}
