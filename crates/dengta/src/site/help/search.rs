//! The search of the help center: its page, suggestions while typing, passages beside the form.

use std::collections::HashMap;

use axum::extract::{RawQuery, State};
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use uuid::Uuid;

use crate::app::App;
use crate::check::{Json, MAX_QUERY};
use crate::error::Result;
use crate::help::lists;
use crate::help::read::{self, Listed, nearest};
use crate::help::search::{self, Hit, Piece};
use crate::language::Language;
use crate::site::help::views::{Answer, Fit, Linked, SearchPage};
use crate::site::help::{linked, other};
use crate::site::{Visit, head, html};

/// Results on the page.
const RESULTS: usize = 10;
/// Those that fit so much worse than the best one are no answers.
const NEAR: f64 = 0.2;
/// Suggestions while typing.
const SUGGESTIONS: usize = 6;
/// Passages beside the form: more would be in the way.
const PASSAGES: usize = 3;

/// What is searched for, of whatever was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// On one line, at most [`MAX_QUERY`] characters, without signs that cannot be seen.
    pub text: String,
    /// Whether there was more.
    pub cut: bool,
}

impl Question {
    /// Reads `q` of a query.
    #[must_use]
    pub fn of(query: Option<&str>) -> Question {
        let pairs = form_urlencoded::parse(query.unwrap_or("").as_bytes());
        let asked = pairs.into_iter().find(|(name, _)| name == "q");
        asked.map_or_else(Question::default, |(_, value)| Question::read(&value))
    }

    /// Reads what was typed.
    #[must_use]
    pub fn read(typed: &str) -> Question {
        let mut text = String::new();
        let seen: String = typed.chars().filter(|c| !is_unseen(*c)).collect();
        for word in seen.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
            if !text.is_empty() {
                text.push(' ');
            }
            text += word;
        }
        match text.char_indices().nth(MAX_QUERY) {
            Some((end, _)) => Question { text: text[..end].trim_end().to_owned(), cut: true },
            None => Question { text, cut: false },
        }
    }

    /// The address of `path` with the question in it.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        if self.text.is_empty() {
            return path.to_owned();
        }
        format!("{path}?q={}", utf8_percent_encode(&self.text, NON_ALPHANUMERIC))
    }
}

/// Signs that turn the direction of what follows, or stand for nothing. Joiners stay: emoji are made with them.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
}

/// `GET /{lang}/search`
pub async fn show(State(app): State<App>, visit: Visit, RawQuery(query): RawQuery) -> Result<Response> {
    let question = Question::of(query.as_deref());
    let mut found = match question.text.is_empty() {
        true => search::Found::default(),
        false => search::find(&app, visit.language, &question.text, RESULTS).await?,
    };
    let sure = found.is_sure();
    found.results = near(found.results, visit.language);
    let results = answers(&app, &visit, found.results).await?;
    let mut p = visit.page(&app);
    p.path = question.href("/search");
    p.head = Some(head::hidden(&question.text));
    Ok(html(&SearchPage {
        p,
        cut: question.cut.then_some(MAX_QUERY),
        results,
        sure,
        ask: visit.href(&question.href("/ask")),
        question: question.text,
    }))
}

/// Those that fit about as well as the best one, in the reader's language; scores of others compare to nothing here.
fn near(mut hits: Vec<Hit>, language: Language) -> Vec<Hit> {
    let best = hits.first().map_or(0.0, |hit| hit.score);
    hits.retain(|hit| hit.score >= best * NEAR || hit.article.language != language);
    hits
}

/// Results with where they stand, which is read once for each section.
async fn answers(app: &App, visit: &Visit, hits: Vec<Hit>) -> Result<Vec<Answer>> {
    let mut sections: Vec<Uuid> = hits.iter().map(|hit| hit.article.section).collect();
    sections.sort_unstable();
    sections.dedup();
    let language = visit.language;
    let paths: HashMap<Uuid, String> = app
        .db
        .read(move |tx| {
            let mut paths = HashMap::new();
            for section in &sections {
                let steps = lists::path(tx, *section)?;
                let names: Vec<&str> = steps.iter().map(|step| lists::told(&step.titles, language).1).collect();
                paths.insert(*section, names.join(" › "));
            }
            Ok::<_, store::Error>(paths)
        })
        .await?;
    let answer = |(hit, link): (Hit, Linked)| Answer {
        path: paths.get(&hit.article.section).cloned().unwrap_or_default(),
        snippet: hit.snippet,
        link,
    };
    Ok(passages_of(app, visit, hits).await?.into_iter().map(answer).collect())
}

/// Hits with links to their passages. One in another language than the reader's is on the reader's page of the article when
/// that shows this very text; else on the page of its own language.
async fn passages_of(app: &App, visit: &Visit, hits: Vec<Hit>) -> Result<Vec<(Hit, Linked)>> {
    let language = visit.language;
    let others: Vec<(Uuid, Language)> = hits.iter().map(|hit| (hit.article.id, hit.article.language)).collect();
    let elsewhere = app.db.read(move |tx| {
        let mut elsewhere = Vec::new();
        for (article, of) in others.iter().filter(|(_, of)| *of != language) {
            let there = read::languages(tx, *article)?;
            if nearest(language).into_iter().find(|near| there.contains(near)) != Some(*of) {
                elsewhere.push(*article);
            }
        }
        Ok::<_, store::Error>(elsewhere)
    });
    let elsewhere = elsewhere.await?;
    let link = |hit: Hit| {
        let mut link = linked(visit, &hit.article);
        if elsewhere.contains(&hit.article.id) {
            link.href = hit.url();
        } else if !hit.anchor.is_empty() {
            link.href += &format!("#{}", hit.anchor);
        }
        (hit, link)
    };
    Ok(hits.into_iter().map(link).collect())
}

/// Passages that fit what is being written. What has little to do with it would only be in the way.
pub async fn fitting(app: &App, visit: &Visit, typed: &str) -> Result<Vec<Fit>> {
    let question = Question::read(typed);
    if question.text.is_empty() {
        return Ok(Vec::new());
    }
    let found = search::find(app, visit.language, &question.text, PASSAGES).await?;
    if found.confidence < retrieval::FITS {
        return Ok(Vec::new());
    }
    let near = near(found.results, visit.language);
    let fit = |(hit, link): (Hit, Linked)| Fit {
        solved: visit.href(&format!("/help/articles/{}/solved", hit.article.slug)),
        language: hit.article.language,
        snippet: hit.snippet,
        link,
    };
    Ok(passages_of(app, visit, near).await?.into_iter().map(fit).collect())
}

/// What the page's script is told.
#[derive(Serialize)]
pub struct Told<T> {
    results: Vec<T>,
}

/// An article while typing.
#[derive(Serialize)]
pub struct Suggestion {
    title: String,
    href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Language>,
}

/// `GET /{lang}/search/suggestions`
pub async fn suggestions(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Json<Told<Suggestion>>> {
    let question = Question::of(query.as_deref());
    let found = match question.text.is_empty() {
        true => Vec::new(),
        false => search::suggest(&app, visit.language, &question.text, SUGGESTIONS).await?,
    };
    let told = |listed: Listed| {
        let Linked { href, label, lang, .. } = linked(&visit, &listed);
        Suggestion { title: label, href, lang }
    };
    Ok(Json(Told { results: found.into_iter().map(told).collect() }))
}

/// A passage beside the form.
#[derive(Serialize)]
pub struct Passage {
    title: String,
    href: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Language>,
    snippet: Vec<Part>,
    solved: String,
    language: Language,
}

/// A piece of a snippet.
#[derive(Serialize)]
struct Part {
    text: String,
    marked: bool,
}

/// `GET /{lang}/search/passages`
pub async fn passages(State(app): State<App>, visit: Visit, RawQuery(query): RawQuery) -> Result<Json<Told<Passage>>> {
    let fits = fitting(&app, &visit, &Question::of(query.as_deref()).text).await?;
    let part = |Piece { text, marked }: Piece| Part { text, marked };
    let told = |fit: Fit| Passage {
        title: fit.link.label,
        href: fit.link.href,
        lang: other(fit.language, visit.language),
        snippet: fit.snippet.into_iter().map(part).collect(),
        solved: fit.solved,
        language: fit.language,
    };
    Ok(Json(Told { results: fits.into_iter().map(told).collect() }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn questions_are_what_can_be_seen_of_them() {
        let read = |typed: &str| Question::read(typed).text;
        assert_eq!(read("  充值\t未到账\r\n怎么办 \u{0}"), "充值 未到账 怎么办");
        assert_eq!(read("a\u{202e}b\u{feff}"), "ab");
        assert_eq!(read("👩‍👧 ?"), "👩‍👧 ?");
        assert_eq!(Question::of(Some("x=1&q=2FA%20%E4%B8%A2%E4%BA%86&q=z")).text, "2FA 丢了");
        assert_eq!(Question::of(Some("q=%ff%fe")).text, "");
        let long = Question::read(&"充".repeat(10_000));
        assert_eq!((long.text.chars().count(), long.cut), (MAX_QUERY, true));
        assert_eq!(Question::read("a&b").href("/ask"), "/ask?q=a%26b");
        assert_eq!(Question::default().href("/ask"), "/ask");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(typed in "\\PC{0,600}") {
            let once = Question::read(&typed).text;
            prop_assert_eq!(&Question::read(&once).text, &once);
            prop_assert_eq!(Question::of(Some(Question::read(&typed).href("").trim_start_matches('?'))).text, once);
        }
    }
}
