//! Who is who: agents and what their roles allow, customers and how sure we are of them.
//!
//! - A handler learns who is calling from its arguments: [`Staff`] (a signed-in agent or an API token)
//!   or [`Customer`] (somebody who proved an address or came from the exchange). Without the argument
//!   it knows nobody.
//! - A string that claims to be an e-mail address is no identity: only a used link or the exchange's
//!   token is.
//! - Bearer secrets (sessions, tokens, links, devices) are 256 random bits and stored as hashes.
//! - Wrong guesses are counted before they are judged ([`throttle`]), and never lock out a browser that its
//!   agent has signed in from.
//! - An ended session or revoked token is refused at its next request: each request asks the store.

pub mod address;
pub mod agents;
pub mod cli;
pub mod customers;
pub mod exchange;
pub mod http;
pub mod identify;
pub mod links;
pub mod mentions;
pub mod names;
pub mod panel;
pub mod passkeys;
pub mod passwords;
pub mod phrase;
pub mod roles;
pub mod sign_in;
pub mod teams;
pub mod teams_http;
pub mod throttle;
pub mod tokens;
pub mod totp;

use uuid::Uuid;

pub use identify::{Customer, Staff};
pub use roles::{Permission, Role};

/// Who did something, as a ticket's timeline remembers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// The customer of the ticket.
    Customer(Uuid),
    /// An agent.
    Agent(Uuid),
    /// A program with an API token.
    Token(Uuid),
    /// The desk itself.
    System,
}

impl Actor {
    /// As stored and as shown in the API.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Actor::Customer(_) => "customer",
            Actor::Agent(_) => "agent",
            Actor::Token(_) => "token",
            Actor::System => "system",
        }
    }

    /// The id, where there is one.
    #[must_use]
    pub const fn id(self) -> Option<Uuid> {
        match self {
            Actor::Customer(id) | Actor::Agent(id) | Actor::Token(id) => Some(id),
            Actor::System => None,
        }
    }

    /// The actor of a stored kind and id.
    #[must_use]
    pub fn parse(kind: &str, id: Option<Uuid>) -> Option<Actor> {
        match (kind, id) {
            ("customer", Some(id)) => Some(Actor::Customer(id)),
            ("agent", Some(id)) => Some(Actor::Agent(id)),
            ("token", Some(id)) => Some(Actor::Token(id)),
            ("system", None) => Some(Actor::System),
            _ => None,
        }
    }
}

/// How sure the desk is that a ticket comes from whom it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// Somebody typed an address.
    Claimed,
    /// Somebody used a link that was sent to the address.
    Proved,
    /// The exchange said who it is.
    SignedIn,
    /// A program of the exchange posted it.
    Trusted,
}

impl Assurance {
    /// As stored.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Assurance::Claimed => "claimed",
            Assurance::Proved => "proved",
            Assurance::SignedIn => "signed_in",
            Assurance::Trusted => "trusted",
        }
    }

    /// The assurance of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Assurance> {
        [Assurance::Claimed, Assurance::Proved, Assurance::SignedIn, Assurance::Trusted]
            .into_iter()
            .find(|assurance| assurance.name() == name)
    }
}
