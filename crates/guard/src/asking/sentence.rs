//! Reading one sentence: what it names, what it asks for, and what turns it round.

use std::ops::Range;

use super::phrases::{Said, Says};
use super::{Asks, Name};

/// So many bytes between what asks, or turns round, and what is asked for, at most.
const FAR: usize = 150;

/// A question of so few letters asks by naming: "Password?"
const SHORT: usize = 13;

/// A line of a list has so many letters at most.
const ITEM: usize = 48;

/// A sentence of a text and what it says.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    /// Without white space around it.
    pub place: Range<usize>,
    said: &'a [Said],
    /// Where clauses end: what a "not" turns round.
    clauses: Vec<usize>,
    /// It names a place of the customer's own.
    there: bool,
    /// It holds the name of a site.
    page: bool,
    letters: usize,
}

impl<'a> Sentence<'a> {
    pub fn new(text: &'a str, place: Range<usize>, said: &'a [Said]) -> Self {
        let part = &text[place.clone()];
        let start = place.start + part.len() - part.trim_start().len();
        let part = part.trim();
        let commas = part.char_indices().filter(|(_, letter)| matches!(letter, ',' | '，' | '、' | '：' | '—' | '–'));
        let clauses = commas.map(|(at, letter)| start + at + letter.len_utf8()).collect();
        let there = said.iter().any(|said| said.says == Says::There);
        let letters = part.chars().count();
        Sentence { text, place: start..start + part.len(), said, clauses, there, page: names_a_page(part), letters }
    }

    pub fn is_empty(&self) -> bool {
        self.place.is_empty()
    }

    /// The secret that it asks for.
    pub fn asks(&self) -> Option<Name> {
        self.secrets().find(|name| self.alone() || !self.done_to(name) && self.wants(name))
    }

    /// The secret that it names, as a line of a list that is asked for.
    pub fn item(&self) -> Option<Name> {
        let item = self.letters <= ITEM && !self.there && !self.has(Says::Never) && !self.has(Says::Enter);
        self.secrets().find(|name| item && !self.done_to(name))
    }

    /// The secret that it names to say which of them was asked for before.
    pub fn which(&self) -> Option<Name> {
        let which = self.has(Says::Which) && !self.has(Says::Never);
        self.secrets().find(|name| which && !self.done_to(name))
    }

    /// The secret that it names and leaves for the next sentence to ask for.
    pub fn names(&self) -> Option<Name> {
        let open = !self.there && !self.has(Says::Never);
        self.secrets().filter(|name| open && !self.done_to(name)).last()
    }

    /// Whether it asks for what was named before.
    pub fn asks_for_it(&self) -> bool {
        let turned =
            [Says::Never, Says::Object, Says::Own, Says::There, Says::Process].into_iter().any(|says| self.has(says));
        let asks = self.has(Says::It) || self.letters <= SHORT && self.has(Says::Give);
        asks && !turned && self.secrets().next().is_none()
    }

    /// Whether it asks us for anything.
    pub fn asks_for_something(&self) -> bool {
        self.has(Says::Give) && !self.has(Says::Never) && (!self.there || self.has(Says::Here))
    }

    /// Whether it asks for what is listed below it.
    pub fn lists(&self) -> bool {
        let asks = self.has(Says::Give) || self.has(Says::Enter);
        let below = self.text[self.place.clone()].ends_with([':', '：']) || self.has(Says::List);
        asks && below && !self.has(Says::Never) && !self.there
    }

    /// Whether a list may go on behind it.
    pub fn goes_on(&self) -> bool {
        self.letters <= ITEM && !self.has(Says::Never) && !self.there
    }

    fn has(&self, says: Says) -> bool {
        self.said.iter().any(|said| said.says == says)
    }

    fn secrets(&self) -> impl Iterator<Item = Name> {
        self.said.iter().filter_map(|said| {
            let Says::Secret(what) = said.says else { return None };
            Some(Name { span: said.span.clone(), what })
        })
    }

    /// "Password?"
    fn alone(&self) -> bool {
        if self.letters > SHORT || !self.text[self.place.clone()].ends_with(['?', '？']) {
            return false;
        }
        let turns = [Says::Never, Says::Process, Says::Info, Says::There, Says::Enter, Says::Object];
        !turns.into_iter().any(|says| self.has(says))
    }

    /// Whether anything asks for a secret.
    fn wants(&self, name: &Name) -> bool {
        let around = self.around(name);
        let inside = |cue: &Said| name.span.contains(&cue.span.start) && cue.span.end <= name.span.end;
        let cues = around.iter().filter(|cue| !inside(cue));
        cues.into_iter().any(|cue| self.cue(cue, name) && !self.turned(cue, name) && self.to_us(cue, name))
    }

    /// Whether a phrase asks for such a secret.
    fn cue(&self, cue: &Said, name: &Name) -> bool {
        match cue.says {
            Says::Give | Says::Picture | Says::Blocked | Says::Enter => true,
            Says::Install => name.what == Asks::RemoteAccess,
            Says::Please => !self.own_act(cue, name),
            _ => false,
        }
    }

    /// Whether a secret is asked for by us: it is to be put where we see it, or no place is named.
    fn to_us(&self, cue: &Said, name: &Name) -> bool {
        let (asks, names) = (self.clause(cue.span.start), self.clause(name.span.start));
        let here = self.around(name).iter().any(|said| {
            let at = self.clause(said.span.start);
            said.says == Says::Here && (at == asks || at == names) && !self.denied(at, name)
        });
        let at_a_page = matches!(name.what, Asks::SeedPhrase | Asks::PrivateKey) && self.page;
        here || name.what == Asks::RemoteAccess || !self.there && (cue.says != Says::Enter || at_a_page)
    }

    pub(super) fn clause(&self, at: usize) -> usize {
        self.clauses.partition_point(|end| *end <= at)
    }

    /// What is said near a secret.
    pub(super) fn around(&self, name: &Name) -> &[Said] {
        let place = name.span.start;
        let from = self.said.partition_point(|said| said.span.start + FAR < place);
        let to = self.said.partition_point(|said| said.span.start <= place + FAR);
        &self.said[from..to]
    }
}

/// Whether a sentence holds the name of a site.
fn names_a_page(text: &str) -> bool {
    let site = |part: &[u8]| part[0].is_ascii_lowercase() && part[1] == b'.' && part[2].is_ascii_lowercase();
    text.as_bytes().windows(3).any(site)
}
