//! The exchange's own sign-in: a short-lived token that it signs (JWT, RFC 7519) and its page posts here.
//!
//! - The settings fix one algorithm and a key of its kind; what the token says of its algorithm must be just that.
//! - A token names its audience, lives at most five minutes and signs in once. It never stands in an address.
//! - Its `sub` is who somebody is. An address counts only when the exchange verified it; then it is proved here too,
//!   and joins what the same address asked before unless that belongs to another account. An address that was not
//!   verified is not taken at all: it could be anybody's.

use anyhow::{Context, bail, ensure};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use guard::impostors::Official;
use guard::visible::visible;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::check::{Email, Form, MAX_NAME};
use crate::clock::{Draws, Micros, Moment, SECOND};
use crate::config::{Config, Exchange};
use crate::error::{Problem, Result};
use crate::keys::Keys;
use crate::language::Language;
use crate::outbox;
use crate::people::identify::{SameOrigin, cookie, customer_cookie, set_cookie};
use crate::people::links::{self, Purpose};
use crate::people::{Assurance, customers};
use crate::secrets::clean;
use crate::tickets::http::one_line;

/// Seconds that a token may live.
const LIFETIME: i64 = 300;
/// Seconds by which the exchange's clock may be ahead.
const AHEAD: i64 = 30;
/// Octets of a shared secret: as many as the hash has (RFC 7518 §3.2).
const SHORTEST_SECRET: usize = 32;
/// Characters of an account's or token's id.
const MAX_ID: usize = 255;

/// What the exchange says of its customer.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    iat: i64,
    exp: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
    jti: String,
    /// The account at the exchange.
    sub: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    email_verified: bool,
    #[serde(default)]
    locale: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

impl Audience {
    fn names(&self, audience: &str) -> bool {
        match self {
            Audience::One(one) => one == audience,
            Audience::Many(many) => many.iter().any(|one| one == audience),
        }
    }
}

/// Refuses settings by which anybody could sign tokens, or nobody.
///
/// # Errors
/// When the algorithm is unknown, or the key is none of its kind.
pub fn check(config: &Config) -> anyhow::Result<()> {
    match &config.exchange {
        Some(exchange) => key(exchange).map(drop).context("exchange.key in dengta.toml"),
        None => Ok(()),
    }
}

fn key(exchange: &Exchange) -> anyhow::Result<(Algorithm, DecodingKey)> {
    let text = exchange.key.as_bytes();
    Ok(match exchange.algorithm.as_str() {
        "EdDSA" => (Algorithm::EdDSA, DecodingKey::from_ed_pem(text)?),
        "ES256" => (Algorithm::ES256, DecodingKey::from_ec_pem(text)?),
        "RS256" => (Algorithm::RS256, DecodingKey::from_rsa_pem(text)?),
        "HS256" => {
            ensure!(text.len() >= SHORTEST_SECRET, "a shared secret needs {SHORTEST_SECRET} octets");
            ensure!(!exchange.key.contains("-----BEGIN"), "a shared secret is wanted, not a key in PEM");
            (Algorithm::HS256, DecodingKey::from_secret(text))
        }
        other => bail!("exchange.algorithm {other:?} is none of EdDSA, ES256, RS256, HS256"),
    })
}

/// What a genuine token for us says, in its time.
fn verify(exchange: &Exchange, token: &str, at: Micros) -> Result<Claims> {
    let claims = authentic(exchange, token)?;
    let now = at / SECOND;
    let from = claims.iat.max(claims.nbf.unwrap_or(claims.iat));
    if !claims.aud.names(&exchange.audience) {
        return Err(refused("token-audience"));
    }
    if claims.exp.saturating_sub(claims.iat) > LIFETIME || from > now + AHEAD {
        return Err(refused("token-too-long-lived"));
    }
    if claims.exp <= now {
        return Err(refused("token-expired"));
    }
    Ok(claims)
}

/// What a token says that the exchange signed.
fn authentic(exchange: &Exchange, token: &str) -> Result<Claims> {
    let forged = || refused("token-forged");
    let (algorithm, key) = key(exchange).map_err(|error| {
        tracing::error!(%error, "the exchange's key");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    })?;
    let data = jsonwebtoken::decode::<Claims>(token, &key, &signature_only(algorithm)).map_err(|_| forged())?;
    let claims = data.claims;
    // `crit` lists extensions that must be understood (RFC 7515 §4.1.11): we know none.
    let holds = data.header.crit.is_none()
        && claims.iss == exchange.issuer
        && [&claims.jti, &claims.sub].into_iter().all(|id| (1..=MAX_ID).contains(&id.chars().count()))
        && !claims.sub.contains('\0');
    if holds { Ok(claims) } else { Err(forged()) }
}

/// The claims are ours to judge: by our clock, and telling apart what is wrong.
fn signature_only(algorithm: Algorithm) -> Validation {
    let mut validation = Validation::new(algorithm);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation
}

fn refused(code: &'static str) -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, code)
}

/// The exchange's page posts a token: signs the customer in and leads them on.
///
/// # Errors
/// 401 `token-…`, told as a page.
pub async fn sign_in(State(app): State<App>, headers: HeaderMap, form: Form) -> Result<Response> {
    let exchange = app.config.exchange.as_ref().ok_or_else(Problem::not_found)?;
    let before = cookie(&headers, customer_cookie(&app.config)).map(str::to_owned);
    let accepts = Language::negotiate(accept_language(&headers));
    let moment = app.clock.moment();
    let arrival = arrival(&app, exchange, given_token(&form)?, accepts, moment.at)?;
    let (session, language) = app
        .db
        .write(move |tx| {
            let mut draws = moment.draws();
            let id = arrive(tx, &arrival, &draws.moment())?;
            if let Some(before) = &before {
                customers::end_session(tx, before, moment.at)?;
            }
            let session = customers::start_session(tx, id, Assurance::SignedIn, moment.at, &mut draws)?;
            Ok::<_, Problem>((session, arrival.language))
        })
        .await?;
    app.committed.ring();
    let place = Some(form.get("return")).filter(|place| is_local(place));
    let kept = set_cookie(&app.config, customer_cookie(&app.config), &session, customers::SESSION / SECOND);
    let answer = Redirect::to(place.unwrap_or(&format!("/{language}/cases")));
    Ok(([(header::SET_COOKIE, kept)], answer).into_response())
}

fn given_token(form: &Form) -> Result<&str> {
    match form.get("token").trim() {
        "" => Err(Problem::field("token", "required")),
        token => Ok(token),
    }
}

fn accept_language(headers: &HeaderMap) -> &str {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// A path of this site. Browsers read `//host` and `/\host` as another one, and drop tabs and line ends first.
fn is_local(place: &str) -> bool {
    place.starts_with('/')
        && !place.starts_with("//")
        && place.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// Who a token says is there, read and judged, but not used yet.
///
/// # Errors
/// 401 `token-…`; 404 when no exchange is set up.
pub fn identified(app: &App, token: &str, accepts: Language, at: Micros) -> Result<Arrival> {
    let exchange = app.config.exchange.as_ref().ok_or_else(Problem::not_found)?;
    arrival(app, exchange, token, accepts, at)
}

fn arrival(app: &App, exchange: &Exchange, token: &str, accepts: Language, at: Micros) -> Result<Arrival> {
    Ok(Arrival::of(&verify(exchange, token, at)?, accepts, &app.settings.now().official)?)
}

/// Of two requests with one token, one goes on.
fn use_once(tx: &mut Tx<'_>, arrival: &Arrival) -> Result<()> {
    const USE: &str = "INSERT INTO used_sign_in (jti, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    match tx.execute(USE, params![&arrival.jti, arrival.expires_at])? {
        1 => Ok(()),
        _ => Err(refused("token-replayed")),
    }
}

/// The token is used: the customer is found or made, and what was held for the address goes out.
///
/// # Errors
/// 401 `token-replayed`.
pub fn arrive(tx: &mut Tx<'_>, arrival: &Arrival, moment: &Moment) -> Result<Uuid> {
    let mut draws = moment.draws();
    use_once(tx, arrival)?;
    let id = settle(tx, arrival, moment.at, &mut draws)?;
    if arrival.email.is_some() {
        customers::note_proof(tx, id, moment.at)?;
        outbox::release(tx, id, moment.at)?;
    }
    Ok(id)
}

/// What we take over from a token.
pub struct Arrival {
    /// What stands for the token's id.
    jti: String,
    expires_at: Micros,
    uid: String,
    name: String,
    /// Only one that the exchange verified.
    email: Option<Email>,
    language: Language,
}

impl Arrival {
    fn of(claims: &Claims, accepts: Language, official: &Official) -> Result<Arrival, Error> {
        let name = clean::without(claims.name.trim())?;
        let name: String = visible(&one_line(&name)).chars().take(MAX_NAME).collect();
        let email = Email::parse(&claims.email).filter(|_| claims.email_verified);
        let language = if claims.locale.is_empty() { accepts } else { Language::negotiate(&claims.locale) };
        // Somebody with money stuck is let in whatever they call themselves: as their account's id.
        let unnamed = name.trim().is_empty() || official.passes_for_staff(&name, &[]).is_some();
        Ok(Arrival {
            jti: hex::encode(Sha256::digest(claims.jti.as_bytes())),
            expires_at: claims.exp.saturating_mul(SECOND),
            name: if unnamed { one_line(&claims.sub).chars().take(MAX_NAME).collect() } else { name },
            uid: claims.sub.clone(),
            email,
            language,
        })
    }
}

/// The customer of the account: known by it, else by the proved address when no account has that, else new.
fn settle(tx: &mut Tx<'_>, arrival: &Arrival, at: Micros, draws: &mut Draws) -> Result<Uuid, Error> {
    if let Some((id, address)) = by_uid(tx, &arrival.uid)? {
        update(tx, id, arrival)?;
        let known = address.as_deref().and_then(Email::parse);
        match &arrival.email {
            Some(email) if known.is_none_or(|known| known.key != email.key) => move_to(tx, id, email, at)?,
            _ => {}
        }
        return Ok(id);
    }
    if let Some(email) = &arrival.email
        && let Some(id) = attach(tx, &arrival.uid, email)?
    {
        update(tx, id, arrival)?;
        end_sessions(tx, id, at)?;
        return Ok(id);
    }
    make(tx, arrival, at, draws)
}

fn by_uid(tx: &mut Tx<'_>, uid: &str) -> Result<Option<(Uuid, Option<String>)>, Error> {
    const FIND: &str = "SELECT id, email FROM customer WHERE exchange_uid = $1";
    tx.lock(FIND, params![uid], |row| Ok((row.get(0)?, row.opt(1)?)))
}

fn update(tx: &mut Tx<'_>, id: Uuid, arrival: &Arrival) -> Result<(), Error> {
    const UPDATE: &str = "UPDATE customer SET name = $1, name_key = $2, language = $3 WHERE id = $4";
    tx.execute(UPDATE, params![&arrival.name, &customers::name_key(&arrival.name), arrival.language.tag(), id])
        .map(drop)
}

/// The customer whom the address reaches, if no account has them, becomes that of the account.
fn attach(tx: &mut Tx<'_>, uid: &str, email: &Email) -> Result<Option<Uuid>, Error> {
    const FIND: &str = "SELECT id FROM customer WHERE email_key = $1 AND exchange_uid IS NULL";
    const ATTACH: &str = "UPDATE customer SET exchange_uid = $1, email = $2 WHERE id = $3";
    let Some(id) = tx.lock(FIND, params![&email.key], |row| row.get(0))? else { return Ok(None) };
    tx.execute(ATTACH, params![uid, &email.address, id])?;
    Ok(Some(id))
}

/// The account has another address than before: whoever came in by the old one is out. An address that reaches
/// another customer goes on reaching them.
fn move_to(tx: &mut Tx<'_>, id: Uuid, email: &Email, at: Micros) -> Result<(), Error> {
    const MOVE: &str = "UPDATE customer SET email = $1, email_key = $2 WHERE id = $3";
    let key = free(tx, email)?.then_some(email.key.as_str());
    tx.execute(MOVE, params![&email.address, key, id])?;
    links::withdraw(tx, id, Purpose::Prove)?;
    end_sessions(tx, id, at)
}

fn free(tx: &mut Tx<'_>, email: &Email) -> Result<bool, Error> {
    Ok(tx.first("SELECT 1 FROM customer WHERE email_key = $1", params![&email.key], |_| Ok(()))?.is_none())
}

fn end_sessions(tx: &mut Tx<'_>, id: Uuid, at: Micros) -> Result<(), Error> {
    const END: &str = "UPDATE customer_session SET ended_at = $1 WHERE customer_id = $2 AND ended_at IS NULL";
    tx.execute(END, params![at, id]).map(drop)
}

fn make(tx: &mut Tx<'_>, arrival: &Arrival, at: Micros, draws: &mut Draws) -> Result<Uuid, Error> {
    const MAKE: &str = "INSERT INTO customer (id, name, name_key, email, email_key, exchange_uid, language, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let id = draws.uuid();
    let (address, key) = match &arrival.email {
        Some(email) if free(tx, email)? => (Some(&email.address), Some(&email.key)),
        Some(email) => (Some(&email.address), None),
        None => (None, None),
    };
    let name_key = customers::name_key(&arrival.name);
    let params = params![id, &arrival.name, &name_key, address, key, &arrival.uid, arrival.language.tag(), at];
    if tx.execute(MAKE, params)? == 1 {
        return Ok(id);
    }
    // Another node made the same customer since we looked.
    by_uid(tx, &arrival.uid)?.map(|(id, _)| id).ok_or_else(|| Error::Contended("customer".into()))
}

/// Signs a customer's browser out.
///
/// # Errors
/// 404 when the path names no language of ours.
pub async fn sign_out(
    State(app): State<App>,
    Path(language): Path<String>,
    _: SameOrigin,
    headers: HeaderMap,
) -> Result<Response> {
    let language = Language::parse(&language).ok_or_else(Problem::not_found)?;
    let (name, at) = (customer_cookie(&app.config), app.clock.now());
    if let Some(token) = cookie(&headers, name).map(str::to_owned) {
        app.db.write(move |tx| customers::end_session(tx, &token, at)).await?;
    }
    let gone = set_cookie(&app.config, name, "", 0);
    Ok(([(header::SET_COOKIE, gone)], Redirect::to(&format!("/{language}/"))).into_response())
}

/// The exchange that the demo plays itself.
#[must_use]
pub fn demo(keys: &Keys) -> Exchange {
    Exchange {
        algorithm: "HS256".into(),
        key: hex::encode(keys.derive("demo exchange", b"")),
        issuer: "demo-exchange".into(),
        audience: "dengta".into(),
        sign_in_url: None,
    }
}

/// A token of the demo's exchange for one of its customers, whose address it has verified.
///
/// # Errors
/// 404 outside the demo, or when it was given a real exchange.
pub fn demo_token(app: &App, uid: &str, name: &str, email: &str, language: Language) -> Result<String> {
    let exchange = app.config.exchange.as_ref().filter(|exchange| app.demo && exchange.issuer == "demo-exchange");
    let exchange = exchange.ok_or_else(Problem::not_found)?;
    let moment = app.clock.moment();
    let iat = moment.at / SECOND;
    let claims = Claims {
        iss: exchange.issuer.clone(),
        aud: Audience::One(exchange.audience.clone()),
        iat,
        exp: iat + LIFETIME,
        nbf: None,
        jti: moment.draws().uuid().to_string(),
        sub: uid.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
        email_verified: true,
        locale: language.tag().to_owned(),
    };
    let key = EncodingKey::from_secret(exchange.key.as_bytes());
    let signed = jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key);
    signed.map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_ours_are_returned_to() {
        for place in ["/", "/en/cases", "/zh-CN/cases/K7Q2-9M4X?x=1#y"] {
            assert!(is_local(place), "{place}");
        }
        for place in
            ["", "en", "//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example", "/a\r\nb"]
        {
            assert!(!is_local(place), "{place}");
        }
    }

    #[test]
    fn a_key_must_be_of_the_algorithms_kind() {
        const PUBLIC: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
";
        let of = |algorithm: &str, text: &str| {
            let exchange = Exchange {
                algorithm: algorithm.into(),
                key: text.into(),
                issuer: "x".into(),
                audience: "x".into(),
                sign_in_url: None,
            };
            key(&exchange).is_ok()
        };
        assert!(of("EdDSA", PUBLIC));
        for algorithm in ["ES256", "RS256", "HS256", "none", "HS512", ""] {
            assert!(!of(algorithm, PUBLIC), "{algorithm}");
        }
        assert!(of("HS256", &"k".repeat(32)));
        assert!(!of("HS256", &"k".repeat(31)));
    }
}
