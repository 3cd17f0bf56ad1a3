//! What may be a secret: kept sealed until its writer decides.

use serde_json::{Map, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use super::clean::{Kept, SEALED_FOR};
use crate::app::App;
use crate::clock::{Micros, Moment};
use crate::error::{Problem, Result};
use crate::people::{Actor, Customer};
use crate::settings::secrets::Secrets;
use crate::settings::stored;
use crate::tickets::timeline;
use crate::tickets::{Event, Kind, Reference, Ticket, queries};

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It was none, or is to be seen all the same.
    Sent,
    /// It is gone.
    Destroyed,
    /// It is gone because nobody decided.
    Expired,
}

impl Decision {
    /// As stored and as shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Decision::Sent => "sent",
            Decision::Destroyed => "destroyed",
            Decision::Expired => "expired",
        }
    }
}

/// Stores what was sealed out of the entry `number`.
pub fn insert(tx: &mut Tx<'_>, ticket: Uuid, number: i64, kept: &[Kept], at: Micros) -> Result<(), Error> {
    const INSERT: &str = "INSERT INTO kept_secret (id, ticket_id, number, kind, box, due_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    if kept.is_empty() {
        return Ok(());
    }
    let due = at + stored::<Secrets>(tx)?.undecided();
    for kept in kept {
        let params = params![kept.id, ticket, number, kept.kind.name(), &kept.sealed, due];
        tx.execute(INSERT, params)?;
    }
    Ok(())
}

/// Those of a ticket that nobody has decided about.
pub fn undecided(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Vec<(Uuid, Micros)>, Error> {
    const FIND: &str = "SELECT id, due_at FROM kept_secret WHERE ticket_id = $1 AND decision IS NULL ORDER BY id";
    tx.query(FIND, params![ticket], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The customer decides about one: it is destroyed, or sent as it was written.
///
/// # Errors
/// 404 when it is not of the customer's case; 409 when it was decided before.
pub fn decide(
    tx: &mut Tx<'_>,
    customer: &Customer,
    reference: &Reference,
    id: Uuid,
    send: bool,
    moment: &Moment,
) -> Result<()> {
    let ticket = queries::lock_for_customer(tx, customer, reference)?;
    let decision = if send { Decision::Sent } else { Decision::Destroyed };
    decided(tx, ticket, id, decision, Actor::Customer(customer.id), moment)
}

fn decided(
    tx: &mut Tx<'_>,
    mut ticket: Ticket,
    id: Uuid,
    decision: Decision,
    actor: Actor,
    moment: &Moment,
) -> Result<()> {
    const FIND: &str = "SELECT number, kind, box FROM kept_secret WHERE id = $1 AND ticket_id = $2";
    const DECIDE: &str = "UPDATE kept_secret SET box = NULL, decision = $1, decided_at = $2 WHERE id = $3";
    let read = |row: &store::Row<'_>| Ok((row.get::<i64>(0)?, row.get::<String>(1)?, row.opt::<Vec<u8>>(2)?));
    let (number, kind, sealed) = tx.first(FIND, params![id, ticket.id], read)?.ok_or_else(Problem::not_found)?;
    let sealed = sealed.ok_or_else(|| Problem::conflict("secret-decided"))?;
    tx.execute(DECIDE, params![decision.name(), moment.at, id])?;
    let mut draws = moment.draws();
    let mut details = Map::new();
    details.extend([("number".to_owned(), json!(number)), ("secret".to_owned(), json!(kind))]);
    details.extend([("kept".to_owned(), json!(id)), ("decision".to_owned(), json!(decision.name()))]);
    let text = match decision {
        Decision::Sent => {
            let opened = draws.keys().and_then(|keys| keys.open_sealed(SEALED_FOR, &sealed));
            opened
                .and_then(|value| String::from_utf8(value).ok())
                .ok_or_else(|| Error::Defect("what a customer wanted to send was sealed with another key".into()))?
        }
        Decision::Destroyed | Decision::Expired => String::new(),
    };
    let event = Event { kind: Kind::SecretDecided, actor, at: moment.at, text, details };
    timeline::append(tx, &mut ticket, &event, &mut draws)?;
    Ok(())
}

/// How many are decided in one look.
const BATCH: i64 = 100;

/// Destroys what nobody decided about in time.
///
/// # Errors
/// When the store does not answer; the next sweep goes on.
pub async fn sweep(app: &App) -> Result<()> {
    const DUE: &str = "SELECT id, ticket_id FROM kept_secret WHERE decision IS NULL AND due_at <= $1
        ORDER BY due_at LIMIT $2";
    loop {
        let now = app.clock.now();
        let read = |row: &store::Row<'_>| Ok((row.get::<Uuid>(0)?, row.get::<Uuid>(1)?));
        let due = app.db.read(move |tx| tx.query(DUE, params![now, BATCH], read)).await?;
        for (id, ticket) in &due {
            let (id, ticket, moment) = (*id, *ticket, app.clock.moment());
            let expired = app.db.write(move |tx| {
                let Some(ticket) = queries::lock(tx, ticket)? else { return Ok(()) };
                decided(tx, ticket, id, Decision::Expired, Actor::System, &moment)
            });
            match expired.await {
                // Its customer was quicker.
                Err(problem) if problem.status == axum::http::StatusCode::CONFLICT => {}
                other => other?,
            }
        }
        if (due.len() as i64) < BATCH {
            app.committed.ring();
            return Ok(());
        }
    }
}
