//! Recovery codes behind their name, one or a list.

use std::ops::Range;

use super::codes::{ends_line, is_blocker};
use super::labels::Label;
use super::rules::{Concept, WORDS};
use super::scan::Look;
use super::values;
use super::{answers, gaps, keys};

/// So far go the codes of a list, in bytes.
const LIST: usize = 600;

/// One or several codes behind the name, with commas, lines or numbers between.
pub(crate) fn recovery(look: &Look, label: &Label) -> Vec<Range<usize>> {
    let text = look.text;
    if answers::is_asked_about(text, label) {
        return Vec::new();
    }
    let mut codes = Vec::new();
    let mut at = gaps::after(text, label.end).at;
    let first = at;
    let limit = (label.end + LIST).min(text.len());
    let mut words = 0;
    while at < limit {
        super::scan::step(1);
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if codes.is_empty() && is_error_with_number(look, at) {
            break;
        }
        if !c.is_ascii_alphanumeric() {
            let sentence =
                matches!(c, '。' | '！' | '!' | '？' | '?') || rest.starts_with(". ") && codes.is_empty() && words > 0;
            if sentence
                || c.is_alphabetic() && {
                    words += 1;
                    words > 24 || !codes.is_empty() && words > 3
                }
            {
                break;
            }
            at += c.len_utf8();
            continue;
        }
        let length = rest.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let span = at..at + rest[..length].trim_end_matches('-').len();
        if let Some(span) = values::code(text, at, 8, 8).filter(|span| span.len() == 9) {
            at = span.end;
            codes.push(span);
            continue;
        }
        let named = look
            .labels_behind(at, 0)
            .next()
            .is_some_and(|other| other.end >= span.end && is_blocker(other) && other.concept != Concept::Recovery);
        if named {
            break;
        }
        if is_recovery_code(
            text,
            &span,
            at == first
                || !codes.is_empty()
                || text[first..at].bytes().all(|byte| !byte.is_ascii_alphabetic() && byte.is_ascii()),
        ) {
            codes.push(span);
            words = 0;
        } else if !text[span].bytes().all(|byte| byte.is_ascii_digit()) {
            words += 3;
            if words > if codes.is_empty() { 24 } else { 3 } {
                break;
            }
        }
        at += length;
    }
    if codes.is_empty() { answered(look, label).into_iter().collect() } else { codes }
}

/// "エラー0x80074f2a", "오류 -1021".
fn is_error_with_number(look: &Look, at: usize) -> bool {
    let Some(label) = look.labels_behind(at, 0).next().filter(|label| label.concept == Concept::Public) else {
        return false;
    };
    let name = look.text[label.start..label.end].to_lowercase();
    let rest = &look.text[gaps::after(look.text, label.end).at..];
    let number = rest.trim_start_matches(['-', '#']).starts_with(|c: char| c.is_ascii_digit());
    number && WORDS.errors.contains(&name)
}

/// "Do you have your backup code?", and on the next line the code.
fn answered(look: &Look, label: &Label) -> Option<Range<usize>> {
    let answer = answers::behind(look.text, label.end).filter(|answer| answer.asked)?;
    answer.value(look, true, |at| {
        let rest = &look.text[at..answer.line.end];
        let length = rest.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let span = at..at + rest[..length].trim_end_matches('-').len();
        let alone = at == answer.line.start && ends_line(look.text, span.end);
        let code = &look.text[span.clone()];
        let mixed = code.bytes().any(|byte| byte.is_ascii_digit());
        let even = code.contains('-')
            && code.split('-').all(|group| code.starts_with(group) || group.len() == code.find('-').unwrap_or(0));
        // "OZ8790", "010-7968-6105": flights and phones.
        let phone = code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && code.len() > 9;
        let shaped = !phone && (even || !code.contains('-') && code.len() >= 8);
        (shaped && (mixed || alone) && is_recovery_code(look.text, &span, alone)).then_some(span)
    })
}

fn is_recovery_code(text: &str, span: &Range<usize>, direct: bool) -> bool {
    let code = &text[span.clone()];
    let letters: String = code.chars().filter(|c| *c != '-').collect();
    let groups: Vec<&str> = code.split('-').collect();
    let digits = letters.bytes().filter(u8::is_ascii_digit).count();
    let even = groups.len() > 1 && groups.iter().all(|group| group.len() == groups[0].len());
    let shape = (6..=36).contains(&letters.len()) && groups.iter().all(|group| group.len() >= 3);
    let mixed = digits > 0 && digits < letters.len();
    let plain = digits == letters.len() && (6..=16).contains(&digits) && !(digits == 8 && even && groups.len() == 3);
    let capitals = letters.len() >= 8 && (even || direct) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let capitals = capitals
        || direct && even && groups[0].len() >= 4 && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    shape
        && !code.starts_with("0x")
        && !keys::is_address(code)
        && (mixed || plain || capitals)
        && !values::is_measure(code)
        && !values::counts(&text[span.end..])
        && values::stands_alone(text, span.clone())
        && !WORDS.not_values.contains(code.to_ascii_lowercase().as_str())
}
