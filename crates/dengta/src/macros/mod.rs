//! Macros: what agents say and do again and again, written once, in every language.
//!
//! - A macro has a text per language. Texts are a small language ([`template`]): placeholders, conditions, other
//!   macros; no loops, no calls, nothing that could run long or reach beyond the values that are listed.
//! - What a customer wrote is a value and is never read as a template.
//! - The text of a rendering is in the ticket's language, else in English, else in the first that there is; what it
//!   includes follows it.
//! - A macro includes others by title, and only such as everybody sees. Loops are refused when saving, and again when
//!   rendering. A macro that others include can be neither removed nor renamed nor hidden.
//! - Rendering changes nothing; the workspace does the actions by the ticket's own verbs. A use is counted when an
//!   agent asks for the rendering to use it, not to look at it.

pub mod actions;
pub mod http;
pub mod include;
pub mod queries;
pub mod rendering;
pub mod saving;
pub mod template;

use std::collections::BTreeMap;

use crate::language::Language;

/// The text per language.
pub type Texts = BTreeMap<Language, String>;

/// The language in which something written in these is said to who reads `wanted`: that one, English, or the first.
#[must_use]
pub fn spoken(texts: &Texts, wanted: Language) -> Option<Language> {
    [wanted, Language::En].into_iter().find(|language| texts.contains_key(language)).or(texts.keys().next().copied())
}
