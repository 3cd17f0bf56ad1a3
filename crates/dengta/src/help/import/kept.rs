//! A chunk of an import, kept in one transaction.

use std::collections::HashMap;

use store::{Error, Tx, params};
use uuid::Uuid;

use super::chunk::Ready;
use super::places::{Places, suffixed};
use super::{Fault, Outcome, Row, State, Why, fault, row};
use crate::clock::{Draws, Moment};
use crate::help::articles::{self, Article};
use crate::help::body::Drawn;
use crate::help::content::Content;
use crate::help::drafts::{self, Draft, Place, State as Stage};
use crate::help::publish::{self, Edition};
use crate::help::{images, made, read, slug_of, stored};
use crate::people::Actor;

/// Keeps a chunk; answers what became of each of it.
pub fn keep(tx: &mut Tx<'_>, chunk: &[(String, Ready)], draft: bool, moment: &Moment) -> Result<Vec<Outcome>, Error> {
    let mut keys: Vec<&str> = chunk.iter().filter_map(|(_, ready)| key(ready)).collect();
    keys.sort_unstable();
    keys.dedup();
    // Articles first, in one order, and then the lock of publishing: as everybody takes them who publishes one.
    let mut known = HashMap::with_capacity(keys.len());
    for key in keys {
        known.extend(articles::lock_keyed(tx, key)?.map(|article| (article.key.clone(), article)));
    }
    publish::lock(tx)?;
    let places = Places::load(tx, moment)?;
    let mut keeper = Keeper { known, places, draft, moment, draws: moment.draws() };
    let mut outcomes = Vec::with_capacity(chunk.len());
    for (_, ready) in chunk {
        outcomes.push(keeper.take(tx, ready)?);
    }
    Ok(outcomes)
}

fn key(ready: &Ready) -> Option<&str> {
    match ready {
        Ready::Article(row, _) => Some(&row.key),
        _ => None,
    }
}

/// What customers read of a text, if anything.
struct Shown {
    content: Content,
    version: Option<i64>,
    newest: i64,
}

struct Keeper<'m> {
    known: HashMap<String, Article>,
    places: Places,
    draft: bool,
    moment: &'m Moment,
    draws: Draws,
}

impl Keeper<'_> {
    fn take(&mut self, tx: &mut Tx<'_>, ready: &Ready) -> Result<Outcome, Error> {
        match ready {
            Ready::Refused(fault) => Ok(Outcome::Refused(fault.clone())),
            Ready::Section(row) => Ok(match self.places.describe(tx, row)? {
                Ok(()) => Outcome::Beside,
                Err(fault) => Outcome::Refused(fault),
            }),
            Ready::Picture(picture) => {
                images::insert(tx, picture, Actor::System, self.moment.at)?;
                Ok(Outcome::Beside)
            }
            Ready::Article(row, drawn) => self.article(tx, row, drawn),
        }
    }

    fn article(&mut self, tx: &mut Tx<'_>, row: &Row, drawn: &Drawn) -> Result<Outcome, Error> {
        if row.state == State::Withdrawn {
            return Ok(Outcome::Unchanged);
        }
        let before = match self.known.get(&row.key) {
            Some(article) => Some(article.clone()),
            // Another import may have made it before this one had the lock.
            None => articles::lock_keyed(tx, &row.key)?,
        };
        let draft = self.draft || row.state == State::Draft;
        let (article, moved) = match before {
            Some(before) if before.archived_at.is_some() => return Ok(refused("id", Why::PutAway)),
            Some(before) => match self.moved(tx, row, before, draft)? {
                Ok(moved) => moved,
                Err(fault) => return Ok(Outcome::Refused(fault)),
            },
            None => match self.made(tx, row)? {
                Ok(article) => (article, false),
                Err(fault) => return Ok(Outcome::Refused(fault)),
            },
        };
        let outcome = if draft { self.write(tx, &article, row)? } else { self.publish(tx, &article, row, drawn)? };
        self.known.insert(row.key.clone(), article);
        Ok(match outcome {
            Outcome::Unchanged if moved => Outcome::Imported,
            outcome => outcome,
        })
    }

    fn made(&mut self, tx: &mut Tx<'_>, row: &Row) -> Result<Result<Article, Fault>, Error> {
        let id = self.draws.uuid();
        let slug = match &row.slug {
            Some(slug) if articles::at(tx, slug)?.is_some() => {
                return Ok(Err(fault("slug", Why::SlugTaken(slug.clone()))));
            }
            Some(slug) => slug.clone(),
            None => free_slug(tx, &row.key)?,
        };
        let section = match self.places.of(tx, &row.path, row.language)? {
            Ok(section) => section,
            Err(fault) => return Ok(Err(fault)),
        };
        let place = match row.place {
            Some(place) => place,
            None => articles::last_place(tx, section)?,
        };
        let article = Article {
            id,
            key: row.key.clone(),
            slug,
            section,
            place,
            policy: row.policy.unwrap_or(false),
            related: row.related.clone().unwrap_or_default(),
            archived_at: None,
        };
        articles::insert(tx, &article, self.moment.at)?;
        Ok(Ok(article))
    }

    /// The article as the row says that it stands, and whether that is new. A draft moves nothing that customers read.
    fn moved(
        &mut self,
        tx: &mut Tx<'_>,
        row: &Row,
        before: Article,
        draft: bool,
    ) -> Result<Result<(Article, bool), Fault>, Error> {
        let published = read::languages(tx, before.id)?;
        if !row.leads || (draft && !published.is_empty()) {
            return Ok(Ok((before, false)));
        }
        let mut after = before.clone();
        if let Some(slug) = row.slug.as_ref().filter(|slug| **slug != before.slug) {
            if articles::at(tx, slug)?.is_some_and(|other| other.id != before.id) {
                return Ok(Err(fault("slug", Why::SlugTaken(slug.clone()))));
            }
            after.slug.clone_from(slug);
        }
        if !row.path.is_empty() {
            after.section = match self.places.of(tx, &row.path, row.language)? {
                Ok(section) => section,
                Err(fault) => return Ok(Err(fault)),
            };
            if after.section != before.section {
                after.place = articles::last_place(tx, after.section)?;
            }
        }
        after.place = row.place.unwrap_or(after.place);
        after.policy = row.policy.unwrap_or(before.policy);
        if let Some(related) = &row.related {
            after.related.clone_from(related);
        }
        if after == before {
            return Ok(Ok((before, false)));
        }
        articles::update(tx, &before, &after).map_err(|problem| Error::Defect(problem.code.into()))?;
        for language in published {
            publish::note_change(tx, after.id, language)?;
        }
        Ok(Ok((after, true)))
    }

    fn publish(&mut self, tx: &mut Tx<'_>, article: &Article, row: &Row, drawn: &Drawn) -> Result<Outcome, Error> {
        let shown = shown(tx, article, row)?;
        let newest = shown.as_ref().map_or(0, |shown| shown.newest);
        if row.state == State::Superseded && row.version.is_none_or(|version| version <= newest) {
            return Ok(Outcome::Unchanged);
        }
        let shown = shown.filter(|shown| shown.version.is_some());
        let content = whole(row, shown.as_ref().map(|shown| &shown.content));
        if shown.is_some_and(|shown| shown.content == content) {
            return Ok(Outcome::Unchanged);
        }
        self.drop_own_draft(tx, article, row)?;
        let edition = Edition {
            article: article.id,
            language: row.language,
            content,
            author: who(tx, row.made.author.as_deref())?.unwrap_or(Actor::System),
            reviewer: who(tx, row.made.reviewer.as_deref())?,
            translates: row.made.translates.map(Into::into),
            at: row.published_at.unwrap_or(self.moment.at).min(self.moment.at),
            review_days: self.places.tree.review_days(article.section),
        };
        publish::publish_drawn(tx, &edition, drawn)?;
        self.confirm(tx, &edition, row)?;
        Ok(Outcome::Imported)
    }

    /// Somebody had found it right since it went out.
    fn confirm(&self, tx: &mut Tx<'_>, edition: &Edition, row: &Row) -> Result<(), Error> {
        let Some(confirmed) = &row.made.confirmed else { return Ok(()) };
        let Ok(at) = row::time(&confirmed.at) else { return Ok(()) };
        let by = who(tx, confirmed.by.as_deref())?.unwrap_or(Actor::System);
        let at = at.clamp(edition.at, self.moment.at);
        publish::confirm(tx, (edition.article, edition.language), by, at, edition.review_days)
    }

    /// What an import wrote before as a draft is out now.
    fn drop_own_draft(&self, tx: &mut Tx<'_>, article: &Article, row: &Row) -> Result<(), Error> {
        const DROP: &str = "DELETE FROM article_draft
            WHERE article_id = $1 AND language = $2 AND author_kind = 'system' AND state = 'writing'";
        tx.execute(DROP, params![article.id, row.language.tag()]).map(drop)
    }

    fn write(&mut self, tx: &mut Tx<'_>, article: &Article, row: &Row) -> Result<Outcome, Error> {
        let place = Place { article: article.id, language: row.language };
        let there = drafts::find(tx, place)?;
        let shown = shown(tx, article, row)?.filter(|shown| shown.version.is_some());
        let known = there.as_ref().map(|draft| &draft.content).or(shown.as_ref().map(|shown| &shown.content));
        let content = whole(row, known);
        if known == Some(&content) {
            return Ok(Outcome::Unchanged);
        }
        let own = |draft: &Draft| draft.author == Actor::System && draft.state == Stage::Writing;
        if there.as_ref().is_some_and(|draft| !own(draft)) {
            return Ok(refused("draft", Why::Drafted));
        }
        let draft = Draft {
            content,
            base: shown.and_then(|shown| shown.version).unwrap_or(0),
            translates: row.made.translates.map(Into::into).or(there.as_ref().and_then(|draft| draft.translates)),
            revision: there.map_or_else(|| drafts::first_revision(self.moment.at), |draft| draft.revision + 1),
            state: Stage::Writing,
            author: who(tx, row.made.author.as_deref())?.unwrap_or(Actor::System),
            writers: writers(tx, row)?,
            reviewer: None,
            remark: String::new(),
            publish_at: None,
            updated_at: self.moment.at,
        };
        drafts::store(tx, place, &draft)?;
        Ok(Outcome::Imported)
    }
}

/// The agent of an address, where one is told and known here.
fn who(tx: &mut Tx<'_>, address: Option<&str>) -> Result<Option<Actor>, Error> {
    address.map_or(Ok(None), |address| made::agent(tx, address))
}

/// Who wrote on a draft elsewhere and works here too: none of them is a second person.
fn writers(tx: &mut Tx<'_>, row: &Row) -> Result<Vec<Uuid>, Error> {
    let mut writers = Vec::new();
    for address in &row.made.writers {
        writers.extend(made::agent(tx, address)?.and_then(Actor::id));
    }
    Ok(writers)
}

fn refused(field: &str, why: Why) -> Outcome {
    Outcome::Refused(fault(field, why))
}

/// What the row says, and of what it leaves open what there is.
fn whole(row: &Row, known: Option<&Content>) -> Content {
    let mut content = row.content.clone();
    if let Some(known) = known {
        let (summary, keywords) = row.says;
        if !summary {
            content.summary.clone_from(&known.summary);
        }
        if !keywords {
            content.keywords.clone_from(&known.keywords);
        }
    }
    content
}

fn shown(tx: &mut Tx<'_>, article: &Article, row: &Row) -> Result<Option<Shown>, Error> {
    const TEXT: &str = "SELECT version, newest FROM article_text WHERE article_id = $1 AND language = $2";
    const VERSION: &str = "SELECT title, summary, keywords, body FROM article_version
        WHERE article_id = $1 AND language = $2 AND number = $3";
    let tag = row.language.tag();
    let text = tx.first(TEXT, params![article.id, tag], |found| Ok((found.opt::<i64>(0)?, found.get::<i64>(1)?)))?;
    let Some((version, newest)) = text else { return Ok(None) };
    let content = tx.first(VERSION, params![article.id, tag, version], |found| {
        let keywords = stored(found, 2)?;
        Ok(Content { title: found.get(0)?, summary: found.get(1)?, keywords, body: found.get(3)? })
    })?;
    Ok(Some(Shown { content: content.unwrap_or_default(), version, newest }))
}

/// A slug for a new article that none has or had: what its key suggests, as long as that says something.
fn free_slug(tx: &mut Tx<'_>, key: &str) -> Result<String, Error> {
    let wanted = slug_of(key);
    if let Some(slug) = &wanted
        && articles::at(tx, slug)?.is_none()
    {
        return Ok(slug.clone());
    }
    let mut time = 0;
    loop {
        let slug = suffixed(wanted.as_deref().unwrap_or("a"), &[key, &time.to_string()]);
        if articles::at(tx, &slug)?.is_none() {
            return Ok(slug);
        }
        time += 1;
    }
}

/// Whether there is neither a section nor an article.
///
/// # Errors
/// When the store fails.
pub fn is_empty(tx: &mut Tx<'_>) -> Result<bool, Error> {
    const ANY: &str = "SELECT 1 FROM help_section UNION ALL SELECT 1 FROM article LIMIT 1";
    Ok(tx.first(ANY, &[], |_| Ok::<Option<Uuid>, Error>(None))?.is_none())
}
