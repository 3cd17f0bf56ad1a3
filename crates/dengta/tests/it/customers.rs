//! What agents know about customers: found, noted, tagged, blocked; and agents who are mentioned.

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, read, ticket};
use crate::live::{agent, connect};
use crate::people::{Seat, join};
use crate::site::Browser;

const FORM: [(&str, &str); 8] = [
    ("coin", "BTC"),
    ("network", "Bitcoin"),
    ("tx_id", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("amount", "0.5"),
    ("subject", "充值未到账"),
    ("body", "两个小时前转出，余额没有变化。"),
    ("name", "Ana Žižek"),
    ("email", "ana@example.com"),
];

async fn customers(desk: &Desk, token: &str, query: &str) -> Vec<String> {
    let mut url = url::Url::parse(&format!("{}/api/v1/customers", desk.url)).unwrap();
    url.query_pairs_mut().append_pair("q", query);
    let found = read(desk.client.get(url).bearer_auth(token), StatusCode::OK).await;
    found["results"].as_array().unwrap().iter().map(|customer| customer["name"].as_str().unwrap().to_owned()).collect()
}

async fn named(desk: &Desk, token: &str, email: &str, name: &str) -> String {
    let mut new = ticket(email);
    new["customer"]["name"] = json!(name);
    let opened = desk.post(token, "/api/v1/tickets", &new).await;
    let shown = desk.get(token, &format!("/api/v1/tickets/{}", opened["id"].as_str().unwrap())).await;
    shown["customer"]["id"].as_str().unwrap().to_owned()
}

async fn mails(desk: &Desk) -> i64 {
    let count = desk.app.db.read(|tx| tx.first("SELECT count(*) FROM outbox", &[], |row| row.get::<i64>(0))).await;
    count.unwrap().unwrap()
}

story! {
    /// By the beginning of an address, a name in any case and script, or an account; nothing else, and never too many.
    async fn customers_are_found(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        for (email, name) in [("ada@example.com", "Ada Lovelace"), ("adam@example.com", "Émile"), ("wang@example.com", "王小明"), ("x@example.com", "100%_Sure")] {
            named(&desk, &token, email, name).await;
        }
        desk.app.db.write(|tx| tx.execute("UPDATE customer SET exchange_uid = 'UID-778' WHERE email_key = 'wang@example.com'", &[])).await.unwrap();
        for (query, expected) in [
            ("ada", vec!["Ada Lovelace", "Émile"]), ("ADA LOVE", vec!["Ada Lovelace"]), ("éMI", vec!["Émile"]), ("王", vec!["王小明"]),
            ("UID-7", vec!["王小明"]), ("wang@example.com", vec!["王小明"]), ("%", vec![]), ("_", vec![]), ("'; --", vec![]), ("100%", vec!["100%_Sure"]),
            ("example", vec![]), ("\u{10FFFF}", vec![]),
        ] {
            assert_eq!(customers(&desk, &token, query).await, expected, "{query}");
        }
        assert_eq!(customers(&desk, &token, "").await.len(), 4);
        assert_eq!(desk.get(&token, "/api/v1/customers?q=a&limit=1").await["results"].as_array().unwrap().len(), 1);
        for wrong in ["q=%00", "limit=0", "limit=501", &format!("q={}", "x".repeat(300))] {
            read(desk.request(&token, Method::GET, &format!("/api/v1/customers?{wrong}")), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    }
}

story! {
    /// The panel: who it is, other cases, ratings, notes and tags, and who did what to them.
    async fn the_panel(desk: Desk) {
        let (seat, token) = (Seat::new(&desk), desk.token(Role::Agent).await);
        join(&seat, Role::Agent, "mina@example.com").await;
        let id = named(&desk, &token, "ada@example.com", "Ada").await;
        let path = format!("/customers/{id}");
        let note = seat.post(&format!("{path}/notes"), json!({"body": " prefers mail\r\n"}), StatusCode::CREATED).await;
        assert_eq!((&note["body"], &note["by"]["name"]), (&json!("prefers mail"), &json!("Mina 민아")));
        seat.post(&format!("{path}/notes"), json!({"body": "second"}), StatusCode::CREATED).await;
        let tagged = read(seat.request(Method::PUT, &format!("{path}/tags")).json(&json!({"tags": ["VIP", "大户", "vip"]})), StatusCode::OK).await;
        assert_eq!(tagged["tags"], json!(["vip", "大户"]));
        read(seat.request(Method::PUT, &format!("{path}/tags")).json(&json!({"tags": ["大户", "whale"]})), StatusCode::OK).await;
        assert_eq!(seat.delete(&format!("{path}/notes/{}", note["id"].as_str().unwrap())).await, StatusCode::NO_CONTENT);
        assert_eq!(seat.delete(&format!("{path}/notes/{}", note["id"].as_str().unwrap())).await, StatusCode::NOT_FOUND);
        let uuid: uuid::Uuid = id.parse().unwrap();
        desk.app.db.write(move |tx| tx.execute("UPDATE ticket SET rating = 4, rating_comment = '快' WHERE customer_id = $1", params![uuid])).await.unwrap();

        let card = seat.get(&path).await;
        assert_eq!((&card["name"], &card["proved"], &card["signed_in"], &card["language"]), (&json!("Ada"), &json!(true), &json!(false), &json!("zh-CN")));
        assert_eq!((&card["tags"], &card["blocked"], &card["time_zone"]), (&json!(["whale", "大户"]), &Value::Null, &Value::Null));
        assert_eq!(card["notes"].as_array().unwrap().iter().map(|note| note["body"].as_str().unwrap()).collect::<Vec<_>>(), ["second"]);
        assert_eq!((card["tickets"].as_array().unwrap().len(), &card["ratings"]["mean"], &card["ratings"]["recent"][0]["comment"]), (1, &json!(4.0), &json!("快")));
        let changes: Vec<_> = card["changes"].as_array().unwrap().iter().map(|change| change["kind"].as_str().unwrap()).collect();
        assert_eq!(changes, ["note_removed", "tagged", "tagged", "noted", "noted"]);
        assert_eq!((&card["changes"][1]["detail"], &card["changes"][1]["by"]["kind"]), (&json!("-vip +whale"), &json!("agent")));

        for (method, at, body) in [
            (Method::POST, "notes", json!({"body": " "})), (Method::POST, "notes", json!({"body": "x".repeat(20_001)})), (Method::POST, "notes", json!({"body": "a\u{0}b"})),
            (Method::PUT, "tags", json!({"tags": ["two words"]})), (Method::PUT, "tags", json!({"tags": vec!["x"; 21]})), (Method::PUT, "tags", json!({"tags": [""]})),
        ] {
            read(seat.request(method, &format!("{path}/{at}")).json(&body), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    }
}

story! {
    /// A blocked customer loses no message: it waits among spam, nobody is mailed, and unblocking undoes it.
    async fn a_block_and_its_end(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let id = named(&desk, &token, "ada@example.com", "Ada").await;
        let before = desk.get(&token, "/api/v1/tickets?view=all").await["results"][0]["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/customers/{id}/block");
        for _ in 0..2 {
            let blocked = read(desk.request(&token, Method::POST, &path), StatusCode::OK).await;
            assert_eq!(blocked["blocked"]["by"]["kind"], "token");
            assert_eq!(blocked["changes"].as_array().unwrap().len(), 1);
        }
        assert_eq!(desk.get(&token, "/api/v1/customers?q=ada").await["results"][0]["blocked"], true);

        let (sent, browser) = (mails(&desk).await, Browser::new(&desk));
        let mut form = FORM;
        form[7].1 = "ADA@example.com";
        let receipt = browser.post("/en/ask/deposit", &form).await;
        assert_eq!(receipt.status(), StatusCode::SEE_OTHER, "{}", receipt.text().await.unwrap());
        let opened = desk.post(&token, "/api/v1/tickets", &ticket("ada@example.com")).await;
        let arrived = desk.get(&token, "/api/v1/tickets?view=all").await;
        let standings: Vec<_> = arrived["results"].as_array().unwrap().iter().map(|ticket| ticket["standing"].as_str().unwrap()).collect();
        assert_eq!(standings, ["spam", "spam", "open"]);
        assert_eq!(arrived["results"][1]["subject"], "充值未到账");
        assert_eq!(mails(&desk).await, sent);
        // The desk goes on with what was there, and with what an agent lets in.
        assert_eq!(desk.get(&token, &format!("/api/v1/tickets/{before}")).await["standing"], "open");
        let seat = Seat::new(&desk);
        join(&seat, Role::Agent, "mina@example.com").await;
        let let_in = seat.post("/tickets", ticket("ada@example.com"), StatusCode::CREATED).await;
        assert_eq!(seat.get(&format!("/tickets/{}", let_in["id"].as_str().unwrap())).await["standing"], "open");

        let freed = read(desk.request(&token, Method::DELETE, &path), StatusCode::OK).await;
        assert_eq!((&freed["blocked"], freed["changes"].as_array().unwrap().len()), (&Value::Null, 2));
        let free = desk.post(&token, "/api/v1/tickets", &ticket("ada@example.com")).await;
        assert_eq!(desk.get(&token, &format!("/api/v1/tickets/{}", free["id"].as_str().unwrap())).await["standing"], "open");
        assert_eq!(desk.get(&token, &format!("/api/v1/tickets/{}", opened["id"].as_str().unwrap())).await["standing"], "spam");
        desk.verify().await;
    }
}

story! {
    /// The browser tells its time zone; a stranger who types a proved address changes nothing.
    async fn a_customer_s_time_zone(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let zone = async |email: &str| {
            let found = desk.get(&token, &format!("/api/v1/customers?q={email}")).await;
            let id = found["results"][0]["id"].as_str().unwrap().to_owned();
            desk.get(&token, &format!("/api/v1/customers/{id}")).await["time_zone"].clone()
        };
        let send = async |tz: &str, email: &'static str| {
            let mut form = FORM;
            form[7].1 = email;
            let request = desk.client.post(format!("{}/en/ask/deposit", desk.url)).form(&form).header("origin", &desk.url);
            assert_eq!(request.header("cookie", format!("tz={tz}")).send().await.unwrap().status(), StatusCode::SEE_OTHER);
        };
        send("Asia%2FShanghai", "ana@example.com").await;
        assert_eq!(zone("ana@").await, "Asia/Shanghai");
        send("Mars%2FOlympus", "ana@example.com").await;
        send("", "ana@example.com").await;
        assert_eq!(zone("ana@").await, "Asia/Shanghai");
        named(&desk, &token, "proved@example.com", "Ada").await;
        send("Europe%2FParis", "proved@example.com").await;
        assert_eq!(zone("proved@").await, Value::Null);
    }
}

story! {
    /// `@0417` in a note: on the agent's screen at once, in their list until they have seen it.
    async fn mentions_reach_whom_they_name(desk: Desk) {
        let (ada, bo, eve) = (agent(&desk, Role::Agent, "0417").await, agent(&desk, Role::Lead, "0418").await, agent(&desk, Role::Editor, "0419").await);
        let token = desk.token(Role::Agent).await;
        let (mut hers, mut his) = (connect(&desk, &ada).await, connect(&desk, &bo).await);
        let opened = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        let notes = format!("/api/v1/tickets/{opened}/notes");
        desk.post(&token, &notes, &json!({"body": "请 @0417 看一下，@0419 @9999 a@0418.example"})).await;
        assert_eq!(hers.of("mention").await, json!({"type": "mention", "ticket": opened, "number": 2}));
        let entries = desk.get(&token, &format!("/api/v1/tickets/{opened}/entries?after=1")).await;
        assert_eq!(entries["results"][0]["details"]["mentions"], json!([ada.id]));

        let as_agent = |agent: &crate::live::Agent, method: Method, path: &str| {
            desk.client.request(method, format!("{}/api/v1{path}", desk.url)).header("cookie", &agent.cookie).header("origin", &desk.url)
        };
        let list = read(as_agent(&ada, Method::GET, "/mentions"), StatusCode::OK).await;
        let mention = &list["results"][0];
        assert_eq!((&mention["ticket"]["id"], &mention["entry"]["number"], &mention["seen"]), (&json!(opened), &json!(2), &json!(false)));
        assert_eq!(read(as_agent(&bo, Method::GET, "/mentions"), StatusCode::OK).await["results"], json!([]));
        read(as_agent(&eve, Method::GET, "/mentions"), StatusCode::NOT_FOUND).await;
        read(desk.request(&token, Method::GET, "/api/v1/mentions"), StatusCode::FORBIDDEN).await;

        // Another's list is not theirs to clear; one's own note calls nobody twice.
        let upto = json!({"upto": mention["id"]});
        read(as_agent(&bo, Method::POST, "/mentions/seen").json(&upto), StatusCode::NO_CONTENT).await;
        let unseen = async |agent: uuid::Uuid| desk.app.db.read(move |tx| dengta::people::mentions::unseen(tx, agent)).await.unwrap();
        assert_eq!(unseen(ada.id).await, 1);
        assert_eq!(read(as_agent(&ada, Method::GET, "/counts"), StatusCode::OK).await["mentions"], 1);
        read(as_agent(&ada, Method::POST, "/mentions/seen").json(&upto), StatusCode::NO_CONTENT).await;
        assert_eq!(unseen(ada.id).await, 0);
        read(as_agent(&ada, Method::POST, &format!("/tickets/{opened}/notes")).json(&json!({"body": "@0417 @0418 @0418"})), StatusCode::CREATED).await;
        assert_eq!(his.of("mention").await["number"], 3);
        assert_eq!((unseen(ada.id).await, unseen(bo.id).await), (0, 1));

        for number in 4..8 {
            desk.post(&token, &notes, &json!({"body": format!("@0417 {number}")})).await;
        }
        let page = read(as_agent(&ada, Method::GET, "/mentions?limit=3"), StatusCode::OK).await;
        let rest = read(as_agent(&ada, Method::GET, &format!("/mentions?limit=3&after={}", page["next"].as_str().unwrap())), StatusCode::OK).await;
        let numbers = |page: &Value| page["results"].as_array().unwrap().iter().map(|mention| mention["entry"]["number"].as_i64().unwrap()).collect::<Vec<_>>();
        let (first, second) = (numbers(&page), numbers(&rest));
        let mut all = [first, second].concat();
        all.sort_unstable();
        assert_eq!((all, &rest["next"]), (vec![2, 4, 5, 6, 7], &Value::Null));
        read(as_agent(&ada, Method::GET, "/mentions?after=x"), StatusCode::UNPROCESSABLE_ENTITY).await;
        desk.verify().await;
    }
}
