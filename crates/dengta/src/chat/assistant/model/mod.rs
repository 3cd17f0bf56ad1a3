//! An answer that a model writes from passages, where an OpenAI-compatible endpoint is configured.
//!
//! - What it may do is write sentences. It is offered no tools, and an answer that calls one is thrown away.
//! - What it is told of a conversation holds no secrets and no personal data ([`prompt`]).
//! - A sentence is shown after [`checked`] found it in the passages that it cites, and never before. One that is not found there
//!   ends the answer: the passage itself is said instead.
//! - Whatever goes wrong is no error of the assistant's: there is then no answer from here, within the time-out.

pub mod checked;
mod limits;
mod prompt;
mod stream;

use std::time::Duration;

use guard::asking::asks_for_secret;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::Heard;
use super::answer::{Passage, Passages, Source};
use super::section::escaped;
use crate::app::App;
use crate::config;
use crate::language::Language;

use checked::{Rejected, Sentences};
use limits::Limits;
use stream::{Failed, Written};

/// Below this nothing that was found has to do with the question, and nothing is sent.
const WORTH_ASKING: f64 = retrieval::FITS;
/// Of the time for an answer, the part within which it must have begun.
const FIRST_BYTE: u32 = 2;

/// The endpoint, and how it did lately.
pub struct Model {
    client: Option<reqwest::Client>,
    limits: Limits,
}

/// What a model wrote, and was found in the passages.
#[derive(Debug)]
pub struct Answer<'p> {
    /// In the desk's Markdown, without citations.
    pub text: String,
    /// The passages that it cites, in that order.
    pub sources: Vec<&'p Source>,
}

impl Model {
    /// For these settings; without an endpoint in them it never answers.
    #[must_use]
    pub fn new(config: &config::Config) -> Model {
        // Redirects lead elsewhere than what is configured, and so would a proxy of the environment's.
        let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
        let client = config.assistant.as_ref().and_then(|_| match builder.build() {
            Ok(client) => Some(client),
            Err(error) => {
                tracing::error!(%error, "the assistant works without its model");
                None
            }
        });
        Model { client, limits: Limits::default() }
    }
}

/// What a model says to the last message. `None` when there is no model, when it failed, was not allowed to, does not know, or said
/// something that is not in the passages. Checked sentences go to `draft` as they come.
pub async fn answer<'p>(
    app: &App,
    heard: &Heard,
    found: &'p Passages,
    draft: Option<mpsc::Sender<String>>,
) -> Option<Answer<'p>> {
    let endpoint = app.config.assistant.as_ref()?;
    let client = app.assistant.client.as_ref()?;
    let passages = in_language(&found.passages, heard.language);
    if passages.is_empty() || found.confidence < WORTH_ASKING {
        return None;
    }
    let request = prompt::request(endpoint, heard, &passages)?;
    let limits = &app.assistant.limits;
    let reserved = limits.reserve(app.clock.now(), endpoint, request.tokens)?;
    let time = Duration::from_secs(endpoint.timeout_seconds);
    let writing = write(client, endpoint, &request, &passages, time / FIRST_BYTE, draft);
    let written = timeout(time, writing).await.unwrap_or(Err(Failed::Late));
    limits.settle(app.clock.now(), reserved, written.as_ref().ok().and_then(|written| written.tokens), &written);
    let outcome = written.and_then(|written| taken(&written, &passages));
    metrics::counter!("dengta_assistant_model_total", "outcome" => outcome.as_ref().map_or_else(|failed| failed.name(), |_| "answered"))
        .increment(1);
    match outcome {
        Ok(answer) => Some(answer),
        Err(failed) => {
            tracing::info!(reason = failed.name(), "the model's answer was not used");
            None
        }
    }
}

/// Passages in another language than the answer's cannot be compared with it.
fn in_language(passages: &[Passage], language: Language) -> Vec<&Passage> {
    let is_chinese = |language| matches!(language, Language::ZhCn | Language::ZhTw);
    let alike = |other| other == language || is_chinese(other) && is_chinese(language);
    passages.iter().filter(|passage| alike(passage.source.language)).collect()
}

/// Has the model write, and checks each sentence as it is complete.
async fn write(
    client: &reqwest::Client,
    endpoint: &config::Assistant,
    request: &prompt::Request,
    passages: &[&Passage],
    first_byte: Duration,
    draft: Option<mpsc::Sender<String>>,
) -> Result<Written, Failed> {
    let mut reading =
        timeout(first_byte, stream::open(client, endpoint, request)).await.map_err(|_| Failed::Late)??;
    let mut sentences = Sentences::default();
    let mut shown = String::new();
    let mut wait = first_byte;
    while let Some(piece) = timeout(wait, reading.next()).await.map_err(|_| Failed::Late)?? {
        wait = Duration::MAX;
        for sentence in sentences.push(&piece) {
            shown += &checked::sentence(&sentence, passages)?.shown;
            if let Some(draft) = &draft {
                // Whoever watched may have left.
                let _ = draft.try_send(shown.trim().to_owned());
            }
        }
    }
    Ok(reading.written())
}

/// The whole answer, checked again: what single sentences hide, they may say together.
fn taken<'p>(written: &Written, passages: &[&'p Passage]) -> Result<Answer<'p>, Failed> {
    if written.text.trim().trim_end_matches('.') == "NONE" {
        return Err(Failed::Rejected(Rejected::Nothing));
    }
    let whole = checked::whole(&written.text, passages)?;
    if asks_for_secret(&whole.shown).is_some() {
        return Err(Failed::Rejected(Rejected::AsksForSecret));
    }
    let sources = whole.cited.iter().map(|number| &passages[*number - 1].source).collect();
    let lines: Vec<String> = whole.shown.trim().lines().map(escaped_line).collect();
    Ok(Answer { text: lines.join("\n"), sources })
}

/// A line with its signs as words, but for that of a list.
fn escaped_line(line: &str) -> String {
    match line.trim().strip_prefix("- ") {
        Some(item) => format!("- {}", escaped(item)),
        None => escaped(line.trim()),
    }
}
