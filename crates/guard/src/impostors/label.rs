//! A brand's name in a label of a domain, an account's name or the first half of a mail address.

use super::fold;
use super::names::{Name, Names, Weight};
use super::rules::{Class, rules};
use super::typo::{Slip, slip};
use super::words::{Rest, edges};

/// Labels have at most 63 bytes (RFC 1035 §2.3.4), accounts of the known messengers at most 64 letters: no more is looked at.
const LONGEST: usize = 64;
/// So many parts of a label make up a name, at most: `o-k-x`.
const MOST_PARTS: usize = 4;

/// How a name stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Exact,
    /// With letters that look like its own.
    Looks,
    /// With a typing error.
    Slip(Slip),
}

/// A name in a label.
#[derive(Clone, Debug)]
pub(crate) struct Match<'a> {
    pub name: &'a Name,
    pub how: How,
    pub rest: Rest,
    /// Whether separators stand inside the name.
    pub torn: bool,
    /// Whether something is written together with it.
    pub glued: bool,
    /// Whether something unknown is.
    pub stuck: bool,
}

/// All names that may be meant in a folded label.
pub(crate) fn matches<'a>(names: &'a Names, label: &str) -> Vec<Match<'a>> {
    let mut end = label.len().min(LONGEST);
    while !label.is_char_boundary(end) {
        end -= 1;
    }
    let parts: Vec<&str> =
        label[..end].split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let mut found = Vec::new();
    for (from, _) in parts.iter().enumerate() {
        for to in from + 1..=parts.len().min(from + MOST_PARTS) {
            let group = parts[from..to].concat();
            if let Some((name, how)) = whole(names, &group) {
                let rest = rest(parts[..from].iter().chain(&parts[to..]));
                found.push(Match { name, how, rest, torn: to > from + 1, glued: false, stuck: false });
            }
        }
    }
    for (at, part) in parts.iter().enumerate() {
        let around = || parts[..at].iter().chain(&parts[at + 1..]);
        found.extend(glued(names, part).into_iter().map(|(name, how, mut rest, stuck)| {
            around().for_each(|part| rest.add(part));
            Match { name, how, rest, torn: false, glued: true, stuck }
        }));
    }
    found
}

fn rest<'a>(parts: impl Iterator<Item = &'a &'a str>) -> Rest {
    let mut rest = Rest::default();
    parts.for_each(|part| rest.add(part));
    rest
}

/// The name that a word is.
fn whole<'a>(names: &'a Names, word: &str) -> Option<(&'a Name, How)> {
    if let Some(name) = names.exact(word) {
        return Some((name, How::Exact));
    }
    if rules().others.contains(word) {
        return None;
    }
    let skeleton = fold::skeleton(word);
    if let Some(name) = names.looks(&skeleton) {
        return Some((name, How::Looks));
    }
    slipped(names, word, &skeleton).map(|(name, slip)| (name, How::Slip(slip)))
}

/// The name that a word was meant to be.
fn slipped<'a>(names: &'a Names, word: &str, skeleton: &str) -> Option<(&'a Name, Slip)> {
    if rules().others.contains(word) || rules().words.contains_key(word) {
        return None;
    }
    let near = names.all.iter().filter(|name| name.text.len().abs_diff(word.len()) <= 1 && name.text.len() >= 3);
    let mut slips = near.filter_map(|name| {
        let found = slip(&name.text, word).or_else(|| slip(&name.skeleton, skeleton))?;
        possible(name, found).then_some((name, found))
    });
    slips.next()
}

/// Whether a name is long enough for a slip of this kind to be one: short words are near to many others.
fn possible(name: &Name, slip: Slip) -> bool {
    match (name.text.len(), slip) {
        (_, _) if name.weight == Weight::Topic => name.text.len() >= 6 && !matches!(slip, Slip::Added | Slip::Other),
        (0..3, _) => false,
        (3, slip) => matches!(slip, Slip::Doubled | Slip::Swapped | Slip::Added),
        (4, slip) => matches!(slip, Slip::Doubled | Slip::Swapped | Slip::Near),
        (5, slip) => slip != Slip::Other,
        _ => true,
    }
}

/// Names inside of a word, written together with others.
fn glued<'a>(names: &'a Names, word: &str) -> Vec<(&'a Name, How, Rest, bool)> {
    let mut found = Vec::new();
    if rules().others.contains(word) {
        return found;
    }
    let mut take = |name: &'a Name, how: How, before: &str, after: &str| {
        if before.is_empty() && after.is_empty() {
            return;
        }
        // Two names of one brand are one more sign, not something unknown: "ouyiokx".
        let twice = |part: &str| names.exact(part).is_some_and(|other| other.brand == name.brand);
        let mut rest = Rest::default();
        for part in [before, after] {
            if twice(part) { rest.words.push((part.to_owned(), Class::Product)) } else { rest.add(part) }
        }
        let stuck = rest.other > 0;
        if !stuck || name.long() || name.east_asian() {
            found.push((name, how, rest, stuck));
        }
    };
    for (name, from, to) in names.inside(word) {
        take(name, How::Exact, &word[..from], &word[to..]);
    }
    let skeleton = fold::skeleton(word);
    if skeleton != word {
        // Where every letter looks like one letter, what stands beside the name is read as it was written.
        let whole = skeleton.len() == word.len();
        for (name, from, to) in names.inside_looks(&skeleton) {
            let text = if whole { word } else { &skeleton };
            if text.is_char_boundary(from) && text.is_char_boundary(to) && text[from..to] != name.text {
                take(name, How::Looks, &text[..from], &text[to..]);
            }
        }
    }
    found.extend(glued_slips(names, word));
    found
}

/// A name with a slip, between known words.
fn glued_slips<'a>(names: &'a Names, word: &str) -> Vec<(&'a Name, How, Rest, bool)> {
    let (starts, ends) = edges(word);
    let mut found = Vec::new();
    for from in &starts {
        for to in ends.iter().filter(|to| *to > from && **to - from < word.len()) {
            let middle = &word[*from..*to];
            if middle.len() < 4 {
                continue;
            }
            if let Some((name, slip)) = slipped(names, middle, &fold::skeleton(middle)) {
                let mut rest = Rest::default();
                rest.add(&word[..*from]);
                rest.add(&word[*to..]);
                if rest.words.iter().any(|(word, _)| word.chars().count() > 2 || !word.is_ascii()) {
                    found.push((name, How::Slip(slip), rest, false));
                }
            }
        }
    }
    found
}
