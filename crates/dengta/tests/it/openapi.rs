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

/// Two operations of one name would be one in a generated client: the shape of the other is lost.
#[test]
fn every_operation_has_a_name_of_its_own() {
    let description = serde_json::to_value(dengta::routes::description()).unwrap();
    let mut names = Vec::new();
    for item in description["paths"].as_object().unwrap().values() {
        names.extend(item.as_object().unwrap().values().filter_map(|operation| operation["operationId"].as_str()));
    }
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "give one of each two an `operation_id`");
}
