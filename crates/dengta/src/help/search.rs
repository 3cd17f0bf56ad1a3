//! Finding articles: the index answers which, the store says what they are now.
//!
//! - The index holds what was published, as the follower wrote it ([`super::follow`]); what is found is loaded again, and
//!   what was taken away meanwhile is not shown.
//! - A question is answered in its own language first, then in those that its readers may know.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use retrieval::{Index, Lang, Lexicon};
use tokio::sync::Notify;

use super::read::{self, Listed, nearest};
use crate::app::App;
use crate::error::{Problem, Result};
use crate::language::Language;

/// What requests share with the follower.
pub struct Help {
    pub(super) folder: PathBuf,
    pub(super) changed: Notify,
    index: RwLock<Option<Arc<Index>>>,
}

impl Help {
    /// The help center of the desk whose data are in `data`. It finds nothing until the follower has opened the index.
    #[must_use]
    pub fn new(data: &Path) -> Help {
        Help { folder: data.join("help-search"), changed: Notify::new(), index: RwLock::default() }
    }

    /// A text was published or taken away here: the follower need not wait for its next look.
    pub fn changed(&self) {
        self.changed.notify_one();
    }

    pub(super) fn show(&self, index: Arc<Index>) {
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = Some(index);
    }

    fn index(&self) -> Option<Arc<Index>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A piece of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Words of the article.
    pub text: String,
    /// Whether they are what was asked for.
    pub marked: bool,
}

/// An article that answers.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The article, in the language of the snippet.
    pub article: Listed,
    /// What the search calls it: the id that an import gave.
    pub key: String,
    /// The heading under which the passage stands; empty for the beginning.
    pub anchor: String,
    /// The passage that fits best.
    pub snippet: Vec<Piece>,
    /// The better, the higher.
    pub score: f64,
}

impl Hit {
    /// Where the passage stands.
    #[must_use]
    pub fn url(&self) -> String {
        let page = format!("/{}/help/articles/{}", self.article.language, self.article.slug);
        if self.anchor.is_empty() { page } else { format!("{page}#{}", self.anchor) }
    }
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// One for each article, the best first.
    pub results: Vec<Hit>,
    /// How sure it is that the first one answers, 0 to 1.
    pub confidence: f64,
}

impl Found {
    /// Whether the first one is worth to be offered as the answer.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        !self.results.is_empty() && self.confidence >= retrieval::ANSWERS
    }
}

/// A language as the index calls it.
pub(super) const fn lang(language: Language) -> Lang {
    match language {
        Language::ZhCn => Lang::ZhCn,
        Language::ZhTw => Lang::ZhTw,
        Language::En => Lang::En,
        Language::Ko => Lang::Ko,
        Language::Ja => Lang::Ja,
    }
}

const fn language(lang: Lang) -> Language {
    match lang {
        Lang::ZhCn => Language::ZhCn,
        Lang::ZhTw => Language::ZhTw,
        Lang::En => Language::En,
        Lang::Ko => Language::Ko,
        Lang::Ja => Language::Ja,
    }
}

/// Asks the index, on a thread that may take its time.
async fn ask<T: Send + 'static>(
    app: &App,
    ask: impl FnOnce(&Index) -> Result<T, retrieval::Error> + Send + 'static,
) -> Result<Option<T>> {
    let Some(index) = app.help.index() else { return Ok(None) };
    let answered = tokio::task::spawn_blocking(move || ask(&index)).await;
    match answered {
        Ok(Ok(answer)) => Ok(Some(answer)),
        Ok(Err(error)) => Err(broken(&error)),
        Err(error) => Err(broken(&error)),
    }
}

pub(super) fn broken(error: &dyn std::fmt::Display) -> Problem {
    tracing::error!(%error, "the search of the help center");
    Problem::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, "internal")
}

/// The articles that answer a question.
///
/// # Errors
/// When the index or the store fails.
pub async fn find(app: &App, asked: Language, question: &str, limit: usize) -> Result<Found> {
    let (langs, question) = (nearest(asked).map(lang), question.to_owned());
    let found = ask(app, move |index| index.search(&langs, &question, limit)).await?;
    loaded(app, found.unwrap_or_default()).await
}

/// As [`find`], with the question read by a lexicon that is not saved.
///
/// # Errors
/// When the index or the store fails.
pub async fn find_with(app: &App, lexicon: Lexicon, asked: Language, question: &str, limit: usize) -> Result<Found> {
    let (langs, question) = (nearest(asked).map(lang), question.to_owned());
    let found = ask(app, move |index| index.search_with(&lexicon, &langs, &question, limit)).await?;
    loaded(app, found.unwrap_or_default()).await
}

/// What was found, as the store has it now.
async fn loaded(app: &App, found: retrieval::Found) -> Result<Found> {
    let confidence = found.confidence;
    let loaded = app.db.read(move |tx| {
        let mut results = Vec::new();
        for hit in &found.hits {
            let Some((article, key)) = read::listed_text(tx, hit.id, language(hit.lang))? else { continue };
            let snippet = pieces(&hit.snippet.text, &hit.snippet.marks);
            results.push(Hit { article, key, anchor: hit.anchor.clone(), snippet, score: f64::from(hit.score) });
        }
        Ok::<_, store::Error>(results)
    });
    Ok(Found { results: loaded.await?, confidence })
}

/// A text in pieces: what is marked and what is not, in turn.
fn pieces(text: &str, marks: &[std::ops::Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |range: std::ops::Range<usize>, marked| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    for mark in marks {
        push(at..mark.start, false);
        push(mark.clone(), true);
        at = mark.end;
    }
    push(at..text.len(), false);
    pieces
}

/// Articles that fit what was typed so far: in the language asked for, or else in the nearest that has any.
///
/// # Errors
/// When the index or the store fails.
pub async fn suggest(app: &App, asked: Language, typed: &str, limit: usize) -> Result<Vec<Listed>> {
    let typed = typed.to_owned();
    let suggested = ask(app, move |index| {
        for spoken in nearest(asked) {
            let found = index.suggest(lang(spoken), &typed, limit)?;
            if !found.is_empty() {
                return Ok((spoken, found));
            }
        }
        Ok((asked, Vec::new()))
    });
    let Some((spoken, found)) = suggested.await? else { return Ok(Vec::new()) };
    let loaded = app.db.read(move |tx| {
        let mut listed = Vec::new();
        for suggestion in &found {
            listed.extend(read::listed_text(tx, suggestion.id, spoken)?.map(|(article, _)| article));
        }
        Ok::<_, store::Error>(listed)
    });
    Ok(loaded.await?)
}
