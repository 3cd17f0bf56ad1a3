//! Who made a text, and of what: as an export of everything writes it and an import reads it. Agents are told by their
//! addresses, which are theirs at another desk too; programs and the desk itself are not told.
//!
//! Of a draft an approval is not told: whoever approved it saw other words than those that a file may hold by then.

use serde::{Deserialize, Serialize};
use store::{Error, Tx, params};

use super::content::Translates;
use crate::check::Email;
use crate::language::Language;
use crate::people::Actor;

/// Who made a text, and of what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Made {
    /// Of what it is a translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translates: Option<Original>,
    /// Who wrote it last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Everybody who wrote on a draft.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub writers: Vec<String>,
    /// Who looked at a version before it went out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    /// Who found it right since then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmed>,
}

/// A version of another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its language.
    pub lang: Language,
    /// Its number there.
    pub version: i64,
}

/// That a text was found right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// When, as RFC 3339 says it.
    pub at: String,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl Made {
    /// Whether nothing is told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Made::default()
    }
}

impl From<Translates> for Original {
    fn from(of: Translates) -> Original {
        Original { lang: of.language, version: of.number }
    }
}

impl From<Original> for Translates {
    fn from(of: Original) -> Translates {
        Translates { language: of.lang, number: of.version }
    }
}

/// The agent of an address, whether they still work here or not; none where nobody had it.
pub fn agent(tx: &mut Tx<'_>, address: &str) -> Result<Option<Actor>, Error> {
    let Some(email) = Email::parse(address) else { return Ok(None) };
    let found = tx.first("SELECT id FROM agent WHERE email_key = $1", params![&email.key], |row| row.get(0))?;
    Ok(found.map(Actor::Agent))
}
