//! Making, changing and removing macros: what is saved can be rendered.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::check::{Check, MAX_TEXT, MAX_TITLE};
use crate::clock::Moment;
use crate::error::{FieldProblem, Problem, Result};
use crate::language::Language;
use crate::macros::actions::{self, Action};
use crate::macros::include::{Stop, gather};
use crate::macros::queries::{self, Macro, VisibleTo};
use crate::macros::{Texts, rendering, spoken, template};
use crate::people::{Permission, Staff, agents};
use crate::settings::changes;
use crate::tickets::http::one_line;

/// Macros that a desk can have.
const MAX_MACROS: i64 = 5_000;

/// What a macro is to be.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub struct NewMacro {
    /// What agents find it by, at most 100 characters; unique among those that everybody sees.
    #[schema(min_length = 1, max_length = 100)]
    title: String,
    /// What it stands under in lists, at most 100 characters.
    #[serde(default)]
    #[schema(required = false, max_length = 100)]
    group: String,
    /// The text by language tag (`zh-CN`, `zh-TW`, `en`, `ko`, `ja`), at least one unless there are actions, each of
    /// at most 20,000 characters. It can hold placeholders (`{{ customer.name }}`), conditions
    /// (`{% if facts.tx_id %}…{% else %}…{% endif %}`) and other macros (`{% include "Title" %}`).
    #[serde(default)]
    #[schema(required = false)]
    texts: BTreeMap<String, String>,
    /// What is done beside saying it.
    #[serde(default)]
    #[schema(required = false)]
    actions: Vec<Action>,
    /// Who sees it; everybody when absent.
    #[serde(default = "all")]
    #[schema(required = false)]
    visible_to: VisibleTo,
    /// The team that sees it, for `team`.
    #[serde(default)]
    team: Option<Uuid>,
    /// The version that was read; 409 `setting-moved` when there is a newer one.
    #[serde(default)]
    version: Option<i64>,
}

const fn all() -> VisibleTo {
    VisibleTo::All
}

impl NewMacro {
    fn checked(&self, tx: &mut Tx<'_>, id: Uuid) -> Result<Macro> {
        const TEAM: &str = "SELECT 1 FROM team WHERE id = $1 AND archived_at IS NULL";
        let mut check = Check::default();
        let title = one_line(&check.text("title", &self.title, MAX_TITLE));
        let group = one_line(&check.optional("group", &self.group, MAX_TITLE));
        let mut texts = Texts::new();
        for (tag, text) in &self.texts {
            let field = format!("texts.{tag}");
            let text = check.optional(&field, text, MAX_TEXT);
            match Language::parse(tag) {
                Some(language) if !text.is_empty() => drop(texts.insert(language, text)),
                Some(_) => {}
                None => check.refuse(&field, "unknown-field"),
            }
        }
        if texts.is_empty() && self.actions.is_empty() {
            check.refuse("texts", "required");
        }
        actions::check(tx, &mut check, &self.actions)?;
        if self.visible_to == VisibleTo::All && queries::title_taken(tx, &title, id)? {
            check.refuse("title", "name-taken");
        }
        let team = self.team.filter(|_| self.visible_to == VisibleTo::Team);
        match team {
            None if self.visible_to == VisibleTo::Team => check.refuse("team", "required"),
            Some(team) if tx.first(TEAM, params![team], |_| Ok(()))?.is_none() => check.refuse("team", "team-unknown"),
            _ => {}
        }
        check.done()?;
        let (actions, visible_to) = (self.actions.clone(), self.visible_to);
        Ok(Macro { id, title, group, texts, actions, visible_to, team, owner: None, used: 0, last_used_at: None })
    }
}

fn subject(id: Uuid) -> String {
    format!("macro:{id}")
}

/// The version of a macro.
pub fn version(tx: &mut Tx<'_>, id: Uuid) -> Result<i64, Error> {
    changes::version(tx, &subject(id))
}

/// What the history keeps of a macro.
fn told(of: &Macro) -> Value {
    json!({
        "title": of.title, "group": of.group, "texts": of.texts, "actions": of.actions,
        "visible_to": of.visible_to, "team": of.team, "owner": of.owner,
    })
}

/// Makes a macro.
///
/// # Errors
/// 422 that names what is wrong; 403 when the caller may make only macros of their own.
pub fn make(
    tx: &mut Tx<'_>,
    staff: &Staff,
    new: &NewMacro,
    facts: &BTreeSet<String>,
    moment: &Moment,
) -> Result<Macro> {
    let mut draws = moment.draws();
    agents::administer(tx, staff)?;
    if queries::count(tx)? >= MAX_MACROS {
        return Err(Problem::conflict("macros-full").with("max", MAX_MACROS));
    }
    let made = owned(staff, new.checked(tx, draws.uuid())?)?;
    check_texts(tx, &made, facts)?;
    queries::insert(tx, &made, moment.at)?;
    changes::note(tx, staff.actor, &subject(made.id), (None, Some(told(&made))), moment.at, &mut draws)?;
    Ok(made)
}

/// Changes a macro.
///
/// # Errors
/// As [`make`]; 409 when it was changed meanwhile, or when others include it under its old title.
pub fn change(
    tx: &mut Tx<'_>,
    staff: &Staff,
    id: Uuid,
    new: &NewMacro,
    facts: &BTreeSet<String>,
    moment: &Moment,
) -> Result<Macro> {
    agents::administer(tx, staff)?;
    let before = manageable(tx, staff, id)?;
    changes::expect(tx, &subject(id), new.version)?;
    let after = owned(staff, new.checked(tx, id)?)?;
    let stays = after.visible_to == VisibleTo::All && queries::key(&after.title) == queries::key(&before.title);
    if !stays {
        check_not_included(tx, &before)?;
    }
    check_texts(tx, &after, facts)?;
    queries::update(tx, &after)?;
    let change = (Some(told(&before)), Some(told(&after)));
    changes::note(tx, staff.actor, &subject(id), change, moment.at, &mut moment.draws())?;
    Ok(Macro { used: before.used, last_used_at: before.last_used_at, ..after })
}

/// Removes a macro.
///
/// # Errors
/// 403 and 404 as [`change`]; 409 when others include it.
pub fn remove(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, moment: &Moment) -> Result<()> {
    agents::administer(tx, staff)?;
    let before = manageable(tx, staff, id)?;
    check_not_included(tx, &before)?;
    queries::delete(tx, id)?;
    changes::note(tx, staff.actor, &subject(id), (Some(told(&before)), None), moment.at, &mut moment.draws())?;
    Ok(())
}

/// A macro that the caller may change: their own, or any other with the permission.
fn manageable(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Result<Macro> {
    let found = queries::find(tx, staff, id)?;
    if found.as_ref().is_none_or(|found| found.visible_to != VisibleTo::Me) {
        staff.require(Permission::MacroManage)?;
    }
    found.ok_or_else(Problem::not_found)
}

/// What is one's own belongs to an agent; what others see wants the permission.
fn owned(staff: &Staff, new: Macro) -> Result<Macro> {
    if new.visible_to == VisibleTo::Me {
        return Ok(Macro { owner: Some(staff.agent()?), ..new });
    }
    staff.require(Permission::MacroManage)?;
    Ok(new)
}

/// Renders every text once, in each language in which somebody may be answered with it.
fn check_texts(tx: &mut Tx<'_>, of: &Macro, facts: &BTreeSet<String>) -> Result<()> {
    let sample = rendering::sample(facts);
    let mut problems: Vec<FieldProblem> = Vec::new();
    for wanted in Language::ALL {
        let Some((language, text)) = spoken(&of.texts, wanted).and_then(|found| of.texts.get_key_value(&found)) else {
            continue;
        };
        let field = format!("texts.{language}");
        if problems.iter().any(|problem| problem.field == field) {
            continue;
        }
        let rendered = match gather(tx, &of.title, text, wanted, facts) {
            Ok(included) => template::render(text, &included, &sample),
            Err(Stop::Fault(fault)) => Err(fault),
            Err(Stop::Store(error)) => return Err(error.into()),
        };
        if let Err(fault) = rendered {
            problems.push(FieldProblem { field, code: fault.code, args: fault.args });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Problem::invalid(problems)) }
}

/// Refuses what would take away a text that others include.
fn check_not_included(tx: &mut Tx<'_>, of: &Macro) -> Result<()> {
    if of.visible_to != VisibleTo::All {
        return Ok(());
    }
    let key = queries::key(&of.title);
    let includes = |texts: &Texts| {
        let titles = texts.values().filter_map(|text| template::titles(text).ok()).flatten();
        titles.map(|title| queries::key(&title)).any(|title| title == key)
    };
    let by: Vec<String> = queries::including(tx, of.id)?
        .into_iter()
        .filter(|(_, texts)| includes(texts))
        .map(|(title, _)| title)
        .collect();
    if by.is_empty() { Ok(()) } else { Err(Problem::conflict("macro-included").with("titles", by.join(", ").as_str())) }
}
