//! A Tuesday at an exchange: the sample data, played into the store by the same verbs that people use, at
//! moments of the last day and a half.
//!
//! The people are in `tuesday/agents.json`, the customers and what they came with in one file for each
//! language. Nobody in them is real: addresses are on example domains, transactions on no chain.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, anyhow};
use serde::Deserialize;
use store::{Error, Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::check::Email;
use crate::clock::{Clock, DAY, HOUR, MINUTE, Micros, Moment, SECOND};
use crate::delivery;
use crate::demo::arranged;
use crate::error::Problem;
use crate::files::Given;
use crate::language::Language;
use crate::outbox;
use crate::people::{Actor, Assurance, Role, customers};
use crate::settings::Settings;
use crate::tickets::receive::{self, Inbound, Sender, receive};
use crate::tickets::{Category, Channel, Priority, Ticket, queries, triage, verbs};

/// The customer whose link the demo prints.
pub const VISITOR: &str = "grace.hollis@example.com";

/// The lead who wrote the macros, and the admin who said what is official.
const ARRANGERS: [&str; 2] = ["0301", "0001"];

const AGENTS: &str = include_str!("tuesday/agents.json");
const TEAMS: &str = include_str!("tuesday/teams.json");
const STORIES: [(Language, &str); 5] = [
    (Language::ZhCn, include_str!("tuesday/zh-CN.json")),
    (Language::ZhTw, include_str!("tuesday/zh-TW.json")),
    (Language::En, include_str!("tuesday/en.json")),
    (Language::Ko, include_str!("tuesday/ko.json")),
    (Language::Ja, include_str!("tuesday/ja.json")),
];

/// Mail of the sample data that is older has long been delivered; what is younger goes to the mailbox.
const DELIVERED: Micros = HOUR;

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Agent {
    number: String,
    name: String,
    email: String,
    role: Role,
    language: Language,
}

/// A team, and the numbers of the agents in it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Team {
    name: String,
    members: Vec<String>,
}

/// The agents by their numbers, and the teams by their names.
#[derive(Clone, Default)]
struct Staffed {
    agents: HashMap<String, Uuid>,
    teams: HashMap<String, Uuid>,
}

impl Staffed {
    fn agent(&self, number: &str) -> Result<Actor, Problem> {
        self.agents.get(number).map(|id| Actor::Agent(*id)).ok_or_else(|| Problem::field(number, "agent-unknown"))
    }

    fn team(&self, name: &str) -> Result<Uuid, Problem> {
        self.teams.get(name).copied().ok_or_else(|| Problem::field(name, "team-unknown"))
    }
}

/// The customers of one language, and what they came with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    customers: Vec<Person>,
    cases: Vec<Case>,
}

/// A customer whose address is proved. Guests who proved nothing are named by their case alone.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: String,
    email: String,
    /// The account at the exchange, for who signed in from there.
    #[serde(default)]
    uid: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The address of the customer.
    from: String,
    /// The name of a guest.
    #[serde(default)]
    guest: Option<String>,
    category: Category,
    subject: String,
    text: String,
    #[serde(default)]
    fields: BTreeMap<String, String>,
    /// How long ago it came in.
    minutes_ago: i64,
    #[serde(default)]
    then: Vec<Step>,
}

#[derive(Clone, Deserialize)]
struct Step {
    /// Minutes after the step before.
    after: i64,
    #[serde(flatten)]
    act: Act,
}

/// What somebody did; agents are named by their numbers.
#[derive(Clone, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
enum Act {
    Reply {
        by: String,
        text: String,
    },
    Note {
        by: String,
        text: String,
    },
    Assign {
        by: String,
        to: String,
    },
    Team {
        by: String,
        team: String,
    },
    Priority {
        by: String,
        priority: Priority,
    },
    Tag {
        by: String,
        tags: Vec<String>,
    },
    Snooze {
        by: String,
        hours: i64,
    },
    Close {
        by: Option<String>,
    },
    Reopen,
    Say {
        text: String,
    },
    Chase,
    Rate {
        score: i64,
        text: String,
    },
    /// The guest used the link of the receipt.
    Prove,
    /// The mail of the newest entry was refused.
    Undelivered,
}

/// Loads everything.
///
/// # Errors
/// When the store fails, or the files tell of something that the verbs refuse.
pub async fn load(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let agents = make_agents(app, now).await?;
    let teams = make_teams(app, &agents, now).await?;
    if let [Some(lead), Some(admin)] = ARRANGERS.map(|number| agents.get(number)) {
        arranged::load(app, [*lead, *admin], &teams, now).await?;
    }
    let staffed = Staffed { agents, teams };
    for (language, story) in STORIES {
        let story: Story = serde_json::from_str(story).with_context(|| format!("tuesday/{language}.json"))?;
        make_customers(app, story.customers, language, now).await?;
        for case in story.cases {
            let subject = case.subject.clone();
            play(app, case, language, staffed.clone(), now).await.with_context(|| subject)?;
        }
    }
    app.db.write(move |tx| deliver_old_mail(tx, now - DELIVERED)).await?;
    Ok(())
}

async fn make_agents(app: &App, now: Micros) -> anyhow::Result<HashMap<String, Uuid>> {
    const MAKE: &str = "INSERT INTO agent (id, number, name, email, email_key, language, role, state, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8)";
    let agents: Vec<Agent> = serde_json::from_str(AGENTS).context("tuesday/agents.json")?;
    let moment = app.clock.moment_at(now - 90 * DAY);
    let made = app.db.write(move |tx| {
        let mut draws = moment.draws();
        let mut ids = HashMap::new();
        for agent in &agents {
            let (id, key) = (draws.uuid(), agent.email.to_lowercase());
            let (language, role) = (agent.language.tag(), agent.role.name());
            let params = params![id, &agent.number, &agent.name, &agent.email, &key, language, role, moment.at];
            tx.execute(MAKE, params)?;
            ids.insert(agent.number.clone(), id);
        }
        Ok::<_, Error>(ids)
    });
    Ok(made.await?)
}

async fn make_teams(app: &App, agents: &HashMap<String, Uuid>, now: Micros) -> anyhow::Result<HashMap<String, Uuid>> {
    const MAKE: &str = "INSERT INTO team (id, name, created_at) VALUES ($1, $2, $3)";
    const JOIN: &str = "INSERT INTO team_member (team_id, agent_id) VALUES ($1, $2)";
    let teams: Vec<Team> = serde_json::from_str(TEAMS).context("tuesday/teams.json")?;
    let (moment, agents) = (app.clock.moment_at(now - 90 * DAY), agents.clone());
    let made = app.db.write(move |tx| {
        let mut draws = moment.draws();
        let mut ids = HashMap::new();
        for team in &teams {
            let id = draws.uuid();
            tx.execute(MAKE, params![id, &team.name, moment.at])?;
            for member in team.members.iter().filter_map(|number| agents.get(number)) {
                tx.execute(JOIN, params![id, *member])?;
            }
            ids.insert(team.name.clone(), id);
        }
        Ok::<_, Error>(ids)
    });
    Ok(made.await?)
}

async fn make_customers(app: &App, people: Vec<Person>, language: Language, now: Micros) -> anyhow::Result<()> {
    const ACCOUNT: &str = "UPDATE customer SET exchange_uid = $1 WHERE id = $2";
    let moment = app.clock.moment_at(now - 30 * DAY);
    let made = app.db.write(move |tx| {
        let mut draws = moment.draws();
        for person in &people {
            let Some(email) = Email::parse(&person.email) else { continue };
            let made = customers::reached_at(tx, &email, &person.name, language, None, (moment.at, &mut draws))?;
            customers::note_proof(tx, made.id, moment.at)?;
            if let Some(uid) = &person.uid {
                tx.execute(ACCOUNT, params![uid, made.id])?;
            }
        }
        Ok::<_, Error>(())
    });
    Ok(made.await?)
}

/// A case from its arrival to where it stands now, in one transaction.
async fn play(app: &App, case: Case, language: Language, staffed: Staffed, now: Micros) -> anyhow::Result<()> {
    let (moments, settings) = (moments(&app.clock, &case, now), app.settings.now());
    let played = app.db.write(move |tx| {
        let inbound = inbound(tx, &case, language, &settings, moments[0].at)?;
        let ticket = receive(tx, &inbound, &moments[0])?.ticket;
        for (step, moment) in case.then.iter().zip(&moments[1..]) {
            let locked = queries::lock(tx, ticket)?.ok_or_else(Problem::not_found)?;
            act(tx, locked, &step.act, &staffed, &settings, language, moment)?;
        }
        Ok::<_, Problem>(())
    });
    played.await.map_err(|problem| anyhow!("{}: {:?}", problem.code, problem.fields))
}

/// When it came in, and when each step was done: some seconds beside the minute, as things happen.
fn moments(clock: &Clock, case: &Case, now: Micros) -> Vec<Moment> {
    let mut at = now - case.minutes_ago * MINUTE;
    let mut moments = vec![clock.moment_at(at)];
    for (index, step) in (0_i64..).zip(&case.then) {
        at += step.after * MINUTE + (index * 17 + case.minutes_ago) % 47 * SECOND;
        moments.push(clock.moment_at(at));
    }
    moments
}

fn inbound(
    tx: &mut Tx<'_>,
    case: &Case,
    language: Language,
    settings: &Settings,
    at: Micros,
) -> Result<Inbound, Problem> {
    let email = Email::parse(&case.from).ok_or_else(|| Problem::field("from", "invalid-email"))?;
    let sender = match &case.guest {
        Some(name) => Sender::Claimed { email, name: name.clone() },
        None => known(tx, &email)?,
    };
    let mut fields = Vec::new();
    for (key, value) in &case.fields {
        let field = case.category.fields().find(|field| field.key == key);
        let field = field.ok_or_else(|| Problem::field(key, "unknown-field"))?;
        fields.push((field.key, said(value, language, at)));
    }
    Ok(Inbound {
        channel: Channel::Form,
        sender,
        category: case.category,
        language,
        subject: case.subject.clone(),
        text: said(&case.text, language, at),
        files: Given::default(),
        fields,
        promise: settings.promise(case.category),
        team: None,
        priority: Priority::Normal,
        time_zone: None,
        live: false,
        more: serde_json::Map::new(),
    })
}

fn known(tx: &mut Tx<'_>, email: &Email) -> Result<Sender, Problem> {
    const FIND: &str = "SELECT id, exchange_uid FROM customer WHERE email_key = $1";
    let found = tx.first(FIND, params![&email.key], |row| Ok((row.get(0)?, row.opt::<String>(1)?)))?;
    let (id, uid) = found.ok_or_else(|| Problem::field("from", "unknown"))?;
    Ok(Sender::Known { id, assurance: if uid.is_some() { Assurance::SignedIn } else { Assurance::Proved } })
}

/// What a step does, by the verb that does it.
fn act(
    tx: &mut Tx<'_>,
    ticket: Ticket,
    act: &Act,
    staffed: &Staffed,
    settings: &Settings,
    language: Language,
    moment: &Moment,
) -> Result<(), Problem> {
    let promise = settings.promise(ticket.category);
    let agent = |number: &str| staffed.agent(number);
    match act {
        Act::Reply { by, text } => {
            verbs::reply(tx, ticket, agent(by)?, &said(text, language, moment.at).into(), None, moment).map(drop)
        }
        Act::Note { by, text } => {
            verbs::note(tx, ticket, agent(by)?, &said(text, language, moment.at).into(), false, moment).map(drop)
        }
        Act::Assign { by, to } => {
            verbs::assign(tx, ticket, agent(by)?, verbs::Handover::to_agent(agent(to)?.id()), moment).map(drop)
        }
        Act::Team { by, team } => {
            let to = verbs::Handover { agent: Some(ticket.assignee), team: Some(Some(staffed.team(team)?)) };
            verbs::assign(tx, ticket, agent(by)?, to, moment).map(drop)
        }
        Act::Priority { by, priority } => triage::prioritise(tx, ticket, agent(by)?, *priority, moment).map(drop),
        Act::Tag { by, tags } => triage::tag(tx, ticket, agent(by)?, tags, &[], moment).map(drop),
        Act::Snooze { by, hours } => triage::snooze(tx, ticket, agent(by)?, moment.at + hours * HOUR, moment).map(drop),
        Act::Close { by: Some(by) } => verbs::close(tx, ticket, agent(by)?, moment).map(drop),
        Act::Close { by: None } => {
            let customer = Actor::Customer(ticket.customer);
            verbs::close(tx, ticket, customer, moment).map(drop)
        }
        Act::Reopen => {
            let customer = Actor::Customer(ticket.customer);
            verbs::reopen(tx, ticket, customer, &promise, moment).map(drop)
        }
        Act::Say { text } => {
            receive::say(tx, ticket, &said(text, language, moment.at).into(), &promise, moment).map(drop)
        }
        Act::Chase => verbs::chase(tx, ticket, moment).map(drop),
        Act::Rate { score, text } => verbs::rate(tx, ticket, *score, text, moment).map(drop),
        Act::Prove => {
            customers::note_proof(tx, ticket.customer, moment.at)?;
            outbox::release(tx, ticket.customer, moment.at)?;
            verbs::prove(tx, ticket, moment)
        }
        Act::Undelivered => {
            const REFUSED: &str = "UPDATE outbox SET state = 'failed', attempts = 1, last_error = '550 5.1.1'
                WHERE ticket_id = $1 AND entry_number = $2";
            tx.execute(REFUSED, params![ticket.id, ticket.entries])?;
            let entry = ticket.entries;
            Ok(delivery::tell(tx, ticket, entry, "550 5.1.1", moment)?)
        }
    }
}

/// A text in which `{-95}` is the time 95 minutes before it was said, as the customer's clock shows it, and
/// `{d-95}` the day.
fn said(text: &str, language: Language, at: Micros) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((inside, after)) = after.split_once('}')
    {
        let (day, minutes) = inside.strip_prefix('d').map_or((false, inside), |minutes| (true, minutes));
        let shown = minutes.parse::<i64>().ok().and_then(|minutes| local_time(language, at + minutes * MINUTE, day));
        out += before;
        out += &shown.unwrap_or_else(|| format!("{{{inside}}}"));
        rest = after;
    }
    out + rest
}

fn local_time(language: Language, at: Micros, day: bool) -> Option<String> {
    let hours = match language {
        Language::ZhCn | Language::ZhTw => 8,
        Language::Ko | Language::Ja => 9,
        Language::En => 0,
    };
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(hours));
    let local = jiff::Timestamp::from_microsecond(at).ok()?.to_zoned(zone);
    Some(local.strftime(if day { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M" }).to_string())
}

/// What was mailed before `until` has arrived long ago.
fn deliver_old_mail(tx: &mut Tx<'_>, until: Micros) -> Result<u64, Error> {
    const ARRIVED: &str = "UPDATE outbox SET state = 'sent', attempts = 1, sent_at = due_at + $1
        WHERE state = 'ready' AND due_at < $2";
    tx.execute(ARRIVED, params![2 * SECOND, until])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stories() -> Vec<(Language, Story)> {
        STORIES.map(|(language, story)| (language, serde_json::from_str(story).unwrap())).into_iter().collect()
    }

    #[test]
    fn everything_happened_in_the_last_day_and_a_half() {
        for (_, story) in stories() {
            for case in story.cases {
                let clock = Clock::default();
                let now = clock.now();
                let moments = moments(&clock, &case, now);
                assert!(moments[0].at >= now - 36 * HOUR, "{} began too long ago", case.subject);
                assert!(moments.last().unwrap().at < now, "{} is not over", case.subject);
            }
        }
    }

    #[test]
    fn a_day_has_every_category_and_role() {
        let agents: Vec<Agent> = serde_json::from_str(AGENTS).unwrap();
        assert!(Role::ALL.iter().all(|role| agents.iter().any(|agent| agent.role == *role)));
        let stories = stories();
        let cases: Vec<&Case> = stories.iter().flat_map(|(_, story)| &story.cases).collect();
        for category in Category::ALL {
            assert!(cases.iter().any(|case| case.category == category), "{category:?}");
        }
        assert!(cases.len() >= 40, "{}", cases.len());
        assert!(cases.iter().any(|case| case.from == VISITOR));
    }

    #[test]
    fn nobody_is_real_and_required_facts_are_there() {
        let agents: Vec<Agent> = serde_json::from_str(AGENTS).unwrap();
        let stories = stories();
        let people = stories.iter().flat_map(|(_, story)| story.customers.iter().map(|person| &person.email));
        let guests = stories.iter().flat_map(|(_, story)| story.cases.iter().map(|case| &case.from));
        for email in people.chain(guests).chain(agents.iter().map(|agent| &agent.email)) {
            assert!(email.ends_with("example.com") || email.ends_with("example.org"), "{email}");
            assert!(Email::parse(email).is_some(), "{email}");
        }
        let settings = Settings::undecided(&crate::config::Config::default());
        for case in stories.iter().flat_map(|(_, story)| &story.cases) {
            let asked = settings.asked(case.category);
            assert_eq!(asked.missing(|key| case.fields.contains_key(key)), [""; 0], "{}", case.subject);
        }
    }

    #[test]
    fn times_are_said_as_the_customer_s_clock_shows_them() {
        let at = 1_795_150_920_000_000; // 2026-11-20 05:02 UTC
        assert_eq!(said("{-62} 转出，{d-1440} {x}", Language::ZhCn, at), "2026-11-20 12:00 转出，2026-11-19 {x}");
        assert_eq!(said("at {0}", Language::En, at), "at 2026-11-20 05:02");
    }
}
