//! Customers by the API.

use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page, Query, limit};
use crate::app::App;
use crate::check::{Check, Json, MAX_EMAIL, MAX_TEXT};
use crate::clock::{Moment, rfc3339};
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::names::{self, Name};
use crate::people::panel::search::{self, Found};
use crate::people::panel::{self, Change, Note, Rating};
use crate::people::{Actor, Permission, Staff, customers};
use crate::tickets::http::triage::tags as checked_tags;
use crate::tickets::queries;
use crate::tickets::shown::{self, ActorView, TicketView};

/// A customer's tickets that the panel shows; all of them are found by search.
const TICKETS: i64 = 20;
/// Ratings and changes that the panel shows.
const RECENT: usize = 20;

/// A customer in a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CustomerRow {
    id: Uuid,
    name: String,
    #[schema(required = true)]
    email: Option<String>,
    /// Whether somebody proved to read mail there.
    proved: bool,
    /// The account at the exchange.
    #[schema(required = true)]
    exchange_uid: Option<String>,
    blocked: bool,
}

impl From<Found> for CustomerRow {
    fn from(found: Found) -> CustomerRow {
        let Found { id, name, email, proved, exchange_uid, blocked } = found;
        CustomerRow { id, name, email, proved, exchange_uid, blocked }
    }
}

/// What agents know about a customer.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CustomerCard {
    id: Uuid,
    name: String,
    #[schema(required = true)]
    email: Option<String>,
    /// Whether somebody proved to read mail there.
    proved: bool,
    /// Whether the exchange said who it is.
    signed_in: bool,
    /// The account at the exchange.
    #[schema(required = true)]
    exchange_uid: Option<String>,
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// IANA name, told by the customer's browser.
    #[schema(required = true, example = "Asia/Shanghai")]
    time_zone: Option<String>,
    #[schema(format = DateTime)]
    created_at: String,
    /// In order.
    tags: Vec<String>,
    /// Newest first.
    notes: Vec<CustomerNote>,
    #[schema(required = true)]
    blocked: Option<Blocked>,
    /// The newest 20.
    tickets: Vec<TicketView>,
    ratings: Ratings,
    /// What agents did here, newest first.
    changes: Vec<CustomerChange>,
}

/// A note on a customer, for agents.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CustomerNote {
    id: Uuid,
    by: ActorView,
    body: String,
    #[schema(format = DateTime)]
    at: String,
}

/// A blocked customer's tickets arrive as spam.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Blocked {
    #[schema(format = DateTime)]
    at: String,
    by: ActorView,
}

/// How the customer rated our help.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Ratings {
    count: usize,
    /// 1 to 5; null without any.
    #[schema(required = true)]
    mean: Option<f64>,
    /// Newest ticket first.
    recent: Vec<CustomerRating>,
}

/// One rating.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CustomerRating {
    ticket: Uuid,
    /// What the customer quotes.
    reference: String,
    /// 1 to 5.
    score: i64,
    #[schema(required = true)]
    comment: Option<String>,
}

/// What an agent did to what we know of a customer.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CustomerChange {
    /// `noted`, `note_removed`, `tagged`, `blocked` or `unblocked`.
    kind: String,
    by: ActorView,
    /// The note's id, or the tags that came and went: `+vip -whale`.
    detail: String,
    #[schema(format = DateTime)]
    at: String,
}

/// Customers belong to tickets: for who may not read those, there are none.
fn reader(staff: &Staff) -> Result<()> {
    if staff.role.may(Permission::TicketRead) { Ok(()) } else { Err(Problem::not_found()) }
}

/// Which customers to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CustomersQuery {
    /// The beginning of an address, a name or an account at the exchange; the newest customers when absent.
    #[param(max_length = 254)]
    q: Option<String>,
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
}

/// Customers whose address, name or account begins with a text.
#[utoipa::path(get, operation_id = "customers", path = "/api/v1/customers", tag = "customers", params(CustomersQuery),
    responses((status = 200, body = Page<CustomerRow>), crate::error::Refusals))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<CustomersQuery>,
) -> Result<Json<Page<CustomerRow>>> {
    reader(&staff)?;
    let mut check = Check::default();
    let text = check.verbatim_optional("q", query.q.as_deref().unwrap_or(""), MAX_EMAIL);
    check.done()?;
    let limit = usize::try_from(limit(query.limit)?).unwrap_or(0);
    let found = app.db.read(move |tx| search::find(tx, &text, limit)).await?;
    Ok(Json(Page::whole(found.into_iter().map(CustomerRow::from).collect())))
}

/// What agents know about a customer.
#[utoipa::path(get, operation_id = "customer", path = "/api/v1/customers/{id}",
    tag = "customers", params(("id" = Uuid, Path)),
    responses((status = 200, body = CustomerCard), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<CustomerCard>> {
    reader(&staff)?;
    app.db.read(move |tx| card(tx, id)).await.map(Json)
}

fn card(tx: &mut Tx<'_>, id: Uuid) -> Result<CustomerCard> {
    let customer = customers::find(tx, id)?.ok_or_else(Problem::not_found)?;
    let (notes, changes) = (panel::notes(tx, id)?, panel::changes(tx, id, RECENT as i64)?);
    let blocked = panel::blocked(tx, id)?;
    let ratings = panel::ratings(tx, id)?;
    let actors = notes.iter().map(|note| note.by).chain(changes.iter().map(|change| change.by));
    let actors: Vec<Actor> = actors.chain(blocked.map(|(_, by)| by)).collect();
    let names = names::of(tx, &actors)?;
    let tickets = queries::of_customer(tx, id, TICKETS)?;
    Ok(CustomerCard {
        id,
        name: customer.name,
        email: customer.email,
        proved: customer.proved_at.is_some(),
        signed_in: customer.exchange_uid.is_some(),
        exchange_uid: customer.exchange_uid,
        language: customer.language,
        time_zone: customer.time_zone,
        created_at: rfc3339(customer.created_at),
        tags: panel::tags(tx, id)?,
        notes: notes.into_iter().map(|note| shown_note(note, &names)).collect(),
        blocked: blocked.map(|(at, by)| Blocked { at: rfc3339(at), by: who(by, &names) }),
        tickets: shown::tickets(tx, tickets)?,
        ratings: summed(ratings),
        changes: changes.into_iter().map(|change| shown_change(change, &names)).collect(),
    })
}

fn who(actor: Actor, names: &HashMap<Actor, Name>) -> ActorView {
    ActorView::of(actor, names.get(&actor).cloned().unwrap_or_default())
}

fn shown_note(note: Note, names: &HashMap<Actor, Name>) -> CustomerNote {
    CustomerNote { id: note.id, by: who(note.by, names), body: note.body, at: rfc3339(note.at) }
}

fn shown_change(change: Change, names: &HashMap<Actor, Name>) -> CustomerChange {
    let by = who(change.by, names);
    CustomerChange { kind: change.kind, by, detail: change.detail, at: rfc3339(change.at) }
}

fn summed(ratings: Vec<Rating>) -> Ratings {
    let (count, sum) = (ratings.len(), ratings.iter().map(|rating| rating.score).sum::<i64>());
    let mean = (count > 0).then(|| sum as f64 / count as f64);
    let recent = ratings.into_iter().take(RECENT).map(|Rating { ticket, reference, score, comment }| CustomerRating {
        ticket,
        reference,
        score,
        comment,
    });
    Ratings { count, mean, recent: recent.collect() }
}

/// A change to what we know of a customer: may they, then do it, then tell how it stands.
async fn change(
    app: &App,
    staff: Staff,
    id: Uuid,
    permission: Permission,
    change: impl Fn(&mut Tx<'_>, &Moment) -> Result<()> + Send + 'static,
) -> Result<Json<CustomerCard>> {
    reader(&staff)?;
    staff.require(permission)?;
    let moment = app.clock.moment();
    let card = app.db.write(move |tx| change(tx, &moment).and_then(|()| card(tx, id))).await?;
    Ok(Json(card))
}

/// A note on a customer.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewCustomerNote {
    /// At most 20,000 characters.
    #[schema(min_length = 1, max_length = 20_000)]
    body: String,
}

/// Writes a note on the customer, for agents.
#[utoipa::path(post, operation_id = "note_customer", path = "/api/v1/customers/{id}/notes",
    tag = "customers", params(("id" = Uuid, Path)),
    request_body = NewCustomerNote, responses((status = 201, body = CustomerNote), crate::error::Refusals))]
pub async fn note(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewCustomerNote>) -> Result<Answer> {
    reader(&staff)?;
    staff.require(Permission::CustomerNote)?;
    let mut check = Check::default();
    let body = check.text("body", &request.body.body, MAX_TEXT);
    check.done()?;
    let (moment, key, by) = (app.clock.moment(), request.key, staff.actor);
    app.db
        .write(move |tx| {
            let scope = by.id().unwrap_or_default();
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let note = panel::note(tx, id, by, &body, &moment)?;
                let names = names::of(tx, &[by])?;
                Ok(shown_note(note, &names))
            })
        })
        .await
}

/// Removes a note.
#[utoipa::path(delete, operation_id = "remove_customer_note", path = "/api/v1/customers/{id}/notes/{note}",
    tag = "customers",
    params(("id" = Uuid, Path), ("note" = Uuid, Path)), responses((status = 204), crate::error::Refusals))]
pub async fn remove_note(
    State(app): State<App>,
    staff: Staff,
    path: std::result::Result<Path<(Uuid, Uuid)>, axum::extract::rejection::PathRejection>,
) -> Result<StatusCode> {
    let Path((id, note)) = path.map_err(|_| Problem::not_found())?;
    let removing = move |tx: &mut Tx<'_>, moment: &Moment| panel::remove_note(tx, id, note, staff.actor, moment);
    change(&app, staff, id, Permission::CustomerNote, removing).await.map(|_| StatusCode::NO_CONTENT)
}

/// The tags that a customer shall have.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct CustomerTags {
    /// At most 20, each one word.
    #[schema(max_items = 20)]
    tags: Vec<String>,
}

/// Gives the customer these tags and no others.
#[utoipa::path(put, operation_id = "tag_customer", path = "/api/v1/customers/{id}/tags",
    tag = "customers", params(("id" = Uuid, Path)),
    request_body = CustomerTags, responses((status = 200, body = CustomerCard), crate::error::Refusals))]
pub async fn tag(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    Json(new): Json<CustomerTags>,
) -> Result<Json<CustomerCard>> {
    let mut check = Check::default();
    let tags = checked_tags(&mut check, "tags", &new.tags);
    check.done()?;
    let tagging = move |tx: &mut Tx<'_>, moment: &Moment| panel::tag(tx, id, &tags, staff.actor, moment);
    change(&app, staff, id, Permission::CustomerNote, tagging).await
}

/// Blocks the customer: what they send from now on arrives marked as spam, and no mail tells of it. Nothing is lost.
#[utoipa::path(post, operation_id = "block_customer", path = "/api/v1/customers/{id}/block",
    tag = "customers", params(("id" = Uuid, Path)),
    responses((status = 200, body = CustomerCard), crate::error::Refusals))]
pub async fn block(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<CustomerCard>> {
    let blocking = move |tx: &mut Tx<'_>, moment: &Moment| panel::block(tx, id, true, staff.actor, moment);
    change(&app, staff, id, Permission::CustomerBlock, blocking).await
}

/// Lets the customer in again. Tickets that were marked stay as they are.
#[utoipa::path(delete, operation_id = "unblock_customer", path = "/api/v1/customers/{id}/block",
    tag = "customers", params(("id" = Uuid, Path)),
    responses((status = 200, body = CustomerCard), crate::error::Refusals))]
pub async fn unblock(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<CustomerCard>> {
    let unblocking = move |tx: &mut Tx<'_>, moment: &Moment| panel::block(tx, id, false, staff.actor, moment);
    change(&app, staff, id, Permission::CustomerBlock, unblocking).await
}
