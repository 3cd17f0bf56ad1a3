//! Logs as JSON lines with request ids, and figures for Prometheus. Neither holds personal data:
//! no path with a token, no address, no name, nothing that was said.

use std::sync::OnceLock;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// Seconds.
const BUCKETS: &[f64] = &[0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];

/// The client of PostgreSQL writes the parameters of each statement into its log: all that is stored and all that is sought. The
/// client of NATS writes a line for each try to connect; `bus` says what matters.
const SILENT: [&str; 3] = ["tokio_postgres=info", "postgres=info", "async_nats=off"];

/// Starts both. `DENGTA_LOG` filters (`info` when not set).
pub fn start() {
    let filter = EnvFilter::try_from_env("DENGTA_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let silent = SILENT.into_iter().filter_map(|directive| directive.parse().ok());
    let filter = silent.fold(filter, EnvFilter::add_directive);
    let logs =
        tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(filter).with_writer(std::io::stderr);
    drop(logs.try_init()); // a second start in one process (tests) keeps the first
    let builder = PrometheusBuilder::new().set_buckets_for_metric(Matcher::Suffix("_seconds".into()), BUCKETS);
    if let Ok(handle) = builder.and_then(PrometheusBuilder::install_recorder) {
        drop(RECORDER.set(handle));
    }
}

/// The figures.
#[must_use]
pub fn recorder() -> Option<&'static PrometheusHandle> {
    RECORDER.get()
}
