//! Tickets that are written anew: their old documents are found by the bucket of the reference, which a few tickets
//! may share, and then by the id.

use tantivy::query::{ConstScorer, EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
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
        Ok(Box::new(ConstScorer::new(Listed { documents, at: 0 }, 1.0)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Err(TantivyError::InvalidArgument("there is nothing to explain".into()))
    }
}

/// Documents in order.
struct Listed {
    documents: Vec<DocId>,
    at: usize,
}

impl DocSet for Listed {
    fn advance(&mut self) -> DocId {
        self.at += 1;
        self.doc()
    }

    fn doc(&self) -> DocId {
        self.documents.get(self.at).copied().unwrap_or(TERMINATED)
    }

    fn size_hint(&self) -> u32 {
        u32::try_from(self.documents.len()).unwrap_or(u32::MAX)
    }
}
