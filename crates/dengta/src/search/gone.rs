//! Tickets that are written anew: their old documents are found by the bucket of the reference, which a few tickets
//! may share, and then by the id.

use tantivy::query::{ConstScorer, EmptyScorer, EnableScoring, Explanation, Query, Scorer, VecDocSet, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};
use uuid::Uuid;

/// Documents of these tickets, each with its bucket.
#[derive(Clone, Debug)]
pub struct Gone {
    terms: Field,
    tickets: Vec<(String, Uuid)>,
}

impl Gone {
    pub fn new(terms: Field, tickets: Vec<(String, Uuid)>) -> Gone {
        Gone { terms, tickets }
    }

    fn documents(&self, reader: &SegmentReader) -> tantivy::Result<Vec<DocId>> {
        let terms = reader.inverted_index(self.terms)?;
        let (high, low) = (reader.fast_fields().u64("high")?, reader.fast_fields().u64("low")?);
        let mut documents = Vec::new();
        for (bucket, id) in &self.tickets {
            let term = Term::from_field_text(self.terms, bucket);
            let Some(mut postings) = terms.read_postings(&term, IndexRecordOption::Basic)? else { continue };
            while postings.doc() != TERMINATED {
                let doc = postings.doc();
                if (high.first(doc), low.first(doc)) == (Some(id.as_u64_pair().0), Some(id.as_u64_pair().1)) {
                    documents.push(doc);
                }
                postings.advance();
            }
        }
        documents.sort_unstable();
        documents.dedup();
        Ok(documents)
    }
}

impl Query for Gone {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for Gone {
    fn scorer(&self, reader: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let documents = self.documents(reader)?;
        if documents.is_empty() {
            return Ok(Box::new(EmptyScorer));
        }
        Ok(Box::new(ConstScorer::new(VecDocSet::from(documents), 1.0)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(TantivyError::InvalidArgument("there is nothing to explain".into()))
    }
}
