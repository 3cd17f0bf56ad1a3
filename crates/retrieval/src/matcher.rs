//! Finds many short rows of symbols in a long one: a question's grams and phrases in an article.

use std::collections::HashMap;

use crate::symbols::Symbol;

/// No pattern.
const NONE: u32 = u32::MAX;
/// The node that no row leads to: an empty place of the table.
const NOWHERE: u32 = 0;

/// A tree of patterns, its edges in one table that is probed in place.
pub(crate) struct Matcher {
    keys: Vec<u64>,
    nodes: Vec<u32>,
    mask: usize,
    /// For each node the pattern that ends there.
    ends: Vec<u32>,
}

fn key(node: u32, symbol: Symbol) -> u64 {
    u64::from(node) << 32 | u64::from(symbol)
}

fn place(key: u64, mask: usize) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & mask
}

impl Matcher {
    /// The patterns' numbers are their places in the list.
    pub(crate) fn of(patterns: &[Vec<Symbol>]) -> Matcher {
        // The root is node 1.
        let mut ends = vec![NONE, NONE];
        let mut edges: HashMap<u64, u32> = HashMap::new();
        for (number, pattern) in patterns.iter().enumerate() {
            let mut node = 1;
            for symbol in pattern {
                node = *edges.entry(key(node, *symbol)).or_insert_with(|| {
                    ends.push(NONE);
                    ends.len() as u32 - 1
                });
            }
            if !pattern.is_empty() {
                ends[node as usize] = number as u32;
            }
        }
        let size = (edges.len() * 4).next_power_of_two().max(16);
        let mut matcher = Matcher { keys: vec![0; size], nodes: vec![NOWHERE; size], mask: size - 1, ends };
        for (key, node) in edges {
            let mut at = place(key, matcher.mask);
            while matcher.nodes[at] != NOWHERE {
                at = (at + 1) & matcher.mask;
            }
            (matcher.keys[at], matcher.nodes[at]) = (key, node);
        }
        matcher
    }

    #[inline]
    fn step(&self, node: u32, symbol: Symbol) -> Option<u32> {
        let key = key(node, symbol);
        let mut at = place(key, self.mask);
        while self.nodes[at] != NOWHERE {
            if self.keys[at] == key {
                return Some(self.nodes[at]);
            }
            at = (at + 1) & self.mask;
        }
        None
    }

    /// Calls `take` with the place, the length and the number of each pattern in `text`.
    #[inline]
    pub(crate) fn find(&self, text: &[Symbol], mut take: impl FnMut(usize, usize, usize)) {
        for start in 0..text.len() {
            let mut node = 1;
            for (length, symbol) in text[start..].iter().enumerate() {
                let Some(next) = self.step(node, *symbol) else { break };
                node = next;
                let end = self.ends[node as usize];
                if end != NONE {
                    take(start, length + 1, end as usize);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_patterns_are_found() {
        let matcher = Matcher::of(&[vec![1, 2], vec![2], vec![1, 2, 3], vec![7]]);
        let mut found = Vec::new();
        matcher.find(&[1, 2, 3, 2, 9, 1], |at, length, pattern| found.push((at, length, pattern)));
        assert_eq!(found, [(0, 2, 0), (0, 3, 2), (1, 1, 1), (3, 1, 1)]);
        Matcher::of(&[]).find(&[1, 2], |_, _, _| panic!());
    }
}
