//! The API of the lexicon.

use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::search::HelpResult;
use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::help::lexicon::Extra;
use crate::help::search;
use crate::language::Language;
use crate::people::{Permission, Staff};
use crate::settings::documents_http::Versioned;
use crate::settings::{save as save_document, stored, version};

/// Articles that a trial answers with.
const TRIED: usize = 5;

/// What editors added to the lexicon of the search.
#[utoipa::path(get, operation_id = "show_help_lexicon", path = "/api/v1/help/lexicon", tag = "help",
    responses((status = 200, body = Versioned<Extra>), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff) -> Result<Json<Versioned<Extra>>> {
    staff.require(Permission::HelpRead)?;
    let read = app
        .db
        .read(|tx| Ok::<_, store::Error>(Versioned { version: version::<Extra>(tx)?, value: stored::<Extra>(tx)? }));
    Ok(Json(read.await?))
}

/// Replaces what editors added. Questions are read with it within a second. A line that is none is refused with its number.
#[utoipa::path(put, operation_id = "save_help_lexicon", path = "/api/v1/help/lexicon", tag = "help", request_body = Versioned<Extra>,
    responses((status = 200, body = Versioned<Extra>), crate::error::Refusals))]
pub async fn save(
    State(app): State<App>,
    staff: Staff,
    body: Result<Json<Versioned<Extra>>>,
) -> Result<Json<Versioned<Extra>>> {
    staff.require(Permission::HelpPublish)?;
    let (new, desk, moment) = (body?.0, app.clone(), app.clock.moment());
    let saved = app.db.write(move |tx| {
        let saved = save_document(tx, &staff, new.value.clone(), new.version, &desk.config, &moment);
        saved.map(|(value, version)| Versioned { version, value })
    });
    let saved = saved.await?;
    // Whoever saved is answered by it at once; elsewhere the follower brings it.
    app.settings.refresh(&app.db, &app.config).await?;
    app.help.changed();
    Ok::<_, Problem>(Json(saved))
}

/// A question, and the lines that it is to be read with.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewLexiconTrial)]
pub struct Trial {
    /// All lines, as they would be saved.
    value: Extra,
    /// The language in which it is asked.
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    /// The question. What is longer than 1,000 characters is cut off.
    q: String,
}

/// What a question would find.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = LexiconTrial)]
pub struct Tried {
    /// The best articles, at most five.
    results: Vec<HelpResult>,
    /// Whether the first one would be offered as the answer.
    sure: bool,
}

/// What a question would find if these lines were saved. Nothing is.
#[utoipa::path(post, operation_id = "try_help_lexicon", path = "/api/v1/help/lexicon/trial", tag = "help", request_body = Trial,
    responses((status = 200, body = Tried), crate::error::Refusals))]
pub async fn try_out(State(app): State<App>, staff: Staff, body: Result<Json<Trial>>) -> Result<Json<Tried>> {
    staff.require(Permission::HelpWrite)?;
    let Trial { value, language, q } = body?.0;
    let lexicon = tokio::task::spawn_blocking(move || value.lexicon()).await;
    let lexicon = lexicon.unwrap_or_else(|error| Err(search::broken(&error)))?;
    let found = search::find_with(&app, lexicon, language, &q, TRIED).await?;
    let sure = found.is_sure();
    Ok(Json(Tried { results: found.results.into_iter().map(HelpResult::from).collect(), sure }))
}
