//! What a model may cost in a day, and that one which failed again and again is left alone for a while.
//!
//! Both are kept by each node for itself and begin anew with the program.

use std::sync::{Mutex, PoisonError};

use super::stream::{Failed, Written};
use crate::clock::Micros;
use crate::config;

/// So many failures one after the other, and it is left alone.
const FAILURES: u32 = 3;
/// For so long.
const PAUSE: Micros = 60 * 1_000_000;
const DAY: Micros = 24 * 60 * 60 * 1_000_000;

/// How the endpoint did lately.
#[derive(Debug, Default)]
pub struct Limits(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// Days since 1970.
    day: Micros,
    /// Tokens of that day, with those that are reserved.
    spent: u64,
    failures: u32,
    closed_until: Micros,
}

impl Limits {
    /// Reserves what a request may cost at most; `None` when it may not be made now.
    pub fn reserve(&self, now: Micros, endpoint: &config::Assistant, prompt: u64) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.day != now / DAY {
            (state.day, state.spent) = (now / DAY, 0);
        }
        let wanted = prompt + u64::from(endpoint.max_tokens);
        if now < state.closed_until || state.spent + wanted > endpoint.daily_tokens {
            return None;
        }
        state.spent += wanted;
        Some(wanted)
    }

    /// Puts what was really used in the place of what was reserved; all of it when nobody says. Notes how it went.
    pub fn settle(&self, now: Micros, reserved: u64, used: Option<u64>, written: &Result<Written, Failed>) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(used) = used.filter(|_| state.day == now / DAY) {
            state.spent = state.spent.saturating_sub(reserved) + used;
        }
        state.failures = match written {
            Ok(_) | Err(Failed::Rejected(_)) => 0,
            Err(_) => state.failures + 1,
        };
        if state.failures >= FAILURES {
            (state.failures, state.closed_until) = (0, now + PAUSE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(daily_tokens: u64) -> config::Assistant {
        serde_json::from_value(
            serde_json::json!({"url": "http://x", "model": "m", "max_tokens": 100, "daily_tokens": daily_tokens}),
        )
        .unwrap()
    }

    #[test]
    fn three_failures_close_it_for_a_minute() {
        let (limits, endpoint) = (Limits::default(), endpoint(10_000));
        for _ in 0..3 {
            let reserved = limits.reserve(0, &endpoint, 10).unwrap();
            limits.settle(0, reserved, Some(0), &Err(Failed::Late));
        }
        assert!(limits.reserve(PAUSE - 1, &endpoint, 10).is_none());
        assert!(limits.reserve(PAUSE, &endpoint, 10).is_some());
    }

    #[test]
    fn a_day_has_so_many_tokens() {
        let (limits, endpoint) = (Limits::default(), endpoint(250));
        let reserved = limits.reserve(0, &endpoint, 50).unwrap();
        assert!(limits.reserve(0, &endpoint, 50).is_none());
        limits.settle(0, reserved, Some(20), &Err(Failed::Late));
        assert!(limits.reserve(0, &endpoint, 50).is_some());
        assert!(limits.reserve(0, &endpoint, 50).is_none());
        assert!(limits.reserve(DAY, &endpoint, 50).is_some());
    }
}
