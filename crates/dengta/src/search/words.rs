//! From text to terms, the same for what is indexed and for what is searched.
//!
//! - Letters of Latin and other alphabets make words: `USDT`, `2fa`; a point between digits belongs to a number: `0.5`.
//! - Chinese, Japanese and Korean letters make pairs: 充值未到 → 充值 值未 未到. The last of a run also stands alone, so
//!   that a single letter is found: as the first of a pair, or as the last of a run.
//! - Emoji are words of one letter.
//! - What looks like an id (a transaction's hash, an address, an order's number, a reference of ours) occurs in hardly any
//!   other ticket, and a dictionary of these costs more than all of the language. It becomes one of 16 million buckets;
//!   whoever searches for one looks at the text of what is found.

use crate::tickets::Reference;
use retrieval::fold;

/// Stands before the name of a bucket; no text has it.
const BUCKET: char = '\u{2}';
/// An id has at least so many letters, and a digit among them.
const ID: usize = 9;
/// A word without digits that is longer than this is no word either.
const WORD: usize = 40;
/// Our references as they are printed: `K7Q2-9M4X-TB3W-H`.
const REFERENCE: usize = 16;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A word, a number, an emoji, a pair of letters.
    Word(&'a str),
    /// A letter that is the last or the only one of its run.
    Letter(&'a str),
    /// What looks like an id.
    Id(&'a str),
}

/// Calls `take` with the term of each piece of `text`, for the index.
pub fn terms(text: &str, mut take: impl FnMut(&str)) {
    pieces(text, |piece| match piece {
        Piece::Word(term) | Piece::Letter(term) => take(term),
        Piece::Id(id) => take(&bucket(id)),
    });
}

/// Calls `take` with each piece of `text`.
pub fn pieces(text: &str, mut take: impl FnMut(Piece<'_>)) {
    let folded = fold::fold(text);
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let kind = Kind::of(first);
        let (run, after) = rest.split_at(kind.run(rest));
        match kind {
            Kind::Word => {
                if let Some(reference) = rest.get(..REFERENCE).filter(|_| after.starts_with('-')).and_then(reference) {
                    take(Piece::Id(&reference));
                }
                word(run, &mut take);
            }
            Kind::Pairs => pairs(run, &mut take),
            Kind::Sign => take(Piece::Word(run)),
            Kind::Between => {}
        }
        rest = after;
    }
}

/// The bucket of an id.
pub fn bucket(id: &str) -> String {
    const NAMES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    // FNV-1a, and its bits mixed: the index on disk holds what comes out, it must never change.
    let hash = id
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd) >> 40;
    let digit = |shift: u32| char::from(NAMES[usize::try_from(hash >> shift & 63).unwrap_or(0)]);
    [BUCKET, digit(18), digit(12), digit(6), digit(0)].iter().collect()
}

/// A reference of ours in the one form of it; `None` for all else.
pub fn reference(text: &str) -> Option<String> {
    let like = matches!(text.len(), 13 | REFERENCE) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    like.then(|| Reference::parse(text)).flatten().map(|reference| reference.as_str().to_ascii_lowercase())
}

fn word(run: &str, take: &mut impl FnMut(Piece<'_>)) {
    let is_id = (run.len() >= ID && run.bytes().any(|byte| byte.is_ascii_digit())) || run.len() > WORD;
    match reference(run) {
        Some(reference) => take(Piece::Id(&reference)),
        None if is_id => take(Piece::Id(run)),
        None => take(Piece::Word(run)),
    }
}

fn pairs(run: &str, take: &mut impl FnMut(Piece<'_>)) {
    let mut ends = run.char_indices().map(|(at, c)| at + c.len_utf8());
    let (mut start, mut middle) = (0, ends.next().unwrap_or(0));
    for end in ends {
        take(Piece::Word(&run[start..end]));
        (start, middle) = (middle, end);
    }
    take(Piece::Letter(&run[start..middle]));
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Between,
    Word,
    Pairs,
    Sign,
}

impl Kind {
    fn of(c: char) -> Kind {
        match c {
            _ if c.is_ascii() => {
                if c.is_ascii_alphanumeric() {
                    Kind::Word
                } else {
                    Kind::Between
                }
            }
            _ if fold::is_cjk(c) => Kind::Pairs,
            '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' => Kind::Sign,
            _ if c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) => Kind::Word,
            _ => Kind::Between,
        }
    }

    /// How long the run of this kind is at the beginning of `text`.
    fn run(self, text: &str) -> usize {
        let mut digit = false;
        for (at, c) in text.char_indices() {
            let point = c == '.' && digit && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
            if !(point && self == Kind::Word) && (Kind::of(c) != self || (self == Kind::Sign && at > 0)) {
                return at;
            }
            digit = c.is_ascii_digit();
        }
        text.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        terms(text, |term| all.push(term.to_owned()));
        all
    }

    #[test]
    fn texts_become_terms() {
        for (text, expected) in [
            ("", ""),
            ("I sent 0.5 BTC.", "i sent 0.5 btc"),
            ("充值未到账", "充值 值未 未到 到账 账"),
            ("2FA丢了！币", "2fa 丢了 了 币"),
            ("USDT-TRC20/v1.2.3 5. a_b", "usdt trc20 v1.2.3 5 a b"),
            ("wang@example.com", "wang example com"),
            ("출금이 안돼요", "출금 금이 이 안돼 돼요 요"),
            ("👍🏽 ok", "👍 🏽 ok"),
            ("Привет, мир", "привет мир"),
        ] {
            assert_eq!(all(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn ids_become_buckets() {
        let hash = "9f3c7a1be2d4".repeat(5);
        let found = all(&format!("tx {hash}, {}", hash.to_uppercase()));
        assert_eq!(found, ["tx".to_owned(), bucket(&hash), bucket(&hash)]);
        assert_eq!(all("20261121 authentication cryptocurrencies"), ["20261121", "authentication", "cryptocurrencies"]);
        assert_eq!(all(&"x".repeat(41)), [bucket(&"x".repeat(41))]);
        // What is on disk: these never change.
        assert_eq!((bucket("a").as_str(), bucket("bc1q9v47k2m").as_str()), ("\u{2}7YFw", "\u{2}mEWj"));
    }

    #[test]
    fn a_reference_is_found_however_it_is_written() {
        let reference = Reference::draw(&mut crate::clock::Clock::default().moment().draws());
        let term = bucket(&reference.as_str().to_ascii_lowercase());
        let printed = reference.to_string();
        for text in [printed.clone(), printed.to_lowercase(), printed.replace('-', ""), printed.replace('0', "O")] {
            assert!(all(&format!("see {text}!")).contains(&term), "{text}");
        }
    }

    proptest! {
        #[test]
        fn cutting_never_panics_and_terms_hold_no_space(text in ".{0,300}") {
            for term in all(&text) {
                prop_assert!(!term.is_empty() && !term.contains(' '), "{:?}", term);
            }
        }

        /// What a word consists of is found in every text that has the word between spaces.
        #[test]
        fn a_word_is_found_in_its_sentence(words in prop::collection::vec("[a-zA-Z0-9.充值賬出금ガ👍-]{1,8}", 1..6)) {
            let sentence = all(&words.join(" "));
            for word in &words {
                for term in all(word) {
                    prop_assert!(sentence.contains(&term), "{} in {:?}", term, words);
                }
            }
        }
    }
}
