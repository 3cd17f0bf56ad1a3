//! A folder of articles: `<category>/<section>/<name>.<language>.md`, beside it `sections.toml`, `images/`, and what an
//! export of everything adds, `versions.jsonl` and `drafts.jsonl`.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::lines::Lines;
use super::page::{self, Name};
use super::{Fault, Found, Item, Options, Row, SectionRow, Source, Why, described, fault, row};
use crate::help::images;
use crate::language::Language;

/// The sections' titles and order.
pub const SECTIONS: &str = "sections.toml";
/// Where the pictures are.
pub const IMAGES: &str = "images";
/// Versions of before, out of an export of everything.
pub const VERSIONS: &str = "versions.jsonl";
/// Drafts, out of an export of everything.
pub const DRAFTS: &str = "drafts.jsonl";

/// Folders in folders that are looked into.
const MAX_FOLDERS: usize = 16;

/// How a file is opened.
type Open = dyn Fn(&str) -> io::Result<Box<dyn BufRead + Send>> + Send;

/// The rows of a folder.
pub struct Folder {
    /// What its files are called with.
    name: String,
    /// The files, in the order in which they are read.
    files: Vec<String>,
    open: Box<Open>,
    at: usize,
    /// What a file held beside its first row.
    queue: VecDeque<Found>,
    lines: Option<Lines>,
    /// Slugs of the sections whose folders are called otherwise.
    slugs: HashMap<String, String>,
    options: Options,
}

impl Folder {
    /// Looks through a folder.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open(path: &Path, options: Options) -> io::Result<Folder> {
        let mut files = Vec::new();
        walk(path, &mut PathBuf::new(), &mut files)?;
        let root = path.to_owned();
        let open = move |file: &str| {
            let file = File::open(root.join(file))?;
            Ok(Box::new(BufReader::new(file)) as Box<dyn BufRead + Send>)
        };
        Ok(Folder::new(path.display().to_string(), files, Box::new(open), options))
    }

    /// The files of a folder that is called `name`, wherever they are: their paths, and how to open them.
    #[must_use]
    pub fn new(name: String, mut files: Vec<String>, open: Box<Open>, options: Options) -> Folder {
        files.retain(|file| rank(file).is_some());
        files.sort_by(|one, other| (rank(one), one).cmp(&(rank(other), other)));
        Folder { name, files, open, at: 0, queue: VecDeque::new(), lines: None, slugs: HashMap::new(), options }
    }

    fn read(&mut self, file: &str) {
        let place = format!("{}/{file}", self.name.trim_end_matches('/'));
        let unread = |error: io::Error| fault("file", Why::Unread(error.to_string()));
        let opened = (self.open)(file).map_err(unread);
        let source = match opened {
            Ok(source) => source,
            Err(fault) => return self.queue.push_back((place + ":1", Err(fault))),
        };
        if matches!(file, VERSIONS | DRAFTS) {
            self.lines = Some(Lines::new(place, source, 0, self.options));
            return;
        }
        let limit = if rank(file) == Some(1) { images::MAX_BYTES } else { page::MAX_BYTES };
        let mut bytes = Vec::new();
        let read = source.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(unread);
        let read = read.and_then(|read| match read > limit {
            true => Err(fault("file", Why::TooBig(limit))),
            false => Ok(()),
        });
        if let Err(fault) = read {
            return self.queue.push_back((place + ":1", Err(fault)));
        }
        match rank(file) {
            Some(0) => {
                for (line, found) in described::read(&bytes) {
                    let section = found.map(|section| Item::Section(self.named(section)));
                    self.queue.push_back((format!("{place}:{line}"), section));
                }
            }
            Some(1) => self.queue.push_back((place + ":1", picture(file, &bytes))),
            _ => {
                let (line, found) = match article(file, &bytes, self.options) {
                    Ok(mut row) => {
                        row.path = self.called(row.path);
                        (1, Ok(Item::Article(Box::new(row))))
                    }
                    Err((down, fault)) => (down + 1, Err(fault)),
                };
                self.queue.push_back((format!("{place}:{line}"), found));
            }
        }
    }
}

impl Folder {
    /// A section under the slugs of those above it; its own, if it has one, is remembered for what is in its folder.
    fn named(&mut self, mut section: SectionRow) -> SectionRow {
        if let Some(slug) = &section.slug {
            self.slugs.insert(section.path.join("/"), slug.clone());
        }
        let own = section.path.pop();
        section.path = self.called(section.path);
        section.path.extend(own);
        section
    }

    /// A path of folders, with the slugs of the sections that say their slugs.
    fn called(&self, path: Vec<String>) -> Vec<String> {
        let mut folder = String::new();
        let slugs = path.into_iter().map(|name| {
            folder += if folder.is_empty() { "" } else { "/" };
            folder += &name;
            self.slugs.get(&folder).cloned().unwrap_or(name)
        });
        slugs.collect()
    }
}

impl Iterator for Folder {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.queue.pop_front() {
                return Some(found);
            }
            if let Some(found) = self.lines.as_mut().and_then(Iterator::next) {
                return Some(found);
            }
            self.lines = None;
            let file = self.files.get(self.at)?.clone();
            self.at += 1;
            self.read(&file);
        }
    }
}

impl Source for Folder {
    fn share(&self) -> f32 {
        self.at as f32 / self.files.len().max(1) as f32
    }
}

/// The files below a folder, by their paths in it. Links to folders are not followed: they can lead in circles.
fn walk(root: &Path, below: &mut PathBuf, files: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(root.join(&below))? {
        let entry = entry?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        below.push(&name);
        if entry.file_type()?.is_dir() {
            if below.components().count() <= MAX_FOLDERS {
                walk(root, below, files)?;
            }
        } else if root.join(&below).is_file() {
            files.push(below.to_string_lossy().into_owned());
        }
        below.pop();
    }
    Ok(())
}

/// In which order files are read; none for what is no file of a help center.
fn rank(file: &str) -> Option<u8> {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match (file, ending.as_deref()?) {
        (SECTIONS, _) => Some(0),
        (VERSIONS, _) => Some(2),
        (DRAFTS, _) => Some(4),
        (file, "png" | "jpg" | "jpeg" | "webp") => file.starts_with("images/").then_some(1),
        (_, "md" | "markdown" | "txt") => Some(3),
        _ => None,
    }
}

fn picture(file: &str, bytes: &[u8]) -> Result<Item, Fault> {
    let stem = file.trim_start_matches("images/").split('.').next().unwrap_or_default();
    let id = stem.parse().map_err(|_| fault("file", Why::NoPicture))?;
    images::cleaned(id, bytes).map(Item::Picture).map_err(|_| fault("file", Why::NoPicture))
}

fn article(file: &str, bytes: &[u8], options: Options) -> Result<Row, (usize, Fault)> {
    let mut path: Vec<String> = file.split('/').map(str::to_owned).collect();
    let name = path.pop().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let (stem, tag) = match stem.rsplit_once('.') {
        Some((stem, tag)) if !stem.is_empty() && is_tag(tag) => (stem, Some(tag)),
        _ => (stem, None),
    };
    let language = row::language(options, tag).map_err(|fault| (0, fault))?;
    let name = Name { stem, language, plain: ending.eq_ignore_ascii_case("txt") };
    page::read(bytes, &name, path)
}

/// Whether the end of a name is one of our languages, or looks like another one.
fn is_tag(text: &str) -> bool {
    let primary = text.split(['-', '_']).next().unwrap_or_default();
    let letters = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic());
    Language::closest(text).is_some() || ((2..=3).contains(&primary.len()) && text.split(['-', '_']).all(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_the_language() {
        let read = |file: &str, language| article(file, b"body", Options { language, draft: false });
        let row = read("a/b/lost-2fa.zh-Hant.md", None).unwrap();
        assert_eq!((row.key.as_str(), row.language, row.path.len()), ("lost-2fa", Language::ZhTw, 2));
        let row = read("v2.0-notes.md", Some(Language::Ko)).unwrap();
        assert_eq!((row.key.as_str(), row.language, row.slug), ("v2.0-notes", Language::Ko, None));
        let fault = |file: &str| read(file, None).unwrap_err().1;
        assert_eq!(fault("a.md"), ("lang".into(), Why::Missing));
        assert_eq!(fault("a.fr.md"), ("lang".into(), Why::UnknownLanguage("fr".into())));
    }
}
