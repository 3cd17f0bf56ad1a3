//! The API of agents, their sessions, and API tokens.

use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page, Query, limit, paged};
use crate::app::App;
use crate::check::Json;
use crate::clock::{SECOND, rfc3339};
use crate::error::{Problem, Result};
use crate::people::address::ClientAddress;
use crate::people::agents::{Acceptance, Agent, NewAgent, Preview};
use crate::people::identify::{SameOrigin, agent_cookie, cookie, device_cookie, set_cookie};
use crate::people::links::{self, Purpose};
use crate::people::sign_in::{self, Browser, Credentials, Me, SessionRow, SignedIn};
use crate::people::tokens::{self, Made, NewToken, TokenRow};
use crate::people::{Actor, Permission, Role, Staff, agents};
use crate::secrets::clean;

/// Characters of a browser's name for itself that are kept.
const MAX_USER_AGENT: usize = 300;

impl FromRequestParts<App> for Browser {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Browser> {
        let Ok(address) = ClientAddress::from_request_parts(parts, app).await;
        let owned = |name| cookie(&parts.headers, name).map(str::to_owned);
        Ok(Browser {
            address,
            user_agent: user_agent(&parts.headers),
            device: owned(device_cookie(&app.config)),
            session: owned(agent_cookie(&app.config)),
        })
    }
}

fn user_agent(headers: &HeaderMap) -> String {
    let named = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    // A guard that fails takes the name: nothing of it may be stored.
    clean::without(named).unwrap_or_default().chars().take(MAX_USER_AGENT).collect()
}

/// The agent, and the cookies that the browser keeps.
pub fn welcome(app: &App, signed_in: SignedIn) -> Response {
    let (config, seconds) = (&app.config, |time| time / SECOND);
    let session = set_cookie(config, agent_cookie(config), &signed_in.session, seconds(sign_in::SESSION));
    let device = set_cookie(config, device_cookie(config), &signed_in.device, seconds(sign_in::DEVICE));
    let cookies = AppendHeaders([(header::SET_COOKIE, session), (header::SET_COOKIE, device)]);
    (cookies, Json(signed_in.me)).into_response()
}

/// What an agent signs in with.
#[derive(Deserialize, utoipa::ToSchema)]
pub struct NewSession {
    /// The agent's address.
    email: String,
    /// The agent's password.
    password: String,
    /// The six digits that the authenticator app shows.
    totp: String,
}

/// Signs an agent in; the session is in a cookie. A code works once; failures make for growing waits.
#[utoipa::path(post, path = "/api/v1/session", tag = "session", request_body = NewSession, security(()),
    responses((status = 200, body = Me), crate::error::Refusals))]
pub async fn sign_in(
    State(app): State<App>,
    _: SameOrigin,
    browser: Browser,
    Json(new): Json<NewSession>,
) -> Result<Response> {
    let credentials = Credentials { email: new.email, password: new.password, totp: new.totp };
    Ok(welcome(&app, sign_in::sign_in(&app, credentials, browser).await?))
}

/// What a link's address carries behind `#`.
#[derive(Deserialize, utoipa::ToSchema)]
pub struct LinkToken {
    /// The token.
    token: String,
}

/// Signs in by a single-use link of the demo; elsewhere there are none.
#[utoipa::path(post, path = "/api/v1/session/link", tag = "session", request_body = LinkToken, security(()),
    responses((status = 200, body = Me), crate::error::Refusals))]
pub async fn sign_in_by_link(
    State(app): State<App>,
    _: SameOrigin,
    browser: Browser,
    Json(link): Json<LinkToken>,
) -> Result<Response> {
    if !app.demo {
        return Err(Problem::not_found());
    }
    let moment = app.clock.moment();
    let signed_in = app
        .db
        .write(move |tx| {
            let agent = links::redeem(tx, &link.token, Purpose::Demo, moment.at)?.subject;
            sign_in::start(tx, agent, &browser, &moment)
        })
        .await?;
    Ok(welcome(&app, signed_in))
}

/// Who is signed in.
#[utoipa::path(get, path = "/api/v1/session", tag = "session",
    responses((status = 200, body = Me), crate::error::Refusals))]
pub async fn me(State(app): State<App>, staff: Staff) -> Result<Json<Me>> {
    let agent = staff.agent()?;
    let me = app.db.read(move |tx| sign_in::me(tx, agent)).await?;
    me.map(Json).ok_or_else(Problem::unauthenticated)
}

/// Signs out.
#[utoipa::path(delete, path = "/api/v1/session", tag = "session",
    responses((status = 204), crate::error::Refusals))]
pub async fn sign_out(State(app): State<App>, staff: Staff) -> Result<Response> {
    let (agent, at) = (staff.agent()?, app.clock.now());
    if let Some(session) = staff.session {
        app.db.write(move |tx| sign_in::end(tx, agent, session, at)).await?;
    }
    let gone = set_cookie(&app.config, agent_cookie(&app.config), "", 0);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone)]).into_response())
}

/// A place where the agent is signed in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SessionView {
    id: Uuid,
    #[schema(format = DateTime)]
    created_at: String,
    /// To the minute.
    #[schema(format = DateTime)]
    last_seen_at: String,
    /// How the browser calls itself.
    user_agent: String,
    /// Whether it is the one that asks.
    current: bool,
}

impl SessionView {
    fn of(row: SessionRow, current: Option<Uuid>) -> SessionView {
        SessionView {
            id: row.id,
            created_at: rfc3339(row.created_at),
            last_seen_at: rfc3339(row.last_seen_at),
            user_agent: row.user_agent,
            current: current == Some(row.id),
        }
    }
}

/// Where the agent is signed in.
#[utoipa::path(get, path = "/api/v1/sessions", tag = "session",
    responses((status = 200, body = Page<SessionView>), crate::error::Refusals))]
pub async fn sessions(State(app): State<App>, staff: Staff) -> Result<Json<Page<SessionView>>> {
    let (agent, at) = (staff.agent()?, app.clock.now());
    let rows = app.db.read(move |tx| sign_in::sessions(tx, agent, at)).await?;
    Ok(Json(Page::whole(rows.into_iter().map(|row| SessionView::of(row, staff.session)).collect())))
}

/// Ends one of the agent's own sessions.
#[utoipa::path(delete, path = "/api/v1/sessions/{id}", tag = "session", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn end_session(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    let (agent, at) = (staff.agent()?, app.clock.now());
    let ended = app.db.write(move |tx| sign_in::end(tx, agent, id, at)).await?;
    if ended { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::not_found()) }
}

/// Whom to invite.
#[derive(Deserialize, utoipa::ToSchema)]
pub struct NewInvitation {
    /// One bare address.
    #[schema(max_length = 254)]
    email: String,
    /// At most 100 characters; they can change it when they accept.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    #[schema(value_type = Role)]
    role: String,
    /// The language to write to them in; English when absent.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    language: Option<String>,
}

/// An invitation is on its way.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Invited {
    /// The agent's id.
    id: Uuid,
    /// When the link stops working, if it is mailed at once.
    #[schema(format = DateTime)]
    expires_at: String,
}

/// Invites an agent by mail. Inviting again replaces the invitation before.
#[utoipa::path(post, path = "/api/v1/invitations", tag = "agents", request_body = NewInvitation,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = Invited), crate::error::Refusals))]
pub async fn invite(State(app): State<App>, staff: Staff, request: Keyed<NewInvitation>) -> Result<Answer> {
    staff.require(Permission::AgentManage)?;
    let body = request.body;
    let new = NewAgent::checked(&body.email, &body.name, &body.role, body.language.as_deref())?;
    let (moment, key) = (app.clock.moment(), request.key);
    let scope = staff.actor.id().unwrap_or_default();
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let id = agents::invite(tx, &staff, &new, &moment)?;
                Ok(Invited { id, expires_at: rfc3339(moment.at + Purpose::Invite.lifetime()) })
            })
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}

/// Whom an invitation is for, and the second factor to enrol. Looking does not use the link up.
#[utoipa::path(post, path = "/api/v1/invitations/preview", tag = "agents", request_body = LinkToken, security(()),
    responses((status = 200, body = Preview), crate::error::Refusals))]
pub async fn preview(State(app): State<App>, _: SameOrigin, Json(link): Json<LinkToken>) -> Result<Json<Preview>> {
    let (token, at) = (link.token.clone(), app.clock.now());
    let agent = app.db.read(move |tx| agents::invited(tx, &token, at)).await?;
    Ok(Json(Preview::of(&app, agent, &link.token)))
}

/// What somebody who accepts an invitation chooses.
#[derive(Deserialize, utoipa::ToSchema)]
pub struct NewAcceptance {
    /// The link's token.
    token: String,
    /// As customers will see it.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// 12 to 128 characters.
    #[schema(min_length = 12, max_length = 128)]
    password: String,
    /// The six digits that the authenticator app shows after enrolment.
    totp: String,
}

/// Accepts an invitation and signs in.
#[utoipa::path(post, path = "/api/v1/invitations/acceptance", tag = "agents", request_body = NewAcceptance,
    security(()), responses((status = 200, body = Me), crate::error::Refusals))]
pub async fn accept(
    State(app): State<App>,
    _: SameOrigin,
    browser: Browser,
    Json(new): Json<NewAcceptance>,
) -> Result<Response> {
    let acceptance = Acceptance { token: new.token, name: new.name, password: new.password, totp: new.totp };
    Ok(welcome(&app, agents::accept(&app, acceptance, browser).await?))
}

/// A part of a list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// Who works here, by number.
#[utoipa::path(get, path = "/api/v1/agents", tag = "agents", params(ListQuery),
    responses((status = 200, body = Page<Agent>), crate::error::Refusals))]
pub async fn agents(State(app): State<App>, staff: Staff, Query(query): Query<ListQuery>) -> Result<Json<Page<Agent>>> {
    staff.require(Permission::AgentRead)?;
    let (limit, after) = (limit(query.limit)?, query.after.unwrap_or_default());
    if !after.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::field("after", "invalid-cursor"));
    }
    let rows = app.db.read(move |tx| agents::page(tx, &after, limit + 1)).await?;
    Ok(Json(paged(rows, limit, |agent| agent.number.clone())))
}

/// Takes a colleague's second factor and password away, ends their sessions, and mails them a new invitation.
#[utoipa::path(post, path = "/api/v1/agents/{id}/totp-reset", tag = "agents", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn reset(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    manage(&app, staff, move |tx, moment| agents::reset(tx, &staff, id, moment)).await
}

/// Off-boards a colleague: sessions and tokens end at once, open tickets go back to the queue.
#[utoipa::path(delete, path = "/api/v1/agents/{id}", tag = "agents", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn off_board(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    let answer = manage(&app, staff, move |tx, moment| agents::off_board(tx, &staff, id, moment)).await?;
    // In further transactions, so that nobody whose tickets are many works on until all are given back.
    while requeue(&app, staff.actor, id).await? {}
    Ok(answer)
}

async fn requeue(app: &App, actor: Actor, agent: Uuid) -> Result<bool> {
    let moment = app.clock.moment();
    app.db.write(move |tx| agents::requeue(tx, actor, agent, &mut moment.draws())).await
}

/// A change to who works here: may they, then do it.
async fn manage(
    app: &App,
    staff: Staff,
    change: impl Fn(&mut Tx<'_>, &crate::clock::Moment) -> Result<()> + Send + 'static,
) -> Result<StatusCode> {
    staff.require(Permission::AgentManage)?;
    let moment = app.clock.moment();
    app.db.write(move |tx| change(tx, &moment)).await?;
    app.committed.ring();
    Ok(StatusCode::NO_CONTENT)
}

/// An API token, without its secret.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TokenView {
    id: Uuid,
    /// What it is for.
    name: String,
    role: Role,
    #[schema(format = DateTime)]
    created_at: String,
    /// To the minute; null when it was never used.
    #[schema(required = true, format = DateTime)]
    last_used_at: Option<String>,
}

impl From<TokenRow> for TokenView {
    fn from(row: TokenRow) -> TokenView {
        TokenView {
            id: row.id,
            name: row.name,
            role: row.role,
            created_at: rfc3339(row.created_at),
            last_used_at: row.last_used_at.map(rfc3339),
        }
    }
}

/// The API tokens that were not revoked, oldest first.
#[utoipa::path(get, path = "/api/v1/tokens", tag = "tokens", params(ListQuery),
    responses((status = 200, body = Page<TokenView>), crate::error::Refusals))]
pub async fn tokens(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ListQuery>,
) -> Result<Json<Page<TokenView>>> {
    staff.require(Permission::TokenManage)?;
    let limit = limit(query.limit)?;
    let after = query.after.map_or(Ok(Uuid::nil()), |after| after.parse());
    let after = after.map_err(|_| Problem::field("after", "invalid-cursor"))?;
    let rows = app.db.read(move |tx| tokens::page(tx, after, limit + 1)).await?;
    let page = paged(rows, limit, |token| token.id.to_string());
    Ok(Json(Page { results: page.results.into_iter().map(TokenView::from).collect(), next: page.next }))
}

/// An API token to make.
#[derive(Deserialize, utoipa::ToSchema)]
pub struct NewTokenRequest {
    /// What it is for, at most 100 characters.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    #[schema(value_type = Role)]
    role: String,
}

/// Makes an API token. Its secret is told this once; the token goes when the agent goes who made it.
#[utoipa::path(post, path = "/api/v1/tokens", tag = "tokens", request_body = NewTokenRequest,
    responses((status = 201, body = Made), crate::error::Refusals))]
pub async fn make_token(
    State(app): State<App>,
    staff: Staff,
    Json(new): Json<NewTokenRequest>,
) -> Result<(StatusCode, Json<Made>)> {
    staff.require(Permission::TokenManage)?;
    let new = NewToken::checked(&new.name, &new.role)?;
    let moment = app.clock.moment();
    let made = app
        .db
        .write(move |tx| {
            agents::administer(tx, &staff)?;
            Ok::<_, Problem>(tokens::make(tx, &new, Some(staff.actor), moment.at, &mut moment.draws())?)
        })
        .await?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Revokes an API token: its next request is refused.
#[utoipa::path(delete, path = "/api/v1/tokens/{id}", tag = "tokens", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn revoke_token(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    staff.require(Permission::TokenManage)?;
    let moment = app.clock.moment();
    app.db.write(move |tx| tokens::revoke(tx, staff.actor, id, &moment)).await?;
    Ok(StatusCode::NO_CONTENT)
}
