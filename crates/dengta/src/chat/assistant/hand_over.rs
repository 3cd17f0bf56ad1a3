//! Handing over: what is said then, and what a case still needs while a person is on the way.

use guard::asking::asks_for_secret;
use serde_json::{Map, Value};

use super::shapes;
use super::signs::{Alarm, Sign};
use super::{Heard, Move, Why, facts, topics_offered};
use crate::app::App;
use crate::language::{Language, texts};
use crate::settings::Settings;
use crate::tickets::Category;
use crate::tickets::categories::{Field, Input};

/// What is done about a sign.
#[must_use]
pub fn for_sign(app: &App, language: Language, sign: Sign, category: Option<Category>) -> Move {
    let (why, id, category) = match sign {
        Sign::Person => (Why::Asked, "asked", category),
        Sign::Alarm(alarm) => {
            let (id, of_alarm) = match alarm {
                Alarm::Theft => ("theft", Some(Category::Security)),
                Alarm::Deceived => ("deceived", Some(Category::Phishing)),
                Alarm::Life => ("life", None),
                Alarm::Threat => ("threat", None),
                Alarm::Law => ("law", None),
            };
            let offered = |of: &Category| app.settings.now().category(of.slug()).is_some_and(|asked| asked.enabled);
            (Why::Alarm(alarm), id, of_alarm.filter(offered).or(category))
        }
    };
    Move::HandOver { why, text: texts().get(language, &format!("assistant-hand-over-{id}")), category }
}

/// What is done when the assistant did not know often enough.
#[must_use]
pub fn after_misses(language: Language, category: Option<Category>) -> Move {
    Move::HandOver { why: Why::Misses, text: texts().get(language, "assistant-hand-over-misses"), category }
}

/// What to ask while a person is on the way: the category when it is not known, then facts that it needs, two at most. `None`
/// when nothing is left to ask. A life in danger is asked nothing: the caller does not call this then.
#[must_use]
pub fn ask(app: &App, heard: &Heard) -> Option<Move> {
    let settings = app.settings.now();
    let Some(category) = heard.category else {
        let text = texts().get(heard.language, "assistant-ask-category");
        return heard.asked.is_empty().then(|| Move::Ask { text, field: None, offers: topics_offered(app) });
    };
    let asked = settings.asked(category);
    // A field near to a secret (a key's first letters) is nothing for a chat.
    let harmless = |field: &Field| asks_for_secret(&question(&settings, heard.language, field)).is_none();
    let field = facts::missing(&asked, &heard.facts, &heard.asked, harmless)?;
    let text = question(&settings, heard.language, field);
    Some(Move::Ask { text, field: Some(field.key), offers: Vec::new() })
}

/// The question for a field: what, why, and an example.
fn question(settings: &Settings, language: Language, field: &Field) -> String {
    let say = |id: &str, name: &str, value: String| texts().format(language, id, &[(name, &value)]);
    let mut lines = vec![say("assistant-ask-fact", "field", settings.field_name(language, field.key))];
    let why = settings.field_why(language, field.key);
    if !why.is_empty() {
        lines.push(say("assistant-ask-why", "why", why));
    }
    let example = settings.field_example(language, field.key);
    if let Input::Choice(choices) = field.input {
        let names: Vec<String> =
            choices.iter().map(|choice| format!("\n- {}", settings.choice_name(language, field.key, choice))).collect();
        lines.push(say("assistant-ask-choice", "choices", names.concat()));
    } else if !example.is_empty() {
        lines.push(say("assistant-ask-example", "example", example));
    }
    lines.join("\n\n")
}

/// The facts that the last message tells.
#[must_use]
pub fn learned(app: &App, heard: &Heard, category: Option<Category>) -> Map<String, Value> {
    let Some(category) = category else { return Map::new() };
    let settings = app.settings.now();
    let asked = settings.asked(category);
    let field = heard.expects().and_then(|key| asked.all().find(|field| field.key == key));
    let question = field.map(|field| question(&settings, heard.language, field));
    let pending = heard.expects().zip(question.as_deref());
    facts::learned(&settings, heard.language, &asked, &heard.facts, pending, heard.message())
}

/// Whether a message says nothing beside the facts that it tells.
#[must_use]
pub fn only_facts(message: &str, facts: &Map<String, Value>) -> bool {
    let told = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let facts: usize = facts.values().filter_map(Value::as_str).map(told).sum();
    facts > 0 && facts * 2 > told(&shapes::narrow(message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn nothing_that_it_says_asks_for_a_secret() {
        let sentences = include_str!("../../../../../locales/en/assistant.ftl").lines();
        let ids: Vec<&str> = sentences.filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
        let settings = Settings::undecided(&Config::default());
        let mut asking = Vec::new();
        for language in Language::ALL {
            let said = ids.iter().map(|id| texts().format(language, id, &[]));
            let fields = Category::ALL.into_iter().flat_map(Category::fields).filter(|field| field.required);
            let asked = fields.map(|field| question(&settings, language, field));
            asking.extend(said.chain(asked).filter(|text| asks_for_secret(text).is_some()));
        }
        assert!(ids.len() > 15 && asking.is_empty(), "{}", asking.join("\n"));
    }
}
