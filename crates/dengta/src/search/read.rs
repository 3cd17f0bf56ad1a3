//! SQL of the search: what the index is made of. One query for a batch of entries, one for the texts of the tickets
//! among them that have more.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use store::{Error, Param, Position, Row, Tx, params};
use uuid::Uuid;

use super::index::{Document, Progress};
use super::terms::{self, Said, Terms};
use super::words;
use crate::tickets::chain;

/// Entries of one batch.
const BATCH: i64 = 256;
/// Bytes of a ticket's entries that are searched, the newest first.
const TEXT: usize = 400_000;
/// Tickets in one list of ids.
const LIST: usize = 32;

/// The next entries, as documents of their tickets.
pub struct Batch {
    /// Each ticket once.
    pub documents: Vec<Document>,
    /// With them.
    pub progress: Progress,
    /// Whether there may be more.
    pub more: bool,
}

const TICKET: &str = "t.id, t.reference, t.category, t.language, t.channel, t.subject, t.standing, t.awaiting,
    t.assignee_id, t.team_id, t.priority, t.tags, t.customer_id, t.created_at, t.entries, c.name";
/// How many [`TICKET`] has.
const WIDTH: usize = 16;

/// A document on its way.
struct Draft {
    document: Document,
    terms: Terms,
    /// Bytes of the terms that are not from entries.
    base: usize,
    /// Entries that the ticket has, and that were read.
    entries: i64,
    read: i64,
}

/// Begins the document of a ticket whose [`TICKET`] is the beginning of the row.
fn begin(row: &Row<'_>) -> Result<Draft, Error> {
    let id: Uuid = row.get(0)?;
    let text = |index| Ok::<_, Error>(row.text(index)?.unwrap_or(""));
    let bucket = words::bucket(&text(1)?.to_ascii_lowercase());
    let mut terms = Terms::default();
    terms.add(&bucket);
    let facets = [
        (terms::CATEGORY, 2),
        (terms::LANGUAGE, 3),
        (terms::CHANNEL, 4),
        (terms::STANDING, 6),
        (terms::AWAITING, 7),
        (terms::PRIORITY, 10),
    ];
    for (name, index) in facets {
        terms.add(&terms::facet(name, text(index)?));
    }
    terms.add(&terms::held(terms::ASSIGNEE, row.opt(8)?));
    terms.add(&terms::held(terms::TEAM, row.opt(9)?));
    for tag in text(11)?.split_ascii_whitespace() {
        terms.add(&terms::facet(terms::TAG, tag));
    }
    terms.add(&terms::customer(row.get(12)?));
    terms.text(text(5)?);
    terms.text(text(15)?);
    let created = terms::time(row.get(13)?);
    let base = terms.0.len();
    let document = Document { id, created, bucket, terms: String::new(), known: true };
    Ok(Draft { document, terms, base, entries: row.get(14)?, read: 0 })
}

fn is_said(kind: &str) -> bool {
    matches!(kind, "message" | "note" | "rated")
}

impl Draft {
    fn say(&mut self, kind: &str, body: Option<&str>) {
        if let Some(body) = body.filter(|_| is_said(kind)) {
            Said::read(body).texts().for_each(|text| self.terms.text(text));
        }
    }

    fn done(mut self) -> Document {
        self.document.terms = self.terms.0;
        self.document
    }
}

/// What came after `progress`. First the rest of the position's own transaction, then the transactions after it, as
/// other followers read.
pub fn since(tx: &mut Tx<'_>, progress: &Progress) -> Result<Batch, Error> {
    let entries = format!(
        "SELECT {TICKET}, e.xid, e.seq, e.number, e.kind, e.body
         FROM entry e JOIN ticket t ON t.id = e.ticket_id JOIN customer c ON c.id = t.customer_id WHERE"
    );
    let same = format!("{entries} e.xid = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3");
    let later = format!("{entries} e.xid > $1 AND e.xid < $2 ORDER BY e.xid, e.seq LIMIT $3");
    let Position { xid, seq } = progress.position;
    let horizon = tx.horizon()?;
    let mut gathered = Gathered { drafts: BTreeMap::new(), sure: progress.sure, last: progress.position, rows: 0 };
    tx.query(&same, params![xid, seq, BATCH], |row| gathered.add(row))?;
    if gathered.rows < BATCH {
        tx.query(&later, params![xid, horizon, BATCH - gathered.rows], |row| gathered.add(row))?;
    }
    let Gathered { mut drafts, last, rows, .. } = gathered;
    complete(tx, &mut drafts)?;
    let mut progress = progress.clone();
    if last != progress.position {
        progress.position = last;
        progress.hash = hash_at(tx, last)?;
    }
    Ok(Batch { documents: drafts.into_values().map(Draft::done).collect(), progress, more: rows == BATCH })
}

struct Gathered {
    drafts: BTreeMap<Uuid, Draft>,
    sure: Position,
    last: Position,
    rows: i64,
}

impl Gathered {
    fn add(&mut self, row: &Row<'_>) -> Result<(), Error> {
        self.last = Position { xid: row.get(WIDTH)?, seq: row.get(WIDTH + 1)? };
        self.rows += 1;
        let draft = match self.drafts.entry(row.get(0)?) {
            std::collections::btree_map::Entry::Occupied(draft) => draft.into_mut(),
            std::collections::btree_map::Entry::Vacant(place) => place.insert(begin(row)?),
        };
        if row.get::<i64>(WIDTH + 2)? == 1 && self.last > self.sure {
            draft.document.known = false;
        }
        draft.read += 1;
        draft.say(row.text(WIDTH + 3)?.unwrap_or(""), row.text(WIDTH + 4)?);
        Ok(())
    }
}

/// Reads the texts of the tickets that have entries besides those that were read.
fn complete(tx: &mut Tx<'_>, drafts: &mut BTreeMap<Uuid, Draft>) -> Result<(), Error> {
    let lacking = drafts.values_mut().filter(|draft| draft.read < draft.entries);
    let ids: Vec<Uuid> = lacking
        .map(|draft| {
            draft.terms.0.truncate(draft.base);
            draft.document.id
        })
        .collect();
    each_said(tx, &ids, |id, body| {
        if let Some(draft) = drafts.get_mut(&id) {
            draft.say("message", Some(body));
        }
    })
}

/// Calls `take` with what was said on these tickets, the newest first, as far as it is searched.
fn each_said(tx: &mut Tx<'_>, ids: &[Uuid], mut take: impl FnMut(Uuid, &str)) -> Result<(), Error> {
    let mut read: HashMap<Uuid, usize> = HashMap::new();
    let sql = format!(
        "SELECT ticket_id, kind, body FROM entry WHERE ticket_id IN ({}) ORDER BY ticket_id, number DESC",
        placeholders(LIST)
    );
    for ids in ids.chunks(LIST) {
        tx.query(&sql, &listed(ids, LIST), |row| {
            let id: Uuid = row.get(0)?;
            let read = read.entry(id).or_default();
            if let Some(body) = row.text(2)?.filter(|_| *read < TEXT)
                && is_said(row.text(1)?.unwrap_or(""))
            {
                *read += body.len();
                take(id, body);
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// `$1, $2, …`
fn placeholders(count: usize) -> String {
    (1..=count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

/// `ids` and, up to `count`, the last of them again: one text of a statement serves lists of all lengths.
fn listed(ids: &[Uuid], count: usize) -> Vec<Param<'_>> {
    let last = ids.last().copied().unwrap_or_default();
    ids.iter().copied().chain(std::iter::repeat(last)).take(count).map(Param::Uuid).collect()
}

/// Everything that is searched of these tickets, as people wrote it: the newest first, the subject and the names last.
pub fn texts(tx: &mut Tx<'_>, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, Error> {
    let mut texts: HashMap<Uuid, Vec<String>> = HashMap::new();
    each_said(tx, ids, |id, body| {
        texts.entry(id).or_default().extend(Said::read(body).texts().map(str::to_owned));
    })?;
    let sql = format!(
        "SELECT t.id, t.subject, t.reference, c.name FROM ticket t JOIN customer c ON c.id = t.customer_id
         WHERE t.id IN ({})",
        placeholders(LIST)
    );
    for ids in ids.chunks(LIST) {
        tx.query(&sql, &listed(ids, LIST), |row| {
            texts.entry(row.get(0)?).or_default().extend([row.get(1)?, row.get(2)?, row.get(3)?]);
            Ok(())
        })?;
    }
    Ok(texts)
}

/// Tickets for an index that is made anew.
pub struct Rebuilt {
    /// The tickets after the last one, in the order of their ids.
    pub documents: Vec<Document>,
    /// Whether there may be more.
    pub more: bool,
}

/// The next tickets after `id`, whatever the log says.
pub fn tickets_after(tx: &mut Tx<'_>, id: Uuid) -> Result<Rebuilt, Error> {
    const ENTRIES: &str = "SELECT ticket_id, kind, body FROM entry
        WHERE ticket_id > $1 AND ticket_id <= $2 ORDER BY ticket_id, number DESC";
    let sql = format!(
        "SELECT {TICKET} FROM ticket t JOIN customer c ON c.id = t.customer_id WHERE t.id > $1 ORDER BY t.id LIMIT $2"
    );
    let drafts = tx.query(&sql, params![id, BATCH], begin)?;
    let Some(last) = drafts.last().map(|draft| draft.document.id) else {
        return Ok(Rebuilt { documents: Vec::new(), more: false });
    };
    let more = drafts.len() as i64 == BATCH;
    let mut drafts: BTreeMap<Uuid, Draft> = drafts.into_iter().map(|draft| (draft.document.id, draft)).collect();
    tx.query(ENTRIES, params![id, last], |row| {
        let draft = drafts.get_mut(&row.get(0)?);
        if let Some(draft) = draft.filter(|draft| draft.terms.0.len() - draft.base < TEXT) {
            draft.say(row.text(1)?.unwrap_or(""), row.text(2)?);
        }
        Ok(())
    })?;
    let known = |document| Document { known: false, ..document };
    Ok(Rebuilt { documents: drafts.into_values().map(Draft::done).map(known).collect(), more })
}

/// The last entry that a follower may read, with its hash.
pub fn last(tx: &mut Tx<'_>) -> Result<Option<(Position, String)>, Error> {
    const LAST: &str = "SELECT xid, seq, hash FROM entry WHERE xid < $1 ORDER BY xid DESC, seq DESC LIMIT 1";
    let horizon = tx.horizon()?;
    tx.first(LAST, params![horizon], |row| {
        Ok((Position { xid: row.get(0)?, seq: row.get(1)? }, chain::shown(&row.get(2)?)))
    })
}

/// The last entry that anybody sees.
pub fn newest(tx: &mut Tx<'_>) -> Result<Position, Error> {
    const NEWEST: &str = "SELECT xid, seq FROM entry ORDER BY xid DESC, seq DESC LIMIT 1";
    let found = tx.first(NEWEST, &[], |row| Ok(Position { xid: row.get(0)?, seq: row.get(1)? }))?;
    Ok(found.unwrap_or_default())
}

/// The hash of the entry at a position.
pub fn hash_at(tx: &mut Tx<'_>, position: Position) -> Result<Option<String>, Error> {
    const FIND: &str = "SELECT hash FROM entry WHERE xid = $1 AND seq = $2";
    tx.first(FIND, params![position.xid, position.seq], |row| Ok(chain::shown(&row.get(0)?)))
}

/// The agents who work here, by number and name.
pub fn agents(tx: &mut Tx<'_>) -> Result<Vec<(String, String)>, Error> {
    const AGENTS: &str = "SELECT number, name FROM agent WHERE state = 'active' ORDER BY number LIMIT 1000";
    tx.query(AGENTS, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The names of the teams.
pub fn teams(tx: &mut Tx<'_>) -> Result<BTreeSet<String>, Error> {
    const TEAMS: &str = "SELECT name FROM team WHERE archived_at IS NULL ORDER BY name LIMIT 500";
    Ok(tx.query(TEAMS, &[], |row| row.get(0))?.into_iter().collect())
}
