//! Asks again who may still be connected, and forgets who fell silent.

use std::collections::HashMap;
use std::time::Duration;

use store::{Error, Param, Tx};
use tokio::sync::watch;
use uuid::Uuid;

use crate::app::App;
use crate::clock::Micros;
use crate::people::{Actor, Role, Staff};

/// A session that ended anywhere (here, on another node, on the command line) ends its sockets within a second.
const EVERY: Duration = Duration::from_millis(500);
/// Ids asked for by one statement.
const BATCH: usize = 64;

/// Looks after the sockets until the desk stops.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
        app.live.sweep(app.clock.now());
        let (callers, now) = (app.live.callers(), app.clock.now());
        if callers.is_empty() {
            continue;
        }
        let asked = callers.clone();
        match app.db.read(move |tx| roles(tx, &asked, now)).await {
            Ok(roles) => app.live.renew(&callers, |staff| key(staff).and_then(|key| roles.get(&key).copied())),
            Err(error) => tracing::warn!(%error, "the sessions of sockets will be asked for again"),
        }
    }
}

/// What the caller came in with: a session, or a token.
fn key(staff: &Staff) -> Option<Uuid> {
    match staff.actor {
        Actor::Token(id) => Some(id),
        _ => staff.session,
    }
}

/// The roles of the sessions and tokens that hold.
fn roles(tx: &mut Tx<'_>, callers: &[Staff], now: Micros) -> Result<HashMap<Uuid, Role>, Error> {
    let (mut sessions, mut tokens) = (Vec::new(), Vec::new());
    for staff in callers {
        match staff.actor {
            Actor::Token(id) => tokens.push(id),
            _ => sessions.extend(staff.session),
        }
    }
    // As many places as there may be, so that there is one text of each statement.
    let places = (1..=BATCH).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ");
    let session = format!(
        "SELECT s.id, a.role FROM agent_session s JOIN agent a ON a.id = s.agent_id
         WHERE s.id IN ({places}) AND s.ended_at IS NULL AND a.state = 'active' AND s.expires_at > ${}",
        BATCH + 1
    );
    let token = format!("SELECT id, role FROM api_token WHERE id IN ({places}) AND revoked_at IS NULL");
    let mut roles = HashMap::new();
    for (sql, ids, time) in [(session, sessions, Some(now)), (token, tokens, None)] {
        for ids in ids.chunks(BATCH) {
            let filled = ids.iter().copied().chain(std::iter::repeat(Uuid::nil())).take(BATCH);
            let params: Vec<Param<'_>> = filled.map(Param::Uuid).chain(time.map(Param::Int)).collect();
            let found =
                tx.query(&sql, &params, |row| Ok((row.get::<Uuid>(0)?, Role::parse(&row.get::<String>(1)?))))?;
            roles.extend(found.into_iter().filter_map(|(id, role)| Some((id, role?))));
        }
    }
    Ok(roles)
}
