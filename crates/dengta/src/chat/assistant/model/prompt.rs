//! What a model is told: fixed instructions, numbered passages, and the conversation as quoted data.

use serde_json::{Value, json};

use super::super::answer::Passage;
use super::super::{By, Heard, shapes};
use crate::config;
use crate::secrets::clean;

const INSTRUCTIONS: &str = include_str!("instructions.txt");
/// So many turns of the conversation, the last ones.
const TURNS: usize = 6;
/// So much of each, in characters.
const LONGEST_TURN: usize = 1_000;
/// So much of a passage, in characters.
const LONGEST_PASSAGE: usize = 2_000;
/// Bytes for which a token is counted, at least: of Chinese it is about three.
const BYTES_A_TOKEN: usize = 2;

/// A request, ready to be sent.
pub struct Request {
    /// Its JSON.
    pub body: Value,
    /// What it costs to be read, at most.
    pub tokens: u64,
}

/// The request for an answer; `None` when the guard fails: nothing leaves unseen then.
pub fn request(endpoint: &config::Assistant, heard: &Heard, passages: &[&Passage]) -> Option<Request> {
    let mut told = format!("LANGUAGE: {}\n<passages>\n", heard.language.tag());
    for (number, passage) in passages.iter().enumerate() {
        told += &format!("[{}] {}\n{}\n\n", number + 1, passage.source.title, text(passage));
    }
    told += "</passages>\n<conversation>\n";
    for turn in &heard.turns[heard.turns.len().saturating_sub(TURNS)..] {
        let by = match turn.by {
            By::Customer => "customer",
            By::Assistant => "assistant",
            By::Agent => "agent",
        };
        // A line of JSON: whatever was written, the quotation ends where it ends.
        told = told + &json!({by: masked(&turn.text)?}).to_string().replace('<', "\\u003c") + "\n";
    }
    told += "</conversation>";
    let tokens = (INSTRUCTIONS.len() + told.len()) / BYTES_A_TOKEN;
    let body = json!({
        "model": endpoint.model,
        "messages": [{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": told}],
        "max_tokens": endpoint.max_tokens,
        "temperature": 0,
        "stream": true,
        "stream_options": {"include_usage": true},
    });
    Some(Request { body, tokens: tokens as u64 })
}

/// The part of a passage that is sent: what is said has to stand in it.
pub fn text(passage: &Passage) -> String {
    passage.plain.chars().take(LONGEST_PASSAGE).collect()
}

/// Without secrets, and with marks in place of personal data.
fn masked(text: &str) -> Option<String> {
    let clean = clean::without(text).ok()?;
    Some(shapes::masked(&clean).chars().take(LONGEST_TURN).collect())
}
