//! The terms of a ticket: its facets, its names, and all that was said.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use uuid::Uuid;

use super::words;
use crate::clock::Micros;

/// Stands before a facet; no text has it.
const FACET: char = '\u{1}';

pub const STANDING: char = 's';
pub const CATEGORY: char = 'c';
pub const AWAITING: char = 'w';
pub const PRIORITY: char = 'p';
pub const LANGUAGE: char = 'l';
pub const CHANNEL: char = 'h';
pub const ASSIGNEE: char = 'a';
pub const TEAM: char = 't';
pub const TAG: char = 'g';

/// A facet's term.
pub fn facet(name: char, value: &str) -> String {
    format!("{FACET}{name}:{value}")
}

/// The term of who has it, or that nobody has.
pub fn held(name: char, by: Option<Uuid>) -> String {
    facet(name, &by.map(|id| id.simple().to_string()).unwrap_or_default())
}

/// There are many customers: each has a bucket.
pub fn customer(id: Uuid) -> String {
    words::bucket(&format!("customer {}", id.simple()))
}

/// Times as the index has them.
pub fn time(at: Micros) -> u64 {
    u64::try_from(at).unwrap_or(0)
}

/// Gathers the terms of one ticket, a space after each.
#[derive(Default)]
pub struct Terms(pub String);

impl Terms {
    /// A term that is ready.
    pub fn add(&mut self, term: &str) {
        self.0.push_str(term);
        self.0.push(' ');
    }

    /// The terms of a text.
    pub fn text(&mut self, text: &str) {
        words::terms(text, |term| self.add(term));
    }
}

/// What of an entry's body is searched.
#[derive(Default, Deserialize)]
pub struct Said<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(default, borrow)]
    details: Details<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Details<'a> {
    #[serde(borrow)]
    fields: BTreeMap<&'a str, serde_json::Value>,
    files: Vec<Name>,
}

#[derive(Deserialize)]
struct Name {
    name: Option<String>,
}

impl<'a> Said<'a> {
    /// Reads a stored body; what cannot be read says nothing.
    pub fn read(body: &'a str) -> Said<'a> {
        serde_json::from_str(body).unwrap_or_default()
    }

    /// Everything that people wrote.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let fields = self.details.fields.values().filter_map(serde_json::Value::as_str);
        let files = self.details.files.iter().filter_map(|file| file.name.as_deref());
        std::iter::once(self.text.as_ref()).chain(fields).chain(files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_read() {
        let body = r#"{"text":"a\nb","details":{"subject":"x","fields":{"tx_id":"9f","coin":"BTC"},"due_at":7,"files":[{"id":"1","name":"log.txt"},{}]}}"#;
        assert_eq!(Said::read(body).texts().collect::<Vec<_>>(), ["a\nb", "BTC", "9f", "log.txt"]);
        assert_eq!(Said::read(r#"{"text":"a"}"#).texts().collect::<Vec<_>>(), ["a"]);
        assert_eq!(Said::read("?").texts().collect::<Vec<_>>(), [""]);
    }
}
