//! One name, several values: "the PIN is 8419 or 984745", "コードは037230、SMSは780756".

use std::ops::Range;

use super::answers::starts;
use super::codes::is_blocker;
use super::gaps::Link;
use super::rules::{Concept, WORDS};
use super::scan::Look;
use super::{passwords, values};

/// So many values has a name at most.
const MOST: usize = 6;
/// The next one is no further, in bytes.
const REACH: usize = 60;
/// With more than this between them they are as long as each other.
const CLOSE: usize = 24;

/// The value of a name and those that are joined to it.
pub(crate) fn all(look: &Look, first: Option<Range<usize>>) -> Vec<Range<usize>> {
    let mut found = Vec::from_iter(first);
    while let Some(next) = found.last().and_then(|last| next(look, last)) {
        found.push(next);
        if found.len() == MOST {
            break;
        }
    }
    found
}

fn next(look: &Look, last: &Range<usize>) -> Option<Range<usize>> {
    let text = look.text;
    let ahead = values::near(text, last.end, REACH);
    let ahead = ahead.split(['\n', '。', '！', '？', '!', '?', ';', '；']).next().unwrap_or_default();
    let part = last.end..last.end + ahead.len();
    let span = starts(text, part.clone()).skip_while(|at| *at == last.end).find_map(|at| like(look, last, at))?;
    let gap = &text[last.end..span.start];
    let channel = || span.len() == last.len() && holds_channel(gap);
    if !is_joined(gap) && !channel() {
        return None;
    }
    let between = || look.labels_behind(last.end, span.start - last.end).filter(|label| label.end <= span.start);
    let blocked = between().any(|label| is_blocker(label) && label.concept != Concept::Password);
    let far = span.start - last.end > CLOSE && (span.len() != last.len() || text[span.clone()].ends_with("000"));
    (span.end <= part.end + REACH && !blocked && !far).then_some(span)
}

/// "…, SMS: 780756".
fn holds_channel(gap: &str) -> bool {
    let gap = gap.to_lowercase();
    WORDS.channels.iter().any(|word| gap.contains(word.as_str()))
}

/// Whether a word that joins stands right behind a value.
fn is_joined(ahead: &str) -> bool {
    let rest = ahead.trim_start_matches([' ', ',', '，', '"', '\'', '`', '”', '」', '』', ')', '）', '*']);
    WORDS.joins.iter().any(|word| {
        let Some(head) = rest.get(..word.len()) else { return false };
        let letters = word.ends_with(|c: char| c.is_ascii_alphabetic());
        let whole = !letters || !rest[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        whole && head.eq_ignore_ascii_case(word)
    })
}

/// A value at `at` of the shape of the one before: digits after digits, else something with both letters and digits.
fn like(look: &Look, last: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let text = look.text;
    if text[last.clone()].bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-')) {
        return values::code(text, at, 4, 8);
    }
    passwords::mixed(look, at, Link::Bare)
}
