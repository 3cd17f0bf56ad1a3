//! What is being written: one draft for each article and language, which everybody who may write shares.
//!
//! *Writing* → *review* → *approved* → published, at once or at a time that was set. Whoever writes says which revision they
//! had before them, so that nobody writes over another's words; writing on takes a draft back to the first step. Where the
//! section wants two people, a draft is approved by somebody who did not write on it, and is published only approved.

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use super::articles::{self, Article};
use super::content::{Content, Translates};
use super::publish::{self, Edition};
use super::sections::Tree;
use super::{json, language, read, stored};
use crate::check::Check;
use crate::clock::{DAY, Micros};
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::Actor;

/// How far ahead a publication can be set.
const MAX_AHEAD: Micros = 366 * DAY;
/// Drafts that are published by themselves in one transaction.
const DUE: i64 = 20;

/// Where a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = ArticleDraftState)]
pub enum State {
    /// Somebody writes.
    Writing,
    /// Somebody is asked to look at it.
    Review,
    /// Somebody looked at it and found it right.
    Approved,
}

impl State {
    /// As stored and as shown in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            State::Writing => "writing",
            State::Review => "review",
            State::Approved => "approved",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<State> {
        [State::Writing, State::Review, State::Approved].into_iter().find(|state| state.name() == name)
    }
}

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The article.
    pub article: Uuid,
    /// The language.
    pub language: Language,
}

/// A draft as stored.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it says.
    pub content: Content,
    /// The version that it began from; 0: none.
    pub base: i64,
    /// Of what it is a translation.
    pub translates: Option<Translates>,
    /// Grows with each writing; that of a new draft is [`first_revision`].
    pub revision: i64,
    /// Where it stands.
    pub state: State,
    /// Who wrote last.
    pub author: Actor,
    /// Everybody who wrote on it.
    pub writers: Vec<Uuid>,
    /// Who approved it, or sent it back.
    pub reviewer: Option<Actor>,
    /// What they said when they sent it back.
    pub remark: String,
    /// When it is published by itself.
    pub publish_at: Option<Micros>,
    /// When it was written on last.
    pub updated_at: Micros,
}

const COLUMNS: &str =
    "title, summary, keywords, body, base, translates, translates_number, revision, state, author_kind,
    author_id, writers, reviewer_kind, reviewer_id, remark, publish_at, updated_at";

fn read_draft(row: &Row<'_>) -> Result<Draft, Error> {
    let content = Content { title: row.get(0)?, summary: row.get(1)?, keywords: stored(row, 2)?, body: row.get(3)? };
    let translates = match row.opt::<i64>(6)? {
        Some(number) => Some(Translates { language: language(row, 5)?, number }),
        None => None,
    };
    let state = row.text(8)?.and_then(State::parse);
    Ok(Draft {
        content,
        base: row.get(4)?,
        translates,
        revision: row.get(7)?,
        state: state.ok_or_else(|| Error::Defect("article_draft.state".into()))?,
        author: read::actor(row, 9)?.ok_or_else(|| Error::Defect("article_draft.author".into()))?,
        writers: stored(row, 11)?,
        reviewer: read::actor(row, 12)?,
        remark: row.get(14)?,
        publish_at: row.opt(15)?,
        updated_at: row.get(16)?,
    })
}

/// The draft of a text.
pub fn find(tx: &mut Tx<'_>, place: Place) -> Result<Option<Draft>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM article_draft WHERE article_id = $1 AND language = $2");
    tx.first(&sql, params![place.article, place.language.tag()], read_draft)
}

/// The article, locked; 404 when it is not there or was put away.
pub fn open(tx: &mut Tx<'_>, article: Uuid) -> Result<Article> {
    let found = articles::lock(tx, article)?.filter(|article| article.archived_at.is_none());
    found.ok_or_else(Problem::not_found)
}

/// The article locked, and its draft.
fn opened(tx: &mut Tx<'_>, place: Place) -> Result<(Article, Draft)> {
    let article = open(tx, place.article)?;
    let draft = find(tx, place)?.ok_or_else(Problem::not_found)?;
    Ok((article, draft))
}

/// What is written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// The words.
    pub content: Content,
    /// The revision that the writer had before them; 0: none.
    pub revision: i64,
    /// Of what it is a translation, when that is to change.
    pub translates: Option<Translates>,
}

/// The revision of a draft that is begun: its time, so that no draft of a text has a revision that another one had before it
/// was published or thrown away. Writing adds one, and nobody writes a million times in a second.
#[must_use]
pub const fn first_revision(begun: Micros) -> i64 {
    begun
}

/// Writes a draft.
///
/// # Errors
/// 409 `text-newer` when somebody else wrote meanwhile; 422 when something is too long.
pub fn write(tx: &mut Tx<'_>, place: Place, by: Actor, writing: Writing, at: Micros) -> Result<Draft> {
    open(tx, place.article)?;
    let before = find(tx, place)?;
    let mut check = Check::default();
    let content = writing.content.checked(&mut check, false);
    check.done()?;
    if before.as_ref().map_or(0, |draft| draft.revision) != writing.revision {
        // The same again, as after an answer that was lost, is no conflict.
        return before.filter(|draft| draft.content == content).ok_or_else(|| Problem::conflict("text-newer"));
    }
    let (base, mut writers) = match &before {
        Some(draft) => (draft.base, draft.writers.clone()),
        None => (shown_version(tx, place)?, Vec::new()),
    };
    if let Some(id) = by.id().filter(|id| !writers.contains(id)) {
        writers.push(id);
    }
    let draft = Draft {
        content,
        base,
        translates: writing.translates.or(before.as_ref().and_then(|draft| draft.translates)),
        revision: before.as_ref().map_or_else(|| first_revision(at), |draft| draft.revision + 1),
        state: State::Writing,
        author: by,
        writers,
        reviewer: before.as_ref().and_then(|draft| draft.reviewer),
        remark: before.map(|draft| draft.remark).unwrap_or_default(),
        publish_at: None,
        updated_at: at,
    };
    store(tx, place, &draft)?;
    Ok(draft)
}

/// The version that customers read; 0: none.
fn shown_version(tx: &mut Tx<'_>, place: Place) -> Result<i64, Error> {
    const SHOWN: &str = "SELECT version FROM article_text WHERE article_id = $1 AND language = $2";
    let params = params![place.article, place.language.tag()];
    Ok(tx.first(SHOWN, params, |row| row.opt(0))?.flatten().unwrap_or(0))
}

/// Stores a draft over the one that is there.
pub fn store(tx: &mut Tx<'_>, place: Place, draft: &Draft) -> Result<(), Error> {
    const STORE: &str = "INSERT INTO article_draft (article_id, language, title, summary, keywords, body, base,
            translates, translates_number, revision, state, author_kind, author_id, writers, reviewer_kind, reviewer_id,
            remark, publish_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        ON CONFLICT (article_id, language) DO UPDATE SET title = excluded.title, summary = excluded.summary,
            keywords = excluded.keywords, body = excluded.body, base = excluded.base, translates = excluded.translates,
            translates_number = excluded.translates_number, revision = excluded.revision, state = excluded.state,
            author_kind = excluded.author_kind, author_id = excluded.author_id, writers = excluded.writers,
            reviewer_kind = excluded.reviewer_kind, reviewer_id = excluded.reviewer_id, remark = excluded.remark,
            publish_at = excluded.publish_at, updated_at = excluded.updated_at";
    let (keywords, writers) = (json(&draft.content.keywords)?, json(&draft.writers)?);
    let params = params![
        place.article,
        place.language.tag(),
        &draft.content.title,
        &draft.content.summary,
        &keywords,
        &draft.content.body,
        draft.base,
        draft.translates.map(|of| of.language.tag()),
        draft.translates.map(|of| of.number),
        draft.revision,
        draft.state.name(),
        draft.author.kind(),
        draft.author.id(),
        &writers,
        draft.reviewer.map(Actor::kind),
        draft.reviewer.and_then(Actor::id),
        &draft.remark,
        draft.publish_at,
        draft.updated_at
    ];
    tx.execute(STORE, params).map(drop)
}

/// Throws a draft away.
///
/// # Errors
/// 404 when there is none; 409 when it was written on since `revision`.
pub fn discard(tx: &mut Tx<'_>, place: Place, revision: i64) -> Result<()> {
    let (_, draft) = opened(tx, place)?;
    expect(&draft, revision)?;
    Ok(remove(tx, place)?)
}

fn remove(tx: &mut Tx<'_>, place: Place) -> Result<(), Error> {
    const DELETE: &str = "DELETE FROM article_draft WHERE article_id = $1 AND language = $2";
    tx.execute(DELETE, params![place.article, place.language.tag()]).map(drop)
}

/// Whoever decides about a draft decides about what they read.
fn expect(draft: &Draft, revision: i64) -> Result<()> {
    if draft.revision == revision { Ok(()) } else { Err(Problem::conflict("text-newer")) }
}

/// Asks somebody to look at a draft.
///
/// # Errors
/// 422 when customers could not read it yet.
pub fn submit(tx: &mut Tx<'_>, place: Place, revision: i64) -> Result<Draft> {
    let (_, draft) = opened(tx, place)?;
    expect(&draft, revision)?;
    let content = draft.content.clone().publishable()?;
    let draft = Draft { content, state: State::Review, reviewer: None, remark: String::new(), ..draft };
    store(tx, place, &draft)?;
    Ok(draft)
}

/// Sends a draft back to its writers, with what is to be done.
pub fn send_back(tx: &mut Tx<'_>, place: Place, by: Actor, revision: i64, remark: String) -> Result<Draft> {
    let (_, draft) = opened(tx, place)?;
    expect(&draft, revision)?;
    let draft = Draft { state: State::Writing, reviewer: Some(by), remark, publish_at: None, ..draft };
    store(tx, place, &draft)?;
    Ok(draft)
}

/// Finds a draft right.
///
/// # Errors
/// 409 `second-person` for who wrote on it, where two people are wanted.
pub fn approve(tx: &mut Tx<'_>, place: Place, by: Actor, revision: i64) -> Result<Draft> {
    let (article, draft) = opened(tx, place)?;
    expect(&draft, revision)?;
    if Tree::load(tx)?.wants_two(article.section) && by.id().is_none_or(|id| draft.writers.contains(&id)) {
        return Err(Problem::conflict("second-person"));
    }
    let content = draft.content.clone().publishable()?;
    let draft = Draft { content, state: State::Approved, reviewer: Some(by), remark: String::new(), ..draft };
    store(tx, place, &draft)?;
    Ok(draft)
}

/// What became of a draft that was to be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// Customers read it, under this number.
    Now(i64),
    /// They will.
    At(Micros),
}

/// Publishes a draft, now or at a time.
///
/// # Errors
/// 409 `approval-wanted` where two people are wanted and only one was there; 422 when it lacks something, or the time is
/// too far ahead.
pub fn publish(
    tx: &mut Tx<'_>,
    place: Place,
    by: Actor,
    revision: i64,
    when: Option<Micros>,
    now: Micros,
) -> Result<Published> {
    let (article, draft) = opened(tx, place)?;
    expect(&draft, revision)?;
    let tree = Tree::load(tx)?;
    if tree.wants_two(article.section) && draft.state != State::Approved {
        return Err(Problem::conflict("approval-wanted"));
    }
    let content = draft.content.clone().publishable()?;
    let draft = match draft.state {
        State::Approved => Draft { content, ..draft },
        // Where one is enough, who publishes is who answers for it.
        _ => Draft { content, state: State::Approved, reviewer: Some(by), ..draft },
    };
    match when.filter(|when| *when > now) {
        Some(when) if when - now > MAX_AHEAD => Err(Problem::field("at", "too-far-ahead")),
        Some(when) => {
            store(tx, place, &Draft { publish_at: Some(when), ..draft })?;
            Ok(Published::At(when))
        }
        None => Ok(Published::Now(put_out(tx, place, &article, draft, &tree, now)?)),
    }
}

/// Not by itself after all.
pub fn unschedule(tx: &mut Tx<'_>, place: Place) -> Result<Draft> {
    let (_, draft) = opened(tx, place)?;
    let draft = Draft { publish_at: None, ..draft };
    store(tx, place, &draft)?;
    Ok(draft)
}

fn put_out(
    tx: &mut Tx<'_>,
    place: Place,
    article: &Article,
    draft: Draft,
    tree: &Tree,
    at: Micros,
) -> Result<i64, Error> {
    let edition = Edition {
        article: place.article,
        language: place.language,
        content: draft.content,
        author: draft.author,
        reviewer: draft.reviewer,
        translates: draft.translates,
        at,
        review_days: tree.review_days(article.section),
    };
    remove(tx, place)?;
    publish::publish(tx, &edition)
}

/// Publishes what is due. Answers how many.
pub fn publish_due(tx: &mut Tx<'_>, now: Micros) -> Result<usize, Error> {
    const FIND: &str = "SELECT article_id, language FROM article_draft
        WHERE publish_at IS NOT NULL AND publish_at <= $1 ORDER BY publish_at LIMIT $2";
    let places =
        tx.query(FIND, params![now, DUE], |row| Ok(Place { article: row.get(0)?, language: language(row, 1)? }))?;
    if places.is_empty() {
        return Ok(0);
    }
    let (tree, mut published) = (Tree::load(tx)?, 0);
    for place in places {
        let article = articles::lock(tx, place.article)?;
        let draft = find(tx, place)?.filter(|draft| draft.publish_at.is_some_and(|at| at <= now));
        let (Some(article), Some(draft)) = (article, draft) else { continue };
        published += 1;
        match article.archived_at {
            None => drop(put_out(tx, place, &article, draft, &tree, now)?),
            // It was put away meanwhile: the words stay, the time does not.
            Some(_) => store(tx, place, &Draft { publish_at: None, ..draft })?,
        }
    }
    Ok(published)
}
