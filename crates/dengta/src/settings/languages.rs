//! The languages that the site is offered in.

use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::error::Result;
use crate::language::Language;
use crate::settings::{Context, Document};

/// The languages of the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Languages {
    /// Tags, in the order in which they are offered; at least one.
    #[schema(value_type = Vec<String>, min_items = 1, example = json!(["zh-CN", "en"]))]
    pub offered: Vec<Language>,
    /// For whom none of them is asked for: one of those offered.
    #[schema(value_type = String, example = "en")]
    pub default: Language,
}

impl Default for Languages {
    fn default() -> Languages {
        Languages { offered: Language::ALL.to_vec(), default: Language::En }
    }
}

impl Languages {
    /// The best of those offered for an `Accept-Language` header.
    #[must_use]
    pub fn negotiate(&self, accept_language: &str) -> Language {
        Language::negotiate_among(accept_language, &self.offered).unwrap_or(self.default)
    }
}

impl Document for Languages {
    const NAME: &'static str = "languages";

    fn checked(self, _: &mut Context<'_, '_>) -> Result<Languages> {
        let mut check = Check::default();
        if self.offered.is_empty() {
            check.refuse("offered", "required");
        }
        if (1..self.offered.len()).any(|index| self.offered[..index].contains(&self.offered[index])) {
            check.refuse("offered", "name-taken");
        }
        if !self.offered.contains(&self.default) {
            check.refuse("default", "invalid-choice");
        }
        check.done().map(|()| self)
    }
}
