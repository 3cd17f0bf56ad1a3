//! The follower by which the assistant answers.
//!
//! A message is answered once, by one node: it is claimed for [`LEASE`], and what is said is written in the transaction that notes
//! the message as answered. Whatever goes wrong on the way, the customer gets a person.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use store::{Error, Tx, params};
use tokio::sync::{Semaphore, watch};
use uuid::Uuid;

use super::assistant::{self, By, Heard, Move, Offer, Turn, Why};
use crate::app::App;
use crate::bell::Alarm;
use crate::clock::{Draws, Micros, SECOND};
use crate::error::Result;
use crate::language::{Language, texts};
use crate::people::Actor;
use crate::routing::steps::{self, Because};
use crate::routing::{State, line};
use crate::settings::Settings;
use crate::tickets::timeline::{self, Reader};
use crate::tickets::verbs::{self, Said};
use crate::tickets::{ASIDE, Category, Kind, Ticket, queries};

/// However much is said, the assistant looks this often.
const REST: Duration = Duration::from_millis(20);
/// A node that has not answered by then has died.
const LEASE: Micros = 60 * SECOND;
/// Answers that are sought at the same time.
const AT_ONCE: usize = 32;
/// Turns that are read before an answer.
const TURNS: i64 = 60;

/// Answers until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let mut alarm = Alarm::new(&app.committed, stop, REST);
    let places = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let now = app.clock.now();
        match app.db.read(move |tx| unanswered(tx, now)).await {
            Ok(tickets) => {
                for ticket in tickets {
                    let Ok(place) = places.clone().acquire_owned().await else { return };
                    if claim(&app, ticket, now).await {
                        let app = app.clone();
                        tokio::spawn(async move {
                            answer(&app, ticket).await;
                            drop(place);
                        });
                    }
                }
            }
            Err(error) => tracing::warn!(%error, "the assistant will look again"),
        }
        if !alarm.wake().await {
            return;
        }
    }
}

/// Tickets on which something was said that nobody has answered.
fn unanswered(tx: &mut Tx<'_>, now: Micros) -> Result<Vec<Uuid>, Error> {
    const FIND: &str = "SELECT l.ticket_id FROM line l JOIN ticket t ON t.id = l.ticket_id
        WHERE l.state = 'assistant' AND l.answering < $1 AND t.last_message > l.answered LIMIT 64";
    tx.query(FIND, params![now], |row| row.get(0))
}

async fn claim(app: &App, ticket: Uuid, now: Micros) -> bool {
    const CLAIM: &str = "UPDATE line SET answering = $1 WHERE ticket_id = $2 AND answering < $3 AND state = 'assistant'";
    let claimed = app.db.write(move |tx| tx.execute(CLAIM, params![now + LEASE, ticket, now]));
    claimed.await.is_ok_and(|rows| rows == 1)
}

/// What was said, and where the line stands.
struct Asked {
    heard: Heard,
    /// The number of the newest message of the customer; `None` when there is none that was not answered.
    newest: Option<i64>,
    /// The number of the newest message.
    last: i64,
}

/// Answers what was said on a claimed ticket.
async fn answer(app: &App, ticket: Uuid) {
    let outcome = match app.db.read(move |tx| read(tx, ticket)).await {
        Ok(Some(asked)) => reply(app, ticket, asked).await,
        Ok(None) => Ok(()),
        Err(error) => Err(error.into()),
    };
    if let Err(problem) = outcome {
        tracing::warn!(code = problem.code, "an answer of the assistant will be sought again");
    }
    app.committed.ring();
}

async fn reply(app: &App, ticket: Uuid, asked: Asked) -> Result<()> {
    let Some(newest) = asked.newest else { return note(app, ticket, asked.last).await };
    let visitors = app.clone();
    let draft = move |text: &str| {
        let text: Arc<str> = text.into();
        visitors.visitors.tell(ticket, |news| news.draft = Some(text.clone()));
    };
    let next = assistant::next(app, &asked.heard, &draft).await.unwrap_or_else(|problem| {
        tracing::warn!(code = problem.code, "the assistant knows nothing now");
        Move::HandOver { why: Why::Misses, text: String::new(), category: None }
    });
    metrics::counter!("dengta_assistant_total", "move" => next.name()).increment(1);
    let (settings, moment) = (app.settings.now(), app.clock.moment());
    app.db
        .write(move |tx| {
            let Some(locked) = queries::lock(tx, ticket)? else { return Ok(()) };
            if line::lock(tx, ticket)? != Some(State::Assistant) {
                return Ok(()); // the customer has asked for a person meanwhile, or left
            }
            say(tx, &settings, locked, &next, &mut moment.draws())?;
            note_answered(tx, ticket, newest, next.is_miss())?;
            Ok(())
        })
        .await
}

async fn note(app: &App, ticket: Uuid, last: i64) -> Result<()> {
    Ok(app.db.write(move |tx| note_answered(tx, ticket, last, false)).await?)
}

/// Everything up to this message was answered; the claim is given back.
fn note_answered(tx: &mut Tx<'_>, ticket: Uuid, number: i64, miss: bool) -> Result<(), Error> {
    const HIT: &str = "UPDATE line SET answered = $1, misses = 0, answering = 0 WHERE ticket_id = $2";
    const MISS: &str = "UPDATE line SET answered = $1, misses = misses + 1, answering = 0 WHERE ticket_id = $2";
    tx.execute(if miss { MISS } else { HIT }, params![number, ticket]).map(drop)
}

fn read(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Option<Asked>, Error> {
    const LINE: &str = "SELECT answered, misses FROM line WHERE ticket_id = $1";
    let Some(found) = queries::find(tx, ticket)? else { return Ok(None) };
    let line = tx.first(LINE, params![ticket], |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?)))?;
    let Some((answered, misses)) = line else { return Ok(None) };
    let after = (found.entries - TURNS).max(0);
    let entries = timeline::read(tx, ticket, Reader::Staff, after, TURNS)?;
    let mut newest = None;
    let mut turns = Vec::new();
    for entry in entries.into_iter().filter(|entry| entry.event.kind == Kind::Message) {
        let by = match entry.event.actor {
            Actor::Customer(_) => By::Customer,
            Actor::System => By::Assistant,
            _ => By::Agent,
        };
        if by == By::Customer && entry.number > answered {
            newest = Some(entry.number);
        }
        turns.push(Turn { by, text: entry.event.text });
    }
    let category = Some(found.category).filter(|category| *category != Category::Other);
    let facts = timeline::facts(tx, ticket)?;
    let misses = u32::try_from(misses).unwrap_or(0);
    let heard = Heard {
        language: found.language,
        turns,
        category,
        facts,
        misses,
        reference: Some(found.reference.to_string()),
    };
    Ok(Some(Asked { heard, newest, last: found.last_message }))
}

/// Puts what the assistant does on the record.
fn say(tx: &mut Tx<'_>, settings: &Settings, ticket: Ticket, next: &Move, draws: &mut Draws) -> Result<()> {
    let (id, language) = (ticket.id, ticket.language);
    let more = details(next, language);
    if !next.text().is_empty() {
        let words = Said { text: next.text().to_owned(), more, ..Said::default() };
        verbs::reply(tx, ticket, Actor::System, &words, None, &draws.moment())?;
    }
    let Move::HandOver { why, category, .. } = next else { return Ok(()) };
    let Some(mut ticket) = queries::lock(tx, id)? else { return Ok(()) };
    if let Some(category) = category {
        verbs::categorise(tx, &mut ticket, Actor::System, *category, &draws.moment())?;
    }
    let because = match why {
        Why::Asked => Because::Asked,
        Why::Risk => Because::Risk,
        Why::Misses => Because::Unknown,
    };
    steps::wait(tx, settings, &mut ticket, because, draws)
}

/// What the entry remembers of what the assistant said.
fn details(next: &Move, language: Language) -> Map<String, Value> {
    let mut more = Map::from_iter([("assistant".to_owned(), json!(next.name()))]);
    // Who got no answer still awaits one.
    if matches!(next, Move::Unsure { .. } | Move::HandOver { .. }) {
        more.insert(ASIDE.into(), json!(true));
    }
    if let Move::Answer { sources, .. } = next {
        let told = sources.iter().map(|source| json!({"title": source.title, "url": source.url}));
        more.insert("sources".into(), told.collect());
    }
    let offers: Vec<Value> = next.offers().iter().map(|offer| told(offer, language)).collect();
    if !offers.is_empty() {
        more.insert("offers".into(), offers.into());
    }
    more
}

/// An offer as the panel shows it.
fn told(offer: &Offer, language: Language) -> Value {
    let category = |category: &Category| texts().get(language, &format!("category-{}", category.slug()));
    let (kind, label, value, url) = match offer {
        Offer::Form(about) => {
            let label = texts().format(language, "assistant-offer-form", &[("category", &category(about))]);
            ("form", label, about.slug().to_owned(), Some(format!("/{language}/ask/{}", about.slug())))
        }
        Offer::Person => ("person", texts().get(language, "assistant-offer-person"), String::new(), None),
        Offer::Category(about) => ("category", category(about), about.slug().to_owned(), None),
        Offer::Article { title, url } => ("article", title.clone(), String::new(), Some(url.clone())),
        Offer::Resolved => ("resolved", texts().get(language, "assistant-offer-resolved"), String::new(), None),
    };
    json!({"kind": kind, "label": label, "value": value, "url": url})
}
