//! Who views tickets at other nodes, as those nodes said last.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

use crate::clock::{Micros, SECOND};
use crate::live::frames::Present;

/// A node says what it has every ten seconds: what was not said again for so long is not so any more.
const KEPT: Micros = 30 * SECOND;
/// Parts that are kept, of all tickets and nodes: more than a desk has screens.
const PARTS: usize = 10_000;

/// The parts of other nodes.
#[derive(Default)]
pub(super) struct Elsewhere {
    /// By ticket and by node.
    parts: HashMap<Uuid, BTreeMap<String, Part>>,
    count: usize,
}

/// Who views one ticket at one node.
struct Part {
    who: Vec<Present>,
    said_at: Micros,
}

impl Elsewhere {
    /// A node said who views a ticket there; whether that is news.
    pub fn note(&mut self, ticket: Uuid, node: String, who: Vec<Present>, now: Micros) -> bool {
        if who.is_empty() {
            return self.forget(ticket, &node);
        }
        let known = self.parts.get(&ticket).and_then(|parts| parts.get(&node));
        let news = known.is_none_or(|part| part.who != who);
        if known.is_none() {
            if self.count >= PARTS {
                return false;
            }
            self.count += 1;
        }
        self.parts.entry(ticket).or_default().insert(node, Part { who, said_at: now });
        news
    }

    /// Who views a ticket at other nodes; an agent may be at several.
    pub fn of(&self, ticket: Uuid) -> impl Iterator<Item = &Present> {
        self.parts.get(&ticket).into_iter().flat_map(BTreeMap::values).flat_map(|part| &part.who)
    }

    /// Forgets what was not said again; the tickets that this concerns.
    pub fn expire(&mut self, now: Micros) -> BTreeSet<Uuid> {
        self.retain(|_, part| now - part.said_at <= KEPT)
    }

    /// Forgets a node that is gone; the tickets that this concerns.
    pub fn gone(&mut self, node: &str) -> BTreeSet<Uuid> {
        self.retain(|of, _| of != node)
    }

    fn forget(&mut self, ticket: Uuid, node: &str) -> bool {
        let Some(parts) = self.parts.get_mut(&ticket) else { return false };
        let known = parts.remove(node).is_some();
        if parts.is_empty() {
            self.parts.remove(&ticket);
        }
        self.count -= usize::from(known);
        known
    }

    fn retain(&mut self, keep: impl Fn(&str, &Part) -> bool) -> BTreeSet<Uuid> {
        let (mut changed, mut left) = (BTreeSet::new(), 0);
        self.parts.retain(|ticket, parts| {
            let before = parts.len();
            parts.retain(|node, part| keep(node, part));
            if parts.len() < before {
                changed.insert(*ticket);
            }
            left += parts.len();
            !parts.is_empty()
        });
        self.count = left;
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agent(number: &str) -> Present {
        Present { id: Uuid::nil(), name: format!("Agent {number}"), number: number.into(), typing: None }
    }

    fn numbers(elsewhere: &Elsewhere, ticket: Uuid) -> Vec<&str> {
        elsewhere.of(ticket).map(|present| present.number.as_str()).collect()
    }

    #[test]
    fn a_part_goes_when_its_node_says_so_or_is_silent() {
        let (mut elsewhere, one, other) = (Elsewhere::default(), Uuid::from_u128(1), Uuid::from_u128(2));
        assert!(elsewhere.note(one, "a".into(), vec![agent("0417")], 0));
        assert!(elsewhere.note(one, "b".into(), vec![agent("0418")], 0));
        assert!(elsewhere.note(other, "b".into(), vec![agent("0418")], 0));
        assert!(!elsewhere.note(one, "a".into(), vec![agent("0417")], 10 * SECOND), "said again is no news");
        assert_eq!(numbers(&elsewhere, one), ["0417", "0418"]);
        assert!(elsewhere.expire(KEPT).is_empty());
        assert_eq!(elsewhere.expire(KEPT + 1), BTreeSet::from([one, other]), "only `a` said it again");
        assert_eq!((numbers(&elsewhere, one), elsewhere.count), (vec!["0417"], 1));
        assert!(elsewhere.note(one, "a".into(), Vec::new(), 11 * SECOND));
        assert!(!elsewhere.note(one, "a".into(), Vec::new(), 11 * SECOND));
        assert!(numbers(&elsewhere, one).is_empty() && elsewhere.parts.is_empty() && elsewhere.count == 0);
    }

    #[test]
    fn a_node_that_goes_takes_its_parts_along() {
        let (mut elsewhere, ticket) = (Elsewhere::default(), Uuid::from_u128(1));
        elsewhere.note(ticket, "a".into(), vec![agent("0417")], 0);
        elsewhere.note(ticket, "b".into(), vec![agent("0418")], 0);
        assert_eq!(elsewhere.gone("a"), BTreeSet::from([ticket]));
        assert!(elsewhere.gone("a").is_empty());
        assert_eq!(numbers(&elsewhere, ticket), ["0418"]);
    }

    #[test]
    fn whoever_says_too_much_is_not_kept() {
        let mut elsewhere = Elsewhere::default();
        for ticket in 0..PARTS as u128 + 10 {
            elsewhere.note(Uuid::from_u128(ticket), "a".into(), vec![agent("0417")], 0);
        }
        assert_eq!((elsewhere.count, elsewhere.parts.len()), (PARTS, PARTS));
        elsewhere.expire(KEPT + 1);
        assert!(elsewhere.note(Uuid::nil(), "a".into(), vec![agent("0417")], KEPT + 1));
    }
}
