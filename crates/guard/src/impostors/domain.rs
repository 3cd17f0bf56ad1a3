//! Domains and links.

use std::net::Ipv4Addr;

use super::context::Context;
use super::host::Host;
use super::label::{How, Match, matches};
use super::names::Weight;
use super::paths::{path, pressed, query};
use super::registered::{below, registered, trick, words};
use super::rules::rules;
use super::url::Link;
use super::{Differs, Official, Verdict, account};

/// Of a path, so many parts are looked at.
pub(super) const MOST_SEGMENTS: usize = 6;

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
        let told = context.brand.filter(|_| !private(&host));
        let parts = || link.segments().take(MOST_SEGMENTS).find_map(|part| word(official, part));
        let brand = named(official, link.path).or_else(|| named(official, link.query)).or_else(parts).or(told);
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
    if known(&host) {
        return Verdict::Unknown(0.1);
    }
    let verdict = trick(official, &host).unwrap_or(Verdict::NOTHING);
    let verdict = verdict.or(registered(official, &host, pressed(link))).or(below(official, &host));
    verdict.or(path(official, &host, link)).or(query(official, &host, link)).or(words(&host, context))
}

/// Whether a host is known as another's. One that only looks like it is not.
pub(super) fn known(host: &Host) -> bool {
    host.seen == host.written && host.parents().any(|parent| rules().known.contains(parent) || public_body(parent))
}

/// Addresses that lead nowhere outside (RFC 1918 and loopback).
fn private(host: &Host) -> bool {
    let address = host.seen.parse::<Ipv4Addr>();
    address.is_ok_and(|address| {
        address.is_private() || address.is_loopback() || address.is_link_local() || address.is_unspecified()
    }) || ["[::1", "[fc", "[fd", "[fe8"].iter().any(|range| host.seen.starts_with(range))
}

/// A brand that a part of a path is called by; where nobody has a name, one of every day says enough.
fn word(official: &Official, part: &str) -> Option<usize> {
    let found = matches(&official.names, &super::fold::fold(part).text);
    let whole = |found: &&Match<'_>| {
        found.rest.is_empty() && found.name.weight != Weight::Topic && !matches!(found.how, How::Slip(_))
    };
    found.iter().find(whole).map(|found| found.name.brand)
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
    domains
        .or_else(|| matches(&official.names, &seen).iter().find_map(|found| found.sure().then_some(found.name.brand)))
}

/// The whole looks like an official domain and is none.
fn double(official: &Official, host: &Host) -> Option<Verdict> {
    let found = host.parents().find_map(|parent| official.domains.get(parent))?;
    (host.seen != host.written).then(|| Verdict::imitation(*found, 0.99, seen_as(host)))
}

pub(super) fn seen_as(host: &Host) -> Differs {
    if host.punycode { Differs::Punycode } else { Differs::Homoglyph }
}

fn short(official: &Official, link: &Link<'_>, context: &Context) -> Verdict {
    let slug = link.segments().next().unwrap_or("");
    let found = matches(&official.names, &super::fold::fold(slug).text);
    let lured = found.iter().find(|found| found.sure() && found.rest.lure().is_some() && !found.rest.innocent());
    let brand = lured.map(|found| found.name.brand).or(context.brand.filter(|_| context.calls || context.claims));
    brand.map_or(Verdict::Unknown(0.3), |brand| Verdict::imitation(brand, 0.7, Differs::Shortener))
}

/// A site that everybody can have.
fn free(official: &Official, host: &Host, link: &Link<'_>) -> Option<Verdict> {
    let under = host.parents().skip(1).find(|parent| rules().free.contains(parent));
    let judge = |name: &str, at: &str| {
        let found = matches(&official.names, &super::fold::fold(name).text);
        let real = |found: &&Match<'_>| !found.rest.innocent() && !found.weak() && found.name.weight != Weight::Topic;
        let found = found
            .iter()
            .filter(real)
            .find(|found| found.rest.lure().is_some() || found.rest.other == 0 || found.sure());
        found.map(|found| Verdict::imitation(found.name.brand, 0.85, Differs::FreeHosting(at.to_owned())))
    };
    if let Some(under) = under {
        let name = host.seen[..host.seen.len() - under.len()].trim_end_matches('.').replace('.', "-");
        if let Some(verdict) = judge(&name, under).or_else(|| trick(official, host)) {
            return Some(verdict);
        }
    }
    let at = host.parents().find(|parent| rules().free.contains(format!("{parent}/").as_str())).or(under)?;
    if !rules().free.contains(format!("{at}/").as_str()) {
        return Some(Verdict::NOTHING);
    }
    let verdict = link.segments().take(MOST_SEGMENTS).find_map(|segment| judge(segment, at));
    Some(verdict.unwrap_or(Verdict::NOTHING))
}
