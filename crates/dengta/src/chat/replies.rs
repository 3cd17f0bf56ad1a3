//! The follower by which the assistant answers.
//!
//! A message is answered once, by one node: it is claimed for [`LEASE`], and what is said is written in the transaction that notes
//! the message as answered. Whatever goes wrong on the way, the customer gets a person.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use store::{Error, Tx, params};
use tokio::sync::{Semaphore, mpsc, watch};
use uuid::Uuid;

use super::assistant::{self, By, Heard, Move, Offer, Turn, Why, hand_over, signs};
use crate::app::App;
use crate::bell::Alarm;
use crate::clock::{Draws, Micros, SECOND};
use crate::error::{Problem, Result};
use crate::language::{Language, texts};
use crate::people::Actor;
use crate::routing::steps::{self, Because};
use crate::routing::{State, line};
use crate::settings::Settings;
use crate::tickets::timeline::{self, Reader};
use crate::tickets::verbs::{self, Handover, Said};
use crate::tickets::{ASIDE, Category, Kind, Ticket, queries, triage};

/// However much is said, the assistant looks this often.
const REST: Duration = Duration::from_millis(50);
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
        WHERE l.state <> 'ended' AND l.state IN ('assistant', 'waiting') AND l.answering < $1 AND t.last_message > l.answered LIMIT 64";
    tx.query(FIND, params![now], |row| row.get(0))
}

async fn claim(app: &App, ticket: Uuid, now: Micros) -> bool {
    const CLAIM: &str = "UPDATE line SET answering = $1 WHERE ticket_id = $2 AND answering < $3
        AND state IN ('assistant', 'waiting')";
    let claimed = app.db.write(move |tx| tx.execute(CLAIM, params![now + LEASE, ticket, now]));
    claimed.await.is_ok_and(|rows| rows == 1)
}

/// What was said, and where the line stands.
struct Asked {
    heard: Heard,
    state: State,
    /// The number of the newest message of the customer; `None` when there is none that was not answered.
    newest: Option<i64>,
    /// The number of the newest message.
    last: i64,
}

/// What is done about a message.
struct Doing {
    /// What is said, in turn.
    says: Vec<Move>,
    category: Option<Category>,
    facts: Map<String, Value>,
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
    let newest = asked.newest.unwrap_or(asked.last);
    let doing = match (asked.newest, asked.state) {
        (None, _) => Doing { says: Vec::new(), category: None, facts: Map::new() },
        (Some(_), State::Assistant) => moved(app, ticket, &asked.heard).await,
        (Some(_), _) => meanwhile(app, &asked.heard),
    };
    for each in &doing.says {
        metrics::counter!("dengta_assistant_total", "move" => name(each)).increment(1);
    }
    let (desk, settings, moment) = (app.clone(), app.settings.now(), app.clock.moment());
    app.db
        .write(move |tx| {
            let Some(locked) = queries::lock(tx, ticket)? else { return Ok(()) };
            if line::lock(tx, ticket)? == Some(asked.state) {
                // Else the customer has asked for a person meanwhile, or a person has come.
                act(tx, &desk, &settings, locked, &doing, &mut moment.draws())?;
            }
            Ok(note_answered(tx, ticket, newest, &doing)?)
        })
        .await
}

/// The assistant's move; when it fails, a person.
async fn moved(app: &App, ticket: Uuid, heard: &Heard) -> Doing {
    let (draft, mut drafts) = mpsc::channel::<String>(8);
    let desk = app.clone();
    tokio::spawn(async move {
        while let Some(text) = drafts.recv().await {
            let text: Arc<str> = text.into();
            desk.visitors.tell(ticket, |news| news.draft = Some(text.clone()));
        }
    });
    match assistant::next(app, heard, Some(draft)).await {
        Ok(next) => {
            let question = first_question(app, heard, &next.said, next.category, &next.facts);
            let says = std::iter::once(next.said).chain(question).collect();
            Doing { says, category: next.category, facts: next.facts }
        }
        Err(problem) => {
            tracing::warn!(code = problem.code, "the assistant knows nothing now");
            let says = vec![hand_over::after_misses(heard.language, heard.category)];
            Doing { says, category: heard.category, facts: Map::new() }
        }
    }
}

/// Who is handed over is asked for what the case needs; whose life is in danger is asked nothing.
fn first_question(
    app: &App,
    heard: &Heard,
    said: &Move,
    category: Option<Category>,
    facts: &Map<String, Value>,
) -> Option<Move> {
    let Move::HandOver { why, .. } = said else { return None };
    if *why == Why::Alarm(signs::Alarm::Life) {
        return None;
    }
    let mut then = Heard { category, ..heard.clone() };
    then.facts.extend(facts.clone());
    hand_over::ask(app, &then)
}

/// While the customer waits, only what was asked for is listened to.
fn meanwhile(app: &App, heard: &Heard) -> Doing {
    let facts = hand_over::learned(app, heard, heard.category);
    let told = heard.asked.last().is_some_and(|key| facts.contains_key(key));
    let mut then = heard.clone();
    then.facts.extend(facts.clone());
    let says = if told { hand_over::ask(app, &then).into_iter().collect() } else { Vec::new() };
    Doing { says, category: None, facts }
}

/// Everything up to this message was answered; the claim is given back. Misses are counted until something is answered.
fn note_answered(tx: &mut Tx<'_>, ticket: Uuid, number: i64, doing: &Doing) -> Result<(), Error> {
    const NOTE: &str = "UPDATE line SET answered = $1, misses = misses * $2 + $3, answering = 0 WHERE ticket_id = $4";
    let missed = i64::from(doing.says.iter().any(Move::is_miss));
    let kept = i64::from(!doing.says.iter().any(|said| matches!(said, Move::Answer { .. })));
    tx.execute(NOTE, params![number, kept, missed, ticket]).map(drop)
}

fn read(tx: &mut Tx<'_>, ticket: Uuid) -> Result<Option<Asked>, Error> {
    const LINE: &str = "SELECT answered, misses, state FROM line WHERE ticket_id = $1";
    let Some(found) = queries::find(tx, ticket)? else { return Ok(None) };
    let line = tx.first(LINE, params![ticket], |row| {
        Ok((row.get::<i64>(0)?, row.get::<i64>(1)?, State::parse(&row.get::<String>(2)?)))
    })?;
    let Some((answered, misses, Some(state))) = line else { return Ok(None) };
    let after = (found.entries - TURNS).max(0);
    let entries = timeline::read(tx, ticket, Reader::Staff, after, TURNS)?;
    let (mut newest, mut turns, mut asked) = (None, Vec::new(), Vec::new());
    for entry in entries.into_iter().filter(|entry| entry.event.kind == Kind::Message) {
        let by = match entry.event.actor {
            Actor::Customer(_) => By::Customer,
            Actor::System => By::Assistant,
            _ => By::Agent,
        };
        if by == By::Customer && entry.number > answered {
            newest = Some(entry.number);
        }
        asked.extend(entry.event.name("asks").map(str::to_owned));
        turns.push(Turn { by, text: entry.event.text });
    }
    // What the customer wrote while the assistant was writing stands before that: it is the message to answer.
    if newest.is_some()
        && let Some(index) = turns.iter().rposition(|turn| turn.by == By::Customer)
    {
        let message = turns.remove(index);
        turns.push(message);
    }
    let category = Some(found.category).filter(|category| *category != Category::Other);
    let facts = timeline::facts(tx, ticket)?;
    let misses = u32::try_from(misses).unwrap_or(0);
    let heard = Heard { language: found.language, turns, category, facts, asked, misses };
    Ok(Some(Asked { heard, state, newest, last: found.last_message }))
}

/// Puts what the assistant does on the record.
fn act(
    tx: &mut Tx<'_>,
    app: &App,
    settings: &Settings,
    mut ticket: Ticket,
    doing: &Doing,
    draws: &mut Draws,
) -> Result<()> {
    let (id, language, desk) = (ticket.id, ticket.language, &app.config.public_url);
    if let Some(category) = doing.category.filter(|_| ticket.category == Category::Other) {
        verbs::categorise(tx, &mut ticket, Actor::System, category, &draws.moment())?;
    }
    verbs::note_facts(tx, &mut ticket, Actor::System, &doing.facts, &draws.moment())?;
    for each in &doing.says {
        if !each.text().is_empty() {
            let words = Said { text: each.text().to_owned(), more: details(each, language, desk), ..Said::default() };
            verbs::reply(tx, ticket, Actor::System, &words, None, &draws.moment())?;
        }
        ticket = queries::lock(tx, id)?.ok_or_else(Problem::not_found)?;
        if let Move::HandOver { why, .. } = each {
            hand_over_to_person(tx, settings, &mut ticket, *why, draws)?;
        }
    }
    Ok(())
}

/// In line, in front of the team of its category.
fn hand_over_to_person(
    tx: &mut Tx<'_>,
    settings: &Settings,
    ticket: &mut Ticket,
    why: Why,
    draws: &mut Draws,
) -> Result<()> {
    let because = match why {
        Why::Asked => Because::Asked,
        Why::Alarm(_) => Because::Risk,
        Why::Misses => Because::Unknown,
    };
    let asked = settings.asked(ticket.category);
    if ticket.team.is_none() && asked.team.is_some() {
        let to = Handover { agent: None, team: Some(asked.team) };
        verbs::assign(tx, ticket.clone(), Actor::System, to, &draws.moment())?;
        *ticket = queries::lock(tx, ticket.id)?.ok_or_else(Problem::not_found)?;
    }
    if asked.priority > ticket.priority {
        triage::prioritise(tx, ticket.clone(), Actor::System, asked.priority, &draws.moment())?;
        *ticket = queries::lock(tx, ticket.id)?.ok_or_else(Problem::not_found)?;
    }
    steps::wait(tx, settings, ticket, because, draws)
}

const fn name(said: &Move) -> &'static str {
    match said {
        Move::Answer { .. } => "answer",
        Move::Ask { .. } => "ask",
        Move::Unsure { .. } => "unsure",
        Move::HandOver { .. } => "hand_over",
        Move::Courtesy { .. } => "courtesy",
    }
}

/// What the entry remembers of what the assistant said.
fn details(said: &Move, language: Language, desk: &str) -> Map<String, Value> {
    let mut more = Map::from_iter([("assistant".to_owned(), json!(name(said)))]);
    let offers = match said {
        Move::Answer { sources, offers, by_model, .. } => {
            let told =
                sources.iter().map(|source| json!({"title": source.title, "url": format!("{desk}{}", source.url)}));
            more.insert("sources".into(), told.collect());
            more.insert("by_model".into(), json!(by_model));
            offers.as_slice()
        }
        Move::Ask { field, offers, .. } => {
            more.insert("asks".into(), json!(field.unwrap_or("category")));
            offers
        }
        Move::Unsure { offers, .. } | Move::Courtesy { offers, .. } => offers,
        Move::HandOver { .. } => &[],
    };
    // Who got no answer still awaits one.
    if !matches!(said, Move::Answer { .. } | Move::Courtesy { .. }) {
        more.insert(ASIDE.into(), json!(true));
    }
    if !offers.is_empty() {
        more.insert("offers".into(), offers.iter().map(|offer| told(offer, language, desk)).collect());
    }
    more
}

/// An offer as the panel shows it.
fn told(offer: &Offer, language: Language, desk: &str) -> Value {
    let category = |category: &Category| texts().get(language, &format!("category-{}", category.slug()));
    let (kind, label, value, url) = match offer {
        Offer::Form(about) => {
            let label = texts().format(language, "chat-offer-form", &[("category", &category(about))]);
            ("form", label, about.slug().to_owned(), Some(format!("{desk}/{language}/ask/{}", about.slug())))
        }
        Offer::Person => ("person", texts().get(language, "chat-offer-person"), String::new(), None),
        Offer::Category(about) => ("category", category(about), about.slug().to_owned(), None),
        Offer::Article { title, url } => ("article", title.clone(), String::new(), Some(format!("{desk}{url}"))),
        Offer::Resolved => ("resolved", texts().get(language, "chat-offer-resolved"), String::new(), None),
    };
    json!({"kind": kind, "label": label, "value": value, "url": url})
}
