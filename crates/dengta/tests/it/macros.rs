//! Macros: rendered in the customer's language, reused, refused when they loop, grow or reach too far.

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, read, ticket};
use crate::people::{Seat, join};

async fn make(desk: &Desk, token: &str, title: &str, texts: Value) -> String {
    let made = desk.post(token, "/api/v1/macros", &json!({"title": title, "texts": texts})).await;
    made["id"].as_str().unwrap().to_owned()
}

async fn render(desk: &Desk, token: &str, id: &str, ticket: &str) -> Value {
    let request = desk.request(token, Method::POST, &format!("/api/v1/macros/{id}/renderings"));
    read(request.json(&json!({"ticket": ticket})), StatusCode::OK).await
}

async fn refused(desk: &Desk, token: &str, body: Value) -> String {
    desk.refused(token, Method::POST, "/api/v1/macros", &body).await
}

story! {
    /// A macro is said in the ticket's language, in English, or in what there is; a use is counted, a look is not.
    async fn a_macro_speaks_the_customers_language(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        let opened = desk.ticket(&token).await;
        let ticket_id = opened["id"].as_str().unwrap();
        make(&desk, &token, "Greeting", json!({"zh-CN": "{{ customer.name }}，您好：", "en": "Hello {{ customer.name }},"})).await;
        let texts = json!({
            "zh-CN": "{% include \"greeting\" %}\n\n{{ ticket.reference }}：{{ facts.coin }} 充值正在核查。{% if facts.tx_id %}\n交易哈希 {{ facts.tx_id }}{% endif %}\n\n{{ agent.name }}",
            "en": "{% include 'Greeting' %}\n\nlooking"
        });
        let actions = json!([{"kind": "tag", "add": ["looking"]}, {"kind": "priority", "priority": "high"}, {"kind": "close"}]);
        let body = json!({"title": "Deposit looked at", "group": "Deposits", "texts": texts, "actions": actions});
        let made = desk.post(&token, "/api/v1/macros", &body).await;
        let id = made["id"].as_str().unwrap();
        let rendered = render(&desk, &token, id, ticket_id).await;
        let reference = opened["reference"].as_str().unwrap();
        assert_eq!(rendered["text"], format!("王小明，您好：\n\n{reference}：BTC 充值正在核查。\n\nlead"));
        assert_eq!((&rendered["language"], &rendered["actions"]), (&json!("zh-CN"), &made["actions"]));

        let path = format!("/api/v1/macros/{id}");
        let renderings = format!("{path}/renderings");
        let korean = desk.request(&token, Method::POST, &renderings).json(&json!({"ticket": ticket_id, "language": "ko", "use": true}));
        let korean = read(korean, StatusCode::OK).await;
        assert_eq!((&korean["language"], &korean["text"]), (&json!("en"), &json!("Hello 王小明,\n\nlooking")));
        let shown = desk.get(&token, &path).await;
        assert_eq!((&shown["used"], &shown["version"]), (&json!(1), &made["version"]));
        assert!(shown["last_used_at"].is_string());
        let only = make(&desk, &token, "Only Japanese", json!({"ja": "{{ ticket.category }}"})).await;
        assert_eq!(render(&desk, &token, &only, ticket_id).await["text"], "入金が反映されない");
        assert_eq!(desk.get(&token, &format!("/api/v1/tickets/{ticket_id}")).await["entries"], 1, "nothing was done");
        assert_eq!(
            desk.refused(&token, Method::POST, &renderings, &json!({"ticket": "019a0000-0000-7000-8000-000000000000"})).await,
            "not-found"
        );
    }
}

story! {
    /// What a customer calls themselves is a value, not a template.
    async fn a_customers_name_injects_nothing(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        let mut body = ticket("mallory@example.com");
        body["customer"]["name"] = json!("{{ agent.number }}{% include \"Secret\" %}\n# x {{");
        body["subject"] = json!("{% for x in agent %}{{ x }}{% endfor %}");
        body["fields"]["coin"] = json!("{{ 7 * 7 }}\n\n{% raw %}");
        let opened = desk.post(&token, "/api/v1/tickets", &body).await;
        make(&desk, &token, "Secret", json!({"en": "do not say this"})).await;
        let id = make(&desk, &token, "Says it", json!({"en": "{{ customer.name }}|{{ ticket.subject }}|{{ facts.coin }}"})).await;
        let said = render(&desk, &token, &id, opened["id"].as_str().unwrap()).await;
        assert_eq!(
            said["text"],
            "{{ agent.number }}{% include \"Secret\" %} # x {{|{% for x in agent %}{{ x }}{% endfor %}|{{ 7 * 7 }}  {% raw %}"
        );
    }
}

story! {
    /// Loops are refused when saving, with the way round; and when rendering, should one be stored all the same.
    async fn loops_are_refused(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        let opened = desk.ticket(&token).await;
        let ticket_id = opened["id"].as_str().unwrap();
        assert_eq!(
            refused(&desk, &token, json!({"title": "Self", "texts": {"en": "{% include \"self\" %}"}})).await,
            "invalid texts.en:include-loop"
        );
        assert_eq!(
            refused(&desk, &token, json!({"title": "A", "texts": {"ko": "{% include \"B\" %}"}})).await,
            "invalid texts.ko:include-unknown"
        );
        let b = make(&desk, &token, "B", json!({"en": "b"})).await;
        let a = make(&desk, &token, "A", json!({"en": "a {% include \"B\" %}"})).await;
        let path = format!("/api/v1/macros/{b}");
        let looped = json!({"title": "B", "texts": {"en": "b", "ja": "{% include 'A' %}"}});
        let response = desk.request(&token, Method::PUT, &path).json(&looped).send().await.unwrap();
        let problem: Value = response.json().await.unwrap();
        assert_eq!((&problem["errors"][0]["field"], &problem["errors"][0]["code"]), (&json!("texts.ja"), &json!("include-loop")));
        assert!(problem["errors"][0]["message"].as_str().unwrap().contains("B → A → B"), "{problem}");

        // What others include stays.
        for (method, body) in [
            (Method::DELETE, json!({})),
            (Method::PUT, json!({"title": "C", "texts": {"en": "b"}})),
            (Method::PUT, json!({"title": "B", "texts": {"en": "b"}, "visible_to": "me"})),
        ] {
            let kind = desk.refused(&token, method, &path, &body).await;
            assert!(kind == "macro-included" || kind == "forbidden", "{kind}");
        }
        desk.put(&token, &path, &json!({"title": "b", "texts": {"en": "{{ brand }}"}})).await;

        // Behind the door's back.
        let tie = |id: &str, text: &str| {
            let (id, texts) = (id.parse::<uuid::Uuid>().unwrap(), json!({"en": text}).to_string());
            desk.app.db.write(move |tx| tx.execute("UPDATE macro SET texts = $1 WHERE id = $2", params![&texts, id]))
        };
        tie(&b, "{% include \"A\" %}").await.unwrap();
        let body = json!({"ticket": ticket_id});
        let kind = desk.refused(&token, Method::POST, &format!("/api/v1/macros/{a}/renderings"), &body).await;
        assert_eq!(kind, "invalid texts.en:include-loop");
        tie(&b, "{% for x in brand %}{% endfor %}").await.unwrap();
        let kind = desk.refused(&token, Method::POST, &format!("/api/v1/macros/{a}/renderings"), &body).await;
        assert_eq!(kind, "invalid texts.en:template-refused");
    }
}

story! {
    /// Two leads tie a loop from both ends at once: one of them is told.
    async fn a_loop_tied_from_both_ends(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        for round in 0..4 {
            let (one, two) = (format!("One{round}"), format!("Two{round}"));
            let a = make(&desk, &token, &one, json!({"en": "1"})).await;
            let b = make(&desk, &token, &two, json!({"en": "2"})).await;
            let save = |id: String, title: &str, other: &str| {
                let body = json!({"title": title, "texts": {"en": format!("{{% include '{other}' %}}")}});
                desk.request(&token, Method::PUT, &format!("/api/v1/macros/{id}")).json(&body).send()
            };
            let (first, second) = tokio::join!(save(a, &one, &two), save(b, &two, &one));
            let mut statuses = [first, second].map(|answer| answer.unwrap().status().as_u16());
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 422]);
        }
    }
}

story! {
    /// Texts that grow, run long, or reach for what is not theirs are refused, and the field is named.
    async fn bombs_do_not_go_off(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        for (text, code) in [
            ("{{ customer.name", "template-broken"),
            ("{% if brand %}", "template-broken"),
            ("{{ customer.password_hash }}", "template-placeholder"),
            ("{{ self }}", "template-placeholder"),
            ("{% for a in 'xxxxxxxxxx' %}{% for b in 'xxxxxxxxxx' %}x{% endfor %}{% endfor %}", "template-refused"),
            ("{% set x = brand ~ brand %}", "template-refused"),
            ("{{ 'x' * 100000000 }}", "template-refused"),
            ("{{ range(100000) }}", "template-refused"),
            ("{% include brand %}", "template-refused"),
            ("\u{0}", "nul-character"),
        ] {
            let said = refused(&desk, &token, json!({"title": "x", "texts": {"zh-TW": text}})).await;
            assert_eq!(said, format!("invalid texts.zh-TW:{code}"), "{text}");
        }
        let long = "x".repeat(20_001);
        assert_eq!(refused(&desk, &token, json!({"title": "x", "texts": {"en": long}})).await, "invalid texts.en:too-long");
        assert_eq!(refused(&desk, &token, json!({"title": "x", "texts": {"xx": "y"}})).await, "invalid texts.xx:unknown-field texts:required");
        assert_eq!(refused(&desk, &token, json!({"title": "x"})).await, "invalid texts:required");
        // A billion laughs.
        make(&desk, &token, "L0", json!({"en": "{% if brand == 'x' %}ha{% endif %}"})).await;
        let ten = |level: usize| json!({"en": format!("{{% include 'L{}' %}}", level - 1).repeat(12)});
        for level in 1..4 {
            make(&desk, &token, &format!("L{level}"), ten(level)).await;
        }
        assert_eq!(refused(&desk, &token, json!({"title": "L4", "texts": ten(4)})).await, "invalid texts.en:template-long");
        make(&desk, &token, "H0", json!({"en": "哈".repeat(15_000)})).await;
        let twice = json!({"title": "H1", "texts": {"en": "{% include 'H0' %}{% include 'H0' %}"}});
        assert_eq!(refused(&desk, &token, twice).await, "invalid texts.en:template-large");
        for level in 1..9 {
            make(&desk, &token, &format!("D{level}"), json!({"en": if level == 1 { "x".into() } else { format!("{{% include 'D{}' %}}", level - 1) }})).await;
        }
        let deep = json!({"title": "D9", "texts": {"en": "{% include 'D8' %}"}});
        let made = desk.request(&token, Method::POST, "/api/v1/macros").json(&deep).send().await.unwrap();
        assert_eq!(made.status(), StatusCode::CREATED);
        let deeper = json!({"title": "D10", "texts": {"en": "{% include 'D9' %}"}});
        assert_eq!(refused(&desk, &token, deeper).await, "invalid texts.en:include-many");
        let actions = json!({"title": "x", "actions": [
            {"kind": "tag", "add": ["NO"]}, {"kind": "tag"}, {"kind": "assign", "team": "019a0000-0000-7000-8000-000000000000"}
        ]});
        let said = refused(&desk, &token, actions).await;
        assert_eq!(
            said,
            "invalid actions.0.add:invalid-tag actions.1.kind:action-twice actions.1.add:required actions.2.team:team-unknown"
        );
    }
}

story! {
    /// Everybody's, a team's, one's own: who sees which, and who may change it.
    async fn each_sees_their_own(desk: Desk) {
        let (lead, agent, other) = (Seat::new(&desk), Seat::new(&desk), Seat::new(&desk));
        join(&lead, Role::Lead, "lead@example.com").await;
        let mina = join(&agent, Role::Agent, "mina@example.com").await;
        join(&other, Role::Agent, "other@example.com").await;
        let admin = desk.token(Role::Admin).await;
        let team = desk.post(&admin, "/api/v1/teams", &json!({"name": "Night", "members": [mina.id]})).await;
        let body = |title: &str, visible_to: &str| json!({"title": title, "texts": {"en": "x"}, "visible_to": visible_to, "team": team["id"]});
        let all = lead.post("/macros", body("All", "all"), StatusCode::CREATED).await;
        lead.post("/macros", body("Team", "team"), StatusCode::CREATED).await;
        lead.post("/macros", body("Lead's", "me"), StatusCode::CREATED).await;
        let own = agent.post("/macros", body("Mina's", "me"), StatusCode::CREATED).await;
        agent.post("/macros", body("x", "all"), StatusCode::FORBIDDEN).await;
        agent.post("/macros", body("x", "team"), StatusCode::FORBIDDEN).await;
        for (who, expected) in [(&lead, "All Team Lead's"), (&agent, "All Team Mina's"), (&other, "All")] {
            let seen = who.get("/macros").await;
            let titles: Vec<_> = seen["results"].as_array().unwrap().iter().map(|m| m["title"].as_str().unwrap()).collect();
            assert_eq!(titles.join(" "), expected);
        }
        let path = |id: &Value| format!("/macros/{}", id.as_str().unwrap());
        for (who, id, status) in [
            (&agent, &all["id"], StatusCode::FORBIDDEN),
            (&other, &own["id"], StatusCode::FORBIDDEN),
            (&lead, &own["id"], StatusCode::NOT_FOUND),
            (&agent, &own["id"], StatusCode::NO_CONTENT),
            (&lead, &all["id"], StatusCode::NO_CONTENT),
        ] {
            assert_eq!(who.delete(&path(id)).await, status);
        }
        assert_eq!(desk.refused(&admin, Method::POST, "/api/v1/macros", &body("x", "me")).await, "forbidden", "a program has none of its own");
    }
}
