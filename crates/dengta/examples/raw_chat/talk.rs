//! Visitors and agents who talk: each says something every five seconds, and it is noted when the other side's socket has it.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::{sleep, sleep_until, timeout};

use crate::agents::{Agent, Heard};
use crate::visitors::{self, AT_ONCE, Said, Talker, Told};
use crate::wire::Http;
use crate::{asked, now};

/// Everybody says something once in so long.
pub const BEAT: Duration = Duration::from_secs(5);
/// How long all conversations may take to be taken.
const PATIENCE: Duration = Duration::from_secs(100);
/// What was said last is heard by then, or never.
const LAST_WORDS: Duration = Duration::from_secs(3);
const WORDS: &str =
    "Thank you. I can see the transfer on the chain; it is being credited, and I stay with you until it is there.";

/// Who talks, and for how long.
pub struct Plan {
    pub address: SocketAddr,
    pub visitors: usize,
    pub seconds: u64,
    pub token: String,
    pub invitations: Vec<String>,
}

/// Whose conversation is which: the visitor's number, the agent's, the ticket.
type Pairs = Vec<(usize, usize, String)>;

/// Everybody comes and is helped; then they talk when asked to, and what was found is said.
pub async fn run(plan: Plan) -> anyhow::Result<()> {
    without_assistant(&plan).await?;
    let each = plan.visitors.div_ceil(plan.invitations.len());
    let joining = plan.invitations.iter().map(|invitation| Agent::join(plan.address, &plan.token, invitation, each));
    let agents: Vec<Agent> = stream::iter(joining).buffered(2).try_collect().await?;
    let sessions = visitors::come(plan.address, plan.visitors).await?;
    let taking = tokio::spawn(take_all(agents, plan.visitors));
    let coming = sessions.into_iter().map(|visitor| Talker::come(plan.address, visitor));
    let talkers: Vec<Talker> = stream::iter(coming).buffered(AT_ONCE).try_collect().await?;
    let (agents, pairs) = timeout(PATIENCE, taking).await.context("not everybody was taken")???;
    if !asked(&json!({"talking": pairs.len()})).await? {
        return Ok(());
    }
    let found = measure(talkers, agents, &pairs, plan.seconds).await?;
    asked(&found).await.map(drop)
}

async fn without_assistant(plan: &Plan) -> anyhow::Result<()> {
    let admin = format!("authorization: Bearer {}\r\n", plan.token);
    let mut http = Http::open([127, 0, 0, 1].into(), plan.address, admin).await?;
    let settings = json!({"version": 0, "value": {"enabled": true, "assistant": false, "sites": []}});
    http.send("PUT", "/api/v1/settings/chat", &settings).await.map(drop)
}

/// Each agent takes an equal part of the visitors, who say who they are.
async fn take_all(agents: Vec<Agent>, visitors: usize) -> anyhow::Result<(Vec<Agent>, Pairs)> {
    let (many, mut taking) = (agents.len(), JoinSet::new());
    for (index, mut agent) in agents.into_iter().enumerate() {
        let part = visitors * (index + 1) / many - visitors * index / many;
        taking.spawn(async move { anyhow::Ok((index, agent.take(part).await?, agent)) });
    }
    let (mut seated, mut pairs) = (BTreeMap::new(), Pairs::new());
    while let Some(taken) = taking.join_next().await {
        let (index, subjects, agent) = taken??;
        for (subject, ticket) in subjects.iter().zip(&agent.tickets) {
            let visitor = subject.rsplit(' ').next().and_then(|number| number.parse().ok());
            pairs.push((visitor.with_context(|| format!("who says {subject:?}?"))?, index, ticket.clone()));
        }
        seated.insert(index, agent);
    }
    Ok((seated.into_values().collect(), pairs))
}

/// An agent answers one conversation after the other, each after having had it in view for a beat.
async fn answer(mut agent: Agent, begins: Instant, beats: u32, visitors: Vec<usize>) -> anyhow::Result<Vec<Said>> {
    let mut all = Vec::new();
    let tickets = agent.tickets.clone();
    for ((ticket, with), beat) in tickets.iter().zip(visitors).cycle().zip(1..=beats) {
        agent.view(ticket).await?;
        sleep_until((begins + BEAT * beat).into()).await;
        let at = now();
        let number = agent.reply(ticket, WORDS).await?;
        all.push(Said { with, number, at, took: at.elapsed() });
    }
    Ok(all)
}

/// Everybody talks; what was said, and when the other side had it.
async fn measure(talkers: Vec<Talker>, agents: Vec<Agent>, pairs: &Pairs, seconds: u64) -> anyhow::Result<Value> {
    let beats = u32::try_from(seconds / BEAT.as_secs())?.max(1);
    let told: HashMap<usize, Arc<Told>> =
        talkers.iter().map(|talker| (talker.number, Arc::clone(&talker.told))).collect();
    let heard: Vec<Arc<Heard>> = agents.iter().map(Agent::heard).collect();
    let of_visitor: HashMap<usize, (usize, &str)> =
        pairs.iter().map(|(visitor, agent, ticket)| (*visitor, (*agent, ticket.as_str()))).collect();
    let (said, answered) = talk_all(talkers, agents, pairs, beats).await?;
    sleep(LAST_WORDS).await;

    let (mut known, mut read, mut came, mut fetched, mut lost) = (Vec::new(), Vec::new(), Vec::new(), 0, 0);
    for said in &said {
        let (agent, ticket) = of_visitor.get(&said.with).context("every visitor has an agent")?;
        match heard[*agent].entry(ticket, said.number) {
            Some(at) => known.push(at.saturating_duration_since(said.at)),
            None if heard[*agent].resynced_after(said.at) => fetched += 1,
            None => lost += 1,
        }
        read.extend(heard[*agent].words(ticket, said.number).map(|at| at.saturating_duration_since(said.at)));
    }
    for said in &answered {
        match told.get(&said.with).and_then(|told| told.entry(said.number)) {
            Some(at) => came.push(at.saturating_duration_since(said.at)),
            None => lost += 1,
        }
    }
    let on_record = said.iter().chain(&answered).map(|said| said.took).collect();
    Ok(json!({
        "said": said.len() + answered.len(),
        "lost": lost,
        "fetched": fetched,
        "on_record": spread(on_record),
        "known_to_agent": spread(known),
        "read_by_agent": spread(read),
        "read_by_visitor": spread(came),
    }))
}

/// All visitors and all agents, each in turn within a beat: nobody waits for a chorus.
async fn talk_all(
    talkers: Vec<Talker>,
    agents: Vec<Agent>,
    pairs: &Pairs,
    beats: u32,
) -> anyhow::Result<(Vec<Said>, Vec<Said>)> {
    let of_ticket: HashMap<&str, usize> =
        pairs.iter().map(|(visitor, _, ticket)| (ticket.as_str(), *visitor)).collect();
    let begins = now() + Duration::from_secs(1);
    let turn = |place: usize, of: usize| begins + BEAT.mul_f64(place as f64 / of as f64);
    let (mut talking, mut answering, visitors, seats) = (JoinSet::new(), JoinSet::new(), talkers.len(), agents.len());
    for (place, talker) in talkers.into_iter().enumerate() {
        talking.spawn(talker.talk(turn(place, visitors), beats));
    }
    for (place, agent) in agents.into_iter().enumerate() {
        let theirs = agent.tickets.iter().filter_map(|ticket| of_ticket.get(ticket.as_str()).copied()).collect();
        answering.spawn(answer(agent, turn(place, seats), beats, theirs));
    }
    Ok((all(talking).await?, all(answering).await?))
}

async fn all(mut tasks: JoinSet<anyhow::Result<Vec<Said>>>) -> anyhow::Result<Vec<Said>> {
    let mut all = Vec::new();
    while let Some(said) = tasks.join_next().await {
        all.extend(said??);
    }
    Ok(all)
}

/// How many, and what half of them, all but a hundredth, and all took at most.
fn spread(mut times: Vec<Duration>) -> Value {
    times.sort();
    let last = times.len().saturating_sub(1);
    let ms = |percent: usize| times.get(last * percent / 100).map(|time| time.as_secs_f64() * 1e3);
    json!({"many": times.len(), "p50_ms": ms(50), "p99_ms": ms(99), "max_ms": ms(100)})
}
