//! The tickets' API.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page, Query, limit};
use crate::app::App;
use crate::check::{Check, MAX_NAME, MAX_SUBJECT, MAX_TEXT};
use crate::clock::{Moment, rfc3339};
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::outbox;
use crate::people::{Actor, Assurance, Permission, Staff, names};
use crate::tickets::queries::{Cursor, Named, View};
use crate::tickets::receive::{Inbound, Sender, receive};
use crate::tickets::timeline::{self, Ack, Entry, Reader};
use crate::tickets::verbs::Delivery;
use crate::tickets::{Awaiting, Category, Channel, Kind, State as Standing, Ticket, counts, queries, verbs};

/// A ticket to open for a customer.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewTicket {
    /// One line, at most 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    subject: String,
    /// What the customer says, at most 20,000 characters.
    #[schema(min_length = 1, max_length = 20_000)]
    body: String,
    /// What it is about.
    #[schema(value_type = Category)]
    category: String,
    /// The category's facts by name. Those of the form are not required here; what lacks is returned.
    #[serde(default)]
    #[schema(required = false)]
    fields: BTreeMap<String, String>,
    /// The customer, whose address counts as proven.
    customer: NewCustomer,
    /// The customer's language; English when absent.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    language: Option<String>,
}

/// Who a ticket is for.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewCustomer {
    /// One bare address.
    #[schema(max_length = 254)]
    email: String,
    /// At most 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
}

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
        EntryAck { number: ack.number, hash: hex::encode(ack.hash) }
    }
}

/// A ticket was opened.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Opened {
    id: Uuid,
    /// What the customer quotes.
    reference: String,
    entry: EntryAck,
    /// Facts of the category that were not given.
    missing_fields: Vec<&'static str>,
}

/// Opens a ticket for a customer.
#[utoipa::path(post, path = "/api/v1/tickets", tag = "tickets", request_body = NewTicket,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = Opened), crate::error::Refusals))]
pub async fn create(State(app): State<App>, staff: Staff, request: Keyed<NewTicket>) -> Result<Answer> {
    staff.require(Permission::TicketCreate)?;
    let inbound = checked(&app, &staff, request.body)?;
    let missing = inbound.category.missing(|key| inbound.fields.iter().any(|(given, _)| *given == key));
    let (moment, key) = (app.clock.moment(), request.key);
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let received = receive(tx, &inbound, &moment)?;
                Ok(Opened {
                    id: received.ticket,
                    reference: received.reference.to_string(),
                    entry: received.ack.into(),
                    missing_fields: missing.clone(),
                })
            })
        })
        .await?;
    app.committed.notify_one();
    Ok(answer)
}

/// Keys of one sender do not meet those of another.
fn scope(staff: &Staff) -> Uuid {
    staff.actor.id().unwrap_or_default()
}

fn checked(app: &App, staff: &Staff, new: NewTicket) -> Result<Inbound> {
    let mut check = Check::default();
    let category = check.choice("category", &new.category, Category::parse, Category::Other);
    let language = match &new.language {
        Some(tag) => check.choice("language", tag, Language::parse, Language::En),
        None => Language::En,
    };
    let subject = check.text("subject", &new.subject, MAX_SUBJECT);
    let text = check.text("body", &new.body, MAX_TEXT);
    let name = check.text("customer.name", &new.customer.name, MAX_NAME);
    let email = check.email("customer.email", &new.customer.email);
    let mut fields = Vec::new();
    for (key, value) in &new.fields {
        let path = format!("fields.{key}");
        let Some(field) = category.fields().find(|field| field.key == key) else {
            check.refuse(&path, "unknown-field");
            continue;
        };
        let value = field.check(&mut check, &path, value);
        if !value.is_empty() {
            fields.push((field.key, value));
        }
    }
    check.done()?;
    let sender = match staff.actor {
        Actor::Token(token) => Sender::Vouched { email, name, token },
        // An agent writes down what somebody says: that proves no address.
        _ => Sender::Claimed { email, name },
    };
    let promise = app.config.promise(category.slug());
    Ok(Inbound {
        channel: Channel::Api,
        sender,
        category,
        language,
        subject: one_line(&subject),
        text,
        fields,
        promise,
    })
}

/// A subject becomes a mail header and a list row: it has no line ends.
pub fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
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
    state: Standing,
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

impl From<Named> for TicketView {
    fn from(named: Named) -> TicketView {
        let ticket = named.ticket;
        TicketView {
            id: ticket.id,
            reference: ticket.reference.to_string(),
            subject: ticket.subject,
            preview: ticket.preview,
            category: ticket.category,
            state: ticket.state,
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
            entries: ticket.entries,
            last_message: ticket.last_message,
            head: hex::encode(ticket.head),
            chased: ticket.chased,
            rating: ticket.rating.map(|score| RatingView { score, comment: ticket.rating_comment }),
            created_at: rfc3339(ticket.created_at),
            updated_at: rfc3339(ticket.updated_at),
            due_at: ticket.due_at.map(rfc3339),
            closed_at: ticket.closed_at.map(rfc3339),
        }
    }
}

/// A ticket with the facts that it came with.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TicketDetail {
    #[serde(flatten)]
    ticket: TicketView,
    /// The category's facts by name.
    #[schema(value_type = BTreeMap<String, String>)]
    fields: Map<String, Value>,
    /// Facts of the category that were not given.
    missing_fields: Vec<&'static str>,
}

/// Which tickets to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// `open` when absent. `mine` wants an agent's session.
    #[param(inline)]
    view: Option<View>,
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// A page of tickets, most recently changed first (`all`: newest first).
#[utoipa::path(get, path = "/api/v1/tickets", tag = "tickets", params(ListQuery),
    responses((status = 200, body = Page<TicketView>), crate::error::Refusals))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListQuery>,
) -> Result<Json<Page<TicketView>>> {
    let limit = limit(query.limit)?;
    let after = query.after.as_deref().map(cursor).transpose()?;
    let view = query.view.unwrap_or(View::Open);
    let mut tickets = app.db.read(move |tx| queries::page(tx, &staff, view, after, limit + 1)).await?;
    let more = tickets.len() as i64 > limit;
    tickets.truncate(usize::try_from(limit).unwrap_or(0));
    let next = tickets.last().filter(|_| more).map(|named| format!("{}.{}", named.ticket.updated_at, named.ticket.id));
    Ok(Json(Page { results: tickets.into_iter().map(TicketView::from).collect(), next }))
}

fn cursor(text: &str) -> Result<Cursor> {
    let parsed = text.split_once('.').and_then(|(at, id)| Some(Cursor { at: at.parse().ok()?, id: id.parse().ok()? }));
    parsed.ok_or_else(|| Problem::field("after", "invalid-cursor"))
}

/// One ticket.
#[utoipa::path(get, path = "/api/v1/tickets/{id}", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = TicketDetail), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<TicketDetail>> {
    let (named, fields) = app
        .db
        .read(move |tx| {
            let named = queries::for_staff(tx, &staff, id)?;
            Ok::<_, Problem>((named, timeline::facts(tx, id)?))
        })
        .await?;
    let missing_fields = named.ticket.category.missing(|key| fields.contains_key(key));
    Ok(Json(TicketDetail { ticket: named.into(), fields, missing_fields }))
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
    /// The rest, by kind.
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

/// Which entries to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EntriesQuery {
    /// The number of the last entry seen.
    #[param(minimum = 0)]
    after: Option<i64>,
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
}

/// A ticket's timeline.
#[utoipa::path(get, path = "/api/v1/tickets/{id}/entries", tag = "tickets", params(("id" = Uuid, Path), EntriesQuery),
    responses((status = 200, body = Page<EntryView>), crate::error::Refusals))]
pub async fn entries(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    Query(query): Query<EntriesQuery>,
) -> Result<Json<Page<EntryView>>> {
    let (limit, after) = (limit(query.limit)?, query.after.unwrap_or(0));
    let has_server = app.mailer.sends();
    let page = app
        .db
        .read(move |tx| {
            queries::for_staff(tx, &staff, id)?;
            let mut entries = timeline::read(tx, id, Reader::Staff, after, limit + 1)?;
            let more = entries.len() as i64 > limit;
            entries.truncate(usize::try_from(limit).unwrap_or(0));
            let next = entries.last().filter(|_| more).map(|entry| entry.number.to_string());
            Ok::<_, Problem>(Page { results: told(tx, id, entries, has_server)?, next })
        })
        .await?;
    Ok(Json(page))
}

/// Entries with the names of who did it and how the mails stand.
fn told(tx: &mut Tx<'_>, ticket: Uuid, entries: Vec<Entry>, has_server: bool) -> Result<Vec<EntryView>, store::Error> {
    let names = names::of(tx, &timeline::named(&entries))?;
    let deliveries = outbox::states(tx, ticket)?;
    let told = entries.into_iter().map(|entry| {
        let event = entry.event;
        let (name, number) = names.get(&event.actor).cloned().unwrap_or_default();
        let assignee = event.assignee().and_then(|id| {
            let (name, number) = names.get(&Actor::Agent(id)).cloned()?;
            Some(AssigneeView { id, name: name?, number: number? })
        });
        let state = deliveries.iter().find(|(about, _)| *about == entry.number).map(|(_, state)| state.as_str());
        EntryView {
            number: entry.number,
            hash: hex::encode(entry.hash),
            at: rfc3339(event.at),
            actor: ActorView { kind: event.actor.kind(), id: event.actor.id(), name, number },
            kind: event.kind,
            public: event.kind.public(),
            body: event.text,
            details: event.details,
            assignee,
            delivery: state.map(|state| Delivery::of(state, has_server)),
            erased: entry.erased,
        }
    });
    Ok(told.collect())
}

/// An answer to the customer.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewReply {
    /// At most 20,000 characters.
    #[schema(min_length = 1, max_length = 20_000)]
    body: String,
    /// The number of the newest entry that was read: the answer is stopped when messages came since.
    #[serde(default)]
    seen: Option<i64>,
}

/// An answer was written.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Replied {
    entry: EntryAck,
    delivery: Delivery,
}

/// Something was written to the timeline.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Written {
    entry: EntryAck,
}

/// Answers the customer.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/replies", tag = "tickets", params(("id" = Uuid, Path)), request_body = NewReply,
    responses((status = 201, body = Replied), crate::error::Refusals))]
pub async fn reply(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewReply>) -> Result<Answer> {
    let mut check = Check::default();
    let text = check.text("body", &request.body.body, MAX_TEXT);
    check.done()?;
    let (seen, has_server) = (request.body.seen, app.mailer.sends());
    act(&app, staff, id, Permission::TicketReply, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        let (ack, delivery) = verbs::reply(tx, ticket, staff.actor, &text, seen, moment)?;
        let delivery = if delivery == Delivery::Queued && !has_server { Delivery::NoMailServer } else { delivery };
        Ok(Replied { entry: ack.into(), delivery })
    })
    .await
}

/// A note among agents.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewNote {
    /// At most 20,000 characters.
    #[schema(min_length = 1, max_length = 20_000)]
    body: String,
}

/// Notes something that the customer does not see.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/notes", tag = "tickets", params(("id" = Uuid, Path)), request_body = NewNote,
    responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn note(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewNote>) -> Result<Answer> {
    let mut check = Check::default();
    let text = check.text("body", &request.body.body, MAX_TEXT);
    check.done()?;
    act(&app, staff, id, Permission::TicketNote, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: verbs::note(tx, ticket, staff.actor, &text, moment)?.into() })
    })
    .await
}

/// Who shall have the ticket.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewAssignment {
    /// An agent's id, `me`, or null for nobody.
    #[schema(required = true)]
    agent: Option<String>,
}

/// Gives the ticket to an agent, or to nobody.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/assignment", tag = "tickets", params(("id" = Uuid, Path)), request_body = NewAssignment,
    responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn assign(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewAssignment>) -> Result<Answer> {
    let agent = match request.body.agent.as_deref() {
        None => None,
        Some("me") => Some(staff.agent()?),
        Some(id) => Some(id.parse().map_err(|_| Problem::field("agent", "invalid-id"))?),
    };
    act(&app, staff, id, Permission::TicketAssign, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: verbs::assign(tx, ticket, staff.actor, agent, moment)?.into() })
    })
    .await
}

/// Closes the ticket; the customer is told.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/closure", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn close(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    act(&app, staff, id, Permission::TicketClose, key.0, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: verbs::close(tx, ticket, staff.actor, moment)?.into() })
    })
    .await
}

/// Opens the ticket again.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/closure", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn reopen(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    let config = app.config.clone();
    act(&app, staff, id, Permission::TicketClose, key.0, StatusCode::OK, move |tx, ticket, moment| {
        let promise = config.promise(ticket.category.slug());
        Ok(Written { entry: verbs::reopen(tx, ticket, staff.actor, promise, moment)?.into() })
    })
    .await
}

/// A verb by an agent or program: may they, is it theirs, lock it, do it once.
async fn act<T: Serialize>(
    app: &App,
    staff: Staff,
    id: Uuid,
    permission: Permission,
    key: Option<idempotency::Key>,
    status: StatusCode,
    verb: impl Fn(&mut Tx<'_>, Ticket, &Moment) -> Result<T> + Send + 'static,
) -> Result<Answer> {
    let moment = app.clock.moment();
    let answer = app
        .db
        .write(move |tx| {
            let ticket = queries::lock_for_staff(tx, &staff, id)?;
            staff.require(permission)?;
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, status, |tx| verb(tx, ticket, &moment))
        })
        .await?;
    app.committed.notify_one();
    Ok(answer)
}

/// Tickets in each view.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Counts {
    open: i64,
    mine: i64,
    unassigned: i64,
    waiting: i64,
    closed: i64,
}

/// Tickets in each view.
#[utoipa::path(get, path = "/api/v1/counts", tag = "tickets",
    responses((status = 200, body = Counts), crate::error::Refusals))]
pub async fn counts(State(app): State<App>, staff: Staff) -> Result<Json<Counts>> {
    if !staff.role.may(Permission::TicketRead) {
        return Err(Problem::not_found());
    }
    let counts = app.db.read(move |tx| counts::counts(tx, staff.agent().ok())).await?;
    let of = |view: View| counts.iter().find(|(counted, _)| *counted == view).map_or(0, |(_, count)| *count);
    Ok(Json(Counts {
        open: of(View::Open),
        mine: of(View::Mine),
        unassigned: of(View::Unassigned),
        waiting: of(View::Waiting),
        closed: of(View::Closed),
    }))
}
