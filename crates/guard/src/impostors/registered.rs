//! What was registered, and what somebody put before it.

use super::context::Context;
use super::domain::seen_as;
use super::host::Host;
use super::label::{How, Match, matches};
use super::names::Weight;
use super::rules::{Class, rules};
use super::typo::Slip;
use super::words::split;
use super::{Differs, Official, Verdict};

/// An official domain inside of another one.
pub(super) fn trick(official: &Official, host: &Host) -> Option<Verdict> {
    let inside = |domain: &String| {
        host.seen.match_indices(domain.as_str()).any(|(at, _)| {
            let before = host.seen[..at].chars().next_back();
            let after = host.seen[at + domain.len()..].chars().next();
            before.is_none_or(|letter| matches!(letter, '.' | '-'))
                && after.is_some_and(|letter| matches!(letter, '.' | '-'))
        })
    };
    // What is registered is the name itself, with a longer ending: okx.com.co.
    let other_ending = |domain: &String| host.seen.starts_with(domain.as_str()) && domain.starts_with(host.label());
    let brand = official
        .brands
        .iter()
        .position(|brand| brand.domains.iter().any(|domain| inside(domain) && !other_ending(domain)))?;
    let real = format!("{}.{}", host.label(), host.ending());
    Some(Verdict::imitation(brand, 0.97, Differs::Subdomain(real)))
}

/// The label that was registered.
pub(super) fn registered(official: &Official, host: &Host, pressed: bool) -> Verdict {
    let found = matches(&official.names, host.label());
    found.iter().map(|found| registered_as(official, host, found, pressed)).fold(Verdict::NOTHING, Verdict::or)
}

fn registered_as(official: &Official, host: &Host, found: &Match<'_>, pressed: bool) -> Verdict {
    let (name, rest) = (found.name, &found.rest);
    let same_ending = official.brands[name.brand].endings.iter().any(|ending| ending == host.ending());
    let imitation = |score, differs| Verdict::imitation(name.brand, score, differs);
    let looks = found.how == How::Looks || host.doubles;
    let near = same_ending && rest.is_empty() && !(found.how == How::Slip(Slip::Added) && name.text.len() == 3);
    let asks = rest.presses() || pressed && rest.is_empty();
    if found.weak() && !near && !(asks && name.weight == Weight::Own) {
        return Verdict::Unknown(0.35);
    }
    let risky = rules().risky.contains(host.ending());
    if name.sound && name.weight == Weight::Common && rest.words.is_empty() && !risky && !pressed {
        return Verdict::Unknown(0.4);
    }
    if rest.is_empty() {
        return match found.how {
            _ if found.torn => imitation(0.85, Differs::AddedWords("-".into())),
            _ if looks => imitation(0.97, seen_as(host)),
            How::Slip(_) => imitation(0.85, Differs::Typo),
            _ => imitation(0.85, Differs::OtherEnding(host.ending().to_owned())),
        };
    }
    if name.weight == Weight::Topic || rest.innocent() {
        return Verdict::Unknown(0.4);
    }
    if let Some(word) = rest.lure() {
        let plain =
            name.weight == Weight::Own || (rest.other == 0 && (!found.glued || telling(&rest.words, name.text.len())));
        let plain = plain || (risky && !found.glued && rest.presses());
        let differs = if looks { seen_as(host) } else { Differs::AddedWords(word.to_owned()) };
        return if plain { imitation(0.9, differs) } else { Verdict::Unknown(0.4) };
    }
    let short = name.text.len() <= 3 && rest.other > 0 && !shady(host);
    let own = name.weight == Weight::Own && !matches!(found.how, How::Slip(_)) && !short;
    let added = if rest.other == 0 { "0-9" } else { "-" };
    let numbered = rest.other == 0 && (risky || name.east_asian());
    let cheap = numbered || !found.glued && found.how == How::Exact && risky;
    if own || cheap { imitation(0.6, Differs::AddedWords(added.into())) } else { Verdict::Unknown(0.3) }
}

/// Whether words are more than two letters that happen to stand beside a short word of every day.
fn telling(words: &[(String, Class)], name: usize) -> bool {
    name >= 6 || words.iter().any(|(word, _)| word.chars().count() > 2 || !word.is_ascii())
}

/// The labels before it.
pub(super) fn below(official: &Official, host: &Host) -> Verdict {
    let shady = shady(host);
    let mut worst = Verdict::NOTHING;
    for label in host.below() {
        for found in matches(&official.names, label) {
            let own = found.name.weight == Weight::Own;
            let lured = found.rest.lure().is_some() && !found.rest.innocent();
            let alone = found.rest.is_empty() && (own || shady);
            let asks = found.rest.presses() && found.rest.other == 0 && !found.glued && !found.name.sound;
            if found.weak() || found.name.weight == Weight::Topic || !(alone || lured && (own || shady || asks)) {
                continue;
            }
            let real = format!("{}.{}", host.label(), host.ending());
            let score = if shady || lured { 0.9 } else { 0.65 };
            worst = worst.or(Verdict::imitation(found.name.brand, score, Differs::Subdomain(real)));
        }
    }
    worst
}

/// Whether a host is one of those under which phishing is found: an ending that costs nothing, or words of sign-in only.
pub(super) fn shady(host: &Host) -> bool {
    rules().risky.contains(host.ending()) || lures(host) >= 1
}

/// How many words of help, sign-in and money a host's label consists of, when of nothing but known words.
fn lures(host: &Host) -> usize {
    let parts = host.label().split('-').map(|part| split(part, &rules().words));
    let words: Option<Vec<_>> = parts.collect();
    let words = words.into_iter().flatten().flatten();
    words.filter(|(_, class)| class.presses() || *class == Class::Trust).count()
}

/// A domain of nothing but words that press, beside a brand that is named.
pub(super) fn words(host: &Host, context: &Context) -> Verdict {
    match context.brand {
        Some(brand) if lures(host) >= 2 && context.calls => Verdict::imitation(brand, 0.65, Differs::Words),
        _ => Verdict::NOTHING,
    }
}
