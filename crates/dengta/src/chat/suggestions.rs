//! Help before there is a person, and before there is a conversation: what fits the words that are being typed.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use serde::{Deserialize, Serialize};

use super::shown::{self, Notice};
use crate::api::page::Query;
use crate::app::App;
use crate::check::{Json, MAX_QUERY};
use crate::error::Result;
use crate::help::search;

/// Articles that fit what is being typed.
const SUGGESTIONS: usize = 3;

/// What is being typed.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TypedQuery {
    /// The words so far; what is longer than 500 characters is cut off.
    q: Option<String>,
}

/// What may answer already.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = ChatSuggestions)]
pub struct Suggestions {
    articles: Vec<SuggestedArticle>,
    incidents: Vec<Notice>,
}

/// An article that fits.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SuggestedArticle {
    title: String,
    url: String,
    snippet: Vec<SnippetPiece>,
}

/// A piece of the passage that fits.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SnippetPiece {
    text: String,
    /// Whether it is what was typed.
    marked: bool,
}

/// Articles and incidents that fit what is being typed.
#[utoipa::path(get, operation_id = "chat_suggestions", path = "/api/v1/chat/suggestions", tag = "chat",
    params(TypedQuery, ("Accept-Language" = Option<String>, Header)),
    responses((status = 200, body = Suggestions), crate::error::Refusals))]
pub async fn suggestions(
    State(app): State<App>,
    headers: HeaderMap,
    Query(query): Query<TypedQuery>,
) -> Result<Json<Suggestions>> {
    let accepts = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let language = app.settings.now().languages.negotiate(accepts);
    let typed: String = query.q.unwrap_or_default().chars().take(MAX_QUERY).collect();
    let found = match typed.trim().is_empty() {
        true => search::Found::default(),
        false => search::find(&app, language, &typed, SUGGESTIONS).await?,
    };
    let fits = found.confidence >= retrieval::FITS;
    let articles = found.results.into_iter().filter(|_| fits).map(|hit| SuggestedArticle {
        url: hit.url(),
        title: hit.article.title.clone(),
        snippet: hit.snippet.into_iter().map(|piece| SnippetPiece { text: piece.text, marked: piece.marked }).collect(),
    });
    let articles = articles.collect();
    let incidents = app.db.read(move |tx| shown::incidents(tx, language)).await?;
    Ok(Json(Suggestions { articles, incidents }))
}
