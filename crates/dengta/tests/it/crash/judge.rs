//! The judge: what was acknowledged against what the store holds. It reads the ledger and the store, from
//! another process than the desk's.

use std::collections::{BTreeMap, HashMap};

use store::{Db, Error, Location, Position, Row};
use uuid::Uuid;

use super::load::Ack;

/// What is wrong; all empty when nothing is.
#[derive(Debug, Default)]
pub struct Findings {
    /// Acknowledged, and not there as acknowledged.
    pub lost: Vec<String>,
    /// One request, several entries.
    pub twice: Vec<String>,
    /// Acknowledged before another was asked for, and stored after it.
    pub disordered: Vec<String>,
}

impl Findings {
    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.lost.is_empty() && self.twice.is_empty() && self.disordered.is_empty()
    }
}

struct Stored {
    ticket: Uuid,
    number: i64,
    hash: String,
    /// The text, which begins with the request's key.
    key: String,
    at: Position,
}

/// Reads the store at `location` and judges.
pub async fn judge(acks: &[Ack], location: &Location) -> Findings {
    let stored = {
        let db = Db::open(location).unwrap();
        let sql = "SELECT ticket_id, number, hash, body, xid, seq FROM entry ORDER BY xid, seq";
        db.read(|tx| tx.query(sql, &[], stored)).await.unwrap()
    };
    Findings { lost: lost(acks, &stored), twice: twice(&stored), disordered: disordered(acks, &stored) }
}

fn stored(row: &Row<'_>) -> Result<Stored, Error> {
    let body: serde_json::Value = serde_json::from_str(&row.get::<String>(3)?).unwrap();
    Ok(Stored {
        ticket: row.get(0)?,
        number: row.get(1)?,
        hash: hex::encode(row.get::<Vec<u8>>(2)?),
        key: body["text"].as_str().unwrap().to_owned(),
        at: Position { xid: row.get(4)?, seq: row.get(5)? },
    })
}

fn lost(acks: &[Ack], stored: &[Stored]) -> Vec<String> {
    let entries: HashMap<_, _> = stored.iter().map(|entry| ((entry.ticket, entry.number), entry)).collect();
    let holds = |ack: &&Ack| {
        let (ticket, number, hash) = ack.acknowledged();
        entries.get(&(ticket, number)).is_some_and(|entry| entry.hash == hash && entry.key == ack.key)
    };
    acks.iter().filter(|ack| !holds(ack)).map(|ack| format!("{}: {}", ack.key, ack.answer)).collect()
}

fn twice(stored: &[Stored]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in stored {
        *counts.entry(&entry.key).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(key, count)| format!("{key}: {count} times")).collect()
}

fn disordered(acks: &[Ack], stored: &[Stored]) -> Vec<String> {
    let places: HashMap<&str, Position> = stored.iter().map(|entry| (entry.key.as_str(), entry.at)).collect();
    let place = |ack: &Ack| places.get(ack.key.as_str()).copied();
    // The furthest place among the first acknowledgements, by how many.
    let mut furthest = vec![Position::default()];
    for ack in acks {
        let before = furthest[furthest.len() - 1];
        furthest.push(before.max(place(ack).unwrap_or_default()));
    }
    let before_its_time = |ack: &&Ack| place(ack).is_some_and(|at| at <= furthest[ack.asked_after]);
    acks.iter().filter(before_its_time).map(|ack| ack.key.clone()).collect()
}
