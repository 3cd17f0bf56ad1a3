//! Reading one sentence: what it names, what it asks for, and what turns it round.

use std::ops::Range;

use super::phrases::{Said, Says};
use super::{Asks, Name};

/// So many bytes between what asks, or turns round, and what is asked for, at most.
const FAR: usize = 150;

/// So many bytes between a secret and what is done to it: "changed your trading password".
const BESIDE: usize = 18;

/// So many bytes between two parts of a name: "code error", "コードのエラー".
const JOINED: usize = 4;

/// A question of so few letters asks by naming: "Password?"
const SHORT: usize = 13;

/// A line of a list has so many letters at most.
const ITEM: usize = 48;

/// A sentence of a text and what it says.
pub(super) struct Sentence<'a> {
    text: &'a str,
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

    /// Whether something is done to a secret, beside it: "reset your password", "after you enter the code".
    fn done_to(&self, name: &Name) -> bool {
        let beside = |says: Says| {
            self.around(name).iter().any(|said| {
                said.says == says
                    && said.span.start <= name.span.end + BESIDE
                    && name.span.start <= said.span.end + BESIDE
                    && (said.span.start < name.span.start || !self.governs(said))
                    && self.clause(said.span.start) == self.clause(name.span.start)
            })
        };
        beside(Says::Process) || beside(Says::Enter) && beside(Says::When) || self.part_of_another(name)
    }

    /// Whether a secret's name only says which other thing is meant: "the code error".
    fn part_of_another(&self, name: &Name) -> bool {
        let next = name.span.end..name.span.end + JOINED;
        let another = |said: &Said| said.says == Says::Object && next.contains(&said.span.start);
        !self.listed(name) && self.around(name).iter().any(another)
    }

    /// Whether a phrase is about what follows it: "keep the".
    fn governs(&self, said: &Said) -> bool {
        let text = self.text[said.span.clone()].to_ascii_lowercase();
        ["your", "the", " a", "them"].iter().any(|end| text.ends_with(end))
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

    /// Whether a "please" is about something else, or asks for what a customer does alone.
    fn own_act(&self, please: &Said, name: &Name) -> bool {
        let (asks, names) = (self.clause(please.span.start), self.clause(name.span.start));
        let act = |said: &Said| {
            let at = self.clause(said.span.start);
            let acts =
                matches!(said.says, Says::Do | Says::Process | Says::Enter | Says::When | Says::Object | Says::Info);
            acts && (at == asks || at == names)
        };
        asks != names || self.around(name).iter().any(act)
    }

    /// Whether what asks for a secret is turned round, or is about something else.
    fn turned(&self, cue: &Said, name: &Name) -> bool {
        if cue.says == Says::Blocked {
            return false;
        }
        let (asks, names) = (self.clause(cue.span.start), self.clause(name.span.start));
        let (low, high) = (asks.min(names), asks.max(names));
        let another = names < asks && name.what != Asks::RemoteAccess && !self.listed(name);
        self.around(name).iter().any(|said| {
            let at = self.clause(said.span.start);
            match said.says {
                // "Never send a key, a phrase or a picture of them": what is listed has as many commas as it likes.
                Says::Never if cue.says == Says::Picture => true,
                Says::Process if cue.says == Says::Picture => at == asks,
                Says::Never => low <= at && at <= high,
                Says::Info => at == names && asks <= names,
                Says::Object if said.span.start > name.span.start && said.span.end <= cue.span.start => {
                    at == asks && !self.listed(name)
                }
                Says::Object | Says::Own => at == asks && another,
                _ => false,
            }
        })
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

    /// Whether a clause near a secret says not to.
    fn denied(&self, clause: usize, name: &Name) -> bool {
        self.around(name).iter().any(|said| said.says == Says::Never && self.clause(said.span.start) == clause)
    }

    /// Whether a secret is part of a list: another thing follows it.
    fn listed(&self, name: &Name) -> bool {
        let rest = self.text[name.span.end..self.place.end.max(name.span.end)].trim_start();
        [",", "、", "/", "和", "与", "與", "及", "と", "や", "and ", "와 ", "과 "]
            .iter()
            .any(|sign| rest.starts_with(sign))
    }

    fn clause(&self, at: usize) -> usize {
        self.clauses.partition_point(|end| *end <= at)
    }

    /// What is said near a secret.
    fn around(&self, name: &Name) -> &[Said] {
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
