//! An agent signs in: password and code, then a session.
//!
//! - An unknown address, a wrong password, a wrong or used code and an account that is not active get the same
//!   answer after the same work.
//! - A code works once: its time step is compared and stored by one statement, in the transaction that starts the
//!   session.
//! - What could lock the agent out for good wants more than a session: somebody who signed in, or confirmed to be
//!   there, within ten minutes.
//! - A session's token is new at each sign-in and ends after twelve hours, whatever happens.

use axum::http::StatusCode;
use serde::Serialize;
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::check::Email;
use crate::clock::{DAY, Draws, HOUR, MINUTE, Micros, Moment};
use crate::error::{Problem, Result};
use crate::keys::{Keys, new_token, token_hash};
use crate::language::Language;
use crate::people::address::ClientAddress;
use crate::people::throttle::{self, Counter};
use crate::people::{Permission, Role, Staff, passwords, totp};

/// How long an agent stays signed in.
pub const SESSION: Micros = 12 * HOUR;
/// How long a browser is remembered that an agent has signed in from.
pub const DEVICE: Micros = 365 * DAY;

/// How long a sign-in, or a confirmation, is fresh.
pub const FRESH: Micros = 10 * MINUTE;

/// What an agent types.
#[derive(Clone)]
pub struct Credentials {
    /// The address, in any letter case.
    pub email: String,
    /// The password.
    pub password: String,
    /// The code of the moment.
    pub totp: String,
}

/// The browser in which somebody signs in.
#[derive(Clone)]
pub struct Browser {
    /// Where it is.
    pub address: ClientAddress,
    /// How it calls itself.
    pub user_agent: String,
    /// The token that it got when an agent last signed in there.
    pub device: Option<String>,
    /// The session that it has now, which ends.
    pub session: Option<String>,
}

/// What the browser gets.
pub struct SignedIn {
    /// Who it is now.
    pub me: Me,
    /// The session's token.
    pub session: String,
    /// The token by which the browser is known again.
    pub device: String,
}

/// The agent who is signed in.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Me {
    id: Uuid,
    name: String,
    email: String,
    /// The agent id that customers see.
    #[schema(example = "0417")]
    number: String,
    role: Role,
    #[schema(value_type = String, example = "zh-CN")]
    language: Language,
    permissions: Vec<Permission>,
}

/// An account that can be signed in to.
struct Account {
    id: Uuid,
    password_hash: String,
    totp_secret: Vec<u8>,
}

/// Signs an agent in.
///
/// # Errors
/// 401 `wrong-credentials`, whatever was wrong; 429 after too many failures.
pub async fn sign_in(app: &App, credentials: Credentials, browser: Browser) -> Result<SignedIn> {
    let moment = app.clock.moment();
    let (account, counters) = count_try(app, &credentials.email, &browser, moment.at).await?;
    let (agent, step) = judge(&app.keys, account, credentials, moment.at).await?;
    app.db
        .write(move |tx| {
            use_code(tx, agent, step)?;
            throttle::forgive(tx, &counters)?;
            start(tx, agent, &browser, &moment)
        })
        .await
}

/// Confirms by password and code that the agent of a session is still there.
///
/// # Errors
/// As [`sign_in`], but 422: the session goes on.
pub async fn confirm(
    app: &App,
    (agent, session): (Uuid, Uuid),
    password: String,
    totp: String,
    browser: Browser,
) -> Result<()> {
    let at = app.clock.now();
    let me = app.db.read(move |tx| me(tx, agent)).await?.ok_or_else(Problem::unauthenticated)?;
    let (account, counters) = count_try(app, &me.email, &browser, at).await?;
    let credentials = Credentials { email: me.email, password, totp };
    let (agent, step) = judge(&app.keys, account, credentials, at).await.map_err(goes_on)?;
    let note = move |tx: &mut Tx<'_>| {
        use_code(tx, agent, step)?;
        throttle::forgive(tx, &counters)?;
        Ok(confirmed(tx, session, at)?)
    };
    app.db.write(note).await.map_err(goes_on)
}

/// What was wrong is told without 401, which would mean that the session has ended.
#[must_use]
pub fn goes_on(problem: Problem) -> Problem {
    let wrong = problem.status == StatusCode::UNAUTHORIZED && problem.code != "unauthenticated";
    Problem { status: if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { problem.status }, ..problem }
}

/// Notes that the agent of a session proved again to be there.
pub fn confirmed(tx: &mut Tx<'_>, session: Uuid, at: Micros) -> Result<(), Error> {
    const NOTE: &str = "UPDATE agent_session SET confirmed_at = $1 WHERE id = $2 AND ended_at IS NULL";
    tx.execute(NOTE, params![at, session]).map(drop)
}

/// Refuses a session whose agent has not proved to be there for [`FRESH`].
///
/// # Errors
/// 403 `confirm-first`.
pub fn require_fresh(tx: &mut Tx<'_>, staff: &Staff, at: Micros) -> Result<()> {
    const FIND: &str = "SELECT 1 FROM agent_session WHERE id = $1 AND ended_at IS NULL
        AND (created_at > $2 OR confirmed_at > $2)";
    let fresh = tx.first(FIND, params![staff.session, at - FRESH], |_| Ok(()))?;
    fresh.ok_or_else(|| Problem::new(StatusCode::FORBIDDEN, "confirm-first").with("minutes", FRESH / MINUTE))
}

/// Counts the try, and finds the account.
async fn count_try(app: &App, typed: &str, browser: &Browser, at: Micros) -> Result<(Option<Account>, Vec<Counter>)> {
    let (keys, email) = (app.keys.clone(), Email::parse(typed));
    let folded = email.map_or_else(|| typed.trim().to_lowercase(), |email| email.key);
    let (network, device) = (browser.address.network(), browser.device.as_deref().map(token_hash));
    app.db
        .write(move |tx| {
            let account = active(tx, &folded)?;
            // Looked for also when there is no account, which would otherwise answer sooner.
            let agent = account.as_ref().map_or(Uuid::nil(), |account| account.id);
            let counters = match device {
                Some(device) if knows(tx, agent, &device, at)? => throttle::device(&device),
                _ => throttle::stranger(&keys, &folded, network),
            };
            throttle::count(tx, &counters, at)?;
            Ok((account, counters))
        })
        .await
}

fn active(tx: &mut Tx<'_>, folded: &str) -> Result<Option<Account>, Error> {
    const FIND: &str = "SELECT id, password_hash, totp_secret FROM agent WHERE email_key = $1 AND state = 'active'
        AND password_hash IS NOT NULL AND totp_secret IS NOT NULL";
    if folded.contains('\0') {
        return Ok(None);
    }
    tx.first(FIND, params![folded], |row| {
        Ok(Account { id: row.get(0)?, password_hash: row.get(1)?, totp_secret: row.get(2)? })
    })
}

/// Whether the agent has signed in from this browser.
pub fn knows(tx: &mut Tx<'_>, agent: Uuid, device: &[u8; 32], at: Micros) -> Result<bool, Error> {
    const FIND: &str = "SELECT 1 FROM agent_device WHERE token_hash = $1 AND agent_id = $2 AND created_at > $3";
    Ok(tx.first(FIND, params![device, agent, at - DEVICE], |_| Ok(()))?.is_some())
}

/// Whose credentials they are, and the code's time step. The work is the same for an account that is not there.
async fn judge(keys: &Keys, account: Option<Account>, credentials: Credentials, at: Micros) -> Result<(Uuid, i64)> {
    let secret = account.as_ref().and_then(|account| totp::unseal(keys, &account.totp_secret));
    let step = totp::step(&secret.unwrap_or_default(), &credentials.totp, at);
    let stored = account.as_ref().map(|account| account.password_hash.clone());
    let password_holds = passwords::verify(credentials.password, stored).await?;
    match (account, secret, step) {
        (Some(account), Some(_), Some(step)) if password_holds => Ok((account.id, step)),
        _ => Err(wrong()),
    }
}

/// A code works once, and none that is older than one that worked.
fn use_code(tx: &mut Tx<'_>, agent: Uuid, step: i64) -> Result<()> {
    const USE: &str = "UPDATE agent SET totp_step = $1 WHERE id = $2 AND state = 'active' AND totp_step < $3";
    if tx.execute(USE, params![step, agent, step])? == 1 { Ok(()) } else { Err(wrong()) }
}

fn wrong() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "wrong-credentials")
}

/// Starts a session of an agent who has proved to be one.
pub fn start(tx: &mut Tx<'_>, agent: Uuid, browser: &Browser, moment: &Moment) -> Result<SignedIn> {
    const START: &str =
        "INSERT INTO agent_session (id, token_hash, agent_id, user_agent, created_at, last_seen_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let (at, mut draws) = (moment.at, moment.draws());
    if let Some(before) = &browser.session {
        end_by_token(tx, before, at)?;
    }
    let (id, session) = (draws.uuid(), new_token("", &mut draws));
    let expires = at + SESSION;
    tx.execute(START, params![id, &token_hash(&session), agent, &browser.user_agent, at, at, expires])?;
    let device = remember(tx, agent, browser, at, &mut draws)?;
    let me = me(tx, agent)?.ok_or_else(Problem::unauthenticated)?;
    Ok(SignedIn { me, session, device })
}

/// Remembers the browser for another year; the answer is its token.
fn remember(tx: &mut Tx<'_>, agent: Uuid, browser: &Browser, at: Micros, draws: &mut Draws) -> Result<String, Error> {
    const RENEW: &str = "UPDATE agent_device SET created_at = $1 WHERE token_hash = $2 AND agent_id = $3";
    const MAKE: &str = "INSERT INTO agent_device (token_hash, agent_id, created_at) VALUES ($1, $2, $3)";
    if let Some(device) = &browser.device
        && tx.execute(RENEW, params![at, &token_hash(device), agent])? == 1
    {
        return Ok(device.clone());
    }
    let device = new_token("", draws);
    tx.execute(MAKE, params![&token_hash(&device), agent, at])?;
    Ok(device)
}

/// The agent of an id, as they see themselves.
pub fn me(tx: &mut Tx<'_>, agent: Uuid) -> Result<Option<Me>, Error> {
    const FIND: &str = "SELECT name, email, number, role, language FROM agent WHERE id = $1 AND state = 'active'";
    tx.first(FIND, params![agent], |row| {
        let role = Role::parse(&row.get::<String>(3)?).ok_or_else(|| Error::Defect("agent.role".into()))?;
        Ok(Me {
            id: agent,
            name: row.get(0)?,
            email: row.get(1)?,
            number: row.get(2)?,
            role,
            language: Language::parse(&row.get::<String>(4)?).unwrap_or(Language::En),
            permissions: role.permissions().collect(),
        })
    })
}

/// A session as its agent sees it.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// The id.
    pub id: Uuid,
    /// When it began.
    pub created_at: Micros,
    /// When it was last used, to the minute.
    pub last_seen_at: Micros,
    /// How the browser calls itself.
    pub user_agent: String,
}

/// An agent's sessions that have not ended, newest first.
pub fn sessions(tx: &mut Tx<'_>, agent: Uuid, at: Micros) -> Result<Vec<SessionRow>, Error> {
    const LIST: &str = "SELECT id, created_at, last_seen_at, user_agent FROM agent_session
        WHERE agent_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id DESC";
    tx.query(LIST, params![agent, at], |row| {
        let (id, created_at) = (row.get(0)?, row.get(1)?);
        Ok(SessionRow { id, created_at, last_seen_at: row.get(2)?, user_agent: row.get(3)? })
    })
}

/// Ends one of an agent's own sessions; false when it is not there.
pub fn end(tx: &mut Tx<'_>, agent: Uuid, session: Uuid, at: Micros) -> Result<bool, Error> {
    const END: &str = "UPDATE agent_session SET ended_at = $1
        WHERE id = $2 AND agent_id = $3 AND ended_at IS NULL AND expires_at > $4";
    Ok(tx.execute(END, params![at, session, agent, at])? == 1)
}

/// Ends all of an agent's sessions and forgets the browsers.
pub fn end_all(tx: &mut Tx<'_>, agent: Uuid, at: Micros) -> Result<(), Error> {
    const END: &str = "UPDATE agent_session SET ended_at = $1 WHERE agent_id = $2 AND ended_at IS NULL";
    tx.execute(END, params![at, agent])?;
    tx.execute("DELETE FROM agent_device WHERE agent_id = $1", params![agent]).map(drop)
}

fn end_by_token(tx: &mut Tx<'_>, token: &str, at: Micros) -> Result<(), Error> {
    const END: &str = "UPDATE agent_session SET ended_at = $1 WHERE token_hash = $2 AND ended_at IS NULL";
    tx.execute(END, params![at, &token_hash(token)]).map(drop)
}
