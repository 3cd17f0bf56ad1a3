//! One-time codes beside their names: bound to them, or somewhere in the same sentence.

use std::ops::Range;

use super::gaps::{self, Gap, Link};
use super::labels::Label;
use super::named::LOOSE;
use super::rules::{Concept, WORDS};
use super::scan::Look;
use super::{answers, values};

/// A one-time code: bound to its name, or six digits in the same sentence.
pub(crate) fn one_time(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let gap = gaps::after(text, label.end);
    if label.weak && (is_part_of_another(look, label) || is_another_code(look, label)) {
        return None;
    }
    let eastern = !text.as_bytes()[label.start].is_ascii();
    if label.weak && eastern && gap.link == Link::Bare {
        return None;
    }
    let exact = label.weak && gap.link < Link::Mark;
    let (least, most) = match (exact, gap.link) {
        (true, _) => (6, 8),
        _ => (4, 8),
    };
    if !(label.weak && gap.link == Link::Bare && gap.at > label.end + 1)
        && let Some(span) =
            values::code_at(text, gap.at, least, most, gap.at == label.end).or_else(|| lettered(text, &gap))
        && !is_year(&text[span.clone()], gap.link)
    {
        return Some(span);
    }
    if let Some(end) = gaps::before(text, label.start)
        && let Some(span) = code_before(text, end, if label.weak { 6 } else { 4 })
        && !is_named(look, span.start)
    {
        return Some(span);
    }
    if let Some(span) = answered(look, label) {
        return Some(span);
    }
    if label.weak { None } else { loose(look, label) }
}

/// "Did you get the code?", and on the next line the code: four digits only where nothing but the code is.
fn answered(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let answer = answers::behind(text, label.end)?;
    let least = if answer.asked && !label.weak { 4 } else { 6 };
    answer.value(look, !label.weak, |at| {
        let span = values::code(text, at, least, 8)?;
        let alone = at == answer.line.start && ends_line(text, span.end);
        let six = text[span.clone()].bytes().filter(u8::is_ascii_digit).count() >= 6;
        (alone || six && !label.weak && !is_day(&text[span.clone()])).then_some(span)
    })
}

/// "… fails with code: 50113", {"code": 60017}, "code 80919957 gave no bonus".
fn is_another_code(look: &Look, label: &Label) -> bool {
    let gap = gaps::after(look.text, label.end).at;
    let key = look.text[..label.start].ends_with(['"', '\'']);
    if key && values::code(look.text, gap, 6, 8).is_none() {
        return true;
    }
    let from = super::labels::ceil(look.text, label.start.saturating_sub(LOOSE));
    let begun = look.text[from..label.start].rfind('\n').map_or(from, |at| from + at + 1);
    let around = values::near(look.text, begun, 2 * LOOSE).to_lowercase();
    let around = around.split('\n').next().unwrap_or_default();
    if WORDS.bonuses.iter().any(|word| around.contains(word.as_str())) {
        return true;
    }
    // An error that has its number already has no other one.
    let line = |c: char| c == '\n' || c.is_ascii_digit();
    let before = look.text[from..label.start].rsplit(line).next().unwrap_or_default().to_lowercase();
    WORDS.errors.iter().any(|word| before.contains(word.as_str()))
}

pub(crate) fn ends_line(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches([' ', '\r', '.', '。', '"', '」', '!']);
    rest.is_empty() || rest.starts_with('\n')
}

/// 振込コード is no コード, {"code": …, "msg": …} no one-time code.
pub(crate) fn is_part_of_another(look: &Look, label: &Label) -> bool {
    let text = look.text;
    let before = text[..label.start].chars().next_back();
    let compound = !text.as_bytes()[label.start].is_ascii()
        && before
            .is_some_and(|c| matches!(c, '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'));
    let until = super::labels::ceil(text, (label.end + 60).min(text.len()));
    let behind = text[label.end..until].to_ascii_lowercase();
    let other = |other: &Label| other.concept == Concept::Public && text[other.end..label.start].len() <= 1;
    compound
        || look.labels_before(label.start, 1).next().is_some_and(other)
        || behind.starts_with('"')
            && ["\"msg\"", "\"message\"", "\"error", "\"data\""].iter().any(|key| behind.contains(key))
}

/// Codes of capitals and digits: X7K9P2.
fn lettered(text: &str, gap: &Gap) -> Option<Range<usize>> {
    let token = values::token(text, gap).filter(|_| gap.link == Link::Mark)?;
    let value = &text[token.clone()];
    let upper = value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let mixed =
        value.bytes().filter(u8::is_ascii_digit).count() >= 2 && value.bytes().any(|byte| byte.is_ascii_uppercase());
    (upper && mixed && (5..=8).contains(&value.len())).then_some(token)
}

fn is_year(code: &str, link: Link) -> bool {
    link < Link::Copula && code.len() == 4 && (code.starts_with("20") || code.starts_with("19"))
}

/// The code that ends at `end`.
pub(crate) fn code_before(text: &str, end: usize, least: usize) -> Option<Range<usize>> {
    let part = text[..end].trim_end_matches(['"', '\'', '”', '」', '』', '*', '`', ' ', ')', '）']);
    let digits =
        part.bytes().rev().take(10).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-')).count();
    let start = part.len() - digits;
    let start = start + part[start..].len() - part[start..].trim_start_matches([' ', '-']).len();
    // "G-482913".
    let start = if part[..start].ends_with("G-") { start - 2 } else { start };
    values::code(text, start, least, 8).filter(|span| span.end == part.len())
}

/// Whether a name of something public stands right before a number.
pub(crate) fn is_named(look: &Look, start: usize) -> bool {
    look.labels_before(start, 24).next().is_some_and(|label| {
        let public = matches!(
            label.concept,
            Concept::Public | Concept::Other | Concept::Card | Concept::Address | Concept::ApiKey
        );
        public && !look.text[label.end..start].contains(['。', '\n', '，', '；'])
    })
}

/// Six to eight digits in the sentence that names a code, with nothing public named between.
fn loose(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let stops = |c: char| matches!(c, '。' | '！' | '!' | '；' | ';' | '\n' | '？' | '?');
    let until = super::labels::ceil(text, (label.end + LOOSE).min(text.len()));
    let ahead = &text[label.end..until];
    let ahead = &ahead[..ahead.find(stops).or_else(|| ahead.find(". ")).unwrap_or(ahead.len())];
    if has_not_come(text, label, ahead.len()) {
        return None;
    }
    if let Some(span) = digits_in(text, label.end..label.end + ahead.len())
        && !look
            .labels_behind(label.end, span.start - label.end)
            .any(|other| other.end <= span.start && is_blocker(other))
    {
        return Some(span);
    }
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let behind = &text[from..label.start];
    let from = from
        + behind
            .rfind(stops)
            .map_or(0, |at| super::labels::ceil(behind, at + 1))
            .max(behind.rfind(". ").map_or(0, |at| at + 2));
    let span = digits_in(text, from..label.start)?;
    let blocked = is_named(look, span.start) || is_an_errors(text, span.start) || text[span.clone()].ends_with("000");
    let between = look
        .labels_behind(span.end, label.start - span.end)
        .any(|other| other.start < label.start && is_blocker(other));
    (!blocked && !between).then_some(span)
}

/// "I never got the code": whatever number stands there, it is another one.
fn has_not_come(text: &str, label: &Label, ahead: usize) -> bool {
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let around = text[from..label.end + ahead].to_lowercase();
    WORDS.not_come.iter().any(|word| around.contains(word.as_str()))
}

pub(crate) fn is_blocker(label: &Label) -> bool {
    !matches!(
        label.concept,
        Concept::Otp
            | Concept::Prefix
            | Concept::Structure
            | Concept::Seed
            | Concept::AccessToken
            | Concept::Front
            | Concept::Verb
    )
}

/// "処理に失敗（725778）".
fn is_an_errors(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '(', '（', '「', '-', ':', '：']);
    WORDS.errors.iter().any(|word| before.ends_with(word.as_str()))
}

/// 20261121.
fn is_day(digits: &str) -> bool {
    let part =
        |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u16>().ok()).unwrap_or_default();
    digits.len() == 8
        && (1900..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
}

/// The first code of six to eight digits in a part of the text.
fn digits_in(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // "ORD-28759291" has a name, "G-482913" has none.
    let coded = |at: usize| at > 3 && bytes[at - 1] == b'-' && bytes[at - 4..at - 1].iter().all(u8::is_ascii_uppercase);
    let begins =
        |at: &usize| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit() && !coded(*at));
    let at = part.clone().find(begins)?;
    let span = values::code(text, at, 6, 8).filter(|span| span.end <= part.end)?;
    (!is_day(&text[span.clone()])).then_some(span)
}
