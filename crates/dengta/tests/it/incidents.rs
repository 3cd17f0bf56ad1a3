//! Incidents: one update answers all linked tickets, each once, each in its customer's language.

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::bulk::{ended, kinds};
use crate::desk::{Desk, read, ticket};
use crate::people::{Seat, join};

async fn opened(desk: &Desk, token: &str, language: &str) -> String {
    let mut new = ticket(&format!("{language}@example.com"));
    new["language"] = language.into();
    desk.post(token, "/api/v1/tickets", &new).await["id"].as_str().unwrap().to_owned()
}

async fn link(desk: &Desk, token: &str, ticket: &str, incident: &Value, status: StatusCode) -> Value {
    let put = desk.request(token, Method::PUT, &format!("/api/v1/tickets/{ticket}/incident"));
    read(put.json(&json!({"incident": incident})), status).await
}

async fn last(desk: &Desk, token: &str, id: &str) -> String {
    let entries = desk.get(token, &format!("/api/v1/tickets/{id}/entries?limit=500")).await;
    entries["results"].as_array().unwrap().last().unwrap()["body"].as_str().unwrap().to_owned()
}

story! {
    /// Declared, linked, told, closed.
    async fn one_update_answers_all(desk: Desk) {
        let (token, lead) = (desk.token(Role::Agent).await, desk.token(Role::Lead).await);
        let body = json!({"title": "TRON deposits\nare late", "text": "节点不同步"});
        read(desk.request(&token, Method::POST, "/api/v1/incidents").json(&body), StatusCode::FORBIDDEN).await;
        let incident = desk.post(&lead, "/api/v1/incidents", &body).await;
        assert_eq!((&incident["title"], &incident["state"], &incident["tickets"]), (&json!("TRON deposits are late"), &json!("open"), &json!(0)));
        let path = format!("/api/v1/incidents/{}", incident["id"].as_str().unwrap());
        let mut ids = Vec::new();
        for language in ["zh-CN", "zh-TW", "en", "ko", "ja"] {
            ids.push(opened(&desk, &token, language).await);
        }
        let (closed, off) = (opened(&desk, &token, "en").await, opened(&desk, &token, "en").await);
        for id in ids.iter().chain([&closed, &off]) {
            link(&desk, &token, id, &incident["id"], StatusCode::OK).await;
        }
        assert_eq!(link(&desk, &token, &off, &incident["id"], StatusCode::OK).await["entry"]["number"], 2, "again is no entry");
        desk.post(&token, &format!("/api/v1/tickets/{closed}/closure"), &json!({})).await;
        read(desk.request(&token, Method::DELETE, &format!("/api/v1/tickets/{off}/incident")), StatusCode::OK).await;
        let until = dengta::clock::rfc3339(desk.app.clock.now() + dengta::clock::HOUR);
        desk.post(&token, &format!("/api/v1/tickets/{}/snooze", ids[4]), &json!({"until": until})).await;
        let shown = desk.get(&token, &path).await;
        assert_eq!((&shown["tickets"], &shown["open"]), (&json!(6), &json!(5)));
        assert_eq!(desk.get(&token, &format!("/api/v1/tickets/{}", ids[0])).await["incident"], json!({"id": incident["id"], "title": incident["title"]}));

        let texts = json!({"texts": {"zh-CN": "充值延迟。", "en": "Deposits are late.", "ko": "입금이 늦어요.", "ja": ""}});
        read(desk.request(&token, Method::POST, &format!("{path}/updates")).json(&texts), StatusCode::FORBIDDEN).await;
        let keyed = || desk.request(&lead, Method::POST, &format!("{path}/updates")).header("Idempotency-Key", "k").json(&texts);
        let (bulk, again) = tokio::join!(read(keyed(), StatusCode::ACCEPTED), read(keyed(), StatusCode::ACCEPTED));
        assert_eq!((&bulk, &bulk["total"]), (&again, &json!(5)));
        assert_eq!(ended(&desk, &token, &bulk).await["failed"], json!([]), "agents see how far it is");
        for (id, said) in ids.iter().zip(["充值延迟。", "Deposits are late.", "Deposits are late.", "입금이 늦어요.", "Deposits are late."]) {
            assert_eq!(last(&desk, &token, id).await, said);
            assert_eq!(kinds(&desk, &token, id).await["message"], 2);
        }
        for id in [&closed, &off] {
            assert_eq!(kinds(&desk, &token, id).await["message"], 1);
        }
        let shown = desk.get(&token, &path).await;
        assert_eq!((&shown["updates"][0]["number"], &shown["updates"][0]["bulk"]), (&json!(1), &bulk["id"]));
        assert_eq!(shown["updates"][0]["texts"], json!({"zh-CN": "充值延迟。", "en": "Deposits are late.", "ko": "입금이 늦어요."}));

        // Within ten seconds it can be taken back, by who told it.
        let back = read(desk.request(&lead, Method::POST, &format!("/api/v1/bulk/{}/undo", bulk["id"].as_str().unwrap())), StatusCode::ACCEPTED).await;
        assert_eq!(ended(&desk, &lead, &back).await["failed"], json!([]));
        assert_eq!(desk.get(&token, &format!("/api/v1/tickets/{}", ids[0])).await["awaiting"], "agent");

        for (texts, field, code) in [
            (json!({}), "texts", "required"),
            (json!({"en": " "}), "texts", "required"),
            (json!({"tlh": "x", "en": "x"}), "texts.tlh", "text-language"),
            (json!({"en": "x".repeat(20_001)}), "texts.en", "too-long"),
        ] {
            let post = desk.request(&lead, Method::POST, &format!("{path}/updates")).json(&json!({"texts": texts}));
            let refused = read(post, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!(field), &json!(code)));
        }
        desk.post(&lead, &format!("{path}/closure"), &json!({})).await;
        for (method, path, body) in [
            (Method::POST, format!("{path}/closure"), json!({})),
            (Method::POST, format!("{path}/updates"), texts.clone()),
            (Method::PUT, format!("/api/v1/tickets/{off}/incident"), json!({"incident": incident["id"]})),
        ] {
            let refused = read(desk.request(&lead, method, &path).json(&body), StatusCode::CONFLICT).await;
            assert_eq!(refused["type"], "/problems/incident-closed");
        }
        let nothing = link(&desk, &token, &off, &json!(uuid::Uuid::nil()), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(nothing["errors"][0]["code"], "incident-unknown");
        assert_eq!(desk.get(&token, &path).await["state"], "closed");
        for number in 0..3 {
            desk.post(&lead, "/api/v1/incidents", &json!({"title": number.to_string()})).await;
        }
        let page = desk.get(&token, "/api/v1/incidents?limit=3").await;
        assert_eq!(page["results"][0]["title"], "2");
        let rest = desk.get(&token, &format!("/api/v1/incidents?limit=3&after={}", page["next"].as_str().unwrap())).await;
        assert_eq!((&rest["results"][0]["id"], &rest["next"]), (&incident["id"], &Value::Null));
        desk.verify().await;
    }
}

story! {
    /// Tickets are linked, closed and taken off while customers are told and nodes are killed: who was linked and open
    /// is told once, whoever was not is not told.
    async fn each_is_told_once(desk: Desk) {
        let (token, lead) = (desk.token(Role::Agent).await, desk.token(Role::Lead).await);
        let seat = Seat::new(&desk);
        join(&seat, Role::Agent, "ada@example.com").await;
        let incident = desk.post(&lead, "/api/v1/incidents", &json!({"title": "x"})).await;
        let path = format!("/api/v1/incidents/{}", incident["id"].as_str().unwrap());
        let mut ids = Vec::new();
        for _ in 0..30 {
            ids.push(opened(&desk, &token, "en").await);
        }
        let all = json!({"action": {"kind": "incident", "incident": incident["id"]}, "tickets": ids});
        let linked = read(desk.request(&token, Method::POST, "/api/v1/bulk").json(&all), StatusCode::ACCEPTED).await;
        assert_eq!(ended(&desk, &token, &linked).await["failed"], json!([]));
        let node = dengta::server::open(&desk.options, desk.app.clock.clone(), false).await.unwrap();
        let (_stop, stopped) = tokio::sync::watch::channel(false);
        let mut told = Vec::new();
        for number in 0..3 {
            let update = json!({"texts": {"en": format!("update {number}")}});
            told.push(read(desk.request(&lead, Method::POST, &format!("{path}/updates")).json(&update), StatusCode::ACCEPTED).await);
            let worker = tokio::spawn(dengta::bulk::run(node.clone(), stopped.clone()));
            node.committed.ring();
            desk.request(&token, Method::POST, &format!("/api/v1/tickets/{}/closure", ids[29 - number])).send().await.unwrap();
            desk.request(&token, Method::DELETE, &format!("/api/v1/tickets/{}/incident", ids[19 - number])).send().await.unwrap();
            worker.abort();
            drop(worker.await);
        }
        for bulk in &told {
            let view = ended(&desk, &lead, bulk).await;
            let codes: Vec<_> = view["failed"].as_array().unwrap().iter().map(|failed| failed["code"].as_str().unwrap()).collect();
            assert!(codes.iter().all(|code| ["not-awaiting", "incident-unlinked"].contains(code)), "{codes:?}");
        }
        for (index, id) in ids.iter().enumerate() {
            let entries = desk.get(&token, &format!("/api/v1/tickets/{id}/entries?limit=500")).await;
            let bodies = entries["results"].as_array().unwrap().iter().map(|entry| entry["body"].as_str().unwrap());
            let updates: Vec<_> = bodies.filter(|body| body.starts_with("update")).collect();
            let mut once = updates.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(updates.len(), once.len(), "nobody is told twice");
            assert!(updates.len() == 3 || (17..20).contains(&index) || index >= 27, "{index}: {updates:?}");
        }
        desk.verify().await;
    }
}
