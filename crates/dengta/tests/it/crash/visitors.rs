//! Visitors of the chat who never give up: what has no answer is sent again with its id, and a line that broke is taken up
//! where it broke. What each of them has in the end is what was acknowledged, once and in order.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use dengta::clock::{Clock, Micros, SECOND};
use futures_util::StreamExt;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{WebSocketStream, client_async};
use uuid::Uuid;

use super::program::Program;

/// At once.
const VISITORS: usize = 12;
/// Somebody with no answer asks again after so long.
const PAUSE: Duration = Duration::from_millis(20);
/// Between two messages of one visitor, in milliseconds.
const BETWEEN: std::ops::Range<u64> = 200..1_800;
/// What was said last is on the line by then.
const PATIENCE: Micros = 20 * SECOND;

/// All of them.
pub struct Visitors {
    over: Arc<AtomicBool>,
    said: Arc<AtomicUsize>,
    working: JoinSet<Result<usize, String>>,
}

impl Visitors {
    /// Lets them come.
    pub fn come(program: &Program, seed: u64) -> Visitors {
        let (over, said) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let mut working = JoinSet::new();
        for number in 0..VISITORS {
            let rng = StdRng::seed_from_u64(seed.wrapping_add(1_000 + number as u64));
            let (url, port) = (program.url.clone(), program.port);
            working.spawn(visit(url, port, number, rng, over.clone(), said.clone()));
        }
        Visitors { over, said, working }
    }

    /// Waits until `more` messages were acknowledged from now on.
    pub async fn say(&self, more: usize) {
        let goal = self.said.load(Ordering::SeqCst) + more;
        for _ in 0..3_000 {
            if self.said.load(Ordering::SeqCst) >= goal {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("no {more} messages in 30 s");
    }

    /// Lets each get its last answer and compare; how many messages there were.
    pub async fn finish(mut self) -> usize {
        self.over.store(true, Ordering::SeqCst);
        let mut all = 0;
        while let Some(visitor) = self.working.join_next().await {
            all += visitor.unwrap().unwrap_or_else(|wrong| panic!("{wrong}"));
        }
        all
    }
}

/// Somebody with a session.
struct Visitor {
    client: Client,
    url: String,
    port: u16,
    token: String,
    number: usize,
}

async fn visit(
    url: String,
    port: u16,
    number: usize,
    mut rng: StdRng,
    over: Arc<AtomicBool>,
    all: Arc<AtomicUsize>,
) -> Result<usize, String> {
    let client = Client::builder().timeout(Duration::from_secs(5)).build().unwrap();
    let mut visitor = Visitor { client, url, port, token: String::new(), number };
    let begun = visitor.gets(Method::POST, "/sessions", &json!({"language": "en"})).await;
    begun["token"].as_str().ok_or_else(|| begun.to_string())?.clone_into(&mut visitor.token);
    let visitor = Arc::new(visitor);
    let listening = tokio::spawn(listen(visitor.clone(), over.clone()));
    let mut ids = Vec::new();
    while !over.load(Ordering::SeqCst) {
        let id = Uuid::from_u128(rng.random::<u128>() & !(0xf << 76) & !(0x3 << 62) | 4 << 76 | 2 << 62).to_string();
        let said = json!({"id": id, "text": format!("{id} where is my deposit?")});
        let heard = visitor.gets(Method::POST, "/messages", &said).await;
        if heard["id"] != id.as_str() {
            return Err(format!("{said} was answered by {heard}"));
        }
        ids.push(id);
        all.fetch_add(1, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(rng.random_range(BETWEEN))).await;
    }
    let heard = listening.await.unwrap()?;
    let own: Vec<&str> = heard.iter().filter_map(|entry| entry["key"].as_str()).collect();
    if own != ids {
        return Err(format!("said {ids:#?}, and on the line came {own:#?}"));
    }
    Ok(ids.len())
}

/// What comes over the line, taken up again after each break, until nothing is left to come.
async fn listen(visitor: Arc<Visitor>, over: Arc<AtomicBool>) -> Result<Vec<Value>, String> {
    let (mut heard, mut last) = (Vec::<Value>::new(), 0);
    let (clock, mut ends) = (Clock::default(), None);
    loop {
        if over.load(Ordering::SeqCst) {
            let until = *ends.get_or_insert(clock.now() + PATIENCE);
            let all = visitor.entries().await;
            if numbers(&all) == numbers(&heard) {
                return Ok(heard);
            }
            if clock.now() > until {
                return Err(format!("stored {:?}, on the line came {:?}", numbers(&all), numbers(&heard)));
            }
        }
        let Some(mut line) = visitor.line(last).await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        while let Ok(Some(Ok(message))) = tokio::time::timeout(Duration::from_secs(1), line.next()).await {
            let Message::Text(text) = message else { continue };
            let frame: Value = serde_json::from_str(&text).unwrap();
            for entry in frame["entries"].as_array().into_iter().flatten() {
                let number = entry["number"].as_i64().unwrap();
                if number <= last {
                    return Err(format!("{number} came after {last}"));
                }
                last = number;
                heard.push(entry.clone());
            }
        }
    }
}

fn numbers(entries: &[Value]) -> Vec<i64> {
    entries.iter().filter_map(|entry| entry["number"].as_i64()).collect()
}

impl Visitor {
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}/api/v1/chat{path}", self.url));
        request.bearer_auth(&self.token).header("x-forwarded-for", format!("10.9.0.{}", self.number))
    }

    /// Asks until there is an answer.
    async fn gets(&self, method: Method, path: &str, body: &Value) -> Value {
        loop {
            if let Ok(answer) = self.request(method.clone(), path).json(body).send().await {
                let wait = answer.status().is_server_error() || answer.status().as_u16() == 429;
                if let (false, Ok(body)) = (wait, answer.json().await) {
                    return body;
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn entries(&self) -> Vec<Value> {
        let (mut all, mut after) = (Vec::new(), 0);
        loop {
            let page = self.gets(Method::GET, &format!("/entries?after={after}"), &Value::Null).await;
            all.extend(page["results"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(next) => after = next.parse().unwrap(),
                None => return all,
            }
        }
    }

    async fn line(&self, after: i64) -> Option<WebSocketStream<TcpStream>> {
        let url = format!("ws://127.0.0.1:{}/api/v1/chat/live?after={after}", self.port);
        let mut request = url.into_client_request().unwrap();
        let protocols = format!("dengta-chat, bearer.{}", self.token);
        request.headers_mut().insert("sec-websocket-protocol", protocols.parse().unwrap());
        let tcp = TcpStream::connect(("127.0.0.1", self.port)).await.ok()?;
        Some(client_async(request, tcp).await.ok()?.0)
    }
}
