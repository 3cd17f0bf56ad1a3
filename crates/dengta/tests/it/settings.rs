//! What a desk decides about itself: teams, tags; who changed what; two who change the same at once.

use dengta::people::{Actor, Role};
use dengta::tickets::{Event, Kind, queries, timeline};
use reqwest::{Method, StatusCode};
use serde_json::{Map, Value, json};
use store::params;
use uuid::Uuid;

use crate::desk::{Desk, read};
use crate::people::{Seat, join};

/// The changes of a subject, newest first.
async fn changes(desk: &Desk, token: &str, subject: &str) -> Vec<Value> {
    let page = desk.get(token, &format!("/api/v1/changes?subject={subject}")).await;
    page["results"].as_array().unwrap().clone()
}

/// Gives a ticket to a team, by an entry.
async fn give(desk: &Desk, ticket: &str, team: &Value) {
    let (id, team, moment) = (ticket.parse::<Uuid>().unwrap(), team.clone(), desk.app.clock.moment());
    let give = move |tx: &mut store::Tx<'_>| {
        let mut ticket = queries::lock(tx, id)?.unwrap();
        let details = Map::from_iter([("agent".to_owned(), Value::Null), ("team".to_owned(), team.clone())]);
        let event = Event { kind: Kind::Assigned, actor: Actor::System, at: moment.at, text: String::new(), details };
        timeline::append(tx, &mut ticket, &event, &mut moment.draws())
    };
    desk.app.db.write(give).await.unwrap();
}

story! {
    /// A team is made, changed and archived; who did it can be read; its tickets do not vanish with it.
    async fn a_team_comes_and_goes(desk: Desk) {
        let seat = Seat::new(&desk);
        let admin = join(&seat, Role::Admin, "admin@example.com").await;
        let (mina, token) = (join(&Seat::new(&desk), Role::Agent, "mina@example.com").await, desk.token(Role::Admin).await);
        let body = json!({"name": " Deposits ", "members": [mina.id]});
        let team = seat.post("/teams", body.clone(), StatusCode::CREATED).await;
        assert_eq!((&team["name"], &team["members"]), (&json!("Deposits"), &json!([mina.id])));
        assert_eq!(desk.refused(&token, Method::POST, "/api/v1/teams", &json!({"name": "dePosits"})).await, "invalid name:name-taken");
        let stranger = json!({"name": "x", "members": ["019a0000-0000-7000-8000-000000000000"]});
        assert_eq!(desk.refused(&token, Method::POST, "/api/v1/teams", &stranger).await, "invalid members:member-unknown");

        let path = format!("/api/v1/teams/{}", team["id"].as_str().unwrap());
        let version = team["version"].clone();
        let renamed = desk.put(&token, &path, &json!({"name": "Wallets", "members": [mina.id, admin.id], "version": version})).await;
        let late = json!({"name": "Vaults", "members": [], "version": version});
        assert_eq!(desk.refused(&token, Method::PUT, &path, &late).await, "setting-moved");
        assert_eq!(desk.get(&token, "/api/v1/teams").await["results"], json!([renamed]));

        let told = changes(&desk, &token, &format!("team:{}", team["id"].as_str().unwrap())).await;
        assert_eq!(told.len(), 2);
        assert_eq!((&told[1]["before"], &told[1]["actor"]["name"]), (&Value::Null, &json!("Mina 민아")));
        assert_eq!(told[0]["before"]["name"], "Deposits");
        assert_eq!((&told[0]["after"]["name"], &told[0]["actor"]["kind"]), (&json!("Wallets"), &json!("token")));

        let ticket = desk.ticket(&token).await["id"].as_str().unwrap().to_owned();
        give(&desk, &ticket, &team["id"]).await;
        let gone = desk.request(&token, Method::DELETE, &path);
        read(gone, StatusCode::NO_CONTENT).await;
        assert_eq!(desk.get(&token, "/api/v1/teams").await["results"], json!([]));
        let shown = desk.get(&token, &format!("/api/v1/tickets/{ticket}")).await;
        assert_eq!(shown["team"], Value::Null);
        assert_eq!(shown["entries"], 3, "its timeline says so");
        // The name is free again, and archiving twice is no mistake.
        read(desk.request(&token, Method::DELETE, &path), StatusCode::NO_CONTENT).await;
        desk.post(&token, "/api/v1/teams", &json!({"name": "Wallets"})).await;
        desk.verify().await;
    }
}

story! {
    /// Who leaves, leaves every team; the history says who let them go, and that their token went with them.
    async fn who_leaves_is_in_no_team(desk: Desk) {
        let seat = Seat::new(&desk);
        join(&seat, Role::Admin, "admin@example.com").await;
        let theirs = Seat::new(&desk);
        let other = join(&theirs, Role::Admin, "other@example.com").await;
        let made = theirs.post("/tokens", json!({"name": "report", "role": "agent"}), StatusCode::CREATED).await;
        let team = seat.post("/teams", json!({"name": "Night", "members": [other.id]}), StatusCode::CREATED).await;
        assert_eq!(seat.delete(&format!("/agents/{}", other.id)).await, StatusCode::NO_CONTENT);
        let teams = seat.get("/teams").await;
        assert_eq!(teams["results"][0]["members"], json!([]));
        let refused = seat.request(Method::PUT, &format!("/teams/{}", team["id"].as_str().unwrap()));
        let back = json!({"name": "Night", "members": [other.id]});
        read(refused.json(&back), StatusCode::UNPROCESSABLE_ENTITY).await;

        let auditor = desk.token(Role::Auditor).await;
        let of_agent = changes(&desk, &auditor, &format!("agent:{}", other.id)).await;
        let states: Vec<_> = of_agent.iter().map(|change| change["after"]["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["off", "active", "invited"]);
        assert_eq!(of_agent[2]["actor"]["kind"], "system", "the command line invited");
        let of_token = changes(&desk, &auditor, &format!("token:{}", made["id"].as_str().unwrap())).await;
        assert_eq!((&of_token[0]["after"], &of_token[1]["after"]["name"]), (&Value::Null, &json!("report")));
        let all = desk.get(&auditor, "/api/v1/changes?limit=500").await.to_string();
        assert!(!all.contains(made["token"].as_str().unwrap()) && !all.contains("password"), "{all}");
    }
}

story! {
    /// Tags are described, renamed and taken out of the list; tickets keep what they bear.
    async fn tags_are_explained(desk: Desk) {
        let token = desk.token(Role::Lead).await;
        let vip = desk.post(&token, "/api/v1/tags", &json!({"name": "vip", "description": "Large accounts", "colour": "purple"})).await;
        for bad in ["", "two words", "a,b", "a|b", "-%_\u{0}", &"x".repeat(41)] {
            let refused = desk.refused(&token, Method::POST, "/api/v1/tags", &json!({"name": bad})).await;
            assert!(refused.starts_with("invalid name:"), "{bad}: {refused}");
        }
        assert_eq!(desk.refused(&token, Method::POST, "/api/v1/tags", &json!({"name": "VIP"})).await, "invalid name:name-taken");
        assert_eq!(
            desk.refused(&token, Method::POST, "/api/v1/tags", &json!({"name": "x", "colour": "beige"})).await,
            "invalid colour:invalid-choice"
        );
        desk.post(&token, "/api/v1/tags", &json!({"name": "大客户"})).await;
        let changed = desk.put(&token, "/api/v1/tags/vip", &json!({"name": "whale", "version": vip["version"]})).await;
        assert_eq!(changed["description"], "");
        assert_eq!(desk.refused(&token, Method::PUT, "/api/v1/tags/vip", &json!({"name": "x"})).await, "not-found");
        let names: Vec<Value> = desk.get(&token, "/api/v1/tags").await["results"].as_array().unwrap().clone();
        assert_eq!(names.iter().map(|tag| tag["name"].as_str().unwrap()).collect::<Vec<_>>(), ["whale", "大客户"]);
        let percent = "/api/v1/tags/%E5%A4%A7%E5%AE%A2%E6%88%B7";
        read(desk.request(&token, Method::DELETE, percent), StatusCode::NO_CONTENT).await;
        let told = changes(&desk, &token, "tag").await;
        assert_eq!(told.len(), 5, "two made, one under another name (two), one gone");
        let next = desk.get(&token, "/api/v1/changes?limit=2").await;
        let rest = desk.get(&token, &format!("/api/v1/changes?limit=500&after={}", next["next"].as_str().unwrap())).await;
        assert_eq!(rest["results"].as_array().unwrap().len(), 3);
    }
}

story! {
    /// Two admins save at once: one is told, and nothing of the other is lost.
    async fn of_two_who_save_at_once_one_is_told(desk: Desk) {
        let token = desk.token(Role::Admin).await;
        let team = desk.post(&token, "/api/v1/teams", &json!({"name": "A"})).await;
        let path = format!("/api/v1/teams/{}", team["id"].as_str().unwrap());
        let save = |name: &str| {
            let body = json!({"name": name, "version": team["version"]});
            desk.request(&token, Method::PUT, &path).json(&body).send()
        };
        let (one, two, three) = tokio::join!(save("B"), save("C"), save("D"));
        let mut statuses = [one, two, three].map(|answer| answer.unwrap().status().as_u16());
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409, 409]);
        let count = desk.app.db.read(|tx| tx.first("SELECT count(*) FROM change WHERE subject LIKE 'team:%'", params![], |row| row.get::<i64>(0))).await;
        assert_eq!(count.unwrap(), Some(2));
    }
}
