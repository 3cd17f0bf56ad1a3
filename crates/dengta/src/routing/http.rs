//! The API of conversations for agents: who waits, offers, taking and leaving.

use std::collections::BTreeSet;

use axum::extract::State as With;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use super::presence::{self, MAX_CAPACITY};
use super::wait::{self, Estimate};
use super::{Board, Line, State, line, steps};
use crate::api::idempotency::{Answer, Bare};
use crate::api::page::Id;
use crate::app::App;
use crate::check::{Check, Json};
use crate::clock::{Micros, SECOND, rfc3339};
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::{Permission, Staff, agents};
use crate::settings::Settings;
use crate::tickets::http::act;
use crate::tickets::shown::{self, TicketView};
use crate::tickets::{Ticket, queries};

/// Lines that are told of a group that may have thousands.
const MOST: usize = 100;

/// Conversations that go on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Lines {
    /// How you take them; null for a program.
    #[schema(required = true)]
    presence: Option<PresenceView>,
    /// Offered to you.
    offers: Vec<LineView>,
    /// Yours.
    talking: Vec<LineView>,
    /// Those that wait, in their order: the first hundred.
    waiting: Vec<LineView>,
    /// How many wait.
    waiting_in_all: usize,
    /// Those of others: a hundred at most.
    others: Vec<LineView>,
    /// How many others have.
    others_in_all: usize,
    /// Agents who take conversations now.
    agents: usize,
    /// How many places for conversations they have free.
    room: usize,
}

/// A conversation.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct LineView {
    ticket: TicketView,
    state: State,
    /// Since when it is in this state.
    #[schema(format = DateTime)]
    since: String,
    /// Until when it is offered, if it is.
    #[schema(required = true, format = DateTime)]
    offered_until: Option<String>,
    /// Where in line it is, and what its customer is told of the wait; null unless it waits.
    #[schema(required = true)]
    queue: Option<QueueView>,
    /// Whether the customer was there within the last half minute.
    there: bool,
    /// Up to which entry the customer has read.
    customer_read: i64,
}

/// A place in line, and the wait that is told: seconds, null when nobody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct QueueView {
    /// 1: next.
    pub place: usize,
    /// One of ten waits less.
    #[schema(required = true)]
    pub low: Option<i64>,
    /// As many wait less as wait more.
    #[schema(required = true)]
    pub likely: Option<i64>,
    /// One of ten waits more.
    #[schema(required = true)]
    pub high: Option<i64>,
}

impl From<Estimate> for QueueView {
    fn from(told: Estimate) -> QueueView {
        let seconds = |at: fn(&wait::Range) -> Micros| told.range.as_ref().map(|range| at(range) / SECOND);
        QueueView {
            place: told.place,
            low: seconds(|range| range.low),
            likely: seconds(|range| range.likely),
            high: seconds(|range| range.high),
        }
    }
}

/// How an agent takes conversations.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PresenceView {
    /// Whether any are offered.
    available: bool,
    /// How many at once.
    capacity: i64,
    /// Tags of the languages that are spoken; none: all.
    languages: Vec<&'static str>,
}

impl From<presence::Presence> for PresenceView {
    fn from(presence: presence::Presence) -> PresenceView {
        let languages = presence.languages.iter().map(|language| language.tag()).collect();
        PresenceView { available: presence.available, capacity: presence.capacity, languages }
    }
}

/// Conversations that go on: offered to you, yours, those that wait, those of others.
#[utoipa::path(get, path = "/api/v1/lines", tag = "lines", responses((status = 200, body = Lines), crate::error::Refusals))]
pub async fn lines(With(app): With<App>, staff: Staff) -> Result<Json<Lines>> {
    staff.require(Permission::TicketRead)?;
    let now = app.clock.now();
    let settings = app.settings.now();
    let told = app.db.read(move |tx| tell(tx, &settings, &staff, now)).await?;
    Ok(Json(told))
}

fn tell(tx: &mut Tx<'_>, settings: &Settings, staff: &Staff, now: Micros) -> Result<Lines> {
    let board = Board::read(tx, settings, now)?;
    let waits = wait::estimates(&board);
    let me = staff.agent().ok();
    let presence = me.map(|agent| presence::of(tx, agent)).transpose()?;
    let (mut offers, mut talking, mut waiting, mut others) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for line in &board.lines {
        match line.state {
            State::Waiting if line.offer.is_some_and(|(to, _)| Some(to) == me) => offers.push(line),
            State::Waiting => waiting.push(line),
            State::Talking if line.agent == me => talking.push(line),
            _ => others.push(line),
        }
    }
    let (agents, room) = (board.agents.len(), board.agents.iter().map(|agent| agent.free()).sum());
    let (waiting_in_all, others_in_all) = (waiting.len(), others.len());
    let mut views = |lines: Vec<&Line>, most: usize| -> Result<Vec<LineView>> {
        lines
            .into_iter()
            .take(most)
            .map(|line| LineView::of(tx, waits.get(&line.ticket).copied(), line, staff, now))
            .collect()
    };
    Ok(Lines {
        presence: presence.map(Into::into),
        offers: views(offers, usize::MAX)?,
        talking: views(talking, usize::MAX)?,
        waiting: views(waiting, MOST)?,
        waiting_in_all,
        others: views(others, MOST)?,
        others_in_all,
        agents,
        room,
    })
}

impl LineView {
    fn of(tx: &mut Tx<'_>, wait: Option<Estimate>, line: &Line, staff: &Staff, now: Micros) -> Result<LineView> {
        const THERE: Micros = 40 * SECOND;
        let named = queries::for_staff(tx, staff, line.ticket)?;
        Ok(LineView {
            ticket: shown::ticket(tx, named)?,
            state: line.state,
            since: rfc3339(line.since),
            offered_until: line.offer.map(|(_, until)| rfc3339(until)),
            queue: wait.map(Into::into),
            there: now - line.heard_at < THERE,
            customer_read: super::line::reads(tx, line.ticket)?.1,
        })
    }
}

/// Whether conversations are to be offered.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewPresence {
    available: bool,
}

/// Says whether you take conversations. What you have stays with you; without a screen of yours for 45 seconds it goes to others.
#[utoipa::path(put, path = "/api/v1/presence", tag = "lines", request_body = NewPresence,
    responses((status = 200, body = PresenceView), crate::error::Refusals))]
pub async fn set_presence(
    With(app): With<App>,
    staff: Staff,
    Json(new): Json<NewPresence>,
) -> Result<Json<PresenceView>> {
    staff.require(Permission::TicketReply)?;
    let (agent, now) = (staff.agent()?, app.clock.now());
    let presence = app
        .db
        .write(move |tx| {
            presence::set_available(tx, agent, new.available, now)?;
            presence::of(tx, agent)
        })
        .await?;
    app.routing.stir();
    app.committed.ring();
    Ok(Json(presence.into()))
}

/// What an agent can take.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewSkills {
    /// Conversations at once, 0 to 50.
    #[schema(minimum = 0, maximum = 50)]
    capacity: i64,
    /// Tags of the languages that the agent speaks; none: all.
    #[serde(default)]
    #[schema(required = false, max_items = 5)]
    languages: BTreeSet<String>,
}

/// What an agent can take.
#[utoipa::path(get, path = "/api/v1/agents/{id}/skills", tag = "lines", params(("id" = Uuid, Path)),
    responses((status = 200, body = PresenceView), crate::error::Refusals))]
pub async fn skills(With(app): With<App>, staff: Staff, Id(id): Id) -> Result<Json<PresenceView>> {
    staff.require(Permission::AgentRead)?;
    let presence = app
        .db
        .read(move |tx| {
            agents::exists(tx, id)?;
            Ok::<_, Problem>(presence::of(tx, id)?)
        })
        .await?;
    Ok(Json(presence.into()))
}

/// Says what an agent can take.
#[utoipa::path(put, path = "/api/v1/agents/{id}/skills", tag = "lines", params(("id" = Uuid, Path)), request_body = NewSkills,
    responses((status = 200, body = PresenceView), crate::error::Refusals))]
pub async fn set_skills(
    With(app): With<App>,
    staff: Staff,
    Id(id): Id,
    Json(new): Json<NewSkills>,
) -> Result<Json<PresenceView>> {
    staff.require(Permission::TeamManage)?;
    let mut check = Check::default();
    if !(0..=MAX_CAPACITY).contains(&new.capacity) {
        check.refuse_with("capacity", "invalid-limit", vec![("max", MAX_CAPACITY.into())]);
    }
    let languages: Vec<Language> =
        new.languages.iter().map(|tag| check.choice("languages", tag, Language::parse, Language::En)).collect();
    check.done()?;
    let presence = app
        .db
        .write(move |tx| {
            agents::administer(tx, &staff)?;
            agents::exists(tx, id)?;
            presence::set_skills(tx, id, new.capacity, &languages)?;
            Ok::<_, Problem>(presence::of(tx, id)?)
        })
        .await?;
    app.routing.stir();
    app.committed.ring();
    Ok(Json(presence.into()))
}

/// A conversation is yours.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Taken {
    /// The number of the ticket's newest entry.
    entries: i64,
}

/// Takes a conversation: one that is offered to you, or one that waits. A lead takes over one that another agent has.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/line", tag = "lines", params(("id" = Uuid, Path)),
    responses((status = 200, body = Taken), crate::error::Refusals))]
pub async fn take(With(app): With<App>, staff: Staff, Id(id): Id, key: Bare) -> Result<Answer> {
    act(&app, staff, id, Permission::TicketReply, key.0, StatusCode::OK, move |tx, ticket, moment| {
        let agent = staff.agent()?;
        check_free(tx, &staff, &ticket, agent)?;
        if !steps::take(tx, ticket, agent, moment)? {
            return Err(Problem::conflict("line-ended"));
        }
        let ticket = queries::find(tx, id)?.ok_or_else(Problem::not_found)?;
        Ok(Taken { entries: ticket.entries })
    })
    .await
}

/// What another agent has, only a lead takes over.
fn check_free(tx: &mut Tx<'_>, staff: &Staff, ticket: &Ticket, agent: Uuid) -> Result<()> {
    let another = ticket.assignee.is_some_and(|assignee| assignee != agent);
    let talking = line::lock(tx, ticket.id)? == Some(State::Talking);
    if another && talking && !staff.role.may(Permission::ReportRead) {
        return Err(Problem::conflict("line-taken"));
    }
    Ok(())
}

/// Lets an offer pass: it goes to somebody else.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/offer", tag = "lines", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn decline(With(app): With<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    let now = app.clock.now();
    app.db
        .write(move |tx| {
            let ticket = queries::lock_for_staff(tx, &staff, id)?;
            staff.require(Permission::TicketReply)?;
            steps::decline(tx, ticket.id, staff.agent()?, now)
        })
        .await?;
    app.routing.stir();
    app.committed.ring();
    Ok(StatusCode::NO_CONTENT)
}

/// Ends a conversation; what is left to do stays on the ticket.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/line", tag = "lines", params(("id" = Uuid, Path)),
    responses((status = 200, body = Taken), crate::error::Refusals))]
pub async fn hang_up(With(app): With<App>, staff: Staff, Id(id): Id, key: Bare) -> Result<Answer> {
    let settings = app.settings.now();
    act(&app, staff, id, Permission::TicketReply, key.0, StatusCode::OK, move |tx, ticket, moment| {
        let state = line::lock(tx, id)?.filter(|state| *state != State::Ended);
        let state = state.ok_or_else(|| Problem::conflict("line-ended"))?;
        steps::end(tx, &settings, ticket, state, staff.actor, "agent", &mut moment.draws())?;
        let ticket = queries::find(tx, id)?.ok_or_else(Problem::not_found)?;
        Ok(Taken { entries: ticket.entries })
    })
    .await
}
