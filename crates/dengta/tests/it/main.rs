//! The desk's stories, told over HTTP on both databases.
//!
//! A story starts a desk of its own ([`desk::Desk`]) on a SQLite file and on a throw-away PostgreSQL,
//! speaks to it as its users do, and then reads what came of it. [`story!`] makes both tests.

#![expect(clippy::unwrap_used, reason = "a story says what it expects by failing")]

#[macro_use]
mod desk;
mod asked;
mod assistant;
mod bucket;
mod bulk;
mod cases;
mod chat;
mod chat_assistant;
mod chat_identity;
mod crash;
mod customers;
mod decided;
mod demo;
mod drafts;
mod exchange;
mod files;
mod held;
mod help;
mod help_eval;
mod help_import;
mod help_pages;
mod house;
mod imitations;
mod incidents;
mod live;
mod macros;
mod mail;
mod nats;
mod official;
mod openapi;
mod passkeys;
mod people;
mod postgres;
mod queue;
mod roles;
mod running;
mod sanitiser;
mod search;
mod secrets;
mod secrets_doors;
mod secrets_many;
mod seeded;
mod settings;
mod site;
mod tickets;
mod views;
