//! The index's terms in one language, over all of its segments.

use std::sync::Arc;

use tantivy::termdict::TermDictionary;
use tantivy::{InvertedIndexReader, Searcher};

use crate::index::Fields;
use crate::lang::Lang;
use crate::symbols::{self, Symbol};
use crate::terms;

/// What the terms of a segment are read from.
pub(crate) struct Segment {
    pub all: Arc<InvertedIndexReader>,
    pub head: Arc<InvertedIndexReader>,
}

pub(crate) struct Dictionary {
    pub segments: Vec<Segment>,
    pub lang: Lang,
    /// Articles of the language.
    pub articles: u32,
}

impl Dictionary {
    pub(crate) fn of(searcher: &Searcher, fields: Fields, lang: Lang) -> tantivy::Result<Dictionary> {
        let open = |reader: &tantivy::SegmentReader| {
            Ok::<_, tantivy::TantivyError>(Segment {
                all: reader.inverted_index(fields.all)?,
                head: reader.inverted_index(fields.head)?,
            })
        };
        let segments = searcher.segment_readers().iter().map(open).collect::<Result<Vec<_>, _>>()?;
        let mut dictionary = Dictionary { segments, lang, articles: 0 };
        dictionary.articles = dictionary.count(&terms::all(lang));
        Ok(dictionary)
    }

    /// In how many articles a term stands. What cannot be read is not there.
    pub(crate) fn count(&self, term: &str) -> u32 {
        self.segments.iter().map(|segment| count(segment.all.terms(), term)).sum()
    }

    /// In how many titles, lists of keywords, or headings a term stands.
    pub(crate) fn count_in_heads(&self, term: &str) -> u32 {
        self.segments.iter().map(|segment| count(segment.head.terms(), term)).sum()
    }

    pub(crate) fn pair(&self, first: Symbol, second: Symbol) -> Option<String> {
        Some(terms::pair(self.lang, symbols::letter(first)?, symbols::letter(second)?))
    }

    /// How much it tells that a term stands in an article, when it does in `count` of them.
    pub(crate) fn information(&self, count: u32) -> f32 {
        let (all, count) = (self.articles.max(1) as f32, count as f32);
        (1.0 + (all - count.min(all) + 0.5) / (count + 0.5)).ln()
    }

    /// Calls `take` with terms that begin with `prefix` (what comes after it, and in how many articles of a segment it
    /// stands), until it says no or `most` were seen in a segment.
    pub(crate) fn beginning(&self, prefix: &str, heads: bool, most: usize, mut take: impl FnMut(&str, u32) -> bool) {
        for segment in &self.segments {
            let terms = if heads { segment.head.terms() } else { segment.all.terms() };
            let end = format!("{prefix}\u{10ffff}");
            let Ok(mut stream) = terms.range().ge(prefix).lt(&end).into_stream() else { continue };
            for _ in 0..most {
                if !stream.advance() {
                    break;
                }
                let Ok(term) = std::str::from_utf8(stream.key()) else { continue };
                let rest = term.get(prefix.len()..).unwrap_or("");
                if !take(rest, stream.value().doc_freq) {
                    break;
                }
            }
        }
    }
}

fn count(terms: &TermDictionary, term: &str) -> u32 {
    terms.get(term).ok().flatten().map_or(0, |info| info.doc_freq)
}
