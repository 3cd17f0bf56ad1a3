//! The data files: sections of templates, one on a line.
//!
//! `# secret`, `# safe` and `# chat` open a section; a line that starts with `//` is a remark. In a template `«name»` and
//! `«name:how»` stand for a value, `«one|two|three»` for one of the texts, `\n` for a new line.

use super::rng::Rng;
use super::values::{self, Value};
use super::{Lang, Piece};

/// What a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Messages with secrets in them.
    Secret,
    /// Hard negatives: what looks like a secret, or speaks of one, and is none.
    Safe,
    /// Ordinary sentences, without anything.
    Chat,
}

/// A line of a data file.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    pub lang: Lang,
    pub section: Section,
    /// Its place in its section, from 0. Even ones are to develop with, odd ones are held out.
    pub number: usize,
    pub text: &'static str,
}

/// The templates of a data file.
pub fn parse(lang: Lang, file: &'static str) -> Vec<Template> {
    let mut section = Section::Chat;
    let mut counts = [0; 3];
    let mut found = Vec::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if let Some(name) = line.strip_prefix("# ") {
            section = match name {
                "secret" => Section::Secret,
                "safe" => Section::Safe,
                _ => Section::Chat,
            };
            continue;
        }
        let count = &mut counts[section as usize];
        found.push(Template { lang, section, number: *count, text: line });
        *count += 1;
    }
    found
}

/// A template with values in it.
pub fn fill(template: &Template, rng: &mut Rng) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = template.text;
    while let Some((before, after)) = rest.split_once('«') {
        let (inside, after) = after.split_once('»').expect("« without »");
        pieces.push(Piece::Text(before.replace("\\n", "\n")));
        pieces.extend(inserted(inside, template.lang, rng));
        rest = after;
    }
    pieces.push(Piece::Text(rest.replace("\\n", "\n")));
    pieces
}

fn inserted(inside: &str, lang: Lang, rng: &mut Rng) -> Vec<Piece> {
    if inside.contains('|') {
        let texts: Vec<&str> = inside.split('|').collect();
        return vec![Piece::Text(rng.pick(&texts).replace("\\n", "\n"))];
    }
    let (name, how) = inside.split_once(':').unwrap_or((inside, ""));
    values::make(name, how, lang, rng)
        .into_iter()
        .map(|value| match value {
            Value::Public(text) => Piece::Text(text),
            Value::Neutral(text) => Piece::Neutral(text),
            Value::Secret(secret) => Piece::Secret(secret),
        })
        .collect()
}
