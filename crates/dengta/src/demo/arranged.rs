//! What the sample desk has arranged for itself: macros in five languages, and tags with their meanings. A lead made
//! them, so that their history can be seen.

use std::collections::HashMap;

use anyhow::{Context, anyhow};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::app::App;
use crate::clock::{DAY, Micros};
use crate::error::Problem;
use crate::macros::saving::{self, NewMacro};
use crate::people::{Actor, Role, Staff};
use crate::settings::tags::{self, NewTag};

const ARRANGED: &str = include_str!("tuesday/arranged.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arranged {
    tags: Vec<NewTag>,
    /// Teams of actions are named.
    macros: Vec<Value>,
}

/// Makes them in the name of `lead`.
///
/// # Errors
/// When the store fails, or a macro is refused.
pub async fn load(app: &App, lead: Uuid, teams: &HashMap<String, Uuid>, now: Micros) -> anyhow::Result<()> {
    let arranged: Arranged = serde_json::from_str(ARRANGED).context("tuesday/arranged.json")?;
    let staff = Staff { actor: Actor::Agent(lead), role: Role::Lead, session: None };
    let (moment, facts) = (app.clock.moment_at(now - 60 * DAY), app.settings.now().all_facts());
    let macros: Vec<NewMacro> =
        arranged.macros.into_iter().map(|found| read(found, teams)).collect::<Result<_, _>>()?;
    let made = app.db.write(move |tx| {
        let mut draws = moment.draws();
        for tag in &arranged.tags {
            tags::make(tx, &staff, &tag.clone().checked()?, &draws.moment())?;
        }
        for new in &macros {
            saving::make(tx, &staff, new, &facts, &draws.moment())?;
        }
        Ok::<_, Problem>(())
    });
    made.await.map_err(|problem| anyhow!("{}: {:?}", problem.code, problem.fields))
}

fn read(mut found: Value, teams: &HashMap<String, Uuid>) -> anyhow::Result<NewMacro> {
    for action in found["actions"].as_array_mut().into_iter().flatten() {
        if let Some(team) = action.get_mut("team") {
            let id =
                team.as_str().and_then(|name| teams.get(name)).with_context(|| format!("there is no team {team}"))?;
            *team = Value::from(id.to_string());
        }
    }
    serde_json::from_value(found).context("a macro of tuesday/arranged.json")
}
