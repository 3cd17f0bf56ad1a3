//! Search for tickets: a follower of the log writes an index under DATA/search, and requests ask it.
//!
//! - The index holds terms and ids and nothing else: what is found is loaded again through what the reader may see,
//!   and what the row says now decides ([`find`]).
//! - One document per ticket, written anew when the ticket has a new entry. Documents lie newest first in each segment
//!   of the index, so that a search for the newest stops early ([`index`]).
//! - The follower's position stands in the index's own commits: what it says was read is in the index, whatever is
//!   killed when. An index that is lost, damaged or of another log (a restored store) is made anew ([`follow`]).
//! - Only the running server writes it. It is never a backup of anything.

mod excerpt;
pub mod find;
pub mod follow;
mod gone;
pub mod http;
pub mod index;
pub mod read;
pub mod results;
pub mod sought;
pub mod suggest;
mod terms;
pub mod words;

#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use store::Position;

use index::Snapshot;

/// What requests share with the follower.
pub struct Search {
    /// Where the index is.
    folder: PathBuf,
    state: RwLock<State>,
}

#[derive(Clone, Default)]
struct State {
    snapshot: Option<Arc<Snapshot>>,
    position: Position,
    whole: bool,
}

impl Search {
    /// The search of the desk whose data are in `data`. It finds nothing until the follower has opened the index.
    #[must_use]
    pub fn new(data: &std::path::Path) -> Search {
        Search { folder: data.join("search"), state: RwLock::default() }
    }

    /// What can be searched now; `None` before the follower has opened the index.
    #[must_use]
    pub fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.state().snapshot
    }

    /// Whether every ticket is there; false while the index is made anew.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.state().whole
    }

    /// How far the log is in the index.
    #[must_use]
    pub fn position(&self) -> Position {
        self.state().position
    }

    fn state(&self) -> State {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn show(&self, snapshot: Arc<Snapshot>, progress: &index::Progress) {
        let state = State { snapshot: Some(snapshot), position: progress.position, whole: progress.rebuilt.is_none() };
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = state;
    }
}
