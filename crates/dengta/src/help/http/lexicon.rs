//! The API of the lexicon.

use axum::extract::State;

use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::help::lexicon::Extra;
use crate::people::{Permission, Staff};
use crate::settings::documents_http::Versioned;
use crate::settings::{save as save_document, stored, version};

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
    Ok::<_, Problem>(Json(saved.await?))
}
