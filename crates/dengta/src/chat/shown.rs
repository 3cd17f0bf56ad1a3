//! A conversation as its visitor sees it.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::Value;
use store::{Error, Tx, params};
use uuid::Uuid;

use super::session::Session;
use crate::app::App;
use crate::check::Email;
use crate::clock::{Micros, rfc3339};
use crate::error::Result;
use crate::files::FileView;
use crate::files::attach::attached;
use crate::language::{Language, texts};
use crate::markdown;
use crate::official::imitations;
use crate::people::{Actor, customers, names};
use crate::routing::board::Board;
use crate::routing::http::QueueView;
use crate::routing::{State, line, wait};
use crate::secrets::taken::Taken;
use crate::secrets::told;
use crate::settings::Settings;
use crate::tickets::timeline::{self, Entry, Reader};
use crate::tickets::{Event, Kind, State as TicketState, Ticket, codes, queries, withdraw};

/// Where a conversation stands.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Chat {
    /// `new`, `assistant`, `waiting`, `talking`, `ticket` or `closed`.
    pub state: &'static str,
    /// What the customer quotes.
    #[schema(required = true)]
    pub reference: Option<String>,
    /// The page of the case, for who can be let in there.
    #[schema(required = true)]
    pub case: Option<String>,
    /// Who has it.
    #[schema(required = true)]
    pub agent: Option<Author>,
    /// The place in line, when waiting.
    #[schema(required = true)]
    pub queue: Option<QueueView>,
    /// Whether people are there.
    pub people: People,
    /// The number of the newest entry that the visitor may see.
    pub last: i64,
    /// Up to which entry a person of ours has read.
    pub seen: i64,
    /// Up to which entry the visitor has read.
    pub read: i64,
    /// Whose it is.
    pub customer: Whose,
    /// The rating given, 1 to 5.
    #[schema(required = true)]
    pub rating: Option<i64>,
    /// Whether it can be rated.
    pub rateable: bool,
    /// What goes on at the exchange.
    pub incidents: Vec<Notice>,
    /// What it can be about.
    pub categories: Vec<CategoryName>,
}

/// Somebody of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Author {
    /// As customers see it.
    pub name: String,
    /// The agent id that customers see and can check.
    pub number: String,
}

/// Whether people are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct People {
    /// By the calendar of the desk, now.
    pub open: bool,
    /// When they are there again.
    #[schema(required = true, format = DateTime)]
    pub opens_at: Option<String>,
}

/// Whose conversation it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Whose {
    /// As known.
    #[schema(required = true)]
    pub name: Option<String>,
    /// Whether the exchange said so.
    pub signed_in: bool,
    /// Where answers are mailed, masked.
    #[schema(required = true)]
    pub contact: Option<String>,
}

/// Something that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Notice {
    /// What customers are told.
    pub title: String,
    /// Where more stands.
    #[schema(required = true)]
    pub url: Option<String>,
}

/// What a conversation can be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CategoryName {
    /// By which it is chosen.
    pub slug: String,
    /// In the visitor's language.
    pub name: String,
}

/// Reads where a session's conversation stands.
pub fn chat(tx: &mut Tx<'_>, app: &App, session: &Session, now: Micros) -> Result<Chat> {
    let settings = app.settings.now();
    let customer = session.customer.map(|id| customers::find(tx, id)).transpose()?.flatten();
    let contact = customer.as_ref().and_then(|row| row.email.as_deref()).map(Email::masked);
    let signed_in = session.is_signed_in();
    let name = customer.filter(|row| signed_in || row.email.is_some()).map(|row| row.name);
    let open = settings.open.is_open(now);
    let opens_at = if open { None } else { settings.open.changes(now).map(rfc3339) };
    let mut chat = Chat {
        state: "new",
        reference: None,
        case: None,
        agent: None,
        queue: None,
        people: People { open, opens_at },
        last: 0,
        seen: 0,
        read: 0,
        customer: Whose { name, signed_in, contact },
        rating: None,
        rateable: false,
        incidents: incidents(tx, session.language)?,
        categories: categories(&settings, session.language),
    };
    if let Some(id) = session.ticket
        && let Some(named) = queries::walk(tx, "t.id = $1", params![id])?.pop()
    {
        stand(tx, app, &mut chat, session, &named.ticket, now)?;
        chat.agent = named.assignee.map(|(name, number)| Author { name, number });
    }
    Ok(chat)
}

fn stand(tx: &mut Tx<'_>, app: &App, chat: &mut Chat, session: &Session, ticket: &Ticket, now: Micros) -> Result<()> {
    let state = line::find(tx, ticket.id)?.filter(|_| ticket.state == TicketState::Open);
    chat.state = match state {
        _ if ticket.state == TicketState::Closed => "closed",
        Some(State::Ended) | None => "ticket",
        Some(state) => state.name(),
    };
    if state == Some(State::Waiting) {
        // Who has just come in line is not on the board yet.
        let told = match app.routing.estimate(ticket.id) {
            Some(known) => Some(known),
            None => wait::estimates(&Board::read(tx, &app.settings.now(), now)?).remove(&ticket.id),
        };
        chat.queue = told.map(Into::into);
    }
    let (seen, read) = line::reads(tx, ticket.id)?;
    (chat.seen, chat.read, chat.last) = (seen, read, last(tx, ticket.id)?);
    chat.reference = Some(ticket.reference.to_string());
    if chat.customer.signed_in || chat.customer.contact.is_some() {
        chat.case = Some(format!("/{}/cases/{}", session.language, ticket.reference));
    }
    chat.rating = ticket.rating;
    chat.rateable = ticket.state == TicketState::Closed && ticket.rating.is_none();
    Ok(())
}

fn last(tx: &mut Tx<'_>, ticket: Uuid) -> Result<i64, Error> {
    const LAST: &str = "SELECT number FROM entry WHERE ticket_id = $1 AND public = 1 ORDER BY number DESC LIMIT 1";
    Ok(tx.first(LAST, params![ticket], |row| row.get(0))?.unwrap_or(0))
}

/// What customers are told of incidents that go on: the first line of the newest update of each.
pub fn incidents(tx: &mut Tx<'_>, language: Language) -> Result<Vec<Notice>, Error> {
    const OPEN: &str = "SELECT u.texts FROM incident i JOIN incident_update u ON u.incident_id = i.id
        WHERE i.closed_at IS NULL
            AND u.number = (SELECT max(number) FROM incident_update WHERE incident_id = i.id)
        ORDER BY i.id DESC LIMIT 5";
    let stored = tx.query(OPEN, &[], |row| row.get::<String>(0))?;
    let told = |stored: &String| {
        let texts: BTreeMap<String, String> = serde_json::from_str(stored).ok()?;
        let text = texts.get(language.tag()).or_else(|| texts.get("en")).or_else(|| texts.values().next())?;
        let line = markdown::text(text).lines().find(|line| !line.trim().is_empty())?.trim().to_owned();
        Some(Notice { title: line, url: None })
    };
    Ok(stored.iter().filter_map(told).collect())
}

/// What a conversation can be about, as customers choose it.
pub fn categories(settings: &Settings, language: Language) -> Vec<CategoryName> {
    let name = |slug: &str| settings.category_name(language, slug);
    settings
        .offered()
        .map(|asked| asked.category.slug())
        .map(|slug| CategoryName { slug: slug.into(), name: name(slug) })
        .collect()
}

/// An entry, as the visitor sees it.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct ChatEntry {
    /// From 1; numbers that lack are not for customers.
    pub number: i64,
    #[schema(format = DateTime)]
    pub(super) at: String,
    pub(super) kind: Kind,
    /// `customer`, `agent`, `assistant` or `desk`.
    pub(super) from: &'static str,
    #[schema(required = true)]
    pub(super) author: Option<Author>,
    /// The client id of the visitor's message.
    #[schema(required = true)]
    pub(super) key: Option<String>,
    /// A customer's words.
    #[schema(required = true)]
    pub(super) text: Option<String>,
    /// Ours, as HTML that is safe to show.
    #[schema(required = true)]
    pub(super) html: Option<String>,
    /// What happened, in the visitor's language; null for a message.
    #[schema(required = true)]
    pub(super) event: Option<String>,
    /// By which anybody can check that a message is ours.
    #[schema(required = true)]
    pub(super) code: Option<String>,
    pub(super) files: Vec<FileView>,
    /// Which secret was taken out, and what to do now.
    #[schema(required = true)]
    pub(super) taken: Option<String>,
    /// Where the assistant has it from.
    #[schema(value_type = Vec<Object>)]
    pub(super) sources: Vec<Value>,
    /// What the assistant offers.
    #[schema(value_type = Vec<Object>)]
    pub(super) offers: Vec<Value>,
}

/// What a visitor may read after number `after`, in order, and when more of it may be read without anything being written.
pub struct Gap {
    /// The entries.
    pub entries: Vec<ChatEntry>,
    /// An answer that still rests, and all that comes after it, may be read then.
    pub again: Option<Micros>,
    /// Whether there is more.
    pub more: bool,
}

/// Entries that one answer has.
pub const MAX_ENTRIES: i64 = 200;

/// Reads what a visitor lacks.
pub fn gap(tx: &mut Tx<'_>, app: &App, session: &Session, after: i64, limit: i64, now: Micros) -> Result<Gap> {
    let Some(ticket) = session.ticket else { return Ok(Gap { entries: Vec::new(), again: None, more: false }) };
    // Everything public: what rests is looked at here, since nothing that comes after it may be told before it.
    let mut entries = timeline::read(tx, ticket, Reader::Customer { now: Micros::MAX }, after, limit + 1)?;
    let more = entries.len() as i64 > limit;
    entries.truncate(usize::try_from(limit).unwrap_or(0));
    let resting = entries.iter().position(|entry| withdraw::rests(&entry.event, now));
    let again = resting.and_then(|index| entries.get(index)).map(|entry| entry.event.at + withdraw::REPLY_RESTS);
    entries.truncate(resting.unwrap_or(entries.len()));
    Ok(Gap { entries: told(tx, app, session, ticket, entries)?, again, more: more && again.is_none() })
}

fn told(tx: &mut Tx<'_>, app: &App, session: &Session, ticket: Uuid, entries: Vec<Entry>) -> Result<Vec<ChatEntry>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let names = names::of(tx, &timeline::named(&entries))?;
    let codes =
        if entries.iter().any(|entry| entry.event.is_ours()) { codes::of_ticket(tx, ticket)? } else { HashMap::new() };
    let settings = app.settings.now();
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        let files = crate::files::shown::told(tx, attached(&entry.event.details))?;
        let code = codes.get(&entry.number).cloned();
        let mut shown = ChatEntry::of(&settings, session.language, &entry, &names);
        (shown.files, shown.code) = (files, code);
        // What happened without being told is nothing to the customer.
        if shown.event.is_some() || entry.event.kind == Kind::Message {
            all.push(shown);
        }
    }
    Ok(all)
}

impl ChatEntry {
    fn of(settings: &Settings, language: Language, entry: &Entry, names: &HashMap<Actor, names::Name>) -> ChatEntry {
        let event = &entry.event;
        let author = |actor: &Actor| {
            let (name, number) = names.get(actor).cloned().unwrap_or_default();
            Some(Author { name: name?, number: number? })
        };
        let message = event.kind == Kind::Message;
        let own = matches!(event.actor, Actor::Customer(_));
        let text = told::told(language, &event.text);
        let list = |key: &str| event.details.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let assistant = event.actor == Actor::System && message;
        ChatEntry {
            number: entry.number,
            at: rfc3339(event.at),
            kind: event.kind,
            from: match event.actor {
                Actor::Customer(_) => "customer",
                Actor::Agent(_) => "agent",
                _ if assistant => "assistant",
                _ => "desk",
            },
            author: author(&event.actor),
            key: own.then(|| event.name("key").map(str::to_owned)).flatten(),
            html: (message && !own).then(|| html(settings, event, &text)),
            text: (message && own).then_some(text),
            event: (!message).then(|| said(language, event, &author)).flatten(),
            code: None,
            files: Vec::new(),
            taken: taken(language, event),
            sources: list("sources"),
            offers: list("offers"),
        }
    }
}

/// What we write is Markdown. Where it names what passes for ours, nothing in it is a link.
fn html(settings: &Settings, event: &Event, text: &str) -> String {
    if imitations::said(&settings.official, event).is_empty() { markdown::html(text) } else { markdown::unlinked(text) }
}

fn taken(language: Language, event: &Event) -> Option<String> {
    let taken = Taken::of(&event.details);
    let advice =
        taken.gone.iter().map(|kind| format!("{} {}", told::removed(language, *kind), told::advice(language, *kind)));
    let mut all: Vec<String> = advice.collect();
    if !taken.kept.is_empty() {
        all.push(texts().get(language, "chat-taken-undecided"));
    }
    (!all.is_empty()).then(|| all.join(" "))
}

/// What happened, in a sentence; nothing for what is not told.
fn said(language: Language, event: &Event, author: &impl Fn(&Actor) -> Option<Author>) -> Option<String> {
    let own = matches!(event.actor, Actor::Customer(_));
    let id = match event.kind {
        Kind::Assigned => {
            let agent = author(&Actor::Agent(event.assignee()?))?;
            let values: [(&str, &dyn crate::language::Argument); 2] =
                [("name", &agent.name), ("number", &agent.number)];
            return Some(texts().format(language, "chat-event-joined", &values));
        }
        Kind::Queued => match crate::routing::steps::because(&event.details) {
            "handed_over" => "chat-event-handed-over",
            "agent_gone" => "chat-event-agent-gone",
            _ => "chat-event-queued",
        },
        Kind::Ended => match event.name("why") {
            Some("customer") => "chat-event-ended-own",
            Some("nobody") => "chat-event-ended-nobody",
            _ => "chat-event-ended",
        },
        Kind::Closed if own => "case-event-closed-own",
        Kind::Closed => "case-event-closed",
        Kind::Reopened => "case-event-reopened",
        Kind::Proved => "case-event-proved",
        Kind::Redacted => "case-event-redacted",
        _ => return None,
    };
    Some(texts().get(language, id))
}
