//! API tokens: what a program holds, with a role. Hashed at rest, shown once, refused at the first request after
//! they are revoked.

use serde::Serialize;
use serde_json::{Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::check::{Check, MAX_NAME};
use crate::clock::{Draws, Micros, Moment};
use crate::error::{Problem, Result};
use crate::keys::{new_token, token_hash};
use crate::people::{Actor, Role, agents};
use crate::settings::changes;
use crate::tickets::http::one_line;

/// Secrets that look like what they are can be found where they do not belong.
const PREFIX: &str = "dgt_";

/// A token to make, checked.
#[derive(Clone, Debug)]
pub struct NewToken {
    name: String,
    role: Role,
}

impl NewToken {
    /// Checks what was typed.
    ///
    /// # Errors
    /// 422 that names the fields.
    pub fn checked(name: &str, role: &str) -> Result<NewToken> {
        let mut check = Check::default();
        let new = NewToken {
            name: one_line(&check.text("name", name, MAX_NAME)),
            role: check.choice("role", role, Role::parse, Role::Agent),
        };
        check.done()?;
        Ok(new)
    }
}

/// A token as stored.
#[derive(Clone, Debug)]
pub struct TokenRow {
    /// The id.
    pub id: Uuid,
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// When it was made.
    pub created_at: Micros,
    /// When it was last used, to the minute.
    pub last_used_at: Option<Micros>,
}

/// What is told once.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Made {
    /// The id.
    pub id: Uuid,
    /// The secret; it is not shown again.
    pub token: String,
}

/// Makes a token; `maker` is nobody on the command line.
pub fn make(
    tx: &mut Tx<'_>,
    new: &NewToken,
    maker: Option<Actor>,
    at: Micros,
    draws: &mut Draws,
) -> Result<Made, Error> {
    const MAKE: &str =
        "INSERT INTO api_token (id, name, role, token_hash, made_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    agents::lock_register(tx)?;
    let made = Made { id: draws.uuid(), token: new_token(PREFIX, draws) };
    let made_by = answerable(tx, maker)?;
    tx.execute(MAKE, params![made.id, &new.name, new.role.name(), &token_hash(&made.token), made_by, at])?;
    let by = maker.unwrap_or(Actor::System);
    changes::note(tx, by, &subject(made.id), (None, Some(told(&new.name, new.role.name()))), at, draws)?;
    Ok(made)
}

/// The agent behind `maker`: what a token makes belongs to whom the token belongs.
fn answerable(tx: &mut Tx<'_>, maker: Option<Actor>) -> Result<Option<Uuid>, Error> {
    match maker {
        Some(Actor::Agent(agent)) => Ok(Some(agent)),
        Some(Actor::Token(token)) => {
            let made_by =
                tx.first("SELECT made_by FROM api_token WHERE id = $1", params![token], |row| row.opt::<Uuid>(0))?;
            Ok(made_by.flatten())
        }
        _ => Ok(None),
    }
}

fn subject(id: Uuid) -> String {
    format!("token:{id}")
}

/// What the history of settings keeps of a token.
fn told(name: &str, role: &str) -> Value {
    json!({"name": name, "role": role})
}

/// Revokes what an agent made, who leaves.
pub fn revoke_all(tx: &mut Tx<'_>, by: Actor, agent: Uuid, at: Micros, draws: &mut Draws) -> Result<(), Error> {
    const THEIRS: &str = "SELECT id FROM api_token WHERE made_by = $1 AND revoked_at IS NULL ORDER BY id";
    for id in tx.query(THEIRS, params![agent], |row| row.get(0))? {
        withdraw(tx, by, id, at, draws)?;
    }
    Ok(())
}

/// Takes a token out of use; false when it was out of use.
fn withdraw(tx: &mut Tx<'_>, by: Actor, id: Uuid, at: Micros, draws: &mut Draws) -> Result<bool, Error> {
    const FIND: &str = "SELECT name, role FROM api_token WHERE id = $1 AND revoked_at IS NULL";
    const REVOKE: &str = "UPDATE api_token SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL";
    let before = tx.first(FIND, params![id], |row| Ok(told(&row.get::<String>(0)?, &row.get::<String>(1)?)))?;
    if tx.execute(REVOKE, params![at, id])? == 0 {
        return Ok(false);
    }
    changes::note(tx, by, &subject(id), (before, None), at, draws)?;
    Ok(true)
}

/// Up to `limit` tokens after an id that were not revoked, oldest first.
pub fn page(tx: &mut Tx<'_>, after: Uuid, limit: i64) -> Result<Vec<TokenRow>, Error> {
    const LIST: &str = "SELECT id, name, role, created_at, last_used_at FROM api_token
        WHERE revoked_at IS NULL AND id > $1 ORDER BY id LIMIT $2";
    tx.query(LIST, params![after, limit], |row| {
        let role = Role::parse(&row.get::<String>(2)?).ok_or_else(|| Error::Defect("api_token.role".into()))?;
        let (id, name) = (row.get(0)?, row.get(1)?);
        Ok(TokenRow { id, name, role, created_at: row.get(3)?, last_used_at: row.opt(4)? })
    })
}

/// Revokes a token.
///
/// # Errors
/// 404 when there is none that still works.
pub fn revoke(tx: &mut Tx<'_>, by: Actor, id: Uuid, moment: &Moment) -> Result<()> {
    agents::lock_register(tx)?;
    if withdraw(tx, by, id, moment.at, &mut moment.draws())? { Ok(()) } else { Err(Problem::not_found()) }
}
