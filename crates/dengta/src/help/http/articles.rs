//! The API of articles: where they stand, how they are called.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use super::{TranslatesView, named, sections};
use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::Id;
use crate::app::App;
use crate::check::{Check, Json};
use crate::clock::{Micros, Moment, rfc3339};
use crate::error::{Problem, Result};
use crate::help::articles::{self, Article, MAX_RELATED};
use crate::help::drafts::{self, Place};
use crate::help::{is_slug, slug_of, versions};
use crate::language::Language;
use crate::people::{Permission, Staff, agents};
use crate::settings::changes;
use crate::tickets::shown::ActorView;

/// An article with what there is of it in each language.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Article)]
pub struct ArticleView {
    id: Uuid,
    /// What imports call it, and what the search answers with.
    key: String,
    /// In its address: `/{language}/help/articles/{slug}`.
    slug: String,
    section: Uuid,
    /// Its place in the section.
    place: i64,
    /// Whether customers can read every version that was ever in force.
    policy: bool,
    /// Slugs of articles that are read next.
    related: Vec<String>,
    /// When it was put away.
    #[schema(required = true, format = DateTime)]
    archived_at: Option<String>,
    /// By language.
    texts: Vec<TextView>,
    /// What readers said of it in the last year.
    votes: Votes,
}

/// What there is of an article in one language.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArticleText)]
pub struct TextView {
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// Of the published version, or of the draft.
    title: String,
    /// The version that customers read; null: not published.
    #[schema(required = true)]
    version: Option<i64>,
    #[schema(required = true, format = DateTime)]
    published_at: Option<String>,
    /// When somebody last said that it is right.
    #[schema(required = true, format = DateTime)]
    reviewed_at: Option<String>,
    #[schema(required = true)]
    reviewer: Option<ActorView>,
    /// When it is to be looked at again.
    #[schema(required = true, format = DateTime)]
    due_at: Option<String>,
    /// Whether that time has come.
    due: bool,
    /// Of what it is a translation.
    #[schema(required = true)]
    translates: Option<TranslatesView>,
    /// Whether what it translates was published anew since.
    outdated: bool,
    /// Where its draft stands.
    #[schema(required = true)]
    draft: Option<DraftState>,
}

/// Where a draft stands.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArticleDraftStanding)]
pub struct DraftState {
    state: drafts::State,
    #[schema(format = DateTime)]
    updated_at: String,
    #[schema(required = true)]
    author: Option<ActorView>,
    /// When it is published by itself.
    #[schema(required = true, format = DateTime)]
    publish_at: Option<String>,
}

/// What readers said.
#[derive(Debug, Default, Serialize, utoipa::ToSchema)]
#[schema(as = ArticleVotes)]
pub struct Votes {
    helpful: i64,
    unhelpful: i64,
    /// It stood beside the form, and nobody needed to ask any more.
    solved: i64,
}

/// Reads an article's texts as they are shown.
pub fn view(tx: &mut Tx<'_>, article: Article, now: Micros) -> Result<ArticleView, Error> {
    let texts = versions::texts(tx, article.id)?;
    let mut shown: Vec<TextView> = Vec::new();
    for language in Language::ALL {
        let text = texts.iter().find(|text| text.language == language);
        let draft = drafts::find(tx, Place { article: article.id, language })?;
        if text.is_none() && draft.is_none() {
            continue;
        }
        let translates = text.and_then(|text| text.translates);
        let newest = translates.and_then(|of| texts.iter().find(|text| text.language == of.language)?.version);
        let published = text.filter(|text| text.version.is_some());
        let title = published.map(|text| &text.title).or(draft.as_ref().map(|draft| &draft.content.title));
        shown.push(TextView {
            language,
            title: title.or(text.map(|text| &text.title)).cloned().unwrap_or_default(),
            version: text.and_then(|text| text.version),
            published_at: published.and_then(|text| text.published_at).map(rfc3339),
            reviewed_at: published.and_then(|text| text.reviewed_at).map(rfc3339),
            reviewer: named(tx, published.and_then(|text| text.reviewer))?,
            due_at: published.and_then(|text| text.due_at).map(rfc3339),
            due: published.and_then(|text| text.due_at).is_some_and(|at| at <= now),
            translates: translates.map(TranslatesView::from),
            outdated: translates.zip(newest).is_some_and(|(of, newest)| newest > of.number),
            draft: match draft {
                Some(draft) => Some(DraftState {
                    state: draft.state,
                    updated_at: rfc3339(draft.updated_at),
                    author: named(tx, Some(draft.author))?,
                    publish_at: draft.publish_at.map(rfc3339),
                }),
                None => None,
            },
        });
    }
    let votes = votes(tx, article.id, now)?;
    let Article { id, key, slug, section, place, policy, related, archived_at } = article;
    let archived_at = archived_at.map(rfc3339);
    Ok(ArticleView { id, key, slug, section, place, policy, related, archived_at, texts: shown, votes })
}

fn votes(tx: &mut Tx<'_>, article: Uuid, now: Micros) -> Result<Votes, Error> {
    const COUNT: &str = "SELECT verdict, count(*) FROM article_vote WHERE article_id = $1 AND at > $2 GROUP BY verdict";
    let mut votes = Votes::default();
    let year_ago = now - 365 * crate::clock::DAY;
    tx.query(COUNT, params![article, year_ago], |row| {
        let count = row.get(1)?;
        match row.text(0)?.unwrap_or("") {
            "helpful" => votes.helpful = count,
            "unhelpful" => votes.unhelpful = count,
            _ => votes.solved = count,
        }
        Ok(())
    })?;
    Ok(votes)
}

/// Where an article is to stand, and how it is called.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = ArticlePlace)]
pub struct ArticlePlace {
    /// The section.
    section: Uuid,
    /// Small Latin letters, digits and hyphens, at most 80. When absent: from `title`, or chosen by the desk.
    #[serde(default)]
    slug: Option<String>,
    /// To make a slug from, where none is given.
    #[serde(default)]
    title: Option<String>,
    /// Its place in the section; behind the others when absent.
    #[serde(default)]
    place: Option<i64>,
    /// Whether customers can read every version that was ever in force: terms, privacy, rules, fees.
    #[serde(default)]
    #[schema(required = false)]
    policy: bool,
    /// Slugs of articles that are read next, at most 8.
    #[serde(default)]
    #[schema(required = false)]
    related: Vec<String>,
}

impl ArticlePlace {
    fn checked(&self, tx: &mut Tx<'_>, before: &Article) -> Result<Article> {
        const SECTION: &str = "SELECT 1 FROM help_section WHERE id = $1";
        let mut check = Check::default();
        if tx.first(SECTION, params![self.section], |_| Ok(()))?.is_none() {
            check.refuse("section", "section-unknown");
        }
        if self.related.len() > MAX_RELATED {
            let args = vec![("max", MAX_RELATED.into()), ("actual", self.related.len().into())];
            check.refuse_with("related", "too-many", args);
        }
        if !self.related.iter().all(|slug| is_slug(slug)) {
            check.refuse("related", "invalid-page-slug");
        }
        let slug = self.slug.clone().unwrap_or_else(|| before.slug.clone());
        check.adopt(articles::check_slug(tx, &slug, before.id));
        check.done()?;
        let moved = self.section != before.section;
        let place = match self.place {
            Some(place) => place,
            None if moved => articles::last_place(tx, self.section)?,
            None => before.place,
        };
        let (section, policy, related) = (self.section, self.policy, self.related.clone());
        Ok(Article { slug, section, place, policy, related, ..before.clone() })
    }
}

fn told(article: &Article) -> Value {
    json!({
        "slug": article.slug, "section": article.section, "place": article.place, "policy": article.policy,
        "related": article.related, "archived": article.archived_at.is_some(),
    })
}

/// Notes in the history what happened to an article.
pub(super) fn note(
    tx: &mut Tx<'_>,
    staff: &Staff,
    id: Uuid,
    change: (Option<Value>, Option<Value>),
    moment: &Moment,
) -> Result<(), Error> {
    let mut draws = moment.draws().moment().draws();
    changes::note(tx, staff.actor, &format!("article:{id}"), change, moment.at, &mut draws)
}

/// Makes an article that says nothing yet.
#[utoipa::path(post, operation_id = "make_article", path = "/api/v1/help/articles", tag = "help", request_body = ArticlePlace,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = ArticleView), crate::error::Refusals))]
pub async fn make(State(app): State<App>, staff: Staff, request: Keyed<ArticlePlace>) -> Result<Answer> {
    staff.require(Permission::HelpWrite)?;
    let (new, key) = (request.body, request.key);
    let (moment, scope) = (app.clock.moment(), staff.actor.id().unwrap_or_default());
    app.db
        .write(move |tx| {
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                agents::administer(tx, &staff)?;
                let id = moment.draws().uuid();
                let own = format!("a{}", &id.simple().to_string()[20..]);
                let suggested = new.title.as_deref().and_then(slug_of);
                let free = |tx: &mut Tx<'_>, slug: String| match articles::at(tx, &slug) {
                    Ok(None) => Ok(slug),
                    Ok(Some(_)) => Ok(own.clone()),
                    Err(error) => Err(error),
                };
                let slug = free(tx, suggested.unwrap_or_else(|| own.clone()))?;
                let empty = Article {
                    id,
                    key: slug.clone(),
                    slug,
                    section: Uuid::nil(),
                    place: 0,
                    policy: false,
                    related: Vec::new(),
                    archived_at: None,
                };
                let mut article = new.checked(tx, &empty)?;
                article.key.clone_from(&article.slug);
                if articles::keyed(tx, &article.key)?.is_some() {
                    article.key = own.clone();
                }
                articles::insert(tx, &article, moment.at)?;
                note(tx, &staff, id, (None, Some(told(&article))), &moment)?;
                Ok(view(tx, article, moment.at)?)
            })
        })
        .await
}

/// One article.
#[utoipa::path(get, operation_id = "show_article", path = "/api/v1/help/articles/{id}", tag = "help", params(("id" = Uuid, Path)),
    responses((status = 200, body = ArticleView), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<ArticleView>> {
    staff.require(Permission::HelpRead)?;
    let now = app.clock.now();
    let shown = app.db.read(move |tx| {
        let article = articles::find(tx, id)?.ok_or_else(Problem::not_found)?;
        Ok::<_, Problem>(view(tx, article, now)?)
    });
    shown.await.map(Json)
}

/// Changes where an article stands and how it is called. Its old slug leads to it from then on.
#[utoipa::path(put, operation_id = "change_article", path = "/api/v1/help/articles/{id}", tag = "help", params(("id" = Uuid, Path)), request_body = ArticlePlace,
    responses((status = 200, body = ArticleView), crate::error::Refusals))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    body: Result<Json<ArticlePlace>>,
) -> Result<Json<ArticleView>> {
    staff.require(Permission::HelpPublish)?;
    let (new, moment) = (body?.0, app.clock.moment());
    let changed = app.db.write(move |tx| {
        agents::administer(tx, &staff)?;
        let before = articles::lock(tx, id)?.ok_or_else(Problem::not_found)?;
        let article = new.checked(tx, &before)?;
        store_changed(tx, &staff, &before, &article, &moment)?;
        Ok::<_, Problem>(view(tx, article, moment.at)?)
    });
    changed.await.map(Json)
}

fn store_changed(tx: &mut Tx<'_>, staff: &Staff, before: &Article, after: &Article, moment: &Moment) -> Result<()> {
    articles::update(tx, before, after)?;
    note(tx, staff, after.id, (Some(told(before)), Some(told(after))), moment)?;
    Ok(sections::reindex(tx, after.id)?)
}

/// Puts an article away: customers do not find it any more, and nothing of it is lost.
#[utoipa::path(post, operation_id = "archive_article", path = "/api/v1/help/articles/{id}/archival", tag = "help", params(("id" = Uuid, Path)),
    responses((status = 200, body = ArticleView), crate::error::Refusals))]
pub async fn archive(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<ArticleView>> {
    set_archived(app, staff, id, true).await
}

/// Takes an article back, with what customers read of it before.
#[utoipa::path(delete, operation_id = "take_back_article", path = "/api/v1/help/articles/{id}/archival", tag = "help", params(("id" = Uuid, Path)),
    responses((status = 200, body = ArticleView), crate::error::Refusals))]
pub async fn take_back(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<ArticleView>> {
    set_archived(app, staff, id, false).await
}

async fn set_archived(app: App, staff: Staff, id: Uuid, archived: bool) -> Result<Json<ArticleView>> {
    staff.require(Permission::HelpPublish)?;
    let moment = app.clock.moment();
    let changed = app.db.write(move |tx| {
        agents::administer(tx, &staff)?;
        let before = articles::lock(tx, id)?.ok_or_else(Problem::not_found)?;
        let since = before.archived_at.unwrap_or(moment.at);
        let after = Article { archived_at: archived.then_some(since), ..before.clone() };
        store_changed(tx, &staff, &before, &after, &moment)?;
        Ok::<_, Problem>(view(tx, after, moment.at)?)
    });
    changed.await.map(Json)
}
