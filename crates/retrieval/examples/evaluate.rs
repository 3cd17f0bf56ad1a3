//! Runs the sets of questions of a folder: prints nDCG@10 by set and type, the AUROC of the confidence, and writes run
//! files for `score_retrieval.py`.
//!
//!     cargo run --release -p retrieval --example evaluate -- FOLDER [folder for run files]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use retrieval::{ANSWERS, Article, Found, Index, Lang, Passage};
use serde_json::Value;

fn lines(path: &Path) -> Result<Vec<Value>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    Ok(text.lines().filter(|line| !line.is_empty()).map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn said<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("")
}

fn lang(value: &Value) -> Lang {
    Lang::of_tag(said(value, "lang")).unwrap_or(Lang::ZhCn)
}

fn index(corpus: &[Value]) -> Result<Index, Box<dyn Error>> {
    let index = Index::in_memory()?;
    let mut writer = index.writer()?;
    for (number, document) in corpus.iter().enumerate() {
        let passages = [Passage { anchor: "", heading: "", text: said(document, "body") }];
        let id = uuid::Uuid::from_u128(number as u128);
        let (title, lang) = (said(document, "title"), lang(document));
        writer.put(&Article { id, lang, title, summary: "", keywords: &[], passages: &passages })?;
    }
    writer.commit("evaluated")?;
    drop(writer);
    Ok(index)
}

fn gain(found: &Found, relevant: &[usize]) -> f64 {
    let worth = |rank: usize| 1.0 / ((rank + 2) as f64).log2();
    let hits = found.hits.iter().take(10).enumerate();
    let had: f64 =
        hits.filter(|(_, hit)| relevant.contains(&(hit.id.as_u128() as usize))).map(|(rank, _)| worth(rank)).sum();
    let ideal: f64 = (0..relevant.len().min(10)).map(worth).sum();
    had / ideal
}

/// How likely a question with an answer is more confident than one without.
fn auroc(with: &[f64], without: &[f64]) -> f64 {
    let pairs = with.iter().flat_map(|a| without.iter().map(move |b| (a, b)));
    let won: f64 = pairs
        .map(|(a, b)| {
            if a > b {
                1.0
            } else if a == b {
                0.5
            } else {
                0.0
            }
        })
        .sum();
    won / (with.len() * without.len()).max(1) as f64
}

/// Runs a set and prints its figures; gives back its nDCG@10.
///
/// # Errors
/// When a file cannot be read or written.
pub fn evaluate(set: &Path, runs: Option<&Path>) -> Result<f64, Box<dyn Error>> {
    let name = set.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let corpus = lines(&set.join("corpus.jsonl"))?;
    let index = index(&corpus)?;
    let mut by_type: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let (mut right, mut wrong, mut without) = (Vec::new(), Vec::new(), Vec::new());
    let (mut run, mut decisions) = (String::new(), String::new());
    for query in lines(&set.join("queries.jsonl"))? {
        let found = index.search(&[lang(&query)], said(&query, "query"), 10)?;
        for (rank, hit) in found.hits.iter().enumerate() {
            let id = said(&corpus[hit.id.as_u128() as usize], "id");
            writeln!(run, "{}\t{id}\t{}", said(&query, "qid"), rank + 1)?;
        }
        let first = found.hits.first().filter(|_| found.confidence >= ANSWERS);
        let answer = first.map_or("-", |hit| said(&corpus[hit.id.as_u128() as usize], "id"));
        writeln!(decisions, "{}\t{answer}", said(&query, "qid"))?;
        let named = query["relevant"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let relevant: Vec<usize> =
            named.filter_map(|id| corpus.iter().position(|document| said(document, "id") == id)).collect();
        if query["answerable"] == Value::Bool(false) || relevant.is_empty() {
            without.push(found.confidence);
            continue;
        }
        let hit = found.hits.first().is_some_and(|hit| relevant.contains(&(hit.id.as_u128() as usize)));
        if hit { &mut right } else { &mut wrong }.push(found.confidence);
        by_type.entry(said(&query, "type").to_owned()).or_default().push(gain(&found, &relevant));
    }
    let all: Vec<f64> = by_type.values().flatten().copied().collect();
    let mean = |gains: &[f64]| gains.iter().sum::<f64>() / gains.len().max(1) as f64;
    print!("{name:10} {:.4} ", mean(&all));
    for (kind, gains) in &by_type {
        print!("  {kind} {:.3} ({})", mean(gains), gains.len());
    }
    let answerable: Vec<f64> = right.iter().chain(&wrong).copied().collect();
    if !without.is_empty() {
        print!("  AUROC answerable/not {:.3}", auroc(&answerable, &without));
    }
    let not_right: Vec<f64> = wrong.iter().chain(&without).copied().collect();
    println!("  right first/not {:.3}", auroc(&right, &not_right));
    if let Some(runs) = runs {
        std::fs::create_dir_all(runs)?;
        std::fs::write(runs.join(format!("{name}.tsv")), run)?;
        std::fs::write(runs.join(format!("{name}.decisions.tsv")), decisions)?;
    }
    Ok(mean(&all))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let sets = arguments.next().ok_or("name the folder of the sets")?;
    let runs = arguments.next();
    let mut folders: Vec<_> = std::fs::read_dir(sets)?.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.join("queries.jsonl").exists());
    folders.sort();
    for folder in folders {
        evaluate(&folder, runs.as_deref().map(Path::new))?;
    }
    Ok(())
}
