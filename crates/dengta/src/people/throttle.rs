//! Guessing is slow, and nobody can make it slow for somebody else.
//!
//! - A try is counted before it is judged, in a committed transaction: tries that come at once, or before a
//!   restart, are counted all the same. A try that succeeds is taken off again.
//! - A browser that has signed in as the agent holds a device token and has a counter of its own (OWASP,
//!   "device cookies"). All others share the account's counter and that of their network.
//! - Accounts and networks are counted in a fixed number of buckets that only the master key can foretell:
//!   the table cannot grow without bound, holds no addresses, and says nothing about which accounts exist.

use std::net::IpAddr;

use store::{Error, Tx, params};

use crate::clock::{DAY, MINUTE, Micros, SECOND};
use crate::error::{Problem, Result as Answer};
use crate::keys::Keys;

/// The first wait; each further failure doubles it.
const FIRST_WAIT: Micros = 30 * SECOND;
/// The longest wait.
const LONGEST_WAIT: Micros = 15 * MINUTE;
/// A day without a failure wipes the slate.
const FORGOTTEN: Micros = DAY;

/// What failures are counted by. The order is that in which rows are locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    /// All browsers that are strangers to the account.
    Account,
    /// One browser that its agent has signed in from.
    Device,
    /// One network address.
    Network,
    /// One network address that writes to us without an account.
    Guest,
    /// One network address from which articles are judged.
    Reader,
    /// One network address from which conversations are begun.
    Visitor,
}

impl Scope {
    const fn name(self) -> &'static str {
        match self {
            Scope::Account => "account",
            Scope::Device => "device",
            Scope::Network => "network",
            Scope::Guest => "guest",
            Scope::Reader => "reader",
            Scope::Visitor => "visitor",
        }
    }

    /// Failures that cost no wait. An office may share one network address.
    const fn free(self) -> i64 {
        match self {
            Scope::Account | Scope::Device => 5,
            Scope::Network => 20,
            Scope::Guest => 30,
            // A voice costs little, and a whole city may read behind one address.
            Scope::Reader => 200,
            // A browser begins one and keeps it; an office has hundreds.
            Scope::Visitor => 300,
        }
    }
}

/// One row of failures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    scope: Scope,
    key: String,
}

/// The counters of a browser that the account (a folded address) does not know.
#[must_use]
pub fn stranger(keys: &Keys, account: &str, network: IpAddr) -> Vec<Counter> {
    vec![
        Counter { scope: Scope::Account, key: bucket(keys, "account", account) },
        Counter { scope: Scope::Network, key: bucket(keys, "network", &network.to_string()) },
    ]
}

/// The counter of a network alone, for secrets that nobody can guess.
#[must_use]
pub fn network(keys: &Keys, network: IpAddr) -> Vec<Counter> {
    vec![Counter { scope: Scope::Network, key: bucket(keys, "network", &network.to_string()) }]
}

/// The counter of guests of a network: each form and each request for a link counts.
#[must_use]
pub fn guest(keys: &Keys, network: IpAddr) -> Vec<Counter> {
    vec![Counter { scope: Scope::Guest, key: bucket(keys, "guest", &network.to_string()) }]
}

/// The counter of those who judge articles from a network: apart from forms, which nobody's voting may hold up.
#[must_use]
pub fn reader(keys: &Keys, network: IpAddr) -> Vec<Counter> {
    vec![Counter { scope: Scope::Reader, key: bucket(keys, "reader", &network.to_string()) }]
}

/// The counter of those who open the chat from a network.
#[must_use]
pub fn visitor(keys: &Keys, network: IpAddr) -> Vec<Counter> {
    vec![Counter { scope: Scope::Visitor, key: bucket(keys, "visitor", &network.to_string()) }]
}

/// The counter of a browser that its agent has signed in from.
#[must_use]
pub fn device(hash: &[u8; 32]) -> Vec<Counter> {
    vec![Counter { scope: Scope::Device, key: hex::encode(hash) }]
}

/// What the files of a network's guests are counted by.
#[must_use]
pub fn network_bucket(keys: &Keys, network: IpAddr) -> String {
    bucket(keys, "files", &network.to_string())
}

/// One of 65,536 in which `value` is counted.
#[must_use]
pub fn bucket(keys: &Keys, what: &str, value: &str) -> String {
    hex::encode(&keys.derive(&format!("throttle {what}"), value.as_bytes())[..2])
}

/// Counts a try against each of `counters`.
///
/// # Errors
/// 429 while one of them waits; then nothing is counted.
pub fn count(tx: &mut Tx<'_>, counters: &[Counter], at: Micros) -> Answer<()> {
    const COUNT: &str = "UPDATE throttle SET failures = $1, last_at = $2 WHERE scope = $3 AND key = $4";
    for counter in counters {
        let (failures, last_at) = lock(tx, counter, at)?;
        let wait = wait(failures, counter.scope.free());
        // A clock that was turned back must not lock anybody out until it catches up.
        let passed = (at - last_at).abs();
        if passed < wait {
            return Err(Problem::throttled((wait - passed) / SECOND + 1));
        }
        let failures = if passed > FORGOTTEN { 1 } else { failures + 1 };
        tx.execute(COUNT, params![failures, at, counter.scope.name(), &counter.key])?;
    }
    Ok(())
}

/// The counter's row, made when it lacks: (failures, when the last was).
fn lock(tx: &mut Tx<'_>, counter: &Counter, at: Micros) -> Result<(i64, Micros), Error> {
    const MAKE: &str =
        "INSERT INTO throttle (scope, key, failures, last_at) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING";
    const LOCK: &str = "SELECT failures, last_at FROM throttle WHERE scope = $1 AND key = $2";
    tx.execute(MAKE, params![counter.scope.name(), &counter.key, at])?;
    let found = tx.lock(LOCK, params![counter.scope.name(), &counter.key], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.unwrap_or((0, at)))
}

/// The try succeeded. A device's slate is wiped; shared counters lose the one try, and keep what others failed.
pub fn forgive(tx: &mut Tx<'_>, counters: &[Counter]) -> Result<(), Error> {
    const WIPE: &str = "DELETE FROM throttle WHERE scope = $1 AND key = $2";
    const TAKE_OFF: &str = "UPDATE throttle SET failures = failures - 1 WHERE scope = $1 AND key = $2 AND failures > 0";
    for counter in counters {
        let sql = if counter.scope == Scope::Device { WIPE } else { TAKE_OFF };
        tx.execute(sql, params![counter.scope.name(), &counter.key])?;
    }
    Ok(())
}

/// How long to wait after so many failures.
fn wait(failures: i64, free: i64) -> Micros {
    match u32::try_from(failures - free) {
        Err(_) => 0,
        Ok(over) => FIRST_WAIT.saturating_mul(1 << over.min(16)).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_quarter_of_an_hour() {
        let seconds = |failures| wait(failures, 5) / SECOND;
        assert_eq!([0, 4, 5, 6, 7, 8, 9, 10, 11, 1_000_000].map(seconds), [0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
    }

    #[test]
    fn counters_are_locked_in_one_order() {
        assert!(Scope::Account < Scope::Device && Scope::Device < Scope::Network);
    }
}
