//! The search of the help center, for everybody: the pages ask it, and so do apps.

use axum::extract::State;
use serde::{Deserialize, Serialize};

use crate::api::page::Query;
use crate::app::App;
use crate::check::Json;
use crate::error::{FieldProblem, Problem, Result};
use crate::help::search::{self, Hit};
use crate::language::Language;

/// Results, when the asker does not say how many.
const RESULTS: usize = 10;
/// Results, at most.
const MAX_RESULTS: usize = 50;

/// What is asked.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct HelpQuery {
    /// The language in which it is asked, as a tag (`zh-CN`, `zh`, `en-GB`); the desk's own when absent.
    lang: Option<String>,
    /// The question, in words as they come. What is longer than 1,000 characters is cut off.
    q: Option<String>,
    /// How many, 1 to 50; 10 when absent.
    #[param(minimum = 1, maximum = 50)]
    limit: Option<usize>,
}

/// What was found.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HelpResults {
    /// One for each article, the best first.
    results: Vec<HelpResult>,
    /// How sure it is that the first one answers, 0 to 1.
    confidence: f64,
}

/// An article that answers.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HelpResult {
    /// What imports call it.
    id: String,
    title: String,
    /// The passage that fits best, as words.
    snippet: String,
    /// Where it stands.
    #[schema(example = "/en/help/articles/lost-2fa#restore")]
    url: String,
    /// The better, the higher; comparable within one answer.
    score: f64,
}

impl From<Hit> for HelpResult {
    fn from(hit: Hit) -> HelpResult {
        HelpResult {
            url: hit.url(),
            id: hit.key,
            title: hit.article.title,
            snippet: hit.snippet.into_iter().map(|piece| piece.text).collect(),
            score: hit.score,
        }
    }
}

/// The articles that answer a question.
#[utoipa::path(get, operation_id = "search_help", path = "/api/v1/help/search", tag = "help", params(HelpQuery),
    responses((status = 200, body = HelpResults), crate::error::Refusals))]
pub async fn find(State(app): State<App>, Query(query): Query<HelpQuery>) -> Result<Json<HelpResults>> {
    let default = app.settings.now().languages.default;
    let language = query.lang.as_deref().map_or(Some(default), Language::closest);
    let language = language.ok_or_else(|| Problem::field("lang", "invalid-choice"))?;
    let limit = query.limit.unwrap_or(RESULTS);
    if !(1..=MAX_RESULTS).contains(&limit) {
        let args = vec![("max", MAX_RESULTS.into())];
        return Err(Problem::invalid(vec![FieldProblem { field: "limit".into(), code: "invalid-limit", args }]));
    }
    let found = search::find(&app, language, query.q.as_deref().unwrap_or(""), limit).await?;
    let results = found.results.into_iter().map(HelpResult::from).collect();
    Ok(Json(HelpResults { results, confidence: found.confidence }))
}
