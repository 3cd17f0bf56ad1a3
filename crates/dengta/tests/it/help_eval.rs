//! How well articles are found: sets of questions that people judged, asked through the API as an app would ask.
//! `soak` has nothing to widen here: all of every set is asked each time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dengta::help::import::lines::Lines;
use dengta::help::import::{self, Options};
use reqwest::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::desk::{Database, Desk, read};

/// A question, and the articles that answer it.
#[derive(Deserialize)]
struct Question {
    lang: String,
    query: String,
    #[serde(rename = "type")]
    kind: String,
    relevant: Vec<String>,
}

fn set(name: &str) -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|folder| folder.join("shared/eval").join(name)).find(|folder| folder.is_dir())
}

fn lines<T: DeserializeOwned>(path: &Path) -> Vec<T> {
    std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// nDCG@10 of one answer: relevant articles count less the further down they stand.
fn ndcg(found: &[String], relevant: &[String]) -> f64 {
    let gain = |place: usize| 1.0 / ((place + 2) as f64).log2();
    let reached: f64 =
        found.iter().take(10).enumerate().filter(|(_, id)| relevant.contains(id)).map(|(at, _)| gain(at)).sum();
    reached / (0..relevant.len().min(10)).map(gain).sum::<f64>()
}

/// Imports a set and asks all of its questions that have an answer; each must do at least as well as `least` on average.
async fn finds(name: &str, least: f64) {
    let Some(folder) = set(name) else { return eprintln!("skipped: there is no shared/eval/{name}") };
    let desk = Desk::start(Database::Sqlite).await;
    let options = Options { language: None, draft: false };
    let corpus = Box::new(Lines::open(&folder.join("corpus.jsonl"), options).unwrap());
    let summary = import::run(&desk.app, corpus, options, &mut |_| ()).await.unwrap();
    assert_eq!(summary.refused, 0);
    let ask = async |lang: &str, question: &str| {
        let url = format!("{}/api/v1/help/search", desk.url);
        let request = desk.client.get(url).query(&[("lang", lang), ("q", question), ("limit", "10")]);
        let answer = read(request, StatusCode::OK).await;
        let ids = answer["results"].as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    let questions: Vec<Question> = lines(&folder.join("queries.jsonl"));
    let answerable: Vec<_> = questions.iter().filter(|question| !question.relevant.is_empty()).collect();
    let last = lines::<serde_json::Value>(&folder.join("corpus.jsonl")).pop().unwrap();
    desk.until("everything is in the index", || async {
        let found = ask(last["lang"].as_str().unwrap(), last["title"].as_str().unwrap()).await;
        found.iter().any(|id| *id == last["id"].as_str().unwrap())
    })
    .await;
    let mut by_kind: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for question in &answerable {
        let found = ask(&question.lang, &question.query).await;
        by_kind.entry(&question.kind).or_default().push(ndcg(&found, &question.relevant));
    }
    let mean = |figures: &[f64]| figures.iter().sum::<f64>() / figures.len() as f64;
    let kinds: Vec<_> = by_kind.iter().map(|(kind, all)| format!("{kind} {:.3} ({})", mean(all), all.len())).collect();
    let all = mean(&by_kind.into_values().flatten().collect::<Vec<_>>());
    println!("{name}: nDCG@10 {all:.3}: {}", kinds.join(", "));
    assert!(all >= least, "{name}: {all:.3}, at least {least}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn seeds_in_chinese() {
    finds("seeds-zh", 0.78).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bitcoin_in_chinese() {
    finds("btc-zh", 0.80).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bitcoin_in_korean() {
    finds("btc-ko", 0.80).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bitcoin_in_japanese() {
    finds("btc-ja", 0.76).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bitcoin_in_english() {
    finds("btc-en", 0.68).await;
}
