//! The follower that sends what the outbox holds. The core writes rows and names no channel; which way a
//! row goes is decided here: by mail, today.
//!
//! - A row is claimed and counted in one write, sent outside of any transaction, then settled. Who dies in
//!   between has its rows claimed again after [`LEASE`]: exactly-once is impossible over SMTP, so the
//!   second mail carries the same Message-ID and is counted (`dengta_outbox_resent_total`).
//! - A letter that is not taken is tried again, later each time; after [`ATTEMPTS`], or at once when the
//!   mail server refuses it for good, it has failed, and the ticket's timeline says so.
//! - A mail server that takes nobody's mail is no letter's fault: rows go back as they were, and the
//!   senders wait.

use std::time::Duration;

use serde_json::{Map, json};
use store::{Error, Tx};
use tokio::sync::watch;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::app::App;
use crate::bell::Alarm;
use crate::clock::{HOUR, MINUTE, Micros, Moment, SECOND};
use crate::email::render::{self, Door, Facts};
use crate::email::{Failure, Sender};
use crate::outbox::{self, Due};
use crate::people::Actor;
use crate::people::links::{self, Link, Purpose};
use crate::tickets::{Event, Kind, Ticket, queries, timeline};

/// A claim is good for this long; longer than a letter can take ([`crate::email::smtp`]).
const LEASE: Micros = MINUTE;
/// A letter is tried so often.
const ATTEMPTS: i64 = 10;
/// The wait after the first try; it doubles with each, up to [`LONGEST_WAIT`].
const FIRST_WAIT: Micros = 10 * SECOND;
/// See [`FIRST_WAIT`].
const LONGEST_WAIT: Micros = HOUR;
/// A sender waits no longer than this for a mail server that takes nobody's mail.
const LONGEST_PAUSE: Micros = 5 * MINUTE;
/// So many letters are sent at once, each over a connection of its own.
const SENDERS: usize = 4;
/// However much is written, a sender looks for due letters this often.
const LOOKED_EVERY: Duration = Duration::from_millis(100);

/// Sends until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    if !app.mailer.sends() {
        return; // rows rest until the desk is started with a mail server
    }
    let mut senders = JoinSet::new();
    for _ in 0..SENDERS {
        senders.spawn(follow(app.clone(), stop.clone()));
    }
    while let Some(ended) = senders.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "a sender of mail ended, another begins");
            senders.spawn(follow(app.clone(), stop.clone()));
        }
    }
}

/// One of the senders; that another waits for a slow server keeps none of the others waiting.
async fn follow(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop.clone(), LOOKED_EVERY);
    let mut pause = Pause::default();
    while alarm.wake().await {
        if pause.lasts(app.clock.now()) {
            continue;
        }
        match send_due(&app, &stop).await {
            Ok(reached) => pause.note(reached, app.clock.now()),
            Err(error) => tracing::warn!(%error, "the follower `delivery` will try again"),
        }
    }
}

/// The time for which a sender leaves a mail server alone that takes nobody's mail.
#[derive(Default)]
struct Pause {
    began: Micros,
    length: Micros,
}

impl Pause {
    /// A clock that was turned back does not make it longer.
    fn lasts(&self, now: Micros) -> bool {
        (self.began..self.began + self.length).contains(&now)
    }

    fn note(&mut self, reached: bool, now: Micros) {
        let longer = (self.length * 2).clamp(FIRST_WAIT, LONGEST_PAUSE);
        *self = Pause { began: now, length: if reached { 0 } else { longer } };
    }
}

/// Sends one due row after another until none is left or the desk stops; false when the mail server
/// takes nobody's mail.
async fn send_due(app: &App, stop: &watch::Receiver<bool>) -> Result<bool, Error> {
    let now = app.clock.now();
    if !app.db.read(move |tx| outbox::is_due(tx, now)).await? {
        return Ok(true);
    }
    let mut sender = app.mailer.sender();
    let mut reached = true;
    while reached
        && !*stop.borrow()
        && let Some(claimed) = claim(app).await?
    {
        let outcome = send(app, &mut sender, &claimed).await;
        reached = settle(app, claimed.due, outcome).await?;
    }
    sender.close().await;
    Ok(reached)
}

/// A claimed row, and what its letter tells; `None` when there is nobody to write to.
struct Claimed {
    due: Due,
    letter: Option<(Facts, String)>,
}

async fn claim(app: &App) -> Result<Option<Claimed>, Error> {
    let (at, app) = (app.clock.now(), app.clone());
    let db = app.db.clone();
    db.write(move |tx| {
        let Some(due) = outbox::claim(tx, at, at + LEASE)? else { return Ok(None) };
        let letter = match Facts::read(tx, &due)? {
            Some(facts) => {
                let href = link(tx, &app, &due, facts.door(), at)?;
                Some((facts, href))
            }
            None => None,
        };
        Ok(Some(Claimed { due, letter }))
    })
    .await
}

/// Where the letter's button leads. A single-use link is made here: its token follows from the row, so each
/// try makes the same one, and only its hash is stored.
fn link(tx: &mut Tx<'_>, app: &App, due: &Due, door: Door, at: Micros) -> Result<String, Error> {
    let (url, token) = (&app.config.public_url, links::token_of(&app.keys, due.id));
    let link = Link { subject: due.to.id(), ticket: due.ticket };
    match door {
        Door::Case(language) => {
            links::make(tx, &token, Purpose::Prove, link, at)?;
            Ok(format!("{url}/{language}/open/{token}"))
        }
        Door::Invitation => {
            links::make(tx, &token, Purpose::Invite, link, at)?;
            Ok(format!("{url}/desk/invitation#{token}"))
        }
        Door::Ticket => Ok(format!("{url}/desk/tickets/{}", due.ticket.unwrap_or_default())),
        Door::Desk => Ok(format!("{url}/desk")),
    }
}

async fn send(app: &App, sender: &mut Sender<'_>, claimed: &Claimed) -> Result<(), Failure> {
    let Some((facts, href)) = &claimed.letter else { return Err(Failure::Never("nobody to write to".into())) };
    if claimed.due.attempt > ATTEMPTS {
        return Err(Failure::Never("no try ended".into())); // each of them took the program down
    }
    let letter = render::letter(&app.config, &app.settings.now(), facts, claimed.due.id, href)?;
    if claimed.due.unsettled {
        metrics::counter!("dengta_outbox_resent_total").increment(1);
    }
    sender.send(letter, app.clock.now()).await
}

/// Notes what became of a row; false when the mail server takes nobody's mail.
async fn settle(app: &App, due: Due, outcome: Result<(), Failure>) -> Result<bool, Error> {
    let moment = app.clock.moment();
    match outcome {
        Ok(()) => {
            app.db.write(move |tx| outbox::note_sent(tx, &due, moment.at)).await?;
            metrics::counter!("dengta_outbox_sent_total").increment(1);
        }
        Err(Failure::Unreachable(error)) => {
            tracing::warn!(error, "the mail server takes no mail");
            app.db.write(move |tx| outbox::give_back(tx, &due, moment.at, &error)).await?;
            metrics::counter!("dengta_mail_server_unreachable_total").increment(1);
            return Ok(false);
        }
        Err(Failure::Later(error)) if due.attempt < ATTEMPTS => {
            let again = moment.at + wait(due.id, due.attempt);
            app.db.write(move |tx| outbox::put_off(tx, &due, again, &error)).await?;
            metrics::counter!("dengta_outbox_retried_total").increment(1);
        }
        Err(Failure::Later(error) | Failure::Never(error)) => {
            tracing::warn!(row = %due.id, error, "a mail could not be delivered");
            app.db.write(move |tx| fail(tx, &due, &error, &moment)).await?;
            app.committed.ring();
            metrics::counter!("dengta_outbox_failed_total").increment(1);
        }
    }
    Ok(true)
}

/// The wait after a try that failed: doubling, and up to a tenth longer, so that what failed together does not
/// come back together. It follows from the row.
fn wait(row: Uuid, attempt: i64) -> Micros {
    let wait = (FIRST_WAIT << (attempt - 1).clamp(0, ATTEMPTS)).min(LONGEST_WAIT);
    wait + wait / 10 * i64::from(row.as_bytes()[15]) / 256
}

/// Gives a row up, visibly: agents see it on the ticket's timeline.
fn fail(tx: &mut Tx<'_>, due: &Due, error: &str, moment: &Moment) -> Result<(), Error> {
    if outbox::note_failed(tx, due, error)? == 0 {
        return Ok(()); // somebody else has it now
    }
    match due.ticket.map(|id| queries::lock(tx, id)).transpose()?.flatten() {
        Some(ticket) => tell(tx, ticket, due.entry, error, moment),
        None => Ok(()),
    }
}

/// Notes on the locked ticket's timeline that the mail of its entry `number` could not be delivered.
pub fn tell(tx: &mut Tx<'_>, mut ticket: Ticket, number: i64, error: &str, moment: &Moment) -> Result<(), Error> {
    let details = Map::from_iter([("number".into(), json!(number)), ("error".into(), json!(error))]);
    let (kind, actor) = (Kind::DeliveryFailed, Actor::System);
    let event = Event { kind, actor, at: moment.at, text: String::new(), details };
    timeline::append(tx, &mut ticket, &event, &mut moment.draws()).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_an_hour() {
        let row = Uuid::from_u128(0);
        let seconds: Vec<_> = (1..=12).map(|attempt| wait(row, attempt) / SECOND).collect();
        assert_eq!(seconds, [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
        let latest = wait(Uuid::from_u128(255), 70);
        assert!((LONGEST_WAIT + 1..=LONGEST_WAIT * 11 / 10).contains(&latest));
    }

    #[test]
    fn a_pause_grows_and_a_turned_clock_ends_it() {
        let mut pause = Pause::default();
        assert!(!pause.lasts(0));
        for (now, length) in [(100, 10), (200, 20), (300, 40), (400, 80), (500, 160), (900, 300), (1900, 300)] {
            pause.note(false, now * SECOND);
            assert!(pause.lasts(now * SECOND) && pause.lasts((now + length) * SECOND - 1), "{now}");
            assert!(!pause.lasts((now + length) * SECOND) && !pause.lasts(0));
        }
        pause.note(true, 5000 * SECOND);
        assert!(!pause.lasts(5000 * SECOND));
    }
}
