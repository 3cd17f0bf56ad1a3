//! What a browser was asked to sign: in the store, so that any node hears the answer.
//!
//! Whoever is not signed in can have a row made. They are bounded by network: beyond [`OPEN_A_NETWORK`], the oldest
//! questions of that network are forgotten, and nobody else's.

use std::net::IpAddr;

use store::{Error, Tx, params};

use crate::clock::Micros;
use crate::keys::Keys;
use crate::people::passkeys::PATIENCE;
use crate::people::throttle;

/// Questions of one network that are open at once.
const OPEN_A_NETWORK: i64 = 200;
/// Dead rows that one question clears away.
const SWEEP: i64 = 50;

/// The bucket in which the questions of a network are counted.
#[must_use]
pub fn bucket(keys: &Keys, network: IpAddr) -> String {
    throttle::bucket(keys, "passkey", &network.to_string())
}

/// Keeps a question, in place of an earlier one to the same asker.
pub fn keep(tx: &mut Tx<'_>, asked: &[u8], network: Option<&str>, state: &str, at: Micros) -> Result<(), Error> {
    const SWEEP_UP: &str = "DELETE FROM passkey_challenge WHERE asked IN
        (SELECT asked FROM passkey_challenge WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)";
    const CROWD_OUT: &str = "DELETE FROM passkey_challenge WHERE asked IN
        (SELECT asked FROM passkey_challenge WHERE network = $1 ORDER BY expires_at DESC LIMIT $2 OFFSET $3)";
    const KEEP: &str = "INSERT INTO passkey_challenge (asked, network, state, expires_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (asked) DO UPDATE SET state = excluded.state, expires_at = excluded.expires_at";
    tx.execute(SWEEP_UP, params![at, SWEEP])?;
    if let Some(network) = network {
        tx.execute(CROWD_OUT, params![network, SWEEP, OPEN_A_NETWORK - 1])?;
    }
    tx.execute(KEEP, params![asked, network, state, at + PATIENCE]).map(drop)
}

/// Takes a question out; `None` when there is none, or it is dead. Of two answers that come at once, one gets it.
pub fn take(tx: &mut Tx<'_>, asked: &[u8], at: Micros) -> Result<Option<String>, Error> {
    const FIND: &str = "SELECT state, expires_at FROM passkey_challenge WHERE asked = $1";
    const TAKE: &str = "DELETE FROM passkey_challenge WHERE asked = $1";
    let found = tx.lock(FIND, params![asked], |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))?;
    let taken = tx.execute(TAKE, params![asked])? == 1;
    Ok(found.filter(|(_, expires)| taken && *expires > at).map(|(state, _)| state))
}
