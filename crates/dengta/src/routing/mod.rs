//! Who talks with whom: customers on the line, agents who take conversations, and the way from the one to the other.
//!
//! - A *line* is a conversation that goes on while its customer is there: with the assistant, waiting for a person, talking with
//!   one, or ended. What is said stands on the ticket's timeline; a line only says where it stands ([`line`]). This room knows no
//!   channel: a call would be a line as well.
//! - Who has a conversation is who has its ticket. Handing the ticket over hands the conversation over; nobody's again, it waits
//!   again, with the place that it had.
//! - Who waits is ordered by one number, since when, less the head start of its priority: so everybody moves up with time, and
//!   what is urgent is overtaken by nobody for long. Language and tone change no place.
//! - What is to be done follows from a [`Board`] alone ([`plan`]): offers, what nobody took, whose agent is gone, who becomes a
//!   ticket. Each step is a transaction of its own that looks again, so that two nodes may plan the same.
//! - An *offer* has a time; who lets it pass is not asked about that customer again for a minute ([`choose`]).
//! - A place and a wait are told with the range in which they are to be believed ([`wait`]).

pub mod board;
pub mod choose;
pub mod http;
pub mod jobs;
pub mod line;
pub mod plan;
pub mod presence;
pub mod reading;
pub mod steps;
pub mod wait;

pub use board::{Agent, Board, Line};
pub use line::State;

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use uuid::Uuid;

use wait::Estimate;

/// What this node last saw of all lines and agents.
#[derive(Default)]
pub struct Routing {
    seen: RwLock<Seen>,
    stirred: AtomicBool,
}

#[derive(Default)]
struct Seen {
    board: Arc<Board>,
    tickets: HashSet<Uuid>,
    estimates: HashMap<Uuid, Estimate>,
}

impl Routing {
    /// As it was at the last look.
    #[must_use]
    pub fn board(&self) -> Arc<Board> {
        self.seen.read().unwrap_or_else(PoisonError::into_inner).board.clone()
    }

    /// Whether the conversation of a ticket went on at the last look.
    #[must_use]
    pub fn goes_on(&self, ticket: Uuid) -> bool {
        self.seen.read().unwrap_or_else(PoisonError::into_inner).tickets.contains(&ticket)
    }

    /// Place and wait of a ticket's customer, if they waited at the last look.
    #[must_use]
    pub fn estimate(&self, ticket: Uuid) -> Option<Estimate> {
        self.seen.read().unwrap_or_else(PoisonError::into_inner).estimates.get(&ticket).copied()
    }

    /// Something changed that no entry tells of: who is there, who was offered what.
    pub fn stir(&self) {
        self.stirred.store(true, Ordering::Relaxed);
    }

    fn was_stirred(&self) -> bool {
        self.stirred.swap(false, Ordering::Relaxed)
    }

    fn show(&self, board: Arc<Board>) -> Arc<Board> {
        let tickets = board.lines.iter().map(|line| line.ticket).collect();
        let seen = Seen { estimates: wait::estimates(&board), tickets, board };
        std::mem::replace(&mut *self.seen.write().unwrap_or_else(PoisonError::into_inner), seen).board
    }
}
