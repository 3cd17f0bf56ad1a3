//! The list of known tags. It offers and explains; tickets bear tags whether they stand in it or not.

use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Error, Row, Tx, params};

use crate::check::{Check, MAX_DESCRIPTION};
use crate::clock::{Micros, Moment};
use crate::error::{Problem, Result};
use crate::people::{Staff, agents};
use crate::settings::changes;
use crate::tickets::triage::tag_of;

/// The colours that a tag can be shown in.
const COLOURS: [&str; 9] = ["grey", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink"];

/// A known tag.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = KnownTag)]
pub struct Tag {
    /// As tickets bear it.
    pub name: String,
    /// What it means; may be empty.
    pub description: String,
    /// What it is shown in: `grey`, `red`, `orange`, `yellow`, `green`, `teal`, `blue`, `purple`, `pink`, or null.
    #[schema(required = true)]
    pub colour: Option<String>,
    /// Give it back when changing the tag: another change in between is then not overwritten.
    pub version: i64,
}

/// A tag to describe.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub struct NewTag {
    /// 1 to 40 letters, digits, `-` or `_`; made lower case.
    #[schema(min_length = 1, max_length = 40)]
    name: String,
    /// What it means, at most 500 characters.
    #[serde(default)]
    #[schema(required = false, max_length = 500)]
    description: String,
    /// `grey`, `red`, `orange`, `yellow`, `green`, `teal`, `blue`, `purple` or `pink`.
    #[serde(default)]
    colour: Option<String>,
    /// The version that was read; 409 `setting-moved` when there is a newer one.
    #[serde(default)]
    version: Option<i64>,
}

impl NewTag {
    /// Checks what was typed.
    ///
    /// # Errors
    /// 422 that names the fields.
    pub fn checked(mut self) -> Result<NewTag> {
        let mut check = Check::default();
        match tag_of(&self.name) {
            Some(name) => self.name = name,
            None => check.refuse("name", if self.name.trim().is_empty() { "required" } else { "invalid-tag" }),
        }
        self.description = check.optional("description", &self.description, MAX_DESCRIPTION);
        if self.colour.as_deref().is_some_and(|colour| !COLOURS.contains(&colour)) {
            check.refuse("colour", "invalid-choice");
        }
        check.done().map(|()| self)
    }

    fn json(&self) -> serde_json::Value {
        json!({"name": self.name, "description": self.description, "colour": self.colour})
    }

    fn stored(&self, version: i64) -> Tag {
        let (name, description) = (self.name.clone(), self.description.clone());
        Tag { name, description, colour: self.colour.clone(), version }
    }
}

fn subject(name: &str) -> String {
    format!("tag:{name}")
}

fn row(row: &Row<'_>) -> Result<Tag, Error> {
    Ok(Tag { name: row.get(0)?, description: row.get(1)?, colour: row.opt(2)?, version: 0 })
}

/// Up to `limit` tags after a name, by name.
pub fn page(tx: &mut Tx<'_>, after: &str, limit: i64) -> Result<Vec<Tag>, Error> {
    const PAGE: &str = "SELECT name, description, colour FROM tag WHERE name > $1 ORDER BY name LIMIT $2";
    let mut tags = tx.query(PAGE, params![after, limit], row)?;
    let versions = changes::versions(tx, "tag")?;
    for tag in &mut tags {
        tag.version = versions.get(&subject(&tag.name)).copied().unwrap_or(0);
    }
    Ok(tags)
}

fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<Tag>, Error> {
    tx.first("SELECT name, description, colour FROM tag WHERE name = $1", params![name], row)
}

/// Tags that were just put on a ticket are known from then on.
pub fn note_use<'t>(tx: &mut Tx<'_>, tags: impl IntoIterator<Item = &'t String>, at: Micros) -> Result<(), Error> {
    const NOTE: &str = "INSERT INTO tag (name, description, created_at) VALUES ($1, '', $2) ON CONFLICT DO NOTHING";
    for tag in tags {
        tx.execute(NOTE, params![tag, at])?;
    }
    Ok(())
}

/// Describes a tag.
///
/// # Errors
/// 422 when it stands in the list.
pub fn make(tx: &mut Tx<'_>, staff: &Staff, new: &NewTag, moment: &Moment) -> Result<Tag> {
    agents::administer(tx, staff)?;
    insert(tx, new, moment.at)?;
    save(tx, staff, new, None, moment)
}

/// Changes a tag in the list.
///
/// # Errors
/// 404 when it does not stand in the list; 422 when the new name does; 409 when it was changed meanwhile.
pub fn change(tx: &mut Tx<'_>, staff: &Staff, name: &str, new: &NewTag, moment: &Moment) -> Result<Tag> {
    const CHANGE: &str = "UPDATE tag SET description = $1, colour = $2 WHERE name = $3";
    agents::administer(tx, staff)?;
    let before = find(tx, name)?.ok_or_else(Problem::not_found)?;
    changes::expect(tx, &subject(name), new.version)?;
    if name == new.name {
        tx.execute(CHANGE, params![&new.description, new.colour.as_deref(), name])?;
        return save(tx, staff, new, Some(before), moment);
    }
    remove(tx, staff, name, moment)?;
    insert(tx, new, moment.at)?;
    save(tx, staff, new, None, moment)
}

/// Takes a tag out of the list.
///
/// # Errors
/// 404 when it does not stand in the list.
pub fn remove(tx: &mut Tx<'_>, staff: &Staff, name: &str, moment: &Moment) -> Result<()> {
    agents::administer(tx, staff)?;
    let before = find(tx, name)?.ok_or_else(Problem::not_found)?;
    tx.execute("DELETE FROM tag WHERE name = $1", params![name])?;
    // Apart from what a renaming draws for its new name.
    let mut draws = moment.draws();
    let mut draws = draws.moment().draws();
    changes::note(tx, staff.actor, &subject(name), (Some(json(&before)), None), moment.at, &mut draws)?;
    Ok(())
}

fn insert(tx: &mut Tx<'_>, new: &NewTag, at: Micros) -> Result<()> {
    const INSERT: &str = "INSERT INTO tag (name, description, colour, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING";
    match tx.execute(INSERT, params![&new.name, &new.description, new.colour.as_deref(), at])? {
        1 => Ok(()),
        _ => Err(Problem::field("name", "name-taken")),
    }
}

fn save(tx: &mut Tx<'_>, staff: &Staff, new: &NewTag, before: Option<Tag>, moment: &Moment) -> Result<Tag> {
    let change = (before.map(|tag| json(&tag)), Some(new.json()));
    changes::note(tx, staff.actor, &subject(&new.name), change, moment.at, &mut moment.draws())?;
    Ok(new.stored(changes::version(tx, &subject(&new.name))?))
}

fn json(tag: &Tag) -> serde_json::Value {
    json!({"name": tag.name, "description": tag.description, "colour": tag.colour})
}
