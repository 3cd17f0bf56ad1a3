//! The tickets' API: opened once, answered, listed, counted, and not altered.

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{read, ticket};

story! {
    /// A program opens a ticket; agents answer, note, close and reopen; the timeline tells all of it.
    async fn a_ticket_lives(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        assert_eq!(opened["entry"]["number"], 1);
        assert_eq!(opened["missing_fields"], json!(["tx_id", "amount"]));
        let path = format!("/api/v1/tickets/{}", opened["id"].as_str().unwrap());

        let replied = desk.post(&token, &format!("{path}/replies"), &json!({"body": "已在链上，4/6 确认。"})).await;
        assert_eq!(replied["delivery"], "no_mail_server");
        desk.post(&token, &format!("{path}/notes"), &json!({"body": "地址属于该客户"})).await;
        desk.post(&token, &format!("{path}/closure"), &json!({})).await;
        let closed = desk.get(&token, &path).await;
        assert_eq!((closed["state"].as_str(), &closed["awaiting"]), (Some("closed"), &Value::Null));
        read(desk.request(&token, Method::POST, &format!("{path}/closure")), StatusCode::CONFLICT).await;
        read(desk.request(&token, Method::DELETE, &format!("{path}/closure")), StatusCode::OK).await;

        let shown = desk.get(&token, &path).await;
        assert_eq!(shown["state"], "open");
        assert_eq!(shown["entries"], 5);
        assert_eq!(shown["fields"]["coin"], "BTC");
        assert_eq!(shown["customer"]["proved"], true, "an API token vouches for the address");
        let entries = desk.get(&token, &format!("{path}/entries")).await;
        let kinds: Vec<_> = entries["results"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["message", "message", "note", "closed", "reopened"]);
        assert_eq!(entries["results"][0]["hash"], opened["entry"]["hash"]);
        assert_eq!(entries["results"][1]["body"], "已在链上，4/6 确认。");
        assert_eq!(entries["results"][4]["hash"], shown["head"]);
        desk.verify().await;
    }
}

story! {
    /// Pages cover every ticket once, and counts agree with them.
    async fn pages_and_counts_agree(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let mut opened = Vec::new();
        for number in 0..23 {
            let made = desk.post(&token, "/api/v1/tickets", &ticket(&format!("c{number}@example.com"))).await;
            opened.push(made["id"].as_str().unwrap().to_owned());
        }
        for id in &opened[..5] {
            desk.post(&token, &format!("/api/v1/tickets/{id}/closure"), &json!({})).await;
        }
        for (view, expected) in [("open", 18), ("closed", 5), ("all", 23), ("unassigned", 18), ("waiting", 0)] {
            let mut seen = std::collections::BTreeSet::new();
            let mut after = String::new();
            loop {
                let page = desk.get(&token, &format!("/api/v1/tickets?view={view}&limit=4{after}")).await;
                let results = page["results"].as_array().unwrap();
                assert!(results.len() <= 4);
                for found in results {
                    assert!(seen.insert(found["id"].as_str().unwrap().to_owned()), "twice in {view}");
                }
                match page["next"].as_str() {
                    Some(next) => after = format!("&after={next}"),
                    None => break,
                }
            }
            assert_eq!(seen.len(), expected, "{view}");
        }
        desk.until("the counts follow", || async {
            let counts = desk.get(&token, "/api/v1/counts").await["counts"].clone();
            [("open", 18), ("unassigned", 18), ("waiting", 0), ("closed", 5)].iter().all(|(view, count)| counts[view] == *count)
        }).await;
    }
}

story! {
    /// A repeated request has one effect; the same key with another body is an error.
    async fn an_idempotency_key_makes_one_ticket(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let send = |body: Value| desk.request(&token, Method::POST, "/api/v1/tickets").header("Idempotency-Key", "k-1").json(&body);
        let (first, second) = tokio::join!(
            read(send(ticket("a@example.com")), StatusCode::CREATED),
            read(send(ticket("a@example.com")), StatusCode::CREATED),
        );
        assert_eq!(first, second);
        let again = send(ticket("a@example.com")).send().await.unwrap();
        assert_eq!(again.headers()["idempotency-replayed"], "true");
        let conflict = read(send(ticket("b@example.com")), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(conflict["type"], "/problems/conflict-idempotency");
        // What is said carries its key: the sender knows the entry as its own before the answer to the request came.
        for (verb, key) in [("replies", "r-1"), ("notes", "n-1")] {
            let path = format!("/api/v1/tickets/{}/{verb}", first["id"].as_str().unwrap());
            let say = desk.request(&token, Method::POST, &path).header("Idempotency-Key", key).json(&json!({"body": "We look at it."}));
            let number = read(say, StatusCode::CREATED).await["entry"]["number"].as_i64().unwrap();
            let entries = desk.get(&token, &format!("/api/v1/tickets/{}/entries?after={}", first["id"].as_str().unwrap(), number - 1)).await;
            assert_eq!(entries["results"][0]["details"], json!({"key": key}));
        }
        let other = desk.token(Role::Agent).await;
        let others = desk.request(&other, Method::POST, "/api/v1/tickets").header("Idempotency-Key", "k-1").json(&ticket("c@example.com"));
        read(others, StatusCode::CREATED).await;
        assert_eq!(desk.get(&token, "/api/v1/tickets").await["results"].as_array().unwrap().len(), 2);
        desk.app.clock.turn(25 * dengta::clock::HOUR);
        let now = desk.app.clock.now();
        desk.app.db.write(move |tx| dengta::api::sweep(tx, now)).await.unwrap();
        assert_ne!(read(send(ticket("a@example.com")), StatusCode::CREATED).await["id"], first["id"]);
    }
}

story! {
    /// What is wrong is named by field, in the asker's language, and nothing is stored.
    async fn bad_input_is_told(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let post = |body: String| desk.request(&token, Method::POST, "/api/v1/tickets").header("content-type", "application/json").body(body);
        let with = |change: fn(&mut Value)| { let mut body = ticket("a@example.com"); change(&mut body); body.to_string() };
        for (body, status, field) in [
            (with(|b| { b.as_object_mut().unwrap().remove("subject"); }), 422, "subject"),
            (with(|b| b["subject"] = json!("x".repeat(201))), 422, "subject"),
            (with(|b| b["subject"] = json!(7)), 422, "subject"),
            (with(|b| b["body"] = json!("a\u{0}b")), 422, "body"),
            (with(|b| b["body"] = json!("字".repeat(20_001))), 422, "body"),
            (with(|b| b["category"] = json!("lottery")), 422, "category"),
            (with(|b| b["customer"]["email"] = json!("<a@evil.example>b@ours.example")), 422, "customer.email"),
            (with(|b| b["fields"] = json!({"seed": "x"})), 422, "fields.seed"),
            (with(|b| b["language"] = json!("tlh")), 422, "language"),
            ("{".into(), 400, ""),
            ("[".repeat(1000), 400, ""),
            (format!("{{\"subject\":{}", "[".repeat(1000)), 422, "subject"),
            ("x".repeat(300_000), 413, ""),
        ] {
            let problem = read(post(body), StatusCode::from_u16(status).unwrap()).await;
            assert_eq!(problem["errors"][0]["field"].as_str().unwrap_or(""), field, "{problem}");
            assert!(!problem["detail"].as_str().unwrap().starts_with("error-"), "{problem}");
        }
        let broken = desk.request(&token, Method::POST, "/api/v1/tickets").header("content-type", "application/json").body(vec![0xff, 0xfe]);
        read(broken, StatusCode::BAD_REQUEST).await;
        let plain = desk.request(&token, Method::POST, "/api/v1/tickets").header("content-type", "text/plain").body("{}");
        read(plain, StatusCode::UNSUPPORTED_MEDIA_TYPE).await;
        for query in ["limit=0", "limit=501", "limit=x", "view=secret", "after=zzz"] {
            read(desk.request(&token, Method::GET, &format!("/api/v1/tickets?{query}")), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        let chinese = post(with(|b| b["customer"]["email"] = json!("nobody"))).header("accept-language", "zh-CN,zh;q=0.9");
        let problem = read(chinese, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert!(problem["errors"][0]["message"].as_str().unwrap().contains('邮'), "{problem}");
        assert_eq!(desk.get(&token, "/api/v1/tickets?view=all").await["results"], json!([]));
    }
}

story! {
    /// Two agents at once: numbers without gaps, and an answer over unread messages is stopped.
    async fn two_agents_at_once(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let id = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/tickets/{id}");
        let mut racing = tokio::task::JoinSet::new();
        for number in 0..16 {
            let note = desk.request(&token, Method::POST, &format!("{path}/notes")).json(&json!({"body": number.to_string()}));
            racing.spawn(async move { note.send().await.unwrap().status() });
        }
        while let Some(status) = racing.join_next().await {
            assert_eq!(status.unwrap(), StatusCode::CREATED);
        }
        desk.post(&token, &format!("{path}/replies"), &json!({"body": "first", "seen": 17})).await;
        let late = desk.request(&token, Method::POST, &format!("{path}/replies")).json(&json!({"body": "second", "seen": 17}));
        let problem = read(late, StatusCode::CONFLICT).await;
        assert_eq!((problem["type"].as_str(), problem["newer"].as_i64()), (Some("/problems/conversation-moved"), Some(1)));
        desk.post(&token, &format!("{path}/replies"), &json!({"body": "second", "seen": 18})).await;
        assert_eq!(desk.get(&token, &path).await["entries"], 19);
        desk.verify().await;
    }
}

story! {
    /// Every object for every role: not yours is "not found"; without a token, 401.
    async fn roles_see_what_is_theirs(desk: Desk) {
        let id = desk.ticket(&desk.token(Role::Admin).await).await["id"].as_str().unwrap().to_owned();
        for role in Role::ALL {
            let token = desk.token(role).await;
            for (method, path, permission, body) in [
                (Method::GET, format!("/api/v1/tickets/{id}"), "ticket.read", Value::Null),
                (Method::GET, format!("/api/v1/tickets/{id}/entries"), "ticket.read", Value::Null),
                (Method::GET, "/api/v1/tickets".into(), "ticket.read", Value::Null),
                (Method::GET, "/api/v1/counts".into(), "ticket.read", Value::Null),
                (Method::POST, "/api/v1/tickets".into(), "ticket.create", ticket("x@example.com")),
                (Method::POST, format!("/api/v1/tickets/{id}/replies"), "ticket.reply", json!({"body": "x"})),
                (Method::POST, format!("/api/v1/tickets/{id}/notes"), "ticket.note", json!({"body": "x"})),
                (Method::POST, format!("/api/v1/tickets/{id}/assignment"), "ticket.assign", json!({"agent": null})),
                (Method::POST, format!("/api/v1/tickets/{id}/closure"), "ticket.close", json!({})),
                (Method::DELETE, format!("/api/v1/tickets/{id}/closure"), "ticket.close", Value::Null),
            ] {
                let granted: Vec<String> = role.permissions().map(|p| serde_json::to_value(p).unwrap().as_str().unwrap().to_owned()).collect();
                let expected = if granted.iter().any(|p| p == permission) { 200..=299 }
                    else if permission == "ticket.create" || granted.iter().any(|p| p == "ticket.read") { 403..=403 }
                    else { 404..=404 };
                let mut request = desk.request(&token, method.clone(), &path);
                if !body.is_null() { request = request.json(&body); }
                let status = request.send().await.unwrap().status().as_u16();
                assert!(expected.contains(&status), "{role:?} {method} {path}: {status}");
                let nobody = desk.client.request(method, format!("{}{path}", desk.url)).json(&body).send().await.unwrap();
                assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
            }
        }
        for id in [uuid::Uuid::nil().to_string(), "1".into(), "..%2f".into()] {
            let token = desk.token(Role::Admin).await;
            read(desk.request(&token, Method::GET, &format!("/api/v1/tickets/{id}")), StatusCode::NOT_FOUND).await;
        }
        read(desk.request("dgt_forged", Method::GET, "/api/v1/tickets"), StatusCode::UNAUTHORIZED).await;
    }
}

story! {
    /// Whoever changes the log in the database is noticed.
    async fn an_altered_log_is_noticed(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let id: uuid::Uuid = desk.ticket(&token).await["id"].as_str().unwrap().parse().unwrap();
        let path = format!("/api/v1/tickets/{id}");
        desk.post(&token, &format!("{path}/notes"), &json!({"body": "one"})).await;
        desk.post(&token, &format!("{path}/notes"), &json!({"body": "two"})).await;
        desk.verify().await;
        for (change, undo) in [
            ("UPDATE entry SET body = replace(body, 'one', 'eno') WHERE ticket_id = $1 AND number = 2", "UPDATE entry SET body = replace(body, 'eno', 'one') WHERE ticket_id = $1 AND number = 2"),
            ("UPDATE entry SET header = replace(header, 'note', 'memo') WHERE ticket_id = $1", "UPDATE entry SET header = replace(header, 'memo', 'note') WHERE ticket_id = $1"),
            ("UPDATE entry SET public = 1 - public WHERE ticket_id = $1 AND number = 2", "UPDATE entry SET public = 1 - public WHERE ticket_id = $1 AND number = 2"),
            ("UPDATE entry SET number = 9 WHERE ticket_id = $1 AND number = 2", "UPDATE entry SET number = 2 WHERE ticket_id = $1 AND number = 9"),
            ("UPDATE ticket SET state = 'closed' WHERE id = $1", "UPDATE ticket SET state = 'open' WHERE id = $1"),
            ("UPDATE ticket SET subject = subject || '!' WHERE id = $1", ""),
        ] {
            let run = |sql: &'static str| desk.app.db.write(move |tx| tx.execute(sql, params![id]));
            assert!(run(change).await.unwrap() > 0);
            let report = dengta::tickets::verify::verify(&desk.app.db).await.unwrap();
            assert_eq!(report.faults.len(), 1, "{change}");
            if !undo.is_empty() { run(undo).await.unwrap(); desk.verify().await; }
        }
        let cut = desk.app.db.write(move |tx| tx.execute("DELETE FROM entry WHERE ticket_id = $1 AND number = 3", params![id])).await;
        assert_eq!(cut.unwrap(), 1);
        assert_eq!(dengta::tickets::verify::verify(&desk.app.db).await.unwrap().faults.len(), 1);
    }
}

story! {
    /// Erasing a body and its salt leaves the chain whole.
    async fn the_chain_survives_erasure(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let id: uuid::Uuid = desk.ticket(&token).await["id"].as_str().unwrap().parse().unwrap();
        desk.post(&token, &format!("/api/v1/tickets/{id}/notes"), &json!({"body": "one"})).await;
        desk.app.db.write(move |tx| tx.execute("UPDATE entry SET body = NULL, body_salt = NULL WHERE ticket_id = $1", params![id])).await.unwrap();
        desk.verify().await;
        let entries = desk.get(&token, &format!("/api/v1/tickets/{id}/entries")).await;
        assert_eq!((entries["results"][0]["erased"].as_bool(), entries["results"][0]["body"].as_str()), (Some(true), Some("")));
    }
}
