//! Makes messages with secrets and without, runs the detector over them and prints recall and precision by kind and language.
//!
//!     cargo run --release -p guard --example made -- --secrets 20000 --ordinary 100000 --lang all --seed 1
//!         [--split develop|held-out|all] [--misses N] [--dump FILE]
//!
//! `--misses` prints the first so many mistakes; `--dump` writes the messages with secrets and the hard negatives as lines of
//! JSON, `{"id","text","spans":[{"start","end","type"}]}` in code points.

#[path = "../tests/made/mod.rs"]
#[allow(dead_code, reason = "the tests use other parts of it")]
mod made;

use std::error::Error;
use std::io::Write;

use made::judge::{Job, run};
use made::report::Miss;
use made::template::Section;
use made::{Lang, Maker, Split};
use serde_json::json;

struct Options {
    job: Job,
    misses: usize,
    dump: Option<String>,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let job = Job { secrets: 4000, ordinary: 20_000, langs: Lang::ALL.to_vec(), seed: 1, split: Split::All };
    let mut options = Options { job, misses: 0, dump: None };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} wants a value"))?;
        match name.as_str() {
            "--secrets" => options.job.secrets = value.parse()?,
            "--ordinary" => options.job.ordinary = value.parse()?,
            "--seed" => options.job.seed = value.parse()?,
            "--misses" => options.misses = value.parse()?,
            "--dump" => options.dump = Some(value),
            "--lang" => options.job.langs = langs(&value)?,
            "--split" => options.job.split = split(&value)?,
            _ => return Err(format!("what is {name}?").into()),
        }
    }
    Ok(options)
}

fn langs(value: &str) -> Result<Vec<Lang>, String> {
    let langs: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| value == "all" || lang.name() == value).collect();
    if langs.is_empty() { Err(format!("no language {value}: zh, ko, ja, en or all")) } else { Ok(langs) }
}

fn split(value: &str) -> Result<Split, String> {
    match value {
        "develop" => Ok(Split::Develop),
        "held-out" => Ok(Split::HeldOut),
        "all" => Ok(Split::All),
        _ => Err(format!("no split {value}: develop, held-out or all")),
    }
}

fn print_miss(miss: &Miss) {
    let message = &miss.message;
    println!(
        "{} {} {} {:?} {}: {:?}\n    in {:?}",
        if miss.missed { "missed" } else { "false alarm" },
        miss.kind.name(),
        message.lang.name(),
        message.section,
        message.template,
        &message.text[miss.span.clone()],
        message.text
    );
}

fn dump(job: &Job, file: &str) -> Result<(), Box<dyn Error>> {
    let mut maker = Maker::new(job.seed, &job.langs, job.split);
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    for number in 0..job.secrets * 2 {
        let section = if number % 2 == 0 { Section::Secret } else { Section::Safe };
        let message = maker.message(section);
        let points = |bytes: usize| message.text[..bytes].chars().count();
        let spans: Vec<_> = message
            .secrets
            .iter()
            .map(|it| json!({"start": points(it.span.start), "end": points(it.span.end), "type": it.kind.name()}))
            .collect();
        let id = format!("{}-{:?}-{}-{number}", message.lang.name(), section, message.template);
        writeln!(out, "{}", json!({"id": id, "text": message.text, "spans": spans}))?;
    }
    out.flush()?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    if let Some(file) = &options.dump {
        dump(&options.job, file)?;
    }
    let report = run(&options.job);
    print!("{}", report.table());
    report.misses.iter().take(options.misses).for_each(print_miss);
    Ok(())
}
