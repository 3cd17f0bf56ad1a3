//! Accounts: handles, and links to them.

use super::context::Context;
use super::fold;
use super::host::Host;
use super::label::{How, Match, matches};
use super::names::Weight;
use super::official::{Account, bare, digits};
use super::rules::{Class, rules};
use super::typo::{Slip, slip};
use super::url::Link;
use super::{Differs, Official, Verdict};

/// Judges a handle; the @ may be missing. Where it is known, `at` is the messenger's own host.
pub(crate) fn judge(official: &Official, handle: &str, at: Option<&str>, context: &Context) -> Verdict {
    let name = bare(handle);
    let name = name.trim_end_matches(['.', '-']);
    let known = official.handles.get(name);
    let ours = known.filter(|known| at.is_none_or(|at| known.at.is_empty() || known.at.contains(&at)));
    if let Some(brand) = ours.map(|known| known.brand).or_else(|| official.agents.get(name).copied()) {
        return Verdict::Official(brand);
    }
    if let Some(Account { brand, .. }) = known {
        return Verdict::imitation(*brand, 0.9, Differs::Name);
    }
    let folded = fold::fold(name);
    if let Some(brand) = official.looks.get(&fold::skeleton(&folded.text)) {
        return Verdict::imitation(*brand, 0.97, Differs::Homoglyph);
    }
    let near = |known: &&String| known.len() >= 7 && slip(known, &folded.text).is_some_and(|slip| slip != Slip::Other);
    if let Some(known) = official.handles.keys().filter(near).min() {
        return Verdict::imitation(official.handles[known].brand, 0.8, Differs::Typo);
    }
    let found = matches(&official.names, &folded.text);
    let verdict =
        found.iter().map(|found| account(official, found, folded.doubles)).fold(Verdict::NOTHING, Verdict::or);
    verdict.or(claimed(context))
}

fn account(official: &Official, found: &Match<'_>, doubles: bool) -> Verdict {
    let (name, rest) = (found.name, &found.rest);
    let imitation = |score, differs| Verdict::imitation(name.brand, score, differs);
    let common = name.weight != Weight::Own;
    let slipped = matches!(found.how, How::Slip(_));
    // A doubled letter of a short name is seen as the name; other slips of short names are other names.
    let doubled = found.how == How::Slip(Slip::Doubled);
    if found.weak() && !doubled && (common || !rest.presses()) {
        return Verdict::Unknown(0.3);
    }
    if rest.is_empty() {
        return match found.how {
            How::Looks => imitation(0.95, Differs::Homoglyph),
            _ if doubles => imitation(0.95, Differs::Homoglyph),
            How::Slip(_) => imitation(0.75, Differs::Typo),
            _ if found.torn && !common => imitation(0.75, Differs::AddedWords("_".into())),
            _ if !common && official.brands[name.brand].accounts => imitation(0.6, Differs::Name),
            _ => Verdict::Unknown(0.4),
        };
    }
    if name.weight == Weight::Topic || rest.innocent() {
        return Verdict::Unknown(0.35);
    }
    let Some(word) = rest.lure() else {
        let numbered = rest.other == 0 && rest.digits <= 3 && !common && !slipped;
        return if numbered { imitation(0.6, Differs::AddedWords("0-9".into())) } else { Verdict::Unknown(0.3) };
    };
    let strange = rest.other > 0 && !rest.presses() && !rest.has(Class::Trust);
    if strange || (common && !(rest.presses() || rest.has(Class::Trust) || rest.other == 0 && rest.words.len() > 1)) {
        return Verdict::Unknown(0.35);
    }
    imitation(0.9, Differs::AddedWords(word.to_owned()))
}

/// An account that somebody who speaks for a brand wants to be written to at.
pub(crate) fn claimed(context: &Context) -> Verdict {
    match context.brand {
        Some(brand) if context.claims => Verdict::imitation(brand, 0.75, Differs::Claim),
        _ => Verdict::NOTHING,
    }
}

/// The messenger's own host and the account's name of a link to one.
pub(super) fn of_link(link: &str) -> Option<(&'static str, &str)> {
    let link = super::url::parse(link);
    let host = Host::new(link.host);
    let seen = host.seen.strip_prefix("www.").unwrap_or(&host.seen);
    let (own, paths) = rules().messengers.get_key_value(seen)?;
    let segments: Vec<&str> = link.segments().collect();
    let name = paths.iter().find_map(|path| segments.strip_prefix(path.as_slice())?.first().copied())?;
    Some((rules().aliases.get(own).copied().unwrap_or(own), name))
}

/// Judges a telephone number.
pub(crate) fn phone(official: &Official, number: &str, context: &Context) -> Verdict {
    let digits = digits(number);
    official.phones.get(&digits).map_or_else(|| claimed(context), |brand| Verdict::Official(*brand))
}

/// Judges a link to an account, if the host is a messenger's.
pub(crate) fn on_messenger(official: &Official, host: &Host, link: &Link<'_>, context: &Context) -> Option<Verdict> {
    let own = ["www.", "m.", "mobile."].iter().find_map(|prefix| host.seen.strip_prefix(prefix));
    let paths = rules().messengers.get(host.seen.as_str()).or_else(|| rules().messengers.get(own?))?;
    let segments: Vec<&str> = link.segments().collect();
    let name = paths.iter().find_map(|path| {
        let rest = segments.strip_prefix(path.as_slice())?;
        rest.first().copied()
    });
    let Some(name) = name else {
        return Some(if segments.is_empty() && link.query.is_empty() {
            Verdict::Unknown(0.1)
        } else {
            claimed(context)
        });
    };
    if name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+') && name.len() >= 7 {
        return Some(phone(official, name, context));
    }
    let at = own.map_or(host.seen.as_str(), |own| own);
    let at = rules().aliases.get(at).copied().unwrap_or(at);
    Some(judge(official, name, Some(at), context))
}
