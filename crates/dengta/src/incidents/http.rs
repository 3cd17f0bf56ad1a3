//! The API of incidents.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{Error, Tx};
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Bare, Keyed};
use crate::api::page::{Id, Page, Query, limit};
use crate::app::App;
use crate::bulk::Action;
use crate::bulk::http::{Started, require};
use crate::check::{Check, Json, MAX_SUBJECT, MAX_TEXT};
use crate::clock::rfc3339;
use crate::error::{Problem, Result};
use crate::incidents::{self, Incident, Texts};
use crate::language::Language;
use crate::people::{Actor, Permission, Staff, names};
use crate::secrets::asked::{self, To};
use crate::tickets::http::{Written, act, one_line, scope};

/// One cause behind many tickets.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct IncidentView {
    id: Uuid,
    title: String,
    /// What agents should know.
    text: String,
    state: IncidentState,
    /// How many tickets are linked.
    tickets: i64,
    /// How many of them an update would answer.
    open: i64,
    #[schema(format = DateTime)]
    opened_at: String,
    #[schema(required = true, format = DateTime)]
    closed_at: Option<String>,
    /// The agent who declared it.
    #[schema(required = true)]
    by: Option<Teller>,
    /// What customers were told, in order. Lists leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    updates: Option<Vec<UpdateView>>,
}

/// Whether it goes on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum IncidentState {
    /// It does.
    Open,
    /// It does not.
    Closed,
}

/// What customers were told once.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct UpdateView {
    /// From 1.
    number: i64,
    /// By language.
    texts: BTreeMap<String, String>,
    #[schema(format = DateTime)]
    at: String,
    /// Who told them.
    #[schema(required = true)]
    by: Option<Teller>,
    /// The bulk that answers the tickets; its address has the progress.
    bulk: Uuid,
}

/// Somebody who works here.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Teller {
    /// A program has one too.
    #[schema(required = true)]
    name: Option<String>,
    /// The agent id that customers see.
    #[schema(required = true)]
    number: Option<String>,
}

fn named(tx: &mut Tx<'_>, actor: Actor) -> Result<Option<Teller>, Error> {
    let name = names::of(tx, &[actor])?.remove(&actor);
    Ok(name.map(|(name, number)| Teller { name, number }))
}

fn told(tx: &mut Tx<'_>, incident: Incident, with_updates: bool) -> Result<IncidentView, Error> {
    let linked = incidents::linked(tx, incident.id)?;
    let by = incident.created_by.map(|agent| named(tx, Actor::Agent(agent))).transpose()?.flatten();
    let updates = if with_updates { Some(updates(tx, incident.id)?) } else { None };
    Ok(IncidentView {
        id: incident.id,
        title: incident.title,
        text: incident.text,
        state: if incident.closed_at.is_some() { IncidentState::Closed } else { IncidentState::Open },
        tickets: linked.all,
        open: linked.open,
        opened_at: rfc3339(incident.created_at),
        closed_at: incident.closed_at.map(rfc3339),
        by,
        updates,
    })
}

fn updates(tx: &mut Tx<'_>, id: Uuid) -> Result<Vec<UpdateView>, Error> {
    let mut views = Vec::new();
    for update in incidents::updates(tx, id)? {
        let by = named(tx, update.by)?;
        let (number, texts, at) = (update.number, update.texts, rfc3339(update.at));
        views.push(UpdateView { number, texts, at, by, bulk: update.bulk });
    }
    Ok(views)
}

/// For whom there are incidents: who sees tickets.
fn reads(staff: &Staff) -> Result<()> {
    if staff.role.may(Permission::TicketRead) { Ok(()) } else { Err(Problem::not_found()) }
}

/// Which incidents to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct IncidentsQuery {
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// Incidents, the newest first.
#[utoipa::path(get, path = "/api/v1/incidents", tag = "incidents", params(IncidentsQuery),
    responses((status = 200, body = Page<IncidentView>), crate::error::Refusals))]
pub async fn list_incidents(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<IncidentsQuery>,
) -> Result<Json<Page<IncidentView>>> {
    reads(&staff)?;
    let limit = limit(query.limit)?;
    let after = match query.after.as_deref().map(str::parse) {
        None => Uuid::max(),
        Some(Ok(id)) => id,
        Some(Err(_)) => return Err(Problem::field("after", "invalid-cursor")),
    };
    let page = app
        .db
        .read(move |tx| {
            let mut found = incidents::before(tx, after, limit + 1)?;
            let more = found.len() as i64 > limit;
            found.truncate(usize::try_from(limit).unwrap_or(0));
            let next = found.last().filter(|_| more).map(|incident| incident.id.to_string());
            let results = found.into_iter().map(|incident| told(tx, incident, false)).collect::<Result<_, _>>()?;
            Ok::<_, Error>(Page { results, next })
        })
        .await?;
    Ok(Json(page))
}

/// One incident, with what customers were told.
#[utoipa::path(get, path = "/api/v1/incidents/{id}", tag = "incidents", params(("id" = Uuid, Path)),
    responses((status = 200, body = IncidentView), crate::error::Refusals))]
pub async fn show_incident(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<IncidentView>> {
    reads(&staff)?;
    let view = app
        .db
        .read(move |tx| {
            let incident = incidents::find(tx, id)?.ok_or_else(Problem::not_found)?;
            Ok::<_, Problem>(told(tx, incident, true)?)
        })
        .await?;
    Ok(Json(view))
}

/// An incident to declare.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewIncident {
    /// One line, at most 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    title: String,
    /// What agents should know, at most 20,000 characters.
    #[serde(default)]
    #[schema(max_length = 20_000)]
    text: String,
}

/// Declares an incident.
#[utoipa::path(post, path = "/api/v1/incidents", tag = "incidents", request_body = NewIncident,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = IncidentView), crate::error::Refusals))]
pub async fn declare_incident(State(app): State<App>, staff: Staff, request: Keyed<NewIncident>) -> Result<Answer> {
    staff.require(Permission::IncidentManage)?;
    let mut check = Check::default();
    let title = one_line(&check.text("title", &request.body.title, MAX_SUBJECT));
    let text = check.optional("text", &request.body.text, MAX_TEXT);
    check.done()?;
    let (moment, key) = (app.clock.moment(), request.key);
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let incident = incidents::declare(tx, &staff, &title, &text, &moment)?;
                Ok(told(tx, incident, true)?)
            })
        })
        .await?;
    Ok(answer)
}

/// What to tell the customers.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewUpdate {
    /// By language, at least one. Who reads none of them is told in English, or in the first that there is.
    #[schema(example = json!({"zh-CN": "充值已恢复。", "en": "Deposits are back."}))]
    texts: BTreeMap<String, String>,
}

fn checked(new: &NewUpdate) -> Result<Texts> {
    let mut check = Check::default();
    let mut texts = Texts::new();
    for (tag, text) in &new.texts {
        let field = format!("texts.{tag}");
        let Some(language) = Language::parse(tag) else {
            let known = Language::ALL.map(Language::tag).join(", ");
            check.refuse_with(&field, "text-language", vec![("known", known.as_str().into())]);
            continue;
        };
        let text = check.optional(&field, text, MAX_TEXT);
        if !text.is_empty() {
            texts.insert(language.tag().to_owned(), text);
        }
    }
    if texts.is_empty() {
        check.refuse("texts", "required");
    }
    check.done()?;
    Ok(texts)
}

/// Tells the customers of all tickets that are linked and open, each once, in their language.
#[utoipa::path(post, path = "/api/v1/incidents/{id}/updates", tag = "incidents", params(("id" = Uuid, Path)),
    request_body = NewUpdate, responses((status = 202, body = Started), crate::error::Refusals))]
pub async fn update_incident(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    request: Keyed<NewUpdate>,
) -> Result<Answer> {
    require(&staff, &Action::IncidentUpdate { incident: id, number: 0 })?;
    let texts = checked(&request.body)?;
    for (tag, text) in &texts {
        asked::check(&format!("texts.{tag}"), text, staff.actor, To::Many(Language::parse(tag)))?;
    }
    let (moment, key) = (app.clock.moment(), request.key);
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, StatusCode::ACCEPTED, |tx| {
                let (id, total) = incidents::tell(tx, &staff, id, &texts, &moment)?;
                Ok(Started { id, total })
            })
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}

/// Closes an incident. Its tickets stay linked, and as they are.
#[utoipa::path(post, path = "/api/v1/incidents/{id}/closure", tag = "incidents", params(("id" = Uuid, Path)),
    responses((status = 201, body = IncidentView), crate::error::Refusals))]
pub async fn close_incident(State(app): State<App>, staff: Staff, Id(id): Id, key: Bare) -> Result<Answer> {
    staff.require(Permission::IncidentManage)?;
    let moment = app.clock.moment();
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope(&staff), key.0.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let incident = incidents::close(tx, id, moment.at)?;
                Ok(told(tx, incident, true)?)
            })
        })
        .await?;
    Ok(answer)
}

/// The incident that caused a ticket.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewCause {
    /// Its id.
    #[schema(value_type = Uuid)]
    incident: String,
}

/// Links the ticket to an incident.
#[utoipa::path(put, path = "/api/v1/tickets/{id}/incident", tag = "incidents", params(("id" = Uuid, Path)),
    request_body = NewCause, responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn link_incident(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    request: Keyed<NewCause>,
) -> Result<Answer> {
    let incident = request.body.incident.parse().map_err(|_| Problem::field("incident", "incident-unknown"))?;
    act(&app, staff, id, Permission::TicketTriage, request.key, StatusCode::OK, move |tx, ticket, moment| {
        Ok(Written::of(incidents::link(tx, ticket, staff.actor, incident, moment)?))
    })
    .await
}

/// Takes the ticket off its incident.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/incident", tag = "incidents", params(("id" = Uuid, Path)),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn unlink_incident(State(app): State<App>, staff: Staff, Id(id): Id, key: Bare) -> Result<Answer> {
    act(&app, staff, id, Permission::TicketTriage, key.0, StatusCode::OK, move |tx, ticket, moment| {
        Ok(Written::of(incidents::unlink(tx, ticket, staff.actor, moment)?))
    })
    .await
}
