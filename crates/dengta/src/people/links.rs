//! Single-use links: to prove an address, to accept an invitation, to sign in to the demo.
//!
//! A link is 256 bits, stored as a hash, expires, and works once. Looking at it does not use it up:
//! mail scanners fetch what they find, so only a POST does.

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::{DAY, HOUR, Micros};
use crate::error::{Problem, Result};
use crate::keys::{Keys, token_hash};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Proves that a customer reads mail at the address, and opens the case.
    Prove,
    /// Lets an agent choose a password and a second factor.
    Invite,
    /// Signs in to the demo.
    Demo,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Purpose::Prove => "prove",
            Purpose::Invite => "invite",
            Purpose::Demo => "demo",
        }
    }

    /// Why a link of this kind does not open.
    fn refusal(self, status: StatusCode, code: &'static str) -> Problem {
        Problem::new(status, if self == Purpose::Prove { code } else { "staff-link" })
    }

    /// How long a link lives.
    #[must_use]
    pub const fn lifetime(self) -> Micros {
        match self {
            Purpose::Prove => 7 * DAY,
            Purpose::Invite => 3 * DAY,
            Purpose::Demo => 12 * HOUR,
        }
    }
}

/// A link that can be used.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The customer or the agent.
    pub subject: Uuid,
    /// The case that it opens.
    pub ticket: Option<Uuid>,
}

/// The token of the link in a mail: derived from the outbox row when it is sent, so that it is at rest nowhere.
#[must_use]
pub fn token_of(keys: &Keys, outbox: Uuid) -> String {
    URL_SAFE_NO_PAD.encode(keys.derive("link", outbox.as_bytes()))
}

/// Stores a link; `token` is what its address carries.
pub fn make(tx: &mut Tx<'_>, token: &str, purpose: Purpose, link: Link, at: Micros) -> Result<(), Error> {
    const MAKE: &str = "INSERT INTO single_use_link (token_hash, purpose, subject, ticket_id, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
    let expires = at + purpose.lifetime();
    tx.execute(MAKE, params![&token_hash(token), purpose.name(), link.subject, link.ticket, at, expires]).map(drop)
}

/// Whom a link was made for and what it opens, used or not.
pub fn of(tx: &mut Tx<'_>, token: &str, purpose: Purpose) -> Result<Option<(Uuid, Option<Uuid>)>, Error> {
    const FIND: &str = "SELECT subject, ticket_id FROM single_use_link WHERE token_hash = $1 AND purpose = $2";
    tx.first(FIND, params![&token_hash(token), purpose.name()], |row| Ok((row.get(0)?, row.opt(1)?)))
}

/// The link of a token, unused and in time.
///
/// # Errors
/// `link-invalid` (404), `link-used` or `link-expired` (410); for agents' links `staff-link`, with what agents can do.
pub fn look(tx: &mut Tx<'_>, token: &str, purpose: Purpose, at: Micros) -> Result<Link> {
    const FIND: &str = "SELECT subject, ticket_id, expires_at, used_at FROM single_use_link
        WHERE token_hash = $1 AND purpose = $2";
    let found = tx.first(FIND, params![&token_hash(token), purpose.name()], |row| {
        let link = Link { subject: row.get(0)?, ticket: row.opt(1)? };
        Ok((link, row.get::<i64>(2)?, row.opt::<i64>(3)?))
    })?;
    match found {
        None => Err(purpose.refusal(StatusCode::NOT_FOUND, "link-invalid")),
        Some((_, _, Some(_))) => Err(purpose.refusal(StatusCode::GONE, "link-used")),
        Some((_, expires, _)) if expires <= at => Err(purpose.refusal(StatusCode::GONE, "link-expired")),
        Some((link, ..)) => Ok(link),
    }
}

/// As [`look`], and uses it up. Of two that come at once, one gets it.
///
/// # Errors
/// As [`look`].
pub fn redeem(tx: &mut Tx<'_>, token: &str, purpose: Purpose, at: Micros) -> Result<Link> {
    const USE: &str = "UPDATE single_use_link SET used_at = $1 WHERE token_hash = $2 AND used_at IS NULL";
    let link = look(tx, token, purpose, at)?;
    match tx.execute(USE, params![at, &token_hash(token)])? {
        1 => Ok(link),
        _ => Err(purpose.refusal(StatusCode::GONE, "link-used")),
    }
}

/// Takes back the links for `purpose` that nobody used yet.
pub fn withdraw(tx: &mut Tx<'_>, subject: Uuid, purpose: Purpose) -> Result<(), Error> {
    const WITHDRAW: &str = "DELETE FROM single_use_link WHERE subject = $1 AND purpose = $2 AND used_at IS NULL";
    tx.execute(WITHDRAW, params![subject, purpose.name()]).map(drop)
}
