//! Bulks and their items as stored.

use serde_json::Value;
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::bulk::{Action, MAX_RUNNING};
use crate::clock::{DAY, Micros, Moment};
use crate::error::{Problem, Result};
use crate::people::{Actor, Staff};

/// How long it is remembered which tickets a bulk was about.
const KEPT: Micros = 30 * DAY;
/// Bulks that one look of the follower takes on.
const TAKEN: i64 = 8;

/// A bulk.
#[derive(Clone, Debug)]
pub struct Bulk {
    /// The id.
    pub id: Uuid,
    /// Who asked for it.
    pub actor: Actor,
    /// What is done.
    pub action: Action,
    /// How many tickets it is about.
    pub total: i64,
    /// How it stands.
    pub state: State,
    /// Since when it is over.
    pub finished_at: Option<Micros>,
    /// Counted when it was over.
    counted: Option<(i64, i64)>,
}

/// How a bulk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = BulkState)]
pub enum State {
    /// Some tickets still wait.
    Running,
    /// Every ticket had its turn.
    Done,
    /// Whoever asked for it may not do it any more: the rest was left as it is.
    Stopped,
}

impl State {
    fn parse(name: &str) -> Option<State> {
        match name {
            "running" => Some(State::Running),
            "done" => Some(State::Done),
            "stopped" => Some(State::Stopped),
            _ => None,
        }
    }
}

/// How far a bulk is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Tickets to which it was done.
    pub done: i64,
    /// Tickets that refused it.
    pub failed: i64,
}

const COLUMNS: &str = "id, actor_kind, actor_id, action, total, state, finished_at, done, failed";

fn read(row: &Row<'_>) -> Result<Bulk, Error> {
    let wrong = |column: &str| Error::Defect(format!("bulk.{column} holds an unknown value"));
    Ok(Bulk {
        id: row.get(0)?,
        actor: Actor::parse(row.text(1)?.unwrap_or_default(), row.opt(2)?).ok_or_else(|| wrong("actor"))?,
        action: Action::stored(row.text(3)?.unwrap_or_default())?,
        total: row.get(4)?,
        state: State::parse(row.text(5)?.unwrap_or_default()).ok_or_else(|| wrong("state"))?,
        finished_at: row.opt(6)?,
        counted: row.opt(7)?.zip(row.opt(8)?),
    })
}

/// The bulk of an id.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Bulk>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM bulk WHERE id = $1"), params![id], read)
}

/// The bulks to work on, the oldest first.
pub fn running(tx: &mut Tx<'_>) -> Result<Vec<Uuid>, Error> {
    const RUNNING: &str = "SELECT id FROM bulk WHERE state = 'running' ORDER BY created_at, id LIMIT $1";
    tx.query(RUNNING, params![TAKEN], |row| row.get(0))
}

/// Refuses another one of somebody who has too many running.
///
/// # Errors
/// 409 `bulk-busy`.
pub fn check_busy(tx: &mut Tx<'_>, staff: &Staff) -> Result<()> {
    const RUNNING: &str = "SELECT count(*) FROM bulk WHERE actor_id = $1 AND state = 'running'";
    let running = tx.first(RUNNING, params![staff.actor.id()], |row| row.get::<i64>(0))?.unwrap_or(0);
    if running < MAX_RUNNING { Ok(()) } else { Err(Problem::conflict("bulk-busy").with("max", MAX_RUNNING)) }
}

/// A bulk without items.
fn make(
    tx: &mut Tx<'_>,
    staff: &Staff,
    action: &Action,
    undoes: Option<Uuid>,
    total: i64,
    moment: &Moment,
) -> Result<Uuid, Error> {
    const MAKE: &str = "INSERT INTO bulk (id, actor_kind, actor_id, action, undoes, total, state, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'running', $7)";
    let id = moment.draws().uuid();
    tx.execute(MAKE, params![id, staff.actor.kind(), staff.actor.id(), &action.text()?, undoes, total, moment.at])?;
    Ok(id)
}

/// A bulk over these tickets.
pub fn over(tx: &mut Tx<'_>, staff: &Staff, action: &Action, tickets: &[Uuid], moment: &Moment) -> Result<Uuid> {
    const ITEM: &str = "INSERT INTO bulk_item (bulk_id, position, ticket_id, state) VALUES ($1, $2, $3, 'waiting')";
    check_busy(tx, staff)?;
    let id = make(tx, staff, action, None, tickets.len() as i64, moment)?;
    for (position, ticket) in (1_i64..).zip(tickets) {
        tx.execute(ITEM, params![id, position, *ticket])?;
    }
    Ok(id)
}

/// A bulk over the tickets of an incident that still await something; how many those are.
pub fn over_incident(
    tx: &mut Tx<'_>,
    staff: &Staff,
    action: &Action,
    incident: Uuid,
    moment: &Moment,
) -> Result<(Uuid, i64)> {
    const ITEMS: &str = "INSERT INTO bulk_item (bulk_id, position, ticket_id, state)
        SELECT $1, row_number() OVER (ORDER BY id), id, 'waiting' FROM ticket
        WHERE incident_id = $2 AND standing IN ('open', 'snoozed')";
    const TOTAL: &str = "UPDATE bulk SET total = $1 WHERE id = $2";
    let id = make(tx, staff, action, None, 0, moment)?;
    let total = i64::try_from(tx.execute(ITEMS, params![id, incident])?).unwrap_or(i64::MAX);
    tx.execute(TOTAL, params![total, id])?;
    Ok((id, total))
}

/// The bulk that undoes another one: the opposite for each ticket to which it was done.
///
/// # Errors
/// 409 when it runs still, was undone, or cannot be undone any more.
pub fn undo(tx: &mut Tx<'_>, staff: &Staff, bulk: &Bulk, moment: &Moment) -> Result<(Uuid, i64)> {
    const UNDONE: &str = "SELECT 1 FROM bulk WHERE undoes = $1";
    const LOCK: &str = "SELECT 1 FROM bulk WHERE id = $1";
    const ITEMS: &str = "INSERT INTO bulk_item (bulk_id, position, ticket_id, state, was)
        SELECT $1, row_number() OVER (ORDER BY position DESC), ticket_id, 'waiting', was FROM bulk_item
        WHERE bulk_id = $2 AND state = 'done'";
    const TOTAL: &str = "UPDATE bulk SET total = $1 WHERE id = $2";
    tx.lock(LOCK, params![bulk.id], |_| Ok(()))?;
    finish(tx, bulk.id, moment.at)?;
    let bulk = find(tx, bulk.id)?.ok_or_else(Problem::not_found)?;
    let Some(finished) = bulk.finished_at else { return Err(Problem::conflict("bulk-running")) };
    if tx.first(UNDONE, params![bulk.id], |_| Ok(()))?.is_some() {
        return Err(Problem::conflict("bulk-undone"));
    }
    if bulk.action.undoable_until(finished).is_none_or(|until| moment.at > until) {
        return Err(Problem::conflict("bulk-lasting"));
    }
    let action = Action::Undo { action: Box::new(bulk.action) };
    let id = make(tx, staff, &action, Some(bulk.id), 0, moment)?;
    let total = i64::try_from(tx.execute(ITEMS, params![id, bulk.id])?).unwrap_or(i64::MAX);
    tx.execute(TOTAL, params![total, id])?;
    Ok((id, total))
}

/// Whether it could be undone now.
pub fn undoable(tx: &mut Tx<'_>, bulk: &Bulk, finished: Micros, at: Micros) -> Result<bool, Error> {
    const UNDONE: &str = "SELECT 1 FROM bulk WHERE undoes = $1";
    let in_time = bulk.action.undoable_until(finished).is_some_and(|until| at <= until);
    Ok(in_time && tx.first(UNDONE, params![bulk.id], |_| Ok(()))?.is_none())
}

/// How far it is.
pub fn progress(tx: &mut Tx<'_>, bulk: &Bulk) -> Result<Progress, Error> {
    match bulk.counted {
        Some((done, failed)) => Ok(Progress { done, failed }),
        None => counted(tx, bulk.id),
    }
}

fn counted(tx: &mut Tx<'_>, id: Uuid) -> Result<Progress, Error> {
    const COUNT: &str = "SELECT state, count(*) FROM bulk_item WHERE bulk_id = $1 GROUP BY state";
    let states = tx.query(COUNT, params![id], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))?;
    let of = |name: &str| states.iter().find(|(state, _)| state == name).map_or(0, |(_, count)| *count);
    Ok(Progress { done: of("done"), failed: of("failed") })
}

/// The tickets that refused it, and each refusal's code.
pub fn failures(tx: &mut Tx<'_>, id: Uuid) -> Result<Vec<(Uuid, String)>, Error> {
    const FAILED: &str =
        "SELECT ticket_id, code FROM bulk_item WHERE bulk_id = $1 AND state = 'failed' ORDER BY position LIMIT $2";
    let most = i64::try_from(super::MAX_TICKETS).unwrap_or(i64::MAX);
    tx.query(FAILED, params![id, most], |row| Ok((row.get(0)?, row.opt(1)?.unwrap_or_default())))
}

/// An item on which somebody works in this transaction.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its place in the bulk.
    pub position: i64,
    /// The ticket.
    pub ticket: Uuid,
    /// What was noted when it was done that is now to be undone.
    pub was: Value,
}

/// The next item on which nobody works, locked.
pub fn claim(tx: &mut Tx<'_>, bulk: Uuid) -> Result<Option<Item>, Error> {
    const NEXT: &str = "SELECT position, ticket_id, was FROM bulk_item
        WHERE bulk_id = $1 AND state = 'waiting' ORDER BY position LIMIT 1";
    let read = |row: &Row<'_>| {
        let was = row.text(2)?.and_then(|was| serde_json::from_str(was).ok()).unwrap_or_default();
        Ok(Item { position: row.get(0)?, ticket: row.get(1)?, was })
    };
    Ok(tx.claim(NEXT, params![bulk], read)?.pop())
}

/// It was done to the claimed item's ticket.
pub fn note_done(tx: &mut Tx<'_>, bulk: Uuid, position: i64, was: &Value) -> Result<(), Error> {
    const DONE: &str = "UPDATE bulk_item SET state = 'done', was = $1 WHERE bulk_id = $2 AND position = $3";
    tx.execute(DONE, params![&was.to_string(), bulk, position]).map(drop)
}

/// The item's ticket refused it; false when somebody else has noted meanwhile what became of it.
pub fn note_failed(tx: &mut Tx<'_>, bulk: Uuid, position: i64, code: &str) -> Result<bool, Error> {
    const FAILED: &str = "UPDATE bulk_item SET state = 'failed', code = $1
        WHERE bulk_id = $2 AND position = $3 AND state = 'waiting'";
    Ok(tx.execute(FAILED, params![code, bulk, position])? == 1)
}

/// Ends a bulk of which no item waits; false when one does.
pub fn finish(tx: &mut Tx<'_>, id: Uuid, at: Micros) -> Result<bool, Error> {
    const WAITING: &str = "SELECT 1 FROM bulk_item WHERE bulk_id = $1 AND state = 'waiting' LIMIT 1";
    if tx.first(WAITING, params![id], |_| Ok(()))?.is_some() {
        return Ok(false);
    }
    end(tx, id, "done", at)?;
    Ok(true)
}

/// Ends a bulk whose asker may not do it any more.
pub fn stop(tx: &mut Tx<'_>, id: Uuid, at: Micros) -> Result<(), Error> {
    const REST: &str = "UPDATE bulk_item SET state = 'failed', code = 'bulk-stopped'
        WHERE bulk_id = $1 AND state = 'waiting'";
    tx.execute(REST, params![id])?;
    end(tx, id, "stopped", at)
}

fn end(tx: &mut Tx<'_>, id: Uuid, state: &str, at: Micros) -> Result<(), Error> {
    const END: &str = "UPDATE bulk SET state = $1, done = $2, failed = $3, finished_at = $4
        WHERE id = $5 AND state = 'running'";
    let Progress { done, failed } = counted(tx, id)?;
    tx.execute(END, params![state, done, failed, at, id]).map(drop)
}

/// Forgets which tickets old bulks were about.
pub fn sweep(tx: &mut Tx<'_>, now: Micros) -> Result<(), Error> {
    const OLD: &str = "DELETE FROM bulk_item WHERE bulk_id IN
        (SELECT id FROM bulk WHERE finished_at IS NOT NULL AND finished_at < $1)";
    tx.execute(OLD, params![now - KEPT]).map(drop)
}
