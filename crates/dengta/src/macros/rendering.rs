//! A macro rendered for a ticket.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use store::{Tx, params};

use crate::app::App;
use crate::error::{FieldProblem, Problem, Result};
use crate::language::Language;
use crate::macros::include::{Stop, gather};
use crate::macros::queries::Macro;
use crate::macros::spoken;
use crate::macros::template::{self, Agent, Customer, Team, Ticket, Values};
use crate::people::{Staff, names};
use crate::settings::Settings;
use crate::tickets::categories::{Field, Input};
use crate::tickets::queries::Named;
use crate::tickets::{self, Category};

/// Characters of a customer's own words in a text; a name or a subject is shorter.
const MAX_VALUE: usize = 500;

/// Values to try a text with.
#[must_use]
pub fn sample(facts: &BTreeSet<String>) -> Values {
    let word = || "…".to_owned();
    Values {
        customer: Customer { name: word(), email: word() },
        ticket: Ticket { reference: word(), subject: word(), category: word(), link: word(), promise: word() },
        agent: Agent { name: word(), number: word() },
        team: Team { name: word() },
        brand: word(),
        facts: facts.iter().map(|key| (key.clone(), word())).collect(),
    }
}

/// What a macro says about a ticket, and in which language; nothing when it only does.
///
/// # Errors
/// 422 that names the text which cannot be rendered.
pub fn render(
    tx: &mut Tx<'_>,
    app: &App,
    of: &Macro,
    wanted: Language,
    (named, given): (&Named, &Map<String, Value>),
    staff: &Staff,
) -> Result<(String, Language)> {
    let Some((language, text)) = spoken(&of.texts, wanted).and_then(|found| of.texts.get_key_value(&found)) else {
        return Ok((String::new(), wanted));
    };
    let facts = app.settings.now().all_facts();
    let rendered = match gather(tx, &of.title, text, *language, &facts) {
        Ok(included) => template::render(text, &included, &values(tx, app, *language, (named, given), staff)?),
        Err(Stop::Fault(fault)) => Err(fault),
        Err(Stop::Store(error)) => return Err(error.into()),
    };
    let text = rendered.map_err(|fault| {
        let field = format!("texts.{language}");
        Problem::invalid(vec![FieldProblem { field, code: fault.code, args: fault.args }])
    })?;
    Ok((text, *language))
}

fn values(
    tx: &mut Tx<'_>,
    app: &App,
    language: Language,
    (named, given): (&Named, &Map<String, Value>),
    staff: &Staff,
) -> Result<Values> {
    let ticket = &named.ticket;
    let (name, number) = names::of(tx, &[staff.actor])?.remove(&staff.actor).unwrap_or_default();
    let team = match ticket.team {
        Some(team) => tx.first("SELECT name FROM team WHERE id = $1", params![team], |row| row.get(0))?,
        None => None,
    };
    let settings = app.settings.now();
    let reference = ticket.reference.to_string();
    Ok(Values {
        customer: Customer {
            name: one_line(&named.customer_name),
            email: named.customer_email.clone().unwrap_or_default(),
        },
        ticket: Ticket {
            link: format!("{}/{}/cases/{reference}", app.config.public_url, ticket.language),
            subject: one_line(&ticket.subject),
            category: settings.category_name(language, ticket.category.slug()),
            promise: settings.promise(ticket.category).words(language),
            reference,
        },
        agent: Agent { name: name.unwrap_or_default(), number: number.unwrap_or_default() },
        team: Team { name: team.unwrap_or_default() },
        brand: app.config.brand(language.tag()).to_owned(),
        facts: given_facts(&settings, ticket.category, given, language),
    })
}

/// Every fact that there is a name for; those that were not given are empty. A choice is said in words.
fn given_facts(
    settings: &Settings,
    category: Category,
    given: &Map<String, Value>,
    language: Language,
) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = settings.all_facts().into_iter().map(|key| (key, String::new())).collect();
    for field in settings.asked(category).all() {
        if let Some(value) = given.get(field.key).and_then(Value::as_str) {
            all.insert(field.key.to_owned(), said(settings, field, value, language));
        }
    }
    all
}

fn said(settings: &Settings, field: &Field, value: &str, language: Language) -> String {
    match field.input {
        Input::Choice(_) => settings.choice_name(language, field.key, value),
        _ => one_line(value),
    }
}

/// What somebody else typed stands on one line of ours.
fn one_line(text: &str) -> String {
    tickets::http::one_line(text).chars().take(MAX_VALUE).collect()
}
