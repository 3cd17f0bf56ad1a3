//! The pass over a text that finds where words of the lists follow each other, and rows of Chinese that may hold a phrase.

use std::ops::Range;

use super::lists::{Filter, START, step};

/// So many words of the lists make a place worth a closer look, a strange one here and there allowed for.
const ENOUGH: usize = 8;
/// Words further apart, in bytes, are of different runs.
const FAR: usize = 40;
/// Rows of more Chinese characters are ordinary text.
const LONGEST_ROW: usize = 48;

/// Where many words of the lists follow each other, and rows of 12 or more Chinese characters.
pub(crate) fn find(text: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    let filter = Filter::new();
    let mut runs = Runs::default();
    let mut clauses = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        match kind(bytes, at) {
            Letter::None => at += 1,
            Letter::Other(length) => at += length,
            Letter::Ascii => {
                let mut hash = START;
                while at < bytes.len() && bytes[at].is_ascii_alphabetic() {
                    hash = step(hash, bytes[at]);
                    at += 1;
                }
                if at < bytes.len() && bytes[at] >= 0xc3 && bytes[at] < 0xe0 {
                    at = wide(bytes, start, &mut hash);
                }
                // Words of the lists have 2 to 12 letters.
                runs.word(start..at, at - start <= 24 && filter.may_hold(hash));
            }
            Letter::Wide => {
                let mut hash = START;
                at = wide(bytes, start, &mut hash);
                let known = filter.may_hold(hash) || is_upper(&text[start..at]) || bytes[start] > 0xe0;
                runs.word(start..at, known && (filter.may_hold(hash) || may_be(text, start..at, &filter)));
            }
            Letter::Han => {
                while at < bytes.len() && matches!(kind(bytes, at), Letter::Han) {
                    at += 3;
                }
                match (at - start) / 3 {
                    1 => runs.word(start..at, true),
                    2 | 3 => {}
                    count => {
                        runs.end();
                        if (12..=LONGEST_ROW).contains(&count) {
                            clauses.push(start..at);
                        }
                    }
                }
            }
        }
    }
    runs.end();
    (runs.found, clauses)
}

/// Capitals and endings, which the filter does not know.
fn may_be(text: &str, word: Range<usize>, filter: &Filter) -> bool {
    let word = &text[word];
    if !is_upper(word) {
        return false;
    }
    filter.may_hold(word.to_lowercase().bytes().fold(START, step))
}

fn is_upper(word: &str) -> bool {
    word.as_bytes()[0] < 0xe0 && word.chars().next().is_some_and(char::is_uppercase)
}

enum Letter {
    None,
    Ascii,
    /// Latin with accents, Cyrillic, kana, Hangul.
    Wide,
    Han,
    /// Another letter or sign, so many bytes long.
    Other(usize),
}

#[inline]
fn kind(bytes: &[u8], at: usize) -> Letter {
    match bytes[at] {
        b'a'..=b'z' | b'A'..=b'Z' => Letter::Ascii,
        ..0xc3 => Letter::None,
        0xc3..=0xd3 => Letter::Wide,
        0xe3 => match bytes.get(at + 1) {
            Some(0x81..=0x83) => Letter::Wide,
            Some(0x90..) => Letter::Han,
            _ => Letter::Other(3),
        },
        0xe4..=0xe9 => Letter::Han,
        0xea..=0xed => Letter::Wide,
        0xe0..=0xef => Letter::Other(3),
        _ => Letter::None,
    }
}

/// The end of a word with letters beyond ASCII, its hash taken anew.
fn wide(bytes: &[u8], start: usize, hash: &mut u32) -> usize {
    let mut at = start;
    *hash = START;
    // Latin and Cyrillic do not go on with kana or Hangul.
    let east = bytes[start] >= 0xe0;
    while at < bytes.len() {
        let length = match kind(bytes, at) {
            Letter::Ascii if !east => 1,
            Letter::Wide if east && bytes[at] >= 0xe0 => 3,
            Letter::Wide if !east && bytes[at] < 0xe0 => 2,
            _ => break,
        };
        for byte in &bytes[at..(at + length).min(bytes.len())] {
            *hash = step(*hash, *byte);
        }
        at = (at + length).min(bytes.len());
    }
    at
}

#[derive(Default)]
struct Runs {
    found: Vec<Range<usize>>,
    start: usize,
    end: usize,
    hits: usize,
    /// Whether the last word was in no list.
    missed: bool,
}

impl Runs {
    #[inline]
    fn word(&mut self, span: Range<usize>, known: bool) {
        if known {
            if self.hits == 0 || span.start - self.end > FAR {
                self.end();
                self.start = span.start;
            }
            self.end = span.end;
            self.hits += 1;
            self.missed = false;
        } else if self.hits > 0 {
            if self.missed || self.hits < 2 {
                self.end();
            }
            self.missed = true;
        }
    }

    fn end(&mut self) {
        if self.hits >= ENOUGH {
            self.found.push(self.start..self.end);
        }
        self.hits = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_clauses() {
        let phrase = "abandon ability able about, above absent\nabsorb abstract absurd abuse access accident";
        let text = format!("here: {phrase} xyzzy qwxyz");
        let (runs, _) = find(&text);
        assert_eq!(runs.iter().map(|run| &text[run.clone()]).collect::<Vec<_>>(), [phrase]);
        assert!(find("my withdrawal has not arrived yet and the status says completed").0.is_empty());
        assert_eq!(find("的一是在不了有和人这中大。今天").1.len(), 1);
        assert_eq!(find("的 一 是 在 不 了 有 和 人 这 中 大").0.len(), 1);
    }
}
