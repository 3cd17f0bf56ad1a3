//! The API of texts and their versions.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;

use super::drafts::{DraftView, view as draft_view};
use super::{At, ContentView, TranslatesView, named};
use crate::api::page::{Page, Query, limit, paged};
use crate::app::App;
use crate::check::Json;
use crate::clock::rfc3339;
use crate::error::{Problem, Result};
use crate::help::drafts::{self, Place};
use crate::help::sections::Tree;
use crate::help::versions::{self, Version};
use crate::help::{articles, publish};
use crate::people::{Permission, Staff};
use crate::tickets::shown::ActorView;

/// A version: what was published once.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArticleVersion)]
pub struct VersionView {
    /// Counts from 1 for each article and language.
    number: i64,
    content: ContentView,
    /// Of what it is a translation.
    #[schema(required = true)]
    translates: Option<TranslatesView>,
    #[schema(required = true)]
    author: Option<ActorView>,
    #[schema(required = true)]
    reviewer: Option<ActorView>,
    #[schema(format = DateTime)]
    published_at: String,
}

fn view(tx: &mut Tx<'_>, version: Version) -> Result<VersionView, store::Error> {
    Ok(VersionView {
        number: version.number,
        content: version.content.into(),
        translates: version.translates.map(TranslatesView::from),
        author: named(tx, Some(version.author))?,
        reviewer: named(tx, version.reviewer)?,
        published_at: rfc3339(version.published_at),
    })
}

/// A text as its writers see it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArticleWriting)]
pub struct Writing {
    /// What customers read.
    #[schema(required = true)]
    published: Option<VersionView>,
    /// What is being written.
    #[schema(required = true)]
    draft: Option<DraftView>,
    /// Whether publishing it wants a second person.
    two_people: bool,
}

/// A text: what customers read, and what is being written.
#[utoipa::path(get, operation_id = "show_article_text", path = "/api/v1/help/articles/{id}/texts/{language}", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)),
    responses((status = 200, body = Writing), crate::error::Refusals))]
pub async fn text(State(app): State<App>, staff: Staff, At(place): At) -> Result<Json<Writing>> {
    staff.require(Permission::HelpRead)?;
    let shown = app.db.read(move |tx| {
        let article = articles::find(tx, place.article)?.ok_or_else(Problem::not_found)?;
        let texts = versions::texts(tx, place.article)?;
        let number = texts.iter().find(|text| text.language == place.language).and_then(|text| text.version);
        let published = match number {
            Some(number) => versions::find(tx, place, number)?,
            None => None,
        };
        Ok::<_, Problem>(Writing {
            published: published.map(|version| view(tx, version)).transpose()?,
            draft: drafts::find(tx, place)?.map(|draft| draft_view(tx, draft)).transpose()?,
            two_people: Tree::load(tx)?.wants_two(article.section),
        })
    });
    shown.await.map(Json)
}

/// A part of a list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct VersionsQuery {
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// The versions of a text, the newest first.
#[utoipa::path(get, operation_id = "list_article_versions", path = "/api/v1/help/articles/{id}/texts/{language}/versions", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path), VersionsQuery),
    responses((status = 200, body = Page<VersionView>), crate::error::Refusals))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    Query(query): Query<VersionsQuery>,
) -> Result<Json<Page<VersionView>>> {
    staff.require(Permission::HelpRead)?;
    let limit = limit(query.limit)?;
    let below = query.after.map_or(Ok(i64::MAX), |after| after.parse());
    let below = below.map_err(|_| Problem::field("after", "invalid-cursor"))?;
    let listed = app.db.read(move |tx| {
        articles::find(tx, place.article)?.ok_or_else(Problem::not_found)?;
        let page = paged(versions::page(tx, place, below, limit + 1)?, limit, |version| version.number.to_string());
        let views: Result<Vec<_>, store::Error> = page.results.into_iter().map(|version| view(tx, version)).collect();
        Ok::<_, Problem>(Page { results: views?, next: page.next })
    });
    listed.await.map(Json)
}

/// Over which draft a version is written.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewRestoration)]
pub struct Restoration {
    /// The version's number.
    version: i64,
    /// The revision of the draft that was read; 0 when there is none.
    revision: i64,
}

/// Makes a version's words the draft again. It goes the way of every draft from there.
#[utoipa::path(post, operation_id = "restore_article_version", path = "/api/v1/help/articles/{id}/texts/{language}/restoration", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)), request_body = Restoration,
    responses((status = 200, body = DraftView), crate::error::Refusals))]
pub async fn restore(
    State(app): State<App>,
    staff: Staff,
    At(place): At,
    body: Result<Json<Restoration>>,
) -> Result<Json<DraftView>> {
    staff.require(Permission::HelpWrite)?;
    let (Restoration { version, revision }, at) = (body?.0, app.clock.now());
    let restored = app.db.write(move |tx| {
        let draft = versions::restore(tx, place, version, staff.actor, revision, at)?;
        Ok::<_, Problem>(draft_view(tx, draft)?)
    });
    restored.await.map(Json)
}

/// Says that a published text is still right: it is due again after the section's days.
#[utoipa::path(post, operation_id = "confirm_article", path = "/api/v1/help/articles/{id}/texts/{language}/confirmation", tag = "help",
    params(("id" = Uuid, Path), ("language" = String, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn confirm(State(app): State<App>, staff: Staff, At(place): At) -> Result<StatusCode> {
    staff.require(Permission::HelpPublish)?;
    let at = app.clock.now();
    let confirmed = app.db.write(move |tx| {
        let article = drafts::open(tx, place.article)?;
        let days = Tree::load(tx)?.review_days(article.section);
        let Place { article, language } = place;
        Ok::<_, Problem>(publish::confirm(tx, (article, language), staff.actor, at, days)?)
    });
    confirmed.await?;
    Ok(StatusCode::NO_CONTENT)
}
