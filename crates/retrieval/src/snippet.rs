//! The part of a passage that is shown with a hit, and what in it answers the question.

use std::ops::Range;

use crate::matcher::Matcher;
use crate::symbols::{self, Symbol};

/// Letters that are shown, and of these before the first that is marked.
const LENGTH: usize = 160;
const BEFORE: usize = 24;

/// A part of a text, with what was asked for marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The part, on one line; `…` where something was left out.
    pub text: String,
    /// Byte ranges of `text` that are to be marked, in order, apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// The part of `text` that has most of the patterns that are worth to be marked.
pub(crate) fn of(text: &str, matcher: &Matcher, patterns: &[(usize, bool)]) -> Snippet {
    let text = symbols::whole(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut row: Vec<Symbol> = Vec::new();
    let mut places: Vec<Range<usize>> = Vec::new();
    symbols::each(&text, |unit| {
        row.push(unit.symbol);
        places.push(unit.range);
    });
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    matcher.find(&row, |at, length, pattern| {
        if patterns.get(pattern).is_some_and(|(_, marked)| *marked) {
            found.push((places[at].start..places[at + length - 1].end, length));
        }
    });
    found.sort_by_key(|(range, _)| range.start);
    let window = window(&text, &found);
    cut(&text, window, &found)
}

/// The bytes of the part that has most of what was found.
fn window(text: &str, found: &[(Range<usize>, usize)]) -> Range<usize> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let letter = |byte: usize| starts.partition_point(|start| *start < byte);
    let mut best = (0, 0);
    let mut worth = 0;
    let mut first = 0;
    for (place, (range, length)) in found.iter().enumerate() {
        worth += length;
        while letter(range.end) > letter(found[first].0.start) + LENGTH - BEFORE && first < place {
            worth -= found[first].1;
            first += 1;
        }
        if worth > best.0 {
            best = (worth, letter(found[first].0.start));
        }
    }
    let from = best.1.saturating_sub(BEFORE);
    // Not less than what is there.
    let from = from.min(starts.len().saturating_sub(LENGTH));
    let at = |letter: usize| starts.get(letter).copied().unwrap_or(text.len());
    at(from)..at(from + LENGTH)
}

fn cut(text: &str, window: Range<usize>, found: &[(Range<usize>, usize)]) -> Snippet {
    let before = if window.start > 0 { "…" } else { "" };
    let after = if window.end < text.len() { "…" } else { "" };
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (range, _) in found.iter().filter(|(range, _)| range.start >= window.start && range.end <= window.end) {
        let range = range.start - window.start + before.len()..range.end - window.start + before.len();
        match marks.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => marks.push(range),
        }
    }
    Snippet { text: format!("{before}{}{after}", &text[window]), marks }
}
