//! Agents: invited, signed in, thrown out; guesses; API tokens.

use std::process::Command;

use dengta::clock::{Clock, HOUR, MINUTE, SECOND};
use dengta::keys::{new_token, token_hash};
use dengta::people::agents::{self, NewAgent};
use dengta::people::links::{self, Link, Purpose};
use dengta::people::{Actor, Role, totp};
use dengta::server::Options;
use reqwest::{Method, RequestBuilder, Response, StatusCode, header};
use serde_json::{Value, json};
use store::{Db, Tx, params};
use uuid::Uuid;

use crate::desk::{Desk, read, ticket};

pub const PASSWORD: &str = "灯塔 lights the harbour";

/// An agent's browser, which keeps cookies and comes from the desk's own pages.
pub struct Seat<'d> {
    desk: &'d Desk,
    client: reqwest::Client,
    origin: String,
    from: Option<String>,
}

impl<'d> Seat<'d> {
    pub fn new(desk: &'d Desk) -> Seat<'d> {
        let client = reqwest::Client::builder().cookie_store(true).user_agent("Seat/1").build().unwrap();
        Seat { desk, client, origin: desk.url.clone(), from: None }
    }

    /// A browser behind a proxy.
    fn behind(desk: &'d Desk, address: &str) -> Seat<'d> {
        Seat { from: Some(address.to_owned()), ..Seat::new(desk) }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}/api/v1{path}", self.desk.url));
        let request = request.header(header::ORIGIN, &self.origin);
        match &self.from {
            Some(address) => request.header("x-forwarded-for", address),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Value {
        read(self.request(Method::GET, path), StatusCode::OK).await
    }

    pub async fn post(&self, path: &str, body: Value, status: StatusCode) -> Value {
        read(self.request(Method::POST, path).json(&body), status).await
    }

    pub async fn delete(&self, path: &str) -> StatusCode {
        self.request(Method::DELETE, path).send().await.unwrap().status()
    }

    /// Whether somebody is signed in here.
    pub async fn knows_me(&self) -> bool {
        let status = self.request(Method::GET, "/session").send().await.unwrap().status();
        assert!(matches!(status, StatusCode::OK | StatusCode::UNAUTHORIZED), "{status}");
        status == StatusCode::OK
    }

    async fn try_sign_in(&self, email: &str, password: &str, code: &str) -> Response {
        let body = json!({"email": email, "password": password, "totp": code});
        self.request(Method::POST, "/session").json(&body).send().await.unwrap()
    }

    async fn guess(&self, email: &str) -> StatusCode {
        self.try_sign_in(email, "not the password", "000000").await.status()
    }
}

/// Somebody who works here.
pub struct Colleague {
    pub id: Uuid,
    pub email: String,
    secret: totp::Shared,
    /// The code that was used to enrol.
    enrolled: String,
}

impl Colleague {
    /// The code of a step that was not used yet: the clock goes on to it.
    pub fn next_code(&self, desk: &Desk) -> String {
        desk.app.clock.turn(31 * SECOND);
        totp::code(&self.secret, desk.app.clock.now())
    }

    pub async fn sign_in(&self, seat: &Seat<'_>) -> Response {
        let code = self.next_code(seat.desk);
        seat.try_sign_in(&self.email, PASSWORD, &code).await
    }
}

/// Makes the row and the link of an invitation, as the command line does.
async fn invitation(desk: &Desk, role: Role, email: &str) -> String {
    let (new, moment) = (NewAgent::checked(email, "Mina", role.name(), Some("ko")).unwrap(), desk.app.clock.moment());
    let make = move |tx: &mut store::Tx<'_>| {
        let mut draws = moment.draws();
        let subject = agents::enrol(tx, &new, Actor::System, moment.at, &mut draws)?;
        let token = new_token("", &mut draws);
        links::make(tx, &token, Purpose::Invite, Link { subject, ticket: None }, moment.at)?;
        Ok::<_, dengta::error::Problem>(token)
    };
    desk.app.db.write(make).await.unwrap()
}

/// Accepts an invitation in a browser, and enrols the second factor.
pub async fn accept(seat: &Seat<'_>, token: &str) -> Colleague {
    let preview = seat.post("/invitations/preview", json!({"token": token}), StatusCode::OK).await;
    let secret = totp::enrolment(&seat.desk.app.keys, &token_hash(token));
    assert_eq!(preview["totp_secret"], totp::base32(&secret));
    let code = totp::code(&secret, seat.desk.app.clock.now());
    let body = json!({"token": token, "name": "Mina 민아", "password": PASSWORD, "totp": &code});
    let me = seat.post("/invitations/acceptance", body, StatusCode::OK).await;
    let id = me["id"].as_str().unwrap().parse().unwrap();
    Colleague { id, email: me["email"].as_str().unwrap().to_owned(), secret, enrolled: code }
}

/// Somebody who works here, signed in at `seat`.
pub async fn join(seat: &Seat<'_>, role: Role, email: &str) -> Colleague {
    accept(seat, &invitation(seat.desk, role, email).await).await
}

/// Somebody who works here, behind the program's back: the secret of a session of theirs.
pub async fn seated(db: &Db, email: &str, name: &str, role: Role) -> String {
    const ACTIVATE: &str = "UPDATE agent SET state = 'active' WHERE id = $1";
    const START: &str =
        "INSERT INTO agent_session (id, token_hash, agent_id, user_agent, created_at, last_seen_at, expires_at)
        VALUES ($1, $2, $3, '', $4, $4, $5)";
    let moment = Clock::default().moment();
    let new = NewAgent::checked(email, name, role.name(), None).unwrap();
    let start = move |tx: &mut Tx<'_>| {
        let (mut draws, at) = (moment.draws(), moment.at);
        let id = agents::enrol(tx, &new, Actor::System, at, &mut draws)?;
        tx.execute(ACTIVATE, params![id])?;
        let token = new_token("", &mut draws);
        tx.execute(START, params![draws.uuid(), &token_hash(&token), id, at, at + 10 * HOUR])?;
        Ok::<_, dengta::error::Problem>(token)
    };
    db.write(start).await.unwrap()
}

/// The program, beside the running desk: what it printed.
fn dengta(options: &Options, arguments: &[&str]) -> Result<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dengta"));
    command.args(arguments).arg("--data").arg(&options.data);
    if let Some(database) = &options.database {
        command.args(["--database", database]);
    }
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

story! {
    /// The first administrator comes by the command line's link, and looks after the sessions.
    async fn an_invitation_becomes_sessions(desk: Desk) {
        let invite = ["agent", "invite", "--role", "admin", "--email", "Ada@Example.com", "--name", "Ada", "--language", "zh-CN"];
        let printed = dengta(&desk.options, &invite).unwrap();
        let token = printed.strip_prefix(&format!("{}/desk/invitation#", desk.url)).unwrap().trim_end();

        let seat = Seat::new(&desk);
        let preview = seat.post("/invitations/preview", json!({"token": token}), StatusCode::OK).await;
        assert_eq!((&preview["email"], &preview["role"]), (&json!("Ada@Example.com"), &json!("admin")));
        assert!(preview["otpauth_url"].as_str().unwrap().starts_with("otpauth://totp/"));
        assert!(preview["qr_svg"].as_str().unwrap().starts_with("<svg"));
        let wrong = json!({"token": token, "name": " ", "password": "short", "totp": "12345"});
        let refused = seat.post("/invitations/acceptance", wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
        let fields: Vec<_> = refused["errors"].as_array().unwrap().iter().map(|e| (e["field"].as_str().unwrap(), e["code"].as_str().unwrap())).collect();
        assert_eq!(fields, [("name", "required"), ("password", "invalid-password-short"), ("totp", "wrong-code")]);
        assert!(!refused.to_string().contains("error-"), "{refused}");

        let ada = accept(&seat, token).await;
        let me = seat.get("/session").await;
        assert_eq!((me["number"].as_str(), me["language"].as_str(), me["name"].as_str()), (Some("0400"), Some("zh-CN"), Some("Mina 민아")));
        assert_eq!(me["permissions"].as_array().unwrap().len(), Role::Admin.permissions().count());
        for path in ["/invitations/preview", "/session/link"] {
            let status = if path == "/session/link" { StatusCode::NOT_FOUND } else { StatusCode::GONE };
            seat.post(path, json!({"token": token}), status).await;
        }
        seat.post("/invitations/preview", json!({"token": "no such token"}), StatusCode::NOT_FOUND).await;
        assert!(dengta(&desk.options, &invite).unwrap_err().contains("already works here"));

        let second = Seat::new(&desk);
        assert_eq!(ada.sign_in(&second).await.status(), StatusCode::OK);
        let sessions = second.get("/sessions").await["results"].clone();
        assert_eq!(sessions.as_array().unwrap().len(), 2);
        assert_eq!((&sessions[0]["current"], &sessions[1]["current"], &sessions[0]["user_agent"]), (&json!(true), &json!(false), &json!("Seat/1")));
        let other = Seat::new(&desk);
        join(&other, Role::Agent, "bo@example.com").await;
        let first = format!("/sessions/{}", sessions[1]["id"].as_str().unwrap());
        assert_eq!(other.delete(&first).await, StatusCode::NOT_FOUND);
        assert_eq!(second.delete(&first).await, StatusCode::NO_CONTENT);
        assert_eq!(second.delete(&first).await, StatusCode::NOT_FOUND);
        assert!(!seat.knows_me().await && second.knows_me().await);

        assert_eq!(ada.sign_in(&second).await.status(), StatusCode::OK);
        assert_eq!(second.get("/sessions").await["results"].as_array().unwrap().len(), 1, "the browser's session before ended");
        assert_eq!(second.delete("/session").await, StatusCode::NO_CONTENT);
        assert!(!second.knows_me().await);
        assert_eq!(ada.sign_in(&second).await.status(), StatusCode::OK);
        desk.app.clock.turn(12 * HOUR);
        assert!(!second.knows_me().await, "a session ends after twelve hours");
    }
}

story! {
    /// An invitation is mailed, expires, and is replaced by the next one.
    async fn an_invitation_by_mail(desk: Desk) {
        let seat = Seat::new(&desk);
        join(&seat, Role::Admin, "ada@example.com").await;
        let body = json!({"email": "bo@example.com", "name": "Bo", "role": "agent", "language": "ja"});
        let invited = seat.post("/invitations", body.clone(), StatusCode::CREATED).await;
        let old = mailed_link(&desk, &invited["id"]).await;
        desk.app.clock.turn(3 * 24 * HOUR);
        join(&seat, Role::Admin, "eve@example.com").await; // the session has ended meanwhile
        seat.post("/invitations/preview", json!({"token": old}), StatusCode::GONE).await;
        assert_eq!(seat.post("/invitations", body.clone(), StatusCode::CREATED).await["id"], invited["id"]);
        seat.post("/invitations/preview", json!({"token": old}), StatusCode::NOT_FOUND).await;
        let bo = Seat::new(&desk);
        accept(&bo, &mailed_link(&desk, &invited["id"]).await).await;
        let taken = seat.post("/invitations", body, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(taken["errors"][0]["code"], "email-taken");

        let agents = seat.get("/agents?limit=2").await;
        let numbers = |page: &Value| page["results"].as_array().unwrap().iter().map(|a| a["number"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        assert_eq!(numbers(&agents), ["0400", "0401"]);
        let rest = seat.get(&format!("/agents?limit=2&after={}", agents["next"].as_str().unwrap())).await;
        assert_eq!((numbers(&rest), &rest["next"]), (vec!["0402".to_owned()], &Value::Null));
    }
}

/// The link of the newest mail to an agent, as its sender makes it.
pub async fn mailed_link(desk: &Desk, agent: &Value) -> String {
    const NEWEST: &str = "SELECT id FROM outbox WHERE agent_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1";
    let (subject, keys): (Uuid, _) = (agent.as_str().unwrap().parse().unwrap(), desk.app.keys.clone());
    let at = desk.app.clock.now();
    let make = move |tx: &mut store::Tx<'_>| {
        let id = tx.first(NEWEST, params![subject], |row| row.get(0))?.expect("a mail");
        let token = links::token_of(&keys, id);
        links::make(tx, &token, Purpose::Invite, Link { subject, ticket: None }, at)?;
        Ok::<_, store::Error>(token)
    };
    desk.app.db.write(make).await.unwrap()
}

story! {
    /// Whatever is wrong, the answer is the same.
    async fn wrong_credentials_look_alike(desk: Desk) {
        let (seat, off) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&seat, Role::Admin, "ada@example.com").await;
        let gone = join(&off, Role::Agent, "gone@example.com").await;
        invitation(&desk, Role::Agent, "soon@example.com").await;
        assert_eq!(seat.delete(&format!("/agents/{}", gone.id)).await, StatusCode::NO_CONTENT);

        let stranger = Seat::new(&desk);
        let (good, off_code) = (ada.next_code(&desk), totp::code(&gone.secret, desk.app.clock.now()));
        let mut answers = Vec::new();
        for (email, password, code) in [
            ("nobody@example.com", PASSWORD, good.as_str()),
            ("ada@example.com", "not the password", &good),
            ("ada@example.com", PASSWORD, "000000"),
            ("ada@example.com", PASSWORD, ""),
            ("gone@example.com", PASSWORD, &off_code),
            ("soon@example.com", PASSWORD, &good),
            ("no address", PASSWORD, &good),
            ("ada@example.com\u{0}", PASSWORD, &good),
            ("", "", ""),
        ] {
            let response = stranger.try_sign_in(email, password, code).await;
            assert_eq!(response.status(), StatusCode::UNAUTHORIZED, "{email}");
            assert!(response.headers().get(header::SET_COOKIE).is_none());
            let mut answer: Value = response.json().await.unwrap();
            answer["request_id"].take();
            answers.push(answer);
        }
        assert_eq!(answers[0]["type"], "/problems/wrong-credentials");
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        let response = stranger.try_sign_in(" ADA@example.com ", PASSWORD, &good).await;
        assert_eq!(response.status(), StatusCode::OK);
    }
}

story! {
    /// A code works once, also when it comes twice at once.
    async fn a_code_works_once(desk: Desk) {
        let (one, two) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&one, Role::Admin, "ada@example.com").await;
        assert_eq!(two.try_sign_in(&ada.email, PASSWORD, &ada.enrolled).await.status(), StatusCode::UNAUTHORIZED, "used at enrolment");
        let code = ada.next_code(&desk);
        let (a, b) = tokio::join!(one.try_sign_in(&ada.email, PASSWORD, &code), two.try_sign_in(&ada.email, PASSWORD, &code));
        let mut statuses = [a.status().as_u16(), b.status().as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 401]);
        assert_eq!(two.try_sign_in(&ada.email, PASSWORD, &code).await.status(), StatusCode::UNAUTHORIZED);
        desk.app.clock.turn(10 * MINUTE);
        assert_eq!(two.try_sign_in(&ada.email, PASSWORD, &code).await.status(), StatusCode::UNAUTHORIZED, "old");
        assert_eq!(ada.sign_in(&two).await.status(), StatusCode::OK);
    }
}

story! {
    /// Guessing gets slower, survives a restart, and never locks out a browser that its agent has used.
    async fn guesses_lock_out_only_those_who_guess(desk: Desk) {
        let mut desk = desk;
        let email = {
            let (own, stranger) = (Seat::new(&desk), Seat::new(&desk));
            let ada = join(&own, Role::Admin, "ada@example.com").await;
            own.delete("/session").await;
            for email in [ada.email.as_str(), "nobody@example.com"] {
                for _ in 0..5 {
                    assert_eq!(stranger.guess(email).await, StatusCode::UNAUTHORIZED);
                }
                let refused = stranger.try_sign_in(email, "not the password", "000000").await;
                assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
                let wait: i64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
                assert!((1..=30).contains(&wait), "{wait}");
            }
            let right = totp::code(&ada.secret, desk.app.clock.now() + 30 * SECOND);
            assert_eq!(stranger.try_sign_in(&ada.email, PASSWORD, &right).await.status(), StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(own.try_sign_in(&ada.email, PASSWORD, &right).await.status(), StatusCode::OK, "the agent's own browser");

            desk.app.clock.turn(31 * SECOND);
            assert_eq!(stranger.guess(&ada.email).await, StatusCode::UNAUTHORIZED);
            desk.app.clock.turn(31 * SECOND);
            assert_eq!(stranger.guess(&ada.email).await, StatusCode::TOO_MANY_REQUESTS, "now it is a minute");

            // The own browser has a counter of its own, and success wipes it.
            for _ in 0..5 {
                assert_eq!(own.guess(&ada.email).await, StatusCode::UNAUTHORIZED);
            }
            assert_eq!(own.guess(&ada.email).await, StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(ada.sign_in(&own).await.status(), StatusCode::OK);
            assert_eq!(own.guess(&ada.email).await, StatusCode::UNAUTHORIZED);
            assert_eq!(stranger.guess(&ada.email).await, StatusCode::UNAUTHORIZED, "the minute has passed");
            ada.email
        };
        desk.restart("").await;
        let stranger = Seat::new(&desk);
        assert_eq!(stranger.guess(&email).await, StatusCode::TOO_MANY_REQUESTS, "a restart forgets nothing");
        desk.app.clock.turn(-24 * HOUR);
        assert_eq!(stranger.guess(&email).await, StatusCode::UNAUTHORIZED, "a clock turned back locks nobody out");
    }
}

story! {
    /// Tries that come at once are all counted; one network cannot try one password on everybody.
    async fn a_flood_of_guesses_is_counted(desk: Desk) {
        let mut desk = desk;
        desk.restart("trusted_proxies = [\"127.0.0.1\"]\n").await;
        let seats: Vec<_> = (0..16).map(|n| Seat::behind(&desk, &format!("198.51.100.{n}"))).collect();
        let mut tries = tokio::task::JoinSet::new();
        for seat in &seats {
            let body = json!({"email": "ada@example.com", "password": "x", "totp": "0"});
            let request = seat.request(Method::POST, "/session").json(&body);
            tries.spawn(async move { request.send().await.unwrap().status() });
        }
        let statuses = tries.join_all().await;
        let judged = statuses.iter().filter(|status| **status == StatusCode::UNAUTHORIZED).count();
        assert_eq!(judged, 5, "{statuses:?}");

        let spray = Seat::behind(&desk, "203.0.113.7, 192.0.2.66");
        for n in 0..20 {
            assert_eq!(spray.guess(&format!("agent{n}@example.com")).await, StatusCode::UNAUTHORIZED);
        }
        assert_eq!(spray.guess("agent20@example.com").await, StatusCode::TOO_MANY_REQUESTS);
        let forged = Seat::behind(&desk, "203.0.113.8, 192.0.2.66");
        assert_eq!(forged.guess("agent21@example.com").await, StatusCode::TOO_MANY_REQUESTS, "only the proxy is believed");
        assert_eq!(Seat::behind(&desk, "192.0.2.67").guess("agent22@example.com").await, StatusCode::UNAUTHORIZED);
    }
}

story! {
    /// Off-boarding ends everything at once, and the tickets go back to the queue.
    async fn off_boarding_ends_at_once(desk: Desk) {
        let (admin, seat) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&admin, Role::Admin, "ada@example.com").await;
        let bo = join(&seat, Role::Admin, "bo@example.com").await;
        let token = seat.post("/tokens", json!({"name": "script", "role": "agent"}), StatusCode::CREATED).await["token"].clone();
        let token = token.as_str().unwrap();
        let opened = desk.ticket(token).await;
        let path = format!("/tickets/{}", opened["id"].as_str().unwrap());
        seat.post(&format!("{path}/assignment"), json!({"agent": "me"}), StatusCode::CREATED).await;

        let own = admin.request(Method::DELETE, &format!("/agents/{}", ada.id));
        assert_eq!(read(own, StatusCode::FORBIDDEN).await["type"], "/problems/self-forbidden");
        let gone = format!("/agents/{}", bo.id);
        assert_eq!(admin.delete(&gone).await, StatusCode::NO_CONTENT);
        assert!(!seat.knows_me().await);
        assert_eq!(desk.request(token, Method::GET, "/api/v1/tickets").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
        assert_eq!(bo.sign_in(&seat).await.status(), StatusCode::UNAUTHORIZED);
        let shown = admin.get(&path).await;
        assert_eq!(shown["assignee"], Value::Null);
        let entries = admin.get(&format!("{path}/entries")).await["results"].clone();
        let last = entries.as_array().unwrap().last().unwrap();
        assert_eq!((&last["kind"], &last["details"]["agent"], &last["actor"]["id"]), (&json!("assigned"), &Value::Null, &json!(ada.id)));
        let taker = json!({"agent": bo.id});
        admin.post(&format!("{path}/assignment"), taker, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(admin.delete(&gone).await, StatusCode::NO_CONTENT, "again changes nothing");
        assert_eq!(admin.delete(&format!("/agents/{}", Uuid::nil())).await, StatusCode::NOT_FOUND);
        assert_eq!(mails(&desk, bo.id).await, ["account_changed"]);
        desk.verify().await;

        let back = join(&seat, Role::Agent, "bo@example.com").await;
        assert_eq!(back.id, bo.id);
        assert_eq!(seat.get("/session").await["number"], "0401");
    }
}

/// The kinds of mails to an agent, in their order.
pub async fn mails(desk: &Desk, agent: Uuid) -> Vec<String> {
    const KINDS: &str = "SELECT kind FROM outbox WHERE agent_id = $1 ORDER BY kind";
    desk.app.db.read(move |tx| tx.query(KINDS, params![agent], |row| row.get(0))).await.unwrap()
}

story! {
    /// A lost second factor is reset by a colleague; what the agent had ends.
    async fn a_lost_second_factor_is_reset(desk: Desk) {
        let (admin, seat) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&admin, Role::Admin, "ada@example.com").await;
        let bo = join(&seat, Role::Lead, "bo@example.com").await;
        let own = admin.request(Method::POST, &format!("/agents/{}/totp-reset", ada.id));
        assert_eq!(read(own, StatusCode::FORBIDDEN).await["type"], "/problems/self-forbidden");
        admin.post(&format!("/agents/{}/totp-reset", Uuid::nil()), json!({}), StatusCode::NOT_FOUND).await;
        admin.post(&format!("/agents/{}/totp-reset", bo.id), json!({}), StatusCode::NO_CONTENT).await;
        assert!(!seat.knows_me().await);
        assert_eq!(bo.sign_in(&seat).await.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(mails(&desk, bo.id).await, ["account_changed"]);
        let again = accept(&seat, &mailed_link(&desk, &json!(bo.id)).await).await;
        assert_eq!(again.id, bo.id);
        assert_ne!(again.secret, bo.secret);
        assert_eq!(seat.get("/session").await["role"], "lead");
    }
}

story! {
    /// Of two administrators who remove each other at once, one stays; of two who invite, each gets a number.
    async fn two_administrators_at_once(desk: Desk) {
        let (one, two) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&one, Role::Admin, "ada@example.com").await;
        let bo = join(&two, Role::Admin, "bo@example.com").await;
        let body = |name: &str| json!({"email": format!("{name}@example.com"), "name": name, "role": "agent"});
        tokio::join!(
            one.post("/invitations", body("cy"), StatusCode::CREATED),
            two.post("/invitations", body("di"), StatusCode::CREATED),
            one.post("/invitations", body("el"), StatusCode::CREATED),
            two.post("/invitations", body("el"), StatusCode::CREATED),
        );
        let agents = one.get("/agents").await;
        let numbers: Vec<_> = agents["results"].as_array().unwrap().iter().map(|a| a["number"].as_str().unwrap().to_owned()).collect();
        assert_eq!(numbers, ["0400", "0401", "0402", "0403", "0404"]);
        let (to_bo, to_ada) = (format!("/agents/{}", bo.id), format!("/agents/{}", ada.id));
        let (a, b) = tokio::join!(one.delete(&to_bo), two.delete(&to_ada));
        let mut statuses = [a.as_u16(), b.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [204, 401]);
        assert_ne!(one.knows_me().await, two.knows_me().await);
    }
}

story! {
    /// API tokens: made, listed without the secret, revoked; over HTTP and on the command line.
    async fn tokens_come_and_go(desk: Desk) {
        let seat = Seat::new(&desk);
        join(&seat, Role::Admin, "ada@example.com").await;
        let made = seat.post("/tokens", json!({"name": "import", "role": "auditor"}), StatusCode::CREATED).await;
        let token = made["token"].as_str().unwrap();
        assert!(token.starts_with("dgt_"));
        desk.get(token, "/api/v1/tickets").await;
        assert_eq!(read(desk.request(token, Method::GET, "/api/v1/session"), StatusCode::FORBIDDEN).await["type"], "/problems/forbidden");
        let listed = seat.get("/tokens").await;
        assert_eq!(listed["results"][0]["name"], "import");
        assert!(!listed.to_string().contains(&token[4..]));
        let path = format!("/tokens/{}", made["id"].as_str().unwrap());
        assert_eq!(seat.delete(&path).await, StatusCode::NO_CONTENT);
        assert_eq!(seat.delete(&path).await, StatusCode::NOT_FOUND);
        assert_eq!(desk.request(token, Method::GET, "/api/v1/tickets").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
        for (body, field) in [(json!({"name": "", "role": "agent"}), "name"), (json!({"name": "x", "role": "root"}), "role")] {
            assert_eq!(seat.post("/tokens", body, StatusCode::UNPROCESSABLE_ENTITY).await["errors"][0]["field"], field);
        }

        let printed = dengta(&desk.options, &["token", "create", "--role", "agent", "--name", "back end"]).unwrap();
        let token = printed.trim_end();
        assert!(token.starts_with("dgt_") && token.len() > 40 && !token.contains(char::is_whitespace), "{printed:?}");
        desk.post(token, "/api/v1/tickets", &ticket("wang@example.com")).await;
        let list = dengta(&desk.options, &["token", "list"]).unwrap();
        let id = list.split('\t').next().unwrap();
        assert!(list.contains("\tagent\t") && list.trim_end().ends_with("\tback end") && list.lines().count() == 1, "{list}");
        dengta(&desk.options, &["token", "revoke", id]).unwrap();
        assert_eq!(desk.request(token, Method::GET, "/api/v1/tickets").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
        assert!(dengta(&desk.options, &["token", "revoke", id]).is_err());
        assert!(dengta(&desk.options, &["token", "create", "--role", "root", "--name", "x"]).is_err());
    }
}

story! {
    /// Another site cannot sign a browser in or out, nor act for it.
    async fn another_sites_page_is_refused(desk: Desk) {
        let mut seat = Seat::new(&desk);
        let ada = join(&seat, Role::Admin, "ada@example.com").await;
        seat.origin = "https://evil.example".into();
        let refused = |path: &'static str| seat.post(path, json!({"token": "x", "name": "x", "password": "x", "totp": "x", "email": "x", "role": "agent"}), StatusCode::FORBIDDEN);
        for path in ["/session/passkey/options", "/session/passkey", "/session/confirmation", "/passkeys/options", "/passkeys", "/session", "/session/link", "/invitations/preview", "/invitations/acceptance", "/invitations", "/tokens"] {
            assert_eq!(refused(path).await["type"], "/problems/origin-refused", "{path}");
        }
        assert_eq!(seat.delete("/session").await, StatusCode::FORBIDDEN);
        assert_eq!(ada.sign_in(&seat).await.status(), StatusCode::FORBIDDEN);
        assert!(seat.knows_me().await);
    }
}

story! {
    /// The demo's links sign in once; only in the demo.
    async fn a_demo_link_signs_in_once(desk: Desk) {
        let mut desk = desk;
        let subject = join(&Seat::new(&desk), Role::Lead, "ada@example.com").await.id;
        let at = desk.app.clock.now();
        let make = move |tx: &mut store::Tx<'_>| links::make(tx, "demo-token", Purpose::Demo, Link { subject, ticket: None }, at);
        desk.app.db.write(make).await.unwrap();
        Seat::new(&desk).post("/session/link", json!({"token": "demo-token"}), StatusCode::NOT_FOUND).await;
        desk.options.demo = true;
        desk.restart("").await;
        let seat = Seat::new(&desk);
        assert_eq!(seat.post("/session/link", json!({"token": "demo-token"}), StatusCode::OK).await["role"], "lead");
        assert!(seat.knows_me().await);
        Seat::new(&desk).post("/session/link", json!({"token": "demo-token"}), StatusCode::GONE).await;
    }
}
