//! What makes a sentence ask for something else than a secret that it names, or for nothing.

use super::phrases::{Said, Says};
use super::sentence::Sentence;
use super::{Asks, Name};

/// So many bytes between a secret and what is done to it: "changed your trading password".
const BESIDE: usize = 18;

/// So many bytes between two parts of a name: "code error", "コードのエラー".
const JOINED: usize = 4;

impl Sentence<'_> {
    /// Whether something is done to a secret, beside it: "reset your password", "after you enter the code".
    pub(super) fn done_to(&self, name: &Name) -> bool {
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

    /// Whether a "please" is about something else, or asks for what a customer does alone.
    pub(super) fn own_act(&self, please: &Said, name: &Name) -> bool {
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
    pub(super) fn turned(&self, cue: &Said, name: &Name) -> bool {
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

    /// Whether a clause near a secret says not to.
    pub(super) fn denied(&self, clause: usize, name: &Name) -> bool {
        self.around(name).iter().any(|said| said.says == Says::Never && self.clause(said.span.start) == clause)
    }

    /// Whether a secret is part of a list: another thing follows it.
    fn listed(&self, name: &Name) -> bool {
        let rest = self.text[name.span.end..self.place.end.max(name.span.end)].trim_start();
        [",", "、", "/", "和", "与", "與", "及", "と", "や", "and ", "와 ", "과 "]
            .iter()
            .any(|sign| rest.starts_with(sign))
    }
}
