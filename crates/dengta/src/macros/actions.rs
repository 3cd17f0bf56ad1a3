//! What a macro does beside saying something.

use serde::{Deserialize, Serialize};
use store::{Tx, params};
use uuid::Uuid;

use crate::check::Check;
use crate::error::Result;
use crate::tickets::Priority;
use crate::tickets::triage::{MAX_TAGS, tag_of};

/// One thing that is done to the ticket. The workspace does it by the ticket's own addresses, in the agent's name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = MacroAction)]
pub enum Action {
    /// Put tags on, take tags off.
    Tag {
        /// On.
        #[serde(default)]
        #[schema(required = false, max_items = 20)]
        add: Vec<String>,
        /// Off.
        #[serde(default)]
        #[schema(required = false, max_items = 20)]
        remove: Vec<String>,
    },
    /// Give it a priority.
    Priority {
        /// Which.
        priority: Priority,
    },
    /// Give it to a team.
    Assign {
        /// Which.
        team: Uuid,
    },
    /// Close it, after the text is sent.
    Close,
}

/// Checks the actions of a macro: each kind once, tags well-formed, the team there.
pub fn check(tx: &mut Tx<'_>, check: &mut Check, actions: &[Action]) -> Result<()> {
    const TEAM: &str = "SELECT 1 FROM team WHERE id = $1 AND archived_at IS NULL";
    for (index, action) in actions.iter().enumerate() {
        let field = |name: &str| format!("actions.{index}.{name}");
        let again = |other: &Action| std::mem::discriminant(other) == std::mem::discriminant(action);
        if actions[..index].iter().any(again) {
            check.refuse(&field("kind"), "action-twice");
        }
        match action {
            Action::Tag { add, remove } => {
                for (name, tags) in [("add", add), ("remove", remove)] {
                    if tags.len() > MAX_TAGS {
                        let args = vec![("max", MAX_TAGS.into()), ("actual", tags.len().into())];
                        check.refuse_with(&field(name), "too-many", args);
                    }
                    if !tags.iter().all(|tag| tag_of(tag).as_ref() == Some(tag)) {
                        check.refuse(&field(name), "invalid-tag");
                    }
                }
                if add.is_empty() && remove.is_empty() {
                    check.refuse(&field("add"), "required");
                }
            }
            Action::Assign { team } if tx.first(TEAM, params![*team], |_| Ok(()))?.is_none() => {
                check.refuse(&field("team"), "team-unknown");
            }
            Action::Assign { .. } | Action::Priority { .. } | Action::Close => {}
        }
    }
    Ok(())
}
