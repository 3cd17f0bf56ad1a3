//! NATS between the nodes of a desk: it wakes them up, and carries what is only of the moment.
//!
//! - Nothing depends on it. What was committed is read from the log, where every follower looks by itself too; what is lost
//!   here is late, or not seen.
//! - Two subjects: one rings the other nodes' bell after a commit and says nothing else, one carries [`Signal`]s. Both hold
//!   an id that only the master key gives, and every signal is signed with it: of two desks at one server neither hears the
//!   other, and nobody else can say who writes to a customer.
//! - Nobody waits for it: a ring that nobody heard yet holds all that come after it, signals wait in a queue that drops the oldest,
//!   and without a connection both go nowhere. It connects again for as long as the desk runs.

mod server;
pub mod wire;

pub use server::Server;

use std::time::Duration;

use async_nats::Client;
use async_nats::connection::State;
use bytes::Bytes;
use futures_util::StreamExt;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};

use crate::app::App;
use crate::live::Signal;
use crate::live::signal::heard;
use server::Line;
use wire::Subjects;

/// Commits within this time ring the other nodes' bell once.
const TOGETHER: Duration = Duration::from_millis(3);
/// Who views is said again this often, for who missed it.
const AGAIN: Duration = Duration::from_secs(10);
/// How long saying good-bye may take.
const FAREWELL: Duration = Duration::from_millis(500);

/// A node's line to the others.
struct Bus {
    app: App,
    client: Client,
    subjects: Subjects,
}

/// Carries rings and signals between the nodes until the desk stops. Without the setting there is nothing to do.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let Some(server) = &app.nats else { return };
    // From the start: what happens before the line stands is dropped where it would be sent.
    let signals = app.live.signals();
    let (line, changes) = watch::channel(Line::Unknown);
    let client = match server.connect(line).await {
        Ok(client) => client,
        Err(error) => return tracing::error!(%error, "there is no line to NATS"),
    };
    let bus = Bus { subjects: Subjects::of(&app.keys), app: app.clone(), client };
    let carried = async {
        tokio::join!(bus.ring(), bus.tell(signals), bus.watch(changes), bus.hear_rings(), bus.hear_signals());
    };
    tokio::select! {
        () = carried => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
    bus.leave().await;
    metrics::gauge!("dengta_nats_connected").set(0.0);
}

impl Bus {
    fn connected(&self) -> bool {
        self.client.connection_state() == State::Connected
    }

    /// Says something, unless it would have to wait for a connection: what is of the moment is worth nothing later.
    async fn say(&self, subject: &str, payload: Vec<u8>) {
        let said = self.connected() && self.client.publish(subject.to_owned(), Bytes::from(payload)).await.is_ok();
        if !said {
            lost("disconnected", 1);
        }
    }

    async fn signal(&self, signal: &Signal) {
        match wire::signed(&self.app.keys, self.app.live.node(), signal) {
            Some(payload) => self.say(&self.subjects.signals, payload).await,
            None => lost("too_long", 1),
        }
    }

    /// Rings the other nodes' bell for what is committed here.
    async fn ring(&self) {
        let mut ours = self.app.committed.listen_to_ours();
        loop {
            ours.heard().await;
            self.say(&self.subjects.committed, Vec::new()).await;
            tokio::time::sleep(TOGETHER).await;
        }
    }

    /// Tells the other nodes what happens here.
    async fn tell(&self, mut signals: broadcast::Receiver<Signal>) {
        loop {
            match signals.recv().await {
                Ok(signal) => self.signal(&signal).await,
                Err(RecvError::Lagged(count)) => lost("full", count),
                Err(RecvError::Closed) => return,
            }
        }
    }

    /// Says who is here when the line stands, and again from time to time; notes whether it stands.
    async fn watch(&self, mut changes: watch::Receiver<Line>) {
        let mut again = tokio::time::interval(AGAIN);
        loop {
            tokio::select! {
                changed = changes.changed() => {
                    if changed.is_err() {
                        return;
                    }
                    let line = *changes.borrow_and_update();
                    line.note();
                    if line == Line::Stands {
                        self.app.live.signal(Signal::Came {});
                        self.app.live.tell_presence_elsewhere();
                    }
                }
                _ = again.tick() => self.app.live.tell_presence_elsewhere(),
            }
        }
    }

    /// Wakes who follows the log here when another node committed.
    async fn hear_rings(&self) {
        let Ok(mut rings) = self.client.subscribe(self.subjects.committed.clone()).await else { return };
        while let Some(ring) = rings.next().await {
            match ring.payload.is_empty() {
                true => self.app.committed.ring_here(),
                false => lost("unreadable", 1),
            }
        }
    }

    /// Passes on what the other nodes tell.
    async fn hear_signals(&self) {
        let Ok(mut signals) = self.client.subscribe(self.subjects.signals.clone()).await else { return };
        while let Some(told) = signals.next().await {
            match wire::read(&self.app.keys, &told.payload) {
                Some((node, signal)) if node != self.app.live.node() => heard(&self.app, node, signal),
                Some(_) => {} // our own: the server is asked not to send these
                None => lost("unreadable", 1),
            }
        }
    }

    /// Says good-bye, so that nobody is shown who is not there any more.
    async fn leave(&self) {
        let farewell = async {
            self.signal(&Signal::Gone {}).await;
            self.client.flush().await
        };
        if self.connected() {
            drop(tokio::time::timeout(FAREWELL, farewell).await);
        }
    }
}

/// Something went nowhere, for this reason. Nobody is told what it was.
fn lost(reason: &'static str, count: u64) {
    metrics::counter!("dengta_nats_lost_total", "reason" => reason).increment(count);
}
