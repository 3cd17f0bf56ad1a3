//! The terms that an article is found by at first: each of its letters, each pair of neighbouring letters, and the stem of
//! each word, once. Which ones stand in its title, keywords and headings is a second field.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use crate::article::{self, Article, FIRST_HEADING, SUMMARY};
use crate::lang::Lang;
use crate::spaced::BETWEEN;
use crate::symbols::{self, END, Symbol};

/// Begins the term that all articles of a language have, after its mark.
const ALL: char = '*';
/// Begins the terms of single letters, after the language's mark: they lie together in the dictionary.
const LETTER: char = '\u{1}';

/// Symbols are spread well enough by one multiplication.
#[derive(Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

pub(crate) type Spreading = BuildHasherDefault<Spread>;

/// What is written into the index for an article; used again for the next.
#[derive(Default)]
pub(crate) struct Terms {
    /// All terms, with [`BETWEEN`].
    pub all: String,
    /// Those of the title, the keywords and the headings.
    pub head: String,
    /// Its symbols, as they are stored.
    pub symbols: Vec<u8>,
    seen: HashSet<u64, Spreading>,
    seen_in_head: HashSet<u64, Spreading>,
}

impl Terms {
    pub(crate) fn read(&mut self, article: &Article<'_>) {
        self.all.clear();
        self.head.clear();
        self.symbols.clear();
        self.seen.clear();
        self.seen_in_head.clear();
        let mark = article.lang.mark() as char;
        self.all.extend([mark, ALL]);
        let mut before: Symbol = symbols::PAUSE;
        let mut now = 0;
        article::each_unit(article, |section, unit| {
            while now < section {
                symbols::write(END, &mut self.symbols);
                (now, before) = (now + 1, symbols::PAUSE);
            }
            if unit.symbol == symbols::PAUSE {
                if before != symbols::PAUSE {
                    symbols::write(unit.symbol, &mut self.symbols);
                }
                before = symbols::PAUSE;
                return;
            }
            symbols::write(unit.symbol, &mut self.symbols);
            let head = section < SUMMARY || section >= FIRST_HEADING && (section - FIRST_HEADING).is_multiple_of(2);
            self.take(mark, u64::from(unit.symbol), head, |terms| {
                if symbols::is_letter(unit.symbol) {
                    terms.push(LETTER);
                }
                terms.push_str(unit.term);
            });
            if let (Some(first), true) = (symbols::letter(before), symbols::is_letter(unit.symbol)) {
                self.take(mark, u64::from(before) << 32 | u64::from(unit.symbol), head, |terms| {
                    terms.push(first);
                    terms.push_str(unit.term);
                });
            }
            before = unit.symbol;
        });
        symbols::write(END, &mut self.symbols);
    }

    fn take(&mut self, mark: char, key: u64, head: bool, write: impl Fn(&mut String)) {
        if self.seen.insert(key) {
            self.all.extend([BETWEEN, mark]);
            write(&mut self.all);
        }
        if head && self.seen_in_head.insert(key) {
            if !self.head.is_empty() {
                self.head.push(BETWEEN);
            }
            self.head.push(mark);
            write(&mut self.head);
        }
    }
}

/// The term that all articles of a language have.
pub(crate) fn all(lang: Lang) -> String {
    String::from_iter([lang.mark() as char, ALL])
}

/// The term of a letter.
pub(crate) fn letter(lang: Lang, letter: char) -> String {
    String::from_iter([lang.mark() as char, LETTER, letter])
}

/// The term of two letters.
pub(crate) fn pair(lang: Lang, first: char, second: char) -> String {
    String::from_iter([lang.mark() as char, first, second])
}

/// The term of a stem.
pub(crate) fn word(lang: Lang, stem: &str) -> String {
    format!("{}{stem}", lang.mark() as char)
}

/// What the terms of all single letters begin with.
pub(crate) fn letters(lang: Lang) -> String {
    String::from_iter([lang.mark() as char, LETTER])
}
