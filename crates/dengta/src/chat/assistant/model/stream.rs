//! One answer of an OpenAI-compatible endpoint, as server-sent events or as one document. It may be anything: what is not
//! understood, too long, or more than words is a failure.

use reqwest::StatusCode;
use reqwest::header::{ACCEPT, CONTENT_TYPE};
use serde::Deserialize;
use serde_json::Value;

use super::checked::Rejected;
use super::prompt::Request;
use crate::config;

/// An answer with its wrapping is no longer than this, in bytes.
const LONGEST: usize = 512 * 1024;
/// What it says is no longer than this, in bytes.
const LONGEST_TEXT: usize = 8 * 1024;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// It could not be reached, or the line broke.
    Line,
    /// It took too long.
    Late,
    /// It refused: with this status.
    Refused(StatusCode),
    /// It is no answer that could be read.
    Garbage,
    /// It is too long.
    Long,
    /// It calls a tool; it was given none.
    Tools,
    /// It says what it must not.
    Rejected(Rejected),
}

impl Failed {
    /// In figures and logs.
    pub fn name(&self) -> &'static str {
        match self {
            Failed::Line => "line",
            Failed::Late => "late",
            Failed::Refused(_) => "refused",
            Failed::Garbage => "garbage",
            Failed::Long => "long",
            Failed::Tools => "tools",
            Failed::Rejected(rejected) => rejected.name(),
        }
    }
}

impl From<Rejected> for Failed {
    fn from(rejected: Rejected) -> Failed {
        Failed::Rejected(rejected)
    }
}

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    /// All of it.
    pub text: String,
    /// What it cost, if the endpoint said so.
    pub tokens: Option<u64>,
}

/// A part of an answer. Fields of which nothing is known are left alone.
#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
    #[serde(default)]
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(alias = "message")]
    delta: Option<Delta>,
}

#[derive(Deserialize)]
struct Delta {
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    tool_calls: Option<Value>,
    #[serde(default)]
    function_call: Option<Value>,
}

#[derive(Deserialize)]
struct Usage {
    total_tokens: u64,
}

/// An answer that is being read.
pub struct Reading {
    response: reqwest::Response,
    /// Whether it comes as events.
    events: bool,
    /// What was read and is no whole line yet.
    rest: Vec<u8>,
    read: usize,
    done: bool,
    written: Written,
}

/// Asks, and waits for the answer's beginning.
pub async fn open(
    client: &reqwest::Client,
    endpoint: &config::Assistant,
    request: &Request,
) -> Result<Reading, Failed> {
    let url = format!("{}/chat/completions", endpoint.url);
    let mut asked = client.post(url).header(ACCEPT, "text/event-stream").json(&request.body);
    if !endpoint.key.is_empty() {
        asked = asked.bearer_auth(&endpoint.key);
    }
    let response = asked.send().await.map_err(|_| Failed::Line)?;
    if response.status() != StatusCode::OK {
        return Err(Failed::Refused(response.status()));
    }
    let kind = response.headers().get(CONTENT_TYPE).map_or(&b""[..], |kind| kind.as_bytes());
    let events = kind.starts_with(b"text/event-stream");
    if !events && !kind.starts_with(b"application/json") {
        return Err(Failed::Garbage);
    }
    Ok(Reading { response, events, rest: Vec::new(), read: 0, done: false, written: Written::default() })
}

impl Reading {
    /// The next words; `None` at the end.
    pub async fn next(&mut self) -> Result<Option<String>, Failed> {
        loop {
            if self.done {
                return Ok(None);
            }
            let bytes = self.response.chunk().await.map_err(|_| Failed::Line)?;
            let Some(bytes) = bytes else {
                self.done = true;
                return self.last().map(Some);
            };
            self.read += bytes.len();
            self.rest.extend_from_slice(&bytes);
            if self.read > LONGEST {
                return Err(Failed::Long);
            }
            let words = if self.events { self.lines()? } else { String::new() };
            if !words.is_empty() {
                return Ok(Some(words));
            }
        }
    }

    /// What was written, once [`Reading::next`] gave its last.
    pub fn written(self) -> Written {
        self.written
    }

    /// What the end of the answer brings: a document is whole now; events must have said that they are.
    fn last(&mut self) -> Result<String, Failed> {
        if self.events {
            return Err(Failed::Garbage);
        }
        let document = std::mem::take(&mut self.rest);
        self.take(&document)
    }

    /// The words of all whole lines.
    fn lines(&mut self) -> Result<String, Failed> {
        let mut words = String::new();
        while let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            let Some(data) = line.trim_ascii().strip_prefix(b"data:").map(<[u8]>::trim_ascii) else { continue };
            if data == b"[DONE]" {
                self.done = true;
                break;
            }
            words += &self.take(data)?;
        }
        Ok(words)
    }

    fn take(&mut self, document: &[u8]) -> Result<String, Failed> {
        let chunk: Chunk = serde_json::from_slice(document).map_err(|_| Failed::Garbage)?;
        self.written.tokens = chunk.usage.map(|usage| usage.total_tokens).or(self.written.tokens);
        let mut words = String::new();
        for delta in chunk.choices.into_iter().take(1).filter_map(|choice| choice.delta) {
            if delta.tool_calls.is_some_and(|calls| !calls.is_null() && calls != Value::Array(Vec::new()))
                || delta.function_call.is_some_and(|call| !call.is_null())
            {
                return Err(Failed::Tools);
            }
            words += &delta.content.unwrap_or_default();
        }
        self.written.text += &words;
        if self.written.text.len() > LONGEST_TEXT { Err(Failed::Long) } else { Ok(words) }
    }
}
