//! What customers read: published texts, in their language or in the nearest that there is.

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use super::articles::{self, Article};
use super::body::{self, Heading, RENDERER};
use super::{language, stored};
use crate::clock::Micros;
use crate::language::Language;
use crate::people::Actor;

/// An article as it is read in one language.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// The language of what follows: not always the one that was asked for.
    pub language: Language,
    /// Its version.
    pub version: i64,
    /// One line.
    pub title: String,
    /// One line; may be empty.
    pub summary: String,
    /// Safe HTML.
    pub html: String,
    /// Its headings.
    pub contents: Vec<Heading>,
    /// How long it takes to read.
    pub minutes: i64,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who looked at it last.
    pub reviewer: Option<String>,
    /// When this version went out.
    pub published_at: Micros,
    /// When somebody last said that it is right.
    pub reviewed_at: Micros,
    /// When it is to be looked at again.
    pub due_at: Option<Micros>,
    /// The languages in which there is one.
    pub languages: Vec<Language>,
}

/// The languages in which somebody who reads `wanted` may be answered, the best first.
#[must_use]
pub fn nearest(wanted: Language) -> [Language; 5] {
    use Language::{En, Ja, Ko, ZhCn, ZhTw};
    match wanted {
        ZhCn => [ZhCn, ZhTw, En, Ko, Ja],
        ZhTw => [ZhTw, ZhCn, En, Ko, Ja],
        En => [En, ZhCn, ZhTw, Ko, Ja],
        Ko => [Ko, En, ZhCn, ZhTw, Ja],
        Ja => [Ja, En, ZhCn, ZhTw, Ko],
    }
}

/// The article of an address, if it is published in any language. Its slug of today may be another one.
pub fn article(tx: &mut Tx<'_>, slug: &str, wanted: Language) -> Result<Option<Reading>, Error> {
    let Some(article) = articles::at(tx, slug)?.filter(|article| article.archived_at.is_none()) else {
        return Ok(None);
    };
    let texts = texts(tx, article.id)?;
    let near = |language| texts.iter().find(|text| text.language == language);
    let Some(text) = nearest(wanted).into_iter().find_map(near) else { return Ok(None) };
    let languages: Vec<Language> = texts.iter().map(|text| text.language).collect();
    reading(tx, &article, text, &languages)
}

/// A version of a policy that was in force.
pub fn version(tx: &mut Tx<'_>, article: &Article, language: Language, number: i64) -> Result<Option<Reading>, Error> {
    let text = Text { language, version: number, reviewer: None, reviewed_at: None, due_at: None };
    reading(tx, article, &text, &[language])
}

/// What is published of an article in one language.
struct Text {
    language: Language,
    version: i64,
    reviewer: Option<Uuid>,
    reviewed_at: Option<Micros>,
    due_at: Option<Micros>,
}

fn texts(tx: &mut Tx<'_>, article: Uuid) -> Result<Vec<Text>, Error> {
    const FIND: &str = "SELECT language, version, reviewer_id, reviewed_at, due_at FROM article_text
        WHERE article_id = $1 AND version IS NOT NULL";
    let mut texts = tx.query(FIND, params![article], |row| {
        Ok(Text {
            language: language(row, 0)?,
            version: row.get(1)?,
            reviewer: row.opt(2)?,
            reviewed_at: row.opt(3)?,
            due_at: row.opt(4)?,
        })
    })?;
    texts.sort_unstable_by_key(|text| text.language);
    Ok(texts)
}

fn reading(tx: &mut Tx<'_>, article: &Article, text: &Text, languages: &[Language]) -> Result<Option<Reading>, Error> {
    const FIND: &str =
        "SELECT v.title, v.summary, v.renderer, v.html, v.contents, v.minutes, w.name, r.name, v.published_at
        FROM article_version v LEFT JOIN agent w ON w.id = v.author_id LEFT JOIN agent r ON r.id = $1
        WHERE v.article_id = $2 AND v.language = $3 AND v.number = $4";
    let params = params![text.reviewer, article.id, text.language.tag(), text.version];
    let found = tx.first(FIND, params, |row| {
        let published_at = row.get(8)?;
        let reading = Reading {
            language: text.language,
            version: text.version,
            title: row.get(0)?,
            summary: row.get(1)?,
            html: row.get(3)?,
            contents: stored(row, 4)?,
            minutes: row.get(5)?,
            author: row.opt(6)?,
            reviewer: row.opt(7)?,
            published_at,
            reviewed_at: text.reviewed_at.unwrap_or(published_at),
            due_at: text.due_at,
            languages: languages.to_vec(),
            article: article.clone(),
        };
        Ok((reading, row.get::<i64>(2)?))
    })?;
    let Some((mut reading, renderer)) = found else { return Ok(None) };
    if renderer != RENDERER {
        draw_anew(tx, &mut reading)?;
    }
    Ok(Some(reading))
}

/// The Markdown of what is published of an article in one language.
pub fn body(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<Option<String>, Error> {
    const BODY: &str =
        "SELECT v.body FROM article_text t JOIN article a ON a.id = t.article_id AND a.archived_at IS NULL
        JOIN article_version v ON v.article_id = t.article_id AND v.language = t.language AND v.number = t.version
        WHERE t.article_id = $1 AND t.language = $2";
    tx.first(BODY, params![article, language.tag()], |row| row.get(0))
}

/// What an earlier renderer drew is drawn as today's does.
fn draw_anew(tx: &mut Tx<'_>, reading: &mut Reading) -> Result<(), Error> {
    const BODY: &str = "SELECT body FROM article_version WHERE article_id = $1 AND language = $2 AND number = $3";
    let params = params![reading.article.id, reading.language.tag(), reading.version];
    let body: String = tx.first(BODY, params, |row| row.get(0))?.unwrap_or_default();
    let drawn = body::draw(&body, reading.language);
    (reading.html, reading.contents, reading.minutes) = (drawn.html, drawn.contents, drawn.minutes);
    Ok(())
}

/// The languages in which an article is published.
pub fn languages(tx: &mut Tx<'_>, article: Uuid) -> Result<Vec<Language>, Error> {
    Ok(texts(tx, article)?.into_iter().map(|text| text.language).collect())
}

/// An article in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: Uuid,
    /// In its address.
    pub slug: String,
    /// Where it stands.
    pub section: Uuid,
    /// The language of title and summary.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// One line; may be empty.
    pub summary: String,
}

/// Published texts, as [`listed`] reads them, with what the search calls their articles.
const LISTED: &str = "SELECT a.id, a.slug, a.section_id, t.language, t.title, t.summary, a.key
    FROM article a JOIN article_text t ON t.article_id = a.id
    WHERE a.archived_at IS NULL AND t.version IS NOT NULL";

/// Published articles of some sections, in their order, each in the nearest language.
pub fn of_sections(tx: &mut Tx<'_>, sections: &[Uuid], wanted: Language) -> Result<Vec<Listed>, Error> {
    let of_section = format!("{LISTED} AND a.section_id = $1 ORDER BY a.place, a.id");
    let mut found: Vec<Listed> = Vec::new();
    for section in sections {
        for listed in tx.query(&of_section, params![*section], listed)? {
            nearer(&mut found, listed, wanted);
        }
    }
    Ok(found)
}

/// Published articles by their slugs, in that order; those that are not there are left out.
pub fn of_slugs(tx: &mut Tx<'_>, slugs: &[String], wanted: Language) -> Result<Vec<Listed>, Error> {
    let of_slug = format!("{LISTED} AND a.slug = $1");
    let exact = format!("{LISTED} AND a.slug = $1 AND t.language = $2");
    let mut found: Vec<Listed> = Vec::new();
    for slug in slugs {
        // Most are there in the language wanted: one row then, and not one for each language.
        if let Some(there) = tx.first(&exact, params![slug, wanted.tag()], listed)? {
            found.push(there);
            continue;
        }
        for listed in tx.query(&of_slug, params![slug], listed)? {
            nearer(&mut found, listed, wanted);
        }
    }
    Ok(found)
}

/// One published text of an article, with what the search calls the article.
pub fn listed_text(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<Option<(Listed, String)>, Error> {
    let of_text = format!("{LISTED} AND a.id = $1 AND t.language = $2");
    tx.first(&of_text, params![article, language.tag()], |row| Ok((listed(row)?, row.get(6)?)))
}

/// A row that begins with id, slug, section, language, title and summary.
pub(super) fn listed(row: &Row<'_>) -> Result<Listed, Error> {
    Ok(Listed {
        id: row.get(0)?,
        slug: row.get(1)?,
        section: row.get(2)?,
        language: language(row, 3)?,
        title: row.get(4)?,
        summary: row.get(5)?,
    })
}

/// Keeps of each article the text that is nearest to the language wanted. Texts of one article come one after the other.
fn nearer(found: &mut Vec<Listed>, listed: Listed, wanted: Language) {
    let order = nearest(wanted);
    let rank = |language: Language| order.iter().position(|near| *near == language);
    match found.last_mut().filter(|last| last.id == listed.id) {
        Some(last) if rank(listed.language) < rank(last.language) => *last = listed,
        Some(_) => {}
        None => found.push(listed),
    }
}

/// A version of a policy, in a list.
#[derive(Clone, Copy, Debug)]
pub struct InForce {
    /// Its number.
    pub number: i64,
    /// From when.
    pub from: Micros,
}

/// The versions of a text, the newest first.
pub fn versions(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<Vec<InForce>, Error> {
    const FIND: &str = "SELECT number, published_at FROM article_version WHERE article_id = $1 AND language = $2
        ORDER BY number DESC";
    tx.query(FIND, params![article, language.tag()], |row| Ok(InForce { number: row.get(0)?, from: row.get(1)? }))
}

/// Who stands in a row as kind and id.
pub fn actor(row: &Row<'_>, kind: usize) -> Result<Option<Actor>, Error> {
    Ok(row.opt::<String>(kind)?.and_then(|name| Actor::parse(&name, row.opt(kind + 1).ok().flatten())))
}
