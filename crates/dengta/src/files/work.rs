//! A flood of files costs its sender work: one file costs a second of a phone, a thousand cost a day's heat.
//!
//! The first files of a network in an hour cost nothing. Then the desk gives out a challenge, which it signs and need
//! not remember; whoever finds a number that makes the hash of both begin with so many zero bits may send one
//! file. It is remembered that it was used.

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use store::{Tx, params};
use subtle::ConstantTimeEq;

use super::queries;
use crate::clock::{HOUR, MINUTE, Micros, Moment};
use crate::config;
use crate::error::{Problem, Result};
use crate::keys::Keys;

/// How long a challenge can be answered.
const LASTS: Micros = 10 * MINUTE;
/// The first price, in bits; each doubling of the flood adds one.
const FIRST: u32 = 14;
/// The highest price.
const HIGHEST: u32 = 20;

/// Lets a guest's file pass, or names the price.
///
/// # Errors
/// 428 with a challenge: `Problem::work`.
pub fn require(
    tx: &mut Tx<'_>,
    keys: &Keys,
    settings: &config::Files,
    network: &str,
    done: Option<&str>,
    moment: &Moment,
) -> Result<()> {
    let (sent, _) = queries::sent_by_network(tx, network, moment.at - HOUR)?;
    let free = settings.guest_files_per_hour;
    if sent < free {
        return Ok(());
    }
    let bits = (FIRST + (sent / free.max(1)).max(1).ilog2()).min(HIGHEST);
    if let Some(done) = done
        && let Some(challenge) = paid(keys, network, done, moment.at)
        && spend(tx, challenge, moment.at)?
    {
        return Ok(());
    }
    Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, "upload-work")
        .answering("upload-work", challenge(keys, network, bits, moment)))
}

/// `BITS.TIME.RANDOM.SIGNATURE`
fn challenge(keys: &Keys, network: &str, bits: u32, moment: &Moment) -> String {
    let random = URL_SAFE_NO_PAD.encode(moment.draws().bytes::<12>());
    let claim = format!("{bits}.{}.{random}", moment.at);
    format!("{claim}.{}", signature(keys, network, &claim))
}

fn signature(keys: &Keys, network: &str, claim: &str) -> String {
    URL_SAFE_NO_PAD.encode(&keys.derive("upload work", format!("{network} {claim}").as_bytes())[..16])
}

/// The challenge that `CHALLENGE:NUMBER` answers, when it does.
fn paid<'a>(keys: &Keys, network: &str, done: &'a str, now: Micros) -> Option<&'a str> {
    let (challenge, _) = done.rsplit_once(':').filter(|_| done.len() < 256)?;
    let (claim, signed) = challenge.rsplit_once('.')?;
    if !bool::from(signature(keys, network, claim).as_bytes().ct_eq(signed.as_bytes())) {
        return None;
    }
    let mut parts = claim.split('.');
    let (bits, at) = (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<Micros>().ok()?);
    let fresh = (now - at).abs() < LASTS;
    (fresh && zeros(&Sha256::digest(done.as_bytes())) >= bits).then_some(challenge)
}

/// Zero bits at the beginning.
#[must_use]
pub fn zeros(hash: &[u8]) -> u32 {
    let whole = hash.iter().take_while(|byte| **byte == 0).count();
    whole as u32 * 8 + hash.get(whole).map_or(0, |byte| byte.leading_zeros())
}

/// Each challenge pays once.
fn spend(tx: &mut Tx<'_>, challenge: &str, at: Micros) -> Result<bool> {
    const SPEND: &str = "INSERT INTO file_work (challenge, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    let hash: [u8; 32] = Sha256::digest(challenge.as_bytes()).into();
    Ok(tx.execute(SPEND, params![&hash, at + 2 * LASTS])? == 1)
}
