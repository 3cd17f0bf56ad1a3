//! The API of drafts: writing, review, publication.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Tx;
use uuid::Uuid;

use super::articles::{note, view as article_view};
use super::{At, ContentView, TranslatesView, named};
use crate::api::page::Query;
use crate::app::App;
use crate::check::{Check, Json, MAX_COMMENT};
use crate::clock::rfc3339;
use crate::error::{Problem, Result};
use crate::help::articles;
use crate::help::drafts::{self, Draft, Place, State as Stage, Writing};
use crate::help::http::articles::ArticleView;
use crate::help::publish;
use crate::people::{Permission, Staff, agents};
use crate::tickets::shown::ActorView;

/// A draft.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArticleDraft)]
pub struct DraftView {
    content: ContentView,
    /// The version that it began from; 0: none.
    base: i64,
    #[schema(required = true)]
    translates: Option<TranslatesView>,
    /// Give it back when writing on: what somebody else wrote in between is then not overwritten.
    revision: i64,
    state: Stage,
    /// Who wrote last.
    #[schema(required = true)]
    author: Option<ActorView>,
    /// Everybody who wrote on it: none of them is a second person.
    writers: Vec<Uuid>,
    /// Who approved it, or sent it back.
    #[schema(required = true)]
    reviewer: Option<ActorView>,
    /// What they said when they sent it back.
    remark: String,
    /// When it is published by itself.
    #[schema(required = true, format = DateTime)]
    publish_at: Option<String>,
    #[schema(format = DateTime)]
    updated_at: String,
}

/// A draft as it is shown.
pub fn view(tx: &mut Tx<'_>, draft: Draft) -> Result<DraftView, store::Error> {
    Ok(DraftView {
        content: draft.content.into(),
        base: draft.base,
        translates: draft.translates.map(TranslatesView::from),
        revision: draft.revision,
        state: draft.state,
        author: named(tx, Some(draft.author))?,
        writers: draft.writers,
        reviewer: named(tx, draft.reviewer)?,
        remark: draft.remark,
        publish_at: draft.publish_at.map(rfc3339),
        updated_at: rfc3339(draft.updated_at),
    })
}

/// What is written.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewArticleDraft)]
pub struct NewDraft {
    content: ContentView,
    /// The revision that the writer had before them; 0 for a new draft.
    revision: i64,
    /// Of what it is a translation, when that is to change.
    #[serde(default)]
    translates: Option<TranslatesView>,
}

/// Does something to a draft, in one transaction with whoever does it still being here.
async fn with(
    app: App,
    staff: Staff,
    permission: Permission,
    verb: impl Fn(&mut Tx<'_>) -> Result<Draft> + Send + Sync + 'static,
) -> Result<Json<DraftView>> {
    staff.require(permission)?;
    let done = app.db.write(move |tx| {
        let draft = verb(tx)?;
        Ok::<_, Problem>(view(tx, draft)?)
    });
    done.await.map(Json)
}

/// Writes a draft: anybody who may write goes on with it. 409 `text-newer` when somebody else wrote meanwhile. Writing
/// takes back its approval, and the time at which it was to be published.
#[utoipa::path(put, operation_id = "write_article_draft", path = "/api/v1/help/articles/{id}/texts/{language}/draft", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)), request_body = NewDraft,
    responses((status = 200, body = DraftView), crate::error::Refusals))]
pub async fn write(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    body: Result<Json<NewDraft>>,
) -> Result<Json<DraftView>> {
    let (new, at) = (body?.0, app.clock.now());
    let writing =
        Writing { content: new.content.into(), revision: new.revision, translates: new.translates.map(Into::into) };
    with(app, staff, Permission::HelpWrite, move |tx| drafts::write(tx, place, staff.actor, writing.clone(), at)).await
}

/// Which revision was read.
#[derive(Debug, Deserialize, utoipa::ToSchema, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[schema(as = DraftRevision)]
pub struct Read {
    /// The draft's revision that the caller has seen.
    revision: i64,
}

/// Throws a draft away.
#[utoipa::path(delete, operation_id = "discard_article_draft", path = "/api/v1/help/articles/{id}/texts/{language}/draft", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path), Read),
    responses((status = 204), crate::error::Refusals))]
pub async fn discard(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    Query(read): Query<Read>,
) -> Result<StatusCode> {
    staff.require(Permission::HelpWrite)?;
    app.db.write(move |tx| drafts::discard(tx, place, read.revision)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks somebody to look at a draft. It must be what customers could read.
#[utoipa::path(post, operation_id = "submit_article_draft", path = "/api/v1/help/articles/{id}/texts/{language}/draft/review", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)), request_body = Read,
    responses((status = 200, body = DraftView), crate::error::Refusals))]
pub async fn submit(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    body: Result<Json<Read>>,
) -> Result<Json<DraftView>> {
    let revision = body?.0.revision;
    with(app, staff, Permission::HelpWrite, move |tx| drafts::submit(tx, place, revision)).await
}

/// Why a draft goes back.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = DraftReturn)]
pub struct Return {
    /// The revision that was read.
    revision: i64,
    /// What is to be done, at most 2,000 characters.
    #[serde(default)]
    #[schema(required = false, max_length = 2000)]
    remark: String,
}

/// Sends a draft back to its writers.
#[utoipa::path(post, operation_id = "return_article_draft", path = "/api/v1/help/articles/{id}/texts/{language}/draft/return", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)), request_body = Return,
    responses((status = 200, body = DraftView), crate::error::Refusals))]
pub async fn send_back(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    body: Result<Json<Return>>,
) -> Result<Json<DraftView>> {
    let Return { revision, remark } = body?.0;
    let mut check = Check::default();
    let remark = check.optional("remark", &remark, MAX_COMMENT);
    check.done()?;
    let verb = move |tx: &mut Tx<'_>| drafts::send_back(tx, place, staff.actor, revision, remark.clone());
    with(app, staff, Permission::HelpWrite, verb).await
}

/// Finds a draft right. 409 `second-person` for who wrote on it, where the section wants two people.
#[utoipa::path(post, operation_id = "approve_article_draft", path = "/api/v1/help/articles/{id}/texts/{language}/draft/approval", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)), request_body = Read,
    responses((status = 200, body = DraftView), crate::error::Refusals))]
pub async fn approve(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    body: Result<Json<Read>>,
) -> Result<Json<DraftView>> {
    let revision = body?.0.revision;
    with(app, staff, Permission::HelpPublish, move |tx| drafts::approve(tx, place, staff.actor, revision)).await
}

/// When to publish.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewPublication)]
pub struct Publication {
    /// The revision that was read.
    revision: i64,
    /// When; at once when absent or past. At most a year ahead.
    #[serde(default)]
    #[schema(format = DateTime)]
    at: Option<String>,
}

/// Publishes a draft, at once or at a time. Where the section wants two people, it must be approved (409
/// `approval-wanted`).
#[utoipa::path(post, operation_id = "publish_article", path = "/api/v1/help/articles/{id}/texts/{language}/publication", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)), request_body = Publication,
    responses((status = 200, body = ArticleView), crate::error::Refusals))]
pub async fn publish(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    body: Result<Json<Publication>>,
) -> Result<Json<ArticleView>> {
    staff.require(Permission::HelpPublish)?;
    let Publication { revision, at } = body?.0;
    let when = at.as_deref().map(str::parse::<jiff::Timestamp>).transpose();
    let when = when.map_err(|_| Problem::field("at", "invalid-time"))?.map(jiff::Timestamp::as_microsecond);
    let moment = app.clock.moment();
    let published = app.db.write(move |tx| {
        agents::administer(tx, &staff)?;
        let published = drafts::publish(tx, place, staff.actor, revision, when, moment.at)?;
        if let drafts::Published::Now(number) = published {
            let change = json!({"language": place.language, "published": number});
            note(tx, &staff, place.article, (None, Some(change)), &moment)?;
        }
        shown(tx, place, moment.at)
    });
    let view = published.await?;
    app.help.changed();
    Ok(Json(view))
}

fn shown(tx: &mut Tx<'_>, place: Place, now: i64) -> Result<ArticleView> {
    let article = articles::find(tx, place.article)?.ok_or_else(Problem::not_found)?;
    Ok(article_view(tx, article, now)?)
}

/// A draft is not published by itself after all.
#[utoipa::path(delete, operation_id = "unschedule_article", path = "/api/v1/help/articles/{id}/texts/{language}/draft/schedule", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)),
    responses((status = 200, body = DraftView), crate::error::Refusals))]
pub async fn unschedule(State(app): State<App>, staff: Staff, At(place): At) -> Result<Json<DraftView>> {
    with(app, staff, Permission::HelpPublish, move |tx| drafts::unschedule(tx, place)).await
}

/// Takes a text away from customers. Its versions stay, and one of them can be published again.
#[utoipa::path(delete, operation_id = "withdraw_article", path = "/api/v1/help/articles/{id}/texts/{language}/publication", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)),
    responses((status = 200, body = ArticleView), crate::error::Refusals))]
pub async fn withdraw(State(app): State<App>, staff: Staff, At(place): At) -> Result<Json<ArticleView>> {
    staff.require(Permission::HelpPublish)?;
    let moment = app.clock.moment();
    let withdrawn = app.db.write(move |tx| {
        agents::administer(tx, &staff)?;
        drafts::open(tx, place.article)?;
        publish::withdraw(tx, place.article, place.language)?;
        let change = json!({"language": place.language, "published": null});
        note(tx, &staff, place.article, (None, Some(change)), &moment)?;
        shown(tx, place, moment.at)
    });
    let view = withdrawn.await?;
    app.help.changed();
    Ok(Json(view))
}
