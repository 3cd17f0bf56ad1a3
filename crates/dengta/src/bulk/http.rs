//! The API of bulk actions.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Bare, Keyed};
use crate::api::page::Id;
use crate::app::App;
use crate::bulk::action::NewAction;
use crate::bulk::jobs::{self, Bulk};
use crate::bulk::{Action, MAX_TICKETS};
use crate::check::{Check, Json};
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff};
use crate::secrets::asked::{self, To};
use crate::tickets::http::scope;

/// One thing to do to many tickets.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewBulk {
    action: NewAction,
    /// Ids of tickets, at most 1,000; one that stands there twice counts once.
    #[schema(min_items = 1, max_items = 1000, value_type = Vec<Uuid>)]
    tickets: Vec<String>,
}

/// A bulk action was accepted.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Started {
    pub(crate) id: Uuid,
    /// How many tickets it is about.
    pub(crate) total: i64,
}

/// How a bulk action stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BulkView {
    id: Uuid,
    /// What is done: the action's kind, or `undo`.
    #[schema(example = "close")]
    action: &'static str,
    total: i64,
    /// Tickets that had their turn, those that refused it among them.
    done: i64,
    /// Tickets that refused it.
    failed: Vec<Failure>,
    state: jobs::State,
    /// Whether it can be undone now.
    undoable: bool,
}

/// A ticket to which it could not be done.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Failure {
    ticket: Uuid,
    /// Names the problem, as in `/problems/CODE`.
    code: String,
}

/// Whether the caller may do this to many tickets.
///
/// # Errors
/// 403.
pub fn require(staff: &Staff, action: &Action) -> Result<()> {
    staff.require(Permission::TicketBulk)?;
    staff.require(action.permission())
}

fn tickets(check: &mut Check, given: &[String]) -> Vec<Uuid> {
    if given.is_empty() {
        check.refuse("tickets", "required");
    }
    if given.len() > MAX_TICKETS {
        check.refuse_with("tickets", "too-many-tickets", vec![("max", MAX_TICKETS.into())]);
        return Vec::new();
    }
    let mut seen = std::collections::HashSet::new();
    let mut ids = Vec::with_capacity(given.len());
    for (index, text) in given.iter().enumerate() {
        match text.parse() {
            Ok(id) if seen.insert(id) => ids.push(id),
            Ok(_) => {}
            Err(_) => check.refuse(&format!("tickets.{index}"), "invalid-id"),
        }
    }
    ids
}

/// Does one thing to many tickets. It is accepted at once and goes on by itself; its address has the progress.
#[utoipa::path(post, path = "/api/v1/bulk", tag = "bulk", request_body = NewBulk,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 202, body = Started), crate::error::Refusals))]
pub async fn start_bulk(State(app): State<App>, staff: Staff, request: Keyed<NewBulk>) -> Result<Answer> {
    staff.require(Permission::TicketBulk)?;
    let mut check = Check::default();
    let action = request.body.action.checked(&mut check, &staff);
    let tickets = tickets(&mut check, &request.body.tickets);
    check.done()?;
    let action = action.ok_or_else(|| Problem::field("action.kind", "invalid-choice"))?;
    require(&staff, &action)?;
    if let Action::Reply { body } = &action {
        asked::check("action.body", body, staff.actor, To::Many(None))?;
    }
    let (moment, key) = (app.clock.moment(), request.key);
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, StatusCode::ACCEPTED, |tx| {
                let id = jobs::over(tx, &staff, &action, &tickets, &moment)?;
                Ok(Started { id, total: tickets.len() as i64 })
            })
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}

/// The caller's own bulk; what an incident told its customers, all who see tickets see.
fn visible(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, own: bool) -> Result<Bulk> {
    let bulk = jobs::find(tx, id)?.ok_or_else(Problem::not_found)?;
    let shared = !own && matches!(bulk.action, Action::IncidentUpdate { .. }) && staff.role.may(Permission::TicketRead);
    if bulk.actor == staff.actor || shared { Ok(bulk) } else { Err(Problem::not_found()) }
}

/// How a bulk action of yours stands.
#[utoipa::path(get, path = "/api/v1/bulk/{id}", tag = "bulk", params(("id" = Uuid, Path)),
    responses((status = 200, body = BulkView), crate::error::Refusals))]
pub async fn show_bulk(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<BulkView>> {
    let now = app.clock.now();
    let view = app
        .db
        .read(move |tx| {
            let bulk = visible(tx, &staff, id, false)?;
            told(tx, &staff, &bulk, now)
        })
        .await?;
    Ok(Json(view))
}

fn told(tx: &mut Tx<'_>, staff: &Staff, bulk: &Bulk, now: Micros) -> Result<BulkView> {
    let progress = jobs::progress(tx, bulk)?;
    let done = progress.done + progress.failed;
    let finished = match (bulk.finished_at, bulk.state) {
        (None, jobs::State::Running) if done == bulk.total => Some(now),
        (finished, _) => finished,
    };
    let undoable = match finished {
        Some(finished) => {
            let own = bulk.actor == staff.actor && require(staff, &bulk.action).is_ok();
            own && progress.done > 0 && jobs::undoable(tx, bulk, finished, now)?
        }
        None => false,
    };
    let failed = jobs::failures(tx, bulk.id)?.into_iter().map(|(ticket, code)| Failure { ticket, code }).collect();
    let state = if finished.is_some() && bulk.state == jobs::State::Running { jobs::State::Done } else { bulk.state };
    Ok(BulkView { id: bulk.id, action: bulk.action.kind(), total: bulk.total, done, failed, state, undoable })
}

/// Undoes a bulk action of yours within ten minutes of its end (answers: while they rest), by doing the opposite to each
/// ticket to which it was done and which nobody has changed since.
#[utoipa::path(post, path = "/api/v1/bulk/{id}/undo", tag = "bulk", params(("id" = Uuid, Path)),
    responses((status = 202, body = Started), crate::error::Refusals))]
pub async fn undo_bulk(State(app): State<App>, staff: Staff, Id(id): Id, key: Bare) -> Result<Answer> {
    staff.require(Permission::TicketBulk)?;
    let moment = app.clock.moment();
    let answer = app
        .db
        .write(move |tx| {
            let bulk = visible(tx, &staff, id, true)?;
            require(&staff, &bulk.action)?;
            idempotency::once(tx, scope(&staff), key.0.as_ref(), moment.at, StatusCode::ACCEPTED, |tx| {
                let (id, total) = jobs::undo(tx, &staff, &bulk, &moment)?;
                Ok(Started { id, total })
            })
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}
