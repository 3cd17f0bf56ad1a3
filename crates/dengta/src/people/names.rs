//! What people are called, for whoever shows them.

use std::collections::HashMap;

use store::{Error, Tx, params};

use crate::people::Actor;

/// A name, and an agent's number.
pub type Name = (Option<String>, Option<String>);

/// The names of some actors; who is gone has none.
pub fn of(tx: &mut Tx<'_>, actors: &[Actor]) -> Result<HashMap<Actor, Name>, Error> {
    let mut names = HashMap::new();
    for actor in actors {
        if names.contains_key(actor) {
            continue;
        }
        let found = match actor {
            Actor::Customer(id) => {
                tx.first("SELECT name FROM customer WHERE id = $1", params![*id], |row| Ok((row.opt(0)?, None)))?
            }
            Actor::Agent(id) => tx.first("SELECT name, number FROM agent WHERE id = $1", params![*id], |row| {
                Ok((row.opt(0)?, row.opt(1)?))
            })?,
            Actor::Token(id) => {
                tx.first("SELECT name FROM api_token WHERE id = $1", params![*id], |row| Ok((row.opt(0)?, None)))?
            }
            Actor::System => None,
        };
        names.insert(*actor, found.unwrap_or_default());
    }
    Ok(names)
}
