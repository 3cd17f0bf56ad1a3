//! Does an agent's message ask the customer for a secret? It is stopped at sending, whoever wrote it.
//!
//! A sentence asks when it names a secret, asks for something, and says nothing that turns it round: "never", "did you", "reset",
//! "the code error", or a place of the customer's own to enter it at (`sentence.rs`, `turns.rs`). A plain "please" asks too, unless it is for
//! something that customers do alone: check it, use it. What is named may be asked for in the next sentence, "read it
//! to me", and what a list asks for stands in the lines below it. The phrases are data, of all languages together: `rules/asking`.
//!
//! What must stay true: a warning ("we never ask for your password") and an instruction ("enter the code on the login page") go
//! through; work grows in proportion to the text.

mod han;
mod phrases;
mod sentence;
mod turns;

use std::ops::Range;

use sentence::Sentence;

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
    /// The sentence that asks, without white space around it; two, where the first names what the second asks for.
    pub sentence: Range<usize>,
    /// What it is.
    pub what: Asks,
}

/// A secret's name.
#[derive(Clone, Debug)]
struct Name {
    span: Range<usize>,
    what: Asks,
}

/// What the sentences before leave open.
#[derive(Default)]
struct Open {
    /// Named in the last one, where it begins, and not asked for.
    named: Option<(usize, Name)>,
    /// The last one asked for something.
    asked: bool,
    /// A list of what is asked for goes on.
    list: bool,
}

/// The first place where a message asks for a secret.
#[must_use]
pub fn asks_for_secret(text: &str) -> Option<Asked> {
    let said = phrases::read(text);
    let (mut start, mut open) = (0, Open::default());
    for end in sentences(text) {
        let from = said.partition_point(|said| said.span.start < start);
        let to = said.partition_point(|said| said.span.start < end);
        let sentence = Sentence::new(text, start..end, &said[from..to]);
        start = end;
        if sentence.is_empty() {
            continue;
        }
        if let Some(asked) = asked(&sentence, &open) {
            return Some(asked);
        }
        open = after(&sentence, &open);
    }
    None
}

fn asked(sentence: &Sentence, open: &Open) -> Option<Asked> {
    let place = sentence.place.clone();
    if let Some(Name { span, what }) = sentence.asks() {
        return Some(Asked { span, sentence: place, what });
    }
    if open.list || open.asked {
        let item = if open.list { sentence.item() } else { sentence.which() };
        if let Some(Name { span, what }) = item {
            return Some(Asked { span, sentence: place, what });
        }
    }
    let (start, Name { span, what }) = open.named.clone().filter(|_| sentence.asks_for_it())?;
    Some(Asked { span, sentence: start..place.end, what })
}

fn after(sentence: &Sentence, open: &Open) -> Open {
    Open {
        named: sentence.names().map(|name| (sentence.place.start, name)),
        asked: sentence.asks_for_something(),
        list: sentence.lists() || open.list && sentence.goes_on(),
    }
}

/// Where sentences end. The point behind a list's number ends none.
fn sentences(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().filter_map(|(at, letter)| {
        let next = text[at + letter.len_utf8()..].chars().next();
        let ends = match letter {
            '。' | '！' | '？' | '!' | '?' | '\n' | '；' | ';' => true,
            '.' => next.is_none_or(char::is_whitespace) && !numbers(&text[..at]),
            _ => false,
        };
        ends.then_some(at + letter.len_utf8())
    });
    ends.chain([text.len()])
}

/// Whether a text ends with a list's number: "name 2".
fn numbers(text: &str) -> bool {
    let mut back = text.chars().rev();
    let digit = back.next().is_some_and(|letter| letter.is_ascii_digit());
    digit && back.next().is_none_or(|letter| !letter.is_ascii_alphanumeric() && letter != '.')
}
