//! Time, randomness, and the keys that seal what nobody may read: passed in. A test can turn the one and repeat the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::fmt::temporal::DateTimePrinter;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

use crate::keys::Keys;

/// Microseconds since 1970-01-01 UTC.
pub type Micros = i64;

/// One second in [`Micros`].
pub const SECOND: Micros = 1_000_000;
/// One minute in [`Micros`].
pub const MINUTE: Micros = 60 * SECOND;
/// One hour in [`Micros`].
pub const HOUR: Micros = 60 * MINUTE;
/// One day in [`Micros`].
pub const DAY: Micros = 24 * HOUR;

/// The system's clock, which a test can turn ahead or back.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    offset: Arc<AtomicI64>,
    keys: Option<Keys>,
}

impl Clock {
    /// The same clock; its moments carry the desk's keys.
    #[must_use]
    pub fn with_keys(&self, keys: Keys) -> Clock {
        Clock { offset: Arc::clone(&self.offset), keys: Some(keys) }
    }

    /// The time now.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the clock that is passed in")]
    pub fn now(&self) -> Micros {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let micros = since.map_or(0, |since| i64::try_from(since.as_micros()).unwrap_or(i64::MAX));
        micros.saturating_add(self.offset.load(Ordering::Relaxed))
    }

    /// Turns the clock by `by` microseconds, for tests.
    pub fn turn(&self, by: Micros) {
        self.offset.fetch_add(by, Ordering::Relaxed);
    }

    /// The time now and fresh randomness, to be moved into a transaction.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.moment_at(self.now())
    }

    /// Another time, and fresh randomness: for sample data of the past.
    #[must_use]
    pub fn moment_at(&self, at: Micros) -> Moment {
        Moment { at, seed: fresh(), keys: self.keys.clone() }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the randomness that is passed in")]
fn fresh() -> [u8; 32] {
    rand::random()
}

/// When something happens, and the randomness that it may use. A transaction's closure may run
/// again: drawing from the same moment gives the same ids.
#[derive(Clone)]
pub struct Moment {
    /// When.
    pub at: Micros,
    seed: [u8; 32],
    keys: Option<Keys>,
}

impl Moment {
    /// A moment whose draws are the same for the same seed: for sample data that can be made again.
    #[must_use]
    pub const fn repeated(at: Micros, seed: [u8; 32]) -> Moment {
        Moment { at, seed, keys: None }
    }

    /// The draws of this moment, from the first.
    #[must_use]
    pub fn draws(&self) -> Draws {
        Draws { at: self.at, rng: StdRng::from_seed(self.seed), keys: self.keys.clone() }
    }
}

/// A cryptographically strong generator that repeats for the same [`Moment`].
pub struct Draws {
    at: Micros,
    rng: StdRng,
    keys: Option<Keys>,
}

impl Draws {
    /// A UUIDv7 of the moment.
    pub fn uuid(&mut self) -> Uuid {
        let millis = u64::try_from(self.at / 1000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// A moment of its own at the same time, for one of several things that happen together.
    pub fn moment(&mut self) -> Moment {
        Moment { at: self.at, seed: self.bytes(), keys: self.keys.clone() }
    }

    /// The desk's keys; none for sample data that can be made again.
    #[must_use]
    pub const fn keys(&self) -> Option<&Keys> {
        self.keys.as_ref()
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }
}

/// RFC 3339 in UTC with microseconds, as the API gives times.
#[must_use]
pub fn rfc3339(at: Micros) -> String {
    const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(6));
    let mut text = String::with_capacity(27);
    if let Ok(at) = jiff::Timestamp::from_microsecond(at) {
        drop(PRINTER.print_timestamp(&at, &mut text)); // writing to a string does not fail
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_repeats_its_draws() {
        let moment = Clock::default().moment();
        assert_eq!(moment.draws().uuid(), moment.draws().uuid());
        assert_ne!(moment.draws().uuid(), Clock::default().moment().draws().uuid());
    }

    #[test]
    fn times_have_microseconds() {
        assert_eq!(rfc3339(1_763_600_000_000_001), "2025-11-20T00:53:20.000001Z");
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00.000000Z");
    }
}
