//! What agents have typed and not sent, kept for their other machines.
//!
//! - A draft is its agent's and nobody else sees it, whatever the role.
//! - Each text has a *revision*. Whoever writes names the one that the text stands on; when there is a newer one from
//!   another machine nothing is overwritten: 409, and the newer text is there to be read.
//! - An ended session keeps it; it goes when it is sent or discarded, after [`KEPT`], or when its agent leaves.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::api::page::{Id, Page};
use crate::app::App;
use crate::check::{self, Check, MAX_NAME, MAX_TEXT};
use crate::clock::{DAY, Micros, rfc3339};
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff};
use crate::tickets::queries;

/// How long one is kept that nobody goes on with.
pub const KEPT: Micros = 30 * DAY;
/// Drafts of one agent.
pub const MAX_DRAFTS: i64 = 500;

/// What a draft is to become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = DraftKind)]
pub enum Kind {
    /// An answer to the customer.
    Reply,
    /// A note among agents.
    Note,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Reply => "reply",
            Kind::Note => "note",
        }
    }

    fn parse(name: &str) -> Option<Kind> {
        [Kind::Reply, Kind::Note].into_iter().find(|kind| kind.name() == name)
    }

    fn permission(self) -> Permission {
        match self {
            Kind::Reply => Permission::TicketReply,
            Kind::Note => Permission::TicketNote,
        }
    }
}

/// A text that was not sent yet.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Draft {
    kind: Kind,
    body: String,
    /// The number of the newest entry that was read.
    seen: i64,
    revision: i64,
    /// The machine on which it was typed.
    device: String,
    #[schema(format = DateTime)]
    updated_at: String,
}

fn read(row: &Row<'_>) -> Result<Draft, Error> {
    let kind = Kind::parse(row.text(0)?.unwrap_or_default());
    Ok(Draft {
        kind: kind.ok_or_else(|| Error::Defect("draft.kind".into()))?,
        body: row.get(1)?,
        seen: row.get(2)?,
        revision: row.get(3)?,
        device: row.get(4)?,
        updated_at: rfc3339(row.get(5)?),
    })
}

const COLUMNS: &str = "kind, body, seen, revision, device, updated_at";

/// What somebody typed, checked.
#[derive(Clone, Debug)]
struct Typed {
    body: String,
    seen: i64,
    revision: i64,
    device: String,
}

/// Keeps a text; the answer is its revision.
fn keep(tx: &mut Tx<'_>, agent: Uuid, ticket: Uuid, kind: Kind, typed: &Typed, at: Micros) -> Result<i64> {
    const COUNT: &str = "SELECT count(*) FROM draft WHERE agent_id = $1";
    const INSERT: &str = "INSERT INTO draft (agent_id, ticket_id, kind, body, seen, revision, device, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let (Typed { body, seen, revision, device }, kind) = (typed, kind.name());
    if let Some(there) = lock(tx, agent, ticket, kind)? {
        return replace(tx, agent, ticket, kind, typed, &there, at);
    }
    if tx.first(COUNT, params![agent], |row| row.get::<i64>(0))?.unwrap_or(0) >= MAX_DRAFTS {
        return Err(Problem::conflict("too-many-drafts").with("max", MAX_DRAFTS));
    }
    // It may go on from one that was sent or discarded elsewhere: what is typed since is kept.
    let revision = revision + 1;
    if tx.execute(INSERT, params![agent, ticket, kind, body, *seen, revision, device, at])? == 1 {
        return Ok(revision);
    }
    // Another machine was faster by a moment.
    let there = lock(tx, agent, ticket, kind)?.ok_or_else(|| Error::Contended("draft".into()))?;
    replace(tx, agent, ticket, kind, typed, &there, at)
}

fn lock(tx: &mut Tx<'_>, agent: Uuid, ticket: Uuid, kind: &str) -> Result<Option<Draft>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM draft WHERE agent_id = $1 AND ticket_id = $2 AND kind = $3");
    tx.lock(&sql, params![agent, ticket, kind], read)
}

fn replace(
    tx: &mut Tx<'_>,
    agent: Uuid,
    ticket: Uuid,
    kind: &str,
    typed: &Typed,
    there: &Draft,
    at: Micros,
) -> Result<i64> {
    const UPDATE: &str = "UPDATE draft SET body = $1, seen = $2, revision = $3, device = $4, updated_at = $5
        WHERE agent_id = $6 AND ticket_id = $7 AND kind = $8";
    // The same text again: the answer to the first time was lost on its way.
    let same = there.body == typed.body;
    if !same && there.revision != typed.revision {
        return Err(Problem::conflict("draft-newer"));
    }
    let revision = if same { there.revision } else { there.revision + 1 };
    tx.execute(UPDATE, params![&typed.body, typed.seen, revision, &typed.device, at, agent, ticket, kind])?;
    Ok(revision)
}

/// Drops what nobody went on with.
pub fn sweep(tx: &mut Tx<'_>, now: Micros) -> Result<(), Error> {
    tx.execute("DELETE FROM draft WHERE updated_at < $1", params![now - KEPT]).map(drop)
}

/// Drops what an agent who leaves had typed.
pub fn forget(tx: &mut Tx<'_>, agent: Uuid) -> Result<(), Error> {
    tx.execute("DELETE FROM draft WHERE agent_id = $1", params![agent]).map(drop)
}

/// Your drafts for this ticket.
#[utoipa::path(get, path = "/api/v1/tickets/{id}/drafts", tag = "drafts", params(("id" = Uuid, Path)),
    responses((status = 200, body = Page<Draft>), crate::error::Refusals))]
pub async fn list_drafts(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<Page<Draft>>> {
    let drafts = app
        .db
        .read(move |tx| {
            queries::find_for_staff(tx, &staff, id)?;
            let sql = format!("SELECT {COLUMNS} FROM draft WHERE agent_id = $1 AND ticket_id = $2 ORDER BY kind");
            Ok::<_, Problem>(tx.query(&sql, params![staff.agent()?, id], read)?)
        })
        .await?;
    Ok(Json(Page::whole(drafts)))
}

/// A text to keep.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewDraft {
    /// As typed, white space included; at most 20,000 characters.
    #[schema(max_length = 20_000)]
    body: String,
    /// The number of the newest entry that was read.
    #[serde(default)]
    #[schema(minimum = 0)]
    seen: i64,
    /// The revision that it stands on; 0 for a new one.
    #[serde(default)]
    #[schema(minimum = 0)]
    revision: i64,
    /// The machine on which it was typed.
    #[serde(default)]
    #[schema(max_length = 100)]
    device: String,
}

/// A text was kept.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct KeptDraft {
    /// To stand on for the next text.
    revision: i64,
}

fn checked(new: &NewDraft) -> Result<Typed> {
    let mut check = Check::default();
    check.optional("body", &new.body, MAX_TEXT); // kept as typed: only what is wrong with it is of interest
    let device = check.optional("device", &new.device, MAX_NAME);
    for (field, number) in [("seen", new.seen), ("revision", new.revision)] {
        if !(0..i64::MAX).contains(&number) {
            check.refuse(field, "invalid-choice");
        }
    }
    check.done()?;
    Ok(Typed { body: new.body.clone(), seen: new.seen, revision: new.revision, device })
}

type Named = std::result::Result<Path<(Uuid, String)>, PathRejection>;

fn named(path: Named) -> Result<(Uuid, Kind)> {
    let Path((id, kind)) = path.map_err(|_| Problem::not_found())?;
    Ok((id, Kind::parse(&kind).ok_or_else(Problem::not_found)?))
}

/// Keeps what you have typed. `draft-newer`: there is a newer text from another machine, to be read before.
#[utoipa::path(put, path = "/api/v1/tickets/{id}/drafts/{kind}", tag = "drafts", request_body = NewDraft,
    params(("id" = Uuid, Path), ("kind" = Kind, Path)),
    responses((status = 200, body = KeptDraft), crate::error::Refusals))]
pub async fn keep_draft(
    State(app): State<App>,
    staff: Staff,
    path: Named,
    body: check::Json<NewDraft>,
) -> Result<Json<KeptDraft>> {
    let ((id, kind), now) = (named(path)?, app.clock.now());
    let asks = staff;
    app.db.read(move |tx| queries::find_for_staff(tx, &asks, id).map(drop)).await?;
    let agent = staff.agent()?;
    staff.require(kind.permission())?;
    let typed = checked(&body.0)?;
    let revision = app.db.write(move |tx| keep(tx, agent, id, kind, &typed, now)).await?;
    Ok(Json(KeptDraft { revision }))
}

/// Discards what you have typed, on every machine.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/drafts/{kind}", tag = "drafts",
    params(("id" = Uuid, Path), ("kind" = Kind, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn discard_draft(State(app): State<App>, staff: Staff, path: Named) -> Result<StatusCode> {
    const DELETE: &str = "DELETE FROM draft WHERE agent_id = $1 AND ticket_id = $2 AND kind = $3";
    let (id, kind) = named(path)?;
    app.db
        .write(move |tx| {
            queries::find_for_staff(tx, &staff, id)?;
            tx.execute(DELETE, params![staff.agent()?, id, kind.name()])?;
            Ok::<_, Problem>(())
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
