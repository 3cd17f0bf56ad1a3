//! SQL of the files.

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use super::{Kind, Object, Owner};
use crate::clock::Micros;

/// How far a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = FileState)]
pub enum State {
    /// On its way.
    Coming,
    /// Kept.
    Ready,
    /// Not kept.
    Refused,
}

impl State {
    fn parse(name: &str) -> Result<State, Error> {
        match name {
            "coming" => Ok(State::Coming),
            "ready" => Ok(State::Ready),
            "refused" => Ok(State::Refused),
            other => Err(Error::Defect(format!("a file is {other}"))),
        }
    }
}

/// A file as stored.
#[derive(Clone, Debug)]
pub struct File {
    /// Random.
    pub id: Uuid,
    /// Who sent it.
    pub owner: String,
    /// Cleaned; its ending is true once it is ready.
    pub name: String,
    /// How far it has come.
    pub state: State,
    /// Why it was refused.
    pub problem: Option<String>,
    /// Bytes that were announced.
    pub declared: i64,
    /// Bytes that are on disk.
    pub received: i64,
    /// What it turned out to be.
    pub kind: Option<Kind>,
    /// Bytes that are kept.
    pub size: i64,
    /// SHA-256 of what is kept.
    pub hash: Option<[u8; 32]>,
    /// Width and height of what can be looked at.
    pub dimensions: Option<(i64, i64)>,
    /// What is kept.
    pub object: Option<Uuid>,
    /// A small picture of it, and its bytes.
    pub thumbnail: Option<(Uuid, i64)>,
    /// The ticket and the number of the entry that it belongs to.
    pub entry: Option<(Uuid, i64)>,
}

impl File {
    /// Whether it is about to be removed.
    #[must_use]
    pub fn given_up(&self) -> bool {
        self.state == State::Refused && self.problem.is_none()
    }

    /// What is kept of it, for reading.
    #[must_use]
    pub fn content(&self) -> Option<Object> {
        Some(Object { file: self.id, id: self.object?, size: u64::try_from(self.size).ok()? })
    }

    /// Its small picture, for reading.
    #[must_use]
    pub fn small(&self) -> Option<Object> {
        let (id, size) = self.thumbnail?;
        Some(Object { file: self.id, id, size: u64::try_from(size).ok()? })
    }
}

const COLUMNS: &str = "id, owner, name, state, problem, declared, received, kind, size, hash, width, height, object,
    thumbnail, thumbnail_size, ticket_id, entry_number";

fn file(row: &Row<'_>) -> Result<File, Error> {
    Ok(File {
        id: row.get(0)?,
        owner: row.get(1)?,
        name: row.get(2)?,
        state: State::parse(row.text(3)?.unwrap_or_default())?,
        problem: row.opt(4)?,
        declared: row.get(5)?,
        received: row.get(6)?,
        kind: row.text(7)?.and_then(Kind::parse),
        size: row.opt(8)?.unwrap_or(0),
        hash: row.opt(9)?,
        dimensions: row.opt(10)?.zip(row.opt(11)?),
        object: row.opt(12)?,
        thumbnail: row.opt(13)?.zip(row.opt(14)?),
        entry: row.opt(15)?.zip(row.opt(16)?),
    })
}

/// A file by its id, whoever asks.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<File>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM file WHERE id = $1"), params![id], file)
}

/// A file of one of these owners.
pub fn of_owner(tx: &mut Tx<'_>, id: Uuid, owners: &[Owner]) -> Result<Option<File>, Error> {
    Ok(find(tx, id)?.filter(|file| owners.iter().any(|owner| owner.as_str() == file.owner)))
}

/// As [`find`], locked until the transaction ends.
pub fn lock(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<File>, Error> {
    tx.lock(&format!("SELECT {COLUMNS} FROM file WHERE id = $1"), params![id], file)
}

/// Makes the row of a file that is about to come.
pub fn insert(
    tx: &mut Tx<'_>,
    id: Uuid,
    owner: &Owner,
    network: &str,
    name: &str,
    declared: i64,
    at: Micros,
) -> Result<(), Error> {
    const INSERT: &str =
        "INSERT INTO file (id, owner, network, name, state, declared, received, created_at, touched_at)
        VALUES ($1, $2, $3, $4, 'coming', $5, 0, $6, $6)";
    tx.execute(INSERT, params![id, owner.as_str(), network, name, declared, at]).map(drop)
}

/// Notes a part that is on disk.
pub fn add_part(tx: &mut Tx<'_>, file: Uuid, start: i64, part: Object, at: Micros) -> Result<(), Error> {
    const ADD: &str = "INSERT INTO file_part (file_id, start, size, object) VALUES ($1, $2, $3, $4)";
    const COME: &str = "UPDATE file SET received = $1, touched_at = $2 WHERE id = $3";
    let size = i64::try_from(part.size).map_err(|error| Error::Defect(error.to_string()))?;
    tx.execute(ADD, params![file, start, size, part.id])?;
    tx.execute(COME, params![start + size, at, file]).map(drop)
}

/// It came whole, and is no longer than this.
pub fn end_here(tx: &mut Tx<'_>, file: Uuid) -> Result<(), Error> {
    tx.execute("UPDATE file SET declared = received WHERE id = $1 AND state = 'coming'", params![file]).map(drop)
}

/// The parts of a file in their order, and from where each goes.
pub fn parts(tx: &mut Tx<'_>, file: Uuid) -> Result<Vec<(u64, Object)>, Error> {
    const PARTS: &str = "SELECT start, size, object FROM file_part WHERE file_id = $1 ORDER BY start";
    tx.query(PARTS, params![file], |row| {
        let (start, size) = (row.get::<i64>(0)?.unsigned_abs(), row.get::<i64>(1)?.unsigned_abs());
        Ok((start, Object { file, id: row.get(2)?, size }))
    })
}

/// What came is kept as this; false when another hand was quicker.
pub fn keep(tx: &mut Tx<'_>, file: &File, at: Micros) -> Result<bool, Error> {
    const KEEP: &str = "UPDATE file SET state = 'ready', name = $1, kind = $2, size = $3, hash = $4, width = $5,
            height = $6, object = $7, thumbnail = $8, thumbnail_size = $9, touched_at = $10
        WHERE id = $11 AND state = 'coming'";
    let params = params![
        &file.name,
        file.kind.map(Kind::name),
        file.size,
        file.hash.as_ref().map(|hash| &hash[..]),
        file.dimensions.map(|(width, _)| width),
        file.dimensions.map(|(_, height)| height),
        file.object,
        file.thumbnail.map(|(id, _)| id),
        file.thumbnail.map(|(_, size)| size),
        at,
        file.id,
    ];
    Ok(tx.execute(KEEP, params)? == 1)
}

/// What came is not kept.
pub fn refuse(tx: &mut Tx<'_>, file: Uuid, problem: &str, at: Micros) -> Result<(), Error> {
    const REFUSE: &str =
        "UPDATE file SET state = 'refused', problem = $1, touched_at = $2 WHERE id = $3 AND state = 'coming'";
    tx.execute(REFUSE, params![problem, at, file]).map(drop)
}

/// The parts are gone from the object store.
pub fn forget_parts(tx: &mut Tx<'_>, file: Uuid) -> Result<(), Error> {
    tx.execute("DELETE FROM file_part WHERE file_id = $1", params![file]).map(drop)
}

/// Removes the row of a file that belongs to no entry; false when it does meanwhile.
pub fn remove(tx: &mut Tx<'_>, file: Uuid) -> Result<bool, Error> {
    if lock(tx, file)?.is_none_or(|file| file.entry.is_some()) {
        return Ok(false);
    }
    forget_parts(tx, file)?;
    Ok(tx.execute("DELETE FROM file WHERE id = $1 AND ticket_id IS NULL", params![file])? == 1)
}

/// Puts the locked file on an entry; drafts name it no more.
pub fn put_on(tx: &mut Tx<'_>, file: Uuid, ticket: Uuid, number: i64) -> Result<(), Error> {
    const PUT: &str = "UPDATE file SET ticket_id = $1, entry_number = $2 WHERE id = $3";
    tx.execute(PUT, params![ticket, number, file])?;
    tx.execute("DELETE FROM draft_file WHERE file_id = $1", params![file]).map(drop)
}

/// Whether it can be put on an entry: it is on none, or on one that was taken back.
pub fn is_free(tx: &mut Tx<'_>, file: &File) -> Result<bool, Error> {
    const TAKEN_BACK: &str = "SELECT number FROM withdrawal WHERE ticket_id = $1 AND number = $2";
    match file.entry {
        None => Ok(!file.given_up()),
        Some((ticket, number)) => Ok(tx.first(TAKEN_BACK, params![ticket, number], |row| row.get::<i64>(0))?.is_some()),
    }
}

/// A draft names it: its day begins anew, and whoever is about to sweep it sees that.
pub fn touch(tx: &mut Tx<'_>, file: Uuid, at: Micros) -> Result<(), Error> {
    tx.execute("UPDATE file SET touched_at = $1 WHERE id = $2", params![at, file]).map(drop)
}

/// How many files an owner has sent since, and their bytes.
pub fn sent_by_owner(tx: &mut Tx<'_>, owner: &Owner, since: Micros) -> Result<(i64, i64), Error> {
    const SENT: &str = "SELECT count(*), CAST(coalesce(sum(declared), 0) AS BIGINT) FROM file
        WHERE owner = $1 AND created_at > $2";
    Ok(tx.first(SENT, params![owner.as_str(), since], |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// How many files the guests of a network have sent since, and their bytes.
pub fn sent_by_network(tx: &mut Tx<'_>, network: &str, since: Micros) -> Result<(i64, i64), Error> {
    const SENT: &str = "SELECT count(*), CAST(coalesce(sum(declared), 0) AS BIGINT) FROM file
        WHERE network = $1 AND network <> '' AND created_at > $2";
    Ok(tx.first(SENT, params![network, since], |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or_default())
}

/// Files that belong to no entry and no draft, and that nobody touched since.
pub fn loose(tx: &mut Tx<'_>, before: Micros, limit: i64) -> Result<Vec<Uuid>, Error> {
    const LOOSE: &str = "SELECT id FROM file WHERE ticket_id IS NULL AND touched_at < $1
            AND NOT EXISTS (SELECT 1 FROM draft_file d WHERE d.file_id = file.id)
        ORDER BY touched_at LIMIT $2";
    tx.query(LOOSE, params![before, limit], |row| row.get(0))
}

/// Files that came to an end whose parts may still lie there.
pub fn leftovers(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<File>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM file WHERE state <> 'coming' AND id IN (SELECT file_id FROM file_part) LIMIT $1"
    );
    tx.query(&sql, params![limit], file)
}

/// Bytes of everything that guests have sent and that belongs to no entry.
pub fn loose_bytes(tx: &mut Tx<'_>) -> Result<i64, Error> {
    const SUM: &str = "SELECT CAST(coalesce(sum(declared), 0) AS BIGINT) FROM file
        WHERE ticket_id IS NULL AND network <> ''";
    Ok(tx.first(SUM, &[], |row| row.get(0))?.unwrap_or(0))
}

/// Files of an owner that belong to no entry.
pub fn pending(tx: &mut Tx<'_>, owner: &Owner) -> Result<i64, Error> {
    const COUNT: &str = "SELECT count(*) FROM file WHERE owner = $1 AND ticket_id IS NULL";
    Ok(tx.first(COUNT, params![owner.as_str()], |row| row.get(0))?.unwrap_or(0))
}

/// From now on it can no longer be put on an entry; false when somebody did.
pub fn give_up(tx: &mut Tx<'_>, file: Uuid) -> Result<bool, Error> {
    const GIVE_UP: &str = "UPDATE file SET state = 'refused', problem = NULL, object = NULL, thumbnail = NULL
        WHERE id = $1 AND ticket_id IS NULL";
    Ok(tx.execute(GIVE_UP, params![file])? == 1)
}

/// As [`give_up`]; false as well when a draft names it, or somebody touched it since.
pub fn expire(tx: &mut Tx<'_>, file: Uuid, before: Micros) -> Result<bool, Error> {
    const EXPIRE: &str = "UPDATE file SET state = 'refused', problem = NULL, object = NULL, thumbnail = NULL
        WHERE id = $1 AND ticket_id IS NULL AND touched_at < $2
            AND NOT EXISTS (SELECT 1 FROM draft_file d WHERE d.file_id = file.id)";
    Ok(tx.execute(EXPIRE, params![file, before])? == 1)
}
