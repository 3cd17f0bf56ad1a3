//! Files become part of an entry: in its transaction, once. Those of an answer that was taken back can go with another
//! one: the row then says the new entry, and until then the old one, so that every entry's files are there.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use store::Tx;
use uuid::Uuid;

use super::{Attached, Owner, State, queries};
use crate::clock::Micros;
use crate::error::{FieldProblem, Problem, Result};

/// Files that come with something said, and who says it.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// In the order in which they are shown.
    pub ids: Vec<Uuid>,
    /// As whom the sender may have sent them.
    pub owners: Vec<Owner>,
    /// How many one message may have.
    pub most: usize,
}

/// Puts the files on entry `number` of `ticket` and into the `details` that will be hashed.
///
/// # Errors
/// 422 naming the field when a file is somebody else's, on an entry that stands, not ready, or one too many.
pub fn attach(
    tx: &mut Tx<'_>,
    given: &Given,
    ticket: Uuid,
    number: i64,
    details: &mut Map<String, Value>,
) -> Result<()> {
    if given.ids.is_empty() {
        return Ok(());
    }
    if given.ids.len() > given.most {
        return Err(refused("files-too-many", given.most));
    }
    // Locked in one order, so that two messages with the same files do not wait for one another.
    let mut order = given.ids.clone();
    order.sort();
    let mut found = Vec::new();
    for id in order {
        let file = queries::lock(tx, id)?.filter(|file| given.owners.iter().any(|owner| owner.as_str() == file.owner));
        let file = match file {
            Some(file) if queries::is_free(tx, &file)? => file,
            _ => return Err(refused("files-unknown", given.most)),
        };
        let (Some(hash), Some(kind), State::Ready) = (file.hash, file.kind, file.state) else {
            return Err(refused("files-unfinished", given.most));
        };
        // Named twice, it is on an entry the second time.
        queries::put_on(tx, id, ticket, number)?;
        found.push(Attached {
            id,
            name: file.name,
            media: kind.media().to_owned(),
            size: file.size.unsigned_abs(),
            sha256: hex::encode(hash),
        });
    }
    found.sort_by_key(|file| given.ids.iter().position(|id| *id == file.id));
    let told = serde_json::to_value(found).map_err(|error| store::Error::Defect(error.to_string()))?;
    details.insert("files".into(), told);
    Ok(())
}

fn refused(code: &'static str, most: usize) -> Problem {
    Problem::invalid(vec![FieldProblem { field: "files".into(), code, args: vec![("max", most.into())] }])
}

/// Of `ids`, locked, those that `owner` can put on an entry once they are ready: each once, in their order. A file that
/// was not among `before` starts its day anew.
pub fn waiting(
    tx: &mut Tx<'_>,
    owner: &Owner,
    ids: &[Uuid],
    before: &[Uuid],
    at: Micros,
) -> Result<Vec<Uuid>, store::Error> {
    let order: BTreeSet<Uuid> = ids.iter().copied().collect();
    let mut waiting = Vec::new();
    for id in order {
        let file = queries::lock(tx, id)?.filter(|file| file.owner == owner.as_str() && file.state != State::Refused);
        let Some(file) = file else { continue };
        if queries::is_free(tx, &file)? {
            if !before.contains(&id) {
                queries::touch(tx, id, at)?;
            }
            waiting.push(id);
        }
    }
    waiting.sort_by_key(|id| ids.iter().position(|one| one == id));
    Ok(waiting)
}

/// The files that an entry's details tell of.
#[must_use]
pub fn attached(details: &Map<String, Value>) -> Vec<Attached> {
    let told = details.get("files").cloned();
    told.and_then(|told| serde_json::from_value(told).ok()).unwrap_or_default()
}
