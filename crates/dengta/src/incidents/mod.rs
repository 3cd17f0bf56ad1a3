//! Incidents: one cause behind many tickets. One update answers all of those that are open, each in its customer's
//! language, as a bulk ([`crate::bulk`]), so that each is answered once whatever happens meanwhile.

pub mod http;

use std::collections::BTreeMap;

use serde_json::json;
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::bulk::{Action, jobs};
use crate::clock::{Micros, Moment};
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::{Actor, Staff};
use crate::tickets::timeline::{self, Ack};
use crate::tickets::verbs::{self, happened};
use crate::tickets::{Kind, Standing, Ticket};

/// What customers are told, by language.
pub type Texts = BTreeMap<String, String>;

/// An incident.
#[derive(Clone, Debug)]
pub struct Incident {
    /// The id.
    pub id: Uuid,
    /// As agents call it.
    pub title: String,
    /// What agents should know.
    pub text: String,
    /// The agent who declared it; `None` when a program did.
    pub created_by: Option<Uuid>,
    /// When.
    pub created_at: Micros,
    /// When it was closed, if it is.
    pub closed_at: Option<Micros>,
}

const COLUMNS: &str = "id, title, text, created_by, created_at, closed_at";

fn read(row: &Row<'_>) -> Result<Incident, Error> {
    Ok(Incident {
        id: row.get(0)?,
        title: row.get(1)?,
        text: row.get(2)?,
        created_by: row.opt(3)?,
        created_at: row.get(4)?,
        closed_at: row.opt(5)?,
    })
}

/// Declares one.
pub fn declare(tx: &mut Tx<'_>, staff: &Staff, title: &str, text: &str, moment: &Moment) -> Result<Incident, Error> {
    const INSERT: &str = "INSERT INTO incident (id, title, text, created_by, created_at) VALUES ($1, $2, $3, $4, $5)";
    let (id, by) = (moment.draws().uuid(), staff.agent().ok());
    tx.execute(INSERT, params![id, title, text, by, moment.at])?;
    let (title, text) = (title.to_owned(), text.to_owned());
    Ok(Incident { id, title, text, created_by: by, created_at: moment.at, closed_at: None })
}

/// The incident of an id.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Incident>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM incident WHERE id = $1"), params![id], read)
}

/// As [`find`], locked: nobody links a ticket to it, tells its customers or closes it meanwhile.
fn lock(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Incident>, Error> {
    tx.lock(&format!("SELECT {COLUMNS} FROM incident WHERE id = $1"), params![id], read)
}

/// The one of an id that goes on, locked.
fn lock_open(tx: &mut Tx<'_>, id: Uuid) -> Result<Incident> {
    let incident = lock(tx, id)?.ok_or_else(Problem::not_found)?;
    if incident.closed_at.is_some() { Err(Problem::conflict("incident-closed")) } else { Ok(incident) }
}

/// Up to `limit` incidents before an id, the newest first.
pub fn before(tx: &mut Tx<'_>, id: Uuid, limit: i64) -> Result<Vec<Incident>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM incident WHERE id < $1 ORDER BY id DESC LIMIT $2");
    tx.query(&sql, params![id, limit], read)
}

/// How many tickets are linked to an incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// All of them.
    pub all: i64,
    /// Those that an update would answer.
    pub open: i64,
}

/// Counts the tickets that are linked, along two indexes.
pub fn linked(tx: &mut Tx<'_>, id: Uuid) -> Result<Linked, Error> {
    const ALL: &str = "SELECT count(*) FROM ticket WHERE incident_id = $1";
    const OPEN: &str = "SELECT count(*) FROM ticket WHERE incident_id = $1 AND standing IN ('open', 'snoozed')";
    let mut count = |sql: &str| tx.first(sql, params![id], |row| row.get::<i64>(0));
    Ok(Linked { all: count(ALL)?.unwrap_or(0), open: count(OPEN)?.unwrap_or(0) })
}

/// Closes it; what is linked stays linked.
///
/// # Errors
/// 404 when there is none; 409 when it is closed.
pub fn close(tx: &mut Tx<'_>, id: Uuid, at: Micros) -> Result<Incident> {
    let incident = lock_open(tx, id)?;
    tx.execute("UPDATE incident SET closed_at = $1 WHERE id = $2", params![at, id])?;
    Ok(Incident { closed_at: Some(at), ..incident })
}

/// Links a ticket to an incident; the same again is no entry.
///
/// # Errors
/// 422 when there is none; 409 when it is closed.
pub fn link(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, incident: Uuid, moment: &Moment) -> Result<Ack> {
    if ticket.incident == Some(incident) {
        return Ok(ticket.newest());
    }
    lock_open(tx, incident).map_err(|problem| match problem.code {
        "not-found" => Problem::field("incident", "incident-unknown"),
        _ => problem,
    })?;
    let event = happened(Kind::IncidentLinked, actor, moment.at, [("incident", json!(incident))]);
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// Takes a ticket off its incident; when it has none, that is no entry.
pub fn unlink(tx: &mut Tx<'_>, mut ticket: Ticket, actor: Actor, moment: &Moment) -> Result<Ack> {
    let Some(incident) = ticket.incident else { return Ok(ticket.newest()) };
    let event = happened(Kind::IncidentUnlinked, actor, moment.at, [("incident", json!(incident))]);
    Ok(timeline::append(tx, &mut ticket, &event, &mut moment.draws())?)
}

/// What customers were told once.
#[derive(Clone, Debug)]
pub struct Update {
    /// From 1.
    pub number: i64,
    /// By language.
    pub texts: Texts,
    /// When.
    pub at: Micros,
    /// Who told them.
    pub by: Actor,
    /// The bulk that answers the tickets.
    pub bulk: Uuid,
}

/// What customers were told, in order.
pub fn updates(tx: &mut Tx<'_>, id: Uuid) -> Result<Vec<Update>, Error> {
    const UPDATES: &str = "SELECT u.number, u.texts, u.created_at, u.bulk_id, b.actor_kind, b.actor_id
        FROM incident_update u JOIN bulk b ON b.id = u.bulk_id WHERE u.incident_id = $1 ORDER BY u.number";
    tx.query(UPDATES, params![id], |row| {
        let by = Actor::parse(row.text(4)?.unwrap_or_default(), row.opt(5)?);
        Ok(Update {
            number: row.get(0)?,
            texts: texts(row.text(1)?.unwrap_or_default())?,
            at: row.get(2)?,
            bulk: row.get(3)?,
            by: by.ok_or_else(|| Error::Defect("bulk.actor".into()))?,
        })
    })
}

fn texts(stored: &str) -> Result<Texts, Error> {
    serde_json::from_str(stored).map_err(|error| Error::Defect(format!("incident_update.texts: {error}")))
}

/// Tells the customers of all tickets that are linked and open; the bulk that does it, and how many those are.
///
/// # Errors
/// 404 when there is no such incident; 409 when it is closed.
pub fn tell(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, texts: &Texts, moment: &Moment) -> Result<(Uuid, i64)> {
    const LAST: &str = "SELECT max(number) FROM incident_update WHERE incident_id = $1";
    const INSERT: &str = "INSERT INTO incident_update (incident_id, number, texts, bulk_id, created_at)
        VALUES ($1, $2, $3, $4, $5)";
    lock_open(tx, id)?;
    let number = tx.first(LAST, params![id], |row| row.opt::<i64>(0))?.flatten().unwrap_or(0) + 1;
    let action = Action::IncidentUpdate { incident: id, number };
    let (bulk, total) = jobs::over_incident(tx, staff, &action, id, moment)?;
    let texts = serde_json::to_string(texts).map_err(|error| Error::Defect(error.to_string()))?;
    tx.execute(INSERT, params![id, number, &texts, bulk, moment.at])?;
    Ok((bulk, total))
}

/// Answers a ticket with an update, in its customer's language.
///
/// # Errors
/// 409 when it was taken off the incident meanwhile, or awaits nothing any more.
pub fn answer(
    tx: &mut Tx<'_>,
    ticket: Ticket,
    actor: Actor,
    incident: Uuid,
    number: i64,
    moment: &Moment,
) -> Result<Ack> {
    const FIND: &str = "SELECT texts FROM incident_update WHERE incident_id = $1 AND number = $2";
    if ticket.incident != Some(incident) {
        return Err(Problem::conflict("incident-unlinked"));
    }
    if !matches!(ticket.standing(), Standing::Open | Standing::Snoozed) {
        return Err(Problem::conflict("not-awaiting"));
    }
    let stored = tx.first(FIND, params![incident, number], |row| row.get::<String>(0))?;
    let texts = texts(&stored.ok_or_else(Problem::not_found)?)?;
    let text = in_language(&texts, ticket.language).ok_or_else(Problem::not_found)?.to_owned();
    Ok(verbs::reply(tx, ticket, actor, &text.into(), None, moment)?.0)
}

/// The text for somebody who reads `language`: in it, else in English, else in the first that there is.
fn in_language(texts: &Texts, language: Language) -> Option<&str> {
    let fallbacks = [language, Language::En].into_iter().chain(Language::ALL);
    fallbacks.into_iter().find_map(|language| texts.get(language.tag())).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_is_told_in_a_language_that_is_there() {
        let texts = |tags: &[&str]| tags.iter().map(|tag| ((*tag).to_owned(), format!("in {tag}"))).collect::<Texts>();
        assert_eq!(in_language(&texts(&["ko", "en"]), Language::Ko), Some("in ko"));
        assert_eq!(in_language(&texts(&["ko", "en"]), Language::Ja), Some("in en"));
        assert_eq!(in_language(&texts(&["ja", "zh-TW"]), Language::En), Some("in zh-TW"));
        assert_eq!(in_language(&texts(&[]), Language::En), None);
    }
}
