//! Which agents are there, and take conversations.

use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::Micros;
use crate::language::Language;

/// Conversations at once, when nobody decided.
pub const CAPACITY: i64 = 4;
/// Conversations at once, at most.
pub const MAX_CAPACITY: i64 = 50;

/// How an agent takes conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Whether the agent wants any.
    pub available: bool,
    /// How many at once.
    pub capacity: i64,
    /// Those that the agent speaks; none: all.
    pub languages: Vec<Language>,
}

/// How this agent takes conversations.
pub fn of(tx: &mut Tx<'_>, agent: Uuid) -> Result<Presence, Error> {
    const FIND: &str = "SELECT available, capacity, languages FROM agent_presence WHERE agent_id = $1";
    let found = tx.first(FIND, params![agent], |row| {
        let languages: String = row.get(2)?;
        let languages = languages.split_ascii_whitespace().filter_map(Language::parse).collect();
        Ok(Presence { available: row.get(0)?, capacity: row.get(1)?, languages })
    })?;
    Ok(found.unwrap_or(Presence { available: false, capacity: CAPACITY, languages: Vec::new() }))
}

/// The agent wants conversations from now on, or none.
pub fn set_available(tx: &mut Tx<'_>, agent: Uuid, available: bool, at: Micros) -> Result<(), Error> {
    const SET: &str = "INSERT INTO agent_presence (agent_id, available, heard_at, capacity, languages)
        VALUES ($1, $2, $3, $4, '') ON CONFLICT (agent_id) DO UPDATE SET available = excluded.available,
            heard_at = excluded.heard_at";
    tx.execute(SET, params![agent, available, at, CAPACITY]).map(drop)
}

/// How many at once, and in which languages.
pub fn set_skills(tx: &mut Tx<'_>, agent: Uuid, capacity: i64, languages: &[Language]) -> Result<(), Error> {
    const SET: &str = "INSERT INTO agent_presence (agent_id, available, heard_at, capacity, languages)
        VALUES ($1, 0, 0, $2, $3) ON CONFLICT (agent_id) DO UPDATE SET capacity = excluded.capacity,
            languages = excluded.languages";
    let tags: Vec<&str> = languages.iter().map(|language| language.tag()).collect();
    tx.execute(SET, params![agent, capacity, &tags.join(" ")]).map(drop)
}

/// Screens of these agents are there.
pub fn note_heard(tx: &mut Tx<'_>, agents: &[Uuid], at: Micros) -> Result<(), Error> {
    const NOTE: &str = "INSERT INTO agent_presence (agent_id, available, heard_at, capacity, languages)
        VALUES ($1, 0, $2, $3, '') ON CONFLICT (agent_id) DO UPDATE SET heard_at = excluded.heard_at";
    for agent in agents {
        tx.execute(NOTE, params![*agent, at, CAPACITY])?;
    }
    Ok(())
}
