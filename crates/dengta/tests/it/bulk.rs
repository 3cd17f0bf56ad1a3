//! One thing done to many tickets: each once, whatever happens; and undone.

use std::collections::BTreeMap;

use dengta::bulk::{Action, jobs};
use dengta::clock::{HOUR, MINUTE, SECOND, rfc3339};
use dengta::people::{Actor, Role, Staff};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Desk, read, ticket};
use crate::people::{Seat, join};
use crate::views::team;

pub async fn opened(desk: &Desk, token: &str, count: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for _ in 0..count {
        ids.push(
            desk.post(token, "/api/v1/tickets", &ticket("wang@example.com")).await["id"].as_str().unwrap().to_owned(),
        );
    }
    ids
}

/// Waits for the end of a bulk.
pub async fn ended(desk: &Desk, token: &str, started: &Value) -> Value {
    let path = format!("/api/v1/bulk/{}", started["id"].as_str().unwrap());
    desk.until("the bulk ends", || async { desk.get(token, &path).await["state"] != "running" }).await;
    let view = desk.get(token, &path).await;
    assert_eq!((&view["done"], &view["total"]), (&started["total"], &started["total"]));
    view
}

async fn start(desk: &Desk, token: &str, action: Value, tickets: &[String]) -> Value {
    let body = json!({"action": action, "tickets": tickets});
    read(desk.request(token, Method::POST, "/api/v1/bulk").json(&body), StatusCode::ACCEPTED).await
}

async fn undo(desk: &Desk, token: &str, bulk: &Value, status: StatusCode) -> Value {
    let path = format!("/api/v1/bulk/{}/undo", bulk["id"].as_str().unwrap());
    read(desk.request(token, Method::POST, &path), status).await
}

async fn shown(desk: &Desk, token: &str, id: &str) -> Value {
    desk.get(token, &format!("/api/v1/tickets/{id}")).await
}

/// The kinds of the entries of a ticket, and how often.
pub async fn kinds(desk: &Desk, token: &str, id: &str) -> BTreeMap<String, usize> {
    let entries = desk.get(token, &format!("/api/v1/tickets/{id}/entries?limit=500")).await;
    let mut kinds = BTreeMap::new();
    for entry in entries["results"].as_array().unwrap() {
        *kinds.entry(entry["kind"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    kinds
}

story! {
    /// Each action reaches every ticket, and undoing brings back what each one was.
    async fn many_at_once_and_back(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        let seat = Seat::new(&desk);
        let ada = join(&seat, Role::Agent, "ada@example.com").await;
        let payments = team(&desk, "Payments", &[ada.id]).await;
        let ids = opened(&desk, &token, 6).await;
        let soon = rfc3339(desk.app.clock.now() + HOUR);
        let later = rfc3339(desk.app.clock.now() + 5 * HOUR);
        let path = |id: &String, what: &str| format!("/api/v1/tickets/{id}/{what}");
        // They differ before.
        desk.post(&token, &path(&ids[0], "assignment"), &json!({"agent": ada.id})).await;
        desk.post(&token, &path(&ids[1], "assignment"), &json!({"team": payments})).await;
        desk.post(&token, &path(&ids[2], "tags"), &json!({"add": ["vip", "old"]})).await;
        read(desk.request(&token, Method::PUT, &path(&ids[3], "priority")).json(&json!({"priority": "high"})), StatusCode::OK).await;
        desk.post(&token, &path(&ids[4], "snooze"), &json!({"until": &later})).await;
        desk.post(&token, &path(&ids[5], "spam"), &json!({})).await;
        let state = || async {
            let mut states = Vec::new();
            for id in &ids {
                let mut view = shown(&desk, &token, id).await;
                // What an entry changes by being one, and what a closing and a reopening begin anew.
                for key in ["entries", "head", "updated_at", "due_at"] { view.as_object_mut().unwrap().remove(key); }
                states.push(view);
            }
            states
        };
        let before = state().await;
        for (action, field, value) in [
            (json!({"kind": "assign", "agent": ada.id, "team": null}), "/assignee/id", json!(ada.id)),
            (json!({"kind": "assign", "team": payments}), "/team/name", json!("Payments")),
            (json!({"kind": "priority", "priority": "urgent"}), "/priority", json!("urgent")),
            (json!({"kind": "tag", "add": ["flood", "vip"], "remove": ["old"]}), "/tags", json!(["flood", "vip"])),
            (json!({"kind": "snooze", "until": &soon}), "/snoozed_until", json!(&soon)),
            (json!({"kind": "spam"}), "/standing", json!("spam")),
            (json!({"kind": "unspam"}), "/standing", Value::Null),
            (json!({"kind": "close"}), "/state", json!("closed")),
            (json!({"kind": "reply", "body": "已恢复。"}), "/preview", json!("已恢复。")),
        ] {
            let started = start(&desk, &token, action.clone(), &ids).await;
            let view = ended(&desk, &token, &started).await;
            assert_eq!((&view["failed"], &view["state"], &view["undoable"]), (&json!([]), &json!("done"), &json!(true)), "{action}");
            assert_eq!(view["action"], action["kind"]);
            for view in state().await {
                assert!(value.is_null() || view.pointer(field) == Some(&value), "{action}: {view}");
            }
            let undone = undo(&desk, &token, &started, StatusCode::ACCEPTED).await;
            let view = ended(&desk, &token, &undone).await;
            assert_eq!((&view["failed"], &view["undoable"], &view["action"]), (&json!([]), &json!(false), &json!("undo")), "{action}");
            assert_eq!(state().await, before, "{action}");
            assert_eq!(undo(&desk, &token, &started, StatusCode::CONFLICT).await["type"], "/problems/bulk-undone");
            assert_eq!(undo(&desk, &token, &undone, StatusCode::CONFLICT).await["type"], "/problems/bulk-lasting");
        }
        let merged = start(&desk, &token, json!({"kind": "merge", "into": ids[0]}), &ids).await;
        let view = ended(&desk, &token, &merged).await;
        assert_eq!(view["failed"], json!([{"ticket": ids[0], "code": "merge-cycle"}]));
        assert_eq!(shown(&desk, &token, &ids[3]).await["merged_into"], json!(ids[0]));
        let refused = start(&desk, &token, json!({"kind": "close"}), &ids[3..4]).await;
        assert_eq!(ended(&desk, &token, &refused).await["failed"][0]["code"], "ticket-merged");
        ended(&desk, &token, &undo(&desk, &token, &merged, StatusCode::ACCEPTED).await).await;
        assert!(state().await.iter().all(|view| view["merged_into"].is_null()));
        desk.verify().await;
    }
}

story! {
    /// What is refused says why, for each ticket; what others changed since is left alone; time runs out.
    async fn each_ticket_answers_for_itself(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let ids = opened(&desk, &token, 4).await;
        desk.post(&token, &format!("/api/v1/tickets/{}/closure", ids[0]), &json!({})).await;
        let nobody = Uuid::from_u128(7).to_string();
        let all: Vec<String> = ids.iter().cloned().chain([nobody.clone(), ids[1].clone()]).collect();
        let closed = start(&desk, &token, json!({"kind": "close"}), &all).await;
        assert_eq!(closed["total"], 5, "twice is once");
        let view = ended(&desk, &token, &closed).await;
        assert_eq!(view["failed"], json!([{"ticket": ids[0], "code": "already-closed"}, {"ticket": nobody, "code": "not-found"}]));
        read(desk.request(&token, Method::DELETE, &format!("/api/v1/tickets/{}/closure", ids[2])), StatusCode::OK).await;
        let undone = undo(&desk, &token, &closed, StatusCode::ACCEPTED).await;
        assert_eq!(undone["total"], 3, "only what was done is undone");
        let view = ended(&desk, &token, &undone).await;
        assert_eq!(view["failed"], json!([{"ticket": ids[2], "code": "changed-since"}]));
        assert_eq!(shown(&desk, &token, &ids[0]).await["state"], "closed", "it was closed before");

        let noted = start(&desk, &token, json!({"kind": "note", "body": "same"}), &ids).await;
        assert_eq!(ended(&desk, &token, &noted).await["undoable"], false);
        assert_eq!(undo(&desk, &token, &noted, StatusCode::CONFLICT).await["type"], "/problems/bulk-lasting");
        let urgent = start(&desk, &token, json!({"kind": "priority", "priority": "urgent"}), &ids).await;
        ended(&desk, &token, &urgent).await;
        let replied = start(&desk, &token, json!({"kind": "reply", "body": "…"}), &ids[1..2]).await;
        ended(&desk, &token, &replied).await;
        desk.app.clock.turn(11 * SECOND);
        assert_eq!(undo(&desk, &token, &replied, StatusCode::CONFLICT).await["type"], "/problems/bulk-lasting");
        desk.app.clock.turn(10 * MINUTE);
        assert_eq!(ended(&desk, &token, &urgent).await["undoable"], false);
        assert_eq!(undo(&desk, &token, &urgent, StatusCode::CONFLICT).await["type"], "/problems/bulk-lasting");

        let other = desk.token(Role::Admin).await;
        read(desk.request(&other, Method::GET, &format!("/api/v1/bulk/{}", closed["id"].as_str().unwrap())), StatusCode::NOT_FOUND).await;
        undo(&desk, &other, &urgent, StatusCode::NOT_FOUND).await;
        let auditor = desk.token(Role::Auditor).await;
        let body = json!({"action": {"kind": "close"}, "tickets": ids});
        read(desk.request(&auditor, Method::POST, "/api/v1/bulk").json(&body), StatusCode::FORBIDDEN).await;
        for (action, tickets, field, code) in [
            (json!({"kind": "dance"}), json!(ids), "action.kind", "invalid-choice"),
            (json!({"kind": "incident_update"}), json!(ids), "action.kind", "invalid-choice"),
            (json!({"kind": "undo"}), json!(ids), "action.kind", "invalid-choice"),
            (json!({"kind": "assign"}), json!(ids), "action.agent", "required"),
            (json!({"kind": "assign", "agent": "me"}), json!(ids), "action.agent", "agent-unknown"),
            (json!({"kind": "assign", "team": "7"}), json!(ids), "action.team", "invalid-id"),
            (json!({"kind": "priority", "priority": "soon"}), json!(ids), "action.priority", "invalid-choice"),
            (json!({"kind": "tag"}), json!(ids), "action.add", "required"),
            (json!({"kind": "tag", "add": ["a b"]}), json!(ids), "action.add.0", "invalid-tag"),
            (json!({"kind": "snooze"}), json!(ids), "action.until", "invalid-time"),
            (json!({"kind": "reply", "body": " "}), json!(ids), "action.body", "required"),
            (json!({"kind": "reply", "body": "x".repeat(20_001)}), json!(ids), "action.body", "too-long"),
            (json!({"kind": "merge"}), json!(ids), "action.into", "required"),
            (json!({"kind": "incident", "incident": "x"}), json!(ids), "action.incident", "invalid-id"),
            (json!({"kind": "close"}), json!([]), "tickets", "required"),
            (json!({"kind": "close"}), json!(["x"]), "tickets.0", "invalid-id"),
            (json!({"kind": "close"}), json!(vec![&nobody; 1001]), "tickets", "too-many-tickets"),
        ] {
            let body = json!({"action": action, "tickets": tickets});
            let refused = read(desk.request(&token, Method::POST, "/api/v1/bulk").json(&body), StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!(field), &json!(code)), "{action}");
            assert!(!refused.to_string().contains("error-"), "{refused}");
        }
        let body = json!({"action": {"kind": "note", "body": "once"}, "tickets": &ids[..1]});
        let keyed = || desk.request(&token, Method::POST, "/api/v1/bulk").header("Idempotency-Key", "k").json(&body);
        let (one, two) = tokio::join!(read(keyed(), StatusCode::ACCEPTED), read(keyed(), StatusCode::ACCEPTED));
        assert_eq!(one, two);
        ended(&desk, &token, &one).await;
        assert_eq!(kinds(&desk, &token, &ids[0]).await["note"], 2, "the earlier one and this one");
    }
}

story! {
    /// Whoever may not do it any more does not go on doing it.
    async fn a_leaver_s_job_stops(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let (admin, seat) = (Seat::new(&desk), Seat::new(&desk));
        join(&admin, Role::Admin, "ada@example.com").await;
        let bo = join(&seat, Role::Agent, "bo@example.com").await;
        let ids: Vec<Uuid> = opened(&desk, &token, 5).await.iter().map(|id| id.parse().unwrap()).collect();
        let begin = |action: Action, role: Role| {
            let (moment, ids) = (desk.app.clock.moment(), ids.clone());
            let staff = Staff { actor: Actor::Agent(bo.id), role, session: None };
            desk.app.db.write(move |tx| jobs::over(tx, &staff, &action, &ids, &moment))
        };
        let states = |id: Uuid| desk.app.db.read(move |tx| {
            let bulk = jobs::find(tx, id)?.unwrap();
            Ok::<_, store::Error>((bulk.state, jobs::progress(tx, &bulk)?, jobs::failures(tx, id)?))
        });
        // An agent has no permission for this one, whatever stood in the row.
        let update = Action::IncidentUpdate { incident: Uuid::nil(), number: 1 };
        let never = begin(update, Role::Lead).await.unwrap();
        assert_eq!(admin.delete(&format!("/agents/{}", bo.id)).await, StatusCode::NO_CONTENT);
        let late = begin(Action::Close, Role::Agent).await.unwrap();
        desk.app.committed.ring();
        for id in [never, late] {
            desk.until("it stops", || async { states(id).await.unwrap().0 == jobs::State::Stopped }).await;
            let (_, progress, failures) = states(id).await.unwrap();
            assert_eq!((progress.done, progress.failed), (0, 5));
            assert!(failures.iter().all(|(_, code)| code == "bulk-stopped"));
        }
        for id in &ids {
            assert_eq!(kinds(&desk, &token, &id.to_string()).await.keys().collect::<Vec<_>>(), ["message"]);
        }
    }
}

story! {
    /// Two nodes work the same bulks off and are killed again and again: every ticket is answered once.
    async fn nothing_is_done_twice(desk: Desk) {
        let mut desk = desk;
        let token = desk.token(Role::Agent).await;
        let ids = opened(&desk, &token, 40).await;
        let mut started = Vec::new();
        for round in 0..3 {
            started.push(start(&desk, &token, json!({"kind": "reply", "body": format!("{round}")}), &ids).await);
        }
        let node = dengta::server::open(&desk.options, desk.app.clock.clone(), false).await.unwrap();
        let (_stop, stopped) = tokio::sync::watch::channel(false);
        for kill in 0..40 {
            let worker = tokio::spawn(dengta::bulk::run(node.clone(), stopped.clone()));
            node.committed.ring();
            tokio::time::sleep(std::time::Duration::from_millis(kill % 7)).await;
            worker.abort();
            drop(worker.await);
            if kill == 3 {
                desk.restart("").await;
            }
        }
        for bulk in &started {
            let view = ended(&desk, &token, bulk).await;
            assert_eq!(view["failed"], json!([]));
        }
        for id in &ids {
            let entries = desk.get(&token, &format!("/api/v1/tickets/{id}/entries?limit=500")).await;
            let mut said: Vec<_> = entries["results"].as_array().unwrap().iter().skip(1).map(|e| e["body"].as_str().unwrap()).collect();
            said.sort_unstable();
            assert_eq!(said, ["0", "1", "2"]);
        }
        desk.verify().await;
    }
}
