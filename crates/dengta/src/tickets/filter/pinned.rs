//! Filters with the names looked up: what a ticket is held against.

use store::{Error, Tx, params};
use uuid::Uuid;

use super::{Assignee, Facets, Team, Whom, Wrong};
use crate::error::Result;
use crate::language::Language;
use crate::tickets::{Awaiting, Category, Channel, Priority, Standing, Ticket};

/// Filters with the names looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pinned {
    /// What was asked for; the names in it are these:
    pub facets: Facets,
    /// The agents of `assignee:`.
    pub assignee: Option<Held>,
    /// The teams of `team:`.
    pub team: Option<Held>,
    /// The customers of `customer:`.
    pub customer: Option<Held>,
}

/// Whose something must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nobody's.
    ByNobody,
    /// Of one of these; of none of them when there are none.
    By(Vec<Uuid>),
}

impl Held {
    /// Whether it is so, being `by`'s.
    #[must_use]
    pub fn holds(&self, by: Option<Uuid>) -> bool {
        match (self, by) {
            (Held::ByNobody, by) => by.is_none(),
            (Held::By(ids), Some(by)) => ids.contains(&by),
            (Held::By(_), None) => false,
        }
    }
}

/// Where a ticket stands: what filters look at.
#[derive(Clone, Debug)]
pub struct Stand<'a> {
    /// Its standing.
    pub standing: Standing,
    /// Who has the next word.
    pub awaiting: Option<Awaiting>,
    /// Whose it is.
    pub assignee: Option<Uuid>,
    /// What it is about.
    pub category: Category,
    /// The customer's.
    pub language: Language,
    /// How soon it matters.
    pub priority: Priority,
    /// Which team has it.
    pub team: Option<Uuid>,
    /// Its tags.
    pub tags: Vec<&'a str>,
    /// The customer; a shelf does not say.
    pub customer: Option<Uuid>,
    /// How it came in; a shelf does not say.
    pub channel: Option<Channel>,
}

impl<'a> Stand<'a> {
    /// What a shelf ([`Ticket::shelf`]) says; the later parts lack in shelves of before they were.
    #[must_use]
    pub fn of_shelf(shelf: &'a str) -> Option<Stand<'a>> {
        let mut parts = shelf.split('|');
        let mut part = || parts.next().unwrap_or("");
        Some(Stand {
            standing: Standing::parse(part())?,
            awaiting: Awaiting::parse(part()),
            assignee: part().parse().ok(),
            category: Category::stored(part())?,
            language: Language::parse(part())?,
            priority: Priority::parse(part()).unwrap_or(Priority::Normal),
            team: part().parse().ok(),
            tags: part().split(',').filter(|tag| !tag.is_empty()).collect(),
            customer: None,
            channel: None,
        })
    }
}

impl<'a> From<&'a Ticket> for Stand<'a> {
    fn from(ticket: &'a Ticket) -> Stand<'a> {
        Stand {
            standing: ticket.standing(),
            awaiting: ticket.awaiting,
            assignee: ticket.assignee,
            category: ticket.category,
            language: ticket.language,
            priority: ticket.priority,
            team: ticket.team,
            tags: ticket.tags.iter().map(String::as_str).collect(),
            customer: Some(ticket.customer),
            channel: Some(ticket.channel),
        }
    }
}

impl Facets {
    /// Looks the names up for `me` (none: a program), whose query was sent as `field`.
    ///
    /// # Errors
    /// 422 when there is no such agent or team; whether somebody has an address is not told.
    pub fn pin(&self, tx: &mut Tx<'_>, me: Option<Uuid>, field: &str) -> Result<Pinned> {
        let wrong = |name, value: &str| Wrong::value(name, value).problem(field);
        let assignee = match &self.assignee {
            None => None,
            Some(Assignee::Nobody) => Some(Held::ByNobody),
            Some(Assignee::Me) => Some(Held::By(vec![me.ok_or_else(|| wrong("assignee", "me"))?])),
            Some(Assignee::Number(number)) => {
                Some(Held::By(vec![agent(tx, number)?.ok_or_else(|| wrong("assignee", number))?]))
            }
        };
        let team = match &self.team {
            None => None,
            Some(Team::Nobody) => Some(Held::ByNobody),
            Some(Team::Mine) => Some(Held::By(teams_of(tx, me.ok_or_else(|| wrong("team", "mine"))?)?)),
            Some(Team::Named(name)) => {
                let named = teams_named(tx, name)?;
                Some(Held::By(if named.is_empty() { return Err(wrong("team", name)) } else { named }))
            }
        };
        let customer = match &self.customer {
            None => None,
            Some(Whom::Id(id)) => Some(Held::By(vec![*id])),
            Some(Whom::Address(key)) => Some(Held::By(customer(tx, key)?.into_iter().collect())),
        };
        Ok(Pinned { facets: self.clone(), assignee, team, customer })
    }
}

impl Pinned {
    /// Whether all of them hold.
    #[must_use]
    pub fn matches(&self, stand: &Stand<'_>) -> bool {
        let facets = &self.facets;
        is(facets.standing, stand.standing)
            && is(facets.category, stand.category)
            && is(facets.priority, stand.priority)
            && is(facets.language, stand.language)
            && facets.awaiting.is_none_or(|wanted| stand.awaiting == Some(wanted))
            && facets.channel.is_none_or(|wanted| stand.channel == Some(wanted))
            && self.assignee.as_ref().is_none_or(|wanted| wanted.holds(stand.assignee))
            && self.team.as_ref().is_none_or(|wanted| wanted.holds(stand.team))
            && self.customer.as_ref().is_none_or(|wanted| wanted.holds(stand.customer))
            && facets.tags.iter().all(|tag| stand.tags.contains(&tag.as_str()))
            && !facets.without.iter().any(|tag| stand.tags.contains(&tag.as_str()))
    }
}

fn is<T: PartialEq>(wanted: Option<T>, there: T) -> bool {
    wanted.is_none_or(|wanted| wanted == there)
}

fn agent(tx: &mut Tx<'_>, number: &str) -> Result<Option<Uuid>, Error> {
    tx.first("SELECT id FROM agent WHERE number = $1", params![number], |row| row.get(0))
}

/// The teams of an agent.
pub fn teams_of(tx: &mut Tx<'_>, agent: Uuid) -> Result<Vec<Uuid>, Error> {
    tx.query("SELECT team_id FROM team_member WHERE agent_id = $1", params![agent], |row| row.get(0))
}

/// There are few teams, and databases fold letters differently.
fn teams_named(tx: &mut Tx<'_>, name: &str) -> Result<Vec<Uuid>, Error> {
    let teams = tx.query("SELECT id, name FROM team", &[], |row| Ok((row.get(0)?, row.get::<String>(1)?)))?;
    let folded = name.to_lowercase();
    Ok(teams.into_iter().filter(|(_, name)| name.to_lowercase() == folded).map(|(id, _)| id).collect())
}

fn customer(tx: &mut Tx<'_>, key: &str) -> Result<Option<Uuid>, Error> {
    tx.first("SELECT id FROM customer WHERE email_key = $1", params![key], |row| row.get(0))
}
