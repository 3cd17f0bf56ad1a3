//! Lines of JSON: sections, pictures, and a line for each text. `dengta` says what a line is.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use base64::Engine;
use serde::Serialize;

use super::{Out, Text};
use crate::clock::rfc3339;
use crate::help::Words;
use crate::help::articles::Article;
use crate::help::images::Image;
use crate::help::made::Made;
use crate::help::sections::{Section, Tree};
use crate::language::Language;

#[derive(Serialize)]
struct SectionLine<'s> {
    dengta: &'static str,
    path: Vec<&'s str>,
    slug: &'s str,
    place: i64,
    titles: &'s Words,
    #[serde(skip_serializing_if = "Words::is_empty")]
    descriptions: &'s Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    review_days: Option<i64>,
    two_people: bool,
}

#[derive(Serialize)]
struct PictureLine {
    dengta: &'static str,
    id: String,
    bytes: String,
}

#[derive(Serialize)]
struct ArticleLine<'a> {
    dengta: &'static str,
    id: &'a str,
    lang: Language,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    keywords: &'a [String],
    category: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    section: &'a [&'a str],
    slug: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    related: &'a [String],
    policy: bool,
    place: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_at: Option<String>,
    #[serde(skip_serializing_if = "Made::is_empty")]
    made: &'a Made,
    body: &'a str,
}

/// A file of lines.
pub struct Lines {
    file: BufWriter<File>,
    all: bool,
}

impl Lines {
    /// Begins a file. With everything, each text says its state and version.
    pub fn create(path: &Path, all: bool) -> io::Result<Lines> {
        Ok(Lines { file: BufWriter::new(File::create(path)?), all })
    }

    fn line(&mut self, line: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.file, line)?;
        self.file.write_all(b"\n")
    }
}

impl Out for Lines {
    fn sections(&mut self, tree: &Tree, sections: &[&Section]) -> io::Result<()> {
        for section in sections {
            let path = tree.path(section.id).into_iter().map(|section| section.slug.as_str()).collect();
            self.line(&SectionLine {
                dengta: "section",
                path,
                slug: &section.slug,
                place: section.place,
                titles: &section.titles,
                descriptions: &section.descriptions,
                review_days: section.review_days,
                two_people: section.two_people,
            })?;
        }
        Ok(())
    }

    fn picture(&mut self, picture: &Image) -> io::Result<()> {
        let bytes = base64::prelude::BASE64_STANDARD.encode(&picture.bytes);
        self.line(&PictureLine { dengta: "picture", id: picture.id.to_string(), bytes })
    }

    fn text(&mut self, tree: &Tree, article: &Article, text: &Text) -> io::Result<()> {
        let path: Vec<&str> = tree.path(article.section).into_iter().map(|section| section.slug.as_str()).collect();
        let (category, section) = path.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
        let version = text.version.filter(|_| self.all);
        let line = ArticleLine {
            dengta: "article",
            id: &article.key,
            lang: text.language,
            title: &text.content.title,
            summary: &text.content.summary,
            keywords: &text.content.keywords,
            category,
            section,
            slug: &article.slug,
            related: &article.related,
            policy: article.policy,
            place: article.place,
            state: self.all.then(|| text.state.name()),
            version: version.map(|(number, _)| number),
            published_at: version.map(|(_, at)| rfc3339(at)),
            made: &text.made,
            body: &text.content.body,
        };
        self.line(&line)
    }

    fn done(&mut self) -> io::Result<()> {
        self.file.flush()?;
        self.file.get_ref().sync_all()
    }
}
