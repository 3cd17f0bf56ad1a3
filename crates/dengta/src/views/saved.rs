//! Saved views: whose they are, who sees them, what they go by.

use serde::{Deserialize, Serialize};
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::check::{Check, MAX_NAME, MAX_VIEWS};
use crate::clock::Moment;
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff};
use crate::secrets::clean;
use crate::tickets::filter::{self, Query};
use crate::tickets::http::one_line;
use crate::tickets::log;
use crate::views::members;
use crate::views::{counts, fill};

/// Who sees a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Shared {
    /// Its owner.
    Me,
    /// A team.
    Team,
    /// Everybody who sees tickets.
    All,
}

impl Shared {
    const ALL: [Shared; 3] = [Shared::Me, Shared::Team, Shared::All];

    /// As stored and as shown in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Shared::Me => "me",
            Shared::Team => "team",
            Shared::All => "all",
        }
    }

    /// The value of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Shared> {
        Shared::ALL.into_iter().find(|shared| shared.name() == name)
    }
}

/// A saved view as stored.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The id.
    pub id: Uuid,
    /// The agent who made it.
    pub owner: Uuid,
    /// As people call it.
    pub title: String,
    /// The filters, printed.
    pub query: String,
    /// Who sees it.
    pub shared: Shared,
    /// The team that sees it, when one does.
    pub team: Option<Uuid>,
    /// Its place among the others.
    pub position: i64,
    /// Its filling.
    pub fill: Uuid,
    /// Whom the names in the query named when the filling began.
    pub pins: String,
    /// Tickets below this id are still to be looked at.
    pub filled_to: Option<Uuid>,
    /// How many were looked at.
    pub filled: i64,
    /// Of how many.
    pub to_fill: i64,
}

const COLUMNS: &str =
    "v.id, v.owner_id, v.title, v.query, v.shared, v.team_id, v.position, v.fill, v.pins, v.filled_to,
    v.filled, v.to_fill";

fn read(row: &Row<'_>) -> Result<Saved, Error> {
    let shared = Shared::parse(row.text(4)?.unwrap_or_default());
    Ok(Saved {
        id: row.get(0)?,
        owner: row.get(1)?,
        title: row.get(2)?,
        query: row.get(3)?,
        shared: shared.ok_or_else(|| Error::Defect("saved_view.shared".into()))?,
        team: row.opt(5)?,
        position: row.get(6)?,
        fill: row.get(7)?,
        pins: row.get(8)?,
        filled_to: row.opt(9)?,
        filled: row.get(10)?,
        to_fill: row.get(11)?,
    })
}

/// What somebody wants a view to be, checked.
#[derive(Clone, Debug)]
pub struct Wanted {
    title: String,
    query: Query,
    shared: Shared,
    team: Option<Uuid>,
    position: Option<i64>,
}

impl Wanted {
    /// Checks what was sent.
    ///
    /// # Errors
    /// 422 that names the fields; 403 when it is to be shared by somebody who may not share.
    pub fn checked(
        staff: &Staff,
        title: &str,
        query_text: &str,
        shared: Option<&str>,
        team: Option<&str>,
        position: Option<i64>,
    ) -> Result<Wanted> {
        let mut check = Check::default();
        let title = one_line(&check.text("title", title, MAX_NAME));
        let shared = check.choice("shared", shared.unwrap_or("me"), Shared::parse, Shared::Me);
        let team = match (shared, team.map(str::parse)) {
            (Shared::Team, None) => {
                check.refuse("team", "required");
                None
            }
            (Shared::Team, Some(Err(_))) => {
                check.refuse("team", "team-unknown");
                None
            }
            (Shared::Team, Some(Ok(team))) => Some(team),
            _ => None,
        };
        if position.is_some_and(|position| !(0..=1_000_000).contains(&position)) {
            check.refuse("position", "invalid-choice");
        }
        let query = check.adopt(Query::parse("query", query_text));
        match &query {
            Some(query) if *query == Query::default() => check.refuse("query", "required"),
            Some(query) if !query.is_of_facets() => check.refuse("query", "view-not-of-filters"),
            _ => {}
        }
        if clean::without(query_text)? != query_text {
            check.refuse("query", "invalid-tag");
        }
        check.done()?;
        if shared != Shared::Me {
            staff.require(Permission::ViewShare)?;
        }
        Ok(Wanted { title, query: query.unwrap_or_default(), shared, team, position })
    }

    /// The names in it name somebody, and the team is there.
    fn check_names(&self, tx: &mut Tx<'_>, me: Uuid) -> Result<()> {
        const TEAM: &str = "SELECT 1 FROM team WHERE id = $1 AND archived_at IS NULL";
        self.query.facets.pin(tx, Some(me), "query")?;
        match self.team {
            Some(team) if tx.first(TEAM, params![team], |_| Ok(()))?.is_none() => {
                Err(Problem::field("team", "team-unknown"))
            }
            _ => Ok(()),
        }
    }
}

/// Views that somebody sees: an agent's own, those of the agent's teams, those of all. A program sees the last.
pub fn visible(tx: &mut Tx<'_>, me: Option<Uuid>) -> Result<Vec<Saved>, Error> {
    // One walk along an index for each reason; a view that is there for two of them is given once.
    let sql = format!(
        "SELECT {COLUMNS} FROM saved_view v WHERE v.owner_id = $1
         UNION SELECT {COLUMNS} FROM saved_view v WHERE v.shared = 'all'
         UNION SELECT {COLUMNS} FROM saved_view v JOIN team_member m ON m.team_id = v.team_id
            WHERE v.shared = 'team' AND m.agent_id = $1"
    );
    let mut views = tx.query(&sql, params![me.unwrap_or_default()], read)?;
    views.sort_by(|one, other| (one.position, &one.title, one.id).cmp(&(other.position, &other.title, other.id)));
    Ok(views)
}

/// A view that the caller sees.
///
/// # Errors
/// 404 when it is not there, or somebody else's.
pub fn find(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Result<Saved> {
    let saved = tx.first(&format!("SELECT {COLUMNS} FROM saved_view v WHERE v.id = $1"), params![id], read)?;
    seen_by(tx, staff, saved.ok_or_else(Problem::not_found)?)
}

fn seen_by(tx: &mut Tx<'_>, staff: &Staff, saved: Saved) -> Result<Saved> {
    if !staff.role.may(Permission::TicketRead) {
        return Err(Problem::not_found());
    }
    let me = staff.agent().ok();
    let sees = match saved.shared {
        Shared::All => true,
        _ if me == Some(saved.owner) => true,
        Shared::Team => {
            let teams = me.map(|me| filter::teams_of(tx, me)).transpose()?.unwrap_or_default();
            saved.team.is_some_and(|team| teams.contains(&team))
        }
        Shared::Me => false,
    };
    if sees { Ok(saved) } else { Err(Problem::not_found()) }
}

/// Whether there is any.
pub fn any(tx: &mut Tx<'_>) -> Result<bool, Error> {
    Ok(tx.first("SELECT 1 FROM saved_view LIMIT 1", &[], |_| Ok(()))?.is_some())
}

/// Every view, for the follower.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Saved>, Error> {
    tx.query(&format!("SELECT {COLUMNS} FROM saved_view v ORDER BY v.created_at, v.id"), &[], read)
}

/// A new view, which is filled from now on.
///
/// # Errors
/// 409 when the agent has too many; 422 when it names nobody.
pub fn make(tx: &mut Tx<'_>, staff: &Staff, wanted: &Wanted, moment: &Moment) -> Result<Saved> {
    const OWN: &str = "SELECT count(*), max(position) FROM saved_view WHERE owner_id = $1";
    const INSERT: &str = "INSERT INTO saved_view (id, owner_id, title, query, shared, team_id, position, fill, pins,
            filled_to, filled, to_fill, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, $12, $13)";
    let (me, mut draws) = (staff.agent()?, moment.draws());
    wanted.check_names(tx, me)?;
    begin(tx)?;
    let own = tx.first(OWN, params![me], |row| Ok((row.get::<i64>(0)?, row.opt::<i64>(1)?)))?;
    let (own, last) = own.unwrap_or_default();
    if own >= MAX_VIEWS {
        return Err(Problem::conflict("too-many-views").with("max", MAX_VIEWS));
    }
    let (id, filling, query) = (draws.uuid(), draws.uuid(), wanted.query.to_string());
    let position = wanted.position.unwrap_or_else(|| last.map_or(0, |last| last + 1));
    let pins = members::pins(tx, &query)?;
    let to_fill = counts::of_bucket(tx, counts::ALL)?;
    tx.execute(
        INSERT,
        params![
            id,
            me,
            &wanted.title,
            &query,
            wanted.shared.name(),
            wanted.team,
            position,
            filling,
            &pins,
            fill::FROM,
            to_fill,
            moment.at,
            moment.at
        ],
    )?;
    find(tx, staff, id)
}

/// Locks where the follower stands. With no view there it stood still: it goes on from the end of the log, as what is
/// before it comes by filling.
fn begin(tx: &mut Tx<'_>) -> Result<(), Error> {
    log::place(tx, members::NAME)?;
    if !any(tx)? {
        let end = log::end(tx)?;
        log::advance(tx, members::NAME, end)?;
    }
    Ok(())
}

/// The view that the caller is about to change, locked.
///
/// # Errors
/// 404 when the caller does not see it; 403 when it is somebody else's, and the caller may not share.
fn lock(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Result<Saved> {
    let saved = tx.lock(&format!("SELECT {COLUMNS} FROM saved_view v WHERE v.id = $1"), params![id], read)?;
    let saved = seen_by(tx, staff, saved.ok_or_else(Problem::not_found)?)?;
    if staff.agent()? != saved.owner {
        staff.require(Permission::ViewShare)?;
    }
    Ok(saved)
}

/// Changes a view. Another query empties it, and it is filled anew.
///
/// # Errors
/// As [`make`]; 404 and 403 when it is not the caller's to change.
pub fn change(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, wanted: &Wanted, moment: &Moment) -> Result<Saved> {
    const UPDATE: &str = "UPDATE saved_view SET title = $1, query = $2, shared = $3, team_id = $4, position = $5,
            updated_at = $6 WHERE id = $7";
    let saved = lock(tx, staff, id)?;
    wanted.check_names(tx, saved.owner)?;
    let (query, position) = (wanted.query.to_string(), wanted.position.unwrap_or(saved.position));
    let params = params![&wanted.title, &query, wanted.shared.name(), wanted.team, position, moment.at, id];
    tx.execute(UPDATE, params)?;
    if query != saved.query {
        let pins = members::pins(tx, &query)?;
        refill(tx, &saved, &pins, moment.draws().uuid())?;
    }
    find(tx, staff, id)
}

/// Begins another filling of a view; false when somebody else did meanwhile.
pub fn refill(tx: &mut Tx<'_>, saved: &Saved, pins: &str, filling: Uuid) -> Result<bool, Error> {
    const REFILL: &str = "UPDATE saved_view SET fill = $1, pins = $2, filled_to = $3, filled = 0, to_fill = $4
        WHERE id = $5 AND fill = $6";
    let to_fill = counts::of_bucket(tx, counts::ALL)?;
    let changed = tx.execute(REFILL, params![filling, pins, fill::FROM, to_fill, saved.id, saved.fill])?;
    Ok(changed == 1)
}

/// Deletes a view; its members are swept.
///
/// # Errors
/// 404 and 403 when it is not the caller's to delete.
pub fn delete(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Result<()> {
    lock(tx, staff, id)?;
    tx.execute("DELETE FROM saved_view WHERE id = $1", params![id])?;
    Ok(())
}

/// Deletes what an agent who has left kept for himself or herself; what was shared stays.
pub fn forget(tx: &mut Tx<'_>, agent: Uuid) -> Result<(), Error> {
    tx.execute("DELETE FROM saved_view WHERE owner_id = $1 AND shared = 'me'", params![agent]).map(drop)
}

impl Saved {
    /// Whether every ticket was looked at.
    #[must_use]
    pub const fn ready(&self) -> bool {
        self.filled_to.is_none()
    }
}
