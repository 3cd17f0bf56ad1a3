//! Messages that ask a customer for a secret: stopped whichever way they go, in every language, and counted.

use dengta::bulk::{Action, jobs};
use dengta::language::Language;
use dengta::people::{Actor, Role, Staff};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, ticket};

/// A sentence of each language that asks for something, and what it asks for.
const ASKING: [(Language, &str, &str); 5] = [
    (Language::En, "Please send me your password so that I can check.", "password"),
    (Language::ZhCn, "请把助记词发给我核对。", "seed_phrase"),
    (Language::ZhTw, "請提供您的驗證碼。", "code"),
    (Language::Ko, "개인키를 보내 주세요.", "private_key"),
    (Language::Ja, "カードのセキュリティコードを教えてください。", "card_security_code"),
];

async fn refusal(desk: &Desk, token: &str, path: &str, body: &Value) -> Value {
    let answer = desk.request(token, Method::POST, path).json(body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/asks-for-secret", "{problem}");
    problem
}

async fn stopped(desk: &Desk) -> Vec<(String, bool)> {
    const ALL: &str = "SELECT what, ticket_id FROM refused_request ORDER BY at, id";
    let read = |row: &store::Row<'_>| Ok((row.get(0)?, row.opt::<uuid::Uuid>(1)?.is_some()));
    desk.app.db.read(move |tx| tx.query(ALL, params![], read)).await.unwrap()
}

story! {
    /// A reply, one to many, and an update of an incident: none leaves, each is told what to say instead, and each is counted.
    async fn nobody_can_ask_for_a_secret(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        for (at, (language, sentence, what)) in ASKING.into_iter().enumerate() {
            let mut new = ticket(&format!("c{at}@example.com"));
            new["language"] = json!(language.tag());
            let id = desk.post(&token, "/api/v1/tickets", &new).await["id"].as_str().unwrap().to_owned();
            let body = format!("🙂 OK\n{sentence}\nOK");
            let refused = refusal(&desk, &token, &format!("/api/v1/tickets/{id}/replies"), &json!({"body": body})).await;
            let (asks, error) = (&refused["asks"], &refused["errors"][0]);
            assert_eq!((&asks["what"], &error["field"], &error["code"]), (&json!(what), &json!("body"), &json!("asks-for-secret")));
            let part = |span: &Value| {
                let place = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
                body.chars().take(place("end")).skip(place("start")).collect::<String>()
            };
            assert_eq!(part(&asks["sentence"]), sentence);
            assert!(sentence.contains(&part(&asks["span"])) && !part(&asks["span"]).is_empty());

            // What is offered goes through, and a note may name what it likes.
            let better = body.replace(sentence, asks["better"].as_str().unwrap());
            desk.post(&token, &format!("/api/v1/tickets/{id}/notes"), &json!({"body": body})).await;
            desk.post(&token, &format!("/api/v1/tickets/{id}/replies"), &json!({"body": better})).await;
            let entries = desk.get(&token, &format!("/api/v1/tickets/{id}/entries")).await;
            let said: Vec<_> = entries["results"].as_array().unwrap().iter().map(|entry| entry["kind"].clone()).collect();
            assert_eq!(said, ["message", "note", "message"]);

            let many = json!({"tickets": [id], "action": {"kind": "reply", "body": sentence}});
            assert_eq!(refusal(&desk, &token, "/api/v1/bulk", &many).await["errors"][0]["field"], "action.body");
            let incident = desk.post(&token, "/api/v1/incidents", &json!({"title": "Withdrawals wait"})).await;
            let path = format!("/api/v1/incidents/{}/updates", incident["id"].as_str().unwrap());
            let told = refusal(&desk, &token, &path, &json!({"texts": {"en": "All is well.", language.tag(): sentence}})).await;
            assert_eq!(told["errors"][0]["field"], format!("texts.{}", language.tag()));
            assert_eq!(told["asks"]["better"], asks["better"], "in the language of the text");
        }
        let expected: Vec<_> = ASKING.iter().flat_map(|(.., what)| [(what.to_string(), true), (what.to_string(), false), (what.to_string(), false)]).collect();
        assert_eq!(stopped(&desk).await, expected);
        desk.verify().await;
    }
}

story! {
    /// A text that an older version let into a bulk is stopped at each ticket, and counted there too.
    async fn a_bulk_that_was_let_in_is_stopped_at_the_ticket(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        let id = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        let action = Action::Reply { body: ASKING[0].1.to_owned() };
        let moment = desk.app.clock.moment();
        let find = |tx: &mut store::Tx<'_>| tx.first("SELECT id FROM api_token", &[], |row| row.get(0));
        let actor = Actor::Token(desk.app.db.read(find).await.unwrap().unwrap());
        let staff = Staff { actor, role: Role::Lead, session: None };
        let ticket = id.parse().unwrap();
        let started = desk.app.db.write(move |tx| jobs::over(tx, &staff, &action, &[ticket], &moment)).await.unwrap();
        desk.app.committed.ring();
        let path = format!("/api/v1/bulk/{started}");
        desk.until("the bulk is over", || async { desk.get(&token, &path).await["state"] == "done" }).await;
        assert_eq!(desk.get(&token, &path).await["failed"][0]["code"], "asks-for-secret");
        assert_eq!(stopped(&desk).await, [("password".to_owned(), true)]);
    }
}

story! {
    /// Leads see who was stopped, how often and when last; the words are nowhere.
    async fn leads_see_who_was_stopped(desk: Desk) {
        let seat = crate::people::Seat::new(&desk);
        crate::people::join(&seat, Role::Agent, "mina@example.com").await;
        let token = desk.token(Role::Lead).await;
        let id = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        for body in [ASKING[0].1, ASKING[0].1, ASKING[1].1] {
            let sent = seat.request(Method::POST, &format!("/tickets/{id}/replies")).json(&json!({"body": body})).send().await.unwrap();
            assert_eq!(sent.status(), StatusCode::UNPROCESSABLE_ENTITY);
        }
        let told = desk.get(&token, "/api/v1/reports/refused-requests").await;
        let all = told["results"].as_array().unwrap();
        assert_eq!((all.len(), &all[0]["count"], &all[0]["kind"]), (1, &json!(3), &json!("agent")), "{told}");
        let number = all[0]["number"].as_str().unwrap();
        assert!(number.len() == 4 && all[0]["last_at"].is_string(), "{told}");
        let mut requests: Vec<_> = all[0]["requests"].as_array().unwrap().iter().map(|request| request.to_string()).collect();
        requests.sort();
        assert_eq!(requests, [r#"{"count":1,"what":"seed_phrase"}"#, r#"{"count":2,"what":"password"}"#].map(str::to_owned));
        let everything = crate::held::everything(&desk).await;
        assert!(!everything.contains("so that I can check"), "what was stopped is not kept");
    }
}
