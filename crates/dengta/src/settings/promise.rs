//! How long an answer takes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::clock::{HOUR, Micros};
use crate::language::{Language, Unit, format_range};
use crate::settings::hours::Open;

/// The longest promise, in its unit.
const LONGEST: u32 = 2_400;

/// A promised time to answer: the usual quickest, and after which it is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PromiseSetting)]
pub struct Range {
    /// The usual quickest.
    #[schema(maximum = 2400)]
    pub from: u32,
    /// After this the answer is late.
    #[schema(minimum = 1, maximum = 2400)]
    pub to: u32,
    /// What both are counted in.
    #[serde(default)]
    #[schema(required = false)]
    pub unit: CountedIn,
}

/// What a promise is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PromiseUnit)]
pub enum CountedIn {
    /// Hours by the clock.
    #[default]
    Hours,
    /// Hours in which somebody is there.
    WorkingHours,
    /// Days on which somebody is there, each to its end.
    WorkingDays,
}

impl Range {
    /// Refuses what cannot be promised.
    pub fn check(self, check: &mut Check, path: &str) {
        if self.to == 0 || self.to > LONGEST || self.from > self.to {
            check.refuse(path, "invalid-promise");
        }
    }
}

/// A promise, with the hours that it is counted in.
#[derive(Clone, Debug)]
pub struct Promise {
    /// What is promised.
    pub range: Range,
    /// When somebody is there.
    pub open: Arc<Open>,
}

impl Promise {
    /// By when an answer to what comes at `at` is promised.
    #[must_use]
    pub fn due(&self, at: Micros) -> Micros {
        let length = i64::from(self.range.to) * HOUR;
        match self.range.unit {
            CountedIn::Hours => at + length,
            CountedIn::WorkingHours => self.open.after(at, length),
            CountedIn::WorkingDays => self.open.after_days(at, self.range.to),
        }
    }

    /// In words.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let unit = match self.range.unit {
            CountedIn::Hours => Unit::Hours,
            CountedIn::WorkingHours => Unit::WorkingHours,
            CountedIn::WorkingDays => Unit::WorkingDays,
        };
        format_range(language, self.range.from, self.range.to, unit)
    }
}
