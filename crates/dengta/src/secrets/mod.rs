//! Secrets that people write: taken out before anything is stored.
//!
//! - Every entry passes [`clean`] where it is numbered (`tickets/timeline.rs`): no door can leave it out. What does not become
//!   an entry (drafts, names, remarks) passes [`clean::without`], most of it in `check.rs` and the rest at its own door.
//! - What agents say to customers asks for none ([`asked`]).
//! - A certain secret is gone. The entry keeps which kind it was and where; and a keyed fingerprint, for kinds that cannot be
//!   guessed through.
//! - What only may be one is sealed, in customers' words alone: agents have no key to it. Its writer destroys it or sends it after
//!   all ([`kept`]); undecided it is destroyed after a time that is a setting ([`crate::settings::secrets`]).
//! - A part of a secret in an earlier message is taken out of there once it shows: that entry's body is erased, and a later
//!   entry says what stands for it.
//! - A detector that fails stops what was to be written: nothing is stored unseen.

pub mod asked;
pub mod clean;
pub mod cli;
pub mod http;
pub mod kept;
pub mod old;
pub mod taken;
pub mod told;

use guard::secrets::Kind;

/// What stands in a text where a secret stood. Brackets that nobody types: whoever reads the text sees that something was
/// taken out, and pages say it in words ([`told`]).
#[must_use]
pub fn mark(kind: Kind) -> String {
    format!("⟦{}⟧", kind.name())
}

/// The kind of a name.
#[must_use]
pub fn kind(name: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.name() == name)
}
