//! A customer's own words against phishing: they stand in every mail to them and on their cases. Who imitates us does not know
//! them. They open nothing, so that they are stored as they are; they are in no log and on no page of agents.

use guard::impostors::Official;
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::check::Check;
use crate::clock::Micros;
use crate::secrets::clean;

/// Characters of a phrase.
pub const MIN: usize = 4;
/// See [`MIN`].
pub const MAX: usize = 32;

/// A phrase on one line, without what must never be sent: a secret, a link, words that pass for ours.
///
/// # Errors
/// When the detector of secrets fails: nothing may be stored then.
pub fn checked(check: &mut Check, official: &Official, typed: &str) -> Result<String, Error> {
    let phrase = check.verbatim("phrase", typed, MAX);
    let plain = !phrase.contains(char::is_control) && guard::visible::visible(&phrase) == phrase;
    if !plain || !official.find(&phrase).is_empty() {
        check.refuse("phrase", "phrase-plain");
    } else if !phrase.is_empty() && phrase.chars().count() < MIN {
        check.refuse_with("phrase", "phrase-short", vec![("min", MIN.into())]);
    } else if clean::without(&phrase)? != phrase {
        check.refuse("phrase", "phrase-secret");
    } else if official.passes_for_staff(&phrase, &[]).is_some() {
        check.refuse("phrase", "phrase-ours");
    }
    Ok(phrase)
}

/// A customer's phrase.
pub fn of(tx: &mut Tx<'_>, customer: Uuid) -> Result<Option<String>, Error> {
    tx.first("SELECT phrase FROM customer_phrase WHERE customer_id = $1", params![customer], |row| row.get(0))
}

/// Keeps a phrase in place of the one before.
pub fn keep(tx: &mut Tx<'_>, customer: Uuid, phrase: &str, at: Micros) -> Result<(), Error> {
    const KEEP: &str = "INSERT INTO customer_phrase (customer_id, phrase, at) VALUES ($1, $2, $3)
        ON CONFLICT (customer_id) DO UPDATE SET phrase = excluded.phrase, at = excluded.at";
    tx.execute(KEEP, params![customer, phrase, at]).map(drop)
}

/// Removes it.
pub fn remove(tx: &mut Tx<'_>, customer: Uuid) -> Result<(), Error> {
    tx.execute("DELETE FROM customer_phrase WHERE customer_id = $1", params![customer]).map(drop)
}
