//! The demo: its sample data, its links, its mailbox.

use dengta::demo;
use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Desk, read};
use crate::people::Seat;
use crate::site::{Browser, location};

/// The desk as a demo, and the links that it prints.
async fn begin(desk: &mut Desk) -> Vec<(&'static str, String)> {
    desk.options.demo = true;
    desk.restart("").await;
    demo::begin(&desk.app).await.unwrap()
}

fn find<'l>(links: &'l [(&'static str, String)], who: &str) -> &'l str {
    let (_, link) = links.iter().find(|(name, _)| *name == who).expect(who);
    link
}

story! {
    /// A link for every role signs in once; the customer's leads to cases; a second start loads nothing twice.
    async fn the_demo_s_links_sign_in_once(desk: Desk) {
        let mut desk = desk;
        assert_eq!(Browser::new(&desk).get("/_demo/mail").await.status(), StatusCode::NOT_FOUND, "no demo yet");
        let links = begin(&mut desk).await;
        desk.verify().await;
        for role in Role::ALL {
            let token = find(&links, role.name()).strip_prefix(&format!("{}/desk/signin#", desk.url)).unwrap();
            let seat = Seat::new(&desk);
            let me = seat.post("/session/link", json!({"token": token}), StatusCode::OK).await;
            assert_eq!(me["role"], role.name());
            Seat::new(&desk).post("/session/link", json!({"token": token}), StatusCode::GONE).await;
            if role == Role::Agent {
                let mine = seat.get("/tickets?view=mine").await;
                assert!(!mine["results"].as_array().unwrap().is_empty(), "somebody with work to do");
            }
        }
        let customer = Browser::new(&desk);
        let open = find(&links, "customer").strip_prefix(&desk.url).unwrap();
        assert_eq!(location(&customer.post(open, &[]).await), "/en/cases");
        assert_eq!(customer.page("/en/cases").await.matches("href=\"/en/cases/").count(), 4);

        let token = desk.token(Role::Auditor).await;
        let tickets = async |desk: &Desk| -> Vec<Value> {
            desk.get(&token, "/api/v1/tickets?view=all&limit=500").await["results"].as_array().unwrap().clone()
        };
        let before = tickets(&desk).await;
        assert!(before.len() >= 40);
        for language in ["zh-CN", "zh-TW", "en", "ko", "ja"] {
            assert!(before.iter().filter(|ticket| ticket["language"] == language).count() >= 6, "{language}");
        }
        let again = demo::begin(&desk.app).await.unwrap();
        assert_ne!(find(&again, "admin"), find(&links, "admin"));
        assert_eq!(tickets(&desk).await.len(), before.len());
    }
}

story! {
    /// What the demo mails is read in its own box, and a letter's link leads on.
    async fn the_demo_mails_to_its_own_box(desk: Desk) {
        let mut desk = desk;
        let links = begin(&mut desk).await;
        let path = find(&links, "mail").strip_prefix(&desk.url).unwrap().to_owned();
        let browser = Browser::new(&desk);
        let form = [("subject", "Fees"), ("body", "How much?"), ("name", "Ann"), ("email", "ann@example.com"), ("idempotency_key", "1")];
        location(&browser.post("/en/ask/question", &form).await);
        desk.until("the receipt is there", || async { browser.page(&path).await.contains("ann@example.com") }).await;
        let list = browser.page(&path).await;
        let row = list.split("<li>").find(|row| row.contains("ann@example.com")).unwrap();
        let letter = row.split('"').nth(1).unwrap();
        let response = browser.get(letter).await;
        let policy = response.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.contains("default-src 'self'") && !policy.contains("script-src"));
        let page = response.text().await.unwrap();
        assert!(page.contains("<iframe") && page.contains("sandbox="));
        let text = page.split("<pre>").nth(1).unwrap();
        let start = text.find(&format!("{}/en/open/", desk.url)).unwrap();
        let link = text[start..].split_whitespace().next().unwrap().strip_prefix(&desk.url).unwrap();
        assert!(location(&browser.post(link, &[]).await).starts_with("/en/cases/"));
        for wrong in ["/_demo/mail/1", "/_demo/mail/018f0000-0000-7000-8000-000000000000"] {
            assert_eq!(browser.get(wrong).await.status(), StatusCode::NOT_FOUND);
        }
    }
}

story! {
    /// The sample macros say something about a ticket of each language, in that language.
    async fn the_demo_s_macros_speak_five_languages(desk: Desk) {
    demo::begin(&desk.app).await.unwrap();
    let token = desk.token(Role::Lead).await;
    let macros = desk.get(&token, "/api/v1/macros").await["results"].as_array().unwrap().clone();
    assert!(macros.len() >= 7);
    let tickets = desk.get(&token, "/api/v1/tickets?view=all&limit=500").await["results"].as_array().unwrap().clone();
    for language in ["zh-CN", "zh-TW", "en", "ko", "ja"] {
        let ticket = tickets.iter().find(|ticket| ticket["language"] == language).unwrap();
        for found in &macros {
            let path = format!("/api/v1/macros/{}/renderings", found["id"].as_str().unwrap());
            let request = desk.request(&token, Method::POST, &path).json(&json!({"ticket": ticket["id"]}));
            let rendered = read(request, StatusCode::OK).await;
            assert_eq!(rendered["language"], language, "{}", found["title"]);
            let text = rendered["text"].as_str().unwrap();
            assert!(!text.is_empty() && !text.contains("{{") && !text.contains("{%"), "{text}");
        }
    }
    }
}
