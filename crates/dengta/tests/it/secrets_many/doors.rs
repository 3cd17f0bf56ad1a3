//! Every door for words: how much it holds, and what becomes of what comes.
//!
//! They were found by going through `routes.rs`, `site/` and `openapi.json` for whatever is not a number, an id or a choice.

/// A way in for words.
pub struct Door {
    pub name: &'static str,
    /// Characters that it holds.
    most: usize,
    /// What it takes of what people type.
    holds: Holds,
    pub then: Then,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Text,
    /// One line.
    Line,
    /// One line of printable ASCII, as in the header of a request.
    Ascii,
}

/// What becomes of what comes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It is stored.
    Taken,
    /// It is a question, and its asker may read it again in the answer.
    Answered,
    /// It is none of what belongs there.
    Refused,
}

use Holds::{Ascii, Line, Text};
use Then::{Answered, Refused, Taken};

const fn door(name: &'static str, holds: Holds, most: usize, then: Then) -> Door {
    Door { name, most, holds, then }
}

pub const DOORS: [Door; 85] = [
    // Customers, on the site.
    door("form: message", Text, 20_000, Taken),
    door("form: subject", Line, 200, Taken),
    door("form: field", Text, 2_000, Taken),
    door("form: name", Line, 100, Taken),
    door("form: file's name", Line, 200, Taken),
    door("form: joined to an open case", Text, 2_000, Taken),
    door("case: reply", Text, 20_000, Taken),
    door("case: rating", Text, 2_000, Taken),
    door("case: phrase against phishing", Line, 100, Refused),
    door("article: not helpful", Text, 2_000, Taken),
    door("exchange: customer's name", Line, 100, Taken),
    door("guest's file: name", Line, 200, Taken),
    // Visitors of the chat.
    door("chat: message", Text, 20_000, Taken),
    door("chat: page's address", Line, 400, Taken),
    door("chat: page's title", Line, 500, Taken),
    door("chat: name", Line, 100, Taken),
    door("chat: file's name", Line, 200, Taken),
    door("chat: suggestions", Text, 500, Answered),
    door("chat: identity", Text, 2_000, Refused),
    door("chat: token", Line, 500, Refused),
    door("chat: message's id", Text, 2_000, Refused),
    // Agents and programs: what becomes an entry.
    door("ticket: message", Text, 20_000, Taken),
    door("ticket: subject", Line, 200, Taken),
    door("ticket: field", Text, 2_000, Taken),
    door("ticket: customer's name", Line, 100, Taken),
    door("ticket: answer", Text, 20_000, Taken),
    door("ticket: note", Text, 20_000, Taken),
    door("ticket: split", Line, 200, Taken),
    door("bulk: note", Text, 20_000, Taken),
    door("bulk: answer", Text, 20_000, Taken),
    door("incident: text", Text, 20_000, Taken),
    door("incident: update", Text, 20_000, Taken),
    door("file: name", Line, 200, Taken),
    door("file: content", Text, 20_000, Taken),
    // What does not.
    door("draft of an answer", Text, 20_000, Taken),
    door("draft of a note", Text, 20_000, Taken),
    door("draft: device", Line, 64, Taken),
    door("remark about a customer", Text, 20_000, Taken),
    door("incident: title", Line, 200, Taken),
    door("macro: title", Line, 100, Taken),
    door("macro: group", Line, 100, Taken),
    door("macro: text", Text, 20_000, Taken),
    door("view: title", Line, 100, Taken),
    door("team", Line, 100, Taken),
    door("tag: description", Text, 500, Taken),
    door("invitation: name", Line, 100, Taken),
    door("program's token: name", Line, 100, Taken),
    door("calendar", Line, 100, Taken),
    door("holiday", Line, 100, Taken),
    door("link of the theme", Line, 100, Taken),
    door("lexicon: remark", Line, 2_000, Taken),
    door("draft of an article: remark", Text, 2_000, Taken),
    door("headers", Ascii, 250, Taken),
    door("idempotency key of a ticket", Ascii, 250, Taken),
    door("idempotency key of a note", Ascii, 250, Taken),
    door("idempotency key of a form", Line, 100, Taken),
    // What is asked and not stored.
    door("search of tickets", Text, 500, Answered),
    door("search of tickets: suggestions", Text, 500, Answered),
    door("search of customers", Text, 250, Answered),
    door("search of articles, by an agent", Text, 500, Answered),
    door("search of articles, by a program", Text, 500, Answered),
    door("search of the site", Text, 500, Answered),
    door("search of the site: suggestions", Text, 500, Answered),
    door("search of the site: passages", Text, 500, Answered),
    door("lexicon: trial", Text, 500, Answered),
    door("is this really you, by a program", Text, 2_000, Answered),
    door("is this really you, on the site", Text, 2_000, Answered),
    door("article: preview", Text, 20_000, Answered),
    // What is refused.
    door("tag of a ticket", Line, 2_000, Refused),
    door("tag of a customer", Line, 2_000, Refused),
    door("tag: name", Line, 2_000, Refused),
    door("view: query", Line, 500, Refused),
    door("sign-in", Line, 250, Refused),
    door("link to a case: address", Line, 250, Refused),
    door("invitation: token", Line, 500, Refused),
    door("passkey: name", Line, 100, Refused),
    door("unknown category and language", Text, 2_000, Refused),
    door("unknown field", Text, 2_000, Refused),
    door("value of another type", Text, 2_000, Refused),
    door("name of a value of another type", Text, 2_000, Refused),
    door("no JSON", Text, 2_000, Refused),
    door("path in the API", Line, 500, Refused),
    door("path on the site", Line, 500, Refused),
    door("query of a list", Line, 500, Refused),
    door("order of a file's parts", Line, 200, Refused),
];

impl Door {
    /// Whether a text goes through as it is typed.
    pub fn holds(&self, text: &str) -> bool {
        let line = !text.contains(char::is_control);
        let name = !self.name.contains("file's name") || !text.contains(['"', '\\']);
        let taken = match self.holds {
            Text => true,
            Line => line,
            Ascii => line && text.is_ascii(),
        };
        taken && name && text.chars().count() <= self.most
    }
}
