//! `sections.toml`: what sections are called, in which order they stand, and what holds in them.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::page::lines_before;
use super::{Fault, Why, fault, row};
use crate::help::content::{MAX_SUMMARY, MAX_TITLE};
use crate::help::is_slug;
use crate::help::sections::MAX_DEPTH;
use crate::language::Language;

/// Days after which articles are to be looked at again, at most.
const MAX_DAYS: i64 = 3650;

/// What is said of a section. What is left open stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionRow {
    /// From the category down: slugs or titles.
    pub path: Vec<String>,
    /// In addresses, where it is not made of the path.
    pub slug: Option<String>,
    /// Its place among those of the same parent.
    pub place: Option<i64>,
    /// What it is called, by language.
    pub titles: BTreeMap<String, String>,
    /// A line that says what is in it, by language.
    pub descriptions: BTreeMap<String, String>,
    /// Days after which its articles are to be looked at again.
    pub review_days: Option<i64>,
    /// Whether publishing wants a second person.
    pub two_people: Option<bool>,
}

/// A section as the file says it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    path: String,
    #[serde(default)]
    slug: Option<String>,
    #[serde(default)]
    place: Option<i64>,
    #[serde(default)]
    titles: BTreeMap<String, String>,
    #[serde(default)]
    descriptions: BTreeMap<String, String>,
    #[serde(default)]
    review_days: Option<i64>,
    #[serde(default)]
    two_people: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    section: Vec<Spanned<Raw>>,
}

/// The sections of a `sections.toml`, and on which lines they begin.
pub fn read(bytes: &[u8]) -> Vec<(usize, Result<SectionRow, Fault>)> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return vec![(1, Err(fault("file", Why::NotUtf8)))];
    };
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().map_or(1, |span| 1 + lines_before(text, span.start));
            return vec![(line, Err(fault("file", Why::Toml(error.message().to_owned()))))];
        }
    };
    let sections = file.section.into_iter().map(|section| {
        let line = 1 + lines_before(text, section.span().start);
        let raw = section.into_inner();
        let section = SectionRow {
            path: raw.path.split('/').map(str::to_owned).collect(),
            slug: raw.slug,
            place: raw.place,
            titles: raw.titles,
            descriptions: raw.descriptions,
            review_days: raw.review_days,
            two_people: raw.two_people,
        };
        (line, section.checked())
    });
    sections.collect()
}

impl SectionRow {
    /// As it may be stored.
    pub fn checked(self) -> Result<SectionRow, Fault> {
        if self.path.is_empty() || self.path.iter().any(|name| name.trim().is_empty()) {
            return Err(fault("path", Why::Missing));
        }
        if self.path.len() > MAX_DEPTH {
            return Err(fault("path", Why::TooDeep(MAX_DEPTH)));
        }
        if let Some(slug) = self.slug.as_deref().filter(|slug| !is_slug(slug)) {
            return Err(fault("slug", Why::InvalidSlug(row::shortened(slug))));
        }
        if self.review_days.is_some_and(|days| !(1..=MAX_DAYS).contains(&days)) {
            return Err(fault("review_days", Why::WrongType("1 to 3650 days")));
        }
        let path = self.path.iter().map(|name| ("path", name, MAX_TITLE));
        let titles = self.titles.values().map(|title| ("titles", title, MAX_TITLE));
        let descriptions = self.descriptions.values().map(|line| ("descriptions", line, MAX_SUMMARY));
        for (field, text, max) in path.chain(titles).chain(descriptions) {
            let actual = text.chars().count();
            if actual > max {
                return Err(fault(field, Why::TooLong { max, actual }));
            }
            if text.chars().any(char::is_control) {
                return Err(fault(field, Why::WrongType("one line")));
            }
        }
        for (field, words) in [("titles", &self.titles), ("descriptions", &self.descriptions)] {
            if let Some(tag) = words.keys().find(|tag| Language::closest(tag).is_none()) {
                return Err(fault(field, Why::UnknownLanguage(row::shortened(tag))));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_read_one_by_one() {
        let text = "[[section]]\npath = \"a\"\ntitles = { zh = \"甲\", en = \"A\" }\n\n[[section]]\npath = \"a//b\"\n\n\
             [[section]]\npath = \"a/b/c/d/e/f\"\n\n[[section]]\npath = \"x\"\ntitles = { fr = \"X\" }\n";
        let read: Vec<_> = read(text.as_bytes()).into_iter().map(|(line, found)| (line, found.err())).collect();
        let wrong = |line, field: &str, why| (line, Some(fault(field, why)));
        assert_eq!(
            read,
            [
                (1, None),
                wrong(5, "path", Why::Missing),
                wrong(8, "path", Why::TooDeep(MAX_DEPTH)),
                wrong(11, "titles", Why::UnknownLanguage("fr".into())),
            ]
        );
        assert!(super::read(b"[[section]]\nroad = 1").iter().all(|(line, found)| *line >= 1 && found.is_err()));
    }
}
