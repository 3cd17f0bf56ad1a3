//! The vocabularies of `rules/`: what names a secret, what names a public thing, what stands between a name and its value.
//!
//! A file has sections in brackets (a language or a role) and terms separated by commas. `#` begins a comment. A space in a
//! term stands for a space, `_`, `-` or nothing. `~` before a term: it also names other things, so its value must follow at
//! once.

use std::collections::HashSet;
use std::sync::LazyLock;

/// What a label says about the value beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Concept {
    Seed,
    PrivateKey,
    /// A secret key of something: of a wallet, of an API, of one-time codes.
    SecretKey,
    ApiSecret,
    ApiPassphrase,
    /// The public half of an API key.
    ApiKey,
    AccessToken,
    Totp,
    Recovery,
    Card,
    Cvv,
    /// The back of a card.
    Back,
    /// The front of a card.
    Front,
    Otp,
    Password,
    /// A public thing with a name: a transaction, a block, an order, a ticket.
    Public,
    /// An address or a public key.
    Address,
    /// Words that hold a label and mean something else.
    Other,
    /// Words that hold a label and name nothing.
    Verb,
    /// The beginning of a token of a known service.
    Prefix,
    /// A structure that is looked at more closely: otpauth, keystores, JWT.
    Structure,
}

/// One term of a vocabulary.
#[derive(Debug)]
pub(crate) struct Term {
    pub text: String,
    pub section: &'static str,
    pub weak: bool,
}

/// The terms of a file.
pub(crate) fn terms(file: &'static str) -> Vec<Term> {
    let mut section = "";
    let mut terms = Vec::new();
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = name;
            continue;
        }
        for term in line.split(',').map(str::trim).filter(|term| !term.is_empty()) {
            let (weak, text) = term.strip_prefix('~').map_or((false, term), |term| (true, term));
            terms.push(Term { text: text.to_lowercase(), section, weak });
        }
    }
    terms
}

macro_rules! rules {
    ($name:literal) => {
        include_str!(concat!("../../rules/", $name, ".txt"))
    };
}

/// The files of labels.
pub(crate) const LABELS: [(Concept, &str); 20] = [
    (Concept::Seed, rules!("seed")),
    (Concept::PrivateKey, rules!("private_key")),
    (Concept::SecretKey, rules!("secret_key")),
    (Concept::ApiSecret, rules!("api_secret")),
    (Concept::ApiPassphrase, rules!("api_passphrase")),
    (Concept::ApiKey, rules!("api_key")),
    (Concept::AccessToken, rules!("access_token")),
    (Concept::Totp, rules!("totp")),
    (Concept::Recovery, rules!("recovery")),
    (Concept::Card, rules!("card")),
    (Concept::Cvv, rules!("cvv")),
    (Concept::Back, rules!("back")),
    (Concept::Front, rules!("front")),
    (Concept::Otp, rules!("otp")),
    (Concept::Password, rules!("password")),
    (Concept::Public, rules!("public")),
    (Concept::Address, rules!("address")),
    (Concept::Other, rules!("other")),
    (Concept::Verb, rules!("verbs")),
    (Concept::Structure, "otpauth, ciphertext, eyj"),
];

pub(crate) const TOKENS: &str = rules!("tokens");
pub(crate) const CONNECTORS: &str = rules!("connectors");

/// Words that are no value: the first word of "my password is wrong", placeholders, units.
pub(crate) struct Words {
    pub not_values: HashSet<String>,
    pub products: HashSet<String>,
    pub units: Vec<String>,
    pub money: Vec<String>,
    pub requests: Vec<String>,
    pub negations: Vec<String>,
    pub negated_after: Vec<String>,
    pub function: HashSet<String>,
    pub digits: Vec<String>,
    pub four_digits: Vec<String>,
    pub four_issuers: Vec<String>,
    pub last_digits: Vec<String>,
    pub errors: Vec<String>,
    pub not_come: Vec<String>,
    pub denials: Vec<String>,
    pub how_questions: Vec<String>,
    pub bonuses: Vec<String>,
    pub bound: Vec<String>,
    pub asserted: Vec<String>,
    pub joins: Vec<String>,
    pub channels: Vec<String>,
    pub spelled: Vec<String>,
    pub set_before: Vec<String>,
    pub set_behind: Vec<String>,
    pub pairs: Vec<String>,
    pub not_in_passwords: Vec<String>,
}

pub(crate) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let section = |file: &'static str, wanted: &str| -> Vec<String> {
        terms(file).into_iter().filter(|term| term.section == wanted).map(|term| term.text).collect()
    };
    let words = rules!("words");
    Words {
        not_values: section(words, "not values").into_iter().collect(),
        products: section(words, "products").into_iter().collect(),
        units: section(words, "units"),
        money: section(words, "money"),
        requests: section(words, "requests"),
        negations: section(words, "negations before"),
        negated_after: section(words, "negations after"),
        function: section(words, "function words").into_iter().collect(),
        digits: section(words, "digits"),
        four_digits: section(words, "four digits"),
        four_issuers: section(words, "four issuers"),
        last_digits: section(words, "last digits"),
        errors: section(words, "errors"),
        not_come: section(words, "not come"),
        denials: section(words, "denials"),
        how_questions: section(words, "how questions"),
        bonuses: section(words, "bonuses"),
        bound: section(words, "bound"),
        asserted: section(words, "asserted"),
        joins: section(words, "joins"),
        channels: section(words, "channels"),
        spelled: section(words, "spelled"),
        set_before: section(words, "set before"),
        set_behind: section(words, "set behind"),
        pairs: section(words, "pairs"),
        not_in_passwords: section(words, "not in passwords"),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read() {
        for (concept, file) in LABELS {
            assert!(!terms(file).is_empty(), "{concept:?}");
        }
        let read = terms("# no\n[en]\nPrivate Key, ~pk\n\n[zh]\n私钥");
        assert_eq!(read.len(), 3);
        assert_eq!((read[0].text.as_str(), read[0].section, read[0].weak), ("private key", "en", false));
        assert_eq!((read[1].text.as_str(), read[1].weak), ("pk", true));
        assert_eq!((read[2].text.as_str(), read[2].section), ("私钥", "zh"));
    }
}
