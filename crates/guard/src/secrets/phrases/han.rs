//! Chinese phrases without spaces.
//!
//! 98 % of the characters of ordinary text are in the list, and of clauses as long as a phrase every sixteenth has the right
//! sum. So neighbours decide: in ordinary text half of the pairs of neighbours are pairs of words, in a phrase hardly any.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::labels::Label;
use super::super::rules::Concept;
use super::super::scan::{Look, certain};
use super::super::{Finding, Kind, gaps};
use super::{lists, proof};

/// So many characters a phrase may have.
const LENGTHS: [usize; 5] = [24, 21, 18, 15, 12];
/// BIP-39's Chinese lists, in the table of all lists.
const CHINESE: [u8; 2] = [4, 5];

/// For each character of the list, by place, the places of those that follow it in words.
static PAIRS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut pairs = vec![0; 2048 * 2048 / 64];
    for (first, line) in include_str!("../../../words/pairs.txt").lines().enumerate() {
        for place in line.chars().filter_map(place) {
            let bit = first * 2048 + place;
            pairs[bit / 64] |= 1 << (bit % 64);
        }
    }
    pairs
});

/// The characters that everybody uses.
const HAN: Range<u32> = 0x4e00..0xa000;
/// In no list.
const NOWHERE: u16 = u16::MAX;

/// For each of [`HAN`] its place in the lists, which have the same order.
static PLACES: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let place = |c: u32| {
        let places = char::from_u32(c).and_then(|c| lists::places(c.encode_utf8(&mut [0; 4])));
        places.into_iter().flatten().find(|(list, _)| CHINESE.contains(list)).map_or(NOWHERE, |(_, place)| *place)
    };
    HAN.map(place).collect()
});

fn place(c: char) -> Option<usize> {
    let place = *PLACES.get((c as usize).checked_sub(HAN.start as usize)?)?;
    (place != NOWHERE).then_some(usize::from(place))
}

/// Whether a row of Chinese characters is a phrase: the whole row, or what follows the name of a phrase in it.
pub(crate) fn judge(look: &Look, row: Range<usize>) -> Option<Finding> {
    let name = look
        .labels_behind(row.start, row.len())
        .filter(|label| label.concept == Concept::Seed && label.end < row.end)
        .last();
    let start = name.map_or(row.start, |label| gaps::after(look.text, label.end).at);
    // What the connectors go over may be the phrase's first character.
    let starts = [start, name.map_or(row.start, |label| label.end), row.start];
    let bound = |label: &&Label| label.concept == Concept::Seed && gaps::after(look.text, label.end).at >= row.start;
    let before = look.labels_before(row.start, 40).next().filter(bound).is_some();
    let within = || starts.into_iter().filter(|start| *start < row.end);
    // A row that holds the name of a phrase is not one as a whole.
    let named = |start: usize| before || start > row.start;
    let found = |start: usize, length: usize| certain(start..start + length * 3, Kind::SeedPhrase);
    let whole = within().find_map(|start| {
        let length = (row.end - start) / 3;
        let letters = || look.text[start..row.end].chars().collect::<Vec<char>>();
        (LENGTHS.contains(&length) && is_phrase(&letters(), named(start), true)).then(|| found(start, length))
    });
    // A part may prove itself by chance: the whole row comes first.
    whole.or_else(|| {
        within().filter(|start| named(*start)).find_map(|start| {
            let letters: Vec<char> = look.text[start..row.end].chars().collect();
            let fits = |length: &usize| *length < letters.len() && is_phrase(&letters[..*length], true, false);
            LENGTHS.into_iter().find(fits).map(|length| found(start, length))
        })
    })
}

fn is_phrase(letters: &[char], named: bool, exact: bool) -> bool {
    let places: Vec<Option<usize>> = letters.iter().map(|c| place(*c)).collect();
    let strange = places.iter().filter(|place| place.is_none()).count();
    let usual = places.windows(2).filter(|pair| is_usual(pair[0], pair[1])).count();
    // The sum is asked for last: most text fails before.
    let few = usual * 6 <= letters.len();
    if strange > usize::from(named) || !(few || named && usual * 4 <= letters.len()) {
        return false;
    }
    named && exact && few || strange == 0 && is_proven(letters)
}

fn is_usual(first: Option<usize>, second: Option<usize>) -> bool {
    let (Some(first), Some(second)) = (first, second) else { return false };
    let bit = first * 2048 + second;
    PAIRS[bit / 64] & 1 << (bit % 64) != 0
}

fn is_proven(letters: &[char]) -> bool {
    let words: Vec<String> = letters.iter().map(char::to_string).collect();
    CHINESE.into_iter().any(|list| {
        let place =
            |word: &String| lists::places(word)?.iter().find(|(other, _)| *other == list).map(|(_, place)| *place);
        let places: Option<Vec<u16>> = words.iter().map(place).collect();
        places.is_some_and(|places| proof::is_phrase(usize::from(list), &places, &words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_tell() {
        let usual = |text: &str| {
            let places: Vec<_> = text.chars().map(place).collect();
            places.windows(2).filter(|pair| is_usual(pair[0], pair[1])).count()
        };
        assert!(usual("我的提现已经三天没有到账") >= 4);
        assert!(usual("孩喜毫弯剩腔摆天肉毁软贵菌够戴尖垫霸疏贷怒彻探轻") <= 2);
    }
}
