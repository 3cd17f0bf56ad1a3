//! Tickets and entries as agents and programs see them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};
use store::{Error, Param, Tx};
use uuid::Uuid;

use crate::app::App;
use crate::clock::{Micros, rfc3339};
use crate::files::attach::attached;
use crate::files::{self, FileView};
use crate::language::Language;
use crate::official::imitations::{self, Imitation};
use crate::outbox;
use crate::people::{Actor, Assurance, names};
use crate::settings::Settings;
use crate::tickets::queries::Named;
use crate::tickets::timeline::{self, Ack, Entry};
use crate::tickets::verbs::Delivery;
use crate::tickets::{AT_ONCE, Awaiting, Category, Channel, Kind, Priority, Standing, State, chain, withdraw};

/// The acknowledgement of an entry: number and hash.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EntryAck {
    /// The entry's number on its ticket, from 1.
    pub number: i64,
    /// The entry's hash, in hexadecimal.
    pub hash: String,
}

impl From<Ack> for EntryAck {
    fn from(ack: Ack) -> EntryAck {
        EntryAck { number: ack.number, hash: chain::shown(&ack.hash) }
    }
}

/// A ticket as agents and programs see it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TicketView {
    id: Uuid,
    /// What the customer quotes.
    reference: String,
    subject: String,
    /// The beginning of the newest message.
    preview: String,
    category: Category,
    state: State,
    /// Where it stands in views.
    standing: Standing,
    priority: Priority,
    /// In order.
    tags: Vec<String>,
    /// Who has the next word; null when closed.
    #[schema(required = true)]
    awaiting: Option<Awaiting>,
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    channel: Channel,
    /// How sure the desk is that it is the customer's.
    assurance: Assurance,
    customer: CustomerView,
    #[schema(required = true)]
    assignee: Option<AssigneeView>,
    /// The team that has it.
    #[schema(required = true)]
    team: Option<TeamName>,
    /// The cause that it shares with others.
    #[schema(required = true)]
    incident: Option<IncidentTitle>,
    /// The ticket that continues this one.
    #[schema(required = true)]
    merged_into: Option<Uuid>,
    /// The number of the newest entry.
    entries: i64,
    /// The number of the newest message.
    last_message: i64,
    /// The hash of the newest entry, in hexadecimal.
    head: String,
    /// How often the customer asked where it stands.
    chased: i64,
    #[schema(required = true)]
    rating: Option<RatingView>,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime)]
    updated_at: String,
    /// By when an answer is promised.
    #[schema(required = true, format = DateTime)]
    due_at: Option<String>,
    #[schema(required = true, format = DateTime)]
    closed_at: Option<String>,
    /// When it comes back, unless the customer writes before.
    #[schema(required = true, format = DateTime)]
    snoozed_until: Option<String>,
}

/// Which team has it.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct TeamName {
    id: Uuid,
    name: String,
}

/// What caused it.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct IncidentTitle {
    id: Uuid,
    title: String,
}

/// Whose ticket it is.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CustomerView {
    id: Uuid,
    name: String,
    #[schema(required = true)]
    email: Option<String>,
    /// Whether somebody proved to read mail there.
    proved: bool,
}

/// Who has it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AssigneeView {
    id: Uuid,
    name: String,
    /// The agent id that customers see.
    number: String,
}

/// What the customer thought of the help.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RatingView {
    /// 1 to 5.
    score: i64,
    #[schema(required = true)]
    comment: Option<String>,
}

/// Tickets with the names of their teams and incidents, each asked for once.
pub fn tickets(tx: &mut Tx<'_>, tickets: Vec<Named>) -> Result<Vec<TicketView>, Error> {
    let teams = names_of(tx, "SELECT id, name FROM team", tickets.iter().filter_map(|named| named.ticket.team))?;
    let incidents =
        names_of(tx, "SELECT id, title FROM incident", tickets.iter().filter_map(|named| named.ticket.incident))?;
    Ok(tickets.into_iter().map(|named| TicketView::of(named, &teams, &incidents)).collect())
}

/// One ticket, as [`tickets`].
pub fn ticket(tx: &mut Tx<'_>, named: Named) -> Result<TicketView, Error> {
    tickets(tx, vec![named])?.pop().ok_or_else(|| Error::Defect("a ticket was not shown".into()))
}

/// The second column of `select` by the first, which is one of `ids`.
fn names_of(tx: &mut Tx<'_>, select: &str, ids: impl Iterator<Item = Uuid>) -> Result<BTreeMap<Uuid, String>, Error> {
    let ids: BTreeSet<Uuid> = ids.collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let list: Vec<String> = (1..=ids.len()).map(|number| format!("${number}")).collect();
    let params: Vec<Param<'_>> = ids.into_iter().map(Param::Uuid).collect();
    let sql = format!("{select} WHERE id IN ({})", list.join(", "));
    Ok(tx.query(&sql, &params, |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

impl TicketView {
    fn of(named: Named, teams: &BTreeMap<Uuid, String>, incidents: &BTreeMap<Uuid, String>) -> TicketView {
        let ticket = named.ticket;
        TicketView {
            id: ticket.id,
            standing: ticket.standing(),
            reference: ticket.reference.to_string(),
            subject: ticket.subject,
            preview: ticket.preview,
            category: ticket.category,
            state: ticket.state,
            priority: ticket.priority,
            tags: ticket.tags,
            awaiting: ticket.awaiting,
            language: ticket.language,
            channel: ticket.channel,
            assurance: ticket.assurance,
            customer: CustomerView {
                id: ticket.customer,
                name: named.customer_name,
                email: named.customer_email,
                proved: named.customer_proved_at.is_some(),
            },
            assignee: ticket.assignee.zip(named.assignee).map(|(id, (name, number))| AssigneeView { id, name, number }),
            team: ticket.team.and_then(|id| Some(TeamName { id, name: teams.get(&id)?.clone() })),
            incident: ticket.incident.and_then(|id| Some(IncidentTitle { id, title: incidents.get(&id)?.clone() })),
            merged_into: ticket.merged_into,
            entries: ticket.entries,
            last_message: ticket.last_message,
            head: chain::shown(&ticket.head),
            chased: ticket.chased,
            rating: ticket.rating.map(|score| RatingView { score, comment: ticket.rating_comment }),
            created_at: rfc3339(ticket.created_at),
            updated_at: rfc3339(ticket.updated_at),
            due_at: ticket.due_at.map(rfc3339),
            closed_at: ticket.closed_at.map(rfc3339),
            snoozed_until: ticket.snoozed_until.map(rfc3339),
        }
    }
}

/// A ticket with the facts that it came with.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TicketDetail {
    #[serde(flatten)]
    /// The ticket.
    pub ticket: TicketView,
    /// The category's facts by name.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    pub fields: Map<String, Value>,
    /// Facts of the category that were not given.
    pub missing_fields: Vec<&'static str>,
}

/// An entry of a ticket's timeline.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EntryView {
    /// From 1, without gaps.
    number: i64,
    /// In hexadecimal.
    hash: String,
    #[schema(format = DateTime)]
    at: String,
    actor: ActorView,
    kind: Kind,
    /// Whether the customer sees it.
    public: bool,
    /// What was said; empty for what says nothing.
    body: String,
    /// The rest, by kind. Of what was said, the `key` is the `Idempotency-Key` of the request that said it.
    #[schema(value_type = Object)]
    details: Map<String, Value>,
    /// For `assigned`: who has it now.
    #[schema(required = true)]
    assignee: Option<AssigneeView>,
    /// For our messages: how the mail stands.
    #[schema(required = true)]
    delivery: Option<Delivery>,
    /// Whether the body was erased.
    erased: bool,
    /// What came with it.
    files: Vec<FileView>,
    /// What in it passes for ours and is not. Show none of its links as a link.
    imitations: Vec<Imitation>,
}

/// Who did it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ActorView {
    /// `customer`, `agent`, `token` or `system`.
    kind: &'static str,
    #[schema(required = true)]
    id: Option<Uuid>,
    #[schema(required = true)]
    name: Option<String>,
    /// An agent's id as customers see it.
    #[schema(required = true)]
    number: Option<String>,
}

impl ActorView {
    /// An actor and what they are called.
    #[must_use]
    pub fn of(actor: Actor, (name, number): names::Name) -> ActorView {
        ActorView { kind: actor.kind(), id: actor.id(), name, number }
    }
}

/// What decides how entries are told.
#[derive(Clone)]
pub struct AsOf {
    settings: Arc<Settings>,
    has_server: bool,
    now: Micros,
}

impl AsOf {
    /// At this moment.
    #[must_use]
    pub fn now(app: &App) -> AsOf {
        AsOf { settings: app.settings.now(), has_server: app.mailer.sends(), now: app.clock.now() }
    }
}

/// Entries with the names of who did it, how the mails stand, and what in them passes for ours.
pub fn told(tx: &mut Tx<'_>, ticket: Uuid, entries: Vec<Entry>, as_of: &AsOf) -> Result<Vec<EntryView>, store::Error> {
    let names = names::of(tx, &timeline::named(&entries))?;
    let deliveries = outbox::states(tx, ticket)?;
    let told = entries.into_iter().map(|entry| {
        let event = entry.event;
        let files = files::shown::told(tx, attached(&event.details))?;
        let (name, number) = names.get(&event.actor).cloned().unwrap_or_default();
        let assignee = event.assignee().and_then(|id| {
            let (name, number) = names.get(&Actor::Agent(id)).cloned()?;
            Some(AssigneeView { id, name: name?, number: number? })
        });
        let state = deliveries.iter().find(|(about, _)| *about == entry.number).map(|(_, state)| state.as_str());
        let delivery = match state.map(|state| Delivery::of(state, as_of.has_server)) {
            _ if event.is(AT_ONCE) => Some(Delivery::Live),
            Some(Delivery::Queued) if withdraw::rests(&event, as_of.now) => Some(Delivery::Resting),
            delivery => delivery,
        };
        Ok(EntryView {
            imitations: imitations::said(&as_of.settings.official, &event),
            files,
            number: entry.number,
            hash: chain::shown(&entry.hash),
            at: rfc3339(event.at),
            actor: ActorView { kind: event.actor.kind(), id: event.actor.id(), name, number },
            kind: event.kind,
            public: event.kind.public(),
            body: event.text,
            details: event.details,
            assignee,
            delivery,
            erased: entry.erased,
        })
    });
    told.collect()
}
