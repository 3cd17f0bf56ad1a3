//! What was published before: to read, to compare, to take up again.

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use super::content::{Content, Translates};
use super::drafts::{self, Draft, Place, Writing};
use super::{language, read, stored};
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::Actor;

/// A version as stored.
#[derive(Clone, Debug)]
pub struct Version {
    /// Counts from 1 for each article and language.
    pub number: i64,
    /// What it says.
    pub content: Content,
    /// Of what it is a translation.
    pub translates: Option<Translates>,
    /// Who wrote it.
    pub author: Actor,
    /// Who looked at it.
    pub reviewer: Option<Actor>,
    /// When it went out.
    pub published_at: Micros,
}

const COLUMNS: &str = "number, title, summary, keywords, body, translates, translates_number, author_kind, author_id,
    reviewer_kind, reviewer_id, published_at";

fn read_version(row: &Row<'_>) -> Result<Version, Error> {
    let content = Content { title: row.get(1)?, summary: row.get(2)?, keywords: stored(row, 3)?, body: row.get(4)? };
    let translates = match row.opt::<i64>(6)? {
        Some(number) => Some(Translates { language: language(row, 5)?, number }),
        None => None,
    };
    Ok(Version {
        number: row.get(0)?,
        content,
        translates,
        author: read::actor(row, 7)?.unwrap_or(Actor::System),
        reviewer: read::actor(row, 9)?,
        published_at: row.get(11)?,
    })
}

/// One version.
pub fn find(tx: &mut Tx<'_>, place: Place, number: i64) -> Result<Option<Version>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM article_version WHERE article_id = $1 AND language = $2 AND number = $3");
    tx.first(&sql, params![place.article, place.language.tag(), number], read_version)
}

/// Up to `limit` versions below a number, the newest first.
pub fn page(tx: &mut Tx<'_>, place: Place, below: i64, limit: i64) -> Result<Vec<Version>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM article_version WHERE article_id = $1 AND language = $2 AND number < $3
        ORDER BY number DESC LIMIT $4"
    );
    tx.query(&sql, params![place.article, place.language.tag(), below, limit], read_version)
}

/// Makes a version's words the draft, over what is written there (of which `revision` was read).
///
/// # Errors
/// 404 for a version that is not there; 409 when the draft moved.
pub fn restore(tx: &mut Tx<'_>, place: Place, number: i64, by: Actor, revision: i64, at: Micros) -> Result<Draft> {
    let version = find(tx, place, number)?.ok_or_else(Problem::not_found)?;
    let writing = Writing { content: version.content, revision, translates: version.translates };
    drafts::write(tx, place, by, writing, at)
}

/// A text of an article, for who writes.
#[derive(Clone, Debug)]
pub struct Text {
    /// The language.
    pub language: Language,
    /// The version that customers read.
    pub version: Option<i64>,
    /// Its title, or of what was read last.
    pub title: String,
    /// Of what the published version is a translation.
    pub translates: Option<Translates>,
    /// When it went out.
    pub published_at: Option<Micros>,
    /// When somebody last said that it is right.
    pub reviewed_at: Option<Micros>,
    /// Who.
    pub reviewer: Option<Actor>,
    /// When it is to be looked at again.
    pub due_at: Option<Micros>,
}

/// What there is of an article, by language.
pub fn texts(tx: &mut Tx<'_>, article: Uuid) -> Result<Vec<Text>, Error> {
    const FIND: &str = "SELECT t.language, t.version, t.title, v.translates, v.translates_number, v.published_at,
            t.reviewed_at, t.reviewer_kind, t.reviewer_id, t.due_at
        FROM article_text t LEFT JOIN article_version v
            ON v.article_id = t.article_id AND v.language = t.language AND v.number = t.version
        WHERE t.article_id = $1 ORDER BY t.language";
    tx.query(FIND, params![article], |row| {
        let translates = match row.opt::<i64>(4)? {
            Some(number) => Some(Translates { language: language(row, 3)?, number }),
            None => None,
        };
        Ok(Text {
            language: language(row, 0)?,
            version: row.opt(1)?,
            title: row.get(2)?,
            translates,
            published_at: row.opt(5)?,
            reviewed_at: row.opt(6)?,
            reviewer: read::actor(row, 7)?,
            due_at: row.opt(9)?,
        })
    })
}
