//! Agents who are named in notes: `@0417`, by the number that everybody sees.
//!
//! Who is mentioned stands in the note's details, which nobody changes, and in a row per agent, which says whether
//! they have seen it. Only who may read tickets can be mentioned.

pub mod http;

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, Micros};
use crate::people::{Actor, Permission, Role};

/// Agents that one note can call.
pub const MAX_MENTIONS: usize = 20;
/// Digits of an agent's number.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=9;

/// The numbers that a text names, each once, in order.
fn numbers(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        // A mail address is no mention.
        let begins =
            c == '@' && !before.is_some_and(|before: char| before.is_ascii_alphanumeric() || "._-@".contains(before));
        before = Some(c);
        if !begins {
            continue;
        }
        let rest = &text[at + 1..];
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let ends = !rest[digits..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '@');
        if DIGITS.contains(&digits) && ends && !found.contains(&&rest[..digits]) {
            found.push(&rest[..digits]);
        }
    }
    found.truncate(MAX_MENTIONS);
    found
}

/// The agents whom a text of `author` calls: those who work here and may read tickets.
pub fn named(tx: &mut Tx<'_>, text: &str, author: Actor) -> Result<Vec<Uuid>, Error> {
    const FIND: &str = "SELECT id, role FROM agent WHERE number = $1 AND state = 'active'";
    let mut agents = Vec::new();
    for number in numbers(text) {
        let found = tx.first(FIND, params![number], |row| Ok((row.get::<Uuid>(0)?, row.get::<String>(1)?)))?;
        let Some((id, role)) = found else { continue };
        let reads = Role::parse(&role).is_some_and(|role| role.may(Permission::TicketRead));
        if reads && author != Actor::Agent(id) {
            agents.push(id);
        }
    }
    Ok(agents)
}

/// Keeps that these agents are called by an entry.
pub fn keep(tx: &mut Tx<'_>, agents: &[Uuid], ticket: Uuid, number: i64, draws: &mut Draws) -> Result<(), Error> {
    const KEEP: &str = "INSERT INTO mention (id, agent_id, ticket_id, number) VALUES ($1, $2, $3, $4)";
    for agent in agents {
        tx.execute(KEEP, params![draws.uuid(), *agent, ticket, number])?;
    }
    Ok(())
}

/// The agents whom an entry calls.
pub fn of_entry(tx: &mut Tx<'_>, ticket: Uuid, number: i64) -> Result<Vec<Uuid>, Error> {
    const FIND: &str = "SELECT agent_id FROM mention WHERE ticket_id = $1 AND number = $2";
    tx.query(FIND, params![ticket, number], |row| row.get(0))
}

/// How many mentions an agent has not seen.
pub fn unseen(tx: &mut Tx<'_>, agent: Uuid) -> Result<i64, Error> {
    const COUNT: &str = "SELECT count(*) FROM mention WHERE agent_id = $1 AND seen_at IS NULL";
    Ok(tx.first(COUNT, params![agent], |row| row.get(0))?.unwrap_or(0))
}

/// A mention as stored.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// UUIDv7 of the note's time.
    pub id: Uuid,
    /// Where.
    pub ticket: Uuid,
    /// The note's number.
    pub number: i64,
    /// Whether the agent has seen it.
    pub seen: bool,
}

/// An agent's mentions, newest first, those before `before`.
pub fn page(tx: &mut Tx<'_>, agent: Uuid, before: Uuid, limit: i64) -> Result<Vec<Mention>, Error> {
    const PAGE: &str = "SELECT id, ticket_id, number, seen_at FROM mention
        WHERE agent_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    tx.query(PAGE, params![agent, before, limit], |row: &Row<'_>| {
        let seen = row.opt::<i64>(3)?.is_some();
        Ok(Mention { id: row.get(0)?, ticket: row.get(1)?, number: row.get(2)?, seen })
    })
}

/// The agent has seen the mentions up to this one.
pub fn see(tx: &mut Tx<'_>, agent: Uuid, upto: Uuid, at: Micros) -> Result<u64, Error> {
    const SEE: &str = "UPDATE mention SET seen_at = $1 WHERE agent_id = $2 AND seen_at IS NULL AND id <= $3";
    tx.execute(SEE, params![at, agent, upto])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_after_an_at_sign_are_mentions() {
        assert_eq!(numbers("@0417 看一下, @0418: (@0419) 请@0420看 @0417"), ["0417", "0418", "0419", "0420"]);
        assert!(numbers("a@0417.example @041 @0417x @@0417 @0417@x @12345678901 @").is_empty());
        let many: String = (1000..1100).map(|number| format!("@{number} ")).collect();
        assert_eq!(numbers(&many).len(), MAX_MENTIONS);
    }
}
