//! Sorting by the API: assignee, team, priority, tags, snoozing, spam.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Deserializer};

use super::{Written, act};
use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::Id;
use crate::app::App;
use crate::check::Check;
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff};
use crate::tickets::verbs::{self, Handover};
use crate::tickets::{Category, Priority, triage};

/// Who shall have the ticket. What is absent stays as it is, but a ticket handed to a team alone is nobody's there.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewAssignment {
    /// An agent's id, `me`, or null for nobody.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    agent: Option<Option<String>>,
    /// A team's id, or null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    team: Option<Option<String>>,
}

/// Tells null from absent.
fn given<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(value).map(Some)
}

/// Gives the ticket to an agent, to a team, or to nobody.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/assignment", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewAssignment, responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn assign(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewAssignment>) -> Result<Answer> {
    let to = handover(&staff, &request.body)?;
    act(&app, staff, id, Permission::TicketAssign, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: verbs::assign(tx, ticket, staff.actor, to, moment)?.into() })
    })
    .await
}

fn handover(staff: &Staff, body: &NewAssignment) -> Result<Handover> {
    let id = |field: &str, id: &str| id.parse().map_err(|_| Problem::field(field, "invalid-id"));
    let agent = match &body.agent {
        Some(Some(me)) if me == "me" => Some(Some(staff.agent()?)),
        Some(Some(agent)) => Some(Some(id("agent", agent)?)),
        Some(None) => Some(None),
        None => None,
    };
    let team = match &body.team {
        Some(Some(team)) => Some(Some(id("team", team)?)),
        Some(None) => Some(None),
        None => None,
    };
    if agent.is_none() && team.is_none() {
        return Err(Problem::field("agent", "required"));
    }
    Ok(Handover { agent, team })
}

/// How soon the ticket matters.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewPriority {
    /// The priority.
    #[schema(value_type = Priority)]
    priority: String,
}

/// Gives the ticket another priority.
#[utoipa::path(put, path = "/api/v1/tickets/{id}/priority", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewPriority, responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn prioritise(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    request: Keyed<NewPriority>,
) -> Result<Answer> {
    let mut check = Check::default();
    let priority = check.choice("priority", &request.body.priority, Priority::parse, Priority::Normal);
    check.done()?;
    act(&app, staff, id, Permission::TicketTriage, request.key, StatusCode::OK, move |tx, ticket, moment| {
        Ok(Written { entry: triage::prioritise(tx, ticket, staff.actor, priority, moment)?.into() })
    })
    .await
}

/// What a ticket is about.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewCategory {
    /// A category that the desk has.
    #[schema(value_type = Category)]
    category: String,
}

/// Says that the ticket is about something else than was thought. Who has it, and what was promised, stays.
#[utoipa::path(put, path = "/api/v1/tickets/{id}/category", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewCategory, responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn categorise(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    request: Keyed<NewCategory>,
) -> Result<Answer> {
    let (mut check, settings) = (Check::default(), app.settings.now());
    let known = |slug: &str| settings.category(slug).map(|asked| asked.category);
    let category = check.choice("category", &request.body.category, known, Category::Other);
    check.done()?;
    act(&app, staff, id, Permission::TicketTriage, request.key, StatusCode::OK, move |tx, mut ticket, moment| {
        Ok(Written { entry: verbs::categorise(tx, &mut ticket, staff.actor, category, moment)?.into() })
    })
    .await
}

/// Tags to put on and to take off. A tag is one word of at most 40 letters, digits, `-` and `_`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewTags {
    /// Put on; a ticket has at most 20.
    #[serde(default)]
    #[schema(max_items = 20)]
    add: Vec<String>,
    /// Taken off.
    #[serde(default)]
    #[schema(max_items = 20)]
    remove: Vec<String>,
}

/// Puts tags on the ticket and takes tags off.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/tags", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewTags, responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn tag(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewTags>) -> Result<Answer> {
    let mut check = Check::default();
    let add = tags(&mut check, "add", &request.body.add);
    let remove = tags(&mut check, "remove", &request.body.remove);
    check.done()?;
    act(&app, staff, id, Permission::TicketTriage, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: triage::tag(tx, ticket, staff.actor, &add, &remove, moment)?.into() })
    })
    .await
}

/// Well-formed tags, each once.
pub fn tags(check: &mut Check, field: &str, given: &[String]) -> Vec<String> {
    if given.len() > triage::MAX_TAGS {
        check.refuse_with(field, "too-many-tags", vec![("max", triage::MAX_TAGS.into())]);
        return Vec::new();
    }
    let mut tags = Vec::new();
    for (index, text) in given.iter().enumerate() {
        match triage::tag_of(text) {
            Some(tag) if !tags.contains(&tag) => tags.push(tag),
            Some(_) => {}
            None => check.refuse(&format!("{field}.{index}"), "invalid-tag"),
        }
    }
    tags
}

/// Until when the ticket is out of the views.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewSnooze {
    /// A time ahead, at most a year.
    #[schema(format = DateTime)]
    until: String,
}

/// Takes the ticket out of the views until a time, or until the customer writes.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/snooze", tag = "tickets", params(("id" = Uuid, Path)),
    request_body = NewSnooze, responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn snooze(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewSnooze>) -> Result<Answer> {
    let until = time("until", &request.body.until)?;
    act(&app, staff, id, Permission::TicketTriage, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: triage::snooze(tx, ticket, staff.actor, until, moment)?.into() })
    })
    .await
}

/// A time of RFC 3339.
///
/// # Errors
/// 422 that names the field.
pub fn time(field: &str, text: &str) -> Result<Micros> {
    let time = text.parse::<jiff::Timestamp>().map_err(|_| Problem::field(field, "invalid-time"))?;
    Ok(time.as_microsecond())
}

/// Brings the ticket back into the views.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/snooze", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn wake(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    act(&app, staff, id, Permission::TicketTriage, key.0, StatusCode::OK, move |tx, ticket, moment| {
        Ok(Written { entry: triage::wake(tx, ticket, staff.actor, moment)?.into() })
    })
    .await
}

/// Marks the ticket as spam: it leaves the views.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/spam", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn mark_spam(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    act(&app, staff, id, Permission::TicketTriage, key.0, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: triage::mark_spam(tx, ticket, staff.actor, true, moment)?.into() })
    })
    .await
}

/// Says that the ticket is no spam.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/spam", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn clear_spam(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    act(&app, staff, id, Permission::TicketTriage, key.0, StatusCode::OK, move |tx, ticket, moment| {
        Ok(Written { entry: triage::mark_spam(tx, ticket, staff.actor, false, moment)?.into() })
    })
    .await
}
