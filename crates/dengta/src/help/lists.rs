//! What customers find by looking around: where articles stand, what is new, everything there is. And when a policy was
//! in force.

use std::collections::HashSet;

use store::{Error, Tx, params};
use uuid::Uuid;

use super::articles::Article;
use super::read::{self, Listed, nearest};
use super::{Words, language, stored};
use crate::clock::Micros;
use crate::language::Language;

/// The words that are nearest to the language wanted, and in which language they are.
#[must_use]
pub fn told(words: &Words, wanted: Language) -> (Language, &str) {
    let found = nearest(wanted).into_iter().find_map(|language| Some((language, words.get(&language)?.as_str())));
    found.unwrap_or((wanted, ""))
}

/// The sections in which customers find something.
pub fn filled(tx: &mut Tx<'_>) -> Result<HashSet<Uuid>, Error> {
    const FIND: &str = "SELECT DISTINCT a.section_id FROM article a JOIN article_text t ON t.article_id = a.id
        WHERE a.archived_at IS NULL AND t.version IS NOT NULL";
    Ok(tx.query(FIND, &[], |row| row.get(0))?.into_iter().collect())
}

/// A section above an article.
#[derive(Clone, Debug)]
pub struct Step {
    /// In its address.
    pub slug: String,
    /// What it is called.
    pub titles: Words,
}

/// From the category down to the section itself. By steps: an article's page needs no more of the tree.
pub fn path(tx: &mut Tx<'_>, section: Uuid) -> Result<Vec<Step>, Error> {
    const FIND: &str = "SELECT slug, titles, parent_id FROM help_section WHERE id = $1";
    let (mut path, mut next) = (Vec::new(), Some(section));
    while let Some(id) = next.filter(|_| path.len() < super::sections::MAX_DEPTH) {
        let read = |row: &store::Row<'_>| Ok((Step { slug: row.get(0)?, titles: stored(row, 1)? }, row.opt(2)?));
        let Some((step, parent)) = tx.first(FIND, params![id], read)? else { break };
        path.insert(0, step);
        next = parent;
    }
    Ok(path)
}

/// A published text.
#[derive(Clone, Debug)]
pub struct Published {
    /// In its address.
    pub slug: String,
    /// Its language.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// One line; may be empty.
    pub summary: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// When this version went out.
    pub at: Micros,
}

const PUBLISHED: &str = "SELECT a.slug, t.language, t.title, t.summary, w.name, v.published_at
    FROM article_text t JOIN article a ON a.id = t.article_id
        JOIN article_version v ON v.article_id = t.article_id AND v.language = t.language AND v.number = t.version
        LEFT JOIN agent w ON w.id = v.author_id
    WHERE a.archived_at IS NULL";

fn published(row: &store::Row<'_>) -> Result<Published, Error> {
    Ok(Published {
        slug: row.get(0)?,
        language: language(row, 1)?,
        title: row.get(2)?,
        summary: row.get(3)?,
        author: row.opt(4)?,
        at: row.get(5)?,
    })
}

/// The texts of a language that went out last, the newest first.
pub fn newest(tx: &mut Tx<'_>, language: Language, limit: i64) -> Result<Vec<Published>, Error> {
    let sql = format!("{PUBLISHED} AND t.language = $1 ORDER BY v.published_at DESC, a.id LIMIT $2");
    tx.query(&sql, params![language.tag(), limit], published)
}

/// Every text that customers can read, in the order of addresses.
pub fn everything(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Published>, Error> {
    tx.query(&format!("{PUBLISHED} ORDER BY a.slug, t.language LIMIT $1"), params![limit], published)
}

/// The version that was in force at a moment, for each policy in the nearest language that had one then: what applied to a
/// case. A translation that came later was not in force.
pub fn in_force(tx: &mut Tx<'_>, at: Micros, wanted: Language) -> Result<Vec<(Listed, i64)>, Error> {
    const FIND: &str = "SELECT a.id, a.slug, a.section_id, v.language, v.title, v.summary, v.number
        FROM article a JOIN article_version v ON v.article_id = a.id
            JOIN article_text t ON t.article_id = a.id AND t.language = v.language
        WHERE a.policy = 1 AND a.archived_at IS NULL AND t.version IS NOT NULL AND v.published_at <= $1
        ORDER BY a.place, a.id, v.number";
    let order = nearest(wanted);
    let rank = |language: Language| order.iter().position(|near| *near == language);
    let mut found: Vec<(Listed, i64)> = Vec::new();
    for (listed, number) in tx.query(FIND, params![at], |row| Ok((read::listed(row)?, row.get::<i64>(6)?)))? {
        match found.last_mut().filter(|(last, _)| last.id == listed.id) {
            // Later versions of a language come later: of equals the last one stays.
            Some(last) if rank(listed.language) <= rank(last.0.language) => *last = (listed, number),
            Some(_) => {}
            None => found.push((listed, number)),
        }
    }
    Ok(found)
}

/// Articles of the same section that are there in the language wanted, in their order.
pub fn neighbours(tx: &mut Tx<'_>, of: &Article, wanted: Language, limit: i64) -> Result<Vec<Listed>, Error> {
    const FIND: &str = "SELECT a.id, a.slug, t.title, t.summary
        FROM article a JOIN article_text t ON t.article_id = a.id AND t.language = $1
        WHERE a.section_id = $2 AND a.archived_at IS NULL AND t.version IS NOT NULL AND a.id <> $3
        ORDER BY a.place, a.id LIMIT $4";
    tx.query(FIND, params![wanted.tag(), of.section, of.id, limit], |row| {
        let (id, slug, title, summary) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Listed { id, slug, section: of.section, language: wanted, title, summary })
    })
}
