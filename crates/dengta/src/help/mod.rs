//! The help center: what customers read before they write.
//!
//! - *Sections* are a tree; those without a parent are its categories. An *article* stands in one section, and says what it
//!   says in some languages. In each there is at most one *draft*, and a *version* for each time that it was published;
//!   versions are never changed. Customers read the published one ([`read`]), and of a *policy* every one.
//! - Draft, review, publication are steps ([`drafts`]). Where the section wants two people, nobody publishes what they wrote
//!   themselves. All that changes what customers read goes through [`publish`], under one lock, and leaves a row of
//!   `help_change` in the same transaction: what the index follows ([`search`]).
//! - Sections and articles are called by *slugs* in addresses; an old slug of an article leads to it for ever.
//! - Help categories are not ticket categories.

pub mod articles;
pub mod body;
pub mod cli;
pub mod content;
pub mod drafts;
pub mod export;
pub mod follow;
pub mod http;
pub mod images;
pub mod import;
pub mod lexicon;
pub mod lists;
pub mod made;
pub mod publish;
pub mod read;
pub mod search;
pub mod sections;
pub mod versions;
pub mod votes;

use std::collections::BTreeMap;

use store::{Error, Row};

use crate::language::Language;

/// A word or a sentence by language.
pub type Words = BTreeMap<Language, String>;

/// Letters of a slug.
pub const MAX_SLUG: usize = 80;

/// Whether it can stand in an address: small letters of the Latin alphabet, digits, and single hyphens between them.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let fits = !text.is_empty() && text.len() <= MAX_SLUG;
    let known = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    fits && text.bytes().all(known) && !text.starts_with('-') && !text.ends_with('-') && !text.contains("--")
}

/// The slug that `text` suggests; nothing where it has no Latin letters and digits.
#[must_use]
pub fn slug_of(text: &str) -> Option<String> {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase).take(MAX_SLUG) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-').to_owned();
    is_slug(&slug).then_some(slug)
}

/// The word for who reads `language`: in it, in English, or in the first that there is.
#[must_use]
pub fn spoken(words: &Words, language: Language) -> &str {
    let found = words.get(&language).or_else(|| words.get(&Language::En)).or_else(|| words.values().next());
    found.map_or("", String::as_str)
}

/// JSON that the store holds.
fn stored<T: serde::de::DeserializeOwned>(row: &Row<'_>, index: usize) -> Result<T, Error> {
    let text = row.text(index)?.unwrap_or("null");
    serde_json::from_str(text).map_err(|error| Error::Defect(format!("the help center: {error}")))
}

/// JSON for the store.
fn json(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Defect(error.to_string()))
}

/// The language of a tag in the store.
fn language(row: &Row<'_>, index: usize) -> Result<Language, Error> {
    let known = row.text(index)?.and_then(Language::parse);
    known.ok_or_else(|| Error::Defect("the help center holds an unknown language".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        assert!(["lost-2fa", "a", "s000-15"].into_iter().all(is_slug));
        assert!(["", "A", "a_b", "-a", "a-", "a--b", "充值", "a/b"].into_iter().all(|text| !is_slug(text)));
        assert_eq!(slug_of("Lost your phone? (2FA)").as_deref(), Some("lost-your-phone-2fa"));
        assert_eq!(slug_of("充值未到账"), None);
    }
}
