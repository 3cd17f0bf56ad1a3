//! The API of the history and of tags.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Page, Query, limit, paged};
use crate::app::App;
use crate::check::Json;
use crate::clock::rfc3339;
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff, names};
use crate::settings::changes::{self, Of};
use crate::settings::tags::{self, NewTag, Tag};
use crate::tickets::shown::ActorView;

/// Which changes to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ChangesQuery {
    /// One thing (`macro:ID`, `team:ID`, `tag:NAME`, `agent:ID`, `token:ID`, `setting:hours`), or all things of a
    /// kind (`macro`). Everything when absent.
    #[param(max_length = 100)]
    subject: Option<String>,
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// Somebody changed something.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ChangeView {
    id: Uuid,
    #[schema(format = DateTime)]
    at: String,
    /// `system` is the command line, or the desk itself.
    actor: ActorView,
    /// What was changed.
    #[schema(example = "setting:hours")]
    subject: String,
    /// How it was; null when it was not there.
    #[schema(required = true, value_type = Option<Object>)]
    before: Option<Value>,
    /// How it is since; null when it is gone.
    #[schema(required = true, value_type = Option<Object>)]
    after: Option<Value>,
}

/// Who changed what, newest first. Nothing is ever taken out of it.
#[utoipa::path(get, path = "/api/v1/changes", tag = "settings", params(ChangesQuery),
    responses((status = 200, body = Page<ChangeView>), crate::error::Refusals))]
pub async fn changes(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ChangesQuery>,
) -> Result<Json<Page<ChangeView>>> {
    staff.require(Permission::ChangeRead)?;
    let limit = limit(query.limit)?;
    let before = query.after.map_or(Ok(i64::MAX), |after| after.parse());
    let before = before.map_err(|_| Problem::field("after", "invalid-cursor"))?;
    let of = match query.subject {
        None => Of::Everything,
        Some(subject) if subject.contains(':') => Of::Subject(subject),
        Some(kind) => Of::Kind(kind),
    };
    let (rows, names) = app
        .db
        .read(move |tx| {
            let rows = changes::page(tx, &of, before, limit + 1)?;
            let actors: Vec<_> = rows.iter().map(|row| row.actor).collect();
            let names = names::of(tx, &actors)?;
            Ok::<_, store::Error>((rows, names))
        })
        .await?;
    let page = paged(rows, limit, |change| change.seq.to_string());
    let told = page.results.into_iter().map(|change| ChangeView {
        id: change.id,
        at: rfc3339(change.at),
        actor: ActorView::of(change.actor, names.get(&change.actor).cloned().unwrap_or_default()),
        subject: change.subject,
        before: change.before,
        after: change.after,
    });
    Ok(Json(Page { results: told.collect(), next: page.next }))
}

/// A part of a list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TagsQuery {
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// The tags that are offered, by name: those that were described here, and those that were put on a ticket.
#[utoipa::path(get, path = "/api/v1/tags", tag = "settings", params(TagsQuery),
    responses((status = 200, body = Page<Tag>), crate::error::Refusals))]
pub async fn list_tags(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<TagsQuery>,
) -> Result<Json<Page<Tag>>> {
    staff.require(Permission::SettingsRead)?;
    let (limit, after) = (limit(query.limit)?, query.after.unwrap_or_default());
    let rows = app.db.read(move |tx| tags::page(tx, &after, limit + 1)).await?;
    Ok(Json(paged(rows, limit, |tag| tag.name.clone())))
}

/// Describes a tag that is not in the list yet.
#[utoipa::path(post, path = "/api/v1/tags", tag = "settings", request_body = NewTag,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = Tag), crate::error::Refusals))]
pub async fn make_tag(State(app): State<App>, staff: Staff, request: Keyed<NewTag>) -> Result<Answer> {
    staff.require(Permission::MacroManage)?;
    let (new, key) = (request.body.checked()?, request.key);
    let (moment, scope) = (app.clock.moment(), staff.actor.id().unwrap_or_default());
    app.db
        .write(move |tx| {
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                tags::make(tx, &staff, &new, &moment)
            })
        })
        .await
}

/// Changes a tag in the list. Under another name it is another tag: tickets that bear the old name keep it (their
/// timelines are never rewritten), and it comes back into the list when it is put on a ticket again.
#[utoipa::path(put, path = "/api/v1/tags/{name}", tag = "settings", request_body = NewTag,
    params(("name" = String, Path, description = "The tag as it is called now.")),
    responses((status = 200, body = Tag), crate::error::Refusals))]
pub async fn change_tag(
    State(app): State<App>,
    staff: Staff,
    Path(name): Path<String>,
    body: Result<Json<NewTag>>,
) -> Result<Json<Tag>> {
    staff.require(Permission::MacroManage)?;
    let (new, moment) = (body?.0.checked()?, app.clock.moment());
    Ok(Json(app.db.write(move |tx| tags::change(tx, &staff, &name, &new, &moment)).await?))
}

/// Takes a tag out of the list. Tickets that bear it keep it; it comes back when it is put on a ticket again.
#[utoipa::path(delete, path = "/api/v1/tags/{name}", tag = "settings",
    params(("name" = String, Path, description = "The tag.")),
    responses((status = 204), crate::error::Refusals))]
pub async fn drop_tag(State(app): State<App>, staff: Staff, Path(name): Path<String>) -> Result<StatusCode> {
    staff.require(Permission::MacroManage)?;
    let moment = app.clock.moment();
    app.db.write(move |tx| tags::remove(tx, &staff, &name, &moment)).await?;
    Ok(StatusCode::NO_CONTENT)
}
