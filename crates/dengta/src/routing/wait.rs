//! How long it takes until a person answers, and how sure that is.
//!
//! A conversation takes a while that varies as an exponential does; with `slots` of them going on, one ends every `talk / slots`
//! on average. Who is `n`-th for the next free slot waits for `n` ends: a gamma distribution of shape `n`. What is told are
//! its quantiles of 10, 50 and 90 in 100, so that eight of ten who wait do so within the range that they were told.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::choose::pool;
use super::plan::OFFER;
use super::{Board, Line};
use crate::clock::Micros;

/// What a customer in line is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// 1: next.
    pub place: usize,
    /// In microseconds; `None` when nobody is there who could end it.
    pub range: Option<Range>,
}

/// A wait, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// One of ten waits less.
    pub low: Micros,
    /// As many wait less as wait more.
    pub likely: Micros,
    /// One of ten waits more.
    pub high: Micros,
}

/// Place and wait of a line that waits.
#[must_use]
pub fn estimate(board: &Board, line: &Line) -> Estimate {
    let mine = pool(line, &board.agents);
    let ids: BTreeSet<Uuid> = mine.iter().map(|agent| agent.id).collect();
    let shares =
        |other: &Line| ids.is_empty() || pool(other, &board.agents).iter().any(|agent| ids.contains(&agent.id));
    let before = board.waiting().take_while(|other| other.ticket != line.ticket);
    let ahead = before.filter(|other| shares(other)).count();
    // Those to whom an agent is offered already take that agent's slot.
    let offered = |other: &&Line| other.offer.is_some() && shares(other);
    let offered = board.waiting().take_while(|other| other.ticket != line.ticket).filter(offered).count();
    let free: usize = mine.iter().map(|agent| agent.free()).sum::<usize>() + usize::from(line.offer.is_some());
    let slots: usize = mine.iter().map(|agent| agent.capacity).sum();
    let range = (slots > 0).then(|| range((ahead + 1 - offered).saturating_sub(free), slots, board.talk));
    Estimate { place: ahead + 1, range }
}

/// The wait of who is `nth` for the next free of `slots`; 0: one is free.
fn range(nth: usize, slots: usize, talk: Micros) -> Range {
    // An offer is answered within its time, mostly well before.
    let answer = Range { low: 0, likely: OFFER / 3, high: OFFER };
    if nth == 0 {
        return answer;
    }
    let mean = nth as f64 * talk as f64 / slots as f64;
    let at = |z: f64| (mean * gamma(nth as f64, z)) as Micros;
    Range { low: at(-1.2816), likely: at(0.0) + answer.likely, high: at(1.2816) + answer.high }
}

/// A quantile of a gamma distribution of mean 1 and this shape, by the normal one's `z` (Wilson and Hilferty, 1931).
fn gamma(shape: f64, z: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    (1.0 - ninth + z * ninth.sqrt()).max(0.0).powi(3)
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::{agent, line};
    use super::*;
    use crate::clock::MINUTE;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        // scipy.stats.gamma(a).ppf(p) / a
        for (shape, low, median, high) in
            [(1.0, 0.105, 0.693, 2.303), (3.0, 0.367, 0.891, 1.774), (10.0, 0.622, 0.967, 1.421)]
        {
            for (z, expected) in [(-1.2816, low), (0.0, median), (1.2816, high)] {
                assert!((gamma(shape, z) - expected).abs() < 0.03, "{shape} {z}: {}", gamma(shape, z));
            }
        }
    }

    #[test]
    fn who_is_further_back_waits_longer_and_free_agents_shorten_it() {
        let full = vec![agent(1, 2, 2), agent(2, 2, 2)];
        let waiting: Vec<Line> = (10..15).map(line).collect();
        let board = Board { lines: waiting.clone(), agents: full, talk: 8 * MINUTE, ..Board::default() };
        let told: Vec<Estimate> = waiting.iter().map(|line| estimate(&board, line)).collect();
        assert_eq!(told.iter().map(|told| told.place).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        let likely: Vec<Micros> = told.iter().map(|told| told.range.unwrap().likely).collect();
        assert!(likely.is_sorted_by(|a, b| a < b));
        assert!(told.iter().all(|told| {
            let range = told.range.unwrap();
            range.low < range.likely && range.likely < range.high
        }));
        let free = Board { agents: vec![agent(1, 4, 2)], ..board.clone() };
        assert_eq!(estimate(&free, &waiting[1]).range.unwrap().low, 0);
        let nobody = Board { agents: vec![], ..board };
        assert_eq!(estimate(&nobody, &waiting[2]), Estimate { place: 3, range: None });
    }
}
