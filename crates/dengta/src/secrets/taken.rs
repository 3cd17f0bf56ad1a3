//! What was taken out of an entry, by what its details tell.

use guard::secrets::Kind;
use serde_json::{Map, Value};
use uuid::Uuid;

/// What was taken out of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The kinds that are gone, each once.
    pub gone: Vec<Kind>,
    /// What was sealed for its writer to decide.
    pub kept: Vec<Uuid>,
}

impl Taken {
    /// By an entry's details.
    #[must_use]
    pub fn of(details: &Map<String, Value>) -> Taken {
        let mut taken = Taken::default();
        for secret in details.get("secrets").and_then(Value::as_array).into_iter().flatten() {
            match secret.get("kept").and_then(Value::as_str).and_then(|id| id.parse().ok()) {
                Some(id) => taken.kept.push(id),
                None => taken.gone.extend(secret.get("kind").and_then(Value::as_str).and_then(super::kind)),
            }
        }
        taken.gone.sort_unstable();
        taken.gone.dedup();
        taken
    }

    /// Whether nothing was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.kept.is_empty()
    }
}
