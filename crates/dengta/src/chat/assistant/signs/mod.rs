//! What a message is besides a question: an alarm, a wish for a person, a greeting.
//!
//! - An *alarm* is that something happened, or happens: stolen, deceived, threatened, the law. How to prevent it, what it is,
//!   what would be if: these are questions, and are answered. Whether it is one or the other is told by the words around it
//!   in the same sentence (`[harmless]`); a life in danger is told by nothing, it is always one.
//! - All languages' words are looked for in every message: people mix them.
//! - Words are data (`words/*.txt`); what they find and leave alone is held by the sentences of `examples/`.

pub(super) mod pattern;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use pattern::{COMMAS, Pattern, folded, section};

/// What a message asks for, besides an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A person is needed at once.
    Alarm(Alarm),
    /// The customer wants a person.
    Person,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// Somebody else is, or was, in the account; something is gone.
    Theft,
    /// The customer gave a secret or money to an impostor.
    Deceived,
    /// A life may be in danger.
    Life,
    /// Somebody threatens the customer.
    Threat,
    /// The police, a lawyer or a court have to do with it.
    Law,
}

/// What is said between questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Courtesy {
    /// Hello.
    Greeting,
    /// Thank you; that was it.
    Thanks,
    /// Are you a machine?
    Robot,
}

/// The words of all languages.
struct Words {
    /// In the order in which they count.
    alarms: Vec<(Alarm, Vec<Pattern>)>,
    harmless: Vec<Pattern>,
    person: Vec<Pattern>,
    no_person: Vec<Pattern>,
    angry: Vec<Pattern>,
    courtesy: Vec<(Courtesy, Vec<Pattern>)>,
    unknown: Vec<Pattern>,
    follow_up: Vec<Pattern>,
}

const FILES: [&str; 4] = [
    include_str!("words/zh.txt"),
    include_str!("words/en.txt"),
    include_str!("words/ko.txt"),
    include_str!("words/ja.txt"),
];

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let all = |name: &str| FILES.iter().flat_map(|file| section(file, name)).collect();
    Words {
        alarms: vec![
            (Alarm::Life, all("self-harm")),
            (Alarm::Threat, all("threat")),
            (Alarm::Theft, all("theft")),
            (Alarm::Deceived, all("deceived")),
            (Alarm::Law, all("law")),
        ],
        harmless: all("harmless"),
        person: all("person"),
        no_person: all("no-person"),
        angry: all("angry"),
        courtesy: vec![
            (Courtesy::Robot, all("robot")),
            (Courtesy::Greeting, all("greeting")),
            (Courtesy::Thanks, all("thanks")),
        ],
        unknown: all("unknown"),
        follow_up: all("follow-up"),
    }
});

/// What in a message wants a person, the most urgent first; `None` when nothing does.
#[must_use]
pub fn of(message: &str) -> Option<Sign> {
    let said = sentences(message);
    let alarm = WORDS.alarms.iter().find(|(alarm, patterns)| said.iter().any(|said| rings(*alarm, patterns, said)));
    if let Some((alarm, _)) = alarm {
        return Some(Sign::Alarm(*alarm));
    }
    said.iter().any(|sentence| wants_person(sentence)).then_some(Sign::Person)
}

/// Whether the customer is angry. It changes what the assistant tries, never what the case is worth.
#[must_use]
pub fn is_angry(message: &str) -> bool {
    sentences(message).iter().any(|sentence| WORDS.angry.iter().any(|angry| angry.find(sentence).is_some()))
}

/// Whether a message says that its writer does not know what was asked.
#[must_use]
pub fn does_not_know(message: &str) -> bool {
    sentences(message).iter().any(|sentence| WORDS.unknown.iter().any(|unknown| unknown.find(sentence).is_some()))
}

/// Whether a message goes on with the one before: "and for ETH?".
#[must_use]
pub fn follows_up(message: &str) -> bool {
    sentences(message).iter().any(|sentence| WORDS.follow_up.iter().any(|follows| follows.find(sentence).is_some()))
}

/// What a message is that asks nothing: all of its sentences are courtesies.
#[must_use]
pub fn courtesy(message: &str) -> Option<Courtesy> {
    let said = sentences(message);
    let parts: Vec<&str> = said.iter().flat_map(|sentence| sentence.split(COMMAS)).map(str::trim).collect();
    let kind = |part: &&str| {
        let is_it = |(_, words): &&(Courtesy, Vec<Pattern>)| words.iter().any(|word| word.find(part).is_some());
        WORDS.courtesy.iter().find(is_it).map(|(kind, _)| *kind)
    };
    let kinds: Option<Vec<Courtesy>> = parts.iter().filter(|part| !part.is_empty()).map(kind).collect();
    kinds?.last().copied()
}

/// What ends a sentence, in all scripts; folding made narrow signs of wide ones.
const ENDS: [char; 6] = ['\n', '。', '!', '?', ';', '…'];
/// The folded sentences of a message. White space at the end of a line is a line's end.
fn sentences(message: &str) -> Vec<String> {
    let split = |line: &str| -> Vec<String> {
        let folded = folded(line).replace(". ", "\n");
        let parts = folded.split(ENDS).map(|part| part.trim().trim_end_matches(['.', '~', '～']).trim().to_owned());
        parts.filter(|part| !part.is_empty()).collect()
    };
    message.lines().flat_map(split).collect()
}

/// Whether one of the patterns stands in a sentence, with nothing around it that makes it a question about such things.
fn rings(alarm: Alarm, patterns: &[Pattern], sentence: &str) -> bool {
    patterns.iter().filter_map(|pattern| pattern.find(sentence)).any(|found| {
        let around = clauses(sentence, found.start, found.end);
        alarm == Alarm::Life || WORDS.harmless.iter().all(|harmless| harmless.find(around).is_none())
    })
}

fn wants_person(sentence: &str) -> bool {
    WORDS.person.iter().filter_map(|pattern| pattern.find(sentence)).any(|found| {
        let around = clauses(sentence, found.start, found.end);
        WORDS.no_person.iter().all(|not| not.find(around).is_none())
    })
}

/// The parts of a sentence, from comma to comma, in which a range of it lies.
fn clauses(sentence: &str, start: usize, end: usize) -> &str {
    let from =
        sentence[..start].rfind(COMMAS).map_or(0, |at| at + sentence[at..].chars().next().map_or(1, char::len_utf8));
    let to = sentence[end..].find(COMMAS).map_or(sentence.len(), |at| end + at);
    &sentence[from..to]
}
