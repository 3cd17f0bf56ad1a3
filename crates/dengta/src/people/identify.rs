//! From a request to who is calling.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use store::{Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::clock::{MINUTE, Micros};
use crate::config::Config;
use crate::error::{Problem, Result};
use crate::keys::token_hash;
use crate::people::{Actor, Assurance, Permission, Role};

/// A signed-in agent, or a program with an API token.
#[derive(Clone, Copy, Debug)]
pub struct Staff {
    /// Who acts.
    pub actor: Actor,
    /// What the actor may do.
    pub role: Role,
    /// The agent's session, when it is an agent.
    pub session: Option<Uuid>,
}

impl Staff {
    /// # Errors
    /// 403 when the role lacks `permission`.
    pub fn require(&self, permission: Permission) -> Result<()> {
        if self.role.may(permission) { Ok(()) } else { Err(Problem::forbidden()) }
    }

    /// The agent's id.
    ///
    /// # Errors
    /// 403 for an API token, which is no agent.
    pub fn agent(&self) -> Result<Uuid> {
        match self.actor {
            Actor::Agent(id) => Ok(id),
            _ => Err(Problem::forbidden()),
        }
    }
}

/// A customer who proved an address or came from the exchange.
#[derive(Clone, Copy, Debug)]
pub struct Customer {
    /// Who.
    pub id: Uuid,
    /// How we know.
    pub assurance: Assurance,
}

/// The agent's cookie. `__Host-` binds it to this very host (RFC 6265bis §4.1.3.2).
#[must_use]
pub fn agent_cookie(config: &Config) -> &'static str {
    if config.secure() { "__Host-dengta_agent" } else { "dengta_agent" }
}

/// The customer's cookie.
#[must_use]
pub fn customer_cookie(config: &Config) -> &'static str {
    if config.secure() { "__Host-dengta_customer" } else { "dengta_customer" }
}

/// The cookie by which a browser is known that an agent has signed in from.
#[must_use]
pub fn device_cookie(config: &Config) -> &'static str {
    if config.secure() { "__Host-dengta_device" } else { "dengta_device" }
}

/// The value of a cookie.
#[must_use]
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    pairs.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// A `Set-Cookie` value that scripts cannot read. `max_age` in seconds; 0 removes it.
#[must_use]
pub fn set_cookie(config: &Config, name: &str, value: &str, max_age: i64) -> String {
    let secure = if config.secure() { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}")
}

/// Refuses a change that a browser sends on behalf of another site. Browsers name the origin of every
/// POST; a program without one has no cookies of a victim either, so `Sec-Fetch-Site` decides then.
///
/// # Errors
/// 403 `origin-refused`.
pub fn same_origin(config: &Config, method: &Method, headers: &HeaderMap) -> Result<()> {
    if method.is_safe() {
        return Ok(());
    }
    let holds = match headers.get(header::ORIGIN).map(|origin| origin.to_str().unwrap_or("")) {
        Some(origin) => config.is_ours(origin),
        None => headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin"),
    };
    if holds { Ok(()) } else { Err(Problem::new(StatusCode::FORBIDDEN, "origin-refused")) }
}

/// The request comes from one of our own pages, or from a program: for what changes something before anybody is
/// signed in. Without it another site could sign a victim in as somebody else.
#[derive(Clone, Copy, Debug)]
pub struct SameOrigin;

impl FromRequestParts<App> for SameOrigin {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<SameOrigin> {
        same_origin(&app.config, &parts.method, &parts.headers).map(|()| SameOrigin)
    }
}

impl FromRequestParts<App> for Staff {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Staff> {
        let now = app.clock.now();
        if let Some(value) = parts.headers.get(header::AUTHORIZATION) {
            let token = value.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
            let hash = token_hash(token.ok_or_else(Problem::unauthenticated)?.trim());
            return of_token(app, hash, now).await;
        }
        let token = cookie(&parts.headers, agent_cookie(&app.config)).ok_or_else(Problem::unauthenticated)?;
        same_origin(&app.config, &parts.method, &parts.headers)?;
        of_session(app, token_hash(token), now).await
    }
}

async fn of_token(app: &App, hash: [u8; 32], now: Micros) -> Result<Staff> {
    const FIND: &str = "SELECT id, role, last_used_at FROM api_token WHERE token_hash = $1 AND revoked_at IS NULL";
    let found = app
        .db
        .read(move |tx| {
            tx.first(FIND, params![&hash], |row| Ok((row.get(0)?, row.get::<String>(1)?, row.opt::<i64>(2)?)))
        })
        .await?;
    let (id, role, used) = found.ok_or_else(Problem::unauthenticated)?;
    note_use(app, used, now, move |tx| {
        tx.execute("UPDATE api_token SET last_used_at = $1 WHERE id = $2", params![now, id])
    });
    let role = Role::parse(&role).ok_or_else(Problem::unauthenticated)?;
    Ok(Staff { actor: Actor::Token(id), role, session: None })
}

async fn of_session(app: &App, hash: [u8; 32], now: Micros) -> Result<Staff> {
    const FIND: &str =
        "SELECT s.id, s.last_seen_at, a.id, a.role FROM agent_session s JOIN agent a ON a.id = s.agent_id
        WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND a.state = 'active'";
    let found = app
        .db
        .read(move |tx| {
            tx.first(FIND, params![&hash, now], |row| {
                Ok((row.get::<Uuid>(0)?, row.get::<i64>(1)?, row.get(2)?, row.get::<String>(3)?))
            })
        })
        .await?;
    let (session, seen, agent, role) = found.ok_or_else(Problem::unauthenticated)?;
    note_use(app, Some(seen), now, move |tx| {
        tx.execute("UPDATE agent_session SET last_seen_at = $1 WHERE id = $2", params![now, session])
    });
    let role = Role::parse(&role).ok_or_else(Problem::unauthenticated)?;
    Ok(Staff { actor: Actor::Agent(agent), role, session: Some(session) })
}

/// Notes the use of a session or token, to the minute and behind the request's back: a busy program
/// must not cost a write for each read.
fn note_use(
    app: &App,
    last: Option<Micros>,
    now: Micros,
    note: impl Fn(&mut Tx<'_>) -> Result<u64, store::Error> + Send + 'static,
) {
    if last.is_none_or(|last| now - last > MINUTE) {
        let db = app.db.clone();
        tokio::spawn(async move { db.write(note).await });
    }
}

impl FromRequestParts<App> for Customer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Customer> {
        const FIND: &str = "SELECT customer_id, assurance FROM customer_session
            WHERE token_hash = $1 AND ended_at IS NULL AND expires_at > $2";
        let token = cookie(&parts.headers, customer_cookie(&app.config)).ok_or_else(Problem::unauthenticated)?;
        same_origin(&app.config, &parts.method, &parts.headers)?;
        let (hash, now) = (token_hash(token), app.clock.now());
        let found = app
            .db
            .read(move |tx| tx.first(FIND, params![&hash, now], |row| Ok((row.get(0)?, row.get::<String>(1)?))))
            .await?;
        let (id, assurance) = found.ok_or_else(Problem::unauthenticated)?;
        let assurance = Assurance::parse(&assurance).ok_or_else(Problem::unauthenticated)?;
        Ok(Customer { id, assurance })
    }
}

/// Whoever is calling the site: a known customer or nobody.
#[derive(Clone, Copy, Debug)]
pub struct Visitor(pub Option<Customer>);

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visitor> {
        match Customer::from_request_parts(parts, app).await {
            Ok(customer) => Ok(Visitor(Some(customer))),
            Err(problem) if problem.status == StatusCode::UNAUTHORIZED => Ok(Visitor(None)),
            Err(problem) => Err(problem),
        }
    }
}
