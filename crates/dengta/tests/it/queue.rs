//! The queue: a day in fast motion over the router's own decisions, and forty visitors with three agents over HTTP.
//!
//! The simulation knows the rates, so the error of what customers are told can be measured: a range is honest when eight of ten
//! waits end within it, and as many waits are shorter than the likely one as are longer.

use std::collections::{BTreeMap, BTreeSet};

use dengta::clock::{MINUTE, Micros, SECOND};
use dengta::language::Language;
use dengta::people::Role;
use dengta::routing::plan::{Step, Why, plan};
use dengta::routing::wait::{Range, estimates};
use dengta::routing::{Agent, Board, Line, State};
use dengta::tickets::{Category, Priority};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::chat::{Visitor, as_agent, available, without_assistant};
use crate::desk::{Desk, read};
use crate::live::Agent as Seated;

/// What a talk takes on average.
const TALK: Micros = 6 * MINUTE;

/// Simulated hours with three agents of two conversations each.
struct Day {
    rng: StdRng,
    board: Board,
    now: Micros,
    /// When each talk ends.
    ends: BTreeMap<Uuid, Micros>,
    /// When an offered conversation is taken.
    takes: BTreeMap<Uuid, Micros>,
    told: BTreeMap<Uuid, (Micros, Range)>,
    waited: Vec<(Micros, Range)>,
    talked: usize,
    tickets: usize,
}

impl Day {
    fn begins(seed: u64) -> Day {
        let agent = |number: u128| Agent {
            id: Uuid::from_u128(number),
            capacity: 2,
            languages: BTreeSet::new(),
            teams: BTreeSet::new(),
            load: 0,
        };
        let agents: Vec<Agent> = (1..=3).map(agent).collect();
        let present = agents.iter().map(|agent| agent.id).collect();
        let board = Board { lines: Vec::new(), agents, present, talk: TALK };
        Day {
            rng: StdRng::seed_from_u64(seed),
            board,
            now: 0,
            ends: BTreeMap::new(),
            takes: BTreeMap::new(),
            told: BTreeMap::new(),
            waited: Vec::new(),
            talked: 0,
            tickets: 0,
        }
    }

    /// A length that varies as an exponential does.
    fn exponential(&mut self, mean: Micros) -> Micros {
        let uniform: f64 = self.rng.random_range(f64::EPSILON..1.0);
        (-(uniform.ln()) * mean as f64) as Micros
    }

    fn arrives(&mut self, number: usize) {
        let ticket = Uuid::from_u128(1000 + number as u128);
        self.board.lines.push(Line {
            ticket,
            customer: Uuid::from_u128(9000 + number as u128),
            state: State::Waiting,
            since: self.now,
            rank_at: self.now,
            heard_at: self.now,
            offer: None,
            agent: None,
            team: None,
            category: Category::Other,
            weight: 1,
            language: Language::En,
            priority: Priority::Normal,
            closed: false,
            updated_at: self.now,
            passed: BTreeSet::new(),
            last_agent: None,
            answered_by: None,
        });
        let told = estimates(&self.board)[&ticket];
        assert_eq!(told.place, self.board.waiting().count());
        if let Some(range) = told.range {
            self.told.insert(ticket, (self.now, range));
        }
    }

    fn counts(&mut self) {
        for agent in &mut self.board.agents {
            let theirs =
                |line: &&Line| line.agent == Some(agent.id) || line.offer.is_some_and(|(to, _)| to == agent.id);
            agent.load = self.board.lines.iter().filter(theirs).count();
        }
    }

    /// A second passes: talks end, offers are taken, and what is planned is done.
    fn second(&mut self, open: bool) {
        self.now += SECOND;
        let now = self.now;
        let over: Vec<Uuid> = self.ends.iter().filter(|(_, at)| **at <= now).map(|(ticket, _)| *ticket).collect();
        for ticket in over {
            self.ends.remove(&ticket);
            self.board.lines.retain(|line| line.ticket != ticket);
        }
        let taken: Vec<Uuid> = self.takes.iter().filter(|(_, at)| **at <= now).map(|(ticket, _)| *ticket).collect();
        for ticket in taken {
            self.takes.remove(&ticket);
            self.is_taken(ticket);
        }
        // Customers stay at their screens, and something is always being said.
        self.board.lines.iter_mut().for_each(|line| (line.heard_at, line.updated_at) = (now, now));
        self.counts();
        for step in plan(&self.board, open, now) {
            self.does(step);
        }
        self.counts();
    }

    fn is_taken(&mut self, ticket: Uuid) {
        let talk = self.exponential(TALK);
        let now = self.now;
        let Some(line) = self.board.lines.iter_mut().find(|line| line.ticket == ticket) else { return };
        let (agent, _) = line.offer.take().unwrap();
        (line.state, line.agent, line.since) = (State::Talking, Some(agent), now);
        self.ends.insert(ticket, now + talk);
        self.talked += 1;
        if let Some((since, range)) = self.told.remove(&ticket) {
            self.waited.push((now - since, range));
        }
    }

    fn does(&mut self, step: Step) {
        let now = self.now;
        match step {
            Step::Offer(ticket, agent) => {
                let after = self.rng.random_range(SECOND..15 * SECOND);
                self.takes.insert(ticket, now + after);
                let line = self.board.lines.iter_mut().find(|line| line.ticket == ticket).unwrap();
                line.offer = Some((agent, now + 30 * SECOND));
            }
            Step::Pass(ticket, agent) => {
                self.takes.remove(&ticket);
                let line = self.board.lines.iter_mut().find(|line| line.ticket == ticket).unwrap();
                (line.offer, _) = (None, line.passed.insert(agent));
            }
            Step::End(ticket, Why::Nobody) => {
                self.board.lines.retain(|line| line.ticket != ticket);
                self.tickets += 1;
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_customers_are_told_is_as_sure_as_it_says() {
    let (mut within, mut shorter, mut all) = (0_usize, 0_usize, 0_usize);
    let mut error = 0.0;
    for seed in 0..60 {
        let mut day = Day::begins(seed);
        // Somewhat fewer come than can be served: six slots of six minutes serve one a minute.
        let (mut next, mut number) = (0, 0);
        while day.now < 4 * 60 * MINUTE {
            if day.now >= next {
                day.arrives(number);
                number += 1;
                next = day.now + day.exponential(66 * SECOND);
            }
            day.second(true);
        }
        for (waited, range) in &day.waited {
            // Who is served at once learns nothing of the estimate of a wait.
            if range.low == 0 {
                continue;
            }
            all += 1;
            within += usize::from((range.low..=range.high).contains(waited));
            shorter += usize::from(*waited < range.likely);
            error += (*waited - range.likely) as f64 / range.likely as f64;
        }
    }
    let share = |count: usize| count as f64 / all as f64;
    println!(
        "{all} waits: {:.3} within their range, {:.3} shorter than likely, error {:+.3} of it",
        share(within),
        share(shorter),
        error / all as f64
    );
    assert!(all > 2_000, "{all}");
    assert!((0.74..0.90).contains(&share(within)), "{}", share(within));
    assert!((0.40..0.62).contains(&share(shorter)), "{}", share(shorter));
}

#[test]
fn forty_visitors_three_agents_and_a_shift_that_ends() {
    for seed in 0..50 {
        let mut day = Day::begins(seed);
        let mut number = 0;
        while number < 40 || !day.board.lines.is_empty() {
            // All come within half an hour; the shift ends after forty minutes.
            if number < 40 && day.now >= number as Micros * 45 * SECOND {
                day.arrives(number);
                number += 1;
            }
            let open = day.now < 40 * MINUTE;
            if !open {
                // Those who go home finish what they have and take nothing new.
                day.board.agents.clear();
                day.takes.clear();
                day.board
                    .lines
                    .iter_mut()
                    .filter(|line| line.state == State::Waiting)
                    .for_each(|line| line.offer = None);
            }
            day.second(open);
            assert!(day.now < 5 * 60 * MINUTE, "somebody waits for ever");
        }
        assert_eq!(day.talked + day.tickets, 40, "everybody reached somebody or became a ticket");
        assert!(day.talked >= 25, "{}", day.talked);
    }
}

/// Takes what is offered to an agent, answers it, and is done with it; how many there were.
async fn works(desk: &Desk, agent: &Seated) -> usize {
    let lines = read(as_agent(desk, agent, Method::GET, "/api/v1/lines"), StatusCode::OK).await;
    let offered: Vec<String> = lines["offers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["ticket"]["id"].as_str().unwrap().to_owned())
        .collect();
    for ticket in &offered {
        let path = format!("/api/v1/tickets/{ticket}");
        let taken = as_agent(desk, agent, Method::POST, &format!("{path}/line")).send().await.unwrap();
        assert_eq!(taken.status(), StatusCode::OK);
        let reply = as_agent(desk, agent, Method::POST, &format!("{path}/replies")).json(&json!({"body": "Done."}));
        read(reply, StatusCode::CREATED).await;
        read(as_agent(desk, agent, Method::POST, &format!("{path}/closure")), StatusCode::CREATED).await;
    }
    offered.len()
}

story! {
    /// The same over HTTP: everybody is told a place, reaches somebody, or becomes a ticket when the shift ends.
    async fn forty_visitors_reach_somebody_or_become_tickets(desk: Desk) {
        without_assistant(&desk).await;
        let mut agents = Vec::new();
        for number in ["0401", "0402", "0403"] {
            agents.push(available(&desk, Role::Agent, number).await);
        }
        let (mut visitors, mut lines) = (Vec::new(), Vec::new());
        for number in 0..40 {
            let visitor = Visitor::comes(&desk, "en").await;
            lines.push(visitor.line(&desk, 0).await);
            visitor.says(&desk, &format!("I am number {number}")).await;
            visitors.push(visitor);
        }
        // Three agents of four conversations: the thirteenth is the first who waits for an end.
        let places = |stands: &Value| stands["queue"]["place"].as_u64();
        let last = visitors[39].becomes(&desk, "waiting").await;
        assert!(places(&last).unwrap() > 20, "{last}");
        assert!(last["queue"]["low"].as_i64() < last["queue"]["high"].as_i64(), "{last}");
        let helped = std::sync::atomic::AtomicUsize::new(0);
        let order = std::sync::atomic::Ordering::Relaxed;
        desk.until("twenty-five are helped", || async {
            for (agent, _) in &agents {
                helped.fetch_add(works(&desk, agent).await, order);
            }
            helped.load(order) >= 25
        })
        .await;
        let helped = helped.into_inner();
        for (agent, _) in &agents {
            read(as_agent(&desk, agent, Method::PUT, "/api/v1/presence").json(&json!({"available": false})), StatusCode::OK).await;
        }
        desk.app.clock.turn(2 * MINUTE + SECOND);
        desk.until("nobody waits any more", || async {
            desk.app.routing.board().waiting().count() == 0
        })
        .await;
        let mut states = BTreeMap::new();
        for visitor in &visitors {
            *states.entry(visitor.stands(&desk).await["state"].as_str().unwrap().to_owned()).or_insert(0) += 1;
        }
        assert_eq!(states, BTreeMap::from([("closed".to_owned(), helped), ("ticket".to_owned(), 40 - helped)]));
        desk.verify().await;
    }
}
