//! What passes for ours in a message, told to whoever reads it.
//!
//! Judged when it is read, by what is official then: what was set today counts for what was written yesterday.

use guard::impostors::{Found, Official, Standing};
use guard::visible::visible;
use serde::Serialize;

use super::{MAX_PARTS, PartKind, words};
use crate::language::Language;
use crate::tickets::{Event, Kind};

/// Something in a message that passes for ours, and is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Imitation {
    /// As it was written, with letters that cannot be seen written out. No link, whatever it says.
    pub text: String,
    /// What it is.
    pub kind: PartKind,
    /// In which way it differs, such as `homoglyph`, `typo` or `added-words`.
    pub differs: &'static str,
    /// What it passes for.
    pub official: String,
    /// What the difference is about: the added words, the host that it leads to; empty where nothing can be named.
    pub what: String,
}

impl Imitation {
    /// Why it is one.
    #[must_use]
    pub fn why(&self, language: Language) -> String {
        words::because(language, self.differs, &self.official, &self.what)
    }
}

/// What passes for ours in what was said, each once.
#[must_use]
pub fn said(official: &Official, event: &Event) -> Vec<Imitation> {
    if !matches!(event.kind, Kind::Message | Kind::Note | Kind::SecretDecided) {
        return Vec::new();
    }
    let mut all = Vec::new();
    for text in [event.name("subject").unwrap_or_default(), &event.text] {
        for imitation in official.find(text).into_iter().filter_map(|found| imitation(text, found)) {
            if all.len() < MAX_PARTS && !all.contains(&imitation) {
                all.push(imitation);
            }
        }
    }
    all
}

fn imitation(text: &str, found: Found) -> Option<Imitation> {
    let reason = found.reason.filter(|_| found.standing == Standing::Imitation)?;
    let (differs, what) = words::differs(&reason.differs);
    let text = visible(&text[found.span]).into_owned();
    Some(Imitation { text, kind: PartKind::of(found.what), differs, official: reason.official, what })
}
