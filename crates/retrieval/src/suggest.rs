//! Titles that fit what is typed so far.

use uuid::Uuid;

use crate::article::Stored;
use crate::candidates::{self, Within};
use crate::dictionary::Dictionary;
use crate::index::{Error, Index};
use crate::lang::Lang;
use crate::question::{self, beginning};
use crate::rank::Ranking;
use crate::search::Shelf;
use crate::symbols::{self, Symbol};
use crate::terms;
use crate::weights::Weights;

/// So many titles are looked at.
const MOST_LOOKED_AT: usize = 32;
/// So many words that begin as the last one does.
const MOST_ENDINGS: usize = 40;
/// So many suggestions are given back at most.
pub const MOST_SUGGESTIONS: usize = MOST_LOOKED_AT;

/// A title that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The article.
    pub id: Uuid,
    /// Its title, as it was given.
    pub title: String,
}

impl Index {
    /// Titles that fit what is typed so far, up to `limit` ([`MOST_SUGGESTIONS`]): the last word may be unfinished, and the
    /// words may stand in the title, the keywords or the headings.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn suggest(&self, lang: Lang, typed: &str, limit: usize) -> Result<Vec<Suggestion>, Error> {
        let searcher = self.reader.searcher();
        let dictionary = Dictionary::of(&searcher, self.fields, lang)?;
        let lexicon = self.spoken();
        let generation = searcher.generation().generation_id();
        let letters = || self.letters.of(&dictionary, generation);
        let weights = Weights::suggesting();
        let typed = beginning(typed);
        let (endings, known) = endings(&dictionary, typed);
        let reader = question::Reader {
            dictionary: &dictionary,
            lexicon: &lexicon,
            letters: &letters,
            weights: &weights,
            asked: lang,
        };
        let mut plan = question::read(&reader, typed);
        let mut sought = std::mem::take(&mut plan.terms);
        if !known {
            sought.extend(endings.iter().map(|stem| {
                let term = terms::word(lang, stem);
                let weight = dictionary.information(dictionary.count_in_heads(&term));
                (term, weight)
            }));
        }
        sought.sort_by(|(a, wa), (b, wb)| wb.total_cmp(wa).then(a.cmp(b)));
        let found = candidates::of(&searcher, &dictionary, &sought, Within::Heads, MOST_LOOKED_AT)?;

        let endings: Vec<Symbol> = endings.iter().map(|stem| symbols::word(stem)).collect();
        let row = symbols::of(typed);
        let mut ranking = Ranking::of(&plan, &weights);
        let mut shelf = Shelf::of(&searcher);
        let mut fitting = Vec::new();
        for candidate in found {
            let stored = shelf.take(&candidate)?;
            let Some(article) = Stored::of_document(&stored) else { continue };
            let title = article.title();
            let mut score = ranking.title(&article);
            // The title has it just as it was typed; or begins with it.
            if !row.is_empty() && title.windows(row.len()).any(|part| part == row) {
                score *= 1.5;
            }
            if !row.is_empty() && title.starts_with(&row) {
                score *= 1.5;
            }
            if title.iter().any(|symbol| endings.contains(symbol)) {
                score += dictionary.information(1);
            }
            if score > 0.0
                && let Some(texts) = article.texts()
            {
                fitting.push((score, texts.id, texts.title.to_owned()));
            }
        }
        fitting.sort_by(|(a, one, _), (b, other, _)| b.total_cmp(a).then(one.cmp(other)));
        fitting.truncate(limit.min(MOST_SUGGESTIONS));
        Ok(fitting.into_iter().map(|(_, id, title)| Suggestion { id, title }).collect())
    }
}

/// Words of titles that begin as the last word of `typed` does, and whether that word is one itself.
fn endings(dictionary: &Dictionary, typed: &str) -> (Vec<String>, bool) {
    let mut last = None;
    let whole = symbols::whole(typed);
    symbols::each(&whole, |unit| {
        last = Some((unit.symbol, unit.plain.to_owned(), unit.term.to_owned(), unit.range.end))
    });
    let Some((symbol, plain, stem, end)) = last else { return (Vec::new(), false) };
    if !symbols::is_word(symbol) || end < whole.len() {
        return (Vec::new(), false);
    }
    let prefix = terms::word(dictionary.lang, &plain);
    let mut found: Vec<(String, u32)> = Vec::new();
    dictionary.beginning(&prefix, true, MOST_ENDINGS, |rest, count| {
        let word = format!("{plain}{rest}");
        match found.iter_mut().find(|(known, _)| *known == word) {
            Some((_, known)) => *known += count,
            None => found.push((word, count)),
        }
        true
    });
    found.sort_by(|(a, ca), (b, cb)| cb.cmp(ca).then(a.cmp(b)));
    let known = dictionary.count_in_heads(&terms::word(dictionary.lang, &stem)) > 0 && plain.len() > 4;
    (found.into_iter().take(MOST_ENDINGS).map(|(word, _)| word).collect(), known)
}
