//! The API of the help center. Customers' pages and this one read the same store; [`search`] alone is for everybody.

pub mod articles;
pub mod drafts;
pub mod lexicon;
pub mod listing;
pub mod search;
pub mod sections;
pub mod tools;
pub mod versions;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use super::content::{Content, Translates};
use super::drafts::Place;
use crate::app::App;
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::{Actor, names};
use crate::tickets::shown::ActorView;

/// The text that an address names: `/articles/{id}/texts/{language}/…`. What is none names nothing: 404.
pub struct At(pub Place);

impl FromRequestParts<App> for At {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<At> {
        let path = Path::<Vec<(String, String)>>::from_request_parts(parts, app).await;
        let path = path.map_err(|_| Problem::not_found())?.0;
        let part = |name| path.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let article = part("id").and_then(|id| id.parse::<Uuid>().ok());
        let language = part("language").and_then(Language::parse);
        let place = article.zip(language).map(|(article, language)| Place { article, language });
        place.map(At).ok_or_else(Problem::not_found)
    }
}

/// What an article says.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = ArticleContent)]
pub struct ContentView {
    /// One line, at most 200 characters.
    #[schema(max_length = 200)]
    title: String,
    /// One line, at most 500 characters.
    #[serde(default)]
    #[schema(required = false, max_length = 500)]
    summary: String,
    /// Other words under which customers look for it: at most 40, of 60 characters each.
    #[serde(default)]
    #[schema(required = false)]
    keywords: Vec<String>,
    /// Markdown, at most 60,000 characters: CommonMark with tables and callouts (`> [!NOTE]`), links to articles
    /// (`help:slug`) and pictures (`image:id`).
    #[schema(max_length = 60000)]
    body: String,
}

impl From<ContentView> for Content {
    fn from(view: ContentView) -> Content {
        let ContentView { title, summary, keywords, body } = view;
        Content { title, summary, keywords, body }
    }
}

impl From<Content> for ContentView {
    fn from(content: Content) -> ContentView {
        let Content { title, summary, keywords, body } = content;
        ContentView { title, summary, keywords, body }
    }
}

/// A version of another language that a text says in its own.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Translates)]
pub struct TranslatesView {
    /// Of which language.
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// The version's number there.
    number: i64,
}

impl From<Translates> for TranslatesView {
    fn from(of: Translates) -> TranslatesView {
        TranslatesView { language: of.language, number: of.number }
    }
}

impl From<TranslatesView> for Translates {
    fn from(view: TranslatesView) -> Translates {
        Translates { language: view.language, number: view.number }
    }
}

/// Actors with what they are called.
fn named(tx: &mut Tx<'_>, actor: Option<Actor>) -> Result<Option<ActorView>, store::Error> {
    let Some(actor) = actor else { return Ok(None) };
    let names = names::of(tx, &[actor])?;
    Ok(Some(ActorView::of(actor, names.get(&actor).cloned().unwrap_or_default())))
}
