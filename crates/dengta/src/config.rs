//! Settings: `dengta.toml` in the data folder, then the environment (`DENGTA_MAIL__SMTP=…`), over
//! the defaults of this page. Settings that lead to something official (mail, addresses, the
//! exchange's key) are in the file and not on a page, so that a stolen session cannot change them.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::Path;

use anyhow::Context;
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

/// All settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where customers and agents reach the desk, without a slash at the end. Links, cookies and
    /// Origin checks follow from it.
    pub public_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The exchange's name by language tag; `en` is the fallback.
    pub brand: BTreeMap<String, String>,
    /// Mail out.
    pub mail: Mail,
    /// The exchange's sign-in tokens.
    pub exchange: Option<Exchange>,
    /// How long an answer takes, by category; `default` is the fallback.
    pub promise: BTreeMap<String, Promise>,
    /// Ways to reach us, in the order shown.
    pub ways: Vec<Way>,
    /// Files that come with messages.
    pub files: Files,
    /// The model that writes answers in the chat; without one the assistant says passages as they are.
    pub assistant: Option<Assistant>,
    /// `nats://user:password@host:4222`, `nats://token@host` or `tls://…`: by it several nodes on one PostgreSQL wake each other
    /// up. Without one they look every 200 ms, and each knows who views and who types only of its own.
    pub nats: Option<String>,
}

/// An OpenAI-compatible endpoint.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assistant {
    /// Up to the version: `https://api.openai.com/v1`. What is said to it leaves this desk, without secrets and personal data.
    pub url: String,
    /// The key; a local endpoint may need none.
    #[serde(default)]
    pub key: String,
    /// As the endpoint calls it.
    pub model: String,
    /// An answer that takes longer is given up, in seconds: 1 to 25.
    #[serde(default = "assistant_timeout")]
    pub timeout_seconds: u64,
    /// What an answer may cost.
    #[serde(default = "assistant_tokens")]
    pub max_tokens: u32,
    /// What all answers of a day may cost, on each node, with what is read for them.
    #[serde(default = "assistant_daily_tokens")]
    pub daily_tokens: u64,
}

const fn assistant_timeout() -> u64 {
    20
}

const fn assistant_tokens() -> u32 {
    600
}

const fn assistant_daily_tokens() -> u64 {
    5_000_000
}

/// Files that come with messages.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Files {
    /// How many one message may have.
    pub count: usize,
    /// How large one may be.
    pub megabytes: u32,
    /// How many a network's guests may send in an hour before each costs a proof of work.
    pub guest_files_per_hour: i64,
    /// What a network's guests may send in a day.
    pub guest_megabytes_per_day: u32,
    /// What a customer who is known may send in a day.
    pub customer_megabytes_per_day: u32,
    /// What all guests may have sent without a message that goes with it.
    pub pending_megabytes: u32,
    /// Where they are kept; without one, in the folder `files` beside the data.
    pub bucket: Option<Bucket>,
}

/// An S3-compatible bucket.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// `https://…`, without the bucket's name.
    pub endpoint: String,
    /// The bucket.
    pub name: String,
    /// As the provider calls it.
    #[serde(default = "region")]
    pub region: String,
    /// The key's id.
    pub access_key: String,
    /// The key.
    pub secret_key: String,
}

fn region() -> String {
    "us-east-1".into()
}

impl Default for Files {
    fn default() -> Files {
        Files {
            count: 20,
            megabytes: 50,
            guest_files_per_hour: 40,
            guest_megabytes_per_day: 2_000,
            customer_megabytes_per_day: 5_000,
            pending_megabytes: 20_000,
            bucket: None,
        }
    }
}

impl Files {
    /// How many bytes one may have.
    #[must_use]
    pub fn bytes(&self) -> i64 {
        i64::from(self.megabytes) * 1024 * 1024
    }

    /// What a network's guests may send in a day, in bytes.
    #[must_use]
    pub fn guest_bytes(&self) -> i64 {
        i64::from(self.guest_megabytes_per_day) * 1024 * 1024
    }

    /// What a customer may send in a day, in bytes.
    #[must_use]
    pub fn customer_bytes(&self) -> i64 {
        i64::from(self.customer_megabytes_per_day) * 1024 * 1024
    }

    /// What all guests may have pending, in bytes.
    #[must_use]
    pub fn pending_bytes(&self) -> i64 {
        i64::from(self.pending_megabytes) * 1024 * 1024
    }
}

/// Mail out.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// `smtp://user:password@host:587?tls=required` or `smtps://…`. Without one, mail waits in the outbox.
    pub smtp: Option<String>,
    /// The sender's address.
    pub from: String,
}

/// How the exchange signs the tokens with which it sends its customers here.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// `EdDSA`, `ES256`, `RS256` or `HS256`.
    pub algorithm: String,
    /// A public key in PEM, or the shared secret for `HS256`.
    pub key: String,
    /// Must be the token's `iss`.
    pub issuer: String,
    /// Must be the token's `aud`.
    pub audience: String,
    /// The exchange's page that sends a customer here with a token.
    pub sign_in_url: Option<String>,
}

/// A promised time to answer, in hours of calendar time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// The usual quickest.
    pub from: u32,
    /// What is promised: after this the answer is late.
    pub to: u32,
}

/// A channel as "ways to reach us" shows it (C0).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// `form`, `email`, `chat`, `phone`, `social` or `forum`: names the texts `channel-KIND` and `channel-KIND-for`.
    pub kind: String,
    /// A link, a mail address or a number; the form needs none.
    #[serde(default)]
    pub address: Option<String>,
    /// Usual time to an answer.
    pub answer_minutes: (u32, u32),
    /// Open from and until (`09:00`, `18:00`) in `time_zone`; none is around the clock.
    #[serde(default)]
    pub hours: Option<(String, String)>,
    /// IANA name.
    #[serde(default = "utc")]
    pub time_zone: String,
    /// Tags of the languages spoken there.
    pub languages: Vec<String>,
    /// Whether it wants an account.
    #[serde(default)]
    pub sign_in: bool,
    /// Whether a call costs what a local call costs.
    #[serde(default)]
    pub local_call: bool,
}

fn utc() -> String {
    "UTC".into()
}

impl Default for Config {
    fn default() -> Config {
        let form = Way {
            kind: "form".into(),
            address: None,
            answer_minutes: (24 * 60, 48 * 60),
            hours: None,
            time_zone: utc(),
            languages: ["zh-CN", "zh-TW", "en", "ko", "ja"].map(String::from).to_vec(),
            sign_in: false,
            local_call: false,
        };
        let chat = Way { kind: "chat".into(), answer_minutes: (1, 10), ..form.clone() };
        Config {
            public_url: "http://localhost:8080".into(),
            trusted_proxies: Vec::new(),
            brand: BTreeMap::from([
                ("en".into(), "Dengta".into()),
                ("zh-CN".into(), "灯塔".into()),
                ("zh-TW".into(), "燈塔".into()),
            ]),
            mail: Mail { smtp: None, from: "support@localhost.localdomain".into() },
            exchange: None,
            promise: BTreeMap::from([
                ("default".into(), Promise { from: 24, to: 48 }),
                ("security".into(), Promise { from: 1, to: 4 }),
                ("recovery".into(), Promise { from: 4, to: 24 }),
                ("phishing".into(), Promise { from: 4, to: 24 }),
                ("verification".into(), Promise { from: 24, to: 72 }),
            ]),
            ways: vec![form, chat],
            files: Files::default(),
            assistant: None,
            nats: None,
        }
    }
}

fn names_setting(key: &figment::value::UncasedStr) -> bool {
    const SETTINGS: [&str; 10] =
        ["public_url", "trusted_proxies", "brand", "mail", "exchange", "promise", "ways", "files", "assistant", "nats"];
    SETTINGS.iter().any(|setting| key.as_str().to_lowercase().split("__").next() == Some(setting))
}

impl Config {
    /// The defaults of a desk that listens on `port`.
    #[must_use]
    pub fn on_port(port: u16) -> Config {
        Config { public_url: format!("http://localhost:{port}"), ..Config::default() }
    }

    /// Whether a browser's `Origin` is one of our pages'. What is at `localhost` is reached by its address as well.
    #[must_use]
    pub fn is_ours(&self, origin: &str) -> bool {
        let by_address = || self.public_url.replacen("http://localhost:", "http://127.0.0.1:", 1);
        origin == self.public_url || origin == by_address()
    }

    /// Reads the settings of the data folder.
    ///
    /// # Errors
    /// When the file cannot be read or a setting is unknown or wrong; the message names it.
    pub fn load(folder: &Path) -> anyhow::Result<Config> {
        Config::default().overridden(folder)
    }

    /// As [`Config::load`], over these settings instead of the defaults.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn overridden(self, folder: &Path) -> anyhow::Result<Config> {
        let config: Config = Figment::from(Serialized::defaults(self))
            .merge(Toml::file(folder.join("dengta.toml")))
            // Other programs' variables may begin alike: only those that name a setting are read.
            .merge(Env::prefixed("DENGTA_").filter(names_setting).split("__"))
            .extract()
            .context("reading dengta.toml")?;
        config.parsed()
    }

    fn parsed(mut self) -> anyhow::Result<Config> {
        self.public_url = self.public_url.trim_end_matches('/').to_owned();
        anyhow::ensure!(
            self.public_url.starts_with("http://") || self.public_url.starts_with("https://"),
            "public_url must start with http:// or https://"
        );
        anyhow::ensure!(self.promise.contains_key("default"), "promise.default is missing");
        anyhow::ensure!(
            self.promise.values().all(|promise| promise.from <= promise.to && promise.to > 0),
            "a promise must run from its quickest to its latest hour"
        );
        const KINDS: [&str; 6] = ["form", "email", "chat", "phone", "social", "forum"];
        for way in &self.ways {
            anyhow::ensure!(KINDS.contains(&way.kind.as_str()), "ways: there is no kind {}", way.kind);
        }
        if let Some(assistant) = &mut self.assistant {
            assistant.url = assistant.url.trim_end_matches('/').to_owned();
            anyhow::ensure!(
                assistant.url.starts_with("http://") || assistant.url.starts_with("https://"),
                "assistant.url must start with http:// or https://"
            );
            // A request has thirty seconds: what the assistant says instead takes its time too.
            anyhow::ensure!((1..=25).contains(&assistant.timeout_seconds), "assistant.timeout_seconds must be 1 to 25");
        }
        Ok(self)
    }

    /// Whether the desk is reached over TLS: cookies are then `Secure` and carry `__Host-`.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The exchange's name in a language.
    #[must_use]
    pub fn brand(&self, language: &str) -> &str {
        self.brand.get(language).or_else(|| self.brand.get("en")).map_or("Dengta", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_ours() {
        let local = Config::on_port(8080);
        assert!(local.is_ours("http://localhost:8080") && local.is_ours("http://127.0.0.1:8080"));
        for origin in
            ["null", "", "http://localhost:8081", "https://localhost:8080", "http://127.0.0.1:8080.evil.example"]
        {
            assert!(!local.is_ours(origin), "{origin}");
        }
        let public = Config { public_url: "https://support.exchange.example".into(), ..Config::default() };
        assert!(public.is_ours("https://support.exchange.example") && !public.is_ours("http://127.0.0.1:8080"));
    }
}
