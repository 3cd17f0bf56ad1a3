//! Does an agent's message ask the customer for a secret? It is stopped at sending, whoever wrote it.
//!
//! A sentence asks when it names a secret, asks for something, and says nothing that turns it round: "never", "did you", "reset",
//! or a place of the customer's own to enter it at. The phrases are data, of all languages together: `rules/asking/phrases.txt`.
//!
//! What must stay true: a warning ("we never ask for your password") and an instruction ("enter the code on the login page") go
//! through; work grows in proportion to the text.

mod phrases;

use std::ops::Range;

use phrases::{Said, Says};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Asks {
    /// A password or a PIN.
    Password,
    /// A one-time code or a recovery code.
    Code,
    /// The words of a wallet.
    SeedPhrase,
    /// A private key, or the secret of an API key.
    PrivateKey,
    /// The digits on a card's back.
    CardSecurityCode,
    /// A look at, or a hand on, the customer's screen.
    RemoteAccess,
}

impl Asks {
    /// All of them.
    pub const ALL: [Asks; 6] =
        [Asks::Password, Asks::Code, Asks::SeedPhrase, Asks::PrivateKey, Asks::CardSecurityCode, Asks::RemoteAccess];

    /// What it is called where it is stored and sent.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Asks::Password => "password",
            Asks::Code => "code",
            Asks::SeedPhrase => "seed_phrase",
            Asks::PrivateKey => "private_key",
            Asks::CardSecurityCode => "card_security_code",
            Asks::RemoteAccess => "remote_access",
        }
    }
}

/// Where a message asks, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The secret's name, in bytes of the text.
    pub span: Range<usize>,
    /// The sentence that asks, without white space around it.
    pub sentence: Range<usize>,
    /// What it is.
    pub what: Asks,
}

/// So many bytes between what asks, or turns round, and what is asked for, at most.
const FAR: usize = 150;

/// A question of so few letters asks by naming: "Password?"
const SHORT: usize = 13;

/// The first place where a message asks for a secret.
#[must_use]
pub fn asks_for_secret(text: &str) -> Option<Asked> {
    let said = phrases::read(text);
    if !said.iter().any(|said| matches!(said.says, Says::Secret(_))) {
        return None;
    }
    let mut start = 0;
    for end in sentences(text) {
        let from = said.partition_point(|said| said.span.start < start);
        let to = said.partition_point(|said| said.span.start < end);
        if let Some(asked) = sentence(&text[start..end], start, &said[from..to]) {
            return Some(asked);
        }
        start = end;
    }
    None
}

/// Where sentences end.
fn sentences(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().filter_map(|(at, letter)| {
        let next = text[at + letter.len_utf8()..].chars().next();
        let ends = match letter {
            '。' | '！' | '？' | '!' | '?' | '\n' | '；' | ';' => true,
            '.' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        ends.then_some(at + letter.len_utf8())
    });
    ends.chain([text.len()])
}

/// Reads a sentence that begins at `start`.
fn sentence(text: &str, start: usize, said: &[Said]) -> Option<Asked> {
    let clauses = clauses(text, start);
    let clause = |at: usize| clauses.partition_point(|end| *end <= at);
    let says = |what: Says| said.iter().filter(move |said| said.says == what);
    let here = says(Says::Here).next().is_some();
    let there = says(Says::There).next().is_some();
    let question = text.trim_end().ends_with(['?', '？']);
    let turns = says(Says::Never).next().is_some();
    for secret in said {
        let Says::Secret(what) = secret.says else { continue };
        let around = around(said, secret.span.start);
        let asks = |cue: &&Said| {
            let asks = match cue.says {
                Says::Give | Says::Picture => true,
                Says::Install => what == Asks::RemoteAccess,
                _ => false,
            };
            asks && !secret.span.contains(&cue.span.start)
        };
        let turned = |cue: &Said| {
            let (low, high) =
                (clause(cue.span.start.min(secret.span.start)), clause(cue.span.start.max(secret.span.start)));
            let mut never = around.iter().filter(|said| said.says == Says::Never);
            if cue.says == Says::Picture {
                // "Never send a key, a phrase or a picture of them": what is listed has as many commas as it likes.
                return never.next().is_some();
            }
            never.map(|never| clause(never.span.start)).any(|at| low <= at && at <= high)
        };
        let alone = question && text.trim().chars().count() <= SHORT && !turns;
        let asked = alone || around.iter().filter(asks).any(|cue| !turned(cue));
        if asked && (here || !there || what == Asks::RemoteAccess) {
            return Some(Asked { span: secret.span.clone(), sentence: trimmed(text, start), what });
        }
    }
    None
}

/// Where the words of a sentence that begins at `start` stand.
fn trimmed(text: &str, start: usize) -> Range<usize> {
    let from = start + text.len() - text.trim_start().len();
    from..from + text.trim().len()
}

/// What is said near a place.
fn around(said: &[Said], place: usize) -> &[Said] {
    let from = said.partition_point(|said| said.span.start + FAR < place);
    let to = said.partition_point(|said| said.span.start <= place + FAR);
    &said[from..to]
}

/// Where the clauses of a sentence end: what a "not" turns round.
fn clauses(text: &str, start: usize) -> Vec<usize> {
    let commas = text.char_indices().filter(|(_, letter)| matches!(letter, ',' | '，' | '、' | '：' | '—' | '–'));
    commas.map(|(at, letter)| start + at + letter.len_utf8()).collect()
}
