//! Answers from the articles: which passage, how sure, and what is said of it.

use uuid::Uuid;

use super::section::{Links, Section, escaped};
use super::{Heard, Offer, signs};
use crate::app::App;
use crate::check::MAX_QUERY;
use crate::error::Result;
use crate::help::read;
use crate::help::search::{self, Found, Hit};
use crate::language::{Language, texts};

/// Passages that are looked at for one question.
const PASSAGES: usize = 5;
/// Articles that are offered when none answers.
const OFFERED: usize = 3;
/// A longer message does not lean on the one before.
const LONGEST_FOLLOW_UP: usize = 40;

/// Where an answer is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The article's title.
    pub title: String,
    /// Where the passage stands: a path of the site.
    pub url: String,
    /// The article.
    pub article: Uuid,
    /// What imports call it.
    pub key: String,
    /// The language of what is said.
    pub language: Language,
}

/// A part of an article that may answer.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Where it is from.
    pub source: Source,
    /// In the desk's Markdown, as long as fits into a chat.
    pub text: String,
    /// All of it, without signs: what a model reads and is checked by.
    pub plain: String,
}

/// What was found for a question.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// The best first.
    pub passages: Vec<Passage>,
    /// How sure it is that the first one answers, 0 to 1.
    pub confidence: f64,
}

impl Passages {
    /// The passage that answers, when it is sure enough.
    #[must_use]
    pub fn sure(&self) -> Option<&Passage> {
        self.passages.first().filter(|_| self.confidence >= retrieval::ANSWERS)
    }

    /// Articles that are worth a look although none surely answers.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let sources =
            self.passages.iter().filter(|_| self.confidence >= retrieval::FITS).map(|passage| &passage.source);
        sources
            .take(OFFERED)
            .map(|source| Offer::Article { title: source.title.clone(), url: source.url.clone() })
            .collect()
    }
}

/// The passages that may answer a question.
///
/// # Errors
/// When the index or the store fails.
pub async fn find(app: &App, language: Language, question: &str) -> Result<Passages> {
    let question: String = question.chars().take(MAX_QUERY).collect();
    if question.trim().is_empty() {
        return Ok(Passages::default());
    }
    let Found { results, confidence } = search::find(app, language, &question, PASSAGES).await?;
    let desk = app.config.public_url.clone();
    let read = app.db.read(move |tx| {
        let mut passages = Vec::new();
        for hit in &results {
            let body = read::body(tx, hit.article.id, hit.article.language)?;
            passages.extend(body.map(|body| passage(hit, &body, &desk)));
        }
        Ok::<_, store::Error>(passages)
    });
    Ok(Passages { passages: read.await?, confidence })
}

/// As [`find`], for what was said last: read together with the message before it when it goes on with that ("and for ETH?")
/// and finds nothing alone.
///
/// # Errors
/// As [`find`].
pub async fn find_heard(app: &App, heard: &Heard) -> Result<Passages> {
    let message = heard.message();
    let alone = find(app, heard.language, message).await?;
    let leans = message.chars().count() <= LONGEST_FOLLOW_UP && signs::follows_up(message);
    let Some(before) = heard.before().filter(|_| leans && alone.sure().is_none()) else { return Ok(alone) };
    let together = find(app, heard.language, &format!("{before} {message}")).await?;
    Ok(if together.sure().is_some() { together } else { alone })
}

fn passage(hit: &Hit, body: &str, desk: &str) -> Passage {
    let article = &hit.article;
    let page = format!("{desk}/{}/help/articles/{}", article.language, article.slug);
    let section = Section::of(body, &hit.anchor, Links { desk, page: &page, language: article.language });
    let marked: Vec<&str> = hit.snippet.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
    let (mut text, mut plain) = (section.shortened(&marked), section.plain());
    if text.is_empty() {
        // A heading with nothing below it: the snippet is from elsewhere in the article.
        plain = hit.snippet.iter().map(|piece| piece.text.as_str()).collect();
        text = escaped(&plain);
    }
    let source = Source {
        title: article.title.clone(),
        url: hit.url(),
        article: article.id,
        key: hit.key.clone(),
        language: article.language,
    };
    Passage { source, text, plain }
}

/// A text as it is said to somebody who reads `language`. Where it is from stands beside it.
#[must_use]
pub fn said(language: Language, text: &str, sources: &[&Source]) -> String {
    let Some(other) = sources.iter().map(|source| source.language).find(|other| *other != language) else {
        return text.to_owned();
    };
    let name = texts().get(language, &format!("language-{other}"));
    format!("{text}\n\n{}", texts().format(language, "assistant-other-language", &[("language", &name)]))
}
