//! Search: what is said is found soon, by who may see it, and whatever becomes of the index.

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::crash::program::Program;
use crate::desk::{Desk, read, ticket};

/// Opens a ticket; its id.
async fn open(desk: &Desk, token: &str, subject: &str, body: &str, more: Value) -> String {
    let mut ticket = json!({
        "subject": subject, "body": body, "category": "other",
        "customer": {"email": "wang@example.com", "name": "王小明"},
    });
    ticket.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.post(token, "/api/v1/tickets", &ticket).await["id"].as_str().unwrap().to_owned()
}

fn path(q: &str, more: &str) -> String {
    let q: String = form_urlencoded::byte_serialize(q.as_bytes()).collect();
    format!("/api/v1/search?q={q}{more}")
}

/// The ids that a search finds now.
async fn found(desk: &Desk, token: &str, q: &str) -> Vec<String> {
    // The index may still be being opened.
    let response = desk.request(token, Method::GET, &path(q, "")).send().await.unwrap();
    if response.status() == StatusCode::SERVICE_UNAVAILABLE {
        return vec!["starting".into()];
    }
    assert_eq!(response.status(), StatusCode::OK, "{q}");
    let page: Value = response.json().await.unwrap();
    page["results"].as_array().unwrap().iter().map(|ticket| ticket["id"].as_str().unwrap().to_owned()).collect()
}

/// Waits until a search finds just these, the newest first.
async fn finds(desk: &Desk, token: &str, q: &str, expected: &[&String]) {
    desk.until(&format!("{q} finds {expected:?}"), || async {
        found(desk, token, q).await.iter().collect::<Vec<_>>() == expected
    })
    .await;
}

story! {
    /// Words of every language, in every form of writing; the newest first, with where they stand.
    async fn words_are_found(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let chinese = open(&desk, &token, "充值未到账 0.5 BTC", "从硬件钱包转出，已经 4 个确认，币还没有到", json!({
            "category": "deposit", "fields": {"coin": "BTC", "network": "Bitcoin", "tx_id": "9f3c7a1be2d4".repeat(5)}})).await;
        let english = open(&desk, &token, "Deposit missing", "The deposit history is empty. USDT sent on TRON, order 20261121000123.", json!({})).await;
        let korean = open(&desk, &token, "출금이 안돼요", "어제 신청한 출금이 아직 처리 중이에요. USDT", json!({"language": "ko"})).await;
        let japanese = open(&desk, &token, "ﾋﾞｯﾄｺｲﾝが届かない", "入金履歴が空です", json!({"language": "ja"})).await;
        finds(&desk, &token, "", &[&japanese, &korean, &english, &chinese]).await;
        for (q, expected) in [
            ("充值", vec![&chinese]), ("充值 钱包", vec![&chinese]), ("儲值", vec![]), ("錢包 未到賬", vec![&chinese]),
            ("币", vec![&chinese]), ("到", vec![&chinese]), ("充值 usdt", vec![]), ("0.5", vec![&chinese]), ("ｂｔｃ", vec![&chinese]),
            ("usdt", vec![&korean, &english]), ("USDT deposit", vec![&english]), ("depos", vec![]),
            ("출금", vec![&korean]), ("ビットコイン", vec![&japanese]), ("入金", vec![&japanese]),
            ("\"deposit history\"", vec![&english]), ("\"history deposit\"", vec![]), ("\"个确认\"", vec![&chinese]), ("\"确认个\"", vec![]),
            ("20261121000123", vec![&english]), ("20261121000124", vec![]), (&"9F3C7A1BE2D4".repeat(5), vec![&chinese]),
            ("王小明 usdt", vec![&korean, &english]), ("…", vec![&japanese, &korean, &english, &chinese]),
        ] {
            assert_eq!(found(&desk, &token, q).await.iter().collect::<Vec<_>>(), expected, "{q}");
        }
        let reference = desk.get(&token, &format!("/api/v1/tickets/{korean}")).await["reference"].as_str().unwrap().to_owned();
        for written in [reference.clone(), reference.to_lowercase(), reference.replace('-', "")] {
            assert_eq!(found(&desk, &token, &written).await, [korean.as_str()], "{written}");
        }
        let page = desk.get(&token, &path("USDT", "&snippets=true")).await;
        assert!(page["snippets"][&english].as_str().unwrap().contains("USDT sent"), "{page}");
        assert_eq!((page["snippets"].as_object().unwrap().len(), &page["complete"]), (2, &json!(true)));
        assert_eq!(desk.get(&token, &path("USDT", "")).await["snippets"], json!({}));
    }
}

story! {
    /// Whatever happens to a ticket is soon found, and what was is found no more.
    async fn changes_are_found(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let (one, other) = (
            open(&desk, &token, "one", "x", json!({"category": "deposit", "language": "ko"})).await,
            open(&desk, &token, "other", "x", json!({})).await,
        );
        let ticket = format!("/api/v1/tickets/{one}");
        desk.post(&token, &format!("{ticket}/notes"), &json!({"body": "疑似重複入帳"})).await;
        finds(&desk, &token, "重复入账", &[&one]).await;
        desk.post(&token, &format!("{ticket}/replies"), &json!({"body": "Sesame opens"})).await;
        finds(&desk, &token, "sesame 重复", &[&one]).await;
        desk.post(&token, &format!("{ticket}/tags"), &json!({"add": ["vip", "大户"]})).await;
        read(desk.request(&token, Method::PUT, &format!("{ticket}/priority")).json(&json!({"priority": "high"})), StatusCode::OK).await;
        finds(&desk, &token, "tag:vip tag:大户 priority:high", &[&one]).await;
        for (q, expected) in [
            ("category:deposit", vec![&one]), ("language:ko", vec![&one]), ("-tag:vip", vec![&other]), ("tag:vi", vec![]),
            ("assignee:none", vec![&other, &one]), ("team:none state:open", vec![&other, &one]), ("channel:api", vec![&other, &one]),
            ("awaiting:customer", vec![&one]), ("customer:wang@example.com x", vec![&other, &one]), ("customer:li@example.com", vec![]),
            ("after:2020-01-01", vec![&other, &one]), ("before:2020-01-01", vec![]), ("x state:closed", vec![]),
        ] {
            assert_eq!(found(&desk, &token, q).await.iter().collect::<Vec<_>>(), expected, "{q}");
        }
        desk.post(&token, &format!("{ticket}/closure"), &json!({})).await;
        finds(&desk, &token, "state:closed x", &[&one]).await;
        finds(&desk, &token, "state:open x", &[&other]).await;
        desk.post(&token, &format!("{ticket}/tags"), &json!({"remove": ["vip"]})).await;
        finds(&desk, &token, "tag:vip", &[]).await;
    }
}

story! {
    /// Pages hold every ticket once, the newest first, while tickets change.
    async fn pages_hold_everything_once(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let mut opened = Vec::new();
        for number in 0..23 {
            opened.insert(0, open(&desk, &token, &format!("number {number}"), "the same words", json!({})).await);
        }
        finds(&desk, &token, "same words", &opened.iter().take(20).collect::<Vec<_>>()).await;
        for q in ["same words", "\"the same words\"", ""] {
            let (mut seen, mut after) = (Vec::new(), String::new());
            loop {
                let page = desk.get(&token, &path(q, &format!("&limit=5{after}"))).await;
                seen.extend(page["results"].as_array().unwrap().iter().map(|ticket| ticket["id"].as_str().unwrap().to_owned()));
                desk.post(&token, &format!("/api/v1/tickets/{}/notes", opened[7]), &json!({"body": "changed"})).await;
                match page["next"].as_str() {
                    Some(next) => after = format!("&after={next}"),
                    None => break,
                }
            }
            assert_eq!(seen, opened, "{q}");
        }
    }
}

story! {
    /// Who sees no tickets finds none; what is wrong is told by name.
    async fn who_may_search(desk: Desk) {
        let (agent, auditor, editor) = (desk.token(Role::Agent).await, desk.token(Role::Auditor).await, desk.token(Role::Editor).await);
        let one = open(&desk, &agent, "secret", "x", json!({})).await;
        finds(&desk, &auditor, "secret", &[&one]).await;
        for path in ["/api/v1/search?q=secret", "/api/v1/search/suggestions?q=st"] {
            read(desk.request(&editor, Method::GET, path), StatusCode::NOT_FOUND).await;
            read(desk.client.get(format!("{}{path}", desk.url)), StatusCode::UNAUTHORIZED).await;
        }
        for (q, code) in [
            ("stat:open", "unknown-filter"), ("state:opened", "invalid-filter"), ("assignee:9999", "invalid-filter"),
            ("assignee:me", "invalid-filter"), ("team:nobody", "invalid-filter"), ("state:open state:closed", "repeated-filter"),
            (&"x".repeat(10_240), "too-long"), (&"a ".repeat(200), ""), (&(0..100).map(|n| format!("{n} ")).collect::<String>(), "too-many-terms"),
            ("\u{0}\u{202e}\u{7}", ""), ("((((\"\\'; DROP TABLE", ""), (&"充".repeat(500), ""), ("%00%ff", ""),
        ] {
            let response = desk.request(&agent, Method::GET, &path(q, "")).header("accept-language", "en").send().await.unwrap();
            let (status, answer) = (response.status(), response.json::<Value>().await.unwrap());
            if code.is_empty() {
                assert_eq!(status, StatusCode::OK, "{q}: {answer}");
                continue;
            }
            let error = &answer["errors"][0];
            assert_eq!((status, &error["field"], &error["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("q"), &json!(code)), "{q}: {answer}");
        }
        for more in ["&limit=0", "&limit=501", "&after=x", "&after=1.x", "&snippets=maybe"] {
            read(desk.request(&agent, Method::GET, &path("secret", more)), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        let unknown = desk.request(&agent, Method::GET, &path("stat:open", "")).header("accept-language", "zh-CN").send().await.unwrap();
        assert!(unknown.json::<Value>().await.unwrap()["errors"][0]["message"].as_str().unwrap().contains("stat:"));
    }
}

story! {
    /// Filters, tags, colleagues, references and customers complete what is typed.
    async fn suggestions_complete_what_is_typed(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let one = open(&desk, &token, "one", "x", json!({})).await;
        let ticket = format!("/api/v1/tickets/{one}");
        desk.post(&token, &format!("{ticket}/tags"), &json!({"add": ["vip", "vip-asia", "whale"]})).await;
        finds(&desk, &token, "tag:whale", &[&one]).await;
        let reference = desk.get(&token, &ticket).await["reference"].as_str().unwrap().to_owned();
        for (typed, expected) in [
            ("", "category: state: assignee: team: awaiting: customer: priority: language: channel: tag: before: after:"),
            ("usdt ca", "category:"), ("state:", "state:merged state:spam state:closed state:snoozed state:open"),
            ("category:dep", "category:deposit"), ("x language:ZH", "language:zh-CN language:zh-TW"), ("tag:vi", "tag:vip tag:vip-asia"),
            ("-ta", "-tag:"), ("-tag:w", "-tag:whale"), ("assignee:m", "assignee:me"), ("customer:WAN", "customer:wang@example.com"),
            ("wang@", "customer:wang@example.com"), ("王小", "customer:wang@example.com"), (&reference[..6].to_lowercase(), &reference), ("nothing:x", ""), ("-state:o", ""),
            (&"x".repeat(10_000), ""), ("customer:\u{0}abc", ""), ("tag:\u{10ffff}", ""), ("%_", ""),
        ] {
            let q: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
            let answer = desk.get(&token, &format!("/api/v1/search/suggestions?q={q}")).await;
            let inserted: Vec<_> = answer["results"].as_array().unwrap().iter().map(|one| one["insert"].as_str().unwrap()).collect();
            assert_eq!(inserted.join(" "), expected, "{typed}");
        }
    }
}

story! {
    /// A lost index is made anew from the store; a restart goes on where the index was.
    async fn a_lost_index_is_made_anew(desk: Desk) {
        let mut desk = desk;
        let token = desk.token(Role::Agent).await;
        let mut opened = Vec::new();
        for number in 0..5 {
            opened.insert(0, open(&desk, &token, &format!("number {number}"), "kept words", json!({})).await);
        }
        desk.post(&token, &format!("/api/v1/tickets/{}/notes", opened[2]), &json!({"body": "noted words"})).await;
        finds(&desk, &token, "noted words", &[&opened[2]]).await;
        desk.restart("").await;
        let all: Vec<&String> = opened.iter().collect();
        finds(&desk, &token, "kept words", &all).await;

        // Damaged, then lost, while the desk is down.
        let folder = desk.folder.path().join("search");
        for harm in ["meta.json", ""] {
            let folder = folder.clone();
            desk.restart_after("", move || match harm {
                "" => std::fs::remove_dir_all(&folder).unwrap(),
                file => std::fs::write(folder.join(file), "{\"segments\":").unwrap(),
            }).await;
            finds(&desk, &token, "kept words", &all).await;
            finds(&desk, &token, "noted words", &[&opened[2]]).await;
        }
        let six = open(&desk, &token, "six", "kept words", json!({})).await;
        let with_six: Vec<&String> = std::iter::once(&six).chain(all).collect();
        finds(&desk, &token, "kept words", &with_six).await;
    }
}

story! {
    /// The index of another store is no use: tickets of that store are not found here.
    async fn the_index_of_another_store_is_thrown_away(desk: Desk) {
        let mut desk = desk;
        let token = desk.token(Role::Agent).await;
        let ours = open(&desk, &token, "ours", "same words", json!({})).await;
        let other = Desk::start(crate::desk::Database::Sqlite).await;
        let others = other.token(Role::Agent).await;
        let theirs = open(&other, &others, "theirs", "same words", json!({})).await;
        finds(&other, &others, "same words", &[&theirs]).await;
        let (from, to) = (other.folder.path().join("search"), desk.folder.path().join("search"));
        desk.restart_after("", move || {
            std::fs::remove_dir_all(&to).unwrap();
            std::fs::create_dir(&to).unwrap();
            for file in std::fs::read_dir(from).unwrap().flatten() {
                std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
            }
        }).await;
        finds(&desk, &token, "same words", &[&ours]).await;
    }
}

/// Killed again and again, between a ticket's commit and the index's: whatever was acknowledged is found, once.
async fn killed(database: Option<String>) {
    let mut program = Program::new(database);
    program.start().await;
    let token = program.token("agent");
    let client = reqwest::Client::new();
    let request = |method, path: &str| client.request(method, format!("{}{path}", program.url)).bearer_auth(&token);
    let (create, search) =
        (request(Method::POST, "/api/v1/tickets"), request(Method::GET, "/api/v1/search?q=充值&limit=100"));
    let mut opened = Vec::new();
    for round in 0..5 {
        for number in 0..=round {
            let create = create.try_clone().unwrap().json(&ticket(&format!("c{round}.{number}@example.com")));
            opened.insert(0, read(create, StatusCode::CREATED).await["id"].clone());
        }
        program.kill();
        program.start().await;
    }
    for _ in 0..400 {
        let response = search.try_clone().unwrap().send().await.unwrap();
        if response.status() == StatusCode::OK {
            let page: Value = response.json().await.unwrap();
            let found: Vec<&Value> = page["results"].as_array().unwrap().iter().map(|ticket| &ticket["id"]).collect();
            if found == opened.iter().collect::<Vec<_>>() {
                return;
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("not everything is found\n{}", program.log());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_sqlite() {
    killed(None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_on_postgres() {
    killed(Some(crate::postgres::database())).await;
}
