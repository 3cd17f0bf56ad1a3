//! SQL of the macros.

use serde::{Deserialize, Serialize};
use store::{Error, Param, Row, Tx, params};
use uuid::Uuid;

use crate::clock::Micros;
use crate::macros::Texts;
use crate::macros::actions::Action;
use crate::people::{Actor, Permission, Staff};

/// Who sees a macro.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = MacroVisibility)]
pub enum VisibleTo {
    /// Everybody; others can include it.
    All,
    /// A team.
    Team,
    /// Whoever made it.
    Me,
}

impl VisibleTo {
    /// As stored and as shown in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            VisibleTo::All => "all",
            VisibleTo::Team => "team",
            VisibleTo::Me => "me",
        }
    }

    fn parse(name: &str) -> Option<VisibleTo> {
        [VisibleTo::All, VisibleTo::Team, VisibleTo::Me].into_iter().find(|visible| visible.name() == name)
    }
}

/// A macro as stored.
#[derive(Clone, Debug)]
pub struct Macro {
    /// UUIDv7.
    pub id: Uuid,
    /// What agents find it by.
    pub title: String,
    /// What it stands under; may be empty.
    pub group: String,
    /// What it says.
    pub texts: Texts,
    /// What it does.
    pub actions: Vec<Action>,
    /// Who sees it.
    pub visible_to: VisibleTo,
    /// The team that sees it, if one does.
    pub team: Option<Uuid>,
    /// The agent whose own it is, if it is one's own.
    pub owner: Option<Uuid>,
    /// How often it was used.
    pub used: i64,
    /// When it was last used.
    pub last_used_at: Option<Micros>,
}

/// The title folded for comparison.
#[must_use]
pub fn key(title: &str) -> String {
    title.trim().to_lowercase()
}

const COLUMNS: &str =
    "m.id, m.title, m.folder, m.texts, m.actions, m.visible_to, m.team_id, m.owner_id, m.used, m.last_used_at";

fn read(row: &Row<'_>) -> Result<Macro, Error> {
    let visible_to = VisibleTo::parse(&row.get::<String>(5)?);
    Ok(Macro {
        id: row.get(0)?,
        title: row.get(1)?,
        group: row.get(2)?,
        texts: json(&row.get::<String>(3)?)?,
        actions: json(&row.get::<String>(4)?)?,
        visible_to: visible_to.ok_or_else(|| Error::Defect("macro.visible_to holds an unknown value".into()))?,
        team: row.opt(6)?,
        owner: row.opt(7)?,
        used: row.get(8)?,
        last_used_at: row.opt(9)?,
    })
}

fn json<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::Defect(format!("a macro cannot be read: {error}")))
}

fn text(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Defect(error.to_string()))
}

/// The agent whose macros these are; a program has none of its own.
fn me(staff: &Staff) -> Uuid {
    match staff.actor {
        Actor::Agent(id) => id,
        _ => Uuid::nil(),
    }
}

/// Up to `limit` macros after an id that the caller sees: everybody's, those of their teams, their own. Who manages
/// macros sees those of every team.
pub fn page(tx: &mut Tx<'_>, staff: &Staff, after: Uuid, limit: i64) -> Result<Vec<Macro>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM macro m WHERE m.id > $1 AND {SEEN} ORDER BY m.id LIMIT $4");
    let params = [after.into(), manages(staff), me(staff).into(), limit.into()];
    tx.query(&sql, &params, read)
}

/// One macro that the caller sees.
pub fn find(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Result<Option<Macro>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM macro m WHERE m.id = $1 AND {SEEN}");
    tx.first(&sql, &[id.into(), manages(staff), me(staff).into()], read)
}

/// Whether `$2` manages macros, and `$3` is who asks.
const SEEN: &str = "(m.visible_to = 'all' OR (m.visible_to = 'team' AND ($2 = 1 OR m.team_id IN
    (SELECT team_id FROM team_member WHERE agent_id = $3))) OR (m.visible_to = 'me' AND m.owner_id = $3))";

fn manages(staff: &Staff) -> Param<'static> {
    staff.role.may(Permission::MacroManage).into()
}

/// The texts of the macro that others can include by this folded title.
pub fn texts_of(tx: &mut Tx<'_>, key: &str) -> Result<Option<Texts>, Error> {
    const FIND: &str = "SELECT texts FROM macro WHERE title_key = $1 AND visible_to = 'all'";
    tx.first(FIND, params![key], |row| json(&row.get::<String>(0)?))
}

/// Title and texts of every other macro that includes something.
pub fn including(tx: &mut Tx<'_>, but: Uuid) -> Result<Vec<(String, Texts)>, Error> {
    const FIND: &str = "SELECT title, texts FROM macro WHERE texts LIKE '%{\\%%include%' ESCAPE '\\' AND id <> $1
        ORDER BY title";
    tx.query(FIND, params![but], |row| Ok((row.get(0)?, json(&row.get::<String>(1)?)?)))
}

/// How many macros there are.
pub fn count(tx: &mut Tx<'_>) -> Result<i64, Error> {
    Ok(tx.first("SELECT count(*) FROM macro", &[], |row| row.get(0))?.unwrap_or(0))
}

/// Whether another macro that everybody sees has this title.
pub fn title_taken(tx: &mut Tx<'_>, title: &str, but: Uuid) -> Result<bool, Error> {
    const FIND: &str = "SELECT 1 FROM macro WHERE title_key = $1 AND visible_to = 'all' AND id <> $2";
    Ok(tx.first(FIND, params![&key(title), but], |_| Ok(()))?.is_some())
}

/// Stores a new macro.
pub fn insert(tx: &mut Tx<'_>, new: &Macro, at: Micros) -> Result<(), Error> {
    const INSERT: &str =
        "INSERT INTO macro (id, title, title_key, folder, texts, actions, visible_to, team_id, owner_id,
            used, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10)";
    let (key, texts, actions) = (key(&new.title), text(&new.texts)?, text(&new.actions)?);
    let visible_to = new.visible_to.name();
    let params = params![new.id, &new.title, &key, &new.group, &texts, &actions, visible_to, new.team, new.owner, at];
    tx.execute(INSERT, params).map(drop)
}

/// Stores what a macro has become.
pub fn update(tx: &mut Tx<'_>, new: &Macro) -> Result<(), Error> {
    const UPDATE: &str = "UPDATE macro SET title = $1, title_key = $2, folder = $3, texts = $4, actions = $5,
            visible_to = $6, team_id = $7, owner_id = $8
        WHERE id = $9";
    let (key, texts, actions) = (key(&new.title), text(&new.texts)?, text(&new.actions)?);
    let visible_to = new.visible_to.name();
    let params = params![&new.title, &key, &new.group, &texts, &actions, visible_to, new.team, new.owner, new.id];
    tx.execute(UPDATE, params).map(drop)
}

/// Removes a macro.
pub fn delete(tx: &mut Tx<'_>, id: Uuid) -> Result<(), Error> {
    tx.execute("DELETE FROM macro WHERE id = $1", params![id]).map(drop)
}

/// Counts a use.
pub fn note_use(tx: &mut Tx<'_>, id: Uuid, at: Micros) -> Result<(), Error> {
    tx.execute("UPDATE macro SET used = used + 1, last_used_at = $1 WHERE id = $2", params![at, id]).map(drop)
}
