//! The security codes of cards beside their names.

use std::ops::Range;

use super::codes::{code_before, ends_line, is_named};
use super::gaps::{self, Link};
use super::labels::Label;
use super::named::LOOSE;
use super::rules::Concept;
use super::scan::Look;
use super::values;

/// Three digits beside the back of a card, when a card or a count of digits is named too.
pub(crate) fn on_the_back(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let near = || look.labels_before(label.start, 120).chain(look.labels_behind(label.end, 120));
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let around = values::near(text, from, LOOSE + label.end - label.start).to_ascii_lowercase();
    let counted = [
        "digit",
        "three",
        "number",
        "三",
        "3位",
        "3个",
        "3個",
        "數字",
        "数字",
        "세 ",
        "세자리",
        "3자리",
        "숫자",
        "桁",
        "番号",
    ];
    if !near().any(|other| matches!(other.concept, Concept::Card | Concept::Cvv))
        && !counted.iter().any(|word| around.contains(word))
    {
        return None;
    }
    if let Some(span) = loose_three(look, label) {
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
    if let Some((gap, true)) = gaps::answer(text, label.end)
        && let Some(span) = values::code(text, gap.at, 3, 4).filter(|span| ends_line(text, span.end))
    {
        return Some(span);
    }
    let before = gaps::before(text, label.start).and_then(|end| code_before(text, end, 3));
    if let Some(span) = before.filter(|span| span.len() <= 4 && !is_named(look, span.start)) {
        return Some(span);
    }
    if label.weak && !card() { None } else { loose_three(look, label) }
}

/// American Express prints four digits.
const FOUR: [&str; 10] = ["4 digit", "4-digit", "four", "四位", "4位", "네 자리", "네자리", "4자리", "4桁", "四桁"];

/// Three digits in the sentence that names a security code.
fn loose_three(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let until = super::labels::ceil(text, (label.end + LOOSE / 2).min(text.len()));
    let ahead = &text[label.end..until];
    let ahead = &ahead[..ahead.find(['。', '！', '!', '\n', '？', '?', '；']).unwrap_or(ahead.len())];
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let around = values::near(text, from, LOOSE + LOOSE / 2).to_ascii_lowercase();
    let most = if FOUR.iter().any(|word| around.contains(word)) { 4 } else { 3 };
    // The first number of three digits or more, so that none is taken out of a card's.
    let three = |at: &usize| ahead.as_bytes()[*at..].iter().take(3).filter(|byte| byte.is_ascii_digit()).count() == 3;
    let span = values::code(text, label.end + (0..ahead.len()).find(three)?, 3, most)?;
    let at = span.start;
    let blocked = look
        .labels_behind(label.end, at - label.end)
        .any(|other| other.end <= at && !matches!(other.concept, Concept::Cvv | Concept::Card | Concept::Back));
    (!blocked).then_some(span)
}
