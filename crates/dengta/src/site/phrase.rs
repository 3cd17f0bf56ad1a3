//! A customer's own words against phishing: set, changed and removed on the page of their cases.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::check::Check;
use crate::error::Result;
use crate::people::phrase;
use crate::site::cases::listed;
use crate::site::views::PhraseField;
use crate::site::{Form, Visit, html, see_other};

/// `POST /{lang}/cases/phrase`
pub async fn save(State(app): State<App>, visit: Visit, form: Form) -> Result<Response> {
    let (customer, at) = (visit.known()?.0.id, app.clock.now());
    if !form.get("remove").is_empty() {
        app.db.write(move |tx| phrase::remove(tx, customer)).await?;
        return Ok(see_other(&visit.href("/cases?done=phrase-removed")));
    }
    let mut check = Check::default();
    let words = phrase::checked(&mut check, &app.settings.now().official, form.get("phrase"))?;
    if let Some(problem) = check.into_problems().first() {
        let error = Some(problem.document(visit.language).message);
        let value = form.get("phrase").to_owned();
        let mut response = html(&listed(&app, &visit, Some(PhraseField { value, error, set: false })).await?);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    app.db.write(move |tx| phrase::keep(tx, customer, &words, at)).await?;
    Ok(see_other(&visit.href("/cases?done=phrase")))
}
