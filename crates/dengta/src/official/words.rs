//! An answer in words.

use guard::impostors::{Differs, Reason};

use super::message::Told;
use super::{Answer, Part, PartKind, Verdict};
use crate::language::{Argument, Language, format_time, texts};

/// The sentence about all of it.
#[must_use]
pub fn verdict(language: Language, answer: &Answer) -> String {
    let id = match (answer.verdict, answer.parts.is_empty()) {
        (Verdict::Unknown, false) => "official-verdict-message",
        (verdict, _) => return texts().get(language, &format!("official-verdict-{}", verdict.name())),
    };
    texts().get(language, id)
}

/// What to do now.
#[must_use]
pub fn advice(language: Language, verdict: Verdict) -> String {
    texts().get(language, &format!("official-do-{}", verdict.name()))
}

/// The sentence about a part.
#[must_use]
pub fn part(language: Language, part: &Part) -> String {
    if let Some(reason) = &part.reason {
        return why(language, reason);
    }
    if let Some(told) = &part.message {
        return message(language, told);
    }
    match (part.kind, &part.agent) {
        (PartKind::Agent, Some(name)) => texts().format(language, "official-agent", &[("name", name)]),
        (PartKind::Agent, None) => texts().get(language, "official-agent-none"),
        (PartKind::Message, _) => texts().get(language, "official-message-none"),
        (kind, _) => texts().get(language, &format!("official-{}-{}", kind_name(kind), part.verdict.name())),
    }
}

const fn kind_name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Link => "link",
        PartKind::Address => "address",
        PartKind::Handle => "handle",
        PartKind::Phone => "phone",
        PartKind::Agent => "agent",
        PartKind::Message => "message",
    }
}

/// When it was sent; to the case's own customer also where, about what and by whom.
fn message(language: Language, told: &Told) -> String {
    let time = format_time(language, told.at, None);
    let Some(own) = &told.own else { return texts().format(language, "official-message", &[("time", &time)]) };
    let case: [(&str, &dyn Argument); 3] = [("time", &time), ("reference", &own.reference), ("subject", &own.subject)];
    match &own.agent {
        Some((name, number)) => {
            let author = texts().format(language, "case-agent", &[("name", name), ("number", number)]);
            texts().format(language, "official-message-own", &[case[0], case[1], case[2], ("author", &author)])
        }
        None => texts().format(language, "official-message-own-desk", &case),
    }
}

/// Why something is an imitation.
#[must_use]
pub fn why(language: Language, reason: &Reason) -> String {
    let (id, what) = differs(&reason.differs);
    because(language, id, &reason.official, &what)
}

/// Why something is an imitation of `official` that differs from it in this way.
#[must_use]
pub fn because(language: Language, differs: &str, official: &str, what: &str) -> String {
    let values: [(&str, &dyn Argument); 2] = [("official", &official.to_owned()), ("what", &what.to_owned())];
    texts().format(language, &format!("official-why-{differs}"), &values)
}

/// What a difference is called, and what it is about.
#[must_use]
pub fn differs(differs: &Differs) -> (&'static str, String) {
    let (id, what): (_, &str) = match differs {
        Differs::Homoglyph => ("homoglyph", ""),
        Differs::Punycode => ("punycode", ""),
        Differs::Typo => ("typo", ""),
        Differs::AddedWords(word) => ("added-words", word),
        Differs::OtherEnding(ending) => ("other-ending", ending),
        Differs::Subdomain(host) => ("subdomain", host),
        Differs::Path(host) => ("path", host),
        Differs::UserInfo(host) => ("user-info", host),
        Differs::FreeHosting(host) => ("free-hosting", host),
        Differs::BareAddress => ("bare-address", ""),
        Differs::Shortener => ("shortener", ""),
        Differs::FreeMail(host) => ("free-mail", host),
        Differs::DisplayName => ("display-name", ""),
        Differs::Name => ("name", ""),
        Differs::Claim => ("claim", ""),
        Differs::Words => ("words", ""),
        Differs::Role(role) => ("role", role),
        Differs::Staff(name) => ("staff", name),
        _ => ("other", ""),
    };
    (id, guard::visible::visible(what).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_has_its_sentence() {
        let host = || "evil.example".to_owned();
        let all = [
            Differs::Homoglyph,
            Differs::Punycode,
            Differs::Typo,
            Differs::AddedWords(host()),
            Differs::OtherEnding(host()),
            Differs::Subdomain(host()),
            Differs::Path(host()),
            Differs::UserInfo(host()),
            Differs::FreeHosting(host()),
            Differs::BareAddress,
            Differs::Shortener,
            Differs::FreeMail(host()),
            Differs::DisplayName,
            Differs::Name,
            Differs::Claim,
            Differs::Words,
            Differs::Role(host()),
            Differs::Staff(host()),
        ];
        for language in Language::ALL {
            let mut said = std::collections::BTreeSet::new();
            for differs in &all {
                let reason = Reason { official: "dengta.example".into(), differs: differs.clone() };
                let sentence = why(language, &reason);
                assert!(!sentence.starts_with("official-"), "{differs:?} in {language}");
                let (_, what) = super::differs(differs);
                assert!(sentence.contains(&what), "{differs:?} in {language} says {sentence}");
                assert!(said.insert(sentence), "{differs:?} in {language} says what another one says");
            }
        }
    }

    #[test]
    fn every_verdict_has_its_sentences() {
        for language in Language::ALL {
            for verdict in [Verdict::Official, Verdict::Unknown, Verdict::NotOurs, Verdict::Imitation] {
                let answer = Answer { verdict, parts: Vec::new() };
                for said in [super::verdict(language, &answer), advice(language, verdict)] {
                    assert!(!said.starts_with("official-"), "{said}");
                }
                for kind in [
                    PartKind::Link,
                    PartKind::Address,
                    PartKind::Handle,
                    PartKind::Phone,
                    PartKind::Agent,
                    PartKind::Message,
                ] {
                    let part = Part { text: String::new(), kind, verdict, reason: None, agent: None, message: None };
                    let told = matches!(verdict, Verdict::Official | Verdict::NotOurs);
                    assert!(!told || !super::part(language, &part).starts_with("official-"), "{kind:?} {verdict:?}");
                }
            }
        }
    }
}
