//! What a visitor says, and does: the message of a conversation, asking for a person, ending it, rating it.

use serde_json::{Map, json};
use store::{Tx, params};
use uuid::Uuid;

use super::session::{self, Session};
use crate::channel::Channel;
use crate::clock::{Draws, MINUTE, Micros};
use crate::error::{Problem, Result};
use crate::files::Given;
use crate::people::Actor;
use crate::routing::steps::{self, Because};
use crate::routing::{State, board::GONE, line};
use crate::secrets::clean;
use crate::settings::Settings;
use crate::tickets::receive::{self, Inbound, Sender, receive};
use crate::tickets::timeline::Ack;
use crate::tickets::verbs::{self, Said};
use crate::tickets::{Awaiting, Category, LIVE, State as TicketState, Ticket, queries};

/// Characters of the first message that become the ticket's subject.
const SUBJECT: usize = 80;

/// What a visitor says.
#[derive(Clone, Debug)]
pub struct Saying {
    /// The words; none when files speak for themselves.
    pub text: String,
    /// The files.
    pub files: Given,
    /// The id that the client made.
    pub key: String,
    /// What it is about, when the visitor chose.
    pub category: Option<Category>,
}

/// Takes in a message of a locked session: the next of its conversation, or the first of a new one.
///
/// # Errors
/// As [`receive`].
pub fn say(
    tx: &mut Tx<'_>,
    settings: &Settings,
    session: &mut Session,
    saying: &Saying,
    draws: &mut Draws,
) -> Result<(Uuid, Ack)> {
    let ticket = match session.ticket {
        Some(id) => queries::lock(tx, id)?.filter(|ticket| ticket.state == TicketState::Open),
        None => None,
    };
    match ticket {
        Some(ticket) => go_on(tx, settings, ticket, saying, draws),
        None => open(tx, settings, session, saying, draws),
    }
}

fn open(
    tx: &mut Tx<'_>,
    settings: &Settings,
    session: &mut Session,
    saying: &Saying,
    draws: &mut Draws,
) -> Result<(Uuid, Ack)> {
    let customer = session::customer(tx, session, draws)?;
    let asked = settings.asked(saying.category.unwrap_or(Category::Other));
    let mut more = Map::from_iter([("key".to_owned(), json!(saying.key))]);
    if !session.page.url.is_empty() {
        more.insert("page".into(), json!({"url": session.page.url, "title": session.page.title}));
    }
    let inbound = Inbound {
        channel: Channel::Chat,
        sender: Sender::Known { id: customer, assurance: session.assurance },
        category: asked.category,
        language: session.language,
        subject: subject(&saying.text)?,
        text: saying.text.clone(),
        files: saying.files.clone(),
        fields: Vec::new(),
        promise: settings.promise(asked.category),
        team: asked.team,
        priority: asked.priority,
        time_zone: session.time_zone.clone(),
        live: true,
        more,
    };
    let moment = draws.moment();
    let received = receive(tx, &inbound, &moment)?;
    session::note_ticket(tx, session.id, received.ticket)?;
    session.ticket = Some(received.ticket);
    // What a blocked customer says is put aside: nobody is called to the line.
    let mut ticket = queries::lock(tx, received.ticket)?.ok_or_else(Problem::not_found)?;
    if !ticket.spam {
        line::begin(tx, ticket.id, State::Assistant, moment.at, moment.at)?;
        if !settings.chat.assistant {
            steps::wait(tx, settings, &mut ticket, Because::Direct, draws)?;
        }
    }
    Ok((received.ticket, received.ack))
}

/// The first words, as one line. Secrets are taken out before it is cut, and nothing is cut in two that could be one: half of a
/// secret would be found by nobody.
fn subject(text: &str) -> Result<String> {
    let text = clean::without(text)?;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(SUBJECT) else { return Ok(line) };
    let whole = line[..end].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    Ok(format!("{}…", whole.trim_end()))
}

fn go_on(
    tx: &mut Tx<'_>,
    settings: &Settings,
    mut ticket: Ticket,
    saying: &Saying,
    draws: &mut Draws,
) -> Result<(Uuid, Ack)> {
    let (id, moment) = (ticket.id, draws.moment());
    if let Some(category) = saying.category {
        let by = Actor::Customer(ticket.customer);
        verbs::categorise(tx, &mut ticket, by, category, &draws.moment())?;
    }
    let over = line::lock(tx, id)?.is_none_or(|state| state == State::Ended);
    let returns = over && somebody_is_there(tx, settings, moment.at)?;
    let mut words = Said {
        text: saying.text.clone(),
        files: saying.files.clone(),
        key: Some(saying.key.clone()),
        more: Map::new(),
    };
    if returns || !over {
        words.more.insert(LIVE.into(), json!(true));
    }
    let promise = settings.promise(ticket.category);
    let ack = receive::say(tx, ticket, &words, &promise, &moment)?;
    if returns && let Some(mut ticket) = queries::lock(tx, id)? {
        line::begin(tx, id, State::Waiting, moment.at, moment.at)?;
        steps::wait(tx, settings, &mut ticket, Because::Direct, draws)?;
    }
    Ok((id, ack))
}

/// Whether an agent takes conversations now.
fn somebody_is_there(tx: &mut Tx<'_>, settings: &Settings, now: Micros) -> Result<bool> {
    const THERE: &str = "SELECT 1 FROM agent_presence WHERE available = 1 AND heard_at > $1 LIMIT 1";
    let there = tx.first(THERE, params![now - GONE], |_| Ok(()))?.is_some();
    Ok(there && settings.open.is_open(now))
}

/// The ticket of a session's conversation, locked.
///
/// # Errors
/// 409 `chat-not-begun` before the first message.
pub fn conversation(tx: &mut Tx<'_>, session: &Session) -> Result<Ticket> {
    let id = session.ticket.ok_or_else(|| Problem::conflict("chat-not-begun"))?;
    queries::lock(tx, id)?.ok_or_else(Problem::not_found)
}

/// The visitor wants a person: gets in line, whatever the assistant would say.
///
/// # Errors
/// 409 `chat-not-begun`, `already-closed`.
pub fn ask_person(
    tx: &mut Tx<'_>,
    settings: &Settings,
    session: &Session,
    category: Option<Category>,
    draws: &mut Draws,
) -> Result<()> {
    let mut ticket = conversation(tx, session)?;
    if ticket.state == TicketState::Closed {
        return Err(Problem::conflict("already-closed"));
    }
    let moment = draws.moment();
    if let Some(category) = category {
        let by = Actor::Customer(ticket.customer);
        verbs::categorise(tx, &mut ticket, by, category, &moment)?;
    }
    match line::lock(tx, ticket.id)? {
        Some(State::Waiting | State::Talking) => return Ok(()),
        Some(State::Assistant) => {}
        Some(State::Ended) | None => line::begin(tx, ticket.id, State::Waiting, moment.at, moment.at)?,
    }
    steps::wait(tx, settings, &mut ticket, Because::Asked, draws)
}

/// The visitor ends the conversation. What we owe goes on as a ticket; else it is done.
///
/// # Errors
/// 409 `chat-not-begun`.
pub fn end(tx: &mut Tx<'_>, settings: &Settings, session: &Session, draws: &mut Draws) -> Result<()> {
    let ticket = conversation(tx, session)?;
    let (id, by) = (ticket.id, Actor::Customer(ticket.customer));
    let Some(state) = line::lock(tx, id)?.filter(|state| *state != State::Ended) else { return Ok(()) };
    steps::end(tx, settings, ticket, state, by, "customer", draws)?;
    let ticket = queries::lock(tx, id)?.ok_or_else(Problem::not_found)?;
    let done = ticket.state == TicketState::Open && ticket.awaiting == Some(Awaiting::Customer);
    if done && state == State::Talking {
        verbs::close(tx, ticket, by, &draws.moment())?;
    }
    Ok(())
}

/// Messages that one conversation takes in a minute.
const PACE: i64 = 40;

/// Somebody who says more than anybody can type waits a little.
///
/// # Errors
/// 429.
pub fn check_pace(tx: &mut Tx<'_>, session: &Session, now: Micros) -> Result<()> {
    const SAID: &str = "SELECT count(*) FROM idempotency WHERE scope = $1 AND created_at > $2";
    let said: i64 = tx.first(SAID, params![session.id, now - MINUTE], |row| row.get(0))?.unwrap_or(0);
    if said > PACE { Err(Problem::throttled(10)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_holds_no_part_of_a_secret() {
        let phrase =
            "my phrase: legal winner thank year wave sausage worth useful legal winner thank yellow, it is lost";
        let cut = subject(phrase).unwrap();
        assert!(!cut.contains("winner") && cut.starts_with("my phrase: ⟦"), "{cut}");
        let key = format!("{} {}", "k".repeat(60), "4f".repeat(32));
        assert_eq!(subject(&key).unwrap(), format!("{}…", "k".repeat(60)));
        assert_eq!(subject("充值\n未到账").unwrap(), "充值 未到账");
        assert_eq!(subject(&"充".repeat(100)).unwrap().chars().count(), SUBJECT + 1);
    }
}
