//! Hangul: syllables that sound alike, syllables typed on a keyboard that was set to Latin and the other way round, and
//! their romanisation.

use super::Sound;

const FIRST: u32 = 0xac00;
const VOWELS: u32 = 21;
const FINALS: u32 = 28;

/// The keys of the usual layout (Dubeolsik), in the order of the consonants that begin a syllable.
const INITIAL_KEYS: [&str; 19] =
    ["r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"];
const VOWEL_KEYS: [&str; 21] =
    ["k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"];
const FINAL_KEYS: [&str; 28] = [
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T",
    "d", "w", "c", "z", "x", "v", "g",
];
/// Revised romanisation, with what people write for it made one.
const INITIAL_LETTERS: [&str; 19] =
    ["g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "ch", "k", "t", "p", "h"];
const VOWEL_LETTERS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
];
const FINAL_LETTERS: [&str; 28] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
];
/// A syllable's first consonant, vowel and last consonant.
fn parts(syllable: char) -> Option<(usize, usize, usize)> {
    let number = (syllable as u32).checked_sub(FIRST).filter(|number| *number < 19 * VOWELS * FINALS)?;
    Some(((number / FINALS / VOWELS) as usize, (number / FINALS % VOWELS) as usize, (number % FINALS) as usize))
}

/// How a syllable sounds, roughly.
pub(super) fn sound(syllable: char) -> Sound {
    let Some((initial, vowel, _)) = parts(syllable) else { return super::NONE };
    // Tense consonants as plain ones; ae = e, oe = wae = we, yae = ye.
    let initial = [0, 0, 2, 3, 3, 5, 6, 7, 7, 9, 9, 11, 12, 12, 14, 15, 16, 17, 18][initial];
    let vowel = [0, 1, 2, 3, 4, 1, 6, 3, 8, 9, 10, 10, 12, 13, 14, 10, 16, 17, 18, 19, 20][vowel];
    initial * VOWELS + vowel + 1
}

/// Latin letters as what their keys type in Korean, when whole syllables come out: `dlqrma` is 입금.
pub(crate) fn typed(word: &str) -> Option<String> {
    let keys: Vec<char> = word.chars().map(plain_key).collect();
    if !(2..=60).contains(&keys.len()) || !keys.iter().all(char::is_ascii_alphabetic) {
        return None;
    }
    let mut syllables = String::new();
    let mut at = 0;
    while at < keys.len() {
        let initial = longest(&INITIAL_KEYS, &keys[at..], 1)?;
        at += 1;
        let (vowel, length) = key_of(&VOWEL_KEYS, &keys[at..])?;
        at += length;
        let (last, length) = last_of(&keys[at..]);
        at += length;
        let number = (initial as u32 * VOWELS + vowel as u32) * FINALS + last as u32;
        syllables.push(char::from_u32(FIRST + number)?);
    }
    Some(syllables)
}

/// Keys that mean the same with and without shift are read without: caps lock.
fn plain_key(key: char) -> char {
    if matches!(key, 'R' | 'E' | 'Q' | 'T' | 'W' | 'O' | 'P') { key } else { key.to_ascii_lowercase() }
}

fn longest(table: &[&str], keys: &[char], length: usize) -> Option<usize> {
    let keys = keys.get(..length)?;
    table.iter().position(|entry| entry.len() == length && entry.chars().eq(keys.iter().copied()))
}

/// The longest entry that the keys begin with.
fn key_of(table: &[&str], keys: &[char]) -> Option<(usize, usize)> {
    [2, 1].into_iter().find_map(|length| longest(table, keys, length).map(|entry| (entry, length)))
}

/// The last consonant of a syllable: keys that begin the next syllable (a vowel follows) are not part of it.
fn last_of(keys: &[char]) -> (usize, usize) {
    for length in [2, 1] {
        let next_is_vowel = keys.get(length).is_some_and(|_| key_of(&VOWEL_KEYS, &keys[length..]).is_some());
        if let Some(last) = longest(&FINAL_KEYS, keys, length)
            && !next_is_vowel
        {
            return (last, length);
        }
    }
    (0, 0)
}

/// Hangul as the Latin letters of its keys: what comes out when an English word is typed in Korean.
pub(crate) fn keys(text: &str) -> String {
    let mut keys = String::new();
    for c in text.chars() {
        if let Some((initial, vowel, last)) = parts(c) {
            keys.push_str(INITIAL_KEYS[initial]);
            keys.push_str(VOWEL_KEYS[vowel]);
            keys.push_str(FINAL_KEYS[last]);
        } else if let Some(key) = jamo_keys(c) {
            keys.push_str(key);
        } else {
            keys.push(c);
        }
    }
    keys.to_ascii_lowercase()
}

/// The keys of a consonant or vowel that stands alone, as the fold leaves it: a conjoining one.
fn jamo_keys(jamo: char) -> Option<&'static str> {
    let within =
        |first: usize, keys: &[&'static str]| (jamo as usize).checked_sub(first).and_then(|at| keys.get(at).copied());
    within(0x1100, &INITIAL_KEYS).or_else(|| within(0x1161, &VOWEL_KEYS)).or_else(|| within(0x11a7, &FINAL_KEYS))
}

/// A Korean word in Latin letters, in a form that the usual spellings share.
pub(crate) fn romanised(word: &str) -> Option<String> {
    let mut letters = String::new();
    for syllable in word.chars() {
        let (initial, vowel, last) = parts(syllable)?;
        letters.push_str(INITIAL_LETTERS[initial]);
        letters.push_str(VOWEL_LETTERS[vowel]);
        letters.push_str(FINAL_LETTERS[last]);
    }
    Some(loosely(&letters))
}

/// Spellings of one sound become one: g and k, d and t, b and p, r and l, double letters.
pub(crate) fn loosely(latin: &str) -> String {
    let mut letters = String::new();
    let spelled = latin.replace("oo", "u").replace("ee", "i").replace("sh", "s");
    for c in spelled.chars() {
        let c = match c {
            'g' => 'k',
            'd' => 't',
            'b' => 'p',
            'l' => 'r',
            _ => c,
        };
        if !letters.ends_with(c) {
            letters.push(c);
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_make_syllables() {
        for (keys, syllables) in
            [("dlqrma", "입금"), ("cnfrma", "출금"), ("qlqjs", "비번"), ("rPwjd", "계정"), ("dhfb", "오류")]
        {
            assert_eq!(typed(keys).as_deref(), Some(syllables));
        }
        for word in ["kraken", "usdt", "", "q", "a1", "api"] {
            assert_eq!(typed(word), None, "{word}");
        }
    }

    #[test]
    fn syllables_make_keys() {
        assert_eq!(keys(&crate::fold::fold("ㅔㅁㄴㄴ재ㄱㅇ")), "password");
        assert_eq!(keys("입금"), "dlqrma");
    }

    #[test]
    fn spellings_of_one_word_are_one() {
        let word = romanised("입금");
        assert_eq!(word, Some(loosely("ipgeum")));
        assert_eq!(word, Some(loosely("ipkeum")));
        assert_eq!(romanised("출금"), Some(loosely("chulgeum")));
        assert_eq!(romanised("a"), None);
    }
}
