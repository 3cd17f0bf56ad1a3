//! A store full of tickets, for measuring: as many as asked for, the same each time for the same seed.
//!
//! What it makes is chained and amounts to its rows, so that `dengta verify` passes on it; it is sealed and stored by
//! the functions that verbs use. Nothing is mailed, and nobody can sign in but by [`session`].
//!
//! - 50 agents (one auditor, one editor, two administrators, six leads), six teams, one customer for three tickets.
//! - A year of tickets, evenly, in 14 categories and five languages, most of them of the first few. The newest eighth is
//!   half open, of the others one in fifty; one in ten of the open ones is snoozed; 1.5 % are spam.
//! - About four entries each: what the customer wrote, given to a team and an agent, an answer, perhaps another round,
//!   a note, tags, a priority, the closing.

mod story;
mod words;

use std::sync::Arc;
use std::time::Duration;

use store::{Error, Tx, params};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::app::App;
use crate::clock::{DAY, Draws, Micros, Moment};
use crate::keys::{new_token, token_hash};
use crate::people::{Actor, Role, Staff};
use crate::tickets::{log, queries, timeline};
use crate::views::{counts, saved};

use story::{Customer, Story};

/// Tickets written in one transaction.
const BATCH: u64 = 1000;
/// The last moment of the year that is made up: 2026-11-20, midnight UTC.
pub const UNTIL: Micros = 1_795_132_800_000_000;
/// How long it lasts.
const YEAR: Micros = 365 * DAY;
/// Tickets for one customer.
const PER_CUSTOMER: u64 = 3;
/// Who works here.
const AGENTS: u64 = 50;
/// Teams.
const TEAMS: [&str; 6] = ["Deposits", "Withdrawals", "Trading", "Identity", "Security", "Night shift"];

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many tickets.
    pub tickets: u64,
    /// Another number makes other tickets.
    pub seed: u64,
}

/// Something that is made the same each time: its kind and number.
#[derive(Clone, Copy)]
enum Thing {
    Agent = 1,
    Team = 2,
    Customer = 3,
    Ticket = 4,
    View = 5,
}

impl Plan {
    fn moment(&self, thing: Thing, number: u64, at: Micros) -> Moment {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.seed.to_le_bytes());
        seed[8..16].copy_from_slice(&number.to_le_bytes());
        seed[16] = thing as u8;
        Moment::repeated(at, seed)
    }

    fn id(&self, thing: Thing, number: u64, at: Micros) -> Uuid {
        self.moment(thing, number, at).draws().uuid()
    }

    fn agent(&self, number: u64) -> Uuid {
        self.id(Thing::Agent, number, UNTIL - YEAR)
    }

    fn team(&self, number: u64) -> Uuid {
        self.id(Thing::Team, number, UNTIL - YEAR)
    }

    /// When a ticket came in.
    fn came(&self, ticket: u64) -> Micros {
        let step = YEAR / i64::try_from(self.tickets.max(1)).unwrap_or(i64::MAX);
        UNTIL - YEAR + step * i64::try_from(ticket).unwrap_or(0)
    }

    /// A customer came with the first of the tickets that are counted for them.
    fn customer(&self, number: u64) -> Customer {
        let at = self.came(number * PER_CUSTOMER);
        Customer::new(number, at, &mut self.moment(Thing::Customer, number, at).draws())
    }

    /// One ticket with all that happened to it.
    fn story(&self, ticket: u64) -> Result<Story, Error> {
        let at = self.came(ticket);
        let mut draws = self.moment(Thing::Ticket, ticket, at).draws();
        let newest = ticket / PER_CUSTOMER;
        // Every third ticket is a new customer's; the others are of somebody who came before.
        let new = ticket.is_multiple_of(PER_CUSTOMER);
        let customer = self.customer(if new { newest } else { below(&mut draws, newest + 1) });
        let recent = ticket >= self.tickets - self.tickets / 8;
        Story::tell(self, customer, new, recent, at, draws)
    }
}

/// A number below `end`.
fn below(draws: &mut Draws, end: u64) -> u64 {
    u64::from_le_bytes(draws.bytes()) % end.max(1)
}

/// Fills an empty store, and counts what it filled.
///
/// # Errors
/// When the store is not empty, or fails.
pub async fn fill(app: &App, plan: Plan, told: impl Fn(u64)) -> anyhow::Result<()> {
    let empty = app.db.read(super::is_empty).await?;
    anyhow::ensure!(empty, "the store holds something already: a seeded one begins empty");
    app.db.write(move |tx| staff(tx, &plan)).await?;
    let (send, mut made) = mpsc::channel(2);
    let writer = std::thread::spawn(move || {
        for first in (0..plan.tickets).step_by(usize::try_from(BATCH).unwrap_or(1)) {
            let stories: Result<Vec<Story>, Error> =
                (first..plan.tickets.min(first + BATCH)).map(|ticket| plan.story(ticket)).collect();
            if send.blocking_send(stories.map(Arc::new)).is_err() {
                return; // nobody stores them any more: the store has failed
            }
        }
    });
    let mut done = 0;
    while let Some(stories) = made.recv().await {
        let stories = stories?;
        done += stories.len() as u64;
        app.db.write(move |tx| stories.iter().try_for_each(|story| store_one(tx, story))).await?;
        told(done);
    }
    writer.join().map_err(|_| anyhow::anyhow!("making tickets up panicked"))?;
    count(app).await?;
    app.db.write(move |tx| views(tx, &plan).map_err(|problem| Error::Defect(problem.code.into()))).await?;
    Ok(())
}

/// Counts all that was stored. In PostgreSQL the log ends where the oldest transaction that still runs began, be it one
/// of another database of the same cluster: what is behind that can be counted when it is over.
async fn count(app: &App) -> Result<(), Error> {
    loop {
        while app.db.write(counts::follow).await? {}
        if app.db.read(|tx| log::lag(tx, counts::NAME)).await? == 0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn store_one(tx: &mut Tx<'_>, story: &Story) -> Result<(), Error> {
    const CUSTOMER: &str = "INSERT INTO customer (id, name, email, email_key, proved_at, language, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    if story.is_new {
        let Customer { id, name, email, language, at } = &story.customer;
        tx.execute(CUSTOMER, params![*id, name, email, email, *at, language.tag(), *at])?;
    }
    queries::insert(tx, &story.ticket)?;
    story.entries.iter().try_for_each(|entry| timeline::insert(tx, entry).map(drop))
}

/// Agents and teams.
fn staff(tx: &mut Tx<'_>, plan: &Plan) -> Result<(), Error> {
    const AGENT: &str = "INSERT INTO agent (id, number, name, email, email_key, language, role, state, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8)";
    const TEAM: &str = "INSERT INTO team (id, name, created_at) VALUES ($1, $2, $3)";
    const MEMBER: &str = "INSERT INTO team_member (team_id, agent_id) VALUES ($1, $2)";
    const NEXT: &str = "INSERT INTO setting (key, value) VALUES ('agent_number', $1)";
    let at = UNTIL - YEAR;
    for (number, name) in (0..).zip(TEAMS) {
        tx.execute(TEAM, params![plan.team(number), name, at])?;
    }
    for number in 0..AGENTS {
        let role = match number {
            0..=5 => Role::Lead,
            6 | 7 => Role::Admin,
            8 => Role::Auditor,
            9 => Role::Editor,
            _ => Role::Agent,
        };
        let (shown, name) = (format!("{:04}", 400 + number), words::agent(number));
        let email = format!("agent{number}@dengta.example.com");
        let language = words::language(number);
        let params = params![plan.agent(number), &shown, &name, &email, &email, language.tag(), role.name(), at];
        tx.execute(AGENT, params)?;
        // Everybody is in a team, every fourth in two, and the leads in three.
        let teams = if number < 6 { 3 } else { 1 + u64::from(number.is_multiple_of(4)) };
        for step in 0..teams {
            let team = (number + step * 2) % TEAMS.len() as u64;
            tx.execute(MEMBER, params![plan.team(team), plan.agent(number)])?;
        }
    }
    tx.execute(NEXT, params![&(400 + AGENTS).to_string()]).map(drop)
}

/// As many saved views as make forty with the built-in ones, of the first lead; the desk fills them when it runs.
fn views(tx: &mut Tx<'_>, plan: &Plan) -> crate::error::Result<()> {
    const QUERIES: [&str; 13] = [
        "assignee:me state:open",
        "team:mine state:open awaiting:agent",
        "category:deposit state:open priority:high",
        "category:withdrawal state:open",
        "tag:vip state:open",
        "tag:vip -tag:refund",
        "language:ko state:open awaiting:agent",
        "language:ja state:closed",
        "category:security",
        "priority:urgent state:open",
        "state:snoozed assignee:me",
        "team:\"Night shift\" state:open",
        "channel:form state:open category:fiat",
    ];
    let lead = Staff { actor: Actor::Agent(plan.agent(0)), role: Role::Lead, session: None };
    for (number, query) in (0..).zip(QUERIES) {
        let wanted = saved::Wanted::checked(&lead, query, query, Some("all"), None, None)?;
        saved::make(tx, &lead, &wanted, &plan.moment(Thing::View, number, UNTIL))?;
    }
    Ok(())
}

/// A session of the first lead, who is in three teams, for a program that measures as an agent: the cookie's value.
///
/// # Errors
/// When the store fails.
pub async fn session(app: &App, plan: Plan) -> Result<String, Error> {
    const START: &str = "INSERT INTO agent_session (id, token_hash, agent_id, user_agent, created_at, last_seen_at,
            expires_at) VALUES ($1, $2, $3, 'bench', $4, $5, $6)";
    let moment = app.clock.moment();
    let start = move |tx: &mut Tx<'_>| {
        let (mut draws, at) = (moment.draws(), moment.at);
        let token = new_token("", &mut draws);
        let hash = token_hash(&token);
        let params = params![draws.uuid(), &hash, plan.agent(0), at, at, at + DAY / 2];
        tx.execute(START, params)?;
        Ok(token)
    };
    app.db.write(start).await
}
