//! Dengta, the support desk of a crypto exchange. `ARCHITECTURE.md` has the map.

pub mod api;
pub mod app;
pub mod bell;
pub mod check;
pub mod cli;
pub mod clock;
pub mod config;
pub mod delivery;
pub mod demo;
pub mod email;
pub mod error;
pub mod keys;
pub mod language;
pub mod live;
pub mod macros;
pub mod outbox;
pub mod people;
pub mod routes;
pub mod search;
pub mod server;
pub mod settings;
pub mod site;
pub mod telemetry;
pub mod tickets;
pub mod views;
