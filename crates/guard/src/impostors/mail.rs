//! Mail addresses, with the name that stands before them.

use super::context::Context;
use super::fold;
use super::label::{How, matches};
use super::names::Weight;
use super::rules::rules;
use super::{Differs, Official, Verdict, account, domain, url};

/// Judges an address; `shown` is the sender's name before it, if there is one.
pub(crate) fn judge(official: &Official, address: &str, shown: Option<&str>, context: &Context) -> Verdict {
    let Some((name, host)) = address.rsplit_once('@') else { return Verdict::NOTHING };
    if let Some(brand) = official.addresses.get(&address.to_lowercase()) {
        return Verdict::Official(*brand);
    }
    let verdict = domain::judge(official, &url::parse(host), &Context::default());
    if let Verdict::Official(_) | Verdict::Imitation { .. } = verdict {
        return verdict;
    }
    let verdict = local(official, name, host);
    verdict.or(shown.map_or(Verdict::NOTHING, |shown| display(official, shown))).or(account::claimed(context))
}

/// What stands before the @. What follows a plus is the reader's own note (RFC 5233).
fn local(official: &Official, name: &str, host: &str) -> Verdict {
    let host = host.to_lowercase();
    let free = rules().mailhosts.contains(host.as_str());
    let name = fold::fold(name.split('+').next().unwrap_or(name)).text;
    let mut worst = Verdict::Unknown(0.1);
    for found in matches(&official.names, &name) {
        let lured = found.rest.lure().is_some() && !found.rest.innocent();
        let common = found.name.weight != Weight::Own;
        let pressing = found.rest.presses() || (lured && !common && found.rest.other == 0);
        let alone = free && !common && found.rest.is_empty() && !matches!(found.how, How::Slip(_));
        if found.weak() || found.name.weight == Weight::Topic || !(alone || pressing) {
            continue;
        }
        worst = worst.or(Verdict::imitation(
            found.name.brand,
            if lured { 0.9 } else { 0.7 },
            Differs::FreeMail(host.clone()),
        ));
    }
    worst
}

/// A sender's name that says to be ours.
fn display(official: &Official, shown: &str) -> Verdict {
    let found = matches(&official.names, &fold::fold(shown.trim()).text);
    let real = found.iter().find(|found| {
        let lured = found.rest.lure().is_some() && found.rest.other == 0 && !found.rest.innocent();
        !found.weak() && found.name.weight != Weight::Topic && (found.rest.is_empty() || lured || found.rest.presses())
    });
    real.map_or(Verdict::NOTHING, |found| Verdict::imitation(found.name.brand, 0.85, Differs::DisplayName))
}
