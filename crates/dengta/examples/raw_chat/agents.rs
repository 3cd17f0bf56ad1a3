//! Agents of a desk: invited, at a screen, taking what is offered to them.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, ensure};
use data_encoding::BASE32_NOPAD;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use totp_rs::Builder;

use crate::now;
use crate::wire::{self, Http, Reader, Writer};

const PASSWORD: &str = "long enough for whoever measures";

/// An agent at a screen.
pub struct Agent {
    http: Http,
    screen: Writer,
    offers: UnboundedReceiver<String>,
    heard: Arc<Heard>,
    /// The tickets of the agent's conversations, in the order in which they were taken.
    pub tickets: Vec<String>,
}

/// What the agent's screen was told, and when.
#[derive(Default)]
pub struct Heard(Mutex<Told>);

#[derive(Default)]
struct Told {
    /// Of each ticket of this agent, the entries: that there are such.
    entries: HashMap<String, HashMap<i64, Instant>>,
    /// Their words, of the ticket that was in view.
    words: HashMap<(String, i64), Instant>,
    /// Frames were dropped since the screen was too slow: it has to fetch what it shows.
    resyncs: Vec<Instant>,
}

impl Agent {
    /// Accepts an invitation, says how much there is room for, and takes a seat at a screen.
    pub async fn join(to: SocketAddr, admin: &str, invitation: &str, room: usize) -> anyhow::Result<Agent> {
        let mut http = Http::open(Ipv4Addr::LOCALHOST, to, String::new()).await?;
        let (id, cookie) = accept(&mut http, invitation).await?;
        http.identify(format!("authorization: Bearer {admin}\r\n"));
        http.send("PUT", &format!("/api/v1/agents/{id}/skills"), &json!({"capacity": room, "languages": []})).await?;
        http.identify(cookie.clone());
        let (reader, screen) = wire::connect(Ipv4Addr::LOCALHOST, to, "/api/v1/live", &cookie).await?;
        http.send("PUT", "/api/v1/presence", &json!({"available": true})).await?;
        let ((sender, offers), heard) = (unbounded_channel(), Arc::new(Heard::default()));
        tokio::spawn(listen(reader, Arc::clone(&heard), sender));
        Ok(Agent { http, screen, offers, heard, tickets: Vec::new() })
    }

    /// Takes so many conversations as they are offered; what each is about.
    pub async fn take(&mut self, conversations: usize) -> anyhow::Result<Vec<String>> {
        let mut subjects = Vec::with_capacity(conversations);
        while subjects.len() < conversations {
            let ticket = self.offers.recv().await.context("the screen went dark")?;
            self.heard.lock().entries.insert(ticket.clone(), HashMap::new());
            self.http.send("POST", &format!("/api/v1/tickets/{ticket}/line"), &Value::Null).await?;
            let shown = self.http.send("GET", &format!("/api/v1/tickets/{ticket}"), &Value::Null).await?;
            subjects.push(shown.body["subject"].as_str().unwrap_or_default().to_owned());
            self.tickets.push(ticket);
        }
        Ok(subjects)
    }

    /// Has a ticket in view.
    pub async fn view(&self, ticket: &str) -> anyhow::Result<()> {
        self.screen.say(&json!({"type": "view", "ticket": ticket})).await
    }

    /// Answers; the number of the entry.
    pub async fn reply(&mut self, ticket: &str, words: &str) -> anyhow::Result<i64> {
        let answer =
            self.http.send("POST", &format!("/api/v1/tickets/{ticket}/replies"), &json!({"body": words})).await?;
        answer.body["entry"]["number"].as_i64().context("an answer has a number")
    }

    pub fn heard(&self) -> Arc<Heard> {
        Arc::clone(&self.heard)
    }
}

/// Accepts an invitation: the agent's id, and the header that says who calls.
async fn accept(http: &mut Http, invitation: &str) -> anyhow::Result<(String, String)> {
    let token = invitation.split_once('#').context("an invitation has a token")?.1;
    let preview = http.send("POST", "/api/v1/invitations/preview", &json!({"token": token})).await?;
    let code = code(preview.body["totp_secret"].as_str().unwrap_or_default())?;
    let body = json!({"token": token, "name": "Somebody", "password": PASSWORD, "totp": code});
    let me = http.send("POST", "/api/v1/invitations/acceptance", &body).await?;
    let cookie = me.head.split_once("dengta_agent=").and_then(|(_, rest)| rest.split(';').next());
    let cookie = format!("cookie: dengta_agent={}\r\n", cookie.context("a session is in a cookie")?);
    Ok((me.body["id"].as_str().unwrap_or_default().to_owned(), cookie))
}

/// What an authenticator app shows now.
#[expect(clippy::disallowed_methods, reason = "codes are of the machine's own clock")]
fn code(base32: &str) -> anyhow::Result<String> {
    let secret = BASE32_NOPAD.decode(base32.as_bytes())?;
    ensure!(!secret.is_empty(), "an invitation brings a secret");
    let totp = Builder::new().with_secret(secret).build_noncompliant();
    Ok(totp.generate(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs()).to_string())
}

/// Notes what a screen is told, until it goes dark.
async fn listen(mut reader: Reader, heard: Arc<Heard>, offers: UnboundedSender<String>) {
    while let Ok(text) = reader.next().await {
        let at = now();
        let of =
            |name: &str| text.strip_prefix(&format!(r#"{{"type":"{name}","ticket":""#)).and_then(|rest| rest.get(..36));
        if text.starts_with(r#"{"type":"resync""#) {
            heard.lock().resyncs.push(at);
        } else if let Some(ticket) = of("entry") {
            heard.note_entry(ticket, &text, at);
        } else if let Some(ticket) = of("entries") {
            heard.note_words(ticket, &text, at);
        } else if let Some(ticket) = of("offer")
            && offers.send(ticket.to_owned()).is_err()
        {
            return;
        }
    }
}

impl Heard {
    fn lock(&self) -> std::sync::MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// There is an entry. Everybody is told of everybody's: others' are not even read.
    fn note_entry(&self, ticket: &str, text: &str, at: Instant) {
        if let Some(entries) = self.lock().entries.get_mut(ticket)
            && let Ok(frame) = serde_json::from_str::<Value>(text)
            && let Some(number) = frame["number"].as_i64()
        {
            entries.entry(number).or_insert(at);
        }
    }

    fn note_words(&self, ticket: &str, text: &str, at: Instant) {
        let Ok(frame) = serde_json::from_str::<Value>(text) else { return };
        let mut told = self.lock();
        for number in frame["entries"].as_array().into_iter().flatten().filter_map(|entry| entry["number"].as_i64()) {
            told.words.entry((ticket.to_owned(), number)).or_insert(at);
        }
    }

    /// When the screen was told that a ticket has an entry.
    pub fn entry(&self, ticket: &str, number: i64) -> Option<Instant> {
        self.lock().entries.get(ticket)?.get(&number).copied()
    }

    /// Whether it was told to fetch what it shows, after a moment.
    pub fn resynced_after(&self, at: Instant) -> bool {
        self.lock().resyncs.iter().any(|resync| *resync > at)
    }

    /// When it was told an entry's words; `None` unless its ticket was in view.
    pub fn words(&self, ticket: &str, number: i64) -> Option<Instant> {
        self.lock().words.get(&(ticket.to_owned(), number)).copied()
    }
}
