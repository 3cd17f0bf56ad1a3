//! Terms of the index that a word or a pair of letters of a question might have been meant to be: of nearly the same
//! spelling, of the same beginning, of the same sound.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::dictionary::Dictionary;
use crate::lang::{Family, Lang};
use crate::sound::{self, Sound};
use crate::symbols::Symbol;
use crate::terms;

/// So many terms with the same first letter are compared with a word, per segment.
const MOST_COMPARED: usize = 6_000;
/// So many terms of the same beginning.
const MOST_RELATIVES: usize = 200;
/// So many corrections of a word are gone on with.
const MOST_CORRECTIONS: usize = 4;
/// So many pairs of letters are looked up for the sounds of a question.
pub(crate) const MOST_PAIRS: usize = 1_200;
/// So many letters of a sound, the most used ones.
const MOST_OF_A_SOUND: usize = 24;

/// Words of the index that are spelled nearly like `stem`, the likeliest first, with how likely (0 to 1).
pub(crate) fn corrections(dictionary: &Dictionary, stem: &str) -> Vec<(String, f32)> {
    let letters: Vec<char> = stem.chars().collect();
    let allowed = if letters.len() >= 8 { 2 } else { 1 };
    let (Some(first), true) = (letters.first(), letters.len() >= 4) else { return Vec::new() };
    let mut found: HashMap<String, (usize, u32)> = HashMap::new();
    let mut firsts = vec![*first];
    // The first two letters the other way round.
    firsts.extend(letters.get(1).filter(|second| *second != first));
    for (at, first) in firsts.into_iter().enumerate() {
        if at > 0 && !found.is_empty() {
            break;
        }
        let prefix = terms::word(dictionary.lang, &first.to_string());
        dictionary.beginning(&prefix, false, MOST_COMPARED, |rest, count| {
            if rest.len().abs_diff(stem.len() - first.len_utf8()) <= allowed {
                let other: Vec<char> = std::iter::once(first).chain(rest.chars()).collect();
                if let Some(distance) = distance(&letters, &other, allowed) {
                    let known = found.entry(other.iter().collect()).or_insert((distance, 0));
                    known.1 += count;
                }
            }
            true
        });
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by(|(a, (da, ca)), (b, (db, cb))| da.cmp(db).then(cb.cmp(ca)).then(a.cmp(b)));
    let likely = |(word, (distance, _)): (String, (usize, u32))| (word, if distance <= 1 { 0.8 } else { 0.55 });
    found.into_iter().take(MOST_CORRECTIONS).map(likely).collect()
}

/// How many letters have to be put in, left out, changed or swapped with their neighbour, when no more than `most`.
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    let width = other.len() + 1;
    let mut before_last = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut now = vec![0; width];
    for (i, a) in one.iter().enumerate() {
        now[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let mut least = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(now[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(before_last[j - 1] + 1);
            }
            now[j + 1] = least;
        }
        if now.iter().all(|distance| *distance > most) {
            return None;
        }
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut now);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

/// Other words of the index with the same beginning: anonymous, anonymity.
pub(crate) fn relatives(dictionary: &Dictionary, stem: &str) -> Vec<String> {
    if stem.len() < 4 || !stem.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let shared = (stem.len() * 3 / 4).max(4);
    let prefix = terms::word(dictionary.lang, &stem[..shared]);
    let mut found: HashMap<String, u32> = HashMap::new();
    dictionary.beginning(&prefix, false, MOST_RELATIVES, |rest, count| {
        let length = shared + rest.len();
        if length.abs_diff(stem.len()) <= 4 && shared * 5 >= length * 3 && stem[shared..] != *rest {
            *found.entry(format!("{}{rest}", &stem[..shared])).or_default() += count;
        }
        true
    });
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by(|(a, ca), (b, cb)| cb.cmp(ca).then(a.cmp(b)));
    found.into_iter().take(MOST_CORRECTIONS).map(|(word, _)| word).collect()
}

/// The letters of an index by sound, the most used first; read when they are first wanted after a commit.
#[derive(Default)]
pub(crate) struct Letters(Mutex<HashMap<Lang, (u64, Arc<BySound>)>>);

pub(crate) type BySound = HashMap<Sound, Vec<char>>;

impl Letters {
    pub(crate) fn of(&self, dictionary: &Dictionary, generation: u64) -> Arc<BySound> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, letters)) = known.get(&dictionary.lang)
            && *of == generation
        {
            return Arc::clone(letters);
        }
        let mut counts: HashMap<char, u32> = HashMap::new();
        dictionary.beginning(&terms::letters(dictionary.lang), false, usize::MAX, |letter, count| {
            letter.chars().next().into_iter().for_each(|letter| *counts.entry(letter).or_default() += count);
            true
        });
        let mut counted: Vec<_> = counts.into_iter().collect();
        counted.sort_by(|(a, ca), (b, cb)| cb.cmp(ca).then(a.cmp(b)));
        let mut letters = BySound::new();
        for (letter, _) in counted {
            let sound = sound::of(dictionary.lang.family(), letter as Symbol);
            let chinese = dictionary.lang.family() == Family::Chinese;
            let other = sound::pinyin::other(letter).map(|(sound, _)| sound).filter(|_| chinese);
            for sound in std::iter::once(sound).chain(other).filter(|sound| *sound != sound::NONE) {
                let alike = letters.entry(sound).or_default();
                if alike.len() < MOST_OF_A_SOUND {
                    alike.push(letter);
                }
            }
        }
        let letters = Arc::new(letters);
        known.insert(dictionary.lang, (generation, Arc::clone(&letters)));
        letters
    }
}

/// The pairs of letters of the index that sound so, the most used first; `budget` goes down with each that is looked up.
pub(crate) fn sounding(
    dictionary: &Dictionary,
    letters: &BySound,
    sounds: (Sound, Sound),
    budget: &mut usize,
) -> Vec<([Symbol; 2], u32)> {
    let of = |sound: Sound| letters.get(&sound).filter(|_| sound != sound::NONE).map_or(&[][..], Vec::as_slice);
    let mut found = Vec::new();
    for first in of(sounds.0) {
        for second in of(sounds.1) {
            let Some(left) = budget.checked_sub(1) else { break };
            *budget = left;
            let count = dictionary.count(&terms::pair(dictionary.lang, *first, *second));
            if count > 0 {
                found.push(([*first as Symbol, *second as Symbol], count));
            }
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found.truncate(MOST_CORRECTIONS);
    found
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distances() {
        let of =
            |one: &str, other: &str| distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>(), 2);
        for (one, other, wanted) in [
            ("deposit", "deposit", Some(0)),
            ("deposit", "depsoit", Some(1)),
            ("deposit", "deposite", Some(1)),
            ("deposit", "depost", Some(1)),
            ("deposit", "diposet", Some(2)),
            ("deposit", "withdraw", None),
            ("", "ab", Some(2)),
        ] {
            assert_eq!(of(one, other), wanted, "{one} {other}");
        }
    }
}
