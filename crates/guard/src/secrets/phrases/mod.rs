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
use likely::{Beginning, Likely, Start};
use segments::Segment;

/// So many checksums are computed for a text; what is left then counts as found.
const MOST_SUMS: usize = 40_000;
/// No phrase has more words.
const LONGEST: usize = 34;
/// None has fewer, one of them missing.
const SHORTEST: usize = 11;
/// The name of a phrase reaches so far ahead and back, in bytes.
const AHEAD: usize = 400;
const BACK: usize = 240;

/// Finds phrases.
pub(crate) fn find(look: &Look, found: &mut Vec<Finding>) {
    let mut sums = MOST_SUMS;
    let (runs, clauses) = runs::find(look.text);
    for run in runs {
        // Of several lists the one counts whose words prove themselves where a phrase begins.
        let judged: Vec<Judged> =
            segments::of(look.text, run).iter().flat_map(|segment| judge(look, segment, &mut sums)).collect();
        let proven: Vec<Range<usize>> =
            judged.iter().filter(|it| it.proven).map(|it| it.finding.span.clone()).collect();
        let beaten = |it: &Judged| {
            !it.proven && proven.iter().any(|span| span.start < it.finding.span.end && it.finding.span.start < span.end)
        };
        found.extend(judged.into_iter().filter(|it| !beaten(it)).map(|it| it.finding));
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

/// A finding, and whether its words prove themselves.
struct Judged {
    finding: Finding,
    proven: bool,
}

fn judge(look: &Look, segment: &Segment, sums: &mut usize) -> Vec<Judged> {
    let named = is_named(look, &segment.span(0..segment.len()));
    let windows = proven(look, segment, named, sums);
    let found = |window: &Range<usize>| certain(segment.span(window.clone()), Kind::SeedPhrase);
    let all = segment.core.clone();
    if named && all.len() > LONGEST {
        // Several phrases, or one and its pieces: no long part stays.
        let rest = gaps_between(&windows, &all).filter(|rest| segment.is_list_like(rest.clone()));
        let rest = rest.map(|window| Judged { finding: found(&window), proven: false }).collect::<Vec<_>>();
        return windows.iter().map(|window| Judged { finding: found(window), proven: false }).chain(rest).collect();
    }
    let covered: usize = windows.iter().map(Range::len).sum();
    let begun = likely::starts(segment, look);
    let named_start = |start: &Start| start.beginning != Beginning::None;
    let none = !begun.iter().any(named_start);
    let placed =
        windows.iter().any(|window| begun.iter().any(|start| start.at == window.start && (none || named_start(start))));
    // A part may prove itself by chance: beside a name the whole list counts.
    let better = |likely: &Likely| covered + 2 < likely.words || likely.firm && !placed;
    if named && let Some(likely) = likely::of(segment, look).filter(better) {
        return vec![Judged { finding: certain(likely.span, Kind::SeedPhrase), proven: false }];
    }
    if !windows.is_empty() {
        return windows.iter().map(|window| Judged { finding: found(window), proven: true }).collect();
    }
    if !(segment.is_list() || *sums == 0 && all.len() >= SHORTEST) {
        return Vec::new();
    }
    let finding = Finding { span: segment.span(all), kind: Kind::SeedPhrase, certainty: Certainty::Uncertain };
    vec![Judged { finding, proven: false }]
}

/// What windows leave of a range.
fn gaps_between(windows: &[Range<usize>], all: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut sorted = windows.to_vec();
    sorted.sort_by_key(|window| window.start);
    let starts: Vec<usize> = std::iter::once(all.start).chain(sorted.iter().map(|window| window.end)).collect();
    let ends: Vec<usize> = sorted.iter().map(|window| window.start).chain([all.end]).collect();
    starts.into_iter().zip(ends).filter(|(start, end)| start < end).map(|(start, end)| start..end)
}

/// Windows of words that prove themselves, not overlapping: first those that begin where a phrase would begin, then the longest.
fn proven(look: &Look, segment: &Segment, named: bool, sums: &mut usize) -> Vec<Range<usize>> {
    let mut windows: Vec<Range<usize>> = Vec::new();
    let lengths = proof::lengths(segment.list);
    let mut starts = likely::starts(segment, look);
    starts.retain(|start| start.beginning != Beginning::None);
    let begun = lengths.iter().flat_map(|length| starts.iter().map(move |start| start.at..start.at + length));
    let others = lengths.iter().flat_map(|length| (0..segment.len()).map(move |from| from..from + length));
    let mut next = 0;
    for window in begun.chain(others).filter(|window| window.end <= segment.len()) {
        // Sweeps go from left to right, so the last windows are the ones to be compared with.
        if window.start == 0 {
            next = 0;
        }
        let free = |other: &Range<usize>| other.start >= window.end || window.start >= other.end;
        let apart = window.start >= next && windows.iter().rev().take(8).all(free);
        if apart && (named || !segment.is_prose(window.clone())) && segment.is_proven(window.clone(), sums) {
            next = window.end;
            windows.push(window);
        }
    }
    windows
}

/// A phrase in parts over several texts: for each part the text's place and where it stands. The last text holds a part.
pub(crate) fn in_parts(texts: &[&str]) -> Vec<(usize, Range<usize>)> {
    let lists = texts.last().map(|last| parts::lists_of(last)).unwrap_or_default();
    if lists.is_empty() {
        return Vec::new();
    }
    let named = texts
        .iter()
        .any(|text| super::labels::find(text).iter().any(|label| label.concept == Concept::Seed && !label.negated));
    lists.into_iter().find_map(|list| parts::joined(texts, list, named)).unwrap_or_default()
}
