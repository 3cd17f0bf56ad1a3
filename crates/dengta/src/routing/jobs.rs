//! The follower that does what is planned, and tells who is concerned.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::watch;
use uuid::Uuid;

use super::plan::{Step, plan};
use super::{Board, Line, State, line, presence, steps};
use crate::app::App;
use crate::bell::Alarm;
use crate::clock::{Micros, SECOND, rfc3339};
use crate::error::Result;
use crate::live::{Audience, Pushed};

/// However much is written, the lines are looked at this often.
const REST: Duration = Duration::from_millis(250);
/// Who is there is noted this often.
const HEARD: Micros = 10 * SECOND;
/// Waits are told anew this often, whatever happened.
const WAITS: Micros = 10 * SECOND;

/// Routes until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop, REST);
    let (mut heard, mut waits) = (0, 0);
    loop {
        let now = app.clock.now();
        if (now - heard).abs() >= HEARD {
            note_heard(&app, now).await;
            heard = now;
        }
        let anew = (now - waits).abs() >= WAITS;
        if anew {
            waits = now;
        }
        match look(&app, now, anew).await {
            Ok(true) => app.committed.ring(),
            Ok(false) => {}
            Err(problem) => tracing::warn!(code = problem.code, "the lines will be looked at again"),
        }
        if !alarm.wake().await {
            return;
        }
    }
}

/// Who is connected here, is there.
async fn note_heard(app: &App, now: Micros) {
    let (agents, tickets) = (app.live.agents(), app.visitors.tickets());
    if agents.is_empty() && tickets.is_empty() {
        return;
    }
    let noted = app.db.write(move |tx| {
        presence::note_heard(tx, &agents, now)?;
        line::note_heard(tx, &tickets, now)
    });
    if let Err(error) = noted.await {
        tracing::warn!(%error, "who is there will be noted again");
    }
}

/// Does what is to be done and tells what changed; whether anything was done.
async fn look(app: &App, now: Micros, anew: bool) -> Result<bool> {
    let board = app.db.read(move |tx| Board::read(tx, now)).await?;
    let open = app.settings.now().open.is_open(now);
    let mut done = false;
    for step in plan(&board, open, now) {
        done |= steps::perform(app, step).await?;
        metrics::counter!("dengta_routing_steps_total", "step" => name(step)).increment(1);
    }
    let board = if done { app.db.read(move |tx| Board::read(tx, now)).await? } else { board };
    let board = std::sync::Arc::new(board);
    let before = app.routing.show(board.clone());
    tell(app, &before, &board, anew);
    Ok(done)
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
        Step::Pass(..) => "pass",
        Step::Drop(..) => "drop",
        Step::Offer(..) => "offer",
        Step::End(..) => "end",
    }
}
