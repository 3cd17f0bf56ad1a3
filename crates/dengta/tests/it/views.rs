//! Views: what each holds, how many, for whom; under concurrent writers and two nodes.

use std::collections::BTreeSet;

use dengta::people::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::{Param, params};
use uuid::Uuid;

use crate::desk::{Desk, read, ticket};
use crate::people::{Colleague, Seat, join};

/// Makes a team of these agents.
pub async fn team(desk: &Desk, name: &'static str, members: &[Uuid]) -> Uuid {
    let (moment, members) = (desk.app.clock.moment(), members.to_vec());
    let make = move |tx: &mut store::Tx<'_>| {
        let id = moment.draws().uuid();
        tx.execute("INSERT INTO team (id, name, created_at) VALUES ($1, $2, $3)", params![id, name, moment.at])?;
        for member in &members {
            tx.execute("INSERT INTO team_member (team_id, agent_id) VALUES ($1, $2)", params![id, *member])?;
        }
        Ok::<_, store::Error>(id)
    };
    desk.app.db.write(make).await.unwrap()
}

/// Every id of a view, page by page; none twice.
async fn ids(seat: &Seat<'_>, view: &str) -> BTreeSet<Uuid> {
    let (mut seen, mut after) = (BTreeSet::new(), String::new());
    loop {
        let page = seat.get(&format!("/tickets?view={view}&limit=7{after}")).await;
        let results = page["results"].as_array().unwrap();
        assert!(results.len() <= 7);
        let times: Vec<_> = results.iter().map(|found| found["updated_at"].as_str().unwrap()).collect();
        assert!(view == "all" || times.is_sorted_by(|one, other| one >= other), "{view}: {times:?}");
        for found in results {
            assert!(seen.insert(id_of(found)), "twice in {view}");
        }
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return seen,
        }
    }
}

fn id_of(shown: &Value) -> Uuid {
    shown["id"].as_str().unwrap().parse().unwrap()
}

/// The ids that a plain condition finds.
async fn plain(desk: &Desk, condition: &str, values: &[Uuid]) -> BTreeSet<Uuid> {
    let (sql, values) = (format!("SELECT id FROM ticket WHERE {condition}"), values.to_vec());
    let find = move |tx: &mut store::Tx<'_>| {
        let params: Vec<Param<'_>> = values.iter().map(|id| Param::Uuid(*id)).collect();
        tx.query(&sql, &params, |row| row.get::<Uuid>(0))
    };
    desk.app.db.read(find).await.unwrap().into_iter().collect()
}

async fn opened(desk: &Desk, token: &str, number: usize) -> Uuid {
    let mut new = ticket(&format!("c{}@example.com", number % 5));
    new["category"] = ["deposit", "withdrawal", "other"][number % 3].into();
    new["language"] = ["zh-CN", "ko"][number % 2].into();
    new["fields"] = json!({});
    id_of(&desk.post(token, "/api/v1/tickets", &new).await)
}

/// A time next month.
fn later(desk: &Desk) -> String {
    dengta::clock::rfc3339(desk.app.clock.now() + 30 * dengta::clock::DAY)
}

async fn made(seat: &Seat<'_>, title: &str, query: &str) -> Value {
    seat.post("/views", json!({"title": title, "query": query}), StatusCode::CREATED).await
}

/// Waits until a view is filled, and for whatever the follower has to follow.
async fn ready(desk: &Desk, seat: &Seat<'_>) {
    desk.until("views are filled", || async {
        let views = seat.get("/views").await;
        views["results"].as_array().unwrap().iter().all(|view| view["ready"] == true)
    })
    .await;
    still(desk).await;
}

/// Waits until every follower has seen everything.
async fn still(desk: &Desk) {
    desk.until("followers stand at the end", || async {
        let lag = |tx: &mut store::Tx<'_>| {
            let none = !dengta::views::saved::any(tx)?;
            let members = if none { 0 } else { dengta::tickets::log::lag(tx, dengta::views::members::NAME)? };
            Ok::<_, store::Error>(dengta::tickets::log::lag(tx, dengta::views::counts::NAME)? + members)
        };
        desk.app.db.read(lag).await.unwrap() == 0
    })
    .await;
}

async fn put(seat: &Seat<'_>, path: &str, body: Value, status: StatusCode) -> Value {
    read(seat.request(Method::PUT, path).json(&body), status).await
}

async fn settle(seat: &Seat<'_>, id: Uuid, what: &str, body: Value) {
    let status = if what == "priority" { StatusCode::OK } else { StatusCode::CREATED };
    let method = if what == "priority" { Method::PUT } else { Method::POST };
    read(seat.request(method, &format!("/tickets/{id}/{what}")).json(&body), status).await;
}

story! {
    /// Each view that is there for everybody holds what a plain look finds, and its count says how many.
    async fn built_in_views_hold_what_they_say(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let (seat, other) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&seat, Role::Agent, "ada@example.com").await;
        join(&other, Role::Lead, "bo@example.com").await;
        let (first, second) = (team(&desk, "Payments", &[ada.id]).await, team(&desk, "Security", &[ada.id]).await);
        let third = team(&desk, "Nobody", &[]).await;
        let mut all = Vec::new();
        for number in 0..36 {
            all.push(opened(&desk, &token, number).await);
        }
        for (number, id) in all.iter().enumerate() {
            match number % 12 {
                0 | 1 => settle(&seat, *id, "assignment", json!({"agent": "me"})).await,
                2 => settle(&seat, *id, "assignment", json!({"team": first})).await,
                3 => settle(&seat, *id, "assignment", json!({"team": second, "agent": "me"})).await,
                4 => settle(&seat, *id, "assignment", json!({"team": third})).await,
                5 => settle(&seat, *id, "closure", json!({})).await,
                6 => settle(&seat, *id, "replies", json!({"body": "…"})).await,
                7 => settle(&seat, *id, "snooze", json!({"until": later(&desk)})).await,
                8 => settle(&seat, *id, "spam", json!({})).await,
                9 => settle(&other, *id, "assignment", json!({"agent": "me"})).await,
                _ => {}
            }
        }
        still(&desk).await;
        let counts = seat.get("/counts").await["counts"].clone();
        for (view, name, condition, values) in [
            ("open", "open", "standing = 'open'", vec![]),
            ("mine", "mine", "standing = 'open' AND assignee_id = $1", vec![ada.id]),
            ("team", "team", "standing = 'open' AND team_id IN ($1, $2)", vec![first, second]),
            ("unassigned", "unassigned", "standing = 'open' AND assignee_id IS NULL", vec![]),
            ("waiting", "waiting", "standing = 'open' AND awaiting = 'customer'", vec![]),
            ("snoozed", "snoozed", "standing = 'snoozed'", vec![]),
            ("closed", "closed", "standing = 'closed'", vec![]),
            ("spam", "spam", "standing = 'spam'", vec![]),
            ("open&category=deposit", "category:deposit", "standing = 'open' AND category = 'deposit'", vec![]),
            ("open&language=ko", "language:ko", "standing = 'open' AND language = 'ko'", vec![]),
        ] {
            let expected = plain(&desk, condition, &values).await;
            assert!(!expected.is_empty(), "{view}");
            assert_eq!(ids(&seat, view).await, expected, "{view}");
            assert_eq!(counts[name], expected.len(), "{view}");
        }
        assert_eq!(ids(&seat, "all").await.len(), 36);
        assert_eq!((&counts["category:api"], &counts["language:ja"]), (&json!(0), &json!(0)));
        let found = seat.get(&format!("/tickets/{}", all[3])).await;
        assert_eq!((&found["team"]["name"], &found["standing"]), (&json!("Security"), &json!("open")));

        let others = other.get("/counts").await["counts"].clone();
        assert_eq!((&others["mine"], &others["team"]), (&json!(3), &json!(0)));
        let programs = desk.get(&token, "/api/v1/counts").await["counts"].clone();
        assert_eq!((&programs["open"], programs.get("mine"), programs.get("team")), (&counts["open"], None, None));
        for (query, field) in [("view=none", "view"), ("view=closed&category=deposit", "category"), ("category=x", "category"),
            ("category=deposit&language=ko", "category"), ("view=mine&language=ko", "language"), ("language=tlh", "language"),
            ("after=x", "after"), ("limit=0", "limit")] {
            let refused = read(seat.request(Method::GET, &format!("/tickets?{query}")), StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!(refused["errors"][0]["field"], field, "{query}");
            assert!(!refused.to_string().contains("error-"), "{refused}");
        }
        for view in ["mine", "team"] {
            read(desk.request(&token, Method::GET, &format!("/api/v1/tickets?view={view}")), StatusCode::FORBIDDEN).await;
        }
    }
}

story! {
    /// A saved view fills, follows what happens, and goes with "me", "my team" and names.
    async fn a_saved_view_lives(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let (ada, bo) = (Seat::new(&desk), Seat::new(&desk));
        let (a, b) = (join(&ada, Role::Lead, "ada@example.com").await, join(&bo, Role::Agent, "bo@example.com").await);
        let payments = team(&desk, "Payments", &[a.id, b.id]).await;
        let mut all = Vec::new();
        for number in 0..12 {
            all.push(opened(&desk, &token, number).await);
        }
        let deposits = made(&ada, "充值", "state:open category:deposit").await;
        assert_eq!((&deposits["title"], &deposits["shared"], &deposits["owner"]), (&json!("充值"), &json!("me"), &json!(a.id)));
        let share = |query: &str| json!({"title": "x", "query": query, "shared": "all"});
        let mine = ada.post("/views", share("assignee:me state:open"), StatusCode::CREATED).await;
        let ours = ada.post("/views", json!({"title": "y", "query": "team:mine", "shared": "team", "team": payments}), StatusCode::CREATED).await;
        let named = ada.post("/views", share("team:payments tag:vip -tag:test"), StatusCode::CREATED).await;
        ready(&desk, &ada).await;
        let view = |shown: &Value| shown["id"].as_str().unwrap().to_owned();
        assert_eq!(ids(&ada, &view(&deposits)).await, plain(&desk, "category = 'deposit'", &[]).await);

        settle(&ada, all[0], "closure", json!({})).await;
        settle(&ada, all[1], "assignment", json!({"agent": "me"})).await;
        settle(&bo, all[2], "assignment", json!({"agent": "me", "team": payments})).await;
        settle(&bo, all[3], "assignment", json!({"team": payments})).await;
        settle(&bo, all[3], "tags", json!({"add": ["vip"]})).await;
        settle(&bo, all[2], "tags", json!({"add": ["vip", "test"]})).await;
        let fresh = opened(&desk, &token, 0).await;
        still(&desk).await;
        let expected = plain(&desk, "category = 'deposit' AND standing = 'open'", &[]).await;
        assert!(expected.contains(&fresh) && !expected.contains(&all[0]));
        assert_eq!(ids(&ada, &view(&deposits)).await, expected);
        assert_eq!(ids(&ada, &view(&mine)).await, BTreeSet::from([all[1]]), "mine is Ada's to Ada");
        assert_eq!(ids(&bo, &view(&mine)).await, BTreeSet::from([all[2]]), "and Bo's to Bo");
        assert_eq!(ids(&bo, &view(&ours)).await, BTreeSet::from([all[2], all[3]]));
        assert_eq!(ids(&bo, &view(&named)).await, BTreeSet::from([all[3]]));
        for (seat, total) in [(&ada, json!([expected.len(), 1, 2, 1])), (&bo, json!([null, 1, 2, 1]))] {
            let counts = seat.get("/counts").await["counts"].clone();
            let views = seat.get("/views").await;
            for (view, total) in [&deposits, &mine, &ours, &named].iter().zip(total.as_array().unwrap()) {
                let id = view["id"].as_str().unwrap();
                assert_eq!(counts.get(id).unwrap_or(&Value::Null), total, "{view}");
                let listed = views["results"].as_array().unwrap().iter().find(|each| each["id"] == id);
                assert_eq!(listed.map_or(&Value::Null, |each| &each["total"]), total);
            }
        }

        // The team gets another name: who is called "payments" now has nothing.
        let rename = move |tx: &mut store::Tx<'_>| tx.execute("UPDATE team SET name = 'Funds' WHERE id = $1", params![payments]);
        desk.app.db.write(rename).await.unwrap();
        desk.until("the view goes with the name", || async { ids(&ada, &view(&named)).await.is_empty() }).await;
        let again = json!({"title": "VIP", "query": "TEAM:funds tag:vip", "shared": "all", "position": 0});
        let changed = put(&ada, &format!("/views/{}", view(&named)), again, StatusCode::OK).await;
        assert_eq!((&changed["query"], &changed["position"]), (&json!("team:funds tag:vip"), &json!(0)));
        ready(&desk, &ada).await;
        assert_eq!(ids(&bo, &view(&named)).await, BTreeSet::from([all[2], all[3]]));

        assert_eq!(ada.delete(&format!("/views/{}", view(&named))).await, StatusCode::NO_CONTENT);
        read(ada.request(Method::GET, &format!("/tickets?view={}", view(&named))), StatusCode::NOT_FOUND).await;
        desk.until("what nobody looks at is swept", || async {
            const LEFT: &str = "SELECT (SELECT count(*) FROM view_bucket b WHERE NOT EXISTS (SELECT 1 FROM saved_view v WHERE v.fill = b.fill))
                + (SELECT count(*) FROM view_ticket t WHERE NOT EXISTS (SELECT 1 FROM view_bucket b WHERE b.id = t.bucket))";
            desk.app.db.read(|tx| tx.first(LEFT, &[], |row| row.get::<i64>(0))).await.unwrap() == Some(0)
        }).await;
    }
}

story! {
    /// What is somebody's own is there for nobody else; sharing wants the permission.
    async fn views_of_others_are_not_there(desk: Desk) {
        let (ada, bo, cy) = (Seat::new(&desk), Seat::new(&desk), Seat::new(&desk));
        let a = join(&ada, Role::Admin, "ada@example.com").await;
        let b = join(&bo, Role::Agent, "bo@example.com").await;
        join(&cy, Role::Agent, "cy@example.com").await;
        let team = team(&desk, "Payments", &[a.id, b.id]).await;
        let query = "state:open";
        let own = made(&bo, "mine alone", query).await;
        let of = |view: &Value| format!("/views/{}", view["id"].as_str().unwrap());
        for seat in [&ada, &cy] {
            assert_eq!(seat.get("/views").await["results"], json!([]));
            assert!(seat.get("/counts").await["counts"].get(own["id"].as_str().unwrap()).is_none());
            read(seat.request(Method::GET, &format!("/tickets?view={}", own["id"].as_str().unwrap())), StatusCode::NOT_FOUND).await;
            put(seat, &of(&own), json!({"title": "x", "query": query}), StatusCode::NOT_FOUND).await;
            assert_eq!(seat.delete(&of(&own)).await, StatusCode::NOT_FOUND);
        }
        for shared in [json!({"shared": "all"}), json!({"shared": "team", "team": team})] {
            let mut body = json!({"title": "x", "query": query});
            body.as_object_mut().unwrap().extend(shared.as_object().unwrap().clone());
            read(bo.request(Method::POST, "/views").json(&body), StatusCode::FORBIDDEN).await;
            put(&bo, &of(&own), body.clone(), StatusCode::FORBIDDEN).await;
            let made = ada.post("/views", body, StatusCode::CREATED).await;
            assert_eq!(bo.get("/views").await["results"].as_array().unwrap().len(), 2, "Bo sees it beside the own one");
            let cys = cy.get("/views").await["results"].as_array().unwrap().len();
            assert_eq!(cys, usize::from(shared["shared"] == "all"));
            put(&bo, &of(&made), json!({"title": "x", "query": query}), StatusCode::FORBIDDEN).await;
            assert_eq!(bo.delete(&of(&made)).await, StatusCode::FORBIDDEN);
            let status = if shared["shared"] == "all" { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND };
            assert_eq!(cy.delete(&of(&made)).await, status);
            assert_eq!(ada.delete(&of(&made)).await, StatusCode::NO_CONTENT);
        }
        for (body, field, code) in [
            (json!({"title": "", "query": query}), "title", "required"),
            (json!({"title": "x".repeat(101), "query": query}), "title", "too-long"),
            (json!({"title": "x", "query": ""}), "query", "required"),
            (json!({"title": "x", "query": "state:open bitcoin"}), "query", "view-not-of-filters"),
            (json!({"title": "x", "query": "\"lost bitcoin\""}), "query", "view-not-of-filters"),
            (json!({"title": "x", "query": "before:2026-11-01"}), "query", "view-not-of-filters"),
            (json!({"title": "x", "query": "colour:red"}), "query", "unknown-filter"),
            (json!({"title": "x", "query": "team:\"no such team\""}), "query", "invalid-filter"),
            (json!({"title": "x", "query": "assignee:9999"}), "query", "invalid-filter"),
            (json!({"title": "x", "query": format!("state:open {}", "tag:a ".repeat(200))}), "query", "too-long"),
            (json!({"title": "x", "query": query, "shared": "world"}), "shared", "invalid-choice"),
            (json!({"title": "x", "query": query, "shared": "team"}), "team", "required"),
            (json!({"title": "x", "query": query, "shared": "team", "team": "7"}), "team", "team-unknown"),
            (json!({"title": "x", "query": query, "shared": "team", "team": Uuid::nil()}), "team", "team-unknown"),
            (json!({"title": "x", "query": query, "position": -1}), "position", "invalid-choice"),
        ] {
            let refused = ada.post("/views", body.clone(), StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!((&refused["errors"][0]["field"], &refused["errors"][0]["code"]), (&json!(field), &json!(code)), "{body}");
            assert!(!refused.to_string().contains("error-"), "{refused}");
        }
        for number in 1..50 {
            made(&bo, &number.to_string(), "state:closed").await;
        }
        let refused = bo.post("/views", json!({"title": "x", "query": query}), StatusCode::CONFLICT).await;
        assert_eq!(refused["type"], "/problems/too-many-views");

        ada.post("/views", json!({"title": "all", "query": "assignee:me", "shared": "all"}), StatusCode::CREATED).await;
        assert_eq!(ada.delete(&format!("/agents/{}", b.id)).await, StatusCode::NO_CONTENT);
        let left = |tx: &mut store::Tx<'_>| tx.first("SELECT count(*) FROM saved_view", &[], |row| row.get::<i64>(0));
        assert_eq!(desk.app.db.read(left).await.unwrap(), Some(1), "what Bo kept alone has gone with Bo");
    }
}

/// What a writer does to a ticket, whether or not it is allowed just then.
async fn stir(desk: &Desk, token: &str, who: &Colleague, team: Uuid, id: Uuid, turn: usize) {
    let (method, what, body) = match turn % 11 {
        0 => (Method::POST, "assignment", json!({"agent": who.id})),
        1 => (Method::POST, "closure", json!({})),
        2 => (Method::DELETE, "closure", json!({})),
        3 => (Method::POST, "tags", json!({"add": ["vip"]})),
        4 => (Method::POST, "assignment", json!({"team": team})),
        5 => (Method::POST, "snooze", json!({"until": later(desk)})),
        6 => (Method::POST, "spam", json!({})),
        7 => (Method::POST, "tags", json!({"remove": ["vip"]})),
        8 => (Method::DELETE, "spam", json!({})),
        9 => (Method::PUT, "priority", json!({"priority": if turn.is_multiple_of(2) { "high" } else { "low" }})),
        _ => (Method::POST, "replies", json!({"body": "…"})),
    };
    let path = format!("/api/v1/tickets/{id}/{what}");
    let status = desk.request(token, method, &path).json(&body).send().await.unwrap().status();
    assert!(status.is_success() || status == StatusCode::CONFLICT, "{what}: {status}");
}

story! {
    /// Many write at once while views are made, changed and deleted, and two nodes follow: in the end every count and
    /// every member is what a plain look at the rows finds.
    async fn counts_and_members_are_exact(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let seat = Seat::new(&desk);
        let ada = join(&seat, Role::Lead, "ada@example.com").await;
        let team = team(&desk, "Payments", &[ada.id]).await;
        let mut all = Vec::new();
        for number in 0..24 {
            all.push(opened(&desk, &token, number).await);
        }
        let before = made(&seat, "before", "tag:vip state:open").await;

        // A second node on the same store.
        let node = dengta::server::open(&desk.options, desk.app.clock.clone(), false).await.unwrap();
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let second = [
            tokio::spawn(dengta::views::follow_members(node.clone(), stopped.clone())),
            tokio::spawn(dengta::views::follow_counts(node.clone(), stopped)),
        ];
        let stirring = async {
            let desk = &desk;
            let writer = |writer: usize| {
                let (token, ada, all) = (&token, &ada, &all);
                async move {
                    for step in 0..60 {
                        let turn = writer * 17 + step * 7;
                        stir(desk, token, ada, team, all[(turn * 5 + step) % all.len()], turn).await;
                    }
                }
            };
            tokio::join!(writer(0), writer(1), writer(2), writer(3));
        };
        let viewing = async {
            let mut views = vec![before];
            for query in ["assignee:me", "team:mine state:open", "priority:high", "-tag:vip state:closed", "assignee:me team:mine"] {
                views.push(made(&seat, query, query).await);
                let gone = made(&seat, "gone", query).await;
                assert_eq!(seat.delete(&format!("/views/{}", gone["id"].as_str().unwrap())).await, StatusCode::NO_CONTENT);
            }
            let path = format!("/views/{}", views[3]["id"].as_str().unwrap());
            views[3] = put(&seat, &path, json!({"title": "low", "query": "priority:low"}), StatusCode::OK).await;
            views
        };
        let ((), views) = tokio::join!(stirring, viewing);
        ready(&desk, &seat).await;
        stop.send_replace(true);
        for follower in second {
            follower.await.unwrap();
        }
        still(&desk).await;

        let counts = seat.get("/counts").await["counts"].clone();
        let me = ada.id;
        for (index, condition, values) in [
            (0, "tags LIKE '% vip %' AND standing = 'open'", vec![]),
            (1, "assignee_id = $1", vec![me]),
            (2, "team_id = $1 AND standing = 'open'", vec![team]),
            (3, "priority = 'low'", vec![]),
            (4, "NOT tags LIKE '% vip %' AND standing = 'closed'", vec![]),
            (5, "assignee_id = $1 AND team_id = $2", vec![me, team]),
        ] {
            let (view, expected) = (views[index]["id"].as_str().unwrap(), plain(&desk, condition, &values).await);
            assert_eq!(ids(&seat, view).await, expected, "{condition}");
            assert_eq!(counts[view], expected.len(), "{condition}");
        }
        for (name, condition, values) in [
            ("open", "standing = 'open'", vec![]),
            ("mine", "standing = 'open' AND assignee_id = $1", vec![me]),
            ("team", "standing = 'open' AND team_id = $1", vec![team]),
            ("unassigned", "standing = 'open' AND assignee_id IS NULL", vec![]),
            ("waiting", "standing = 'open' AND awaiting = 'customer'", vec![]),
            ("snoozed", "standing = 'snoozed'", vec![]),
            ("closed", "standing = 'closed'", vec![]),
            ("spam", "standing = 'spam'", vec![]),
            ("category:other", "standing = 'open' AND category = 'other'", vec![]),
        ] {
            assert_eq!(counts[name], plain(&desk, condition, &values).await.len(), "{name}");
        }
        const WRONG: &str = "SELECT count(*) FROM view_bucket b
            WHERE tickets <> (SELECT count(*) FROM view_ticket t WHERE t.bucket = b.id)";
        assert_eq!(desk.app.db.read(|tx| tx.first(WRONG, &[], |row| row.get::<i64>(0))).await.unwrap(), Some(0));
        desk.verify().await;
    }
}
