//! Chinese phrases without spaces.
//!
//! 98 % of the characters of ordinary text are in the list, and of clauses as long as a phrase every sixteenth has the right
//! sum. So a clause counts only beside a phrase's name, or when its neighbouring characters are not neighbours in ordinary
//! text.

use std::ops::Range;

use super::super::scan::{Look, certain};
use super::super::{Certainty, Finding, Kind};
use super::{lists, proof};

/// Whether a clause of exact length is a phrase.
pub(crate) fn judge(look: &Look, clause: Range<usize>, is_named: fn(&Look, &Range<usize>) -> bool) -> Option<Finding> {
    let text = &look.text[clause.clone()];
    let letters: Vec<String> = text.chars().map(String::from).collect();
    let proven = [4, 5].into_iter().any(|list| {
        let place = |letter: &String| lists::places(letter)?.iter().find(|(other, _)| *other == list).map(|(_, place)| *place);
        let places: Option<Vec<u16>> = letters.iter().map(place).collect();
        places.is_some_and(|places| proof::is_phrase(usize::from(list), &places, &letters))
    });
    if !proven {
        return None;
    }
    let binding = text.chars().filter(|c| BINDING.contains(*c)).count();
    let named = is_named(look, &clause);
    let kind = Kind::SeedPhrase;
    match (named, binding) {
        (true, 0..=2) => Some(certain(clause, kind)),
        (false, 0) => Some(Finding { span: clause, kind, certainty: Certainty::Uncertain }),
        _ => None,
    }
}

/// Characters that bind sentences.
const BINDING: &str = "的了是在不我有你他们這这那就也都和与與及或请請吗吗嗎呢吧啊被把对對从從为為以会會能可要没沒到说說很还還再给給让讓但而因所如果";
