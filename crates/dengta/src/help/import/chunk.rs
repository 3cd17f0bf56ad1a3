//! The next rows of a source: read, and drawn, while the store writes those before them.

use std::collections::HashMap;

use super::{Fault, Item, Row, SectionRow, Source, State, Why, fault};
use crate::help::body::{self, Drawn};
use crate::help::images::Image;
use crate::language::Language;

/// Rows of one transaction, and bytes of their texts: some tenths of a second of writing.
const ROWS: usize = 200;
/// See [`ROWS`].
const BYTES: usize = 2 * 1024 * 1024;

/// An item that is ready for the store.
pub enum Ready {
    Section(SectionRow),
    Picture(Image),
    Article(Box<Row>, Box<Drawn>),
    Refused(Fault),
}

/// Items, and where each of them was.
pub type Chunk = Vec<(String, Ready)>;

/// What reads a source, chunk by chunk.
pub struct Reader {
    source: Box<dyn Source>,
    met: Met,
}

impl Reader {
    pub fn of(source: Box<dyn Source>) -> Reader {
        Reader { source, met: Met::default() }
    }

    /// How much of the source was read, 0 to 1.
    pub fn share(&self) -> f32 {
        self.source.share()
    }

    /// Reads the next chunk and draws its articles; empty behind the last.
    pub fn next(mut self) -> (Reader, Chunk) {
        let (mut chunk, mut bytes) = (Chunk::new(), 0);
        while chunk.len() < ROWS && bytes < BYTES {
            let Some((place, item)) = self.source.next() else { break };
            let ready = self.ready(&place, item);
            bytes += ready.bytes();
            chunk.push((place, ready));
        }
        (self, chunk)
    }

    fn ready(&mut self, place: &str, item: Result<Item, Fault>) -> Ready {
        match item {
            Ok(Item::Section(section)) => Ready::Section(section),
            Ok(Item::Picture(picture)) => Ready::Picture(picture),
            Ok(Item::Article(mut row)) => match self.met.meet(&mut row, place) {
                Ok(()) => drawn(row),
                Err(fault) => Ready::Refused(fault),
            },
            Err(fault) => Ready::Refused(fault),
        }
    }
}

fn drawn(row: Box<Row>) -> Ready {
    let drawn = body::draw(&row.content.body, row.language);
    Ready::Article(row, Box::new(drawn))
}

impl Ready {
    /// Of its text or picture.
    fn bytes(&self) -> usize {
        match self {
            Ready::Article(row, _) => row.content.body.len(),
            Ready::Picture(picture) => picture.bytes.len(),
            Ready::Section(_) | Ready::Refused(_) => 0,
        }
    }
}

/// What an import has met, to know what comes twice.
#[derive(Default)]
struct Met {
    texts: HashMap<(String, Language, bool), String>,
    /// Where the first text of each article stood, and in which folder.
    articles: HashMap<String, (String, Option<String>)>,
}

impl Met {
    /// Each text comes once, and the first one of an article says where it stands: otherwise the same import made twice
    /// would not come to the same.
    fn meet(&mut self, row: &mut Row, place: &str) -> Result<(), Fault> {
        if row.state == State::Superseded {
            row.leads = false;
            return Ok(());
        }
        self.meet_article(row, place)?;
        self.meet_text(row, place)
    }

    fn meet_article(&mut self, row: &mut Row, place: &str) -> Result<(), Fault> {
        let Some((first, folder)) = self.articles.get(&row.key) else {
            self.articles.insert(row.key.clone(), (place.to_owned(), row.folder.clone()));
            return Ok(());
        };
        if row.folder.is_some() && *folder != row.folder {
            return Err(fault("id", Why::Elsewhere(first.clone())));
        }
        row.leads = false;
        Ok(())
    }

    fn meet_text(&mut self, row: &Row, place: &str) -> Result<(), Fault> {
        let text = (row.key.clone(), row.language, row.state == State::Draft);
        if let Some(first) = self.texts.get(&text) {
            return Err(fault("id", Why::Twice(first.clone())));
        }
        self.texts.insert(text, place.to_owned());
        Ok(())
    }
}
