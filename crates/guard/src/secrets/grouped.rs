//! Keys that are written in groups with spaces or dashes between, beside their names.

use std::ops::Range;

use super::labels::Label;
use super::named::LOOSE;
use super::rules::{Concept, WORDS};
use super::scan::Look;
use super::{blobs, gaps, keys};

/// "JBSW Y3DP EHPK 3PXP": base32 in groups of four, in the same sentence as the name.
pub(crate) fn spaced_base32(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let near = || look.labels_before(label.start, 200).chain(look.labels_behind(label.end, 200));
    if label.concept == Concept::SecretKey && !near().any(|other| matches!(other.concept, Concept::Otp | Concept::Totp))
    {
        return None;
    }
    let bytes = text.as_bytes();
    let until = (label.end + LOOSE).min(bytes.len());
    let direct = gaps::after(text, label.end).at;
    let mut at = direct;
    while at < until {
        super::scan::step(1);
        let end = fours(bytes, at);
        let joined: String = text[at..end].chars().filter(char::is_ascii_alphanumeric).collect();
        let totp = label.concept == Concept::Totp;
        let span = row(text, at, totp && at == direct && !label.weak);
        if let Some(span) = span.or_else(|| told_apart(text, at..end).filter(|_| totp)) {
            return Some(span);
        }
        if blobs::is_strict_base32(&joined)
            || joined.len() >= 16
                && end - at > joined.len()
                && (label.concept == Concept::Totp && at == direct || joined.bytes().any(|byte| byte.is_ascii_digit()))
            || joined.len() >= 16 && !joined.bytes().any(|byte| byte.is_ascii_lowercase())
        {
            return Some(at..end);
        }
        let word = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count().max(1);
        at = super::labels::ceil(text, at + word);
        at += bytes[at.min(bytes.len())..]
            .iter()
            .take_while(|byte| matches!(**byte, b' ' | b'-' | b'"' | b':' | b'(' | b'\n'))
            .count();
    }
    None
}

/// Base32 without spaces, as long as keys are: with digits or in capitals, or right behind the name.
fn row(text: &str, at: usize, direct: bool) -> Option<Range<usize>> {
    let length = text.as_bytes()[at..].iter().take(70).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let row = &text[at..at + length];
    let all = |is: fn(&u8) -> bool| row.bytes().all(|byte| is(&byte));
    let apart = !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '=' | '_' | '-'));
    let like = blobs::is_strict_base32(row) || all(u8::is_ascii_uppercase) || direct && all(u8::is_ascii_lowercase);
    (apart && like && matches!(length, 16 | 26 | 32 | 52 | 64)).then(|| at..at + length)
}

/// Four groups or more that stand behind a colon, on a line or in quotes, and hold no word of a sentence.
fn told_apart(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let groups = text[span.clone()].split([' ', '-']);
    let words = || groups.clone().any(|group| WORDS.function.contains(&group.to_ascii_lowercase()));
    let case = |is: fn(&u8) -> bool| text[span.clone()].bytes().filter(u8::is_ascii_alphabetic).all(|byte| is(&byte));
    let before = text[..span.start].trim_end_matches([' ', '>', '*', '`']);
    let apart = before.ends_with([':', '：', '\n', '"', '「', '“', '→', '(', '（', '=', 'は', '는', '은', '是'])
        || before.ends_with(" is");
    let one_case = case(u8::is_ascii_lowercase) || case(u8::is_ascii_uppercase);
    (span.len() >= 19 && apart && one_case && !words()).then_some(span)
}

/// Where groups of four letters of base32 end that begin at `at`.
fn fours(bytes: &[u8], at: usize) -> usize {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || (b'2'..=b'7').contains(byte);
    let mut end = at;
    loop {
        let from = if end == at { at } else { end + 1 };
        let group = bytes.get(from..from + 4).is_some_and(|group| group.iter().all(letter));
        if !group || bytes.get(from + 4).is_some_and(u8::is_ascii_alphanumeric) || end - at > 100 {
            return end;
        }
        end = from + 4;
        if !matches!(bytes.get(end), Some(b' ' | b'-')) {
            return end;
        }
    }
}

/// 64 hexadecimal digits or a WIF key in groups.
pub(crate) fn spaced_key(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let at = gaps::after(text, label.end).at;
    let until = super::labels::ceil(text, (at + LOOSE / 2).min(text.len()));
    let ahead = text[at..until].split('\n').next().unwrap_or_default();
    let at = at + ahead.find(|c: char| c.is_ascii_hexdigit()).unwrap_or(0);
    let hex = groups(text, at, |byte| byte.is_ascii_hexdigit() || byte == b'x');
    if let Some(span) = hex {
        let joined: String = text[span.clone()].chars().filter(char::is_ascii_alphanumeric).collect();
        if joined.strip_prefix("0x").unwrap_or(&joined).len() == 64 {
            return Some(span);
        }
    }
    let span = groups(text, at, |byte| byte.is_ascii_alphanumeric())?;
    let joined: String = text[span.clone()].chars().filter(char::is_ascii_alphanumeric).collect();
    keys::proof(&joined).is_some().then_some(span)
}

/// Groups of letters with single spaces, dashes or line breaks between, at least two of them.
fn groups(text: &str, at: usize, letter: impl Fn(u8) -> bool) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut end = at;
    let mut count = 0;
    while end - at < 160 {
        let from = if count == 0 { end } else { end + 1 };
        let length = bytes.get(from..)?.iter().take_while(|byte| letter(**byte)).count();
        let whole = !bytes.get(from + length).is_some_and(u8::is_ascii_alphanumeric);
        if length < 2 || !whole {
            break;
        }
        end = from + length;
        count += 1;
        if !matches!(bytes.get(end), Some(b' ' | b'-' | b'\n')) {
            break;
        }
    }
    (count > 1).then_some(at..end)
}
