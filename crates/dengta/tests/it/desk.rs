//! A desk of a story's own, and how to speak to it.

use std::net::SocketAddr;
use std::time::Duration;

use dengta::app::App;
use dengta::clock::Clock;
use dengta::keys::{new_token, token_hash};
use dengta::people::Role;
use dengta::server::{self, Options};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use store::params;
use tokio::sync::watch;

/// Makes a story two tests: on SQLite and on PostgreSQL.
macro_rules! story {
    ($(#[$doc:meta])* async fn $name:ident($desk:ident: Desk) $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            $(#[$doc])*
            async fn story($desk: $crate::desk::Desk) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                story($crate::desk::Desk::start($crate::desk::Database::Sqlite).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                story($crate::desk::Desk::start($crate::desk::Database::Postgres).await).await;
            }
        }
    };
}

/// Which database a story runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file.
    Sqlite,
    /// A fresh database of the shared throw-away server.
    Postgres,
}

/// A running desk.
pub struct Desk {
    /// Its parts, for turning the clock and looking behind the curtain.
    pub app: App,
    /// Where it is reached.
    pub url: String,
    /// Does not follow redirects.
    pub client: reqwest::Client,
    /// The data folder.
    pub folder: tempfile::TempDir,
    /// What it was opened with.
    pub options: Options,
    stop: watch::Sender<bool>,
    serving: Option<tokio::task::JoinHandle<()>>,
    address: SocketAddr,
}

impl Desk {
    /// Starts one with default settings.
    pub async fn start(database: Database) -> Desk {
        Desk::with(database, "").await
    }

    /// Starts one with these settings (TOML).
    pub async fn with(database: Database, settings: &str) -> Desk {
        let database = (database == Database::Postgres).then(crate::postgres::database);
        Desk::on(database, tempfile::tempdir().unwrap(), settings).await
    }

    async fn on(database: Option<String>, folder: tempfile::TempDir, settings: &str) -> Desk {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let url = format!("http://localhost:{}", address.port());
        std::fs::write(folder.path().join("dengta.toml"), format!("public_url = \"{url}\"\n{settings}")).unwrap();
        let options = Options { data: folder.path().to_owned(), database, demo: false };
        let app = server::open(&options, Clock::default(), false).await.unwrap();
        let (stop, serving) = serve(&app, listener);
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(40))
            .build()
            .unwrap();
        Desk { app, url, client, folder, options, stop, serving: Some(serving), address }
    }

    /// Another node on the same database, with the same key.
    pub async fn beside(&self) -> Desk {
        self.beside_with("").await
    }

    /// As [`Desk::beside`], with these settings.
    pub async fn beside_with(&self, settings: &str) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(self.folder.path().join("master.key"), folder.path().join("master.key")).unwrap();
        Desk::on(self.options.database.clone(), folder, settings).await
    }

    /// Stops it, and waits until it has.
    pub async fn stop(&mut self) {
        self.stop.send_replace(true);
        drop(self.serving.take().unwrap().await);
    }

    /// Stops it and starts it again on the same store, with these settings.
    pub async fn restart(&mut self, settings: &str) {
        self.restart_after(settings, || ()).await;
    }

    /// As [`Desk::restart`], with something that happens while it is down.
    pub async fn restart_after(&mut self, settings: &str, meanwhile: impl FnOnce()) {
        self.stop().await;
        meanwhile();
        let toml = format!("public_url = \"{}\"\n{settings}", self.url);
        std::fs::write(self.folder.path().join("dengta.toml"), toml).unwrap();
        let listener = tokio::net::TcpListener::bind(self.address).await.unwrap();
        self.app = server::open(&self.options, self.app.clock.clone(), false).await.unwrap();
        let (stop, serving) = serve(&self.app, listener);
        self.stop = stop;
        self.serving = Some(serving);
    }

    /// An API token of a role.
    pub async fn token(&self, role: Role) -> String {
        let moment = self.app.clock.moment();
        let token = new_token("dgt_", &mut moment.draws());
        let hash = token_hash(&token);
        self.app
            .db
            .write(move |tx| {
                const MAKE: &str =
                    "INSERT INTO api_token (id, name, role, token_hash, created_at) VALUES ($1, $2, $3, $4, $5)";
                tx.execute(MAKE, params![moment.draws().uuid(), role.name(), role.name(), &hash, moment.at])
            })
            .await
            .unwrap();
        token
    }

    /// A request as a program with `token`.
    pub fn request(&self, token: &str, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url)).bearer_auth(token)
    }

    /// GET, expecting 200.
    pub async fn get(&self, token: &str, path: &str) -> Value {
        read(self.request(token, Method::GET, path), StatusCode::OK).await
    }

    /// POST, expecting 201.
    pub async fn post(&self, token: &str, path: &str, body: &Value) -> Value {
        read(self.request(token, Method::POST, path).json(body), StatusCode::CREATED).await
    }

    /// PUT, expecting 200.
    pub async fn put(&self, token: &str, path: &str, body: &Value) -> Value {
        read(self.request(token, Method::PUT, path).json(body), StatusCode::OK).await
    }

    /// What a request is refused with, and the fields that are wrong: `code field…`.
    pub async fn refused(&self, token: &str, method: Method, path: &str, body: &Value) -> String {
        let response = self.request(token, method, path).json(body).send().await.unwrap();
        let status = response.status();
        let problem: Value = response.json().await.unwrap_or_default();
        assert!(status.is_client_error(), "{status} {problem}");
        let kind = problem["type"].as_str().unwrap_or_default().trim_start_matches("/problems/").to_owned();
        let errors = problem["errors"].as_array().into_iter().flatten();
        let fields = errors.map(|e| format!(" {}:{}", e["field"].as_str().unwrap(), e["code"].as_str().unwrap()));
        kind + &fields.collect::<String>()
    }

    /// Opens a ticket as a program.
    pub async fn ticket(&self, token: &str) -> Value {
        self.post(token, "/api/v1/tickets", &ticket("wang@example.com")).await
    }

    /// Lets the answers rest until they go out and the customer sees them.
    pub fn rest(&self) {
        self.app.clock.turn(dengta::tickets::withdraw::REPLY_RESTS);
    }

    /// `dengta verify` finds nothing.
    pub async fn verify(&self) {
        let report = dengta::tickets::verify::verify(&self.app.db).await.unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    }

    /// Waits until `holds` is true: for what followers do behind the scenes.
    pub async fn until<F, Fut>(&self, what: &str, mut holds: F)
    where
        F: FnMut() -> Fut,
        Fut: Future<Output = bool>,
    {
        for _ in 0..400 {
            if holds().await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("it never came about: {what}");
    }
}

fn serve(app: &App, listener: tokio::net::TcpListener) -> (watch::Sender<bool>, tokio::task::JoinHandle<()>) {
    let (stop, stopped) = watch::channel(false);
    let app = app.clone();
    let serving = tokio::spawn(async move { server::serve(app, listener, stopped).await.unwrap() });
    (stop, serving)
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

/// Sends, expects a status, reads JSON.
pub async fn read(request: RequestBuilder, status: StatusCode) -> Value {
    let response = request.send().await.unwrap();
    let (got, text) = (response.status(), response.text().await.unwrap());
    assert_eq!(got, status, "{text}");
    if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap_or(Value::String(text)) }
}

/// A ticket of a customer.
pub fn ticket(email: &str) -> Value {
    json!({
        "subject": "充值未到账 0.5 BTC",
        "body": "两个小时前从硬件钱包转出，已经 4 个确认，余额没有变化。",
        "category": "deposit",
        "fields": {"coin": "BTC", "network": "Bitcoin"},
        "customer": {"email": email, "name": "王小明"},
        "language": "zh-CN",
    })
}
