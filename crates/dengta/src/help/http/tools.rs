//! What writers are helped with: the page as it will look, pictures, links that lead nowhere, what readers say.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::api::page::{Id, Page};
use crate::app::App;
use crate::check::{Check, Json};
use crate::clock::rfc3339;
use crate::error::{Problem, Result};
use crate::help::body::{self, Heading};
use crate::help::content::MAX_BODY;
use crate::help::{articles, images, language};
use crate::language::Language;
use crate::people::{Permission, Staff};

/// Rows of a list that has one page.
const LISTED: i64 = 500;

/// Markdown to be looked at.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewArticlePreview)]
pub struct NewPreview {
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// At most 60,000 characters.
    #[schema(max_length = 60000)]
    body: String,
}

/// The page as customers would read it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArticlePreview)]
pub struct Preview {
    /// Safe HTML.
    html: String,
    contents: Vec<HeadingView>,
    /// How long it takes to read.
    minutes: i64,
    /// Slugs that lead nowhere.
    broken: Vec<String>,
}

/// A heading.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ArticleHeading)]
pub struct HeadingView {
    level: u8,
    anchor: String,
    text: String,
}

/// Draws Markdown as the page would be, and says which of its links lead nowhere. Stores nothing.
#[utoipa::path(post, operation_id = "preview_article", path = "/api/v1/help/preview", tag = "help", request_body = NewPreview,
    responses((status = 200, body = Preview), crate::error::Refusals))]
pub async fn preview(State(app): State<App>, staff: Staff, body: Result<Json<NewPreview>>) -> Result<Json<Preview>> {
    staff.require(Permission::HelpRead)?;
    let NewPreview { language, body } = body?.0;
    let mut check = Check::default();
    let body = check.verbatim_optional("body", &body, MAX_BODY);
    check.done()?;
    let drawn = body::draw(&body, language);
    let links = drawn.links;
    let broken = app.db.read(move |tx| {
        let mut broken = Vec::new();
        for slug in &links {
            if !leads_somewhere(tx, slug)? {
                broken.push(slug.clone());
            }
        }
        Ok::<_, Error>(broken)
    });
    let heading = |Heading { level, anchor, text }| HeadingView { level, anchor, text };
    let contents = drawn.contents.into_iter().map(heading).collect();
    Ok(Json(Preview { html: drawn.html, contents, minutes: drawn.minutes, broken: broken.await? }))
}

fn leads_somewhere(tx: &mut Tx<'_>, slug: &str) -> Result<bool, Error> {
    let Some(article) = articles::at(tx, slug)?.filter(|article| article.archived_at.is_none()) else {
        return Ok(false);
    };
    Ok(!crate::help::read::languages(tx, article.id)?.is_empty())
}

/// A link that leads nowhere.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BrokenLink {
    /// The article in which it stands.
    article: Uuid,
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// That article's title.
    title: String,
    /// Where it should lead.
    slug: String,
}

/// Links of published articles to articles that are not there, or that customers cannot read; at most 500.
#[utoipa::path(get, operation_id = "list_broken_links", path = "/api/v1/help/broken-links", tag = "help",
    responses((status = 200, body = Page<BrokenLink>), crate::error::Refusals))]
pub async fn broken_links(State(app): State<App>, staff: Staff) -> Result<Json<Page<BrokenLink>>> {
    const FIND: &str = "SELECT l.article_id, l.language, t.title, l.slug FROM article_link l
        JOIN article_text t ON t.article_id = l.article_id AND t.language = l.language AND t.version IS NOT NULL
        JOIN article s ON s.id = l.article_id AND s.archived_at IS NULL
        WHERE NOT EXISTS (SELECT 1 FROM article a JOIN article_text x ON x.article_id = a.id
            WHERE a.archived_at IS NULL AND x.version IS NOT NULL
            AND (a.slug = l.slug OR a.id = (SELECT p.article_id FROM article_path p WHERE p.slug = l.slug)))
        ORDER BY t.title, l.slug LIMIT $1";
    staff.require(Permission::HelpRead)?;
    let read = |tx: &mut Tx<'_>| {
        tx.query(FIND, params![LISTED], |row| {
            Ok(BrokenLink { article: row.get(0)?, language: language(row, 1)?, title: row.get(2)?, slug: row.get(3)? })
        })
    };
    Ok(Json(Page::whole(app.db.read(read).await?)))
}

/// A picture that was stored.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ArticleImage {
    id: Uuid,
    /// As it stands in Markdown.
    #[schema(example = "image:01998e5e-0000-7000-8000-000000000000")]
    href: String,
    width: u32,
    height: u32,
}

/// Stores a picture for articles: PNG, JPEG or WebP, at most 2 MB, the body of the request. Everybody can see it.
#[utoipa::path(post, operation_id = "make_article_image", path = "/api/v1/help/images", tag = "help",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = ArticleImage), crate::error::Refusals))]
pub async fn make_image(State(app): State<App>, staff: Staff, body: Bytes) -> Result<(StatusCode, Json<ArticleImage>)> {
    staff.require(Permission::HelpWrite)?;
    let moment = app.clock.moment();
    let image = images::cleaned(moment.draws().uuid(), &body)?;
    let (id, width, height) = (image.id, image.width, image.height);
    app.db.write(move |tx| images::insert(tx, &image, staff.actor, moment.at)).await?;
    Ok((StatusCode::CREATED, Json(ArticleImage { id, href: format!("image:{id}"), width, height })))
}

/// What a reader said.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ArticleVote {
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// The version that was read.
    version: i64,
    /// `helpful`, `unhelpful` or `solved`.
    verdict: String,
    /// `unclear`, `outdated`, `wrong`, `other`, or empty.
    reason: String,
    /// In the reader's words.
    comment: String,
    #[schema(format = DateTime)]
    at: String,
}

/// What readers said of an article and why, the newest first, at most 500.
#[utoipa::path(get, operation_id = "list_article_votes", path = "/api/v1/help/articles/{id}/votes", tag = "help", params(("id" = Uuid, Path)),
    responses((status = 200, body = Page<ArticleVote>), crate::error::Refusals))]
pub async fn votes(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<Page<ArticleVote>>> {
    const FIND: &str = "SELECT language, version, verdict, reason, comment, at FROM article_vote
        WHERE article_id = $1 ORDER BY at DESC LIMIT $2";
    staff.require(Permission::HelpRead)?;
    let found = app.db.read(move |tx| {
        articles::find(tx, id)?.ok_or_else(Problem::not_found)?;
        let votes = tx.query(FIND, params![id, LISTED], |row| {
            Ok(ArticleVote {
                language: language(row, 0)?,
                version: row.get(1)?,
                verdict: row.get(2)?,
                reason: row.get(3)?,
                comment: row.get(4)?,
                at: rfc3339(row.get(5)?),
            })
        })?;
        Ok::<_, Problem>(votes)
    });
    Ok(Json(Page::whole(found.await?)))
}
