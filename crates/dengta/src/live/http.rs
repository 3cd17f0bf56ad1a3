//! The socket's address.

use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;

use crate::app::App;
use crate::error::{Problem, Result};
use crate::live::hub::{Refused, SOCKETS_EACH, Who};
use crate::live::socket::{self, MAX_FRAME, Place};
use crate::people::identify::same_origin;
use crate::people::{Actor, Staff, names};

/// Bytes that are gathered before they are written. The buffer is made when it is first used.
const BURST: usize = 16 * 1024;

/// A WebSocket that brings news: text frames, each a JSON object, `LivePushed` from the desk and `LiveSaid` from the
/// screen. The desk pings every 20 s; presence ends 30 s after the screen was last heard. Frames from the screen are
/// at most 4,096 bytes, and at most 100 a second. Close codes: 4400 what came was not understood or too much, 4401 the
/// session is over, 1001 the desk stops: connect again after a random moment, and fetch what came meanwhile.
#[utoipa::path(get, path = "/api/v1/live", tag = "live",
    responses((status = 101, description = "The connection is a WebSocket now."), crate::error::Refusals))]
pub async fn live(
    State(app): State<App>,
    staff: Staff,
    headers: HeaderMap,
    upgrade: std::result::Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response> {
    // Browsers send cookies with a socket that another site opens, and let its script read it.
    if staff.session.is_some() {
        same_origin(&app.config, &Method::POST, &headers)?;
    }
    let upgrade = upgrade.map_err(|_| Problem::new(StatusCode::UPGRADE_REQUIRED, "upgrade-required"))?;
    let who = who(&app, staff).await?;
    let place = Place::take(&app, who).map_err(|refused| match refused {
        Refused::TooMany => Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many-sockets").with("max", SOCKETS_EACH),
        Refused::Closed => Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
    })?;
    // axum's own buffers of 128 KB each would make a socket cost what forty do. The limit lies above what is allowed,
    // so that a frame somewhat too long is read to its end and its sender told.
    let upgrade = upgrade
        .read_buffer_size(1024)
        .write_buffer_size(BURST)
        .max_frame_size(4 * MAX_FRAME)
        .max_message_size(4 * MAX_FRAME);
    Ok(upgrade.on_upgrade(move |connection| socket::serve(connection, place)))
}

async fn who(app: &App, staff: Staff) -> Result<Who> {
    let Actor::Agent(id) = staff.actor else { return Ok(Who { staff, agent: None }) };
    let names = app.db.read(move |tx| names::of(tx, &[staff.actor])).await?;
    let (name, number) = names.get(&staff.actor).cloned().unwrap_or_default();
    Ok(Who { staff, agent: Some((id, name.unwrap_or_default(), number.unwrap_or_default())) })
}
