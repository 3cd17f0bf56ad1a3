//! `cargo run --release --example imitations -- [--held] [--misses]`: precision, recall and F1 per class of a made set.
//!
//! With `--file OFFICIAL.json INPUTS.jsonl` instead, prints `id<TAB>score` for each `{"id", "input"}` of another set.

#[path = "../tests/imitations/mod.rs"]
mod set;

use guard::impostors::Official;
use set::{Half, cases, measure, official};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if let [flag, official, inputs] = arguments.as_slice()
        && flag == "--file"
    {
        return judge_file(official, inputs);
    }
    let half = if has("--held") { Half::Held } else { Half::Tuned };
    let (all, classes, misses) = measure(&official(), &cases(half));
    println!("{:32} {:>6} {:>6} {:>6} {:>6}", "class", "found", "of", "wrong", "of");
    for (class, count) in &classes {
        println!("{class:32} {:6} {:6} {:6} {:6}", count.found, count.imitations, count.wrong, count.innocent);
    }
    println!("precision {:.4}  recall {:.4}  F1 {:.4}", all.precision(), all.recall(), all.f1());
    if has("--misses") {
        misses.iter().for_each(|miss| println!("{miss}"));
    }
}

fn judge_file(official: &str, inputs: &str) {
    let read = |path: &str| std::fs::read_to_string(path).expect("a file that can be read");
    let official = Official::from_json(&read(official)).expect("what is official");
    for line in read(inputs).lines().filter(|line| !line.trim().is_empty()) {
        let case: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let text = |key: &str| case[key].as_str().expect("a text").to_owned();
        println!("{}\t{:.3}", text("id"), official.judge(&text("input")).score);
    }
}
