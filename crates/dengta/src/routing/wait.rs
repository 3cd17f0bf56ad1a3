//! How long it takes until a person answers, and how sure that is.
//!
//! A conversation takes a while that varies as an exponential does; with `slots` of them going on, one ends every `talk / slots`
//! on average. Who is `n`-th for the next free slot waits for `n` ends: a gamma distribution of shape `n`. What is told are
//! its quantiles of 10, 50 and 90 in 100, so that eight of ten who wait do so within the range that they were told.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::choose::pool;
use super::plan::OFFER;
use super::{Agent, Board, Line};
use crate::clock::Micros;
use crate::language::Language;

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

/// Place and wait of all lines that wait, by their tickets. In a peak thousands wait: they are gone through once.
#[must_use]
pub fn estimates(board: &Board) -> HashMap<Uuid, Estimate> {
    let mut kinds = Kinds::default();
    // Of each kind: who stands ahead, the places that those want, and the places of those that are offered to an agent, which
    // are taken already.
    let mut ahead: Vec<[usize; 3]> = Vec::new();
    let mut told = HashMap::new();
    for line in board.waiting() {
        let kind = kinds.of(line, &board.agents);
        ahead.resize(kinds.known.len(), [0; 3]);
        let shared = ahead.iter().enumerate().filter(|(other, _)| kinds.share(kind, *other));
        let [before, wanted, offered] =
            shared.fold([0; 3], |sum, (_, seen)| [0, 1, 2].map(|each| sum[each] + seen[each]));
        let Kind { free, slots, .. } = kinds.known[kind];
        let taken = if line.offer.is_some() { line.weight } else { 0 };
        let missing = (wanted + line.weight - offered).saturating_sub(free + taken);
        told.insert(
            line.ticket,
            Estimate { place: before + 1, range: (slots > 0).then(|| range(missing, slots, board.talk)) },
        );
        let [heads, places, of_offers] = &mut ahead[kind];
        (*heads, *places, *of_offers) = (*heads + 1, *places + line.weight, *of_offers + taken);
    }
    told
}

/// Lines that the same agents could take, and how much room these have.
struct Kind {
    team: Option<Uuid>,
    language: Language,
    agents: BTreeSet<Uuid>,
    free: usize,
    slots: usize,
}

#[derive(Default)]
struct Kinds {
    known: Vec<Kind>,
    /// Whether an agent could take lines of either kind; for each kind the ones known before it, and itself.
    shared: Vec<Vec<bool>>,
}

impl Kinds {
    /// The number of a line's kind.
    fn of(&mut self, line: &Line, agents: &[Agent]) -> usize {
        let known = self.known.iter().position(|kind| (kind.team, kind.language) == (line.team, line.language));
        known.unwrap_or_else(|| {
            let mine = pool(line, agents);
            let new = Kind {
                team: line.team,
                language: line.language,
                agents: mine.iter().map(|agent| agent.id).collect(),
                free: mine.iter().map(|agent| agent.free()).sum(),
                slots: mine.iter().map(|agent| agent.capacity).sum(),
            };
            // With no agents at all everybody stands in one line.
            let shares = |other: &Kind| new.agents.is_empty() || !new.agents.is_disjoint(&other.agents);
            let mut shared: Vec<bool> = self.known.iter().map(shares).collect();
            shared.push(true);
            self.shared.push(shared);
            self.known.push(new);
            self.known.len() - 1
        })
    }

    fn share(&self, one: usize, other: usize) -> bool {
        self.shared[one.max(other)][one.min(other)]
    }
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
        let all = estimates(&board);
        let told: Vec<Estimate> = waiting.iter().map(|line| all[&line.ticket]).collect();
        assert_eq!(told.iter().map(|told| told.place).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
        let likely: Vec<Micros> = told.iter().map(|told| told.range.unwrap().likely).collect();
        assert!(likely.is_sorted_by(|a, b| a < b));
        assert!(told.iter().all(|told| {
            let range = told.range.unwrap();
            range.low < range.likely && range.likely < range.high
        }));
        let free = Board { agents: vec![agent(1, 4, 2)], ..board.clone() };
        assert_eq!(estimates(&free)[&waiting[1].ticket].range.unwrap().low, 0);
        let nobody = Board { agents: vec![], ..board };
        assert_eq!(estimates(&nobody)[&waiting[2].ticket], Estimate { place: 3, range: None });
    }

    #[test]
    fn a_heavy_conversation_ahead_makes_the_wait_longer_and_the_place_no_worse() {
        let heavy = |weight| {
            let lines = vec![Line { weight, ..line(10) }, line(11)];
            Board { lines, agents: vec![agent(1, 4, 4)], talk: 8 * MINUTE, ..Board::default() }
        };
        let [light, heavy] = [1, 3].map(|weight| estimates(&heavy(weight))[&Uuid::from_u128(11)]);
        assert_eq!((light.place, heavy.place), (2, 2));
        assert!(light.range.unwrap().likely < heavy.range.unwrap().likely);
    }

    #[test]
    fn those_whom_other_agents_help_are_not_ahead() {
        let speaking = |number, language| Agent { languages: BTreeSet::from([language]), ..agent(number, 1, 1) };
        let in_language = |number, language| Line { language, ..line(number) };
        let lines =
            [(10, Language::Ko), (11, Language::En), (12, Language::Ko), (13, Language::En), (14, Language::Ja)];
        let board = Board {
            lines: lines.iter().map(|(number, language)| in_language(*number, *language)).collect(),
            agents: vec![speaking(1, Language::Ko), speaking(2, Language::En)],
            talk: 8 * MINUTE,
            ..Board::default()
        };
        let told = estimates(&board);
        // Nobody speaks Japanese: anybody may take it, so all stand ahead of it.
        assert_eq!(lines.map(|(number, _)| told[&Uuid::from_u128(number)].place), [1, 1, 2, 2, 5]);
    }
}
