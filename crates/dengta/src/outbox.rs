//! What is to be sent, written in the transaction that causes it and sent by `delivery`.
//!
//! A row says what happened and to whom; the sentence is made when it is sent. What goes to an address
//! that has proved nothing is held, but for one mail: the receipt, whose link proves it.

use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, HOUR, Micros};
use crate::people::links::Purpose;
use crate::tickets::Ticket;

/// What a mail tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// To a customer: we have it, and the link that opens it.
    Receipt,
    /// To a customer: an answer.
    Answer,
    /// To a customer: closed.
    Closed,
    /// To a customer who asked for it: a link to the cases.
    CaseLink,
    /// To an agent: come and work here.
    Invitation,
    /// To an agent: the second factor was reset, or the account ended.
    AccountChanged,
    /// To a lead: a customer asks where it stands, and the promise was missed.
    Overdue,
}

impl Notice {
    /// As stored.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Notice::Receipt => "receipt",
            Notice::Answer => "answer",
            Notice::Closed => "closed",
            Notice::CaseLink => "case_link",
            Notice::Invitation => "invitation",
            Notice::AccountChanged => "account_changed",
            Notice::Overdue => "overdue",
        }
    }

    /// The notice of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Notice> {
        [
            Notice::Receipt,
            Notice::Answer,
            Notice::Closed,
            Notice::CaseLink,
            Notice::Invitation,
            Notice::AccountChanged,
            Notice::Overdue,
        ]
        .into_iter()
        .find(|notice| notice.name() == name)
    }
}

const ENQUEUE: &str =
    "INSERT INTO outbox (id, kind, customer_id, agent_id, ticket_id, entry_number, state, attempts, due_at, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)";

/// What a row is about: the ticket and the number of its entry.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The ticket.
    pub ticket: Uuid,
    /// The entry, 0 when none in particular.
    pub entry: i64,
}

impl About {
    /// The newest entry of a ticket.
    #[must_use]
    pub fn newest(ticket: &Ticket) -> About {
        About { ticket: ticket.id, entry: ticket.entries }
    }
}

/// How many receipts an hour somebody who merely claims an address can cause there.
const CLAIMED_AN_HOUR: i64 = 3;

/// Whether a stranger's claim may cause another mail to this (proved) customer.
pub fn claim_may_mail(tx: &mut Tx<'_>, customer: Uuid, at: Micros) -> Result<bool, Error> {
    const RECENT: &str =
        "SELECT count(*) FROM outbox WHERE customer_id = $1 AND kind IN ('receipt', 'case_link') AND created_at > $2";
    let recent = tx.first(RECENT, params![customer, at - HOUR], |row| row.get::<i64>(0))?;
    Ok(recent.unwrap_or(0) < CLAIMED_AN_HOUR)
}

/// To a customer. Held while the address has proved nothing.
pub fn to_customer(
    tx: &mut Tx<'_>,
    notice: Notice,
    customer: Uuid,
    proved: bool,
    about: About,
    at: Micros,
    draws: &mut Draws,
) -> Result<(), Error> {
    let state = if proved { "ready" } else { "held" };
    let params = params![draws.uuid(), notice.name(), customer, None::<i64>, about.ticket, about.entry, state, at, at];
    // `agent_id` is a UUID column: NULL of any kind will do.
    tx.execute(ENQUEUE, params).map(drop)
}

/// The one mail that an address which has proved nothing gets: none when one went there (or is on its
/// way) whose link still works. Says whether it was queued.
pub fn prove_address(
    tx: &mut Tx<'_>,
    notice: Notice,
    customer: Uuid,
    about: Option<About>,
    at: Micros,
    draws: &mut Draws,
) -> Result<bool, Error> {
    const RECENT: &str = "SELECT 1 FROM outbox WHERE customer_id = $1 AND kind IN ('receipt', 'case_link')
        AND state <> 'held' AND created_at > $2 LIMIT 1";
    let recent = tx.first(RECENT, params![customer, at - Purpose::Prove.lifetime()], |_| Ok(()))?;
    if recent.is_none() {
        let (ticket, entry) = (about.map(|about| about.ticket), about.map(|about| about.entry));
        let params = params![draws.uuid(), notice.name(), customer, None::<i64>, ticket, entry, "ready", at, at];
        tx.execute(ENQUEUE, params)?;
    }
    Ok(recent.is_none())
}

/// A customer with a proved address asked for a link to the cases.
pub fn case_link(tx: &mut Tx<'_>, customer: Uuid, at: Micros, draws: &mut Draws) -> Result<(), Error> {
    let (none, kind) = (None::<Uuid>, Notice::CaseLink.name());
    tx.execute(ENQUEUE, params![draws.uuid(), kind, customer, none, none, None::<i64>, "ready", at, at]).map(drop)
}

/// To an agent.
pub fn to_agent(
    tx: &mut Tx<'_>,
    notice: Notice,
    agent: Uuid,
    about: Option<About>,
    at: Micros,
    draws: &mut Draws,
) -> Result<Uuid, Error> {
    let id = draws.uuid();
    let (ticket, entry) = (about.map(|about| about.ticket), about.map(|about| about.entry));
    tx.execute(ENQUEUE, params![id, notice.name(), None::<i64>, agent, ticket, entry, "ready", at, at])?;
    Ok(id)
}

/// The address was proved: what was held for it goes out.
pub fn release(tx: &mut Tx<'_>, customer: Uuid, at: Micros) -> Result<u64, Error> {
    const RELEASE: &str = "UPDATE outbox SET state = 'ready', due_at = $1 WHERE customer_id = $2 AND state = 'held'";
    tx.execute(RELEASE, params![at, customer])
}

/// How the mails about a ticket's entries stand: (entry number, state).
pub fn states(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Vec<(i64, String)>, Error> {
    const STATES: &str = "SELECT entry_number, state FROM outbox
        WHERE ticket_id = $1 AND entry_number > 0 AND kind = 'answer' ORDER BY entry_number";
    tx.query(STATES, params![ticket], |row| Ok((row.get(0)?, row.get(1)?)))
}
