//! Tickets: one door in, one log, and rows that are what the log amounts to.
//!
//! - Whatever happens to a ticket is an *entry* on its timeline: append-only, numbered from 1, each
//!   carrying the hash of the one before ([`timeline`]).
//! - A ticket's row is what its entries amount to ([`Ticket::amount`]); it is written in the same
//!   transaction, and `dengta verify` computes it again from the entries alone.
//! - Every channel enters by [`receive`]; everyone else acts by the verbs [`reply`], [`note`],
//!   [`assign`], [`close`], [`reopen`], [`chase`], [`rate`]. Each locks the ticket's row first, may
//!   refuse, then appends one entry and what follows from it (outbox rows) in one transaction.
//! - A ticket is loaded through what the caller may see; one that is not theirs is "not found".
//! - This folder names no channel. What is to be sent goes to the outbox.

pub mod categories;
pub mod chain;
pub mod counts;
pub mod http;
pub mod queries;
pub mod receive;
pub mod reference;
pub mod shown;
pub mod timeline;
pub mod verbs;
pub mod verify;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::clock::Micros;
use crate::language::Language;
use crate::people::{Actor, Assurance};

pub use categories::Category;
pub use chain::Hash;
pub use reference::Reference;

/// Whether anything is left to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// There is.
    Open,
    /// There is not.
    Closed,
}

/// Who has the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Awaiting {
    /// We do.
    Agent,
    /// The customer does.
    Customer,
}

/// The way a ticket came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// The form on the site.
    Form,
    /// A program with an API token.
    Api,
}

macro_rules! stored {
    ($type:ident { $($variant:ident = $name:literal),+ }) => {
        impl $type {
            /// As stored and as shown in the API.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }

            /// The value of a name.
            #[must_use]
            pub fn parse(name: &str) -> Option<$type> {
                match name { $($name => Some($type::$variant),)+ _ => None }
            }
        }
    };
}
stored!(State { Open = "open", Closed = "closed" });
stored!(Awaiting { Agent = "agent", Customer = "customer" });
stored!(Channel { Form = "form", Api = "api" });
stored!(Kind {
    Message = "message", Note = "note", Assigned = "assigned", Closed = "closed", Reopened = "reopened",
    Chased = "chased", Rated = "rated", Proved = "proved", DeliveryFailed = "delivery_failed"
});

/// What an entry says happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Said in public, by the customer or to the customer.
    Message,
    /// Said among agents.
    Note,
    /// Given to an agent, or to nobody.
    Assigned,
    /// Closed.
    Closed,
    /// Open again.
    Reopened,
    /// The customer asked where it stands.
    Chased,
    /// The customer rated the help.
    Rated,
    /// The customer proved the address.
    Proved,
    /// A mail about this ticket could not be delivered.
    DeliveryFailed,
}

impl Kind {
    /// Whether the customer sees it.
    #[must_use]
    pub const fn public(self) -> bool {
        !matches!(self, Kind::Note | Kind::DeliveryFailed)
    }
}

/// A ticket as stored: what its entries amount to.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticket {
    /// UUIDv7.
    pub id: Uuid,
    /// What the customer quotes.
    pub reference: Reference,
    /// Whose it is.
    pub customer: Uuid,
    /// What it is about.
    pub category: Category,
    /// The customer's.
    pub language: Language,
    /// How it came in.
    pub channel: Channel,
    /// In the customer's words.
    pub subject: String,
    /// The beginning of the newest message.
    pub preview: String,
    /// How sure we are that it is the customer's.
    pub assurance: Assurance,
    /// Whether anything is left to do.
    pub state: State,
    /// Who has the next word; `None` when closed.
    pub awaiting: Option<Awaiting>,
    /// The agent who has it.
    pub assignee: Option<Uuid>,
    /// How often the customer asked where it stands.
    pub chased: i64,
    /// 1 to 5.
    pub rating: Option<i64>,
    /// What the customer said with the rating.
    pub rating_comment: Option<String>,
    /// The number of the newest entry.
    pub entries: i64,
    /// The number of the newest message.
    pub last_message: i64,
    /// The hash of the newest entry.
    pub head: Hash,
    /// When an answer is promised; `None` when none is awaited.
    pub due_at: Option<Micros>,
    /// When it came in.
    pub created_at: Micros,
    /// When the newest entry was written.
    pub updated_at: Micros,
    /// When it was closed, if it is.
    pub closed_at: Option<Micros>,
}

/// All that a ticket is made of before its first entry.
#[derive(Clone, Debug)]
pub struct Origin {
    /// UUIDv7.
    pub id: Uuid,
    /// What the customer quotes.
    pub reference: Reference,
    /// Whose it is.
    pub customer: Uuid,
    /// What it is about.
    pub category: Category,
    /// The customer's.
    pub language: Language,
    /// How it came in.
    pub channel: Channel,
    /// In the customer's words.
    pub subject: String,
    /// How sure we are that it is the customer's.
    pub assurance: Assurance,
    /// When it came in.
    pub at: Micros,
}

/// What an entry is about, before it has a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What happened.
    pub kind: Kind,
    /// Who did it.
    pub actor: Actor,
    /// When.
    pub at: Micros,
    /// What was said; empty for what says nothing.
    pub text: String,
    /// The rest of it, by kind (contracts in `timeline`).
    pub details: Map<String, Value>,
}

impl Event {
    /// To whom the ticket was given.
    #[must_use]
    pub fn assignee(&self) -> Option<Uuid> {
        self.details.get("agent")?.as_str()?.parse().ok()
    }
}

/// Characters of a message that lists show.
const PREVIEW: usize = 140;

impl Ticket {
    /// A ticket before its first entry.
    #[must_use]
    pub fn new(origin: Origin) -> Ticket {
        Ticket {
            id: origin.id,
            reference: origin.reference,
            customer: origin.customer,
            category: origin.category,
            language: origin.language,
            channel: origin.channel,
            subject: origin.subject,
            preview: String::new(),
            assurance: origin.assurance,
            state: State::Open,
            awaiting: None,
            assignee: None,
            chased: 0,
            rating: None,
            rating_comment: None,
            entries: 0,
            last_message: 0,
            head: chain::START,
            due_at: None,
            created_at: origin.at,
            updated_at: origin.at,
            closed_at: None,
        }
    }

    /// Applies an event: the one place that says what an entry does to its ticket. Used by every verb,
    /// and by `verify`, which must come to the same row.
    pub fn amount(&mut self, event: &Event) {
        self.updated_at = event.at;
        let int = |key: &str| event.details.get(key).and_then(Value::as_i64);
        match event.kind {
            Kind::Message => {
                self.last_message = self.entries + 1;
                self.preview = preview(&event.text);
                match event.actor {
                    Actor::Customer(_) => self.open(int("due_at")),
                    _ if self.state == State::Open && self.entries > 0 => {
                        self.awaiting = Some(Awaiting::Customer);
                        self.due_at = None;
                    }
                    _ => {}
                }
            }
            Kind::Assigned => self.assignee = event.assignee(),
            Kind::Closed => {
                self.state = State::Closed;
                self.awaiting = None;
                self.due_at = None;
                self.closed_at = Some(event.at);
            }
            Kind::Reopened => self.open(int("due_at")),
            Kind::Chased => self.chased += 1,
            Kind::Rated => {
                self.rating = int("score");
                self.rating_comment = (!event.text.is_empty()).then(|| event.text.clone());
            }
            Kind::Proved => self.assurance = Assurance::Proved,
            Kind::Note | Kind::DeliveryFailed => {}
        }
    }

    /// An answer of ours is awaited by `due`; a promise that already runs keeps its time.
    fn open(&mut self, due: Option<Micros>) {
        self.state = State::Open;
        self.closed_at = None;
        self.awaiting = Some(Awaiting::Agent);
        self.due_at = self.due_at.or(due);
    }

    /// Where the ticket stands in views: counts are kept per shelf.
    #[must_use]
    pub fn shelf(&self) -> String {
        let assignee = self.assignee.map(|id| id.simple().to_string()).unwrap_or_default();
        let awaiting = self.awaiting.map_or("", Awaiting::name);
        format!("{}|{awaiting}|{assignee}|{}|{}", self.state.name(), self.category.slug(), self.language.tag())
    }
}

fn preview(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut out = String::new();
    let mut left = PREVIEW;
    while let Some(word) = words.next()
        && left > 0
    {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(left));
        left = left.saturating_sub(word.chars().count() + 1);
    }
    out
}
