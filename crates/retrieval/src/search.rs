//! Answering a question: candidates, then a closer look at each.

use tantivy::schema::Value;
use tantivy::{Searcher, TantivyDocument};
use uuid::Uuid;

use crate::article::{Stored, Texts};
use crate::candidates::{self, Candidate, MOST_CANDIDATES};
use crate::confidence;
use crate::dictionary::Dictionary;
use crate::index::{Error, Index};
use crate::lang::Lang;
use crate::question::{self, Plan};
use crate::rank::{Ranking, Score};
use crate::snippet::{self, Snippet};
use crate::weights::Weights;

/// So many hits are given back at most.
pub const MOST_HITS: usize = MOST_CANDIDATES;

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
        self.search_with(langs, question, limit, &Weights::default())
    }

    pub(crate) fn search_with(
        &self,
        langs: &[Lang],
        question: &str,
        limit: usize,
        weights: &Weights,
    ) -> Result<Found, Error> {
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
            let looked = Look { index: self, searcher: &searcher, asked: *asked, weights }.at(*lang, question)?;
            if found.hits.is_empty() {
                found.confidence = confidence::of(&looked.scores());
            }
            for (candidate, score) in &looked.ranked {
                if found.hits.len() >= limit {
                    break;
                }
                let Some(hit) = looked.hit(&searcher, self, candidate, score)? else { continue };
                if !found.hits.iter().any(|known| known.id == hit.id) {
                    found.hits.push(hit);
                }
            }
        }
        Ok(found)
    }

    /// What an article was stored as.
    pub(crate) fn stored(&self, searcher: &Searcher, candidate: &Candidate) -> Result<Option<Vec<u8>>, Error> {
        let address = tantivy::DocAddress::new(candidate.segment as u32, candidate.doc);
        let document: TantivyDocument = searcher.doc(address)?;
        Ok(document.get_first(self.fields.article).and_then(|value| value.as_bytes().map(<[u8]>::to_vec)))
    }
}

/// A look at the articles of one language.
struct Look<'a> {
    index: &'a Index,
    searcher: &'a Searcher,
    asked: Lang,
    weights: &'a Weights,
}

/// What it saw.
struct Looked {
    lang: Lang,
    plan: Plan,
    ranked: Vec<(Candidate, Score)>,
}

impl Look<'_> {
    fn at(&self, lang: Lang, question: &str) -> Result<Looked, Error> {
        let dictionary = Dictionary::of(self.searcher, self.index.fields, lang)?;
        let lexicon = self.index.spoken();
        let generation = self.searcher.generation().generation_id();
        let letters = || self.index.letters.of(&dictionary, generation);
        let reader = question::Reader {
            dictionary: &dictionary,
            lexicon: &lexicon,
            letters: &letters,
            weights: self.weights,
            asked: self.asked,
        };
        let plan = question::read(&reader, question);
        let candidates = candidates::of(self.searcher, &dictionary, self.index.fields, &plan.terms, MOST_CANDIDATES)?;
        let ranked = self.rank(&plan, candidates)?;
        Ok(Looked { lang, plan, ranked })
    }

    fn rank(&self, plan: &Plan, candidates: Vec<Candidate>) -> Result<Vec<(Candidate, Score)>, Error> {
        let mut articles = Vec::new();
        for candidate in candidates {
            articles.extend(self.index.stored(self.searcher, &candidate)?.map(|stored| (candidate, stored)));
        }
        let mut ranking = Ranking::of(plan, self.weights);
        ranking.measure(articles.iter().filter_map(|(_, stored)| Stored::read(stored)));
        let mut ranked = Vec::new();
        for (candidate, stored) in &articles {
            if let Some(article) = Stored::read(stored) {
                ranked.push((*candidate, article.id(), ranking.score(&article)));
            }
        }
        ranked.sort_by(|(_, a, sa), (_, b, sb)| sb.score.total_cmp(&sa.score).then(a.cmp(b)));
        Ok(ranked.into_iter().map(|(candidate, _, score)| (candidate, score)).collect())
    }
}

impl Looked {
    fn scores(&self) -> Vec<Score> {
        self.ranked.iter().map(|(_, score)| *score).take(2).collect()
    }

    fn hit(&self, searcher: &Searcher, index: &Index, candidate: &Candidate, score: &Score) -> Result<Option<Hit>, Error> {
        let Some(stored) = index.stored(searcher, candidate)? else { return Ok(None) };
        let Some(Texts { id, title, summary, passages }) = Stored::read(&stored).and_then(|stored| stored.texts()) else {
            return Ok(None);
        };
        let [anchor, heading, text] = passages.get(score.passage).copied().unwrap_or(["", "", summary]);
        Ok(Some(Hit {
            id,
            lang: self.lang,
            title: title.to_owned(),
            passage: score.passage,
            anchor: anchor.to_owned(),
            heading: heading.to_owned(),
            snippet: snippet::of(text, &self.plan.matcher, &self.plan.patterns),
            score: score.score,
        }))
    }
}
