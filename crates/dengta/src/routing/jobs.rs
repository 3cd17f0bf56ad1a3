//! The follower that does what is planned, and tells who is concerned.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use store::{Error, Tx, params};
use tokio::sync::watch;
use uuid::Uuid;

use super::plan::{Step, plan};
use super::{Board, Line, State, line, presence, steps};
use crate::app::App;
use crate::bell::Alarm;
use crate::clock::{Micros, SECOND, rfc3339};
use crate::error::Result;
use crate::live::{Audience, Pushed};
use crate::tickets::log;

/// However much is written, the lines are looked at this often.
const REST: Duration = Duration::from_millis(250);
/// While things are only said, the lines are read this often: for what time brings, and what other nodes did.
const AGAIN: Micros = SECOND;
/// Which agents are there is noted this often.
const HEARD: Micros = 10 * SECOND;
/// A customer who is there and was not noted as such for so long is noted again: by the thousand at a time, they would keep what
/// is said waiting.
const HEARD_LONG_AGO: Micros = 20 * SECOND;
/// So many customers are noted at a time.
const NOTED: usize = 500;
/// Waits are told anew this often, whatever happened.
const WAITS: Micros = 10 * SECOND;

/// Routes until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop, REST);
    let mut looks = Looks::default();
    loop {
        let now = app.clock.now();
        match looks.look(&app, now).await {
            Ok(true) => {
                app.routing.stir();
                app.committed.ring();
            }
            Ok(false) => {}
            Err(problem) => {
                app.routing.stir();
                tracing::warn!(code = problem.code, "the lines will be looked at again");
            }
        }
        if !alarm.wake().await {
            return;
        }
    }
}

/// What was done when.
#[derive(Default)]
struct Looks {
    /// The newest entry at the last look, if there was one: the first look does not read the whole log.
    newest: Option<i64>,
    looked_at: Micros,
    /// When agents were last noted as there.
    heard_at: Micros,
    /// When waits were last told, changed or not.
    waits_at: Micros,
}

impl Looks {
    /// Looks at the lines if they may have changed; whether anything was done.
    async fn look(&mut self, app: &App, now: Micros) -> Result<bool> {
        let (stirred, newest) = (app.routing.was_stirred(), self.newest);
        let (newest, more_than_said) = app.db.read(move |tx| since(tx, newest)).await?;
        self.newest = Some(newest);
        if !(stirred || more_than_said || (now - self.looked_at).abs() >= AGAIN) {
            return Ok(false);
        }
        self.looked_at = now;
        if (now - self.heard_at).abs() >= HEARD {
            self.heard_at = now;
            note_agents(app, now).await?;
        }
        note_customers(app, now).await?;
        let anew = (now - self.waits_at).abs() >= WAITS;
        if anew {
            self.waits_at = now;
        }
        look(app, now, anew).await
    }
}

/// The newest entry, and whether any after `newest` is more than a message: what is only said changes no line.
fn since(tx: &mut Tx<'_>, newest: Option<i64>) -> std::result::Result<(i64, bool), Error> {
    const SINCE: &str = "SELECT max(seq), max(CASE WHEN kind <> 'message' THEN 1 ELSE 0 END) FROM entry WHERE seq > $1";
    let Some(newest) = newest else { return Ok((log::newest_key(tx)?, true)) };
    let found = tx.first(SINCE, params![newest], |row| Ok((row.opt::<i64>(0)?, row.opt::<i64>(1)?)))?;
    let (last, more) = found.unwrap_or_default();
    Ok((last.unwrap_or(newest), more == Some(1)))
}

/// The agents who are connected here are there.
async fn note_agents(app: &App, now: Micros) -> Result<()> {
    let agents = app.live.agents();
    if !agents.is_empty() {
        app.db.write(move |tx| presence::note_heard(tx, &agents, now)).await?;
    }
    Ok(())
}

/// So are the customers.
async fn note_customers(app: &App, now: Micros) -> Result<()> {
    let board = app.routing.board();
    let long_ago = board.lines.iter().filter(|line| now - line.heard_at > HEARD_LONG_AGO);
    let here = long_ago.map(|line| line.ticket).filter(|ticket| app.visitors.has(*ticket));
    let here: Vec<Uuid> = here.take(NOTED).collect();
    if !here.is_empty() {
        app.db.write(move |tx| line::note_heard(tx, &here, now)).await?;
    }
    Ok(())
}

/// Does what is to be done and tells what changed; whether anything was done.
async fn look(app: &App, now: Micros, anew: bool) -> Result<bool> {
    let board = read(app, now).await?;
    let open = app.settings.now().open.is_open(now);
    let mut done = false;
    for step in plan(&board, open, now) {
        done |= steps::perform(app, step).await?;
        metrics::counter!("dengta_routing_steps_total", "step" => name(step)).increment(1);
    }
    let board = if done { read(app, now).await? } else { board };
    let board = Arc::new(board);
    let before = app.routing.show(board.clone());
    tell(app, &before, &board, anew);
    Ok(done)
}

async fn read(app: &App, now: Micros) -> Result<Board> {
    let settings = app.settings.now();
    Ok(app.db.read(move |tx| Board::read(tx, &settings, now)).await?)
}

/// Tells agents and customers what is not as it was.
fn tell(app: &App, before: &Board, now: &Board, anew: bool) {
    let was: HashMap<Uuid, &Line> = before.lines.iter().map(|line| (line.ticket, line)).collect();
    let is: HashMap<Uuid, &Line> = now.lines.iter().map(|line| (line.ticket, line)).collect();
    let mut changed = before.agents != now.agents;
    for line in &now.lines {
        let old = was.get(&line.ticket);
        let same = old.is_some_and(|old| (old.state, old.agent, old.offer) == (line.state, line.agent, line.offer));
        if same {
            continue;
        }
        changed = true;
        app.visitors.tell(line.ticket, |news| news.standing = true);
        if let Some((agent, until)) = line.offer.filter(|offer| old.and_then(|old| old.offer) != Some(*offer)) {
            app.live.tell(Audience::Agent(agent), &Pushed::Offer { ticket: line.ticket, until: rfc3339(until) });
        }
    }
    for gone in before.lines.iter().filter(|line| !is.contains_key(&line.ticket)) {
        changed = true;
        app.visitors.tell(gone.ticket, |news| news.standing = true);
    }
    if changed {
        app.live.tell(Audience::Readers, &Pushed::Lines);
    }
    if changed || anew {
        let waiting = now.lines.iter().filter(|line| line.state == State::Waiting);
        waiting.for_each(|line| app.visitors.tell(line.ticket, |news| news.standing = true));
    }
}

const fn name(step: Step) -> &'static str {
    match step {
        Step::Settle(_) => "settle",
        Step::Wait(_) => "wait",
        Step::Take(..) => "take",
        Step::Pass(..) => "pass",
        Step::Drop(..) => "drop",
        Step::Offer(..) => "offer",
        Step::End(..) => "end",
    }
}
