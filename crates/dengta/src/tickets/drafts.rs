//! What agents have begun to write, kept for their other machines. A browser keeps its own copy as well; here the
//! newest one stands, and who would overwrite a newer text is told instead.
//!
//! A draft is its agent's alone, goes when it is sent or emptied, when the agent is off-boarded, or after
//! [`KEPT`]; the end of a session does not touch it. It names files that were sent for it: they stay as long as it does.

use store::{Error, Tx, params};
use uuid::Uuid;

use crate::check::MAX_TEXT;
use crate::clock::{DAY, Micros};
use crate::error::{Problem, Result};
use crate::files::{self, File, Owner};
use crate::people::Actor;
use crate::secrets::clean;
use crate::tickets::verbs::Said;

/// How long a draft that nobody goes on with is kept.
pub const KEPT: Micros = 30 * DAY;
/// Drafts of one agent.
pub const MAX_DRAFTS: i64 = 500;
/// Characters of a device's name.
pub const MAX_DEVICE: usize = 64;
/// Files that a draft may name: as many as one sender may have waiting.
pub const MAX_FILES: usize = 100;

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
    /// What comes with it, in order.
    pub files: Vec<Uuid>,
    /// The number of the newest entry that was read.
    pub seen: i64,
    /// Grows with each writing.
    pub revision: i64,
    /// Which browser wrote it.
    pub device: String,
    /// When.
    pub updated_at: Micros,
}

/// An agent's drafts on a ticket, with the files that they name.
pub fn of(tx: &mut Tx<'_>, agent: Uuid, ticket: Uuid) -> Result<Vec<(Draft, Vec<File>)>, Error> {
    const OF: &str = "SELECT kind, body, seen, revision, device, updated_at FROM draft
        WHERE agent_id = $1 AND ticket_id = $2 ORDER BY kind";
    let drafts = tx.query(OF, params![agent, ticket], |row| {
        let Some(kind) = DraftKind::parse(&row.get::<String>(0)?) else { return Ok(None) };
        let (body, seen, revision) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let (files, device, updated_at) = (Vec::new(), row.get(4)?, row.get(5)?);
        Ok(Some(Draft { kind, body, files, seen, revision, device, updated_at }))
    })?;
    let mut told = Vec::new();
    for draft in drafts.into_iter().flatten() {
        let ids = named(tx, Place { agent, ticket, kind: draft.kind })?;
        let mut files = Vec::new();
        for id in &ids {
            files.extend(files::find(tx, *id)?.filter(|file| !file.given_up()));
        }
        told.push((Draft { files: ids, ..draft }, files));
    }
    Ok(told)
}

/// Keeps a draft over the one of revision `draft.revision`, and gives the new revision and the files that it names: those
/// that are gone, somebody else's or sent meanwhile are left out, and the text is kept all the same.
///
/// # Errors
/// 409 `draft-newer` when another machine went on meanwhile, or has sent it; the same again is no conflict. 409 when the
/// agent has too many.
pub fn keep(tx: &mut Tx<'_>, place: Place, draft: &Draft) -> Result<(i64, Vec<Uuid>)> {
    const COUNT: &str = "SELECT count(*) FROM draft WHERE agent_id = $1";
    const BEGIN: &str = "INSERT INTO draft (agent_id, ticket_id, kind, body, seen, revision, device, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    if let Some(found) = lock(tx, place)? {
        return go_on(tx, place, draft, found);
    }
    if draft.revision > 0 {
        return Err(Problem::conflict("draft-newer"));
    }
    if tx.first(COUNT, params![place.agent], |row| row.get::<i64>(0))?.unwrap_or(0) >= MAX_DRAFTS {
        return Err(Problem::conflict("too-many-drafts").with("max", MAX_DRAFTS));
    }
    let (agent, ticket, kind, revision) = (place.agent, place.ticket, place.kind.name(), draft.revision + 1);
    let params = params![agent, ticket, kind, &draft.body, draft.seen, revision, &draft.device, draft.updated_at];
    if tx.execute(BEGIN, params)? == 1 {
        return Ok((revision, name(tx, place, draft, &[])?));
    }
    // Another machine was there first by a moment: its text was not read here.
    let found = lock(tx, place)?.ok_or_else(|| Error::Contended("draft".into()))?;
    go_on(tx, place, draft, found)
}

/// The revision and text that stand there, locked.
fn lock(tx: &mut Tx<'_>, place: Place) -> Result<Option<(i64, String)>, Error> {
    const FIND: &str = "SELECT revision, body FROM draft WHERE agent_id = $1 AND ticket_id = $2 AND kind = $3";
    let params = params![place.agent, place.ticket, place.kind.name()];
    tx.lock(FIND, params, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The files that a draft names.
fn named(tx: &mut Tx<'_>, place: Place) -> Result<Vec<Uuid>, Error> {
    const NAMED: &str = "SELECT file_id FROM draft_file WHERE agent_id = $1 AND ticket_id = $2 AND kind = $3
        ORDER BY place";
    tx.query(NAMED, params![place.agent, place.ticket, place.kind.name()], |row| row.get(0))
}

/// Names the draft's files instead of those `before`, as far as they can be had.
fn name(tx: &mut Tx<'_>, place: Place, draft: &Draft, before: &[Uuid]) -> Result<Vec<Uuid>, Error> {
    const FORGET: &str = "DELETE FROM draft_file WHERE agent_id = $1 AND ticket_id = $2 AND kind = $3";
    const NAME: &str = "INSERT INTO draft_file (agent_id, ticket_id, kind, file_id, place) VALUES ($1, $2, $3, $4, $5)";
    let owner = Owner::staff(Actor::Agent(place.agent));
    let files = files::attach::waiting(tx, &owner, &draft.files, before, draft.updated_at)?;
    if files == before {
        return Ok(files);
    }
    let (agent, ticket, kind) = (place.agent, place.ticket, place.kind.name());
    tx.execute(FORGET, params![agent, ticket, kind])?;
    for (at, file) in (0_i64..).zip(&files) {
        tx.execute(NAME, params![agent, ticket, kind, *file, at])?;
    }
    Ok(files)
}

fn go_on(tx: &mut Tx<'_>, place: Place, draft: &Draft, found: (i64, String)) -> Result<(i64, Vec<Uuid>)> {
    const KEEP: &str = "UPDATE draft SET body = $1, seen = $2, revision = $3, device = $4, updated_at = $5
        WHERE agent_id = $6 AND ticket_id = $7 AND kind = $8";
    let ((revision, body), before) = (found, named(tx, place)?);
    if body == draft.body && before == draft.files {
        return Ok((revision, before));
    }
    if revision != draft.revision {
        return Err(Problem::conflict("draft-newer"));
    }
    let (agent, ticket, kind, revision) = (place.agent, place.ticket, place.kind.name(), revision + 1);
    let params = params![&draft.body, draft.seen, revision, &draft.device, draft.updated_at, agent, ticket, kind];
    tx.execute(KEEP, params)?;
    Ok((revision, name(tx, place, draft, &before)?))
}

/// These words are being sent: the draft that says them goes in the same transaction. One that says or names more is
/// another machine's, and stays.
pub fn drop_sent(tx: &mut Tx<'_>, place: Place, words: &Said) -> Result<(), Error> {
    if let Some((_, body)) = lock(tx, place)?
        && body.trim() == clean::without(&words.text)?
        && named(tx, place)?.iter().all(|file| words.files.ids.contains(file))
    {
        drop(tx, place)?;
    }
    Ok(())
}

/// An answer was taken back: its text and its files are a draft again, before what was written since.
pub fn give_back(tx: &mut Tx<'_>, place: Place, mut draft: Draft) -> Result<()> {
    if let Some((revision, since)) = lock(tx, place)? {
        draft.revision = revision;
        if !since.is_empty() {
            draft.body = if draft.body.is_empty() { since } else { format!("{}\n\n{since}", draft.body) };
        }
        draft.files.extend(named(tx, place)?);
    }
    // What does not fit is still to be read on the entry.
    if draft.body.chars().count() > MAX_TEXT || draft.files.len() > MAX_FILES {
        return Ok(());
    }
    match keep(tx, place, &draft) {
        Err(problem) if problem.code != "too-many-drafts" => Err(problem),
        _ => Ok(()),
    }
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
