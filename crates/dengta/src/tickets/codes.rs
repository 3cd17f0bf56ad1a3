//! Codes of our messages: short enough to be read out, made by the master key alone, so that nobody can make one up.
//!
//! A code stands in the mail and beside the message on the case's page. Whoever has one learns that the message is ours and when
//! it was sent; the case's own customer learns more ([`crate::official`]). Answers that rest or were taken back have none yet.

use std::collections::HashMap;

use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::Micros;
use crate::keys::Keys;
use crate::tickets::Event;
use crate::tickets::withdraw::REPLY_RESTS;

/// Digits and letters of which no two look alike: no 0 and O, no 1, I and L, no U beside V.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a code, which makes 656 thousand million.
const LENGTH: usize = 8;

/// The code of an entry; `None` for what is no message of ours.
#[must_use]
pub fn of_event(keys: Option<&Keys>, event: &Event, ticket: Uuid, number: i64) -> Option<String> {
    keys.filter(|_| event.is_ours()).map(|keys| code(keys, ticket, number))
}

fn code(keys: &Keys, ticket: Uuid, number: i64) -> String {
    let input = [&ticket.as_bytes()[..], &number.to_be_bytes()].concat();
    let derived = keys.derive("message code", &input);
    let mut rest = derived.iter().take(16).fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
    let mut code = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        let sign = usize::try_from(rest % ALPHABET.len() as u128).unwrap_or(0);
        code.push(char::from(ALPHABET[sign]));
        rest /= ALPHABET.len() as u128;
    }
    code
}

/// As people read it: `7KQM-29XT`.
#[must_use]
pub fn shown(code: &str) -> String {
    let (front, back) = code.split_at_checked(LENGTH / 2).unwrap_or((code, ""));
    format!("{front}-{back}")
}

/// A code as somebody typed it, and whether it can be nothing else: it has its dash.
#[must_use]
pub fn read(typed: &str) -> Option<(String, bool)> {
    let typed = typed.trim().to_ascii_uppercase();
    let dashed = typed.as_bytes().get(LENGTH / 2) == Some(&b'-');
    let code = if dashed { typed.replacen('-', "", 1) } else { typed };
    let fits = code.len() == LENGTH && code.bytes().all(|sign| ALPHABET.contains(&sign));
    fits.then_some((code, dashed))
}

/// Stores the code of an entry. Of two entries that come to one code, the first has it.
pub fn insert(tx: &mut Tx<'_>, code: &str, ticket: Uuid, number: i64, at: Micros) -> Result<(), Error> {
    const INSERT: &str =
        "INSERT INTO message_code (code, ticket_id, number, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.execute(INSERT, params![code, ticket, number, at]).map(|_| ())
}

/// The codes of a ticket's entries, as they are shown.
pub fn of_ticket(tx: &mut Tx<'_>, ticket: Uuid) -> Result<HashMap<i64, String>, Error> {
    const ALL: &str = "SELECT number, code FROM message_code WHERE ticket_id = $1";
    let rows = tx.query(ALL, params![ticket], |row| Ok((row.get(0)?, shown(&row.get::<String>(1)?))))?;
    Ok(rows.into_iter().collect())
}

/// A message that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its ticket.
    pub ticket: Uuid,
    /// Its entry.
    pub number: i64,
    /// When it was written.
    pub at: Micros,
}

/// The message of a code, once it went out.
pub fn find(tx: &mut Tx<'_>, code: &str, now: Micros) -> Result<Option<Sent>, Error> {
    const FIND: &str = "SELECT c.ticket_id, c.number, c.at FROM message_code c
        WHERE c.code = $1 AND c.at <= $2
            AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.ticket_id = c.ticket_id AND w.number = c.number)";
    let sent = |row: &store::Row<'_>| Ok(Sent { ticket: row.get(0)?, number: row.get(1)?, at: row.get(2)? });
    tx.first(FIND, params![code, now - REPLY_RESTS], sent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn a_code_is_the_keys_and_the_messages() {
        let folder = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        let mut draws = Clock::default().moment().draws();
        let keys = Keys::open(folder.path(), &mut draws).unwrap();
        let others = Keys::open(other.path(), &mut draws).unwrap();
        let ticket = Uuid::from_u128(7);
        let made = code(&keys, ticket, 3);
        assert_eq!(made, code(&keys, ticket, 3));
        for another in [code(&keys, ticket, 4), code(&keys, Uuid::from_u128(8), 3), code(&others, ticket, 3)] {
            assert_ne!(made, another);
        }
        assert_eq!(read(&shown(&made)), Some((made.clone(), true)));
        assert_eq!(read(&format!(" {} ", made.to_lowercase())), Some((made, false)));
    }

    #[test]
    fn what_is_no_code() {
        for other in ["", "7KQM-29X", "7KQM-29XTA", "7KQM 29XT", "7KQO-29XT", "-7KQM29XT", "客服编号0102", "7KQM-29X0"]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
