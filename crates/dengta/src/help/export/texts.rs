//! What there is of an article: what customers read, or also what they did and what they will.

use std::collections::HashMap;

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::clock::{Micros, rfc3339};
use crate::help::articles::Article;
use crate::help::content::{Content, Translates};
use crate::help::import::State;
use crate::help::made::{Confirmed, Made};
use crate::help::{language, stored};
use crate::language::Language;

/// A text of an article.
pub struct Text {
    pub language: Language,
    pub content: Content,
    pub state: State,
    /// Number and time of a version.
    pub version: Option<(i64, Micros)>,
    /// Nothing, where only what customers read is written.
    pub made: Made,
}

/// What customers read of a text.
struct Shown {
    version: i64,
    confirmed: Option<Confirmed>,
}

const SAID: &str =
    "s.language, s.title, s.summary, s.keywords, s.body, s.translates, s.translates_number, author.email";

/// The texts of an article, versions before drafts, and by languages.
pub fn of(tx: &mut Tx<'_>, article: &Article, all: bool) -> Result<Vec<Text>, Error> {
    let shown = if article.archived_at.is_some() { HashMap::new() } else { shown(tx, article.id)? };
    let mut texts = versions(tx, article.id, &shown, all)?;
    if all {
        texts.extend(drafts(tx, article.id)?);
    } else {
        texts.retain(|text| text.state == State::Published);
        texts.iter_mut().for_each(|text| text.made = Made::default());
    }
    texts.sort_by_key(|text| (text.state == State::Draft, text.language, text.version.map(|(number, _)| number)));
    Ok(texts)
}

fn shown(tx: &mut Tx<'_>, article: Uuid) -> Result<HashMap<Language, Shown>, Error> {
    const FIND: &str = "SELECT t.language, t.version, t.reviewed_at, v.published_at, reviewer.email FROM article_text t
        JOIN article_version v ON v.article_id = t.article_id AND v.language = t.language AND v.number = t.version
        LEFT JOIN agent reviewer ON reviewer.id = t.reviewer_id
        WHERE t.article_id = $1";
    let shown = tx.query(FIND, params![article], |row| {
        let (reviewed, published): (Option<Micros>, Micros) = (row.opt(2)?, row.get(3)?);
        let since = reviewed.filter(|at| *at > published);
        let by = row.opt(4)?;
        let confirmed = since.map(|at| Confirmed { at: rfc3339(at), by });
        Ok((language(row, 0)?, Shown { version: row.get(1)?, confirmed }))
    })?;
    Ok(shown.into_iter().collect())
}

fn versions(tx: &mut Tx<'_>, article: Uuid, shown: &HashMap<Language, Shown>, all: bool) -> Result<Vec<Text>, Error> {
    let shown_only =
        "JOIN article_text t ON t.article_id = s.article_id AND t.language = s.language AND t.version = s.number";
    let find = format!(
        "SELECT {SAID}, reviewer.email, s.number, s.published_at FROM article_version s {}
        LEFT JOIN agent author ON author.id = s.author_id LEFT JOIN agent reviewer ON reviewer.id = s.reviewer_id
        WHERE s.article_id = $1",
        if all { "" } else { shown_only }
    );
    tx.query(&find, params![article], |row| {
        let (language, content, mut made) = said(row)?;
        made.reviewer = row.opt(8)?;
        let (number, at) = (row.get(9)?, row.get(10)?);
        let state = match shown.get(&language) {
            Some(shown) if shown.version == number => {
                made.confirmed.clone_from(&shown.confirmed);
                State::Published
            }
            Some(shown) if shown.version > number => State::Superseded,
            _ => State::Withdrawn,
        };
        Ok(Text { language, content, state, version: Some((number, at)), made })
    })
}

fn drafts(tx: &mut Tx<'_>, article: Uuid) -> Result<Vec<Text>, Error> {
    const ADDRESS: &str = "SELECT email FROM agent WHERE id = $1";
    let find = format!(
        "SELECT {SAID}, s.writers FROM article_draft s LEFT JOIN agent author ON author.id = s.author_id
        WHERE s.article_id = $1"
    );
    let found = tx.query(&find, params![article], |row| Ok((said(row)?, stored::<Vec<Uuid>>(row, 8)?)))?;
    let mut drafts = Vec::with_capacity(found.len());
    for ((language, content, mut made), writers) in found {
        for writer in writers {
            made.writers.extend(tx.first(ADDRESS, params![writer], |row| row.get::<String>(0))?);
        }
        drafts.push(Text { language, content, state: State::Draft, version: None, made });
    }
    Ok(drafts)
}

fn said(row: &Row<'_>) -> Result<(Language, Content, Made), Error> {
    let content = Content { title: row.get(1)?, summary: row.get(2)?, keywords: stored(row, 3)?, body: row.get(4)? };
    let translates = match row.opt::<i64>(6)? {
        Some(number) => Some(Translates { language: language(row, 5)?, number }.into()),
        None => None,
    };
    Ok((language(row, 0)?, content, Made { translates, author: row.opt(7)?, ..Made::default() }))
}
