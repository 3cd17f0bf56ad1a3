//! A page of a view.

use store::{Param, Row, Tx};
use uuid::Uuid;

use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::people::{Permission, Staff};
use crate::tickets::Category;
use crate::tickets::filter::teams_of;
use crate::tickets::queries::{self, Named};
use crate::views::{members, saved};

/// Which tickets a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Something is left to do.
    Open,
    /// Open, and the caller's own.
    Mine,
    /// Open, and of one of the caller's teams.
    Team,
    /// Open, and nobody's.
    Unassigned,
    /// Open, and the customer has the next word.
    Waiting,
    /// Out of the other views for a while.
    Snoozed,
    /// Nothing is left to do.
    Closed,
    /// Nobody need look at it.
    Spam,
    /// Every ticket, in the order in which they came.
    All,
    /// Open, and of a category.
    Category(Category),
    /// Open, and of a language.
    Language(Language),
    /// What a saved view holds.
    Saved(Uuid),
}

impl View {
    /// The view that was asked for.
    ///
    /// # Errors
    /// 422 when there is none of this name, or when a category or language comes with another view than `open`: no
    /// index answers that, and a saved view does.
    pub fn asked(view: Option<&str>, category: Option<&str>, language: Option<&str>) -> Result<View> {
        let wrong = |field: &str| Problem::field(field, "invalid-choice");
        let view = match view.unwrap_or("open") {
            "open" => View::Open,
            "mine" => View::Mine,
            "team" => View::Team,
            "unassigned" => View::Unassigned,
            "waiting" => View::Waiting,
            "snoozed" => View::Snoozed,
            "closed" => View::Closed,
            "spam" => View::Spam,
            "all" => View::All,
            id => View::Saved(id.parse().map_err(|_| wrong("view"))?),
        };
        match (view, category, language) {
            (view, None, None) => Ok(view),
            (View::Open, Some(category), None) => {
                Ok(View::Category(Category::parse(category).ok_or_else(|| wrong("category"))?))
            }
            (View::Open, None, Some(language)) => {
                Ok(View::Language(Language::parse(language).ok_or_else(|| wrong("language"))?))
            }
            (_, Some(_), _) => Err(Problem::field("category", "view-filter-alone")),
            (_, None, Some(_)) => Err(Problem::field("language", "view-filter-alone")),
        }
    }
}

/// Where a page begins: after this time (not for [`View::All`]) and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// `updated_at` of the last ticket seen.
    pub at: Micros,
    /// Its id.
    pub id: Uuid,
}

impl Cursor {
    /// Before every ticket.
    const TOP: Cursor = Cursor { at: Micros::MAX, id: Uuid::max() };

    fn of(named: &Named) -> Cursor {
        Cursor { at: named.ticket.updated_at, id: named.ticket.id }
    }
}

/// A page of a view, most recently changed first, and the cursor of the next.
///
/// # Errors
/// 404 when the caller may see no tickets, or has no such view; 403 when the view is an agent's and no agent asks.
pub fn page(
    tx: &mut Tx<'_>,
    staff: &Staff,
    view: View,
    after: Option<Cursor>,
    limit: i64,
) -> Result<(Vec<Named>, Option<Cursor>)> {
    if !staff.role.may(Permission::TicketRead) {
        return Err(Problem::not_found());
    }
    let after = after.unwrap_or(Cursor::TOP);
    // One more than asked for tells whether there is another page.
    let mut walk = Walk { after, limit: limit + 1 };
    let mut tickets = match view {
        View::Open => walk.by(tx, "t.standing = 'open'", None)?,
        View::Unassigned => walk.by(tx, "t.standing = 'open' AND t.assignee_id IS NULL", None)?,
        View::Waiting => walk.by(tx, "t.standing = 'open' AND t.awaiting = 'customer'", None)?,
        View::Snoozed => walk.by(tx, "t.standing = 'snoozed'", None)?,
        View::Closed => walk.by(tx, "t.standing = 'closed'", None)?,
        View::Spam => walk.by(tx, "t.standing = 'spam'", None)?,
        View::Mine => {
            let me = Param::Uuid(staff.agent()?);
            walk.by(tx, "t.standing = 'open' AND t.assignee_id = $1", Some(me))?
        }
        View::Category(category) => {
            walk.by(tx, "t.standing = 'open' AND t.category = $1", Some(category.slug().into()))?
        }
        View::Language(language) => {
            walk.by(tx, "t.standing = 'open' AND t.language = $1", Some(language.tag().into()))?
        }
        View::All => queries::before(tx, after.id, walk.limit)?,
        View::Team => return walk.teams(tx, staff),
        View::Saved(id) => return walk.saved(tx, staff, id),
    };
    let more = tickets.len() as i64 > limit;
    tickets.truncate(usize::try_from(limit).unwrap_or(0));
    let next = tickets.last().filter(|_| more).map(Cursor::of);
    Ok((tickets, next))
}

/// A walk along an index.
struct Walk {
    after: Cursor,
    limit: i64,
}

impl Walk {
    /// Rows under a condition for which there is an index; its text is the index's, where that is partial.
    fn by(&mut self, tx: &mut Tx<'_>, condition: &str, value: Option<Param<'_>>) -> Result<Vec<Named>> {
        let first = if value.is_some() { 2 } else { 1 };
        let params: Vec<Param<'_>> =
            value.into_iter().chain([self.after.at.into(), self.after.id.into(), self.limit.into()]).collect();
        let (at, id, limit) = (first, first + 1, first + 2);
        let rest = format!(
            "{condition} AND (t.updated_at, t.id) < (${at}, ${id}) ORDER BY t.updated_at DESC, t.id DESC LIMIT ${limit}"
        );
        Ok(queries::walk(tx, &rest, &params)?)
    }

    /// Open tickets of the caller's teams: a walk for each team, as no index has their union.
    fn teams(&mut self, tx: &mut Tx<'_>, staff: &Staff) -> Result<(Vec<Named>, Option<Cursor>)> {
        const WALK: &str = "SELECT t.updated_at, t.id FROM ticket t
            WHERE (t.updated_at, t.id) < ($1, $2) AND t.standing = 'open' AND t.team_id = $each";
        let teams = teams_of(tx, staff.agent()?)?;
        self.united(tx, WALK, teams.into_iter().map(Param::Uuid))
    }

    /// What a saved view holds for the caller, in as many buckets as it has for them.
    fn saved(&mut self, tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Result<(Vec<Named>, Option<Cursor>)> {
        const WALK: &str = "SELECT updated_at, ticket_id FROM view_ticket
            WHERE (updated_at, ticket_id) < ($1, $2) AND bucket = $each";
        let view = saved::find(tx, staff, id)?;
        let me = staff.agent().ok();
        let teams = me.map(|me| teams_of(tx, me)).transpose()?.unwrap_or_default();
        let buckets = members::buckets(tx, view.fill, me, &teams)?;
        self.united(tx, WALK, buckets.into_iter().map(Param::Int))
    }

    /// Several walks as one, which the database merges as far as the page goes; a ticket is on one of them at most. `$each`
    /// in `walk` is what it is over.
    fn united<'p>(
        &mut self,
        tx: &mut Tx<'_>,
        walk: &str,
        over: impl Iterator<Item = Param<'p>>,
    ) -> Result<(Vec<Named>, Option<Cursor>)> {
        let mut params = vec![self.after.at.into(), self.after.id.into()];
        params.extend(over);
        let walks: Vec<String> = (3..=params.len()).map(|each| walk.replace("$each", &format!("${each}"))).collect();
        if walks.is_empty() {
            return Ok((Vec::new(), None));
        }
        params.push(self.limit.into());
        let sql = format!("{} ORDER BY 1 DESC, 2 DESC LIMIT ${}", walks.join(" UNION ALL "), params.len());
        let mut found = tx.query(&sql, &params, |row: &Row<'_>| Ok(Cursor { at: row.get(0)?, id: row.get(1)? }))?;
        let limit = usize::try_from(self.limit - 1).unwrap_or(0);
        let more = found.len() > limit;
        found.truncate(limit);
        let ids: Vec<Uuid> = found.iter().map(|cursor| cursor.id).collect();
        Ok((queries::of_ids(tx, &ids)?, found.last().filter(|_| more).copied()))
    }
}
