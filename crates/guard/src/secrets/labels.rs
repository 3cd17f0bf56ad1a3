//! Finds the names of things in a text: "private key", "验证码", "비밀번호", "パスワード".
//!
//! The longest name at a place counts. In Latin letters it stands alone; a trailing plural s, `_` and the humps of
//! `camelCase` are allowed for.

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
    /// Its first bytes up to a space, eight at most, and which bits of eight bytes they are: for a quick no.
    head: (u64, u64),
    concept: Concept,
    weak: bool,
    number: usize,
}

struct Vocabulary {
    /// For each hash of a beginning the number of its group, 0 for none.
    slots: Vec<u16>,
    /// Names whose beginnings have the same hash, the longest first.
    groups: Vec<Vec<Pattern>>,
}

/// Shorter names are no humps: base58 is full of them.
const HUMP: usize = 6;
const SLOT_BITS: u32 = 14;

fn slot(key: u32) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> (32 - SLOT_BITS)) as usize
}

/// The beginning at `at`: three bytes, capitals folded.
#[inline]
fn long_key(bytes: &[u8], at: usize) -> Option<u32> {
    let [first, second, third] = *bytes.get(at..at + 3)?.first_chunk()?;
    let fold = |byte: u8| u32::from(byte.to_ascii_lowercase());
    Some(fold(first) << 16 | fold(second) << 8 | fold(third))
}

/// Two bytes, for names that are no longer or have a space there.
#[inline]
fn short_key(bytes: &[u8], at: usize) -> Option<u32> {
    let [first, second] = *bytes.get(at..at + 2)?.first_chunk()?;
    Some(1 << 24 | u32::from(first.to_ascii_lowercase()) << 8 | u32::from(second.to_ascii_lowercase()))
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut slots = vec![0; 1 << SLOT_BITS];
    let mut groups: Vec<Vec<Pattern>> = vec![Vec::new()];
    let mut add = |text: String, concept, weak, number| {
        let bytes = text.as_bytes();
        let short = bytes.len() < 3 || bytes[..3].contains(&b' ');
        let key = if short { short_key(bytes, 0) } else { long_key(bytes, 0) };
        if let Some(key) = key {
            let group: &mut u16 = &mut slots[slot(key)];
            if *group == 0 {
                *group = groups.len() as u16;
                groups.push(Vec::new());
            }
            groups[usize::from(*group)].push(Pattern { head: head(&text), text, concept, weak, number });
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
    groups.iter_mut().for_each(|group| group.sort_by_key(|pattern| std::cmp::Reverse(pattern.text.len())));
    Vocabulary { slots, groups }
});

impl Vocabulary {
    /// The names that may have this beginning.
    #[inline]
    fn alike(&self, key: Option<u32>) -> &[Pattern] {
        let group = key.map_or(0, |key| self.slots[slot(key)]);
        &self.groups[usize::from(group)]
    }

    #[inline]
    fn longest(&self, bytes: &[u8], at: usize) -> Option<Label> {
        let long = Self::first(self.alike(long_key(bytes, at)), bytes, at);
        if bytes[at] >= 0x80 {
            return long;
        }
        let short = Self::first(self.alike(short_key(bytes, at)), bytes, at);
        long.into_iter().chain(short).max_by_key(|label| label.end)
    }

    fn first(alike: &[Pattern], bytes: &[u8], at: usize) -> Option<Label> {
        if alike.is_empty() {
            return None;
        }
        let here = folded(&bytes[at..]);
        alike.iter().filter(|pattern| here & pattern.head.1 == pattern.head.0).find_map(|pattern| {
            let end = matches(bytes, at, pattern)?;
            let Pattern { concept, weak, number, .. } = *pattern;
            Some(Label { start: at, end, concept, weak, negated: false, number })
        })
    }
}

/// The first eight bytes with capitals folded, as a number.
fn folded(bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    let count = bytes.len().min(8);
    first[..count].copy_from_slice(&bytes[..count]);
    u64::from_le_bytes(first.map(|byte| byte.to_ascii_lowercase()))
}

fn head(text: &str) -> (u64, u64) {
    let count = text.bytes().take(8).take_while(|byte| *byte != b' ').count();
    let mask = if count == 8 { u64::MAX } else { (1 << (8 * count)) - 1 };
    (folded(text.as_bytes()) & mask, mask)
}

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
            && let Some(label) = vocabulary.longest(bytes, at)
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
    for label in
        labels.iter_mut().filter(|label| !matches!(label.concept, Concept::Public | Concept::Address | Concept::Other))
    {
        label.negated = is_negated(text, label);
    }
    labels
}

/// Where the pattern ends if it stands at `at`.
fn matches(bytes: &[u8], at: usize, pattern: &Pattern) -> Option<usize> {
    super::scan::step(1);
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
    let ends = |word: &&String| {
        let Some(start) = before.len().checked_sub(word.len()) else { return false };
        before.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
            && (!word.is_ascii() || !before[..start].ends_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let after = text[label.end..].trim_start();
    WORDS.negations.iter().any(|word| ends(&word))
        || WORDS.negated_after.iter().any(|word| after.starts_with(word.as_str()))
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
