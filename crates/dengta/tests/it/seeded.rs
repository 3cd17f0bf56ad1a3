//! A store of made-up tickets is a store like any other; and views fill over it, whatever is stopped when.

use dengta::demo::seed::{self, Plan};
use dengta::people::Role;
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Database, Desk, read};

/// A request of the session that the generator gives.
async fn as_lead(desk: &Desk, session: &str, method: Method, path: &str, body: Option<Value>) -> Value {
    let request = desk.client.request(method, format!("{}/api/v1{path}", desk.url));
    let request = request.header(header::COOKIE, format!("dengta_agent={session}")).header(header::ORIGIN, &desk.url);
    match body {
        Some(body) => read(request.json(&body), StatusCode::CREATED).await,
        None => read(request, StatusCode::OK).await,
    }
}

async fn count(desk: &Desk, sql: &'static str) -> i64 {
    desk.app.db.read(move |tx| tx.first(sql, &[], |row| row.get::<i64>(0))).await.unwrap().unwrap()
}

async fn heads(desk: &Desk) -> Vec<Vec<u8>> {
    let read = |tx: &mut store::Tx<'_>| tx.query("SELECT head FROM ticket ORDER BY id", &[], |row| row.get(0));
    desk.app.db.read(read).await.unwrap()
}

story! {
    /// What is made up holds, is counted, and is the same each time.
    async fn made_up_tickets_hold(desk: Desk) {
        let plan = Plan { tickets: 400, seed: 7 };
        seed::fill(&desk.app, plan, |_| ()).await.unwrap();
        desk.verify().await;
        assert_eq!(count(&desk, "SELECT count(*) FROM ticket").await, 400);
        assert!((1200..2200).contains(&count(&desk, "SELECT count(*) FROM entry").await));
        assert!(seed::fill(&desk.app, plan, |_| ()).await.is_err(), "only into an empty store");
        let session = seed::session(&desk.app, plan).await.unwrap();
        let counts = as_lead(&desk, &session, Method::GET, "/counts", None).await["counts"].clone();
        assert_eq!(counts.as_object().unwrap().len(), 40, "{counts}");
        assert_eq!(counts["open"], count(&desk, "SELECT count(*) FROM ticket WHERE standing = 'open'").await);
        // Of a handful of open tickets among fifty agents, the lead may have none.
        const MINE: &str = "SELECT count(*) FROM ticket t JOIN agent a ON a.id = t.assignee_id
            WHERE a.number = '0400' AND t.standing = 'open'";
        assert_eq!(counts["mine"], count(&desk, MINE).await);
        for view in ["open", "team", "closed", "snoozed", "spam"] {
            assert_ne!(counts[view], 0, "{view}");
        }
        let again = Desk::start(Database::Sqlite).await;
        seed::fill(&again.app, plan, |_| ()).await.unwrap();
        assert_eq!(heads(&again).await, heads(&desk).await);
        let other = Desk::start(Database::Sqlite).await;
        seed::fill(&other.app, Plan { seed: 8, ..plan }, |_| ()).await.unwrap();
        assert_ne!(heads(&other).await, heads(&desk).await);
    }
}

/// PostgreSQL's log ends where the oldest open transaction began, and the tests share a cluster: the counts of a made-up
/// store wait for whoever holds it up.
#[tokio::test(flavor = "multi_thread")]
async fn counting_waits_for_an_older_transaction() {
    let desk = Desk::start(Database::Postgres).await;
    let (begun, has_begun) = std::sync::mpsc::channel();
    let (release, released) = std::sync::mpsc::channel::<()>();
    let db = desk.app.db.clone();
    let older = tokio::spawn(async move {
        let released = std::sync::Mutex::new(released);
        db.write(move |tx| {
            tx.execute("INSERT INTO setting (key, value) VALUES ('older', '')", &[])?;
            begun.send(()).unwrap();
            let _ = released.lock().unwrap().recv();
            Ok::<_, store::Error>(())
        })
        .await
    });
    tokio::task::spawn_blocking(move || has_begun.recv()).await.unwrap().unwrap();
    let (app, plan) = (desk.app.clone(), Plan { tickets: 50, seed: 7 });
    let fill = tokio::spawn(async move { seed::fill(&app, plan, |_| ()).await });
    // One that did not wait would be over by then, with nothing counted.
    for _ in 0..40 {
        if fill.is_finished() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    drop(release);
    older.await.unwrap().unwrap();
    fill.await.unwrap().unwrap();
    let session = seed::session(&desk.app, plan).await.unwrap();
    let counts = as_lead(&desk, &session, Method::GET, "/counts", None).await["counts"].clone();
    assert_eq!(counts["open"], count(&desk, "SELECT count(*) FROM ticket WHERE standing = 'open'").await);
}

story! {
    /// Views fill while tickets change and the desk is stopped again and again; in the end they are whole.
    async fn filling_goes_on_after_a_restart(desk: Desk) {
        let mut desk = desk;
        let plan = Plan { tickets: 6_000, seed: 1 };
        seed::fill(&desk.app, plan, |_| ()).await.unwrap();
        let (session, token) = (seed::session(&desk.app, plan).await.unwrap(), desk.token(Role::Agent).await);
        let new = json!({"title": "all closed", "query": "state:closed"});
        let made = as_lead(&desk, &session, Method::POST, "/views", Some(new)).await;
        assert_eq!((&made["ready"], &made["progress"]["total"]), (&json!(false), &json!(6000)));
        let mut seen_filling = false;
        for round in 0..6 {
            desk.restart("").await;
            let page = desk.get(&token, "/api/v1/tickets?view=closed&limit=2").await;
            let (reopened, open) = (&page["results"][0]["id"], desk.get(&token, "/api/v1/tickets?limit=1").await);
            let path = |id: &Value| format!("/api/v1/tickets/{}/closure", id.as_str().unwrap());
            read(desk.request(&token, Method::DELETE, &path(reopened)), StatusCode::OK).await;
            desk.post(&token, &path(&open["results"][0]["id"]), &json!({})).await;
            let views = as_lead(&desk, &session, Method::GET, "/views", None).await;
            seen_filling |= views["results"].as_array().unwrap().iter().any(|view| view["ready"] == false);
            assert!(round > 0 || seen_filling, "it cannot be over yet");
        }
        desk.until("every view is filled", || async {
            let views = as_lead(&desk, &session, Method::GET, "/views", None).await;
            views["results"].as_array().unwrap().iter().all(|view| view["ready"] == true)
        }).await;
        desk.until("followers stand at the end", || async {
            desk.app.db.read(|tx| dengta::tickets::log::lag(tx, dengta::views::members::NAME)).await.unwrap() == 0
        }).await;
        const WRONG: &str = "SELECT count(*) FROM view_bucket b
            WHERE tickets <> (SELECT count(*) FROM view_ticket t WHERE t.bucket = b.id)";
        assert_eq!(count(&desk, WRONG).await, 0);
        for (title, condition) in [
            ("all closed", "standing = 'closed'"),
            ("category:security", "category = 'security'"),
            ("tag:vip -tag:refund", "tags LIKE '% vip %' AND tags NOT LIKE '% refund %'"),
            ("language:ja state:closed", "language = 'ja' AND standing = 'closed'"),
        ] {
            let members = format!("SELECT count(*) FROM view_ticket m JOIN view_bucket b ON b.id = m.bucket
                JOIN saved_view v ON v.fill = b.fill JOIN ticket t ON t.id = m.ticket_id
                WHERE v.title = $1 AND {condition} AND m.updated_at = t.updated_at");
            const COUNTED: &str = "SELECT tickets FROM view_bucket b JOIN saved_view v ON v.fill = b.fill WHERE v.title = $1";
            let plain = format!("SELECT count(*) FROM ticket WHERE {condition}");
            let read = move |tx: &mut store::Tx<'_>| {
                let members = tx.first(&members, params![title], |row| row.get::<i64>(0))?;
                let sums = tx.query(COUNTED, params![title], |row| row.get::<i64>(0))?;
                Ok::<_, store::Error>((members, Some(sums.iter().sum::<i64>()), tx.first(&plain, &[], |row| row.get::<i64>(0))?))
            };
            let (members, counted, plain) = desk.app.db.read(read).await.unwrap();
            assert_eq!((members, counted), (plain, plain), "{title}");
        }
    }
}
