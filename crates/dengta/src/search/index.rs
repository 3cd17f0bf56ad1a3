//! The index on disk: its form, its writer, and what of it is searched.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use retrieval::spaced;
use serde::{Deserialize, Serialize};
use store::Position;
use tantivy::columnar::ColumnValues;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::schema::{FAST, Field, Schema};
use tantivy::store::Compressor;
use tantivy::{
    Index, IndexReader, IndexSettings, IndexSortByField, IndexWriter, InvertedIndexReader, Order, ReloadPolicy,
    SegmentReader, TantivyDocument, TantivyError,
};
use uuid::Uuid;

use super::gone::Gone;

/// Goes up when terms or fields change: an index of another format is made anew.
const FORMAT: u32 = 1;
/// The least that tantivy takes.
const BUDGET: usize = 15_000_000;
/// So many segments of about one size become one. Fewer would make creating a ticket dearer, more a search.
const FAN_IN: usize = 12;
/// Segments that have more documents stay as they are: merging reads all of them into memory, and takes its time.
const LARGEST: usize = 60_000;

/// How far the index has come; stored with each commit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    format: u32,
    /// The last entry that is in the index.
    #[serde(with = "pair")]
    pub position: Position,
    /// The hash of that entry: another log has another one.
    pub hash: Option<String>,
    /// While the index is made anew: tickets up to this one are in it.
    pub rebuilt: Option<Uuid>,
    /// A ticket whose first entry came after this is not in the index when that entry is read.
    #[serde(with = "pair")]
    pub sure: Position,
}

mod pair {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use store::Position;

    pub fn serialize<S: Serializer>(position: &Position, to: S) -> Result<S::Ok, S::Error> {
        (position.xid, position.seq).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Position, D::Error> {
        <(i64, i64)>::deserialize(from).map(|(xid, seq)| Position { xid, seq })
    }
}

impl Progress {
    /// An index with nothing in it, to be filled with all tickets and then to follow the log from an entry on.
    #[must_use]
    pub fn beginning(last: Option<(Position, String)>) -> Progress {
        let (position, hash) = last.unzip();
        let position = position.unwrap_or_default();
        Progress { format: FORMAT, position, hash, rebuilt: Some(Uuid::nil()), sure: position }
    }
}

/// A ticket as the index takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The ticket.
    pub id: Uuid,
    /// When it came in.
    pub created: u64,
    /// The bucket of its reference: a term that hardly any other ticket has.
    pub bucket: String,
    /// Its terms, a space between each two.
    pub terms: String,
    /// Whether it may be in the index.
    pub known: bool,
}

#[derive(Clone, Copy)]
struct Fields {
    terms: Field,
    created: Field,
    high: Field,
    low: Field,
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let terms = schema.add_text_field("terms", spaced::options());
    let created = schema.add_u64_field("created", FAST);
    let high = schema.add_u64_field("high", FAST);
    let low = schema.add_u64_field("low", FAST);
    (schema.build(), Fields { terms, created, high, low })
}

fn settings() -> IndexSettings {
    IndexSettings {
        sort_by_field: Some(IndexSortByField { field: "created".into(), order: Order::Desc }),
        docstore_compression: Compressor::None,
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    }
}

/// The one writer of an index, and how far it has come.
pub struct Writer {
    writer: IndexWriter,
    reader: IndexReader,
    fields: Fields,
    /// As of the last document given.
    pub progress: Progress,
}

impl Writer {
    /// The index in a folder, when there is one that this program can go on with.
    ///
    /// # Errors
    /// Whatever is wrong with it.
    pub fn open(folder: &Path) -> tantivy::Result<Writer> {
        let index = Index::open_in_dir(folder)?;
        let progress = index.load_metas()?.payload.and_then(|payload| serde_json::from_str::<Progress>(&payload).ok());
        let progress = progress.filter(|progress| progress.format == FORMAT);
        let (schema, fields) = schema();
        match progress {
            Some(progress) if index.schema() == schema && *index.settings() == settings() => {
                Writer::over(index, fields, progress)
            }
            _ => Err(TantivyError::SchemaError("an index of another format".into())),
        }
    }

    /// An empty index in place of whatever was in the folder.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn create(folder: &Path, progress: Progress) -> tantivy::Result<Writer> {
        match std::fs::remove_dir_all(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => std::fs::create_dir_all(folder)?,
        }
        let (schema, fields) = schema();
        let index = Index::builder().schema(schema).settings(settings()).create_in_dir(folder)?;
        let mut writer = Writer::over(index, fields, progress)?;
        writer.commit()?;
        Ok(writer)
    }

    fn over(index: Index, fields: Fields, progress: Progress) -> tantivy::Result<Writer> {
        spaced::register(&index);
        let options = IndexWriterOptions::builder().num_worker_threads(1).num_merge_threads(1);
        let writer = index.writer_with_options(options.memory_budget_per_thread(BUDGET).build())?;
        let mut merging = LogMergePolicy::default();
        merging.set_min_num_segments(FAN_IN);
        merging.set_min_layer_size(64);
        merging.set_level_log_size(3.0);
        merging.set_max_docs_before_merge(LARGEST);
        merging.set_del_docs_ratio_before_merge(0.3);
        writer.set_merge_policy(Box::new(merging));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Writer { writer, reader, fields, progress })
    }

    /// Writes tickets anew; each once.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn put(&mut self, documents: &[Document]) -> tantivy::Result<()> {
        let gone: Vec<_> = documents.iter().filter(|document| document.known).collect();
        if !gone.is_empty() {
            let gone = gone.iter().map(|document| (document.bucket.clone(), document.id)).collect();
            self.writer.delete_query(Box::new(Gone::new(self.fields.terms, gone)))?;
        }
        for document in documents {
            let (high, low) = document.id.as_u64_pair();
            let mut added = TantivyDocument::new();
            added.add_text(self.fields.terms, &document.terms);
            added.add_u64(self.fields.created, document.created);
            added.add_u64(self.fields.high, high);
            added.add_u64(self.fields.low, low);
            self.writer.add_document(added)?;
        }
        Ok(())
    }

    /// Makes what was put there to be found, with the progress.
    ///
    /// # Errors
    /// When the index cannot be written.
    pub fn commit(&mut self) -> tantivy::Result<()> {
        let payload =
            serde_json::to_string(&self.progress).map_err(|error| TantivyError::InternalError(error.to_string()))?;
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&payload);
        commit.commit().map(drop)
    }

    /// Ends it, without what was not committed. Merges under way end first: one that outlived its writer would put the segments of
    /// its time in place of those that the next writer has committed since.
    pub fn stop(self) {
        if let Err(error) = self.writer.wait_merging_threads() {
            tracing::warn!(%error, "a merge of the search index failed");
        }
    }

    /// What the last commit made, and the merges since.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn snapshot(&self) -> tantivy::Result<Arc<Snapshot>> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let segments = searcher.segment_readers().iter().filter(|reader| reader.num_docs() > 0);
        let mut segments: Vec<Segment> =
            segments.map(|reader| Segment::open(reader, self.fields)).collect::<Result<_, _>>()?;
        segments.sort_by_key(|segment| std::cmp::Reverse(segment.newest()));
        Ok(Arc::new(Snapshot { segments }))
    }

    /// Whether merges have changed the segments since `snapshot`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn has_moved_on(&self, snapshot: &Snapshot) -> tantivy::Result<bool> {
        let ids = self.writer.index().searchable_segment_ids()?;
        let there = |segment: &Segment| ids.contains(&segment.reader.segment_id());
        Ok(ids.len() != snapshot.segments.len() || !snapshot.segments.iter().all(there))
    }
}

/// What is searched.
pub struct Snapshot {
    /// The newest first.
    pub segments: Vec<Segment>,
}

impl Snapshot {
    /// Up to `most` terms that begin with `prefix`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn beginning_with(&self, prefix: &str, most: usize) -> tantivy::Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for segment in &self.segments {
            let end = format!("{prefix}\u{10ffff}");
            let mut terms = segment.terms.terms().range().ge(prefix).lt(end).into_stream()?;
            for _ in 0..most {
                if !terms.advance() {
                    break;
                }
                found.extend(std::str::from_utf8(terms.key()).map(str::to_owned));
            }
        }
        Ok(found.into_iter().take(most).collect())
    }
}

/// A part of the index; its documents lie newest first.
pub struct Segment {
    /// With the documents that are gone.
    pub reader: SegmentReader,
    /// From terms to documents.
    pub terms: Arc<InvertedIndexReader>,
    created: Arc<dyn ColumnValues<u64>>,
    high: Arc<dyn ColumnValues<u64>>,
    low: Arc<dyn ColumnValues<u64>>,
}

impl Segment {
    fn open(reader: &SegmentReader, fields: Fields) -> tantivy::Result<Segment> {
        let column = |name| Ok::<_, TantivyError>(reader.fast_fields().u64(name)?.first_or_default_col(0));
        Ok(Segment {
            reader: reader.clone(),
            terms: reader.inverted_index(fields.terms)?,
            created: column("created")?,
            high: column("high")?,
            low: column("low")?,
        })
    }

    /// When a document's ticket came in.
    #[must_use]
    pub fn created(&self, doc: u32) -> u64 {
        self.created.get_val(doc)
    }

    /// A document's ticket.
    #[must_use]
    pub fn id(&self, doc: u32) -> Uuid {
        Uuid::from_u64_pair(self.high.get_val(doc), self.low.get_val(doc))
    }

    /// When the newest came in.
    #[must_use]
    pub fn newest(&self) -> u64 {
        self.created(0)
    }
}
