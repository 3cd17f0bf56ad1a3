//! Text as a row of symbols: one for each letter of a script without spaces between words (and Korean), one for the stem
//! of each other word, one for each pause. Everything is compared in symbols: they fit into a number, a stored article
//! needs two bytes for most of them, and grams, phrases and lexicon entries of all languages are then the same thing.

use std::borrow::Cow;
use std::ops::Range;

use crate::fold::{self, letters};
use crate::stem::stem;

/// A letter's code point, a word's hash with [`WORD`] set, or [`PAUSE`].
pub(crate) type Symbol = u32;

/// The end of a sentence or of a part of one: no gram reaches across.
pub(crate) const PAUSE: Symbol = 1;
/// The end of a section of a stored article.
pub(crate) const END: Symbol = 2;
/// Set in the symbols of words.
pub(crate) const WORD: Symbol = 1 << 31;
/// So many bits of a word's hash are kept: what fits into a pair of surrogates that UTF-16 leaves free.
const HASH_BITS: u32 = 27;
/// Of a longer word the beginning counts, in bytes.
const LONGEST_WORD: usize = 40;

/// A symbol where it stands in a text.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'a> {
    pub symbol: Symbol,
    /// The letter, or the stem of the word; empty for a pause.
    pub term: &'a str,
    /// The word before stemming; the letter.
    pub plain: &'a str,
    /// The bytes of the text that it was read from.
    pub range: Range<usize>,
    /// Whether white space or a sign stands before it.
    pub spaced: bool,
}

pub(crate) fn is_word(symbol: Symbol) -> bool {
    symbol & WORD != 0
}

pub(crate) fn is_letter(symbol: Symbol) -> bool {
    symbol > END && !is_word(symbol)
}

/// The symbol of a stem.
pub(crate) fn word(stem: &str) -> Symbol {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in stem.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    // The low bits of this hash are its weak ones.
    (hash >> (64 - HASH_BITS)) as u32 | WORD
}

/// The letter of a symbol.
pub(crate) fn letter(symbol: Symbol) -> Option<char> {
    is_letter(symbol).then(|| char::from_u32(symbol)).flatten()
}

enum Kind {
    Letter,
    Word,
    Quote,
    Point,
    Pause,
    Space,
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | '0'..='9' => Kind::Word,
        ' ' => Kind::Space,
        '\'' => Kind::Quote,
        '.' => Kind::Point,
        '\n' | ',' | ';' | ':' | '!' | '?' | '。' | '、' | '·' | '|' | '・' => Kind::Pause,
        '\0'..='\x7f' => Kind::Space,
        _ if fold::is_cjk(c) && (c as u32) < 0x1_0000 => Kind::Letter,
        _ if c.is_alphanumeric() => Kind::Word,
        _ => Kind::Space,
    }
}

/// What is read of a word so far.
#[derive(Default)]
struct Word {
    text: String,
    range: Range<usize>,
    spaced: bool,
}

/// Calls `take` with each unit of `text`, which must be [`fold::whole`].
pub(crate) fn each(text: &str, mut take: impl FnMut(Unit<'_>)) {
    let mut word = Word::default();
    let mut spaced = true;
    let mut quoted = false;
    let mut point = None;
    let mut letter_buffer = [0; 4];
    letters::each(text, |at, c| {
        let kind = kind(c);
        if let Kind::Word = kind {
            // A point between digits belongs to the number: 0.5.
            if point.take().is_some() {
                if c.is_ascii_digit() && word.text.ends_with(|c: char| c.is_ascii_digit()) {
                    word.text.push('.');
                } else {
                    finish(&mut word, &mut take);
                    take(pause(at));
                    spaced = true;
                }
            }
            if word.text.is_empty() {
                (word.range, word.spaced) = (at..at, spaced);
            }
            if quoted && c == 's' {
                // Might be the genitive: seen when the word ends.
                word.text.push('\'');
            }
            quoted = false;
            if word.text.len() < LONGEST_WORD {
                word.text.push(c);
            }
            let width = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            word.range.end = at + width;
            spaced = false;
            return;
        }
        if let Kind::Quote = kind
            && !word.text.is_empty()
            && !quoted
        {
            quoted = true;
            return;
        }
        if let Kind::Point = kind
            && word.text.ends_with(|c: char| c.is_ascii_digit())
            && point.is_none()
        {
            point = Some(at);
            return;
        }
        quoted = false;
        finish(&mut word, &mut take);
        if let Some(at) = point.take() {
            take(pause(at));
            spaced = true;
        }
        match kind {
            Kind::Letter => {
                let width = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                let term: &str = c.encode_utf8(&mut letter_buffer);
                take(Unit { symbol: c as u32, term, plain: term, range: at..at + width, spaced });
                spaced = false;
            }
            Kind::Pause | Kind::Point => {
                take(pause(at));
                spaced = true;
            }
            _ => spaced = true,
        }
    });
    finish(&mut word, &mut take);
}

fn pause(at: usize) -> Unit<'static> {
    Unit { symbol: PAUSE, term: "", plain: "", range: at..at, spaced: true }
}

fn finish(read: &mut Word, take: &mut impl FnMut(Unit<'_>)) {
    if read.text.is_empty() {
        return;
    }
    let plain = match read.text.strip_suffix("'s") {
        Some(owner) => owner.to_owned(),
        None if read.text.contains('\'') => read.text.replace('\'', ""),
        None => std::mem::take(&mut read.text),
    };
    let term = stem(&plain);
    take(Unit { symbol: word(&term), term: &term, plain: &plain, range: read.range.clone(), spaced: read.spaced });
    read.text.clear();
}

/// The text as [`each`] takes it.
pub(crate) fn whole(text: &str) -> Cow<'_, str> {
    fold::whole(text)
}

/// The symbols of a text, without pauses at its ends.
pub(crate) fn of(text: &str) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    each(&whole(text), |unit| {
        if unit.symbol != PAUSE || symbols.last().is_some_and(|last| *last != PAUSE) {
            symbols.push(unit.symbol);
        }
    });
    if symbols.last() == Some(&PAUSE) {
        symbols.pop();
    }
    symbols
}

/// Writes a symbol in two bytes, or a word's in four: of surrogates only the upper half of a pair is used, with any
/// sixteen bits after it.
pub(crate) fn write(symbol: Symbol, into: &mut Vec<u8>) {
    if is_word(symbol) {
        let high = 0xd800 | (symbol >> 16) as u16 & 0x7ff;
        into.extend_from_slice(&high.to_le_bytes());
    }
    into.extend_from_slice(&(symbol as u16).to_le_bytes());
}

/// Reads what [`write`] wrote.
pub(crate) struct Reading<'a>(pub std::slice::ChunksExact<'a, u8>);

impl Iterator for Reading<'_> {
    type Item = Symbol;

    #[inline]
    fn next(&mut self) -> Option<Symbol> {
        let two = |bytes: &[u8]| u32::from(u16::from_le_bytes([bytes[0], bytes[1]]));
        let first = two(self.0.next()?);
        if first & 0xf800 != 0xd800 {
            return Some(first);
        }
        let second = two(self.0.next()?);
        Some(WORD | (first & 0x7ff) << 16 | second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms(text: &str) -> Vec<String> {
        let mut terms = Vec::new();
        each(&whole(text), |unit| terms.push(if unit.symbol == PAUSE { "/".into() } else { unit.term.to_owned() }));
        terms
    }

    #[test]
    fn letters_words_and_pauses() {
        assert_eq!(terms("提現 USDT,0.5 枚"), ["提", "现", "usdt", "/", "0.5", "枚"]);
        assert_eq!(terms("2FA丢了!"), ["2fa", "丢", "了", "/"]);
        assert_eq!(terms("Kraken's fees don't 3. Next"), ["kraken", "fee", "dont", "3", "/", "next"]);
        assert_eq!(terms("입금 안 됨"), ["입", "금", "안", "됨"]);
        assert_eq!(terms("🎉\u{202e}\u{0}\"*("), Vec::<String>::new());
    }

    #[test]
    fn ranges_point_into_the_text() {
        let text = "Ａbc 提現:ビット";
        each(text, |unit| {
            assert!(text.get(unit.range.clone()).is_some_and(|part| unit.symbol == PAUSE || !part.is_empty()))
        });
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(text in ".{0,80}") {
            let symbols = of(&text);
            let mut bytes = Vec::new();
            symbols.iter().for_each(|symbol| write(*symbol, &mut bytes));
            prop_assert_eq!(Reading(bytes.chunks_exact(2)).collect::<Vec<_>>(), symbols);
        }
    }
}
