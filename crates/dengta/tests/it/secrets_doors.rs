//! Every door that stores words: a recovery phrase and a token go in, and nothing of either is found in what the desk holds.

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Desk, ticket};
use crate::held::everything;
use crate::people::{Seat, join};
use crate::site::{Browser, deposit, location};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
/// In the shape of a GitHub token; it never was one.
const TOKEN: &str = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

/// What somebody types.
fn typed(door: &str) -> String {
    format!("{door}: my seed phrase is {PHRASE} and the token {TOKEN}")
}

/// As much of it as a name holds.
fn named(door: &str) -> String {
    format!("{door} {TOKEN}")
}

/// A request that must go through.
async fn put_in(seat: &Seat<'_>, method: Method, path: &str, body: Value) -> Value {
    let key = format!("{path}-{}", body.to_string().len());
    let answer = seat.request(method, path).header("idempotency-key", key).json(&body).send().await.unwrap();
    let status = answer.status();
    let text = answer.text().await.unwrap();
    assert!(status.is_success(), "{path}: {status} {text}");
    assert!(!text.contains("sausage") && !text.contains(TOKEN), "{path} answers with it: {text}");
    serde_json::from_str(&text).unwrap_or_default()
}

async fn refused(seat: &Seat<'_>, method: Method, path: &str, body: Value) {
    assert_eq!(
        seat.request(method, path).json(&body).send().await.unwrap().status(),
        StatusCode::UNPROCESSABLE_ENTITY,
        "{path}"
    );
}

/// What becomes an entry.
async fn entries(desk: &Desk, seat: &Seat<'_>, id: &str) {
    put_in(seat, Method::POST, &format!("/tickets/{id}/replies"), json!({"body": typed("reply")})).await;
    put_in(seat, Method::POST, &format!("/tickets/{id}/notes"), json!({"body": typed("note")})).await;
    put_in(
        seat,
        Method::POST,
        &format!("/tickets/{id}/splits"),
        json!({"number": 1, "subject": named("split"), "category": "other"}),
    )
    .await;
    let mut new = ticket("walker@example.com");
    (new["subject"], new["body"]) = (json!(named("subject")), json!(typed("ticket")));
    new["fields"] = json!({"network": named("field")});
    new["customer"]["name"] = json!(named("Walker"));
    desk.post(&desk.token(Role::Agent).await, "/api/v1/tickets", &new).await;
}

/// What agents write beside tickets.
async fn beside(seat: &Seat<'_>, id: &str, customer: &str) {
    let draft =
        put_in(seat, Method::PUT, &format!("/tickets/{id}/drafts/reply"), json!({"body": typed("draft")})).await;
    assert!(draft["body"].as_str().unwrap().starts_with("draft: my seed phrase is ⟦seed_phrase⟧"), "{draft}");
    let plain = put_in(seat, Method::PUT, &format!("/tickets/{id}/drafts/note"), json!({"body": "nothing"})).await;
    assert_eq!(plain.get("body"), None);
    put_in(seat, Method::POST, &format!("/customers/{customer}/notes"), json!({"body": typed("remark")})).await;
    put_in(seat, Method::POST, "/files", json!({"name": format!("{}.txt", named("file")), "size": 5})).await;
    put_in(seat, Method::POST, "/views", json!({"title": named("view"), "query": "state:open"})).await;
    let many = json!({"tickets": [id], "action": {"kind": "note", "body": typed("bulk")}});
    put_in(seat, Method::POST, "/bulk", many).await;
    let many = json!({"tickets": [id], "action": {"kind": "reply", "body": typed("bulk reply")}});
    put_in(seat, Method::POST, "/bulk", many).await;
}

/// What those write who run the desk.
async fn above(desk: &Desk, seat: &Seat<'_>) {
    let made = json!({"title": named("macro"), "group": named("group"), "texts": {"en": typed("macro")}});
    put_in(seat, Method::POST, "/macros", made).await;
    let incident =
        put_in(seat, Method::POST, "/incidents", json!({"title": named("incident"), "text": typed("incident")})).await;
    let path = format!("/incidents/{}/updates", incident["id"].as_str().unwrap());
    put_in(seat, Method::POST, &path, json!({"texts": {"en": typed("update")}})).await;
    put_in(seat, Method::POST, "/teams", json!({"name": named("team")})).await;
    put_in(seat, Method::POST, "/tags", json!({"name": "vip", "description": typed("tag")})).await;
    put_in(
        seat,
        Method::POST,
        "/invitations",
        json!({"email": "new@example.com", "name": named("Nell"), "role": "agent", "language": "en"}),
    )
    .await;
    let mut hours = desk.get(&desk.token(Role::Admin).await, "/api/v1/settings/hours").await;
    hours["value"]["calendars"] =
        json!([{"name": named("calendar"), "time_zone": "UTC", "week": {"mon": [{"from": "09:00", "to": "17:00"}]}}]);
    put_in(seat, Method::PUT, "/settings/hours", hours).await;
}

/// A tag that is a secret is none.
async fn tags(seat: &Seat<'_>, id: &str, customer: &str) {
    refused(seat, Method::POST, &format!("/tickets/{id}/tags"), json!({"add": [TOKEN]})).await;
    refused(seat, Method::PUT, &format!("/customers/{customer}/tags"), json!({"tags": [TOKEN]})).await;
    refused(seat, Method::POST, "/tags", json!({"name": TOKEN})).await;
    refused(seat, Method::POST, "/views", json!({"title": "t", "query": format!("tag:{TOKEN}")})).await;
}

/// What customers type on the site.
async fn on_the_site(desk: &Desk) {
    let guest = Browser::new(desk);
    let (subject, body, name) = (named("asked"), typed("asked"), named("Grace"));
    let mut form = deposit();
    form.retain(|(field, _)| !["subject", "body", "name", "email"].contains(field));
    form.extend([
        ("subject", subject.as_str()),
        ("body", body.as_str()),
        ("name", name.as_str()),
        ("email", "grace@example.com"),
    ]);
    location(&guest.post("/en/ask/deposit", &form).await);
}

story! {
    /// Whatever way a secret comes, it is in no table, no index, no file and no history.
    async fn no_door_stores_a_secret(desk: Desk) {
        let seat = Seat::new(&desk);
        join(&seat, Role::Admin, "ada@example.com").await;
        let opened = desk.ticket(&desk.token(Role::Agent).await).await;
        let id = opened["id"].as_str().unwrap().to_owned();
        let customer = seat.get(&format!("/tickets/{id}")).await["customer"]["id"].as_str().unwrap().to_owned();
        entries(&desk, &seat, &id).await;
        beside(&seat, &id, &customer).await;
        above(&desk, &seat).await;
        tags(&seat, &id, &customer).await;
        on_the_site(&desk).await;
        desk.until("the bulks are over", || async {
            let entries = desk.get(&desk.token(Role::Agent).await, &format!("/api/v1/tickets/{id}/entries?limit=500")).await;
            let bodies: Vec<_> = entries["results"].as_array().unwrap().iter().map(|entry| entry["body"].to_string()).collect();
            ["bulk:", "bulk reply:"].iter().all(|door| bodies.iter().any(|body| body.contains(door)))
        }).await;

        let all = everything(&desk).await;
        for door in ["reply:", "note:", "split", "Walker", "draft:", "remark:", "file ", "view ", "macro:", "incident:", "update:", "team ", "tag:", "Nell", "calendar", "asked:", "Grace"] {
            assert!(all.contains(door), "{door} was stored");
        }
        for part in ["sausage", TOKEN, "292c6912E7710c838347"] {
            let at = all.find(part);
            let around = at.map(|at| all[..at].chars().rev().take(200).collect::<Vec<_>>().into_iter().rev().collect::<String>());
            assert_eq!(around, None, "{part} was stored");
        }
        desk.verify().await;
    }
}
