//! Visitors who are connected and say nothing; now and then all of them are told something.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use anyhow::bail;
use clap::ValueEnum;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::timeout;

use crate::visitors::{self, AT_ONCE, Visitor};
use crate::wire::{self, Http, LIVE, Reader};
use crate::{asked, now};

/// Whoever comes first pays for what is made once.
const WARM_UP: usize = 200;
/// How long after the others the last one may hear of it.
const PATIENCE: Duration = Duration::from_secs(20);
/// With what stands around it, and the digits of its number, a frame of 210 bytes.
const TEXT: &str = "Withdrawals of USDT on TRON are slower than usual. Your funds are safe; what you have sent is on \
    its way. We write here again in half an hour.";

/// Whose visitors.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Of {
    /// The raw server's.
    Raw,
    /// The desk's.
    Desk,
}

/// The number of what was told, and when.
type Heard = (usize, Instant);

/// Comes in two steps, each when asked to (who they are; their sockets), and then tells everybody something whenever asked to.
pub async fn run(of: Of, to: SocketAddr, visitors: usize, token: &str) -> anyhow::Result<()> {
    let sessions = if of == Of::Desk { visitors::come(to, visitors).await? } else { Vec::new() };
    let line = |number: usize| line(to, number, sessions.get(number));
    drop(stream::iter(0..WARM_UP.min(visitors)).map(line).buffered(AT_ONCE).try_collect::<Vec<Reader>>().await?);
    if !asked(&json!({"sessions": sessions.len()})).await? {
        return Ok(());
    }
    let lines: Vec<Reader> = stream::iter(0..visitors).map(line).buffered(AT_ONCE).try_collect().await?;
    let (sender, mut heard) = unbounded_channel();
    for line in lines {
        tokio::spawn(listen(line, sender.clone()));
    }
    let mut teller = Teller::new(of, to, token).await?;
    let mut found = json!({"connected": visitors});
    while asked(&found).await? {
        let began = now();
        let number = teller.tell().await?;
        found = receipts(&mut heard, number, visitors, began).await?;
    }
    Ok(())
}

async fn line(to: SocketAddr, number: usize, visitor: Option<&Visitor>) -> anyhow::Result<Reader> {
    match visitor {
        Some(visitor) => visitor.line(to).await,
        None => Ok(wire::connect(wire::home(number), to, LIVE, "").await?.0),
    }
}

/// Listens until the socket ends.
async fn listen(mut line: Reader, heard: UnboundedSender<Heard>) {
    while let Ok(text) = line.next().await {
        let at = now();
        // The desk tells the same in where the conversation stands, too.
        let number = text.starts_with(r#"{"type":"notice""#).then(|| number(&text)).flatten();
        if number.is_some_and(|number| heard.send((number, at)).is_err()) {
            return;
        }
    }
}

/// Each text says its number: `(7)`.
fn number(text: &str) -> Option<usize> {
    text.split_once('(')?.1.split_once(')')?.0.parse().ok()
}

/// When the first half and when all had heard of it.
async fn receipts(
    heard: &mut UnboundedReceiver<Heard>,
    number: usize,
    visitors: usize,
    began: Instant,
) -> anyhow::Result<Value> {
    let mut times = Vec::with_capacity(visitors);
    while times.len() < visitors {
        match timeout(PATIENCE, heard.recv()).await {
            Ok(Some((of, at))) if of == number => times.push(at - began),
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => break,
        }
    }
    times.sort();
    let ms = |time: Option<&Duration>| time.map(|time| time.as_secs_f64() * 1e3);
    Ok(json!({"heard": times.len(), "half_ms": ms(times.get(times.len() / 2)), "last_ms": ms(times.last())}))
}

/// Whoever tells everybody.
struct Teller {
    of: Of,
    http: Http,
    /// The incident of which the desk's visitors are told.
    incident: Value,
    told: usize,
}

impl Teller {
    async fn new(of: Of, to: SocketAddr, token: &str) -> anyhow::Result<Teller> {
        let mut http = Http::open(Ipv4Addr::LOCALHOST, to, format!("authorization: Bearer {token}\r\n")).await?;
        let incident = match of {
            Of::Raw => Value::Null,
            Of::Desk => {
                http.send("POST", "/api/v1/incidents", &json!({"title": "TRON is slow"})).await?.body["id"].clone()
            }
        };
        Ok(Teller { of, http, incident, told: 0 })
    }

    /// Tells everybody the next text; its number.
    async fn tell(&mut self) -> anyhow::Result<usize> {
        self.told += 1;
        let text = format!("({}) {TEXT}", self.told);
        match (self.of, self.incident.as_str()) {
            (Of::Raw, _) => {
                // In the order in which the desk writes it.
                let notice = format!(r#"{{"type":"notice","incidents":[{{"title":{},"url":null}}]}}"#, json!(text));
                self.http.send_text("POST", "/tell", &notice).await?;
            }
            (Of::Desk, Some(incident)) => {
                let path = format!("/api/v1/incidents/{incident}/updates");
                self.http.send("POST", &path, &json!({"texts": {"en": text}})).await?;
            }
            (Of::Desk, None) => bail!("The incident has no id."),
        }
        Ok(self.told)
    }
}
