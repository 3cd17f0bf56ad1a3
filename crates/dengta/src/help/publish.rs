//! What changes what customers read: a version goes out, or is taken away. Under one lock, so that rows of `help_change`
//! stand in the order of commits.

use store::{Error, Tx, params};
use uuid::Uuid;

use super::body::{self, RENDERER};
use super::content::{Content, Translates};
use super::json;
use crate::clock::{DAY, Micros};
use crate::language::Language;
use crate::people::Actor;

/// What goes out.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The article.
    pub article: Uuid,
    /// The language.
    pub language: Language,
    /// What it says, checked.
    pub content: Content,
    /// Who wrote it.
    pub author: Actor,
    /// Who looked at it.
    pub reviewer: Option<Actor>,
    /// Of what it is a translation.
    pub translates: Option<Translates>,
    /// When.
    pub at: Micros,
    /// Days after which it is to be looked at again.
    pub review_days: Option<i64>,
}

/// Publishes: answers the new version's number. The caller has locked the article.
pub fn publish(tx: &mut Tx<'_>, edition: &Edition) -> Result<i64, Error> {
    publish_drawn(tx, edition, &body::draw(&edition.content.body, edition.language))
}

/// As [`publish`], for who drew the body before the transaction: thousands are drawn while others are written.
pub fn publish_drawn(tx: &mut Tx<'_>, edition: &Edition, drawn: &body::Drawn) -> Result<i64, Error> {
    let number = newest(tx, edition.article, edition.language)? + 1;
    insert_version(tx, edition, number, drawn)?;
    show(tx, edition, number)?;
    note_links(tx, edition, &drawn.links)?;
    note_change(tx, edition.article, edition.language)?;
    Ok(number)
}

/// The last number that was given to a version.
fn newest(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<i64, Error> {
    const NEWEST: &str = "SELECT newest FROM article_text WHERE article_id = $1 AND language = $2";
    Ok(tx.first(NEWEST, params![article, language.tag()], |row| row.get(0))?.unwrap_or(0))
}

fn insert_version(tx: &mut Tx<'_>, edition: &Edition, number: i64, drawn: &body::Drawn) -> Result<(), Error> {
    const INSERT: &str = "INSERT INTO article_version (article_id, language, number, title, summary, keywords, body,
            renderer, html, contents, minutes, translates, translates_number, author_kind, author_id, reviewer_kind,
            reviewer_id, published_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    let Edition { content, author, reviewer, translates, .. } = edition;
    let (keywords, contents) = (json(&content.keywords)?, json(&drawn.contents)?);
    let params = params![
        edition.article,
        edition.language.tag(),
        number,
        &content.title,
        &content.summary,
        &keywords,
        &content.body,
        RENDERER,
        &drawn.html,
        &contents,
        drawn.minutes,
        translates.map(|of| of.language.tag()),
        translates.map(|of| of.number),
        author.kind(),
        author.id(),
        reviewer.map(Actor::kind),
        reviewer.and_then(Actor::id),
        edition.at
    ];
    tx.execute(INSERT, params).map(drop)
}

/// Makes a version the one that customers read.
fn show(tx: &mut Tx<'_>, edition: &Edition, number: i64) -> Result<(), Error> {
    const SHOW: &str = "INSERT INTO article_text (article_id, language, version, newest, title, summary, reviewed_at,
            reviewer_kind, reviewer_id, due_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (article_id, language) DO UPDATE SET version = excluded.version, newest = excluded.newest,
            title = excluded.title, summary = excluded.summary, reviewed_at = excluded.reviewed_at,
            reviewer_kind = excluded.reviewer_kind, reviewer_id = excluded.reviewer_id, due_at = excluded.due_at";
    let by = edition.reviewer.unwrap_or(edition.author);
    let due = edition.review_days.map(|days| edition.at + days * DAY);
    let params = params![
        edition.article,
        edition.language.tag(),
        number,
        number,
        &edition.content.title,
        &edition.content.summary,
        edition.at,
        by.kind(),
        by.id(),
        due
    ];
    tx.execute(SHOW, params).map(drop)
}

fn note_links(tx: &mut Tx<'_>, edition: &Edition, links: &[String]) -> Result<(), Error> {
    forget_links(tx, edition.article, edition.language)?;
    const INSERT: &str = "INSERT INTO article_link (article_id, language, slug) VALUES ($1, $2, $3)";
    for slug in links {
        tx.execute(INSERT, params![edition.article, edition.language.tag(), slug])?;
    }
    Ok(())
}

fn forget_links(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<(), Error> {
    const DELETE: &str = "DELETE FROM article_link WHERE article_id = $1 AND language = $2";
    tx.execute(DELETE, params![article, language.tag()]).map(drop)
}

/// Takes a text away from customers. Its versions stay.
pub fn withdraw(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<(), Error> {
    const HIDE: &str = "UPDATE article_text SET version = NULL WHERE article_id = $1 AND language = $2";
    tx.execute(HIDE, params![article, language.tag()])?;
    forget_links(tx, article, language)?;
    note_change(tx, article, language)
}

/// Tells the index that a text is not what it was. Also for what moves or is put away: the index holds their places.
pub fn note_change(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<(), Error> {
    const NOTE: &str = "INSERT INTO help_change (article_id, language) VALUES ($1, $2)";
    lock(tx)?;
    tx.execute(NOTE, params![article, language.tag()]).map(drop)
}

/// One after the other: a follower that saw a change has seen all before it.
pub(super) fn lock(tx: &mut Tx<'_>) -> Result<(), Error> {
    const BEGIN: &str = "INSERT INTO setting (key, value) VALUES ('help_lock', '') ON CONFLICT DO NOTHING";
    tx.execute(BEGIN, &[])?;
    tx.lock("SELECT value FROM setting WHERE key = 'help_lock'", &[], |_| Ok(())).map(drop)
}

/// Somebody looked at a text and found it right.
pub fn confirm(
    tx: &mut Tx<'_>,
    (article, language): (Uuid, Language),
    by: Actor,
    at: Micros,
    review_days: Option<i64>,
) -> Result<(), Error> {
    const CONFIRM: &str = "UPDATE article_text SET reviewed_at = $1, reviewer_kind = $2, reviewer_id = $3, due_at = $4
        WHERE article_id = $5 AND language = $6";
    let due = review_days.map(|days| at + days * DAY);
    tx.execute(CONFIRM, params![at, by.kind(), by.id(), due, article, language.tag()]).map(drop)
}
