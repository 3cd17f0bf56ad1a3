//! Drafts: an agent's own, on every machine, never overwritten unread.

use dengta::clock::DAY;
use dengta::people::Role;
use dengta::tickets::drafts;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, read};
use crate::people::{Seat, join};

story! {
    /// Two machines of one agent go on with one draft; another agent sees nothing of it.
    async fn a_draft_follows_its_agent(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        let path = format!("/tickets/{}/drafts", opened["id"].as_str().unwrap());
        let reply = format!("{path}/reply");
        let (lin, mina) = (Seat::new(&desk), Seat::new(&desk));
        join(&lin, Role::Agent, "lin@example.com").await;
        join(&mina, Role::Agent, "mina@example.com").await;
        let put = async |body: &str, revision: i64, status: u16| -> Value {
            let draft = json!({"body": body, "seen": 1, "revision": revision, "device": "laptop"});
            let response = lin.request(Method::PUT, &reply).json(&draft).send().await.unwrap();
            assert_eq!(response.status().as_u16(), status, "{body}");
            response.json().await.unwrap()
        };
        assert_eq!(put("您好，", 0, 200).await["revision"], 1);
        assert_eq!(put("您好，已在链上。 ", 1, 200).await["revision"], 2);
        assert_eq!(put("您好，已在链上。 ", 1, 200).await["revision"], 2, "the same again is no conflict");
        assert_eq!(put("from the phone", 1, 409).await["type"], "/problems/draft-newer");
        let kept = lin.get(&path).await["results"][0].clone();
        assert_eq!((&kept["body"], &kept["revision"]), (&json!("您好，已在链上。 "), &json!(2)));
        assert_eq!(put("both", 2, 200).await["revision"], 3);
        assert_eq!(mina.get(&path).await["results"], json!([]));

        put(&"字".repeat(20_001), 3, 422).await;
        for (part, status) in [("reply", StatusCode::NO_CONTENT), ("reply", StatusCode::NO_CONTENT), ("poem", StatusCode::NOT_FOUND)] {
            let gone = lin.request(Method::DELETE, &format!("{path}/{part}")).send().await.unwrap();
            assert_eq!(gone.status(), status, "{part}");
        }
        let program = desk.request(&token, Method::GET, &format!("/api/v1{path}")).send().await.unwrap();
        assert_eq!(program.status(), StatusCode::FORBIDDEN, "a program drafts nothing");

        assert_eq!(put("left lying", 0, 200).await["revision"], 1);
        let later = desk.app.clock.now() + drafts::KEPT + DAY;
        assert_eq!(desk.app.db.write(move |tx| drafts::sweep(tx, later)).await.map_err(|e: store::Error| e).unwrap(), 1);
    }
}

story! {
    /// The session ends while an agent writes: the draft is there after the next sign-in, and goes with the agent.
    async fn a_draft_outlives_its_session_and_not_its_agent(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        let path = format!("/tickets/{}/drafts", opened["id"].as_str().unwrap());
        let lin = Seat::new(&desk);
        join(&lin, Role::Agent, "lin@example.com").await;
        let draft = json!({"body": "half a sentence", "revision": 0});
        let put = async |seat: &Seat<'_>| {
            seat.request(Method::PUT, &format!("{path}/note")).json(&draft).send().await.unwrap().status()
        };
        assert_eq!(put(&lin).await, StatusCode::OK);
        let count = async || -> i64 {
            let counted = desk.app.db.read(|tx| tx.first("SELECT count(*) FROM draft", &[], |row| row.get(0)));
            counted.await.map_err(|e: store::Error| e).unwrap().unwrap()
        };
        lin.request(Method::DELETE, "/session").send().await.unwrap();
        assert_eq!(put(&lin).await, StatusCode::UNAUTHORIZED);
        assert_eq!(count().await, 1);

        let admin = Seat::new(&desk);
        join(&admin, Role::Admin, "admin@example.com").await;
        let agents = admin.get("/agents").await;
        let lin = agents["results"].as_array().unwrap().iter().find(|agent| agent["email"] == "lin@example.com").unwrap();
        let gone = admin.request(Method::DELETE, &format!("/agents/{}", lin["id"].as_str().unwrap())).send().await.unwrap();
        assert!(gone.status().is_success());
        assert_eq!(count().await, 0);
    }
}

async fn put(seat: &Seat<'_>, path: &str, body: Value, status: StatusCode) -> Value {
    read(seat.request(Method::PUT, path).json(&body), status).await
}

async fn stored(desk: &Desk) -> i64 {
    desk.app.db.read(|tx| tx.first("SELECT count(*) FROM draft", &[], |row| row.get::<i64>(0))).await.unwrap().unwrap()
}

story! {
    /// Many machines write at once: one wins each round, and no text goes under unseen. Drafts go with their agent.
    async fn machines_race(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let id = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        let (admin, seat) = (Seat::new(&desk), Seat::new(&desk));
        join(&admin, Role::Admin, "ada@example.com").await;
        let bo = join(&seat, Role::Agent, "bo@example.com").await;
        let path = format!("/tickets/{id}/drafts/note");
        for revision in 0..5 {
            let mut racing = tokio::task::JoinSet::new();
            for device in 0..8 {
                let body = json!({"body": format!("{revision} {device}"), "revision": revision, "device": device.to_string()});
                let request = seat.request(Method::PUT, &path).json(&body);
                racing.spawn(async move { request.send().await.unwrap().status() });
            }
            let statuses = racing.join_all().await;
            let won = statuses.iter().filter(|status| **status == StatusCode::OK).count();
            assert_eq!((won, statuses.len()), (1, 8), "{statuses:?}");
            assert!(statuses.iter().all(|status| [StatusCode::OK, StatusCode::CONFLICT].contains(status)), "{statuses:?}");
        }
        let fill = |agent: uuid::Uuid, ticket: uuid::Uuid| move |tx: &mut store::Tx<'_>| {
            const FILL: &str = "INSERT INTO draft (agent_id, ticket_id, kind, body, seen, revision, device, updated_at) VALUES ($1, $2, $3, '', 0, 1, '', 0)";
            for number in 0..drafts::MAX_DRAFTS {
                tx.execute(FILL, params![agent, ticket, &format!("{number}")])?;
            }
            Ok::<_, store::Error>(())
        };
        desk.app.db.write(fill(bo.id, id.parse().unwrap())).await.unwrap();
        let refused = put(&seat, &format!("/tickets/{id}/drafts/reply"), json!({"body": "x"}), StatusCode::CONFLICT).await;
        assert_eq!(refused["type"], "/problems/too-many-drafts");
        assert_eq!(admin.delete(&format!("/agents/{}", bo.id)).await, StatusCode::NO_CONTENT);
        assert_eq!(stored(&desk).await, 0);
    }
}
