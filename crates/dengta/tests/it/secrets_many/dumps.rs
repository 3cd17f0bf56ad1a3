//! Everything that the desk wrote down.

use std::path::Path;
use std::time::Duration;

use dengta::keys::token_hash;
use reqwest::Method;
use serde_json::json;
use store::Tx;
use tantivy::Index;

use super::house::House;
use super::traces::Dump;
use crate::held::{files, tables};

/// A word that is no secret. It goes in last, so that whatever follows the log has seen all when it has seen this.
const MARKER: &str = "lampenfieber";

impl House {
    /// All dumps, once the followers have seen everything and the letters are out.
    pub async fn dumps(&self) -> Vec<Dump> {
        let request = self.mark().await;
        self.all_followed().await;
        let metrics = self.guest(Method::GET, "/metrics").send().await.unwrap().bytes().await.unwrap();
        let letters = json!(self.office.letters()).to_string();
        let (tables, data) = (tables(&self.db).await, self.program.data());
        let log = std::fs::read(self.program.beside("log")).unwrap();
        let answers = self.told.lock().unwrap().clone();
        let dump = |name, bytes, marker: &[u8]| Dump { name, bytes, marker: marker.to_owned() };
        let mark = MARKER.as_bytes();
        vec![
            dump("blobs", blobs(&tables), &token_hash(&self.agent)),
            dump("tables", tables.into_bytes(), mark),
            dump("files", files(&data), b"public_url"),
            dump("terms", terms(&data.join("search")), mark),
            dump("log", log, request.as_bytes()),
            dump("letters", letters.into_bytes(), mark),
            dump("figures", metrics.to_vec(), b"dengta_outbox_depth"),
            dump("answers", answers.into_bytes(), mark),
        ]
    }

    /// Leaves a mark wherever words are written down; the id of a request that is in the log.
    async fn mark(&self) -> String {
        self.refuses(self.refused("unknown field", MARKER).unwrap()).await;
        self.takes(self.in_entries("ticket: answer", MARKER).await.unwrap()).await;
        let marked = self.opening("/subject", MARKER).send().await.unwrap();
        assert!(marked.status().is_success());
        marked.headers()["x-request-id"].to_str().unwrap().to_owned()
    }

    /// Waits until nothing is on its way: no letter, no bulk, no ticket to the index.
    async fn all_followed(&self) {
        const UNDER_WAY: &str = "SELECT (SELECT count(*) FROM outbox WHERE state = 'ready')
            + (SELECT count(*) FROM bulk WHERE state = 'running')";
        let count = |tx: &mut Tx<'_>| tx.first(UNDER_WAY, &[], |row| row.get::<i64>(0));
        for _ in 0..6_000 {
            let search = self.api(Method::GET, &format!("/search?q={MARKER}")).send().await.unwrap();
            let found: serde_json::Value = search.json().await.unwrap();
            let indexed = found["results"].as_array().is_some_and(|results| results.len() == 2);
            if indexed && self.db.read(count).await.unwrap() == Some(0) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the followers did not come to an end\n{}", self.program.log());
    }
}

/// The bytes of all blobs, which rows show in hexadecimal digits behind `\x` or `X'`.
fn blobs(tables: &str) -> Vec<u8> {
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_hexdigit).count() & !1;
    let marked = tables.split("\\x").chain(tables.split("X'")).skip(1);
    marked.flat_map(|rest| hex::decode(&rest[..digits(rest)]).unwrap()).collect()
}

/// All terms of an index, a line for each: on disk they are cut where the next begins as the last does.
fn terms(folder: &Path) -> Vec<u8> {
    let searcher = Index::open_in_dir(folder).unwrap().reader().unwrap().searcher();
    let field = searcher.schema().get_field("terms").unwrap();
    let mut all = Vec::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field).unwrap();
        let mut terms = inverted.terms().stream().unwrap();
        while terms.advance() {
            all.extend_from_slice(terms.key());
            all.push(b'\n');
        }
    }
    all
}
