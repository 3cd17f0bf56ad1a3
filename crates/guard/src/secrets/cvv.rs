//! The security codes of cards beside their names.

use std::ops::Range;

use super::codes::{code_before, ends_line, is_named};
use super::gaps::{self, Link};
use super::labels::Label;
use super::named::LOOSE;
use super::rules::{Concept, WORDS};
use super::scan::Look;
use super::{answers, values};

/// Three digits beside the back of a card, when a card or a count of digits is named too.
pub(crate) fn on_the_back(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let near = || look.labels_before(label.start, 120).chain(look.labels_behind(label.end, 120));
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let around = values::near(text, from, LOOSE + label.end - label.start).to_ascii_lowercase();
    if !near().any(|other| matches!(other.concept, Concept::Card | Concept::Cvv)) && !holds(&around, &WORDS.digits) {
        return None;
    }
    if let Some(span) = loose_three(look, label).or_else(|| answered(look, label)) {
        return Some(span);
    }
    let behind = &text[from..label.start];
    let behind = &behind[behind
        .rfind(['。', '！', '!', '\n', '？', '?', '；', '，'])
        .map_or(0, |at| super::labels::ceil(behind, at + 1))..];
    let digits = behind.rfind(|c: char| c.is_ascii_digit())?;
    let end = label.start - behind.len() + digits + 1;
    code_before(text, end, 3).filter(|span| span.len() == 3 && !is_named(look, span.start))
}

pub(crate) fn six_digits(look: &Look, label: &Label) -> Option<Range<usize>> {
    let gap = gaps::after(look.text, label.end);
    values::code_at(look.text, gap.at, 6, 8, gap.at == label.end)
}

pub(crate) fn security_code(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let gap = gaps::after(text, label.end);
    let card = || {
        look.labels_before(label.start, 160)
            .chain(look.labels_behind(label.end, 160))
            .any(|other| other.concept == Concept::Card)
    };
    let bound = !label.weak || gap.link > Link::Bare || card();
    if bound && let Some(span) = values::code_at(text, gap.at, 3, 4, gap.at == label.end) {
        return Some(span);
    }
    if let Some(span) = answered(look, label) {
        return Some(span);
    }
    let before = gaps::before(text, label.start).and_then(|end| code_before(text, end, 3));
    if let Some(span) = before.filter(|span| span.len() <= 4 && !is_named(look, span.start)) {
        return Some(span);
    }
    if label.weak && !card() { None } else { loose_three(look, label) }
}

/// "Please check the back of your card", and the next line tells the digits.
fn answered(look: &Look, label: &Label) -> Option<Range<usize>> {
    let answer = answers::behind(look.text, label.end).filter(|answer| answer.asked)?;
    answer.value(look, true, |at| {
        let span = values::code(look.text, at, 3, 4)?;
        let alone = at == answer.line.start && ends_line(look.text, span.end);
        (span.len() == 3 || alone).then_some(span)
    })
}

fn holds(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// The four digits that American Express prints on the front, when they are counted and it or a security code is named; the
/// last four of the number are no secret.
pub(crate) fn on_the_front(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE));
    let around = values::near(text, from, 2 * LOOSE + label.end - label.start).to_lowercase();
    let named = || look.labels_before(label.start, 120).chain(look.labels_behind(label.end, 120));
    let code = holds(&around, &WORDS.four_issuers) || named().any(|other| other.concept == Concept::Cvv);
    if !code || !holds(&around, &WORDS.four_digits) || holds(&around, &WORDS.last_digits) {
        return None;
    }
    let sentence = |part: &str| part.find(['。', '！', '!', '\n', '？', '?', '；']).unwrap_or(part.len());
    let ahead = sentence(values::near(text, label.end, LOOSE / 2));
    let four = |at: usize| values::code(text, at, 4, 4).filter(|span| span.len() == 4 && !is_named(look, span.start));
    answers::starts(text, label.end..label.end + ahead).find_map(four)
}

/// Three digits in the sentence that names a security code.
fn loose_three(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let until = super::labels::ceil(text, (label.end + LOOSE / 2).min(text.len()));
    let ahead = &text[label.end..until];
    let ahead = &ahead[..ahead.find(['。', '！', '!', '\n', '？', '?', '；']).unwrap_or(ahead.len())];
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let around = values::near(text, from, LOOSE + LOOSE / 2).to_ascii_lowercase();
    let most = if holds(&around, &WORDS.four_digits) { 4 } else { 3 };
    // The first number of three digits or more, so that none is taken out of a card's.
    let three = |at: &usize| ahead.as_bytes()[*at..].iter().take(3).filter(|byte| byte.is_ascii_digit()).count() == 3;
    let span = values::code(text, label.end + (0..ahead.len()).find(three)?, 3, most)?;
    let at = span.start;
    let blocked = look.labels_behind(label.end, at - label.end).any(|other| {
        other.end <= at && !matches!(other.concept, Concept::Cvv | Concept::Card | Concept::Back | Concept::Front)
    });
    (!blocked).then_some(span)
}
