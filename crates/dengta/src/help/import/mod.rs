//! Articles from files: a file of lines of JSON, or a folder of Markdown and text.
//!
//! What is read ([`lines`], [`folder`]) becomes rows ([`row`]), is drawn, and is kept in chunks ([`kept`]), below the sections
//! that it names ([`places`], [`described`]). A row that cannot be taken says why and stops nothing. Reading and drawing the next chunk goes
//! on while the store writes the last one.

mod described;
pub mod folder;
mod kept;
pub mod lines;
mod page;
mod places;
mod plain;
mod row;

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context;

use super::body::{self, Drawn};
use super::images::Image;
use crate::app::App;
use crate::language::Language;

pub use described::SectionRow;
pub use kept::is_empty;
pub use row::{Row, State};

/// Rows of one transaction, and bytes of their texts: some tenths of a second of writing.
const CHUNK: usize = 200;
/// See [`CHUNK`].
const CHUNK_BYTES: usize = 2 * 1024 * 1024;

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

/// An item that is ready for the store.
enum Ready {
    Section(SectionRow),
    Picture(Image),
    Article(Box<Row>, Box<Drawn>),
    Refused(Fault),
}

type Chunk = Vec<(String, Ready)>;

/// What an import has met, to know what comes twice.
#[derive(Default)]
struct Met {
    texts: HashMap<(String, Language, bool), String>,
    /// Where the first text of each article stood, and in which folder.
    articles: HashMap<String, (String, Option<String>)>,
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
    let mut next = tokio::task::spawn_blocking(move || prepare(source, Met::default()));
    loop {
        let (source, met, chunk) = next.await?;
        if chunk.is_empty() {
            return Ok(summary);
        }
        let share = source.share();
        next = tokio::task::spawn_blocking(move || prepare(source, met));
        let (chunk, moment) = (Arc::new(chunk), app.clock.moment());
        let kept = Arc::clone(&chunk);
        let written = app.db.write(move |tx| kept::keep(tx, &kept, options.draft, &moment)).await;
        for ((place, _), outcome) in chunk.iter().zip(written.context("the import stopped")?) {
            match outcome {
                Outcome::Imported => summary.imported += 1,
                Outcome::Unchanged => summary.unchanged += 1,
                Outcome::Beside => {}
                Outcome::Refused((field, why)) => {
                    summary.refused += 1;
                    tell(Told::Refused(&Refused { place: place.clone(), field, why }));
                }
            }
        }
        tell(Told::Progress(summary, share));
    }
}

/// Reads the next chunk and draws its articles.
fn prepare(mut source: Box<dyn Source>, mut met: Met) -> (Box<dyn Source>, Met, Chunk) {
    let (mut chunk, mut bytes) = (Chunk::new(), 0);
    while chunk.len() < CHUNK && bytes < CHUNK_BYTES {
        let Some((place, item)) = source.next() else { break };
        let ready = match item {
            Ok(Item::Section(section)) => Ready::Section(section),
            Ok(Item::Picture(picture)) => {
                bytes += picture.bytes.len();
                Ready::Picture(picture)
            }
            Ok(Item::Article(mut row)) => match met.meet(&mut row, &place) {
                Ok(()) => {
                    bytes += row.content.body.len();
                    let drawn = body::draw(&row.content.body, row.language);
                    Ready::Article(row, Box::new(drawn))
                }
                Err(fault) => Ready::Refused(fault),
            },
            Err(fault) => Ready::Refused(fault),
        };
        chunk.push((place, ready));
    }
    (source, met, chunk)
}

impl Met {
    /// Each text comes once, and the first one of an article says where it stands: otherwise the same import made twice
    /// would not come to the same.
    fn meet(&mut self, row: &mut Row, place: &str) -> Result<(), Fault> {
        if row.state == State::Superseded {
            row.leads = false;
            return Ok(());
        }
        if let Some((first, folder)) = self.articles.get(&row.key) {
            if row.folder.is_some() && *folder != row.folder {
                return Err(fault("id", Why::Elsewhere(first.clone())));
            }
            row.leads = false;
        } else {
            self.articles.insert(row.key.clone(), (place.to_owned(), row.folder.clone()));
        }
        let text = (row.key.clone(), row.language, row.state == State::Draft);
        match self.texts.get(&text) {
            Some(first) => Err(fault("id", Why::Twice(first.clone()))),
            None => {
                self.texts.insert(text, place.to_owned());
                Ok(())
            }
        }
    }
}
