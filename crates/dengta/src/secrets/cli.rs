//! `dengta guard …`: what the guard says of texts and links from elsewhere, and of this desk's own tickets.

use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Subcommand;
use guard::impostors::Official;
use guard::secrets::{Certainty, Finding, scan};
use serde::Deserialize;
use serde_json::{Value, json};

use super::old;
use crate::clock::Clock;
use crate::server::{self, Options};

/// The guard. Texts and links are read from standard input, a JSON object a line; rows that cannot be read are told on
/// standard error, and the others go on.
#[derive(Subcommand)]
pub enum GuardCommand {
    /// Find secrets: `{"id", "text"}` becomes `{"id", "spans": [{"start", "end", "type"}]}`, in code points.
    ///
    /// Neither a store nor a key is needed. With `--store` this desk's own tickets are looked through instead.
    Scan {
        /// Also what may be a secret: each span then says whether it is `certain`.
        #[arg(long)]
        uncertain: bool,
        /// The desk's own tickets, from before there was a guard or since it learned more.
        #[arg(long)]
        store: bool,
        /// Take out what is found. It is erased where it stood, and a later entry says so.
        #[arg(long, requires = "store")]
        redact: bool,
    },
    /// Judge links, domains, addresses, handles and messages: `{"id", "input"}` becomes the id, a tab, and how surely it is an
    /// imitation, from 0 to 1. From 0.5 on it is one.
    Links {
        /// What is official: `{"okx": {"domains": ["okx.com"], "handles": ["@okx"], "names": ["OKX"]}, …}`.
        #[arg(long)]
        official: PathBuf,
    },
}

/// Runs a command of the guard. It fails when a row could not be read.
///
/// # Errors
/// What is wrong, as a sentence.
pub async fn guard(options: &Options, command: GuardCommand) -> anyhow::Result<ExitCode> {
    let refused = match command {
        GuardCommand::Scan { store: true, redact, .. } => {
            let app = server::open(options, Clock::default(), false).await?;
            let mut progress = Progress { terminal: io::stderr().is_terminal() };
            let summary = old::look_through(&app, redact, &mut |done, all| progress.tell(done, all)).await?;
            progress.done();
            println!(
                "{} tickets, {} entries with secrets, {} redacted",
                summary.tickets, summary.found, summary.redacted
            );
            0
        }
        GuardCommand::Scan { uncertain, .. } => each_line(|row: Text, out| {
            let spans = spans(&row.text, uncertain);
            writeln!(out, "{}", json!({"id": row.id, "spans": spans}))
        })?,
        GuardCommand::Links { official } => {
            let official = read_official(&official)?;
            each_line(|row: Link, out| {
                let score = official.judge(&row.input).score;
                let id = row.id.as_str().map_or_else(|| row.id.to_string(), str::to_owned);
                writeln!(out, "{id}\t{score:.3}")
            })?
        }
    };
    Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[derive(Deserialize)]
struct Text {
    id: Value,
    text: String,
}

#[derive(Deserialize)]
struct Link {
    id: Value,
    input: String,
}

fn read_official(path: &Path) -> anyhow::Result<Official> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    Official::from_json(&text).map_err(|bad| anyhow::anyhow!("{}: {bad}", path.display()))
}

/// Answers each line of standard input on standard output; how many could not be read.
fn each_line<T: for<'a> Deserialize<'a>>(
    mut answer: impl FnMut(T, &mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<usize> {
    let mut input = io::stdin().lock();
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut line, mut number, mut refused) = (Vec::new(), 0, 0);
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match row(&line) {
            Ok(row) => answer(row, &mut out)?,
            Err(error) => {
                refused += 1;
                eprintln!("line {number}: {error}");
            }
        }
    }
    out.flush()?;
    Ok(refused)
}

/// A row. Bytes that are no UTF-8 and halves of surrogate pairs count as U+FFFD, one character each.
fn row<T: for<'a> Deserialize<'a>>(line: &[u8]) -> serde_json::Result<T> {
    let text = String::from_utf8_lossy(line);
    serde_json::from_str(&text).or_else(|error| match whole_surrogates(&text) {
        Some(whole) => serde_json::from_str(&whole),
        None => Err(error),
    })
}

/// JSON in which half of a surrogate pair is replaced; `None` when there is none.
fn whole_surrogates(text: &str) -> Option<String> {
    let escape = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let (mut whole, mut at, mut replaced) = (String::with_capacity(text.len()), 0, false);
    while let Some(found) = text[at..].find('\\') {
        let start = at + found;
        whole += &text[at..start];
        let length = match (escape(start), escape(start + 6)) {
            (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => 12,
            (Some(0xd800..0xe000), _) => 0,
            (Some(_), _) => 6,
            (None, _) => 1 + text[start + 1..].chars().next().map_or(0, char::len_utf8),
        };
        match length {
            0 => {
                whole += "\\ufffd";
                replaced = true;
                at = start + 6;
            }
            length => {
                whole += &text[start..start + length];
                at = start + length;
            }
        }
    }
    replaced.then(|| whole + &text[at..])
}

/// Findings as they are written: counted in code points.
fn spans(text: &str, uncertain: bool) -> Vec<Value> {
    let (mut at, mut points) = (0, 0);
    let mut point = |byte: usize| {
        points += text[at..byte].chars().count();
        at = byte;
        points
    };
    let wanted = |finding: &Finding| uncertain || finding.certainty == Certainty::Certain;
    let mut spans = Vec::new();
    for finding in scan(text).into_iter().filter(wanted) {
        let (start, end) = (point(finding.span.start), point(finding.span.end));
        let mut span = json!({"start": start, "end": end, "type": finding.kind.name()});
        if uncertain {
            span["certain"] = json!(finding.certainty == Certainty::Certain);
        }
        spans.push(span);
    }
    spans
}

/// On a terminal a line that changes; elsewhere nothing but the end.
struct Progress {
    terminal: bool,
}

impl Progress {
    fn tell(&mut self, done: i64, all: i64) {
        if self.terminal {
            const WIDTH: i64 = 30;
            let filled = (done * WIDTH / all.max(1)).clamp(0, WIDTH) as usize;
            eprint!("\r[{}{}] {done} of {all}", "#".repeat(filled), "·".repeat(WIDTH as usize - filled));
        }
    }

    fn done(&mut self) {
        if self.terminal {
            eprintln!();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_characters() {
        let found = spans("密码是 hunter2Zx!，谢谢", false);
        assert_eq!(found, [json!({"start": 4, "end": 14, "type": "password"})]);
    }

    #[test]
    fn halves_of_pairs_are_one_character() {
        let read = |line: &[u8]| row::<Text>(line).map(|row| row.text);
        assert_eq!(read(br#"{"id": 1, "text": "a\ud800b"}"#).unwrap(), "a\u{fffd}b");
        assert_eq!(read(br#"{"id": 1, "text": "a\\ud800 \ud83d\ude00 \udc00"}"#).unwrap(), "a\\ud800 😀 \u{fffd}");
        assert_eq!(read(b"{\"id\": 1, \"text\": \"a\xffb\"}").unwrap(), "a\u{fffd}b");
        assert!(read(br#"{"id": 1}"#).is_err() && read(br#"{"id": 1, "text": "\u12"}"#).is_err());
    }
}
