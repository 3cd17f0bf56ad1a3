//! Appending to a ticket's timeline, and reading it.
//!
//! An entry's *header* says what happened, who did it, when, and whether the customer sees it; its
//! *body* holds everything personal: what was said and the details. Both are stored as the very bytes
//! that are hashed. Details by kind: first `message` {subject, fields, category, team, priority, …}, any message of a
//! customer {due_at}; `assigned` {agent, team}; `reopened` {due_at}; `chased` {overdue}; `rated` {score};
//! `delivery_failed` {number, error}; `prioritised` {priority, was}; `tagged` {add, remove}; `snoozed` {until};
//! `woken` {by}; `withdrawn` {number, and how the ticket stands again}; `merged` {into, reference}; `absorbed` {from,
//! reference, due_at}; `unmerged` {from, reference}; `released` {ticket, reference, and how it stands again}; `split`
//! {into, number, reference}; `linked`, `unlinked` {ticket, reference}; `incident_linked`, `incident_unlinked`
//! {incident}; a `note` {mentions, call}; `redacted` {number, replaced}; `secret_decided` {number, secret, kept, decision}; `queued` {due_at, because}; `ended` {why,
//! due_at}; `categorised` {category, was}; `facts` {fields}. Where
//! secrets were taken out, `secrets` [{kind, in, fingerprint or kept}]. What was said may come with `files` [{id, name, type, size, sha256}] and the
//! `key` of the request that said it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, Micros};
use crate::language::Language;
use crate::people::{Actor, Assurance};
use crate::secrets::clean::{self, Kept};
use crate::secrets::taken::Taken;
use crate::secrets::{kept, told};
use crate::tickets::chain::{self, Hash, Salt};
use crate::tickets::{Category, Channel, Event, Kind, Origin, Reference, Ticket, codes, queries, redaction, withdraw};

/// What is hashed first.
#[derive(Debug, Serialize, Deserialize)]
pub struct Header<'a> {
    /// The format's version: 1.
    pub v: u8,
    /// The ticket.
    pub ticket: Uuid,
    /// What happened.
    pub kind: Kind,
    /// Whether the customer sees it.
    pub public: bool,
    /// When, in microseconds.
    pub at: Micros,
    /// Who did it.
    #[serde(borrow)]
    pub actor: HeaderActor<'a>,
}

/// Who did it.
#[derive(Debug, Serialize, Deserialize)]
pub struct HeaderActor<'a> {
    /// `customer`, `agent`, `token` or `system`.
    pub kind: Cow<'a, str>,
    /// Its id.
    pub id: Option<Uuid>,
}

/// What is hashed second, and can be erased.
#[derive(Debug, Serialize, Deserialize)]
pub struct Body<'a> {
    /// What was said.
    pub text: Cow<'a, str>,
    /// The rest.
    #[serde(default, skip_serializing_if = "none")]
    pub details: Cow<'a, Map<String, Value>>,
}

fn none(details: &Map<String, Value>) -> bool {
    details.is_empty()
}

/// The acknowledgement of an entry: with it the customer can show later what was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ack {
    /// The entry's number.
    pub number: i64,
    /// The entry's hash.
    pub hash: Hash,
}

/// An entry on its way to the store.
pub struct Sealed {
    ticket: Uuid,
    ack: Ack,
    kind: Kind,
    header: String,
    header_salt: Salt,
    body: String,
    body_salt: Salt,
    body_commitment: Hash,
    /// What was taken out of it.
    pub taken: Taken,
    kept: Vec<Kept>,
    at: Micros,
    /// By which anybody can ask whether the message is ours.
    code: Option<String>,
    /// The ticket's shelf before and after, when the entry moved it.
    moved: (Option<String>, Option<String>),
}

/// Appends `event` to the locked `ticket`: the entry, and the row that its entries now amount to.
pub fn append(tx: &mut Tx<'_>, ticket: &mut Ticket, event: &Event, draws: &mut Draws) -> Result<Ack, Error> {
    let before = redaction::before(tx, ticket, event)?;
    let words: Vec<Cow<'_, str>> = before.iter().map(|entry| told::mute(&entry.event.text)).collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    let clean = clean::cleaned(event, &words, draws)?;
    let sealed = seal_clean(ticket, &clean.event, clean.kept, draws)?;
    let ack = insert(tx, &sealed)?;
    redaction::redact(tx, ticket, &before, &clean.earlier, (event.at, draws))?;
    queries::update(tx, ticket)?;
    Ok(ack)
}

/// Takes the secrets out of `event`, numbers and chains it as the next entry of `ticket`, and applies it to `ticket`.
pub fn seal(ticket: &mut Ticket, event: &Event, draws: &mut Draws) -> Result<Sealed, Error> {
    let clean = clean::cleaned(event, &[], draws)?;
    seal_clean(ticket, &clean.event, clean.kept, draws)
}

/// As [`seal`], for an event without secrets.
pub(super) fn seal_clean(
    ticket: &mut Ticket,
    event: &Event,
    kept: Vec<Kept>,
    draws: &mut Draws,
) -> Result<Sealed, Error> {
    let header = json(&Header {
        v: 1,
        ticket: ticket.id,
        kind: event.kind,
        public: event.kind.public(),
        at: event.at,
        actor: HeaderActor { kind: event.actor.kind().into(), id: event.actor.id() },
    })?;
    let body = json(&Body { text: (&event.text).into(), details: Cow::Borrowed(&event.details) })?;
    let (header_salt, body_salt): (Salt, Salt) = (draws.bytes(), draws.bytes());
    let body_commitment = chain::commitment("body", &body, &body_salt);
    let number = ticket.entries + 1;
    let hash = chain::link(&ticket.head, number, &chain::commitment("header", &header, &header_salt), &body_commitment);

    let before = (ticket.entries > 0).then(|| ticket.shelf());
    ticket.amount(event);
    ticket.entries = number;
    ticket.head = hash;
    let after = Some(ticket.shelf());
    let moved = if before == after { (None, None) } else { (before, after) };
    let (ticket, kind, ack) = (ticket.id, event.kind, Ack { number, hash });
    let (at, taken) = (event.at, Taken::of(&event.details));
    let code = codes::of_event(draws.keys(), event, ticket, number);
    Ok(Sealed {
        taken,
        ticket,
        ack,
        kind,
        header,
        header_salt,
        body,
        body_salt,
        body_commitment,
        kept,
        at,
        code,
        moved,
    })
}

/// Stores a sealed entry; its ticket's row must be there.
pub fn insert(tx: &mut Tx<'_>, sealed: &Sealed) -> Result<Ack, Error> {
    const INSERT: &str = "INSERT INTO entry (ticket_id, number, kind, public, header, header_salt, body, body_salt,
            body_commitment, hash, shelf_before, shelf_after)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let (before, after) = &sealed.moved;
    let params = params![
        sealed.ticket,
        sealed.ack.number,
        sealed.kind.name(),
        sealed.kind.public(),
        &sealed.header,
        &sealed.header_salt,
        &sealed.body,
        &sealed.body_salt,
        &sealed.body_commitment,
        &sealed.ack.hash,
        before.as_deref(),
        after.as_deref(),
    ];
    tx.execute(INSERT, params)?;
    kept::insert(tx, sealed.ticket, sealed.ack.number, &sealed.kept, sealed.at)?;
    if let Some(code) = &sealed.code {
        codes::insert(tx, code, sealed.ticket, sealed.ack.number, sealed.at)?;
    }
    Ok(sealed.ack)
}

fn json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Defect(error.to_string()))
}

/// An entry as stored.
#[derive(Clone, Debug)]
pub struct Entry {
    /// From 1.
    pub number: i64,
    /// The hash that chains it.
    pub hash: Hash,
    /// What happened; text and details are empty when erased.
    pub event: Event,
    /// Whether the body was erased.
    pub erased: bool,
}

/// Who reads a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Agents and programs see everything.
    Staff,
    /// Customers see what is public, once an answer of ours has rested and was not taken back.
    Customer {
        /// The time now.
        now: Micros,
    },
}

/// Up to `limit` entries of a ticket that the caller may see, after number `after`.
pub fn read(tx: &mut Tx<'_>, ticket: Uuid, reader: Reader, after: i64, limit: i64) -> Result<Vec<Entry>, Error> {
    const STAFF: &str = "SELECT number, hash, header, body FROM entry
        WHERE ticket_id = $1 AND number > $2 ORDER BY number LIMIT $3";
    const CUSTOMER: &str = "SELECT number, hash, header, body FROM entry
        WHERE ticket_id = $1 AND number > $2 AND public = 1
            AND number NOT IN (SELECT number FROM withdrawal WHERE ticket_id = $1)
        ORDER BY number LIMIT $3";
    let params = params![ticket, after, limit];
    let mut entries = match reader {
        Reader::Staff => tx.query(STAFF, params, entry)?,
        Reader::Customer { now } => {
            let mut entries = tx.query(CUSTOMER, params, entry)?;
            entries.retain(|entry| !withdraw::rests(&entry.event, now));
            entries
        }
    };
    for entry in entries.iter_mut().filter(|entry| entry.erased) {
        redaction::stand_in(tx, ticket, entry)?;
    }
    Ok(entries)
}

/// What happened last on a ticket.
pub fn newest(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<Option<Event>, Error> {
    Ok(read(tx, ticket.id, Reader::Staff, ticket.entries - 1, 1)?.pop().map(|entry| entry.event))
}

/// A ticket as it stood after its entry `number`.
pub fn as_of(tx: &mut Tx<'_>, ticket: &Ticket, number: i64) -> Result<Ticket, Error> {
    let entries = read(tx, ticket.id, Reader::Staff, 0, number)?;
    let first = entries.first().ok_or_else(|| Error::Defect("a ticket has no entries".into()))?;
    let mut so_far = begin(ticket, &first.event);
    for entry in &entries {
        so_far.amount(&entry.event);
        so_far.entries = entry.number;
        so_far.head = entry.hash;
    }
    Ok(so_far)
}

/// A ticket as it was before its first entry, from that entry.
pub fn begin(ticket: &Ticket, first: &Event) -> Ticket {
    let text = |key: &str| first.name(key).unwrap_or_default();
    Ticket::new(Origin {
        id: ticket.id,
        reference: Reference::stored(text("reference").to_owned()),
        customer: first.actor.id().unwrap_or_default(),
        category: Category::stored(text("category")).unwrap_or(Category::Other),
        language: Language::parse(text("language")).unwrap_or(Language::En),
        channel: Channel::parse(text("channel")).unwrap_or(Channel::Form),
        assurance: Assurance::parse(text("assurance")).unwrap_or(Assurance::Claimed),
        at: first.at,
    })
}

/// The facts of the case: those that it came with, and those that became known since.
pub fn facts(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Map<String, Value>, Error> {
    const TOLD: &str = "SELECT number, hash, header, body FROM entry
        WHERE ticket_id = $1 AND (number = 1 OR kind = 'facts') ORDER BY number";
    let mut facts = Map::new();
    for mut told in tx.query(TOLD, params![ticket], entry)? {
        if told.erased {
            redaction::stand_in(tx, ticket, &mut told)?;
        }
        if let Some(Value::Object(fields)) = told.event.details.remove("fields") {
            facts.extend(fields);
        }
    }
    Ok(facts)
}

fn entry(row: &Row<'_>) -> Result<Entry, Error> {
    let body: Option<String> = row.opt(3)?;
    Ok(Entry {
        number: row.get(0)?,
        hash: row.get(1)?,
        erased: body.is_none(),
        event: event(&row.get::<String>(2)?, body.as_deref())?,
    })
}

/// The event that stored bytes tell of.
pub fn event(header: &str, body: Option<&str>) -> Result<Event, Error> {
    let header: Header<'_> = parse(header)?;
    let body: Option<Body<'_>> = body.map(parse).transpose()?;
    let (text, details) = body.map(|body| (body.text.into_owned(), body.details.into_owned())).unwrap_or_default();
    let actor = Actor::parse(&header.actor.kind, header.actor.id);
    Ok(Event {
        kind: header.kind,
        actor: actor.ok_or_else(|| Error::Defect("an entry names no actor".into()))?,
        at: header.at,
        text,
        details,
    })
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Defect(format!("an entry cannot be read: {error}")))
}

/// Everybody whom these entries name.
pub fn named(entries: &[Entry]) -> Vec<Actor> {
    let assigned = entries.iter().filter_map(|entry| entry.event.assignee().map(Actor::Agent));
    entries.iter().map(|entry| entry.event.actor).chain(assigned).collect()
}
