//! What the search of the help center answers.

use tokio::sync::Notify;

use super::read::Listed;
use crate::app::App;
use crate::error::Result;
use crate::language::Language;

/// What requests share with the follower.
#[derive(Default)]
pub struct Help {
    changed: Notify,
}

impl Help {
    /// A text was published or taken away here: the follower need not wait for its next look.
    pub fn changed(&self) {
        self.changed.notify_one();
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

/// The articles that answer a question.
///
/// # Errors
/// When the index or the store fails.
pub async fn find(_app: &App, _language: Language, _question: &str, _limit: usize) -> Result<Found> {
    Ok(Found::default())
}

/// Articles that fit what was typed so far.
///
/// # Errors
/// When the index or the store fails.
pub async fn suggest(_app: &App, _language: Language, _typed: &str, _limit: usize) -> Result<Vec<Listed>> {
    Ok(Vec::new())
}
