//! What a message says around its links and accounts.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Official;
use super::rules;

/// What a phrase is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// Staff, support.
    Staff,
    /// Who speaks.
    Own,
    /// Be in touch with.
    Reach,
    /// Sign in, claim, confirm.
    Call,
    /// Told of others, or asked about.
    Report,
    /// A messenger: an account's name may follow.
    Account,
}

struct Phrases {
    searcher: Option<AhoCorasick>,
    says: Vec<Says>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let (mut texts, mut says, mut now) = (Vec::new(), Vec::new(), Says::Report);
    for line in rules::lines(include_str!("../../rules/impostors/context.txt")) {
        now = match line {
            "[staff]" => Says::Staff,
            "[self]" => Says::Own,
            "[reach]" => Says::Reach,
            "[call]" => Says::Call,
            "[report]" => Says::Report,
            "[account]" => Says::Account,
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

/// What a message says.
#[derive(Debug, Default)]
pub(crate) struct Context {
    /// The brand that it names.
    pub brand: Option<usize>,
    /// Whether it calls to sign in, to confirm or to take something.
    pub calls: bool,
    /// Whether it speaks as staff and wants to be written to.
    pub claims: bool,
    /// Where names of messengers end, in bytes.
    pub accounts: Vec<usize>,
}

/// Whether there is something in a message that its words can matter for.
pub(crate) fn matters(text: &str) -> bool {
    let mut places = PHRASES.searcher.iter().flat_map(|searcher| searcher.find_overlapping_iter(text));
    places.any(|place| PHRASES.says[place.pattern().as_usize()] == Says::Account)
}

/// Reads a message.
pub(crate) fn read(official: &Official, text: &str) -> Context {
    let mut context = Context { brand: official.names.in_prose(text), ..Context::default() };
    let mut said = Vec::new();
    for place in PHRASES.searcher.iter().flat_map(|searcher| searcher.find_overlapping_iter(text)) {
        let says = PHRASES.says[place.pattern().as_usize()];
        if says == Says::Account {
            context.accounts.push(place.end());
        }
        if !said.contains(&says) {
            said.push(says);
        }
    }
    let says = |what| said.contains(&what);
    context.calls = context.brand.is_some() && says(Says::Call);
    context.claims = context.brand.is_some()
        && [Says::Staff, Says::Own, Says::Reach].into_iter().all(says)
        && !says(Says::Report)
        && !text.trim_end().ends_with(['?', '？']);
    context
}
