//! Letters as a reader sees them.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Doubles of Latin letters; after Unicode TS 39.
static DOUBLES: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut doubles = HashMap::new();
    for line in super::rules::lines(include_str!("../../rules/impostors/confusables.txt")) {
        let mut letters = line.chars();
        let Some(latin) = letters.next() else { continue };
        doubles.extend(letters.filter(|letter| !letter.is_whitespace()).map(|letter| (letter, latin)));
    }
    doubles
});

/// A text in small letters, with Latin letters in place of their doubles and without what is not seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    pub text: String,
    /// Whether a letter was the double of another one.
    pub doubles: bool,
}

/// Folds a text: [`Folded`].
pub(crate) fn fold(text: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(text.len()), doubles: false };
    for letter in text.chars() {
        push(letter, &mut folded);
    }
    folded
}

fn push(letter: char, into: &mut Folded) {
    if letter.is_ascii() {
        into.text.push(letter.to_ascii_lowercase());
    } else if dot(letter) {
        into.text.push('.');
    } else if matches!(letter, '\u{2010}' | '\u{2011}') {
        into.text.push('-');
    } else if let Some(latin) = DOUBLES.get(&letter) {
        into.text.push(*latin);
        into.doubles = true;
    } else if crate::visible::invisible(letter) {
    } else if east_asian(letter) {
        into.text.push(letter);
    } else {
        for part in std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part)) {
            let latin = DOUBLES.get(&part).copied();
            into.doubles |= latin.unwrap_or(part).is_ascii_alphanumeric();
            into.text.extend(latin.unwrap_or(part).to_lowercase());
        }
    }
}

/// Whether a letter is read as a dot in an address (RFC 3490 §3.1, and the one-dot leader).
pub(crate) fn dot(letter: char) -> bool {
    matches!(letter, '.' | '。' | '．' | '｡' | '․')
}

/// Whether a letter is of a script that is written without spaces around Latin words: Han, kana, Hangul.
pub(crate) fn east_asian(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3031}'..='\u{318f}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// What a folded text looks like: `0` is `o`, `1` and `i` are `l`, `rn` is `m`. Only for comparing with another skeleton.
pub(crate) fn skeleton(folded: &str) -> String {
    let mut seen = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        let pair = |second: char| (letter, second);
        let joined = match letters.peek().map(|second| pair(*second)) {
            Some(('r', 'n')) => Some('m'),
            Some(('v', 'v')) => Some('w'),
            Some(('c', 'l')) => Some('d'),
            _ => None,
        };
        if let Some(joined) = joined {
            letters.next();
            seen.push(joined);
            continue;
        }
        seen.push(match letter {
            '0' => 'o',
            '1' | 'i' | '|' | '!' | 'j' => 'l',
            '2' => 'z',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '6' | '8' => 'b',
            '7' => 't',
            '9' | 'q' => 'g',
            other => other,
        });
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_become_latin_and_other_scripts_stay() {
        for (text, wanted, doubles) in [
            ("OKX", "okx", false),
            ("оkх", "okx", true),
            ("ＯＫＸ", "okx", true),
            ("bínance", "binance", true),
            ("𝗯𝗶𝗻𝗮𝗻𝗰𝗲", "binance", true),
            ("o\u{200b}kx", "okx", false),
            ("바이낸스バイナンス币安", "바이낸스バイナンス币安", false),
        ] {
            assert_eq!(fold(text), Folded { text: wanted.into(), doubles }, "{text}");
        }
    }

    #[test]
    fn what_looks_alike_has_one_skeleton() {
        for (one, other) in [("0kx", "okx"), ("b1nance", "blnance"), ("rnexc", "mexc"), ("coinba5e", "coinbase")] {
            assert_eq!(skeleton(one), skeleton(other));
        }
        assert_ne!(skeleton("okx"), skeleton("okta"));
    }
}
