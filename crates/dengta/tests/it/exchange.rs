//! The exchange sends its customers with a signed token.

use dengta::clock::SECOND;
use dengta::language::Language;
use dengta::people::{Role, exchange};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::{Response, StatusCode, header};
use serde_json::{Value, json};
use store::params;

use crate::desk::{Desk, ticket};

/// Keys of these tests and nothing else.
const PRIVATE: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIDt7fENTSn3ukyvfSn/8gpQJRYUcEUgk4CBFzVCABy4U
-----END PRIVATE KEY-----
";
const PUBLIC: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA8t1FAYA2hjFSsMlKnxUHqGqYU6NvTJ6QwlDOPwySN98=
-----END PUBLIC KEY-----
";
const ANOTHER: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIKKDUEOxg69Ybj381O4TGMpMHgnGe6BAZS1ljIol5fcC
-----END PRIVATE KEY-----
";
const RSA_PUBLIC: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnbfaYqhVKEkihgDx2IKO
XlJLzhcvdYCQw1UVK9TvNiDDsnsqp0INEy8rxaDetdEplem8mTasivDmJdNMdLgS
UsXZT5E6/wZUPP8ac9vpitxEgOcHjDD31R3se/FL4FzNEVpHO6Ti53D9/OygZDw4
5zwz0iJQ8bYqKB24InxgFMGqQZo6dFdJ/rS328/TMNlMI7nYzbqbBXwOrjilyLRR
4vbAV5Y+ZhkhOYsw/RalZApm7zeT3uVQfuLiybun5KeOdf8AO0bRkLuyf7MiuK4o
uy9Iao+cBzMO3WFIQAMgz12LpuJiKtNO766/yW+mIbY85gxdpX5vll1pSO/RbYne
aQIDAQAB
-----END PUBLIC KEY-----
";

fn settings(algorithm: &str, key: &str) -> String {
    format!(
        "[exchange]\nalgorithm = \"{algorithm}\"\nkey = '''\n{key}'''\nissuer = \"exchange\"\naudience = \"desk\"\n"
    )
}

pub async fn with_exchange(desk: &mut Desk) {
    desk.restart(&settings("EdDSA", PUBLIC)).await;
}

/// What a token says; each has an id of its own.
pub fn claims(desk: &Desk) -> Value {
    let moment = desk.app.clock.moment();
    let now = moment.at / SECOND;
    json!({
        "iss": "exchange", "aud": "desk", "iat": now, "exp": now + 300, "jti": moment.draws().uuid(),
        "sub": "20417733", "name": "王小明", "email": "wang@example.com", "email_verified": true, "locale": "zh-Hans-CN",
    })
}

pub fn signed(claims: &Value) -> String {
    encode(&Header::new(Algorithm::EdDSA), claims, &EncodingKey::from_ed_pem(PRIVATE.as_bytes()).unwrap()).unwrap()
}

/// As the exchange's page posts it: from another origin.
async fn post(desk: &Desk, form: &[(&str, &str)]) -> Response {
    let request = desk.client.post(format!("{}/signin/exchange", desk.url)).form(form);
    request.header(header::ORIGIN, "https://exchange.example").send().await.unwrap()
}

async fn post_token(desk: &Desk, token: &str) -> Response {
    post(desk, &[("token", token)]).await
}

/// The sign-in worked; the session's cookie.
async fn sign_in(desk: &Desk, claims: &Value) -> String {
    let response = post_token(desk, &signed(claims)).await;
    let (status, cookie) = (response.status(), response.headers().get(header::SET_COOKIE).cloned());
    assert_eq!(status, StatusCode::SEE_OTHER, "{}", response.text().await.unwrap());
    cookie.unwrap().to_str().unwrap().split(';').next().unwrap().to_owned()
}

/// The sign-in was refused, as a page in the visitor's language and without a session.
async fn refused(desk: &Desk, token: &str, sentence: &str) {
    let response = post_token(desk, token).await;
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert!(response.headers().get(header::SET_COOKIE).is_none());
    let page = response.text().await.unwrap();
    assert!(page.contains(sentence), "{sentence} is not in {page}");
}

async fn status(desk: &Desk, cookie: &str, path: &str) -> StatusCode {
    let request = desk.client.get(format!("{}{path}", desk.url)).header(header::COOKIE, cookie);
    request.send().await.unwrap().status()
}

/// Whether the page of the cases greets the customer.
async fn knows_me(desk: &Desk, cookie: &str) -> bool {
    let request = desk.client.get(format!("{}/en/cases", desk.url)).header(header::COOKIE, cookie);
    request.send().await.unwrap().text().await.unwrap().contains("王小明")
}

/// (id, email_key, proved) of the customer of an account.
async fn customer(desk: &Desk, uid: &str) -> (uuid::Uuid, Option<String>, bool) {
    const FIND: &str = "SELECT id, email_key, proved_at FROM customer WHERE exchange_uid = $1";
    let uid = uid.to_owned();
    let find = move |tx: &mut store::Tx<'_>| {
        tx.first(FIND, params![&uid], |row| Ok((row.get(0)?, row.opt(1)?, row.opt::<i64>(2)?.is_some())))
    };
    desk.app.db.read(find).await.unwrap().unwrap()
}

story! {
    /// A customer comes, sees the cases, goes on to where they were, and signs out.
    async fn the_exchange_sends_a_customer(desk: Desk) {
        let mut desk = desk;
        with_exchange(&mut desk).await;
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        let case = format!("/zh-CN/cases/{}", opened["reference"].as_str().unwrap());

        let response = post(&desk, &[("token", &signed(&claims(&desk))), ("return", &case)]).await;
        assert_eq!(response.headers()[header::LOCATION], case.as_str());
        let kept = response.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
        assert!(kept.contains("HttpOnly") && kept.contains("SameSite=Lax"), "{kept}");
        let cookie = kept.split(';').next().unwrap();
        assert_eq!(status(&desk, cookie, &case).await, StatusCode::OK, "the same verified address");

        for place in ["//evil.example", "https://evil.example", "/\\evil.example", "/\u{1f}", ""] {
            let response = post(&desk, &[("token", &signed(&claims(&desk))), ("return", place)]).await;
            assert_eq!(response.headers()[header::LOCATION], "/zh-CN/cases", "{place}");
        }
        let out = |origin: String| desk.client.post(format!("{}/zh-CN/signout", desk.url)).header(header::COOKIE, cookie).header(header::ORIGIN, origin).send();
        assert_eq!(out("https://evil.example".into()).await.unwrap().status(), StatusCode::FORBIDDEN);
        assert_eq!(status(&desk, cookie, &case).await, StatusCode::OK);
        let response = out(desk.url.clone()).await.unwrap();
        assert_eq!((response.status(), &response.headers()[header::LOCATION]), (StatusCode::SEE_OTHER, &"/zh-CN/".parse().unwrap()));
        assert_ne!(status(&desk, cookie, &case).await, StatusCode::OK);
        assert_eq!(post(&desk, &[]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

story! {
    /// Every way of forging, keeping and reusing a token.
    async fn tokens_that_are_not_good_sign_nobody_in(desk: Desk) {
        let mut desk = desk;
        with_exchange(&mut desk).await;
        let but = |change: fn(&mut Value)| { let mut claims = claims(&desk); change(&mut claims); claims };
        let forged = "The sign-in token is not genuine";

        let header = Header::new(Algorithm::EdDSA);
        let foreign = encode(&header, &claims(&desk), &EncodingKey::from_ed_pem(ANOTHER.as_bytes()).unwrap()).unwrap();
        refused(&desk, &foreign, forged).await;
        let good = signed(&claims(&desk));
        let parts: Vec<_> = good.split('.').collect();
        let part = |value: Value| {
            use base64::Engine as _;
            base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(value.to_string())
        };
        let none = part(json!({"alg": "none", "typ": "JWT"}));
        for token in [
            format!("{none}.{}.", parts[1]),
            format!("{none}.{}.{}", parts[1], parts[2]),
            format!("{}.{}.{}", parts[0], part(but(|c| c["sub"] = json!("1"))), parts[2]),
            format!("{}.{}.", parts[0], parts[1]),
            "x".into(),
            "..".into(),
        ] {
            refused(&desk, &token, forged).await;
        }
        let confused = EncodingKey::from_secret(PUBLIC.as_bytes());
        refused(&desk, &encode(&Header::new(Algorithm::HS256), &claims(&desk), &confused).unwrap(), forged).await;
        let mut critical = Header::new(Algorithm::EdDSA);
        critical.crit = Some(vec!["exp".into()]);
        let key = EncodingKey::from_ed_pem(PRIVATE.as_bytes()).unwrap();
        refused(&desk, &encode(&critical, &claims(&desk), &key).unwrap(), forged).await;
        for change in [
            (|c| c["iss"] = json!("another")) as fn(&mut Value),
            |c| { c.as_object_mut().unwrap().remove("jti"); },
            |c| c["jti"] = json!(""),
            |c| c["jti"] = json!("x".repeat(256)),
            |c| { c.as_object_mut().unwrap().remove("exp"); },
            |c| { c.as_object_mut().unwrap().remove("iat"); },
            |c| { c.as_object_mut().unwrap().remove("aud"); },
            |c| { c.as_object_mut().unwrap().remove("sub"); },
            |c| c["sub"] = json!("a\u{0}b"),
            |c| c["exp"] = json!("soon"),
        ] {
            refused(&desk, &signed(&but(change)), forged).await;
        }

        refused(&desk, &signed(&but(|c| c["aud"] = json!("another"))), "meant for another place").await;
        refused(&desk, &signed(&but(|c| c["aud"] = json!(["another"]))), "meant for another place").await;
        let long = "lives too long";
        refused(&desk, &signed(&but(|c| c["exp"] = json!(c["exp"].as_i64().unwrap() + 1))), long).await;
        refused(&desk, &signed(&but(|c| c["exp"] = json!(i64::MAX))), long).await;
        refused(&desk, &signed(&but(|c| c["iat"] = json!(i64::MIN))), long).await;
        let ahead = |c: &mut Value| { for key in ["iat", "exp"] { c[key] = json!(c[key].as_i64().unwrap() + 100); } };
        refused(&desk, &signed(&but(ahead)), long).await;
        refused(&desk, &signed(&but(|c| c["nbf"] = json!(c["iat"].as_i64().unwrap() + 100))), long).await;

        let used = claims(&desk);
        sign_in(&desk, &used).await;
        refused(&desk, &signed(&used), "already used").await;
        let late = signed(&claims(&desk));
        desk.app.clock.turn(301 * SECOND);
        refused(&desk, &late, "has expired").await;

        let (once, twice) = (signed(&claims(&desk)), signed(&but(|c| c["aud"] = json!(["x", "desk"]))));
        let (a, b) = tokio::join!(post_token(&desk, &once), post_token(&desk, &once));
        assert_eq!([a.status(), b.status()].iter().filter(|status| **status == StatusCode::SEE_OTHER).count(), 1);
        assert_eq!(post_token(&desk, &twice).await.status(), StatusCode::SEE_OTHER);
    }
}

story! {
    /// The exchange's public key is no shared secret, whatever the token says of its algorithm.
    async fn algorithms_are_not_confused(desk: Desk) {
        let mut desk = desk;
        assert_eq!(post_token(&desk, "x").await.status(), StatusCode::NOT_FOUND, "no exchange is set");
        desk.restart(&settings("RS256", RSA_PUBLIC)).await;
        let as_secret = EncodingKey::from_secret(RSA_PUBLIC.as_bytes());
        let token = encode(&Header::new(Algorithm::HS256), &claims(&desk), &as_secret).unwrap();
        refused(&desk, &token, "not genuine").await;
        refused(&desk, &signed(&claims(&desk)), "not genuine").await;
    }
}

story! {
    /// An address joins what it asked before only when the exchange verified it and no other account has it.
    async fn an_address_is_inherited_only_when_it_was_verified(desk: Desk) {
        let mut desk = desk;
        with_exchange(&mut desk).await;
        let token = desk.token(Role::Agent).await;
        let case = |opened: Value| format!("/en/cases/{}", opened["reference"].as_str().unwrap());
        let as_account = |uid: &str, email: &str, verified: bool| {
            let mut claims = claims(&desk);
            (claims["sub"], claims["email"], claims["email_verified"]) = (json!(uid), json!(email), json!(verified));
            claims
        };
        let li = case(desk.post(&token, "/api/v1/tickets", &ticket("li@example.com")).await);

        // Pre-hijack: an account that merely claims the address, before and after its owner asks.
        let hijacker = sign_in(&desk, &as_account("66", "li@example.com", false)).await;
        assert_ne!(status(&desk, &hijacker, &li).await, StatusCode::OK);
        sign_in(&desk, &as_account("67", "mo@example.com", false)).await;
        let mo = case(desk.post(&token, "/api/v1/tickets", &ticket("mo@example.com")).await);
        let hijacker = sign_in(&desk, &as_account("67", "mo@example.com", false)).await;
        assert_ne!(status(&desk, &hijacker, &mo).await, StatusCode::OK);
        assert_eq!(customer(&desk, "67").await.1, None);

        // The owner comes; sessions from before end.
        let owner = sign_in(&desk, &as_account("1", "Li@Example.com", true)).await;
        assert_eq!(status(&desk, &owner, &li).await, StatusCode::OK);
        let again = sign_in(&desk, &as_account("1", "li@example.com", true)).await;
        assert_eq!(status(&desk, &again, &li).await, StatusCode::OK);
        assert_eq!(status(&desk, &owner, &li).await, StatusCode::OK, "another browser of the same account");

        // A second account with the same verified address inherits nothing.
        let second = sign_in(&desk, &as_account("2", "li@example.com", true)).await;
        assert_ne!(status(&desk, &second, &li).await, StatusCode::OK);
        assert_eq!(customer(&desk, "2").await.1, None);
        assert_ne!(customer(&desk, "2").await.0, customer(&desk, "1").await.0);
        sign_in(&desk, &as_account("2", "li@example.com", true)).await;
        assert!(knows_me(&desk, &second).await, "nor does it end its own sessions");
        assert_eq!(status(&desk, &owner, &li).await, StatusCode::OK);

        // The account moves to another address: what came by the old one is out, the cases stay.
        let moved = sign_in(&desk, &as_account("1", "li@new.example", true)).await;
        assert_eq!(status(&desk, &moved, &li).await, StatusCode::OK);
        assert_ne!(status(&desk, &owner, &li).await, StatusCode::OK);
        assert_eq!(customer(&desk, "1").await.1.as_deref(), Some("li@new.example"));
        let stranger = case(desk.post(&token, "/api/v1/tickets", &ticket("li@example.com")).await);
        assert_ne!(status(&desk, &moved, &stranger).await, StatusCode::OK);
    }
}

story! {
    /// Whoever typed the address as a guest is put out when its account comes, and what was held goes out.
    async fn an_account_takes_over_the_guests_cases(desk: Desk) {
        let mut desk = desk;
        with_exchange(&mut desk).await;
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        let id: uuid::Uuid = opened["id"].as_str().unwrap().parse().unwrap();
        let moment = desk.app.clock.moment();
        let held = move |tx: &mut store::Tx<'_>| {
            let guest = tx.first("SELECT customer_id FROM ticket WHERE id = $1", params![id], |row| row.get(0))?.unwrap();
            tx.execute("UPDATE customer SET proved_at = NULL WHERE id = $1", params![guest])?;
            let mut draws = moment.draws();
            let about = dengta::outbox::About { ticket: id, entry: 1 };
            dengta::outbox::to_customer(tx, dengta::outbox::Notice::Answer, guest, false, about, moment.at, &mut draws)?;
            dengta::people::customers::start_session(tx, guest, dengta::people::Assurance::Proved, moment.at, &mut draws)
        };
        let older: String = desk.app.db.write(held).await.unwrap();
        let older = format!("dengta_customer={older}");
        let case = format!("/en/cases/{}", opened["reference"].as_str().unwrap());
        assert_eq!(status(&desk, &older, &case).await, StatusCode::OK);
        let cookie = sign_in(&desk, &claims(&desk)).await;
        assert_eq!(status(&desk, &cookie, &case).await, StatusCode::OK);
        assert_ne!(status(&desk, &older, &case).await, StatusCode::OK);
        assert!(customer(&desk, "20417733").await.2);
        let states = desk.app.db.read(move |tx| dengta::outbox::states(tx, id)).await.unwrap();
        assert!(states.iter().all(|(_, state)| state != "held") && !states.is_empty(), "{states:?}");
    }
}

story! {
    /// The demo plays the exchange itself.
    async fn the_demo_signs_its_own_tokens(desk: Desk) {
        let mut desk = desk;
        assert!(exchange::demo_token(&desk.app, "1", "Li", "li@example.com", Language::En).is_err());
        desk.options.demo = true;
        desk.restart("").await;
        let token = exchange::demo_token(&desk.app, "1", "Li", "li@example.com", Language::Ja).unwrap();
        let response = post_token(&desk, &token).await;
        assert_eq!(response.headers()[header::LOCATION], "/ja/cases");
    }
}
