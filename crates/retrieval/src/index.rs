//! The index on disk: its form, and how it is opened.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::schema::{BytesOptions, Field, Schema};
use tantivy::store::Compressor;
use tantivy::{IndexReader, IndexSettings, ReloadPolicy, TantivyError};

use crate::lexicon::Lexicon;
use crate::spaced;
use crate::writer::Writer;

/// Stands before what the caller tells with a commit. Goes up when terms, fields or the stored form change: an index of
/// another format is damaged to us.
const FORMAT: &str = "2\n";
/// Bytes of articles that are compressed together: a candidate costs one such block.
const BLOCK: usize = 4096;

/// Why an index cannot be used. Whoever gets one wipes it ([`Index::create`]) and fills it again.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Its files are damaged, or of another version of this program.
    #[error("the index is damaged, or of another format: {0}")]
    Damaged(String),
    /// It could not be read or written.
    #[error(transparent)]
    Index(#[from] TantivyError),
    /// Its folder could not be wiped.
    #[error(transparent)]
    Folder(#[from] std::io::Error),
}

#[derive(Clone, Copy)]
pub(crate) struct Fields {
    /// All terms of an article: [`crate::terms`].
    pub all: Field,
    /// Those of its title, keywords and headings.
    pub head: Field,
    /// Language and id.
    pub key: Field,
    /// The stored form: [`crate::article::Stored`].
    pub article: Field,
}

/// An index of articles. Searching and writing may go on at once, from several threads.
pub struct Index {
    pub(crate) index: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    pub(crate) lexicon: RwLock<Arc<Lexicon>>,
    pub(crate) letters: crate::alike::Letters,
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let terms = spaced::options();
    let all = schema.add_text_field("all", terms.clone());
    let head = schema.add_text_field("head", terms);
    let key = schema.add_bytes_field("key", BytesOptions::default().set_indexed());
    let article = schema.add_bytes_field("article", BytesOptions::default().set_stored());
    (schema.build(), Fields { all, head, key, article })
}

fn settings() -> IndexSettings {
    IndexSettings {
        docstore_compression: Compressor::Lz4,
        docstore_compress_dedicated_thread: false,
        docstore_blocksize: BLOCK,
        ..IndexSettings::default()
    }
}

impl Index {
    /// The index in a folder, as its last commit left it. All of its files are read once, to see whether they are whole.
    ///
    /// # Errors
    /// When there is none, or none that this program can go on with.
    pub fn open(folder: &Path) -> Result<Index, Error> {
        let damaged = |error: TantivyError| Error::Damaged(error.to_string());
        let index = tantivy::Index::open_in_dir(folder).map_err(damaged)?;
        let (schema, fields) = schema();
        if index.schema() != schema || *index.settings() != settings() {
            return Err(Error::Damaged("other fields".into()));
        }
        let payload = index.load_metas().map_err(damaged)?.payload;
        if payload.is_some_and(|payload| !payload.starts_with(FORMAT)) {
            return Err(Error::Damaged("another format".into()));
        }
        if let Some(file) = index.validate_checksum().map_err(damaged)?.iter().next() {
            return Err(Error::Damaged(file.display().to_string()));
        }
        Index::over(index, fields).map_err(damaged)
    }

    /// An empty index in place of whatever was in the folder.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn create(folder: &Path) -> Result<Index, Error> {
        match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => std::fs::create_dir_all(folder)?,
        }
        let (schema, fields) = schema();
        let index = tantivy::Index::builder().schema(schema).settings(settings()).create_in_dir(folder)?;
        Ok(Index::over(index, fields)?)
    }

    /// An empty index that is gone with the process.
    ///
    /// # Errors
    /// When tantivy refuses.
    pub fn in_memory() -> Result<Index, Error> {
        let (schema, fields) = schema();
        let index = tantivy::Index::builder().schema(schema).settings(settings()).create_in_ram()?;
        Ok(Index::over(index, fields)?)
    }

    fn over(index: tantivy::Index, fields: Fields) -> tantivy::Result<Index> {
        spaced::register(&index);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let lexicon = RwLock::new(Arc::new(Lexicon::new()));
        Ok(Index { index, reader, fields, lexicon, letters: crate::alike::Letters::default() })
    }

    /// Its writer: there can be one at a time.
    ///
    /// # Errors
    /// When there is one already.
    pub fn writer(&self) -> Result<Writer, Error> {
        Writer::of(self)
    }

    /// What the last commit was told; none before the first.
    #[must_use]
    pub fn payload(&self) -> Option<String> {
        let payload = self.index.load_metas().ok()?.payload?;
        payload.strip_prefix(FORMAT).map(str::to_owned)
    }

    /// How many articles there are to be found; each language of one counts.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// From now on questions are read with this lexicon.
    pub fn speak(&self, lexicon: Lexicon) {
        *self.lexicon.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(lexicon);
    }

    pub(crate) fn spoken(&self) -> Arc<Lexicon> {
        Arc::clone(&self.lexicon.read().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The form in which a payload is kept.
pub(crate) fn formatted(payload: &str) -> String {
    format!("{FORMAT}{payload}")
}
