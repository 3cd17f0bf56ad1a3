//! Sends what the outbox holds.

use tokio::sync::watch;

use crate::app::App;
use crate::server::wake;

/// Sends until the desk stops.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    while wake(&app, &mut stop).await {}
}
