//! Filling a new view: every ticket is looked at once, the newest first, some at a time, while others write. Where it
//! stands is part of the view's row, so that it goes on after a restart.

use store::{Tx, params};
use uuid::Uuid;

use crate::clock::Moment;
use crate::error::Result;
use crate::tickets::log;
use crate::views::members::{self, Changes, Member};

/// Where a filling begins: above every id.
pub const FROM: Uuid = Uuid::max();
/// Tickets looked at in one transaction.
const CHUNK: i64 = 1000;

/// Looks at some more tickets for the view that has waited longest; false when no view waits. What changed since the
/// filling began the follower brings: both hold the same lock, so that each sees what the other did.
pub fn step(tx: &mut Tx<'_>, moment: &Moment) -> Result<bool> {
    const GO_ON: &str = "UPDATE saved_view SET filled_to = $1, filled = filled + $2 WHERE id = $3 AND fill = $4";
    log::place(tx, members::NAME)?;
    let lookings = members::lookings(tx, &mut moment.draws())?;
    let waiting = lookings.into_iter().find_map(|(view, looking)| Some((view.filled_to?, view, looking)));
    let Some((to, view, looking)) = waiting else { return Ok(false) };
    let tickets = Member::before(tx, to, CHUNK)?;
    let mut changes = Changes::default();
    for member in &tickets {
        if let Some(bucket) = looking.bucket(&member.stand()) {
            let bucket = changes.id(tx, bucket)?;
            changes.add(tx, member, bucket)?;
        }
    }
    changes.count(tx)?;
    let looked_at = tickets.len() as i64;
    let next = tickets.last().filter(|_| looked_at == CHUNK).map(|member| member.id);
    tx.execute(GO_ON, params![next, looked_at, view.id, view.fill])?;
    Ok(true)
}
