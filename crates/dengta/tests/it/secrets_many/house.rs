//! A desk as a process of its own with its log, a mail server, an administrator, a customer, and what they work on.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use dengta::clock::{Clock, SECOND};
use dengta::people::Role;
use jsonwebtoken::{EncodingKey, Header, encode};
use reqwest::{Client, Method, RequestBuilder, header};
use serde_json::{Value, json};
use store::Db;

use super::furnished::Ids;
use crate::crash::program::Program;
use crate::desk::ticket;
use crate::mail::PostOffice;
use crate::people::seated;

/// The secret that the exchange and this desk share.
const SHARED: &str = "a shared secret of the story about ten thousand";

pub struct House {
    pub program: Program,
    pub office: PostOffice,
    /// The same store, behind the program's back.
    pub db: Db,
    client: Client,
    pub agent: String,
    customer: String,
    /// What was answered, but for what is read out to whoever asked for it.
    pub told: Mutex<String>,
    next: AtomicUsize,
    pub ids: Ids,
}

impl House {
    pub async fn open(database: Option<String>) -> House {
        let (mut program, office) = (Program::new(database), PostOffice::open());
        program.set("trusted_proxies = [\"127.0.0.1\"]\n");
        program.set(&office.settings());
        program.set(&format!("[exchange]\nalgorithm = \"HS256\"\nkey = \"{SHARED}\"\n"));
        program.set("issuer = \"exchange\"\naudience = \"desk\"\n[files]\nguest_files_per_hour = 100000\n");
        program.log_as("debug");
        program.start().await;
        let db = Db::open(&program.location()).unwrap();
        let agent = seated(&db, "ada@example.com", "Ada", Role::Admin).await;
        let redirects = reqwest::redirect::Policy::none();
        let client = Client::builder().redirect(redirects).timeout(Duration::from_secs(40)).build().unwrap();
        let (told, next) = (Mutex::default(), AtomicUsize::new(1));
        let (customer, ids) = (String::new(), Ids::default());
        let mut house = House { program, office, db, client, agent, customer, told, next, ids };
        house.customer = house.signed_in().await;
        house.ids = house.furnished().await;
        house
    }

    /// A number that was not given before.
    pub fn number(&self) -> usize {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let number = self.number();
        let address = format!("10.{}.{}.{}", number >> 16 & 255, number >> 8 & 255, number & 255);
        let request = self.client.request(method, format!("{}{path}", self.program.url));
        // Nobody's tries are to hold up anybody else's.
        request.header(header::ORIGIN, &self.program.url).header("x-forwarded-for", address)
    }

    /// A request of the administrator.
    pub fn api(&self, method: Method, path: &str) -> RequestBuilder {
        self.api_with_key(method, path, &format!("key-{}", self.number()))
    }

    /// A request of the administrator, with this idempotency key.
    pub fn api_with_key(&self, method: Method, path: &str, key: &str) -> RequestBuilder {
        let request = self.request(method, &format!("/api/v1{path}")).header("idempotency-key", key);
        request.header(header::COOKIE, format!("dengta_agent={}", self.agent))
    }

    /// A request of the customer.
    pub fn customer(&self, method: Method, path: &str) -> RequestBuilder {
        self.request(method, path).header(header::COOKIE, &self.customer)
    }

    /// A request of somebody unknown.
    pub fn guest(&self, method: Method, path: &str) -> RequestBuilder {
        self.request(method, path)
    }

    /// Sends what must be taken; a message that asks for a secret may be stopped. What came back, and where it leads.
    pub async fn takes(&self, request: RequestBuilder) -> Value {
        let answer = request.send().await.unwrap();
        let (status, url) = (answer.status(), answer.url().path().to_owned());
        let leads = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let text = answer.text().await.unwrap();
        let stopped = text.contains("/problems/asks-for-secret");
        // A form that is shown again was not taken.
        let shown = url.len() > "/en/".len() && text.starts_with("<!doctype html>");
        let taken = (status.is_success() && !shown) || leads.is_some() || stopped;
        assert!(taken, "{url}: {status} {text}\n{}", self.program.log());
        self.tell(&text);
        leads.map_or_else(|| serde_json::from_str(&text).unwrap_or_default(), Value::String)
    }

    /// Sends what must be refused.
    pub async fn refuses(&self, request: RequestBuilder) {
        let answer = request.send().await.unwrap();
        let (status, url) = (answer.status(), answer.url().path().to_owned());
        let document = answer.headers()[header::CONTENT_TYPE] == "application/problem+json";
        let text = answer.text().await.unwrap();
        assert!(status.is_client_error(), "{url}: {status} {text}\n{}", self.program.log());
        // A page shows the form again as it was filled in.
        if document {
            self.tell(&text);
        }
    }

    /// Sends what is answered to whoever asks, who may read their own question in it.
    pub async fn answers(&self, request: RequestBuilder) {
        let answer = request.send().await.unwrap();
        assert!(!answer.status().is_server_error(), "{}\n{}", answer.status(), self.program.log());
        if answer.status().is_client_error() && answer.headers()[header::CONTENT_TYPE] == "application/problem+json" {
            self.tell(&answer.text().await.unwrap());
        }
    }

    pub fn tell(&self, text: &str) {
        let mut told = self.told.lock().unwrap();
        told.push_str(text);
        told.push('\n');
    }

    /// Opens a ticket, with this in this place of it.
    pub fn opening(&self, place: &str, value: &str) -> RequestBuilder {
        let mut new = ticket(&format!("customer{}@example.com", self.number()));
        *new.pointer_mut(place).unwrap() = json!(value);
        self.api(Method::POST, "/tickets").json(&new)
    }

    /// A ticket.
    pub async fn ticket(&self) -> String {
        let opened = self.takes(self.opening("/subject", "Deposit")).await;
        opened["id"].as_str().unwrap().to_owned()
    }

    /// Brings a customer whom the exchange calls so.
    pub fn exchange(&self, name: &str) -> RequestBuilder {
        let moment = Clock::default().moment();
        let (now, number) = (moment.at / SECOND, self.number());
        let claims = json!({
            "iss": "exchange", "aud": "desk", "iat": now, "exp": now + 300, "jti": moment.draws().uuid(), "sub": number.to_string(),
            "name": name, "email": format!("account{number}@example.com"), "email_verified": true, "locale": "en",
        });
        let token = encode(&Header::default(), &claims, &EncodingKey::from_secret(SHARED.as_bytes())).unwrap();
        self.request(Method::POST, "/signin/exchange").form(&[("token", token)])
    }

    /// A customer's session.
    async fn signed_in(&self) -> String {
        let answer = self.exchange("Ada").send().await.unwrap();
        let cookie = answer.headers().get(header::SET_COOKIE).unwrap_or_else(|| panic!("{}", answer.status()));
        cookie.to_str().unwrap().split(';').next().unwrap().to_owned()
    }
}
