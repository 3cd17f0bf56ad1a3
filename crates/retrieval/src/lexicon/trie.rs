//! Rows of numbers, found in a longer row.

use std::collections::HashMap;

/// Rows of numbers (symbols or sounds), each with values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trie {
    next: HashMap<(u32, u32), u32>,
    /// For each node the values of the rows that end there; the first node is the root.
    ends: Vec<Vec<u32>>,
}

impl Trie {
    /// Adds a row.
    pub(crate) fn put(&mut self, row: &[u32], value: u32) {
        if row.is_empty() {
            return;
        }
        if self.ends.is_empty() {
            self.ends.push(Vec::new());
        }
        let mut node = 0;
        for number in row {
            let fresh = self.ends.len() as u32;
            node = *self.next.entry((node, *number)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Vec::new());
            }
        }
        let ends = &mut self.ends[node as usize];
        if !ends.contains(&value) {
            ends.push(value);
        }
    }

    /// Calls `take` with the length and the values of each row that `text` begins with.
    pub(crate) fn begin(&self, text: &[u32], mut take: impl FnMut(usize, &[u32])) {
        let mut node = 0;
        for (at, number) in text.iter().enumerate() {
            let Some(next) = self.next.get(&(node, *number)) else { return };
            node = *next;
            let ends = &self.ends[node as usize];
            if !ends.is_empty() {
                take(at + 1, ends);
            }
        }
    }
}
