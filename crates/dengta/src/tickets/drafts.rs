//! What agents have begun to write, kept for their other machines. A browser keeps its own copy as well; here the
//! newest one stands, and who would overwrite a newer text is told instead.
//!
//! A draft is its agent's alone, goes when it is sent or emptied, when the agent is off-boarded, or after
//! [`KEPT`]; the end of a session does not touch it.

use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::{DAY, Micros};
use crate::error::{Problem, Result};

/// How long a draft that nobody goes on with is kept.
pub const KEPT: Micros = 30 * DAY;
/// Characters of a device's name.
pub const MAX_DEVICE: usize = 64;

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum DraftKind {
    /// An answer.
    Reply,
    /// A note.
    Note,
}

impl DraftKind {
    /// As stored and in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            DraftKind::Reply => "reply",
            DraftKind::Note => "note",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<DraftKind> {
        [DraftKind::Reply, DraftKind::Note].into_iter().find(|kind| kind.name() == name)
    }
}

/// Which draft.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Whose.
    pub agent: Uuid,
    /// On which ticket.
    pub ticket: Uuid,
    /// Of what.
    pub kind: DraftKind,
}

/// A draft.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Of what.
    pub kind: DraftKind,
    /// The text.
    pub body: String,
    /// The number of the newest entry that was read.
    pub seen: i64,
    /// Grows with each writing.
    pub revision: i64,
    /// Which browser wrote it.
    pub device: String,
    /// When.
    pub updated_at: Micros,
}

/// An agent's drafts on a ticket.
pub fn of(tx: &mut Tx<'_>, agent: Uuid, ticket: Uuid) -> Result<Vec<Draft>, Error> {
    const OF: &str = "SELECT kind, body, seen, revision, device, updated_at FROM draft
        WHERE agent_id = $1 AND ticket_id = $2 ORDER BY kind";
    let drafts = tx.query(OF, params![agent, ticket], |row| {
        let Some(kind) = DraftKind::parse(&row.get::<String>(0)?) else { return Ok(None) };
        let (body, seen, revision) = (row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Some(Draft { kind, body, seen, revision, device: row.get(4)?, updated_at: row.get(5)? }))
    })?;
    Ok(drafts.into_iter().flatten().collect())
}

/// Keeps a text over the one of revision `draft.revision`, and gives the new revision.
///
/// # Errors
/// 409 `draft-newer` when another machine went on meanwhile; the same text again is no conflict.
pub fn keep(tx: &mut Tx<'_>, place: Place, draft: &Draft) -> Result<i64> {
    const FIND: &str = "SELECT revision, body FROM draft WHERE agent_id = $1 AND ticket_id = $2 AND kind = $3";
    const KEEP: &str = "INSERT INTO draft (agent_id, ticket_id, kind, body, seen, revision, device, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (agent_id, ticket_id, kind) DO UPDATE SET body = excluded.body, seen = excluded.seen,
            revision = excluded.revision, device = excluded.device, updated_at = excluded.updated_at";
    let (agent, ticket, kind) = (place.agent, place.ticket, place.kind.name());
    let found = tx.lock(FIND, params![agent, ticket, kind], |row| Ok((row.get::<i64>(0)?, row.get::<String>(1)?)))?;
    if let Some((revision, body)) = found {
        if body == draft.body {
            return Ok(revision);
        }
        if revision != draft.revision {
            return Err(Problem::conflict("draft-newer"));
        }
    }
    let revision = draft.revision + 1;
    let params = params![agent, ticket, kind, &draft.body, draft.seen, revision, &draft.device, draft.updated_at];
    tx.execute(KEEP, params)?;
    Ok(revision)
}

/// It was sent, or emptied.
pub fn drop(tx: &mut Tx<'_>, place: Place) -> Result<u64, Error> {
    const DROP: &str = "DELETE FROM draft WHERE agent_id = $1 AND ticket_id = $2 AND kind = $3";
    tx.execute(DROP, params![place.agent, place.ticket, place.kind.name()])
}

/// The agent is gone.
pub fn drop_all(tx: &mut Tx<'_>, agent: Uuid) -> Result<u64, Error> {
    tx.execute("DELETE FROM draft WHERE agent_id = $1", params![agent])
}

/// Drafts that nobody goes on with go.
pub fn sweep(tx: &mut Tx<'_>, now: Micros) -> Result<u64, Error> {
    tx.execute("DELETE FROM draft WHERE updated_at < $1", params![now - KEPT])
}
