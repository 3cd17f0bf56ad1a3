//! A model's endpoint that does as a script says.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What it does with every request.
#[derive(Clone, Copy, Debug)]
pub enum Script {
    /// Streams this, some letters at a time.
    Says(&'static str),
    /// Takes the request and says nothing.
    Hangs,
    /// Begins an answer and falls silent.
    HangsInTheMiddle,
    /// A letter every tenth of a second, without end.
    Drips,
    /// Hangs up.
    Closes,
    /// Refuses, or leads elsewhere.
    Status(u16),
    /// Answers with this type and body.
    Raw(&'static str, &'static str),
    /// Words without end, as fast as they are taken.
    Endless,
    /// Calls a tool that it was not given.
    CallsATool,
}

/// A running one.
pub struct Endpoint {
    /// For the settings.
    pub url: String,
    told: Arc<Mutex<Vec<Value>>>,
}

impl Endpoint {
    /// Starts one.
    pub async fn start(script: Script) -> Endpoint {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let told = Arc::new(Mutex::new(Vec::new()));
        let heard = told.clone();
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(answer(line, script, heard.clone()));
            }
        });
        Endpoint { url, told }
    }

    /// The requests that came.
    pub fn told(&self) -> Vec<Value> {
        self.told.lock().unwrap().clone()
    }
}

/// Reads a request's head and body; its document.
async fn request(line: &mut TcpStream) -> Option<Value> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok())?;
            if body.len() >= length {
                return serde_json::from_str(body).ok();
            }
        }
        if line.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}

fn event(delta: &Value) -> String {
    format!("data: {}\n\n", json!({"choices": [{"index": 0, "delta": delta}]}))
}

async fn answer(mut line: TcpStream, script: Script, told: Arc<Mutex<Vec<Value>>>) -> Option<()> {
    let document = request(&mut line).await?;
    told.lock().unwrap().push(document);
    let head = |kind: &str| format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\n");
    let events = head("text/event-stream");
    let mut say = async |text: &str| {
        line.write_all(text.as_bytes()).await.ok()?;
        line.flush().await.ok()
    };
    let forever = Duration::from_secs(60);
    match script {
        Script::Closes => {}
        Script::Hangs => tokio::time::sleep(forever).await,
        Script::Status(status) => {
            say(&format!(
                "HTTP/1.1 {status} x\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            ))
            .await?;
        }
        Script::Raw(kind, body) => say(&(head(kind) + body)).await?,
        Script::HangsInTheMiddle => {
            say(&(events + &event(&json!({"content": "To freeze your account, "})))).await?;
            tokio::time::sleep(forever).await;
        }
        Script::Drips => {
            say(&events).await?;
            loop {
                say(&event(&json!({"content": "a"}))).await?;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        Script::Endless => {
            say(&events).await?;
            loop {
                say(&event(&json!({"content": "freeze your account "}))).await?;
            }
        }
        Script::CallsATool => {
            let call = json!({"tool_calls": [{"index": 0, "function": {"name": "refund", "arguments": "{}"}}]});
            say(&(events + &event(&json!({"content": "To freeze "})) + &event(&call) + "data: [DONE]\n\n")).await?;
        }
        Script::Says(text) => {
            say(&events).await?;
            let letters: Vec<char> = text.chars().collect();
            for piece in letters.chunks(7) {
                say(&event(&json!({"content": String::from_iter(piece)}))).await?;
            }
            say("data: {\"choices\": [], \"usage\": {\"total_tokens\": 50}}\n\ndata: [DONE]\n\n").await?;
        }
    }
    Some(())
}
