//! The follower that keeps the index of articles: reads `help_change`, writes anew what changed, and commits how far it
//! has read together with it. On each node there is one, and each has an index of its own.
//!
//! An index that is lost, damaged or of another store (a restored one) is made anew from all that is published.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use retrieval::{Article, Index, Lexicon, Passage, Writer};
use serde::{Deserialize, Serialize};
use store::{Error, Tx, params};
use tokio::runtime::Handle;
use tokio::sync::watch;
use uuid::Uuid;

use super::body;
use super::content::Content;
use super::lexicon::Extra;
use super::search::lang;
use super::{language, stored};
use crate::app::App;
use crate::language::Language;
use crate::settings;

/// It looks by itself so often: other nodes and the command line wake nobody here.
const LOOK: Duration = Duration::from_millis(200);
/// After a failure it waits this long.
const PAUSE: Duration = Duration::from_secs(1);
/// Changes that are read at once.
const BATCH: i64 = 500;
/// Texts that are put into one commit.
const STEP: usize = 5_000;

/// How far the index has come; kept in its commits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Progress {
    /// The last change that is in it; 0: none.
    seq: i64,
    /// Which text changed there: another store has another one.
    text: Option<(Uuid, Language)>,
}

/// Why it starts over.
enum Failure {
    Index(retrieval::Error),
    Store(Error),
}

impl From<retrieval::Error> for Failure {
    fn from(error: retrieval::Error) -> Failure {
        Failure::Index(error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Store(error)
    }
}

/// Keeps the index until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let handle = Handle::current();
    let kept = tokio::task::spawn_blocking(move || {
        while !*stop.borrow() {
            let mut follower = Follower { app: &app, stop: stop.clone(), handle: &handle };
            match follower.keep() {
                Ok(()) => return,
                Err(Failure::Index(error)) => tracing::warn!(%error, "the follower `help` opens its index again"),
                Err(Failure::Store(error)) => tracing::warn!(%error, "the follower `help` will try again"),
            }
            follower.rest(PAUSE);
        }
    });
    if let Err(error) = kept.await {
        tracing::error!(%error, "the follower `help` ended");
    }
}

struct Follower<'a> {
    app: &'a App,
    stop: watch::Receiver<bool>,
    handle: &'a Handle,
}

impl Follower<'_> {
    fn read<T: Send + 'static>(
        &self,
        read: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.handle.block_on(self.app.db.read(read))
    }

    /// Waits until something changed here, for the next look, or for the desk's end.
    fn rest(&mut self, time: Duration) {
        let (stop, changed) = (&mut self.stop, &self.app.help.changed);
        self.handle.block_on(async {
            tokio::select! {
                () = tokio::time::sleep(time) => {}
                () = changed.notified() => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        });
    }

    fn keep(&mut self) -> Result<(), Failure> {
        let (index, found) = self.open()?;
        let mut writer = index.writer()?;
        let mut progress = match found {
            Some(progress) => progress,
            None => self.rebuild(&mut writer)?,
        };
        let mut settings_seen = None;
        self.speak(&index, &mut settings_seen)?;
        self.app.help.show(index.clone());
        while !*self.stop.borrow() {
            self.speak(&index, &mut settings_seen)?;
            if !self.catch_up(&mut writer, &mut progress)? {
                self.rest(LOOK);
            }
        }
        Ok(())
    }

    /// The index of this store with how far it has come, or a new one.
    fn open(&self) -> Result<(Arc<Index>, Option<Progress>), Failure> {
        let folder = &self.app.help.folder;
        match Index::open(folder) {
            Ok(index) => {
                let payload = index.payload().and_then(|payload| serde_json::from_str::<Progress>(&payload).ok());
                if let Some(progress) = payload
                    && self.is_ours(&progress)?
                {
                    return Ok((Arc::new(index), Some(progress)));
                }
                tracing::warn!("the index of articles is of another store: it is made anew");
            }
            Err(error) if folder.exists() => tracing::warn!(%error, "the index of articles is made anew"),
            Err(_) => {}
        }
        Ok((Arc::new(Index::create(folder)?), None))
    }

    fn is_ours(&self, progress: &Progress) -> Result<bool, Error> {
        let seq = progress.seq;
        let there = self.read(move |tx| change(tx, seq))?;
        Ok(there == progress.text)
    }

    /// Puts everything that is published into a new index.
    fn rebuild(&mut self, writer: &mut Writer) -> Result<Progress, Failure> {
        let progress = self.read(|tx| {
            let seq = tx.first("SELECT max(seq) FROM help_change", &[], |row| row.opt::<i64>(0))?.flatten();
            let seq = seq.unwrap_or(0);
            Ok(Progress { seq, text: change(tx, seq)? })
        })?;
        let mut after = Uuid::nil();
        while !*self.stop.borrow() {
            let texts = self.read(move |tx| published_after(tx, after))?;
            let Some((last, _)) = texts.last().copied() else { break };
            after = last;
            for text in texts {
                self.put(writer, text)?;
            }
        }
        writer.commit(&payload(&progress))?;
        Ok(progress)
    }

    /// Reads what changed; says whether there was anything.
    fn catch_up(&mut self, writer: &mut Writer, progress: &mut Progress) -> Result<bool, Failure> {
        let (mut next, mut put) = (progress.clone(), 0);
        while put < STEP && !*self.stop.borrow() {
            let after = next.seq;
            let changes = self.read(move |tx| changes_after(tx, after))?;
            let Some((seq, text)) = changes.last().copied() else { break };
            next = Progress { seq, text: Some(text) };
            let texts: BTreeSet<_> = changes.into_iter().map(|(_, text)| text).collect();
            put += texts.len();
            for text in texts {
                self.put(writer, text)?;
            }
        }
        if next == *progress {
            return Ok(false);
        }
        writer.commit(&payload(&next))?;
        *progress = next;
        Ok(true)
    }

    /// Makes of a text in the index what it is now.
    fn put(&self, writer: &mut Writer, (article, language): (Uuid, Language)) -> Result<(), Failure> {
        let Some(content) = self.read(move |tx| published(tx, article, language))? else {
            writer.remove(article, lang(language));
            return Ok(());
        };
        let drawn = body::draw(&content.body, language);
        let passage = |passage: &body::Passage| (passage.anchor.clone(), passage.heading.clone(), passage.text.clone());
        let parts: Vec<_> = drawn.passages.iter().map(passage).collect();
        let passages: Vec<Passage<'_>> =
            parts.iter().map(|(anchor, heading, text)| Passage { anchor, heading, text }).collect();
        let keywords: Vec<&str> = content.keywords.iter().map(String::as_str).collect();
        writer.put(&Article {
            id: article,
            lang: lang(language),
            title: &content.title,
            summary: &content.summary,
            keywords: &keywords,
            passages: &passages,
        })?;
        Ok(())
    }

    /// Questions are read with the lexicon of today.
    fn speak(&self, index: &Index, seen: &mut Option<i64>) -> Result<(), Failure> {
        let now = self.app.settings.now().seen;
        if *seen == Some(now) {
            return Ok(());
        }
        let extra = self.read(settings::stored::<Extra>)?;
        index.speak(extra.over(&Lexicon::new()));
        *seen = Some(now);
        Ok(())
    }
}

fn payload(progress: &Progress) -> String {
    serde_json::to_string(progress).unwrap_or_default()
}

/// Which text changed at a place of the log.
fn change(tx: &mut Tx<'_>, seq: i64) -> Result<Option<(Uuid, Language)>, Error> {
    const FIND: &str = "SELECT article_id, language FROM help_change WHERE seq = $1";
    tx.first(FIND, params![seq], |row| Ok((row.get(0)?, language(row, 1)?)))
}

type Change = (i64, (Uuid, Language));

fn changes_after(tx: &mut Tx<'_>, seq: i64) -> Result<Vec<Change>, Error> {
    const NEXT: &str = "SELECT seq, article_id, language FROM help_change WHERE seq > $1 ORDER BY seq LIMIT $2";
    tx.query(NEXT, params![seq, BATCH], |row| Ok((row.get(0)?, (row.get(1)?, language(row, 2)?))))
}

/// The next texts that are published, whole articles at a time.
fn published_after(tx: &mut Tx<'_>, after: Uuid) -> Result<Vec<(Uuid, Language)>, Error> {
    const NEXT: &str = "SELECT article_id, language FROM article_text
        WHERE version IS NOT NULL AND article_id > $1 ORDER BY article_id, language LIMIT $2";
    let mut texts = tx.query(NEXT, params![after, BATCH], |row| Ok((row.get(0)?, language(row, 1)?)))?;
    if texts.len() as i64 == BATCH
        && let Some((last, _)) = texts.last().copied()
    {
        // It may have more languages than were read.
        texts.retain(|(article, _)| *article != last);
    }
    Ok(texts)
}

/// What customers read of a text; nothing when they read none.
fn published(tx: &mut Tx<'_>, article: Uuid, language: Language) -> Result<Option<Content>, Error> {
    const FIND: &str = "SELECT v.title, v.summary, v.keywords, v.body FROM article_text t
        JOIN article a ON a.id = t.article_id AND a.archived_at IS NULL
        JOIN article_version v ON v.article_id = t.article_id AND v.language = t.language AND v.number = t.version
        WHERE t.article_id = $1 AND t.language = $2";
    tx.first(FIND, params![article, language.tag()], |row| {
        Ok(Content { title: row.get(0)?, summary: row.get(1)?, keywords: stored(row, 2)?, body: row.get(3)? })
    })
}
