//! What a customer's words tell of the facts that a case of a category needs, and which one to ask for next.
//!
//! Plain shapes suffice: what is noted here is seen by an agent. A message in which the guard finds what may be a secret
//! tells nothing.

use serde_json::{Map, Value};

use super::shapes::{self, Shape};
use super::signs;
use super::signs::pattern::folded;
use crate::check::{Check, MAX_FIELD};
use crate::language::Language;
use crate::settings::Settings;
use crate::settings::categories::Asked;
use crate::tickets::categories::{Field, Input};

/// So many facts are asked for in a chat: more would be a form.
pub const MOST_ASKED: usize = 2;
/// An answer to a question is no longer than this, in characters.
const LONGEST_ANSWER: usize = 200;
const COINS: [&str; 20] = [
    "BTC", "ETH", "USDT", "USDC", "XRP", "SOL", "TRX", "BNB", "DOGE", "ADA", "TON", "LTC", "BCH", "XLM", "ATOM", "DOT",
    "AVAX", "SHIB", "ETC", "DAI",
];
const NETWORKS: [(&str, &str); 8] = [
    ("erc20", "ERC-20"),
    ("erc-20", "ERC-20"),
    ("trc20", "TRC-20"),
    ("trc-20", "TRC-20"),
    ("bep20", "BEP-20"),
    ("bep-20", "BEP-20"),
    ("polygon", "Polygon"),
    ("arbitrum", "Arbitrum"),
];

/// The next fact to ask for: required, not known, not asked for yet. `None` when there is none, or when enough was asked.
/// What `may` says no to is left to the form.
#[must_use]
pub fn missing<'a>(
    asked: &'a Asked,
    facts: &Map<String, Value>,
    before: &[String],
    may: impl Fn(&Field) -> bool,
) -> Option<&'a Field> {
    let known = |field: &&Field| facts.contains_key(field.key) || before.iter().any(|key| key == field.key);
    let wanted = |field: &&Field| field.required && !known(field) && may(field);
    (before.len() < MOST_ASKED).then(|| asked.all().find(wanted)).flatten()
}

/// What a message tells: about fields of this category that are not known. `pending` is the field that was asked for last,
/// and in which words.
#[must_use]
pub fn learned(
    settings: &Settings,
    language: Language,
    asked: &Asked,
    facts: &Map<String, Value>,
    pending: Option<(&str, &str)>,
    message: &str,
) -> Map<String, Value> {
    let mut learned = Map::new();
    let before: Vec<&str> = pending.iter().map(|(_, question)| *question).collect();
    if !guard::secrets::scan_after(&before, message).here.is_empty() {
        return learned;
    }
    let narrow = shapes::narrow(message);
    let mut note = |key: &str, value: String| {
        let field = asked.all().find(|field| field.key == key && !facts.contains_key(key));
        let mut check = Check::default();
        let value = field.map(|field| field.check(&mut check, key, &value)).filter(|value| !value.is_empty());
        if let Some(value) = value.filter(|_| check.done().is_ok()) {
            learned.entry(key).or_insert(value.into());
        }
    };
    for (range, shape) in shapes::find(&narrow) {
        match shape {
            Shape::Transaction => note("tx_id", narrow[range].to_owned()),
            Shape::Address => note("address", narrow[range].to_owned()),
            _ => {}
        }
    }
    if let Some((amount, coin)) = sum(&narrow) {
        note("coin", coin);
        amount.into_iter().for_each(|amount| note("amount", amount));
    }
    let lower = narrow.to_lowercase();
    if let Some((_, network)) = NETWORKS.iter().find(|(name, _)| lower.contains(name)) {
        note("network", (*network).to_owned());
    }
    if let Some((key, _)) = pending
        && let Some(field) = asked.all().find(|field| field.key == key)
        && let Some(value) = answered(settings, language, field, message)
    {
        note(key, value);
    }
    learned
}

/// A coin that is named, and how much of it.
fn sum(text: &str) -> Option<(Option<String>, String)> {
    let upper = text.to_ascii_uppercase();
    let place = |coin: &str| {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        upper
            .match_indices(coin)
            .map(|(at, _)| at)
            .find(|at| !letter(upper[..*at].chars().next_back()) && !letter(upper[at + coin.len()..].chars().next()))
    };
    let (at, coin) = COINS.iter().filter_map(|coin| Some((place(coin)?, *coin))).min()?;
    let before = text[..at].trim_end();
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',').len();
    Some((amount(&before[number..]), coin.to_owned()))
}

/// Digits without separators. A comma that parts no thousands may be a decimal one: that says nothing then.
fn amount(text: &str) -> Option<String> {
    let text = text.trim_matches([',', '.']);
    let mut groups = text.split('.').next()?.split(',');
    let whole =
        groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3);
    (!text.is_empty() && (whole || !text.contains(','))).then(|| text.replace(',', ""))
}

/// What an answer to the question for a field gives; nothing when it is a question itself, or says that nobody knows.
fn answered(settings: &Settings, language: Language, field: &Field, message: &str) -> Option<String> {
    let text = message.trim();
    let asks = text.ends_with(['?', '？', '吗', '呢', '嗎']);
    let is_short = text.chars().count() <= LONGEST_ANSWER.min(MAX_FIELD);
    let is_other = signs::of(text).is_some() || signs::courtesy(text).is_some() || signs::does_not_know(text);
    if text.is_empty() || asks || !is_short || is_other {
        return None;
    }
    match field.input {
        Input::Line | Input::Lines => Some(text.to_owned()),
        Input::Amount => {
            let narrow = shapes::narrow(text);
            let number = |c: &char| c.is_ascii_digit() || matches!(c, '.' | ',');
            let start = narrow.find(|c: char| c.is_ascii_digit())?;
            amount(&narrow[start..].chars().take_while(number).collect::<String>())
        }
        Input::Choice(choices) => {
            let said = folded(text);
            let named = |choice: &&&str| {
                let name = folded(&settings.choice_name(language, field.key, choice));
                said == folded(choice) || name.starts_with(&said) || said.starts_with(&name)
            };
            choices.iter().find(named).map(|choice| (*choice).to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::tickets::Category;

    fn told(category: Category, pending: Option<(&str, &str)>, message: &str) -> Map<String, Value> {
        let settings = Settings::undecided(&Config::default());
        learned(&settings, Language::En, &settings.asked(category), &Map::new(), pending, message)
    }

    #[test]
    fn shapes_fill_facts_of_the_category() {
        let id = format!("0x{}", "9f3c7a1be2d45678".repeat(4));
        let facts = told(Category::Deposit, None, &format!("我充值了0.5 BTC，交易哈希 {id}，ERC20"));
        assert_eq!(facts["tx_id"], id);
        assert_eq!(
            (&facts["amount"], &facts["coin"], &facts["network"]),
            (&"0.5".into(), &"BTC".into(), &"ERC-20".into())
        );
        assert!(told(Category::Recovery, None, "0.5 BTC").is_empty());
    }

    #[test]
    fn an_answer_fills_what_was_asked() {
        let facts = told(Category::Recovery, Some(("lost_item", "What did you lose?")), "password");
        assert_eq!(facts["lost_item"], "password");
        let asked = Some(("pair", "Pair?"));
        assert_eq!(told(Category::Trade, asked, "BTC/USDT")["pair"], "BTC/USDT");
        for other in ["which pair do you mean?", "I don't know", "thanks", "talk to a human"] {
            assert!(told(Category::Trade, asked, other).is_empty(), "{other}");
        }
        assert_eq!(told(Category::Trade, Some(("amount", "How much?")), "about 1,200.5 USDT")["amount"], "1200.5");
    }

    #[test]
    fn amounts_are_read_as_they_were_meant() {
        for (text, wanted) in
            [("1,200.5", Some("1200.5")), ("1,5", None), (",0.5", Some("0.5")), ("20000", Some("20000")), ("", None)]
        {
            assert_eq!(amount(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn what_may_be_a_secret_is_no_fact() {
        let key = format!("my private key is {}", "9f3c7a1be2d45678".repeat(4));
        assert!(told(Category::Deposit, None, &key).is_empty());
    }

    #[test]
    fn two_facts_are_asked_for_at_most() {
        let settings = Settings::undecided(&Config::default());
        let asked = settings.asked(Category::Deposit);
        let mut before = Vec::new();
        while let Some(field) = missing(&asked, &Map::new(), &before, |_| true) {
            before.push(field.key.to_owned());
        }
        assert_eq!(before, ["coin", "network"]);
        let known: Map<String, Value> = [("coin".to_owned(), "BTC".into())].into_iter().collect();
        assert_eq!(missing(&asked, &known, &[], |_| true).map(|field| field.key), Some("network"));
    }
}
