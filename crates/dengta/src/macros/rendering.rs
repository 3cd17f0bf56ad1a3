//! A macro rendered for a ticket.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use store::{Tx, params};

use crate::app::App;
use crate::error::{FieldProblem, Problem, Result};
use crate::language::{Language, format_minutes, texts};
use crate::macros::include::{Stop, gather};
use crate::macros::queries::Macro;
use crate::macros::spoken;
use crate::macros::template::{self, Agent, Customer, Team, Ticket, Values};
use crate::people::{Staff, names};
use crate::tickets::categories::{COMMON, Field, Input};
use crate::tickets::queries::Named;
use crate::tickets::{self, Category};

/// Characters of a customer's own words in a text; a name or a subject is shorter.
const MAX_VALUE: usize = 500;

/// The names that `facts` has.
#[must_use]
pub fn facts() -> BTreeSet<String> {
    let own = Category::ALL.into_iter().flat_map(|category| category.own_fields().iter());
    own.chain(COMMON).map(|field| field.key.to_owned()).collect()
}

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
    let facts = facts();
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
    let promise = app.config.promise(ticket.category.slug());
    let reference = ticket.reference.to_string();
    Ok(Values {
        customer: Customer {
            name: one_line(&named.customer_name),
            email: named.customer_email.clone().unwrap_or_default(),
        },
        ticket: Ticket {
            link: format!("{}/{}/cases/{reference}", app.config.public_url, ticket.language),
            subject: one_line(&ticket.subject),
            category: texts().get(language, &format!("category-{}", ticket.category.slug())),
            promise: format_minutes(language, promise.from * 60, promise.to * 60),
            reference,
        },
        agent: Agent { name: name.unwrap_or_default(), number: number.unwrap_or_default() },
        team: Team { name: team.unwrap_or_default() },
        brand: app.config.brand(language.tag()).to_owned(),
        facts: given_facts(ticket.category, given, language),
    })
}

/// Every fact that there is a name for; those that were not given are empty. A choice is said in words.
fn given_facts(category: Category, given: &Map<String, Value>, language: Language) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = facts().into_iter().map(|key| (key, String::new())).collect();
    for field in category.fields() {
        if let Some(value) = given.get(field.key).and_then(Value::as_str) {
            all.insert(field.key.to_owned(), said(field, value, language));
        }
    }
    all
}

fn said(field: &Field, value: &str, language: Language) -> String {
    match field.input {
        Input::Choice(_) => texts().get(language, &format!("choice-{}-{value}", field.key).replace('_', "-")),
        _ => one_line(value),
    }
}

/// What somebody else typed stands on one line of ours.
fn one_line(text: &str) -> String {
    tickets::http::one_line(text).chars().take(MAX_VALUE).collect()
}
