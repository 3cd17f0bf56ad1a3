//! Customers: found by a proved address or the exchange's account, never by a claim alone.

use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::check::Email;
use crate::clock::{DAY, Draws, Micros};
use crate::keys::{new_token, token_hash};
use crate::language::Language;
use crate::people::Assurance;

/// How long a customer stays signed in.
pub const SESSION: Micros = 30 * DAY;

/// A customer as stored.
#[derive(Clone, Debug)]
pub struct CustomerRow {
    /// The id.
    pub id: Uuid,
    /// As given by the customer or the exchange.
    pub name: String,
    /// Where mail goes.
    pub email: Option<String>,
    /// When the address was last proved; `None` if never.
    pub proved_at: Option<Micros>,
    /// The account at the exchange.
    pub exchange_uid: Option<String>,
    /// The language to write in.
    pub language: Language,
    /// IANA name, told by the customer's browser.
    pub time_zone: Option<String>,
    /// Whether what the customer sends is put aside.
    pub blocked: bool,
    /// When the desk first heard of the customer.
    pub created_at: Micros,
}

const COLUMNS: &str = "id, name, email, proved_at, exchange_uid, language, time_zone, blocked_at, created_at";

fn read(row: &Row<'_>) -> Result<CustomerRow, Error> {
    Ok(CustomerRow {
        id: row.get(0)?,
        name: row.get(1)?,
        email: row.opt(2)?,
        proved_at: row.opt(3)?,
        exchange_uid: row.opt(4)?,
        language: Language::parse(&row.get::<String>(5)?).unwrap_or(Language::En),
        time_zone: row.opt(6)?,
        blocked: row.opt::<i64>(7)?.is_some(),
        created_at: row.get(8)?,
    })
}

/// The customer of an id.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<CustomerRow>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM customer WHERE id = $1"), params![id], read)
}

/// Whoever is reached at the address.
pub fn at_address(tx: &mut Tx<'_>, email: &Email) -> Result<Option<CustomerRow>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM customer WHERE email_key = $1"), params![&email.key], read)
}

/// Whoever is reached at the address, made anew when nobody is: with the proof that `proved_at` tells of, if any.
/// What a stranger types never changes the name or language of someone who exists.
pub fn reached_at(
    tx: &mut Tx<'_>,
    email: &Email,
    name: &str,
    language: Language,
    proved_at: Option<Micros>,
    moment: (Micros, &mut Draws),
) -> Result<CustomerRow, Error> {
    const MAKE: &str = "INSERT INTO customer (id, name, name_key, email, email_key, proved_at, language, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let (at, draws) = moment;
    let id = draws.uuid();
    let name_key = name_key(name);
    let params = params![id, name, &name_key, &email.address, &email.key, proved_at, language.tag(), at];
    if tx.execute(MAKE, params)? == 0 {
        return at_address(tx, email)?.ok_or_else(|| Error::Contended("customer".into()));
    }
    let (name, email) = (name.to_owned(), Some(email.address.clone()));
    let (exchange_uid, time_zone) = (None, None);
    Ok(CustomerRow { id, name, email, proved_at, exchange_uid, language, time_zone, blocked: false, created_at: at })
}

/// Somebody without an address, who is known by nothing but a session.
pub fn stranger(tx: &mut Tx<'_>, name: &str, language: Language, at: Micros, draws: &mut Draws) -> Result<Uuid, Error> {
    const MAKE: &str = "INSERT INTO customer (id, name, name_key, language, created_at) VALUES ($1, $2, $3, $4, $5)";
    let id = draws.uuid();
    tx.execute(MAKE, params![id, name, &name_key(name), language.tag(), at])?;
    Ok(id)
}

/// A stranger leaves an address. Nobody is reached by it until it is proved; it never inherits whom it reaches already.
pub fn leave_address(tx: &mut Tx<'_>, id: Uuid, email: &Email, name: Option<&str>) -> Result<(), Error> {
    const LEAVE: &str = "UPDATE customer SET email = $1, email_key = $2 WHERE id = $3 AND proved_at IS NULL";
    const NAME: &str = "UPDATE customer SET name = $1, name_key = $2 WHERE id = $3 AND proved_at IS NULL";
    let key = at_address(tx, email)?.is_none_or(|other| other.id == id).then_some(email.key.as_str());
    tx.execute(LEAVE, params![&email.address, key, id])?;
    if let Some(name) = name {
        tx.execute(NAME, params![name, &name_key(name), id])?;
    }
    Ok(())
}

/// A name folded for comparison.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.to_lowercase()
}

/// Notes where the customer's clock stands. `known`: it is the customer who says so. Of somebody who proved nothing
/// it is taken as well, as it is theirs or nobody's; a stranger who types a proved address changes nothing.
pub fn note_zone(tx: &mut Tx<'_>, id: Uuid, zone: &str, known: bool) -> Result<(), Error> {
    const KNOWN: &str = "UPDATE customer SET time_zone = $1 WHERE id = $2 AND (time_zone IS NULL OR time_zone <> $3)";
    const CLAIMED: &str = "UPDATE customer SET time_zone = $1 WHERE id = $2 AND proved_at IS NULL
        AND exchange_uid IS NULL AND (time_zone IS NULL OR time_zone <> $3)";
    tx.execute(if known { KNOWN } else { CLAIMED }, params![zone, id, zone]).map(drop)
}

/// Notes that the owner of the address was here just now.
pub fn note_proof(tx: &mut Tx<'_>, id: Uuid, at: Micros) -> Result<(), Error> {
    tx.execute("UPDATE customer SET proved_at = $1 WHERE id = $2", params![at, id]).map(drop)
}

/// Signs a customer in; the answer is the cookie's value.
pub fn start_session(
    tx: &mut Tx<'_>,
    id: Uuid,
    assurance: Assurance,
    at: Micros,
    draws: &mut Draws,
) -> Result<String, Error> {
    const START: &str = "INSERT INTO customer_session (token_hash, customer_id, assurance, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5)";
    let token = new_token("", draws);
    tx.execute(START, params![&token_hash(&token), id, assurance.name(), at, at + SESSION])?;
    Ok(token)
}

/// Signs a customer's browser out.
pub fn end_session(tx: &mut Tx<'_>, token: &str, at: Micros) -> Result<(), Error> {
    const END: &str = "UPDATE customer_session SET ended_at = $1 WHERE token_hash = $2 AND ended_at IS NULL";
    tx.execute(END, params![at, &token_hash(token)]).map(drop)
}
