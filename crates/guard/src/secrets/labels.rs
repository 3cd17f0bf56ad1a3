//! Finds the names of things in a text: "private key", "验证码", "비밀번호", "パスワード".
//!
//! The longest name at a place counts. In Latin letters it stands alone; a trailing plural s, `_` and the humps of
//! `camelCase` are allowed for.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::rules::{self, Concept, WORDS};

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub start: usize,
    pub end: usize,
    pub concept: Concept,
    /// It names other things as well.
    pub weak: bool,
    /// "This is not my …".
    pub negated: bool,
    /// For [`Concept::Prefix`]: which one. For [`Concept::Structure`]: which one.
    pub number: usize,
}

struct Pattern {
    text: String,
    concept: Concept,
    weak: bool,
    number: usize,
}

struct Vocabulary {
    /// By the first two bytes of ASCII or three bytes of others, the longest first.
    patterns: HashMap<u32, Vec<Pattern>>,
    /// Which of these beginnings there may be.
    seen: Vec<u64>,
}

/// Shorter names are no humps: base58 is full of them.
const HUMP: usize = 6;

const SLOTS: usize = 1 << 14;

fn slot(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 18) as usize % SLOTS
}

/// The beginning at `at`.
#[inline]
fn key(bytes: &[u8], at: usize) -> Option<u32> {
    let first = bytes[at];
    let second = *bytes.get(at + 1)?;
    if first < 0x80 {
        return Some(u32::from(first.to_ascii_lowercase()) << 8 | u32::from(second.to_ascii_lowercase()));
    }
    Some(u32::from(first) << 16 | u32::from(second) << 8 | u32::from(*bytes.get(at + 2)?))
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut patterns: HashMap<u32, Vec<Pattern>> = HashMap::new();
    let mut add = |text: String, concept, weak, number| {
        if let Some(key) = key(text.as_bytes(), 0) {
            patterns.entry(key).or_default().push(Pattern { text, concept, weak, number });
        }
    };
    for (concept, file) in rules::LABELS {
        for (number, term) in rules::terms(file).into_iter().enumerate() {
            add(term.text, concept, term.weak, number);
        }
    }
    for (number, prefix) in super::tokens::PREFIXES.iter().enumerate() {
        add(prefix.text.to_ascii_lowercase(), Concept::Prefix, false, number);
    }
    let mut seen = vec![0; SLOTS / 64];
    for (key, alike) in &mut patterns {
        alike.sort_by_key(|pattern| std::cmp::Reverse(pattern.text.len()));
        seen[slot(*key) / 64] |= 1 << (slot(*key) % 64);
    }
    Vocabulary { patterns, seen }
});

/// All labels, in order, none within another.
pub(crate) fn find(text: &str) -> Vec<Label> {
    let bytes = text.as_bytes();
    let vocabulary = &*VOCABULARY;
    let mut labels = Vec::new();
    let mut at = 0;
    // Whether a Latin word may begin here.
    let mut fresh = true;
    // Whether a hump of camelCase may begin here.
    let mut lower = false;
    while at < bytes.len() {
        let byte = bytes[at];
        let fresh_before = fresh;
        let begins = if byte < 0x80 {
            let letter = byte.is_ascii_alphanumeric();
            let begins = letter && (fresh || lower && byte.is_ascii_uppercase());
            fresh = !letter;
            lower = byte.is_ascii_lowercase();
            begins
        } else {
            fresh = true;
            // Not within a letter.
            byte >= 0xc0
        };
        if begins
            && let Some(key) = key(bytes, at)
            && vocabulary.seen[slot(key) / 64] & 1 << (slot(key) % 64) != 0
            && let Some(label) = longest(vocabulary, text, key, at)
            && (fresh_before || label.end - label.start >= HUMP)
        {
            at = label.end;
            fresh = label.concept != Concept::Prefix;
            lower = bytes[at - 1].is_ascii_lowercase();
            labels.push(label);
            continue;
        }
        at += 1;
    }
    for label in &mut labels {
        label.negated = is_negated(text, label);
    }
    labels
}

fn longest(vocabulary: &Vocabulary, text: &str, key: u32, at: usize) -> Option<Label> {
    let alike = vocabulary.patterns.get(&key)?;
    alike.iter().find_map(|pattern| {
        let end = matches(text.as_bytes(), at, pattern)?;
        let Pattern { concept, weak, number, .. } = *pattern;
        Some(Label { start: at, end, concept, weak, negated: false, number })
    })
}

/// Where the pattern ends if it stands at `at`.
fn matches(bytes: &[u8], at: usize, pattern: &Pattern) -> Option<usize> {
    let mut here = at;
    for wanted in pattern.text.bytes() {
        match bytes.get(here) {
            Some(byte) if byte.to_ascii_lowercase() == wanted => here += 1,
            Some(b'_' | b'-') if wanted == b' ' => here += 1,
            // Line breaks and several spaces are spaces too; a space may be missing.
            _ if wanted == b' ' => {}
            _ => return None,
        }
    }
    let last = bytes[here - 1];
    if !last.is_ascii_alphanumeric() || matches!(pattern.concept, Concept::Prefix | Concept::Structure) {
        return Some(here);
    }
    // CVC206 is no CVC2.
    if last.is_ascii_digit() && bytes.get(here).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    if bytes.get(here).is_some_and(|next| next.eq_ignore_ascii_case(&b's')) {
        here += 1;
    }
    let next = bytes.get(here).copied().unwrap_or(b' ');
    let hump = last.is_ascii_lowercase() && next.is_ascii_uppercase() && pattern.text.len() >= HUMP;
    (!next.is_ascii_alphabetic() || hump).then_some(here)
}

fn is_negated(text: &str, label: &Label) -> bool {
    let before = text[..label.start].trim_end();
    let near = before.len().saturating_sub(16);
    let before = before[ceil(before, near)..].to_ascii_lowercase();
    let after = &text[label.end..ceil(text, (label.end + 24).min(text.len()))];
    WORDS.negations.iter().any(|word| {
        let Some(rest) = before.strip_suffix(word.as_str()) else { return false };
        !word.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphanumeric())
    }) || WORDS.negated_after.iter().any(|word| after.trim_start().starts_with(word.as_str()))
}

/// The first boundary of a letter from `at` on.
pub(crate) fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Concept)> {
        find(text).into_iter().map(|label| (&text[label.start..label.end], label.concept)).collect()
    }

    #[test]
    fn names_are_found() {
        assert_eq!(found("My Private-Key is"), [("Private-Key", Concept::PrivateKey)]);
        assert_eq!(found("{\"privateKey\": \"x\"}"), [("privateKey", Concept::PrivateKey)]);
        assert_eq!(found("my_password=1"), [("password", Concept::Password)]);
        assert_eq!(found("我的登录密码是"), [("登录密码", Concept::Password)]);
        assert_eq!(found("shipping pinned compass"), []);
        assert_eq!(found("error code 50111"), [("error code", Concept::Other)]);
    }

    #[test]
    fn a_name_may_be_denied() {
        assert!(find("这不是私钥")[0].negated);
        assert!(find("it is not my private key")[0].negated);
        assert!(!find("这是私钥")[0].negated);
    }
}
