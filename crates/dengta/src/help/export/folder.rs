//! A folder as `import::folder` reads it.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use uuid::Uuid;

use super::lines::Lines;
use super::{Out, Text};
use crate::clock::rfc3339;
use crate::files::kind::Kind;
use crate::help::articles::Article;
use crate::help::images::Image;
use crate::help::import::State;
use crate::help::import::folder::{DRAFTS, IMAGES, SECTIONS, VERSIONS};
use crate::help::is_slug;
use crate::help::sections::{Section, Tree};

/// A folder that is written.
pub struct Folder {
    root: PathBuf,
    all: bool,
    /// What is no published text, made when the first of it comes.
    versions: Option<Lines>,
    drafts: Option<Lines>,
}

impl Folder {
    /// Writes to an empty folder.
    pub fn new(root: &Path, all: bool) -> Folder {
        Folder { root: root.to_owned(), all, versions: None, drafts: None }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, bytes)
    }
}

impl Out for Folder {
    fn sections(&mut self, tree: &Tree, sections: &[&Section]) -> io::Result<()> {
        let mut file = String::new();
        for section in sections {
            describe(tree, section, &mut file);
        }
        self.write(SECTIONS, file.as_bytes())
    }

    fn picture(&mut self, picture: &Image) -> io::Result<()> {
        let kinds = [Kind::Png, Kind::Jpeg, Kind::Webp];
        let ending = kinds.into_iter().find(|kind| kind.media() == picture.content_type).unwrap_or(Kind::Png).name();
        self.write(&format!("{IMAGES}/{}.{ending}", picture.id), &picture.bytes)
    }

    fn text(&mut self, tree: &Tree, article: &Article, text: &Text) -> io::Result<()> {
        let (beside, name) = match text.state {
            State::Published => {
                let mut path = names(tree, article.section).join("/");
                let _ = write!(path, "/{}.{}.md", article.slug, text.language);
                return self.write(&path, page(article, text, self.all).as_bytes());
            }
            State::Draft => (&mut self.drafts, DRAFTS),
            State::Superseded | State::Withdrawn => (&mut self.versions, VERSIONS),
        };
        if beside.is_none() {
            *beside = Some(Lines::create(&self.root.join(name), true)?);
        }
        beside.as_mut().map_or(Ok(()), |lines| lines.text(tree, article, text))
    }

    fn done(&mut self) -> io::Result<()> {
        let beside = [&mut self.versions, &mut self.drafts];
        beside.into_iter().flatten().try_for_each(Out::done)
    }
}

/// The names of the folders down to a section.
fn names(tree: &Tree, section: Uuid) -> Vec<&str> {
    tree.path(section).into_iter().map(|section| name(tree, section)).collect()
}

/// What a section's folder is called: its slug without its parent's, where no other one there is called so.
fn name<'t>(tree: &'t Tree, section: &'t Section) -> &'t str {
    let parent = section.parent.and_then(|id| tree.get(id));
    let short = parent.and_then(|parent| section.slug.strip_prefix(&parent.slug)?.strip_prefix('-'));
    let free = |name: &&str| is_slug(name) && tree.below(section.parent).all(|other| other.slug != *name);
    short.filter(free).unwrap_or(&section.slug)
}

fn describe(tree: &Tree, section: &Section, file: &mut String) {
    let names = names(tree, section.id);
    let mut line = |name: &str, value: String| {
        let _ = writeln!(file, "{name} = {value}");
    };
    line("[[section]]\npath", quoted(&names.join("/")));
    // What is made of the path could be another one's by then.
    if section.parent.is_some() {
        line("slug", quoted(&section.slug));
    }
    line("place", section.place.to_string());
    line("titles", inline(&json!(section.titles)));
    if !section.descriptions.is_empty() {
        line("descriptions", inline(&json!(section.descriptions)));
    }
    if let Some(days) = section.review_days {
        line("review_days", days.to_string());
    }
    if section.two_people {
        line("two_people", "true".into());
    }
    file.push('\n');
}

fn page(article: &Article, text: &Text, all: bool) -> String {
    let content = &text.content;
    let mut page = String::with_capacity(content.body.len() + 512);
    let mut line = |name: &str, value: String| {
        let _ = writeln!(page, "{name} = {value}");
    };
    line("+++\ntitle", quoted(&content.title));
    if !content.summary.is_empty() {
        line("summary", quoted(&content.summary));
    }
    if !content.keywords.is_empty() {
        line("keywords", inline(&json!(content.keywords)));
    }
    if !article.related.is_empty() {
        line("related", inline(&json!(article.related)));
    }
    if article.policy {
        line("policy", "true".into());
    }
    line("place", article.place.to_string());
    if article.key != article.slug {
        line("key", quoted(&article.key));
    }
    if let Some((_, at)) = text.version.filter(|_| all) {
        line("published_at", quoted(&rfc3339(at)));
    }
    if !text.made.is_empty() {
        line("made", inline(&json!(text.made)));
    }
    let _ = write!(page, "+++\n\n{}\n", content.body);
    page
}

/// A string of TOML. Those of JSON are, but for one sign.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('\u{7f}', "\\u007F")
}

/// A value of TOML on one line.
fn inline(value: &Value) -> String {
    match value {
        Value::Array(values) => format!("[{}]", values.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name} = {}", inline(value))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}
