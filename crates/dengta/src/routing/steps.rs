//! What happens to a line: each is one transaction that locks the ticket first and looks again, as another node, an agent or the
//! customer may have been quicker.

use serde_json::{Map, Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use super::board;
use super::line::{self, State};
use super::plan::{OFFER, Step};
use crate::app::App;
use crate::clock::{Draws, Moment};
use crate::error::Result;
use crate::people::Actor;
use crate::settings::Settings;
use crate::tickets::verbs::{self, Handover};
use crate::tickets::{Awaiting, Category, State as TicketState, Ticket, queries};

/// Does one step. Whether there was anything to do.
pub async fn perform(app: &App, step: Step) -> Result<bool> {
    let (settings, moment) = (app.settings.now(), app.clock.moment());
    app.db
        .write(move |tx| {
            let Some(ticket) = queries::lock(tx, step.ticket())? else { return Ok(false) };
            let Some(state) = line::lock(tx, ticket.id)? else { return Ok(false) };
            act(tx, &settings, ticket, state, step, &mut moment.draws())
        })
        .await
}

fn act(
    tx: &mut Tx<'_>,
    settings: &Settings,
    mut ticket: Ticket,
    state: State,
    step: Step,
    draws: &mut Draws,
) -> Result<bool> {
    let moment = draws.moment();
    match (step, state) {
        (Step::Settle(id), State::Waiting | State::Assistant) => {
            let Some(agent) = ticket.assignee else { return Ok(false) };
            line::talk(tx, id, agent, moment.at)?;
        }
        (Step::Take(_, agent), State::Waiting) if ticket.assignee.is_none() => {
            return take(tx, ticket, agent, &moment);
        }
        (Step::Wait(_), State::Talking) if ticket.assignee.is_none() => {
            wait(tx, settings, &mut ticket, Because::HandedOver, draws)?;
        }
        (Step::Drop(id, agent), State::Talking) if ticket.assignee == Some(agent) => {
            verbs::assign(tx, ticket, Actor::System, Handover::to_agent(None), &moment)?;
            let Some(mut ticket) = queries::lock(tx, id)? else { return Ok(false) };
            wait(tx, settings, &mut ticket, Because::AgentGone, draws)?;
        }
        (Step::Pass(id, agent), State::Waiting) => return Ok(pass(tx, id, agent, moment.at)?),
        (Step::Offer(_, agent), State::Waiting) => return Ok(offer(tx, settings, &ticket, agent, moment.at)?),
        (Step::End(_, why), State::Assistant | State::Waiting | State::Talking) => {
            end(tx, settings, ticket, state, Actor::System, why.name(), draws)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

/// Why a customer waits for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The customer asked for one.
    Asked,
    /// Something that no assistant should answer.
    Risk,
    /// The assistant did not know.
    Unknown,
    /// There is no assistant.
    Direct,
    /// The agent handed it to somebody else.
    HandedOver,
    /// The agent who had it is gone.
    AgentGone,
}

impl Because {
    const fn name(self) -> &'static str {
        match self {
            Because::Asked => "asked",
            Because::Risk => "risk",
            Because::Unknown => "unknown",
            Because::Direct => "direct",
            Because::HandedOver => "handed_over",
            Because::AgentGone => "agent_gone",
        }
    }

    /// Who waited before does not go to the end of the line again.
    const fn keeps_place(self) -> bool {
        matches!(self, Because::HandedOver | Because::AgentGone)
    }
}

/// The customer of a locked ticket waits for a person from now on.
pub fn wait(tx: &mut Tx<'_>, settings: &Settings, ticket: &mut Ticket, why: Because, draws: &mut Draws) -> Result<()> {
    let moment = draws.moment();
    let promise = settings.promise(ticket.category);
    let more = Map::from_iter([("because".to_owned(), json!(why.name()))]);
    verbs::queue(tx, ticket, &promise, more, &moment)?;
    Ok(line::wait(tx, ticket.id, ticket.priority, moment.at, why.keeps_place())?)
}

/// The line of a locked ticket ends. What awaits an answer of ours is promised one; what the assistant answered is done.
pub fn end(
    tx: &mut Tx<'_>,
    settings: &Settings,
    mut ticket: Ticket,
    state: State,
    by: Actor,
    why: &'static str,
    draws: &mut Draws,
) -> Result<()> {
    let moment = draws.moment();
    let owed = ticket.state == TicketState::Open && ticket.awaiting == Some(Awaiting::Agent);
    let promise = settings.promise(ticket.category);
    line::end(tx, ticket.id, state, ticket.assignee, moment.at)?;
    verbs::hang_up(tx, &mut ticket, by, why, owed.then_some(&promise), &moment)?;
    if state == State::Assistant && !owed && ticket.state == TicketState::Open {
        verbs::close(tx, ticket, Actor::System, &draws.moment())?;
    }
    Ok(())
}

fn pass(tx: &mut Tx<'_>, ticket: Uuid, agent: Uuid, at: i64) -> std::result::Result<bool, Error> {
    const TAKE: &str =
        "UPDATE line SET offered_to = NULL, offered_until = NULL WHERE ticket_id = $1 AND offered_to = $2";
    const NOTE: &str = "INSERT INTO offer_passed (ticket_id, agent_id, at) VALUES ($1, $2, $3)
        ON CONFLICT (ticket_id, agent_id) DO UPDATE SET at = excluded.at";
    if tx.execute(TAKE, params![ticket, agent])? == 0 {
        return Ok(false);
    }
    tx.execute(NOTE, params![ticket, agent, at])?;
    Ok(true)
}

/// An agent lets an offer pass.
pub fn decline(tx: &mut Tx<'_>, ticket: Uuid, agent: Uuid, at: i64) -> Result<bool> {
    Ok(line::lock(tx, ticket)? == Some(State::Waiting) && pass(tx, ticket, agent, at)?)
}

/// Offers it when the agent still has room: two nodes may have planned for the same place.
fn offer(
    tx: &mut Tx<'_>,
    settings: &Settings,
    ticket: &Ticket,
    agent: Uuid,
    at: i64,
) -> std::result::Result<bool, Error> {
    const ROOM: &str = "SELECT capacity FROM agent_presence WHERE agent_id = $1 AND available = 1";
    const HAS: &str = "SELECT t.category FROM line l JOIN ticket t ON t.id = l.ticket_id
        WHERE (l.state = 'talking' AND t.assignee_id = $1) OR (l.state = 'waiting' AND l.offered_to = $1)";
    const OFFERED: &str =
        "UPDATE line SET offered_to = $1, offered_until = $2 WHERE ticket_id = $3 AND offered_to IS NULL";
    let weight = |category: Option<Category>| settings.asked(category.unwrap_or(Category::Other)).weight;
    let room: i64 = tx.lock(ROOM, params![agent], |row| row.get(0))?.unwrap_or(0);
    let load = tx.query(HAS, params![agent], |row| Ok(weight(Category::stored(&row.get::<String>(0)?))))?.iter().sum();
    let fits = board::fits(usize::try_from(room).unwrap_or(0), load, weight(Some(ticket.category)));
    Ok(fits && tx.execute(OFFERED, params![agent, at + OFFER, ticket.id])? > 0)
}

/// An agent takes the conversation of a locked ticket: an offer, one that waits, or, as a lead, one that another has.
pub fn take(tx: &mut Tx<'_>, ticket: Ticket, agent: Uuid, moment: &Moment) -> Result<bool> {
    let (id, had) = (ticket.id, ticket.assignee);
    let Some(state) = line::lock(tx, id)?.filter(|state| *state != State::Ended) else { return Ok(false) };
    if had != Some(agent) {
        verbs::assign(tx, ticket, Actor::Agent(agent), Handover::to_agent(Some(agent)), moment)?;
    }
    match state {
        State::Talking => {}
        _ => line::talk(tx, id, agent, moment.at)?,
    }
    Ok(true)
}

/// What an entry says of why somebody waits.
#[must_use]
pub fn because(details: &Map<String, Value>) -> &str {
    details.get("because").and_then(Value::as_str).unwrap_or_default()
}
