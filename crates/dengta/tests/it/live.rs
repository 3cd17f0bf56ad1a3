//! Live push: news without gaps, presence, and sockets that misbehave.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use dengta::clock::{Clock, SECOND};
use dengta::keys::{new_token, token_hash};
use dengta::live::frames::Present;
use dengta::live::{Audience, Pushed};
use dengta::people::Role;
use futures_util::{SinkExt, StreamExt};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async};
use uuid::Uuid;

use crate::desk::{Database, Desk, read, ticket};

const PATIENCE: Duration = Duration::from_secs(10);

/// An agent with a session, as a browser holds it.
pub struct Agent {
    pub id: Uuid,
    session: Uuid,
    pub cookie: String,
}

pub async fn agent(desk: &Desk, role: Role, number: &str) -> Agent {
    const AGENT: &str = "INSERT INTO agent (id, number, name, email, email_key, language, role, state, created_at)
        VALUES ($1, $2, $3, $4, $5, 'en', $6, 'active', 0)";
    const SESSION: &str =
        "INSERT INTO agent_session (id, token_hash, agent_id, user_agent, created_at, last_seen_at, expires_at)
        VALUES ($1, $2, $3, '', $4, $5, $6)";
    let (moment, number) = (desk.app.clock.moment(), number.to_owned());
    let mut draws = moment.draws();
    let (id, session, token) = (draws.uuid(), draws.uuid(), new_token("", &mut draws));
    let hash = token_hash(&token);
    let make = move |tx: &mut store::Tx<'_>| {
        let email = format!("{number}@example.com");
        tx.execute(AGENT, params![id, &number, &format!("Agent {number}"), &email, &email, role.name()])?;
        tx.execute(SESSION, params![session, &hash, id, moment.at, moment.at, moment.at + 3600 * SECOND])
    };
    desk.app.db.write(make).await.unwrap();
    Agent { id, session, cookie: format!("dengta_agent={token}") }
}

/// A screen's socket. The entries of a `news` frame come one by one, as a screen takes them.
pub struct Socket {
    line: WebSocketStream<TcpStream>,
    news: VecDeque<Value>,
}

/// Connects with these headers; what was answered when it is refused.
async fn try_connect(desk: &Desk, headers: &[(&'static str, &str)]) -> Result<Socket, u16> {
    let (_, port) = desk.url.rsplit_once(':').unwrap();
    let mut request = format!("ws://localhost:{port}/api/v1/live").into_client_request().unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    let tcp = TcpSocket::new_v4().unwrap();
    // A stalled reader shall not have megabytes of the kernel's to fill.
    tcp.set_recv_buffer_size(8 * 1024).unwrap();
    let tcp = tcp.connect(format!("127.0.0.1:{port}").parse().unwrap()).await.unwrap();
    match client_async(request, tcp).await {
        Ok((line, _)) => Ok(Socket { line, news: VecDeque::new() }),
        Err(Error::Http(answer)) => Err(answer.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

pub async fn connect(desk: &Desk, agent: &Agent) -> Socket {
    let mut socket = try_connect(desk, &[("cookie", &agent.cookie), ("origin", &desk.url)]).await.unwrap();
    let hello = socket.next().await;
    assert_eq!((&hello["type"], &hello["agent"]), (&json!("hello"), &json!(agent.id)));
    socket
}

async fn connect_program(desk: &Desk, token: &str) -> Socket {
    let mut socket = try_connect(desk, &[("authorization", &format!("Bearer {token}"))]).await.unwrap();
    assert_eq!(socket.next().await["agent"], Value::Null);
    socket
}

impl Socket {
    /// The next frame; a close is told as `{"type": "close", "code": …}`.
    async fn next(&mut self) -> Value {
        loop {
            if let Some(entry) = self.news.pop_front() {
                return entry;
            }
            let message = tokio::time::timeout(PATIENCE, self.line.next()).await.expect("a frame comes");
            match message {
                Some(Ok(Message::Text(text))) => {
                    let mut frame: Value = serde_json::from_str(&text).unwrap();
                    if frame["type"] != "news" {
                        return frame;
                    }
                    for mut entry in std::mem::take(frame["entries"].as_array_mut().unwrap()) {
                        entry["type"] = json!("entry");
                        self.news.push_back(entry);
                    }
                }
                Some(Ok(Message::Close(frame))) => {
                    return json!({"type": "close", "code": frame.map(|frame| u16::from(frame.code))});
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return json!({"type": "broken", "error": error.to_string()}),
                None => return json!({"type": "gone"}),
            }
        }
    }

    /// The next frame of a type; others are passed over.
    pub async fn of(&mut self, kind: &str) -> Value {
        loop {
            let frame = self.next().await;
            if frame["type"] == kind {
                return frame;
            }
            assert!(!["close", "broken", "gone"].contains(&frame["type"].as_str().unwrap()), "{kind}: {frame}");
        }
    }

    /// Hears of this entry. Of those before it the socket may hear or not: it may have connected meanwhile.
    async fn entry(&mut self, ticket: &str, number: i64) {
        loop {
            let entry = self.of("entry").await;
            if (&entry["ticket"], &entry["number"]) == (&json!(ticket), &json!(number)) {
                return;
            }
        }
    }

    async fn closes_with(&mut self, code: u16) {
        loop {
            let frame = self.next().await;
            if frame["type"] == "close" {
                assert_eq!(frame["code"], code);
                return;
            }
            assert!(!["broken", "gone"].contains(&frame["type"].as_str().unwrap()), "{frame}");
        }
    }

    pub async fn say(&mut self, frame: &Value) {
        self.send(Message::text(frame.to_string())).await;
    }

    async fn send(&mut self, message: Message) {
        drop(self.line.send(message).await); // a socket that was closed is noticed by reading
    }

    pub async fn view(&mut self, ticket: &str) {
        self.say(&json!({"type": "view", "ticket": ticket})).await;
    }

    /// Who is there, by number, and what they write, once it is this.
    pub async fn sees(&mut self, expected: &[(&str, Option<&str>)]) {
        let expected: Vec<_> = expected.iter().map(|(number, typing)| (json!(number), json!(typing))).collect();
        loop {
            let frame = self.of("presence").await;
            let who: Vec<_> = frame["who"]
                .as_array()
                .unwrap()
                .iter()
                .map(|who| (who["number"].clone(), who["typing"].clone()))
                .collect();
            if who == expected {
                return;
            }
        }
    }
}

fn id(opened: &Value) -> String {
    opened["id"].as_str().unwrap().to_owned()
}

story! {
    /// Everyone who reads tickets hears of an entry; who views the ticket has all of it at once; counts follow.
    async fn news_arrive(desk: Desk) {
        let (ada, bo) = (agent(&desk, Role::Agent, "0417").await, agent(&desk, Role::Lead, "0418").await);
        let token = desk.token(Role::Agent).await;
        let (mut one, mut other) = (connect(&desk, &ada).await, connect(&desk, &bo).await);
        let mut program = connect_program(&desk, &token).await;

        let opened = id(&desk.ticket(&token).await);
        for socket in [&mut one, &mut other, &mut program] {
            let entry = socket.of("entry").await;
            assert_eq!(entry, json!({"type": "entry", "ticket": opened, "number": 1, "kind": "message", "standing": "open"}));
        }
        other.of("counts").await;
        assert_eq!(desk.get(&token, "/api/v1/counts").await.to_string().matches("\"open\":1").count(), 1);

        one.view(&opened).await;
        one.sees(&[("0417", None)]).await;
        desk.post(&token, &format!("/api/v1/tickets/{opened}/notes"), &json!({"body": "checked ✓"})).await;
        let pushed = one.of("entries").await;
        let listed = desk.get(&token, &format!("/api/v1/tickets/{opened}/entries?after=1")).await;
        assert_eq!((&pushed["ticket"], &pushed["entries"]), (&json!(opened), &listed["results"]));
        let heard = other.of("entry").await;
        assert_eq!((heard["number"].as_i64(), heard["kind"].as_str()), (Some(2), Some("note")));
        read(desk.request(&token, Method::POST, &format!("/api/v1/tickets/{opened}/closure")), StatusCode::CREATED).await;
        assert_eq!(other.of("entry").await["standing"], "closed");
    }
}

story! {
    /// Many write at once: each socket hears of every number of every ticket.
    async fn nothing_is_missed(desk: Desk) {
        const WRITERS: i64 = 6;
        const NOTES: i64 = 15;
        let (ada, token) = (agent(&desk, Role::Agent, "0417").await, desk.token(Role::Agent).await);
        let mut socket = connect(&desk, &ada).await;
        let (first, second) = (id(&desk.ticket(&token).await), id(&desk.ticket(&token).await));
        let writers = (0..WRITERS).map(|writer| {
            let (client, url, token) = (desk.client.clone(), desk.url.clone(), token.clone());
            let tickets = [first.clone(), second.clone()];
            tokio::spawn(async move {
                for note in 0..NOTES {
                    let ticket = &tickets[((writer + note) % 2) as usize];
                    let request = client.post(format!("{url}/api/v1/tickets/{ticket}/notes")).bearer_auth(&token);
                    read(request.json(&json!({"body": "…"})), StatusCode::CREATED).await;
                }
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let mut expected = BTreeSet::new();
        for ticket in [&first, &second] {
            let entries = desk.get(&token, &format!("/api/v1/tickets/{ticket}")).await["entries"].as_i64().unwrap();
            expected.extend((1..=entries).map(|number| (ticket.clone(), number)));
        }
        assert_eq!(expected.len() as i64, WRITERS * NOTES + 2);
        let mut heard = BTreeSet::new();
        while heard != expected {
            let entry = socket.of("entry").await;
            heard.insert((entry["ticket"].as_str().unwrap().to_owned(), entry["number"].as_i64().unwrap()));
        }
    }
}

/// In PostgreSQL a transaction may commit after one that began later: its entry is pushed all the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_late_commit_is_pushed() {
    let desk = Desk::start(Database::Postgres).await;
    let (ada, token) = (agent(&desk, Role::Agent, "0417").await, desk.token(Role::Agent).await);
    let (slow, quick) = (id(&desk.ticket(&token).await), id(&desk.ticket(&token).await));
    let mut socket = connect(&desk, &ada).await;

    let (written, is_written) = tokio::sync::mpsc::unbounded_channel();
    let (go, wait) = mpsc::channel::<()>();
    let (moment, wait, late) = (desk.app.clock.moment(), Mutex::new(wait), slow.parse().unwrap());
    let db = desk.app.db.clone();
    let writing = tokio::spawn(async move {
        db.write(move |tx| {
            let ticket = dengta::tickets::queries::lock(tx, late)?.unwrap();
            let event = dengta::tickets::Event {
                kind: dengta::tickets::Kind::Note,
                actor: dengta::people::Actor::System,
                at: moment.at,
                text: "late".into(),
                details: serde_json::Map::new(),
            };
            dengta::tickets::timeline::append(tx, &mut { ticket }, &event, &mut moment.draws())?;
            written.send(()).unwrap();
            wait.lock().unwrap().recv_timeout(PATIENCE).unwrap();
            Ok::<_, store::Error>(())
        })
        .await
    });
    let mut is_written = is_written;
    is_written.recv().await.unwrap();
    desk.post(&token, &format!("/api/v1/tickets/{quick}/notes"), &json!({"body": "later and sooner"})).await;
    socket.entry(&quick, 2).await;
    go.send(()).unwrap();
    writing.await.unwrap().unwrap();
    socket.entry(&slow, 2).await;
}

/// Two nodes on one database: each pushes what the other wrote.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_hear_of_each_other() {
    let desk = Desk::start(Database::Postgres).await;
    let beside = desk.beside().await;
    let (ada, token) = (agent(&desk, Role::Agent, "0417").await, desk.token(Role::Agent).await);
    let (mut here, mut there) = (connect(&desk, &ada).await, connect(&beside, &ada).await);
    for (writer, round) in [(&desk, 1), (&beside, 2), (&desk, 3)] {
        let opened = id(&writer.post(&token, "/api/v1/tickets", &ticket(&format!("c{round}@example.com"))).await);
        here.entry(&opened, 1).await;
        there.entry(&opened, 1).await;
    }
    let admin = desk.token(Role::Admin).await;
    beside.post(&admin, "/api/v1/teams", &json!({"name": "Wallets", "members": []})).await;
    here.of("settings").await;
    there.of("settings").await;
    let status = beside
        .client
        .delete(format!("{}/api/v1/session", beside.url))
        .header("cookie", &ada.cookie)
        .header("origin", &beside.url)
        .send()
        .await
        .unwrap()
        .status();
    assert_eq!(status, StatusCode::NO_CONTENT);
    here.of("ended").await;
    here.closes_with(4401).await;
}

story! {
    /// Who connects again fetches what came meanwhile, and misses nothing.
    async fn the_gap_is_fetched(desk: Desk) {
        let (ada, token) = (agent(&desk, Role::Agent, "0417").await, desk.token(Role::Agent).await);
        let mut socket = connect(&desk, &ada).await;
        let opened = id(&desk.ticket(&token).await);
        socket.entry(&opened, 1).await;
        drop(socket);
        let notes = format!("/api/v1/tickets/{opened}/notes");
        for _ in 0..3 {
            desk.post(&token, &notes, &json!({"body": "while nobody looked"})).await;
        }
        let mut socket = connect(&desk, &ada).await;
        desk.post(&token, &notes, &json!({"body": "now"})).await;
        socket.entry(&opened, 5).await;
        let gap = desk.get(&token, &format!("/api/v1/tickets/{opened}/entries?after=1&limit=3")).await;
        let numbers: Vec<_> = gap["results"].as_array().unwrap().iter().map(|entry| entry["number"].as_i64().unwrap()).collect();
        assert_eq!(numbers, [2, 3, 4]);
    }
}

story! {
    /// A session or token that ends takes its sockets along within a second; so does off-boarding.
    async fn an_ended_session_closes_its_socket(desk: Desk) {
        let (ada, bo) = (agent(&desk, Role::Agent, "0417").await, agent(&desk, Role::Agent, "0418").await);
        let (admin, token) = (desk.token(Role::Admin).await, desk.token(Role::Agent).await);
        let (mut hers, mut his, mut program) = (connect(&desk, &ada).await, connect(&desk, &bo).await, connect_program(&desk, &token).await);
        let (session, began) = (ada.session, Clock::default().now());
        desk.app.db.write(move |tx| tx.execute("UPDATE agent_session SET ended_at = 1 WHERE id = $1", params![session])).await.unwrap();
        hers.of("ended").await;
        hers.closes_with(4401).await;
        let took = Clock::default().now() - began;
        assert!(took < 3 * SECOND, "{took}"); // 1 s where nothing else runs
        read(desk.request(&admin, Method::DELETE, &format!("/api/v1/agents/{}", bo.id)), StatusCode::NO_CONTENT).await;
        his.closes_with(4401).await;
        let hash = token_hash(&token);
        desk.app.db.write(move |tx| tx.execute("UPDATE api_token SET revoked_at = 1 WHERE token_hash = $1", params![&hash])).await.unwrap();
        program.closes_with(4401).await;
        assert_eq!(try_connect(&desk, &[("cookie", &ada.cookie), ("origin", &desk.url)]).await.err(), Some(401));
        desk.until("all sockets are gone", async || desk.app.live.sockets() == 0).await;
    }
}

story! {
    /// No socket for another site's page, for nobody, for what is no WebSocket, or for one too many.
    async fn the_door(desk: Desk) {
        let (ada, token) = (agent(&desk, Role::Agent, "0417").await, desk.token(Role::Agent).await);
        let cookie = ("cookie", ada.cookie.as_str());
        let at = |origin| [cookie, ("origin", origin)];
        assert_eq!(try_connect(&desk, &at("https://evil.example")).await.err(), Some(403));
        assert_eq!(try_connect(&desk, &at("null")).await.err(), Some(403));
        assert_eq!(try_connect(&desk, &[cookie, ("sec-fetch-site", "cross-site")]).await.err(), Some(403));
        assert_eq!(try_connect(&desk, &[("origin", &desk.url)]).await.err(), Some(401));
        assert_eq!(try_connect(&desk, &[("authorization", "Bearer dgt_forged")]).await.err(), Some(401));
        let plain = desk.request(&token, Method::GET, "/api/v1/live").send().await.unwrap();
        assert_eq!(plain.status(), StatusCode::UPGRADE_REQUIRED);
        assert_eq!(plain.json::<Value>().await.unwrap()["type"], "/problems/upgrade-required");
        let mut open = Vec::new();
        for _ in 0..20 {
            open.push(connect(&desk, &ada).await);
        }
        assert_eq!(try_connect(&desk, &at(&desk.url)).await.err(), Some(429));
        open.pop();
        desk.until("a place is free", async || try_connect(&desk, &at(&desk.url)).await.is_ok()).await;
    }
}

story! {
    /// Whoever says what makes no sense, or too much, is told so and closed; saying the same again is harmless.
    async fn what_is_said_is_checked(desk: Desk) {
        let (ada, token) = (agent(&desk, Role::Agent, "0417").await, desk.token(Role::Agent).await);
        let opened = id(&desk.ticket(&token).await);
        let long = format!(r#"{{"type":"ping","{}":1}}"#, "x".repeat(5000));
        let unreadable = [
            Message::text("not JSON"), Message::text("{}"), Message::text("[]"), Message::text(""),
            Message::text(r#"{"type":"entry","ticket":"x","number":1}"#), Message::text(r#"{"type":"view","ticket":"x"}"#),
            Message::text(r#"{"type":"ping","more":1}"#), Message::text(r#"{"type":"typing","kind":"essay"}"#),
            Message::text(long), Message::binary(vec![0; 8]), Message::text("[".repeat(4000)),
        ];
        for message in unreadable {
            let mut socket = connect(&desk, &ada).await;
            socket.send(message.clone()).await;
            socket.closes_with(4400).await;
        }
        let mut socket = connect(&desk, &ada).await;
        for _ in 0..250 {
            socket.say(&json!({"type": "ping"})).await;
        }
        socket.closes_with(4400).await;
        let mut socket = connect(&desk, &ada).await;
        socket.send(Message::text("x".repeat(1 << 20))).await;
        while !["close", "broken", "gone"].contains(&socket.next().await["type"].as_str().unwrap()) {}

        let mut socket = connect(&desk, &ada).await;
        for _ in 0..5 {
            socket.view(&opened).await;
            socket.say(&json!({"type": "typing", "kind": "reply"})).await;
        }
        socket.sees(&[("0417", Some("reply"))]).await;
        desk.until("only one socket is left", async || desk.app.live.sockets() == 1).await;
    }
}

story! {
    /// Who views and who types: each agent once, gone with the socket or after 30 s of silence.
    async fn presence(desk: Desk) {
        let (ada, bo) = (agent(&desk, Role::Agent, "0417").await, agent(&desk, Role::Agent, "0418").await);
        let token = desk.token(Role::Agent).await;
        let (first, second) = (id(&desk.ticket(&token).await), id(&desk.ticket(&token).await));
        let (mut hers, mut also_hers, mut his) = (connect(&desk, &ada).await, connect(&desk, &ada).await, connect(&desk, &bo).await);
        hers.view(&first).await;
        hers.sees(&[("0417", None)]).await;
        also_hers.view(&first).await;
        his.view(&first).await;
        hers.sees(&[("0417", None), ("0418", None)]).await;
        his.say(&json!({"type": "typing", "kind": "reply"})).await;
        hers.sees(&[("0418", Some("reply")), ("0417", None)]).await;
        his.say(&json!({"type": "typing", "kind": null})).await;
        hers.sees(&[("0417", None), ("0418", None)]).await;
        his.say(&json!({"type": "typing", "kind": "note"})).await;
        hers.sees(&[("0418", Some("note")), ("0417", None)]).await;
        his.view(&second).await;
        hers.sees(&[("0417", None)]).await;
        his.view(&first).await;
        hers.sees(&[("0417", None), ("0418", None)]).await;
        drop(also_hers);
        drop(his);
        hers.sees(&[("0417", None)]).await;

        let mut his = connect(&desk, &bo).await;
        his.view(&first).await;
        hers.sees(&[("0417", None), ("0418", None)]).await;
        desk.app.clock.turn(31 * SECOND);
        his.say(&json!({"type": "ping"})).await;
        hers.sees(&[("0418", None)]).await;
        hers.say(&json!({"type": "ping"})).await;
        hers.of("pong").await;
        his.sees(&[("0417", None), ("0418", None)]).await;
    }
}

story! {
    /// Who may not read tickets hears of none, and sees nobody.
    async fn an_editor_hears_of_no_ticket(desk: Desk) {
        let (eve, ada) = (agent(&desk, Role::Editor, "0417").await, agent(&desk, Role::Agent, "0418").await);
        let token = desk.token(Role::Agent).await;
        let (mut hers, mut reader) = (connect(&desk, &eve).await, connect(&desk, &ada).await);
        let opened = id(&desk.ticket(&token).await);
        hers.view(&opened).await;
        reader.view(&opened).await;
        reader.sees(&[("0418", None)]).await;
        reader.of("counts").await;
        desk.app.live.tell(Audience::Everyone, &Pushed::Settings);
        assert_eq!(hers.next().await, json!({"type": "settings"}));
        // Off the desk's screens with the role.
        let id = ada.id;
        desk.app.db.write(move |tx| tx.execute("UPDATE agent SET role = 'editor' WHERE id = $1", params![id])).await.unwrap();
        let viewers = Audience::Viewers(opened.parse().unwrap());
        loop {
            desk.app.live.tell(viewers, &Pushed::Bulk { id: Uuid::nil() });
            desk.app.live.tell(Audience::Everyone, &Pushed::Settings);
            if reader.next().await["type"] == "settings" {
                break;
            }
            reader.of("settings").await;
        }
    }
}

/// A frame that takes room.
fn large(number: usize) -> Pushed {
    let who = Present { id: Uuid::nil(), name: "x".repeat(32 * 1024), number: number.to_string(), typing: None };
    Pushed::Presence { ticket: Uuid::nil(), who: vec![who] }
}

story! {
    /// A reader who is slow is told to fetch and goes on; none that waits is let to grow.
    async fn a_slow_reader_fetches(desk: Desk) {
        let ada = agent(&desk, Role::Agent, "0417").await;
        let mut socket = connect(&desk, &ada).await;
        for number in 0..1000 {
            desk.app.live.tell(Audience::Everyone, &large(number));
        }
        socket.of("resync").await;
        desk.app.live.tell(Audience::Everyone, &Pushed::Settings);
        socket.of("settings").await;
    }
}

story! {
    /// Sockets that take nothing are dropped, and meanwhile keep nobody waiting.
    async fn a_stalled_reader_is_dropped(desk: Desk) {
        let (ada, token) = (agent(&desk, Role::Agent, "0417").await, desk.token(Role::Agent).await);
        let mut stalled = Vec::new();
        for _ in 0..20 {
            stalled.push(connect_program(&desk, &token).await);
        }
        let mut lively = connect(&desk, &ada).await;
        let reading = tokio::spawn(async move {
            let mut slowest = 0;
            loop {
                let began = Clock::default().now();
                match lively.next().await["type"].as_str().unwrap() {
                    "presence" => slowest = slowest.max(Clock::default().now() - began),
                    "settings" => return slowest,
                    other => panic!("{other}"),
                }
            }
        });
        let number = Arc::new(Mutex::new(0));
        for _ in 0..3 {
            for _ in 0..400 {
                if desk.app.live.sockets() > 1 {
                    *number.lock().unwrap() += 1;
                    desk.app.live.tell(Audience::Everyone, &large(*number.lock().unwrap()));
                    tokio::time::sleep(Duration::from_millis(25)).await;
                }
            }
        }
        assert_eq!(desk.app.live.sockets(), 1);
        desk.app.live.tell(Audience::Everyone, &Pushed::Settings);
        let slowest = reading.await.unwrap();
        assert!(slowest < 2 * SECOND, "{slowest}"); // a frame every 25 ms where nothing else runs
    }
}

story! {
    /// A desk that stops says good-bye; the agent's screen comes back to the next one.
    async fn a_stop_closes_properly(desk: Desk) {
        let mut desk = desk;
        let ada = agent(&desk, Role::Agent, "0417").await;
        let mut socket = connect(&desk, &ada).await;
        let began = Clock::default().now();
        let (_, ()) = tokio::join!(desk.restart(""), socket.closes_with(1001));
        assert!(Clock::default().now() - began < 5 * SECOND);
        connect(&desk, &ada).await;
    }
}
