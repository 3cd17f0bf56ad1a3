//! What the desk decides about itself: tags, and the history of every decision.
//!
//! - A *change* is who changed what, when, from what to what. It is written in the transaction of the change
//!   itself, so that there is none without the other ([`changes`]); secrets are never in it.
//! - Settings, agents and tokens change one after the other, by somebody who works here at that moment
//!   ([`crate::people::agents::administer`]). The version of a thing is the position of its newest change: whoever
//!   saves says which version was read, and is stopped when another was saved meanwhile.

pub mod changes;
pub mod http;
pub mod tags;
