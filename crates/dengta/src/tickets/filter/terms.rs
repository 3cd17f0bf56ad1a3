//! Cutting a query into its pieces.

use super::NAMES;

/// A piece of a query.
#[derive(Debug, PartialEq)]
pub enum Term {
    /// A word.
    Word(String),
    /// What stood between quotes.
    Phrase(String),
    /// `name:value` or `-name:value`.
    Filter {
        negated: bool,
        /// In lower case.
        name: String,
        value: String,
    },
}

/// What cannot be seen is white space or nothing: two queries that look alike must not differ.
pub fn plain(text: &str) -> String {
    let hidden = |c: char| {
        matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    let seen = text.chars().filter(|c| !hidden(*c));
    seen.map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c }).collect()
}

/// Keyboards of Chinese write others than programmers'.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '＂')
}

/// The pieces of a query, one after the other.
pub struct Terms<'a> {
    rest: &'a str,
}

impl<'a> Terms<'a> {
    /// Of a [`plain`] text.
    pub fn of(text: &'a str) -> Terms<'a> {
        Terms { rest: text }
    }

    /// Whether a quote stands here; it is passed over.
    fn at_quote(&mut self) -> bool {
        let after = self.rest.strip_prefix(is_quote);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// From after a quote to the next one, or to the end.
    fn quoted(&mut self) -> String {
        let end = self.rest.find(is_quote).unwrap_or(self.rest.len());
        let (inside, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.at_quote();
        inside.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// To the next space or quote.
    fn bare(&mut self) -> &'a str {
        let end = self.rest.find(|c| c == ' ' || is_quote(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn word(&mut self) -> Term {
        let word = self.bare();
        let Some((negated, name, value)) = split(word) else { return Term::Word(word.to_owned()) };
        let value = if value.is_empty() && self.at_quote() { self.quoted() } else { value.to_owned() };
        if value.is_empty() && !NAMES.contains(&name.as_str()) {
            return Term::Word(word.to_owned());
        }
        Term::Filter { negated, name, value }
    }
}

/// Cuts `name:value`, where the name is one that a filter could have.
fn split(word: &str) -> Option<(bool, String, &str)> {
    let (negated, rest) = word.strip_prefix('-').map_or((false, word), |rest| (true, rest));
    let (name, value) = rest.split_once([':', '：'])?;
    let named = name.to_ascii_lowercase();
    let known = NAMES.contains(&named.as_str());
    // A wide colon is punctuation in Chinese: 「USDT：未到账」.
    let narrow = rest[name.len()..].starts_with(':');
    let like = (2..=20).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    let taken = known || (narrow && like && !value.starts_with("//"));
    taken.then_some((negated, named, value))
}

impl Iterator for Terms<'_> {
    type Item = Term;

    fn next(&mut self) -> Option<Term> {
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() {
                return None;
            }
            if !self.at_quote() {
                return Some(self.word());
            }
            let phrase = self.quoted();
            if !phrase.is_empty() {
                return Some(Term::Phrase(phrase));
            }
        }
    }
}
