//! The help center: what it takes to import ten thousand articles, and then to read, to search and to be suggested one,
//! with as many in each of the five languages.

mod made;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::desk::{Desk, Installation};
use crate::http::Connection;
use crate::load::percentile;
use crate::places::Temporary;
use crate::proc;
use crate::run::{Outcome, cargo, openly, quietly, step};

use super::Bench;
use super::report::{self, Call, Figure};
use made::{LANGUAGES, Language};

/// Requests per round.
const PAGES: usize = 8_000;
const SEARCHES: usize = 2_000;
const ROUNDS: usize = 3;
const WARM_UP: usize = 200;
/// Searches one after the other, as one customer makes them.
const ALONE: usize = 1_000;
/// Seconds that importing ten thousand may take.
const IMPORT_BAR: f64 = 10.0;
/// Milliseconds of processor time.
const PAGE_BAR: f64 = 0.1;
const SEARCH_BAR: f64 = 3.0;
/// Milliseconds until a search is answered.
const ANSWERED_BAR: f64 = 10.0;
/// How much dearer a search may be than tantivy's own over letters as 1- to 3-grams.
const RAW_BAR: f64 = 3.0;
/// Questions that both are asked in each language.
const RAW_QUESTIONS: usize = 300;
/// How long the index may take to catch up, and how long without work is caught up.
const CAUGHT_UP: Duration = Duration::from_secs(1800);
const QUIET: Duration = Duration::from_secs(2);

/// What was measured.
pub struct Help {
    /// In each language.
    pub articles: usize,
    pub calls: Vec<Call>,
    pub figures: Vec<Figure>,
}

/// This part alone.
pub fn alone(articles: usize) -> Outcome {
    crate::setup::web()?;
    openly(&mut cargo(&["build", "--release", "--package", "dengta"]))?;
    let help = measure(articles)?;
    report::print_help(&help);
    report::write_help(&help)
}

/// Imports `articles` in each language and measures.
pub fn measure(articles: usize) -> Outcome<Help> {
    let files = Temporary::new("bench-articles")?;
    let made = step(&format!("Making up {articles} articles in five languages"), || write(files.path(), articles))?;
    let installation = Installation::new("release", "bench-help")?;
    let desk = installation.start()?;
    let mut slowest = Duration::ZERO;
    for (language, file) in LANGUAGES.iter().zip(&made) {
        let took = step(&format!("Importing {articles} in {}", language.tag), || {
            let began = Instant::now();
            installation.run(&["help", "import", &file.display().to_string()])?;
            Ok(began.elapsed())
        })?;
        slowest = slowest.max(took);
    }
    let again = step("Importing the first again, unchanged", || {
        let began = Instant::now();
        installation.run(&["help", "import", &made[0].display().to_string()])?;
        Ok(began.elapsed())
    })?;
    let caught_up = step("Waiting for the index", || catch_up(&desk))?;

    let asked = Asked { token: installation.token("admin")?, articles };
    let bench = Bench { desk: &desk, postgres: false, warm_up: WARM_UP, rounds: ROUNDS };
    let mut calls = Vec::new();
    let mut figures = vec![
        Figure::with_bar("import, slowest", "s", slowest.as_secs_f64(), IMPORT_BAR),
        Figure::without_bar("import, unchanged", "s", again.as_secs_f64()),
        Figure::without_bar("index caught up", "s", caught_up.as_secs_f64()),
    ];
    let page = |number| asked.page(number);
    calls.extend(measured(&bench, "article page", PAGE_BAR, PAGES, &page)?);
    let (mut searched, mut suggested) = (Vec::new(), Vec::new());
    for language in &LANGUAGES {
        let search = |number| asked.search(language, number);
        calls.extend(measured(&bench, &format!("help search, {}", language.tag), SEARCH_BAR, SEARCHES, &search)?);
        searched.extend(one_by_one(&desk, &search)?);
        let suggest = |number| asked.suggest(language, number);
        calls.extend(measured(&bench, &format!("suggestions, {}", language.tag), SEARCH_BAR, SEARCHES, &suggest)?);
        suggested.extend(one_by_one(&desk, &suggest)?);
    }
    for (name, mut times) in [("search, p99 alone", searched), ("suggest, p99 alone", suggested)] {
        if !times.is_empty() {
            times.sort();
            figures.push(Figure::with_bar(name, "ms", percentile(&times, 99).as_secs_f64() * 1e3, ANSWERED_BAR));
        }
    }
    figures.push(Figure::without_bar("after all that", "MB", proc::resident_mb(desk.pid())?));
    desk.stop()?;
    figures.extend(step("Asking tantivy itself", || beside_tantivy(articles))?);
    Ok(Help { articles, calls, figures })
}

/// What a search costs in the program, without HTTP and rows, against tantivy's BM25 over the same texts: its example says.
fn beside_tantivy(articles: usize) -> Outcome<Vec<Figure>> {
    let (articles, questions) = (articles.to_string(), RAW_QUESTIONS.to_string());
    let said = quietly(&mut cargo(&[
        "run",
        "--release",
        "--package",
        "retrieval",
        "--example",
        "speed",
        "--",
        &articles,
        &questions,
    ]))?;
    let ratio = |line: &str| {
        let mut words = line.strip_prefix("ratio ")?.split(' ');
        let (language, terms, times) = (words.next()?, words.next()?, words.next()?.parse().ok()?);
        let name = format!("search / tantivy's {terms}, {language}");
        Some(if terms == "grams" {
            Figure::with_bar(name, "×", times, RAW_BAR)
        } else {
            Figure::without_bar(name, "×", times)
        })
    };
    Ok(said.lines().filter_map(ratio).collect())
}

/// Writes a file of articles for each language.
fn write(folder: &Path, articles: usize) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for language in &LANGUAGES {
        let path = folder.join(format!("articles.{}.jsonl", language.tag));
        let mut file = BufWriter::new(File::create(&path)?);
        for number in 0..articles {
            writeln!(file, "{}", language.article(number))?;
        }
        file.flush()?;
        files.push(path);
    }
    Ok(files)
}

/// Waits until the desk has nothing to do any more; how long that took.
fn catch_up(desk: &Desk) -> Outcome<Duration> {
    let began = Instant::now();
    let (mut used, mut since) = (proc::cpu_ms(desk.pid(), false)?, Instant::now());
    while began.elapsed() < CAUGHT_UP {
        std::thread::sleep(Duration::from_millis(200));
        let now = proc::cpu_ms(desk.pid(), false)?;
        // Looking by itself costs a desk a little.
        if now - used > 20.0 {
            since = Instant::now();
        }
        used = now;
        if since.elapsed() > QUIET {
            return Ok(began.elapsed().saturating_sub(QUIET));
        }
    }
    Err("The index of articles did not catch up.".into())
}

/// What a request costs; nothing where the desk has no such address yet.
fn measured(
    bench: &Bench<'_>,
    name: &str,
    bar: f64,
    requests: usize,
    request: &(dyn Fn(usize) -> Vec<u8> + Sync),
) -> Outcome<Option<Call>> {
    if !is_there(bench.desk, request)? {
        println!("{name}: the desk has no such address; left out");
        return Ok(None);
    }
    step(name, || bench.measured(name.to_owned().into(), Some(bar), requests, 200, request)).map(Some)
}

fn is_there(desk: &Desk, request: &dyn Fn(usize) -> Vec<u8>) -> Outcome<bool> {
    let response = Connection::open(desk.address)?.send(&request(0))?;
    match response.status {
        200 => Ok(true),
        404 => Ok(false),
        status => Err(format!("{status}: {}", String::from_utf8_lossy(&response.body)).into()),
    }
}

/// How long requests take that are made one after the other.
fn one_by_one(desk: &Desk, request: &dyn Fn(usize) -> Vec<u8>) -> Outcome<Vec<Duration>> {
    let mut times = Vec::new();
    if !is_there(desk, request)? {
        return Ok(times);
    }
    let mut connection = Connection::open(desk.address)?;
    for number in 0..ALONE {
        let began = Instant::now();
        let response = connection.send(&request(number))?;
        times.push(began.elapsed());
        if response.status != 200 {
            return Err(format!("The desk answered {} to the search {number}.", response.status).into());
        }
    }
    Ok(times)
}

/// The requests.
struct Asked {
    token: String,
    articles: usize,
}

impl Asked {
    /// Articles in turn, far from one another, in all languages.
    fn page(&self, number: usize) -> Vec<u8> {
        let language = &LANGUAGES[number % LANGUAGES.len()];
        let slug = made::id(number * 7_919 % self.articles);
        get(&format!("/{}/help/articles/{slug}", language.tag), "")
    }

    fn search(&self, language: &Language, number: usize) -> Vec<u8> {
        let path =
            format!("/api/v1/help/search?lang={}&q={}&limit=10", language.tag, encoded(&language.question(number)));
        get(&path, &format!("authorization: Bearer {}\r\n", self.token))
    }

    fn suggest(&self, language: &Language, number: usize) -> Vec<u8> {
        get(&format!("/{}/search/suggestions?q={}", language.tag, encoded(&language.typed(number))), "")
    }
}

fn get(path: &str, header: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{header}\r\n").into_bytes()
}

/// Words as they stand in an address.
fn encoded(words: &str) -> String {
    let byte = |byte: u8| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    words.bytes().map(byte).collect()
}
