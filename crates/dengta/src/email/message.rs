//! A letter as a message of RFC 5322, in bytes that are plain ASCII.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use lettre::{Address, error::Error};
use uuid::Uuid;

use crate::clock::Micros;
use crate::config::Config;
use crate::email::Letter;

/// Text that can stand in a header: one line without control characters, so that nothing written by
/// anybody begins another header (RFC 5322 §2.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneLine(String);

impl OneLine {
    /// Control characters and line ends become spaces.
    #[must_use]
    pub fn new(text: &str) -> OneLine {
        let end = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        OneLine(text.replace(end, " ").trim().to_owned())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What stands behind the `@` of a Message-ID: the desk's public host, or the sender's domain where that
/// is none that is ours alone (RFC 5322 §3.6.4 wants it unique in the world).
#[must_use]
pub fn domain(config: &Config, from: &Address) -> String {
    let url: Option<axum::http::Uri> = config.public_url.parse().ok();
    let host = url.as_ref().and_then(axum::http::Uri::host).unwrap_or("");
    let ours = host.contains('.') && !host.starts_with('[') && host.parse::<std::net::IpAddr>().is_err();
    if ours { host.to_owned() } else { from.domain().to_owned() }
}

/// The Message-ID of an outbox row: the same each time it is sent.
#[must_use]
pub fn message_id(row: Uuid, domain: &str) -> String {
    format!("<{}@{domain}>", row.simple())
}

/// Makes the message, dated `at`.
///
/// # Errors
/// lettre's, should it find a header missing.
pub fn message(letter: &Letter, from: &Address, domain: &str, at: Micros) -> Result<Message, Error> {
    let sender = Mailbox::new(Some(letter.brand.as_str().to_owned()), from.clone());
    let date = UNIX_EPOCH + Duration::from_micros(u64::try_from(at).unwrap_or(0));
    let mut message = Message::builder()
        .from(sender)
        .to(Mailbox::new(None, letter.to.clone()))
        .subject(letter.subject.as_str())
        .date(date)
        .message_id(Some(message_id(letter.id, domain)))
        // Exchange's and Outlook's word for RFC 3834 §2: no out-of-office answers.
        .raw_header(header("X-Auto-Response-Suppress", "All"));
    if !letter.human {
        // RFC 3834 §5: a human answer carries no such field.
        message = message.raw_header(header("Auto-Submitted", "auto-generated"));
    }
    if let Some(thread) = letter.thread.filter(|thread| *thread != letter.id) {
        let first = message_id(thread, domain);
        message = message.in_reply_to(first.clone()).references(first);
    }
    message.multipart(parts(letter))
}

/// Text first, HTML last: the last one understood is shown (RFC 2046 §5.1.4). The boundary follows from
/// the row, so that the same letter has the same bytes; `=_` never occurs in encoded text (RFC 2045 §6.7).
fn parts(letter: &Letter) -> MultiPart {
    MultiPart::alternative()
        .boundary(format!("=_{}", letter.id.simple()))
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            id: Uuid::from_u128(7),
            brand: OneLine::new("灯塔交易所"),
            to: "wang@example.com".parse().unwrap(),
            subject: OneLine::new("已收到您的工单 K7Q2-9M4X-TB3W-H"),
            text: "您好\n".into(),
            html: "<p>您好</p>".into(),
            thread: None,
            human: false,
        }
    }

    fn bytes(letter: &Letter) -> String {
        let from = "support@example.org".parse().unwrap();
        let message = message(letter, &from, "desk.example.org", 1_795_150_920_000_000).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn a_receipt_in_bytes() {
        let bytes = bytes(&letter());
        assert!(bytes.is_ascii());
        for line in [
            "From: =?utf-8?b?54Gv5aGU5Lqk5piT5omA?= <support@example.org>\r\n",
            "To: wang@example.com\r\n",
            "Date: Fri, 20 Nov 2026 05:02:00 +0000\r\n",
            "Message-ID: <00000000000000000000000000000007@desk.example.org>\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "X-Auto-Response-Suppress: All\r\n",
            "MIME-Version: 1.0\r\n",
            "Content-Type: multipart/alternative;",
            "Content-Type: text/plain; charset=utf-8\r\n",
            "Content-Type: text/html; charset=utf-8\r\n",
        ] {
            assert!(bytes.contains(line), "{line} in {bytes}");
        }
        assert!(!bytes.contains("In-Reply-To"));
        assert!(bytes.split("\r\n").all(|line| line.len() <= 998), "RFC 5322 §2.1.1");
    }

    #[test]
    fn an_answer_stands_under_its_receipt_and_is_no_machine_s() {
        let bytes = bytes(&Letter { thread: Some(Uuid::from_u128(1)), human: true, ..letter() });
        let first = "<00000000000000000000000000000001@desk.example.org>\r\n";
        assert!(bytes.contains(&format!("In-Reply-To: {first}")), "{bytes}");
        assert!(bytes.contains(&format!("References: {first}")));
        assert!(!bytes.contains("Auto-Submitted"));
    }

    #[test]
    fn nothing_begins_another_header() {
        let hostile = "x\r\nBcc: all@example.com\n\nbody\u{2028}\0";
        let bytes = bytes(&Letter { subject: OneLine::new(hostile), brand: OneLine::new(hostile), ..letter() });
        assert!(!bytes.contains("\nBcc:"), "{bytes}");
        let head = bytes.split("\r\n\r\n").next().unwrap();
        assert!(head.contains("Message-ID:") && head.contains("Content-Type: multipart"));
    }

    #[test]
    fn the_largest_answer_is_a_message_of_reasonable_size() {
        let text = "&\u{1f600}".repeat(crate::check::MAX_TEXT / 2);
        let html = format!("<p>{}</p>", text.replace('&', "&amp;"));
        assert!(bytes(&Letter { text, html, ..letter() }).len() < 512 * 1024);
    }

    #[test]
    fn message_ids_name_a_host_of_ours() {
        let from = "support@example.org".parse().unwrap();
        let domain = |url: &str| domain(&Config { public_url: url.into(), ..Config::default() }, &from);
        assert_eq!(domain("https://desk.example.org:8443"), "desk.example.org");
        for url in ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"] {
            assert_eq!(domain(url), "example.org");
        }
    }
}
