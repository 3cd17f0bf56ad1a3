//! A store full of made-up tickets, as the generator of `crates/dengta/src/demo/seed` makes them, and what looking at it
//! costs: a page of each view, its first one and ones further down, the counts of forty views, and searches. Then new
//! tickets come to it.

use std::time::{Duration, Instant};

use crate::desk::{Desk, Installation};
use crate::http::{Connection, json_number, json_string};
use crate::proc;
use crate::run::{Outcome, cargo, quietly, step};

use super::Bench;
use super::report::{Call, Figure};
use super::requests::Requests;

/// Requests per round of each view. There are many views: rounds are shorter than elsewhere.
const PAGES: usize = 1_500;
const COUNTS: usize = 4_000;
const SEARCHES: usize = 4_000;
const CREATES: usize = 4_000;
const ROUNDS: usize = 3;
const WARM_UP: usize = 100;
/// Pages down a view whose places are asked for in turn.
const DEEP: usize = 100;
/// A page of fifty, and the counts.
const PAGE_BAR: f64 = 0.36;
const COUNTS_BAR: f64 = 1.0;
/// A search at ten thousand tickets, and at more.
const SEARCH_BARS: (f64, f64) = (0.13, 3.0);
const CREATE_BAR: f64 = 0.12;
const MEMORY_BAR: f64 = 200.0;
/// How long followers may take to catch up with a seeded store, and how long without work is caught up.
const CAUGHT_UP: Duration = Duration::from_secs(3600);
const QUIET: Duration = Duration::from_secs(2);

/// The views that are there for everybody.
const VIEWS: [&str; 11] = [
    "open",
    "mine",
    "team",
    "unassigned",
    "waiting",
    "snoozed",
    "closed",
    "spam",
    "all",
    "open&category=deposit",
    "open&language=ko",
];
/// Of the saved ones that the generator makes, by their titles: of one bucket, of mine, of my teams.
const SAVED: [&str; 4] =
    ["tag:vip state:open", "language:ja state:closed", "assignee:me state:open", "team:mine state:open awaiting:agent"];

/// Two words each, as the generator writes them: in every hundredth ticket together, in Chinese, never together, and a
/// name with a word.
const SEARCHED: [[&str; 2]; 4] =
    [["wallet", "confirmations"], ["浏览器", "余额"], ["explorer", "哈希"], ["Elena", "timeout"]];

/// What was measured on one store.
pub struct Seeded {
    pub tickets: usize,
    pub calls: Vec<Call>,
    pub figures: Vec<Figure>,
}

/// Requests of one agent's session.
struct Agent {
    cookie: String,
}

impl Agent {
    fn get(&self, path: &str) -> Vec<u8> {
        format!("GET /api/v1{path} HTTP/1.1\r\nhost: localhost\r\ncookie: dengta_agent={}\r\n\r\n", self.cookie)
            .into_bytes()
    }

    fn ask(&self, connection: &mut Connection, path: &str) -> Outcome<String> {
        let response = connection.send(&self.get(path))?;
        let body = String::from_utf8_lossy(&response.body).into_owned();
        if response.status == 200 { Ok(body) } else { Err(format!("{path}: {} {body}", response.status).into()) }
    }
}

/// Makes a store of `tickets`, starts a desk on it and measures.
pub fn measure(tickets: usize) -> Outcome<Seeded> {
    let installation = Installation::new("release", "bench-seeded")?;
    let said = step(&format!("Making up {tickets} tickets"), || {
        let tickets = tickets.to_string();
        let mut example = cargo(&["run", "--quiet", "--release", "--package", "dengta", "--example", "seed", "--"]);
        example.arg("--data").arg(installation.data()).args(["--tickets", &tickets]);
        quietly(&mut example)
    })?;
    let field = |name: &str| json_string(&said, name).ok_or_else(|| format!("The example said {said:?}, no {name}."));
    let agent = Agent { cookie: field("session")?.to_owned() };
    let per_s = json_number(&said, "per_s").unwrap_or_default();

    let desk = step("Starting a desk on it", || installation.start())?;
    let filled = step("Filling saved views, and whatever else follows the log", || catch_up(&desk, &agent))?;
    let saved = saved_views(&desk, &agent)?;
    let bench = Bench { desk: &desk, postgres: false, warm_up: WARM_UP, rounds: ROUNDS };
    let views = VIEWS.iter().map(|view| (*view, (*view).to_owned()));
    let mut calls = Vec::new();
    for (name, view) in views.chain(saved) {
        calls.extend(measure_view(&bench, &agent, name, &view)?);
    }
    calls.push(step("counts of 40 views", || {
        bench.measured("counts of 40 views".into(), Some(COUNTS_BAR), COUNTS, 200, &|_| agent.get("/counts"))
    })?);
    let search = if tickets <= 10_000 { SEARCH_BARS.0 } else { SEARCH_BARS.1 };
    for words in SEARCHED {
        let query = words.map(encoded).join("+");
        let name = format!("search: {}", words.join(" "));
        calls.push(step(&name, || {
            let request = |_| agent.get(&format!("/search?q={query}&limit=20"));
            bench.measured(name.clone().into(), Some(search), SEARCHES, 200, &request)
        })?);
    }
    let requests = Requests::new(installation.token("admin")?);
    calls.push(step("create, indexed", || {
        let request = |number| requests.create("seeded", number);
        bench.measured("create, indexed".into(), Some(CREATE_BAR), CREATES, 201, &request)
    })?);
    let memory = proc::resident_mb(desk.pid())?;
    let mut figures = vec![
        Figure::without_bar("made up", "/s", per_s),
        Figure::without_bar("caught up", "s", filled.as_secs_f64()),
        Figure::with_bar("after all that", "MB", memory, MEMORY_BAR),
    ];
    desk.stop()?;
    let again = step("Starting again", || installation.start())?;
    figures.push(Figure::with_bar("ready", "s", again.ready_after.as_secs_f64(), 0.3));
    std::thread::sleep(super::SETTLING);
    figures.push(Figure::with_bar("idle", "MB", proc::resident_mb(again.pid())?, MEMORY_BAR));
    again.stop()?;
    Ok(Seeded { tickets, calls, figures })
}

/// Waits until every saved view is filled and the desk has nothing to do any more; how long that took.
fn catch_up(desk: &Desk, agent: &Agent) -> Outcome<Duration> {
    let (began, mut connection) = (Instant::now(), Connection::open(desk.address)?);
    let (mut used, mut since) = (proc::cpu_ms(desk.pid(), false)?, Instant::now());
    while began.elapsed() < CAUGHT_UP {
        std::thread::sleep(Duration::from_millis(200));
        let now = proc::cpu_ms(desk.pid(), false)?;
        // Looking by itself costs a desk a little.
        if now - used > 20.0 {
            since = Instant::now();
        }
        used = now;
        if since.elapsed() > QUIET && !agent.ask(&mut connection, "/views")?.contains("\"ready\":false") {
            return Ok(began.elapsed() - QUIET);
        }
    }
    Err("The desk did not catch up with the seeded store.".into())
}

/// The ids of [`SAVED`].
fn saved_views(desk: &Desk, agent: &Agent) -> Outcome<Vec<(&'static str, String)>> {
    let views = agent.ask(&mut Connection::open(desk.address)?, "/views")?;
    let id = |title: &&'static str| {
        let (before, _) = views.split_once(&format!("\"title\":\"{title}\""))?;
        let (_, from) = before.rsplit_once("{\"id\":\"")?;
        Some((*title, from.split('"').next()?.to_owned()))
    };
    let found: Vec<_> = SAVED.iter().filter_map(id).collect();
    if found.len() == SAVED.len() { Ok(found) } else { Err(format!("Not all saved views are there: {views}").into()) }
}

/// The first page of a view, as everybody asks for it all day; and pages all the way down, as hardly anybody does.
fn measure_view(bench: &Bench<'_>, agent: &Agent, name: &str, view: &str) -> Outcome<Vec<Call>> {
    let path = format!("/tickets?view={view}&limit=50");
    let places = places(bench.desk, agent, &path)?;
    let first = step(&format!("page of {name}"), || {
        bench.measured(format!("page: {name}").into(), Some(PAGE_BAR), PAGES, 200, &|_| agent.get(&path))
    })?;
    let deep = step(&format!("{} pages down {name}", places.len()), || {
        let request = |number: usize| agent.get(&format!("{path}{}", places[number * 7_919 % places.len()]));
        bench.measured(format!("down: {name}").into(), None, PAGES, 200, &request)
    })?;
    Ok(vec![first, deep])
}

/// Where pages of a view begin, the first among them.
fn places(desk: &Desk, agent: &Agent, path: &str) -> Outcome<Vec<String>> {
    let mut connection = Connection::open(desk.address)?;
    let mut places = vec![String::new()];
    while places.len() < DEEP {
        let page = agent.ask(&mut connection, &format!("{path}{}", places[places.len() - 1]))?;
        match json_string(&page, "next") {
            Some(next) => places.push(format!("&after={next}")),
            None => break,
        }
    }
    Ok(places)
}

/// Words as they stand in an address.
fn encoded(words: &str) -> String {
    words
        .bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).into() } else { format!("%{byte:02X}") })
        .collect()
}

/// How much dearer each request is on the second store than on the first.
pub fn ratios(small: &Seeded, large: &Seeded) -> Vec<(String, f64)> {
    let pairs =
        small.calls.iter().filter_map(|one| Some((one, large.calls.iter().find(|each| each.name == one.name)?)));
    pairs.map(|(one, other)| (one.name.to_string(), other.cpu_ms / one.cpu_ms)).collect()
}
