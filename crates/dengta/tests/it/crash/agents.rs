//! Two agents at work while everything is killed: each types an answer, sends a file in parts beside it, answers with
//! both, and begins anew. After each restart nothing typed, sent or uploaded is lost or there twice.
//!
//! They write down what they ask for before they ask, and what was acknowledged after it was ([`Line`]); what they
//! type says where in their work it belongs, so that the judge can tell an older text from a newer one.

mod judge;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dengta::people::Role;
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use reqwest::{Client, Method, RequestBuilder, header};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{Db, Location};
use tokio::task::JoinSet;
use uuid::Uuid;

use self::judge::{Draft, Stored, begun, judge};
use super::load::{Book, client};
use super::program::Program;
use super::{AT_WORK, kills, seeded};
use crate::people::seated;
use crate::postgres::Cluster;

/// Texts on the way to an answer; the last one is sent.
const STEPS: usize = 6;
/// Bytes of a file, at least and at most; a desk keeps it in parts of half a megabyte.
const SIZE: std::ops::Range<usize> = 300_000..1_400_000;
/// Files that are read again after a kill: the newest, and some from anywhere.
const READ_AGAIN: usize = 3;
/// After nothing, or "unavailable".
const PAUSE: Duration = Duration::from_millis(20);

/// Which answer: whose, and their how many-th.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Round {
    agent: usize,
    number: usize,
}

impl Round {
    fn key(self) -> String {
        format!("answer-{}-{}", self.agent, self.number)
    }

    /// What is typed of it after so many steps.
    fn text(self, step: usize) -> String {
        format!("{}:{}", self.key(), " 词".repeat(step))
    }

    /// Of which answer a text is, and after how many steps.
    fn parse(text: &str) -> Option<(Round, usize)> {
        let (key, words) = text.split_once(':')?;
        let (agent, number) = key.strip_prefix("answer-")?.split_once('-')?;
        let (round, step) =
            (Round { agent: agent.parse().ok()?, number: number.parse().ok()? }, words.matches('词').count());
        (round.text(step) == text).then_some((round, step))
    }
}

/// What agents write down.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Line {
    /// A file was announced; its bytes have this hash.
    Begun { round: Round, file: Uuid, sha256: String },
    /// So many bytes of it are there.
    Came { file: Uuid, offset: usize },
    /// It is whole.
    Whole { file: Uuid },
    /// About to ask for a draft to be kept.
    Typing { round: Round, step: usize },
    /// It is kept.
    Typed { round: Round, step: usize },
    /// About to answer.
    Answering { round: Round },
    /// Answered: the entry's number and hash.
    Answered { round: Round, number: i64, hash: String },
}

impl Line {
    fn acknowledges(&self) -> bool {
        !matches!(self, Line::Typing { .. } | Line::Answering { .. })
    }
}

/// The agents at work.
struct Agents {
    book: Arc<Book<Line>>,
    acknowledged: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
    seats: Vec<Arc<Seat>>,
    working: JoinSet<()>,
}

/// Where an agent sits.
struct Seat {
    agent: usize,
    client: Client,
    url: String,
    ticket: String,
    session: String,
    book: Arc<Book<Line>>,
    acknowledged: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
    refused: Mutex<Vec<String>>,
}

/// A ticket, and the sessions of two agents.
struct Desk {
    ticket: String,
    sessions: Vec<String>,
}

impl Desk {
    async fn of(program: &Program) -> Desk {
        let sessions = vec![session(program.location(), 0).await, session(program.location(), 1).await];
        Desk { ticket: opened(program).await, sessions }
    }
}

impl Agents {
    /// Sets them to work, both on one ticket.
    fn start(program: &Program, desk: Desk, seed: u64) -> Agents {
        let book = Arc::new(Book::new(program.beside("agents")));
        let (acknowledged, over) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
        let (mut seats, mut working) = (Vec::new(), JoinSet::new());
        for (agent, session) in desk.sessions.into_iter().enumerate() {
            let seat = Arc::new(Seat {
                agent,
                client: client(),
                url: program.url.clone(),
                ticket: desk.ticket.clone(),
                session,
                book: book.clone(),
                acknowledged: acknowledged.clone(),
                over: over.clone(),
                refused: Mutex::default(),
            });
            working.spawn(seat.clone().work(StdRng::seed_from_u64(seed.wrapping_add(agent as u64))));
            seats.push(seat);
        }
        Agents { book, acknowledged, over, seats, working }
    }

    /// Lets them work until a random moment.
    async fn at_some_moment(&self, rng: &mut StdRng) {
        let goal = self.acknowledged.load(Ordering::SeqCst) + AT_WORK;
        for _ in 0..3000 {
            if self.acknowledged.load(Ordering::SeqCst) >= goal {
                return tokio::time::sleep(Duration::from_millis(rng.random_range(0..400))).await;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("no {AT_WORK} acknowledgements in 30 s; refused: {:?}", self.refused());
    }

    /// Lets each get the answer that they wait for, in the middle of their work.
    async fn finish(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let done = async {
            while let Some(agent) = self.working.join_next().await {
                agent.unwrap();
            }
        };
        tokio::time::timeout(Duration::from_secs(30), done).await.expect("every request was answered in the end");
    }

    fn refused(&self) -> Vec<String> {
        self.seats.iter().flat_map(|seat| seat.refused.lock().unwrap().clone()).collect()
    }

    /// Nothing acknowledged is lost or there twice, and nobody heard what they should not.
    async fn nothing_is_lost(&self, program: &Program) {
        let before = self.book.read();
        let stored = Stored::read(program.location()).await;
        let findings = judge(&before, &self.book.read(), &stored);
        assert!(findings.is_empty(), "{findings:#?}\n{}", program.log());
        assert!(self.refused().is_empty(), "{:#?}\n{}", self.refused(), program.log());
    }

    /// The files that were whole when the book said so hold what was sent.
    async fn files_hold(&self, program: &Program, chosen: impl FnOnce(usize) -> BTreeSet<usize>) -> usize {
        let lines = self.book.read();
        let sent = begun(&lines);
        let whole: Vec<Uuid> =
            lines.iter().filter_map(|line| if let Line::Whole { file } = line { Some(*file) } else { None }).collect();
        let chosen = chosen(whole.len());
        for at in &chosen {
            let (round, sha256) = &sent[&whole[*at]];
            let seat = &self.seats[round.agent];
            let path = format!("/files/{}/content", whole[*at]);
            let content = seat.request(Method::GET, &path).send().await.unwrap().bytes().await.unwrap();
            assert_eq!(hex::encode(Sha256::digest(&content)), *sha256, "{}\n{}", round.key(), program.log());
        }
        chosen.len()
    }

    fn told(&self) -> String {
        let lines = self.book.read();
        let count = |which: fn(&Line) -> bool| lines.iter().filter(|line| which(line)).count();
        format!(
            "{} acknowledgements: {} drafts, {} parts, {} files, {} answers",
            self.acknowledged.load(Ordering::SeqCst),
            count(|line| matches!(line, Line::Typed { .. })),
            count(|line| matches!(line, Line::Came { .. })),
            count(|line| matches!(line, Line::Whole { .. })),
            count(|line| matches!(line, Line::Answered { .. })),
        )
    }
}

/// A ticket to write to.
async fn opened(program: &Program) -> String {
    let request = client().post(format!("{}/api/v1/tickets", program.url)).bearer_auth(program.token("agent"));
    let answer = request.json(&crate::desk::ticket("wang@example.com")).send().await.unwrap();
    answer.json::<Value>().await.unwrap()["id"].as_str().unwrap().to_owned()
}

/// Somebody who works here, and the secret of a session of theirs.
async fn session(location: Location, agent: usize) -> String {
    let db = Db::open(&location).unwrap();
    seated(&db, &format!("agent{agent}@example.com"), "Lin", Role::Agent).await
}

/// Letters, different each time.
fn letters(rng: &mut StdRng) -> Vec<u8> {
    let mut bytes = vec![0; rng.random_range(SIZE)];
    rng.fill_bytes(&mut bytes);
    bytes.iter_mut().for_each(|byte| *byte = b'a' + *byte % 26);
    bytes
}

impl Seat {
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}/api/v1{path}", self.url));
        request.header(header::COOKIE, format!("dengta_agent={}", self.session)).header(header::ORIGIN, &self.url)
    }

    async fn work(self: Arc<Seat>, mut rng: StdRng) {
        for number in 0.. {
            let round = Round { agent: self.agent, number };
            if self.answer(round, &mut rng).await.is_none() {
                return;
            }
        }
    }

    /// One answer: `None` when it is over, or somebody was refused.
    async fn answer(&self, round: Round, rng: &mut StdRng) -> Option<()> {
        let bytes = letters(rng);
        let new = json!({"name": "trace.log", "size": bytes.len()});
        let made = self.until(201, || self.request(Method::POST, "/files").json(&new)).await?;
        let file: Uuid = made["id"].as_str()?.parse().ok()?;
        self.note(Line::Begun { round, file, sha256: hex::encode(Sha256::digest(&bytes)) });
        let (typed, sent) = tokio::join!(self.type_it(round, file), self.send(file, &bytes, rng));
        typed.and(sent)?;
        self.note(Line::Answering { round });
        let reply = json!({"body": round.text(STEPS), "files": [file]});
        let path = format!("/tickets/{}/replies", self.ticket);
        let ask = || self.request(Method::POST, &path).header("idempotency-key", round.key()).json(&reply);
        let answer = self.until(201, ask).await?;
        let (number, hash) = (answer["entry"]["number"].as_i64()?, answer["entry"]["hash"].as_str()?.to_owned());
        self.note(Line::Answered { round, number, hash });
        Some(())
    }

    /// Types it, and has each step kept.
    async fn type_it(&self, round: Round, file: Uuid) -> Option<()> {
        let path = format!("/tickets/{}/drafts/reply", self.ticket);
        let mut revision = 0;
        for step in 1..=STEPS {
            self.go_on()?;
            self.note(Line::Typing { round, step });
            let draft = json!({"body": round.text(step), "files": [file], "seen": 1, "revision": revision});
            let kept = self.until(200, || self.request(Method::PUT, &path).json(&draft)).await?;
            revision = kept["revision"].as_i64()?;
            self.note(Line::Typed { round, step });
        }
        Some(())
    }

    /// Sends a file part by part; after a cut it asks from where to go on.
    async fn send(&self, file: Uuid, bytes: &[u8], rng: &mut StdRng) -> Option<()> {
        let path = format!("/files/{file}");
        let mut offset = 0;
        loop {
            self.go_on()?;
            let end = (offset + rng.random_range(50_000..600_000)).min(bytes.len());
            let part = self.request(Method::PATCH, &path).header("upload-offset", offset);
            let answer = part.body(bytes[offset..end].to_vec()).send().await;
            let whole = match answer.map(|answer| answer.status().as_u16()) {
                Ok(200) => {
                    offset = end;
                    end == bytes.len()
                }
                Ok(409 | 503) | Err(_) => {
                    tokio::time::sleep(PAUSE).await;
                    let told = self.until(200, || self.request(Method::GET, &path)).await?;
                    offset = usize::try_from(told["offset"].as_u64()?).ok()?;
                    told["state"] == "ready"
                }
                Ok(status) => return self.refuse(format!("{path} from {offset}: {status}")),
            };
            self.note(Line::Came { file, offset });
            if whole {
                self.note(Line::Whole { file });
                return Some(());
            }
        }
    }

    /// Asks until the answer is neither none nor "unavailable"; it must be the one with `status`.
    async fn until(&self, status: u16, ask: impl Fn() -> RequestBuilder) -> Option<Value> {
        loop {
            let answer = match ask().send().await {
                Ok(answer) if answer.status() != 503 => answer,
                _ => {
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            };
            let (got, url) = (answer.status().as_u16(), answer.url().path().to_owned());
            // The head may come, and the rest no more.
            let Ok(told) = answer.text().await else { continue };
            if got == status {
                return serde_json::from_str(&told).ok();
            }
            return self.refuse(format!("{url}: {got} {told}"));
        }
    }

    fn go_on(&self) -> Option<()> {
        (!self.over.load(Ordering::SeqCst)).then_some(())
    }

    fn refuse<T>(&self, why: String) -> Option<T> {
        self.refused.lock().unwrap().push(why);
        None
    }

    fn note(&self, line: Line) {
        tokio::task::block_in_place(|| self.book.note(&line));
        self.acknowledged.fetch_add(usize::from(line.acknowledges()), Ordering::SeqCst);
    }
}

// The stories --------------------------------------------------------------------------------------

/// The newest files, and some from anywhere.
fn some(rng: &mut StdRng) -> impl FnOnce(usize) -> BTreeSet<usize> {
    move |count| {
        let newest = count.saturating_sub(READ_AGAIN)..count;
        let anywhere = if count > 0 { READ_AGAIN } else { 0 };
        newest.chain((0..anywhere).map(|_| rng.random_range(0..count))).collect()
    }
}

/// What is there in the end is all there.
async fn in_the_end(mut agents: Agents, program: &Program) {
    agents.finish().await;
    agents.nothing_is_lost(program).await;
    let read = agents.files_hold(program, |count| (0..count).collect()).await;
    program.verify();
    println!("{}; {read} files read again", agents.told());
}

/// The desk is killed while two agents type and send.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_agents_work_on_sqlite() {
    let (seed, mut rng) = seeded();
    let mut program = Program::new(None);
    program.start().await;
    let agents = Agents::start(&program, Desk::of(&program).await, seed);
    for _ in 0..2 * kills() {
        agents.at_some_moment(&mut rng).await;
        program.kill();
        program.start().await;
        agents.nothing_is_lost(&program).await;
        agents.files_hold(&program, some(&mut rng)).await;
    }
    in_the_end(agents, &program).await;
}

/// The desk, its PostgreSQL, or both at once are killed in turn, while two agents type and send.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_agents_work_on_postgres() {
    let (seed, mut rng) = seeded();
    let mut cluster = Cluster::start(true);
    let mut program = Program::new(Some(cluster.hasty_database()));
    program.start().await;
    let agents = Agents::start(&program, Desk::of(&program).await, seed);
    for kill in 0..2 * kills() {
        agents.at_some_moment(&mut rng).await;
        let (desk, database) = (kill % 3 != 1, kill % 3 != 0);
        if database {
            cluster.kill();
        }
        if desk {
            program.kill();
        }
        if database {
            cluster.boot();
        }
        if desk {
            program.start().await;
        }
        program.ready().await.unwrap_or_else(|why| panic!("{why}\n{}", program.log()));
        agents.nothing_is_lost(&program).await;
        agents.files_hold(&program, some(&mut rng)).await;
    }
    in_the_end(agents, &program).await;
}

/// The power fails while two agents type and send: what was acknowledged was on disk, folders and names, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_power_fails_while_agents_work() {
    let (seed, mut rng) = seeded();
    let mut program = Program::new(None);
    program.start().await;
    let desk = Desk::of(&program).await;
    program.kill();
    program.put_on_failing_disk();
    program.start().await;
    let agents = Agents::start(&program, desk, seed);
    for _ in 0..kills() / 2 {
        agents.at_some_moment(&mut rng).await;
        program.lose_power();
        program.start().await;
        agents.nothing_is_lost(&program).await;
        agents.files_hold(&program, some(&mut rng)).await;
    }
    in_the_end(agents, &program).await;
}

/// Negative control: a book that tells of what never was, and a store that lost or doubled something: each is found.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn control_what_agents_lost_is_found_on_sqlite() {
    what_agents_lost_is_found(Program::new(None)).await;
}

/// The same on PostgreSQL.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn control_what_agents_lost_is_found_on_postgres() {
    what_agents_lost_is_found(Program::new(Some(crate::postgres::database()))).await;
}

async fn what_agents_lost_is_found(mut program: Program) {
    let (seed, mut rng) = seeded();
    program.start().await;
    let mut agents = Agents::start(&program, Desk::of(&program).await, seed);
    while agents.book.read().iter().filter(|line| matches!(line, Line::Answered { .. })).count() < 4 {
        agents.at_some_moment(&mut rng).await;
    }
    agents.finish().await;
    agents.nothing_is_lost(&program).await;
    let (lines, stored) = (agents.book.read(), Stored::read(program.location()).await);
    let answered =
        lines.iter().rev().find_map(|line| if let Line::Answered { round, .. } = line { Some(*round) } else { None });
    let round = answered.unwrap();
    let next = Round { number: round.number + 7, ..round };
    let file = begun(&lines).into_iter().find(|(_, (of, _))| *of == round).unwrap().0;

    for lie in [
        Line::Typed { round: next, step: 1 },
        Line::Came { file, offset: SIZE.end },
        Line::Answered { round, number: 1, hash: "00".repeat(32) },
        Line::Answered { round: next, number: 2, hash: "00".repeat(32) },
    ] {
        let told = [&lines[..], std::slice::from_ref(&lie)].concat();
        assert_eq!(judge(&told, &told, &stored).lost.len(), 1, "{lie:?}");
    }
    let lost = |change: fn(&mut Stored, Round, Uuid)| {
        let mut stored = stored.clone();
        change(&mut stored, round, file);
        judge(&lines, &lines, &stored)
    };
    let typed = |stored: &mut Stored, round: Round, step, file| {
        stored.drafts.push(Draft { body: round.text(step), files: vec![file] });
    };
    assert!(!lost(|stored, _, file| drop(stored.files.remove(&file))).lost.is_empty());
    assert!(!lost(|stored, _, file| stored.files.get_mut(&file).unwrap().hash = None).lost.is_empty());
    assert!(!lost(|stored, _, file| stored.files.get_mut(&file).unwrap().received -= 1).lost.is_empty());
    assert!(!lost(|stored, round, _| stored.answers.retain(|answer| answer.text != round.text(STEPS))).lost.is_empty());
    let mut older = stored.clone();
    older.drafts.retain(|draft| Round::parse(&draft.body).is_some_and(|(of, _)| of.agent != round.agent));
    typed(&mut older, next, 1, file);
    let newer = [&lines[..], &[Line::Typing { round: next, step: 2 }, Line::Typed { round: next, step: 2 }]].concat();
    assert!(!judge(&newer, &newer, &older).lost.is_empty(), "an older text than the acknowledged one");
    let mut sent = stored.clone();
    typed(&mut sent, round, STEPS, file);
    assert!(!judge(&lines, &lines, &sent).twice.is_empty(), "a draft of what was sent");
    assert!(!lost(|stored, _, _| stored.answers.push(stored.answers[0].clone())).twice.is_empty());
    assert!(!lost(|stored, _, _| drop(stored.answers[1].files.pop())).twice.is_empty());
    assert!(!lost(|stored, _, _| stored.answers[1].files = stored.answers[0].files.clone()).twice.is_empty());
    assert!(!lost(|stored, _, _| stored.answers.reverse()).disordered.is_empty());
}
