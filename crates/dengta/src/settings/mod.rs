//! What the desk decides about itself: categories and their fields, channels, languages, hours, tags; and the history of
//! every decision.
//!
//! - A *change* is who changed what, when, from what to what. It is written in the transaction of the change
//!   itself, so that there is none without the other ([`changes`]); secrets are never in it.
//! - Settings, agents and tokens change one after the other, by somebody who works here at that moment
//!   ([`crate::people::agents::administer`]). The version of a thing is the position of its newest change: whoever
//!   saves says which version was read, and is stopped when another was saved meanwhile.
//! - The *documents* (categories, channels, chat, languages, hours, theme, official, secrets) are JSON in the store, checked when they are saved. All that
//!   acts by them reads one snapshot, [`Settings`]; a follower replaces it within a second of a change, wherever the
//!   change was made. The file of settings says what holds until a document says something else.

pub mod categories;
pub mod changes;
pub mod channels;
pub mod chat;
pub mod documents_http;
pub mod hours;
pub mod http;
pub mod languages;
pub mod official;
pub mod promise;
pub mod secrets;
pub mod tags;
pub mod theme;
pub mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use store::{Db, Error, Tx, params};
use tokio::sync::watch;

use crate::check::Check;
use crate::clock::Moment;
use crate::config::Config;
use crate::error::Result;
use crate::language::Language;
use crate::people::{Staff, agents};
use crate::secrets::clean;
use crate::settings::categories::{Asked, Categories};
use crate::settings::channels::Channels;
use crate::settings::chat::Chat;
use crate::settings::hours::{Hours, Open};
use crate::settings::languages::Languages;
use crate::settings::official::Official;
use crate::settings::promise::{CountedIn, Promise, Range};
use crate::settings::theme::{Look, Theme};
use crate::tickets::Category;

/// Everything that was decided, as of a moment.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The position of the newest change when it was read.
    pub seen: i64,
    /// The categories.
    pub categories: Categories,
    /// Who may come by which way.
    pub channels: Channels,
    /// How the chat is offered.
    pub chat: Chat,
    /// The languages of the site.
    pub languages: Languages,
    /// When people are there.
    pub hours: Hours,
    /// The same, ready to be asked.
    pub open: Arc<Open>,
    /// How the customers' pages look.
    pub theme: Theme,
    /// The same, ready to be shown.
    pub look: Look,
    /// What is official, ready to judge by.
    pub official: Arc<guard::impostors::Official>,
    /// What those who work here are called.
    pub staff: Vec<String>,
    asked: BTreeMap<&'static str, Asked>,
    promises: BTreeMap<String, Range>,
}

#[derive(Default)]
struct Decided {
    categories: Categories,
    channels: Channels,
    chat: Chat,
    languages: Languages,
    hours: Hours,
    theme: Theme,
    look: Look,
    official: Official,
    staff: Vec<String>,
}

impl Settings {
    /// Reads what was decided, over what the file of settings says.
    pub fn load(tx: &mut Tx<'_>, config: &Config) -> Result<Settings, Error> {
        let theme = stored(tx)?;
        let decided = Decided {
            categories: stored(tx)?,
            channels: stored(tx)?,
            chat: stored(tx)?,
            languages: stored(tx)?,
            hours: stored(tx)?,
            look: Look::load(tx, &theme)?,
            theme,
            official: stored(tx)?,
            staff: agents::names(tx)?,
        };
        Ok(Settings::of(newest(tx)?, decided, config))
    }

    /// As long as nothing was decided.
    #[must_use]
    pub fn undecided(config: &Config) -> Settings {
        Settings::of(0, Decided::default(), config)
    }

    fn of(seen: i64, decided: Decided, config: &Config) -> Settings {
        let Decided { categories, channels, chat, languages, hours, theme, look, official, staff } = decided;
        let asked = categories.categories.iter().map(|setting| setting.asked());
        let hourly =
            |promise: &crate::config::Promise| Range { from: promise.from, to: promise.to, unit: CountedIn::Hours };
        Settings {
            seen,
            asked: asked.map(|asked| (asked.category.slug(), asked)).collect(),
            categories,
            channels,
            chat,
            languages,
            open: Arc::new(Open::new(&hours)),
            hours,
            theme,
            look,
            official: Arc::new(official.judge(config)),
            staff,
            promises: config.promise.iter().map(|(slug, promise)| (slug.clone(), hourly(promise))).collect(),
        }
    }

    /// What a category asks for, by its slug.
    #[must_use]
    pub fn category(&self, slug: &str) -> Option<&Asked> {
        self.asked.get(slug)
    }

    /// The categories that customers can choose, in their order.
    pub fn offered(&self) -> impl Iterator<Item = &Asked> {
        let settings = self.categories.categories.iter();
        settings.filter_map(|setting| self.asked.get(setting.slug.as_str())).filter(|asked| asked.enabled)
    }

    /// The categories that this desk adds.
    pub fn own_categories(&self) -> impl Iterator<Item = Category> {
        self.asked.values().map(|asked| asked.category).filter(|category| matches!(category, Category::Own(_)))
    }

    /// What is asked about a ticket of this category: nothing more, when the settings have it no longer.
    #[must_use]
    pub fn asked(&self, category: Category) -> Cow<'_, Asked> {
        match self.category(category.slug()) {
            Some(asked) => Cow::Borrowed(asked),
            None => Cow::Owned(Asked::nothing(category)),
        }
    }

    /// Problems with fields of one's own say what these are called.
    #[must_use]
    pub fn named(&self, check: Check) -> Check {
        check.named(|field| {
            let own = self.own_field(field.strip_prefix("fields.").unwrap_or(field))?;
            let words = own.labels.iter().filter_map(|(tag, word)| Some((Language::parse(tag)?, word.clone())));
            Some(crate::error::Value::Words(words.collect()))
        })
    }

    /// How long an answer takes.
    #[must_use]
    pub fn promise(&self, category: Category) -> Promise {
        const FALLBACK: Range = Range { from: 24, to: 48, unit: CountedIn::Hours };
        let slug = category.slug();
        let decided = self.category(slug).and_then(|asked| asked.promise);
        let filed = || self.promises.get(slug).or_else(|| self.promises.get("default")).copied();
        Promise { range: decided.or_else(filed).unwrap_or(FALLBACK), open: self.open.clone() }
    }

    /// Whether there are fields that the form and the API take.
    #[must_use]
    pub fn all_facts(&self) -> std::collections::BTreeSet<String> {
        let builtin = Category::ALL.into_iter().flat_map(Category::fields).map(|field| field.key);
        let asked = self.asked.values().flat_map(Asked::all).map(|field| field.key);
        builtin.chain(asked).map(str::to_owned).collect()
    }
}

/// The position of the newest change.
fn newest(tx: &mut Tx<'_>) -> Result<i64, Error> {
    Ok(tx.first("SELECT max(seq) FROM change", &[], |row| row.opt(0))?.flatten().unwrap_or(0))
}

/// The settings that the whole program reads.
pub struct Live(watch::Sender<Arc<Settings>>);

impl Live {
    /// Begins with these.
    #[must_use]
    pub fn new(settings: Settings) -> Live {
        Live(watch::Sender::new(Arc::new(settings)))
    }

    /// As they are now.
    #[must_use]
    pub fn now(&self) -> Arc<Settings> {
        self.0.borrow().clone()
    }

    /// Wakes whenever anything in the history changed: settings, teams, macros, tags, agents, tokens.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<Arc<Settings>> {
        self.0.subscribe()
    }

    /// Reads them again if anything changed since. Answers whether it did.
    ///
    /// # Errors
    /// When the store fails, or holds what this version cannot read; then they stay as they were.
    pub async fn refresh(&self, db: &Db, config: &Config) -> Result<bool, Error> {
        let seen = self.0.borrow().seen;
        let config = config.clone();
        let read = db.read(move |tx| {
            if newest(tx)? == seen {
                return Ok::<_, Error>(None);
            }
            Settings::load(tx, &config).map(Some)
        });
        let Some(settings) = read.await? else { return Ok(false) };
        // Of two that read at once, the one that saw more stays.
        Ok(self.0.send_if_modified(|current| {
            let newer = settings.seen > current.seen;
            if newer {
                *current = Arc::new(settings);
            }
            newer
        }))
    }
}

/// What a document is checked against.
pub struct Context<'t, 'c> {
    /// The store.
    pub tx: &'t mut Tx<'c>,
    /// The settings before.
    pub settings: &'t Settings,
}

/// A document of settings.
pub trait Document: Serialize + DeserializeOwned + Clone + Default + Send + Sync + 'static {
    /// Its name in addresses and in the store.
    const NAME: &'static str;

    /// Checks it, and completes it.
    ///
    /// # Errors
    /// 422 that names the fields.
    fn checked(self, context: &mut Context<'_, '_>) -> Result<Self>;
}

/// A document as stored, or as it is where nothing was decided.
pub fn stored<D: Document>(tx: &mut Tx<'_>) -> Result<D, Error> {
    const FIND: &str = "SELECT value FROM setting WHERE key = $1";
    let Some(text) = tx.first(FIND, params![D::NAME], |row| row.get::<String>(0))? else { return Ok(D::default()) };
    serde_json::from_str(&text).map_err(|error| Error::Defect(format!("setting {}: {error}", D::NAME)))
}

fn subject<D: Document>() -> String {
    format!("setting:{}", D::NAME)
}

/// The version of a document.
pub fn version<D: Document>(tx: &mut Tx<'_>) -> Result<i64, Error> {
    changes::version(tx, &subject::<D>())
}

/// Replaces a document of which version `read` was read.
///
/// # Errors
/// 409 `setting-moved`; 422 that names what is wrong.
pub fn save<D: Document>(
    tx: &mut Tx<'_>,
    staff: &Staff,
    new: D,
    read: i64,
    config: &Config,
    moment: &Moment,
) -> Result<(D, i64)> {
    const SAVE: &str = "INSERT INTO setting (key, value) VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    agents::administer(tx, staff)?;
    changes::expect(tx, &subject::<D>(), Some(read))?;
    let settings = Settings::load(tx, config)?;
    let new = new.checked(&mut Context { tx, settings: &settings })?;
    let before: D = stored(tx)?;
    let (was, mut became): (Value, Value) = (json!(before), json!(new));
    clean::without_in(&mut became)?;
    let new = serde_json::from_value(became.clone()).map_err(|error| Error::Defect(error.to_string()))?;
    tx.execute(SAVE, params![D::NAME, &became.to_string()])?;
    let change = (Some(was), Some(became));
    changes::note(tx, staff.actor, &subject::<D>(), change, moment.at, &mut moment.draws())?;
    let version = version::<D>(tx)?;
    Ok((new, version))
}
