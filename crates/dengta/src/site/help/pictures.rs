//! Pictures of articles, and the logo.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use store::params;
use uuid::Uuid;

use crate::app::App;
use crate::error::{Problem, Result};

/// What is served as a picture, whatever a row says: nothing that can hold a script.
const KINDS: [&str; 4] = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/// `GET /help-images/{id}`. A picture never changes under its id.
pub async fn show(State(app): State<App>, Path(id): Path<String>) -> Result<Response> {
    const FIND: &str = "SELECT content_type, bytes FROM help_image WHERE id = $1";
    let id: Uuid = id.parse().map_err(|_| Problem::not_found())?;
    let found =
        app.db.read(move |tx| tx.first(FIND, params![id], |row| Ok((row.get::<String>(0)?, row.get::<Vec<u8>>(1)?))));
    let (kind, bytes) = found.await.map_err(|error: store::Error| error)?.ok_or_else(Problem::not_found)?;
    let kind = KINDS.into_iter().find(|known| *known == kind).ok_or_else(Problem::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, bytes).into_response())
}
