//! Words beside the name of a phrase that do not prove themselves: one is mistyped, or the checksum is of another wallet.
//!
//! Where the phrase begins and ends is told by what stands between the words, and by its length.

use std::ops::Range;

use super::super::gaps;
use super::super::labels::Label;
use super::super::rules::Concept;
use super::super::scan::Look;
use super::proof;
use super::segments::{FAR, Segment};

/// What a list beside the name of a phrase seems to be.
pub(crate) struct Likely {
    pub span: Range<usize>,
    pub words: usize,
    /// It begins behind the name or a colon and has a phrase's length.
    pub firm: bool,
}

/// So many words are tried as the first one.
const MOST_STARTS: usize = 20;

/// A word that a phrase may begin with.
#[derive(Clone, Copy)]
pub(crate) struct Start {
    pub at: usize,
    pub beginning: Beginning,
}

/// The words that a phrase probably begins with: those that are begun firmly, then the others, the last ones first.
pub(crate) fn starts(segment: &Segment, look: &Look) -> Vec<Start> {
    let begun = |at| Start { at, beginning: beginning(segment, look, at) };
    let mut starts: Vec<Start> = (0..segment.len().min(MOST_STARTS)).rev().map(begun).collect();
    let first = |at| Start { at, beginning: Beginning::None };
    starts.retain(|start| start.beginning != Beginning::None);
    starts.extend([first(segment.core.start), first(0)]);
    starts.sort_by_key(|start| start.beginning);
    starts
}

/// The part of a segment that is a phrase with a word or two mistyped.
pub(crate) fn of(segment: &Segment, look: &Look) -> Option<Likely> {
    let core = &segment.core;
    let begun = starts(segment, look);
    let starts = || begun.iter().map(|start| (start.at, start.beginning == Beginning::Firm));
    let whole = starts().find_map(|(start, firm)| {
        let window = ends(segment, look.text, start).map(|end| start..end).find(|window| is_usual(segment, window))?;
        is_likely(segment, &window).then_some((window, firm))
    });
    let cut = || {
        starts().find_map(|(start, _)| {
            let end = ends(segment, look.text, start).min().unwrap_or(core.end).min(core.end);
            let window = fitting(segment, start..end.max(start));
            is_likely(segment, &window).then_some((window, false))
        })
    };
    let (window, firm) = whole.or_else(cut)?;
    Some(Likely { span: segment.span(window.clone()), words: window.len(), firm })
}

fn is_usual(segment: &Segment, window: &Range<usize>) -> bool {
    proof::lengths(segment.list).contains(&window.len())
}

/// Where a phrase may end that begins at `start`: where something divides the words that did not before, or at the end of the
/// list.
fn ends(segment: &Segment, text: &str, start: usize) -> impl Iterator<Item = usize> {
    let inner: Vec<u8> = (start + 1..start + 11).map(|at| divider(segment, text, at)).collect();
    let last = [segment.core.end, segment.len()];
    let divided = move |end: &usize| *end < last[1] && !inner.contains(&divider(segment, text, *end));
    let first = (start + 11..segment.len()).find(divided);
    last.into_iter().chain(first).filter(move |end| first.is_none_or(|first| *end <= first) && *end >= start + 11)
}

/// A word or two of the sentence may follow a phrase.
fn fitting(segment: &Segment, window: Range<usize>) -> Range<usize> {
    let shorter = (0..3).map(|more| window.start..window.end.saturating_sub(more).max(window.start));
    shorter.into_iter().find(|window| is_usual(segment, window)).unwrap_or(window)
}

/// Whether few of the words are strange and they make no sentence.
fn is_likely(segment: &Segment, window: &Range<usize>) -> bool {
    if !(11..=34).contains(&window.len()) {
        return false;
    }
    let strange = segment.words[window.clone()].iter().filter(|word| word.place.is_none()).count();
    let known = window.len() - strange;
    known >= 11 && strange * 5 <= known && !segment.is_prose(window.clone())
}

/// What a word has before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Beginning {
    /// Behind a colon, a quotation mark, the number 1, or a name and a copula.
    Firm,
    /// Right behind a name, which may be a word of the phrase.
    Loose,
    None,
}

/// Whether a phrase may begin at this word.
fn beginning(segment: &Segment, look: &Look, at: usize) -> Beginning {
    let text = look.text;
    let word = &segment.words[at].span;
    let from = at.checked_sub(1).map_or_else(
        || super::super::labels::ceil(text, word.start.saturating_sub(8)),
        |at| segment.words[at].span.end,
    );
    let gap = &text[from..word.start];
    let next = segment.words.get(at + 1).map_or("", |next| &text[word.end..next.span.start]);
    let digits: String = gap.chars().filter(char::is_ascii_digit).collect();
    let first = matches!(digits.as_str(), "1" | "01") && next.contains('2');
    let marked = gap.contains([':', '：', '"', '“', '「', '=', '?', '？', '。', '!']) && gap.trim() != next.trim();
    let numbered = next.contains(|c: char| c.is_ascii_digit());
    // "they are immune / coffee / innocent".
    let divided = |at: usize| divider(segment, text, at);
    let changes = at > 0
        && divided(at) != divided(at + 1)
        && divided(at + 1) == divided(at + 2)
        && divided(at + 2) == divided(at + 3);
    if first || changes && divided(at + 1) != 9 || marked && !numbered {
        return Beginning::Firm;
    }
    let name = look.labels_before(word.start, FAR).next().filter(|label: &&Label| label.concept == Concept::Seed);
    match name {
        Some(label) if gaps::after(text, label.end).at >= word.start => {
            let bare = text[label.end..word.start].trim().is_empty();
            if bare { Beginning::Loose } else { Beginning::Firm }
        }
        _ => Beginning::None,
    }
}

/// What divides a word from the one before it: lines, commas, sentences, dashes or spaces.
fn divider(segment: &Segment, text: &str, at: usize) -> u8 {
    let (Some(before), Some(word)) = (segment.words.get(at.wrapping_sub(1)), segment.words.get(at)) else { return 0 };
    let gap = &text[before.span.end..word.span.start];
    let kinds: [&[char]; 4] =
        [&['\n'], &[',', '，', '、', ';', '/', '|'], &['.', '。', '!', '?', '"', '」', ')'], &['-', '_']];
    kinds.iter().position(|kind| gap.contains(*kind)).map_or(9, |kind| kind as u8)
}
