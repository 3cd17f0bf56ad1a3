//! The phrases of a message, of all languages.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Asks;
use super::han::folded;

/// What a phrase is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Names a secret.
    Secret(Asks),
    /// Names a secret where a [`Says::Source`] of it is near: "the digits", "that number".
    Bare(Asks),
    /// What a secret comes from: an authenticator, a text message, a wallet.
    Source(Asks),
    /// Asks for something.
    Give,
    /// Asks politely, for whatever: "please".
    Please,
    /// What a customer is asked to do with a secret alone: check it, use it. [`Says::Please`] asks for no secret then.
    Do,
    /// Asks to put something somewhere: here, or at a place of the customer's own.
    Enter,
    /// A picture is what is asked for: of what a sentence lists, perhaps of what it says not to send.
    Picture,
    /// Asks to start a program or to let somebody in.
    Install,
    /// We wait: "I cannot go on".
    Blocked,
    /// Asks for what was named before: "send it to me".
    It,
    /// Says which one was asked for before: "the one with the key in it".
    Which,
    /// What follows is asked for, line by line.
    List,
    /// Turns a clause round.
    Never,
    /// Something is done to the secret that stands beside it: "reset your password".
    Process,
    /// Tells how it is, or what we do: "was sent to you". A clause that tells does not ask.
    Info,
    /// When or where something is entered: "after", "the page where".
    When,
    /// What is asked for stands beside it.
    Own,
    /// An ordinary thing that may be asked for.
    Object,
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

/// The files of phrases.
const FILES: [&str; 4] = [
    include_str!("../../rules/asking/names.txt"),
    include_str!("../../rules/asking/acts.txt"),
    include_str!("../../rules/asking/turns.txt"),
    include_str!("../../rules/asking/places.txt"),
];

struct Phrases {
    searcher: Option<AhoCorasick>,
    says: Vec<Says>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let (mut texts, mut says, mut now) = (Vec::new(), Vec::new(), Says::Not);
    for line in FILES.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#')) {
        if let Some(section) = section(line) {
            now = section;
        } else if !line.is_empty() {
            texts.push(folded(line));
            says.push(now);
        }
    }
    let texts = texts.iter().map(|text| text.as_bytes());
    let searcher =
        AhoCorasick::builder().match_kind(MatchKind::Standard).ascii_case_insensitive(true).build(texts).ok();
    Phrases { searcher, says }
});

fn section(line: &str) -> Option<Says> {
    Some(match line {
        "[password]" => Says::Secret(Asks::Password),
        "[code]" => Says::Secret(Asks::Code),
        "[seed]" => Says::Secret(Asks::SeedPhrase),
        "[key]" => Says::Secret(Asks::PrivateKey),
        "[card]" => Says::Secret(Asks::CardSecurityCode),
        "[remote]" => Says::Secret(Asks::RemoteAccess),
        "[bare code]" => Says::Bare(Asks::Code),
        "[bare seed]" => Says::Bare(Asks::SeedPhrase),
        "[bare key]" => Says::Bare(Asks::PrivateKey),
        "[source code]" => Says::Source(Asks::Code),
        "[source seed]" => Says::Source(Asks::SeedPhrase),
        "[source key]" => Says::Source(Asks::PrivateKey),
        "[give]" => Says::Give,
        "[please]" => Says::Please,
        "[do]" => Says::Do,
        "[enter]" => Says::Enter,
        "[picture]" => Says::Picture,
        "[install]" => Says::Install,
        "[blocked]" => Says::Blocked,
        "[it]" => Says::It,
        "[which]" => Says::Which,
        "[list]" => Says::List,
        "[never]" => Says::Never,
        "[process]" => Says::Process,
        "[info]" => Says::Info,
        "[when]" => Says::When,
        "[own]" => Says::Own,
        "[object]" => Says::Object,
        "[there]" => Says::There,
        "[here]" => Says::Here,
        "[not]" => Says::Not,
        _ => return None,
    })
}

/// The phrases of a text, by where they begin.
pub(super) fn read(text: &str) -> Vec<Said> {
    let text = &*folded(text);
    let found = PHRASES.searcher.iter().flat_map(|searcher| searcher.find_overlapping_iter(text));
    let said = found.filter(|found| whole(text, found.range()));
    let mut said: Vec<Said> =
        said.map(|found| Said { span: found.range(), says: PHRASES.says[found.pattern().as_usize()] }).collect();
    said.sort_by_key(|said| (said.span.start, std::cmp::Reverse(said.span.end)));
    named(without_meaning(said))
}

/// Whether a Latin phrase is no part of a longer word.
fn whole(text: &str, span: Range<usize>) -> bool {
    let word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let first = word(text[span.clone()].chars().next()) && word(text[..span.start].chars().next_back());
    let last = word(text[span.clone()].chars().next_back()) && word(text[span.end..].chars().next());
    !first && !last
}

/// What does not stand inside of a phrase that takes its meaning, nor inside of a secret's name: "backup code" says no "backup",
/// and "did you get it" no "did you".
fn without_meaning(said: Vec<Said>) -> Vec<Said> {
    let (mut taken, mut named, mut told) = (0, 0, 0);
    let mut kept = Vec::with_capacity(said.len());
    for said in said {
        let end = said.span.end;
        match said.says {
            Says::Not => taken = taken.max(end),
            _ if end <= taken => {}
            Says::Never | Says::Process | Says::Do | Says::Object | Says::Secret(_) | Says::Bare(_) if end <= named => {
            }
            Says::Never | Says::Give | Says::Here | Says::It if end <= told => {}
            Says::Secret(_) => {
                named = named.max(end);
                kept.push(said);
            }
            Says::Info => {
                told = told.max(end);
                kept.push(said);
            }
            _ => kept.push(said),
        }
    }
    kept
}

/// So many bytes between what a secret comes from and its bare name, at most.
const NEAR: usize = 200;

/// Bare names are secrets where what they come from is near, and nothing elsewhere.
fn named(said: Vec<Said>) -> Vec<Said> {
    let sources: Vec<(usize, Asks)> = said.iter().filter_map(Said::source).collect();
    let near = |place: usize, what: Asks| {
        let from = sources.partition_point(|(at, _)| *at + NEAR < place);
        let to = sources.partition_point(|(at, _)| *at <= place + NEAR / 2);
        sources[from..to].iter().any(|(_, source)| *source == what)
    };
    let name = |said: Said| match said.says {
        Says::Bare(what) => near(said.span.start, what).then_some(Said { says: Says::Secret(what), ..said }),
        Says::Source(_) => None,
        _ => Some(said),
    };
    said.into_iter().filter_map(name).collect()
}

impl Said {
    fn source(&self) -> Option<(usize, Asks)> {
        let Says::Source(what) = self.says else { return None };
        Some((self.span.start, what))
    }
}
