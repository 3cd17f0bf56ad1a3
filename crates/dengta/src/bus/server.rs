//! The NATS server of the settings, and the line to it.

use std::time::Duration;

use anyhow::{Context, bail, ensure};
use async_nats::{Client, ClientError, ConnectErrorKind, ConnectOptions, Event, ServerAddr};
use tokio::sync::watch;
use url::Url;

/// The first pause before connecting again; each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
/// The longest.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// A server that does not answer is noticed after two of these.
const PING: Duration = Duration::from_secs(5);
/// What waits to be written to the server; whoever adds more waits, and that is only the bus itself.
const WAITING: usize = 256;
/// Messages that wait to be read, of each subject.
const UNREAD: usize = 1_024;

/// A NATS server, and how to sign in there.
pub struct Server {
    address: ServerAddr,
    login: Login,
}

enum Login {
    None,
    Token(String),
    User(String, String),
}

impl Server {
    /// Reads `nats://user:password@host:port`, `nats://token@host` or `tls://…`.
    ///
    /// # Errors
    /// When it is none of these. The message does not repeat it: it may hold a password.
    pub fn parse(text: &str) -> anyhow::Result<Server> {
        let mut url = Url::parse(text).context("nats is no address of a NATS server")?;
        ensure!(matches!(url.scheme(), "nats" | "tls"), "nats must be nats://… or tls://…");
        ensure!(url.host_str().is_some_and(|host| !host.is_empty()), "nats names no host");
        let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
        ensure!(bare, "nats must end with its host and port");
        let login = match (decoded(url.username())?, url.password().map(decoded).transpose()?) {
            (user, Some(password)) if !user.is_empty() => Login::User(user, password),
            (_, Some(_)) => bail!("nats has a password and no user"),
            (token, None) if !token.is_empty() => Login::Token(token),
            (_, None) => Login::None,
        };
        // The client writes its servers' addresses into its log.
        let stripped = url.set_username("").and_then(|()| url.set_password(None));
        ensure!(stripped.is_ok(), "nats is no address of a NATS server");
        let address = ServerAddr::from_url(url).context("nats is no address of a NATS server")?;
        Ok(Server { address, login })
    }

    /// A client that connects by itself, now and whenever the line breaks, and says on `line` how it stands.
    pub(super) async fn connect(&self, line: watch::Sender<Line>) -> Result<Client, async_nats::ConnectError> {
        let options = match &self.login {
            Login::None => ConnectOptions::new(),
            Login::Token(token) => ConnectOptions::with_token(token.clone()),
            Login::User(user, password) => ConnectOptions::with_user_and_password(user.clone(), password.clone()),
        };
        options
            .name("dengta")
            .no_echo()
            // Servers of a cluster that the first one names, too: none gets the password in the clear.
            .require_tls(self.address.tls_required())
            .retry_on_initial_connect()
            .max_reconnects(None)
            .reconnect_delay_callback(pause)
            .ping_interval(PING)
            .client_capacity(WAITING)
            .subscription_capacity(UNREAD)
            .event_callback(move |event| {
                line.send_if_modified(|line| line.moves(&event));
                std::future::ready(())
            })
            .connect(self.address.clone())
            .await
    }
}

/// A part of a URL without its percent signs (RFC 3986 §2.1).
fn decoded(part: &str) -> anyhow::Result<String> {
    let text = percent_encoding::percent_decode_str(part).decode_utf8();
    Ok(text.context("nats has a user or password that is no text")?.into_owned())
}

/// How long to wait before the `attempt`th try.
fn pause(attempt: usize) -> Duration {
    let doubled = u32::try_from(attempt.clamp(1, 8)).map_or(1, |attempt| 1 << (attempt - 1));
    (FIRST_PAUSE * doubled).min(LONGEST_PAUSE)
}

/// How the line to the server stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing was tried yet.
    Unknown,
    /// It stands.
    Stands,
    /// The server cannot be reached.
    Broken,
    /// The server does not let this user in.
    Refused,
}

impl Line {
    /// Takes over what an event says; whether it says something new.
    fn moves(&mut self, event: &Event) -> bool {
        let refused = |error: &ClientError| matches!(error, ClientError::Other(why) if *why == ConnectErrorKind::AuthorizationViolation.to_string());
        let now = match event {
            Event::Connected => Line::Stands,
            Event::Disconnected => Line::Broken,
            Event::ClientError(error) if *self != Line::Stands && refused(error) => Line::Refused,
            Event::ClientError(_) if *self == Line::Unknown => Line::Broken,
            _ => return false,
        };
        std::mem::replace(self, now) != now
    }

    /// Writes it down.
    pub(super) fn note(self) {
        metrics::gauge!("dengta_nats_connected").set(if self == Line::Stands { 1.0 } else { 0.0 });
        match self {
            Line::Unknown => {}
            Line::Stands => tracing::info!("connected to NATS: nodes wake each other up"),
            Line::Broken => tracing::warn!("NATS cannot be reached: nodes look for news by themselves meanwhile"),
            Line::Refused => tracing::warn!("NATS does not let the user of the setting nats in"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        let error = Server::parse(text).err().unwrap();
        format!("{error:#}")
    }

    #[test]
    fn an_address_is_read_and_its_secret_kept_apart() {
        let server = Server::parse("tls://desk:p%40ss@nats.example:4333").unwrap();
        assert!(matches!(&server.login, Login::User(user, password) if user == "desk" && password == "p@ss"));
        assert_eq!((server.address.host(), server.address.port()), ("nats.example", 4333));
        assert!(server.address.tls_required() && !server.address.as_url_str().contains("desk"));
        let server = Server::parse("nats://s3cret@127.0.0.1").unwrap();
        assert!(matches!(&server.login, Login::Token(token) if token == "s3cret"));
        assert_eq!((server.address.port(), server.address.as_url_str()), (4222, "nats://127.0.0.1"));
        assert!(matches!(Server::parse("nats://[::1]:4222/").unwrap().login, Login::None));
    }

    #[test]
    fn what_is_no_address_is_refused_without_repeating_it() {
        for (text, why) in [
            ("", "nats is no address"),
            ("nats.example:4222", "nats must be nats://"),
            ("https://desk:hunter2@nats.example", "nats must be nats://"),
            ("nats://", "nats names no host"),
            ("nats://desk:hunter2@nats.example/subject", "nats must end with"),
            ("nats://desk:hunter2@nats.example?tls=1", "nats must end with"),
            ("nats://:hunter2@nats.example", "nats has a password and no user"),
            ("nats://desk:hunter2%FF@nats.example", "nats has a user or password"),
            ("nats://desk:hunter2@nats.example:port", "nats is no address"),
        ] {
            let refusal = refused(text);
            assert!(refusal.starts_with(why) && !refusal.contains("hunter2"), "{text}: {refusal}");
        }
    }

    #[test]
    fn pauses_grow_to_an_end() {
        assert_eq!([0, 1, 2, 3].map(pause), [50, 50, 100, 200].map(Duration::from_millis));
        assert!((0..1_000).all(|attempt| pause(attempt) <= LONGEST_PAUSE));
        assert_eq!(pause(usize::MAX), LONGEST_PAUSE);
    }

    #[test]
    fn each_change_is_told_once() {
        let failed = |kind: ConnectErrorKind| Event::ClientError(ClientError::Other(kind.to_string()));
        let mut line = Line::Unknown;
        for (event, news, then) in [
            (failed(ConnectErrorKind::Io), true, Line::Broken),
            (failed(ConnectErrorKind::TimedOut), false, Line::Broken),
            (failed(ConnectErrorKind::AuthorizationViolation), true, Line::Refused),
            (failed(ConnectErrorKind::AuthorizationViolation), false, Line::Refused),
            (failed(ConnectErrorKind::Io), false, Line::Refused),
            (Event::Connected, true, Line::Stands),
            (Event::SlowConsumer(1), false, Line::Stands),
            (Event::Disconnected, true, Line::Broken),
            (Event::Connected, true, Line::Stands),
        ] {
            assert_eq!((line.moves(&event), line), (news, then), "{event}");
        }
    }
}
