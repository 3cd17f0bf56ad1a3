//! Tickets that a ticket belongs with, and those that are likely the same: of its customer, or of many customers with
//! one problem.

use std::collections::HashSet;

use serde::Serialize;
use store::{Tx, params};
use uuid::Uuid;

use crate::clock::{DAY, HOUR, Micros};
use crate::error::Result;
use crate::people::Staff;
use crate::tickets::queries::{self, Named};
use crate::tickets::{Standing, Ticket, links, merge, timeline};

/// Why another ticket is likely a duplicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The same customer asks.
    SameCustomer,
    /// About the same kind of thing.
    SameCategory,
    /// The same transaction, order or address stands in its facts.
    SameTxid,
    /// Nearly the same words.
    SimilarText,
    /// Many customers ask this within hours: an incident, perhaps.
    Flood,
}

/// A likely duplicate.
#[derive(Clone, Debug)]
pub struct Duplicate {
    /// The other ticket.
    pub named: Named,
    /// Why it is one.
    pub why: Vec<Why>,
}

/// What belongs with a ticket.
#[derive(Clone, Debug, Default)]
pub struct Related {
    /// Tickets that it continues, and theirs.
    pub merged: Vec<Named>,
    /// Tickets that it has to do with.
    pub links: Vec<Named>,
    /// Tickets that are likely the same.
    pub duplicates: Vec<Duplicate>,
}

/// How far back the same customer's tickets are compared.
const BACK: Micros = 30 * DAY;
/// How far back a flood reaches.
const FLOOD_BACK: Micros = 6 * HOUR;
/// Tickets compared at most, of the customer and of the category.
const COMPARED: i64 = 100;
/// This many others with nearly the same words are a flood.
const FLOOD: usize = 3;
/// Shares of common letter pairs: of one customer's tickets, and among strangers.
const SIMILAR: f64 = 0.5;
const ALIKE: f64 = 0.6;
/// Duplicates named.
const NAMED: usize = 10;

/// All that belongs with a ticket.
///
/// # Errors
/// 404 when the caller may not see it.
pub fn of(tx: &mut Tx<'_>, staff: &Staff, id: Uuid, now: Micros) -> Result<Related> {
    let ticket = queries::find_for_staff(tx, staff, id)?;
    let merged = merge::merged_into(tx, id)?;
    let linked = links::linked(tx, id)?;
    let mut duplicates = of_customer(tx, &ticket, now)?;
    duplicates.extend(flood(tx, &ticket, now)?);
    duplicates.retain(|duplicate| !linked.contains(&duplicate.named.ticket.id));
    duplicates.truncate(NAMED);
    Ok(Related { merged: queries::of_ids(tx, &merged)?, links: queries::of_ids(tx, &linked)?, duplicates })
}

/// The customer's other tickets that are not closed long since, with at least one more reason than the customer.
fn of_customer(tx: &mut Tx<'_>, ticket: &Ticket, now: Micros) -> Result<Vec<Duplicate>> {
    let words = pairs(&text_of(tx, ticket)?);
    let facts = identifiers(tx, ticket.id)?;
    let mut found = Vec::new();
    for named in queries::of_customer(tx, ticket.customer, COMPARED)? {
        let other = &named.ticket;
        if other.id == ticket.id || other.standing() == Standing::Merged || other.updated_at < now - BACK {
            continue;
        }
        let mut why = vec![Why::SameCustomer];
        if other.category == ticket.category {
            why.push(Why::SameCategory);
        }
        if !facts.is_disjoint(&identifiers(tx, other.id)?) {
            why.push(Why::SameTxid);
        }
        if likeness(&words, &pairs(&text_of(tx, other)?)) >= SIMILAR {
            why.push(Why::SimilarText);
        }
        if why.len() > 1 {
            found.push(Duplicate { named, why });
        }
    }
    found.sort_by_key(|duplicate| std::cmp::Reverse(duplicate.why.len()));
    Ok(found)
}

/// Open tickets of other customers in the same category within hours, in nearly the same words, when they are many.
fn flood(tx: &mut Tx<'_>, ticket: &Ticket, now: Micros) -> Result<Vec<Duplicate>> {
    const RECENT: &str = "SELECT id FROM ticket WHERE standing = 'open' AND category = $1 AND updated_at > $2
        ORDER BY updated_at DESC LIMIT $3";
    let ids =
        tx.query(RECENT, params![ticket.category.slug(), now - FLOOD_BACK, COMPARED], |row| row.get::<Uuid>(0))?;
    let words = pairs(&ticket.subject);
    let others = queries::of_ids(tx, &ids)?.into_iter().filter(|named| {
        named.ticket.customer != ticket.customer && likeness(&words, &pairs(&named.ticket.subject)) >= ALIKE
    });
    let found: Vec<Duplicate> =
        others.map(|named| Duplicate { named, why: vec![Why::SameCategory, Why::SimilarText, Why::Flood] }).collect();
    Ok(if found.len() >= FLOOD { found } else { Vec::new() })
}

fn text_of(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<String> {
    let first = timeline::read(tx, ticket.id, timeline::Reader::Staff, 0, 1)?.pop();
    let text = first.map(|entry| entry.event.text).unwrap_or_default();
    Ok(format!("{} {}", ticket.subject, text.chars().take(1000).collect::<String>()))
}

/// Facts that name one thing in the world: transactions, orders, addresses, accounts.
fn identifiers(tx: &mut Tx<'_>, ticket: Uuid) -> Result<HashSet<String>> {
    let facts = timeline::facts(tx, ticket)?;
    let long = facts.values().filter_map(|value| value.as_str()).filter(|value| {
        value.len() >= 8 && !value.contains(char::is_whitespace) && value.chars().any(|c| c.is_ascii_digit())
    });
    Ok(long.map(str::to_lowercase).collect())
}

/// The pairs of neighbouring letters, in any script.
fn pairs(text: &str) -> HashSet<(char, char)> {
    let letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// The share of common pairs, 0 to 1 (Jaccard).
fn likeness(one: &HashSet<(char, char)>, other: &HashSet<(char, char)>) -> f64 {
    let common = one.intersection(other).count();
    let all = one.len() + other.len() - common;
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_goes_by_words_in_any_script() {
        let of = |one: &str, other: &str| likeness(&pairs(one), &pairs(other));
        assert!(of("充值未到账 0.5 BTC", "充值没有到账 0.5BTC") > SIMILAR);
        assert!(of("BTC deposit missing", "btc deposit is missing!") > SIMILAR);
        assert!(of("充值未到账", "忘记密码了") < 0.1);
        assert!(of("", "").abs() < f64::EPSILON);
    }
}
