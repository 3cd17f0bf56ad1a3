//! Accounts: handles, and links to them.

use super::context::Context;
use super::fold;
use super::host::Host;
use super::label::{How, Match, matches};
use super::names::Weight;
use super::official::{bare, digits};
use super::rules::{Class, rules};
use super::typo::{Slip, slip};
use super::url::Link;
use super::{Differs, Official, Verdict};

/// Judges a handle; the @ may be missing.
pub(crate) fn judge(official: &Official, handle: &str, context: &Context) -> Verdict {
    let name = bare(handle);
    let name = name.trim_end_matches(['.', '-']);
    if let Some(brand) = official.handles.get(name).or_else(|| official.agents.get(name)) {
        return Verdict::Official(*brand);
    }
    let folded = fold::fold(name);
    if let Some(brand) = official.looks.get(&fold::skeleton(&folded.text)) {
        return Verdict::imitation(*brand, 0.97, Differs::Homoglyph);
    }
    let near = |known: &&String| known.len() >= 7 && slip(known, &folded.text).is_some_and(|slip| slip != Slip::Other);
    if let Some(known) = official.handles.keys().filter(near).min() {
        return Verdict::imitation(official.handles[known], 0.8, Differs::Typo);
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
    Some(judge(official, name, context))
}
