//! What stands behind a host that is not ours: a name in the path, an official domain in the query.

use super::domain::MOST_SEGMENTS;
use super::host::Host;
use super::label::{How, Match, matches};
use super::registered::shady;
use super::rules::{Class, rules};
use super::url::Link;
use super::words::split;
use super::{Differs, Official, Verdict};

/// Behind these parts of a path others write about a domain.
const ABOUT: [&str; 16] = [
    "review",
    "reviews",
    "website",
    "websites",
    "site",
    "sites",
    "domain",
    "domains",
    "status",
    "check",
    "whois",
    "company",
    "companies",
    "exchange",
    "exchanges",
    "report",
];

/// Whether a link's path asks for what others' sites rarely ask for.
pub(super) fn pressed(link: &Link<'_>) -> bool {
    let words = |part: &str| part.split(|letter: char| !letter.is_ascii_alphanumeric()).take(32).any(urgent);
    words(link.path) || link.query.starts_with("#/") && words(link.query)
}

fn urgent(word: &str) -> bool {
    rules().urgent.contains(word.to_ascii_lowercase().as_str())
}

/// An official domain in the query of a host that is no good.
pub(super) fn query(official: &Official, host: &Host, link: &Link<'_>) -> Verdict {
    if link.query.is_empty() || !shady(host) {
        return Verdict::NOTHING;
    }
    let values = link.query.split(['?', '&', '#', '=', '/']).filter(|value| !value.is_empty()).take(16);
    for value in values {
        let seen = Host::new(value);
        let named =
            || matches(&official.names, &seen.seen).into_iter().find(|found| found.sure() && found.rest.is_empty());
        let brand = seen.parents().find_map(|parent| official.domains.get(parent)).copied();
        if let Some(brand) = brand.or_else(|| named().map(|found| found.name.brand)) {
            let real = format!("{}.{}", host.label(), host.ending());
            return Verdict::imitation(brand, 0.75, Differs::Path(real));
        }
    }
    Verdict::NOTHING
}

/// An official domain or a name in the path.
pub(super) fn path(official: &Official, host: &Host, link: &Link<'_>) -> Verdict {
    let real = format!("{}.{}", host.label(), host.ending());
    let segments: Vec<&str> = link.segments().take(MOST_SEGMENTS).collect();
    for (at, segment) in segments.iter().enumerate() {
        let seen = Host::new(segment);
        let about = at.checked_sub(1).is_some_and(|before| ABOUT.contains(&segments[before])) && !shady(host);
        if let Some(brand) = seen.parents().find_map(|parent| official.domains.get(parent)).filter(|_| !about) {
            return Verdict::imitation(*brand, 0.85, Differs::Path(real));
        }
        if segment.len() > 40 {
            continue;
        }
        let shady = shady(host);
        let sure = |found: &Match<'_>| found.sure() || shady && found.how == How::Exact && !found.glued;
        for found in matches(&official.names, &seen.seen).into_iter().filter(sure) {
            let next = segments.get(at + 1).and_then(|next| split(next, &rules().words));
            let then = found.rest.is_empty()
                && next.is_some_and(|words| words.iter().any(|(_, class)| *class == Class::SignIn));
            let here = shady && found.rest.other == 0 && !found.rest.innocent();
            if then || here {
                return Verdict::imitation(found.name.brand, 0.7, Differs::Path(real));
            }
        }
    }
    Verdict::NOTHING
}
