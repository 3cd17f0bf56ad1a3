//! A conversation as a text, to keep.

use store::Tx;

use super::session::Session;
use super::shown;
use crate::app::App;
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::language::texts;
use crate::markdown;
use crate::tickets::chain;
use crate::tickets::timeline::{self, Reader};

/// Entries of a transcript; more than any conversation has had.
const MOST: i64 = 2_000;

/// A transcript.
pub struct Transcript {
    /// What the customer quotes.
    pub reference: String,
    /// The text.
    pub text: String,
}

/// Writes a session's conversation down: who said what and when in UTC, and by what our words can be checked.
///
/// # Errors
/// 409 `chat-not-begun`.
pub fn write(tx: &mut Tx<'_>, app: &App, session: &Session, now: Micros) -> Result<Transcript> {
    let ticket = session.ticket.ok_or_else(|| Problem::conflict("chat-not-begun"))?;
    let chat = shown::chat(tx, app, session, now)?;
    let gap = shown::gap(tx, app, session, 0, MOST, now)?;
    // What we write is Markdown; a text file shows the words.
    let raw = timeline::read(tx, ticket, Reader::Customer { now }, 0, MOST)?;
    let words = |number: i64| {
        let entry = raw.iter().find(|entry| entry.number == number);
        entry.map(|entry| markdown::text(&entry.event.text_with_sources()))
    };
    let language = session.language;
    let brand = app.config.brand(language.tag()).to_owned();
    let reference = chat.reference.unwrap_or_default();
    let mut lines =
        vec![texts().format(language, "chat-transcript-title", &[("brand", &brand), ("reference", &reference)])];
    lines.push(String::new());
    for entry in &gap.entries {
        lines.push(entry.line(language, words(entry.number).as_deref()));
    }
    if let Some(last) = raw.last() {
        lines.push(String::new());
        let (number, hash) = (last.number.to_string(), chain::shown(&last.hash));
        lines.push(texts().format(language, "chat-transcript-record", &[("number", &number), ("hash", &hash)]));
    }
    lines.push(String::new());
    Ok(Transcript { reference, text: lines.join("\n") })
}

impl shown::ChatEntry {
    /// One entry on one or several lines.
    fn line(&self, language: crate::language::Language, words: Option<&str>) -> String {
        let time = self.at.get(..19).unwrap_or(&self.at).replace('T', " ");
        if let Some(event) = &self.event {
            return format!("[{time} UTC] — {event}");
        }
        let who = match (self.from, &self.author) {
            (_, Some(author)) => format!("{} ({})", author.name, author.number),
            ("customer", None) => texts().get(language, "chat-transcript-you"),
            _ => texts().get(language, "chat-transcript-assistant"),
        };
        let said = self.text.as_deref().or(words).unwrap_or_default();
        let files: Vec<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        let files = if files.is_empty() { String::new() } else { format!(" [{}]", files.join(", ")) };
        let code = self.code.as_deref().map(|code| format!(" ({code})")).unwrap_or_default();
        format!("[{time} UTC] {who}: {said}{files}{code}")
    }
}
