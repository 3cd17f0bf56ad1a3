//! Who works here: invited, active, off.
//!
//! - An agent's row begins as `invited`. The link proves the mailbox; accepting it sets the password and the second
//!   factor. A reset begins there anew. Nothing of the second factor is stored before it is accepted.
//! - Who is off or invited cannot sign in, and has neither sessions nor known browsers.
//! - Changes to who works here happen one after the other, each by somebody who works here at that moment: of two
//!   administrators who remove each other, one stays.

use axum::http::StatusCode;
use serde::Serialize;
use serde_json::{Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::check::{Check, Email, MAX_NAME};
use crate::clock::{Draws, Micros, Moment};
use crate::error::{Problem, Result};
use crate::keys::token_hash;
use crate::language::Language;
use crate::outbox::{self, Notice};
use crate::people::links::{self, Purpose};
use crate::people::sign_in::{self, Browser, SignedIn};
use crate::people::{Actor, Role, Staff, passkeys, passwords, teams, tokens, totp};
use crate::settings::changes;
use crate::tickets::http::one_line;
use crate::tickets::{State, drafts, queries, verbs};
use crate::views;

/// The first agent's number.
const FIRST_NUMBER: i64 = 400;
/// Tickets that one transaction gives back.
const BATCH: i64 = 100;

/// Somebody to invite, checked.
#[derive(Clone, Debug)]
pub struct NewAgent {
    email: Email,
    name: String,
    role: Role,
    language: Language,
}

impl NewAgent {
    /// Checks what was typed.
    ///
    /// # Errors
    /// 422 that names the fields.
    pub fn checked(email: &str, name: &str, role: &str, language: Option<&str>) -> Result<NewAgent> {
        let mut check = Check::default();
        let new = NewAgent {
            email: check.email("email", email),
            name: one_line(&check.text("name", name, MAX_NAME)),
            role: check.choice("role", role, Role::parse, Role::Agent),
            language: check.choice("language", language.unwrap_or("en"), Language::parse, Language::En),
        };
        check.done()?;
        Ok(new)
    }
}

/// Where an agent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = AgentState)]
pub enum Standing {
    /// Has a link, and neither password nor second factor.
    Invited,
    /// Works here.
    Active,
    /// Worked here.
    Off,
}

impl Standing {
    /// The standing of a stored name.
    fn parse(name: &str) -> Option<Standing> {
        match name {
            "invited" => Some(Standing::Invited),
            "active" => Some(Standing::Active),
            "off" => Some(Standing::Off),
            _ => None,
        }
    }
}

/// An agent as colleagues see them.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct Agent {
    /// The id.
    pub id: Uuid,
    /// As customers see it.
    pub name: String,
    /// The agent id that customers see.
    #[schema(example = "0417")]
    pub number: String,
    /// What they may do.
    pub role: Role,
    /// Where they stand.
    pub state: Standing,
    /// Where mail reaches them.
    pub email: String,
    #[serde(skip)]
    language: Language,
}

const COLUMNS: &str = "id, name, number, role, state, email, language";

fn read(row: &store::Row<'_>) -> Result<Agent, Error> {
    let unknown = |column: &str| Error::Defect(format!("agent.{column} holds an unknown value"));
    Ok(Agent {
        id: row.get(0)?,
        name: row.get(1)?,
        number: row.get(2)?,
        role: Role::parse(&row.get::<String>(3)?).ok_or_else(|| unknown("role"))?,
        state: Standing::parse(&row.get::<String>(4)?).ok_or_else(|| unknown("state"))?,
        email: row.get(5)?,
        language: Language::parse(&row.get::<String>(6)?).unwrap_or(Language::En),
    })
}

/// Up to `limit` agents after a number, in the order of numbers.
pub fn page(tx: &mut Tx<'_>, after: &str, limit: i64) -> Result<Vec<Agent>, Error> {
    tx.query(
        &format!("SELECT {COLUMNS} FROM agent WHERE number > $1 ORDER BY number LIMIT $2"),
        params![after, limit],
        read,
    )
}

/// What those who work here are called.
pub fn names(tx: &mut Tx<'_>) -> Result<Vec<String>, Error> {
    tx.query("SELECT name FROM agent WHERE state = 'active' ORDER BY number", &[], |row| row.get(0))
}

/// # Errors
/// 404 when there is no such agent.
pub fn exists(tx: &mut Tx<'_>, id: Uuid) -> Result<()> {
    let found = tx.first("SELECT 1 FROM agent WHERE id = $1", params![id], |_| Ok(()))?;
    found.ok_or_else(Problem::not_found)
}

fn lock(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Agent>, Error> {
    tx.lock(&format!("SELECT {COLUMNS} FROM agent WHERE id = $1"), params![id], read)
}

/// Makes the row of somebody who is to work here, or is to again. The link is the caller's to make.
///
/// # Errors
/// 422 when somebody who works here has the address.
pub fn enrol(tx: &mut Tx<'_>, new: &NewAgent, by: Actor, at: Micros, draws: &mut Draws) -> Result<Uuid> {
    let number = lock_register(tx)?;
    let found =
        tx.first(&format!("SELECT {COLUMNS} FROM agent WHERE email_key = $1"), params![&new.email.key], read)?;
    let (id, before) = match found {
        Some(agent) if agent.state == Standing::Active => return Err(Problem::field("email", "email-taken")),
        Some(agent) => {
            invite_again(tx, agent.id, new)?;
            (agent.id, Some(told(&agent)))
        }
        None => (insert(tx, new, number, at, draws)?, None),
    };
    note(tx, by, id, before, at, draws)?;
    Ok(id)
}

/// What the history of settings keeps of an agent.
fn told(agent: &Agent) -> Value {
    let Agent { name, number, role, state, email, .. } = agent;
    json!({"name": name, "number": number, "role": role, "state": state, "email": email})
}

/// Notes in the history what has become of an agent.
fn note(
    tx: &mut Tx<'_>,
    by: Actor,
    id: Uuid,
    before: Option<Value>,
    at: Micros,
    draws: &mut Draws,
) -> Result<(), Error> {
    let now = tx.first(&format!("SELECT {COLUMNS} FROM agent WHERE id = $1"), params![id], read)?;
    changes::note(tx, by, &format!("agent:{id}"), (before, now.as_ref().map(told)), at, draws)
}

fn insert(tx: &mut Tx<'_>, new: &NewAgent, number: i64, at: Micros, draws: &mut Draws) -> Result<Uuid, Error> {
    const INSERT: &str = "INSERT INTO agent (id, number, name, email, email_key, language, role, state, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'invited', $8)";
    const NEXT: &str = "UPDATE setting SET value = $1 WHERE key = 'agent_number'";
    let (id, shown) = (draws.uuid(), format!("{number:04}"));
    let params =
        params![id, &shown, &new.name, &new.email.address, &new.email.key, new.language.tag(), new.role.name(), at,];
    tx.execute(INSERT, params)?;
    tx.execute(NEXT, params![&(number + 1).to_string()])?;
    Ok(id)
}

fn invite_again(tx: &mut Tx<'_>, id: Uuid, new: &NewAgent) -> Result<(), Error> {
    const UPDATE: &str =
        "UPDATE agent SET name = $1, email = $2, language = $3, role = $4, state = 'invited' WHERE id = $5";
    links::withdraw(tx, id, Purpose::Invite)?;
    let params = params![&new.name, &new.email.address, new.language.tag(), new.role.name(), id];
    tx.execute(UPDATE, params).map(drop)
}

/// Locks the register of agents until the transaction ends; the answer is the next number. Settings change under
/// the same lock.
pub fn lock_register(tx: &mut Tx<'_>) -> Result<i64, Error> {
    const BEGIN: &str = "INSERT INTO setting (key, value) VALUES ('agent_number', $1) ON CONFLICT DO NOTHING";
    const LOCK: &str = "SELECT value FROM setting WHERE key = 'agent_number'";
    tx.execute(BEGIN, params![&FIRST_NUMBER.to_string()])?;
    let number = tx.lock(LOCK, &[], |row| row.get::<String>(0))?;
    number.and_then(|number| number.parse().ok()).ok_or_else(|| Error::Defect("setting.agent_number".into()))
}

/// Locks the register, and refuses whoever was removed while the request was under way.
///
/// # Errors
/// 401 for them.
pub fn administer(tx: &mut Tx<'_>, staff: &Staff) -> Result<()> {
    const AGENT: &str = "SELECT 1 FROM agent WHERE id = $1 AND state = 'active'";
    const TOKEN: &str = "SELECT 1 FROM api_token WHERE id = $1 AND revoked_at IS NULL";
    lock_register(tx)?;
    let found = match staff.actor {
        Actor::Agent(id) => tx.first(AGENT, params![id], |_| Ok(()))?,
        Actor::Token(id) => tx.first(TOKEN, params![id], |_| Ok(()))?,
        _ => None,
    };
    found.ok_or_else(Problem::unauthenticated)
}

/// Invites somebody by mail.
///
/// # Errors
/// As [`enrol`].
pub fn invite(tx: &mut Tx<'_>, staff: &Staff, new: &NewAgent, moment: &Moment) -> Result<Uuid> {
    let mut draws = moment.draws();
    administer(tx, staff)?;
    let id = enrol(tx, new, staff.actor, moment.at, &mut draws)?;
    outbox::to_agent(tx, Notice::Invitation, id, None, moment.at, &mut draws)?;
    Ok(id)
}

/// Whom an invitation's link invites. Looking does not use it up.
///
/// # Errors
/// As [`links::look`]; `staff-link` also when the agent is not invited any more.
pub fn invited(tx: &mut Tx<'_>, token: &str, at: Micros) -> Result<Agent> {
    let link = links::look(tx, token, Purpose::Invite, at)?;
    let agent = tx.first(&format!("SELECT {COLUMNS} FROM agent WHERE id = $1"), params![link.subject], read)?;
    agent.filter(|agent| agent.state == Standing::Invited).ok_or_else(no_longer_invited)
}

fn no_longer_invited() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "staff-link")
}

/// What an invitation shows before it is accepted.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Preview {
    email: String,
    name: String,
    role: Role,
    /// For typing it into an authenticator app.
    totp_secret: String,
    /// The same as an address that such apps read.
    otpauth_url: String,
    /// The address as a QR code.
    qr_svg: String,
}

impl Preview {
    /// The preview of an invitation.
    #[must_use]
    pub fn of(app: &App, agent: Agent, token: &str) -> Preview {
        let secret = totp::enrolment(&app.keys, &token_hash(token));
        let url = totp::otpauth_url(&secret, app.config.brand(agent.language.tag()), &agent.email);
        Preview {
            totp_secret: totp::base32(&secret),
            qr_svg: totp::qr_svg(&url).unwrap_or_default(),
            otpauth_url: url,
            email: agent.email,
            name: agent.name,
            role: agent.role,
        }
    }
}

/// What somebody who accepts an invitation chooses.
#[derive(Clone)]
pub struct Acceptance {
    /// The link's token.
    pub token: String,
    /// As customers will see it.
    pub name: String,
    /// The password.
    pub password: String,
    /// The code that the authenticator app now shows.
    pub totp: String,
}

/// Accepts an invitation and signs in.
///
/// # Errors
/// As [`invited`]; 422 when the password or the code will not do.
pub async fn accept(app: &App, acceptance: Acceptance, browser: Browser) -> Result<SignedIn> {
    let moment = app.clock.moment();
    let (token, at) = (acceptance.token.clone(), moment.at);
    app.db.read(move |tx| invited(tx, &token, at).map(drop)).await?;
    let secret = totp::enrolment(&app.keys, &token_hash(&acceptance.token));
    let (name, step) = checked(&acceptance, &secret, at)?;
    let mut draws = moment.draws();
    let sealed = totp::seal(&app.keys, &secret, &mut draws);
    let password = passwords::hash(acceptance.password, draws.bytes()).await?;
    let moment = draws.moment();
    app.db
        .write(move |tx| {
            let agent = links::redeem(tx, &acceptance.token, Purpose::Invite, at)?.subject;
            links::withdraw(tx, agent, Purpose::Invite)?;
            lock_register(tx)?;
            let before = lock(tx, agent)?.as_ref().map(told);
            activate(tx, agent, &name, &password, &sealed, step)?;
            note(tx, Actor::Agent(agent), agent, before, at, &mut moment.draws().moment().draws())?;
            sign_in::start(tx, agent, &browser, &moment)
        })
        .await
}

/// The name on one line, and the code's time step.
fn checked(acceptance: &Acceptance, secret: &totp::Shared, at: Micros) -> Result<(String, i64)> {
    let mut check = Check::default();
    let name = one_line(&check.text("name", &acceptance.name, MAX_NAME));
    check.password("password", &acceptance.password);
    let step = totp::step(secret, &acceptance.totp, at);
    if step.is_none() {
        check.refuse("totp", if acceptance.totp.trim().is_empty() { "required" } else { "wrong-code" });
    }
    check.done()?;
    Ok((name, step.unwrap_or_default()))
}

/// Gives an invited agent a password and a second factor.
///
/// # Errors
/// `staff-link` when the agent is not invited any more.
pub fn activate(tx: &mut Tx<'_>, id: Uuid, name: &str, password: &str, sealed: &[u8], step: i64) -> Result<()> {
    const ACTIVATE: &str = "UPDATE agent
        SET name = $1, password_hash = $2, totp_secret = $3, totp_step = $4, state = 'active'
        WHERE id = $5 AND state = 'invited'";
    match tx.execute(ACTIVATE, params![name, password, sealed, step, id])? {
        1 => Ok(()),
        _ => Err(no_longer_invited()),
    }
}

/// Takes the second factor, the passkeys and the password from a colleague who lost the former, and invites them anew.
///
/// # Errors
/// 403 on oneself; 404 when nobody works or is to work here by this id.
pub fn reset(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, moment: &Moment) -> Result<()> {
    let mut draws = moment.draws();
    administer(tx, staff)?;
    let agent = colleague(tx, staff, id)?.filter(|agent| agent.state != Standing::Off);
    // One letter: it tells what happened, and its link invites.
    let agent = agent.ok_or_else(Problem::not_found)?;
    let notice = match agent.state {
        Standing::Invited => Notice::Invitation,
        _ => Notice::AccountChanged,
    };
    shut_out(tx, id, "invited", moment.at)?;
    note(tx, staff.actor, id, Some(told(&agent)), moment.at, &mut draws)?;
    outbox::to_agent(tx, notice, id, None, moment.at, &mut draws)?;
    Ok(())
}

/// Ends a colleague's work here; [`requeue`] then gives their tickets back. Doing it again changes nothing.
///
/// # Errors
/// 403 on oneself; 404 when nobody has this id.
pub fn off_board(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, moment: &Moment) -> Result<()> {
    administer(tx, staff)?;
    let agent = colleague(tx, staff, id)?.ok_or_else(Problem::not_found)?;
    if agent.state != Standing::Off {
        let mut draws = moment.draws();
        shut_out(tx, id, "off", moment.at)?;
        note(tx, staff.actor, id, Some(told(&agent)), moment.at, &mut draws)?;
        tokens::revoke_all(tx, staff.actor, id, moment.at, &mut draws)?;
        drafts::drop_all(tx, id)?;
        teams::leave_all(tx, staff.actor, id, moment.at, &mut draws)?;
        views::saved::forget(tx, id)?;
        outbox::to_agent(tx, Notice::AccountChanged, id, None, moment.at, &mut draws)?;
    }
    Ok(())
}

/// An agent who is not the one who acts, locked.
fn colleague(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Result<Option<Agent>> {
    if staff.actor == Actor::Agent(id) {
        return Err(Problem::new(StatusCode::FORBIDDEN, "self-forbidden"));
    }
    Ok(lock(tx, id)?)
}

/// Whatever the agent could come in with is gone.
fn shut_out(tx: &mut Tx<'_>, id: Uuid, state: &str, at: Micros) -> Result<(), Error> {
    const SHUT_OUT: &str = "UPDATE agent SET state = $1, password_hash = NULL, totp_secret = NULL WHERE id = $2";
    tx.execute(SHUT_OUT, params![state, id])?;
    links::withdraw(tx, id, Purpose::Invite)?;
    links::withdraw(tx, id, Purpose::Demo)?;
    // Of passkeys, too: what was lost may be in other hands.
    passkeys::remove_all(tx, id, at)?;
    sign_in::end_all(tx, id, at)
}

/// Gives the tickets of an agent that are not closed to nobody, and says so on their timelines. True while there are
/// more.
pub fn requeue(tx: &mut Tx<'_>, actor: Actor, agent: Uuid, draws: &mut Draws) -> Result<bool> {
    const OPEN: &str =
        "SELECT id FROM ticket WHERE assignee_id = $1 AND standing = 'open' ORDER BY updated_at, id LIMIT $2";
    const SNOOZED: &str = "SELECT id FROM ticket WHERE assignee_id = $1 AND standing = 'snoozed' ORDER BY id LIMIT $2";
    let mut theirs = tx.query(OPEN, params![agent, BATCH], |row| row.get::<Uuid>(0))?;
    theirs.extend(tx.query(SNOOZED, params![agent, BATCH], |row| row.get::<Uuid>(0))?);
    for id in &theirs {
        let ticket = queries::lock(tx, *id)?;
        if let Some(ticket) = ticket.filter(|ticket| ticket.assignee == Some(agent) && ticket.state == State::Open) {
            verbs::assign(tx, ticket, actor, verbs::Handover::to_agent(None), &draws.moment())?;
        }
    }
    Ok(theirs.len() as i64 >= BATCH)
}
