//! Whether a closure that came alone waits for others before its commit.
//!
//! A commit costs the processor about what four closures do: the sync, the pages at the end of each index, and every reader's
//! cached pages, which are stale with it. Where hundreds of callers write each second, each by itself and none knowing of the
//! others, a few milliseconds bring them together. Nobody waits where that brings nobody: of a lone caller who writes one thing
//! after the other hardly any closure waits, and who waits for known company goes as soon as it is complete.

use std::time::Duration;

/// The longest that the first of a batch waits: [`GLANCES`] of these.
const GLANCE: Duration = Duration::from_micros(1_250);
const GLANCES: u32 = 4;
/// More than so many in a batch are worth no waiting.
const ENOUGH: usize = 4;
/// After so many complete batches another one is expected.
const GROWS: u32 = 8;
/// After waiting in vain so many commits are made without, and twice as many after each further time.
const ALONE: u32 = 8;
const MOST_ALONE: u32 = 512;

/// What to expect of the callers.
pub struct Company {
    /// So many come about together.
    expected: usize,
    /// Complete batches since more were expected.
    complete: u32,
    /// How many commits are made without waiting, and how many of them are left.
    alone: u32,
    left: u32,
}

impl Default for Company {
    fn default() -> Company {
        Company { expected: 2, complete: 0, alone: 0, left: 0 }
    }
}

impl Company {
    /// Waits while others may be about to come; `here` says how many are.
    pub fn gather(&mut self, here: impl Fn() -> usize) {
        if self.left > 0 {
            self.left -= 1;
            return;
        }
        for _ in 0..GLANCES {
            if here() >= self.expected {
                break;
            }
            std::thread::sleep(GLANCE);
        }
        self.learn(here());
    }

    fn learn(&mut self, came: usize) {
        if came <= 1 {
            self.alone = (self.alone * 2).clamp(ALONE, MOST_ALONE);
            self.left = self.alone;
            return;
        }
        self.alone = 0;
        if came < self.expected {
            (self.expected, self.complete) = ((self.expected - 1).max(2), 0);
            return;
        }
        self.complete += 1;
        if self.complete >= GROWS {
            (self.expected, self.complete) = ((self.expected + 1).min(ENOUGH), 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// How often somebody waited, of so many commits to which `come` come.
    fn waits(commits: usize, come: usize) -> usize {
        let (mut company, asked) = (Company::default(), Cell::new(0));
        let mut waited = 0;
        for _ in 0..commits {
            asked.set(0);
            company.gather(|| {
                asked.set(asked.get() + 1);
                come
            });
            // Once at the first glance, once when it is over; more often: it slept between.
            waited += usize::from(asked.get() > 2);
        }
        waited
    }

    #[test]
    fn a_lone_caller_hardly_ever_waits() {
        assert!(waits(1_000, 1) <= 9);
    }

    #[test]
    fn known_company_is_not_waited_for() {
        assert_eq!(waits(100, ENOUGH), 0);
        // Now and then it is tried whether a third comes.
        assert!((1..=15).contains(&waits(100, 2)));
    }
}
