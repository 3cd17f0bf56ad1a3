//! What an article says in one language.

use crate::check::Check;
use crate::error::Result;
use crate::language::Language;
use crate::tickets::http::one_line;

/// Characters of a title.
pub const MAX_TITLE: usize = 200;
/// Characters of a summary.
pub const MAX_SUMMARY: usize = 500;
/// Characters of a body.
pub const MAX_BODY: usize = 60_000;
/// Other words under which an article is found, and characters of each.
pub const MAX_KEYWORDS: usize = 40;
/// See [`MAX_KEYWORDS`].
pub const MAX_KEYWORD: usize = 60;

/// Title, summary, words to be found by, Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// One line.
    pub title: String,
    /// One line; may be empty.
    pub summary: String,
    /// Other words under which customers look for it.
    pub keywords: Vec<String>,
    /// Markdown ([`super::body`]).
    pub body: String,
}

impl Content {
    /// As it may be stored. A draft may lack what customers must find: `whole` says whether it is to be read by them.
    pub fn checked(self, check: &mut Check, whole: bool) -> Content {
        let title = match whole {
            true => check.verbatim("title", &self.title, MAX_TITLE),
            false => check.verbatim_optional("title", &self.title, MAX_TITLE),
        };
        let summary = check.verbatim_optional("summary", &self.summary, MAX_SUMMARY);
        let body = match whole {
            true => check.verbatim("body", &self.body, MAX_BODY),
            false => check.verbatim_optional("body", &self.body, MAX_BODY),
        };
        let words = self.keywords.iter().map(|word| one_line(&check.verbatim_optional("keywords", word, MAX_KEYWORD)));
        let mut keywords: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        keywords.dedup();
        if keywords.len() > MAX_KEYWORDS {
            check.refuse_with(
                "keywords",
                "too-many",
                vec![("max", MAX_KEYWORDS.into()), ("actual", keywords.len().into())],
            );
            keywords.truncate(MAX_KEYWORDS);
        }
        Content { title: one_line(&title), summary: one_line(&summary), keywords, body }
    }

    /// As customers may read it.
    ///
    /// # Errors
    /// 422 that names what lacks or is too long.
    pub fn publishable(self) -> Result<Content> {
        let mut check = Check::default();
        let content = self.checked(&mut check, true);
        check.done()?;
        Ok(content)
    }
}

/// A version of another language that a text says in its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Translates {
    /// The language.
    pub language: Language,
    /// The version's number.
    pub number: i64,
}
