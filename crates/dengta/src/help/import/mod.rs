//! Articles from files: a file of lines of JSON, or a folder of Markdown and text.
//!
//! What is read ([`lines`], [`folder`]) becomes rows ([`row`]), is drawn in chunks ([`chunk`]), and is kept ([`kept`]), below the sections
//! that it names ([`places`], [`described`]). A row that cannot be taken says why and stops nothing. Reading and drawing the next chunk goes
//! on while the store writes the last one.

mod chunk;
mod described;
pub mod folder;
mod kept;
pub mod lines;
mod page;
mod places;
mod plain;
mod row;

use std::sync::Arc;

use anyhow::Context;
use tokio::task::JoinHandle;

use super::images::Image;
use crate::app::App;
use crate::language::Language;
use chunk::{Chunk, Reader};

pub use described::SectionRow;
pub use kept::is_empty;
pub use row::{Row, State};

/// How to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language of every row, whatever it says.
    pub language: Option<Language>,
    /// As drafts; customers see nothing of them yet.
    pub draft: bool,
}

/// Why a row is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The bytes are no UTF-8.
    NotUtf8,
    /// The line is no JSON object.
    NotJson,
    /// It lacks.
    Missing,
    /// It should be this.
    WrongType(&'static str),
    /// More characters than it can hold.
    TooLong {
        /// So many.
        max: usize,
        /// Instead of these.
        actual: usize,
    },
    /// A line or a file of more bytes than this.
    TooBig(usize),
    /// More of them than there can be.
    TooMany(usize),
    /// U+0000 is in it.
    Nul,
    /// None of the five.
    UnknownLanguage(String),
    /// Empty, too long, or with control characters.
    InvalidId,
    /// No slug.
    InvalidSlug(String),
    /// Another article's or section's.
    SlugTaken(String),
    /// This import has the same text already.
    Twice(String),
    /// A file in another folder has the same name.
    Elsewhere(String),
    /// More levels of sections than this.
    TooDeep(usize),
    /// The TOML cannot be read.
    Toml(String),
    /// The article was put away.
    PutAway,
    /// Somebody writes on a draft of it.
    Drafted,
    /// No PNG, JPEG or WebP with an id as its name.
    NoPicture,
    /// No time of the past.
    NoTime,
    /// The file cannot be read.
    Unread(String),
}

/// A row that is not taken.
#[derive(Clone, Debug)]
pub struct Refused {
    /// `FILE:LINE`.
    pub place: String,
    /// What of it is wrong.
    pub field: String,
    /// Why.
    pub why: Why,
}

/// What is wrong with a row, wherever it stands.
type Fault = (String, Why);

/// A fault of a field.
fn fault(field: &str, why: Why) -> Fault {
    (field.to_owned(), why)
}

/// What a source holds.
#[derive(Debug)]
pub enum Item {
    /// A section, with its titles.
    Section(SectionRow),
    /// A picture of articles.
    Picture(Image),
    /// An article in one language.
    Article(Box<Row>),
}

/// Something read, and where.
pub type Found = (String, Result<Item, Fault>);

/// Where rows come from.
pub trait Source: Iterator<Item = Found> + Send {
    /// How much of it was read, 0 to 1.
    fn share(&self) -> f32;
}

/// What came of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles that are new or changed.
    pub imported: usize,
    /// Articles that were there as they are.
    pub unchanged: usize,
    /// Rows that were not taken.
    pub refused: usize,
}

/// What is told while it goes on.
#[derive(Debug)]
pub enum Told<'t> {
    /// A row was not taken.
    Refused(&'t Refused),
    /// So far, and which share of the whole that is.
    Progress(Summary, f32),
}

/// What became of an item.
enum Outcome {
    Imported,
    Unchanged,
    /// A section or a picture, which no summary counts.
    Beside,
    Refused(Fault),
}

/// Imports all of `source`.
///
/// # Errors
/// When the store fails; what was written until then stays, and importing again goes on behind it.
pub async fn run(
    app: &App,
    source: Box<dyn Source>,
    options: Options,
    tell: &mut (dyn FnMut(Told<'_>) + Send),
) -> anyhow::Result<Summary> {
    let mut summary = Summary::default();
    let mut ahead = read_ahead(Reader::of(source));
    loop {
        let (reader, chunk) = ahead.await?;
        if chunk.is_empty() {
            return Ok(summary);
        }
        let share = reader.share();
        ahead = read_ahead(reader);
        for (place, outcome) in keep(app, chunk, options).await? {
            if let Some((field, why)) = summary.count(outcome) {
                tell(Told::Refused(&Refused { place, field, why }));
            }
        }
        tell(Told::Progress(summary, share));
    }
}

/// Reads the next chunk on another thread.
fn read_ahead(reader: Reader) -> JoinHandle<(Reader, Chunk)> {
    tokio::task::spawn_blocking(move || reader.next())
}

/// Keeps a chunk; answers what became of each of it, and where that was.
async fn keep(app: &App, chunk: Chunk, options: Options) -> anyhow::Result<Vec<(String, Outcome)>> {
    let (chunk, moment) = (Arc::new(chunk), app.clock.moment());
    let kept = Arc::clone(&chunk);
    let written = app.db.write(move |tx| kept::keep(tx, &kept, options.draft, &moment)).await;
    let places = chunk.iter().map(|(place, _)| place.clone());
    Ok(places.zip(written.context("the import stopped")?).collect())
}

impl Summary {
    /// Counts what became of an item; answers why it was not taken.
    fn count(&mut self, outcome: Outcome) -> Option<Fault> {
        match outcome {
            Outcome::Imported => self.imported += 1,
            Outcome::Unchanged => self.unchanged += 1,
            Outcome::Beside => {}
            Outcome::Refused(fault) => {
                self.refused += 1;
                return Some(fault);
            }
        }
        None
    }
}
