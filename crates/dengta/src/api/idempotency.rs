//! `Idempotency-Key`: a repeated request gets the first one's answer. The key is stored in the same
//! transaction as the effect, kept for 24 hours, and bound to who sent it and to the body.
//!
//! Of the body a keyed hash is kept: out of a plain one whoever reads the store could guess the short secrets that were taken
//! out of the entry. A key that holds a secret is kept as a keyed hash as well.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::check::{self, read_json};
use crate::clock::{DAY, Micros};
use crate::error::{Problem, Result};
use crate::keys::Keys;
use crate::secrets::clean;

/// How long a key is remembered.
pub const KEPT: Micros = DAY;
/// Characters in a key.
const MAX_KEY: usize = 255;

/// A key and the request that it stands for.
#[derive(Clone, Debug)]
pub struct Key {
    /// The sender's choice, or what stands for it.
    pub key: String,
    /// The keyed hash of method, path and body.
    pub request: [u8; 32],
}

impl Key {
    /// The key of a request, which is given as bytes.
    ///
    /// # Errors
    /// When the detector of secrets fails.
    pub fn new(keys: &Keys, key: &str, request: &[u8]) -> Result<Key> {
        let harmless = clean::without(key)? == key;
        let hashed = || hex::encode(keys.derive("idempotency key", key.as_bytes()));
        let key = if harmless { key.to_owned() } else { hashed() };
        Ok(Key { key, request: keys.derive("idempotent request", request) })
    }

    /// The key that a form was rendered with, if any; `typed` is what makes two forms the same.
    ///
    /// # Errors
    /// As [`Key::new`].
    pub fn of_form(keys: &Keys, key: &str, typed: &str) -> Result<Option<Key>> {
        let given = Some(key).filter(|key| !key.is_empty() && key.len() <= MAX_KEY);
        given.map(|key| Key::new(keys, key, typed.as_bytes())).transpose()
    }
}

/// A JSON body that may come with an `Idempotency-Key`.
pub struct Keyed<T> {
    /// The body.
    pub body: T,
    /// The key, if one came.
    pub key: Option<Key>,
}

impl<T: DeserializeOwned> FromRequest<App> for Keyed<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Keyed<T>> {
        check::media_type(request.headers(), "application/json")?;
        let key = key(request.headers())?;
        let target = format!("{} {}\n", request.method(), request.uri().path());
        let bytes = check::body(request, app).await?;
        let body = read_json(&bytes)?;
        let key = key.map(|key| Key::new(&app.keys, &key, &[target.as_bytes(), &bytes].concat())).transpose()?;
        Ok(Keyed { body, key })
    }
}

/// The key of a request whose body says nothing.
pub struct Bare(pub Option<Key>);

impl FromRequestParts<App> for Bare {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Bare> {
        let target = format!("{} {}\n", parts.method, parts.uri.path());
        let key = key(&parts.headers)?.map(|key| Key::new(&app.keys, &key, target.as_bytes()));
        Ok(Bare(key.transpose()?))
    }
}

fn key(headers: &HeaderMap) -> Result<Option<String>> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().ok().filter(|key| !key.is_empty() && key.len() <= MAX_KEY);
    key.map(|key| Some(key.to_owned())).ok_or_else(|| Problem::field("Idempotency-Key", "invalid-id"))
}

/// An answer that can be given again.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
    /// Whether it is given again.
    pub replayed: bool,
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, [(header::CONTENT_TYPE, "application/json")], self.body).into_response();
        if self.replayed {
            response.headers_mut().insert("idempotency-replayed", header::HeaderValue::from_static("true"));
        }
        response
    }
}

/// Runs `act` once for a key of `scope` (who sent it), and answers every repetition with its answer.
///
/// # Errors
/// What `act` refused with, which is not remembered; 422 when the key came with another request.
pub fn once<T: Serialize>(
    tx: &mut Tx<'_>,
    scope: Uuid,
    key: Option<&Key>,
    at: Micros,
    status: StatusCode,
    act: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<Answer> {
    // Claiming first makes a second request with the same key wait for the first one's outcome.
    const CLAIM: &str = "INSERT INTO idempotency (scope, key, request, status, answer, created_at)
        VALUES ($1, $2, $3, 0, '', $4) ON CONFLICT DO NOTHING";
    const FIND: &str = "SELECT request, status, answer FROM idempotency WHERE scope = $1 AND key = $2";
    const KEEP: &str = "UPDATE idempotency SET status = $1, answer = $2 WHERE scope = $3 AND key = $4";
    let status = status.as_u16();
    let Some(key) = key else {
        return Ok(Answer { status, body: json(&act(tx)?)?, replayed: false });
    };
    if tx.execute(CLAIM, params![scope, &key.key, &key.request, at])? == 1 {
        let body = json(&act(tx)?)?;
        tx.execute(KEEP, params![i64::from(status), &body, scope, &key.key])?;
        return Ok(Answer { status, body, replayed: false });
    }
    let first = tx.first(FIND, params![scope, &key.key], |row| {
        Ok((row.get::<[u8; 32]>(0)?, row.get::<i64>(1)?, row.get::<String>(2)?))
    })?;
    let (request, status, body) = first.ok_or_else(|| store::Error::Contended("idempotency key".into()))?;
    if request != key.request {
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "conflict-idempotency"));
    }
    Ok(Answer { status: u16::try_from(status).unwrap_or(500), body, replayed: true })
}

fn json(value: &impl Serialize) -> Result<String, store::Error> {
    serde_json::to_string(value).map_err(|error| store::Error::Defect(error.to_string()))
}
