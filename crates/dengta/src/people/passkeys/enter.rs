//! A passkey signs its agent in, or proves that they are still there.
//!
//! A try is counted and its question taken out before it is judged; whatever was wrong, the answer is the same.

use axum::http::StatusCode;
use store::{Tx, params};
use uuid::Uuid;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PublicKeyCredential, RequestChallengeResponse,
    WebauthnError,
};

use crate::app::App;
use crate::clock::Micros;
use crate::config::Config;
use crate::error::{Problem, Result};
use crate::keys::{new_token, token_hash};
use crate::people::passkeys::{self, challenges, relying_party};
use crate::people::sign_in::{self, Browser, SignedIn};
use crate::people::throttle::{self, Counter};

/// What the browser hands to `navigator.credentials.get`, and the cookie that its answer must come with.
///
/// # Errors
/// 409 `passkey-address`.
pub async fn begin(app: &App, browser: &Browser) -> Result<(RequestChallengeResponse, String)> {
    let (party, moment) = (relying_party(&app.config)?, app.clock.moment());
    let (mut options, state) = party.start_discoverable_authentication().map_err(|_| wrong())?;
    // Whether to ask at once or to offer it beside the address is the page's to choose.
    options.mediation = None;
    let (state, cookie) = (passkeys::to_json(&state)?, new_token("", &mut moment.draws()));
    let (asked, network) = (token_hash(&cookie), challenges::bucket(&app.keys, browser.address.network()));
    app.db.write(move |tx| challenges::keep(tx, &asked, Some(&network), &state, moment.at)).await?;
    Ok((options, cookie))
}

/// Signs in whose passkey it is.
///
/// # Errors
/// 401 `wrong-passkey`, whatever was wrong; 429 after too many failures.
pub async fn sign_in(
    app: &App,
    cookie: Option<String>,
    answer: PublicKeyCredential,
    browser: Browser,
) -> Result<SignedIn> {
    let moment = app.clock.moment();
    let proof = prove(app, cookie, answer, &browser, moment.at).await?;
    app.db
        .write(move |tx| {
            note_use(tx, &proof, moment.at)?;
            sign_in::start(tx, proof.agent, &browser, &moment)
        })
        .await
}

/// Confirms that the agent of a session is still there.
///
/// # Errors
/// As [`sign_in`], but 422: the session goes on.
pub async fn confirm(
    app: &App,
    (agent, session): (Uuid, Uuid),
    cookie: Option<String>,
    answer: PublicKeyCredential,
    browser: Browser,
) -> Result<()> {
    let at = app.clock.now();
    let confirmed = match prove(app, cookie, answer, &browser, at).await {
        Ok(proof) if proof.agent == agent => {
            app.db
                .write(move |tx| note_use(tx, &proof, at).and_then(|()| Ok(sign_in::confirmed(tx, session, at)?)))
                .await
        }
        Ok(_) => Err(wrong()),
        Err(problem) => Err(problem),
    };
    confirmed.map_err(sign_in::goes_on)
}

/// A passkey that signed what was asked.
struct Proof {
    agent: Uuid,
    id: Uuid,
    /// As stored before, and with the counter and flags of now.
    before: String,
    after: String,
    counters: Vec<Counter>,
}

/// A stored passkey.
struct Stored {
    id: Uuid,
    agent: Uuid,
    credential: String,
}

async fn prove(
    app: &App,
    cookie: Option<String>,
    answer: PublicKeyCredential,
    browser: &Browser,
    at: Micros,
) -> Result<Proof> {
    let (keys, network, credential) = (app.keys.clone(), browser.address.network(), answer.raw_id.clone());
    let (asked, device) = (cookie.as_deref().map(token_hash), browser.device.as_deref().map(token_hash));
    let (state, stored, counters) = app
        .db
        .write(move |tx| {
            let stored = find(tx, &credential)?;
            let agent = stored.as_ref().map_or(Uuid::nil(), |stored| stored.agent);
            let counters = match device {
                Some(device) if sign_in::knows(tx, agent, &device, at)? => throttle::device(&device),
                _ => throttle::network(&keys, network),
            };
            throttle::count(tx, &counters, at)?;
            let state = asked.map(|asked| challenges::take(tx, &asked, at)).transpose()?.flatten();
            Ok::<_, Problem>((state, stored, counters))
        })
        .await?;
    let (state, stored) = state.zip(stored).ok_or_else(wrong)?;
    let mut passkey: Passkey = passkeys::from_json(&stored.credential)?;
    let result = judge(&app.config, &state, &answer, &stored, &passkey)?;
    passkey.update_credential(&result);
    let after = passkeys::to_json(&passkey)?;
    Ok(Proof { agent: stored.agent, id: stored.id, before: stored.credential, after, counters })
}

fn find(tx: &mut Tx<'_>, credential: &[u8]) -> Result<Option<Stored>, store::Error> {
    const FIND: &str = "SELECT p.id, p.agent_id, p.credential FROM passkey p JOIN agent a ON a.id = p.agent_id
        WHERE p.credential_id = $1 AND p.removed_at IS NULL AND a.state = 'active'";
    tx.first(FIND, params![credential], |row| {
        Ok(Stored { id: row.get(0)?, agent: row.get(1)?, credential: row.get(2)? })
    })
}

/// Challenge, origin, host, user verification, signature, counter; and that the authenticator means the same agent.
fn judge(
    config: &Config,
    state: &str,
    answer: &PublicKeyCredential,
    stored: &Stored,
    passkey: &Passkey,
) -> Result<AuthenticationResult> {
    let (party, state) = (relying_party(config)?, passkeys::from_json::<DiscoverableAuthentication>(state)?);
    let (agent, _) = party.identify_discoverable_authentication(answer).map_err(|_| wrong())?;
    if agent != stored.agent {
        return Err(wrong());
    }
    party.finish_discoverable_authentication_v2(answer, state, passkey).map_err(|error| {
        if matches!(error, WebauthnError::CredentialPossibleCompromise) {
            tracing::warn!(passkey = %stored.id, agent = %agent, "a passkey's counter went back: there may be a copy");
        }
        wrong()
    })
}

/// Notes the use, unless the passkey was removed, or its counter went on, while it was judged.
fn note_use(tx: &mut Tx<'_>, proof: &Proof, at: Micros) -> Result<()> {
    const NOTE: &str = "UPDATE passkey SET credential = $1, last_used_at = $2
        WHERE id = $3 AND removed_at IS NULL AND credential = $4";
    if tx.execute(NOTE, params![&proof.after, at, proof.id, &proof.before])? == 0 {
        return Err(wrong());
    }
    Ok(throttle::forgive(tx, &proof.counters)?)
}

fn wrong() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "wrong-passkey")
}
