//! Who may come by which way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::error::Result;
use crate::people::Assurance;
use crate::settings::{Context, Document};
use crate::tickets::Category;

/// Whom a lost password or a theft keeps from signing in can always ask.
const ALWAYS_OPEN: [Category; 3] = [Category::Recovery, Category::Security, Category::Phishing];

/// Who may come by which way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Channels {
    /// Who may use the form, by category; anyone where nothing is said. `recovery`, `security` and `phishing` are
    /// always open to anyone.
    #[serde(default)]
    #[schema(required = false, example = json!({"verification": "signed_in"}))]
    pub form: BTreeMap<String, Door>,
    /// Whether agents write down calls: tickets of the channel `phone`, and notes about a call.
    #[serde(default = "yes")]
    #[schema(required = false)]
    pub phone: bool,
}

const fn yes() -> bool {
    true
}

impl Default for Channels {
    fn default() -> Channels {
        Channels { form: BTreeMap::new(), phone: true }
    }
}

/// Who is let in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Anyone.
    #[default]
    Anyone,
    /// Who proved an address, or came from the exchange.
    Proved,
    /// Who came from the exchange.
    SignedIn,
}

impl Door {
    /// Whether the door lets in somebody of whom we are this sure; `None` is a stranger.
    #[must_use]
    pub const fn admits(self, assurance: Option<Assurance>) -> bool {
        match self {
            Door::Anyone => true,
            Door::Proved => matches!(assurance, Some(Assurance::Proved | Assurance::SignedIn)),
            Door::SignedIn => matches!(assurance, Some(Assurance::SignedIn)),
        }
    }
}

impl Channels {
    /// The form's door for a category.
    #[must_use]
    pub fn door(&self, category: Category) -> Door {
        self.form.get(category.slug()).copied().unwrap_or_default()
    }
}

impl Document for Channels {
    const NAME: &'static str = "channels";

    fn checked(self, context: &mut Context<'_, '_>) -> Result<Channels> {
        let mut check = Check::default();
        for (slug, door) in &self.form {
            let field = format!("form.{slug}");
            match context.settings.category(slug) {
                None => check.refuse(&field, "unknown-field"),
                Some(asked) if *door != Door::Anyone && ALWAYS_OPEN.contains(&asked.category) => {
                    check.refuse(&field, "always-open");
                }
                Some(_) => {}
            }
        }
        check.done().map(|()| self)
    }
}
