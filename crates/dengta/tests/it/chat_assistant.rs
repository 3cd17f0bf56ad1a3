//! The assistant in the chat: what it says is on the record and marked, and a person is never kept away.

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::chat::{Visitor, available};
use crate::desk::{Desk, read};

/// An article that answers, in the index.
async fn article(desk: &Desk) {
    let admin = desk.token(Role::Admin).await;
    let section = json!({"slug": "deposits", "titles": {"en": "Deposits"}, "visible": true});
    let category =
        desk.post(&admin, "/api/v1/help/sections", &json!({"slug": "money", "titles": {"en": "Money"}})).await;
    let mut section = section;
    section["parent"] = category["id"].clone();
    let made = desk.post(&admin, "/api/v1/help/sections", &section).await;
    let article = desk.post(&admin, "/api/v1/help/articles", &json!({"section": made["id"]})).await;
    let (id, body) = (
        article["id"].as_str().unwrap(),
        "## Confirmations\n\nA deposit in bitcoin is credited after 3 confirmations of the network. That takes about half an hour.\n\n## Wrong network\n\nWrite to us with the transaction id.",
    );
    let path = format!("/api/v1/help/articles/{id}/texts/en");
    let draft =
        json!({"revision": 0, "content": {"title": "How many confirmations a bitcoin deposit needs", "body": body}});
    let kept = desk.put(&admin, &format!("{path}/draft"), &draft).await;
    read(
        desk.request(&admin, Method::POST, &format!("{path}/publication")).json(&json!({"revision": kept["revision"]})),
        StatusCode::OK,
    )
    .await;
    desk.until("the article is found", || async {
        let found = desk.get(&admin, "/api/v1/help/search?lang=en&q=confirmations").await;
        !found["results"].as_array().unwrap().is_empty()
    })
    .await;
}

async fn said(desk: &Desk, visitor: &Visitor, count: usize) -> Vec<Value> {
    let by_assistant = || async {
        let entries = visitor.entries(desk, 0).await;
        entries.into_iter().filter(|entry| entry["from"] == "assistant").collect::<Vec<_>>()
    };
    desk.until("the assistant has spoken", || async { by_assistant().await.len() >= count }).await;
    by_assistant().await
}

story! {
    /// It answers with where it is from; when that helped, the conversation is done and nobody had to look at it.
    async fn it_answers_and_says_from_where(desk: Desk) {
        article(&desk).await;
        let visitor = Visitor::comes(&desk, "en").await;
        visitor.says(&desk, "How many confirmations does a bitcoin deposit need?").await;
        let answer = said(&desk, &visitor, 1).await.remove(0);
        assert!(answer["html"].as_str().unwrap().contains("3 confirmations"), "{answer}");
        assert!(answer["sources"][0]["url"].as_str().unwrap().contains("/en/help/articles/"), "{answer}");
        let offers: Vec<&str> = answer["offers"].as_array().unwrap().iter().map(|offer| offer["kind"].as_str().unwrap()).collect();
        assert!(offers.contains(&"resolved") && offers.contains(&"person"), "{offers:?}");
        assert_eq!(visitor.post(&desk, "/end", &json!({})).await["state"], "closed");
        desk.verify().await;
    }
}

story! {
    /// What it does not know it does not invent; the second time a person is called, with everything gathered.
    async fn it_does_not_know_twice(desk: Desk) {
        article(&desk).await;
        let (_anna, mut screen) = available(&desk, Role::Agent, "0417").await;
        let visitor = Visitor::comes(&desk, "en").await;
        visitor.says(&desk, "Do you sponsor the football club of my town?").await;
        let first = said(&desk, &visitor, 1).await.remove(0);
        assert!(first["sources"].as_array().unwrap().is_empty(), "{first}");
        assert_eq!(visitor.stands(&desk).await["state"], "assistant");
        visitor.says(&desk, "I mean the sponsoring of football, in writing").await;
        let second = said(&desk, &visitor, 2).await.remove(1);
        assert!(second["sources"].as_array().unwrap().is_empty(), "{second}");
        visitor.becomes(&desk, "waiting").await;
        screen.of("offer").await;
        desk.verify().await;
    }
}

story! {
    /// Who asks for a person gets one; an alarm is handed over at once, to the right category and with its priority; what
    /// is asked meanwhile becomes facts of the case.
    async fn it_hands_over_at_once(desk: Desk) {
        let admin = desk.token(Role::Admin).await;
        let visitor = Visitor::comes(&desk, "zh-CN").await;
        visitor.says(&desk, "我要人工客服").await;
        visitor.becomes(&desk, "waiting").await;
        let robbed = Visitor::comes(&desk, "en").await;
        robbed.says(&desk, "Somebody hacked my account and withdrew all my money!").await;
        let stands = robbed.becomes(&desk, "waiting").await;
        let lines = desk.get(&admin, "/api/v1/lines").await;
        let of_theirs = |line: &&Value| line["ticket"]["reference"] == stands["reference"];
        let line = lines["waiting"].as_array().unwrap().iter().find(of_theirs).unwrap();
        assert_eq!((&line["ticket"]["category"], &line["ticket"]["channel"]), (&json!("security"), &json!("chat")));
        desk.verify().await;
    }
}
