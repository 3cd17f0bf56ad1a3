//! One thing done to many tickets, as a job that goes on whatever happens to whoever asked and to the desk.
//!
//! - A *bulk* is what to do ([`Action`]) and its *items*, a ticket each. It is accepted in one transaction and worked
//!   off by a follower: an item's state and the entry on its ticket are one transaction, so none is done twice.
//! - An item is done by the same verbs as by hand, with the permissions that its asker has at that moment: for who was
//!   off-boarded, or lost the role, the rest is stopped.
//! - An item that is refused fails with the refusal's code; the others go on.
//! - Undoing is another bulk: the opposite of each item that succeeded, from what was noted when it was done. What was
//!   changed by others since is left as it is.

pub mod action;
pub mod http;
pub mod jobs;
pub mod work;

use std::time::Duration;

use store::Error;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;
use crate::bell::Alarm;
use crate::clock::{MINUTE, Micros};

pub use action::Action;

/// Tickets in one bulk.
pub const MAX_TICKETS: usize = 1000;
/// Bulks of one asker that run at once.
pub const MAX_RUNNING: i64 = 5;
/// How long one can be undone after its end.
pub const UNDO_WITHIN: Micros = 10 * MINUTE;

/// Items worked on at once by one node.
const HANDS: usize = 4;
/// Items that a hand does before the next bulk has its turn.
const TURN: usize = 25;
/// The shortest time between two looks of a busy follower.
const REST: Duration = Duration::from_millis(50);

/// Works bulks off until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop.clone(), REST);
    while alarm.wake().await {
        loop {
            match round(&app, &stop).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::warn!(%error, "the follower `bulk` will try again");
                    break;
                }
            }
        }
    }
}

/// A turn for each bulk that runs; false when there is nothing left to do.
async fn round(app: &App, stop: &watch::Receiver<bool>) -> Result<bool, Error> {
    let mut more = false;
    for job in app.db.read(jobs::running).await? {
        let mut hands = JoinSet::new();
        for _ in 0..HANDS {
            hands.spawn(work::off(app.clone(), job, TURN, stop.clone()));
        }
        while let Some(ended) = hands.join_next().await {
            match ended {
                Ok(left) => more |= left?,
                Err(error) => tracing::error!(%error, "a hand of the follower `bulk` ended"),
            }
        }
    }
    Ok(more)
}
