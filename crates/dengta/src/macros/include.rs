//! Which macros a text includes, and through them which others: gathered before anything is rendered, so that a
//! loop is told by its titles.

use std::collections::{BTreeMap, BTreeSet};

use store::{Error, Tx};

use crate::language::Language;
use crate::macros::template::{self, Fault, MAX_DEPTH};
use crate::macros::{queries, spoken};

/// Macros that one text may include, counted with what these include.
const MAX_INCLUDED: usize = 50;

/// Why nothing could be gathered.
pub enum Stop {
    /// One of the texts is at fault.
    Fault(Fault),
    /// The store failed.
    Store(Error),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        Stop::Fault(fault)
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Store(error)
    }
}

/// Everything that `text` includes when it is said in `language`, by the titles that are used for it. `title` is that
/// of the macro itself.
///
/// # Errors
/// A loop, an unknown title, too many, too deep, or a fault of one of the texts.
pub fn gather(
    tx: &mut Tx<'_>,
    title: &str,
    text: &str,
    language: Language,
    facts: &BTreeSet<String>,
) -> Result<BTreeMap<String, String>, Stop> {
    let mut walk = Walk { language, facts, found: BTreeMap::new(), path: vec![title.to_owned()] };
    walk.text(tx, text)?;
    Ok(walk.found)
}

struct Walk<'a> {
    language: Language,
    facts: &'a BTreeSet<String>,
    found: BTreeMap<String, String>,
    /// From the macro itself to the one that is being read.
    path: Vec<String>,
}

impl Walk<'_> {
    fn text(&mut self, tx: &mut Tx<'_>, text: &str) -> Result<(), Stop> {
        template::read(text, self.facts)?.into_iter().try_for_each(|title| self.title(tx, title))
    }

    fn title(&mut self, tx: &mut Tx<'_>, title: String) -> Result<(), Stop> {
        let key = queries::key(&title);
        if self.path.iter().any(|before| queries::key(before) == key) {
            let path = [self.path.join(" → "), title].join(" → ");
            return Err(Fault::new("include-loop", "path", path.as_str()).into());
        }
        if self.found.contains_key(&title) {
            return Ok(());
        }
        if self.path.len() > MAX_DEPTH || self.found.len() >= MAX_INCLUDED {
            return Err(Fault::new("include-many", "title", title.as_str()).into());
        }
        let texts = queries::texts_of(tx, &key)?;
        let text = texts.and_then(|mut texts| spoken(&texts, self.language).and_then(|found| texts.remove(&found)));
        let text = text.ok_or_else(|| Fault::new("include-unknown", "title", title.as_str()))?;
        self.path.push(title.clone());
        self.text(tx, &text)?;
        self.path.pop();
        self.found.insert(title, text);
        Ok(())
    }
}
