//! The word lists of the standards, all in one table, and a small filter before it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Which standard a list belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standard {
    Bip39,
    Slip39,
    /// With so many letters of each word in the checksum.
    Monero(usize),
}

/// A word list.
pub(crate) struct List {
    pub standard: Standard,
    words: &'static str,
    /// The words' letters that Monero's checksum takes, where the list is that of BIP-39 too.
    pub monero: Option<usize>,
}

macro_rules! list {
    ($standard:expr, $monero:expr, $name:literal) => {
        List { standard: $standard, monero: $monero, words: include_str!(concat!("../../../words/", $name, ".txt")) }
    };
}

/// All lists. Monero's Spanish, Japanese and Chinese words are the first 1626 of BIP-39's.
pub(crate) static LISTS: [List; 18] = [
    list!(Standard::Bip39, None, "bip39_english"),
    list!(Standard::Bip39, Some(3), "bip39_japanese"),
    list!(Standard::Bip39, None, "bip39_korean"),
    list!(Standard::Bip39, Some(4), "bip39_spanish"),
    list!(Standard::Bip39, Some(1), "bip39_chinese_simplified"),
    list!(Standard::Bip39, None, "bip39_chinese_traditional"),
    list!(Standard::Bip39, None, "bip39_french"),
    list!(Standard::Bip39, None, "bip39_italian"),
    list!(Standard::Bip39, None, "bip39_czech"),
    list!(Standard::Bip39, None, "bip39_portuguese"),
    list!(Standard::Slip39, None, "slip39"),
    list!(Standard::Monero(3), None, "monero_english"),
    list!(Standard::Monero(4), None, "monero_german"),
    list!(Standard::Monero(4), None, "monero_french"),
    list!(Standard::Monero(4), None, "monero_italian"),
    list!(Standard::Monero(4), None, "monero_portuguese"),
    list!(Standard::Monero(4), None, "monero_dutch"),
    list!(Standard::Monero(4), None, "monero_russian"),
];

/// Where a word stands: list and place.
pub(crate) type Places = Vec<(u8, u16)>;

struct Table {
    words: HashMap<String, Places>,
    /// One bit for each hash that a word has.
    filter: Vec<u64>,
}

/// Hashes of words have so many bits.
const BITS: u32 = 19;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut words: HashMap<String, Places> = HashMap::new();
    for (number, list) in LISTS.iter().enumerate() {
        for (place, word) in list.words.lines().enumerate() {
            let here = (number as u8, place as u16);
            let plain = bare(word);
            for form in
                [Some(word.to_owned()), (plain != word && !is_kana(word)).then_some(plain)].into_iter().flatten()
            {
                let places = words.entry(form).or_default();
                if !places.iter().any(|(list, _)| *list == here.0) {
                    places.push(here);
                }
            }
        }
    }
    let mut filter = vec![0; 1 << (BITS - 6)];
    for word in words.keys() {
        let slot = slot(word.bytes().fold(START, step));
        filter[slot / 64] |= 1 << (slot % 64);
    }
    Table { words, filter }
});

fn is_kana(word: &str) -> bool {
    word.starts_with(|c| ('\u{3040}'..'\u{3100}').contains(&c))
}

/// Without accents: people leave them out.
pub(crate) fn bare(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect()
}

/// What a word's hash begins with.
pub(crate) const START: u32 = 0x811c_9dc5;

/// One byte more in a hash (FNV-1a); ASCII in either case.
#[inline]
pub(crate) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
}

fn slot(hash: u32) -> usize {
    ((hash ^ hash >> BITS) & ((1 << BITS) - 1)) as usize
}

/// The filter, for one pass over a text.
pub(crate) struct Filter(&'static [u64]);

impl Filter {
    pub(crate) fn new() -> Filter {
        Filter(&TABLE.filter)
    }

    /// Whether a word with this hash may be in a list.
    #[inline]
    pub(crate) fn may_hold(&self, hash: u32) -> bool {
        self.0[slot(hash) / 64] & 1 << (slot(hash) % 64) != 0
    }
}

/// What sticks to the last word of a Korean or Japanese phrase.
const ENDINGS: [&str; 17] = [
    "입니다",
    "이에요",
    "이예요",
    "예요",
    "이요",
    "인데요",
    "인데",
    "이고요",
    "이고",
    "임",
    "요",
    "이라고",
    "でした",
    "です",
    "だよ",
    "だった",
    "という",
];
/// What sticks to the first word of a Japanese one.
const PARTICLES: [&str; 4] = ["は", "が", "を", "の"];

/// The part of a word that is in the lists, when particles stick to it; else all of it.
pub(crate) fn bare_of_particles(word: &str) -> Range<usize> {
    let whole = 0..word.len();
    if word.is_ascii() || word.starts_with(|c| c < '\u{3000}') || TABLE.words.contains_key(word) {
        return whole;
    }
    let ends = || ENDINGS.iter().filter_map(|ending| Some(word.strip_suffix(ending)?.len())).chain([word.len()]);
    let starts =
        || PARTICLES.iter().filter(|particle| word.starts_with(**particle)).map(|particle| particle.len()).chain([0]);
    let parts = starts().flat_map(|start| ends().map(move |end| start..end));
    parts
        .filter(|part| part.start < part.end)
        .find(|part| TABLE.words.contains_key(&word[part.clone()]))
        .unwrap_or(whole)
}

/// Where a word stands in the lists; nothing for others.
pub(crate) fn places(word: &str) -> Option<&'static Places> {
    if word.is_ascii() && !Filter::new().may_hold(word.bytes().fold(START, step)) {
        return None;
    }
    let words = &TABLE.words;
    let known = words.get(word);
    known.or_else(
        || if word.is_ascii() { words.get(&word.to_ascii_lowercase()) } else { words.get(&word.to_lowercase()) },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        for list in &LISTS {
            let wanted = match list.standard {
                Standard::Bip39 => 2048,
                Standard::Slip39 => 1024,
                Standard::Monero(_) => 1626,
            };
            assert_eq!(list.words.lines().count(), wanted);
        }
        assert_eq!(places("Abandon").unwrap()[0], (0, 0));
        assert_eq!(places("abaco").unwrap().iter().find(|(list, _)| *list == 3), Some(&(3, 0)));
        assert_eq!(bare_of_particles("가격입니다"), 0..6);
        assert!(places("blockchains").is_none());
    }
}
