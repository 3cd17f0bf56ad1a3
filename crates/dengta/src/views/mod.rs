//! Views: which tickets an agent sees together, and how many those are.
//!
//! - A *built-in* view ([`list`]) is a walk along an index over the tickets' rows: open, mine, of my teams, … Its count is
//!   folded from the log ([`counts`]).
//! - A *saved* view ([`saved`]) goes by a query of filters, which no index answers. Its members are rows, kept by a
//!   follower of the log ([`members`]): whoever looks walks an index again.
//! - A view that says "me" or "my team" has as many *buckets* as there are agents or teams; a ticket is at most in one.
//! - A new query begins a new *filling*: the tickets are looked at, newest first, some thousand a transaction ([`fill`]),
//!   while the follower brings what changes meanwhile. Members of a filling that nobody looks at any more are swept.
//! - Somebody else's private view does not exist for anybody but them.

pub mod counts;
pub mod fill;
pub mod http;
pub mod list;
pub mod members;
pub mod saved;

use std::time::Duration;

use store::{Error, Position, Tx};
use tokio::sync::watch;
use uuid::Uuid;

use crate::app::App;
use crate::bell::Alarm;
use crate::error::Problem;
use crate::tickets::log;

/// What changes within this time is counted and sorted in together: a burst of commits costs one look.
const TOGETHER: Duration = Duration::from_millis(100);

/// How far counts go: they are exact as of there, saved views' included.
pub fn position(tx: &mut Tx<'_>) -> Result<Position, Error> {
    let counted = log::stands(tx, counts::NAME)?;
    match saved::any(tx)? {
        true => Ok(counted.min(log::stands(tx, members::NAME)?)),
        false => Ok(counted),
    }
}

/// Keeps the counts of the built-in views until the desk stops.
pub async fn follow_counts(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop.clone(), TOGETHER);
    while !*stop.borrow() {
        match app.db.write(counts::follow).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "the follower `views.counts` will try again"),
        }
        if !alarm.wake().await {
            return;
        }
    }
}

/// Keeps the members of saved views until the desk stops.
pub async fn follow_members(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop.clone(), TOGETHER);
    let mut keeper = Keeper::default();
    while !*stop.borrow() {
        match keeper.work(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(problem) => tracing::warn!(code = problem.code, "the follower `views.members` will try again"),
        }
        if !alarm.wake().await {
            return;
        }
    }
}

/// One node's part in keeping the members. What it remembers saves looks and nothing else.
#[derive(Default)]
struct Keeper {
    /// The fillings that there were at the last look; others may have left members behind.
    swept_for: Option<Vec<Uuid>>,
}

impl Keeper {
    /// Does some of what there is to do; false when there was nothing.
    async fn work(&mut self, app: &App) -> Result<bool, Problem> {
        let work = app.db.read(members::work).await?;
        if self.swept_for.as_ref() != Some(&work.fills) {
            while app.db.write(members::sweep).await? {}
            self.swept_for = Some(work.fills);
        }
        let moment = app.clock.moment();
        let mut more = false;
        if work.follows {
            let moment = moment.clone();
            more |= app.db.write(move |tx| members::follow(tx, &moment)).await?;
        }
        if work.fills_up {
            more |= app.db.write(move |tx| fill::step(tx, &moment)).await?;
        }
        Ok(more)
    }
}
