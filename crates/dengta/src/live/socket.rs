//! One socket: frames out, little in.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use futures_util::SinkExt;

use crate::app::App;
use crate::clock::{Micros, SECOND};
use crate::live::frames::{Pushed, Said};
use crate::live::hub::{Refused, Who, text};
use crate::live::queue::{End, Next, Queue};
use crate::live::signal::Signal;
use crate::people::Actor;
use crate::routing::reading;

/// Bytes in a frame from the client.
pub const MAX_FRAME: usize = 4096;
/// Frames from the client in one second, pings and pongs among them.
const FRAMES_PER_SECOND: u32 = 100;
/// The desk pings this often; who says nothing for two pings is gone.
pub const PING: Duration = Duration::from_secs(20);
/// A client that takes nothing for so long is dropped.
const STALL: Duration = Duration::from_secs(5);
/// How long a client may take to answer a close.
const CLOSING: Duration = Duration::from_secs(1);

/// A place among the sockets, given up when dropped.
pub struct Place {
    app: App,
    id: u64,
    queue: Arc<Queue>,
    actor: Actor,
}

impl Place {
    /// Takes a place.
    pub fn take(app: &App, who: Who) -> Result<Place, Refused> {
        let actor = who.staff.actor;
        let (id, queue) = app.live.enter(who, app.clock.now())?;
        Ok(Place { app: app.clone(), id, queue, actor })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.app.live.leave(self.id);
    }
}

/// Serves a socket from its first frame to its last.
pub async fn serve(mut socket: WebSocket, place: Place) {
    let Some(end) = talk(&mut socket, &place).await else { return };
    place.app.live.view(place.id, None);
    close(&mut socket, end, text(&Pushed::Ended)).await;
}

/// Talks until the desk ends it; `None` when the client is gone.
async fn talk(socket: &mut WebSocket, place: &Place) -> Option<End> {
    let (live, mut meter, mut silent) = (&place.app.live, Meter::default(), 0);
    let agent = match place.actor {
        Actor::Agent(id) => Some(id),
        _ => None,
    };
    send(socket, Message::Text(text(&Pushed::Hello { agent, node: live.node().to_owned() }))).await?;
    let mut ping = tokio::time::interval(PING);
    ping.reset(); // the first one is due after a while, not now
    loop {
        tokio::select! {
            next = place.queue.next() => match next {
                Next::Frame(frame) => burst(socket, frame, &place.queue).await?,
                Next::Resync => {
                    send(socket, Message::Text(text(&Pushed::Resync))).await?;
                    live.tell_again(place.id);
                }
                Next::End(end) => return Some(end),
            },
            message = socket.recv() => {
                let now = place.app.clock.now();
                match message? {
                    Ok(Message::Close(_)) => return None,
                    Ok(_) if !meter.allows(now, FRAMES_PER_SECOND) => return Some(End::Misused),
                    Ok(Message::Ping(_) | Message::Pong(_)) => {}
                    Ok(Message::Text(said)) => hear(place, &said, now),
                    Ok(Message::Binary(_)) => return Some(End::Misused),
                    // No WebSocket, too long, no UTF-8; or the connection broke, and then closing does nothing.
                    Err(_) => return Some(End::Misused),
                }
                silent = 0;
                live.heard(place.id, now);
            },
            _ = ping.tick() => {
                if silent == 2 {
                    return None;
                }
                silent += 1;
                send(socket, Message::Ping(Vec::new().into())).await?;
            }
        }
    }
}

/// Sends a frame and those that wait behind it, in one write.
async fn burst(socket: &mut WebSocket, first: Utf8Bytes, queue: &Queue) -> Option<()> {
    let all = async {
        let mut next = Some(first);
        while let Some(frame) = next {
            socket.feed(Message::Text(frame)).await?;
            next = queue.frame();
        }
        socket.flush().await
    };
    tokio::time::timeout(STALL, all).await.ok()?.ok()
}

/// Sends a frame; `None` when the client takes nothing.
pub async fn send(socket: &mut WebSocket, message: Message) -> Option<()> {
    tokio::time::timeout(STALL, socket.send(message)).await.ok()?.ok()
}

/// Does what the client said; ends the socket when it makes no sense.
fn hear(place: &Place, said: &Utf8Bytes, now: Micros) {
    let live = &place.app.live;
    let said = if said.len() <= MAX_FRAME { serde_json::from_str(said).ok() } else { None };
    match said {
        Some(Said::View { ticket }) => {
            live.view(place.id, ticket);
            ticket.into_iter().for_each(|ticket| reading::note(&place.app, ticket));
        }
        Some(Said::Typing { kind }) => {
            live.typing(place.id, kind, now);
            if let Some((ticket, name)) = live.writer(place.id) {
                place.app.visitors.tell(ticket, |news| news.typing = Some(name.clone()));
                live.signal(Signal::AgentTyping { ticket, name });
            }
        }
        Some(Said::Ping {}) => place.queue.push(&text(&Pushed::Pong)),
        None => place.queue.end(End::Misused),
    }
}

/// Says why it ends, `ended` before it when the session does, and lets the client read it: a connection that is cut with bytes
/// unread takes the last frame along.
pub async fn close(socket: &mut WebSocket, end: End, ended: Utf8Bytes) {
    drop(tokio::time::timeout(CLOSING, say_good_bye(socket, end, ended)).await);
}

async fn say_good_bye(socket: &mut WebSocket, end: End, ended: Utf8Bytes) {
    let (code, reason) = match end {
        End::Revoked => (4401, "session ended"),
        End::Misused => (4400, "not understood"),
        End::Away => (1001, "going away"),
    };
    if end == End::Revoked {
        drop(socket.send(Message::Text(ended)).await);
    }
    let frame = CloseFrame { code, reason: Utf8Bytes::from_static(reason) };
    drop(socket.send(Message::Close(Some(frame))).await);
    while let Some(Ok(_)) = socket.recv().await {}
}

/// Counts a client's frames, second by second.
#[derive(Default)]
pub struct Meter {
    second: Micros,
    frames: u32,
}

impl Meter {
    /// Whether another frame is within `most` a second.
    pub fn allows(&mut self, now: Micros, most: u32) -> bool {
        let second = now / SECOND;
        if self.second != second {
            *self = Meter { second, frames: 0 };
        }
        self.frames += 1;
        self.frames <= most
    }
}
