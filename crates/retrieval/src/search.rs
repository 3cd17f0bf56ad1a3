//! Answering a question: candidates, then a closer look at each.

use tantivy::directory::OwnedBytes;
use tantivy::store::StoreReader;
use tantivy::{Searcher, TantivyError};
use uuid::Uuid;

use crate::article::{Stored, Texts};
use crate::candidates::{self, Candidate, MOST_CANDIDATES, Within};
use crate::confidence;
use crate::dictionary::Dictionary;
use crate::index::{Error, Index};
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::question::{self, Plan};
use crate::rank::{Ranking, Score};
use crate::snippet::{self, Snippet};
use crate::weights::Weights;

/// So many hits are given back at most.
pub const MOST_HITS: usize = MOST_CANDIDATES;
/// Blocks of stored articles that a search keeps decompressed: few candidates share one.
const CACHED: usize = 2;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// One for each article, the best first; those of the first language before those of the next.
    pub hits: Vec<Hit>,
    /// How sure it is that the first hit answers the question, 0 to 1. See [`crate::ANSWERS`].
    pub confidence: f64,
}

/// An article that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The article.
    pub id: Uuid,
    /// The language in which it was found.
    pub lang: Lang,
    /// Its title, as it was given.
    pub title: String,
    /// The place of its best passage among its passages; 0 when it has none.
    pub passage: usize,
    /// That passage's anchor.
    pub anchor: String,
    /// That passage's heading.
    pub heading: String,
    /// The part of that passage that answers; of the summary when the article has no passages.
    pub snippet: Snippet,
    /// How well it answers; comparable among the hits of one language and question only.
    pub score: f32,
}

impl Index {
    /// The articles that answer a question, up to `limit` ([`MOST_HITS`]), in the languages of `langs`: the first is the
    /// question's own, and an article that was found in one is not given again in another. Never fails for what a
    /// question says; a long one is cut.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn search(&self, langs: &[Lang], question: &str, limit: usize) -> Result<Found, Error> {
        self.search_with(&self.spoken(), langs, question, limit)
    }

    /// As [`Index::search`], with the question read by another lexicon than the one that is spoken.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn search_with(&self, lexicon: &Lexicon, langs: &[Lang], question: &str, limit: usize) -> Result<Found, Error> {
        let weights = &Weights::default();
        let limit = limit.min(MOST_HITS);
        let mut found = Found::default();
        let Some(asked) = langs.first() else { return Ok(found) };
        let searcher = self.reader.searcher();
        let mut seen = Vec::new();
        for lang in langs {
            if found.hits.len() >= limit || seen.contains(lang) {
                continue;
            }
            seen.push(*lang);
            let looked =
                Look { index: self, searcher: &searcher, lexicon, asked: *asked, weights }.at(*lang, question)?;
            if found.hits.is_empty() {
                found.confidence = confidence::of(&looked.scores(), looked.plan.units.len());
            }
            for (bytes, score) in &looked.ranked {
                if found.hits.len() >= limit {
                    break;
                }
                let Some(texts) = Stored::of_document(bytes).and_then(|article| article.texts()) else { continue };
                if !found.hits.iter().any(|known| known.id == texts.id) {
                    found.hits.push(looked.hit(&texts, score));
                }
            }
        }
        Ok(found)
    }
}

/// The stored articles of an index; a segment's are opened when the first is wanted.
pub(crate) struct Shelf<'a> {
    searcher: &'a Searcher,
    open: Vec<Option<StoreReader>>,
}

impl Shelf<'_> {
    pub(crate) fn of(searcher: &Searcher) -> Shelf<'_> {
        Shelf { searcher, open: searcher.segment_readers().iter().map(|_| None).collect() }
    }

    /// What an article was stored as: for [`Stored::of_document`].
    pub(crate) fn take(&mut self, candidate: &Candidate) -> Result<OwnedBytes, Error> {
        let reader = self.searcher.segment_reader(candidate.segment as u32);
        let store = match &mut self.open[candidate.segment] {
            Some(store) => store,
            closed => closed.insert(reader.get_store_reader(CACHED).map_err(TantivyError::from)?),
        };
        Ok(store.get_document_bytes(candidate.doc)?)
    }
}

/// A look at the articles of one language.
struct Look<'a> {
    index: &'a Index,
    searcher: &'a Searcher,
    lexicon: &'a Lexicon,
    asked: Lang,
    weights: &'a Weights,
}

/// What it saw.
struct Looked {
    lang: Lang,
    plan: Plan,
    /// Articles as they are stored, the best first.
    ranked: Vec<(OwnedBytes, Score)>,
}

impl Look<'_> {
    fn at(&self, lang: Lang, question: &str) -> Result<Looked, Error> {
        let dictionary = Dictionary::of(self.searcher, self.index.fields, lang)?;
        let generation = self.searcher.generation().generation_id();
        let letters = || self.index.letters.of(&dictionary, generation);
        let reader = question::Reader {
            dictionary: &dictionary,
            lexicon: self.lexicon,
            letters: &letters,
            weights: self.weights,
            asked: self.asked,
        };
        let plan = question::read(&reader, question);
        let candidates = candidates::of(self.searcher, &dictionary, &plan.terms, Within::All, MOST_CANDIDATES)?;
        let ranked = self.rank(&plan, candidates)?;
        Ok(Looked { lang, plan, ranked })
    }

    fn rank(&self, plan: &Plan, candidates: Vec<Candidate>) -> Result<Vec<(OwnedBytes, Score)>, Error> {
        let mut shelf = Shelf::of(self.searcher);
        let mut articles = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            articles.push(shelf.take(&candidate)?);
        }
        let mut ranking = Ranking::of(plan, self.weights);
        ranking.measure(articles.iter().filter_map(|bytes| Stored::of_document(bytes)));
        let mut ranked = Vec::with_capacity(articles.len());
        for bytes in articles {
            if let Some(article) = Stored::of_document(&bytes) {
                let (id, score) = (article.id(), ranking.score(&article));
                ranked.push((id, score, bytes));
            }
        }
        ranked.sort_by(|(a, sa, _), (b, sb, _)| sb.score.total_cmp(&sa.score).then(a.cmp(b)));
        Ok(ranked.into_iter().map(|(_, score, bytes)| (bytes, score)).collect())
    }
}

impl Looked {
    fn scores(&self) -> Vec<Score> {
        self.ranked.iter().map(|(_, score)| *score).take(2).collect()
    }

    fn hit(&self, texts: &Texts<'_>, score: &Score) -> Hit {
        let [anchor, heading, text] = texts.passages.get(score.passage).copied().unwrap_or(["", "", texts.summary]);
        Hit {
            id: texts.id,
            lang: self.lang,
            title: texts.title.to_owned(),
            passage: score.passage,
            anchor: anchor.to_owned(),
            heading: heading.to_owned(),
            snippet: snippet::of(text, &self.plan.matcher, &self.plan.patterns),
            score: score.score,
        }
    }
}
