//! Drafts: an agent's own, on every machine with their files, never overwritten unread.

use dengta::clock::{DAY, HOUR, SECOND};
use dengta::people::Role;
use dengta::tickets::drafts;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, read};
use crate::people::{Seat, join};
use crate::site::Browser;

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

/// Sends a file, or the beginning of one, from an agent's browser; its id.
async fn send(seat: &Seat<'_>, name: &str, bytes: &[u8], size: usize) -> String {
    let made = seat.post("/files", json!({"name": name, "size": size}), StatusCode::CREATED).await;
    let id = made["id"].as_str().unwrap().to_owned();
    let part = seat.request(Method::PATCH, &format!("/files/{id}")).header("upload-offset", 0).body(bytes.to_vec());
    read(part, StatusCode::OK).await;
    id
}

fn ids(files: &Value) -> Vec<&str> {
    files.as_array().unwrap().iter().map(|file| file["id"].as_str().unwrap()).collect()
}

story! {
    /// Files follow their draft to the agent's other machine, whole ones and halves; they stay as long as it does, and
    /// go with what is sent.
    async fn files_follow_their_draft(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        let path = format!("/tickets/{}", opened["id"].as_str().unwrap());
        let (lin, mina) = (Seat::new(&desk), Seat::new(&desk));
        let agent = join(&lin, Role::Agent, "lin@example.com").await;
        join(&mina, Role::Agent, "mina@example.com").await;
        let (whole, half) = (send(&lin, "proof.log", b"proof", 5).await, send(&lin, "trace.log", b"tra", 5).await);
        let (loose, hers) = (send(&lin, "loose.log", b"loose", 5).await, send(&mina, "hers.log", b"hers", 4).await);
        let gone = opened["id"].as_str().unwrap();
        let keep = async |body: &str, files: &[&str], revision: i64, status: StatusCode| -> Value {
            let draft = json!({"body": body, "files": files, "revision": revision});
            read(lin.request(Method::PUT, &format!("{path}/drafts/reply")).json(&draft), status).await
        };
        let kept = keep("", &[&half, &hers, gone, &whole, &half], 0, StatusCode::OK).await;
        assert_eq!((&kept["revision"], &kept["files"]), (&json!(1), &json!([half, whole])), "only one's own, each once");
        assert_eq!(keep("", &[&half, &whole], 0, StatusCode::OK).await["revision"], 1, "the same again is no conflict");
        keep("", &[&whole], 0, StatusCode::CONFLICT).await;
        keep("", &vec![&whole[..]; 101], 1, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(keep("已附上", &[&whole, &half], 1, StatusCode::OK).await["revision"], 2);

        // Weeks later the draft and its files are there; what no draft names is not.
        for _ in 0..3 {
            desk.app.clock.turn(9 * DAY);
            dengta::files::sweep::sweep(&desk.app).await.unwrap();
        }
        let token = desk.token(Role::Agent).await;
        let lin = Seat::new(&desk);
        assert_eq!(agent.sign_in(&lin).await.status(), StatusCode::OK);
        let draft = lin.get(&format!("{path}/drafts")).await["results"][0].clone();
        assert_eq!((draft["body"].as_str(), ids(&draft["files"])), (Some("已附上"), vec![&whole[..], &half]));
        let told = |at: usize| (draft["files"][at]["state"].as_str().unwrap(), draft["files"][at]["offset"].as_i64().unwrap());
        assert_eq!((told(0), told(1)), (("ready", 5), ("coming", 3)));
        assert_eq!(draft["files"][0]["file"]["type"], "text/plain");
        for (id, status) in [(&whole, StatusCode::OK), (&loose, StatusCode::NOT_FOUND)] {
            read(lin.request(Method::GET, &format!("/files/{id}")), status).await;
        }
        let part = lin.request(Method::PATCH, &format!("/files/{half}")).header("upload-offset", 3).body("ce");
        assert_eq!(read(part, StatusCode::OK).await["state"], "ready");

        // What is sent is a draft no more; what says something else is.
        let reply = json!({"body": "已附上", "files": [whole]});
        lin.post(&format!("{path}/replies"), reply, StatusCode::CREATED).await;
        let draft = lin.get(&format!("{path}/drafts")).await["results"][0].clone();
        assert_eq!((draft["body"].as_str(), ids(&draft["files"])), (Some("已附上"), vec![&half[..]]));
        let reply = json!({"body": "已附上", "files": [half]});
        let sent = lin.post(&format!("{path}/replies"), reply, StatusCode::CREATED).await;
        assert_eq!(lin.get(&format!("{path}/drafts")).await["results"], json!([]));
        let late = json!({"body": "已附上", "revision": 2});
        let late = lin.request(Method::PUT, &format!("{path}/drafts/reply")).json(&late);
        assert_eq!(read(late, StatusCode::CONFLICT).await["type"], "/problems/draft-newer", "it was sent");
        let entries = desk.get(&token, &format!("/api/v1{path}/entries")).await;
        let entry = entries["results"].as_array().unwrap().iter().find(|e| e["number"] == sent["entry"]["number"]).unwrap();
        assert_eq!(ids(&entry["files"]), vec![&half[..]]);

        // A draft that is thrown away, or a file that is taken out of it, keeps nothing.
        let (one, two) = (send(&lin, "one.log", b"one", 3).await, send(&lin, "two.log", b"two", 3).await);
        let note = json!({"body": "x", "files": [one, two]});
        read(lin.request(Method::PUT, &format!("{path}/drafts/note")).json(&note), StatusCode::OK).await;
        assert_eq!(lin.delete(&format!("/files/{two}")).await, StatusCode::NO_CONTENT);
        assert_eq!(ids(&lin.get(&format!("{path}/drafts")).await["results"][0]["files"]), vec![&one[..]]);
        assert_eq!(lin.delete(&format!("{path}/drafts/note")).await, StatusCode::NO_CONTENT);
        desk.app.clock.turn(DAY + HOUR);
        dengta::files::sweep::sweep(&desk.app).await.unwrap();
        assert_eq!(agent.sign_in(&lin).await.status(), StatusCode::OK);
        assert_eq!(lin.request(Method::GET, &format!("/files/{one}")).send().await.unwrap().status(), StatusCode::NOT_FOUND);
        desk.verify().await;
    }
}

story! {
    /// Taken back within its ten seconds, an answer is a draft again with its files, before what was written since; sent
    /// again it brings them, once.
    async fn what_is_taken_back_is_a_draft_again(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        let path = format!("/tickets/{}", opened["id"].as_str().unwrap());
        let (lin, mina) = (Seat::new(&desk), Seat::new(&desk));
        join(&lin, Role::Agent, "lin@example.com").await;
        join(&mina, Role::Agent, "mina@example.com").await;
        let file = send(&lin, "proof.log", b"proof", 5).await;
        let reply = json!({"body": "请看附件", "files": [file]});
        let sent = lin.post(&format!("{path}/replies"), reply.clone(), StatusCode::CREATED).await["entry"]["number"].as_i64().unwrap();
        let since = json!({"body": "另外，", "revision": 0});
        read(lin.request(Method::PUT, &format!("{path}/drafts/reply")).json(&since), StatusCode::OK).await;
        lin.post(&format!("{path}/notes"), json!({"body": "x", "files": [file]}), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(lin.delete(&format!("{path}/replies/{sent}")).await, StatusCode::OK);
        desk.verify().await;
        let draft = lin.get(&format!("{path}/drafts")).await["results"][0].clone();
        assert_eq!((draft["body"].as_str(), draft["revision"].as_i64()), (Some("请看附件\n\n另外，"), Some(2)));
        assert_eq!((ids(&draft["files"]), draft["files"][0]["state"].as_str()), (vec![&file[..]], Some("ready")));

        // It stays where it was said until it goes with something else, and only its sender can send it.
        dengta::files::sweep::sweep(&desk.app).await.unwrap();
        mina.post(&format!("{path}/replies"), reply.clone(), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(lin.delete(&format!("/files/{file}")).await, StatusCode::NOT_FOUND, "the record keeps it");
        let again = json!({"body": "请看附件\n\n另外，", "files": [file]});
        let number = lin.post(&format!("{path}/replies"), again, StatusCode::CREATED).await["entry"]["number"].as_i64().unwrap();
        assert_eq!(lin.get(&format!("{path}/drafts")).await["results"], json!([]));
        lin.post(&format!("{path}/replies"), reply, StatusCode::UNPROCESSABLE_ENTITY).await;
        desk.app.clock.turn(11 * SECOND);

        let entries = desk.get(&token, &format!("/api/v1{path}/entries")).await;
        let entry = |number: i64| entries["results"].as_array().unwrap().iter().find(|e| e["number"] == number).unwrap();
        for number in [sent, number] {
            assert_eq!(ids(&entry(number)["files"]), vec![&file[..]]);
            assert_eq!(entry(number)["details"]["files"][0]["sha256"], entry(sent)["details"]["files"][0]["sha256"]);
        }
        let browser = Browser::new(&desk);
        let case = crate::files::known(&desk, &browser, opened["id"].as_str().unwrap()).await;
        assert_eq!(browser.page(&case).await.matches(&format!("/files/{file}\"")).count(), 1);
        let content = browser.get(&format!("{case}/files/{file}")).await;
        assert_eq!((content.status(), content.text().await.unwrap().as_str()), (StatusCode::OK, "proof"));
        assert_eq!(lin.delete(&format!("{path}/replies/{number}")).await, StatusCode::CONFLICT);
        desk.verify().await;
    }
}
