//! What agents do with a hundred cases: sort, snooze, take back, merge, split, link.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dengta::clock::{HOUR, SECOND};
use dengta::people::Role;
use dengta::tickets::withdraw::REPLY_RESTS;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Desk, read, ticket};
use crate::site::{Browser, link, location};

fn path_of(opened: &Value) -> String {
    format!("/api/v1/tickets/{}", opened["id"].as_str().unwrap())
}

async fn refused(desk: &Desk, token: &str, method: Method, path: &str, body: &Value) -> (u16, String) {
    let response = desk.request(token, method, path).json(body).send().await.unwrap();
    let status = response.status().as_u16();
    let problem: Value = response.json().await.unwrap();
    let code = problem["type"].as_str().unwrap_or("").trim_start_matches("/problems/").to_owned();
    (status, problem["errors"][0]["code"].as_str().map_or(code, str::to_owned))
}

async fn kinds(desk: &Desk, token: &str, path: &str) -> Vec<String> {
    let entries = desk.get(token, &format!("{path}/entries?limit=500")).await;
    entries["results"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap().to_owned()).collect()
}

fn at(micros: i64) -> String {
    dengta::clock::rfc3339(micros)
}

story! {
    /// Priority, tags, snoozing until a time or an answer, spam: each is an entry, each can be undone.
    async fn a_case_is_sorted(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let path = path_of(&desk.ticket(&token).await);
        let put = desk.request(&token, Method::PUT, &format!("{path}/priority")).json(&json!({"priority": "urgent"}));
        read(put, StatusCode::OK).await;
        desk.post(&token, &format!("{path}/tags"), &json!({"add": ["VIP", "大额", "vip"]})).await;
        desk.post(&token, &format!("{path}/tags"), &json!({"add": ["late"], "remove": ["vip"]})).await;
        let shown = desk.get(&token, &path).await;
        assert_eq!((&shown["priority"], &shown["tags"]), (&json!("urgent"), &json!(["late", "大额"])));
        let again = desk.post(&token, &format!("{path}/tags"), &json!({"add": ["late"]})).await;
        assert_eq!(again["entry"]["number"], 4, "what changes nothing is no entry");

        let until = at(desk.app.clock.now() + HOUR);
        desk.post(&token, &format!("{path}/snooze"), &json!({"until": until})).await;
        assert_eq!(desk.get(&token, &path).await["standing"], "snoozed");
        assert!(desk.get(&token, "/api/v1/tickets?view=open").await["results"].as_array().unwrap().is_empty());
        read(desk.request(&token, Method::DELETE, &format!("{path}/snooze")), StatusCode::OK).await;
        assert_eq!(refused(&desk, &token, Method::DELETE, &format!("{path}/snooze"), &json!({})).await, (409, "not-snoozed".into()));
        desk.post(&token, &format!("{path}/snooze"), &json!({"until": until})).await;
        desk.app.clock.turn(2 * HOUR);
        desk.until("its time has come", async || desk.get(&token, &path).await["standing"] == "open").await;

        desk.post(&token, &format!("{path}/spam"), &json!({})).await;
        assert_eq!(desk.get(&token, &path).await["standing"], "spam");
        read(desk.request(&token, Method::DELETE, &format!("{path}/spam")), StatusCode::OK).await;
        assert_eq!(desk.get(&token, &path).await["standing"], "open");
        assert_eq!(
            kinds(&desk, &token, &path).await,
            ["message", "prioritised", "tagged", "tagged", "snoozed", "woken", "snoozed", "woken", "spam_marked", "spam_cleared"]
        );
        for (field, body, code) in [
            ("tags", json!({"add": ["a b"]}), "invalid-tag"),
            ("tags", json!({"add": (0..21).map(|n| format!("t{n}")).collect::<Vec<_>>()}), "too-many-tags"),
            ("snooze", json!({"until": "tomorrow"}), "invalid-time"),
            ("snooze", json!({"until": "2020-01-01T00:00:00Z"}), "invalid-snooze"),
            ("snooze", json!({"until": "9999-01-01T00:00:00Z"}), "invalid-snooze"),
            ("assignment", json!({"team": "019a0000-0000-7000-8000-000000000000"}), "team-unknown"),
        ] {
            assert_eq!(refused(&desk, &token, Method::POST, &format!("{path}/{field}"), &body).await, (422, code.into()));
        }
        desk.verify().await;
    }
}

story! {
    /// An answer rests for ten seconds, in which it can be taken back: not sent, and the ticket stands as before.
    async fn an_answer_is_taken_back(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let path = path_of(&desk.ticket(&token).await);
        let before = desk.get(&token, &path).await;
        let reply = async |text: &str| {
            desk.post(&token, &format!("{path}/replies"), &json!({"body": text})).await["entry"]["number"].as_i64().unwrap()
        };
        let number = reply("a slip of the pen").await;
        let withdrawal = format!("{path}/replies/{number}");
        read(desk.request(&token, Method::DELETE, &withdrawal), StatusCode::OK).await;
        let after = desk.get(&token, &path).await;
        for key in ["awaiting", "due_at", "preview", "state", "last_message"] {
            assert_eq!(before[key], after[key], "{key}");
        }
        let taken = refused(&desk, &token, Method::DELETE, &withdrawal, &json!({})).await;
        assert_eq!(taken, (409, "already-withdrawn".into()));

        let number = reply("sent").await;
        let other = desk.token(Role::Agent).await;
        let theirs = refused(&desk, &other, Method::DELETE, &format!("{path}/replies/{number}"), &json!({})).await;
        assert_eq!(theirs.0, 404, "another's answer is not theirs to take back");
        desk.app.clock.turn(REPLY_RESTS + SECOND);
        let late = refused(&desk, &token, Method::DELETE, &format!("{path}/replies/{number}"), &json!({})).await;
        assert_eq!(late, (409, "already-sent".into()));
        assert_eq!(refused(&desk, &token, Method::DELETE, &format!("{path}/replies/1"), &json!({})).await.0, 404);
        desk.verify().await;
    }
}

story! {
    /// Merged, a case takes no more entries; unmerged, it stands as it stood. Cycles and strangers are refused.
    async fn cases_are_merged_and_unmerged(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let mut cases = Vec::new();
        for _ in 0..3 {
            cases.push(desk.ticket(&token).await);
        }
        let stranger = desk.post(&token, "/api/v1/tickets", &ticket("li@example.com")).await;
        let [a, b, c] = [0, 1, 2].map(|n| path_of(&cases[n]));
        let into = |n: usize| json!({"into": cases[n]["id"]});
        let before = desk.get(&token, &a).await;

        let preview = desk.get(&token, &format!("{a}/merge?into={}", cases[1]["id"].as_str().unwrap())).await;
        assert_eq!((&preview["survivor"]["id"], &preview["entries"], &preview["problem"]), (&cases[1]["id"], &json!(2), &Value::Null));
        desk.post(&token, &format!("{a}/merge"), &into(1)).await;
        assert_eq!(desk.get(&token, &a).await["standing"], "merged");
        let on_merged = refused(&desk, &token, Method::POST, &format!("{a}/notes"), &json!({"body": "x"})).await;
        assert_eq!(on_merged, (409, "ticket-merged".into()));
        assert_eq!(refused(&desk, &token, Method::POST, &format!("{b}/merge"), &into(0)).await, (409, "merge-cycle".into()));
        assert_eq!(refused(&desk, &token, Method::POST, &format!("{a}/merge"), &into(2)).await, (409, "already-merged".into()));
        let theirs = json!({"into": stranger["id"]});
        assert_eq!(refused(&desk, &token, Method::POST, &format!("{b}/merge"), &theirs).await, (409, "merge-other-customer".into()));
        // Into a merged one: it ends at the root.
        let merged = desk.post(&token, &format!("{c}/merge"), &into(0)).await;
        assert_eq!(merged["survivor"], cases[1]["id"]);
        let related = desk.get(&token, &format!("{b}/related")).await;
        assert_eq!(related["merged"].as_array().unwrap().len(), 2);

        read(desk.request(&token, Method::DELETE, &format!("{c}/merge")), StatusCode::OK).await;
        read(desk.request(&token, Method::DELETE, &format!("{a}/merge")), StatusCode::OK).await;
        let after = desk.get(&token, &a).await;
        for key in ["state", "standing", "awaiting", "due_at", "assignee", "merged_into"] {
            assert_eq!(before[key], after[key], "{key}");
        }
        assert_eq!(refused(&desk, &token, Method::DELETE, &format!("{a}/merge"), &json!({})).await, (409, "not-merged".into()));
        assert_eq!(kinds(&desk, &token, &a).await, ["message", "merged", "unmerged"]);
        assert_eq!(kinds(&desk, &token, &b).await, ["message", "absorbed", "absorbed", "released", "released"]);
        desk.verify().await;
    }
}

story! {
    /// A message becomes a case of its own; cases of different customers are linked; likely duplicates are named.
    async fn cases_are_split_linked_and_compared(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let (one, other) = (desk.ticket(&token).await, desk.ticket(&token).await);
        let stranger = desk.post(&token, "/api/v1/tickets", &ticket("li@example.com")).await;
        let path = path_of(&one);
        let related = desk.get(&token, &format!("{path}/related")).await;
        assert_eq!(related["duplicates"][0]["ticket"]["id"], other["id"]);
        assert_eq!(related["duplicates"][0]["why"], json!(["same_customer", "same_category", "similar_text"]));

        let part = desk.post(&token, &format!("{path}/splits"), &json!({"number": 1, "subject": "另一件事", "category": "question"})).await;
        let split = desk.get(&token, &path_of(&part)).await;
        assert_eq!((&split["subject"], &split["category"]), (&json!("另一件事"), &json!("question")));
        let entries = desk.get(&token, &format!("{}/entries", path_of(&part))).await;
        assert_eq!(entries["results"][0]["details"]["split_from"]["ticket"], one["id"]);
        assert_eq!(refused(&desk, &token, Method::POST, &format!("{path}/splits"), &json!({"number": 2, "subject": "x", "category": "other"})).await, (422, "invalid-split".into()));

        let linked = json!({"ticket": stranger["id"]});
        desk.post(&token, &format!("{path}/links"), &linked).await;
        desk.post(&token, &format!("{path}/links"), &linked).await;
        assert_eq!(desk.get(&token, &format!("{}/related", path_of(&stranger))).await["links"][0]["id"], one["id"]);
        assert_eq!(refused(&desk, &token, Method::POST, &format!("{path}/links"), &json!({"ticket": one["id"]})).await, (422, "invalid-link".into()));
        let link = format!("{path}/links/{}", stranger["id"].as_str().unwrap());
        read(desk.request(&token, Method::DELETE, &link), StatusCode::OK).await;
        assert_eq!(refused(&desk, &token, Method::DELETE, &link, &json!({})).await.0, 404);
        assert_eq!(kinds(&desk, &token, &path).await, ["message", "split", "linked", "unlinked"]);
        desk.verify().await;
    }
}

story! {
    /// Two leads merge A into B and B into A at once, while others assign, close and answer: whatever comes first, one
    /// ticket survives, nothing hangs, and the log holds.
    async fn merges_race(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        for _ in 0..6 {
            let (one, other) = (desk.ticket(&token).await, desk.ticket(&token).await);
            let (a, b) = (path_of(&one), path_of(&other));
            let mut racing = tokio::task::JoinSet::new();
            for (path, into) in [(&a, &other), (&b, &one)] {
                let merge = desk.request(&token, Method::POST, &format!("{path}/merge")).json(&json!({"into": into["id"]}));
                racing.spawn(async move { ("merge", merge.send().await.unwrap().status().as_u16()) });
                let reply = desk.request(&token, Method::POST, &format!("{path}/replies")).json(&json!({"body": "x"}));
                racing.spawn(async move { ("reply", reply.send().await.unwrap().status().as_u16()) });
                let close = desk.request(&token, Method::POST, &format!("{path}/closure"));
                racing.spawn(async move { ("close", close.send().await.unwrap().status().as_u16()) });
                let assign = desk.request(&token, Method::POST, &format!("{path}/assignment")).json(&json!({"agent": null}));
                racing.spawn(async move { ("assign", assign.send().await.unwrap().status().as_u16()) });
            }
            let mut merged = 0;
            while let Some(done) = racing.join_next().await {
                let (what, status) = done.unwrap();
                assert!([201, 409].contains(&status), "{what}: {status}");
                merged += u32::from(what == "merge" && status == 201);
            }
            assert_eq!(merged, 1, "one of the two merges holds");
            let standings = [desk.get(&token, &a).await["standing"].clone(), desk.get(&token, &b).await["standing"].clone()];
            assert_eq!(standings.iter().filter(|standing| **standing == "merged").count(), 1);
        }
        desk.verify().await;
    }
}

story! {
    /// The customer of a merged case is led to the survivor, sees both conversations there, and is heard there.
    async fn a_customer_follows_a_merge(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let (old, new) = (desk.ticket(&token).await, desk.ticket(&token).await);
        let (old_path, new_path) = (path_of(&old), path_of(&new));
        let customer = desk.get(&token, &old_path).await["customer"]["id"].as_str().unwrap().parse().unwrap();
        desk.post(&token, &format!("{old_path}/replies"), &json!({"body": "on the old one"})).await;
        desk.rest();
        desk.post(&token, &format!("{old_path}/merge"), &json!({"into": new["id"]})).await;

        let browser = Browser::new(&desk);
        let open = format!("/en/open/{}", link(&desk, customer, None).await);
        browser.post(&open, &[]).await;
        let case = |opened: &Value| format!("/en/cases/{}", opened["reference"].as_str().unwrap());
        assert_eq!(location(&browser.get(&case(&old)).await), format!("{}?done=merged", case(&new)));
        let page = browser.page(&case(&new)).await;
        let anchor = format!("entry-{}-1", old["reference"].as_str().unwrap());
        assert!(page.contains("on the old one") && page.contains(&anchor));

        let said = [("body", "on the old link"), ("idempotency_key", "k")];
        for _ in 0..2 {
            browser.post(&format!("{}/replies", case(&old)), &said).await;
        }
        assert_eq!(kinds(&desk, &token, &new_path).await, ["message", "absorbed", "message"]);
        assert_eq!(kinds(&desk, &token, &old_path).await.last().unwrap(), "merged");
        // What was said meanwhile stays with the survivor.
        read(desk.request(&token, Method::DELETE, &format!("{old_path}/merge")), StatusCode::OK).await;
        assert_eq!(kinds(&desk, &token, &new_path).await, ["message", "absorbed", "message", "released"]);
        assert!(browser.page(&case(&old)).await.contains("on the old one"));
        desk.verify().await;
    }
}

story! {
    /// A snoozed case wakes when its customer writes.
    async fn an_answer_wakes_a_case(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let path = path_of(&desk.ticket(&token).await);
        let shown = desk.get(&token, &path).await;
        desk.post(&token, &format!("{path}/snooze"), &json!({"until": at(desk.app.clock.now() + HOUR)})).await;
        let customer = shown["customer"]["id"].as_str().unwrap().parse().unwrap();
        let browser = Browser::new(&desk);
        browser.post(&format!("/en/open/{}", link(&desk, customer, None).await), &[]).await;
        let replies = format!("/en/cases/{}/replies", shown["reference"].as_str().unwrap());
        browser.post(&replies, &[("body", "any news?"), ("idempotency_key", "k")]).await;
        let shown = desk.get(&token, &path).await;
        assert_eq!((&shown["standing"], &shown["snoozed_until"]), (&json!("open"), &Value::Null));
        desk.verify().await;
    }
}

/// How a ticket is brought to where it stands.
const STANDINGS: [&str; 5] = ["open", "snoozed", "closed", "spam", "merged"];
/// Every verb that needs nothing but the ticket.
const VERBS: [(&str, &str, &str); 11] = [
    ("reply", "POST", "replies"),
    ("note", "POST", "notes"),
    ("assign", "POST", "assignment"),
    ("prioritise", "PUT", "priority"),
    ("tag", "POST", "tags"),
    ("snooze", "POST", "snooze"),
    ("wake", "DELETE", "snooze"),
    ("mark spam", "POST", "spam"),
    ("clear spam", "DELETE", "spam"),
    ("close", "POST", "closure"),
    ("reopen", "DELETE", "closure"),
];

fn body_of(verb: &str, now: i64) -> Value {
    match verb {
        "reply" | "note" => json!({"body": "x"}),
        "assign" => json!({"agent": null}),
        "prioritise" => json!({"priority": "high"}),
        "tag" => json!({"add": ["vip"]}),
        "snooze" => json!({"until": at(now + HOUR)}),
        _ => json!({}),
    }
}

async fn stands(desk: &Desk, token: &str, standing: &str) -> String {
    let path = path_of(&desk.ticket(token).await);
    let until = json!({"until": at(desk.app.clock.now() + HOUR)});
    match standing {
        "snoozed" => drop(desk.post(token, &format!("{path}/snooze"), &until).await),
        "closed" => drop(desk.post(token, &format!("{path}/closure"), &json!({})).await),
        "spam" => drop(desk.post(token, &format!("{path}/spam"), &json!({})).await),
        "merged" => {
            let survivor = desk.ticket(token).await;
            desk.post(token, &format!("{path}/merge"), &json!({"into": survivor["id"]})).await;
        }
        _ => {}
    }
    path
}

story! {
    /// Every verb × role × standing, in one table: the snapshot is the contract.
    async fn every_verb_by_every_role_wherever_a_ticket_stands(desk: Desk) {
        let admin = desk.token(Role::Admin).await;
        let mut answers: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for role in Role::ALL {
            let token = desk.token(role).await;
            for standing in STANDINGS {
                for (verb, method, part) in VERBS {
                    let path = stands(&desk, &admin, standing).await;
                    let method: Method = method.parse().unwrap();
                    let request = desk.request(&token, method, &format!("{path}/{part}"));
                    let status = request.json(&body_of(verb, desk.app.clock.now())).send().await.unwrap().status();
                    let key = (verb.to_owned(), role.name().to_owned());
                    answers.entry(key).or_default().push(status.as_u16().to_string());
                }
            }
        }
        let mut table = format!("{:12} {:8} {}\n", "verb", "role", STANDINGS.join("  "));
        for ((verb, role), statuses) in answers {
            writeln!(table, "{verb:12} {role:8} {}", statuses.join("     ")).unwrap();
        }
        insta::assert_snapshot!("every_verb_by_every_role_wherever_a_ticket_stands", table);
        desk.verify().await;
    }
}
