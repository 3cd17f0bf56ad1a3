//! All lines that go on, and all agents who take conversations, as of a moment: what is planned and estimated from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use super::State;
use crate::clock::{MINUTE, Micros, SECOND};
use crate::language::Language;
use crate::people::Actor;
use crate::settings::Settings;
use crate::tickets::timeline::{self, Reader};
use crate::tickets::{Awaiting, Category, Priority, State as TicketState};

/// An agent without a screen for so long is not there.
pub const GONE: Micros = 45 * SECOND;
/// Who let an offer pass is not asked about the same customer again for so long.
const PASSES: Micros = MINUTE;
/// Talks that the mean is made of.
const TALKS: i64 = 200;
/// What a talk is expected to take while few were counted, and for how many that counts.
const TALK: (Micros, i64) = (8 * MINUTE, 5);

/// A conversation that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its ticket.
    pub ticket: Uuid,
    /// Whose it is.
    pub customer: Uuid,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub since: Micros,
    /// Its order among those that wait.
    pub rank_at: Micros,
    /// When its customer was last there.
    pub heard_at: Micros,
    /// To whom it is offered, and until when.
    pub offer: Option<(Uuid, Micros)>,
    /// Who has the ticket.
    pub agent: Option<Uuid>,
    /// The team that has the ticket.
    pub team: Option<Uuid>,
    /// What it is about.
    pub category: Category,
    /// How many of an agent's places it takes.
    pub weight: usize,
    /// The customer's.
    pub language: Language,
    /// How soon it matters.
    pub priority: Priority,
    /// Whether nothing is left to do on the ticket.
    pub closed: bool,
    /// When something last happened on it.
    pub updated_at: Micros,
    /// Who just let an offer of it pass.
    pub passed: BTreeSet<Uuid>,
    /// The agent who last talked with this customer.
    pub last_agent: Option<Uuid>,
    /// The agent who answered while it waited.
    pub answered_by: Option<Uuid>,
}

/// An agent who takes conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// Who.
    pub id: Uuid,
    /// Places for conversations; most take one.
    pub capacity: usize,
    /// Those that are spoken; none: all.
    pub languages: BTreeSet<Language>,
    /// The teams.
    pub teams: BTreeSet<Uuid>,
    /// Places that are taken, by conversations that the agent has or is offered.
    pub load: usize,
}

impl Agent {
    /// Places that are free.
    #[must_use]
    pub const fn free(&self) -> usize {
        self.capacity.saturating_sub(self.load)
    }

    /// Whether there is room for a conversation of this weight.
    #[must_use]
    pub const fn has_room(&self, weight: usize) -> bool {
        fits(self.capacity, self.load, weight)
    }

    /// Whether the agent can be understood.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.is_empty() || self.languages.contains(&language)
    }
}

/// Whether a conversation fits beside others; one that is larger than all places goes to who has no other.
#[must_use]
pub const fn fits(capacity: usize, load: usize, weight: usize) -> bool {
    capacity > 0 && (load == 0 || load + weight <= capacity)
}

/// What goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// Lines that have not ended; those that wait stand in their order.
    pub lines: Vec<Line>,
    /// Agents who are there and available, by id.
    pub agents: Vec<Agent>,
    /// Agents who are there, available or not.
    pub present: BTreeSet<Uuid>,
    /// What a talk takes, in microseconds.
    pub talk: Micros,
}

impl Board {
    /// Reads it.
    pub fn read(tx: &mut Tx<'_>, settings: &Settings, now: Micros) -> Result<Board, Error> {
        let mut lines = tx.query(LINES, &[], |row| line(row, settings))?;
        let mut passed: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
        for (ticket, agent) in tx.query(PASSED, params![now - PASSES], pair)? {
            passed.entry(ticket).or_default().insert(agent);
        }
        for (line, said) in lines.iter_mut().filter(|(line, _)| line.state == State::Waiting) {
            line.passed = passed.remove(&line.ticket).unwrap_or_default();
            line.last_agent = last_agent(tx, line)?;
            line.answered_by = answered_by(tx, line, *said)?;
        }
        let lines: Vec<Line> = lines.into_iter().map(|(line, _)| line).collect();
        let (agents, present) = (agents(tx, &lines, now)?, present(tx, now)?);
        Ok(Board { talk: talk(tx)?, lines, agents, present })
    }

    /// Those that wait, in their order.
    pub fn waiting(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.state == State::Waiting)
    }
}

const PASSED: &str = "SELECT ticket_id, agent_id FROM offer_passed WHERE at > $1";
const LINES: &str = "SELECT l.ticket_id, t.customer_id, l.state, l.since, l.rank_at, l.heard_at, l.offered_to,
        l.offered_until, t.assignee_id, t.team_id, t.category, t.language, t.priority, t.state, t.updated_at,
        t.last_message, t.awaiting
    FROM line l JOIN ticket t ON t.id = l.ticket_id WHERE l.state <> 'ended' ORDER BY l.rank_at, l.ticket_id";

/// A line, and the number of its newest message when that is ours.
fn line(row: &Row<'_>, settings: &Settings) -> Result<(Line, Option<i64>), Error> {
    let unknown = |what: &str| Error::Defect(format!("{what} holds an unknown name"));
    let state: String = row.get(2)?;
    let ours = row.text(16)? == Some(Awaiting::Customer.name());
    let said = if ours { Some(row.get(15)?) } else { None };
    let category = Category::stored(&row.get::<String>(10)?).unwrap_or(Category::Other);
    let line = Line {
        ticket: row.get(0)?,
        customer: row.get(1)?,
        state: State::parse(&state).ok_or_else(|| unknown("line.state"))?,
        since: row.get(3)?,
        rank_at: row.get(4)?,
        heard_at: row.get(5)?,
        offer: row.opt(6)?.zip(row.opt(7)?),
        agent: row.opt(8)?,
        team: row.opt(9)?,
        category,
        weight: settings.asked(category).weight,
        language: Language::parse(&row.get::<String>(11)?).unwrap_or(Language::En),
        priority: Priority::parse(&row.get::<String>(12)?).unwrap_or(Priority::Normal),
        closed: row.get::<String>(13)? == TicketState::Closed.name(),
        updated_at: row.get(14)?,
        passed: BTreeSet::new(),
        last_agent: None,
        answered_by: None,
    };
    Ok((line, said))
}

fn pair(row: &Row<'_>) -> Result<(Uuid, Uuid), Error> {
    Ok((row.get(0)?, row.get(1)?))
}

/// Who last had a ticket of this customer: knows the story.
fn last_agent(tx: &mut Tx<'_>, line: &Line) -> Result<Option<Uuid>, Error> {
    const LAST: &str = "SELECT assignee_id FROM ticket WHERE customer_id = $1 AND id <> $2 AND assignee_id IS NOT NULL
        ORDER BY id DESC LIMIT 1";
    tx.first(LAST, params![line.customer, line.ticket], |row| row.get(0))
}

/// Which agent said this message of ours, if it was said since the customer waits.
fn answered_by(tx: &mut Tx<'_>, line: &Line, said: Option<i64>) -> Result<Option<Uuid>, Error> {
    let Some(number) = said else { return Ok(None) };
    let entry = timeline::read(tx, line.ticket, Reader::Staff, number - 1, 1)?.pop();
    let event = entry.map(|entry| entry.event).filter(|event| event.at > line.since);
    Ok(event.and_then(|event| if let Actor::Agent(agent) = event.actor { Some(agent) } else { None }))
}

fn agents(tx: &mut Tx<'_>, lines: &[Line], now: Micros) -> Result<Vec<Agent>, Error> {
    const AGENTS: &str =
        "SELECT p.agent_id, p.capacity, p.languages FROM agent_presence p JOIN agent a ON a.id = p.agent_id
        WHERE p.available = 1 AND p.heard_at > $1 AND a.state = 'active' ORDER BY p.agent_id";
    const TEAMS: &str = "SELECT agent_id, team_id FROM team_member";
    let mut agents = tx.query(AGENTS, params![now - GONE], |row| {
        let languages: String = row.get(2)?;
        Ok(Agent {
            id: row.get(0)?,
            capacity: usize::try_from(row.get::<i64>(1)?).unwrap_or(0),
            languages: languages.split_ascii_whitespace().filter_map(Language::parse).collect(),
            teams: BTreeSet::new(),
            load: 0,
        })
    })?;
    if agents.is_empty() {
        return Ok(agents);
    }
    let teams = tx.query(TEAMS, &[], pair)?;
    let mut loads: HashMap<Uuid, usize> = HashMap::new();
    for line in lines {
        let has = if line.state == State::Talking { line.agent } else { line.offer.map(|(to, _)| to) };
        has.into_iter().for_each(|agent| *loads.entry(agent).or_default() += line.weight);
    }
    for agent in &mut agents {
        agent.teams = teams.iter().filter(|(id, _)| *id == agent.id).map(|(_, team)| *team).collect();
        agent.load = loads.get(&agent.id).copied().unwrap_or_default();
    }
    Ok(agents)
}

fn present(tx: &mut Tx<'_>, now: Micros) -> Result<BTreeSet<Uuid>, Error> {
    const PRESENT: &str = "SELECT agent_id FROM agent_presence WHERE heard_at > $1";
    Ok(tx.query(PRESENT, params![now - GONE], |row| row.get(0))?.into_iter().collect())
}

/// What a talk takes: the mean of the last ones, and of what is expected as long as they are few.
fn talk(tx: &mut Tx<'_>) -> Result<Micros, Error> {
    const LAST: &str = "SELECT talked FROM served WHERE talked IS NOT NULL ORDER BY seq DESC LIMIT $1";
    let talks = tx.query(LAST, params![TALKS], |row| row.get::<i64>(0))?;
    let (expected, weight) = TALK;
    let counted = i64::try_from(talks.len()).unwrap_or(0);
    Ok((talks.iter().sum::<i64>() + expected * weight) / (counted + weight))
}
