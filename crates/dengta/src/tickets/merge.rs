//! Merging moves nothing: the merged ticket keeps its timeline and takes no more entries, the survivor shows both.
//! Merged into a merged one, a ticket ends at the root. Only tickets of one customer merge; others are linked.

use serde_json::{Map, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::Moment;
use crate::error::{Problem, Result};
use crate::people::Staff;
use crate::tickets::timeline::{self, Ack};
use crate::tickets::verbs::happened;
use crate::tickets::{Awaiting, Event, Kind, Ticket, queries};

/// Tickets merged into one, all in all.
pub const MAX_MERGED: usize = 50;

/// The ticket that continues this one in the end: itself, when it is not merged.
///
/// # Errors
/// A defect when merges form a ring, which no verb makes.
pub fn root(tx: &mut Tx<'_>, ticket: Ticket) -> Result<Ticket, Error> {
    let mut at = ticket;
    for _ in 0..=MAX_MERGED {
        let Some(into) = at.merged_into else { return Ok(at) };
        at = queries::find(tx, into)?.ok_or_else(|| Error::Defect("merged into nothing".into()))?;
    }
    Err(Error::Defect("merged in a ring".into()))
}

/// Every ticket that ends at this one, directly or through others.
pub fn merged_into(tx: &mut Tx<'_>, root: Uuid) -> Result<Vec<Uuid>, Error> {
    const INTO: &str = "SELECT id FROM ticket WHERE merged_into = $1 ORDER BY id";
    let mut found: Vec<Uuid> = Vec::new();
    let mut next = 0;
    let mut of = root;
    loop {
        for id in tx.query(INTO, params![of], |row| row.get(0))? {
            if id != root && !found.contains(&id) {
                found.push(id);
            }
        }
        let Some(id) = found.get(next) else { return Ok(found) };
        (of, next) = (*id, next + 1);
    }
}

/// Why two tickets, as they stand, cannot merge.
///
/// # Errors
/// 409: the same one, another customer's, already merged, or too many.
pub fn check(tx: &mut Tx<'_>, source: &Ticket, survivor: &Ticket) -> Result<()> {
    if source.merged_into.is_some() {
        return Err(Problem::conflict("already-merged"));
    }
    if source.id == survivor.id {
        return Err(Problem::conflict("merge-cycle"));
    }
    if source.customer != survivor.customer {
        return Err(Problem::conflict("merge-other-customer"));
    }
    if merged_into(tx, source.id)?.len() + merged_into(tx, survivor.id)?.len() + 1 > MAX_MERGED {
        return Err(Problem::conflict("merge-too-many").with("max", MAX_MERGED));
    }
    Ok(())
}

/// Merges `source` into `into`, or into what `into` was merged into. Answers with the source's entry and the survivor.
///
/// # Errors
/// As [`check`]; 404 when either does not exist for the caller.
pub fn merge(tx: &mut Tx<'_>, staff: &Staff, source: Uuid, into: Uuid, moment: &Moment) -> Result<(Ack, Uuid)> {
    let (mut source, mut survivor) = lock_both(tx, staff, source, into)?;
    check(tx, &source, &survivor)?;
    let mut draws = moment.draws();
    let awaited = source.awaiting == Some(Awaiting::Agent) && !source.spam;
    let due = source.due_at.filter(|_| awaited);
    let details = [("into", json!(survivor.id)), ("reference", json!(survivor.reference.as_str()))];
    let event = happened(Kind::Merged, staff.actor, moment.at, details);
    let ack = timeline::append(tx, &mut source, &event, &mut draws)?;
    let details = [
        ("from", json!(source.id)),
        ("reference", json!(source.reference.as_str())),
        ("due_at", json!(due.or(awaited.then_some(moment.at)))),
    ];
    let event = happened(Kind::Absorbed, staff.actor, moment.at, details);
    timeline::append(tx, &mut survivor, &event, &mut draws)?;
    Ok((ack, survivor.id))
}

/// The source and the root of `into`, locked in the order of their ids, so that two merges at once wait for each
/// other and the later one sees what the earlier one did.
fn lock_both(tx: &mut Tx<'_>, staff: &Staff, source: Uuid, into: Uuid) -> Result<(Ticket, Ticket)> {
    let mut target = queries::find_for_staff(tx, staff, into)?;
    loop {
        let root = root(tx, target)?.id;
        let (source, survivor) = lock_pair(tx, staff, source, root)?;
        if survivor.merged_into.is_none() || survivor.id == source.id {
            return Ok((source, survivor));
        }
        // It was merged between our look and our lock: on to what it was merged into.
        target = survivor;
    }
}

/// Two tickets, which may be one, locked in the order of their ids.
fn lock_pair(tx: &mut Tx<'_>, staff: &Staff, one: Uuid, other: Uuid) -> Result<(Ticket, Ticket)> {
    let low = queries::lock_for_staff(tx, staff, one.min(other))?;
    let high = if one == other { low.clone() } else { queries::lock_for_staff(tx, staff, one.max(other))? };
    Ok(if one <= other { (low, high) } else { (high, low) })
}

/// The merged ticket stands on its own again, as it stood; what was answered meanwhile stays with the survivor.
///
/// # Errors
/// 409 when it is not merged.
pub fn unmerge(tx: &mut Tx<'_>, staff: &Staff, source: Uuid, moment: &Moment) -> Result<Ack> {
    let seen = queries::find_for_staff(tx, staff, source)?;
    let into = seen.merged_into.ok_or_else(|| Problem::conflict("not-merged"))?;
    let (mut source, mut survivor) = lock_pair(tx, staff, source, into)?;
    if source.merged_into != Some(survivor.id) {
        return Err(Problem::conflict("not-merged"));
    }
    let mut draws = moment.draws();
    let details = [("from", json!(survivor.id)), ("reference", json!(survivor.reference.as_str()))];
    let event = happened(Kind::Unmerged, staff.actor, moment.at, details);
    let ack = timeline::append(tx, &mut source, &event, &mut draws)?;
    // Undone before anything else happened, the survivor stands as it stood.
    let absorbed = timeline::newest(tx, &survivor)?
        .is_some_and(|event| event.kind == Kind::Absorbed && event.id("from") == Some(source.id));
    let mut details =
        if absorbed { timeline::as_of(tx, &survivor, survivor.entries - 1)?.footing() } else { Map::new() };
    details.insert("ticket".into(), json!(source.id));
    details.insert("reference".into(), json!(source.reference.as_str()));
    let (kind, actor) = (Kind::Released, staff.actor);
    let event = Event { kind, actor, at: moment.at, text: String::new(), details };
    timeline::append(tx, &mut survivor, &event, &mut draws)?;
    Ok(ack)
}

/// Refuses what would write to a merged ticket.
///
/// # Errors
/// 409 that names the survivor.
pub fn check_unmerged(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<()> {
    if ticket.merged_into.is_none() {
        return Ok(());
    }
    let survivor = root(tx, ticket.clone())?;
    Err(Problem::conflict("ticket-merged").with("reference", survivor.reference.to_string().as_str()))
}

/// The ticket on which a customer's word lands: the survivor, locked; nothing was merged: the ticket itself.
pub fn landing(tx: &mut Tx<'_>, ticket: Ticket) -> Result<Ticket, Error> {
    if ticket.merged_into.is_none() {
        return Ok(ticket);
    }
    let mut at = ticket;
    loop {
        let root = root(tx, at)?.id;
        let landed = queries::lock(tx, root)?.ok_or_else(|| Error::Defect("merged into nothing".into()))?;
        if landed.merged_into.is_none() {
            return Ok(landed);
        }
        at = landed;
    }
}
