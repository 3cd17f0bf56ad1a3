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

/// Whatever of a page would run without being fetched from here.
fn inline(page: &str) -> Vec<&str> {
    let tags = page.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    let runs = |tag: &&str| {
        let script = tag.starts_with("script") && !tag.contains(" src=") && !tag.contains("application/ld+json");
        script
            || tag.starts_with("style")
            || tag.contains(" style=")
            || tag.contains("javascript:")
            || tag.contains(" on")
    };
    tags.filter(runs).collect()
}

story! {
    /// Pages run nothing that is written in them, and what they may load, who may frame them and who may open them is said with
    /// every answer. With nothing inline the policy needs no nonces: what would be put into a page cannot run.
    async fn pages_are_closed(desk: Desk) {
        for path in ["/en/", "/ko/ask/deposit", "/ja/official", "/zh-CN/search?q=2fa", "/en/nothing", "/desk", "/api/v1/tickets", "/assets/form.js", "/healthz"] {
            let answer = desk.client.get(format!("{}{path}", desk.url)).send().await.unwrap();
            let said = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
            let policy = said("content-security-policy");
            for part in ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
                assert!(policy.contains(part), "{path}: {policy}");
            }
            assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{path}: {policy}");
            assert_eq!((said("cross-origin-opener-policy"), said("cross-origin-resource-policy")), ("same-origin".into(), "same-origin".into()));
            let page = answer.text().await.unwrap();
            assert!(path.contains("assets") || inline(&page).is_empty(), "{path}: {:?}", inline(&page));
        }
        let seen = inline("<p onclick='x'>a</p><script>x</script><style>x</style><a href='javascript:x'>");
        assert_eq!(seen.len(), 4);
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
