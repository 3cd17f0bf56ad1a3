//! The first stage: of all articles of a language the ones worth looking at, by the terms they have.

use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Searcher, TERMINATED};

use crate::dictionary::Dictionary;

/// So many articles are looked at.
pub const MOST_CANDIDATES: usize = 64;
/// So many entries of lists are read in a segment; the lists that tell most come first.
pub const MOST_ENTRIES: usize = 600_000;
/// How much more it counts that a term stands in a title, a list of keywords, or a heading.
const IN_HEAD: f32 = 1.5;

/// A document of the index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    pub segment: usize,
    pub doc: DocId,
    pub score: f32,
}

/// Where terms are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    /// In all texts.
    All,
    /// In titles, keywords and headings.
    Heads,
}

/// The articles that have most of `terms`, the best first.
pub(crate) fn of(
    searcher: &Searcher,
    dictionary: &Dictionary,
    terms: &[(String, f32)],
    within: Within,
    most: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let mut best: Vec<Candidate> = Vec::new();
    for (number, (segment, reader)) in dictionary.segments.iter().zip(searcher.segment_readers()).enumerate() {
        let mut scores = vec![0.0_f32; reader.max_doc() as usize];
        let mut entries = 0;
        for (term, weight) in terms {
            for (lists, weight) in [(&segment.all, *weight), (&segment.head, weight * IN_HEAD)] {
                if within == Within::Heads && std::ptr::eq(lists, &segment.all) {
                    continue;
                }
                // What no text has, no title has.
                let Some(info) = lists.terms().get(term)?.filter(|_| entries <= MOST_ENTRIES) else { break };
                entries += info.doc_freq as usize;
                let mut blocks = lists.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
                loop {
                    let docs = blocks.docs();
                    if docs.is_empty() {
                        break;
                    }
                    for doc in docs.iter().take_while(|doc| **doc != TERMINATED) {
                        if let Some(score) = scores.get_mut(*doc as usize) {
                            *score += weight;
                        }
                    }
                    blocks.advance();
                }
            }
        }
        let alive = reader.alive_bitset();
        let mut least = 0.0;
        for (doc, score) in scores.into_iter().enumerate() {
            let doc = doc as DocId;
            if score > least && alive.is_none_or(|alive| alive.is_alive(doc)) {
                best.push(Candidate { segment: number, doc, score });
                if best.len() >= most * 4 {
                    least = keep(&mut best, most);
                }
            }
        }
    }
    keep(&mut best, most);
    best.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.segment.cmp(&b.segment)).then(a.doc.cmp(&b.doc)));
    Ok(best)
}

/// Keeps the best; says the least score among them.
fn keep(best: &mut Vec<Candidate>, most: usize) -> f32 {
    if best.len() <= most || most == 0 {
        best.truncate(most);
        return 0.0;
    }
    best.select_nth_unstable_by(most - 1, |a, b| {
        b.score.total_cmp(&a.score).then(a.segment.cmp(&b.segment)).then(a.doc.cmp(&b.doc))
    });
    best.truncate(most);
    best.last().map_or(0.0, |last| last.score)
}
