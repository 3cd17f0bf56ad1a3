//! The API's description is the one that the clients were generated from.

use std::path::Path;

/// `web/api/openapi.json` follows the server: run with `DENGTA_UPDATE=1` to write it anew.
#[test]
fn the_clients_description_is_the_servers() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/api/openapi.json");
    let current = serde_json::to_string_pretty(&dengta::routes::description()).unwrap() + "\n";
    if std::env::var_os("DENGTA_UPDATE").is_some() {
        std::fs::write(&path, &current).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == current, "the API changed: run the test with DENGTA_UPDATE=1 and commit web/api/openapi.json");
}
