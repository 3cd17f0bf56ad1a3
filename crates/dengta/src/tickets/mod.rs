//! Tickets: one door in, one log, and rows that are what the log amounts to.
//!
//! - Whatever happens to a ticket is an *entry* on its timeline: append-only, numbered from 1, each
//!   carrying the hash of the one before ([`timeline`]).
//! - A ticket's row is what its entries amount to ([`Ticket::amount`]); it is written in the same
//!   transaction, and `dengta verify` computes it again from the entries alone.
//! - Every channel enters by [`receive`]; everyone else acts by the verbs of [`verbs`], [`triage`], [`withdraw`],
//!   [`merge`] and [`links`]. Each locks the ticket's row first, may refuse, then appends one entry and what follows
//!   from it (outbox rows) in one transaction.
//! - A merged ticket takes no more entries; what its customer says lands on the survivor ([`merge`]).
//! - Undoing is an opposite entry. An answer rests for ten seconds in which it can be taken back ([`withdraw`]).
//! - A ticket is loaded through what the caller may see; one that is not theirs is "not found".
//! - This folder names no channel. What is to be sent goes to the outbox.

pub mod categories;
pub mod chain;
pub mod codes;
pub mod drafts;
pub mod filter;
pub mod http;
pub mod links;
pub mod log;
pub mod merge;
pub mod plain;
pub mod queries;
pub mod receive;
pub mod redaction;
pub mod reference;
pub mod related;
pub mod shown;
pub mod timeline;
pub mod triage;
pub mod verbs;
pub mod verify;
pub mod withdraw;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

pub use crate::channel::Channel;
use crate::channel::stored;
use crate::clock::Micros;
use crate::files::attach::attached;
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

/// How soon it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// When there is time.
    Low,
    /// In its turn.
    Normal,
    /// Before the others.
    High,
    /// Now.
    Urgent,
}

/// Where a ticket stands in views: the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Another one continues it.
    Merged,
    /// Nobody need look at it.
    Spam,
    /// Nothing is left to do.
    Closed,
    /// It comes back at a time, or when the customer writes.
    Snoozed,
    /// Something is left to do.
    Open,
}

stored!(State { Open = "open", Closed = "closed" });
stored!(Awaiting { Agent = "agent", Customer = "customer" });
stored!(Priority { Low = "low", Normal = "normal", High = "high", Urgent = "urgent" });
stored!(Standing { Merged = "merged", Spam = "spam", Closed = "closed", Snoozed = "snoozed", Open = "open" });
stored!(Kind {
    Message = "message", Note = "note", Assigned = "assigned", Closed = "closed", Reopened = "reopened",
    Chased = "chased", Rated = "rated", Proved = "proved", DeliveryFailed = "delivery_failed",
    Prioritised = "prioritised", Tagged = "tagged", Snoozed = "snoozed", Woken = "woken", Withdrawn = "withdrawn",
    Merged = "merged", Absorbed = "absorbed", Unmerged = "unmerged", Released = "released", Split = "split",
    Linked = "linked", Unlinked = "unlinked", SpamMarked = "spam_marked", SpamCleared = "spam_cleared",
    IncidentLinked = "incident_linked", IncidentUnlinked = "incident_unlinked",
    Redacted = "redacted", SecretDecided = "secret_decided",
    Queued = "queued", Ended = "ended", Categorised = "categorised", Facts = "facts"
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
    /// Given another priority.
    Prioritised,
    /// Tags were put on or taken off.
    Tagged,
    /// Out of the views until a time, or until the customer writes.
    Snoozed,
    /// Back in the views.
    Woken,
    /// An answer was taken back before the customer saw it.
    Withdrawn,
    /// Another ticket, the survivor, continues this one.
    Merged,
    /// This one continues another ticket.
    Absorbed,
    /// It stands on its own again.
    Unmerged,
    /// The other ticket stands on its own again.
    Released,
    /// A message of this ticket became a ticket of its own.
    Split,
    /// It has to do with another ticket.
    Linked,
    /// It has nothing to do with the other ticket after all.
    Unlinked,
    /// Nobody need look at it.
    SpamMarked,
    /// Somebody should look at it after all.
    SpamCleared,
    /// It has the cause that many others have.
    IncidentLinked,
    /// It has another cause.
    IncidentUnlinked,
    /// A part of a secret was taken out of an earlier entry.
    Redacted,
    /// What might have been a secret was destroyed, or sent after all.
    SecretDecided,
    /// The customer, who is on the line, waits for a person.
    Queued,
    /// The customer's line ended; what is left to do goes on without it.
    Ended,
    /// It is about something else than was thought.
    Categorised,
    /// Facts of the case became known.
    Facts,
}

impl Kind {
    /// Whether the customer sees it.
    #[must_use]
    pub const fn public(self) -> bool {
        use Kind::*;
        matches!(
            self,
            Message
                | Assigned
                | Closed
                | Reopened
                | Chased
                | Rated
                | Proved
                | Merged
                | Absorbed
                | Unmerged
                | Released
                | Split
                | Redacted
                | SecretDecided
                | Queued
                | Ended
        )
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
    /// How soon it matters.
    pub priority: Priority,
    /// In order, each once.
    pub tags: Vec<String>,
    /// The team that has it.
    pub team: Option<Uuid>,
    /// Until when it is out of the views, unless the customer writes before.
    pub snoozed_until: Option<Micros>,
    /// The ticket that continues this one.
    pub merged_into: Option<Uuid>,
    /// Whether nobody need look at it.
    pub spam: bool,
    /// The incident that caused it.
    pub incident: Option<Uuid>,
    /// Whether its customer is on the line: what we say is heard at once, rests nowhere and is mailed only when it was missed.
    pub live: bool,
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
        self.id("agent")
    }

    /// A detail that is an id.
    #[must_use]
    pub fn id(&self, key: &str) -> Option<Uuid> {
        self.name(key)?.parse().ok()
    }

    /// A detail that is a text.
    #[must_use]
    pub fn name(&self, key: &str) -> Option<&str> {
        self.details.get(key)?.as_str()
    }

    /// Whether it is a message of ours.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.kind == Kind::Message && !matches!(self.actor, Actor::Customer(_))
    }

    /// What was said, in Markdown, with where it is from below it.
    #[must_use]
    pub fn text_with_sources(&self) -> String {
        let sources = self.details.get("sources").and_then(Value::as_array).into_iter().flatten();
        let link = |source: &Value| {
            let of = |key: &str| source.get(key).and_then(Value::as_str).unwrap_or_default();
            format!("\n\n[{}]({})", of("title").replace(['[', ']', '\\'], " "), of("url"))
        };
        std::iter::once(self.text.clone()).chain(sources.map(link)).collect()
    }

    /// Whether a detail says yes.
    #[must_use]
    pub fn is(&self, key: &str) -> bool {
        self.details.get(key) == Some(&Value::Bool(true))
    }

    /// A detail that is a list of texts.
    pub fn names(&self, key: &str) -> impl Iterator<Item = &str> {
        self.details.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }
}

/// A detail of what a customer says who is on the line.
pub const LIVE: &str = "live";
/// A detail of what the desk says by itself while somebody else's word is awaited.
pub const ASIDE: &str = "aside";
/// A detail of what we say to somebody who is on the line.
pub const AT_ONCE: &str = "at_once";

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
            subject: String::new(),
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
            priority: Priority::Normal,
            tags: Vec::new(),
            team: None,
            snoozed_until: None,
            merged_into: None,
            spam: false,
            incident: None,
            live: false,
        }
    }

    /// Applies an event: the one place that says what an entry does to its ticket. Used by every verb,
    /// and by `verify`, which must come to the same row.
    pub fn amount(&mut self, event: &Event) {
        self.updated_at = event.at;
        let int = |key: &str| event.details.get(key).and_then(Value::as_i64);
        match event.kind {
            Kind::Message => self.amount_message(event),
            Kind::Assigned => {
                self.assignee = event.assignee();
                if event.details.contains_key("team") {
                    self.team = event.id("team");
                }
            }
            Kind::Closed => {
                self.state = State::Closed;
                self.awaiting = None;
                self.due_at = None;
                self.closed_at = Some(event.at);
                self.snoozed_until = None;
            }
            Kind::Reopened => self.open(int("due_at")),
            Kind::Chased => self.chased += 1,
            Kind::Rated => {
                self.rating = int("score");
                self.rating_comment = (!event.text.is_empty()).then(|| event.text.clone());
            }
            Kind::Proved => self.assurance = Assurance::Proved,
            Kind::Prioritised => {
                self.priority = event.name("priority").and_then(Priority::parse).unwrap_or(self.priority)
            }
            Kind::Tagged => {
                self.tags.retain(|tag| !event.names("remove").any(|gone| gone == tag));
                self.tags.extend(event.names("add").map(str::to_owned));
                self.tags.sort();
                self.tags.dedup();
            }
            Kind::Snoozed => self.snoozed_until = int("until"),
            Kind::Woken => self.snoozed_until = None,
            Kind::Merged => self.merged_into = event.id("into"),
            Kind::Unmerged => self.merged_into = None,
            Kind::Absorbed => {
                // The other one awaited an answer of ours: now this one does.
                if let Some(due) = int("due_at") {
                    self.open(Some(due));
                }
            }
            Kind::Withdrawn | Kind::Released => self.restore(&event.details),
            Kind::SpamMarked => self.spam = true,
            Kind::SpamCleared => self.spam = false,
            Kind::IncidentLinked => self.incident = event.id("incident"),
            Kind::IncidentUnlinked => self.incident = None,
            Kind::Redacted => self.amount_redacted(event),
            Kind::Queued => self.open(int("due_at")),
            Kind::Ended => {
                self.live = false;
                if let Some(due) = int("due_at") {
                    self.open(Some(due));
                }
            }
            Kind::Categorised => {
                self.category = event.name("category").and_then(Category::stored).unwrap_or(self.category)
            }
            Kind::SecretDecided
            | Kind::Note
            | Kind::DeliveryFailed
            | Kind::Split
            | Kind::Linked
            | Kind::Unlinked
            | Kind::Facts => {}
        }
    }

    /// What stands for an earlier entry stands in the row as well.
    fn amount_redacted(&mut self, event: &Event) {
        let number = event.details.get("number").and_then(Value::as_i64);
        let replaced = |path: &str| event.details.get("replaced")?.pointer(path)?.as_str();
        if let Some(subject) = replaced("/details/subject").filter(|_| number == Some(1)) {
            self.subject = subject.to_owned();
        }
        if let Some(text) = replaced("/text").filter(|_| number == Some(self.last_message)) {
            self.preview = preview(text);
        }
    }

    fn amount_message(&mut self, event: &Event) {
        self.last_message = self.entries + 1;
        self.preview = match event.actor {
            _ if event.text.is_empty() => names_of_files(event),
            Actor::Customer(_) => preview(&event.text),
            // What we write is Markdown.
            _ => preview(&plain::plain(&event.text)),
        };
        if self.entries == 0 {
            self.subject = event.name("subject").unwrap_or_default().to_owned();
            self.team = event.id("team");
            self.priority = event.name("priority").and_then(Priority::parse).unwrap_or(Priority::Normal);
        }
        match event.actor {
            Actor::Customer(_) => {
                self.spam |= event.is("spam");
                self.live |= event.is(LIVE);
                self.open(event.details.get("due_at").and_then(Value::as_i64));
            }
            // It only goes along with what is awaited.
            Actor::System if event.is(ASIDE) => {}
            _ if self.state == State::Open && self.entries > 0 => {
                self.awaiting = Some(Awaiting::Customer);
                self.due_at = None;
            }
            _ => {}
        }
    }

    /// The acknowledgement of its newest entry: of a verb that found nothing to change.
    #[must_use]
    pub fn newest(&self) -> timeline::Ack {
        timeline::Ack { number: self.entries, hash: self.head }
    }

    /// How it stood, for an entry that takes back what the entries after it did.
    #[must_use]
    pub fn footing(&self) -> Map<String, Value> {
        Map::from_iter([
            ("state".to_owned(), self.state.name().into()),
            ("awaiting".to_owned(), self.awaiting.map(Awaiting::name).into()),
            ("due_at".to_owned(), self.due_at.into()),
            ("closed_at".to_owned(), self.closed_at.into()),
            ("snoozed_until".to_owned(), self.snoozed_until.into()),
            ("preview".to_owned(), self.preview.as_str().into()),
            ("last_message".to_owned(), self.last_message.into()),
        ])
    }

    /// Stands as it stood; nothing when the details hold no footing.
    fn restore(&mut self, footing: &Map<String, Value>) {
        let name = |key: &str| footing.get(key).and_then(Value::as_str);
        let int = |key: &str| footing.get(key).and_then(Value::as_i64);
        let Some(state) = name("state").and_then(State::parse) else { return };
        self.state = state;
        self.awaiting = name("awaiting").and_then(Awaiting::parse);
        self.due_at = int("due_at");
        self.closed_at = int("closed_at");
        self.snoozed_until = int("snoozed_until");
        self.preview = name("preview").unwrap_or_default().to_owned();
        self.last_message = int("last_message").unwrap_or(self.last_message);
    }

    /// An answer of ours is awaited by `due`; a promise that already runs keeps its time.
    fn open(&mut self, due: Option<Micros>) {
        self.state = State::Open;
        self.closed_at = None;
        self.snoozed_until = None;
        self.awaiting = Some(Awaiting::Agent);
        self.due_at = self.due_at.or(due);
    }

    /// Where it stands in views.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.state {
            _ if self.merged_into.is_some() => Standing::Merged,
            _ if self.spam => Standing::Spam,
            State::Closed => Standing::Closed,
            State::Open if self.snoozed_until.is_some() => Standing::Snoozed,
            State::Open => Standing::Open,
        }
    }

    /// All that the counts of views go by: standing, who has the next word, assignee, category, language, priority,
    /// team, tags.
    #[must_use]
    pub fn shelf(&self) -> String {
        let id = |id: Option<Uuid>| id.map(|id| id.simple().to_string()).unwrap_or_default();
        format!(
            "{}|{}|{}|{}|{}|{}|{}|{}",
            self.standing().name(),
            self.awaiting.map_or("", Awaiting::name),
            id(self.assignee),
            self.category.slug(),
            self.language.tag(),
            self.priority.name(),
            id(self.team),
            self.tags.join(","),
        )
    }
}

/// What a message without words shows in lists.
fn names_of_files(event: &Event) -> String {
    let names = attached(&event.details).into_iter().map(|file| file.name);
    preview(&names.collect::<Vec<_>>().join(", "))
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
