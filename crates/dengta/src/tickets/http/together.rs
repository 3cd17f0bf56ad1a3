//! What belongs together by the API: merging, splitting, linking, likely duplicates.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use super::{Opened, Written, act, one_line, scope};
use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Query};
use crate::app::App;
use crate::check::{Check, Json, MAX_SUBJECT};
use crate::clock::Moment;
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff};
use crate::tickets::links::{self, Part};
use crate::tickets::queries;
use crate::tickets::related::{self, Why};
use crate::tickets::shown::{self, TicketView};
use crate::tickets::{Category, merge};

/// The ticket that shall continue this one.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewMerge {
    /// Its id; when it is merged itself, its survivor continues both.
    into: Uuid,
}

/// The tickets were merged.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Merged {
    entry: crate::tickets::shown::EntryAck,
    /// The ticket that continues both.
    survivor: Uuid,
}

/// Merges the ticket into another one of the same customer.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/merge", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewMerge, responses((status = 201, body = Merged), crate::error::Refusals))]
pub async fn merge(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewMerge>) -> Result<Answer> {
    let into = request.body.into;
    act_on_two(&app, staff, id, request.key, StatusCode::CREATED, move |tx, moment| {
        let (ack, survivor) = merge::merge(tx, &staff, id, into, moment)?;
        Ok(Merged { entry: ack.into(), survivor })
    })
    .await
}

/// Lets the merged ticket stand on its own again.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/merge", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn unmerge(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    act_on_two(&app, staff, id, key.0, StatusCode::OK, move |tx, moment| {
        Ok(Written { entry: merge::unmerge(tx, &staff, id, moment)?.into() })
    })
    .await
}

/// With what to merge.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PreviewQuery {
    /// The ticket that would continue this one.
    into: Uuid,
}

/// What merging would make of two tickets.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MergePreview {
    /// Would continue.
    survivor: TicketView,
    /// Would take no more entries.
    merged: TicketView,
    /// Entries on the timeline that the survivor would show.
    entries: i64,
    /// Why they cannot be merged, as the code of the refusal; null when they can.
    #[schema(required = true)]
    problem: Option<&'static str>,
}

/// Shows what merging would make of two tickets, and whether it is possible.
#[utoipa::path(get, path = "/api/v1/tickets/{id}/merge", tag = "tickets", params(("id" = Uuid, Path), PreviewQuery),
    responses((status = 200, body = MergePreview), crate::error::Refusals))]
pub async fn preview_merge(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    Query(query): Query<PreviewQuery>,
) -> Result<Json<MergePreview>> {
    let preview = app
        .db
        .read(move |tx| {
            let merged = queries::for_staff(tx, &staff, id)?;
            staff.require(Permission::TicketMerge)?;
            let target = queries::find_for_staff(tx, &staff, query.into)?;
            let root = merge::root(tx, target)?.id;
            let survivor = queries::for_staff(tx, &staff, root)?;
            let problem = merge::check(tx, &merged.ticket, &survivor.ticket).err().map(|problem| problem.code);
            let entries = merged.ticket.entries + survivor.ticket.entries;
            let (survivor, merged) = (shown::ticket(tx, survivor)?, shown::ticket(tx, merged)?);
            Ok::<_, Problem>(MergePreview { survivor, merged, entries, problem })
        })
        .await?;
    Ok(Json(preview))
}

/// A message that shall become a ticket of its own.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewSplit {
    /// The number of the customer's message.
    number: i64,
    /// The new ticket's subject, at most 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    subject: String,
    /// What the new ticket is about.
    #[schema(value_type = Category)]
    category: String,
}

/// Makes a customer's message a ticket of its own.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/splits", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewSplit, responses((status = 201, body = Opened), crate::error::Refusals))]
pub async fn split(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewSplit>) -> Result<Answer> {
    let (mut check, settings) = (Check::default(), app.settings.now());
    let known = |slug: &str| settings.category(slug).map(|asked| asked.category);
    let category = check.choice("category", &request.body.category, known, Category::Other);
    let subject = one_line(&check.verbatim("subject", &request.body.subject, MAX_SUBJECT));
    check.done()?;
    let part = Part { number: request.body.number, subject, category, promise: settings.promise(category) };
    let missing = settings.asked(category).missing(|_| false);
    act(&app, staff, id, Permission::TicketMerge, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        let received = links::split(tx, ticket, staff.actor, &part, moment)?;
        Ok(Opened::of(received, missing.clone()))
    })
    .await
}

/// A ticket that has to do with this one.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewLink {
    /// Its id.
    ticket: Uuid,
}

/// Links the ticket to another one, of whichever customer.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/links", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewLink, responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn link(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewLink>) -> Result<Answer> {
    let other = request.body.ticket;
    act_on_two(&app, staff, id, request.key, StatusCode::CREATED, move |tx, moment| {
        for ticket in [id, other] {
            let ticket = queries::find_for_staff(tx, &staff, ticket)?;
            merge::check_unmerged(tx, &ticket)?;
        }
        Ok(Written { entry: links::link(tx, &staff, id, other, moment)?.into() })
    })
    .await
}

/// Takes the link to another ticket away.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/links/{other}", tag = "tickets",
    params(("id" = Uuid, Path), ("other" = Uuid, Path)),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn unlink(
    State(app): State<App>,
    staff: Staff,
    path: std::result::Result<Path<(Uuid, Uuid)>, PathRejection>,
    key: idempotency::Bare,
) -> Result<Answer> {
    let Path((id, other)) = path.map_err(|_| Problem::not_found())?;
    act_on_two(&app, staff, id, key.0, StatusCode::OK, move |tx, moment| {
        Ok(Written { entry: links::unlink(tx, &staff, id, other, moment)?.into() })
    })
    .await
}

/// What belongs with a ticket.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RelatedView {
    /// Tickets that it continues: their entries belong to its timeline.
    merged: Vec<TicketView>,
    /// Tickets that it has to do with.
    links: Vec<TicketView>,
    /// Tickets that are likely the same.
    duplicates: Vec<DuplicateView>,
}

/// A likely duplicate.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DuplicateView {
    ticket: TicketView,
    /// Why it is likely one.
    why: Vec<Why>,
}

/// What belongs with a ticket, and what is likely the same.
#[utoipa::path(get, path = "/api/v1/tickets/{id}/related", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = RelatedView), crate::error::Refusals))]
pub async fn show_related(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<RelatedView>> {
    let now = app.clock.now();
    let related = app
        .db
        .read(move |tx| {
            let related = related::of(tx, &staff, id, now)?;
            let (others, why): (Vec<_>, Vec<_>) =
                related.duplicates.into_iter().map(|one| (one.named, one.why)).unzip();
            let duplicates = shown::tickets(tx, others)?.into_iter().zip(why);
            Ok::<_, Problem>(RelatedView {
                merged: shown::tickets(tx, related.merged)?,
                links: shown::tickets(tx, related.links)?,
                duplicates: duplicates.map(|(ticket, why)| DuplicateView { ticket, why }).collect(),
            })
        })
        .await?;
    Ok(Json(related))
}

/// As [`act`], for a verb that locks two tickets itself.
async fn act_on_two<T: Serialize>(
    app: &App,
    staff: Staff,
    id: Uuid,
    key: Option<idempotency::Key>,
    status: StatusCode,
    verb: impl Fn(&mut Tx<'_>, &Moment) -> Result<T> + Send + 'static,
) -> Result<Answer> {
    let moment = app.clock.moment();
    let answer = app
        .db
        .write(move |tx| {
            queries::find_for_staff(tx, &staff, id)?;
            staff.require(Permission::TicketMerge)?;
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, status, |tx| verb(tx, &moment))
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}
