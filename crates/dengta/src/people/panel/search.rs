//! Customers by the beginning of their address, name or account.

use store::{Error, Param, Row, Tx, params};
use uuid::Uuid;

/// A customer in a list.
#[derive(Clone, Debug)]
pub struct Found {
    /// The id.
    pub id: Uuid,
    /// As given by the customer or the exchange.
    pub name: String,
    /// Where mail goes.
    pub email: Option<String>,
    /// Whether somebody proved to read mail there.
    pub proved: bool,
    /// The account at the exchange.
    pub exchange_uid: Option<String>,
    /// Whether the customer is blocked.
    pub blocked: bool,
}

const COLUMNS: &str = "id, name, email, proved_at, exchange_uid, blocked_at";

fn found(row: &Row<'_>) -> Result<Found, Error> {
    Ok(Found {
        id: row.get(0)?,
        name: row.get(1)?,
        email: row.opt(2)?,
        proved: row.opt::<i64>(3)?.is_some(),
        exchange_uid: row.opt(4)?,
        blocked: row.opt::<i64>(5)?.is_some(),
    })
}

/// At most `limit` customers whose address, name or account begins with `text`; the newest when it is empty.
pub fn find(tx: &mut Tx<'_>, text: &str, limit: usize) -> Result<Vec<Found>, Error> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    if text.is_empty() {
        let sql = format!("SELECT {COLUMNS} FROM customer ORDER BY id DESC LIMIT $1");
        return tx.query(&sql, params![most], found);
    }
    let folded = text.to_lowercase();
    let mut all: Vec<Found> = Vec::new();
    for (column, text) in [("email_key", folded.as_str()), ("name_key", &folded), ("exchange_uid", text)] {
        // Both databases compare texts by bytes, and no text that begins alike comes after this one.
        let end = format!("{text}{}", char::MAX);
        let sql = format!(
            "SELECT {COLUMNS} FROM customer WHERE {column} >= $1 AND {column} < $2 ORDER BY {column}, id LIMIT $3"
        );
        let rows = tx.query(&sql, &[Param::Text(text), Param::Text(&end), Param::Int(most)], found)?;
        for row in rows {
            if !all.iter().any(|known| known.id == row.id) {
                all.push(row);
            }
        }
    }
    all.truncate(limit);
    Ok(all)
}
