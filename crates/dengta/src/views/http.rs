//! The views' API.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{Error, Tx};
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page, Query, limit};
use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff, mentions};
use crate::tickets::filter::teams_of;
use crate::tickets::http::scope;
use crate::tickets::shown::{self, TicketView};
use crate::views::list::{self, Cursor, View};
use crate::views::saved::{self, Saved, Shared, Wanted};
use crate::views::{counts, members};

/// Which tickets to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// `open` (when absent), `mine`, `team` (of one of my teams), `unassigned`, `waiting` (the customer has the next
    /// word), `snoozed`, `closed`, `spam`, `all`, or a saved view's id. `mine` and `team` want an agent's session.
    view: Option<String>,
    /// Open tickets of this category. For more filters at once, save a view.
    #[param(value_type = Option<crate::tickets::Category>)]
    category: Option<String>,
    /// Open tickets of this language.
    #[param(example = "ko")]
    language: Option<String>,
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
    let view = View::asked(query.view.as_deref(), query.category.as_deref(), query.language.as_deref())?;
    let page = app
        .db
        .read(move |tx| {
            let (tickets, next) = list::page(tx, &staff, view, after, limit)?;
            let next = next.map(|next| format!("{}.{}", next.at, next.id));
            Ok::<_, Problem>(Page { results: shown::tickets(tx, tickets)?, next })
        })
        .await?;
    Ok(Json(page))
}

fn cursor(text: &str) -> Result<Cursor> {
    let parsed = text.split_once('.').and_then(|(at, id)| Some(Cursor { at: at.parse().ok()?, id: id.parse().ok()? }));
    parsed.ok_or_else(|| Problem::field("after", "invalid-cursor"))
}

/// Tickets in each view.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Counts {
    /// By the view's name (`open`, `mine`, `team`, `unassigned`, `waiting`, `snoozed`, `closed`, `spam`), by
    /// `category:…` and `language:…` of open tickets, and by the id of each saved view that you see.
    counts: BTreeMap<String, i64>,
    /// Mentions that the agent who asks has not seen.
    mentions: i64,
}

/// Tickets in each view.
#[utoipa::path(get, path = "/api/v1/counts", tag = "views",
    responses((status = 200, body = Counts), crate::error::Refusals))]
pub async fn counts(State(app): State<App>, staff: Staff) -> Result<Json<Counts>> {
    reads(&staff)?;
    let counts = app
        .db
        .read(move |tx| {
            let mentions = staff.agent().map_or(Ok(0), |agent| mentions::unseen(tx, agent))?;
            Ok::<_, store::Error>(Counts { counts: counts::of(tx, &staff)?, mentions })
        })
        .await?;
    Ok(Json(counts))
}

/// For whom there are tickets at all.
fn reads(staff: &Staff) -> Result<()> {
    if staff.role.may(Permission::TicketRead) { Ok(()) } else { Err(Problem::not_found()) }
}

/// A view that goes by a query.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SavedView {
    id: Uuid,
    title: String,
    /// Filters, as in a search.
    #[schema(example = "category:deposit state:open assignee:me")]
    query: String,
    shared: Shared,
    /// The team that sees it, when it is shared with one.
    #[schema(required = true)]
    team: Option<Uuid>,
    /// The agent who made it.
    owner: Uuid,
    /// Whether you may change it.
    editable: bool,
    /// Views stand in the order of their positions.
    position: i64,
    /// Whether every ticket was looked at. Until then it holds the newest ones.
    ready: bool,
    progress: Progress,
    /// How many tickets it holds for you.
    total: i64,
}

/// How far something is.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Progress {
    /// So many are done.
    done: i64,
    /// Of so many.
    total: i64,
}

/// Views as the caller sees them.
fn told(tx: &mut Tx<'_>, staff: &Staff, views: Vec<Saved>) -> Result<Vec<SavedView>, Error> {
    let me = staff.agent().ok();
    let teams = me.map(|me| teams_of(tx, me)).transpose()?.unwrap_or_default();
    let fills: Vec<Uuid> = views.iter().map(|view| view.fill).collect();
    let totals = members::totals(tx, &fills, me, &teams)?;
    let told = views.into_iter().map(|view| {
        let done = if view.ready() { view.filled } else { view.filled.min(view.to_fill) };
        SavedView {
            ready: view.ready(),
            progress: Progress { done, total: if view.ready() { done } else { view.to_fill } },
            editable: me == Some(view.owner) || (me.is_some() && staff.role.may(Permission::ViewShare)),
            total: totals.get(&view.fill).copied().unwrap_or(0),
            id: view.id,
            title: view.title,
            query: view.query,
            shared: view.shared,
            team: view.team,
            owner: view.owner,
            position: view.position,
        }
    });
    Ok(told.collect())
}

fn tell(tx: &mut Tx<'_>, staff: &Staff, view: Saved) -> Result<SavedView> {
    told(tx, staff, vec![view])?.pop().ok_or_else(Problem::not_found)
}

/// The saved views that you see: your own, those of your teams, those of all.
#[utoipa::path(get, path = "/api/v1/views", tag = "views",
    responses((status = 200, body = Page<SavedView>), crate::error::Refusals))]
pub async fn list_views(State(app): State<App>, staff: Staff) -> Result<Json<Page<SavedView>>> {
    reads(&staff)?;
    let views = app
        .db
        .read(move |tx| {
            let views = saved::visible(tx, staff.agent().ok())?;
            told(tx, &staff, views)
        })
        .await?;
    Ok(Json(Page::whole(views)))
}

/// A view to save.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewView {
    /// At most 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    title: String,
    /// Filters as in a search, without words, phrases and days. `assignee:me` and `team:mine` are whoever looks.
    #[schema(min_length = 1, max_length = 500, example = "category:deposit state:open assignee:me")]
    query: String,
    /// `me` when absent. The others need `view.share`.
    #[serde(default)]
    #[schema(value_type = Option<Shared>)]
    shared: Option<String>,
    /// The team, when it is shared with one.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    team: Option<String>,
    /// Views stand in this order; a new one stands last when absent.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1_000_000)]
    position: Option<i64>,
}

impl NewView {
    fn checked(&self, staff: &Staff) -> Result<Wanted> {
        let (shared, team) = (self.shared.as_deref(), self.team.as_deref());
        Wanted::checked(staff, &self.title, &self.query, shared, team, self.position)
    }
}

/// Saves a view. It fills while you look; `ready` says when it has every ticket.
#[utoipa::path(post, path = "/api/v1/views", tag = "views", request_body = NewView,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = SavedView), crate::error::Refusals))]
pub async fn save_view(State(app): State<App>, staff: Staff, request: Keyed<NewView>) -> Result<Answer> {
    reads(&staff)?;
    staff.agent()?;
    let wanted = request.body.checked(&staff)?;
    let (moment, key) = (app.clock.moment(), request.key);
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let view = saved::make(tx, &staff, &wanted, &moment)?;
                tell(tx, &staff, view)
            })
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}

/// Changes a view. With another query it fills anew.
#[utoipa::path(put, path = "/api/v1/views/{id}", tag = "views", params(("id" = Uuid, Path)), request_body = NewView,
    responses((status = 200, body = SavedView), crate::error::Refusals))]
pub async fn change_view(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    request: Json<NewView>,
) -> Result<Json<SavedView>> {
    reads(&staff)?;
    staff.agent()?;
    let asks = staff;
    app.db.read(move |tx| saved::find(tx, &asks, id).map(drop)).await?;
    let (wanted, moment) = (request.0.checked(&staff)?, app.clock.moment());
    let view = app
        .db
        .write(move |tx| {
            let view = saved::change(tx, &staff, id, &wanted, &moment)?;
            tell(tx, &staff, view)
        })
        .await?;
    app.committed.ring();
    Ok(Json(view))
}

/// Deletes a view. The tickets in it stay as they are.
#[utoipa::path(delete, path = "/api/v1/views/{id}", tag = "views", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn delete_view(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    reads(&staff)?;
    staff.agent()?;
    app.db.write(move |tx| saved::delete(tx, &staff, id)).await?;
    app.committed.ring();
    Ok(StatusCode::NO_CONTENT)
}
