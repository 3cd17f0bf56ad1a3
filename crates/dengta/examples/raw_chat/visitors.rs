//! Visitors of a desk: sessions, sockets, and what they say.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use tokio::time::sleep_until;
use uuid::Uuid;

use crate::now;
use crate::talk::BEAT;
use crate::wire::{self, Http, LIVE, Reader};

/// What is under way at a time while a crowd comes.
pub const AT_ONCE: usize = 64;

const WORDS: &str =
    "I sent 250 USDT on TRON two hours ago and my balance has not changed. What else do you need from me?";

/// Somebody with a session.
#[derive(Clone)]
pub struct Visitor {
    pub number: usize,
    pub token: String,
}

/// So many visitors begin a session.
pub async fn come(to: SocketAddr, visitors: usize) -> anyhow::Result<Vec<Visitor>> {
    let coming = stream::iter(0..visitors).map(|number| begin(to, number));
    coming.buffered(AT_ONCE).try_collect().await
}

async fn begin(to: SocketAddr, number: usize) -> anyhow::Result<Visitor> {
    let mut http = Http::open(wire::home(number), to, String::new()).await?;
    let page = json!({"url": "https://www.exchange.example/wallet", "title": "Wallet"});
    let begun = http.send("POST", "/api/v1/chat/sessions", &json!({"language": "en", "page": page})).await?;
    let token = begun.body["token"].as_str().unwrap_or_default().to_owned();
    Ok(Visitor { number, token })
}

impl Visitor {
    /// A connection for what the visitor says.
    pub async fn http(&self, to: SocketAddr) -> anyhow::Result<Http> {
        Http::open(wire::home(self.number), to, format!("authorization: Bearer {}\r\n", self.token)).await
    }

    /// The visitor's socket, once it was told where the conversation stands.
    pub async fn line(&self, to: SocketAddr) -> anyhow::Result<Reader> {
        let protocols = format!("sec-websocket-protocol: dengta-chat, bearer.{}\r\n", self.token);
        let (mut reader, _) = wire::connect(wire::home(self.number), to, LIVE, &protocols).await?;
        reader.until(&[r#""type":"chat""#]).await?;
        Ok(reader)
    }
}

/// A visitor in a conversation.
pub struct Talker {
    pub number: usize,
    http: Http,
    pub told: Arc<Told>,
}

/// When a visitor's socket had which entry.
#[derive(Default)]
pub struct Told(Mutex<HashMap<i64, Instant>>);

impl Told {
    fn lock(&self) -> MutexGuard<'_, HashMap<i64, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// When the visitor's screen had an entry.
    pub fn entry(&self, number: i64) -> Option<Instant> {
        self.lock().get(&number).copied()
    }
}

/// What somebody said.
pub struct Said {
    /// By the visitor of this number, or to them.
    pub with: usize,
    /// Its entry.
    pub number: i64,
    pub at: Instant,
    /// From sending it until it was on the record.
    pub took: Duration,
}

impl Talker {
    /// A visitor connects and says the first words.
    pub async fn come(to: SocketAddr, visitor: Visitor) -> anyhow::Result<Talker> {
        let (line, told) = (visitor.line(to).await?, Arc::new(Told::default()));
        tokio::spawn(listen(line, Arc::clone(&told)));
        let mut talker = Talker { number: visitor.number, http: visitor.http(to).await?, told };
        talker.say(0, &format!("I am visitor {}", visitor.number)).await?;
        Ok(talker)
    }

    /// Says something; the number of its entry.
    async fn say(&mut self, beat: u32, words: &str) -> anyhow::Result<i64> {
        // Version and variant of a random one.
        let id = Uuid::from_u128((self.number as u128) << 80 | 4 << 76 | 2 << 62 | u128::from(beat));
        let answer =
            self.http.send("POST", "/api/v1/chat/messages", &json!({"id": id.to_string(), "text": words})).await?;
        answer.body["entry"]["number"].as_i64().context("a message has a number")
    }

    /// Says something at each beat.
    pub async fn talk(mut self, begins: Instant, beats: u32) -> anyhow::Result<Vec<Said>> {
        let mut all = Vec::new();
        for beat in 0..beats {
            sleep_until((begins + BEAT * beat).into()).await;
            let at = now();
            let number = self.say(beat + 1, WORDS).await?;
            all.push(Said { with: self.number, number, at, took: at.elapsed() });
        }
        Ok(all)
    }
}

/// Notes what a visitor is told, until the line ends.
async fn listen(mut line: Reader, told: Arc<Told>) {
    while let Ok(text) = line.next().await {
        let at = now();
        if !text.starts_with(r#"{"type":"entries""#) {
            continue;
        }
        let Ok(frame) = serde_json::from_str::<Value>(&text) else { return };
        let mut told = told.lock();
        for number in frame["entries"].as_array().into_iter().flatten().filter_map(|entry| entry["number"].as_i64()) {
            told.entry(number).or_insert(at);
        }
    }
}
