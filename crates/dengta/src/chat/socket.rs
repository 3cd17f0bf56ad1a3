//! The visitor's line: what there is news of, over a WebSocket, or as a stream of events where sockets are blocked.

use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::session::{self, Session, Visitor};
use super::shown::{self, Chat, ChatEntry, MAX_ENTRIES, Notice};
use super::signals;
use crate::api::page::Query;
use crate::app::App;
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::live::queue::End;
use crate::live::socket::{Meter, PING, close, send};
use crate::live::visitors::{News, SEATS_EACH, Seat};

/// Bytes in a frame from a visitor.
pub const MAX_FRAME: usize = 1024;
/// Frames from a visitor in one second.
const FRAMES_PER_SECOND: u32 = 20;
/// The protocol that is spoken.
const PROTOCOL: &str = "dengta-chat";

/// What is pushed to a visitor: one JSON object a frame.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schema(as = ChatPushed)]
pub enum Pushed {
    /// The first frame.
    Hello {
        /// The run of the program.
        node: String,
    },
    /// What the visitor lacks, in order.
    Entries {
        /// The entries.
        entries: Vec<ChatEntry>,
    },
    /// Where the conversation stands.
    Chat {
        /// All of it.
        chat: Box<Chat>,
    },
    /// Who of ours is writing.
    Typing {
        /// Whether anybody is.
        on: bool,
        /// Who.
        #[schema(required = true)]
        name: Option<String>,
    },
    /// What goes on at the exchange.
    Notice {
        /// What customers are told.
        incidents: Vec<Notice>,
    },
    /// The assistant's answer so far; its entry follows.
    Draft {
        /// All of it.
        text: String,
    },
    /// The answer to a `ping`.
    Pong,
    /// The session is over. The socket closes with 4401.
    Ended,
}

/// What a visitor's screen says.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = ChatSaid)]
pub enum Said {
    /// Something is being written, or not any more.
    Typing {
        /// Whether.
        on: bool,
    },
    /// Read up to this entry.
    Seen {
        /// Its number.
        number: i64,
    },
    /// Still there.
    Ping {},
}

/// From where on.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LiveQuery {
    /// The number of the last entry that the visitor has.
    #[param(minimum = 0)]
    after: Option<i64>,
}

/// A connection, given up when dropped.
struct Place {
    app: App,
    id: u64,
    seat: Arc<Seat>,
    session: Uuid,
    ticket: Option<Uuid>,
    language: Language,
    /// The newest entry that was sent.
    sent: i64,
    /// What [`Pushed::Chat`] said last, as a hash.
    stood: u64,
    /// When something may be read that rests until then.
    again: Option<Micros>,
    /// What was not looked at yet.
    news: News,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.app.visitors.leave(self.id, self.ticket);
    }
}

impl Place {
    fn take(app: &App, session: &Session, after: i64) -> Result<Place> {
        let too_many = || Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many-sockets").with("max", SEATS_EACH);
        let (id, seat) = app.visitors.enter(session.id, session.ticket).ok_or_else(too_many)?;
        // The first look is due at once.
        seat.note(|news| (news.entries, news.standing) = (true, true));
        Ok(Place {
            app: app.clone(),
            id,
            seat,
            session: session.id,
            ticket: session.ticket,
            language: session.language,
            sent: after.max(0),
            stood: 0,
            again: None,
            news: News::default(),
        })
    }

    /// The next frames, as soon as there are any; or that it is over. May be dropped at any moment: news that was not looked at
    /// yet is kept.
    async fn next(&mut self) -> std::result::Result<Vec<Utf8Bytes>, End> {
        loop {
            if self.news == News::default() {
                self.news = self.wait().await;
            }
            if let Some(end) = self.news.end {
                return Err(end);
            }
            let frames = self.frames(self.news.clone()).await?;
            self.news = News::default();
            if !frames.is_empty() {
                return Ok(frames);
            }
        }
    }

    /// Until there is news, or what rests may be read.
    async fn wait(&self) -> News {
        let Some(at) = self.again else { return self.seat.news().await };
        let left = u64::try_from(at - self.app.clock.now()).unwrap_or(0);
        tokio::select! {
            news = self.seat.news() => news,
            () = tokio::time::sleep(Duration::from_micros(left)) => News { entries: true, ..News::default() },
        }
    }

    async fn frames(&mut self, news: News) -> std::result::Result<Vec<Utf8Bytes>, End> {
        let mut frames = Vec::new();
        if let Some(name) = news.typing.clone() {
            frames.push(json(&Pushed::Typing { on: name.is_some(), name }));
        }
        if let Some(draft) = &news.draft {
            frames.push(json(&Pushed::Draft { text: draft.as_ref().to_owned() }));
        }
        if let Some(notice) = &news.notice {
            frames.extend(notice.get(self.language as usize).cloned());
        }
        if news.entries || news.standing {
            match self.look(news.standing).await {
                Ok(seen) => frames.extend(seen.iter().map(json)),
                Err(problem) if problem.status == StatusCode::UNAUTHORIZED => return Err(End::Revoked),
                // The store does not answer: whoever reconnects finds out when it does again.
                Err(_) => return Err(End::Away),
            }
        }
        Ok(frames)
    }

    /// Looks in the store what the news are.
    async fn look(&mut self, standing: bool) -> Result<Vec<Pushed>> {
        let (desk, id, sent, had) = (self.app.clone(), self.session, self.sent, self.ticket);
        let now = self.app.clock.now();
        let seen = self.app.db.read(move |tx| {
            let session = session::find(tx, id)?;
            // Another conversation begins at its first entry.
            let after = if session.ticket == had { sent } else { 0 };
            let gap = shown::gap(tx, &desk, &session, after, MAX_ENTRIES, now)?;
            let chat = match standing || session.ticket != had {
                true => Some(shown::chat(tx, &desk, &session, now)?),
                false => None,
            };
            Ok::<_, Problem>((session, gap, chat))
        });
        let (session, gap, chat) = seen.await?;
        self.language = session.language;
        if session.ticket != self.ticket {
            self.app.visitors.move_to(self.id, self.ticket, session.ticket);
            (self.ticket, self.sent) = (session.ticket, 0);
        }
        (self.sent, self.again) = (gap.entries.last().map_or(self.sent, |last| last.number), gap.again);
        if gap.more {
            self.seat.note(|news| news.entries = true);
        }
        let mut frames = Vec::new();
        if !gap.entries.is_empty() {
            frames.push(Pushed::Entries { entries: gap.entries });
        }
        if let Some(chat) = chat {
            let stands = hash(&chat);
            if std::mem::replace(&mut self.stood, stands) != stands {
                frames.push(Pushed::Chat { chat: Box::new(chat) });
            }
        }
        Ok(frames)
    }
}

fn hash(chat: &Chat) -> u64 {
    let mut hasher = DefaultHasher::new();
    serde_json::to_vec(chat).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

/// A frame as it is sent.
fn json(frame: &Pushed) -> Utf8Bytes {
    serde_json::to_string(frame).unwrap_or_default().into()
}

/// What is sent when incidents changed.
pub fn notice(incidents: Vec<Notice>) -> Utf8Bytes {
    json(&Pushed::Notice { incidents })
}

/// The visitor's WebSocket: text frames, `ChatPushed` from the desk and `ChatSaid` from the screen. Offer the protocols
/// `dengta-chat` and `bearer.TOKEN`. Frames from the screen are at most 1,024 bytes, and at most 20 a second. Close codes: 4400 what
/// came was not understood or too much, 4401 the session is over, 1001 the desk stops: connect again with the last number.
#[utoipa::path(get, operation_id = "chat_live", path = "/api/v1/chat/live", tag = "chat", params(LiveQuery),
    responses((status = 101, description = "The connection is a WebSocket now."), crate::error::Refusals))]
pub async fn live(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<LiveQuery>,
    upgrade: std::result::Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response> {
    let upgrade = upgrade.map_err(|_| Problem::new(StatusCode::UPGRADE_REQUIRED, "upgrade-required"))?;
    let place = Place::take(&app, &visitor.session, query.after.unwrap_or(0))?;
    // As for agents: axum's own buffers would make a socket cost what forty do.
    let upgrade = upgrade
        .protocols([PROTOCOL])
        .read_buffer_size(1024)
        .write_buffer_size(0)
        .max_frame_size(4 * MAX_FRAME)
        .max_message_size(4 * MAX_FRAME);
    Ok(upgrade.on_upgrade(move |socket| serve(socket, place)))
}

/// The same frames as a stream of events, for networks that let no WebSocket through.
#[utoipa::path(get, operation_id = "chat_events", path = "/api/v1/chat/events", tag = "chat", params(LiveQuery),
    responses((status = 200, body = String, content_type = "text/event-stream"), crate::error::Refusals))]
pub async fn events(State(app): State<App>, visitor: Visitor, Query(query): Query<LiveQuery>) -> Result<Response> {
    let place = Place::take(&app, &visitor.session, query.after.unwrap_or(0))?;
    let hello = Pushed::Hello { node: app.live.node().to_owned() };
    let frames = stream::unfold((Some(place), vec![json(&hello)]), |(place, mut waiting)| async move {
        let mut place = place?;
        if waiting.is_empty() {
            match place.next().await {
                Ok(frames) => waiting = frames,
                Err(End::Revoked) => {
                    return Some((
                        Ok::<_, Infallible>(Event::default().data(json(&Pushed::Ended).as_str())),
                        (None, Vec::new()),
                    ));
                }
                Err(_) => return None,
            }
        }
        let frame = Event::default().data(waiting.remove(0).as_str());
        Some((Ok(frame), (Some(place), waiting)))
    });
    Ok(Sse::new(frames).keep_alive(KeepAlive::new().interval(PING)).into_response())
}

/// Serves a socket from its first frame to its last.
async fn serve(mut socket: WebSocket, mut place: Place) {
    let Some(end) = talk(&mut socket, &mut place).await else { return };
    close(&mut socket, end, json(&Pushed::Ended)).await;
}

/// Talks until the desk ends it; `None` when the visitor is gone.
async fn talk(socket: &mut WebSocket, place: &mut Place) -> Option<End> {
    let (mut meter, mut silent) = (Meter::default(), 0);
    let app = place.app.clone();
    let hello = Pushed::Hello { node: app.live.node().to_owned() };
    send(socket, Message::Text(json(&hello))).await?;
    let mut ping = tokio::time::interval(PING);
    ping.reset();
    loop {
        tokio::select! {
            frames = place.next() => match frames {
                Ok(frames) => {
                    for frame in frames {
                        send(socket, Message::Text(frame)).await?;
                    }
                }
                Err(end) => return Some(end),
            },
            message = socket.recv() => {
                let now = app.clock.now();
                match message? {
                    Ok(Message::Close(_)) => return None,
                    Ok(_) if !meter.allows(now, FRAMES_PER_SECOND) => return Some(End::Misused),
                    Ok(Message::Ping(_) | Message::Pong(_)) => {}
                    Ok(Message::Text(said)) => match hear(&app, place, &said).await {
                        Ok(Some(answer)) => send(socket, Message::Text(json(&answer))).await?,
                        Ok(None) => {}
                        Err(end) => return Some(end),
                    },
                    Ok(Message::Binary(_)) | Err(_) => return Some(End::Misused),
                }
                silent = 0;
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

/// Does what the visitor's screen said; ends the socket when it makes no sense.
async fn hear(app: &App, place: &Place, said: &Utf8Bytes) -> std::result::Result<Option<Pushed>, End> {
    let said = if said.len() <= MAX_FRAME { serde_json::from_str(said).ok() } else { None };
    match said {
        Some(Said::Typing { on }) => {
            signals::typing(app, place.ticket, on);
            Ok(None)
        }
        Some(Said::Seen { number }) => {
            // Failing is no reason to end: it is said again with the next message.
            drop(signals::seen(app, place.ticket, number).await);
            Ok(None)
        }
        Some(Said::Ping {}) => Ok(Some(Pushed::Pong)),
        None => Err(End::Misused),
    }
}
