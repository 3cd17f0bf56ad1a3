//! An agent adds a passkey: the desk asks, the authenticator makes a pair of keys, the public one is kept.

use axum::http::StatusCode;
use store::{Error, Tx, params};
use uuid::Uuid;
use webauthn_rs::prelude::{CreationChallengeResponse, CredentialID, Passkey, PasskeyRegistration};
use webauthn_rs::prelude::{RegisterPublicKeyCredential, Webauthn};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::app::App;
use crate::check::{Check, MAX_NAME};
use crate::clock::Moment;
use crate::error::{Problem, Result};
use crate::outbox::{self, Notice};
use crate::people::passkeys::{self, MAX_PASSKEYS, PasskeyRow, challenges, relying_party};
use crate::people::{Staff, agents, sign_in};
use crate::tickets::http::one_line;

/// An agent who may add a passkey, and the passkeys that they have.
struct Adder {
    agent: Uuid,
    name: String,
    email: String,
    credentials: Vec<CredentialID>,
}

/// What the browser hands to `navigator.credentials.create`.
///
/// # Errors
/// 403 `confirm-first`; 409 `passkey-address`, `passkeys-full`.
pub async fn begin(app: &App, staff: Staff) -> Result<CreationChallengeResponse> {
    let (party, at, session) = (relying_party(&app.config)?, app.clock.now(), session_of(&staff)?);
    let adder = app.db.read(move |tx| adder(tx, &staff, at)).await?;
    let (options, state) = ask(&party, &adder)?;
    let state = passkeys::to_json(&state)?;
    app.db.write(move |tx| challenges::keep(tx, session.as_bytes(), None, &state, at)).await?;
    Ok(options)
}

/// An API token has no session and adds no passkey.
fn session_of(staff: &Staff) -> Result<Uuid> {
    staff.session.ok_or_else(Problem::forbidden)
}

fn adder(tx: &mut Tx<'_>, staff: &Staff, at: i64) -> Result<Adder> {
    const FIND: &str = "SELECT name, email FROM agent WHERE id = $1 AND state = 'active'";
    const THEIRS: &str = "SELECT credential_id FROM passkey WHERE agent_id = $1 AND removed_at IS NULL";
    let agent = staff.agent()?;
    sign_in::require_fresh(tx, staff, at)?;
    let (name, email) =
        tx.first(FIND, params![agent], |row| Ok((row.get(0)?, row.get(1)?)))?.ok_or_else(Problem::unauthenticated)?;
    let credentials = tx.query(THEIRS, params![agent], |row| row.get::<CredentialID>(0))?;
    if credentials.len() as i64 >= MAX_PASSKEYS {
        return Err(full());
    }
    Ok(Adder { agent, name, email, credentials })
}

fn full() -> Problem {
    Problem::conflict("passkeys-full").with("max", MAX_PASSKEYS)
}

/// Asks for a key that the authenticator keeps and finds again without being told which.
fn ask(party: &Webauthn, adder: &Adder) -> Result<(CreationChallengeResponse, PasskeyRegistration)> {
    let theirs = Some(adder.credentials.clone());
    let (mut options, state) = party
        .start_passkey_registration(adder.agent, &adder.email, &adder.name, theirs)
        .map_err(|error| Error::Defect(format!("asking for a passkey: {error}")))?;
    if let Some(selection) = &mut options.public_key.authenticator_selection {
        selection.resident_key = Some(ResidentKeyRequirement::Required);
        selection.require_resident_key = true;
    }
    Ok((options, state))
}

/// Keeps the passkey that the authenticator made, and tells the agent.
///
/// # Errors
/// 422 `passkey-refused`, whatever was wrong with it; 409 `passkey-known`, `passkeys-full`.
pub async fn finish(app: &App, staff: Staff, name: &str, answer: RegisterPublicKeyCredential) -> Result<PasskeyRow> {
    let mut check = Check::default();
    let name = one_line(&check.text("name", name, MAX_NAME));
    check.done()?;
    let (party, moment, session) = (relying_party(&app.config)?, app.clock.moment(), session_of(&staff)?);
    let at = moment.at;
    let state = app.db.write(move |tx| challenges::take(tx, session.as_bytes(), at)).await?;
    let state: PasskeyRegistration = passkeys::from_json(&state.ok_or_else(refused)?)?;
    let passkey = party.finish_passkey_registration(&answer, &state).map_err(|error| {
        tracing::info!(%error, "a passkey was not added");
        refused()
    })?;
    let row = app.db.write(move |tx| insert(tx, staff.agent()?, &name, &passkey, &moment)).await?;
    app.committed.ring();
    Ok(row)
}

fn refused() -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "passkey-refused")
}

fn insert(tx: &mut Tx<'_>, agent: Uuid, name: &str, passkey: &Passkey, moment: &Moment) -> Result<PasskeyRow> {
    const ACTIVE: &str = "SELECT id FROM agent WHERE id = $1 AND state = 'active'";
    const COUNT: &str = "SELECT count(*) FROM passkey WHERE agent_id = $1 AND removed_at IS NULL";
    const INSERT: &str = "INSERT INTO passkey (id, agent_id, name, credential_id, credential, created_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    let (mut draws, at) = (moment.draws(), moment.at);
    // Locked in this order, as everywhere: nothing is added behind the back of an off-boarding.
    agents::lock_register(tx)?;
    tx.lock(ACTIVE, params![agent], |row| row.get::<Uuid>(0))?.ok_or_else(Problem::unauthenticated)?;
    if tx.first(COUNT, params![agent], |row| row.get::<i64>(0))?.unwrap_or(0) >= MAX_PASSKEYS {
        return Err(full());
    }
    let (id, credential_id, json) = (draws.uuid(), passkey.cred_id().as_slice(), passkeys::to_json(passkey)?);
    if tx.execute(INSERT, params![id, agent, name, credential_id, &json, at])? == 0 {
        return Err(Problem::conflict("passkey-known"));
    }
    passkeys::note_change(tx, agent, id, (None, Some(name)), at, &mut draws)?;
    outbox::to_agent(tx, Notice::PasskeyAdded, agent, None, at, &mut draws)?;
    Ok(PasskeyRow { id, name: name.to_owned(), created_at: at, last_used_at: None })
}
