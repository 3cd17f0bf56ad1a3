//! Live chat: visitors, the line, the queue, what is said and what becomes of it.

use std::sync::Arc;
use std::time::Duration;

use dengta::clock::{MINUTE, SECOND};
use dengta::live::visitors::SEATS_EACH;
use dengta::people::Role;
use futures_util::{SinkExt, StreamExt};
use reqwest::{Method, RequestBuilder, StatusCode, header};
use serde_json::{Value, json};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async};
use uuid::Uuid;

use crate::desk::{Desk, read};
use crate::live::{self, Agent};

const PATIENCE: Duration = Duration::from_secs(15);

/// As a client makes one for each message.
fn new_id(desk: &Desk) -> Uuid {
    desk.app.clock.moment().draws().uuid()
}

/// A visitor's browser.
pub struct Visitor {
    pub url: String,
    pub token: String,
}

impl Visitor {
    pub async fn comes(desk: &Desk, language: &str) -> Visitor {
        let begun = desk.client.post(format!("{}/api/v1/chat/sessions", desk.url));
        let body = json!({"language": language, "page": {"url": "https://www.exchange.example/wallet?t=1", "title": "Wallet"}});
        let begun = read(begun.json(&body), StatusCode::CREATED).await;
        assert_eq!(begun["chat"]["state"], "new");
        Visitor { url: desk.url.clone(), token: begun["token"].as_str().unwrap().to_owned() }
    }

    pub fn request(&self, desk: &Desk, method: Method, path: &str) -> RequestBuilder {
        desk.client.request(method, format!("{}/api/v1/chat{path}", self.url)).bearer_auth(&self.token)
    }

    pub async fn says(&self, desk: &Desk, text: &str) -> i64 {
        self.says_as(desk, new_id(desk), text).await
    }

    pub async fn says_as(&self, desk: &Desk, id: Uuid, text: &str) -> i64 {
        let request = self.request(desk, Method::POST, "/messages").json(&json!({"id": id, "text": text}));
        read(request, StatusCode::CREATED).await["entry"]["number"].as_i64().unwrap()
    }

    pub async fn stands(&self, desk: &Desk) -> Value {
        read(self.request(desk, Method::GET, ""), StatusCode::OK).await
    }

    pub async fn becomes(&self, desk: &Desk, state: &str) -> Value {
        desk.until(state, || async { self.stands(desk).await["state"] == state }).await;
        self.stands(desk).await
    }

    pub async fn post(&self, desk: &Desk, path: &str, body: &Value) -> Value {
        read(self.request(desk, Method::POST, path).json(body), StatusCode::OK).await
    }

    pub async fn entries(&self, desk: &Desk, after: i64) -> Vec<Value> {
        let answer = read(self.request(desk, Method::GET, &format!("/entries?after={after}")), StatusCode::OK).await;
        answer["results"].as_array().unwrap().clone()
    }

    pub async fn line(&self, desk: &Desk, after: i64) -> Line {
        self.try_line(desk, after).await.unwrap()
    }

    /// A line whose network takes nothing.
    async fn stalled(&self, desk: &Desk) -> Line {
        let tcp = TcpSocket::new_v4().unwrap();
        tcp.set_recv_buffer_size(8 * 1024).unwrap();
        self.line_over(desk, tcp, 0).await.unwrap()
    }

    async fn try_line(&self, desk: &Desk, after: i64) -> Result<Line, u16> {
        self.line_over(desk, TcpSocket::new_v4().unwrap(), after).await
    }

    async fn line_over(&self, desk: &Desk, tcp: TcpSocket, after: i64) -> Result<Line, u16> {
        let (_, port) = desk.url.rsplit_once(':').unwrap();
        let url = format!("ws://localhost:{port}/api/v1/chat/live?after={after}");
        let mut request = url.into_client_request().unwrap();
        let protocols = format!("dengta-chat, bearer.{}", self.token);
        request.headers_mut().insert("sec-websocket-protocol", protocols.parse().unwrap());
        let tcp = tcp.connect(format!("127.0.0.1:{port}").parse().unwrap()).await.unwrap();
        match client_async(request, tcp).await {
            Ok((socket, answer)) => {
                assert_eq!(answer.headers()["sec-websocket-protocol"], "dengta-chat");
                Ok(Line(socket))
            }
            Err(Error::Http(answer)) => Err(answer.status().as_u16()),
            Err(error) => panic!("{error}"),
        }
    }
}

/// A visitor's socket.
pub struct Line(WebSocketStream<TcpStream>);

impl Line {
    async fn next(&mut self) -> Value {
        loop {
            let message = tokio::time::timeout(PATIENCE, self.0.next()).await.expect("a frame comes");
            match message {
                Some(Ok(Message::Text(text))) => return serde_json::from_str(&text).unwrap(),
                Some(Ok(Message::Close(frame))) => {
                    return json!({"type": "close", "code": frame.map(|frame| u16::from(frame.code))});
                }
                Some(Ok(_)) => {}
                _ => return json!({"type": "gone"}),
            }
        }
    }

    /// The next frame for which it holds.
    pub async fn until(&mut self, holds: impl Fn(&Value) -> bool) -> Value {
        loop {
            let frame = self.next().await;
            if holds(&frame) {
                return frame;
            }
            assert!(!["close", "gone"].contains(&frame["type"].as_str().unwrap()), "{frame}");
        }
    }

    /// The numbers of the next entries.
    pub async fn numbers(&mut self) -> Vec<i64> {
        let frame = self.until(|frame| frame["type"] == "entries").await;
        frame["entries"].as_array().unwrap().iter().map(|entry| entry["number"].as_i64().unwrap()).collect()
    }

    pub async fn says(&mut self, frame: &Value) {
        self.0.send(Message::text(frame.to_string())).await.unwrap();
    }
}

/// An agent at a screen who takes conversations.
pub async fn available(desk: &Desk, role: Role, number: &str) -> (Agent, live::Socket) {
    let agent = live::agent(desk, role, number).await;
    let screen = live::connect(desk, &agent).await;
    let set = as_agent(desk, &agent, Method::PUT, "/api/v1/presence").json(&json!({"available": true}));
    assert_eq!(read(set, StatusCode::OK).await["available"], true);
    (agent, screen)
}

pub fn as_agent(desk: &Desk, agent: &Agent, method: Method, path: &str) -> RequestBuilder {
    let request = desk.client.request(method, format!("{}{path}", desk.url));
    request.header(header::COOKIE, &agent.cookie).header(header::ORIGIN, &desk.url)
}

/// Without the assistant: every conversation waits for a person.
pub async fn without_assistant(desk: &Desk) {
    let admin = desk.token(Role::Admin).await;
    let settings = json!({"version": 0, "value": {"enabled": true, "assistant": false, "sites": []}});
    desk.put(&admin, "/api/v1/settings/chat", &settings).await;
}

/// Time passes, and these agents stay at their screens.
async fn passes(desk: &Desk, micros: i64, screens: &mut [&mut live::Socket]) {
    const STEP: i64 = 20 * SECOND;
    const HEARD: &str = "SELECT count(*) FROM agent_presence WHERE heard_at >= $1";
    for _ in 0..(micros + STEP - 1) / STEP {
        desk.app.clock.turn(STEP);
        let now = desk.app.clock.now();
        for screen in &mut *screens {
            screen.say(&json!({"type": "ping"})).await;
            screen.of("pong").await;
        }
        let here = i64::try_from(screens.len()).unwrap();
        desk.until("who is there is noted", || async {
            let noted =
                desk.app.db.read(move |tx| tx.first(HEARD, store::params![now - STEP], |row| row.get::<i64>(0)));
            noted.await.unwrap().unwrap_or(0) >= here
        })
        .await;
    }
}

async fn takes(desk: &Desk, agent: &Agent, ticket: &str) -> Value {
    read(as_agent(desk, agent, Method::POST, &format!("/api/v1/tickets/{ticket}/line")), StatusCode::OK).await
}

async fn answers(desk: &Desk, agent: &Agent, ticket: &str, text: &str) -> Value {
    let request = as_agent(desk, agent, Method::POST, &format!("/api/v1/tickets/{ticket}/replies"));
    read(request.json(&json!({"body": text})), StatusCode::CREATED).await
}

story! {
    /// From the first word to the rating, over the line.
    async fn a_visitor_is_helped(desk: Desk) {
        without_assistant(&desk).await;
        let (anna, mut screen) = available(&desk, Role::Agent, "0417").await;
        let visitor = Visitor::comes(&desk, "zh-CN").await;
        let mut line = visitor.line(&desk, 0).await;
        assert_eq!(line.until(|frame| frame["type"] == "chat").await["chat"]["state"], "new");
        visitor.says(&desk, "充值两个小时还没到账").await;
        let offer = screen.of("offer").await;
        let ticket = offer["ticket"].as_str().unwrap().to_owned();
        let told = line.until(|frame| frame["type"] == "chat" && frame["chat"]["state"] == "waiting").await;
        assert_eq!(told["chat"]["queue"]["place"], 1);
        takes(&desk, &anna, &ticket).await;
        let told = line.until(|frame| frame["type"] == "chat" && frame["chat"]["state"] == "talking").await;
        assert_eq!(told["chat"]["agent"], json!({"name": "Agent 0417", "number": "0417"}));
        let answer = answers(&desk, &anna, &ticket, "您好，我看到了这笔**充值**。").await;
        assert_eq!(answer["delivery"], "live");
        let number = answer["entry"]["number"].as_i64().unwrap();
        let at_once = |frame: &Value| frame["entries"].as_array().is_some_and(|all| all.iter().any(|entry| entry["number"] == number));
        let frame = line.until(at_once).await;
        let entry = frame["entries"].as_array().unwrap().iter().find(|entry| entry["number"] == number).unwrap();
        assert_eq!((&entry["from"], &entry["author"]["number"]), (&json!("agent"), &json!("0417")));
        assert!(entry["html"].as_str().unwrap().contains("<strong>充值</strong>"), "{entry}");
        assert!(entry["code"].is_string(), "a message of ours can be checked: {entry}");
        // Reading and writing is seen on both sides.
        screen.view(&ticket).await;
        screen.of("presence").await;
        line.says(&json!({"type": "typing", "on": true})).await;
        assert_eq!(screen.of("customer_typing").await["on"], true);
        line.says(&json!({"type": "seen", "number": number})).await;
        assert_eq!(screen.of("customer_read").await["number"], number);
        screen.say(&json!({"type": "typing", "kind": "reply"})).await;
        assert_eq!(line.until(|frame| frame["type"] == "typing").await["name"], "Agent 0417");
        desk.until("it was read", || async { visitor.stands(&desk).await["seen"].as_i64() >= Some(number) }).await;
        // The visitor is done, rates, and keeps the record.
        let ended = visitor.post(&desk, "/end", &json!({})).await;
        assert_eq!((&ended["state"], &ended["rateable"]), (&json!("closed"), &json!(true)));
        let rated = visitor.post(&desk, "/rating", &json!({"score": 5, "comment": "很快"})).await;
        assert_eq!(rated["rating"], 5);
        let kept = visitor.request(&desk, Method::GET, "/transcript").send().await.unwrap().text().await.unwrap();
        assert!(kept.contains("充值两个小时还没到账") && kept.contains("Agent 0417 (0417)"), "{kept}");
        desk.verify().await;
    }
}

story! {
    /// The same id is the same message; another text under it is refused; what was missed comes again, exactly.
    async fn nothing_is_lost_and_nothing_comes_twice(desk: Desk) {
        without_assistant(&desk).await;
        let visitor = Visitor::comes(&desk, "en").await;
        let id = new_id(&desk);
        let first = visitor.says_as(&desk, id, "Where is my deposit?").await;
        assert_eq!(visitor.says_as(&desk, id, "Where is my deposit?").await, first);
        let other = visitor.request(&desk, Method::POST, "/messages").json(&json!({"id": id, "text": "Another"}));
        assert_eq!(read(other, StatusCode::UNPROCESSABLE_ENTITY).await["type"], "/problems/conflict-idempotency");
        let mut numbers = vec![first];
        for index in 0..20 {
            numbers.push(visitor.says(&desk, &format!("Line {index}")).await);
        }
        assert!(numbers.is_sorted_by(|a, b| a < b));
        let all = visitor.entries(&desk, 0).await;
        let said: Vec<i64> = all.iter().filter(|entry| entry["kind"] == "message").map(|entry| entry["number"].as_i64().unwrap()).collect();
        assert_eq!(said, numbers);
        let mut line = visitor.line(&desk, numbers[10]).await;
        let mut replayed = Vec::new();
        while replayed.last() != numbers.last() {
            replayed.extend(line.numbers().await);
        }
        let after: Vec<i64> = replayed.into_iter().filter(|number| numbers.contains(number)).collect();
        assert_eq!(after, numbers[11..]);
        desk.verify().await;
    }
}

story! {
    /// Places are told in order; who leaves is gone from the line, and becomes a ticket.
    async fn the_line_moves(desk: Desk) {
        without_assistant(&desk).await;
        let (anna, mut screen) = available(&desk, Role::Agent, "0417").await;
        let admin = desk.token(Role::Admin).await;
        desk.put(&admin, &format!("/api/v1/agents/{}/skills", anna.id), &json!({"capacity": 1, "languages": ["en"]})).await;
        let mut all = Vec::new();
        let mut lines = Vec::new();
        for index in 0..4 {
            let visitor = Visitor::comes(&desk, "en").await;
            lines.push(visitor.line(&desk, 0).await);
            visitor.says(&desk, &format!("I am number {index}")).await;
            visitor.becomes(&desk, "waiting").await;
            all.push(visitor);
        }
        desk.until("places are told", || async {
            let last = all[3].stands(&desk).await;
            last["queue"]["place"] == 4 && last["queue"]["high"].as_i64() > last["queue"]["likely"].as_i64()
        })
        .await;
        let told = || async { read(as_agent(&desk, &anna, Method::GET, "/api/v1/lines"), StatusCode::OK).await };
        desk.until("one is offered", || async { told().await["offers"].as_array().unwrap().len() == 1 }).await;
        let mine = told().await;
        let offered = &mine["offers"][0];
        assert_eq!(mine["waiting"].as_array().unwrap().len(), 3);
        takes(&desk, &anna, offered["ticket"]["id"].as_str().unwrap()).await;
        all[0].becomes(&desk, "talking").await;
        desk.until("all move up", || async { all[3].stands(&desk).await["queue"]["place"] == 3 }).await;
        // Number two closes the browser and does not come back.
        let gone = lines.remove(1);
        drop(gone);
        desk.until("the connection is gone", || async { desk.app.visitors.tickets().len() == 3 }).await;
        passes(&desk, 4 * MINUTE, &mut [&mut screen]).await;
        all[1].becomes(&desk, "ticket").await;
        assert_eq!(told().await["waiting"].as_array().unwrap().len(), 2);
        let events = all[1].entries(&desk, 0).await;
        assert!(events.iter().any(|entry| entry["kind"] == "ended"), "{events:?}");
        desk.verify().await;
    }
}

story! {
    /// An offer that nobody takes goes to somebody else; an agent who is gone gives the conversation back, with its place.
    async fn nobody_is_left_alone(desk: Desk) {
        without_assistant(&desk).await;
        let (anna, mut hers) = available(&desk, Role::Agent, "0417").await;
        let visitor = Visitor::comes(&desk, "en").await;
        let _line = visitor.line(&desk, 0).await;
        visitor.says(&desk, "My withdrawal hangs").await;
        let ticket = hers.of("offer").await["ticket"].as_str().unwrap().to_owned();
        let (ben, mut his) = available(&desk, Role::Agent, "0418").await;
        let declined = as_agent(&desk, &anna, Method::DELETE, &format!("/api/v1/tickets/{ticket}/offer"));
        assert_eq!(declined.send().await.unwrap().status(), StatusCode::NO_CONTENT);
        assert_eq!(his.of("offer").await["ticket"], ticket.as_str());
        takes(&desk, &ben, &ticket).await;
        visitor.becomes(&desk, "talking").await;
        // Another agent cannot take it away; a lead can.
        let taken = as_agent(&desk, &anna, Method::POST, &format!("/api/v1/tickets/{ticket}/line"));
        assert_eq!(read(taken, StatusCode::CONFLICT).await["type"], "/problems/line-taken");
        drop(his);
        passes(&desk, MINUTE, &mut [&mut hers]).await;
        visitor.becomes(&desk, "waiting").await;
        desk.until("it is offered to her again", || async {
            let hers = read(as_agent(&desk, &anna, Method::GET, "/api/v1/lines"), StatusCode::OK).await;
            hers["offers"][0]["ticket"]["id"] == ticket.as_str()
        })
        .await;
        let waiting = visitor.stands(&desk).await;
        assert_eq!((&waiting["state"], &waiting["agent"]), (&json!("waiting"), &Value::Null));
        let events: Vec<Value> = visitor.entries(&desk, 0).await;
        assert!(events.iter().any(|entry| entry["event"].as_str().is_some_and(|event| event.contains("keep your place"))), "{events:?}");
        let (lead, _screen) = available(&desk, Role::Lead, "0101").await;
        takes(&desk, &lead, &ticket).await;
        assert_eq!(visitor.becomes(&desk, "talking").await["agent"]["number"], "0101");
        desk.verify().await;
    }
}

story! {
    /// Who answers a customer in line has the conversation, whoever it was offered to.
    async fn an_answer_takes_the_conversation(desk: Desk) {
        without_assistant(&desk).await;
        let (_anna, mut hers) = available(&desk, Role::Agent, "0417").await;
        let visitor = Visitor::comes(&desk, "en").await;
        let _line = visitor.line(&desk, 0).await;
        visitor.says(&desk, "My withdrawal hangs").await;
        let ticket = hers.of("offer").await["ticket"].as_str().unwrap().to_owned();
        let ben = live::agent(&desk, Role::Agent, "0418").await;
        let mut his = live::connect(&desk, &ben).await;
        passes(&desk, 20 * SECOND, &mut [&mut hers, &mut his]).await;
        answers(&desk, &ben, &ticket, "I see it. One moment.").await;
        assert_eq!(visitor.becomes(&desk, "talking").await["agent"]["number"], "0418");
        desk.verify().await;
    }
}

story! {
    /// With nobody there, a conversation becomes a ticket that keeps it; the address that is left gets one mail.
    async fn outside_hours_it_becomes_a_ticket(desk: Desk) {
        without_assistant(&desk).await;
        let visitor = Visitor::comes(&desk, "en").await;
        let _line = visitor.line(&desk, 0).await;
        visitor.says(&desk, "Is anybody there?").await;
        visitor.becomes(&desk, "waiting").await;
        desk.app.clock.turn(2 * MINUTE + SECOND);
        let stands = visitor.becomes(&desk, "ticket").await;
        assert_eq!(stands["customer"]["contact"], Value::Null);
        let stands = visitor.post(&desk, "/contact", &json!({"email": "wei@example.com", "name": "Wei"})).await;
        assert_eq!(stands["customer"]["contact"], "w•••@•••.com");
        assert_eq!(stands["customer"]["name"], "Wei");
        // What is added later lands on the same ticket.
        let reference = stands["reference"].clone();
        visitor.says(&desk, "It was 0.5 BTC").await;
        assert_eq!(visitor.stands(&desk).await["reference"], reference);
        desk.verify().await;
    }
}

story! {
    /// Who is nobody gets nowhere: forged tokens, other people's sessions, frames that make no sense.
    async fn strangers_and_nonsense(desk: Desk) {
        without_assistant(&desk).await;
        let visitor = Visitor::comes(&desk, "ko").await;
        visitor.says(&desk, "안녕하세요").await;
        let forged = Visitor { url: desk.url.clone(), token: "x".repeat(43) };
        read(forged.request(&desk, Method::GET, ""), StatusCode::UNAUTHORIZED).await;
        assert_eq!(forged.try_line(&desk, 0).await.err(), Some(401));
        for (text, code) in [(json!({"type": "binary"}).to_string(), 4400), ("x".repeat(2000), 4400)] {
            let mut line = visitor.line(&desk, 0).await;
            line.0.send(Message::text(text)).await.unwrap();
            loop {
                let frame = line.next().await;
                if frame["type"] == "close" {
                    assert_eq!(frame["code"], code);
                    break;
                }
                assert_ne!(frame["type"], "gone");
            }
        }
        let mut line = visitor.line(&desk, 0).await;
        line.0.send(Message::binary(vec![1, 2, 3])).await.unwrap();
        while line.next().await["type"] != "close" {}
        let signed = visitor.request(&desk, Method::POST, "/identity").json(&json!({"token": "e30.e30.e30"}));
        assert!(signed.send().await.unwrap().status().is_client_error());
        // Another visitor sees nothing of it.
        let other = Visitor::comes(&desk, "en").await;
        assert!(other.entries(&desk, 0).await.is_empty());
        read(other.request(&desk, Method::POST, "/rating").json(&json!({"score": 5})), StatusCode::CONFLICT).await;
        read(other.request(&desk, Method::POST, "/messages").json(&json!({"id": new_id(&desk), "text": " "})), StatusCode::UNPROCESSABLE_ENTITY).await;
        // A seed phrase is gone before it is stored, and the visitor is told.
        visitor.says(&desk, "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about").await;
        let last = visitor.entries(&desk, 0).await.into_iter().rev().find(|entry| entry["kind"] == "message").unwrap();
        assert!(!last["text"].as_str().unwrap().contains("abandon") && last["taken"].is_string(), "{last}");
        desk.verify().await;
    }
}

story! {
    /// Visitors whose network takes nothing any more are let go, and meanwhile keep nobody waiting; in a soak a thousand.
    async fn visitors_who_take_nothing_are_let_go(desk: Desk) {
        let visitors = if std::env::var_os("DENGTA_SOAK").is_some() { 1_000 / SEATS_EACH } else { 10 };
        let mut stalled = Vec::new();
        for _ in 0..visitors {
            let visitor = Visitor::comes(&desk, "en").await;
            for _ in 0..SEATS_EACH {
                stalled.push(visitor.stalled(&desk).await);
            }
        }
        let mut line = Visitor::comes(&desk, "en").await.line(&desk, 0).await;
        assert_eq!(desk.app.visitors.connections(), visitors * SEATS_EACH + 1);
        let draft: Arc<str> = "x".repeat(100_000).into();
        for _ in 0..400 {
            desk.app.visitors.tell_all(|news| news.draft = Some(draft.clone()));
            line.until(|frame| frame["type"] == "draft").await;
            if desk.app.visitors.connections() == 1 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        assert_eq!(desk.app.visitors.connections(), 1);
    }
}
