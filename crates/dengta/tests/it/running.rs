//! Running the desk: health, figures, headers, the master key, stop and start.

use dengta::clock::Clock;
use dengta::people::Role;
use dengta::server;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::desk::{read, ticket};

story! {
    /// Alive, ready, and its figures without personal data.
    async fn it_says_how_it_is(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        desk.ticket(&token).await;
        for path in ["/healthz", "/readyz"] {
            assert_eq!(desk.client.get(format!("{}{path}", desk.url)).send().await.unwrap().status(), StatusCode::OK);
        }
        dengta::telemetry::start();
        let response = desk.client.get(format!("{}/metrics", desk.url)).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let figures = response.text().await.unwrap();
        for name in ["dengta_follower_lag_entries", "dengta_outbox_depth"] {
            assert!(figures.contains(name), "{figures}");
        }
        assert!(!figures.contains("wang") && !figures.contains("王"));
    }
}

story! {
    /// Every answer names its request and is not kept; every refusal is problem+json in the API and a page on the site.
    async fn answers_are_dressed(desk: Desk) {
        let answer = desk.client.get(format!("{}/api/v1/nothing", desk.url)).header("accept-language", "ja").send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        let headers = answer.headers().clone();
        assert_eq!(headers["content-type"], "application/problem+json");
        assert_eq!(headers["content-language"], "ja");
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        let problem: serde_json::Value = answer.json().await.unwrap();
        assert_eq!(problem["request_id"].as_str(), headers["x-request-id"].to_str().ok());
        let page = desk.client.get(format!("{}/ko/nothing", desk.url)).send().await.unwrap();
        assert!(page.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
        let wrong = desk.client.request(Method::PUT, format!("{}/api/v1/tickets", desk.url)).send().await.unwrap();
        assert_eq!((wrong.status(), wrong.headers().contains_key("allow")), (StatusCode::METHOD_NOT_ALLOWED, true));
    }
}

story! {
    /// What was acknowledged is there after a stop and a start; another master key is refused.
    async fn it_stops_and_starts(desk: Desk) {
        let mut desk = desk;
        let token = desk.token(Role::Agent).await;
        let id = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        desk.restart("").await;
        assert_eq!(desk.get(&token, &format!("/api/v1/tickets/{id}")).await["subject"], ticket("x")["subject"]);
        std::fs::write(desk.folder.path().join("master.key"), format!("{}\n", "ab".repeat(32))).unwrap();
        let Err(refused) = server::open(&desk.options, Clock::default(), false).await else { panic!("served with a foreign key") };
        assert!(refused.to_string().contains("master key"), "{refused:#}");
    }
}

story! {
    /// A revoked token is refused at its next request.
    async fn a_revoked_token_ends_at_once(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        desk.ticket(&token).await;
        desk.app.db.write(|tx| tx.execute("UPDATE api_token SET revoked_at = 1", &[])).await.unwrap();
        read(desk.request(&token, Method::POST, "/api/v1/tickets").json(&json!({})), StatusCode::UNAUTHORIZED).await;
    }
}
