//! The sections that an import names: found by slug or title, made where there are none, and described by `sections.toml`.
//!
//! Slugs of sections are unique in the whole help center, names of folders only in their folder: the section of
//! `deposits/crypto` is `deposits-crypto`, unless it says otherwise.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use store::{Error, Tx};
use uuid::Uuid;

use super::described::SectionRow;
use super::{Fault, Why, fault};
use crate::clock::{Draws, Moment};
use crate::help::sections::{self, MAX_DEPTH, MAX_SECTIONS, Section, Tree};
use crate::help::{MAX_SLUG, Words, is_slug, slug_of};
use crate::language::{Language, texts};

/// Where articles go that name no category.
const GENERAL: &str = "general";

fn spoken(words: &BTreeMap<String, String>) -> impl Iterator<Item = (Language, String)> + '_ {
    words.iter().filter_map(|(tag, text)| Some((Language::closest(tag)?, text.trim().to_owned())))
}

/// The tree while an import goes on.
pub struct Places {
    /// As it is now.
    pub tree: Tree,
    moment: Moment,
    draws: Draws,
}

/// What came of looking for a section.
type Placed = Result<Result<Uuid, Fault>, Error>;

impl Places {
    /// The tree as it is stored.
    pub fn load(tx: &mut Tx<'_>, moment: &Moment) -> Result<Places, Error> {
        // Articles and versions draw their ids from another moment: those of sections come from one of their own.
        let own = moment.draws().moment();
        Ok(Places { tree: Tree::load(tx)?, draws: own.draws(), moment: own })
    }

    /// The section of a path; what lacks is made.
    pub fn of(&mut self, tx: &mut Tx<'_>, path: &[String], language: Language) -> Placed {
        if path.is_empty() {
            return self.general(tx);
        }
        let mut at = None;
        let mut found = 0;
        for name in path {
            let Some(next) = self.find(at, name) else { break };
            (at, found) = (Some(next), found + 1);
        }
        let missing = &path[found..];
        if let Err(fault) = self.check_room(at, missing.len()) {
            return Ok(Err(fault));
        }
        for name in missing {
            let slug = self.free_slug(at, name);
            let titles = Words::from([(language, titled(name))]);
            let new = Section { slug, titles, ..self.blank(at) };
            at = Some(self.make(tx, new)?);
        }
        Ok(at.ok_or_else(|| fault("category", Why::Missing)))
    }

    fn check_room(&self, parent: Option<Uuid>, new: usize) -> Result<(), Fault> {
        let above = parent.map_or(0, |id| self.tree.path(id).len());
        if above + new > MAX_DEPTH {
            return Err(fault("section", Why::TooDeep(MAX_DEPTH)));
        }
        if self.tree.len() + new > MAX_SECTIONS {
            return Err(fault("section", Why::TooMany(MAX_SECTIONS)));
        }
        Ok(())
    }

    fn general(&mut self, tx: &mut Tx<'_>) -> Placed {
        if let Some(section) = self.tree.named(GENERAL) {
            return Ok(Ok(section.id));
        }
        if let Err(fault) = self.check_room(None, 1) {
            return Ok(Err(fault));
        }
        let titles = Language::ALL.map(|language| (language, texts().get(language, "help-category-general")));
        let new = Section { slug: GENERAL.into(), titles: titles.into(), ..self.blank(None) };
        self.make(tx, new).map(Ok)
    }

    /// The section of a path, if there is one.
    fn known(&self, path: &[String]) -> Option<Uuid> {
        path.iter().try_fold(None, |at, name| self.find(at, name).map(Some)).flatten()
    }

    /// The section below `parent` that is called so: its slug, or its title in any language.
    fn find(&self, parent: Option<Uuid>, name: &str) -> Option<Uuid> {
        let name = name.trim();
        let above = parent.and_then(|id| self.tree.get(id)).map(|section| section.slug.as_str());
        // Another script leaves nothing of itself in a slug: two titles of it could come to the same.
        let whole = name.chars().all(|c| c.is_ascii() || !c.is_alphanumeric());
        let suggested = slug_of(name).filter(|_| whole);
        let lower = name.to_lowercase();
        let with_slug = |slug: &str| self.tree.below(parent).find(|section| section.slug == slug);
        let titled = |section: &&Section| section.titles.values().any(|title| title.to_lowercase() == lower);
        let below = with_slug(name)
            .or_else(|| suggested.as_deref().and_then(|slug| with_slug(&composed(above, slug))))
            .or_else(|| suggested.as_deref().and_then(with_slug))
            .or_else(|| self.tree.below(parent).find(titled));
        // Who names one section names it by its slug, however deep it is.
        let anywhere = || self.tree.named(name).filter(|_| parent.is_none());
        below.or_else(anywhere).map(|section| section.id)
    }

    /// A slug for a new section of this name that no other one has.
    fn free_slug(&self, parent: Option<Uuid>, name: &str) -> String {
        let above = parent.and_then(|id| self.tree.get(id)).map(|section| section.slug.as_str());
        let wanted = slug_of(name).map(|slug| composed(above, &slug)).filter(|slug| is_slug(slug));
        let (first, other) = wanted.map_or((None, "s".to_owned()), |slug| (Some(slug.clone()), slug));
        let others = (0..).map(|time: usize| suffixed(&other, &[above.unwrap_or_default(), name, &time.to_string()]));
        let mut slugs = first.into_iter().chain(others);
        slugs.find(|slug| self.tree.named(slug).is_none()).unwrap_or_default()
    }

    fn blank(&mut self, parent: Option<Uuid>) -> Section {
        let place = self.tree.below(parent).map(|section| section.place).max().unwrap_or(0) + 1;
        Section {
            id: self.draws.uuid(),
            slug: String::new(),
            parent,
            place,
            titles: Words::new(),
            descriptions: Words::new(),
            review_days: None,
            two_people: false,
        }
    }

    fn make(&mut self, tx: &mut Tx<'_>, new: Section) -> Result<Uuid, Error> {
        sections::insert(tx, &new, &self.moment)?;
        self.tree = Tree::load(tx)?;
        Ok(new.id)
    }

    /// Makes or changes a section as a row says.
    pub fn describe(&mut self, tx: &mut Tx<'_>, row: &SectionRow) -> Result<Result<(), Fault>, Error> {
        let (name, above) = row.path.split_last().map_or(("", &[][..]), |(name, above)| (name.as_str(), above));
        // Also what would make it stand below itself.
        let home = if above.is_empty() { Some(None) } else { self.known(above).map(Some) };
        let elsewhere = |section: &&Section| Some(section.parent) != home;
        if let Some(slug) = row.slug.as_ref().filter(|slug| self.tree.named(slug).filter(elsewhere).is_some()) {
            return Ok(Err(fault("slug", Why::SlugTaken(slug.clone()))));
        }
        let parent = match above {
            [] => None,
            above => match self.of(tx, above, Language::En)? {
                Ok(parent) => Some(parent),
                Err(fault) => return Ok(Err(fault)),
            },
        };
        let known = match &row.slug {
            Some(slug) => self.tree.named(slug).map(|section| section.id),
            None => self.find(parent, name),
        };
        let mut section = match known.and_then(|id| self.tree.get(id)) {
            Some(section) => section.clone(),
            None => {
                if let Err(fault) = self.check_room(parent, 1) {
                    return Ok(Err(fault));
                }
                let slug = row.slug.clone().unwrap_or_else(|| self.free_slug(parent, name));
                Section { slug, ..self.blank(parent) }
            }
        };
        let before = section.clone();
        section.titles.extend(spoken(&row.titles));
        section.titles.retain(|_, title| !title.is_empty());
        section.descriptions.extend(spoken(&row.descriptions));
        section.descriptions.retain(|_, line| !line.is_empty());
        if section.titles.is_empty() {
            section.titles.insert(Language::En, titled(name));
        }
        section.place = row.place.unwrap_or(section.place);
        section.review_days = row.review_days.or(section.review_days);
        section.two_people = row.two_people.unwrap_or(section.two_people);
        if known.is_none() {
            self.make(tx, section)?;
        } else if section != before {
            sections::update(tx, &section)?;
            self.tree = Tree::load(tx)?;
        }
        Ok(Ok(()))
    }
}

/// The slug of a section called `name` below one of the slug `above`.
fn composed(above: Option<&str>, name: &str) -> String {
    above.map_or_else(|| name.to_owned(), |above| format!("{above}-{name}"))
}

/// What people read of a name: of a slug, its words.
fn titled(name: &str) -> String {
    if !is_slug(name) {
        return name.trim().to_owned();
    }
    let words = name.replace('-', " ");
    words[..1].to_uppercase() + &words[1..]
}

/// A slug that begins with another one, and ends with letters that are always the same for the same names.
pub fn suffixed(slug: &str, names: &[&str]) -> String {
    let sum = names.iter().fold(Sha256::new(), |sum, name| sum.chain_update(name).chain_update([0])).finalize();
    let sum = hex::encode(&sum[..5]);
    let kept = &slug[..slug.len().min(MAX_SLUG - 1 - sum.len())];
    format!("{}-{sum}", kept.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_read_as_a_title() {
        assert_eq!((titled("wrong-network").as_str(), titled("充值").as_str()), ("Wrong network", "充值"));
    }
}
