//! Which tickets a saved view holds: a row for each, kept by a follower of the log.
//!
//! For every ticket that changed the follower looks at the row as it is now, says which buckets it belongs into, and
//! makes the stored rows so. Doing that late or twice does no harm; the last time is after the last change. Each
//! bucket's count changes in the same transaction as its rows.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use store::{Error, Param, Row, Tx, params};
use uuid::Uuid;

use crate::clock::{Draws, Micros, Moment};
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::tickets::filter::{Assignee, Pinned, Query, Stand, Team};
use crate::tickets::{Awaiting, Category, Channel, Priority, Standing, log};
use crate::views::counts::list;
use crate::views::saved::{self, Saved};

/// The follower's name.
pub const NAME: &str = "views.members";
/// Entries followed, and members swept, in one transaction.
const BATCH: i64 = 500;

/// What one filling holds for one reader. Nil: it does not tell agents, or teams, apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bucket {
    fill: Uuid,
    whose: Uuid,
    team: Uuid,
}

/// A view, ready to be held against tickets.
pub struct Looking {
    fill: Uuid,
    /// "me": each agent's tickets are a bucket.
    by_assignee: bool,
    /// "my team": each team's tickets are a bucket.
    by_team: bool,
    /// `None` while the query names nobody who is there: then it holds nothing.
    pinned: Option<Pinned>,
}

impl Looking {
    /// How the view of this filling and query looks at tickets now, and [`saved::Saved::pins`].
    pub fn of(tx: &mut Tx<'_>, fill: Uuid, query: &str) -> Result<(Looking, String)> {
        let mut facets = Query::parse("query", query)?.facets;
        let by_assignee = facets.assignee == Some(Assignee::Me);
        let by_team = facets.team == Some(Team::Mine);
        facets.assignee = facets.assignee.filter(|_| !by_assignee);
        facets.team = facets.team.filter(|_| !by_team);
        let pinned = match facets.pin(tx, None, "query") {
            Ok(pinned) => Some(pinned),
            Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => None,
            Err(problem) => return Err(problem),
        };
        let named = pinned.as_ref().map(|pinned| (&pinned.assignee, &pinned.team, &pinned.customer));
        let pins = format!("{named:?}");
        Ok((Looking { fill, by_assignee, by_team, pinned }, pins))
    }

    /// The one bucket into which a ticket belongs, if any.
    pub fn bucket(&self, stand: &Stand<'_>) -> Option<Bucket> {
        let pinned = self.pinned.as_ref().filter(|pinned| pinned.matches(stand))?;
        // Nobody's tickets are not "mine" for anybody.
        let whose = if self.by_assignee { stand.assignee? } else { Uuid::nil() };
        let team = if self.by_team { stand.team? } else { Uuid::nil() };
        debug_assert_eq!(pinned.facets.assignee.is_some(), pinned.assignee.is_some());
        Some(Bucket { fill: self.fill, whose, team })
    }
}

/// Whom the names in a query name now.
pub fn pins(tx: &mut Tx<'_>, query: &str) -> Result<String> {
    Ok(Looking::of(tx, Uuid::nil(), query)?.1)
}

/// What there is to do.
#[derive(Debug)]
pub struct Work {
    /// Entries that were not followed yet, or names that name somebody else now.
    pub follows: bool,
    /// Views that are not filled yet.
    pub fills_up: bool,
    /// The fillings of all views, in order.
    pub fills: Vec<Uuid>,
}

/// Looks for work, without locking anything. Where there is no view there is none, whatever happens to tickets.
pub fn work(tx: &mut Tx<'_>) -> Result<Work> {
    let views = saved::all(tx)?;
    let mut fills: Vec<Uuid> = views.iter().map(|view| view.fill).collect();
    fills.sort_unstable();
    let mut work = Work { follows: false, fills_up: views.iter().any(|view| !view.ready()), fills };
    if !views.is_empty() {
        let position = log::stands(tx, NAME)?;
        work.follows = !log::since(tx, position, 1)?.is_empty();
    }
    for view in &views {
        work.follows = work.follows || pins(tx, &view.query)? != view.pins;
    }
    Ok(work)
}

/// Every view as it looks at tickets now. Where names name somebody else than when the filling began, another begins.
pub(super) fn lookings(tx: &mut Tx<'_>, draws: &mut Draws) -> Result<Vec<(Saved, Looking)>> {
    let mut lookings = Vec::new();
    for view in saved::all(tx)? {
        let (mut looking, pins) = Looking::of(tx, view.fill, &view.query)?;
        if pins != view.pins {
            let filling = draws.uuid();
            if !saved::refill(tx, &view, &pins, filling)? {
                continue; // it has just been given another query, or was deleted: its filling begins after this
            }
            looking.fill = filling;
        }
        lookings.push((view, looking));
    }
    Ok(lookings)
}

/// Follows what came since the last time; says whether there may be more.
pub fn follow(tx: &mut Tx<'_>, moment: &Moment) -> Result<bool> {
    let position = log::place(tx, NAME)?;
    let entries = log::since(tx, position, BATCH)?;
    // After the entries: whoever makes a view after this look fills it after this transaction.
    let lookings = lookings(tx, &mut moment.draws())?;
    let Some(last) = entries.last().map(|entry| entry.position).filter(|_| !lookings.is_empty()) else {
        return Ok(false);
    };
    let mut changes = Changes::default();
    let changed: BTreeSet<Uuid> = entries.iter().map(|entry| entry.ticket).collect();
    for id in changed {
        let Some(member) = Member::find(tx, id)? else { continue };
        let stand = member.stand();
        let buckets: Vec<Bucket> = lookings.iter().filter_map(|(_, looking)| looking.bucket(&stand)).collect();
        changes.put(tx, &member, &buckets)?;
    }
    changes.count(tx)?;
    log::advance(tx, NAME, last)?;
    Ok(entries.len() as i64 == BATCH)
}

/// What a transaction does to members and counts.
#[derive(Default)]
pub(super) struct Changes {
    /// Buckets that were looked up.
    known: BTreeMap<Bucket, i64>,
    counts: BTreeMap<i64, i64>,
}

impl Changes {
    /// Makes the rows of a ticket those of these buckets.
    fn put(&mut self, tx: &mut Tx<'_>, member: &Member, buckets: &[Bucket]) -> Result<(), Error> {
        const STORED: &str = "SELECT bucket, updated_at FROM view_ticket WHERE ticket_id = $1";
        const TOUCH: &str = "UPDATE view_ticket SET updated_at = $1 WHERE ticket_id = $2 AND bucket = $3";
        const TAKE: &str = "DELETE FROM view_ticket WHERE ticket_id = $1 AND bucket = $2";
        let stored: BTreeMap<i64, Micros> =
            tx.query(STORED, params![member.id], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect();
        let mut wanted = BTreeSet::new();
        for bucket in buckets {
            wanted.insert(self.id(tx, *bucket)?);
        }
        for bucket in stored.keys().filter(|bucket| !wanted.contains(bucket)) {
            tx.execute(TAKE, params![member.id, *bucket])?;
            *self.counts.entry(*bucket).or_default() -= 1;
        }
        for bucket in wanted {
            match stored.get(&bucket) {
                None => self.add(tx, member, bucket)?,
                Some(at) if *at != member.updated_at => {
                    tx.execute(TOUCH, params![member.updated_at, member.id, bucket])?;
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// Adds a ticket that is not there yet.
    pub(super) fn add(&mut self, tx: &mut Tx<'_>, member: &Member, bucket: i64) -> Result<(), Error> {
        const ADD: &str = "INSERT INTO view_ticket (ticket_id, bucket, updated_at) VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING";
        let added = tx.execute(ADD, params![member.id, bucket, member.updated_at])?;
        *self.counts.entry(bucket).or_default() += i64::try_from(added).unwrap_or(0);
        Ok(())
    }

    /// The number of a bucket, made when it is not there.
    pub(super) fn id(&mut self, tx: &mut Tx<'_>, bucket: Bucket) -> Result<i64, Error> {
        const FIND: &str = "SELECT id FROM view_bucket WHERE fill = $1 AND whose = $2 AND team_id = $3";
        const MAKE: &str = "INSERT INTO view_bucket (fill, whose, team_id, tickets) VALUES ($1, $2, $3, 0)
            ON CONFLICT DO NOTHING";
        if let Some(id) = self.known.get(&bucket) {
            return Ok(*id);
        }
        let params = params![bucket.fill, bucket.whose, bucket.team];
        let mut id = tx.first(FIND, params, |row| row.get(0))?;
        if id.is_none() {
            tx.execute(MAKE, params)?;
            id = tx.first(FIND, params, |row| row.get(0))?;
        }
        let id = id.ok_or_else(|| Error::Contended("view_bucket".into()))?;
        self.known.insert(bucket, id);
        Ok(id)
    }

    /// Brings the counts after the rows.
    pub(super) fn count(self, tx: &mut Tx<'_>) -> Result<(), Error> {
        const COUNT: &str = "UPDATE view_bucket SET tickets = tickets + $1 WHERE id = $2";
        for (bucket, by) in self.counts.into_iter().filter(|(_, by)| *by != 0) {
            tx.execute(COUNT, params![by, bucket])?;
        }
        Ok(())
    }
}

/// As much of a ticket as filters look at.
pub(super) struct Member {
    pub(super) id: Uuid,
    updated_at: Micros,
    standing: Standing,
    awaiting: Option<Awaiting>,
    assignee: Option<Uuid>,
    category: Category,
    language: Language,
    priority: Priority,
    team: Option<Uuid>,
    tags: String,
    customer: Uuid,
    channel: Channel,
}

const COLUMNS: &str = "id, updated_at, standing, awaiting, assignee_id, category, language, priority, team_id, tags,
    customer_id, channel";

impl Member {
    fn read(row: &Row<'_>) -> Result<Member, Error> {
        fn known<T>(row: &Row<'_>, index: usize, parse: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
            parse(row.text(index)?.unwrap_or_default()).ok_or_else(|| Error::Defect(format!("ticket, column {index}")))
        }
        Ok(Member {
            id: row.get(0)?,
            updated_at: row.get(1)?,
            standing: known(row, 2, Standing::parse)?,
            awaiting: row.text(3)?.and_then(Awaiting::parse),
            assignee: row.opt(4)?,
            category: known(row, 5, Category::parse)?,
            language: known(row, 6, Language::parse)?,
            priority: known(row, 7, Priority::parse)?,
            team: row.opt(8)?,
            tags: row.get(9)?,
            customer: row.get(10)?,
            channel: known(row, 11, Channel::parse)?,
        })
    }

    fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Member>, Error> {
        tx.first(&format!("SELECT {COLUMNS} FROM ticket WHERE id = $1"), params![id], Member::read)
    }

    /// Up to `limit` tickets before an id, the newest first.
    pub(super) fn before(tx: &mut Tx<'_>, id: Uuid, limit: i64) -> Result<Vec<Member>, Error> {
        let sql = format!("SELECT {COLUMNS} FROM ticket WHERE id < $1 ORDER BY id DESC LIMIT $2");
        tx.query(&sql, params![id, limit], Member::read)
    }

    pub(super) fn stand(&self) -> Stand<'_> {
        Stand {
            standing: self.standing,
            awaiting: self.awaiting,
            assignee: self.assignee,
            category: self.category,
            language: self.language,
            priority: self.priority,
            team: self.team,
            tags: self.tags.split_ascii_whitespace().collect(),
            customer: Some(self.customer),
            channel: Some(self.channel),
        }
    }
}

/// The buckets of fillings that an agent of these teams looks into: (filling, number, tickets).
fn readable(tx: &mut Tx<'_>, fills: &[Uuid], me: Option<Uuid>, teams: &[Uuid]) -> Result<Vec<(Uuid, i64, i64)>, Error> {
    if fills.is_empty() {
        return Ok(Vec::new());
    }
    let whose: Vec<Uuid> = std::iter::once(Uuid::nil()).chain(me).collect();
    let teams: Vec<Uuid> = std::iter::once(Uuid::nil()).chain(teams.iter().copied()).collect();
    let (second, third) = (fills.len() + 1, fills.len() + whose.len() + 1);
    let sql = format!(
        "SELECT fill, id, tickets FROM view_bucket WHERE fill IN ({}) AND whose IN ({}) AND team_id IN ({})",
        list(1, fills.len()),
        list(second, whose.len()),
        list(third, teams.len())
    );
    let params: Vec<Param<'_>> = fills.iter().chain(&whose).chain(&teams).map(|id| Param::Uuid(*id)).collect();
    tx.query(&sql, &params, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

/// How many tickets these fillings hold for an agent of these teams.
pub fn totals(tx: &mut Tx<'_>, fills: &[Uuid], me: Option<Uuid>, teams: &[Uuid]) -> Result<BTreeMap<Uuid, i64>, Error> {
    let mut totals = BTreeMap::new();
    for (fill, _, tickets) in readable(tx, fills, me, teams)? {
        *totals.entry(fill).or_default() += tickets;
    }
    Ok(totals)
}

/// The numbers of a filling's buckets for an agent of these teams.
pub fn buckets(tx: &mut Tx<'_>, fill: Uuid, me: Option<Uuid>, teams: &[Uuid]) -> Result<Vec<i64>, Error> {
    Ok(readable(tx, &[fill], me, teams)?.into_iter().map(|(_, bucket, _)| bucket).collect())
}

/// Drops some members of fillings that no view has any more; says whether there may be more.
pub fn sweep(tx: &mut Tx<'_>) -> Result<bool, Problem> {
    const STALE: &str = "SELECT b.id FROM view_bucket b
        WHERE NOT EXISTS (SELECT 1 FROM saved_view v WHERE v.fill = b.fill) LIMIT 1";
    const MEMBERS: &str = "DELETE FROM view_ticket WHERE bucket = $1 AND ticket_id IN
        (SELECT ticket_id FROM view_ticket WHERE bucket = $1 ORDER BY updated_at LIMIT $2)";
    const BUCKET: &str = "DELETE FROM view_bucket WHERE id = $1";
    log::place(tx, NAME)?;
    let Some(bucket) = tx.first(STALE, &[], |row| row.get::<i64>(0))? else { return Ok(false) };
    if tx.execute(MEMBERS, params![bucket, BATCH])? == 0 {
        tx.execute(BUCKET, params![bucket])?;
    }
    Ok(true)
}
