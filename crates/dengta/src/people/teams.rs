//! Teams: agents who have tickets together.
//!
//! - Who is off-boarded leaves every team. A team can be without members: its tickets still stand in its view.
//! - A team is archived, never deleted: timelines name it. Its tickets that are not closed then go to no team, by
//!   entries ([`empty`]); who has them keeps them. A name is free again once its team is archived.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::check::{Check, MAX_MEMBERS, MAX_TITLE};
use crate::clock::{Draws, Micros, Moment};
use crate::error::{Problem, Result};
use crate::people::{Actor, Staff, agents};
use crate::settings::changes;
use crate::tickets::http::one_line;
use crate::tickets::{Event, Kind, State, queries, timeline};

/// Tickets that one transaction gives back.
const BATCH: i64 = 100;

/// A team.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Team {
    /// The id.
    pub id: Uuid,
    /// As agents see it.
    pub name: String,
    /// Ids of agents, in the order of their numbers.
    pub members: Vec<Uuid>,
    /// Give it back when changing the team: another change in between is then not overwritten.
    pub version: i64,
}

/// What a team is to be.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub struct NewTeam {
    /// At most 100 characters; no other team of today has it, letter case aside.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// Ids of agents who work here or are invited.
    #[serde(default)]
    #[schema(required = false, max_items = 1000)]
    members: BTreeSet<Uuid>,
    /// The version that was read; 409 `setting-moved` when there is a newer one.
    #[serde(default)]
    version: Option<i64>,
}

impl NewTeam {
    /// Checks what was typed.
    ///
    /// # Errors
    /// 422 that names the fields.
    pub fn checked(mut self) -> Result<NewTeam> {
        let mut check = Check::default();
        self.name = one_line(&check.text("name", &self.name, MAX_TITLE));
        if self.members.len() > MAX_MEMBERS {
            let args = vec![("max", MAX_MEMBERS.into()), ("actual", self.members.len().into())];
            check.refuse_with("members", "too-many", args);
        }
        check.done().map(|()| self)
    }
}

fn subject(id: Uuid) -> String {
    format!("team:{id}")
}

/// What the history keeps of a team.
fn told(team: &Team) -> Value {
    json!({"name": team.name, "members": team.members})
}

/// Every team that is not archived, by name.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Team>, Error> {
    const TEAMS: &str = "SELECT id, name FROM team WHERE archived_at IS NULL ORDER BY name, id";
    const MEMBERS: &str = "SELECT m.team_id, m.agent_id FROM team_member m JOIN agent a ON a.id = m.agent_id
        ORDER BY a.number";
    let mut members: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (team, agent) in tx.query(MEMBERS, &[], |row| Ok((row.get(0)?, row.get(1)?)))? {
        members.entry(team).or_default().push(agent);
    }
    let versions = changes::versions(tx, "team")?;
    let teams = tx.query(TEAMS, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let team = |(id, name)| Team {
        id,
        name,
        members: members.remove(&id).unwrap_or_default(),
        version: versions.get(&subject(id)).copied().unwrap_or(0),
    };
    Ok(teams.into_iter().map(team).collect())
}

/// A team that is not archived.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Team>, Error> {
    const FIND: &str = "SELECT name FROM team WHERE id = $1 AND archived_at IS NULL";
    const MEMBERS: &str = "SELECT m.agent_id FROM team_member m JOIN agent a ON a.id = m.agent_id
        WHERE m.team_id = $1 ORDER BY a.number";
    let Some(name) = tx.first(FIND, params![id], |row| row.get(0))? else { return Ok(None) };
    let members = tx.query(MEMBERS, params![id], |row| row.get(0))?;
    Ok(Some(Team { id, name, members, version: changes::version(tx, &subject(id))? }))
}

/// The teams that an agent is in.
pub fn of_agent(tx: &mut Tx<'_>, agent: Uuid) -> Result<Vec<Uuid>, Error> {
    tx.query("SELECT team_id FROM team_member WHERE agent_id = $1 ORDER BY team_id", params![agent], |row| row.get(0))
}

/// Makes a team.
///
/// # Errors
/// 422 when the name is taken or a member is nobody who works here.
pub fn make(tx: &mut Tx<'_>, staff: &Staff, new: &NewTeam, moment: &Moment) -> Result<Team> {
    const MAKE: &str = "INSERT INTO team (id, name, created_at) VALUES ($1, $2, $3)";
    agents::administer(tx, staff)?;
    let mut draws = moment.draws();
    let id = draws.uuid();
    check(tx, new, id)?;
    tx.execute(MAKE, params![id, &new.name, moment.at])?;
    save(tx, staff.actor, id, new, None, (moment.at, &mut draws))
}

/// Changes a team's name and members.
///
/// # Errors
/// As [`make`]; 404 when there is no such team; 409 when it was changed meanwhile.
pub fn change(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, new: &NewTeam, moment: &Moment) -> Result<Team> {
    agents::administer(tx, staff)?;
    let before = find(tx, id)?.ok_or_else(Problem::not_found)?;
    changes::expect(tx, &subject(id), new.version)?;
    check(tx, new, id)?;
    tx.execute("UPDATE team SET name = $1 WHERE id = $2", params![&new.name, id])?;
    save(tx, staff.actor, id, new, Some(told(&before)), (moment.at, &mut moment.draws()))
}

/// Archives a team; [`empty`] then gives its tickets to no team. Doing it again changes nothing.
///
/// # Errors
/// 404 when there is no such team.
pub fn archive(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, moment: &Moment) -> Result<()> {
    agents::administer(tx, staff)?;
    let Some(before) = find(tx, id)? else {
        let archived = tx.first("SELECT 1 FROM team WHERE id = $1", params![id], |_| Ok(()))?;
        return archived.ok_or_else(Problem::not_found);
    };
    tx.execute("UPDATE team SET archived_at = $1 WHERE id = $2", params![moment.at, id])?;
    tx.execute("DELETE FROM team_member WHERE team_id = $1", params![id])?;
    let change = (Some(told(&before)), None);
    changes::note(tx, staff.actor, &subject(id), change, moment.at, &mut moment.draws())?;
    Ok(())
}

/// Gives tickets of a team to no team, and says so on their timelines. True while there are more.
pub fn empty(tx: &mut Tx<'_>, actor: Actor, team: Uuid, at: Micros, draws: &mut Draws) -> Result<bool, Error> {
    const OPEN: &str =
        "SELECT id FROM ticket WHERE standing = 'open' AND team_id = $1 ORDER BY updated_at, id LIMIT $2";
    const ASLEEP: &str =
        "SELECT id FROM ticket WHERE standing = 'snoozed' AND team_id = $1 ORDER BY updated_at, id LIMIT $2";
    let mut theirs = tx.query(OPEN, params![team, BATCH], |row| row.get::<Uuid>(0))?;
    let left = BATCH - theirs.len() as i64;
    theirs.extend(tx.query(ASLEEP, params![team, left], |row| row.get::<Uuid>(0))?);
    for id in &theirs {
        let ticket = queries::lock(tx, *id)?;
        let theirs = ticket.filter(|ticket| ticket.team == Some(team) && ticket.state == State::Open);
        if let Some(mut ticket) = theirs {
            let details =
                Map::from_iter([("agent".to_owned(), json!(ticket.assignee)), ("team".to_owned(), Value::Null)]);
            let event = Event { kind: Kind::Assigned, actor, at, text: String::new(), details };
            timeline::append(tx, &mut ticket, &event, draws)?;
        }
    }
    Ok(theirs.len() as i64 == BATCH)
}

/// Takes an agent who leaves out of every team.
pub fn leave_all(tx: &mut Tx<'_>, by: Actor, agent: Uuid, at: Micros, draws: &mut Draws) -> Result<(), Error> {
    const LEAVE: &str = "DELETE FROM team_member WHERE team_id = $1 AND agent_id = $2";
    for id in of_agent(tx, agent)? {
        let before = find(tx, id)?;
        tx.execute(LEAVE, params![id, agent])?;
        let after = find(tx, id)?;
        let change = (before.as_ref().map(told), after.as_ref().map(told));
        changes::note(tx, by, &subject(id), change, at, draws)?;
    }
    Ok(())
}

fn check(tx: &mut Tx<'_>, new: &NewTeam, id: Uuid) -> Result<()> {
    const NAMES: &str = "SELECT name FROM team WHERE archived_at IS NULL AND id <> $1";
    const AGENT: &str = "SELECT 1 FROM agent WHERE id = $1 AND state <> 'off'";
    let mut check = Check::default();
    let names = tx.query(NAMES, params![id], |row| row.get::<String>(0))?;
    if names.iter().any(|name| name.to_lowercase() == new.name.to_lowercase()) {
        check.refuse("name", "name-taken");
    }
    for member in &new.members {
        if tx.first(AGENT, params![*member], |_| Ok(()))?.is_none() {
            check.refuse("members", "member-unknown");
            break;
        }
    }
    check.done()
}

fn save(
    tx: &mut Tx<'_>,
    by: Actor,
    id: Uuid,
    new: &NewTeam,
    before: Option<Value>,
    (at, draws): (Micros, &mut Draws),
) -> Result<Team> {
    tx.execute("DELETE FROM team_member WHERE team_id = $1", params![id])?;
    for member in &new.members {
        tx.execute("INSERT INTO team_member (team_id, agent_id) VALUES ($1, $2)", params![id, *member])?;
    }
    let after = find(tx, id)?.ok_or_else(Problem::not_found)?;
    changes::note(tx, by, &subject(id), (before, Some(told(&after))), at, draws)?;
    Ok(Team { version: changes::version(tx, &subject(id))?, ..after })
}
