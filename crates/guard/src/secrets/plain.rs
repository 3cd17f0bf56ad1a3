//! The text as a reader sees it, with a way back to the text as it was given.
//!
//! Full-width letters become narrow, letters in parts (jamo, accents, voiced kana) become whole, invisible characters go.
//! Ordinary text is none of that and is taken as it is, without a copy.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

pub(crate) struct Plain<'a> {
    pub text: Cow<'a, str>,
    /// For each byte of `text` where its letter began in what was given; nothing if that is the same place.
    starts: Option<Vec<usize>>,
    given: usize,
}

impl<'a> Plain<'a> {
    pub(crate) fn of(given: &'a str) -> Plain<'a> {
        if !is_unusual(given) {
            return Plain { text: Cow::Borrowed(given), starts: None, given: given.len() };
        }
        let mut text = String::with_capacity(given.len());
        let mut starts = Vec::with_capacity(given.len());
        let mut letters = given.char_indices().peekable();
        while let Some((start, letter)) = letters.next() {
            let mut end = start + letter.len_utf8();
            while let Some((at, part)) = letters.next_if(|(_, next)| is_invisible(*next) || is_part(*next)) {
                end = at + part.len_utf8();
            }
            if is_punctuation(letter) {
                text.push(letter);
            } else {
                text.extend(given[start..end].chars().filter(|c| !is_invisible(*c)).nfkc().map(narrow));
            }
            starts.resize(text.len(), start);
        }
        Plain { text: Cow::Owned(text), starts: Some(starts), given: given.len() }
    }

    /// Where in the given text a part of the plain one stands.
    pub(crate) fn given(&self, span: &Range<usize>) -> Range<usize> {
        let Some(starts) = &self.starts else { return span.clone() };
        let (Some(first), Some(last)) = (starts.get(span.start), starts.get(span.end.wrapping_sub(1))) else {
            return span.clone();
        };
        let end = starts[span.end..].iter().find(|start| *start != last).copied().unwrap_or(self.given);
        *first..end
    }
}

/// Wide punctuation divides more than the narrow one does: "482913，5 minutes" is no decimal.
fn is_punctuation(c: char) -> bool {
    matches!(c, '，' | '；' | '。' | '、')
}

/// Dashes of all lengths are dashes.
fn narrow(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// Soft hyphens, joiners, direction marks, variation selectors: nobody sees them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether the letter belongs to the one before it.
fn is_part(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11ff}' | '\u{ff9e}' | '\u{ff9f}') || c > '\u{2ff}' && canonical_combining_class(c) != 0
}

/// Whether a letter stands there that has to be folded. Full-width punctuation need not: Chinese is full of it, and the rules
/// know it.
fn is_unusual(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let mut at = 0;
    while at < bytes.len() {
        let unusual = match bytes[at] {
            ..0xc2 => {
                at += 1;
                continue;
            }
            0xc2 => matches!(next(at + 1), 0xa0 | 0xad),
            0xcc => true,
            0xcd => next(at + 1) < 0xb0,
            0xd8 => next(at + 1) == 0x9c,
            0xe1 => matches!(next(at + 1), 0x84..=0x87 | 0xa0),
            0xe2 => match next(at + 1) {
                0x80 => matches!(next(at + 2), 0x80..=0x92 | 0xaa..=0xaf),
                0x81 => matches!(next(at + 2), 0x9f..=0xaf),
                0x88 => next(at + 2) == 0x92,
                0x91 => next(at + 2) >= 0xa0,
                0x92 | 0x93 => true,
                _ => false,
            },
            0xe3 => match next(at + 1) {
                0x80 => next(at + 2) == 0x80,
                0x82 => matches!(next(at + 2), 0x99 | 0x9a),
                0x85 => next(at + 2) == 0xa4,
                _ => false,
            },
            0xef => match next(at + 1) {
                0xbc => matches!(next(at + 2), 0x90..=0x99 | 0xa1..=0xba),
                0xbd => matches!(next(at + 2), 0x81..=0x9a | 0xa6..),
                0xbe => true,
                0xbb => next(at + 2) == 0xbf,
                0xa4..=0xab => true,
                _ => false,
            },
            0xf0 => next(at + 1) == 0x9d,
            0xf3 => true,
            _ => false,
        };
        if unusual {
            return true;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_reads_the_same_is_the_same() {
        for (given, plain) in [
            ("ｐｗ：Ａｂｃ１２３", "pw:Abc123"),
            ("aban\u{200b}don", "abandon"),
            ("가격", "가격"),
            ("\u{1100}\u{1161}\u{1100}\u{1167}\u{11a8}", "가격"),
            ("か\u{3099}", "が"),
            ("ｶﾞ", "ガ"),
            ("a\u{301}baco", "ábaco"),
            ("① 𝐚𝐛", "1 ab"),
            ("4111\u{2011}1111\u{a0}x", "4111-1111 x"),
            ("4111\u{3000}1111", "4111 1111"),
        ] {
            assert_eq!(Plain::of(given).text, plain, "{given}");
        }
        assert!(matches!(Plain::of("密码：“don’t”，提现！").text, Cow::Borrowed(_)));
    }

    #[test]
    fn the_way_back() {
        let given = "＊ ａ\u{200b}ｂ! 격";
        let plain = Plain::of(given);
        let at = plain.text.find("ab").unwrap();
        assert_eq!(&given[plain.given(&(at..at + 2))], "ａ\u{200b}ｂ");
        let at = plain.text.find('격').unwrap();
        assert_eq!(&given[plain.given(&(at..at + 3))], "격");
    }

    proptest! {
        #[test]
        fn spans_are_on_boundaries(given in "(\\PC|[ａ１\u{200b}か\u{3099}\u{1100}\u{1161}]){0,40}") {
            let plain = Plain::of(&given);
            let places: Vec<usize> = plain.text.char_indices().map(|(at, _)| at).chain([plain.text.len()]).collect();
            for pair in places.windows(2) {
                prop_assert!(given.get(plain.given(&(pair[0]..pair[1]))).is_some());
            }
        }
    }
}
