//! The end of the log, read as it grows.
//!
//! In PostgreSQL an entry's serial key is drawn before its transaction commits, so a lower key may appear after a
//! higher one. The tail goes on at once and remembers which keys it passed over; those it asks for again until they
//! appear or it is certain that they never will (a transaction that was rolled back draws keys too).

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use store::{Error, Position, Row, Tx, params};
use tokio::sync::watch;
use uuid::Uuid;

use crate::app::App;
use crate::bell::Alarm;
use crate::clock::{Micros, SECOND};
use crate::live::frames::NewEntry;
use crate::live::{Audience, Pushed};
use crate::people::mentions;
use crate::routing::reading;
use crate::tickets::shown::{AsOf, EntryView, told};
use crate::tickets::timeline::{self, Reader};
use crate::tickets::{Kind, Standing, log};
use crate::views;

/// What comes within this time after a look is pushed by the next one.
const REST: Duration = Duration::from_millis(10);
/// Readers are told of what comes within this time together: with many who talk and many who read, one frame after the other
/// would cost more than all the rest. Who has the ticket, or has it in view, hears of it at once.
const GATHERED: Micros = 75 * SECOND / 1000;
/// Entries in one frame.
const TOGETHER: usize = 200;
/// Entries read at a time.
const BATCH: i64 = 500;
/// A key that did not appear for so long will not: no transaction of ours lasts longer.
const PATIENCE: Micros = 20 * SECOND;
/// Ranges of keys that are asked for again; the oldest give way.
const GAPS: usize = 64;

/// Pushes what is written until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop, REST);
    let mut tail = None;
    loop {
        let looked = match &mut tail {
            None => start(&app).await.map(|started| {
                tail = Some(started);
                false
            }),
            Some(tail) => look(&app, tail).await,
        };
        let more = looked.unwrap_or_else(|error| {
            tracing::warn!(%error, "live push will look again");
            false
        });
        let rest = tail.as_ref().map_or(Duration::MAX, |tail| tail.rest(app.clock.now()));
        if !more && !alarm.wake_within(rest).await {
            return;
        }
    }
}

/// How far the log was read.
#[derive(Debug, Default)]
struct Tail {
    /// The highest key seen.
    high: i64,
    gaps: Vec<Gap>,
    /// The newest entry that moved a ticket between views, and that nobody was told of yet.
    moved: Option<Position>,
    /// The newest change of a setting.
    settings: i64,
    /// When counts were last told.
    counted_at: Micros,
    /// What readers are to be told of.
    held: Vec<NewEntry>,
    /// When they were last told.
    told_at: Micros,
}

/// Keys below [`Tail::high`] that were not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Gap {
    from: i64,
    to: i64,
    since: Micros,
}

/// A new entry.
#[derive(Debug)]
struct New {
    position: Position,
    told: NewEntry,
    /// Who has the ticket.
    assignee: Option<Uuid>,
    moved: bool,
}

/// What one look found.
struct Found {
    new: Vec<New>,
    /// In full, of the tickets that somebody views.
    entries: Vec<(Uuid, Vec<EntryView>)>,
    /// Whom the new notes call.
    mentions: Vec<(Uuid, Uuid, i64)>,
    /// The newest change of a setting. They come one after the other.
    settings: i64,
    /// How far counts are folded.
    folded: Option<Position>,
}

async fn start(app: &App) -> Result<Tail, Error> {
    let high = app.db.read(log::newest_key).await?;
    let settings = app.db.read(newest_setting).await?;
    Ok(Tail { high, settings, ..Tail::default() })
}

/// Pushes what is new; says whether there may be more.
async fn look(app: &App, tail: &mut Tail) -> Result<bool, Error> {
    let now = app.clock.now();
    tail.give_up(now);
    let (high, gaps, viewed, counting) = (tail.high, tail.gaps.clone(), app.live.viewed(), tail.moved.is_some());
    let as_of = AsOf::now(app);
    let found = app.db.read(move |tx| find(tx, high, &gaps, &viewed, counting, &as_of)).await?;
    let more = found.new.len() as i64 >= BATCH;
    let keys: Vec<i64> = found.new.iter().map(|new| new.position.seq).collect();
    tail.note(&keys, app.db.is_postgres(), now);
    if tail.moved.is_some_and(|moved| found.folded >= Some(moved)) && !(0..SECOND).contains(&(now - tail.counted_at)) {
        app.live.tell(Audience::Readers, &Pushed::Counts);
        (tail.moved, tail.counted_at) = (None, now);
    }
    if found.settings > tail.settings {
        tail.settings = found.settings;
        app.live.tell(Audience::Everyone, &Pushed::Settings);
    }
    for new in found.new {
        if new.moved {
            tail.moved = tail.moved.max(Some(new.position));
        }
        let NewEntry { ticket, kind, .. } = new.told;
        let goes_on = app.routing.goes_on(ticket);
        app.visitors.tell(ticket, |news| {
            news.entries = true;
            // What is only said changes nothing about where a conversation stands that goes on.
            news.standing |= kind != Kind::Message || !goes_on;
        });
        app.live.tell(Audience::Concerned { ticket, assignee: new.assignee }, &Pushed::Entry(new.told));
        tail.held.push(new.told);
    }
    if !tail.held.is_empty() && tail.rest(now).is_zero() {
        tail.told_at = now;
        std::mem::take(&mut tail.held).chunks(TOGETHER).for_each(|entries| tell_readers(app, entries));
    }
    for (ticket, entries) in found.entries {
        app.live.tell(Audience::Viewers(ticket), &Pushed::Entries { ticket, entries });
        reading::note(app, ticket);
    }
    for (agent, ticket, number) in found.mentions {
        app.live.tell(Audience::Agent(agent), &Pushed::Mention { ticket, number });
    }
    Ok(more)
}

fn tell_readers(app: &App, entries: &[NewEntry]) {
    let frame = match entries {
        [one] => Pushed::Entry(*one),
        several => Pushed::News { entries: several.to_vec() },
    };
    app.live.tell(Audience::Readers, &frame);
}

fn find(
    tx: &mut Tx<'_>,
    high: i64,
    gaps: &[Gap],
    viewed: &HashSet<Uuid>,
    counting: bool,
    as_of: &AsOf,
) -> Result<Found, Error> {
    let mut new = between(tx, high + 1, i64::MAX)?;
    for gap in gaps {
        new.extend(between(tx, gap.from, gap.to)?);
    }
    let mut numbers: BTreeMap<Uuid, (i64, i64)> = BTreeMap::new();
    for NewEntry { ticket, number, .. } in new.iter().map(|new| new.told).filter(|told| viewed.contains(&told.ticket)) {
        let (from, to) = numbers.entry(ticket).or_insert((number, number));
        (*from, *to) = ((*from).min(number), (*to).max(number));
    }
    let mut entries = Vec::with_capacity(numbers.len());
    for (ticket, (from, to)) in numbers {
        let read = timeline::read(tx, ticket, Reader::Staff, from - 1, to - from + 1)?;
        entries.push((ticket, told(tx, ticket, read, as_of)?));
    }
    let mut called = Vec::new();
    for note in new.iter().map(|new| new.told).filter(|told| told.kind == Kind::Note) {
        let agents = mentions::of_entry(tx, note.ticket, note.number)?;
        called.extend(agents.into_iter().map(|agent| (agent, note.ticket, note.number)));
    }
    let (settings, folded) = (newest_setting(tx)?, if counting { Some(views::position(tx)?) } else { None });
    Ok(Found { new, entries, mentions: called, settings, folded })
}

fn newest_setting(tx: &mut Tx<'_>) -> Result<i64, Error> {
    Ok(tx.first("SELECT max(seq) FROM change", &[], |row| row.opt(0))?.flatten().unwrap_or(0))
}

fn between(tx: &mut Tx<'_>, from: i64, to: i64) -> Result<Vec<New>, Error> {
    const READ: &str = "SELECT e.xid, e.seq, e.ticket_id, e.number, e.kind, t.standing, e.shelf_after, t.assignee_id
        FROM entry e JOIN ticket t ON t.id = e.ticket_id
        WHERE e.seq >= $1 AND e.seq <= $2 ORDER BY e.seq LIMIT $3";
    tx.query(READ, params![from, to, BATCH], new)
}

fn new(row: &Row<'_>) -> Result<New, Error> {
    let unknown = |column: &str| Error::Defect(format!("{column} holds an unknown name"));
    let kind = row.text(4)?.and_then(Kind::parse).ok_or_else(|| unknown("entry.kind"))?;
    let standing = row.text(5)?.and_then(Standing::parse).ok_or_else(|| unknown("ticket.standing"))?;
    let position = Position { xid: row.get(0)?, seq: row.get(1)? };
    let told = NewEntry { ticket: row.get(2)?, number: row.get(3)?, kind, standing };
    Ok(New { position, told, assignee: row.opt(7)?, moved: row.text(6)?.is_some() })
}

impl Tail {
    /// How long it may be until readers are told of what is held.
    fn rest(&self, now: Micros) -> Duration {
        let left = self.told_at + GATHERED - now;
        match self.held.is_empty() {
            true => Duration::MAX,
            // A clock that was turned back does not make it longer.
            false if left > GATHERED => Duration::ZERO,
            false => Duration::from_micros(u64::try_from(left).unwrap_or(0)),
        }
    }

    /// Notes which keys came; `unordered` when lower ones may still follow.
    fn note(&mut self, keys: &[i64], unordered: bool, now: Micros) {
        let mut expected = self.high + 1;
        for key in keys {
            if *key >= expected {
                if unordered && *key > expected {
                    self.gaps.push(Gap { from: expected, to: key - 1, since: now });
                }
                (self.high, expected) = (*key, key + 1);
            } else {
                self.fill(*key);
            }
        }
        let surplus = self.gaps.len().saturating_sub(GAPS);
        self.gaps.drain(..surplus);
    }

    /// A key of a gap appeared: what is left are the keys before and after it.
    fn fill(&mut self, key: i64) {
        let Some(at) = self.gaps.iter().position(|gap| (gap.from..=gap.to).contains(&key)) else { return };
        let gap = self.gaps.remove(at);
        for (from, to) in [(key + 1, gap.to), (gap.from, key - 1)] {
            if from <= to {
                self.gaps.insert(at, Gap { from, to, ..gap });
            }
        }
    }

    fn give_up(&mut self, now: Micros) {
        self.gaps.retain(|gap| now - gap.since <= PATIENCE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(tail: &Tail) -> Vec<(i64, i64)> {
        tail.gaps.iter().map(|gap| (gap.from, gap.to)).collect()
    }

    #[test]
    fn keys_passed_over_are_asked_for_until_they_come() {
        let mut tail = Tail { high: 10, ..Tail::default() };
        tail.note(&[11, 15, 17], true, 0);
        assert_eq!((tail.high, gaps(&tail)), (17, vec![(12, 14), (16, 16)]));
        tail.note(&[18, 13, 16], true, 0);
        assert_eq!((tail.high, gaps(&tail)), (18, vec![(12, 12), (14, 14)]));
        tail.note(&[12, 14], true, 0);
        assert_eq!((tail.high, gaps(&tail)), (18, vec![]));
    }

    #[test]
    fn keys_that_never_come_are_given_up() {
        let mut tail = Tail::default();
        tail.note(&[2], true, 0);
        tail.give_up(PATIENCE);
        assert_eq!(gaps(&tail), [(1, 1)]);
        tail.give_up(PATIENCE + 1);
        assert!(tail.gaps.is_empty());
        let odd: Vec<i64> = (2..1000).map(|number| number * 2).collect();
        tail.note(&odd, true, 0);
        assert_eq!(tail.gaps.len(), GAPS);
        let mut one_writer = Tail::default();
        one_writer.note(&[5], false, 0);
        assert!(one_writer.gaps.is_empty() && one_writer.high == 5);
    }
}
