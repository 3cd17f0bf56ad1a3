//! What passes for the desk: in messages, told to both sides; in names, refused.

use dengta::language::Language;
use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Desk, read, ticket};
use crate::people::{Seat, join};
use crate::secrets::at_home;
use crate::site::{Browser, deposit, location};

const FAKE: &str = "https://lantern-support.top/login";

async fn official(desk: &Desk) -> String {
    let token = desk.token(Role::Admin).await;
    let brand = json!({"id": "lantern", "names": ["Lantern", "灯笼交易所"], "domains": ["lantern.exchange"], "handles": ["@lantern_hq"]});
    desk.put(&token, "/api/v1/settings/official", &json!({"version": 0, "value": {"brands": [brand]}})).await;
    token
}

async fn newest(desk: &Desk, token: &str, id: impl std::fmt::Display) -> Value {
    let entries = desk.get(token, &format!("/api/v1/tickets/{id}/entries?limit=500")).await;
    entries["results"].as_array().unwrap().iter().rfind(|entry| entry["kind"] == "message").unwrap().clone()
}

story! {
    /// A customer pastes what reached them, an agent answers about it, somebody's program sends a link: both sides are told
    /// that it is not the desk, and nothing of the message leads anywhere.
    async fn what_passes_for_the_desk_is_told_to_both_sides(desk: Desk) {
        let token = official(&desk).await;
        desk.ticket(&token).await;
        let (browser, id, path) = at_home(&desk).await;

        let asked = format!("Somebody sent me {FAKE} and @lantern_helpdesk. Is https://lantern.exchange/help yours? And https://weather.example.org?");
        location(&browser.post(&format!("{path}/replies"), &[("body", &asked)]).await);
        let told = newest(&desk, &token, id).await;
        let found: Vec<(&str, &str)> =
            told["imitations"].as_array().unwrap().iter().map(|each| (each["text"].as_str().unwrap(), each["kind"].as_str().unwrap())).collect();
        assert_eq!(found, [(FAKE, "link"), ("@lantern_helpdesk", "handle")], "{told}");
        assert_eq!(told["imitations"][0]["differs"], "added-words");
        assert_eq!(told["imitations"][0]["what"], "support");
        for language in Language::ALL {
            let page = browser.page(&path.replace("/en/", &format!("/{language}/"))).await;
            assert_eq!(page.matches("class=\"taken imitations\"").count(), 1, "{language}");
            assert!(!page.contains(&format!("href=\"{FAKE}")), "{language}");
        }

        // Ours stays a link; beside something that passes for ours none does, and where it leads can be read.
        let say = async |body: &str| {
            desk.post(&token, &format!("/api/v1/tickets/{id}/replies"), &json!({"body": body})).await;
            desk.rest();
            (newest(&desk, &token, id).await, browser.page(&path).await)
        };
        let (told, page) = say("See [our help](https://lantern.exchange/help).").await;
        assert_eq!(told["imitations"], json!([]));
        assert!(page.contains("<a href=\"https://lantern.exchange/help\""), "{page}");
        let (told, page) = say(&format!("Use [this page]({FAKE}) and [that one](https://lantern.exchange/two).")).await;
        assert_eq!(told["imitations"].as_array().unwrap().len(), 1);
        assert!(page.contains(&format!("this page ({FAKE})")) && !page.contains("href=\"https://lantern.exchange/two\""), "{page}");
        assert!(page.contains("It adds “support” to the name of lantern.exchange."), "{page}");

        // What is official now decides, also about what was written before.
        let brand = json!({"id": "lantern", "names": ["Lantern"], "domains": ["lantern.exchange", "lantern-support.top"]});
        let version = desk.get(&token, "/api/v1/settings/official").await["version"].clone();
        desk.put(&token, "/api/v1/settings/official", &json!({"version": version, "value": {"brands": [brand]}})).await;
        assert_eq!(newest(&desk, &token, id).await["imitations"], json!([]));
        desk.verify().await;
    }
}

story! {
    /// Nobody is called like the desk or like somebody who works there: the form says why and keeps what was typed.
    async fn names_that_pass_for_staff_are_refused(desk: Desk) {
        let token = official(&desk).await;
        join(&Seat::new(&desk), Role::Agent, "mina@example.com").await;
        desk.app.settings.refresh(&desk.app.db, &desk.app.config).await.unwrap();
        let browser = Browser::new(&desk);
        let ask = async |name: &str| {
            let mut form = deposit();
            form.retain(|(key, _)| *key != "name" && *key != "idempotency_key");
            form.push(("name", name));
            browser.post("/en/ask/deposit", &form).await
        };
        for name in ["Lantern Support", "L\u{430}ntern", "灯笼交易所客服", "Mina 민아", "MINA 민아", "Customer service"] {
            let answer = ask(name).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            let page = answer.text().await.unwrap();
            assert!(page.contains("would look like one of us") && page.contains("两个小时前转出"), "{name}: {page}");
        }
        for name in ["Mina 민아 K.", "Customer 17", "客户"] {
            assert_eq!(ask(name).await.status(), StatusCode::SEE_OTHER, "{name}: with another of her names, or no role at all");
        }

        // What cannot be seen in a name or an id can be seen.
        let mut form = deposit();
        form.retain(|(key, _)| !["name", "email", "tx_id", "idempotency_key"].contains(key));
        form.extend([("email", "unseen@example.com"), ("name", "Wang\u{202e}gnaW"), ("tx_id", "9f3c\u{200b}7a1b")]);
        location(&browser.post("/en/ask/deposit", &form).await);
        let (owner, _, path) = at_home(&desk).await;
        let page = owner.page(&path).await;
        assert!(page.contains("Wang⟨U+202E⟩gnaW") && page.contains("9f3c⟨U+200B⟩7a1b"), "{page}");

        // Whom the exchange vouches for may have an agent's name, but no role.
        let named = |name: &str| {
            let mut body = ticket("vouched@example.com");
            body["customer"]["name"] = json!(name);
            body
        };
        let refused = desk.refused(&token, Method::POST, "/api/v1/tickets", &named("Lantern Support")).await;
        assert_eq!(refused, "invalid customer.name:imitates-staff");
        let opened = desk.request(&token, Method::POST, "/api/v1/tickets").json(&named("Mina 민아"));
        read(opened, StatusCode::CREATED).await;
    }
}
