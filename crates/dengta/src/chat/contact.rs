//! Where a visitor can be reached when the line is over.

use store::{Tx, params};

use super::session::Session;
use super::talk;
use crate::app::App;
use crate::check::{Check, Email};
use crate::clock::{Draws, HOUR, Moment};
use crate::error::{Problem, Result};
use crate::official::names;
use crate::outbox::{self, About, Notice};
use crate::people::{Assurance, customers};

/// An address, and perhaps a name.
#[derive(Clone, Debug)]
pub struct Left {
    email: Email,
    name: Option<String>,
}

/// What a stranger left, checked.
///
/// # Errors
/// 422 that names the field.
pub fn checked(app: &App, email: &str, name: Option<&str>) -> Result<Left> {
    let (mut check, settings) = (Check::default(), app.settings.now());
    let email = check.email("email", email);
    let name = name.filter(|name| !name.trim().is_empty());
    let name = name.map(|name| names::claimed(&mut check, &settings, "name", name));
    check.done()?;
    Ok(Left { email, name })
}

/// Notes where a stranger can be reached, and sends the one mail that proves it.
///
/// # Errors
/// 409 `chat-known` for who is known already; `chat-not-begun` before the first message.
pub fn leave(tx: &mut Tx<'_>, session: &Session, left: &Left, draws: &mut Draws) -> Result<()> {
    let ticket = talk::conversation(tx, session)?;
    let customer = customers::find(tx, ticket.customer)?.ok_or_else(Problem::not_found)?;
    if session.assurance != Assurance::Claimed || customer.proved_at.is_some() {
        return Err(Problem::conflict("chat-known"));
    }
    customers::leave_address(tx, customer.id, &left.email, left.name.as_deref())?;
    let moment = draws.moment();
    outbox::prove_address(tx, Notice::Receipt, customer.id, Some(About::newest(&ticket)), moment.at, draws)?;
    Ok(())
}

/// Transcripts that are mailed of one conversation in an hour.
const TRANSCRIPTS: i64 = 3;

/// Queues the conversation for the customer's proved address.
///
/// # Errors
/// 409 `chat-no-address` when there is none; 429 when it was mailed often enough.
pub fn mail_transcript(tx: &mut Tx<'_>, session: &Session, moment: &Moment) -> Result<()> {
    const RECENT: &str = "SELECT count(*) FROM outbox WHERE ticket_id = $1 AND kind = 'transcript' AND created_at > $2";
    let ticket = talk::conversation(tx, session)?;
    let customer = customers::find(tx, ticket.customer)?.ok_or_else(Problem::not_found)?;
    if customer.email.is_none() || customer.proved_at.is_none() {
        return Err(Problem::conflict("chat-no-address"));
    }
    let recent: i64 = tx.first(RECENT, params![ticket.id, moment.at - HOUR], |row| row.get(0))?.unwrap_or(0);
    if recent >= TRANSCRIPTS {
        return Err(Problem::throttled(HOUR / crate::clock::SECOND));
    }
    let about = About { ticket: ticket.id, entry: 0 };
    Ok(outbox::to_customer(tx, Notice::Transcript, customer.id, true, about, moment.at, &mut moment.draws())?)
}
