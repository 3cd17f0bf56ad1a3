//! What every handler and follower shares.

use std::ops::Deref;
use std::sync::Arc;

use store::{Db, Migration};

use crate::bell::Bell;
use crate::bus;
use crate::chat::assistant::model::Model;
use crate::clock::Clock;
use crate::config::Config;
use crate::email::Mailer;
use crate::files::Files;
use crate::help::search::Help;
use crate::keys::Keys;
use crate::live::{Hub, Visitors};
use crate::routing::Routing;
use crate::search::Search;
use crate::settings;

/// The schema, step by step. An applied step is never edited.
pub const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, name: "desk", sql: include_str!("../migrations/0001_desk.sql") },
    Migration { number: 2, name: "cases", sql: include_str!("../migrations/0002_cases.sql") },
    Migration { number: 3, name: "files", sql: include_str!("../migrations/0003_files.sql") },
    Migration { number: 4, name: "settings", sql: include_str!("../migrations/0004_settings.sql") },
    Migration { number: 5, name: "views", sql: include_str!("../migrations/0005_views.sql") },
    Migration { number: 6, name: "people", sql: include_str!("../migrations/0006_people.sql") },
    Migration { number: 7, name: "passkeys", sql: include_str!("../migrations/0007_passkeys.sql") },
    Migration { number: 8, name: "drafts", sql: include_str!("../migrations/0008_drafts.sql") },
    Migration { number: 9, name: "draft files", sql: include_str!("../migrations/0009_draft_files.sql") },
    Migration { number: 10, name: "help", sql: include_str!("../migrations/0010_help.sql") },
    Migration { number: 11, name: "help_reading", sql: include_str!("../migrations/0011_help_reading.sql") },
    Migration { number: 12, name: "secrets", sql: include_str!("../migrations/0012_secrets.sql") },
    Migration { number: 13, name: "asked", sql: include_str!("../migrations/0013_asked.sql") },
    Migration { number: 14, name: "official", sql: include_str!("../migrations/0014_official.sql") },
    Migration { number: 15, name: "lines", sql: include_str!("../migrations/0015_lines.sql") },
];

/// The running desk; clones share it.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of the running desk.
pub struct Parts {
    /// The store.
    pub db: Db,
    /// The clock, and randomness.
    pub clock: Clock,
    /// The file of settings.
    pub config: Config,
    /// The master key.
    pub keys: Keys,
    /// Where the bytes of files lie.
    pub files: Files,
    /// What was decided on the pages of settings.
    pub settings: settings::Live,
    /// Where mail goes.
    pub mailer: Mailer,
    /// Rung after each commit that wrote an entry or an outbox row; followers also look by themselves.
    pub committed: Bell,
    /// By which nodes wake each other up; none where there is one node.
    pub nats: Option<bus::Server>,
    /// Who is connected for news.
    pub live: Hub,
    /// Customers on the line who are connected here.
    pub visitors: Visitors,
    /// Who talks with whom, as last seen.
    pub routing: Routing,
    /// What can be searched.
    pub search: Search,
    /// What can be searched of the help center.
    pub help: Help,
    /// The model that writes answers in the chat.
    pub assistant: Model,
    /// Sample data, single-use sign-in links and a mailbox page: never in production.
    pub demo: bool,
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(parts: Parts) -> App {
        App(Arc::new(parts))
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
