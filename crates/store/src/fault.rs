//! Faults for the negative controls of the durability tests: each of them must make those tests fail,
//! else the tests prove nothing. A release build has none.

use std::time::Duration;

/// How long before its commit a write is acknowledged under `ack-before-commit`.
pub const HEAD_START: Duration = Duration::from_millis(20);

/// Whether `DENGTA_FAULT` asks for `name`: `ack-before-commit` or `no-sync`.
pub fn asked(name: &str) -> bool {
    cfg!(debug_assertions) && std::env::var("DENGTA_FAULT").is_ok_and(|fault| fault == name)
}
