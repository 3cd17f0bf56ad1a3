//! Writing: articles replace what they were, and are found from the next commit on.

use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexReader, IndexWriter, TantivyDocument, Term};
use uuid::Uuid;

use crate::article::{self, Article};
use crate::index::{Error, Fields, Index, formatted};
use crate::lang::Lang;
use crate::terms::Terms;

/// Threads that make segments; beside them one merges.
const WORKERS: usize = 2;
/// What each of them may have in memory before it becomes a segment, in bytes.
const BUDGET: usize = 64_000_000;
/// So many segments of about one size become one.
const FAN_IN: usize = 6;

/// The one writer of an index.
pub struct Writer {
    writer: IndexWriter,
    reader: IndexReader,
    fields: Fields,
    terms: Terms,
    stored: Vec<u8>,
    key: Vec<u8>,
}

impl Writer {
    pub(crate) fn of(index: &Index) -> Result<Writer, Error> {
        let options = IndexWriterOptions::builder().num_worker_threads(WORKERS).num_merge_threads(1);
        let writer = index.index.writer_with_options(options.memory_budget_per_thread(BUDGET).build())?;
        let mut merging = LogMergePolicy::default();
        merging.set_min_num_segments(FAN_IN);
        merging.set_del_docs_ratio_before_merge(0.3);
        writer.set_merge_policy(Box::new(merging));
        Ok(Writer {
            writer,
            reader: index.reader.clone(),
            fields: index.fields,
            terms: Terms::default(),
            stored: Vec::new(),
            key: Vec::new(),
        })
    }

    fn delete(&mut self, id: Uuid, lang: Lang) {
        self.key.clear();
        self.key.push(lang.mark());
        self.key.extend_from_slice(id.as_bytes());
        self.writer.delete_term(Term::from_field_bytes(self.fields.key, &self.key));
    }

    /// Writes an article in place of whatever there was of it in its language.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn put(&mut self, article: &Article<'_>) -> Result<(), Error> {
        self.delete(article.id, article.lang);
        self.terms.read(article);
        article::write(article, &self.terms.symbols, &mut self.stored);
        let mut added = TantivyDocument::new();
        added.add_text(self.fields.all, &self.terms.all);
        added.add_text(self.fields.head, &self.terms.head);
        added.add_bytes(self.fields.key, &self.key);
        added.add_bytes(self.fields.article, &self.stored);
        self.writer.add_document(added)?;
        Ok(())
    }

    /// Removes one language of an article, if it is there.
    pub fn remove(&mut self, id: Uuid, lang: Lang) {
        self.delete(id, lang);
    }

    /// Removes everything.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn clear(&mut self) -> Result<(), Error> {
        self.writer.delete_all_documents()?;
        Ok(())
    }

    /// Makes what was put and removed to be found, or not any more; `payload` is kept with it ([`Index::payload`]).
    ///
    /// # Errors
    /// When the index cannot be written: then it is as it was before.
    pub fn commit(&mut self, payload: &str) -> Result<(), Error> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&formatted(payload));
        commit.commit()?;
        self.reader.reload()?;
        Ok(())
    }

    /// Ends writing, after the segments that are being merged are.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn wait(self) -> Result<(), Error> {
        Ok(self.writer.wait_merging_threads()?)
    }
}
