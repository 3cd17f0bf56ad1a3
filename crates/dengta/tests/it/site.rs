//! The customer's side, as a browser without JavaScript uses it.

use std::collections::HashMap;

use dengta::keys::new_token;
use dengta::language::Language;
use dengta::people::Role;
use dengta::people::links::{self, Link, Purpose};
use dengta::tickets::Category;
use reqwest::{Method, Response, StatusCode, header};
use serde_json::json;
use store::params;
use uuid::Uuid;

use crate::desk::Desk;

/// A browser: keeps cookies, follows nothing by itself.
pub struct Browser<'d> {
    desk: &'d Desk,
    cookies: std::sync::Mutex<HashMap<String, String>>,
}

impl<'d> Browser<'d> {
    pub fn new(desk: &'d Desk) -> Browser<'d> {
        Browser { desk, cookies: std::sync::Mutex::default() }
    }

    pub async fn get(&self, path: &str) -> Response {
        self.send(self.desk.client.get(format!("{}{path}", self.desk.url))).await
    }

    pub async fn page(&self, path: &str) -> String {
        let response = self.get(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.unwrap()
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Response {
        let request = self.desk.client.post(format!("{}{path}", self.desk.url)).form(form);
        self.send(request.header(header::ORIGIN, &self.desk.url)).await
    }

    pub async fn raw(&self, method: Method, path: &str, headers: &[(&str, String)], body: Vec<u8>) -> Response {
        let mut request = self.desk.client.request(method, format!("{}{path}", self.desk.url)).body(body);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        self.send(request.header(header::ORIGIN, &self.desk.url)).await
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Response {
        let cookies =
            self.cookies.lock().unwrap().iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("; ");
        let response = request.header(header::COOKIE, cookies).send().await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
        }
        response
    }
}

pub fn location(response: &Response) -> String {
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    response.headers()[header::LOCATION].to_str().unwrap().to_owned()
}

/// A form that is filled in right.
pub fn deposit() -> Vec<(&'static str, &'static str)> {
    DEPOSIT.to_vec()
}

const DEPOSIT: [(&str, &str); 9] = [
    ("coin", "BTC"),
    ("network", "Bitcoin"),
    ("tx_id", "9f3c7a1b2e5d4c6f8a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0de2d4"),
    ("amount", "0.5"),
    ("subject", "充值未到账 <b>0.5</b> BTC"),
    ("body", "两个小时前转出。\r\n已经 4 个确认。"),
    ("name", "王小明"),
    ("email", "wang@example.com"),
    ("idempotency_key", "form-1"),
];

/// The only ticket, and its customer.
async fn only_ticket(desk: &Desk) -> (Uuid, Uuid) {
    let found = desk
        .app
        .db
        .read(|tx| tx.query("SELECT id, customer_id FROM ticket", &[], |row| Ok((row.get(0)?, row.get(1)?))))
        .await;
    let found: Vec<(Uuid, Uuid)> = found.map_err(|error: store::Error| error).unwrap();
    assert_eq!(found.len(), 1);
    found[0]
}

/// The link that a mail would carry.
pub async fn link(desk: &Desk, customer: Uuid, ticket: Option<Uuid>) -> String {
    let moment = desk.app.clock.moment();
    let token = new_token("", &mut moment.draws());
    let made = token.clone();
    let link = Link { subject: customer, ticket };
    desk.app.db.write(move |tx| links::make(tx, &made, Purpose::Prove, link, moment.at)).await.unwrap();
    token
}

story! {
    /// Every page in every language, whole, small, and with its security headers.
    async fn every_page_in_every_language(desk: Desk) {
        let browser = Browser::new(&desk);
        let mut sizes = HashMap::new();
        for name in ["site.css", "help.css", "site.js", "form.js"] {
            let address = format!("/assets/{name}");
            let small = browser.raw(Method::GET, &address, &[("accept-encoding", "gzip, br".to_owned())], Vec::new()).await;
            assert_eq!(small.headers()[header::CONTENT_ENCODING], "gzip");
            sizes.insert(address, small.bytes().await.unwrap().len());
        }
        for language in Language::ALL {
            let mut paths = vec!["/".to_owned(), "/help".into(), "/search?q=x".into(), "/ask".into(), "/cases".into()];
            paths.extend(Category::ALL.iter().map(|category| format!("/ask/{}", category.slug())));
            for path in paths {
                let response = browser.get(&format!("/{language}{path}")).await;
                assert_eq!(response.status(), StatusCode::OK, "{language}{path}");
                let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
                assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"));
                let page = response.text().await.unwrap();
                assert!(page.contains(&format!("<html lang=\"{language}\">")));
                let loaded: usize = sizes.iter().filter(|(address, _)| page.contains(address.as_str())).map(|(_, size)| size).sum();
                assert!(page.len() + loaded < 30 * 1024, "{language}{path}: {} bytes", page.len() + loaded);
            }
        }
        assert_eq!(location(&browser.get("/").await), "/en/");
        for path in ["/xx/", "/en/nothing", "/en/ask/lottery", "/en/open/short", "/en/cases/K7Q2-9M4X-TB3W-H"] {
            assert!(browser.get(path).await.status().is_client_error(), "{path}");
        }
    }
}

story! {
    /// A guest asks; the reference opens nothing; the link does; the guest answers, closes, rates, reopens, chases.
    async fn a_guest_lives_through_a_case(desk: Desk) {
        let browser = Browser::new(&desk);
        let receipt = location(&browser.post("/zh-CN/ask/deposit", &DEPOSIT).await);
        let receipt = browser.page(&receipt).await;
        assert!(receipt.contains("w•••@•••.com"));
        let (ticket, customer) = only_ticket(&desk).await;
        let reference = desk.app.db.read(move |tx| dengta::tickets::queries::reference_of(tx, ticket, customer)).await.unwrap().unwrap().to_string();
        let case = format!("/zh-CN/cases/{reference}");
        assert_eq!(browser.get(&case).await.status(), StatusCode::UNAUTHORIZED, "a reference opens nothing");

        let token = link(&desk, customer, Some(ticket)).await;
        let open = format!("/zh-CN/open/{token}");
        for _ in 0..3 {
            assert!(browser.page(&open).await.contains(&open), "looking does not use a link up");
        }
        assert_eq!(location(&browser.post(&open, &[]).await), format!("{case}?done=proved"));
        assert_eq!(Browser::new(&desk).post(&open, &[]).await.status(), StatusCode::GONE);
        assert_eq!(Browser::new(&desk).get(&open).await.status(), StatusCode::GONE);
        assert_eq!(location(&browser.get(&open).await), case, "the owner comes back by the old mail");

        let page = browser.page(&case).await;
        assert!(page.contains("充值未到账 &#60;b&#62;0.5&#60;/b&#62; BTC") && !page.contains("<b>0.5</b>"));
        let agent = desk.token(Role::Agent).await;
        desk.post(&agent, &format!("/api/v1/tickets/{ticket}/replies"), &json!({"body": "已在链上。"})).await;
        desk.post(&agent, &format!("/api/v1/tickets/{ticket}/notes"), &json!({"body": "INTERNAL-ONLY"})).await;
        assert!(!browser.page(&case).await.contains("已在链上。"), "an answer rests before it is shown");
        desk.rest();
        let page = browser.page(&case).await;
        assert!(page.contains("已在链上。") && !page.contains("INTERNAL-ONLY"));

        let reply = [("body", "谢谢，已到账"), ("idempotency_key", "r-1")];
        for _ in 0..2 {
            assert_eq!(location(&browser.post(&format!("{case}/replies"), &reply).await), format!("{case}?done=replied"));
        }
        assert_eq!(location(&browser.post(&format!("{case}/chase"), &[]).await), format!("{case}?done=chased"));
        assert_eq!(browser.post(&format!("{case}/chase"), &[]).await.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(location(&browser.post(&format!("{case}/closure"), &[]).await), format!("{case}?done=closed"));
        assert_eq!(browser.post(&format!("{case}/closure"), &[]).await.status(), StatusCode::CONFLICT);
        assert_eq!(browser.post(&format!("{case}/rating"), &[("score", "9")]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(location(&browser.post(&format!("{case}/rating"), &[("score", "5"), ("comment", "快")]).await), format!("{case}?done=rated"));
        assert_eq!(location(&browser.post(&format!("{case}/reopening"), &[]).await), format!("{case}?done=reopened"));
        let shown = desk.get(&agent, &format!("/api/v1/tickets/{ticket}")).await;
        assert_eq!((shown["rating"]["score"].as_i64(), shown["chased"].as_i64(), shown["assurance"].as_str()), (Some(5), Some(1), Some("proved")));
        assert_eq!(shown["entries"], 9);
        assert!(browser.page("/zh-CN/cases").await.contains(&reference));
        desk.verify().await;
    }
}

story! {
    /// Sent twice, it is one case; sent with mistakes, everything typed comes back.
    async fn the_form_keeps_what_was_typed(desk: Desk) {
        let browser = Browser::new(&desk);
        let mut wrong = DEPOSIT.to_vec();
        wrong.retain(|(key, _)| *key != "tx_id");
        wrong.push(("email", "wang@"));
        let response = browser.post("/en/ask/deposit", &wrong).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = response.text().await.unwrap();
        for kept in ["两个小时前转出。", "wang@", "href=\"#tx_id\"", "href=\"#email\"", "value=\"form-1\""] {
            assert!(page.contains(kept), "{kept}");
        }
        for _ in 0..2 {
            assert_eq!(location(&browser.post("/en/ask/deposit", &DEPOSIT).await), "/en/receipt");
        }
        only_ticket(&desk).await;
        let mut other = DEPOSIT.to_vec();
        other[5] = ("body", "something else");
        let response = browser.post("/en/ask/deposit", &other).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = response.text().await.unwrap();
        assert!(page.contains("something else") && !page.contains("value=\"form-1\""), "a new key for other words");
        for (field, value, code) in [("body", "a\0b", "U+0000"), ("subject", &"x".repeat(201), "201")] {
            let mut bad = DEPOSIT.to_vec();
            bad.retain(|(key, _)| *key != field);
            bad.push((field, value));
            let page = browser.post("/en/ask/deposit", &bad).await.text().await.unwrap();
            assert!(page.contains(code), "{field}");
        }
        let broken = desk.client.post(format!("{}/en/ask/deposit", desk.url)).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body("body=%ff%fe");
        assert_eq!(broken.send().await.unwrap().status(), StatusCode::BAD_REQUEST);
    }
}

story! {
    /// "You already have a case for this": the customer joins it or goes on.
    async fn a_known_customer_is_shown_the_open_case(desk: Desk) {
        let browser = Browser::new(&desk);
        browser.post("/en/ask/deposit", &DEPOSIT).await;
        let (ticket, customer) = only_ticket(&desk).await;
        let token = link(&desk, customer, Some(ticket)).await;
        let case = location(&browser.post(&format!("/en/open/{token}"), &[]).await);
        let reference = case.trim_start_matches("/en/cases/").trim_end_matches("?done=proved").to_owned();
        let mut again = DEPOSIT[..6].to_vec();
        again.push(("idempotency_key", "form-2"));
        let response = browser.post("/en/ask/deposit", &again).await;
        assert_eq!(response.status(), StatusCode::OK);
        let page = response.text().await.unwrap();
        assert!(page.contains(&reference) && page.contains("两个小时前转出。"));
        let mut joining = again.clone();
        joining.push(("join", &reference));
        assert_eq!(location(&browser.post("/en/ask/deposit", &joining).await), format!("/en/cases/{reference}?done=joined"));
        only_ticket(&desk).await;
        let mut new = again.clone();
        new.push(("join", "new"));
        new.retain(|(key, _)| *key != "idempotency_key");
        assert_eq!(location(&browser.post("/en/ask/deposit", &new).await), "/en/receipt");
        let mut foreign = again.clone();
        foreign.push(("join", "00000000000000"));
        assert_ne!(browser.post("/en/ask/deposit", &foreign).await.status(), StatusCode::SEE_OTHER);
        desk.verify().await;
    }
}

story! {
    /// Another customer's case is not found, whatever is tried; a foreign site can do nothing.
    async fn cases_are_their_owners(desk: Desk) {
        let owner = Browser::new(&desk);
        owner.post("/en/ask/deposit", &DEPOSIT).await;
        let (ticket, customer) = only_ticket(&desk).await;
        let case = location(&owner.post(&format!("/en/open/{}", link(&desk, customer, Some(ticket)).await), &[]).await);
        let case = case.trim_end_matches("?done=proved").to_owned();
        let program = desk.token(Role::Agent).await;
        desk.post(&program, "/api/v1/tickets", &crate::desk::ticket("mallory@example.com")).await;
        let other: Uuid = desk.app.db.read(|tx| tx.first("SELECT id FROM customer WHERE email_key = 'mallory@example.com'", &[], |row| row.get(0))).await.map_err(|e: store::Error| e).unwrap().unwrap();
        let mallory = Browser::new(&desk);
        mallory.post(&format!("/en/open/{}", link(&desk, other, None).await), &[]).await;
        assert_eq!(mallory.get("/en/cases").await.status(), StatusCode::OK);
        assert_eq!(mallory.get(&case).await.status(), StatusCode::NOT_FOUND);
        for action in ["replies", "closure", "reopening", "chase", "rating"] {
            let form = [("body", "x"), ("score", "1")];
            assert_eq!(mallory.post(&format!("{case}/{action}"), &form).await.status(), StatusCode::NOT_FOUND, "{action}");
        }
        // A link for one customer's ticket with another customer's name on it opens nothing of the first.
        let crossed = link(&desk, other, Some(ticket)).await;
        let opened = mallory.post(&format!("/en/open/{crossed}"), &[]).await;
        if opened.status() == StatusCode::SEE_OTHER {
            assert_eq!(location(&opened), "/en/cases");
        }
        let cookies = owner.cookies.lock().unwrap().iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("; ");
        let forged = desk.client.request(Method::POST, format!("{}{case}/closure", desk.url))
            .header(header::COOKIE, cookies)
            .header(header::ORIGIN, "https://evil.example").send().await.unwrap();
        assert_eq!(forged.status(), StatusCode::FORBIDDEN);
        let after: i64 = desk.app.db.read(move |tx| tx.first("SELECT entries FROM ticket WHERE id = $1", params![ticket], |row| row.get(0))).await.map_err(|e: store::Error| e).unwrap().unwrap();
        assert_eq!(after, 2, "asked and proved, nothing else");
        desk.verify().await;
    }
}

story! {
    /// One mail at most goes to an address that has proved nothing; asking for a link answers the same for all.
    async fn an_unproved_address_gets_one_mail(desk: Desk) {
        let browser = Browser::new(&desk);
        for key in ["1", "2", "3"] {
            let mut form = DEPOSIT.to_vec();
            form.retain(|(name, _)| *name != "idempotency_key");
            form.push(("idempotency_key", key));
            browser.post("/en/ask/deposit", &form).await;
        }
        let sent = |email: &'static str| { let browser = &browser; async move {
            browser.post("/en/cases/link", &[("email", email)]).await.text().await.unwrap().replace(email, "")
        }};
        assert_eq!(sent("wang@example.com").await, sent("nobody@example.com").await);
        let mails: i64 = desk.app.db.read(|tx| tx.first("SELECT count(*) FROM outbox", &[], |row| row.get(0))).await.map_err(|e: store::Error| e).unwrap().unwrap();
        assert_eq!(mails, 1);
    }
}

story! {
    /// One network cannot flood the desk; what was typed is kept, and a signed-in customer is not held up.
    async fn guests_of_one_network_are_slowed(desk: Desk) {
        let browser = Browser::new(&desk);
        for number in 0..30 {
            let key = number.to_string();
            let mut form = DEPOSIT.to_vec();
            form.retain(|(name, _)| *name != "idempotency_key");
            form.push(("idempotency_key", &key));
            location(&browser.post("/en/ask/deposit", &form).await);
        }
        let mut form = DEPOSIT.to_vec();
        form.retain(|(name, _)| *name != "idempotency_key");
        let slowed = browser.post("/en/ask/deposit", &form).await;
        assert_eq!(slowed.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(slowed.text().await.unwrap().contains("两个小时前转出。"));
        assert_eq!(browser.post("/en/cases/link", &[("email", "x@example.com")]).await.status(), StatusCode::TOO_MANY_REQUESTS);
        desk.app.clock.turn(31 * dengta::clock::SECOND);
        location(&browser.post("/en/ask/deposit", &form).await);
    }
}

/// The pages that a stranger sees, word for word: a change to them is looked at before it is kept.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_are_as_they_were_looked_at() {
    let desk = Desk::start(crate::desk::Database::Sqlite).await;
    let browser = Browser::new(&desk);
    for (name, path) in [
        ("front-zh-CN", "/zh-CN/"),
        ("ask-en", "/en/ask"),
        ("form-ja", "/ja/ask/withdrawal"),
        ("cases-ko", "/ko/cases"),
    ] {
        let page = browser.page(path).await;
        insta::with_settings!({filters => vec![
            (r#"name="idempotency_key" value="[0-9a-f]+""#, r#"name="idempotency_key" value="KEY""#),
            (r"\?v=[0-9a-f]+", "?v=VERSION"),
            (r"http://localhost:\d+", "http://HOST"),
        ]}, { insta::assert_snapshot!(name, page); });
    }
}
