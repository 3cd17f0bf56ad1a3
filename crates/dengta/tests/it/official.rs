//! What is official, and "Is this really you?".

use dengta::people::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::Desk;

/// A desk's brand, with something of each kind.
fn brand() -> Value {
    json!({"id": "lantern", "names": ["Lantern", "灯笼交易所"], "domains": ["Lantern.exchange"], "addresses": ["lantern.help@gmail.com"],
        "phones": ["+82 2 1234 5678"], "handles": ["lantern_hq"]})
}

/// Says what is official.
async fn decide(desk: &Desk, token: &str, version: i64, brands: Value) -> Value {
    desk.put(token, "/api/v1/settings/official", &json!({"version": version, "value": {"brands": brands}})).await
}

story! {
    /// What is official is checked at the door, saved by one at a time, and every decision can be read.
    async fn what_is_official_is_decided(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        let path = "/api/v1/settings/official";
        assert_eq!(desk.get(&token, path).await, json!({"version": 0, "value": {"brands": []}}));
        let saved = decide(&desk, &token, 0, json!([brand()])).await;
        assert_eq!(saved["value"]["brands"][0]["domains"], json!(["lantern.exchange"]));
        assert_eq!(saved["value"]["brands"][0]["handles"], json!(["@lantern_hq"]));
        assert_eq!(desk.get(&token, "/api/v1/settings").await["official"], saved);
        let late = json!({"version": 0, "value": {"brands": []}});
        assert_eq!(desk.refused(&token, Method::PUT, path, &late).await, "setting-moved");
        let told = desk.get(&token, "/api/v1/changes?subject=setting:official").await;
        assert_eq!(told["results"][0]["after"]["brands"][0]["id"], "lantern");

        let version = saved["version"].as_i64().unwrap();
        for (field, value, wanted) in [
            ("id", json!(""), "id:required"),
            ("id", json!("Dengta!"), "id:invalid-slug"),
            ("names", json!(["x"]), "names:invalid-official-name"),
            ("domains", json!(["https://lantern.exchange"]), "domains:invalid-domain"),
            ("domains", json!(["gmail.com"]), "domains:domain-shared"),
            ("addresses", json!(["nobody"]), "addresses:invalid-email"),
            ("phones", json!(["call us"]), "phones:invalid-phone"),
            ("handles", json!(["a b"]), "handles:invalid-handle"),
            ("handles", json!(vec!["@x"; 101]), "handles:too-many"),
            ("names", json!(["x".repeat(300)]), "names:too-long"),
        ] {
            let mut wrong = brand();
            wrong[field] = value;
            let body = json!({"version": version, "value": {"brands": [wrong]}});
            assert_eq!(desk.refused(&token, Method::PUT, path, &body).await, format!("invalid brands.0.{wanted}"));
        }
        let twice = json!({"version": version, "value": {"brands": [brand(), {"id": "lamp", "domains": ["lantern.exchange"]}]}});
        assert_eq!(desk.refused(&token, Method::PUT, path, &twice).await, "invalid brands.1.domains:listed-twice");
        assert_eq!(desk.get(&token, path).await, saved, "what was refused changed nothing");
        desk.verify().await;
    }
}
