//! How long customers may decide about what may be a secret.

use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::clock::{DAY, Micros};
use crate::error::Result;
use crate::settings::{Context, Document};

/// Days, at most: what is sealed for a decision is not kept for good.
pub const MAX_DAYS: i64 = 30;

/// How long customers may decide about what may be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SecretsSettings)]
pub struct Secrets {
    /// Days, 1 to 30, after which what nobody decided about is destroyed. What is sealed already keeps the time that it was
    /// given.
    pub undecided_days: i64,
}

impl Default for Secrets {
    fn default() -> Secrets {
        Secrets { undecided_days: 3 }
    }
}

impl Secrets {
    /// As a span of time.
    #[must_use]
    pub const fn undecided(self) -> Micros {
        self.undecided_days * DAY
    }
}

impl Document for Secrets {
    const NAME: &'static str = "secrets";

    fn checked(self, _: &mut Context<'_, '_>) -> Result<Secrets> {
        let mut check = Check::default();
        if !(1..=MAX_DAYS).contains(&self.undecided_days) {
            check.refuse_with("undecided_days", "invalid-limit", vec![("max", MAX_DAYS.into())]);
        }
        check.done().map(|()| self)
    }
}
