//! Ten thousand secrets pushed through every door, and none in a dump of anything that the desk writes down.
//!
//! The desk runs as a process of its own, so that its log is its real log. The secrets are of all ten kinds, in four
//! languages and the same each time; each goes through the door that has had the fewest so far. The doors:
//!
//! - customers: forms (message, subject, fields, name, files), replies, ratings, remarks about articles, names that the
//!   exchange brings, the phrase against phishing, headers of their browsers;
//! - visitors of the chat: messages, the address and title of the page around it, names, files;
//! - agents and programs: tickets, answers, notes, splits, bulks, incidents, files (names and content), drafts, remarks, macros,
//!   views, teams, tags, invitations, tokens, hours, links, the lexicon, idempotency keys;
//! - questions that are not stored: searches, suggestions, "is this really you", trials and previews;
//! - whatever is refused: values that are none, fields that there are not, other types, broken JSON, addresses.
//!
//! No doors are: mail (the desk only sends), articles and sections (an editor's words are published as they are), and mail
//! addresses (a letter has to reach them). The dumps: the tables and the files of the store, the folder of the desk with its
//! indexes and the terms in them, the log at debug level, the outbox, the letters that a mail server got, the figures, and
//! every refusal and every answer to what was written.

mod asked;
mod chat;
mod desk;
mod doors;
mod dumps;
mod furnished;
mod house;
#[path = "../../../guard/tests/made/mod.rs"]
#[allow(dead_code, reason = "the guard's own tests use the rest of it")]
mod made;
mod pushed;
mod site;
mod traces;

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use guard::secrets::Kind;

use self::doors::{DOORS, Then};
use self::house::House;
use self::pushed::Pushed;
use self::traces::{Dump, Traces};
use crate::desk::Database;

/// Secrets; in a soak ten thousand.
fn many() -> usize {
    if std::env::var_os("DENGTA_SOAK").is_some() { 10_000 } else { 600 }
}

/// Strings that their customer decides about.
const UNDECIDED: usize = 6;

/// Brings each message to the door that has had the fewest secrets; how many each had.
async fn push_all(house: &House, all: &[Pushed]) -> BTreeMap<&'static str, usize> {
    let mut had: BTreeMap<_, _> = DOORS.iter().map(|door| (door.name, 0)).collect();
    for pushed in all {
        let fitting = DOORS.iter().filter(|door| door.holds(&pushed.text));
        let door = fitting.min_by_key(|door| had[door.name]).unwrap();
        house.push(door, &pushed.text).await;
        *had.get_mut(door.name).unwrap() += pushed.secrets.len();
    }
    had
}

impl House {
    /// Brings a text to a door.
    async fn push(&self, door: &doors::Door, text: &str) {
        let (name, sync) = (door.name, [Self::on_the_site, Self::asked, Self::refused]);
        let mut request = sync.iter().find_map(|requests| requests(self, name, text));
        if request.is_none() {
            request = self.in_entries(name, text).await;
        }
        if request.is_none() {
            request = self.beside(name, text).await;
        }
        if request.is_none() {
            request = self.in_chat(name, text).await;
        }
        let request = request.unwrap_or_else(|| panic!("no request goes to {name}"));
        match door.then {
            Then::Taken => drop(self.takes(request).await),
            Then::Answered => self.answers(request).await,
            Then::Refused => self.refuses(request).await,
        }
    }

    /// A form, or a reply in a case of its own: what was said before may show that it is a transaction.
    async fn push_undecided(&self, at: usize, text: &str) {
        let request = match at % 2 {
            0 => self.on_the_site("form: message", text).unwrap(),
            _ => self.reply(&self.ids.quiet, text),
        };
        self.takes(request).await;
    }
}

async fn story(database: Database) {
    let clock = dengta::clock::Clock::default();
    let (all, which) = pushed::made(many());
    let kinds: BTreeSet<_> = which.iter().collect();
    assert_eq!(kinds.len(), Kind::ALL.len() * made::Lang::ALL.len(), "each kind in each language");
    let house = House::open((database == Database::Postgres).then(crate::postgres::database)).await;
    let began = clock.now();
    let had = push_all(&house, &all).await;
    let undecided = pushed::undecided(UNDECIDED);
    for (at, pushed) in undecided.iter().enumerate() {
        house.push_undecided(at, &pushed.text).await;
    }
    let pushed_after = clock.now() - began;
    let dumps = house.dumps().await;
    let found = found(&all.into_iter().chain(undecided).collect::<Vec<_>>(), &dumps);
    println!("{} secrets in {} s; by door: {had:?}", which.len(), pushed_after / 1_000_000);
    let sizes: Vec<_> = dumps.iter().map(|dump| format!("{} {} KB", dump.name, dump.bytes.len() / 1024)).collect();
    println!("looked through after {} s: {}", (clock.now() - began) / 1_000_000, sizes.join(", "));
    assert!(had.values().all(|had| *had > 0), "every door had some: {had:?}");
    assert!(found.is_empty(), "{} traces:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
    house.program.verify();
}

/// The traces in dumps, each of which must hold its marker.
fn found(pushed: &[Pushed], dumps: &[Dump]) -> Vec<String> {
    let traces = Traces::of(pushed);
    let mut found = Vec::new();
    for dump in dumps {
        let there = AhoCorasick::new([&dump.marker]).unwrap().is_match(&dump.bytes);
        assert!(there, "{}: what must be there is not", dump.name);
        found.extend(traces.within(dump));
    }
    found
}

/// Negative control: each secret is found where it is stored as it was typed, in JSON or in a table's row.
#[test]
fn control_what_is_stored_is_found() {
    for Pushed { text, secrets } in pushed::made(600).0 {
        let json = serde_json::json!({"body": text}).to_string();
        let row = format!("(1,\"{}\",x)", json.replace('\\', "\\\\").replace('"', "\"\""));
        for secret in secrets {
            let one = [Pushed { text: text.clone(), secrets: vec![secret] }];
            for stored in [&text, &json, &row] {
                let dump = Dump { name: "control", bytes: stored.clone().into_bytes(), marker: Vec::new() };
                assert!(!Traces::of(&one).within(&dump).is_empty(), "{text:?} in {stored}");
            }
        }
    }
}

mod ten_thousand_secrets {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn sqlite() {
        story(Database::Sqlite).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn postgres() {
        story(Database::Postgres).await;
    }
}
