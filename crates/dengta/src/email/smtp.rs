//! The mail server of the settings, and one dialogue with it.
//!
//! lettre's pool is not used: it has no time limit once connected, and puts a connection whose letter was
//! given up in the middle back among the good ones. Here a dialogue lasts as long as there are letters to
//! send, and ends with the first thing that goes wrong in it.

use std::time::Duration;

use anyhow::{Context, bail};
use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use url::Url;

use crate::clock::Micros;
use crate::email::{Failure, Letter, message};

/// A connection that has not greeted within this time is given up.
const CONNECT: Duration = Duration::from_secs(10);
/// A letter that was not taken within this time, connecting aside, is given up. Together with
/// [`CONNECT`] it must be shorter than the lease of an outbox row.
const SEND: Duration = Duration::from_secs(40);
/// How long the server is given to answer the good-bye.
const QUIT: Duration = Duration::from_secs(1);

/// A mail server, and how to speak to it.
pub struct Server {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    from: Address,
    domain: String,
}

/// How the connection is kept from listeners.
enum Security {
    /// Not at all: for a server on this machine.
    None,
    /// `STARTTLS`, or no mail (RFC 3207).
    StartTls(TlsParameters),
    /// TLS from the first byte (RFC 8314 §3.3).
    Tls(TlsParameters),
}

impl Server {
    /// Reads `smtp://user:password@host:port`, `smtp://…?tls=required` or `smtps://…`.
    ///
    /// # Errors
    /// When it is none of these. The message does not repeat it: it may hold a password.
    pub fn parse(text: &str, from: Address, domain: String) -> anyhow::Result<Server> {
        let url = Url::parse(text).context("mail.smtp is no address of a mail server")?;
        let host = url.host_str().context("mail.smtp names no host")?.to_owned();
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let parameters = || TlsParameters::new(host.clone()).context("preparing TLS for mail.smtp");
        let (security, port) = match (url.scheme(), tls.as_deref()) {
            ("smtp", None) => (Security::None, 25),
            ("smtp", Some("required")) => (Security::StartTls(parameters()?), 587),
            ("smtps", None | Some("required")) => (Security::Tls(parameters()?), 465),
            _ => bail!("mail.smtp must be smtp://…, smtp://…?tls=required or smtps://…"),
        };
        let credentials = url.password().map(|password| Credentials::new(decoded(url.username()), decoded(password)));
        Ok(Server { port: url.port().unwrap_or(port), host, security, credentials, from, domain })
    }

    /// Connects, encrypts and signs in as the settings say.
    async fn connect(&self) -> Result<AsyncSmtpConnection, lettre::transport::smtp::Error> {
        let name = ClientId::default();
        let wrapper = if let Security::Tls(tls) = &self.security { Some(tls.clone()) } else { None };
        let address = (self.host.trim_matches(['[', ']']), self.port);
        let mut connection = AsyncSmtpConnection::connect_tokio1(address, Some(CONNECT), &name, wrapper, None).await?;
        if let Security::StartTls(tls) = &self.security {
            connection.starttls(tls.clone(), &name).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

/// A part of a URL without its percent signs (RFC 3986 §2.1).
fn decoded(part: &str) -> String {
    percent_encoding::percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// Letters to one server, one after another.
pub struct Dialogue<'s> {
    server: &'s Server,
    connection: Option<AsyncSmtpConnection>,
}

impl Dialogue<'_> {
    /// Connects with the first letter.
    #[must_use]
    pub fn new(server: &Server) -> Dialogue<'_> {
        Dialogue { server, connection: None }
    }

    /// Sends a letter, dated `at`.
    ///
    /// # Errors
    /// Why the server did not take it.
    pub async fn send(&mut self, letter: &Letter, at: Micros) -> Result<(), Failure> {
        let message = message::message(letter, &self.server.from, &self.server.domain, at)
            .map_err(|error| Failure::Never(error.to_string()))?;
        let mut connection = self.connected().await?;
        let bytes = message.formatted();
        match tokio::time::timeout(SEND, connection.send(message.envelope(), &bytes)).await {
            Ok(Ok(_)) => {
                self.connection = Some(connection);
                Ok(())
            }
            // The connection is dropped: what state it is in, nobody knows.
            Ok(Err(error)) => Err(failure(&error)),
            Err(_) => Err(Failure::Later("timeout".into())),
        }
    }

    async fn connected(&mut self) -> Result<AsyncSmtpConnection, Failure> {
        if let Some(connection) = self.connection.take() {
            return Ok(connection);
        }
        // Whatever goes wrong here, 5xx included, is not the letter's fault.
        match tokio::time::timeout(CONNECT, self.server.connect()).await {
            Ok(Ok(connection)) => Ok(connection),
            Ok(Err(error)) => Err(Failure::Unreachable(reason(&error))),
            Err(_) => Err(Failure::Unreachable("timeout".into())),
        }
    }

    /// `QUIT`.
    pub async fn close(self) {
        if let Some(mut connection) = self.connection {
            drop(tokio::time::timeout(QUIT, connection.quit()).await);
        }
    }
}

/// Whose fault it is that a letter was not taken.
fn failure(error: &lettre::transport::smtp::Error) -> Failure {
    let code = error.status().map(u16::from);
    match code {
        // 421: it is closing (RFC 5321 §3.8). 530: it wants a password or TLS first (RFC 4954 §6).
        Some(421 | 530) => Failure::Unreachable(reason(error)),
        Some(500..) => Failure::Never(reason(error)),
        None if error.is_client() => Failure::Never(reason(error)),
        _ => Failure::Later(reason(error)),
    }
}

/// What went wrong: the server's reply code and enhanced status code (RFC 3463), and nothing of its prose,
/// which likes to repeat the address.
fn reason(error: &lettre::transport::smtp::Error) -> String {
    use std::error::Error;
    let Some(code) = error.status() else {
        let kind = if error.is_tls() {
            "TLS failed"
        } else if error.is_client() {
            "this letter cannot be sent through this mail server"
        } else if error.is_response() {
            "the answer made no sense"
        } else {
            "no connection"
        };
        return kind.to_owned();
    };
    let prose = error.source().map(ToString::to_string).unwrap_or_default();
    let enhanced = prose.split_whitespace().next().filter(|word| is_enhanced(word)).unwrap_or("");
    format!("{code} {enhanced}").trim().to_owned()
}

/// Whether a word is an enhanced status code, such as `5.1.1`.
fn is_enhanced(word: &str) -> bool {
    let parts: Vec<_> = word.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}
