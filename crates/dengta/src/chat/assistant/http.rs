//! The answer to a question, for apps and other programs: stateless, for everybody.

use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::answer;
use crate::api::page::Query;
use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::language::Language;

/// What is asked.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AnswerQuery {
    /// The question, in words as they come. What is longer than 500 characters is cut off.
    q: Option<String>,
    /// The language in which it is asked, as a tag (`zh-CN`, `zh`, `en-GB`); the desk's own when absent.
    lang: Option<String>,
}

/// The answer, or that there is none.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HelpAnswer {
    /// `null` when no passage surely answers: then ask a person.
    #[schema(required = true)]
    answer: Option<AnswerPassage>,
}

/// A passage that answers.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AnswerPassage {
    /// What imports call the article.
    id: String,
    /// What the article is called.
    title: String,
    /// Where the passage stands.
    #[schema(example = "/en/help/articles/lost-2fa#restore")]
    url: String,
    /// The language of title and text: not always the one that was asked in.
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// The passage, in Markdown; at most about 600 characters, cut at the end of a sentence.
    text: String,
    /// How sure it is that this answers, 0 to 1.
    confidence: f64,
}

/// The passage that answers a question, if one surely does: what the assistant of the chat says without a model.
#[utoipa::path(get, operation_id = "answer_question", path = "/api/v1/help/answer", tag = "help", params(AnswerQuery),
    responses((status = 200, body = HelpAnswer), crate::error::Refusals))]
pub async fn find(State(app): State<App>, Query(query): Query<AnswerQuery>) -> Result<Json<HelpAnswer>> {
    let default = app.settings.now().languages.default;
    let language = query.lang.as_deref().map_or(Some(default), Language::closest);
    let language = language.ok_or_else(|| Problem::field("lang", "invalid-choice"))?;
    let found = answer::find(&app, language, query.q.as_deref().unwrap_or("")).await?;
    let answer = found.sure().cloned().map(|passage| AnswerPassage {
        id: passage.source.key,
        title: passage.source.title,
        url: passage.source.url,
        language: passage.source.language,
        text: passage.text,
        confidence: found.confidence,
    });
    Ok(Json(HelpAnswer { answer }))
}
