//! SQL of the tickets.

use store::{Error, Param, Row, Tx, params};
use uuid::Uuid;

use crate::clock::Micros;
use crate::error::{Problem, Result as Answer};
use crate::language::Language;
use crate::people::{Assurance, Customer, Permission, Staff};
use crate::tickets::{Awaiting, Category, Channel, Priority, Reference, State, Ticket};

const COLUMNS: &str = "t.id, t.reference, t.customer_id, t.category, t.language, t.channel, t.subject, t.preview,
    t.assurance, t.state, t.awaiting, t.assignee_id, t.chased, t.rating, t.rating_comment, t.entries,
    t.last_message, t.head, t.due_at, t.created_at, t.updated_at, t.closed_at, t.priority, t.tags, t.team_id,
    t.snoozed_until, t.merged_into, t.spam, t.incident_id, t.live";
/// How many [`COLUMNS`] there are.
const WIDTH: usize = 30;

fn ticket(row: &Row<'_>) -> Result<Ticket, Error> {
    Ok(Ticket {
        id: row.get(0)?,
        reference: Reference::stored(row.get(1)?),
        customer: row.get(2)?,
        category: known(row, 3, Category::stored)?,
        language: known(row, 4, Language::parse)?,
        channel: known(row, 5, Channel::parse)?,
        subject: row.get(6)?,
        preview: row.get(7)?,
        assurance: known(row, 8, Assurance::parse)?,
        state: known(row, 9, State::parse)?,
        awaiting: perhaps(row, 10, Awaiting::parse)?,
        assignee: row.opt(11)?,
        chased: row.get(12)?,
        rating: row.opt(13)?,
        rating_comment: row.opt(14)?,
        entries: row.get(15)?,
        last_message: row.get(16)?,
        head: row.get(17)?,
        due_at: row.opt(18)?,
        created_at: row.get(19)?,
        updated_at: row.get(20)?,
        closed_at: row.opt(21)?,
        priority: known(row, 22, Priority::parse)?,
        tags: row.text(23)?.unwrap_or("").split_ascii_whitespace().map(str::to_owned).collect(),
        team: row.opt(24)?,
        snoozed_until: row.opt(25)?,
        merged_into: row.opt(26)?,
        spam: row.get(27)?,
        incident: row.opt(28)?,
        live: row.get(29)?,
    })
}

/// A column that holds one of our names.
fn known<T>(row: &Row<'_>, index: usize, parse: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
    perhaps(row, index, parse)?.ok_or_else(|| Error::Defect(format!("column {index} is NULL")))
}

/// As [`known`]; `None` when NULL.
fn perhaps<T>(row: &Row<'_>, index: usize, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Error> {
    let Some(name) = row.text(index)? else { return Ok(None) };
    parse(name).map(Some).ok_or_else(|| Error::Defect(format!("column {index} holds an unknown name")))
}

/// Tags as stored: a space before and after each, so that one is found as a word.
fn tags(ticket: &Ticket) -> String {
    if ticket.tags.is_empty() { String::new() } else { format!(" {} ", ticket.tags.join(" ")) }
}

/// Stores a new ticket.
pub fn insert(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<(), Error> {
    const INSERT: &str =
        "INSERT INTO ticket (id, reference, customer_id, category, language, channel, subject, preview,
            assurance, state, awaiting, assignee_id, chased, rating, rating_comment, entries, last_message, head,
            due_at, created_at, updated_at, closed_at, priority, tags, team_id, snoozed_until, merged_into, spam,
            incident_id, standing, live)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28, $29, $30, $31)";
    tx.execute(
        INSERT,
        params![
            ticket.id,
            ticket.reference.as_str(),
            ticket.customer,
            ticket.category.slug(),
            ticket.language.tag(),
            ticket.channel.name(),
            &ticket.subject,
            &ticket.preview,
            ticket.assurance.name(),
            ticket.state.name(),
            ticket.awaiting.map(Awaiting::name),
            ticket.assignee,
            ticket.chased,
            ticket.rating,
            ticket.rating_comment.as_deref(),
            ticket.entries,
            ticket.last_message,
            &ticket.head,
            ticket.due_at,
            ticket.created_at,
            ticket.updated_at,
            ticket.closed_at,
            ticket.priority.name(),
            &tags(ticket),
            ticket.team,
            ticket.snoozed_until,
            ticket.merged_into,
            ticket.spam,
            ticket.incident,
            ticket.standing().name(),
            ticket.live,
        ],
    )
    .map(drop)
}

/// Stores what a locked ticket's entries now amount to.
pub fn update(tx: &mut Tx<'_>, ticket: &Ticket) -> Result<(), Error> {
    const UPDATE: &str = "UPDATE ticket SET preview = $1, assurance = $2, state = $3, awaiting = $4, assignee_id = $5,
            chased = $6, rating = $7, rating_comment = $8, entries = $9, last_message = $10, head = $11, due_at = $12,
            updated_at = $13, closed_at = $14, priority = $15, tags = $16, team_id = $17, snoozed_until = $18,
            merged_into = $19, spam = $20, incident_id = $21, standing = $22, subject = $23, category = $24, live = $25
        WHERE id = $26";
    tx.execute(
        UPDATE,
        params![
            &ticket.preview,
            ticket.assurance.name(),
            ticket.state.name(),
            ticket.awaiting.map(Awaiting::name),
            ticket.assignee,
            ticket.chased,
            ticket.rating,
            ticket.rating_comment.as_deref(),
            ticket.entries,
            ticket.last_message,
            &ticket.head,
            ticket.due_at,
            ticket.updated_at,
            ticket.closed_at,
            ticket.priority.name(),
            &tags(ticket),
            ticket.team,
            ticket.snoozed_until,
            ticket.merged_into,
            ticket.spam,
            ticket.incident,
            ticket.standing().name(),
            &ticket.subject,
            ticket.category.slug(),
            ticket.live,
            ticket.id,
        ],
    )
    .map(drop)
}

/// The ticket that a verb is about to change, locked until the transaction ends.
pub fn lock(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Ticket>, Error> {
    tx.lock(&format!("SELECT {COLUMNS} FROM ticket t WHERE t.id = $1"), params![id], ticket)
}

/// As [`lock`], through what an agent or program may see.
///
/// # Errors
/// 404 when there is no such ticket for them.
pub fn lock_for_staff(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Answer<Ticket> {
    visible(staff)?;
    lock(tx, id)?.ok_or_else(Problem::not_found)
}

/// As [`find`], through what an agent or program may see.
///
/// # Errors
/// 404 when there is no such ticket for them.
pub fn find_for_staff(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Answer<Ticket> {
    visible(staff)?;
    find(tx, id)?.ok_or_else(Problem::not_found)
}

/// As [`lock`], through what a customer may see.
///
/// # Errors
/// 404 when the customer has no such ticket.
pub fn lock_for_customer(tx: &mut Tx<'_>, customer: &Customer, reference: &Reference) -> Answer<Ticket> {
    let sql = format!("SELECT {COLUMNS} FROM ticket t WHERE t.reference = $1 AND t.customer_id = $2");
    tx.lock(&sql, params![reference.as_str(), customer.id], ticket)?.ok_or_else(Problem::not_found)
}

/// The ticket of an id, for the desk's own followers: nobody's view of it.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Ticket>, Error> {
    tx.first(&format!("SELECT {COLUMNS} FROM ticket t WHERE t.id = $1"), params![id], ticket)
}

/// Up to `limit` tickets after an id, in the order of ids.
pub fn after(tx: &mut Tx<'_>, id: Uuid, limit: i64) -> Result<Vec<Ticket>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM ticket t WHERE t.id > $1 ORDER BY t.id LIMIT $2");
    tx.query(&sql, params![id, limit], ticket)
}

/// A ticket's reference for its owner, who comes by a link.
pub fn reference_of(tx: &mut Tx<'_>, id: Uuid, customer: Uuid) -> Result<Option<Reference>, Error> {
    const FIND: &str = "SELECT reference FROM ticket WHERE id = $1 AND customer_id = $2";
    tx.first(FIND, params![id, customer], |row| Ok(Reference::stored(row.get(0)?)))
}

fn visible(staff: &Staff) -> Answer<()> {
    if staff.role.may(Permission::TicketRead) { Ok(()) } else { Err(Problem::not_found()) }
}

/// A ticket with the names that people see.
#[derive(Clone, Debug)]
pub struct Named {
    /// The ticket.
    pub ticket: Ticket,
    /// The customer's name.
    pub customer_name: String,
    /// The customer's address, if known.
    pub customer_email: Option<String>,
    /// When the address was last proved.
    pub customer_proved_at: Option<Micros>,
    /// The assignee's name and number.
    pub assignee: Option<(String, String)>,
}

const NAMES: &str = "c.name, c.email, c.proved_at, a.name, a.number";
const FROM: &str = "ticket t JOIN customer c ON c.id = t.customer_id LEFT JOIN agent a ON a.id = t.assignee_id";

fn named(row: &Row<'_>) -> Result<Named, Error> {
    Ok(Named {
        ticket: ticket(row)?,
        customer_name: row.get(WIDTH)?,
        customer_email: row.opt(WIDTH + 1)?,
        customer_proved_at: row.opt(WIDTH + 2)?,
        assignee: row.opt(WIDTH + 3)?.zip(row.opt(WIDTH + 4)?),
    })
}

/// One ticket, through what an agent or program may see.
///
/// # Errors
/// 404 when there is no such ticket for them.
pub fn for_staff(tx: &mut Tx<'_>, staff: &Staff, id: Uuid) -> Answer<Named> {
    visible(staff)?;
    let sql = format!("SELECT {COLUMNS}, {NAMES} FROM {FROM} WHERE t.id = $1");
    tx.first(&sql, params![id], named)?.ok_or_else(Problem::not_found)
}

/// The tickets of some ids, in the order of the ids, through what an agent or program may see. Whoever is not there, or
/// not for them, lacks.
///
/// # Errors
/// 404 when they may see no tickets.
pub fn several(tx: &mut Tx<'_>, staff: &Staff, ids: &[Uuid]) -> Answer<Vec<Named>> {
    visible(staff)?;
    Ok(of_ids(tx, ids)?)
}

/// One ticket, through what a customer may see.
///
/// # Errors
/// 404 when the customer has no such ticket.
pub fn for_customer(tx: &mut Tx<'_>, customer: &Customer, reference: &Reference) -> Answer<Named> {
    let sql = format!("SELECT {COLUMNS}, {NAMES} FROM {FROM} WHERE t.reference = $1 AND t.customer_id = $2");
    tx.first(&sql, params![reference.as_str(), customer.id], named)?.ok_or_else(Problem::not_found)
}

/// A customer's tickets, newest first, at most `limit`.
pub fn of_customer(tx: &mut Tx<'_>, customer: Uuid, limit: i64) -> Result<Vec<Named>, Error> {
    let sql = format!("SELECT {COLUMNS}, {NAMES} FROM {FROM} WHERE t.customer_id = $1 ORDER BY t.id DESC LIMIT $2");
    tx.query(&sql, params![customer, limit], named)
}

/// The tickets of these ids that are there, in their order.
pub fn of_ids(tx: &mut Tx<'_>, ids: &[Uuid]) -> Result<Vec<Named>, Error> {
    let Some(last) = ids.last() else { return Ok(Vec::new()) };
    // Few lengths make few statements: the last id fills up.
    let length = ids.len().next_multiple_of(if ids.len() > 64 { 128 } else { 8 });
    let places: Vec<String> = (1..=length).map(|number| format!("${number}")).collect();
    let params: Vec<Param<'_>> =
        ids.iter().chain(std::iter::repeat(last)).take(length).map(|id| Param::Uuid(*id)).collect();
    let mut found = walk(tx, &format!("t.id IN ({})", places.join(", ")), &params)?;
    found.sort_by_cached_key(|named| ids.iter().position(|id| *id == named.ticket.id));
    Ok(found)
}

/// Tickets under `rest`, which says everything after `WHERE`.
pub fn walk(tx: &mut Tx<'_>, rest: &str, params: &[Param<'_>]) -> Result<Vec<Named>, Error> {
    tx.query(&format!("SELECT {COLUMNS}, {NAMES} FROM {FROM} WHERE {rest}"), params, named)
}

/// Up to `limit` tickets before an id, the newest first.
pub fn before(tx: &mut Tx<'_>, id: Uuid, limit: i64) -> Result<Vec<Named>, Error> {
    walk(tx, "t.id < $1 ORDER BY t.id DESC LIMIT $2", params![id, limit])
}
