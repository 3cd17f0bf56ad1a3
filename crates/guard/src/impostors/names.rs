//! The names of brands as they are looked for in labels, accounts and sentences.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::rules::rules;
use super::{fold, sounds};

/// How much a name says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Nobody else is called so.
    Own,
    /// A word of every day (gate, gemini), or two letters: there has to be a sign beside it.
    Common,
    /// The trade itself (crypto): nothing but where the whole label is it.
    Topic,
}

/// A name of a brand, folded, without spaces and points.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// Number of the brand.
    pub brand: usize,
    pub text: String,
    pub skeleton: String,
    /// As it is written in sentences, in small letters.
    pub written: String,
    pub weight: Weight,
    /// Whether it is how another name sounds: others may be called so too, where it is short.
    pub sound: bool,
}

impl Name {
    /// Whether it is written without spaces: it is looked for inside of words.
    pub(crate) fn east_asian(&self) -> bool {
        self.text.chars().any(fold::east_asian)
    }

    /// So long and so much a name that something unknown beside it does not matter.
    pub(crate) fn long(&self) -> bool {
        self.weight == Weight::Own && self.text.len() >= 7
    }
}

/// All names, and where they are found.
#[derive(Debug)]
pub(crate) struct Names {
    pub all: Vec<Name>,
    exact: HashMap<String, usize>,
    looks: HashMap<String, usize>,
    keys: HashMap<String, usize>,
    inside: Option<AhoCorasick>,
    inside_looks: Option<AhoCorasick>,
    prose: Option<AhoCorasick>,
}

/// Letters and digits only, folded.
pub(crate) fn joined(text: &str) -> String {
    fold::fold(text).text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

impl Names {
    /// Names of brands, by number; `known` also by their other names of the lists.
    pub(crate) fn new(names: impl IntoIterator<Item = (usize, String)>, known: &[(usize, String)]) -> Names {
        let mut all: Vec<Name> = Vec::new();
        let others = known.iter().flat_map(|(brand, name)| {
            rules().names.get(name.as_str()).into_iter().flatten().map(|other| (*brand, (*other).to_owned()))
        });
        for (brand, name) in names.into_iter().chain(others) {
            let text = joined(&name);
            if text.chars().count() >= 2 && all.iter().all(|other| other.text != text) {
                let weight = weigh(&text);
                let written = name.to_lowercase();
                all.push(Name { brand, skeleton: fold::skeleton(&text), text, written, weight, sound: false });
            }
        }
        let keys = all.iter().enumerate().rev().filter_map(|(at, name)| Some((sounds::key(&name.text)?, at))).collect();
        let given = all.len();
        add_sounds(&mut all);
        let by = |key: fn(&Name) -> &String| {
            all.iter().enumerate().rev().map(|(at, name)| (key(name).clone(), at)).collect()
        };
        let (exact, looks) = (by(|name| &name.text), by(|name| &name.skeleton));
        let searcher = |texts: Vec<&String>| {
            let mut builder = AhoCorasick::builder();
            builder.match_kind(MatchKind::Standard).ascii_case_insensitive(true).build(texts).ok()
        };
        let inside = searcher(all.iter().map(|name| &name.text).collect());
        let inside_looks = searcher(all.iter().map(|name| &name.skeleton).collect());
        let prose = searcher(all[..given].iter().map(|name| &name.written).collect());
        Names { exact, looks, keys, inside, inside_looks, prose, all }
    }

    pub(crate) fn exact(&self, text: &str) -> Option<&Name> {
        self.exact.get(text).and_then(|at| self.all.get(*at))
    }

    pub(crate) fn looks(&self, skeleton: &str) -> Option<&Name> {
        self.looks.get(skeleton).and_then(|at| self.all.get(*at))
    }

    /// The name that a word of Han, kana or Hangul sounds like.
    pub(crate) fn sounds(&self, word: &str) -> Option<&Name> {
        if !word.chars().all(fold::east_asian) {
            return None;
        }
        self.keys.get(&sounds::key(word)?).and_then(|at| self.all.get(*at))
    }

    /// Each place of a folded text where a name stands, be it inside of a word.
    pub(crate) fn inside<'a, 't>(
        &'a self,
        text: &'t str,
    ) -> impl Iterator<Item = (&'a Name, usize, usize)> + use<'a, 't> {
        places(self.inside.as_ref(), &self.all, text)
    }

    /// The same for a skeleton.
    pub(crate) fn inside_looks<'a, 't>(
        &'a self,
        text: &'t str,
    ) -> impl Iterator<Item = (&'a Name, usize, usize)> + use<'a, 't> {
        places(self.inside_looks.as_ref(), &self.all, text)
    }

    /// The first brand that a sentence names as a word of its own. Words of every day count with a capital letter only.
    pub(crate) fn in_prose(&self, text: &str) -> Option<usize> {
        let free =
            |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() || fold::east_asian(letter));
        places(self.prose.as_ref(), &self.all, text).find_map(|(name, from, to)| {
            let alone =
                name.east_asian() || (free(text[..from].chars().next_back()) && free(text[to..].chars().next()));
            let said = match name.weight {
                Weight::Own => true,
                Weight::Common => name.east_asian() || text[from..].starts_with(char::is_uppercase),
                Weight::Topic => false,
            };
            (alone && said).then_some(name.brand)
        })
    }
}

/// The shortest way to write a name in Latin letters that nobody else is called by.
const OWN_SOUND: usize = 6;

/// Adds how the names of Han, kana and Hangul are written in Latin letters.
fn add_sounds(all: &mut Vec<Name>) {
    for name in all.clone() {
        for text in sounds::romanised(&name.text) {
            let known = rules().words.contains_key(&text) || rules().others.contains(text.as_str());
            if let Some(given) = all.iter_mut().find(|other| other.text == text) {
                given.sound |= given.brand == name.brand && text.len() < 5;
                continue;
            }
            if text.len() < 4 || known {
                continue;
            }
            let weight = if text.len() < OWN_SOUND { Weight::Common } else { Weight::Own };
            let written = text.clone();
            all.push(Name { brand: name.brand, skeleton: fold::skeleton(&text), text, written, weight, sound: true });
        }
    }
}

fn places<'a, 't>(
    searcher: Option<&'a AhoCorasick>,
    all: &'a [Name],
    text: &'t str,
) -> impl Iterator<Item = (&'a Name, usize, usize)> + use<'a, 't> {
    let found = searcher.into_iter().flat_map(move |searcher| searcher.find_overlapping_iter(text));
    found.filter_map(move |place| Some((all.get(place.pattern().as_usize())?, place.start(), place.end())))
}

fn weigh(text: &str) -> Weight {
    if rules().topics.contains(text) {
        Weight::Topic
    } else if rules().common.contains(text) || text.len() < 3 {
        Weight::Common
    } else {
        Weight::Own
    }
}
