//! Live push: what happens is on every agent's screen a moment later, over a socket that only ever brings news.
//!
//! - Nothing depends on a frame. An `entry` frame names a ticket and a number: who lacks a number fetches it, and so
//!   does who comes back or was told to `resync`. Writing goes over HTTP, where it is acknowledged.
//! - The [`tail`] reads the log beside the durable followers and does not wait for their watermark: that would make an
//!   entry wait for every transaction that is under way. It may bring an entry twice or out of its order, and promises
//!   no more than the moment.
//! - A frame is serialised once and shared by all who get it. Each socket's [`queue`] is bounded: a reader who is slow
//!   loses what waits and is told to `resync`; one who stalls is dropped.
//! - A socket lives as long as its session: the [`guard`] asks the store about all of them twice a second.
//! - Customers on the line have seats of their own ([`visitors`]): a seat holds no frames, only what there is news of.
//! - Presence (who views, who types) lives in the memory of the node that a socket ends at, and ends with the socket.
//!   Each node tells the others its own part as a [`signal`] when it changes and every ten seconds, and keeps theirs for
//!   thirty. Signals travel over NATS (`bus`); without it, each node knows its own part only.

mod elsewhere;
pub mod frames;
mod guard;
pub mod http;
mod hub;
pub mod queue;
pub mod signal;
pub mod socket;
mod tail;
pub mod visitors;

pub use frames::Pushed;
pub use hub::{Audience, Hub};
pub use signal::Signal;
pub use visitors::Visitors;

use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;

/// Sockets have this long to hear that the desk stops.
const FAREWELL: Duration = Duration::from_secs(2);

/// Pushes until the desk stops; then says good-bye on every socket.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    tokio::join!(tail::run(app.clone(), stop.clone()), guard::run(app.clone(), stop));
    app.live.close();
    app.visitors.close();
    drop(tokio::time::timeout(FAREWELL, app.live.emptied()).await);
}
