//! `dengta verify`: every ticket's chain, and every row against what its entries amount to.

use std::collections::BTreeMap;

use store::{Db, Error, Row, Tx, params};
use uuid::Uuid;

use crate::files;
use crate::files::attach::attached;
use crate::tickets::chain::{self, Hash, Salt};
use crate::tickets::{Ticket, queries, timeline};

/// Tickets verified in one transaction.
const BATCH: i64 = 200;

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    /// Tickets looked at.
    pub tickets: i64,
    /// Entries looked at.
    pub entries: i64,
    /// Entries whose body was erased; their chain still holds.
    pub erased: i64,
    /// What does not hold.
    pub faults: Vec<String>,
}

/// Verifies the whole store, ticket by ticket; tickets change meanwhile without disturbing it.
pub async fn verify(db: &Db) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut after = Uuid::nil();
    loop {
        let (batch, last) = db.read(move |tx| verify_batch(tx, after)).await?;
        report.tickets += batch.tickets;
        report.entries += batch.entries;
        report.erased += batch.erased;
        report.faults.extend(batch.faults);
        match last {
            Some(last) => after = last,
            None => break,
        }
    }
    report.faults.extend(db.read(orphans).await?);
    Ok(report)
}

fn verify_batch(tx: &mut Tx<'_>, after: Uuid) -> Result<(Report, Option<Uuid>), Error> {
    let mut report = Report::default();
    let tickets = queries::after(tx, after, BATCH)?;
    let last = tickets.last().map(|ticket| ticket.id);
    for ticket in tickets {
        report.tickets += 1;
        let entries = tx.query(STORED, params![ticket.id], stored)?;
        report.entries += entries.len() as i64;
        report.erased += entries.iter().filter(|entry| entry.body.is_none()).count() as i64;
        let lacking = lacking_files(tx, &entries)?;
        for fault in check(&ticket, &entries).err().into_iter().chain(lacking) {
            report.faults.push(format!("ticket {} ({}): {fault}", ticket.id, ticket.reference));
        }
    }
    Ok((report, last))
}

/// Files that an entry tells of, and whose row is gone or holds something else.
fn lacking_files(tx: &mut Tx<'_>, entries: &[Stored]) -> Result<Vec<String>, Error> {
    let mut lacking = Vec::new();
    for entry in entries.iter().filter(|entry| entry.body.as_ref().is_some_and(|body| body.contains("\"sha256\""))) {
        let told = timeline::event(&entry.header, entry.body.as_deref()).map(|event| attached(&event.details));
        for file in told.unwrap_or_default() {
            let row = files::find(tx, file.id)?;
            let holds = row.is_some_and(|row| {
                row.entry.is_some() && row.hash.map(hex::encode).as_deref() == Some(file.sha256.as_str())
            });
            if !holds {
                lacking.push(format!("entry {}: the file {} is gone or another", entry.number, file.id));
            }
        }
    }
    Ok(lacking)
}

const STORED: &str = "SELECT number, kind, public, header, header_salt, body, body_salt, body_commitment, hash
    FROM entry WHERE ticket_id = $1 ORDER BY number";

struct Stored {
    number: i64,
    kind: String,
    public: bool,
    header: String,
    header_salt: Salt,
    body: Option<String>,
    body_salt: Option<Salt>,
    body_commitment: Hash,
    hash: Hash,
}

fn stored(row: &Row<'_>) -> Result<Stored, Error> {
    Ok(Stored {
        number: row.get(0)?,
        kind: row.get(1)?,
        public: row.get(2)?,
        header: row.get(3)?,
        header_salt: row.get(4)?,
        body: row.opt(5)?,
        body_salt: row.opt(6)?,
        body_commitment: row.get(7)?,
        hash: row.get(8)?,
    })
}

/// One ticket: numbers without gaps, hashes that chain, columns that repeat what was hashed, and a row
/// that is what the entries amount to.
fn check(ticket: &Ticket, entries: &[Stored]) -> Result<(), String> {
    let mut head = chain::START;
    let mut amounts: Option<Ticket> = None;
    for (index, entry) in entries.iter().enumerate() {
        let number = entry.number;
        if number != index as i64 + 1 {
            return Err(format!("entry {} is missing", index + 1));
        }
        let body = match (&entry.body, &entry.body_salt) {
            (Some(body), Some(salt)) => chain::commitment("body", body, salt),
            (None, None) => entry.body_commitment,
            _ => return Err(format!("entry {number}: a body and its salt belong together")),
        };
        if body != entry.body_commitment {
            return Err(format!("entry {number}: the body was altered"));
        }
        head = chain::link(&head, number, &chain::commitment("header", &entry.header, &entry.header_salt), &body);
        if head != entry.hash {
            return Err(format!("entry {number}: the chain is broken"));
        }
        let event = timeline::event(&entry.header, entry.body.as_deref())
            .map_err(|error| format!("entry {number}: {error}"))?;
        if event.kind.name() != entry.kind || event.kind.public() != entry.public {
            return Err(format!("entry {number}: the columns differ from what was hashed"));
        }
        if !names_ticket(&entry.header, ticket.id) {
            return Err(format!("entry {number}: it belongs to another ticket"));
        }
        let so_far = amounts.get_or_insert_with(|| timeline::begin(ticket, &event));
        so_far.amount(&event);
        so_far.entries = number;
        so_far.head = head;
    }
    match amounts {
        None => Err("it has no entries".into()),
        Some(_) if head != ticket.head => Err("its newest entries are missing".into()),
        // Erased bodies take with them what the row was made of.
        Some(_) if entries.iter().any(|entry| entry.body.is_none()) => Ok(()),
        Some(amounts) if amounts != *ticket => {
            Err(format!("its row is not what its entries amount to: {}", differences(&amounts, ticket)))
        }
        Some(_) => Ok(()),
    }
}

fn names_ticket(header: &str, id: Uuid) -> bool {
    serde_json::from_str::<timeline::Header<'_>>(header).is_ok_and(|header| header.ticket == id)
}

fn differences(left: &Ticket, right: &Ticket) -> String {
    let fields = |ticket: &Ticket| -> BTreeMap<String, String> {
        let text = format!("{ticket:#?}");
        let pairs = text.lines().filter_map(|line| line.strip_prefix("    ").and_then(|line| line.split_once(": ")));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    let (left, right) = (fields(left), fields(right));
    let names = left.iter().filter(|(name, value)| right.get(*name) != Some(*value)).map(|(name, _)| name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// Entries whose ticket is gone.
fn orphans(tx: &mut Tx<'_>) -> Result<Vec<String>, Error> {
    const ORPHANS: &str =
        "SELECT count(*) FROM entry e WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = e.ticket_id)";
    let count = tx.first(ORPHANS, &[], |row| row.get::<i64>(0))?.unwrap_or(0);
    Ok(if count == 0 { Vec::new() } else { vec![format!("{count} entries have no ticket")] })
}
