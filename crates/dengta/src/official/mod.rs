//! "Is this really you?": whatever somebody pastes, held against what is official; and what passes for ours in messages
//! ([`imitations`]) and in the names of customers ([`names`]).
//!
//! - A message's code says that we sent it and when; its subject and its writer are for the customer whose case it is.
//! - Nothing that is asked about is stored or logged, and no request goes out: an answer comes from the settings and from the
//!   register of agents alone.
//! - What is not among ours is *not ours*, be it harmless or not; *imitation* is what passes for ours. Nothing is *official*
//!   but what was set so, and a message is never official for having a link of ours in it: impostors link to us, too.

pub mod agent;
pub mod http;
pub mod imitations;
pub mod message;
pub mod names;
pub mod words;

use guard::impostors::{Found, Official, Reason, Standing, What};
use serde::Serialize;

use crate::app::App;
use crate::check::Check;
use crate::error::{Result, Value};
use crate::language::{Language, texts};
use crate::people::Customer;
use crate::tickets::codes;

/// Characters of what is asked about: a long message. More is refused, not cut: what counts may stand at the end.
pub const MAX_ASKED: usize = 2_000;
/// Parts that an answer tells about, the worst first.
const MAX_PARTS: usize = 12;
/// Characters beside what can be checked that are still a label for it, such as a name before an address.
const LABEL: usize = 40;

/// What something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is ours.
    Official,
    /// There is nothing in it that could be checked, or it is a message, which could have been written by anybody.
    Unknown,
    /// It is not among ours.
    NotOurs,
    /// It passes for ours, and is not.
    Imitation,
}

impl Verdict {
    /// As sentences and programs call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Official => "official",
            Verdict::Unknown => "unknown",
            Verdict::NotOurs => "not-ours",
            Verdict::Imitation => "imitation",
        }
    }
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// An address of the web.
    Link,
    /// A mail address.
    Address,
    /// An account on a social network or a messenger.
    Handle,
    /// A telephone number.
    Phone,
    /// An agent, by number.
    Agent,
    /// A message of ours, by its code.
    Message,
}

impl PartKind {
    const fn of(what: What) -> PartKind {
        match what {
            What::Link | What::Domain => PartKind::Link,
            What::MailAddress => PartKind::Address,
            What::Handle => PartKind::Handle,
            What::Phone => PartKind::Phone,
        }
    }
}

/// Something that could be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As it was pasted, with letters that cannot be seen written out.
    pub text: String,
    /// What it is.
    pub kind: PartKind,
    /// What came of it.
    pub verdict: Verdict,
    /// Why, for an imitation.
    pub reason: Option<Reason>,
    /// What an agent is called, for one of ours.
    pub agent: Option<String>,
    /// What is known of a message of ours.
    pub message: Option<message::Told>,
}

/// What was found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// About all of it: what the worst part is.
    pub verdict: Verdict,
    /// The parts, the worst first.
    pub parts: Vec<Part>,
}

impl Answer {
    fn of(part: Part) -> Answer {
        Answer { verdict: part.verdict, parts: vec![part] }
    }
}

/// What is asked, without white space around it.
///
/// # Errors
/// 422 when it is longer than [`MAX_ASKED`].
pub fn question(typed: &str) -> Result<String> {
    let mut check = Check::default();
    let asked = check.optional("q", typed, MAX_ASKED);
    let called = || Language::ALL.into_iter().map(|language| (language, texts().get(language, "official-pasted")));
    check.named(|_| Some(Value::Words(called().collect()))).done().map(|()| asked)
}

/// Holds what is asked against what is official. Who asks matters for a message's code only.
///
/// # Errors
/// When the store fails.
pub async fn ask(app: &App, asked: &str, who: Option<Customer>) -> Result<Answer> {
    if let Some((code, sure)) = codes::read(asked) {
        let (text, now) = (codes::shown(&code), app.clock.now());
        let told = app.db.read(move |tx| message::told(tx, &code, who, now)).await?;
        if told.is_some() || sure {
            return Ok(Answer::of(message::part(text, told)));
        }
    }
    if let Some(named) = agent::named(asked) {
        let number = named.number.to_owned();
        let name = app.db.read(move |tx| agent::called(tx, &number)).await?;
        if let Some(answer) = agent::answer(asked, &named, name) {
            return Ok(Answer::of(answer));
        }
    }
    Ok(judge(&app.settings.now().official, asked))
}

/// Judges everything in a text.
#[must_use]
pub fn judge(official: &Official, text: &str) -> Answer {
    let mut found = official.find(text);
    if found.is_empty() {
        found.extend(alone(official, text));
    }
    let mut parts: Vec<Part> = Vec::new();
    for part in found.iter().map(|found| part(text, found)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.verdict));
    parts.truncate(MAX_PARTS);
    let checked: usize = found.iter().map(|found| text[found.span.clone()].chars().count()).sum();
    let message = text.chars().count() - checked > LABEL;
    let verdict = match parts.first().map(|worst| worst.verdict) {
        None => Verdict::Unknown,
        Some(Verdict::Official) if message => Verdict::Unknown,
        Some(worst) => worst,
    };
    Answer { verdict, parts }
}

/// A text that is nothing but an account's name or a number.
fn alone(official: &Official, text: &str) -> Option<Found> {
    let judged = official.judge(text);
    let part = text.get(judged.part.clone()).filter(|part| !part.is_empty())?;
    let what = if part.chars().any(char::is_alphabetic) { What::Handle } else { What::Phone };
    let guard::impostors::Judgement { standing, score, reason, part: span, of } = judged;
    Some(Found { span, what, standing, score, reason, of })
}

fn part(text: &str, found: &Found) -> Part {
    let verdict = match found.standing {
        Standing::Official => Verdict::Official,
        Standing::Unknown => Verdict::NotOurs,
        Standing::Imitation => Verdict::Imitation,
    };
    let text = guard::visible::visible(&text[found.span.clone()]).into_owned();
    Part { text, kind: PartKind::of(found.what), verdict, reason: found.reason.clone(), agent: None, message: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn official() -> Official {
        let set = r#"{"dengta": {"domains": ["dengta.example"], "handles": ["@dengta"], "names": ["Dengta"], "phones": ["+82 2 6956 0101"]}}"#;
        Official::from_json(set).unwrap()
    }

    #[test]
    fn a_part_decides_by_being_the_worst() {
        let verdict = |text: &str| judge(&official(), text).verdict;
        for (text, wanted) in [
            ("https://dengta.example/en", Verdict::Official),
            ("Help: https://dengta.example/en", Verdict::Official),
            ("@dengta", Verdict::Official),
            ("+82 2 6956 0101", Verdict::Official),
            ("https://dengta-support.top", Verdict::Imitation),
            ("https://dengta.example or https://dengta-support.top", Verdict::Imitation),
            ("https://weather.example.org", Verdict::NotOurs),
            ("+1 202 555 0100", Verdict::NotOurs),
            ("My deposit has not come yet", Verdict::Unknown),
            ("", Verdict::Unknown),
        ] {
            assert_eq!(verdict(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_message_is_not_official_for_a_link_of_ours() {
        let text = "Your account is locked. Call the security team today, see https://dengta.example/en for who we are";
        let answer = judge(&official(), text);
        assert_eq!((answer.verdict, answer.parts.len()), (Verdict::Unknown, 1));
        assert_eq!(answer.parts[0].verdict, Verdict::Official);
    }

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        let answer = judge(&official(), "https://weather.example.org/\u{202e}gpj");
        assert!(!answer.parts[0].text.contains('\u{202e}'), "{:?}", answer.parts);
    }
}
