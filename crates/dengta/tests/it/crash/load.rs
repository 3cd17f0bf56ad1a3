//! Clients who open tickets, reply and note, all at once, and never give up: a request without an answer
//! is sent again with its key until it has one. Every acknowledgement is written to a ledger, and synced,
//! after it was received: what the ledger holds the desk must hold.

use std::collections::VecDeque;
use std::fs::File;
use std::io::Write;
use std::marker::PhantomData;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reqwest::Client;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::program::Program;

/// At once; as many as keep the desk busy beside its tests.
const CLIENTS: usize = 12;
/// Tickets that are written to, the newest: several clients meet on each.
const TICKETS: usize = 20;
/// A client who was told "unavailable", or nothing, waits so long.
const PAUSE: Duration = Duration::from_millis(20);

/// An acknowledged request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ack {
    /// Its idempotency key, which its text begins with.
    pub key: String,
    /// Where it went.
    pub path: String,
    /// What it said.
    pub body: String,
    /// How many acknowledgements the ledger held before it was first sent: those came earlier.
    pub asked_after: usize,
    /// The answer, word for word.
    pub answer: String,
}

/// A log whose lines are on disk once they are noted.
pub struct Book<T> {
    path: PathBuf,
    file: Mutex<File>,
    length: AtomicUsize,
    lines: PhantomData<fn(T)>,
}

impl<T: Serialize + DeserializeOwned> Book<T> {
    /// A new one.
    pub fn new(path: PathBuf) -> Book<T> {
        let file = Mutex::new(File::create_new(&path).unwrap());
        Book { path, file, length: AtomicUsize::new(0), lines: PhantomData }
    }

    /// Notes a line.
    pub fn note(&self, line: &T) {
        let line = serde_json::to_string(line).unwrap();
        let mut file = self.file.lock().unwrap();
        writeln!(file, "{line}").unwrap();
        file.sync_data().unwrap();
        self.length.fetch_add(1, Ordering::SeqCst);
    }

    /// How many lines there are.
    pub fn length(&self) -> usize {
        self.length.load(Ordering::SeqCst)
    }

    /// Everything noted so far, in its order.
    pub fn read(&self) -> Vec<T> {
        let length = self.length();
        let text = std::fs::read_to_string(&self.path).unwrap();
        text.lines().take(length).map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// The log of acknowledgements.
pub struct Ledger {
    book: Book<Ack>,
    refused: Mutex<Vec<String>>,
}

impl Ledger {
    /// A new one.
    pub fn new(path: PathBuf) -> Ledger {
        Ledger { book: Book::new(path), refused: Mutex::default() }
    }

    fn note(&self, ack: &Ack) {
        self.book.note(ack);
    }

    /// How many acknowledgements there are.
    pub fn length(&self) -> usize {
        self.book.length()
    }

    /// Everything acknowledged so far, in the order of acknowledgement.
    pub fn read(&self) -> Vec<Ack> {
        self.book.read()
    }

    /// Answers that nobody should get: neither an acknowledgement nor "unavailable".
    pub fn refused(&self) -> Vec<String> {
        self.refused.lock().unwrap().clone()
    }
}

/// The clients at work.
pub struct Load {
    /// What was acknowledged to them.
    pub ledger: Arc<Ledger>,
    desk: Arc<Desk>,
    clients: JoinSet<()>,
}

/// What all clients know.
struct Desk {
    url: String,
    token: String,
    client: Client,
    tickets: Mutex<VecDeque<String>>,
    over: AtomicBool,
}

impl Load {
    /// Sets them to work; the same `seed` gives the same requests.
    pub fn start(program: &Program, token: &str, seed: u64) -> Load {
        let desk = Arc::new(Desk {
            url: program.url.clone(),
            token: token.to_owned(),
            client: client(),
            tickets: Mutex::default(),
            over: AtomicBool::new(false),
        });
        let ledger = Arc::new(Ledger::new(program.beside("ledger")));
        let mut clients = JoinSet::new();
        for number in 0..CLIENTS {
            let rng = StdRng::seed_from_u64(seed.wrapping_add(number as u64));
            clients.spawn(work(desk.clone(), ledger.clone(), number, rng));
        }
        Load { ledger, desk, clients }
    }

    /// Waits until `more` were acknowledged from now on.
    pub async fn acknowledged(&self, more: usize) {
        let goal = self.ledger.length() + more;
        for _ in 0..3000 {
            if self.ledger.length() >= goal {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("no {more} acknowledgements in 30 s; refused: {:?}", self.ledger.refused());
    }

    /// Lets every client get the answer it waits for, then stops.
    pub async fn finish(mut self) -> Arc<Ledger> {
        self.desk.over.store(true, Ordering::SeqCst);
        let done = async {
            while let Some(client) = self.clients.join_next().await {
                client.unwrap();
            }
        };
        tokio::time::timeout(Duration::from_secs(30), done).await.expect("every request was answered in the end");
        self.ledger
    }

    /// Sends everybody home, answered or not.
    pub async fn abandon(mut self) {
        self.clients.shutdown().await;
    }
}

/// A client of the desk that does not wait for ever.
pub fn client() -> Client {
    Client::builder().timeout(Duration::from_secs(10)).build().unwrap()
}

async fn work(desk: Arc<Desk>, ledger: Arc<Ledger>, number: usize, mut rng: StdRng) {
    for count in 0.. {
        if desk.over.load(Ordering::SeqCst) {
            return;
        }
        let key = format!("client-{number}-{count}");
        let (path, body) = desk.request(&key, &mut rng);
        let ack = Ack { key, path, body: body.to_string(), asked_after: ledger.length(), answer: String::new() };
        until_answered(&desk, &ledger, ack).await;
    }
}

/// Sends it until it was acknowledged or refused.
async fn until_answered(desk: &Desk, ledger: &Ledger, mut ack: Ack) {
    loop {
        match desk.send(&ack).await {
            Ok((201, answer, _)) => {
                desk.remember(&ack, &answer);
                ack.answer = answer;
                tokio::task::block_in_place(|| ledger.note(&ack));
                return;
            }
            Ok((503, ..)) | Err(_) => tokio::time::sleep(PAUSE).await,
            Ok((status, answer, _)) => {
                desk.forget(&ack);
                ledger.refused.lock().unwrap().push(format!("{} {}: {status} {answer}", ack.key, ack.path));
                return;
            }
        }
    }
}

/// Sends acknowledged requests again and tells of those whose answer has changed.
pub async fn replay(program: &Program, token: &str, acks: &[Ack]) -> Vec<String> {
    let (url, token, client) = (program.url.clone(), token.to_owned(), client());
    let desk = Desk { url, token, client, tickets: Mutex::default(), over: AtomicBool::new(false) };
    let mut changed = Vec::new();
    for ack in acks {
        match desk.send(ack).await {
            Ok((201, answer, true)) if answer == ack.answer => {}
            other => changed.push(format!("{}: {other:?}, not {}", ack.key, ack.answer)),
        }
    }
    changed
}

impl Desk {
    fn request(&self, key: &str, rng: &mut StdRng) -> (String, Value) {
        let tickets = self.tickets.lock().unwrap();
        let kind = rng.random_range(0..10);
        if kind < 3 || tickets.is_empty() {
            let email = format!("customer{}@example.com", rng.random_range(0..40));
            let customer = json!({"email": email, "name": "王小明"});
            let new = json!({"subject": "充值未到账", "body": key, "category": "deposit", "customer": customer});
            return ("/api/v1/tickets".into(), new);
        }
        let ticket = &tickets[rng.random_range(0..tickets.len())];
        let verb = if kind < 7 { "replies" } else { "notes" };
        (format!("/api/v1/tickets/{ticket}/{verb}"), json!({"body": key}))
    }

    /// Status, body, and whether it is the answer to an earlier one.
    async fn send(&self, ack: &Ack) -> Result<(u16, String, bool), reqwest::Error> {
        let request = self.client.post(format!("{}{}", self.url, ack.path)).bearer_auth(&self.token);
        let request = request.header("content-type", "application/json").header("idempotency-key", &ack.key);
        let answer = request.body(ack.body.clone()).send().await?;
        let (status, replayed) = (answer.status().as_u16(), answer.headers().contains_key("idempotency-replayed"));
        Ok((status, answer.text().await?, replayed))
    }

    fn remember(&self, ack: &Ack, answer: &str) {
        if let Some(id) = ack.opened(answer) {
            let mut tickets = self.tickets.lock().unwrap();
            tickets.push_back(id);
            if tickets.len() > TICKETS {
                tickets.pop_front();
            }
        }
    }

    fn forget(&self, ack: &Ack) {
        self.tickets.lock().unwrap().retain(|id| !ack.path.contains(id));
    }
}

impl Ack {
    /// The ticket that `answer` says was opened.
    fn opened(&self, answer: &str) -> Option<String> {
        let answer: Value = serde_json::from_str(answer).ok()?;
        Some(answer.get("id")?.as_str()?.to_owned())
    }

    /// The ticket, and the number and hash of its entry, as they were acknowledged.
    pub fn acknowledged(&self) -> (uuid::Uuid, i64, String) {
        let answer: Value = serde_json::from_str(&self.answer).unwrap();
        let opened = self.opened(&self.answer);
        let ticket = opened.unwrap_or_else(|| self.path.split('/').nth(4).unwrap().to_owned());
        let (number, hash) = (&answer["entry"]["number"], &answer["entry"]["hash"]);
        (ticket.parse().unwrap(), number.as_i64().unwrap(), hash.as_str().unwrap().to_owned())
    }
}
