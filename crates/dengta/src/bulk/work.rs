//! Working a bulk off.

use std::sync::Arc;

use store::{Error, Tx, params};
use tokio::sync::watch;
use uuid::Uuid;

use crate::app::App;
use crate::bulk::Action;
use crate::bulk::jobs::{self, Bulk};
use crate::clock::{Micros, Moment};
use crate::error::Problem;
use crate::live::{Audience, Pushed};
use crate::people::{Actor, Permission, Role, Staff};
use crate::secrets::asked::Stopped;

/// What became of one step.
enum Step {
    /// An item was done, or failed: there may be more.
    Went,
    /// No item is left that nobody works on.
    Over,
}

/// Why an item was not done, and nothing of it kept.
#[derive(Clone)]
enum Refusal {
    /// The store could not; it is tried again.
    Store(Error),
    /// The ticket at this place refused it.
    Item(i64, Box<Problem>),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Refusal {
        Refusal::Store(error)
    }
}

/// One of several that work the same bulk off, each an item at a time, at most `turn` of them; whether there is more.
pub async fn off(app: App, bulk: Uuid, turn: usize, stop: watch::Receiver<bool>) -> Result<bool, Error> {
    for _ in 0..turn {
        if *stop.borrow() {
            return Ok(false);
        }
        match step(&app, bulk).await? {
            Step::Went => tell(&app, bulk).await,
            Step::Over => return Ok(false),
        }
    }
    Ok(true)
}

async fn step(app: &App, bulk: Uuid) -> Result<Step, Error> {
    let (moment, desk) = (app.clock.moment(), app.clone());
    let at = moment.at;
    let done = app.db.write(move |tx| one(tx, &desk, bulk, &moment)).await;
    match done {
        Ok(step) => {
            app.committed.ring();
            Ok(step)
        }
        Err(Refusal::Item(position, problem)) => {
            // What is wrong for good with one item (a defect too) must not keep the others waiting.
            let code = Arc::<str>::from(problem.fields.first().map_or(problem.code, |field| field.code));
            let (stopped, moment) = (problem.stopped, app.clock.moment());
            app.db.write(move |tx| fail(tx, bulk, position, &code, stopped.as_deref(), &moment)).await?;
            app.db.write(move |tx| jobs::finish(tx, bulk, at)).await?;
            Ok(Step::Went)
        }
        Err(Refusal::Store(error @ (Error::Unavailable(_) | Error::Contended(_)))) => Err(error),
        Err(Refusal::Store(error)) => {
            // A defect: the item on which nobody works now is the one that met it.
            tracing::error!(%error, %bulk, "an item of a bulk failed");
            app.db.write(move |tx| fail_next(tx, bulk, at)).await?;
            Ok(Step::Went)
        }
    }
}

/// Notes that an item was refused, and counts what was stopped; once, however many worked on it.
fn fail(
    tx: &mut Tx<'_>,
    bulk: Uuid,
    position: i64,
    code: &str,
    stopped: Option<&Stopped>,
    moment: &Moment,
) -> Result<(), Error> {
    let noted = jobs::note_failed(tx, bulk, position, code)?;
    stopped.filter(|_| noted).map_or(Ok(()), |stopped| stopped.note(tx, moment))
}

fn fail_next(tx: &mut Tx<'_>, bulk: Uuid, at: Micros) -> Result<(), Error> {
    if let Some(item) = jobs::claim(tx, bulk)? {
        jobs::note_failed(tx, bulk, item.position, "internal")?;
    }
    jobs::finish(tx, bulk, at).map(drop)
}

/// Does one item: its entry, its state and, after the last one, the bulk's end are one transaction.
fn one(tx: &mut Tx<'_>, app: &App, id: Uuid, moment: &Moment) -> Result<Step, Refusal> {
    let Some(bulk) = jobs::find(tx, id)?.filter(|bulk| bulk.state == jobs::State::Running) else {
        return Ok(Step::Over);
    };
    let Some(staff) = asker(tx, &bulk)? else {
        jobs::stop(tx, id, moment.at)?;
        return Ok(Step::Over);
    };
    let Some(item) = jobs::claim(tx, id)? else {
        jobs::finish(tx, id, moment.at)?;
        return Ok(Step::Over);
    };
    let acted = match &bulk.action {
        Action::Undo { action } => {
            action.undo(tx, &app.settings.now(), &staff, item.ticket, &item.was, moment).map(|()| item.was.clone())
        }
        action => action.act(tx, &app.settings.now(), &staff, item.ticket, moment),
    };
    match acted {
        Ok(was) => {
            jobs::note_done(tx, id, item.position, &was)?;
            jobs::finish(tx, id, moment.at)?;
            Ok(Step::Went)
        }
        Err(problem) if problem.code == "unavailable" => Err(Refusal::Store(Error::Unavailable("store".into()))),
        Err(problem) => Err(Refusal::Item(item.position, Box::new(problem))),
    }
}

/// Who asked for it, with the role of now; `None` when they may not do it any more.
fn asker(tx: &mut Tx<'_>, bulk: &Bulk) -> Result<Option<Staff>, Error> {
    const AGENT: &str = "SELECT role FROM agent WHERE id = $1 AND state = 'active'";
    const TOKEN: &str = "SELECT role FROM api_token WHERE id = $1 AND revoked_at IS NULL";
    let role = match bulk.actor {
        Actor::Agent(id) => tx.first(AGENT, params![id], |row| row.get::<String>(0))?,
        Actor::Token(id) => tx.first(TOKEN, params![id], |row| row.get::<String>(0))?,
        _ => None,
    };
    let role = role.as_deref().and_then(Role::parse);
    let role = role.filter(|role| role.may(Permission::TicketRead) && may(*role, &bulk.action));
    Ok(role.map(|role| Staff { actor: bulk.actor, role, session: None }))
}

/// Whether a role may do an action to many tickets.
#[must_use]
pub fn may(role: Role, action: &Action) -> bool {
    role.may(Permission::TicketBulk) && role.may(action.permission())
}

/// Tells the asker's screens that there is progress.
async fn tell(app: &App, bulk: Uuid) {
    if let Ok(Some(Actor::Agent(agent))) =
        app.db.read(move |tx| Ok::<_, Error>(jobs::find(tx, bulk)?.map(|bulk| bulk.actor))).await
    {
        app.live.tell(Audience::Agent(agent), &Pushed::Bulk { id: bulk });
    }
}
