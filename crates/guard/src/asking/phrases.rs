//! The phrases of a message, of all languages.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Asks;

/// What a phrase is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Names a secret.
    Secret(Asks),
    /// Asks for something.
    Give,
    /// A picture is what is asked for: of what a sentence lists, perhaps of what it says not to send.
    Picture,
    /// Asks to start a program or to let somebody in.
    Install,
    /// Turns a clause round.
    Never,
    /// A place of the customer's own.
    There,
    /// To us.
    Here,
    /// Its words mean nothing inside of it.
    Not,
}

/// A phrase in a text.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub span: Range<usize>,
    pub says: Says,
}

struct Phrases {
    searcher: Option<AhoCorasick>,
    says: Vec<Says>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let (mut texts, mut says, mut now) = (Vec::new(), Vec::new(), Says::Not);
    for line in include_str!("../../rules/asking/phrases.txt").lines().filter(|line| !line.starts_with('#')) {
        now = match line {
            "[password]" => Says::Secret(Asks::Password),
            "[code]" => Says::Secret(Asks::Code),
            "[seed]" => Says::Secret(Asks::SeedPhrase),
            "[key]" => Says::Secret(Asks::PrivateKey),
            "[card]" => Says::Secret(Asks::CardSecurityCode),
            "[remote]" => Says::Secret(Asks::RemoteAccess),
            "[give]" => Says::Give,
            "[picture]" => Says::Picture,
            "[install]" => Says::Install,
            "[never]" => Says::Never,
            "[there]" => Says::There,
            "[here]" => Says::Here,
            "[not]" => Says::Not,
            phrase => {
                texts.push(phrase);
                says.push(now);
                now
            }
        };
    }
    let searcher =
        AhoCorasick::builder().match_kind(MatchKind::Standard).ascii_case_insensitive(true).build(texts).ok();
    Phrases { searcher, says }
});

/// The phrases of a text, by where they begin.
pub(super) fn read(text: &str) -> Vec<Said> {
    let found = PHRASES.searcher.iter().flat_map(|searcher| searcher.find_overlapping_iter(text));
    let said = found.filter(|found| whole(text, found.range()));
    let mut said: Vec<Said> =
        said.map(|found| Said { span: found.range(), says: PHRASES.says[found.pattern().as_usize()] }).collect();
    said.sort_by_key(|said| (said.span.start, std::cmp::Reverse(said.span.end)));
    without_meaning(said)
}

/// Whether a Latin phrase is no part of a longer word.
fn whole(text: &str, span: Range<usize>) -> bool {
    let word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let first = word(text[span.clone()].chars().next()) && word(text[..span.start].chars().next_back());
    let last = word(text[span.clone()].chars().next_back()) && word(text[span.end..].chars().next());
    !first && !last
}

/// What does not stand inside of a phrase that takes its meaning, nor inside of a secret's name: "backup code" says no "backup".
fn without_meaning(said: Vec<Said>) -> Vec<Said> {
    let (mut taken, mut named) = (0, 0);
    let mut kept = Vec::with_capacity(said.len());
    for said in said {
        match said.says {
            Says::Not => taken = taken.max(said.span.end),
            _ if said.span.end <= taken => {}
            Says::Never if said.span.end <= named => {}
            Says::Secret(_) => {
                named = named.max(said.span.end);
                kept.push(said);
            }
            _ => kept.push(said),
        }
    }
    kept
}
