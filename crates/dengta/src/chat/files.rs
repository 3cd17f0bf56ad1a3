//! Files of visitors: the session owns what it sends, and sees what its conversation tells of.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use uuid::Uuid;

use super::session::{Session, Visitor};
use crate::api::page::Id;
use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::files::attach::attached;
use crate::files::http::{NewFile, offset, told};
use crate::files::upload::{self, Guest, UploadView};
use crate::files::{self, File, Owner, serve};
use crate::tickets::timeline::{self, Reader};

const BASE: &str = "/api/v1/chat/files";

/// As whom a session sends files: the session itself, which may have no customer yet.
#[must_use]
pub fn owner(session: &Session) -> Owner {
    Owner::guest(&session.id.to_string())
}

/// Announces a file. Its parts go to `url`, from `offset`, about `chunk` bytes each.
#[utoipa::path(post, path = "/api/v1/chat/files", operation_id = "announce_chat_file", tag = "chat", request_body = NewFile,
    responses((status = 201, body = UploadView), crate::error::Refusals))]
pub async fn announce(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Json(new): Json<NewFile>,
) -> Result<Response> {
    let work = headers.get("upload-work").and_then(|work| work.to_str().ok()).map(str::to_owned);
    let guest = (!visitor.session.is_signed_in()).then_some(Guest { network: visitor.network, work });
    let file = upload::announce(&app, &owner(&visitor.session), guest, &new.checked()?).await?;
    Ok(told(StatusCode::CREATED, &file, BASE))
}

/// Sends the next part of a file, from `Upload-Offset`.
#[utoipa::path(patch, path = "/api/v1/chat/files/{id}", operation_id = "send_chat_part", tag = "chat",
    params(("id" = Uuid, Path), ("Upload-Offset" = i64, Header, description = "From which byte this part goes.")),
    request_body(content = String, content_type = "application/octet-stream"),
    responses((status = 200, body = UploadView), crate::error::Refusals))]
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Id(id): Id,
    headers: HeaderMap,
    body: Body,
) -> Result<Response> {
    let file = upload::take(&app, &[owner(&visitor.session)], id, offset(&headers)?, body).await?;
    Ok(told(StatusCode::OK, &file, BASE))
}

/// How far a file has come.
#[utoipa::path(get, path = "/api/v1/chat/files/{id}", operation_id = "show_chat_file", tag = "chat",
    params(("id" = Uuid, Path)), responses((status = 200, body = UploadView), crate::error::Refusals))]
pub async fn show(State(app): State<App>, visitor: Visitor, Id(id): Id) -> Result<Response> {
    let file = upload::of(&app, &[owner(&visitor.session)], id).await?;
    Ok(told(StatusCode::OK, &file, BASE))
}

/// Removes a file that belongs to no message yet.
#[utoipa::path(delete, path = "/api/v1/chat/files/{id}", operation_id = "remove_chat_file", tag = "chat",
    params(("id" = Uuid, Path)), responses((status = 204), crate::error::Refusals))]
pub async fn remove(State(app): State<App>, visitor: Visitor, Id(id): Id) -> Result<StatusCode> {
    upload::remove(&app, &[owner(&visitor.session)], id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A file's bytes; `Range` is honoured.
#[utoipa::path(get, path = "/api/v1/chat/files/{id}/content", operation_id = "chat_file_content", tag = "chat",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = String, content_type = "application/octet-stream"), crate::error::Refusals))]
pub async fn content(State(app): State<App>, visitor: Visitor, Id(id): Id, headers: HeaderMap) -> Result<Response> {
    serve::content(&app, &seen(&app, &visitor, id).await?, &headers)
}

/// A small picture of a file.
#[utoipa::path(get, path = "/api/v1/chat/files/{id}/thumbnail", operation_id = "chat_file_thumbnail", tag = "chat",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = String, content_type = "image/jpeg"), crate::error::Refusals))]
pub async fn thumbnail(State(app): State<App>, visitor: Visitor, Id(id): Id, headers: HeaderMap) -> Result<Response> {
    serve::thumbnail(&app, &seen(&app, &visitor, id).await?, &headers)
}

/// A file that the session sent, or that an entry of its conversation tells the customer of.
async fn seen(app: &App, visitor: &Visitor, id: Uuid) -> Result<File> {
    let (own, ticket, now) = (owner(&visitor.session), visitor.session.ticket, app.clock.now());
    app.db
        .read(move |tx| {
            let file = files::find(tx, id)?.ok_or_else(Problem::not_found)?;
            if file.owner == own.as_str() {
                return Ok(file);
            }
            let place = file.entry.filter(|(on, _)| Some(*on) == ticket).ok_or_else(Problem::not_found)?;
            let entries = timeline::read(tx, place.0, Reader::Customer { now }, place.1 - 1, 1)?;
            let tells = entries.iter().any(|entry| {
                entry.number == place.1 && attached(&entry.event.details).iter().any(|attached| attached.id == id)
            });
            if tells { Ok(file) } else { Err(Problem::not_found()) }
        })
        .await
}
