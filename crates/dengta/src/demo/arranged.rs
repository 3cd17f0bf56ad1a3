//! What the sample desk has arranged for itself: macros in five languages, tags with their meanings, and what is official. A
//! lead made them, and the admin said what is official, so that their history can be seen.

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
use crate::settings::official::Official;
use crate::settings::save;
use crate::settings::tags::{self, NewTag};

const ARRANGED: &str = include_str!("tuesday/arranged.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arranged {
    tags: Vec<NewTag>,
    /// Teams of actions are named.
    macros: Vec<Value>,
    official: Official,
}

/// Makes them in the names of `lead` and `admin`.
///
/// # Errors
/// When the store fails, or a macro is refused.
pub async fn load(
    app: &App,
    [lead, admin]: [Uuid; 2],
    teams: &HashMap<String, Uuid>,
    now: Micros,
) -> anyhow::Result<()> {
    let arranged: Arranged = serde_json::from_str(ARRANGED).context("tuesday/arranged.json")?;
    let staff = Staff { actor: Actor::Agent(lead), role: Role::Lead, session: None };
    let runs = Staff { actor: Actor::Agent(admin), role: Role::Admin, session: None };
    let config = app.config.clone();
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
        save(tx, &runs, arranged.official.clone(), 0, &config, &draws.moment())?;
        Ok::<_, Problem>(())
    });
    made.await.map_err(|problem| anyhow!("{}: {:?}", problem.code, problem.fields))?;
    app.settings.refresh(&app.db, &app.config).await?;
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(value: &Value) -> Vec<&str> {
        match value {
            Value::String(text) => vec![text],
            Value::Array(values) => values.iter().flat_map(texts).collect(),
            Value::Object(fields) => fields.values().flat_map(texts).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
        }
    }

    #[test]
    fn what_agents_say_in_the_demo_may_be_sent() {
        let arranged: Value = serde_json::from_str(ARRANGED).unwrap();
        let said = texts(&arranged["macros"]);
        assert!(said.len() > 50);
        for text in said {
            assert_eq!(guard::asking::asks_for_secret(text), None, "{text}");
        }
    }
}
