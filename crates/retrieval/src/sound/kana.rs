//! Kana: which of them sound alike, and Latin letters read as kana.

use super::Sound;

/// Without voicing marks, and small ones as big ones.
pub(super) fn sound(kana: char) -> Sound {
    match kana {
        'か'..='ぢ' => {
            // か が き ぎ … ち ぢ lie in pairs.
            kana as u32 - (kana as u32 - 'か' as u32) % 2
        }
        'っ' | 'つ' | 'づ' => 'つ' as u32,
        'て'..='ど' => kana as u32 - (kana as u32 - 'て' as u32) % 2,
        // は ば ぱ ひ び ぴ … lie in threes.
        'は'..='ぽ' => kana as u32 - (kana as u32 - 'は' as u32) % 3,
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' => kana as u32 + 1,
        'ゔ' => 'う' as u32,
        'を' => 'お' as u32,
        _ => kana as u32,
    }
}

const ROWS: &[(&str, &str)] = &[
    ("kya", "きゃ"),
    ("kyu", "きゅ"),
    ("kyo", "きょ"),
    ("gya", "ぎゃ"),
    ("gyu", "ぎゅ"),
    ("gyo", "ぎょ"),
    ("sha", "しゃ"),
    ("shu", "しゅ"),
    ("sho", "しょ"),
    ("sya", "しゃ"),
    ("syu", "しゅ"),
    ("syo", "しょ"),
    ("shi", "し"),
    ("cha", "ちゃ"),
    ("chu", "ちゅ"),
    ("cho", "ちょ"),
    ("tya", "ちゃ"),
    ("tyu", "ちゅ"),
    ("tyo", "ちょ"),
    ("chi", "ち"),
    ("tsu", "つ"),
    ("nya", "にゃ"),
    ("nyu", "にゅ"),
    ("nyo", "にょ"),
    ("hya", "ひゃ"),
    ("hyu", "ひゅ"),
    ("hyo", "ひょ"),
    ("bya", "びゃ"),
    ("byu", "びゅ"),
    ("byo", "びょ"),
    ("pya", "ぴゃ"),
    ("pyu", "ぴゅ"),
    ("pyo", "ぴょ"),
    ("mya", "みゃ"),
    ("myu", "みゅ"),
    ("myo", "みょ"),
    ("rya", "りゃ"),
    ("ryu", "りゅ"),
    ("ryo", "りょ"),
    ("jya", "じゃ"),
    ("jyu", "じゅ"),
    ("jyo", "じょ"),
    ("ja", "じゃ"),
    ("ju", "じゅ"),
    ("jo", "じょ"),
    ("ji", "じ"),
    ("je", "じぇ"),
    ("fa", "ふぁ"),
    ("fi", "ふぃ"),
    ("fe", "ふぇ"),
    ("fo", "ふぉ"),
    ("fu", "ふ"),
    ("ti", "ち"),
    ("tu", "つ"),
    ("si", "し"),
    ("ka", "か"),
    ("ki", "き"),
    ("ku", "く"),
    ("ke", "け"),
    ("ko", "こ"),
    ("ga", "が"),
    ("gi", "ぎ"),
    ("gu", "ぐ"),
    ("ge", "げ"),
    ("go", "ご"),
    ("sa", "さ"),
    ("su", "す"),
    ("se", "せ"),
    ("so", "そ"),
    ("za", "ざ"),
    ("zi", "じ"),
    ("zu", "ず"),
    ("ze", "ぜ"),
    ("zo", "ぞ"),
    ("ta", "た"),
    ("te", "て"),
    ("to", "と"),
    ("da", "だ"),
    ("di", "ぢ"),
    ("du", "づ"),
    ("de", "で"),
    ("do", "ど"),
    ("na", "な"),
    ("ni", "に"),
    ("nu", "ぬ"),
    ("ne", "ね"),
    ("no", "の"),
    ("ha", "は"),
    ("hi", "ひ"),
    ("hu", "ふ"),
    ("he", "へ"),
    ("ho", "ほ"),
    ("ba", "ば"),
    ("bi", "び"),
    ("bu", "ぶ"),
    ("be", "べ"),
    ("bo", "ぼ"),
    ("pa", "ぱ"),
    ("pi", "ぴ"),
    ("pu", "ぷ"),
    ("pe", "ぺ"),
    ("po", "ぽ"),
    ("ma", "ま"),
    ("mi", "み"),
    ("mu", "む"),
    ("me", "め"),
    ("mo", "も"),
    ("ya", "や"),
    ("yu", "ゆ"),
    ("yo", "よ"),
    ("ra", "ら"),
    ("ri", "り"),
    ("ru", "る"),
    ("re", "れ"),
    ("ro", "ろ"),
    ("wa", "わ"),
    ("wo", "を"),
    ("vu", "ゔ"),
    ("nn", "ん"),
    ("a", "あ"),
    ("i", "い"),
    ("u", "う"),
    ("e", "え"),
    ("o", "お"),
    ("n", "ん"),
];

/// Latin letters as hiragana, when they can be read so to the end: `nyuukin` is にゅうきん.
pub(crate) fn read(word: &str) -> Option<String> {
    if !(2..=60).contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut kana = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        let mut letters = rest.bytes();
        let (first, second) = (letters.next()?, letters.next());
        if Some(first) == second && !matches!(first, b'a' | b'e' | b'i' | b'o' | b'u' | b'n') {
            kana.push('っ');
            rest = &rest[1..];
            continue;
        }
        let (latin, read) = ROWS.iter().find(|(latin, _)| rest.starts_with(latin))?;
        // nn before a vowel is one ん and the next syllable's n.
        let doubled = *latin == "nn" && rest[2..].starts_with(['a', 'i', 'u', 'e', 'o', 'y']);
        kana.push_str(read);
        rest = &rest[if doubled { 1 } else { latin.len() }..];
    }
    Some(kana)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_are_read() {
        for (latin, kana) in [
            ("nyuukin", "にゅうきん"),
            ("shukkin", "しゅっきん"),
            ("pasuwaado", "ぱすわあど"),
            ("konnichi", "こんにち"),
        ] {
            assert_eq!(read(latin).as_deref(), Some(kana));
        }
        for word in ["kraken", "x", "", "btc", "wallet"] {
            assert_eq!(read(word), None, "{word}");
        }
    }

    #[test]
    fn kana_that_are_confused() {
        for (one, other) in [('か', 'が'), ('は', 'ぱ'), ('つ', 'っ'), ('や', 'ゃ'), ('と', 'ど'), ('お', 'を')]
        {
            assert_eq!(sound(one), sound(other));
        }
        assert_ne!(sound('か'), sound('き'));
    }
}
