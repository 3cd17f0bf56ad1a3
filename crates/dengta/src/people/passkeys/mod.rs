//! Passkeys of agents (WebAuthn level 3): another way to sign in, beside password and code.
//!
//! - A passkey verifies its person by itself (fingerprint, face or PIN), so it is one step and no second factor.
//! - The browser finds the passkey by itself ("discoverable"): nobody types an address, and no answer tells whether an
//!   account exists.
//! - What a browser is asked to sign is a [`challenges`] row: taken out by the first answer, right or wrong, and dead
//!   after five minutes. It belongs to the session that adds a passkey, or to the cookie of who signs in.
//! - Adding and removing want somebody who proved to be there within ten minutes ([`sign_in::require_fresh`]), and the
//!   agent is told by mail; the history of settings remembers it.
//! - A counter that goes back means a copy: refused and logged.
//! - Off-boarding ends passkeys, and so does a reset of the second factor: what was lost may be in other hands.

pub mod add;
pub mod challenges;
pub mod enter;
pub mod http;

use serde_json::json;
use store::{Error, Tx, params};
use url::Url;
use uuid::Uuid;
use webauthn_rs::{Webauthn, WebauthnBuilder};

use crate::clock::{Draws, MINUTE, Micros, Moment};
use crate::config::Config;
use crate::error::{Problem, Result};
use crate::outbox::{self, Notice};
use crate::people::{Actor, Staff, agents, sign_in};
use crate::settings::changes;

/// How long an answer of the browser is waited for.
pub const PATIENCE: Micros = 5 * MINUTE;
/// Passkeys that an agent may have.
pub const MAX_PASSKEYS: i64 = 20;

/// What passkeys are bound to: the host name of the desk's public address, and that very origin.
///
/// # Errors
/// 409 `passkey-address` when the desk is reached by an IP address, to which no passkey can belong.
pub fn relying_party(config: &Config) -> Result<Webauthn> {
    let unfit = || Problem::conflict("passkey-address").with("address", config.public_url.as_str());
    let url = Url::parse(&config.public_url).map_err(|_| unfit())?;
    let origin = Url::parse(&url.origin().ascii_serialization()).map_err(|_| unfit())?;
    let host = url.domain().ok_or_else(unfit)?;
    let party = WebauthnBuilder::new(host, &origin).map_err(|_| unfit())?;
    party.rp_name(config.brand("en")).build().map_err(|_| unfit())
}

/// A passkey as its agent sees it.
#[derive(Clone, Debug)]
pub struct PasskeyRow {
    /// The id.
    pub id: Uuid,
    /// What the agent calls it.
    pub name: String,
    /// When it was added.
    pub created_at: Micros,
    /// When it last signed in, or confirmed a sign-in.
    pub last_used_at: Option<Micros>,
}

/// An agent's passkeys, oldest first.
pub fn list(tx: &mut Tx<'_>, agent: Uuid) -> Result<Vec<PasskeyRow>, Error> {
    const LIST: &str = "SELECT id, name, created_at, last_used_at FROM passkey
        WHERE agent_id = $1 AND removed_at IS NULL ORDER BY created_at, id";
    tx.query(LIST, params![agent], |row| {
        Ok(PasskeyRow { id: row.get(0)?, name: row.get(1)?, created_at: row.get(2)?, last_used_at: row.opt(3)? })
    })
}

/// Removes one of an agent's own passkeys, and tells them.
///
/// # Errors
/// 403 `confirm-first`; 404 when it is not theirs.
pub fn remove(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, moment: &Moment) -> Result<()> {
    const FIND: &str = "SELECT name FROM passkey WHERE id = $1 AND agent_id = $2 AND removed_at IS NULL";
    const REMOVE: &str = "UPDATE passkey SET removed_at = $1 WHERE id = $2";
    let (agent, at, mut draws) = (staff.agent()?, moment.at, moment.draws());
    sign_in::require_fresh(tx, staff, at)?;
    agents::lock_register(tx)?;
    let name = tx.lock(FIND, params![id, agent], |row| row.get::<String>(0))?.ok_or_else(Problem::not_found)?;
    tx.execute(REMOVE, params![at, id])?;
    note_change(tx, agent, id, (Some(&name), None), at, &mut draws)?;
    outbox::to_agent(tx, Notice::PasskeyRemoved, agent, None, at, &mut draws)?;
    Ok(())
}

/// Notes in the history that a passkey came or went.
fn note_change(
    tx: &mut Tx<'_>,
    agent: Uuid,
    id: Uuid,
    (before, after): (Option<&str>, Option<&str>),
    at: Micros,
    draws: &mut Draws,
) -> Result<(), Error> {
    let told = |name: &str| json!({"agent": agent, "name": name});
    let change = (before.map(told), after.map(told));
    changes::note(tx, Actor::Agent(agent), &format!("passkey:{id}"), change, at, draws)
}

/// Removes all passkeys of an agent whose account ends or is set up anew.
pub fn remove_all(tx: &mut Tx<'_>, agent: Uuid, at: Micros) -> Result<(), Error> {
    const REMOVE: &str = "UPDATE passkey SET removed_at = $1 WHERE agent_id = $2 AND removed_at IS NULL";
    tx.execute(REMOVE, params![at, agent]).map(drop)
}

/// JSON of what the library keeps, for the store.
fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Defect(format!("a passkey's state: {error}")).into())
}

/// What [`to_json`] made.
fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Defect(format!("a passkey's state: {error}")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passkey_belongs_to_a_name_and_never_to_an_ip_address() {
        let at = |url: &str| Config { public_url: url.into(), ..Config::default() };
        for url in ["http://localhost:8080", "https://support.exchange.example", "https://desk.example/path"] {
            assert!(relying_party(&at(url)).is_ok(), "{url}");
        }
        for url in ["http://127.0.0.1:8080", "https://[::1]", "https://203.0.113.7"] {
            assert_eq!(relying_party(&at(url)).unwrap_err().code, "passkey-address", "{url}");
        }
    }
}
