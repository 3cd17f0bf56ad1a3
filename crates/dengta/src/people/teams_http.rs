//! The API of teams.

use axum::extract::State;
use axum::http::StatusCode;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page};
use crate::app::App;
use crate::check::Json;
use crate::error::Result;
use crate::people::teams::{self, NewTeam, Team};
use crate::people::{Permission, Staff};

/// The teams of today, by name.
#[utoipa::path(get, operation_id = "list_teams", path = "/api/v1/teams", tag = "settings",
    responses((status = 200, body = Page<Team>), crate::error::Refusals))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<Page<Team>>> {
    staff.require(Permission::SettingsRead)?;
    Ok(Json(Page::whole(app.db.read(teams::all).await?)))
}

/// Makes a team.
#[utoipa::path(post, operation_id = "make_team", path = "/api/v1/teams", tag = "settings", request_body = NewTeam,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = Team), crate::error::Refusals))]
pub async fn make(State(app): State<App>, staff: Staff, request: Keyed<NewTeam>) -> Result<Answer> {
    staff.require(Permission::TeamManage)?;
    let (new, key) = (request.body.checked()?, request.key);
    let (moment, scope) = (app.clock.moment(), staff.actor.id().unwrap_or_default());
    app.db
        .write(move |tx| {
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                teams::make(tx, &staff, &new, &moment)
            })
        })
        .await
}

/// Changes a team's name and members; members that are not named leave it.
#[utoipa::path(put, operation_id = "change_team", path = "/api/v1/teams/{id}", tag = "settings", params(("id" = Uuid, Path)), request_body = NewTeam,
    responses((status = 200, body = Team), crate::error::Refusals))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    body: Result<Json<NewTeam>>,
) -> Result<Json<Team>> {
    staff.require(Permission::TeamManage)?;
    let (new, moment) = (body?.0.checked()?, app.clock.moment());
    Ok(Json(app.db.write(move |tx| teams::change(tx, &staff, id, &new, &moment)).await?))
}

/// Archives a team. Its tickets that are not closed go to no team, which their timelines say; whoever has one
/// keeps it. What is closed keeps the team's name.
#[utoipa::path(delete, operation_id = "archive_team", path = "/api/v1/teams/{id}", tag = "settings", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn archive(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    staff.require(Permission::TeamManage)?;
    let moment = app.clock.moment();
    app.db.write(move |tx| teams::archive(tx, &staff, id, &moment)).await?;
    loop {
        let moment = app.clock.moment();
        let more = app.db.write(move |tx| teams::empty(tx, staff.actor, id, moment.at, &mut moment.draws())).await?;
        app.committed.ring();
        if !more {
            return Ok(StatusCode::NO_CONTENT);
        }
    }
}
