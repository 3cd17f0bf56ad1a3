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
    /// Who speaks, before staff is named.
    Own,
    /// The same, behind it.
    Is,
    /// Between these words: a customer speaks.
    Break,
    /// Staff's number or account follows.
    Hotline,
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
            "[is]" => Says::Is,
            "[break]" => Says::Break,
            "[hotline]" => Says::Hotline,
            "[reach]" => Says::Reach,
            "[call]" => Says::Call,
            "[report]" => Says::Report,
            "[account]" => Says::Account,
            phrase => {
                texts.push(phrase.replace('_', " "));
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

/// Bytes between who speaks and the staff that is named, at most: a name and a brand.
const NEAR: usize = 64;
/// Bytes between staff and what says that it is who speaks: another name.
const BEHIND: usize = 18;

/// Reads a message.
pub(crate) fn read(official: &Official, text: &str) -> Context {
    let places = PHRASES.searcher.iter().flat_map(|searcher| searcher.find_overlapping_iter(text));
    let mut said: Vec<_> =
        places.map(|place| (place.start(), place.end(), PHRASES.says[place.pattern().as_usize()])).collect();
    said.sort_by_key(|(start, end, _)| (*start, *end));
    let says = |what| said.iter().any(|(_, _, says)| *says == what);
    let brand = official.names.in_prose(text);
    let told = says(Says::Report) || text.trim_end().ends_with(['?', '？']);
    let hotline = says(Says::Hotline) && says(Says::Staff);
    Context {
        brand,
        calls: brand.is_some() && says(Says::Call),
        claims: brand.is_some() && !told && (hotline || says(Says::Reach) && speaks(text, &said)),
        accounts: said.iter().filter(|(_, _, says)| *says == Says::Account).map(|(_, end, _)| *end).collect(),
    }
}

/// Whether staff speaks: "I am … support", "…고객센터입니다".
fn speaks(text: &str, said: &[(usize, usize, Says)]) -> bool {
    let (mut own, mut staff) = (None, None);
    for (start, end, says) in said.iter().copied() {
        match says {
            Says::Own => own = Some(end),
            Says::Break if staff.is_none_or(|staff| start >= staff) => (own, staff) = (None, None),
            Says::Staff if own.is_some_and(|own| start >= own && start - own <= NEAR) => return true,
            Says::Staff => staff = Some(end),
            Says::Is => {
                let between = staff.and_then(|staff| text.get(staff..start));
                let named = |between: &str| between.is_empty() || between.starts_with([' ', 'の', '팀', '(', '（']);
                if between.is_some_and(|between| between.len() <= BEHIND && named(between)) {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}
