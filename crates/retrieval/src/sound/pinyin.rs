//! Pinyin: the syllable of a Chinese character, and Latin letters read as syllables.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::{ToPinyin, ToPinyinMulti};

use super::{NONE, Sound};

const HAN: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';
/// The longest syllable: zhuang, chuang, shuang.
const LONGEST: usize = 6;

struct Table {
    /// The sound of each of [`HAN`].
    sounds: Vec<u16>,
    /// The first letter of each of [`HAN`], or a space.
    initials: Vec<u8>,
    /// Of characters with two readings, the second one: its sound and its first letter.
    others: HashMap<char, (u16, u8)>,
    /// The sound of each syllable as it is written.
    syllables: HashMap<String, u16>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut numbers: HashMap<String, u16> = HashMap::new();
    let mut syllables = HashMap::new();
    let mut number = |plain: &str| {
        let next = numbers.len() as u16 + 1;
        let number = *numbers.entry(alike(plain)).or_insert(next);
        if !plain.is_ascii() {
            syllables.insert(plain.replace('ü', "v"), number);
            syllables.entry(plain.replace('ü', "u")).or_insert(number);
        } else {
            syllables.insert(plain.to_owned(), number);
        }
        number
    };
    let mut others = HashMap::new();
    let (mut sounds, mut initials) = (Vec::new(), Vec::new());
    for han in HAN {
        let Some(plain) = han.to_pinyin().map(pinyin::Pinyin::plain) else {
            sounds.push(NONE as u16);
            initials.push(b' ');
            continue;
        };
        let sound = number(plain);
        let readings = han.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain);
        if let Some(other) = readings.into_iter().find(|other| *other != plain) {
            others.insert(han, (number(other), other.bytes().next().unwrap_or(b' ')));
        }
        sounds.push(sound);
        initials.push(plain.bytes().next().unwrap_or(b' '));
    }
    Table { sounds, initials, others, syllables }
});

/// Syllables that many speakers and typists confuse become one.
fn alike(syllable: &str) -> String {
    let mut sound = syllable.replace('ü', "v");
    for (written, instead) in [("zh", "z"), ("ch", "c"), ("sh", "s")] {
        if let Some(rest) = sound.strip_prefix(written) {
            sound = format!("{instead}{rest}");
        }
    }
    // -an and -ang are told apart by most; -in and -ing, -en and -eng by few.
    for (written, instead) in [("ing", "in"), ("eng", "en")] {
        if let Some(rest) = sound.strip_suffix(written) {
            sound = format!("{rest}{instead}");
        }
    }
    sound
}

fn place(han: char) -> Option<usize> {
    HAN.contains(&han).then(|| han as usize - *HAN.start() as usize)
}

/// How a character sounds.
pub(crate) fn of(han: char) -> Sound {
    place(han).and_then(|place| TABLE.sounds.get(place)).map_or(NONE, |sound| Sound::from(*sound))
}

/// The first letter of its pinyin.
pub(crate) fn initial(han: char) -> Option<char> {
    let initial = place(han).and_then(|place| TABLE.initials.get(place).copied())?;
    (initial != b' ').then_some(initial as char)
}

/// Its other reading, where it has one: the sound and the first letter of its pinyin.
pub(crate) fn other(han: char) -> Option<(Sound, char)> {
    TABLE.others.get(&han).map(|(sound, initial)| (Sound::from(*sound), *initial as char))
}

/// Latin letters as syllables, in the fewest that make up all of them.
pub(crate) fn read(word: &str) -> Option<Vec<Sound>> {
    if word.len() > 60 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    // For each length of the beginning: how many syllables, the last one's length, and its sound.
    let mut best: Vec<Option<(usize, usize, Sound)>> = vec![None; word.len() + 1];
    best[0] = Some((0, 0, NONE));
    for end in 1..=word.len() {
        for length in 1..=LONGEST.min(end) {
            let (Some((count, ..)), Some(sound)) = (best[end - length], TABLE.syllables.get(&word[end - length..end]))
            else {
                continue;
            };
            if best[end].is_none_or(|(known, ..)| count + 1 < known) {
                best[end] = Some((count + 1, length, Sound::from(*sound)));
            }
        }
    }
    let mut sounds = Vec::new();
    let mut end = word.len();
    while end > 0 {
        let (_, length, sound) = best[end]?;
        sounds.push(sound);
        end -= length;
    }
    sounds.reverse();
    (!sounds.is_empty()).then_some(sounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sounds(han: &str) -> Vec<Sound> {
        han.chars().map(of).collect()
    }

    #[test]
    fn syllables_are_read() {
        assert_eq!(read("tixian"), Some(sounds("提现")));
        assert_eq!(read("shuangchong"), Some(vec![of('双'), other('重').unwrap().0]));
        assert_eq!(read("yanzheng"), Some(sounds("验证")));
        assert_eq!(read("kraken"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn characters_that_sound_alike() {
        assert_eq!(sounds("蜜码"), sounds("密码"));
        assert_eq!(sounds("严正"), sounds("验证"));
        assert_ne!(of('提'), of('现'));
        assert_eq!(initial('提'), Some('t'));
        assert_eq!(of('a'), NONE);
    }
}
