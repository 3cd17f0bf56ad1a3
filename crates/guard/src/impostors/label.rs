//! A brand's name in a label of a domain, an account's name or the first half of a mail address.

use super::fold;
use super::glued::glued;
use super::names::{Name, Names, Weight};
use super::rules::rules;
use super::typo::{Slip, slip};
use super::words::Rest;

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
    /// Other letters that sound like it.
    Sounds,
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

impl Match<'_> {
    /// Whether the name stands there as it is or as it looks, and nobody else is called so.
    pub(crate) fn sure(&self) -> bool {
        !matches!(self.how, How::Slip(_) | How::Sounds) && self.name.weight == Weight::Own && !self.stuck
    }

    /// Whether a slip may as well be another word, so that one more sign is wanted.
    pub(crate) fn weak(&self) -> bool {
        let How::Slip(slip) = self.how else { return false };
        match (self.name.text.len(), slip) {
            _ if self.name.weight == Weight::Topic => true,
            _ if self.name.weight == Weight::Common => {
                matches!(slip, Slip::Missing | Slip::Added | Slip::Other) || self.name.text.len() < 5
            }
            // A doubled letter of a short name is seen as the name.
            (3, Slip::Doubled) => false,
            (0..=3, _) | (_, Slip::First) => true,
            (4, slip) => slip == Slip::Near,
            (5, slip) => matches!(slip, Slip::Missing | Slip::Added),
            (6, slip) => slip == Slip::Other,
            _ => false,
        }
    }
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
            // Two words that only together are near to a name are two words: "join-base".
            let torn = to > from + 1;
            if let Some((name, how)) = whole(names, &group).filter(|(_, how)| !(torn && matches!(how, How::Slip(_)))) {
                let rest = rest(parts[..from].iter().chain(&parts[to..]));
                found.push(Match { name, how, rest, torn, glued: false, stuck: false });
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
    let sounds = || names.sounds(word).map(|name| (name, How::Sounds));
    slipped(names, word, &skeleton).map(|(name, slip)| (name, How::Slip(slip))).or_else(sounds)
}

/// The name that a word was meant to be.
pub(super) fn slipped<'a>(names: &'a Names, word: &str, skeleton: &str) -> Option<(&'a Name, Slip)> {
    if rules().others.contains(word) || rules().others_look.contains(skeleton) || rules().words.contains_key(word) {
        return None;
    }
    let long = |name: &&Name| name.text.len() >= if name.sound { 7 } else { 3 };
    let near = names.all.iter().filter(|name| name.text.len().abs_diff(word.len()) <= 1).filter(long);
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
        (5, slip) => !matches!(slip, Slip::Other | Slip::First),
        _ => true,
    }
}
