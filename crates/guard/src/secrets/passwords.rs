//! Passwords and PINs beside their names.

use std::ops::Range;

use super::gaps::{self, Gap, Link};
use super::labels::Label;
use super::lettered::{han, hangul, watchword};
use super::rules::Concept;
use super::scan::Look;
use super::told::{answered_password, clause_before, loose_password, set_password, told_password};
use super::{answers, keys, values};

pub(crate) fn password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let gap = gaps::after(look.text, label.end);
    if let Some(span) = password_at(look, label, &gap).filter(|span| {
        // "user bob pass hunter22", but not "pass level2".
        let value = &look.text[span.clone()];
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        !label.weak
            || gap.link > Link::Bare
            || value.len() >= 7
                && (digits >= 2 && digits < value.len()
                    || values::humps(value) > 1
                    || value.contains(['_', '#', '!', '$', '%', '^', '&', '*', '@']))
    }) {
        return Some(span);
    }
    if let Some(span) = loose_password(look, label, &gap) {
        return Some(span);
    }
    if let Some(span) = told_password(look, label) {
        return Some(span);
    }
    if let Some(span) = set_password(look, label).or_else(|| answered_password(look, label)) {
        return Some(span);
    }
    let asserted = answers::is_asserted(&look.text[label.end..]);
    if asserted && let Some(span) = clause_before(look, label) {
        return Some(span);
    }
    let end =
        gaps::before(look.text, label.start).or_else(|| asserted.then(|| look.text[..label.start].trim_end().len()))?;
    let span = values::token_before(look.text, end)?;
    let value = &look.text[span.clone()];
    let odd = value.contains(['_', '#', '!', '$', '%', '^', '&', '*']);
    let mixed =
        (value.bytes().any(|byte| byte.is_ascii_digit()) || odd || values::humps(value) > 1) && value.len() >= 6;
    let number = value.bytes().all(|byte| byte.is_ascii_digit());
    if value.ends_with([',', '.', ';']) || number && super::codes::is_named(look, span.start) {
        return None;
    }
    let ticket = value.strip_prefix('#').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    (mixed && !ticket && !is_a_label(look, &span) && values::is_password(value, Link::Copula, false, ""))
        .then_some(span)
}

/// A value at `at` with letters and digits, or, behind a mark, digits.
pub(crate) fn mixed(look: &Look, at: usize, link: Link) -> Option<Range<usize>> {
    let text = look.text;
    let span = values::token(text, &Gap { at, link, quote: None, assigned: false })?;
    let value = &text[span.clone()];
    let count = |is: fn(&u8) -> bool| value.bytes().filter(is).count();
    let letters = count(u8::is_ascii_alphabetic) > 0 || link == Link::Mark;
    let apart = !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || "@._-/\\+=#&".contains(c));
    // "1420.61AVAX", a phone's number.
    let amount = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let amount = amount.len() + 2 < value.len() && amount.len() < 6 && value.contains(['.', ',']);
    let phone = count(u8::is_ascii_digit) == value.len() && value.len() > 8;
    let like = apart
        && !amount
        && !phone
        && (6..=32).contains(&value.len())
        && count(u8::is_ascii_digit) > 0
        && letters
        && !keys::is_address(value);
    (like && !is_a_label(look, &span) && values::is_password(value, link, false, &text[span.end..])).then_some(span)
}

fn password_at(look: &Look, label: &Label, gap: &Gap) -> Option<Range<usize>> {
    let text = look.text;
    let korean = hangul(text, gap).or_else(|| han(look, label, gap)).or_else(|| watchword(text, label, gap));
    let mut span = korean.clone().or_else(|| values::token(text, gap))?;
    if is_a_label(look, &span) {
        return None;
    }
    let name = &text[label.start..label.end];
    let pair = name.contains(['/', '・'])
        || ["和", "与", "랑", "와", "과", "と", "账密", "帐密", "帳密", "cred", "아이디", "userpass"]
            .iter()
            .any(|and| name.contains(and));
    let before = text[..label.start].trim_end();
    let listed = before.strip_suffix(['/', '&']).is_some_and(|before| {
        before.split_whitespace().next_back().is_some_and(|word| word.chars().all(char::is_alphabetic))
    });
    let pair = pair || listed;
    if pair && let Some(second) = second_of(text, &span) {
        span = second;
    }
    let line = text[label.end..span.start].contains('\n');
    let rest = &text[span.end..];
    let value = &text[span.clone()];
    let alone = rest.trim_start_matches([' ', '\r', '"']).is_empty()
        || rest.trim_start_matches([' ', '\r', '"', '.', '。']).starts_with('\n');
    let letters = value.bytes().all(|byte| byte.is_ascii_alphabetic()) && values::humps(value) < 2;
    if line
        && (!alone || letters && gap.link < Link::Mark || letters && text[label.end..span.start].contains(['?', '？']))
    {
        return None;
    }
    (korean.is_some() || values::is_password(value, gap.link, gap.quote.is_some(), rest)).then_some(span)
}

/// "user / password": the second of two values.
fn second_of(text: &str, first: &Range<usize>) -> Option<Range<usize>> {
    let value = &text[first.clone()];
    if let Some(at) = value.find(['/', ':', '|']).filter(|at| *at > 1 && at + 1 < value.len() && !value.contains("://"))
    {
        return Some(first.start + at + 1..first.end);
    }
    let rest = &text[first.end..];
    let skipped = rest.trim_start_matches([' ', '/', ',', '，', '、', '|', '&', '+', '\n', '\r', ';']);
    let skipped = skipped.strip_prefix("and ").unwrap_or(skipped);
    let gap = Gap { at: text.len() - skipped.len(), link: Link::Mark, quote: None, assigned: false };
    (skipped.len() < rest.len()).then(|| values::token(text, &gap)).flatten()
}

/// Whether a value is itself a name, or begins with one that goes on with a colon: "password: pin: 1234".
pub(crate) fn is_a_label(look: &Look, span: &Range<usize>) -> bool {
    let Some(label) = look.labels_behind(span.start, 0).next() else { return false };
    let tail = look.text.get(label.end..span.end).unwrap_or_default();
    label.end >= span.end
        || !matches!(label.concept, Concept::Password | Concept::Public) && tail.starts_with([':', '=', '：'])
}
