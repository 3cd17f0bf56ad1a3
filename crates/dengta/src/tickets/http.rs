//! The tickets' API.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page, Query, limit};
use crate::app::App;
use crate::check::{Check, MAX_NAME, MAX_SUBJECT, MAX_TEXT};
use crate::clock::Moment;
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::{Actor, Permission, Staff};
use crate::tickets::queries::{Cursor, View};
use crate::tickets::receive::{Inbound, Sender, receive};
use crate::tickets::shown::{EntryAck, EntryView, TicketDetail, TicketView, told};
use crate::tickets::timeline::{self, Reader};
use crate::tickets::verbs::Delivery;
use crate::tickets::{Category, Channel, Ticket, counts, queries, shown, verbs};

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
    app.committed.ring();
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
    let page = app
        .db
        .read(move |tx| {
            let mut tickets = queries::page(tx, &staff, view, after, limit + 1)?;
            let more = tickets.len() as i64 > limit;
            tickets.truncate(usize::try_from(limit).unwrap_or(0));
            let last = tickets.last().filter(|_| more);
            let next = last.map(|named| format!("{}.{}", named.ticket.updated_at, named.ticket.id));
            Ok::<_, Problem>(Page { results: shown::tickets(tx, tickets)?, next })
        })
        .await?;
    Ok(Json(page))
}

fn cursor(text: &str) -> Result<Cursor> {
    let parsed = text.split_once('.').and_then(|(at, id)| Some(Cursor { at: at.parse().ok()?, id: id.parse().ok()? }));
    parsed.ok_or_else(|| Problem::field("after", "invalid-cursor"))
}

/// One ticket.
#[utoipa::path(get, path = "/api/v1/tickets/{id}", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = TicketDetail), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<TicketDetail>> {
    let detail = app
        .db
        .read(move |tx| {
            let named = queries::for_staff(tx, &staff, id)?;
            let fields = timeline::facts(tx, id)?;
            let missing_fields = named.ticket.category.missing(|key| fields.contains_key(key));
            Ok::<_, Problem>(TicketDetail { ticket: shown::ticket(tx, named)?, fields, missing_fields })
        })
        .await?;
    Ok(Json(detail))
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
    app.committed.ring();
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
