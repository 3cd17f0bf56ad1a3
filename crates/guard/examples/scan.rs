//! Reads lines of JSON, `{"id","text"}`, and writes `{"id","spans":[{"start","end","type"}]}`: certain findings, in code points.
//!
//!     cargo run --release -p guard --example scan < messages.jsonl > found.jsonl

use std::error::Error;
use std::io::{BufRead, Write};

use guard::secrets::{Certainty, scan};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let message: Value = serde_json::from_str(&line?)?;
        let text = message["text"].as_str().ok_or("a line without text")?;
        let points = |bytes: usize| text[..bytes].chars().count();
        let certain = scan(text).into_iter().filter(|finding| finding.certainty == Certainty::Certain);
        let spans: Vec<_> = certain
            .map(|it| json!({"start": points(it.span.start), "end": points(it.span.end), "type": it.kind.name()}))
            .collect();
        writeln!(out, "{}", json!({"id": message["id"], "spans": spans}))?;
    }
    out.flush()?;
    Ok(())
}
