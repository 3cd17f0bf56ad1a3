//! The API of passkeys.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

use crate::api::page::{Id, Page};
use crate::app::App;
use crate::check::Json;
use crate::clock::{SECOND, rfc3339};
use crate::config::Config;
use crate::error::{Problem, Refusals, Result};
use crate::people::Staff;
use crate::people::http::welcome;
use crate::people::identify::{SameOrigin, cookie, set_cookie};
use crate::people::passkeys::{self, PATIENCE, PasskeyRow, add, enter};
use crate::people::sign_in::{self, Browser, Me};

/// The cookie of a browser that is asked for a passkey.
fn asked_cookie(config: &Config) -> &'static str {
    if config.secure() { "__Host-dengta_passkey" } else { "dengta_passkey" }
}

fn asked(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie(headers, asked_cookie(&app.config)).map(str::to_owned)
}

/// A passkey, without its key.
#[derive(Debug, Serialize, ToSchema)]
pub struct PasskeyView {
    id: Uuid,
    /// What its agent calls it.
    name: String,
    #[schema(format = DateTime)]
    created_at: String,
    /// Null when it was never used.
    #[schema(required = true, format = DateTime)]
    last_used_at: Option<String>,
}

impl From<PasskeyRow> for PasskeyView {
    fn from(row: PasskeyRow) -> PasskeyView {
        PasskeyView {
            id: row.id,
            name: row.name,
            created_at: rfc3339(row.created_at),
            last_used_at: row.last_used_at.map(rfc3339),
        }
    }
}

/// What the browser is asked for, in the JSON of WebAuthn: for `parseCreationOptionsFromJSON` or
/// `parseRequestOptionsFromJSON`.
#[derive(Debug, Serialize, ToSchema)]
pub struct PasskeyOptions {
    #[schema(value_type = Object)]
    options: Value,
}

impl PasskeyOptions {
    fn of(options: &impl Serialize) -> Result<PasskeyOptions> {
        let options = serde_json::to_value(options).map_err(|error| store::Error::Defect(error.to_string()))?;
        Ok(PasskeyOptions { options })
    }
}

/// The agent's own passkeys, oldest first.
#[utoipa::path(get, operation_id = "list_passkeys", path = "/api/v1/passkeys", tag = "session",
    responses((status = 200, body = Page<PasskeyView>), Refusals))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<Page<PasskeyView>>> {
    let agent = staff.agent()?;
    let rows = app.db.read(move |tx| passkeys::list(tx, agent)).await?;
    Ok(Json(Page::whole(rows.into_iter().map(PasskeyView::from).collect())))
}

/// Begins to add a passkey. Wants a sign-in, or a confirmation, within the last ten minutes.
#[utoipa::path(post, operation_id = "begin_passkey", path = "/api/v1/passkeys/options", tag = "session",
    responses((status = 200, body = PasskeyOptions), Refusals))]
pub async fn begin_adding(State(app): State<App>, staff: Staff) -> Result<Json<PasskeyOptions>> {
    staff.agent()?;
    Ok(Json(PasskeyOptions::of(&add::begin(&app, staff).await?.public_key)?))
}

/// A passkey to add.
#[derive(Deserialize, ToSchema)]
pub struct NewPasskey {
    /// What to call it, at most 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// What `navigator.credentials.create` gave, in the JSON of WebAuthn.
    #[schema(value_type = Object)]
    credential: RegisterPublicKeyCredential,
}

/// Adds the passkey that the browser made. Its options work once, for five minutes, in the session that asked for them.
#[utoipa::path(post, operation_id = "add_passkey", path = "/api/v1/passkeys", tag = "session", request_body = NewPasskey,
    responses((status = 201, body = PasskeyView), Refusals))]
pub async fn add(
    State(app): State<App>,
    staff: Staff,
    Json(new): Json<NewPasskey>,
) -> Result<(StatusCode, Json<PasskeyView>)> {
    staff.agent()?;
    let row = add::finish(&app, staff, &new.name, new.credential).await?;
    Ok((StatusCode::CREATED, Json(row.into())))
}

/// Removes one of the agent's own passkeys. Wants a sign-in, or a confirmation, within the last ten minutes.
#[utoipa::path(delete, operation_id = "remove_passkey", path = "/api/v1/passkeys/{id}", tag = "session", params(("id" = Uuid, Path)),
    responses((status = 204), Refusals))]
pub async fn remove(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    staff.agent()?;
    let moment = app.clock.moment();
    app.db.write(move |tx| passkeys::remove(tx, &staff, id, &moment)).await?;
    app.committed.ring();
    Ok(StatusCode::NO_CONTENT)
}

/// Begins to sign in, or to confirm, with a passkey. The browser finds the passkey by itself: no address is asked for,
/// and the answer is the same for everybody.
#[utoipa::path(post, operation_id = "begin_passkey_sign_in", path = "/api/v1/session/passkey/options", tag = "session", security(()),
    responses((status = 200, body = PasskeyOptions), Refusals))]
pub async fn begin_signing_in(State(app): State<App>, _: SameOrigin, browser: Browser) -> Result<Response> {
    let (options, cookie) = enter::begin(&app, &browser).await?;
    let cookie = set_cookie(&app.config, asked_cookie(&app.config), &cookie, PATIENCE / SECOND);
    let options = PasskeyOptions::of(&options.public_key)?;
    Ok(([(header::SET_COOKIE, cookie)], Json(options)).into_response())
}

/// What the browser signed.
#[derive(Deserialize, ToSchema)]
pub struct PasskeyAnswer {
    /// What `navigator.credentials.get` gave, in the JSON of WebAuthn.
    #[schema(value_type = Object)]
    credential: PublicKeyCredential,
}

/// Signs an agent in with a passkey, in one step; the session is in a cookie. Options work once, for five minutes, in
/// the browser that asked for them; failures make for growing waits.
#[utoipa::path(post, operation_id = "sign_in_by_passkey", path = "/api/v1/session/passkey", tag = "session", request_body = PasskeyAnswer, security(()),
    responses((status = 200, body = Me), Refusals))]
pub async fn sign_in(
    State(app): State<App>,
    _: SameOrigin,
    browser: Browser,
    headers: HeaderMap,
    Json(answer): Json<PasskeyAnswer>,
) -> Result<Response> {
    let signed_in = enter::sign_in(&app, asked(&app, &headers), answer.credential, browser).await?;
    let gone = AppendHeaders([(header::SET_COOKIE, set_cookie(&app.config, asked_cookie(&app.config), "", 0))]);
    Ok((gone, welcome(&app, signed_in)).into_response())
}

/// How the agent proves to be there: password and code, or a passkey.
#[derive(Deserialize, ToSchema)]
pub struct Confirmation {
    /// The agent's password.
    #[serde(default)]
    password: String,
    /// The six digits that the authenticator app shows.
    #[serde(default)]
    totp: String,
    /// What `navigator.credentials.get` gave for the options of `session/passkey/options`; then nothing else is needed.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    credential: Option<PublicKeyCredential>,
}

/// Confirms that the agent is still there: for ten minutes, passkeys can be added and removed.
#[utoipa::path(post, operation_id = "confirm_session", path = "/api/v1/session/confirmation", tag = "session", request_body = Confirmation,
    responses((status = 204), Refusals))]
pub async fn confirm(
    State(app): State<App>,
    staff: Staff,
    browser: Browser,
    headers: HeaderMap,
    Json(proof): Json<Confirmation>,
) -> Result<StatusCode> {
    let who = (staff.agent()?, staff.session.ok_or_else(Problem::forbidden)?);
    match proof.credential {
        Some(answer) => enter::confirm(&app, who, asked(&app, &headers), answer, browser).await?,
        None => sign_in::confirm(&app, who, proof.password, proof.totp, browser).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}
