//! Domains and links.

use super::context::Context;
use super::host::Host;
use super::label::{How, Match, matches};
use super::names::Weight;
use super::rules::{Class, rules};
use super::typo::Slip;
use super::url::Link;
use super::words::split;
use super::{Differs, Official, Verdict, account};

/// Of a path, so many parts are looked at.
const MOST_SEGMENTS: usize = 6;

/// Judges a link, or a domain as a link without a path.
pub(crate) fn judge(official: &Official, link: &Link<'_>, context: &Context) -> Verdict {
    let host = Host::new(link.host);
    if let Some(brand) = official.domain(&host) {
        return Verdict::Official(brand);
    }
    if let Some(brand) = named(official, link.user) {
        return Verdict::imitation(brand, 0.97, Differs::UserInfo(host.written));
    }
    if host.bare() {
        let told = context.brand.filter(|_| context.calls && !private(&host));
        let brand = named(official, link.path).or_else(|| named(official, link.query)).or(told);
        return brand.map_or(Verdict::NOTHING, |brand| Verdict::imitation(brand, 0.85, Differs::BareAddress));
    }
    if let Some(verdict) = double(official, &host) {
        return verdict;
    }
    if host.parents().any(|parent| rules().shorteners.contains(parent)) {
        return short(official, link, context);
    }
    if let Some(verdict) = account::on_messenger(official, &host, link, context) {
        return verdict;
    }
    if let Some(verdict) = free(official, &host, link) {
        return verdict;
    }
    if host.parents().any(|parent| rules().known.contains(parent) || public_body(parent)) {
        return Verdict::Unknown(0.1);
    }
    let verdict = trick(official, &host).unwrap_or(Verdict::NOTHING);
    let verdict = verdict.or(registered(official, &host)).or(below(official, &host)).or(path(official, &host, link));
    verdict.or(words(&host, context))
}

/// Addresses that lead nowhere outside (RFC 1918 and loopback).
fn private(host: &Host) -> bool {
    ["10.", "127.", "192.168.", "172.16.", "[::1"].iter().any(|range| host.seen.starts_with(range))
}

/// Governments and universities.
fn public_body(ending: &str) -> bool {
    matches!(ending, "gov" | "edu" | "mil" | "int") || {
        let (first, rest) = ending.split_once('.').unwrap_or(("", ""));
        matches!(first, "gov" | "edu" | "ac" | "go" | "mil") && rest.len() == 2
    }
}

/// A brand that is named in a part of a link by itself: its domain, or its own name as a word.
fn named(official: &Official, part: &str) -> Option<usize> {
    if part.is_empty() {
        return None;
    }
    let seen = Host::new(part).seen;
    let domains =
        official.brands.iter().position(|brand| brand.domains.iter().any(|domain| seen.contains(domain.as_str())));
    domains.or_else(|| matches(&official.names, &seen).iter().find_map(|found| sure(found).then_some(found.name.brand)))
}

/// Whether a name stands there as it is or as it looks, and is a name of its own.
fn sure(found: &Match<'_>) -> bool {
    !matches!(found.how, How::Slip(_)) && found.name.weight == Weight::Own && !found.stuck
}

/// The whole looks like an official domain and is none.
fn double(official: &Official, host: &Host) -> Option<Verdict> {
    let found = host.parents().find_map(|parent| official.domains.get(parent))?;
    (host.seen != host.written).then(|| Verdict::imitation(*found, 0.99, seen_as(host)))
}

fn seen_as(host: &Host) -> Differs {
    if host.punycode { Differs::Punycode } else { Differs::Homoglyph }
}

fn short(official: &Official, link: &Link<'_>, context: &Context) -> Verdict {
    let slug = link.segments().next().unwrap_or("");
    let found = matches(&official.names, &super::fold::fold(slug).text);
    let lured = found.iter().find(|found| sure(found) && found.rest.lure().is_some() && !found.rest.innocent());
    let brand = lured.map(|found| found.name.brand).or(context.brand.filter(|_| context.calls || context.claims));
    brand.map_or(Verdict::Unknown(0.3), |brand| Verdict::imitation(brand, 0.7, Differs::Shortener))
}

/// A site that everybody can have.
fn free(official: &Official, host: &Host, link: &Link<'_>) -> Option<Verdict> {
    let under = host.parents().skip(1).find(|parent| rules().free.contains(parent));
    let judge = |name: &str, at: &str| {
        let found = matches(&official.names, &super::fold::fold(name).text);
        let real = |found: &&Match<'_>| !found.rest.innocent() && !weak(found) && found.name.weight != Weight::Topic;
        let found = found.iter().filter(real).find(|found| found.rest.lure().is_some() || found.rest.other == 0);
        found.map(|found| Verdict::imitation(found.name.brand, 0.85, Differs::FreeHosting(at.to_owned())))
    };
    if let Some(under) = under {
        let name = host.seen[..host.seen.len() - under.len()].trim_end_matches('.').replace('.', "-");
        return Some(judge(&name, under).or_else(|| trick(official, host)).unwrap_or(Verdict::NOTHING));
    }
    let at = host.parents().find(|parent| rules().free.contains(format!("{parent}/").as_str()))?;
    let verdict = link.segments().take(MOST_SEGMENTS).filter_map(|segment| judge(segment, at)).next();
    Some(verdict.unwrap_or(Verdict::NOTHING))
}

/// An official domain inside of another one.
fn trick(official: &Official, host: &Host) -> Option<Verdict> {
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
fn registered(official: &Official, host: &Host) -> Verdict {
    let found = matches(&official.names, host.label());
    found.iter().map(|found| registered_as(official, host, found)).fold(Verdict::NOTHING, Verdict::or)
}

fn registered_as(official: &Official, host: &Host, found: &Match<'_>) -> Verdict {
    let (name, rest) = (found.name, &found.rest);
    let same_ending = official.brands[name.brand].endings.iter().any(|ending| ending == host.ending());
    let imitation = |score, differs| Verdict::imitation(name.brand, score, differs);
    let looks = found.how == How::Looks || host.doubles;
    let near = same_ending && rest.is_empty() && !(found.how == How::Slip(Slip::Added) && name.text.len() == 3);
    if weak(found) && !near && !(rest.presses() && name.weight == Weight::Own) {
        return Verdict::Unknown(0.35);
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
        let differs = if looks { seen_as(host) } else { Differs::AddedWords(word.to_owned()) };
        return if plain { imitation(0.9, differs) } else { Verdict::Unknown(0.4) };
    }
    let short = name.text.len() <= 3 && rest.other > 0 && !shady(host);
    let own = name.weight == Weight::Own && !matches!(found.how, How::Slip(_)) && !short;
    let added = if rest.other == 0 { "0-9" } else { "-" };
    if own { imitation(0.6, Differs::AddedWords(added.into())) } else { Verdict::Unknown(0.3) }
}

/// Whether words are more than two letters that happen to stand beside a short word of every day.
fn telling(words: &[(String, Class)], name: usize) -> bool {
    name >= 6 || words.iter().any(|(word, _)| word.chars().count() > 2 || !word.is_ascii())
}

/// Whether a slip may as well be another word, so that one more sign is wanted.
pub(super) fn weak(found: &Match<'_>) -> bool {
    let How::Slip(slip) = found.how else { return false };
    match (found.name.text.len(), slip) {
        _ if found.name.weight == Weight::Topic => true,
        _ if found.name.weight == Weight::Common => {
            matches!(slip, Slip::Missing | Slip::Added | Slip::Other) || found.name.text.len() < 5
        }
        (0..=3, _) => true,
        (4, slip) => slip == Slip::Near,
        (5, slip) => matches!(slip, Slip::Missing | Slip::Added),
        (6, slip) => slip == Slip::Other,
        _ => false,
    }
}

/// The labels before it.
fn below(official: &Official, host: &Host) -> Verdict {
    let shady = shady(host);
    let mut worst = Verdict::NOTHING;
    for label in host.below() {
        for found in matches(&official.names, label) {
            let own = found.name.weight == Weight::Own;
            let lured = found.rest.lure().is_some() && !found.rest.innocent();
            let alone = found.rest.is_empty() && (own || shady);
            if weak(&found) || found.name.weight == Weight::Topic || !(alone || lured && (own || shady)) {
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
fn shady(host: &Host) -> bool {
    rules().risky.contains(host.ending()) || lures(host) >= 1
}

/// How many words of help, sign-in and money a host's label consists of, when of nothing but known words.
fn lures(host: &Host) -> usize {
    let parts = host.label().split('-').map(|part| split(part, &rules().words));
    let words: Option<Vec<_>> = parts.collect();
    let words = words.into_iter().flatten().flatten();
    words.filter(|(_, class)| class.presses() || *class == Class::Trust).count()
}

/// An official domain or a name in the path.
fn path(official: &Official, host: &Host, link: &Link<'_>) -> Verdict {
    let real = format!("{}.{}", host.label(), host.ending());
    let segments: Vec<&str> = link.segments().take(MOST_SEGMENTS).collect();
    for (at, segment) in segments.iter().enumerate() {
        let seen = Host::new(segment);
        if let Some(brand) = seen.parents().find_map(|parent| official.domains.get(parent)) {
            return Verdict::imitation(*brand, 0.85, Differs::Path(real));
        }
        if segment.len() > 40 {
            continue;
        }
        for found in matches(&official.names, &seen.seen).into_iter().filter(sure) {
            let next = segments.get(at + 1).and_then(|next| split(next, &rules().words));
            let then = found.rest.is_empty()
                && next.is_some_and(|words| words.iter().any(|(_, class)| *class == Class::SignIn));
            let here = shady(host) && found.rest.other == 0 && !found.rest.innocent();
            if then || here {
                return Verdict::imitation(found.name.brand, 0.7, Differs::Path(real));
            }
        }
    }
    Verdict::NOTHING
}

/// A domain of nothing but words that press, beside a brand that is named.
fn words(host: &Host, context: &Context) -> Verdict {
    match context.brand {
        Some(brand) if lures(host) >= 2 && context.calls => Verdict::imitation(brand, 0.65, Differs::Words),
        _ => Verdict::NOTHING,
    }
}
