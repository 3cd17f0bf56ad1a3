//! The tree of sections.

use std::collections::HashMap;

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use super::{Words, json, stored};
use crate::clock::Moment;
use crate::error::{Problem, Result};

/// Sections that a help center can have.
pub const MAX_SECTIONS: usize = 1_000;
/// Levels of the tree, the categories being the first.
pub const MAX_DEPTH: usize = 5;

/// A section as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// UUIDv7.
    pub id: Uuid,
    /// In addresses, and in imports.
    pub slug: String,
    /// `None`: a category.
    pub parent: Option<Uuid>,
    /// Its place among those of the same parent.
    pub place: i64,
    /// What it is called.
    pub titles: Words,
    /// A line that says what is in it.
    pub descriptions: Words,
    /// Days after which its articles are to be looked at again; `None`: as the parent says.
    pub review_days: Option<i64>,
    /// Whether publishing wants a second person.
    pub two_people: bool,
}

/// All of them, read at once: they are few.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    sections: HashMap<Uuid, Section>,
    /// The children of each, and of none, in their order.
    children: HashMap<Option<Uuid>, Vec<Uuid>>,
}

impl Tree {
    /// Reads the tree.
    pub fn load(tx: &mut Tx<'_>) -> Result<Tree, Error> {
        const ALL: &str = "SELECT id, slug, parent_id, place, titles, descriptions, review_days, two_people
            FROM help_section ORDER BY place, id";
        let mut tree = Tree::default();
        for section in tx.query(ALL, &[], read)? {
            tree.children.entry(section.parent).or_default().push(section.id);
            tree.sections.insert(section.id, section);
        }
        Ok(tree)
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, id: Uuid) -> Option<&Section> {
        self.sections.get(&id)
    }

    /// The one of a slug.
    #[must_use]
    pub fn named(&self, slug: &str) -> Option<&Section> {
        self.sections.values().find(|section| section.slug == slug)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sections.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// The sections below one, or the categories, in their order.
    pub fn below(&self, parent: Option<Uuid>) -> impl Iterator<Item = &Section> {
        self.children.get(&parent).into_iter().flatten().filter_map(|id| self.sections.get(id))
    }

    /// A section and all below it, each after its parent.
    #[must_use]
    pub fn with_all_below(&self, id: Uuid) -> Vec<&Section> {
        let mut found: Vec<&Section> = self.get(id).into_iter().collect();
        let mut at = 0;
        while let Some(id) = found.get(at).map(|section| section.id) {
            found.extend(self.below(Some(id)));
            at += 1;
        }
        found
    }

    /// From the category down to the section itself.
    #[must_use]
    pub fn path(&self, id: Uuid) -> Vec<&Section> {
        let mut path = Vec::new();
        let mut next = self.get(id);
        while let Some(section) = next.filter(|_| path.len() < MAX_DEPTH) {
            path.insert(0, section);
            next = section.parent.and_then(|parent| self.get(parent));
        }
        path
    }

    /// Whether publishing in a section wants a second person.
    #[must_use]
    pub fn wants_two(&self, id: Uuid) -> bool {
        self.path(id).iter().any(|section| section.two_people)
    }

    /// Days after which its articles are to be looked at again.
    #[must_use]
    pub fn review_days(&self, id: Uuid) -> Option<i64> {
        self.path(id).iter().rev().find_map(|section| section.review_days)
    }

    /// Whether a section may stand below `parent`.
    ///
    /// # Errors
    /// 422 when it would stand below itself, too deep, or below none that there is.
    pub fn check_parent(&self, id: Uuid, parent: Option<Uuid>) -> Result<()> {
        let Some(parent) = parent else { return Ok(()) };
        if self.get(parent).is_none() {
            return Err(Problem::field("parent", "section-unknown"));
        }
        let above = self.path(parent);
        if above.iter().any(|section| section.id == id) {
            return Err(Problem::field("parent", "section-cycle"));
        }
        let below = self.with_all_below(id);
        let depth = |section: &Section| self.path(section.id).len();
        let own = self.get(id).map_or(1, depth);
        let height = below.into_iter().map(depth).max().map_or(1, |deepest| deepest - own + 1);
        if above.len() + height > MAX_DEPTH {
            return Err(Problem::field("parent", "section-too-deep"));
        }
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<Section, Error> {
    Ok(Section {
        id: row.get(0)?,
        slug: row.get(1)?,
        parent: row.opt(2)?,
        place: row.get(3)?,
        titles: stored(row, 4)?,
        descriptions: stored(row, 5)?,
        review_days: row.opt(6)?,
        two_people: row.get::<i64>(7)? == 1,
    })
}

/// Stores a new section, behind those of its parent.
pub fn insert(tx: &mut Tx<'_>, new: &Section, moment: &Moment) -> Result<(), Error> {
    const INSERT: &str = "INSERT INTO help_section
            (id, slug, parent_id, place, titles, descriptions, review_days, two_people, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (titles, descriptions) = (json(&new.titles)?, json(&new.descriptions)?);
    let params = params![
        new.id,
        &new.slug,
        new.parent,
        new.place,
        &titles,
        &descriptions,
        new.review_days,
        new.two_people,
        moment.at
    ];
    tx.execute(INSERT, params).map(drop)
}

/// Stores what a section has become.
pub fn update(tx: &mut Tx<'_>, new: &Section) -> Result<(), Error> {
    const UPDATE: &str =
        "UPDATE help_section SET slug = $1, parent_id = $2, place = $3, titles = $4, descriptions = $5,
            review_days = $6, two_people = $7 WHERE id = $8";
    let (titles, descriptions) = (json(&new.titles)?, json(&new.descriptions)?);
    let params =
        params![&new.slug, new.parent, new.place, &titles, &descriptions, new.review_days, new.two_people, new.id];
    tx.execute(UPDATE, params).map(drop)
}
