//! What is to be sent, written in the transaction that causes it and sent by `delivery`.
//!
//! A row says what happened and to whom; the sentence is made when it is sent. What goes to an address
//! that has proved nothing is held, but for one mail: the receipt, whose link proves it.

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, HOUR, MINUTE, Micros};
use crate::people::links::Purpose;
use crate::tickets::Ticket;
use crate::tickets::withdraw::REPLY_RESTS;

/// Who has not read for so long what was said on the line, has left it.
pub const MISSED_AFTER: Micros = 3 * MINUTE;

/// What a mail tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// To a customer: we have it, and the link that opens it.
    Receipt,
    /// To a customer: an answer.
    Answer,
    /// To a customer who left the line: what was said since.
    Missed,
    /// To a customer who asked for it: the whole conversation.
    Transcript,
    /// To a customer: closed.
    Closed,
    /// To a customer who asked for it: a link to the cases.
    CaseLink,
    /// To an agent: come and work here.
    Invitation,
    /// To an agent: the second factor was reset, or the account ended.
    AccountChanged,
    /// To an agent: a passkey signs in from now on.
    PasskeyAdded,
    /// To an agent: a passkey does not any more.
    PasskeyRemoved,
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
            Notice::Missed => "missed",
            Notice::Transcript => "transcript",
            Notice::Closed => "closed",
            Notice::CaseLink => "case_link",
            Notice::Invitation => "invitation",
            Notice::AccountChanged => "account_changed",
            Notice::PasskeyAdded => "passkey_added",
            Notice::PasskeyRemoved => "passkey_removed",
            Notice::Overdue => "overdue",
        }
    }

    /// How long it rests before it goes out: what an agent does can be undone for as long.
    #[must_use]
    pub const fn rests(self) -> Micros {
        match self {
            Notice::Answer | Notice::Closed => REPLY_RESTS,
            Notice::Missed => MISSED_AFTER,
            _ => 0,
        }
    }

    /// The notice of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Notice> {
        [
            Notice::Receipt,
            Notice::Answer,
            Notice::Missed,
            Notice::Transcript,
            Notice::Closed,
            Notice::CaseLink,
            Notice::Invitation,
            Notice::AccountChanged,
            Notice::PasskeyAdded,
            Notice::PasskeyRemoved,
            Notice::Overdue,
        ]
        .into_iter()
        .find(|notice| notice.name() == name)
    }
}

/// Writes a row; every one is written here.
fn enqueue(
    tx: &mut Tx<'_>,
    notice: Notice,
    to: Recipient,
    about: Option<About>,
    state: &str,
    at: Micros,
    draws: &mut Draws,
) -> Result<Uuid, Error> {
    const ENQUEUE: &str = "INSERT INTO outbox
            (id, kind, customer_id, agent_id, ticket_id, entry_number, state, attempts, due_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)";
    let id = draws.uuid();
    let (customer, agent) = match to {
        Recipient::Customer(id) => (Some(id), None),
        Recipient::Agent(id) => (None, Some(id)),
    };
    let (ticket, entry) = (about.map(|about| about.ticket), about.map(|about| about.entry));
    let due = at + notice.rests();
    tx.execute(ENQUEUE, params![id, notice.name(), customer, agent, ticket, entry, state, due, at])?;
    Ok(id)
}

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
    enqueue(tx, notice, Recipient::Customer(customer), Some(about), state, at, draws).map(drop)
}

/// What was said from this entry on is mailed to who does not read it on the line; one letter for all of it.
pub fn missed(
    tx: &mut Tx<'_>,
    customer: Uuid,
    proved: bool,
    about: About,
    at: Micros,
    draws: &mut Draws,
) -> Result<(), Error> {
    const WAITING: &str = "SELECT 1 FROM outbox WHERE ticket_id = $1 AND kind = 'missed' AND attempts = 0
        AND state IN ('ready', 'held') LIMIT 1";
    if tx.first(WAITING, params![about.ticket], |_| Ok(()))?.is_some() {
        return Ok(());
    }
    to_customer(tx, Notice::Missed, customer, proved, about, at, draws)
}

/// The customer has read up to this entry on the line. How many letters are taken back by it.
pub fn unsay_missed(tx: &mut Tx<'_>, ticket: Uuid, read: i64) -> Result<u64, Error> {
    const TAKE: &str =
        "DELETE FROM outbox WHERE ticket_id = $1 AND kind = 'missed' AND attempts = 0 AND entry_number <= $2";
    tx.execute(TAKE, params![ticket, read])
}

/// Takes back that a ticket was closed, if nobody has begun to tell it.
pub fn unsay_closing(tx: &mut Tx<'_>, ticket: Uuid) -> Result<(), Error> {
    const TAKE: &str = "DELETE FROM outbox WHERE ticket_id = $1 AND kind = 'closed' AND attempts = 0";
    tx.execute(TAKE, params![ticket]).map(drop)
}

/// Takes back what would be sent about an entry. False when somebody has begun to send it.
pub fn take_back(tx: &mut Tx<'_>, ticket: Uuid, entry: i64) -> Result<bool, Error> {
    const BEGUN: &str = "SELECT id FROM outbox WHERE ticket_id = $1 AND entry_number = $2
        AND (attempts > 0 OR state NOT IN ('ready', 'held'))";
    const TAKE: &str = "DELETE FROM outbox WHERE ticket_id = $1 AND entry_number = $2 AND attempts = 0";
    if tx.lock(BEGUN, params![ticket, entry], |row| row.get::<Uuid>(0))?.is_some() {
        return Ok(false);
    }
    tx.execute(TAKE, params![ticket, entry])?;
    Ok(true)
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
        enqueue(tx, notice, Recipient::Customer(customer), about, "ready", at, draws)?;
    }
    Ok(recent.is_none())
}

/// A customer with a proved address asked for a link to the cases.
pub fn case_link(tx: &mut Tx<'_>, customer: Uuid, at: Micros, draws: &mut Draws) -> Result<(), Error> {
    enqueue(tx, Notice::CaseLink, Recipient::Customer(customer), None, "ready", at, draws).map(drop)
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
    enqueue(tx, notice, Recipient::Agent(agent), about, "ready", at, draws)
}

/// The address was proved: what was held for it goes out.
pub fn release(tx: &mut Tx<'_>, customer: Uuid, at: Micros) -> Result<u64, Error> {
    const RELEASE: &str = "UPDATE outbox SET state = 'ready', due_at = $1 WHERE customer_id = $2 AND state = 'held'";
    tx.execute(RELEASE, params![at, customer])
}

/// To whom a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// A customer.
    Customer(Uuid),
    /// An agent.
    Agent(Uuid),
}

impl Recipient {
    /// Whichever it is.
    #[must_use]
    pub const fn id(self) -> Uuid {
        match self {
            Recipient::Customer(id) | Recipient::Agent(id) => id,
        }
    }
}

/// A row that is claimed for one try.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    /// The row.
    pub id: Uuid,
    /// What it tells.
    pub notice: Notice,
    /// To whom.
    pub to: Recipient,
    /// The ticket that it is about.
    pub ticket: Option<Uuid>,
    /// The number of the entry, 0 when none in particular.
    pub entry: i64,
    /// How often it was tried, this time included. A claim that was taken over meanwhile has another number.
    pub attempt: i64,
    /// Whether an earlier try ended without anybody knowing how: it may have been sent then.
    pub unsettled: bool,
}

/// Whether a row is due.
pub fn is_due(tx: &mut Tx<'_>, at: Micros) -> Result<bool, Error> {
    const DUE: &str = "SELECT 1 FROM outbox WHERE state = 'ready' AND due_at <= $1 LIMIT 1";
    Ok(tx.first(DUE, params![at], |_| Ok(()))?.is_some())
}

/// Claims the row that has been due longest, until `lease`: who has not settled it by then has died, and
/// it is claimed again.
pub fn claim(tx: &mut Tx<'_>, at: Micros, lease: Micros) -> Result<Option<Due>, Error> {
    const OLDEST: &str =
        "SELECT id, kind, customer_id, agent_id, ticket_id, entry_number, attempts, last_error FROM outbox
        WHERE state = 'ready' AND due_at <= $1 ORDER BY due_at, id LIMIT 1";
    // A claim without an outcome is told by its missing error.
    const CLAIM: &str = "UPDATE outbox SET attempts = $1, due_at = $2, last_error = NULL WHERE id = $3";
    const LEAVE: &str = "UPDATE outbox SET due_at = $1 WHERE id = $2";
    let read = |row: &Row<'_>| Ok((row.get::<Uuid>(0)?, read_due(row)?));
    let Some((id, due)) = tx.claim(OLDEST, params![at], read)?.pop() else { return Ok(None) };
    match due {
        Some(due) => tx.execute(CLAIM, params![due.attempt, lease, id])?,
        // A newer version wrote it and runs beside this one: it is left to that one.
        None => tx.execute(LEAVE, params![lease, id])?,
    };
    Ok(due)
}

/// `None` when this version does not know what the row tells.
fn read_due(row: &Row<'_>) -> Result<Option<Due>, Error> {
    let (customer, agent) = (row.opt(2)?.map(Recipient::Customer), row.opt(3)?.map(Recipient::Agent));
    let (Some(notice), Some(to)) = (Notice::parse(&row.get::<String>(1)?), customer.or(agent)) else {
        return Ok(None);
    };
    let (attempts, error): (i64, Option<String>) = (row.get(6)?, row.opt(7)?);
    Ok(Some(Due {
        id: row.get(0)?,
        notice,
        to,
        ticket: row.opt(4)?,
        entry: row.opt(5)?.unwrap_or(0),
        attempt: attempts + 1,
        unsettled: attempts > 0 && error.is_none(),
    }))
}

/// The mail server took it. Also when the claim was taken over meanwhile: sent is sent.
pub fn note_sent(tx: &mut Tx<'_>, due: &Due, at: Micros) -> Result<u64, Error> {
    const SENT: &str =
        "UPDATE outbox SET state = 'sent', sent_at = $1, last_error = NULL WHERE id = $2 AND state = 'ready'";
    tx.execute(SENT, params![at, due.id])
}

/// It is tried again from `at` on.
pub fn put_off(tx: &mut Tx<'_>, due: &Due, at: Micros, error: &str) -> Result<u64, Error> {
    const LATER: &str =
        "UPDATE outbox SET due_at = $1, last_error = $2 WHERE id = $3 AND attempts = $4 AND state = 'ready'";
    tx.execute(LATER, params![at, error, due.id, due.attempt])
}

/// It was not tried after all: the mail server took nobody's mail.
pub fn give_back(tx: &mut Tx<'_>, due: &Due, at: Micros, error: &str) -> Result<u64, Error> {
    const BACK: &str = "UPDATE outbox SET attempts = attempts - 1, due_at = $1, last_error = $2
        WHERE id = $3 AND attempts = $4 AND state = 'ready'";
    tx.execute(BACK, params![at, error, due.id, due.attempt])
}

/// It will not be tried again.
pub fn note_failed(tx: &mut Tx<'_>, due: &Due, error: &str) -> Result<u64, Error> {
    const FAILED: &str =
        "UPDATE outbox SET state = 'failed', last_error = $1 WHERE id = $2 AND attempts = $3 AND state = 'ready'";
    tx.execute(FAILED, params![error, due.id, due.attempt])
}

/// How the mails about a ticket's entries stand: (entry number, state).
pub fn states(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Vec<(i64, String)>, Error> {
    const STATES: &str = "SELECT entry_number, state FROM outbox
        WHERE ticket_id = $1 AND entry_number > 0 AND kind = 'answer' ORDER BY entry_number";
    tx.query(STATES, params![ticket], |row| Ok((row.get(0)?, row.get(1)?)))
}
