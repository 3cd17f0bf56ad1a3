//! Is it alive, is it ready, and its figures.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use store::params;

use crate::app::App;
use crate::error::{Problem, Result};
use crate::tickets::log;
use crate::views::counts;

/// `/healthz`: the program runs.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// `/readyz`: the store answers.
///
/// # Errors
/// 503 when it does not.
pub async fn ready(State(app): State<App>) -> Result<&'static str> {
    app.db.read(|tx| tx.first("SELECT 1 FROM setting LIMIT 1", &[], |_| Ok(()))).await?;
    Ok("ready\n")
}

/// `/metrics`: in Prometheus' text format.
///
/// # Errors
/// 503 when the store does not answer.
pub async fn metrics(State(app): State<App>) -> Result<Response> {
    let Some(recorder) = crate::telemetry::recorder() else {
        return Err(Problem::new(StatusCode::NOT_FOUND, "not-found"));
    };
    let indexed = app.search.position();
    let (lag, unindexed, depth, failed) = app
        .db
        .read(move |tx| {
            const DEPTH: &str = "SELECT count(*) FROM outbox WHERE state = $1";
            let of = |tx: &mut store::Tx<'_>, state: &str| tx.first(DEPTH, params![state], |row| row.get::<i64>(0));
            let lag = log::lag(tx, counts::NAME)?;
            Ok::<_, store::Error>((lag, log::behind(tx, indexed)?, of(tx, "ready")?, of(tx, "failed")?))
        })
        .await?;
    metrics::gauge!("dengta_follower_lag_entries", "follower" => "counts").set(lag as f64);
    metrics::gauge!("dengta_follower_lag_entries", "follower" => "search").set(unindexed as f64);
    metrics::gauge!("dengta_outbox_depth").set(depth.unwrap_or(0) as f64);
    metrics::gauge!("dengta_outbox_failed").set(failed.unwrap_or(0) as f64);
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], recorder.render()).into_response())
}
