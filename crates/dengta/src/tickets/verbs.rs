//! What agents and customers do to a ticket that is there: one function each, for whatever door they
//! come by. Each takes the ticket locked, may refuse, appends one entry and queues what follows.

use serde_json::{Map, Value, json};
use store::Tx;
use uuid::Uuid;

use crate::clock::{Draws, HOUR, Micros, Moment};
use crate::error::{Problem, Result};
use crate::files::{self, Given};
use crate::outbox::{self, About, Notice};
use crate::people::customers::{self, CustomerRow};
use crate::people::{Actor, Assurance, Permission, Role, mentions};
use crate::secrets::asked::{self, To};
use crate::settings::promise::Promise;
use crate::tickets::timeline::{self, Ack};
use crate::tickets::{AT_ONCE, Category, Event, Kind, State, Ticket, receive};

/// What somebody says, and the files that come with it.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The words; none when the files speak for themselves.
    pub text: String,
    /// The files.
    pub files: Given,
    /// The `Idempotency-Key` that it came with: by it the sender knows the entry as its own, whichever comes first,
    /// the answer to the request or the news of the entry.
    pub key: Option<String>,
    /// What else the entry remembers.
    pub more: Map<String, Value>,
}

impl From<String> for Said {
    fn from(text: String) -> Said {
        Said { text, ..Said::default() }
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Said {
        text.to_owned().into()
    }
}

/// Whether an answer is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// In the outbox, where it can still be taken back.
    Resting,
    /// In the outbox.
    Queued,
    /// Held until the address proves itself.
    Held,
    /// In the outbox until a mail server is configured.
    NoMailServer,
    /// The mail server took it.
    Sent,
    /// The mail server refused it for good.
    Failed,
    /// The customer has no address; the answer stands on the case page.
    CasePage,
    /// The customer is on the line, and gets a mail only when it was missed.
    Live,
}

impl Delivery {
    /// From the outbox row's state.
    #[must_use]
    pub fn of(state: &str, has_server: bool) -> Delivery {
        match state {
            "held" => Delivery::Held,
            "sent" => Delivery::Sent,
            "failed" => Delivery::Failed,
            _ if has_server => Delivery::Queued,
            _ => Delivery::NoMailServer,
        }
    }
}

/// We answer: an agent, or the desk by itself. `seen` is the number of the newest entry that the agent had read. Who is on the
/// line hears it at once.
///
/// # Errors
/// 422 `asks-for-secret` when it asks the customer for one; 409 `conversation-moved` when messages came after `seen`.
pub fn reply(
    tx: &mut Tx<'_>,
    mut ticket: Ticket,
    actor: Actor,
    words: &Said,
    seen: Option<i64>,
    moment: &Moment,
) -> Result<(Ack, Delivery)> {
    asked::check("body", &words.text, actor, To::One(ticket.id, ticket.language))?;
    check_read(tx, &ticket, seen)?;
    let mut draws = moment.draws();
    let mut event = said(tx, &ticket, Kind::Message, actor, words, moment.at)?;
    if ticket.live {
        event.details.insert(AT_ONCE.into(), json!(true));
    }
    let ack = timeline::append(tx, &mut ticket, &event, &mut draws)?;
    if ticket.live {
        remind(tx, &ticket, ack.number, moment.at, &mut draws)?;
        return Ok((ack, Delivery::Live));
    }
    Ok((ack, tell(tx, &ticket, Notice::Answer, moment.at, &mut draws)?))
}

/// Queues a mail with what is said from entry `from` on, for the case that the customer has left the line; reading takes it back
/// ([`seen`]).
fn remind(tx: &mut Tx<'_>, ticket: &Ticket, from: i64, at: Micros, draws: &mut Draws) -> Result<()> {
    let Some(customer) = reachable(tx, ticket)? else { return Ok(()) };
    let about = About { ticket: ticket.id, entry: from };
    Ok(outbox::missed(tx, customer.id, customer.proved_at.is_some(), about, at, draws)?)
}

/// The customer has read up to entry `number` of the locked ticket: no mail repeats that. What came after it still may.
pub fn seen(tx: &mut Tx<'_>, ticket: &Ticket, number: i64, moment: &Moment) -> Result<()> {
    const NEXT: &str = "SELECT number FROM entry WHERE ticket_id = $1 AND number > $2 AND kind = 'message'
        ORDER BY number LIMIT 1";
    if outbox::unsay_missed(tx, ticket.id, number)? == 0 || ticket.last_message <= number {
        return Ok(());
    }
    match tx.first(NEXT, store::params![ticket.id, number], |row| row.get(0))? {
        Some(next) => remind(tx, ticket, next, moment.at, &mut moment.draws()),
        None => Ok(()),
    }
}

/// The ticket's customer, if there is an address.
fn reachable(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<Option<CustomerRow>> {
    Ok(customers::find(tx, ticket.customer)?.filter(|customer| customer.email.is_some()))
}

/// Queues a mail about the ticket's newest entry for its customer, if there is an address.
fn tell(tx: &mut Tx<'_>, ticket: &Ticket, notice: Notice, at: Micros, draws: &mut Draws) -> Result<Delivery> {
    let Some(customer) = reachable(tx, ticket)? else { return Ok(Delivery::CasePage) };
    let proved = customer.proved_at.is_some();
    outbox::to_customer(tx, notice, customer.id, proved, About::newest(ticket), at, draws)?;
    Ok(if proved { Delivery::Resting } else { Delivery::Held })
}

/// An answer written without having read what came meanwhile is stopped.
fn check_read(tx: &mut Tx<'_>, ticket: &Ticket, seen: Option<i64>) -> Result<()> {
    const NEWER: &str = "SELECT count(*) FROM entry WHERE ticket_id = $1 AND number > $2 AND kind = 'message'";
    let Some(seen) = seen.filter(|seen| *seen < ticket.last_message) else { return Ok(()) };
    let newer = tx.first(NEWER, store::params![ticket.id, seen], |row| row.get(0))?.unwrap_or(0);
    let problem = Problem::conflict("conversation-moved").with("count", newer);
    Err(Problem { newer: Some(newer), ..problem })
}

/// An agent notes something that the customer does not see.
pub fn note(
    tx: &mut Tx<'_>,
    mut ticket: Ticket,
    actor: Actor,
    words: &Said,
    call: bool,
    moment: &Moment,
) -> Result<Ack> {
    let mut event = said(tx, &ticket, Kind::Note, actor, words, moment.at)?;
    if call {
        event.details.insert("call".into(), json!(true));
    }
    let (agents, mut draws) = (mentions::named(tx, &words.text, actor)?, moment.draws());
    if !agents.is_empty() {
        event.details.insert("mentions".into(), json!(agents));
    }
    let ack = timeline::append(tx, &mut ticket, &event, &mut draws)?;
    mentions::keep(tx, &agents, ticket.id, ack.number, &mut draws)?;
    Ok(ack)
}

/// Who shall have a ticket; `None` leaves it as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handover {
    /// An agent, or nobody.
    pub agent: Option<Option<Uuid>>,
    /// A team, or none. Handed to a team alone, a ticket is nobody's there.
    pub team: Option<Option<Uuid>>,
}

impl Handover {
    /// To an agent, or to nobody; the team stays.
    #[must_use]
    pub const fn to_agent(agent: Option<Uuid>) -> Handover {
        Handover { agent: Some(agent), team: None }
    }
}

/// A ticket is given to an agent, to a team, or to nobody.
///
/// # Errors
/// 422 when there is no such agent who could take it, or no such team.
pub fn assign(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, to: Handover, moment: &Moment) -> Result<Ack> {
    let agent = to.agent.unwrap_or(if to.team.is_some() { None } else { ticket.assignee });
    let team = to.team.unwrap_or(ticket.team);
    if let Some(agent) = agent {
        check_taker(tx, agent)?;
    }
    if let Some(team) = to.team.flatten() {
        const TEAM: &str = "SELECT 1 FROM team WHERE id = $1 AND archived_at IS NULL";
        if tx.lock(TEAM, store::params![team], |_| Ok(()))?.is_none() {
            return Err(Problem::field("team", "team-unknown"));
        }
    }
    let mut details = vec![("agent", json!(agent))];
    if team != ticket.team {
        details.push(("team", json!(team)));
    }
    let details = details.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let event = Event { kind: Kind::Assigned, actor, at: moment.at, text: String::new(), details };
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// Locks an agent who can answer: whoever off-boards the agent now waits, and then finds the ticket.
fn check_taker(tx: &mut Tx<'_>, agent: Uuid) -> Result<()> {
    const TAKER: &str = "SELECT role FROM agent WHERE id = $1 AND state = 'active'";
    let role = tx.lock(TAKER, store::params![agent], |row| row.get::<String>(0))?;
    let answers = role.and_then(|role| Role::parse(&role)).is_some_and(|role| role.may(Permission::TicketReply));
    if answers { Ok(()) } else { Err(Problem::field("agent", "agent-unknown")) }
}

/// Closes a ticket; when we do it, the customer is told.
///
/// # Errors
/// 409 when it is closed already.
pub fn close(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, moment: &Moment) -> Result<Ack> {
    if ticket.state == State::Closed {
        return Err(Problem::conflict("already-closed"));
    }
    let mut draws = moment.draws();
    let ack = timeline::append(tx, &mut ticket, &happened(Kind::Closed, actor, moment.at, []), &mut draws)?;
    if !matches!(actor, Actor::Customer(_)) {
        tell(tx, &ticket, Notice::Closed, moment.at, &mut draws)?;
    }
    Ok(ack)
}

/// Opens a closed ticket again.
///
/// # Errors
/// 409 when it is open.
pub fn reopen(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, promise: &Promise, moment: &Moment) -> Result<Ack> {
    if ticket.state == State::Open {
        return Err(Problem::conflict("not-closed"));
    }
    let event = happened(Kind::Reopened, actor, moment.at, [("due_at", json!(promise.due(moment.at)))]);
    outbox::unsay_closing(tx, ticket.id)?;
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// How often a case can be chased.
const CHASE_EVERY: Micros = HOUR;

/// The customer asks where it stands (C7). The case keeps its place and its clock; when a promise was
/// missed, the leads are told.
///
/// # Errors
/// 409 when it is closed; 429 when it was chased within the hour.
pub fn chase(tx: &mut Tx<'_>, mut ticket: Ticket, moment: &Moment) -> Result<Ack> {
    const LAST: &str = "SELECT header FROM entry WHERE ticket_id = $1 AND kind = 'chased' ORDER BY number DESC LIMIT 1";
    if ticket.state == State::Closed {
        return Err(Problem::conflict("already-closed"));
    }
    if let Some(header) = tx.first(LAST, store::params![ticket.id], |row| row.get::<String>(0))? {
        let passed = moment.at - timeline::event(&header, None)?.at;
        if passed < CHASE_EVERY {
            return Err(Problem::throttled((CHASE_EVERY - passed) / crate::clock::SECOND + 1));
        }
    }
    let overdue = ticket.due_at.is_some_and(|due| due < moment.at);
    let mut draws = moment.draws();
    let actor = Actor::Customer(ticket.customer);
    let event = happened(Kind::Chased, actor, moment.at, [("overdue", json!(overdue))]);
    let ack = timeline::append(tx, &mut ticket, &event, &mut draws)?;
    if overdue && !ticket.spam {
        const LEADS: &str = "SELECT id FROM agent WHERE role = 'lead' AND state = 'active'";
        for lead in tx.query(LEADS, &[], |row| row.get(0))? {
            outbox::to_agent(tx, Notice::Overdue, lead, Some(About::newest(&ticket)), moment.at, &mut draws)?;
        }
    }
    Ok(ack)
}

/// From when a case can be chased again, by its entries; `None` when it never was.
#[must_use]
pub fn chase_from(entries: &[timeline::Entry]) -> Option<Micros> {
    let last = entries.iter().rev().find(|entry| entry.event.kind == Kind::Chased);
    last.map(|entry| entry.event.at + CHASE_EVERY)
}

/// The customer rates the help, 1 to 5; a later rating counts instead.
///
/// # Errors
/// 409 while the ticket is open.
pub fn rate(tx: &mut Tx<'_>, mut ticket: Ticket, score: i64, comment: &str, moment: &Moment) -> Result<Ack> {
    if ticket.state == State::Open {
        return Err(Problem::conflict("not-closed"));
    }
    let mut event = happened(Kind::Rated, Actor::Customer(ticket.customer), moment.at, [("score", json!(score))]);
    event.text = comment.to_owned();
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// A customer who is on the line waits for a person from now on. `more` says why.
pub fn queue(
    tx: &mut Tx<'_>,
    ticket: &mut Ticket,
    promise: &Promise,
    more: Map<String, Value>,
    moment: &Moment,
) -> Result<Ack> {
    let mut event = happened(Kind::Queued, Actor::System, moment.at, [("due_at", json!(promise.due(moment.at)))]);
    event.details.extend(more);
    Ok(timeline::append(tx, ticket, &event, &mut moment.draws())?)
}

/// The line ended. Where something is left to do for us, `promise` says by when; the customer gets the receipt of what goes on.
pub fn hang_up(
    tx: &mut Tx<'_>,
    ticket: &mut Ticket,
    actor: Actor,
    why: &'static str,
    promise: Option<&Promise>,
    moment: &Moment,
) -> Result<Ack> {
    let mut draws = moment.draws();
    let mut event = happened(Kind::Ended, actor, moment.at, [("why", json!(why))]);
    if let Some(promise) = promise {
        event.details.insert("due_at".into(), json!(promise.due(moment.at)));
    }
    let ack = timeline::append(tx, ticket, &event, &mut draws)?;
    if promise.is_some() {
        receive::receipt(tx, ticket, moment.at, &mut draws)?;
    }
    Ok(ack)
}

/// Facts of the case became known; none is no entry.
pub fn note_facts(
    tx: &mut Tx<'_>,
    ticket: &mut Ticket,
    actor: Actor,
    facts: &Map<String, Value>,
    moment: &Moment,
) -> Result<Ack> {
    if facts.is_empty() {
        return Ok(ticket.newest());
    }
    let event = happened(Kind::Facts, actor, moment.at, [("fields", json!(facts))]);
    Ok(timeline::append(tx, ticket, &event, &mut moment.draws())?)
}

/// It is about something else than was thought; the same again is no entry.
pub fn categorise(
    tx: &mut Tx<'_>,
    ticket: &mut Ticket,
    actor: Actor,
    category: Category,
    moment: &Moment,
) -> Result<Ack> {
    if ticket.category == category {
        return Ok(ticket.newest());
    }
    let details = [("category", json!(category.slug())), ("was", json!(ticket.category.slug()))];
    let event = happened(Kind::Categorised, actor, moment.at, details);
    Ok(timeline::append(tx, ticket, &event, &mut moment.draws())?)
}

/// The customer used the link that was sent to the address: what the ticket claimed now is proved, and
/// what was held goes out.
pub fn prove(tx: &mut Tx<'_>, mut ticket: Ticket, moment: &Moment) -> Result<()> {
    if ticket.assurance == Assurance::Claimed {
        let event = happened(Kind::Proved, Actor::Customer(ticket.customer), moment.at, []);
        timeline::append(tx, &mut ticket, &event, &mut moment.draws())?;
    }
    Ok(())
}

/// Something said on the locked ticket, with its files, as its next entry.
pub(super) fn said(
    tx: &mut Tx<'_>,
    ticket: &Ticket,
    kind: Kind,
    actor: Actor,
    words: &Said,
    at: Micros,
) -> Result<Event> {
    let mut details = words.more.clone();
    files::attach(tx, &words.files, ticket.id, ticket.entries + 1, &mut details)?;
    if let Some(key) = &words.key {
        details.insert("key".into(), json!(key));
    }
    Ok(Event { kind, actor, at, text: words.text.clone(), details })
}

/// An event that says nothing.
pub fn happened<const N: usize>(kind: Kind, actor: Actor, at: Micros, details: [(&str, Value); N]) -> Event {
    let details = details.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Event { kind, actor, at, text: String::new(), details }
}
