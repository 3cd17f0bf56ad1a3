//! Articles: where they stand and how they are called, whatever they say.

use store::{Error, Param, Row, Tx, params};
use uuid::Uuid;

use super::{is_slug, json, stored};
use crate::clock::Micros;
use crate::error::{Problem, Result};

/// Articles that are read next, at most.
pub const MAX_RELATED: usize = 8;
/// Characters of the name that an import gives.
pub const MAX_KEY: usize = 200;

/// An article as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// UUIDv7.
    pub id: Uuid,
    /// What imports call it, and what the search answers with. Never changes.
    pub key: String,
    /// In its address.
    pub slug: String,
    /// Where it stands.
    pub section: Uuid,
    /// Its place there.
    pub place: i64,
    /// Whether customers can read every version.
    pub policy: bool,
    /// Slugs of articles that are read next.
    pub related: Vec<String>,
    /// When it was put away.
    pub archived_at: Option<Micros>,
}

const COLUMNS: &str = "a.id, a.key, a.slug, a.section_id, a.place, a.policy, a.related, a.archived_at";

fn read(row: &Row<'_>) -> Result<Article, Error> {
    Ok(Article {
        id: row.get(0)?,
        key: row.get(1)?,
        slug: row.get(2)?,
        section: row.get(3)?,
        place: row.get(4)?,
        policy: row.get::<i64>(5)? == 1,
        related: stored(row, 6)?,
        archived_at: row.opt(7)?,
    })
}

/// One article.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Article>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM article a WHERE a.id = $1"), params![id], read)
}

/// One article, locked: who changes its drafts or versions comes after who did before.
pub fn lock(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Article>, Error> {
    tx.lock(&format!("SELECT {COLUMNS} FROM article a WHERE a.id = $1"), params![id], read)
}

/// Articles by a condition on `a`, with the values that it compares to.
pub fn chosen(tx: &mut Tx<'_>, condition: &str, params: &[Param<'_>]) -> Result<Vec<Article>, Error> {
    tx.query(&format!("SELECT {COLUMNS} FROM article a {condition}"), params, read)
}

/// The article that an import calls so.
pub fn keyed(tx: &mut Tx<'_>, key: &str) -> Result<Option<Article>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM article a WHERE a.key = $1"), params![key], read)
}

/// As [`keyed`], locked.
pub fn lock_keyed(tx: &mut Tx<'_>, key: &str) -> Result<Option<Article>, Error> {
    tx.lock(&format!("SELECT {COLUMNS} FROM article a WHERE a.key = $1"), params![key], read)
}

/// The article of an address, under its slug of today or of before.
pub fn at(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Article>, Error> {
    let today = tx.first(&format!("SELECT {COLUMNS} FROM article a WHERE a.slug = $1"), params![slug], read)?;
    if today.is_some() {
        return Ok(today);
    }
    let before =
        format!("SELECT {COLUMNS} FROM article a JOIN article_path p ON p.article_id = a.id WHERE p.slug = $1");
    tx.first(&before, params![slug], read)
}

/// Stores a new article.
pub fn insert(tx: &mut Tx<'_>, new: &Article, at: Micros) -> Result<(), Error> {
    const INSERT: &str = "INSERT INTO article (id, key, slug, section_id, place, policy, related, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let related = json(&new.related)?;
    let params = params![new.id, &new.key, &new.slug, new.section, new.place, new.policy, &related, at];
    tx.execute(INSERT, params).map(drop)
}

/// Stores where an article stands and how it is called. Its old slug leads to it from now on.
///
/// # Errors
/// 422 when the slug is no slug or another article's.
pub fn update(tx: &mut Tx<'_>, before: &Article, new: &Article) -> Result<()> {
    const UPDATE: &str = "UPDATE article SET slug = $1, section_id = $2, place = $3, policy = $4, related = $5,
            archived_at = $6 WHERE id = $7";
    const OLD: &str = "INSERT INTO article_path (slug, article_id) VALUES ($1, $2)
        ON CONFLICT (slug) DO UPDATE SET article_id = excluded.article_id";
    if new.slug != before.slug {
        check_slug(tx, &new.slug, new.id)?;
        tx.execute(OLD, params![&before.slug, new.id])?;
        tx.execute("DELETE FROM article_path WHERE slug = $1", params![&new.slug])?;
    }
    let related = json(&new.related)?;
    let params = params![&new.slug, new.section, new.place, new.policy, &related, new.archived_at, new.id];
    tx.execute(UPDATE, params)?;
    Ok(())
}

/// Whether an article may be called so.
///
/// # Errors
/// 422 when it is no slug, or another article's of today or of before.
pub fn check_slug(tx: &mut Tx<'_>, slug: &str, id: Uuid) -> Result<()> {
    if !is_slug(slug) {
        return Err(Problem::field("slug", "invalid-page-slug"));
    }
    match at(tx, slug)? {
        Some(other) if other.id != id => Err(Problem::field("slug", "slug-taken")),
        _ => Ok(()),
    }
}

/// The place behind all articles of a section.
pub fn last_place(tx: &mut Tx<'_>, section: Uuid) -> Result<i64, Error> {
    const LAST: &str = "SELECT max(place) FROM article WHERE section_id = $1";
    Ok(tx.first(LAST, params![section], |row| row.opt::<i64>(0))?.flatten().unwrap_or(0) + 1)
}
