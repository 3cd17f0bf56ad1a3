//! Finding the newest documents of the index that have all terms.
//!
//! The newest come first in each segment, and segments are taken newest first: a search for common words looks at
//! little more than what it gives back. Rare words have short lists.

use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED};
use uuid::Uuid;

use super::index::{Segment, Snapshot};

/// A letter alone stands for so many pairs that begin with it.
const PAIRS: usize = 256;

/// What to find.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Each must hold.
    pub all: Vec<Atom>,
    /// None of these terms.
    pub none: Vec<String>,
    /// Came in at this time or later.
    pub from: u64,
    /// Came in before this time.
    pub until: Option<u64>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Atom {
    /// The term is there.
    Term(String),
    /// One of the terms is there.
    Any(Vec<String>),
    /// A letter is there: the first of a pair, or the last of a run.
    Letter(String),
}

/// A ticket's place in the order of what is found: the newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// When it came in.
    pub created: u64,
    /// Its id.
    pub id: Uuid,
}

/// Up to `limit` of the newest that come after `after`.
///
/// # Errors
/// When the index cannot be read.
pub fn newest(snapshot: &Snapshot, plan: &Plan, after: Option<Place>, limit: usize) -> tantivy::Result<Vec<Place>> {
    let mut found: Vec<Place> = Vec::new();
    for segment in &snapshot.segments {
        let full = found.len() == limit;
        let worst = found.last().filter(|_| full).map_or(plan.from, |place| place.created.max(plan.from));
        if segment.newest() < worst {
            break;
        }
        gather(segment, plan, after, limit, worst, &mut found)?;
        found.sort_unstable_by(|one, other| other.cmp(one));
        found.truncate(limit);
    }
    Ok(found)
}

/// Adds up to `limit` of a segment's newest, and those that are as new as the last of them; none older than `worst`.
fn gather(
    segment: &Segment,
    plan: &Plan,
    after: Option<Place>,
    limit: usize,
    worst: u64,
    found: &mut Vec<Place>,
) -> tantivy::Result<()> {
    let Some(mut documents) = Documents::of(segment, plan)? else { return Ok(()) };
    let before = plan.until.unwrap_or(u64::MAX).min(after.map_or(u64::MAX, |after| after.created.saturating_add(1)));
    let mut doc = documents.seek(first_before(segment, before));
    let (mut taken, mut last) = (0, u64::MAX);
    while doc != TERMINATED {
        let created = segment.created(doc);
        if created < worst || (taken >= limit && created < last) {
            break;
        }
        if segment.reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
            let place = Place { created, id: segment.id(doc) };
            if after.is_none_or(|after| place < after) {
                found.push(place);
                (taken, last) = (taken + 1, created);
            }
        }
        doc = documents.seek(doc + 1);
    }
    Ok(())
}

/// The first document whose ticket came in before `time`.
fn first_before(segment: &Segment, time: u64) -> DocId {
    let (mut low, mut high) = (0, segment.reader.max_doc());
    while low < high {
        let middle = low + (high - low) / 2;
        if segment.created(middle) < time { high = middle } else { low = middle + 1 }
    }
    low
}

/// The documents of a segment that a plan asks for, in order.
struct Documents {
    /// The shortest first.
    all: Vec<List>,
    none: Vec<SegmentPostings>,
    end: DocId,
}

/// The documents of one condition.
struct List(Vec<SegmentPostings>);

impl List {
    /// The first document from `target` on.
    fn seek(&mut self, target: DocId) -> DocId {
        let firsts = self.0.iter_mut().map(|list| ahead(list, target));
        firsts.min().unwrap_or(TERMINATED)
    }

    fn length(&self) -> u64 {
        self.0.iter().map(|list| u64::from(list.doc_freq())).sum()
    }
}

fn ahead(list: &mut SegmentPostings, target: DocId) -> DocId {
    if list.doc() < target { list.seek(target) } else { list.doc() }
}

impl Documents {
    /// `None` when there are none.
    fn of(segment: &Segment, plan: &Plan) -> tantivy::Result<Option<Documents>> {
        let mut all = Vec::with_capacity(plan.all.len());
        for atom in &plan.all {
            let list = match atom {
                Atom::Term(term) => postings(segment, term)?.into_iter().collect(),
                Atom::Any(terms) => several(segment, terms)?,
                Atom::Letter(letter) => letters(segment, letter)?,
            };
            if list.is_empty() {
                return Ok(None);
            }
            all.push(List(list));
        }
        all.sort_by_key(List::length);
        Ok(Some(Documents { all, none: several(segment, &plan.none)?, end: segment.reader.max_doc() }))
    }

    /// The first document from `target` on that has all and none.
    fn seek(&mut self, target: DocId) -> DocId {
        let mut doc = target;
        loop {
            let Some((shortest, others)) = self.all.split_first_mut() else {
                doc = if doc < self.end { doc } else { TERMINATED };
                match self.none.iter_mut().any(|list| ahead(list, doc) == doc) {
                    true if doc != TERMINATED => doc += 1,
                    _ => return doc,
                }
                continue;
            };
            doc = shortest.seek(doc);
            if doc == TERMINATED {
                return doc;
            }
            if let Some(further) = others.iter_mut().map(|list| list.seek(doc)).find(|there| *there != doc) {
                doc = further;
                continue;
            }
            if !self.none.iter_mut().any(|list| ahead(list, doc) == doc) {
                return doc;
            }
            doc += 1;
        }
    }
}

fn postings(segment: &Segment, term: &str) -> tantivy::Result<Option<SegmentPostings>> {
    let Some(info) = segment.terms.terms().get(term)? else { return Ok(None) };
    Ok(Some(segment.terms.read_postings_from_terminfo(&info, IndexRecordOption::Basic)?))
}

fn several(segment: &Segment, terms: &[String]) -> tantivy::Result<Vec<SegmentPostings>> {
    terms.iter().filter_map(|term| postings(segment, term).transpose()).collect()
}

/// The letter itself and the pairs that begin with it.
fn letters(segment: &Segment, letter: &str) -> tantivy::Result<Vec<SegmentPostings>> {
    let mut pairs = segment.terms.terms().range().ge(letter);
    if let Some(next) = letter.chars().next().and_then(|c| char::from_u32(c as u32 + 1)) {
        pairs = pairs.lt(next.to_string());
    }
    let mut stream = pairs.into_stream()?;
    let mut infos: Vec<TermInfo> = Vec::new();
    while infos.len() < PAIRS && stream.advance() {
        infos.push(stream.value().clone());
    }
    infos.iter().map(|info| Ok(segment.terms.read_postings_from_terminfo(info, IndexRecordOption::Basic)?)).collect()
}
