//! The house's directions: who may use whom, read from the `use` lines.

use std::path::{Path, PathBuf};

/// A room, and the rooms that it must not name.
const CLOSED_TO: &[(&str, &[&str])] = &[
    ("tickets", &["site", "email", "delivery", "demo", "routes", "server", "search", "live", "chat", "routing"]),
    ("routing", &["chat", "site", "email", "delivery", "demo", "routes", "server"]),
    ("bus", &["chat", "routing", "tickets", "site", "email", "delivery", "demo", "routes", "server"]),
    ("live", &["bus", "chat", "site", "email", "delivery", "demo", "routes", "server"]),
    ("files", &["tickets", "site", "email", "delivery", "demo", "routes", "server"]),
    ("bulk", &["site", "email", "delivery", "demo", "routes", "server"]),
    ("incidents", &["site", "email", "delivery", "demo", "routes", "server"]),
    ("views", &["site", "email", "delivery", "demo", "routes", "server"]),
    ("people", &["site", "email", "delivery", "demo", "routes", "server", "live"]),
    ("settings", &["site", "email", "delivery", "demo", "routes", "server"]),
    ("macros", &["site", "email", "delivery", "demo", "routes", "server"]),
    ("email", &["site::ask", "site::case", "demo", "routes"]),
    ("official", &["site", "email", "delivery", "demo", "routes", "server"]),
    ("outbox.rs", &["site", "email", "delivery", "demo", "routes", "server"]),
    ("check.rs", &["tickets", "people", "site", "email", "app"]),
    ("clock.rs", &["tickets", "people", "site", "email", "app"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    if folder.is_file() {
        found.push(folder.to_owned());
        return;
    }
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        sources(&entry.path(), found);
    }
}

#[test]
fn no_room_names_one_above_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (room, closed) in CLOSED_TO {
        let mut files = Vec::new();
        sources(&source.join(room), &mut files);
        assert!(!files.is_empty());
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            for other in *closed {
                assert!(!text.contains(&format!("crate::{other}")), "{} names {other}", file.display());
            }
        }
    }
}

/// The store knows nothing of what is stored.
#[test]
fn the_store_knows_no_ticket() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/src"), &mut files);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!text.contains("dengta::") && !text.to_lowercase().contains("customer"), "{}", file.display());
    }
}

/// What finds articles knows nothing of where they are kept and who asks.
#[test]
fn retrieval_is_a_leaf() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../retrieval/src"), &mut files);
    assert!(!files.is_empty());
    for file in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(
            !["use store::", "use dengta::", "use axum"].iter().any(|name| text.contains(name)),
            "{}",
            file.display()
        );
    }
}

/// Messages are made in two places: what customers send in one, what we tell them beside it, past the look for what nobody may
/// ask them. Sample data is ours.
#[test]
fn nobody_else_writes_to_customers() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&source, &mut files);
    let makes = |text: &str| {
        let text = text.replace("PartKind::Message", "");
        text.contains("kind: Kind::Message") || text.contains("Kind::Message, ")
    };
    let mut makers: Vec<String> = files
        .iter()
        .filter(|file| makes(&std::fs::read_to_string(file).unwrap_or_default()))
        .map(|file| file.strip_prefix(&source).unwrap().display().to_string())
        .filter(|file| !file.starts_with("demo"))
        .collect();
    makers.sort();
    assert_eq!(makers, ["tickets/receive.rs", "tickets/verbs.rs"]);
}
