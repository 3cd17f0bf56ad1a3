//! What can be done to many tickets: how it is asked for, whom it is allowed, how it is done and undone.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};
use store::{Error, Tx};
use uuid::Uuid;

use crate::check::{Check, MAX_TEXT};
use crate::clock::{Micros, Moment};
use crate::error::{Problem, Result};
use crate::incidents;
use crate::people::{Permission, Staff};
use crate::settings::Settings;
use crate::tickets::http::triage::{tags, time};
use crate::tickets::verbs::{self, Handover};
use crate::tickets::{Priority, State, Ticket, merge, queries, triage, withdraw};

/// What is done to each ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Action {
    /// Closed; the customers are told.
    Close,
    /// Opened again.
    Reopen,
    /// Given to an agent, to a team, to nobody.
    Assign {
        /// As [`Handover::agent`].
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        agent: Option<Option<Uuid>>,
        /// As [`Handover::team`].
        #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
        team: Option<Option<Uuid>>,
    },
    /// Given another priority.
    Priority {
        /// Which.
        priority: Priority,
    },
    /// Tags put on and taken off.
    Tag {
        /// Put on.
        add: Vec<String>,
        /// Taken off.
        remove: Vec<String>,
    },
    /// Out of the views until a time.
    Snooze {
        /// Until when.
        until: Micros,
    },
    /// Back in the views.
    Unsnooze,
    /// Marked as spam.
    Spam,
    /// Marked as no spam.
    Unspam,
    /// Answered with the same text.
    Reply {
        /// The answer.
        body: String,
    },
    /// Noted with the same text.
    Note {
        /// The note.
        body: String,
    },
    /// Merged into a ticket.
    Merge {
        /// The survivor.
        into: Uuid,
    },
    /// Linked to an incident, or to none.
    Incident {
        /// Which.
        incident: Option<Uuid>,
    },
    /// Answered with an update of the incident, each in its customer's language.
    IncidentUpdate {
        /// The incident.
        incident: Uuid,
        /// The update's number.
        number: i64,
    },
    /// The opposite of an action that was done.
    Undo {
        /// Which.
        action: Box<Action>,
    },
}

/// Tells null from absent.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(value: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(value).map(Some)
}

/// An action to do to many tickets. Which of the others are read depends on `kind`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewAction {
    /// `close`, `reopen`, `assign` (agent, team), `priority`, `tag` (add, remove), `snooze` (until), `unsnooze`, `spam`,
    /// `unspam`, `reply` (body), `note` (body), `merge` (into), `incident` (incident).
    #[schema(example = "close")]
    kind: String,
    /// An agent's id, `me`, or null for nobody; absent: it stays.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    agent: Option<Option<String>>,
    /// A team's id, or null for none; absent: it stays.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    team: Option<Option<String>>,
    /// The priority.
    #[serde(default)]
    #[schema(value_type = Option<Priority>)]
    priority: Option<String>,
    /// Tags to put on.
    #[serde(default)]
    #[schema(max_items = 20)]
    add: Vec<String>,
    /// Tags to take off.
    #[serde(default)]
    #[schema(max_items = 20)]
    remove: Vec<String>,
    /// A time ahead, at most a year.
    #[serde(default)]
    #[schema(format = DateTime)]
    until: Option<String>,
    /// What to say, at most 20,000 characters.
    #[serde(default)]
    #[schema(max_length = 20_000)]
    body: Option<String>,
    /// The ticket that survives.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    into: Option<String>,
    /// The incident, or null for none.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    incident: Option<String>,
}

impl NewAction {
    /// Checks what was asked for; each wrong field is named under `action`.
    pub fn checked(&self, check: &mut Check, staff: &Staff) -> Option<Action> {
        Some(match self.kind.as_str() {
            "close" => Action::Close,
            "reopen" => Action::Reopen,
            "assign" => self.assign(check, staff)?,
            "priority" => {
                let given = self.priority.as_deref().unwrap_or_default();
                Action::Priority { priority: check.choice("action.priority", given, Priority::parse, Priority::Normal) }
            }
            "tag" => {
                if self.add.is_empty() && self.remove.is_empty() {
                    check.refuse("action.add", "required");
                }
                let add = tags(check, "action.add", &self.add);
                Action::Tag { add, remove: tags(check, "action.remove", &self.remove) }
            }
            "snooze" => {
                Action::Snooze { until: check.adopt(time("action.until", self.until.as_deref().unwrap_or_default()))? }
            }
            "unsnooze" => Action::Unsnooze,
            "spam" => Action::Spam,
            "unspam" => Action::Unspam,
            "reply" => Action::Reply { body: self.body(check) },
            "note" => Action::Note { body: self.body(check) },
            "merge" => Action::Merge { into: id(check, "action.into", self.into.as_deref().unwrap_or_default())? },
            "incident" => {
                let incident = match self.incident.as_deref() {
                    Some(text) => Some(id(check, "action.incident", text)?),
                    None => None,
                };
                Action::Incident { incident }
            }
            kind => {
                check.refuse("action.kind", if kind.is_empty() { "required" } else { "invalid-choice" });
                return None;
            }
        })
    }

    fn body(&self, check: &mut Check) -> String {
        check.text("action.body", self.body.as_deref().unwrap_or_default(), MAX_TEXT)
    }

    fn assign(&self, check: &mut Check, staff: &Staff) -> Option<Action> {
        if self.agent.is_none() && self.team.is_none() {
            check.refuse("action.agent", "required");
        }
        let agent = match &self.agent {
            Some(Some(me)) if me == "me" => Some(Some(check.adopt(staff.agent().map_err(|_| {
                Problem::field("action.agent", "agent-unknown") // a program is nobody to whom tickets could be given
            }))?)),
            Some(Some(agent)) => Some(Some(id(check, "action.agent", agent)?)),
            Some(None) => Some(None),
            None => None,
        };
        let team = match &self.team {
            Some(Some(team)) => Some(Some(id(check, "action.team", team)?)),
            Some(None) => Some(None),
            None => None,
        };
        Some(Action::Assign { agent, team })
    }
}

fn id(check: &mut Check, field: &str, text: &str) -> Option<Uuid> {
    let id = text.parse().ok();
    if id.is_none() {
        check.refuse(field, if text.is_empty() { "required" } else { "invalid-id" });
    }
    id
}

impl Action {
    /// The action of stored bytes.
    pub fn stored(text: &str) -> Result<Action, Error> {
        serde_json::from_str(text).map_err(|error| Error::Defect(format!("a bulk's action cannot be read: {error}")))
    }

    /// As stored.
    pub fn text(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|error| Error::Defect(error.to_string()))
    }

    /// As shown in the API.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Action::Close => "close",
            Action::Reopen => "reopen",
            Action::Assign { .. } => "assign",
            Action::Priority { .. } => "priority",
            Action::Tag { .. } => "tag",
            Action::Snooze { .. } => "snooze",
            Action::Unsnooze => "unsnooze",
            Action::Spam => "spam",
            Action::Unspam => "unspam",
            Action::Reply { .. } => "reply",
            Action::Note { .. } => "note",
            Action::Merge { .. } => "merge",
            Action::Incident { .. } => "incident",
            Action::IncidentUpdate { .. } => "incident_update",
            Action::Undo { .. } => "undo",
        }
    }

    /// What it takes, beside [`Permission::TicketBulk`].
    #[must_use]
    pub fn permission(&self) -> Permission {
        match self {
            Action::Close | Action::Reopen => Permission::TicketClose,
            Action::Assign { .. } => Permission::TicketAssign,
            Action::Reply { .. } => Permission::TicketReply,
            Action::Note { .. } => Permission::TicketNote,
            Action::Merge { .. } => Permission::TicketMerge,
            Action::IncidentUpdate { .. } => Permission::IncidentManage,
            Action::Undo { action } => action.permission(),
            _ => Permission::TicketTriage,
        }
    }

    /// Until when it can be undone, being over since `finished`; `None` when it cannot be.
    #[must_use]
    pub fn undoable_until(&self, finished: Micros) -> Option<Micros> {
        match self {
            Action::Note { .. } | Action::Undo { .. } => None,
            Action::Reply { .. } | Action::IncidentUpdate { .. } => Some(finished + withdraw::REPLY_RESTS),
            _ => Some(finished + super::UNDO_WITHIN),
        }
    }

    /// Does it to a ticket; the answer is what undoing needs to know.
    ///
    /// # Errors
    /// What the verb refuses with.
    pub fn act(&self, tx: &mut Tx<'_>, settings: &Settings, staff: &Staff, id: Uuid, moment: &Moment) -> Result<Value> {
        if let Action::Merge { into } = self {
            let (_, survivor) = merge::merge(tx, staff, id, *into, moment)?;
            return Ok(json!({"into": survivor}));
        }
        let ticket = queries::lock_for_staff(tx, staff, id)?;
        merge::check_unmerged(tx, &ticket)?;
        let actor = staff.actor;
        let mut was = self.before(&ticket);
        match self {
            Action::Close => drop(verbs::close(tx, ticket, actor, moment)?),
            Action::Reopen => drop(reopen(tx, settings, staff, ticket, moment)?),
            Action::Assign { agent, team } => {
                let to = Handover { agent: *agent, team: *team };
                verbs::assign(tx, ticket, actor, to, moment)?;
                let now = queries::find(tx, id)?.ok_or_else(Problem::not_found)?;
                was = json!({"was": was, "is": self.before(&now)});
            }
            Action::Priority { priority } => drop(triage::prioritise(tx, ticket, actor, *priority, moment)?),
            Action::Tag { add, remove } => drop(triage::tag(tx, ticket, actor, add, remove, moment)?),
            Action::Snooze { until } => drop(triage::snooze(tx, ticket, actor, *until, moment)?),
            Action::Unsnooze => drop(triage::wake(tx, ticket, actor, moment)?),
            Action::Spam => drop(triage::mark_spam(tx, ticket, actor, true, moment)?),
            Action::Unspam => drop(triage::mark_spam(tx, ticket, actor, false, moment)?),
            Action::Reply { body } => {
                let (ack, _) = verbs::reply(tx, ticket, actor, &body.as_str().into(), None, moment)?;
                was = json!({"number": ack.number});
            }
            Action::Note { body } => drop(verbs::note(tx, ticket, actor, &body.as_str().into(), false, moment)?),
            Action::Incident { incident: Some(id) } => drop(incidents::link(tx, ticket, actor, *id, moment)?),
            Action::Incident { incident: None } => drop(incidents::unlink(tx, ticket, actor, moment)?),
            Action::IncidentUpdate { incident, number } => {
                let ack = incidents::answer(tx, ticket, actor, *incident, *number, moment)?;
                was = json!({"number": ack.number});
            }
            Action::Merge { .. } | Action::Undo { .. } => return Err(Error::Defect("no such item".into()).into()),
        }
        Ok(was)
    }

    /// What it is about to change.
    fn before(&self, ticket: &Ticket) -> Value {
        match self {
            Action::Close | Action::Snooze { .. } | Action::Unsnooze => json!({"until": ticket.snoozed_until}),
            Action::Assign { .. } => json!({"agent": ticket.assignee, "team": ticket.team}),
            Action::Priority { .. } => json!({"priority": ticket.priority}),
            Action::Tag { add, remove } => json!({
                "added": add.iter().filter(|tag| !ticket.tags.contains(tag) && !remove.contains(tag)).collect::<Vec<_>>(),
                "removed": remove.iter().filter(|tag| ticket.tags.contains(tag)).collect::<Vec<_>>(),
            }),
            Action::Spam | Action::Unspam => json!({"spam": ticket.spam}),
            Action::Incident { .. } => json!({"incident": ticket.incident}),
            _ => json!({}),
        }
    }

    /// Does the opposite to a ticket, `was` being what was noted when it was done.
    ///
    /// # Errors
    /// 409 `changed-since` when somebody has changed it since; what the verb refuses with.
    pub fn undo(
        &self,
        tx: &mut Tx<'_>,
        settings: &Settings,
        staff: &Staff,
        id: Uuid,
        was: &Value,
        moment: &Moment,
    ) -> Result<()> {
        let ticket = queries::lock_for_staff(tx, staff, id)?;
        let held = |value: &Value| value.as_str().and_then(|id| id.parse::<Uuid>().ok());
        if let Action::Merge { .. } = self {
            unchanged(ticket.merged_into == held(&was["into"]))?;
            return merge::unmerge(tx, staff, id, moment).map(drop);
        }
        merge::check_unmerged(tx, &ticket)?;
        let (actor, until) = (staff.actor, was["until"].as_i64().filter(|until| *until > moment.at));
        let mut draws = moment.draws();
        match self {
            Action::Close => {
                unchanged(ticket.state == State::Closed)?;
                reopen(tx, settings, staff, ticket, &draws.moment())?;
                if let Some(until) = until {
                    let ticket = queries::lock_for_staff(tx, staff, id)?;
                    triage::snooze(tx, ticket, actor, until, &draws.moment())?;
                }
            }
            Action::Reopen => {
                unchanged(ticket.state == State::Open)?;
                verbs::close(tx, ticket, actor, moment)?;
            }
            Action::Assign { .. } => {
                unchanged(self.before(&ticket) == was["is"])?;
                let (agent, team) = (held(&was["was"]["agent"]), held(&was["was"]["team"]));
                verbs::assign(tx, ticket, actor, Handover { agent: Some(agent), team: Some(team) }, moment)?;
            }
            Action::Priority { priority } => {
                unchanged(ticket.priority == *priority)?;
                let former = was["priority"].as_str().and_then(Priority::parse).unwrap_or(Priority::Normal);
                triage::prioritise(tx, ticket, actor, former, moment)?;
            }
            Action::Tag { .. } => {
                let list = |key: &str| -> Vec<String> {
                    was[key].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
                };
                triage::tag(tx, ticket, actor, &list("removed"), &list("added"), moment)?;
            }
            Action::Snooze { until: set } => {
                unchanged(ticket.snoozed_until == Some(*set))?;
                match until {
                    Some(until) => triage::snooze(tx, ticket, actor, until, moment)?,
                    None => triage::wake(tx, ticket, actor, moment)?,
                };
            }
            Action::Unsnooze => {
                unchanged(ticket.snoozed_until.is_none())?;
                if let Some(until) = until {
                    triage::snooze(tx, ticket, actor, until, moment)?;
                }
            }
            Action::Spam | Action::Unspam => {
                unchanged(ticket.spam == (*self == Action::Spam))?;
                triage::mark_spam(tx, ticket, actor, was["spam"] == true, moment)?;
            }
            Action::Reply { .. } | Action::IncidentUpdate { .. } => {
                withdraw::withdraw(tx, ticket, actor, was["number"].as_i64().unwrap_or_default(), moment)?;
            }
            Action::Incident { incident } => {
                unchanged(ticket.incident == *incident)?;
                match held(&was["incident"]) {
                    Some(former) => incidents::link(tx, ticket, actor, former, moment)?,
                    None => incidents::unlink(tx, ticket, actor, moment)?,
                };
            }
            Action::Note { .. } | Action::Merge { .. } | Action::Undo { .. } => {
                return Err(Problem::conflict("bulk-lasting"));
            }
        }
        Ok(())
    }
}

/// Undoing leaves alone what somebody has changed since.
fn unchanged(holds: bool) -> Result<()> {
    if holds { Ok(()) } else { Err(Problem::conflict("changed-since")) }
}

fn reopen(tx: &mut Tx<'_>, settings: &Settings, staff: &Staff, ticket: Ticket, moment: &Moment) -> Result<()> {
    let promise = settings.promise(ticket.category);
    verbs::reopen(tx, ticket, staff.actor, &promise, moment).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_absent_stays_absent_in_the_store() {
        for action in [
            Action::Close,
            Action::Assign { agent: Some(None), team: None },
            Action::Assign { agent: None, team: Some(Some(Uuid::from_u128(7))) },
            Action::Undo { action: Box::new(Action::Tag { add: vec!["vip".into()], remove: vec![] }) },
            Action::IncidentUpdate { incident: Uuid::from_u128(7), number: 2 },
        ] {
            assert_eq!(Action::stored(&action.text().unwrap()).unwrap(), action);
        }
        assert_eq!(
            Action::Assign { agent: Some(None), team: None }.text().unwrap(),
            r#"{"kind":"assign","agent":null}"#
        );
    }
}
