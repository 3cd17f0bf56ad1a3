//! Passkeys, told with an authenticator in software.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use dengta::clock::{MINUTE, SECOND};
use dengta::people::Role;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::desk::Desk;
use crate::people::{PASSWORD, Seat, accept, join, mailed_link, mails};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A key in an authenticator that does as it is told, right or wrong.
#[derive(Clone)]
struct Key {
    secret: SigningKey,
    id: Vec<u8>,
    /// Whose it says it is.
    user: String,
    counter: u32,
    flags: u8,
    origin: String,
    host: String,
}

impl Key {
    /// The key of a name: the same name gives the same key.
    fn new(desk: &Desk, name: &str) -> Key {
        let seed = Sha256::digest(name.as_bytes());
        Key {
            secret: SigningKey::from_slice(&seed).unwrap(),
            id: seed[..20].to_vec(),
            user: String::new(),
            counter: 1,
            flags: PRESENT | VERIFIED,
            origin: desk.url.clone(),
            host: "localhost".into(),
        }
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = &options["challenge"];
        json!({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false}).to_string().into()
    }

    fn authenticator_data(&self, flags: u8) -> Vec<u8> {
        let host = Sha256::digest(self.host.as_bytes());
        [&host[..], &[self.flags | flags], &self.counter.to_be_bytes()].concat()
    }

    /// What `navigator.credentials.create` would give.
    fn made(&mut self, options: &Value) -> Value {
        self.user = options["user"]["id"].as_str().unwrap().to_owned();
        let point = self.secret.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        // COSE: EC2, ES256, P-256, and the two coordinates.
        let key = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], &x[..], &[0x22, 0x58, 32], &y[..]].concat();
        let data =
            [&self.authenticator_data(WITH_KEY), &[0; 16][..], &[0, self.id.len() as u8], &self.id, &key].concat();
        let attestation =
            [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58", &[data.len() as u8][..], &data].concat();
        json!({
            "id": encoded(&self.id), "rawId": encoded(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "attestationObject": encoded(&attestation),
                "clientDataJSON": encoded(&self.client_data("webauthn.create", options)),
                "transports": ["internal"],
            },
        })
    }

    /// What `navigator.credentials.get` would give; the counter goes on.
    fn signed(&mut self, options: &Value) -> Value {
        self.counter += 1;
        let (client, data) = (self.client_data("webauthn.get", options), self.authenticator_data(0));
        let signature: Signature = self.secret.sign(&[&data[..], &Sha256::digest(&client)].concat());
        json!({
            "id": encoded(&self.id), "rawId": encoded(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "authenticatorData": encoded(&data),
                "clientDataJSON": encoded(&client),
                "signature": encoded(signature.to_der().as_bytes()),
                "userHandle": self.user,
            },
        })
    }
}

async fn asked(seat: &Seat<'_>, path: &str) -> Value {
    seat.post(path, json!({}), StatusCode::OK).await["options"].clone()
}

/// Adds the key of a name to whoever is signed in.
async fn add(seat: &Seat<'_>, desk: &Desk, name: &str) -> (Key, Value) {
    let (mut key, options) = (Key::new(desk, name), asked(seat, "/passkeys/options").await);
    let body = json!({"name": name, "credential": key.made(&options)});
    (key, seat.post("/passkeys", body, StatusCode::CREATED).await)
}

async fn enter(seat: &Seat<'_>, key: &mut Key) -> StatusCode {
    let options = asked(seat, "/session/passkey/options").await;
    answer(seat, &key.signed(&options)).await.0
}

/// Sends what was signed: the status, and the refusal without its request's id.
async fn answer(seat: &Seat<'_>, signed: &Value) -> (StatusCode, Value) {
    let request = seat.request(Method::POST, "/session/passkey").json(&json!({"credential": signed}));
    let response = request.send().await.unwrap();
    let status = response.status();
    let mut body: Value = response.json().await.unwrap();
    if let Some(id) = body.get_mut("request_id") {
        id.take();
    }
    (status, body)
}

story! {
    /// A passkey is added, signs in in one step from any browser, and is seen to have been used.
    async fn a_passkey_signs_in(desk: Desk) {
        let (seat, other) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&seat, Role::Lead, "ada@example.com").await;
        let options = asked(&seat, "/passkeys/options").await;
        assert_eq!((&options["rp"]["id"], &options["user"]["name"]), (&json!("localhost"), &json!("ada@example.com")));
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        let (mut key, added) = add(&seat, &desk, "  My\nlaptop ").await;
        assert_eq!((&added["name"], &added["last_used_at"]), (&json!("My laptop"), &Value::Null));
        assert_eq!(seat.get("/passkeys").await["results"], json!([added]));
        assert_eq!(mails(&desk, ada.id).await, ["passkey_added"]);
        let again = asked(&seat, "/passkeys/options").await;
        assert_eq!(again["excludeCredentials"][0]["id"], encoded(&key.id));

        let options = asked(&other, "/session/passkey/options").await;
        assert_eq!((&options["rpId"], &options["userVerification"]), (&json!("localhost"), &json!("required")));
        assert!(options["allowCredentials"].as_array().unwrap().is_empty(), "it tells nothing of who works here");
        let (status, me) = answer(&other, &key.signed(&options)).await;
        assert_eq!((status, &me["id"], &me["role"]), (StatusCode::OK, &json!(ada.id), &json!("lead")));
        assert!(other.knows_me().await && seat.knows_me().await);
        assert!(other.get("/passkeys").await["results"][0]["last_used_at"].is_string());
        assert_eq!(other.get("/sessions").await["results"].as_array().unwrap().len(), 2);
        assert_eq!(ada.sign_in(&Seat::new(&desk)).await.status(), StatusCode::OK, "password and code work on");
    }
}

story! {
    /// An answer works once, also when it comes twice at once, and only in the browser that was asked.
    async fn an_answer_works_once(desk: Desk) {
        let (seat, other) = (Seat::new(&desk), Seat::new(&desk));
        join(&seat, Role::Agent, "ada@example.com").await;
        let (mut key, _) = add(&seat, &desk, "laptop").await;
        let options = asked(&other, "/session/passkey/options").await;
        let signed = key.signed(&options);
        assert_eq!(answer(&Seat::new(&desk), &signed).await.0, StatusCode::UNAUTHORIZED, "a browser that was not asked");
        let ((a, _), (b, _)) = tokio::join!(answer(&other, &signed), answer(&other, &signed));
        let mut statuses = [a.as_u16(), b.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 401]);
        assert_eq!(answer(&other, &signed).await.0, StatusCode::UNAUTHORIZED, "replayed");
        let options = asked(&other, "/session/passkey/options").await;
        let mut wrong = key.clone();
        wrong.origin = "https://evil.example".into();
        assert_eq!(answer(&other, &wrong.signed(&options)).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(answer(&other, &key.signed(&options)).await.0, StatusCode::UNAUTHORIZED, "a wrong answer uses it up");
        assert_eq!(enter(&other, &mut key).await, StatusCode::OK);
    }
}

story! {
    /// Whatever is wrong, the answer is the same, and nobody is signed in.
    async fn what_does_not_fit_looks_alike(desk: Desk) {
        let (seat, bobs) = (Seat::new(&desk), Seat::new(&desk));
        join(&seat, Role::Agent, "ada@example.com").await;
        join(&bobs, Role::Agent, "bob@example.com").await;
        let (good, _) = add(&seat, &desk, "laptop").await;
        let (bob, _) = add(&bobs, &desk, "phone").await;
        let stranger = Seat::new(&desk);
        let with = |change: &dyn Fn(&mut Key)| { let mut key = good.clone(); change(&mut key); key };
        let mut answers = Vec::new();
        for (what, mut key) in [
            ("origin", with(&|key| key.origin = "https://localhost.evil.example".into())),
            ("port", with(&|key| key.origin = "http://localhost:1".into())),
            ("host", with(&|key| key.host = "evil.example".into())),
            ("nobody verified", with(&|key| key.flags = PRESENT)),
            ("nobody present", with(&|key| key.flags = 0)),
            ("another agent's name", with(&|key| key.user = bob.user.clone())),
            ("another agent's credential", with(&|key| key.id = bob.id.clone())),
            ("another agent's key", with(&|key| key.secret = bob.secret.clone())),
            ("no such credential", with(&|key| key.id = vec![7; 20])),
            ("no agent's name", with(&|key| key.user = encoded(b"x"))),
            ("counter goes back", with(&|key| key.counter = 0)),
        ] {
            let options = asked(&stranger, "/session/passkey/options").await;
            let (status, body) = answer(&stranger, &key.signed(&options)).await;
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{what}");
            answers.push(body);
        }
        let options = asked(&stranger, "/session/passkey/options").await;
        desk.app.clock.turn(5 * MINUTE);
        answers.push(answer(&stranger, &good.clone().signed(&options)).await.1);
        let mut other = options.clone();
        asked(&stranger, "/session/passkey/options").await;
        other["challenge"] = json!(encoded(&[1; 32]));
        answers.push(answer(&stranger, &good.clone().signed(&other)).await.1);
        assert_eq!(answers[0]["type"], "/problems/wrong-passkey");
        assert!(answers.iter().all(|each| *each == answers[0]), "{answers:#?}");
        assert!(!stranger.knows_me().await);
        assert_eq!(enter(&stranger, &mut good.clone()).await, StatusCode::OK);
        assert_eq!(enter(&stranger, &mut good.clone()).await, StatusCode::UNAUTHORIZED, "a copy, one use behind");
        for broken in [json!({}), json!({"credential": null}), json!({"credential": {"id": "x"}}), json!({"credential": []})] {
            stranger.post("/session/passkey", broken, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    }
}

story! {
    /// A passkey is added only by the session that asked, in time, once, and from the desk's own page.
    async fn a_passkey_that_does_not_fit_is_not_added(desk: Desk) {
        let (seat, other) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&seat, Role::Agent, "ada@example.com").await;
        join(&other, Role::Agent, "bob@example.com").await;
        let with = |change: &dyn Fn(&mut Key)| { let mut key = Key::new(&desk, "laptop"); change(&mut key); key };
        for mut key in [
            with(&|key| key.origin = "https://evil.example".into()),
            with(&|key| key.host = "evil.example".into()),
            with(&|key| key.flags = PRESENT),
        ] {
            let options = asked(&seat, "/passkeys/options").await;
            let body = json!({"name": "x", "credential": key.made(&options)});
            let refused = seat.post("/passkeys", body, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!(refused["type"], "/problems/passkey-refused");
        }
        let mut key = Key::new(&desk, "laptop");
        let made = |key: &mut Key, options: &Value| json!({"name": "x", "credential": key.made(options)});
        let options = asked(&seat, "/passkeys/options").await;
        let body = made(&mut key, &options);
        other.post("/passkeys", body.clone(), StatusCode::UNPROCESSABLE_ENTITY).await;
        let nameless = json!({"name": " ", "credential": body["credential"]});
        assert_eq!(seat.post("/passkeys", nameless, StatusCode::UNPROCESSABLE_ENTITY).await["errors"][0]["field"], "name");
        seat.post("/passkeys", body.clone(), StatusCode::CREATED).await;
        seat.post("/passkeys", body, StatusCode::UNPROCESSABLE_ENTITY).await;
        let options = asked(&seat, "/passkeys/options").await;
        desk.app.clock.turn(5 * MINUTE);
        seat.post("/passkeys", made(&mut Key::new(&desk, "late"), &options), StatusCode::UNPROCESSABLE_ENTITY).await;
        // A credential is one agent's for good, whoever says to have it.
        let options = asked(&other, "/passkeys/options").await;
        let taken = other.post("/passkeys", made(&mut key, &options), StatusCode::CONFLICT).await;
        assert_eq!(taken["type"], "/problems/passkey-known");
        assert_eq!(seat.get("/passkeys").await["results"].as_array().unwrap().len(), 1);
        assert_eq!(mails(&desk, ada.id).await, ["passkey_added"]);
        for number in 1..20 {
            add(&seat, &desk, &format!("key {number}")).await;
        }
        assert_eq!(seat.post("/passkeys/options", json!({}), StatusCode::CONFLICT).await["type"], "/problems/passkeys-full");
    }
}

story! {
    /// Removed, off-boarded, reset: it signs in no more.
    async fn a_passkey_ends(desk: Desk) {
        let (admin, seat) = (Seat::new(&desk), Seat::new(&desk));
        join(&admin, Role::Admin, "ada@example.com").await;
        let bo = join(&seat, Role::Agent, "bo@example.com").await;
        let (mut lost, added) = add(&seat, &desk, "lost").await;
        let path = format!("/passkeys/{}", added["id"].as_str().unwrap());
        assert_eq!(admin.delete(&path).await, StatusCode::NOT_FOUND, "it is not theirs");
        assert_eq!(seat.delete(&path).await, StatusCode::NO_CONTENT);
        assert_eq!(seat.delete(&path).await, StatusCode::NOT_FOUND);
        assert_eq!(enter(&Seat::new(&desk), &mut lost).await, StatusCode::UNAUTHORIZED);
        assert_eq!(mails(&desk, bo.id).await, ["passkey_added", "passkey_removed"]);
        let changes = admin.get(&format!("/changes?subject=passkey:{}", added["id"].as_str().unwrap())).await["results"].clone();
        assert_eq!((&changes[0]["before"]["name"], &changes[0]["after"]), (&json!("lost"), &Value::Null));
        assert_eq!((&changes[1]["before"], &changes[1]["after"]["agent"]), (&Value::Null, &json!(bo.id)));

        let (mut kept, _) = add(&seat, &desk, "kept").await;
        admin.post(&format!("/agents/{}/totp-reset", bo.id), json!({}), StatusCode::NO_CONTENT).await;
        assert_eq!(enter(&seat, &mut kept).await, StatusCode::UNAUTHORIZED);
        accept(&seat, &mailed_link(&desk, &json!(bo.id)).await).await;
        assert_eq!(seat.get("/passkeys").await["results"], json!([]), "whoever has the lost device does not come back");
        assert_eq!(enter(&Seat::new(&desk), &mut kept).await, StatusCode::UNAUTHORIZED);

        let (mut last, _) = add(&seat, &desk, "last").await;
        let options = asked(&seat, "/passkeys/options").await;
        assert_eq!(admin.delete(&format!("/agents/{}", bo.id)).await, StatusCode::NO_CONTENT);
        let late = json!({"name": "x", "credential": Key::new(&desk, "late").made(&options)});
        seat.post("/passkeys", late, StatusCode::UNAUTHORIZED).await;
        assert_eq!(enter(&Seat::new(&desk), &mut last).await, StatusCode::UNAUTHORIZED);
        let back = join(&seat, Role::Agent, "bo@example.com").await;
        assert_eq!((back.id, seat.get("/passkeys").await["results"].clone()), (bo.id, json!([])));
        assert_eq!(enter(&Seat::new(&desk), &mut last).await, StatusCode::UNAUTHORIZED);
    }
}

story! {
    /// A stolen session alone adds and removes nothing: that wants somebody who proved to be there.
    async fn changes_want_a_fresh_sign_in(desk: Desk) {
        let (seat, bobs) = (Seat::new(&desk), Seat::new(&desk));
        let ada = join(&seat, Role::Agent, "ada@example.com").await;
        join(&bobs, Role::Agent, "bob@example.com").await;
        let (mut key, added) = add(&seat, &desk, "laptop").await;
        let (mut bob, _) = add(&bobs, &desk, "phone").await;
        let path = format!("/passkeys/{}", added["id"].as_str().unwrap());
        desk.app.clock.turn(10 * MINUTE);
        let stale = seat.post("/passkeys/options", json!({}), StatusCode::FORBIDDEN).await;
        assert_eq!(stale["type"], "/problems/confirm-first");
        assert_eq!(seat.delete(&path).await, StatusCode::FORBIDDEN);
        assert_eq!(seat.get("/passkeys").await["results"].as_array().unwrap().len(), 1);

        let wrong = json!({"password": PASSWORD, "totp": "000000"});
        let refused = seat.post("/session/confirmation", wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(refused["type"], "/problems/wrong-credentials");
        let options = asked(&seat, "/session/passkey/options").await;
        let other = json!({"credential": bob.signed(&options)});
        let refused = seat.post("/session/confirmation", other, StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(refused["type"], "/problems/wrong-passkey");
        assert!(seat.knows_me().await, "the session goes on");
        assert_eq!(seat.delete(&path).await, StatusCode::FORBIDDEN);

        let code = ada.next_code(&desk);
        seat.post("/session/confirmation", json!({"password": PASSWORD, "totp": &code}), StatusCode::NO_CONTENT).await;
        asked(&seat, "/passkeys/options").await;
        seat.post("/session/confirmation", json!({"password": PASSWORD, "totp": &code}), StatusCode::UNPROCESSABLE_ENTITY).await;
        desk.app.clock.turn(10 * MINUTE);
        seat.post("/passkeys/options", json!({}), StatusCode::FORBIDDEN).await;
        let options = asked(&seat, "/session/passkey/options").await;
        seat.post("/session/confirmation", json!({"credential": key.signed(&options)}), StatusCode::NO_CONTENT).await;
        assert_eq!(seat.delete(&path).await, StatusCode::NO_CONTENT);
        desk.app.clock.turn(10 * MINUTE);
        assert_eq!(enter(&bobs, &mut bob).await, StatusCode::OK);
        asked(&bobs, "/passkeys/options").await;
    }
}

story! {
    /// Wrong answers make for waits; whoever asks and asks crowds out nobody but their own network.
    async fn tries_and_questions_are_bounded(desk: Desk) {
        const OPEN: &str = "SELECT count(*) FROM passkey_challenge";
        let (own, stranger) = (Seat::new(&desk), Seat::new(&desk));
        join(&own, Role::Agent, "ada@example.com").await;
        let (mut key, _) = add(&own, &desk, "laptop").await;
        let mut nobody = Key::new(&desk, "nobody");
        for _ in 0..20 {
            assert_eq!(enter(&stranger, &mut nobody).await, StatusCode::UNAUTHORIZED);
        }
        assert_eq!(enter(&stranger, &mut key).await, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(enter(&own, &mut key).await, StatusCode::OK, "the agent's own browser");
        desk.app.clock.turn(31 * SECOND);
        assert_eq!(enter(&stranger, &mut key).await, StatusCode::OK);

        let open = async || desk.app.db.read(|tx| tx.first(OPEN, &[], |row| row.get::<i64>(0))).await.unwrap().unwrap();
        for _ in 0..210 {
            asked(&stranger, "/session/passkey/options").await;
        }
        assert!((100..=201).contains(&open().await), "{}", open().await);
        assert_eq!(enter(&stranger, &mut key).await, StatusCode::OK, "the newest question is open");
        desk.app.clock.turn(6 * MINUTE);
        for _ in 0..10 {
            asked(&own, "/session/passkey/options").await;
        }
        assert!(open().await <= 10, "{}", open().await);
    }
}
