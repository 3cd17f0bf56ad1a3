//! The files' API for agents and programs.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use uuid::Uuid;

use super::upload::{self, Announced, UploadView};
use super::{File, Owner, queries, serve};
use crate::api::page::Id;
use crate::app::App;
use crate::check::{self, Json, MAX_FILE_NAME};
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff};

/// A file that is about to be sent.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewFile {
    /// As people call it; what does not belong in a name is taken out.
    #[schema(max_length = 1000)]
    pub name: String,
    /// Bytes.
    #[schema(minimum = 1)]
    pub size: i64,
    /// As the sender takes it for. The desk looks at the content itself.
    #[serde(default, rename = "type")]
    #[expect(dead_code, reason = "taken from senders who tell it, and not believed")]
    media: Option<String>,
}

impl NewFile {
    /// What is announced.
    ///
    /// # Errors
    /// 422 when the name is longer than any name.
    pub fn checked(self) -> Result<Announced> {
        let mut check = check::Check::default();
        check.optional("name", &self.name.replace('\0', ""), MAX_FILE_NAME);
        check.done()?;
        Ok(Announced { name: self.name, size: Some(self.size) })
    }
}

/// How far a file has come, with the headers that resuming asks for.
#[must_use]
pub fn told(status: StatusCode, file: &File, base: &str) -> Response {
    const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
    const LENGTH: HeaderName = HeaderName::from_static("upload-length");
    let headers = [(OFFSET, file.received.to_string()), (LENGTH, file.declared.to_string())];
    (status, headers, Json(UploadView::new(file, base))).into_response()
}

/// From which byte a part goes.
///
/// # Errors
/// 422 when the header lacks.
pub fn offset(headers: &HeaderMap) -> Result<i64> {
    let value = headers.get("upload-offset").and_then(|value| value.to_str().ok()?.parse().ok());
    value.filter(|offset| *offset >= 0).ok_or_else(|| Problem::field("Upload-Offset", "required"))
}

/// Where files are.
pub const BASE: &str = "/api/v1/files";

/// Announces a file. Its parts go to `url`, from `offset`, about `chunk` bytes each.
#[utoipa::path(post, path = "/api/v1/files", operation_id = "announce_file", tag = "files", request_body = NewFile,
    responses((status = 201, body = UploadView), crate::error::Refusals))]
pub async fn announce(State(app): State<App>, staff: Staff, Json(new): Json<NewFile>) -> Result<Response> {
    staff.require(Permission::TicketReply)?;
    let file = upload::announce(&app, &Owner::staff(staff.actor), None, &new.checked()?).await?;
    Ok(told(StatusCode::CREATED, &file, BASE))
}

/// Sends the next part of a file. After the last, the file is looked through, and is `ready` or refused.
///
/// A part counts when it goes from where the file ends (`Upload-Offset`); else the answer is 409 and says where that is.
/// When the line breaks, ask with HEAD where to go on. An empty part asks for the decision again.
#[utoipa::path(patch, path = "/api/v1/files/{id}", operation_id = "send_part", tag = "files",
    params(("id" = Uuid, Path), ("Upload-Offset" = i64, Header, description = "From which byte this part goes.")),
    request_body(content = String, content_type = "application/octet-stream"),
    responses((status = 200, body = UploadView), crate::error::Refusals))]
pub async fn send(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    headers: HeaderMap,
    body: Body,
) -> Result<Response> {
    staff.require(Permission::TicketReply)?;
    let file = upload::take(&app, &[Owner::staff(staff.actor)], id, offset(&headers)?, body).await?;
    Ok(told(StatusCode::OK, &file, BASE))
}

/// How far a file has come, or what it is. HEAD answers with `Upload-Offset` and `Upload-Length`.
#[utoipa::path(get, path = "/api/v1/files/{id}", operation_id = "show_file", tag = "files", params(("id" = Uuid, Path)),
    responses((status = 200, body = UploadView), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Response> {
    Ok(told(StatusCode::OK, &seen(&app, &staff, id).await?, BASE))
}

/// Removes a file that belongs to no entry yet.
#[utoipa::path(delete, path = "/api/v1/files/{id}", operation_id = "remove_file", tag = "files", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn remove(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    staff.require(Permission::TicketReply)?;
    upload::remove(&app, &[Owner::staff(staff.actor)], id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A file's bytes; `Range` is honoured.
#[utoipa::path(get, path = "/api/v1/files/{id}/content", operation_id = "file_content", tag = "files",
    params(("id" = Uuid, Path), ("Range" = Option<String>, Header, description = "One stretch of bytes.")),
    responses((status = 200, body = String, content_type = "application/octet-stream"),
        (status = 206, body = String, content_type = "application/octet-stream"), crate::error::Refusals))]
pub async fn content(State(app): State<App>, staff: Staff, Id(id): Id, headers: HeaderMap) -> Result<Response> {
    serve::content(&app, &seen(&app, &staff, id).await?, &headers)
}

/// A small picture of a file.
#[utoipa::path(get, path = "/api/v1/files/{id}/thumbnail", operation_id = "file_thumbnail", tag = "files", params(("id" = Uuid, Path)),
    responses((status = 200, body = String, content_type = "image/jpeg"), crate::error::Refusals))]
pub async fn thumbnail(State(app): State<App>, staff: Staff, Id(id): Id, headers: HeaderMap) -> Result<Response> {
    serve::thumbnail(&app, &seen(&app, &staff, id).await?, &headers)
}

/// A file of an entry, for who reads tickets; or one's own.
async fn seen(app: &App, staff: &Staff, id: Uuid) -> Result<File> {
    staff.require(Permission::TicketRead)?;
    let owner = Owner::staff(staff.actor);
    let file = app.db.read(move |tx| queries::find(tx, id)).await?;
    file.filter(|file| file.entry.is_some() || file.owner == owner.as_str()).ok_or_else(Problem::not_found)
}
