//! Files: sent in parts, looked through, kept sealed, shown to those who may see what they belong to.
//!
//! - A file is *coming* (its parts are on disk as they are acknowledged), then *ready* or *refused*. Only a ready one
//!   can be attached, to one entry, once, by who sent it ([`attach`]); one that is not attached goes after a day.
//! - What is kept is not what was sent: [`clean`] copies what belongs to the format and nothing else. What it is,
//!   its content says. Its name is for people only.
//! - One file is one sealed object under a random id ([`blobs`]). Nothing is shared between files that are alike:
//!   who could find out whether somebody else had sent the same would learn something, and erasing one would
//!   have to ask for all.
//! - Bytes are held one part at a time; what is heavy waits for its turn ([`Files::heavy`]).
//! - This room knows no ticket's rules: who may see an attached file is decided by who serves it.

pub mod attach;
pub mod blobs;
pub mod clean;
mod finish;
pub mod http;
pub mod kind;
pub mod name;
mod parts;
mod queries;
pub mod serve;
pub mod shown;
pub mod sweep;
pub mod upload;
pub mod work;

use std::path::Path;
use std::sync::Arc;

use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::clock::Micros;
use crate::config;
use crate::keys::Keys;
use crate::people::{Actor, Customer};

pub use attach::{Given, attach};
pub use blobs::{Blobs, Object};
pub use kind::Kind;
pub use queries::{File, State, find, of_owner};
pub use shown::FileView;

/// Bytes of a part: what is held in memory of a file on its way, and what a broken line may cost.
pub const PART: usize = 1024 * 1024;
/// A file that was not attached is kept so long.
pub const LOOSE: Micros = crate::clock::DAY;

/// What the desk needs for files.
#[derive(Clone)]
pub struct Files {
    /// Where their bytes lie.
    pub blobs: Blobs,
    /// Hashing, sealing and decoding whole files: two at a time.
    pub heavy: Arc<Semaphore>,
}

impl Files {
    /// Opens the store of the settings.
    ///
    /// # Errors
    /// When its folder cannot be made or the bucket's settings are wrong.
    pub fn open(settings: &config::Files, data: &Path, keys: &Keys) -> anyhow::Result<Files> {
        Ok(Files { blobs: Blobs::open(settings, data, keys)?, heavy: Arc::new(Semaphore::new(2)) })
    }
}

/// Who sent a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner(String);

impl Owner {
    /// An agent or a program.
    #[must_use]
    pub fn staff(actor: Actor) -> Owner {
        Owner(format!("{}:{}", actor.kind(), actor.id().unwrap_or_default().simple()))
    }

    /// A customer who is known.
    #[must_use]
    pub fn customer(customer: &Customer) -> Owner {
        Owner(format!("customer:{}", customer.id.simple()))
    }

    /// A browser that holds this secret.
    #[must_use]
    pub fn guest(secret: &str) -> Owner {
        Owner(format!("guest:{}", hex::encode(&crate::keys::token_hash(secret)[..16])))
    }

    /// As stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nobody knows who it is.
    #[must_use]
    pub fn is_guest(&self) -> bool {
        self.0.starts_with("guest:")
    }
}

/// A file of an entry: what the entry's body, which is hashed, says of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Attached {
    /// The file.
    pub id: Uuid,
    /// Its name, cleaned.
    pub name: String,
    /// Its media type, by content.
    #[serde(rename = "type")]
    pub media: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of what is kept, in hexadecimal: the chain vouches for it.
    pub sha256: String,
}
