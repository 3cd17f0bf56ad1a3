//! How many tickets each view holds: folded from the log by a follower, so that no counter is a hot row and every
//! count is exact as of a position.
//!
//! A ticket stands in several *buckets* at once, by its shelf: `open`, `assignee:ID` or `unassigned`, `category:…`.
//! An entry that moves its ticket takes one from each bucket of the shelf before and adds one to each of the shelf
//! after. What the counts of an agent are is then a look-up by a few keys, however many tickets there are.

use std::collections::BTreeMap;

use store::{Error, Param, Tx, params};
use uuid::Uuid;

use crate::language::Language;
use crate::people::Actor;
use crate::people::Staff;
use crate::tickets::filter::{Stand, teams_of};
use crate::tickets::{Awaiting, Category, Standing, log};
use crate::views::{members, saved};

/// The follower's name.
pub const NAME: &str = "views.counts";
/// Entries folded in one transaction.
const BATCH: i64 = 500;

/// Folds what came since the last time; says whether there may be more.
pub fn follow(tx: &mut Tx<'_>) -> Result<bool, Error> {
    const FOLD: &str = "INSERT INTO bucket_count (bucket, tickets) VALUES ($1, $2)
        ON CONFLICT (bucket) DO UPDATE SET tickets = bucket_count.tickets + excluded.tickets";
    let position = log::place(tx, NAME)?;
    let entries = log::since(tx, position, BATCH)?;
    let Some(last) = entries.last().map(|entry| entry.position) else { return Ok(false) };
    let mut moved: BTreeMap<String, i64> = BTreeMap::new();
    for entry in &entries {
        for (shelf, by) in [(&entry.before, -1), (&entry.after, 1)] {
            for bucket in shelf.as_deref().map(buckets).unwrap_or_default() {
                *moved.entry(bucket).or_default() += by;
            }
        }
    }
    for (bucket, by) in moved.iter().filter(|(_, by)| **by != 0) {
        tx.execute(FOLD, params![bucket, *by])?;
    }
    log::advance(tx, NAME, last)?;
    Ok(entries.len() as i64 == BATCH)
}

/// The buckets of a shelf. Shelves of before there were teams lack their part: those tickets had none.
fn buckets(shelf: &str) -> Vec<String> {
    let Some(stand) = Stand::of_shelf(shelf) else { return Vec::new() };
    let mut buckets = vec![stand.standing.name().to_owned(), ALL.to_owned()];
    if stand.standing == Standing::Open {
        buckets.push(stand.assignee.map_or_else(|| "unassigned".to_owned(), of_assignee));
        buckets.extend(stand.team.map(of_team));
        buckets.extend((stand.awaiting == Some(Awaiting::Customer)).then(|| "waiting".to_owned()));
        buckets.push(of_category(stand.category));
        buckets.push(of_language(stand.language));
    }
    buckets
}

/// Every ticket.
pub const ALL: &str = "all";

fn of_assignee(id: Uuid) -> String {
    format!("assignee:{}", id.simple())
}

fn of_team(id: Uuid) -> String {
    format!("team:{}", id.simple())
}

fn of_category(category: Category) -> String {
    format!("category:{}", category.slug())
}

fn of_language(language: Language) -> String {
    format!("language:{language}")
}

/// The count of one bucket.
pub fn of_bucket(tx: &mut Tx<'_>, bucket: &str) -> Result<i64, Error> {
    const FIND: &str = "SELECT tickets FROM bucket_count WHERE bucket = $1";
    Ok(tx.first(FIND, params![bucket], |row| row.get(0))?.unwrap_or(0))
}

/// Tickets in each view that the caller has: those that are there for everybody by their names, saved ones by their ids.
/// A ticket has one team, so that the sum over somebody's teams counts none twice.
pub fn of(tx: &mut Tx<'_>, staff: &Staff) -> Result<BTreeMap<String, i64>, Error> {
    let me = match staff.actor {
        Actor::Agent(id) => Some(id),
        _ => None,
    };
    let teams = me.map(|me| teams_of(tx, me)).transpose()?.unwrap_or_default();
    let mut counts = builtin(tx, me, &teams)?;
    let views = saved::visible(tx, me)?;
    let fills: Vec<Uuid> = views.iter().map(|view| view.fill).collect();
    let totals = members::totals(tx, &fills, me, &teams)?;
    counts.extend(views.iter().map(|view| (view.id.to_string(), totals.get(&view.fill).copied().unwrap_or(0))));
    Ok(counts)
}

fn builtin(tx: &mut Tx<'_>, me: Option<Uuid>, teams: &[Uuid]) -> Result<BTreeMap<String, i64>, Error> {
    const SHOWN: [&str; 6] = ["open", "unassigned", "waiting", "snoozed", "closed", "spam"];
    let mut asked: Vec<(String, String)> = SHOWN.iter().map(|name| ((*name).into(), (*name).into())).collect();
    asked.extend(Category::ALL.iter().map(|category| (of_category(*category), of_category(*category))));
    asked.extend(Language::ALL.iter().map(|language| (of_language(*language), of_language(*language))));
    if let Some(me) = me {
        asked.push((of_assignee(me), "mine".into()));
        asked.extend(teams.iter().map(|team| (of_team(*team), "team".into())));
    }
    let mut counts: BTreeMap<String, i64> = asked.iter().map(|(_, name)| (name.clone(), 0)).collect();
    if me.is_some() {
        counts.entry("team".into()).or_default();
    }
    let sql = format!("SELECT bucket, tickets FROM bucket_count WHERE bucket IN ({})", list(1, asked.len()));
    let params: Vec<Param<'_>> = asked.iter().map(|(bucket, _)| Param::from(bucket)).collect();
    for (bucket, tickets) in tx.query(&sql, &params, |row| Ok((row.get::<String>(0)?, row.get::<i64>(1)?)))? {
        if let Some((_, name)) = asked.iter().find(|(asked, _)| *asked == bucket) {
            *counts.entry(name.clone()).or_default() += tickets;
        }
    }
    Ok(counts)
}

/// `$first, …`: so many places for values.
pub(super) fn list(first: usize, count: usize) -> String {
    (first..first + count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_stands_for_its_buckets() {
        let me = Uuid::from_u128(7);
        let shelf = format!("open|customer|{}|deposit|ko|high|{}|vip,whale", me.simple(), me.simple());
        let id = me.simple().to_string();
        let expected = [
            "open",
            "all",
            &format!("assignee:{id}"),
            &format!("team:{id}"),
            "waiting",
            "category:deposit",
            "language:ko",
        ];
        assert_eq!(buckets(&shelf), expected);
        assert_eq!(
            buckets("open|agent||trade|zh-CN"),
            ["open", "all", "unassigned", "category:trade", "language:zh-CN"]
        );
        assert_eq!(buckets("closed|||trade|en|normal||"), ["closed", "all"]);
        assert!(buckets("").is_empty() && buckets("open|agent||no such category|en").is_empty());
    }
}
