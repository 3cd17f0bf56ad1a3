//! Phrases that wallets are made from.
//!
//! One pass counts words of the lists that follow each other; where there are many, a closer look checks sums and wording:
//!
//! - words with a right checksum are a phrase, unless they read like a sentence;
//! - words of one list beside the name of a phrase are one, whatever their sum is;
//! - without either they may be one, if they do not read like a sentence.

mod han;
mod likely;
mod lists;
mod parts;
mod proof;
mod runs;
mod segments;

use std::ops::Range;

use super::rules::Concept;
use super::scan::{Look, certain};
use super::{Certainty, Finding, Kind};
use likely::Likely;
use segments::Segment;

/// So many checksums are computed for a text; what is left then counts as found.
const MOST_SUMS: usize = 40_000;
/// No phrase has more words.
const LONGEST: usize = 34;
/// The name of a phrase reaches so far ahead and back, in bytes.
const AHEAD: usize = 400;
const BACK: usize = 240;

/// Finds phrases.
pub(crate) fn find(look: &Look, found: &mut Vec<Finding>) {
    let mut sums = MOST_SUMS;
    let (runs, clauses) = runs::find(look.text);
    for run in runs {
        for segment in segments::of(look.text, run) {
            judge(look, &segment, &mut sums, found);
        }
    }
    for clause in clauses {
        found.extend(han::judge(look, clause));
    }
}

/// Whether the name of a phrase stands near.
fn is_named(look: &Look, span: &Range<usize>) -> bool {
    let from = span.start.saturating_sub(AHEAD);
    look.labels_behind(from, span.end + BACK - from).any(|label| label.concept == Concept::Seed && !label.negated)
}

fn judge(look: &Look, segment: &Segment, sums: &mut usize, found: &mut Vec<Finding>) {
    let named = is_named(look, &segment.span(0..segment.len()));
    let proven = proven(look, segment, named, sums);
    let covered: usize = proven.iter().map(Range::len).sum();
    // A part may prove itself by chance: beside a name the whole list counts.
    let begun = likely::starts(segment, look);
    let placed = proven.iter().any(|window| begun.iter().any(|(start, _)| *start == window.start));
    let better = |likely: &Likely| covered + 2 < likely.words || likely.firm && !placed;
    let all = segment.core.clone();
    if named && all.len() > LONGEST && covered + 2 < all.len() && !segment.is_prose(all.clone()) {
        // Several phrases, or one and its pieces: nothing of it stays.
        found.push(certain(segment.span(all), Kind::SeedPhrase));
    } else if named && let Some(likely) = likely::of(segment, look).filter(better) {
        found.push(certain(likely.span, Kind::SeedPhrase));
    } else if !proven.is_empty() {
        found.extend(proven.into_iter().map(|window| certain(segment.span(window), Kind::SeedPhrase)));
    } else if segment.is_list() || *sums == 0 && all.len() >= 12 {
        found.push(Finding {
            span: segment.span(0..segment.len()),
            kind: Kind::SeedPhrase,
            certainty: Certainty::Uncertain,
        });
    }
}

/// Windows of words that prove themselves, the longest first, not overlapping. Of those of a length the ones count first that
/// begin where a phrase would begin.
fn proven(look: &Look, segment: &Segment, named: bool, sums: &mut usize) -> Vec<Range<usize>> {
    let mut windows: Vec<Range<usize>> = Vec::new();
    let begun = likely::starts(segment, look);
    for length in proof::lengths(segment.list) {
        let last = (segment.len() + 1).saturating_sub(*length);
        let starts = begun.iter().map(|(start, _)| *start).filter(|start| *start < last);
        let mut next = 0;
        for from in starts.chain(0..last) {
            let window = from..from + length;
            let free = from >= next
                && !windows.iter().rev().take(8).any(|other| other.start < window.end && window.start < other.end);
            if free && (named || !segment.is_prose(window.clone())) && segment.is_proven(window.clone(), sums) {
                next = window.end;
                windows.push(window);
            }
        }
    }
    windows
}

/// A phrase in parts over several texts: for each part the text's place and where it stands. The last text holds a part.
pub(crate) fn in_parts(texts: &[&str]) -> Vec<(usize, Range<usize>)> {
    let named = texts
        .iter()
        .any(|text| super::labels::find(text).iter().any(|label| label.concept == Concept::Seed && !label.negated));
    (0..lists::LISTS.len()).find_map(|list| parts::joined(texts, list, named)).unwrap_or_default()
}
