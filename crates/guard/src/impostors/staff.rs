//! Display names that pass for staff.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fold::{self, east_asian};
use super::label::{How, matches};
use super::names::{Weight, joined};
use super::{Differs, Official, Reason};

/// Words of roles: under `[alone]` those that no customer has in a name, under `[with]` those that have to stand beside a
/// brand or another role, under `[filler]` what may stand beside them.
static ROLES: LazyLock<[HashSet<&'static str>; 3]> = LazyLock::new(|| {
    let mut roles: [HashSet<&str>; 3] = Default::default();
    let mut at = 0;
    for line in super::rules::lines(include_str!("../../rules/impostors/roles.txt")) {
        match line {
            "[alone]" => at = 0,
            "[with]" => at = 1,
            "[filler]" => at = 2,
            _ => roles[at].extend(line.split_whitespace()),
        }
    }
    roles
});

impl Official {
    /// Why a customer's display name is refused: it names a role or the desk itself, or is that of one of the `staff`, be it in
    /// letters that only look like theirs.
    #[must_use]
    pub fn passes_for_staff(&self, name: &str, staff: &[&str]) -> Option<Reason> {
        let seen = fold::skeleton(&joined(name));
        if seen.is_empty() {
            return None;
        }
        if let Some(agent) = staff.iter().find(|agent| fold::skeleton(&joined(agent)) == seen) {
            return Some(Reason { official: (*agent).to_owned(), differs: Differs::Staff((*agent).to_owned()) });
        }
        let folded = fold::fold(name).text;
        let brand = self.brand_of(&folded);
        let role = role(&folded, brand.is_some());
        match (brand, role) {
            (Some((brand, _)), Some(role)) => Some(self.because(brand, Differs::Role(role))),
            (Some((brand, true)), None) => Some(self.because(brand, Differs::Name)),
            (None, Some(role)) => Some(Reason { official: String::new(), differs: Differs::Role(role) }),
            _ => None,
        }
    }

    fn because(&self, brand: usize, differs: Differs) -> Reason {
        Reason { official: self.brands[brand].shown.clone(), differs }
    }

    /// The brand that a name has, and whether the name is nothing but that and words that pass for it.
    fn brand_of(&self, folded: &str) -> Option<(usize, bool)> {
        let found = matches(&self.names, folded);
        let named =
            |found: &&super::label::Match<'_>| !matches!(found.how, How::Slip(_)) && found.name.weight != Weight::Topic;
        let best = found.iter().filter(named).min_by_key(|found| found.rest.other)?;
        let rest = &best.rest;
        let own = best.name.weight == Weight::Own;
        Some((best.name.brand, rest.is_empty() && own || rest.other == 0 && rest.presses() && !rest.innocent()))
    }
}

/// The role that a folded name takes.
fn role(folded: &str, brand: bool) -> Option<String> {
    let [alone, with, filler] = &*ROLES;
    let eastern: String = folded.chars().filter(|letter| east_asian(*letter)).collect();
    if let Some(found) = alone.iter().filter(|word| word.starts_with(east_asian) && eastern.contains(**word)).min() {
        return Some((*found).to_owned());
    }
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plain = |word: &&str| word.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned();
    let words: Vec<String> = words.iter().map(plain).filter(|word| !word.is_empty()).collect();
    let seen: Vec<String> = words.iter().map(|word| fold::skeleton(word)).collect();
    let is = |list: &HashSet<&str>, at: usize| {
        list.contains(words[at].as_str()) || list.iter().any(|word| fold::skeleton(word) == seen[at])
    };
    let all = 0..words.len();
    if let Some(at) = all.clone().find(|at| is(alone, *at)) {
        return Some(words[at].clone());
    }
    let roles = all.clone().filter(|at| is(with, *at));
    let first = roles.clone().next()?;
    let only = all.clone().all(|at| is(with, at) || is(filler, at));
    (brand || only).then(|| words[first].clone())
}
