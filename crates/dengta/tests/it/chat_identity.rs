//! Who a visitor is: strangers, customers whom the exchange names, and what is mailed when they are gone. And the widget's own files.

use dengta::people::Role;
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use store::params;

use crate::chat::{Visitor, as_agent, available, without_assistant};
use crate::desk::{Database, Desk, read};
use crate::exchange::{claims, signed, with_exchange};

/// How many letters wait about what was missed.
async fn missed(desk: &Desk) -> i64 {
    const MISSED: &str = "SELECT count(*) FROM outbox WHERE kind = 'missed'";
    desk.app.db.read(|tx| tx.first(MISSED, params![], |row| row.get(0))).await.unwrap().unwrap_or(0)
}

story! {
    /// The exchange's token says who it is, once and in time; what was said as a stranger does not become an account's.
    async fn the_exchange_says_who_it_is(desk: Desk) {
        let mut desk = desk;
        with_exchange(&mut desk).await;
        without_assistant(&desk).await;
        let visitor = Visitor::comes(&desk, "zh-CN").await;
        let token = signed(&claims(&desk));
        let stands = visitor.post(&desk, "/identity", &json!({"token": token})).await;
        assert_eq!(stands["customer"], json!({"name": "王小明", "signed_in": true, "contact": "w•••@•••.com"}));
        let again = visitor.request(&desk, Method::POST, "/identity").json(&json!({"token": token}));
        assert_eq!(read(again, StatusCode::UNAUTHORIZED).await["type"], "/problems/token-replayed");
        let mut late = claims(&desk);
        (late["iat"], late["exp"]) = (json!(1_000), json!(1_200));
        let late = visitor.request(&desk, Method::POST, "/identity").json(&json!({"token": signed(&late)}));
        assert_eq!(read(late, StatusCode::UNAUTHORIZED).await["type"], "/problems/token-expired");
        visitor.says(&desk, "我的提现还没到").await;
        assert!(visitor.stands(&desk).await["case"].as_str().unwrap().starts_with("/zh-CN/cases/"));
        // A stranger's conversation stays a stranger's when the account is another customer already.
        let stranger = Visitor::comes(&desk, "en").await;
        stranger.says(&desk, "Hello").await;
        let late = stranger.request(&desk, Method::POST, "/identity").json(&json!({"token": signed(&claims(&desk))}));
        assert_eq!(read(late, StatusCode::CONFLICT).await["type"], "/problems/chat-identified-late");
        desk.verify().await;
    }
}

story! {
    /// What is said on the line is mailed only when it was not read there; one letter for all of it.
    async fn who_left_gets_a_mail(desk: Desk) {
        let mut desk = desk;
        with_exchange(&mut desk).await;
        without_assistant(&desk).await;
        let (anna, mut screen) = available(&desk, Role::Agent, "0417").await;
        let visitor = Visitor::comes(&desk, "en").await;
        visitor.post(&desk, "/identity", &json!({"token": signed(&claims(&desk))})).await;
        let _line = visitor.line(&desk, 0).await;
        visitor.says(&desk, "Where is my deposit?").await;
        let ticket = screen.of("offer").await["ticket"].as_str().unwrap().to_owned();
        read(as_agent(&desk, &anna, Method::POST, &format!("/api/v1/tickets/{ticket}/line")), StatusCode::OK).await;
        let mut numbers = Vec::new();
        for text in ["I am looking", "It waits for two confirmations"] {
            let reply = as_agent(&desk, &anna, Method::POST, &format!("/api/v1/tickets/{ticket}/replies"));
            let sent = read(reply.json(&json!({"body": text})), StatusCode::CREATED).await;
            numbers.push(sent["entry"]["number"].as_i64().unwrap());
        }
        assert_eq!(missed(&desk).await, 1);
        // The first was read: the letter begins with the second. Both were: there is none.
        let seen = |number: i64| visitor.request(&desk, Method::POST, "/seen").json(&json!({"number": number}));
        assert_eq!(seen(numbers[0]).send().await.unwrap().status(), StatusCode::NO_CONTENT);
        assert_eq!(missed(&desk).await, 1);
        assert_eq!(seen(numbers[1]).send().await.unwrap().status(), StatusCode::NO_CONTENT);
        assert_eq!(missed(&desk).await, 0);
        // A transcript goes to the proved address, and not without end.
        for _ in 0..3 {
            let mailed = visitor.request(&desk, Method::POST, "/transcript").send().await.unwrap();
            assert_eq!(mailed.status(), StatusCode::ACCEPTED);
        }
        read(visitor.request(&desk, Method::POST, "/transcript"), StatusCode::TOO_MANY_REQUESTS).await;
        desk.verify().await;
    }
}

/// The visitor is on one node and the agent on the other; a node that goes takes nothing along.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_conversation_over_two_nodes() {
    let desk = Desk::start(Database::Postgres).await;
    let beside = desk.beside().await;
    without_assistant(&desk).await;
    beside.until("the settings are known", || async { !beside.app.settings.now().chat.assistant }).await;
    let (anna, mut screen) = available(&desk, Role::Agent, "0417").await;
    let visitor = Visitor::comes(&beside, "ko").await;
    let mut line = visitor.line(&beside, 0).await;
    visitor.says(&beside, "입금이 안 됐어요").await;
    let ticket = screen.of("offer").await["ticket"].as_str().unwrap().to_owned();
    read(as_agent(&desk, &anna, Method::POST, &format!("/api/v1/tickets/{ticket}/line")), StatusCode::OK).await;
    let talking = |frame: &Value| frame["type"] == "chat" && frame["chat"]["state"] == "talking";
    assert_eq!(line.until(talking).await["chat"]["agent"]["number"], "0417");
    let mut answers = Vec::new();
    for round in 0..5 {
        let reply = as_agent(&desk, &anna, Method::POST, &format!("/api/v1/tickets/{ticket}/replies"));
        let sent = read(reply.json(&json!({"body": format!("{round}")})), StatusCode::CREATED).await;
        answers.push(sent["entry"]["number"].as_i64().unwrap());
        visitor.says(&beside, &format!("{round}!")).await;
    }
    let mut heard = Vec::new();
    while !heard.contains(answers.last().unwrap()) {
        heard.extend(line.numbers().await);
    }
    assert!(heard.is_sorted_by(|a, b| a < b), "{heard:?}");
    assert!(answers.iter().all(|number| heard.contains(number)), "{heard:?}");
    // The visitor's node goes; on the other one the gap comes, and nothing else.
    drop(beside);
    let moved = Visitor { url: desk.url.clone(), token: visitor.token.clone() };
    let mut line = moved.line(&desk, answers[3]).await;
    let replayed = line.numbers().await;
    assert!(replayed.iter().all(|number| *number > answers[3]) && replayed.contains(&answers[4]), "{replayed:?}");
    desk.verify().await;
}

story! {
    /// The loader is for every site, the panel for those that are named; both are small on the wire.
    async fn the_widget_is_served(desk: Desk) {
        let get = |path: &str| desk.client.get(format!("{}{path}", desk.url)).header(header::ACCEPT_ENCODING, "br");
        let policy = |answer: &reqwest::Response| answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        let panel = get("/zh-CN/chat").send().await.unwrap();
        assert!(policy(&panel).ends_with("frame-ancestors *"), "{}", policy(&panel));
        let page = panel.text().await.unwrap();
        assert!(page.contains("id=\"start\"") && !page.contains("<script>"), "{page}");
        let loader = get("/widget.js").send().await.unwrap();
        // Without the widget's build there is none, as there is no workspace.
        if loader.status() == StatusCode::OK {
            assert_eq!(loader.headers()["cross-origin-resource-policy"], "cross-origin");
            assert_eq!(loader.headers()[header::CONTENT_ENCODING], "br");
            assert!(loader.bytes().await.unwrap().len() <= 5 * 1024);
        }
        let admin = desk.token(Role::Admin).await;
        let sites = json!({"version": 0, "value": {"enabled": true, "assistant": true, "sites": ["https://www.Exchange.example/"]}});
        desk.put(&admin, "/api/v1/settings/chat", &sites).await;
        let panel = get("/en/chat").send().await.unwrap();
        assert!(policy(&panel).ends_with("frame-ancestors 'self' https://www.exchange.example"), "{}", policy(&panel));
        let wrong = json!({"version": 1, "value": {"enabled": true, "assistant": true, "sites": ["exchange.example"]}});
        assert_eq!(desk.refused(&admin, Method::PUT, "/api/v1/settings/chat", &wrong).await, "invalid sites.0:invalid-origin");
    }
}
