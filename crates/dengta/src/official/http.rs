//! "Is this really you?" for apps and the exchange's own pages.

use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::{Answer, Part, PartKind, Verdict, words};
use crate::api::page::Query;
use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::language::Language;

/// What is asked.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfficialQuery {
    /// A link, a domain, a mail address, a telephone number, an account, an agent's number, a message's code, or a whole
    /// message; at most 2,000 characters. It is not stored.
    #[param(max_length = 2000)]
    q: String,
    /// The language of the answer, as a tag (`zh-CN`, `zh`, `en-GB`); the desk's own when absent.
    lang: Option<String>,
}

/// What was found out.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OfficialAnswer {
    /// About all of it: what its worst part is.
    verdict: Verdict,
    /// The same in words.
    message: String,
    /// What to do now.
    advice: String,
    /// What could be checked, the worst first; at most twelve.
    parts: Vec<OfficialPart>,
    /// The form to report it with.
    #[schema(example = "/en/ask/phishing")]
    report: String,
}

/// Something that could be checked.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OfficialPart {
    /// As it was asked; letters that cannot be seen are written out.
    text: String,
    kind: PartKind,
    verdict: Verdict,
    /// Why it is an imitation, for programs: `homoglyph`, `typo`, `added-words`, …
    #[schema(required = true)]
    reason: Option<&'static str>,
    /// Why, in words.
    message: String,
}

impl OfficialPart {
    fn of(language: Language, part: Part) -> OfficialPart {
        let message = words::part(language, &part);
        let reason = part.reason.as_ref().map(|reason| words::differs(&reason.differs).0);
        OfficialPart { text: part.text, kind: part.kind, verdict: part.verdict, reason, message }
    }
}

/// Whether something is ours. For everybody, as what is asked about is nobody's: it is neither stored nor looked up elsewhere.
#[utoipa::path(get, operation_id = "check_official", path = "/api/v1/official", tag = "help", params(OfficialQuery),
    responses((status = 200, body = OfficialAnswer), crate::error::Refusals))]
pub async fn check(State(app): State<App>, Query(query): Query<OfficialQuery>) -> Result<Json<OfficialAnswer>> {
    let default = app.settings.now().languages.default;
    let language = query.lang.as_deref().map_or(Some(default), Language::closest);
    let language = language.ok_or_else(|| Problem::field("lang", "invalid-choice"))?;
    let asked = super::question(&query.q)?;
    let answer: Answer = super::ask(&app, &asked, None).await?;
    Ok(Json(OfficialAnswer {
        verdict: answer.verdict,
        message: words::verdict(language, &answer),
        advice: words::advice(language, answer.verdict),
        parts: answer.parts.into_iter().map(|part| OfficialPart::of(language, part)).collect(),
        report: format!("/{language}/ask/phishing"),
    }))
}
