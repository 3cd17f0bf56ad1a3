//! How names of Han, kana and Hangul sound in Latin letters, and which names sound alike.
//!
//! [`romanised`] says how a name may be written by whoever cannot or does not want to write its letters (币安 is `bian`,
//! バイナンス `bainansu`, 업비트 `eopbiteu`); [`key`] says what is left of a name in any script when only its consonants count.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

use super::rules::lines;

/// Which of two ways is taken where there are two.
#[derive(Clone, Copy)]
struct Style {
    /// Finals of Hangul as they are written instead of as they are said; long vowels of kana twice.
    full: bool,
    /// ㄹ between vowels as `l`; the small ッ as a doubled consonant.
    strong: bool,
    /// Kunrei for kana; ㅡ as `u`.
    second: bool,
}

/// Each kana, or two of them, with its readings.
static KANA: LazyLock<HashMap<&'static str, [&'static str; 2]>> = LazyLock::new(|| {
    let words: Vec<&str> =
        lines(include_str!("../../rules/impostors/kana.txt")).flat_map(str::split_whitespace).collect();
    let reading = |reading: &'static str| reading.split_once(',').map_or([reading; 2], |(one, other)| [one, other]);
    words.chunks_exact(2).map(|pair| (pair[0], reading(pair[1]))).collect()
});

/// Initials, vowels, finals as said, finals as written.
static HANGUL: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let none = |sound| if sound == "-" { "" } else { sound };
    let list = lines(include_str!("../../rules/impostors/hangul.txt"));
    list.map(|line| line.split_whitespace().map(none).collect()).collect()
});

/// The ways in which a text of Han, kana and Hangul is written in Latin letters; none when it has other letters.
pub(super) fn romanised(text: &str) -> Vec<String> {
    let mut ways = Vec::new();
    for bits in 0..8 {
        let style = Style { full: bits & 1 > 0, strong: bits & 2 > 0, second: bits & 4 > 0 };
        let Some(way) = latin(text, style) else { return Vec::new() };
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

fn latin(text: &str, style: Style) -> Option<String> {
    let letters: Vec<char> = text.nfkc().map(katakana).collect();
    let (mut way, mut doubled, mut at) = (String::new(), false, 0);
    while let Some(letter) = letters.get(at).copied() {
        let pair: String = letters.iter().skip(at).take(2).collect();
        let one = letter.to_string();
        let kana = KANA.get_key_value(pair.as_str()).or_else(|| KANA.get_key_value(one.as_str()));
        at += 1;
        if let Some((written, readings)) = kana {
            at += written.chars().count() - 1;
            let reading = readings[usize::from(style.second)];
            way.extend(reading.chars().next().filter(|_| doubled));
            way.push_str(reading);
        } else if letter == 'ー' {
            way.extend(way.chars().next_back().filter(|_| style.full));
        } else if letter != 'ッ' {
            way.push_str(&syllable(letter, style)?);
        }
        doubled = letter == 'ッ' && style.strong;
    }
    Some(way)
}

fn katakana(letter: char) -> char {
    match letter {
        'ぁ'..='ゖ' => char::from_u32(u32::from(letter) + 0x60).unwrap_or(letter),
        other => other,
    }
}

/// A letter that is a syllable: of Hangul, or Han as it is read in Mandarin.
fn syllable(letter: char, style: Style) -> Option<String> {
    let [initials, vowels, said, written] = HANGUL.as_slice() else { return None };
    let Some(number) = u32::from(letter).checked_sub(0xac00).filter(|number| *number < 11_172) else {
        return Some(letter.to_pinyin()?.plain().replace('ü', "v"));
    };
    let number = number as usize;
    let initial = match initials.get(number / 588)? {
        &"r" if style.strong => "l",
        initial => initial,
    };
    let vowel = match vowels.get(number % 588 / 28)? {
        &"eu" if style.second => "u",
        vowel => vowel,
    };
    let finals = if style.full { written } else { said };
    Some(format!("{initial}{vowel}{}", finals.get(number % 28)?))
}

/// The consonants of a name, as far as Chinese, Japanese and Korean tell them apart, behind `_` when it begins with a vowel.
/// `None` when they are fewer than three: too many words have those.
pub(super) fn key(text: &str) -> Option<String> {
    let plain = Style { full: false, strong: false, second: false };
    let letters: Vec<char> = if text.is_ascii() {
        text.chars().collect()
    } else {
        // Han is read so that no letter has another sound than in the names of the others.
        let read = |letter: char| Some(letter.to_pinyin()?.plain().replace('q', "ch").replace('x', "sh"));
        let han: Option<String> = text.chars().map(read).collect();
        han.or_else(|| latin(text, plain))?.chars().collect()
    };
    let vowel = |letter: Option<&char>| letter.is_some_and(|letter| "aeiouy".contains(*letter));
    let mut key = String::from(if vowel(letters.first()) { "_" } else { "" });
    for (at, letter) in letters.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).and_then(|at| letters.get(at)), letters.get(at + 1));
        match (letter, after) {
            (letter, _) if before == Some(letter) => {}
            ('x', _) => key.push_str("ks"),
            ('c', Some('h' | 'e' | 'i' | 'y')) | ('t', Some('h')) => key.push('s'),
            ('s', _) if before == Some(&'t') => {}
            ('c' | 'q' | 'k', _) if before == Some(&'c') => {}
            ('g', _) if before == Some(&'n') && !vowel(after) => {}
            ('r', _) if !vowel(after) || before == Some(&'l') => {}
            ('m', Some('b' | 'p')) => key.push('n'),
            ('c' | 'g' | 'k' | 'q', _) => key.push('k'),
            ('d' | 't', _) => key.push('t'),
            ('s' | 'z' | 'j', _) => key.push('s'),
            ('r' | 'l', _) => key.push('l'),
            ('f' | 'p', _) => key.push('p'),
            ('b' | 'v', _) => key.push('b'),
            ('m' | 'n', _) => key.push(*letter),
            _ => {}
        }
    }
    (key.trim_start_matches('_').len() >= 3).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_a_name() {
        for (name, way) in [
            ("币安", "bian"),
            ("歐易", "ouyi"),
            ("バイナンス", "bainansu"),
            ("アップビット", "appubitto"),
            ("アップビット", "apubito"),
            ("ビットフライヤー", "bitofuraiyaa"),
            ("コインチェック", "koinchekku"),
            ("こいんちぇっく", "kointyekku"),
            ("업비트", "eopbiteu"),
            ("업비트", "eobbiteu"),
            ("크라켄", "keuraken"),
            ("크라켄", "keulaken"),
            ("빗썸", "bitsseom"),
        ] {
            assert!(romanised(name).iter().any(|other| other == way), "{name} {way} {:?}", romanised(name));
        }
        assert!(romanised("okx").is_empty());
    }

    #[test]
    fn names_that_sound_alike_have_one_key() {
        for (name, others) in [
            ("bybit", ["바이비트", "バイビット", "拜比特"]),
            ("binance", ["바이낸스", "バイナンス", "拜南斯"]),
            ("upbit", ["업비트", "アップビット", "艾普比特"]),
            ("kraken", ["크라켄", "クラーケン", "克拉肯"]),
            ("bitflyer", ["비트플라이어", "ビットフライヤー", "比特弗莱尔"]),
            ("okx", ["오케이엑스", "オーケーエックス", "欧科克斯"]),
        ] {
            others.iter().for_each(|other| assert_eq!(key(name), key(other), "{name} {other}"));
        }
        assert_ne!(key("bybit"), key("业比特"));
        assert_eq!(key("币安"), None);
    }
}
