//! The follower that tells every visitor what goes on at the exchange, as soon as agents say so.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::Utf8Bytes;
use store::{Error, Tx};
use tokio::sync::watch;

use super::{shown, socket};
use crate::app::App;
use crate::bell::Alarm;
use crate::language::Language;

/// However much is written, incidents are looked at this often.
const REST: Duration = Duration::from_millis(20);

/// Tells until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop, REST);
    let mut told = None;
    loop {
        match app.db.read(state).await {
            Ok(now) => {
                // What stood when the program began, visitors read when they connect.
                if told.replace(now).is_some_and(|before| before != now) {
                    tell(&app).await;
                }
            }
            Err(error) => tracing::warn!(%error, "incidents will be looked at again"),
        }
        if !alarm.wake().await {
            return;
        }
    }
}

/// Changes with every update and every end: (updates, incidents that go on).
fn state(tx: &mut Tx<'_>) -> Result<(i64, i64), Error> {
    const UPDATES: &str = "SELECT count(*) FROM incident_update";
    const OPEN: &str = "SELECT count(*) FROM incident WHERE closed_at IS NULL";
    let mut count = |sql: &str| tx.first(sql, &[], |row| row.get::<i64>(0)).map(Option::unwrap_or_default);
    Ok((count(UPDATES)?, count(OPEN)?))
}

/// Written once for each language; all who are connected share it.
async fn tell(app: &App) {
    let read = app.db.read(|tx| Language::ALL.map(|language| shown::incidents(tx, language)).into_iter().collect());
    let all: Result<Vec<_>, Error> = read.await;
    let Ok(all) = all else { return };
    let frames: Vec<Utf8Bytes> = all.into_iter().map(socket::notice).collect();
    if let Ok(frames) = <[Utf8Bytes; 5]>::try_from(frames) {
        let frames = Arc::new(frames);
        app.visitors.tell_all(|news| news.notice = Some(frames.clone()));
    }
}
