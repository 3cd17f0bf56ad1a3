//! What is typed and not sent stays, on every machine of its agent, and is nobody else's.

use dengta::clock::DAY;
use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, read};
use crate::people::{Seat, join};

async fn put(seat: &Seat<'_>, path: &str, body: Value, status: StatusCode) -> Value {
    read(seat.request(Method::PUT, path).json(&body), status).await
}

async fn stored(desk: &Desk) -> i64 {
    desk.app.db.read(|tx| tx.first("SELECT count(*) FROM draft", &[], |row| row.get::<i64>(0))).await.unwrap().unwrap()
}

story! {
    /// Two machines of one agent, and a colleague.
    async fn a_draft_goes_along(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let id = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        let (seat, other) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&seat, Role::Agent, "ada@example.com").await;
        join(&other, Role::Admin, "bo@example.com").await;
        let (drafts, reply) = (format!("/tickets/{id}/drafts"), format!("/tickets/{id}/drafts/reply"));
        let typed = |body: &str, revision: i64, device: &str| json!({"body": body, "seen": 1, "revision": revision, "device": device});
        let first = put(&seat, &reply, typed("  您好，\r\n", 0, "desk"), StatusCode::OK).await;
        assert_eq!(first["revision"], 1);
        assert_eq!(put(&seat, &reply, typed("  您好，\r\n", 0, "desk"), StatusCode::OK).await["revision"], 1, "the answer was lost: once more");
        let second = Seat::new(&desk);
        assert_eq!(ada.sign_in(&second).await.status(), StatusCode::OK);
        let kept = second.get(&drafts).await["results"].clone();
        assert_eq!((&kept[0]["kind"], &kept[0]["body"], &kept[0]["device"]), (&json!("reply"), &json!("  您好，\r\n"), &json!("desk")), "as typed");
        assert_eq!(put(&second, &reply, typed("您好，已收到。", 1, "phone"), StatusCode::OK).await["revision"], 2);
        let stale = put(&seat, &reply, typed("  您好，请稍等", 1, "desk"), StatusCode::CONFLICT).await;
        assert_eq!(stale["type"], "/problems/draft-newer");
        assert!(!stale.to_string().contains("已收到"), "the newer text is to be asked for");
        assert_eq!(seat.get(&drafts).await["results"][0]["body"], "您好，已收到。");
        put(&seat, &format!("{drafts}/note"), typed("内部", 0, "desk"), StatusCode::OK).await;

        assert_eq!(other.get(&drafts).await["results"], json!([]), "not even an administrator");
        put(&other, &reply, typed("mine", 0, "x"), StatusCode::OK).await;
        assert_eq!(other.delete(&reply).await, StatusCode::NO_CONTENT);
        assert_eq!(seat.get(&drafts).await["results"].as_array().unwrap().len(), 2);
        read(desk.request(&token, Method::GET, &format!("/api/v1{drafts}")), StatusCode::FORBIDDEN).await;

        // The session ends while the agent types; nothing is lost by it.
        assert_eq!(seat.delete("/session").await, StatusCode::NO_CONTENT);
        put(&seat, &reply, typed("late", 2, "desk"), StatusCode::UNAUTHORIZED).await;
        assert_eq!(seat.delete(&reply).await, StatusCode::UNAUTHORIZED);
        let again = Seat::new(&desk);
        ada.sign_in(&again).await;
        assert_eq!(again.get(&drafts).await["results"].as_array().unwrap().len(), 2);

        assert_eq!(again.delete(&reply).await, StatusCode::NO_CONTENT);
        assert_eq!(again.delete(&reply).await, StatusCode::NO_CONTENT);
        assert_eq!(put(&second, &reply, typed("typed on", 2, "phone"), StatusCode::OK).await["revision"], 3, "what was typed elsewhere meanwhile is kept");
        for (body, field, code) in [
            (typed(&"x".repeat(20_001), 3, "d"), "body", "too-long"),
            (typed("a\u{0}b", 3, "d"), "body", "nul-character"),
            (typed("x", -1, "d"), "revision", "invalid-choice"),
            (typed("x", i64::MAX, "d"), "revision", "invalid-choice"),
            (typed("x", 3, &"d".repeat(101)), "device", "too-long"),
        ] {
            let refused = put(&second, &reply, body, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!(field), &json!(code)));
        }
        for path in [format!("{drafts}/letter"), "/tickets/x/drafts/reply".into(), format!("/tickets/{}/drafts/reply", uuid::Uuid::nil())] {
            put(&second, &path, typed("x", 0, "d"), StatusCode::NOT_FOUND).await;
        }
        assert_eq!(stored(&desk).await, 2);
        desk.app.clock.turn(31 * DAY);
        let now = desk.app.clock.now();
        desk.app.db.write(move |tx| dengta::api::sweep(tx, now)).await.unwrap();
        assert_eq!(stored(&desk).await, 0, "nobody went on with them");
    }
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
            for number in 0..dengta::drafts::MAX_DRAFTS {
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
