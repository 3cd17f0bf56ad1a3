//! Ways to go on with a search that is being typed. Each question to the database is answered from a few rows of an
//! index.

use std::collections::BTreeSet;

use serde::Serialize;
use store::{Tx, params};

use super::index::Snapshot;
use super::{read, results, terms};
use crate::error::Result;
use crate::language::Language;
use crate::people::panel::search as customers;
use crate::tickets::filter::NAMES;
use crate::tickets::{Awaiting, Category, Channel, Priority, Standing};

/// Of each kind, at most.
const MOST: usize = 8;
/// Letters of a reference or address that must be there before they are looked up.
const LEAST: usize = 2;

/// One way to go on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Suggestion {
    /// To stand in place of the last word.
    insert: String,
    /// What it means, in the desk's own names.
    label: String,
    kind: Kind,
}

/// What is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = SuggestionKind)]
enum Kind {
    /// The name of a filter.
    Filter,
    /// A value of one.
    Value,
    /// A tag that tickets have.
    Tag,
    /// A colleague.
    Agent,
    /// A team.
    Team,
    /// A ticket, by its reference.
    Ticket,
    /// A customer, by address or name.
    Customer,
}

fn suggestion(kind: Kind, insert: String, label: &str) -> Suggestion {
    Suggestion { insert, label: label.to_owned(), kind }
}

/// Ways to go on with `typed`.
pub fn of(tx: &mut Tx<'_>, snapshot: Option<&Snapshot>, typed: &str) -> Result<Vec<Suggestion>> {
    let last = typed.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    let (minus, word) = last.strip_prefix('-').map_or(("", last), |word| ("-", word));
    let (Some((name, value)), word) = (word.split_once([':', '：']), word.to_lowercase()) else {
        return unnamed(tx, minus, &last.to_lowercase());
    };
    let value = value.trim_start_matches(['"', '“']).to_lowercase();
    if minus == "-" && name != "tag" || word.len() > 200 {
        return Ok(Vec::new());
    }
    match name.to_lowercase().as_str() {
        "category" => Ok(values("category", Category::slugs(), &value)),
        "state" => Ok(values("state", Standing::ALL.iter().map(|known| known.name()), &value)),
        "awaiting" => Ok(values("awaiting", Awaiting::ALL.iter().map(|known| known.name()), &value)),
        "priority" => Ok(values("priority", Priority::ALL.iter().map(|known| known.name()), &value)),
        "language" => Ok(values("language", Language::ALL.iter().map(|known| known.tag()), &value)),
        "channel" => Ok(values("channel", Channel::ALL.iter().map(|known| known.name()), &value)),
        "assignee" => assignees(tx, &value),
        "team" => teams(tx, &value),
        "tag" => tags(snapshot, minus, &value),
        "customer" => customers(tx, &value),
        _ => Ok(Vec::new()),
    }
}

/// Nothing says what kind of word it is.
fn unnamed(tx: &mut Tx<'_>, minus: &str, word: &str) -> Result<Vec<Suggestion>> {
    let name = word.trim_start_matches('-');
    let names = NAMES.iter().filter(|known| known.starts_with(name) && (minus.is_empty() || **known == "tag"));
    let mut found: Vec<Suggestion> =
        names.map(|name| suggestion(Kind::Filter, format!("{minus}{name}:"), name)).collect();
    if minus.is_empty() {
        found.extend(references(tx, word)?);
        found.extend(customers(tx, word)?);
    }
    Ok(found)
}

fn values(name: &str, values: impl IntoIterator<Item = &'static str>, begun: &str) -> Vec<Suggestion> {
    let values = values.into_iter().filter(|value| value.to_lowercase().starts_with(begun));
    values.map(|value| suggestion(Kind::Value, format!("{name}:{value}"), value)).collect()
}

fn assignees(tx: &mut Tx<'_>, begun: &str) -> Result<Vec<Suggestion>> {
    let mut found = values("assignee", ["me", "none"], begun);
    let named = |name: &str| name.to_lowercase().split_whitespace().any(|part| part.starts_with(begun));
    let agents = read::agents(tx)?.into_iter().filter(|(number, name)| number.starts_with(begun) || named(name));
    found.extend(
        agents
            .take(MOST)
            .map(|(number, name)| suggestion(Kind::Agent, format!("assignee:{number}"), &format!("{name} · {number}"))),
    );
    Ok(found)
}

fn teams(tx: &mut Tx<'_>, begun: &str) -> Result<Vec<Suggestion>> {
    let mut found = values("team", ["mine", "none"], begun);
    let teams = read::teams(tx)?.into_iter().filter(|name| name.to_lowercase().starts_with(begun));
    found.extend(teams.take(MOST).map(|name| {
        let quoted = if name.contains(' ') { format!("\"{name}\"") } else { name.clone() };
        suggestion(Kind::Team, format!("team:{quoted}"), &name)
    }));
    Ok(found)
}

/// Tags that tickets in the index have.
fn tags(snapshot: Option<&Snapshot>, minus: &str, begun: &str) -> Result<Vec<Suggestion>> {
    let prefix = terms::facet(terms::TAG, begun);
    let tags = snapshot.map_or(Ok(BTreeSet::new()), |snapshot| snapshot.beginning_with(&prefix, MOST));
    let tags = tags.map_err(results::broken)?;
    let tags = tags.iter().filter_map(|term| term.split_once(':'));
    Ok(tags.map(|(_, tag)| suggestion(Kind::Tag, format!("{minus}tag:{tag}"), tag)).collect())
}

/// The end of the texts that begin with `begun`.
fn beyond(begun: &str) -> String {
    format!("{begun}\u{10ffff}")
}

fn references(tx: &mut Tx<'_>, begun: &str) -> Result<Vec<Suggestion>> {
    const FIND: &str = "SELECT reference, subject FROM ticket WHERE reference >= $1 AND reference < $2
        ORDER BY reference LIMIT $3";
    let begun = begun.replace('-', "").to_ascii_uppercase();
    if begun.len() < LEAST || !begun.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(Vec::new());
    }
    let found = tx.query(FIND, params![&begun, &beyond(&begun), MOST as i64], |row| {
        let reference = crate::tickets::Reference::stored(row.get(0)?).to_string();
        Ok((reference, row.get::<String>(1)?))
    })?;
    let tickets = found.into_iter().map(|(reference, subject)| {
        let label = format!("{reference} · {subject}");
        suggestion(Kind::Ticket, reference, &label)
    });
    Ok(tickets.collect())
}

fn customers(tx: &mut Tx<'_>, begun: &str) -> Result<Vec<Suggestion>> {
    if begun.chars().count() < LEAST || begun.contains('\0') {
        return Ok(Vec::new());
    }
    let found = customers::find(tx, begun, MOST)?.into_iter().map(|customer| {
        let address = customer.email.map(|address| address.to_lowercase());
        let (name, told) = (customer.name, address.clone().or(customer.exchange_uid).unwrap_or_default());
        let value = address.unwrap_or_else(|| customer.id.to_string());
        suggestion(Kind::Customer, format!("customer:{value}"), &format!("{name} · {told}"))
    });
    Ok(found.collect())
}
