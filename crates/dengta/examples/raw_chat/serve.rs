//! The raw server.

use std::net::Ipv4Addr;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::broadcast::{self, Receiver, Sender};

use crate::asked;
use crate::wire::LIVE;

/// Texts that a socket may be behind.
const BEHIND: usize = 16;

/// Serves until it is asked to end.
pub async fn run() -> anyhow::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let (tell, _) = broadcast::channel::<Utf8Bytes>(BEHIND);
    let router = Router::new().route(LIVE, get(live)).route("/tell", post(told)).with_state(tell);
    tokio::spawn(async move { axum::serve(listener, router).await });
    asked(&json!({"address": address.to_string()})).await.map(drop)
}

/// The settings of the desk's own upgrade (`chat/socket.rs`).
async fn live(State(tell): State<Sender<Utf8Bytes>>, upgrade: WebSocketUpgrade) -> Response {
    const MAX_FRAME: usize = 4 * 1024;
    let upgrade = upgrade
        .protocols(["dengta-chat"])
        .read_buffer_size(1024)
        .write_buffer_size(0)
        .max_frame_size(MAX_FRAME)
        .max_message_size(MAX_FRAME);
    let told = tell.subscribe();
    upgrade.on_upgrade(move |socket| hold(socket, told))
}

async fn hold(mut socket: WebSocket, mut told: Receiver<Utf8Bytes>) {
    loop {
        tokio::select! {
            text = told.recv() => {
                let Ok(text) = text else { return };
                if socket.send(Message::Text(text)).await.is_err() {
                    return;
                }
            }
            message = socket.recv() => {
                let Some(Ok(_)) = message else { return };
            }
        }
    }
}

/// Everybody is told what stands in the body.
async fn told(State(tell): State<Sender<Utf8Bytes>>, text: String) -> StatusCode {
    match tell.send(text.into()) {
        Ok(_) => StatusCode::ACCEPTED,
        Err(_) => StatusCode::NOT_FOUND,
    }
}
