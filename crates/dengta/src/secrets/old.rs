//! Tickets that are there already: looked through again, from before there was a guard or since it learned more.

use store::{Error, Tx};
use uuid::Uuid;

use super::clean;
use crate::app::App;
use crate::clock::Moment;
use crate::tickets::{queries, redaction};

/// What was seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    /// Tickets that were looked through.
    pub tickets: i64,
    /// Entries with secrets in them.
    pub found: i64,
    /// Of these, how many were redacted.
    pub redacted: i64,
}

/// Tickets in one look.
const BATCH: i64 = 100;

/// Looks through all tickets, and takes out what is found if `redact`. `tell` hears how many of how many were seen.
///
/// # Errors
/// When the store does not answer. What was redacted until then stays so; it can be run again.
pub async fn look_through(app: &App, redact: bool, tell: &mut dyn FnMut(i64, i64)) -> Result<Summary, Error> {
    const ALL: &str = "SELECT count(*) FROM ticket";
    let all = app.db.read(|tx| tx.first(ALL, &[], |row| row.get::<i64>(0))).await?.unwrap_or(0);
    let (mut summary, mut last) = (Summary::default(), Uuid::nil());
    loop {
        let from = last;
        let ids = app.db.read(move |tx| {
            Ok::<Vec<Uuid>, Error>(queries::after(tx, from, BATCH)?.iter().map(|ticket| ticket.id).collect())
        });
        let ids: Vec<Uuid> = ids.await?;
        let Some(newest) = ids.last() else { break };
        last = *newest;
        for id in ids {
            let moment = app.clock.moment();
            let found = match redact {
                true => app.db.write(move |tx| redacted(tx, id, &moment)).await?,
                false => app.db.read(move |tx| found(tx, id, &moment)).await?,
            };
            summary.tickets += 1;
            summary.found += found;
            summary.redacted += if redact { found } else { 0 };
        }
        tell(summary.tickets, all);
    }
    app.committed.ring();
    Ok(summary)
}

/// How many entries of a ticket hold secrets.
fn found(tx: &mut Tx<'_>, id: Uuid, moment: &Moment) -> Result<i64, Error> {
    let mut draws = moment.draws();
    let mut found = 0;
    for entry in redaction::all(tx, id)? {
        found += i64::from(clean::certain(&entry.event, &mut draws)?.is_some());
    }
    Ok(found)
}

/// Takes the secrets out of a ticket's entries; of how many.
fn redacted(tx: &mut Tx<'_>, id: Uuid, moment: &Moment) -> Result<i64, Error> {
    let Some(mut ticket) = queries::lock(tx, id)? else { return Ok(0) };
    let mut draws = moment.draws();
    let mut redacted = 0;
    for entry in redaction::all(tx, id)? {
        let Some(clean) = clean::certain(&entry.event, &mut draws)? else { continue };
        redaction::replace(tx, &mut ticket, &entry, (clean.text, clean.details), (moment.at, &mut draws))?;
        redacted += 1;
    }
    if redacted > 0 {
        queries::update(tx, &ticket)?;
    }
    Ok(redacted)
}
