//! What passes for ours in a message, told to whoever reads it.
//!
//! Judged when it is read, by what is official then: what was set today counts for what was written yesterday.

use guard::impostors::{Official, Standing};
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
    let mut all = written(official, event.name("subject").unwrap_or_default());
    for imitation in written(official, &event.text) {
        if !all.contains(&imitation) {
            all.push(imitation);
        }
    }
    all.truncate(MAX_PARTS);
    all
}

fn written(official: &Official, text: &str) -> Vec<Imitation> {
    let mut all = Vec::new();
    for found in official.find(text) {
        let (Standing::Imitation, Some(reason)) = (found.standing, found.reason) else { continue };
        let (differs, what) = words::differs(&reason.differs);
        let text = guard::visible::visible(&text[found.span]).into_owned();
        let imitation = Imitation { text, kind: PartKind::of(found.what), differs, official: reason.official, what };
        if all.len() < MAX_PARTS && !all.contains(&imitation) {
            all.push(imitation);
        }
    }
    all
}
