//! Drafts by the API: an agent's own, across machines.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::api::page::{Id, Page};
use crate::app::App;
use crate::check::{Check, Json, MAX_TEXT};
use crate::clock::rfc3339;
use crate::error::{Problem, Result};
use crate::files::upload::UploadView;
use crate::files::{self, File};
use crate::people::{Permission, Staff};
use crate::secrets::clean;
use crate::tickets::drafts::{self, Draft, DraftKind, MAX_DEVICE, MAX_FILES, Place};
use crate::tickets::queries;

/// Something that an agent has begun to write.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DraftView {
    kind: DraftKind,
    body: String,
    /// What comes with it: whole, or still on its way.
    files: Vec<UploadView>,
    /// The number of the newest entry that was read when it was written.
    seen: i64,
    /// Grows with each writing; 0 where there is none.
    revision: i64,
    /// Which browser wrote it.
    device: String,
    #[schema(format = DateTime)]
    updated_at: String,
}

impl From<(Draft, Vec<File>)> for DraftView {
    fn from((draft, files): (Draft, Vec<File>)) -> DraftView {
        let Draft { kind, body, seen, revision, device, updated_at, .. } = draft;
        let files = files.iter().map(|file| UploadView::new(file, files::http::BASE)).collect();
        DraftView { kind, body, files, seen, revision, device, updated_at: rfc3339(updated_at) }
    }
}

/// One's own drafts on a ticket.
#[utoipa::path(get, path = "/api/v1/tickets/{id}/drafts", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = Page<DraftView>), crate::error::Refusals))]
pub async fn list_drafts(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<Page<DraftView>>> {
    let drafts = app
        .db
        .read(move |tx| {
            queries::find_for_staff(tx, &staff, id)?;
            Ok::<_, Problem>(drafts::of(tx, staff.agent()?, id)?)
        })
        .await?;
    Ok(Json(Page::whole(drafts.into_iter().map(DraftView::from).collect())))
}

/// What was written so far.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewDraft {
    /// At most 20,000 characters.
    #[schema(max_length = 20_000)]
    body: String,
    /// Files that were sent for it, in the order in which they are shown; the draft keeps them from being cleared away.
    #[serde(default)]
    #[schema(required = false, max_items = 100)]
    files: Vec<Uuid>,
    /// The number of the newest entry that was read.
    #[serde(default)]
    seen: i64,
    /// The revision that this goes on from, 0 for a new one.
    #[serde(default)]
    revision: i64,
    /// Which browser writes, at most 64 characters.
    #[serde(default)]
    #[schema(max_length = 64)]
    device: String,
}

/// A draft was kept.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct KeptDraft {
    revision: i64,
    /// The files that it names now: without those that are gone, sent, or somebody else's.
    files: Vec<Uuid>,
    /// What is kept instead of what was sent, when a secret was taken out of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    body: Option<String>,
}

/// Keeps a draft. 409 `draft-newer` when another machine went on from the same revision, or has sent it: read it, and
/// choose.
#[utoipa::path(put, path = "/api/v1/tickets/{id}/drafts/{kind}", tag = "tickets",
    params(("id" = Uuid, Path), ("kind" = DraftKind, Path)), request_body = NewDraft,
    responses((status = 200, body = KeptDraft), crate::error::Refusals))]
pub async fn keep_draft(
    State(app): State<App>,
    staff: Staff,
    path: std::result::Result<Path<(Uuid, String)>, PathRejection>,
    Json(new): Json<NewDraft>,
) -> Result<Json<KeptDraft>> {
    let (ticket, kind) = named(path)?;
    let mut check = Check::default();
    // White space at the end is part of what is being typed.
    check.verbatim_optional("body", &new.body, MAX_TEXT);
    let device = check.optional("device", &new.device, MAX_DEVICE);
    if new.files.len() > MAX_FILES {
        check.refuse_with("files", "files-too-many", vec![("max", MAX_FILES.into())]);
    }
    if new.revision < 0 || new.revision == i64::MAX {
        check.refuse("revision", "invalid-choice");
    }
    check.done()?;
    let (seen, revision, updated_at) = (new.seen.max(0), new.revision, app.clock.now());
    let body = clean::without(&new.body)?.into_owned();
    let instead = (body != new.body).then(|| body.clone());
    let draft = Draft { kind, body, files: new.files, seen, revision, device, updated_at };
    let (revision, files) = app
        .db
        .write(move |tx| {
            let place = place(tx, &staff, ticket, kind)?;
            drafts::keep(tx, place, &draft)
        })
        .await?;
    Ok(Json(KeptDraft { revision, files, body: instead }))
}

/// Drops a draft: it was sent, or emptied. What belongs to no message of its files goes after a day.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/drafts/{kind}", tag = "tickets",
    params(("id" = Uuid, Path), ("kind" = DraftKind, Path)), responses((status = 204), crate::error::Refusals))]
pub async fn discard_draft(
    State(app): State<App>,
    staff: Staff,
    path: std::result::Result<Path<(Uuid, String)>, PathRejection>,
) -> Result<StatusCode> {
    let (ticket, kind) = named(path)?;
    app.db
        .write(move |tx| {
            let place = place(tx, &staff, ticket, kind)?;
            Ok::<_, Problem>(drafts::drop(tx, place)?)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn named(path: std::result::Result<Path<(Uuid, String)>, PathRejection>) -> Result<(Uuid, DraftKind)> {
    let Path((ticket, kind)) = path.map_err(|_| Problem::not_found())?;
    Ok((ticket, DraftKind::parse(&kind).ok_or_else(Problem::not_found)?))
}

/// An agent's own draft on a ticket that they may write to.
fn place(tx: &mut store::Tx<'_>, staff: &Staff, ticket: Uuid, kind: DraftKind) -> Result<Place> {
    queries::find_for_staff(tx, staff, ticket)?;
    staff.require(if kind == DraftKind::Reply { Permission::TicketReply } else { Permission::TicketNote })?;
    Ok(Place { agent: staff.agent()?, ticket, kind })
}
