//! What was found: proved where the index alone cannot tell, and loaded through what the reader may see.

use std::collections::{BTreeMap, HashMap};

use store::Tx;
use uuid::Uuid;

use super::find::{Place, newest};
use super::index::Snapshot;
use super::sought::Sought;
use super::{excerpt, read, terms};
use crate::error::{Problem, Result};
use crate::people::Staff;
use crate::tickets::filter::{Pinned, Query, Stand};
use crate::tickets::queries::{self, Named};

/// Tickets whose texts are looked at in one step, and in one request.
const STEP: usize = 32;
/// See [`STEP`]. A page that is not full then still has a next one.
const LOOKED: usize = 2_000;

/// A page of what was found.
#[derive(Default)]
pub struct Found {
    /// The newest first.
    pub tickets: Vec<Named>,
    /// Where the next page begins.
    pub next: Option<Place>,
    /// Where the words stand, by ticket.
    pub snippets: BTreeMap<Uuid, String>,
}

/// What is asked.
pub struct Asked {
    /// In the grammar of filters.
    pub query: Query,
    /// Where the page begins.
    pub after: Option<Place>,
    /// How many.
    pub limit: usize,
    /// Whether to show where the words stand.
    pub snippets: bool,
}

/// Searches for `staff`.
///
/// # Errors
/// 404 when they see no tickets, 422 when a filter names somebody who is not there.
pub fn find(tx: &mut Tx<'_>, staff: &Staff, snapshot: &Snapshot, asked: &Asked) -> Result<Found> {
    let pinned = asked.query.facets.pin(tx, staff.agent().ok(), "q")?;
    let Some(sought) = Sought::of(&asked.query, &pinned) else { return Ok(Found::default()) };
    let (mut found, mut after, mut looked) = (Vec::new(), asked.after, 0);
    let next = loop {
        let want = if sought.wants_proof() { STEP } else { asked.limit + 1 - found.len() };
        let places = newest(snapshot, &sought.plan, after, want).map_err(broken)?;
        let ended = places.len() < want;
        after = places.last().copied().or(after);
        looked += places.len();
        found.extend(proved(tx, staff, &places, &pinned, &sought)?);
        if found.len() > asked.limit {
            found.truncate(asked.limit);
            break found.last().map(place);
        }
        match ended {
            true => break None,
            false if looked >= LOOKED => break after,
            false => {}
        }
    };
    let snippets = if asked.snippets { excerpts(tx, &found, &sought)? } else { BTreeMap::new() };
    Ok(Found { tickets: found, next, snippets })
}

fn place(named: &Named) -> Place {
    Place { created: terms::time(named.ticket.created_at), id: named.ticket.id }
}

/// Those of a few places whose tickets are as asked, as they stand now.
fn proved(tx: &mut Tx<'_>, staff: &Staff, places: &[Place], pinned: &Pinned, sought: &Sought) -> Result<Vec<Named>> {
    let ids: Vec<Uuid> = places.iter().map(|place| place.id).collect();
    let mut tickets = queries::several(tx, staff, &ids)?;
    tickets.retain(|named| pinned.matches(&Stand::from(&named.ticket)));
    if sought.wants_proof() {
        let texts = texts(tx, &tickets)?;
        tickets.retain(|named| texts.get(&named.ticket.id).is_some_and(|texts| sought.is_proved_by(texts)));
    }
    Ok(tickets)
}

fn texts(tx: &mut Tx<'_>, tickets: &[Named]) -> Result<HashMap<Uuid, Vec<String>>> {
    let ids: Vec<Uuid> = tickets.iter().map(|named| named.ticket.id).collect();
    Ok(read::texts(tx, &ids)?)
}

fn excerpts(tx: &mut Tx<'_>, tickets: &[Named], sought: &Sought) -> Result<BTreeMap<Uuid, String>> {
    if sought.shown.is_empty() {
        return Ok(BTreeMap::new());
    }
    let texts = texts(tx, tickets)?;
    Ok(texts.iter().filter_map(|(id, texts)| Some((*id, excerpt::of(texts, &sought.shown)?))).collect())
}

/// The index could not be read.
pub fn broken(error: tantivy::TantivyError) -> Problem {
    tracing::error!(%error, "search");
    Problem::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, "internal")
}
