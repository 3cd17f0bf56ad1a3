//! The demo's mailbox: what the desk has mailed, as its readers see it.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use uuid::Uuid;

use crate::app::App;
use crate::email::{Letter, Mailbox, Mailer};
use crate::error::{Problem, Result};
use crate::language::Language;
use crate::site::views::{DemoMail, MailRow, Moment, OpenMail};
use crate::site::{html, page};

/// A letter is styled in its own elements, as mail must be; here it shows as it does in a mail program.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
);

/// `/_demo/mail`: every letter, newest first.
///
/// # Errors
/// 404 outside of the demo.
pub async fn list(State(app): State<App>, headers: HeaderMap) -> Result<Response> {
    let (mailbox, language) = (mailbox(&app)?, language(&headers));
    let row = |(at, letter): (i64, Letter)| MailRow {
        id: letter.id.to_string(),
        to: letter.to.to_string(),
        subject: letter.subject.as_str().to_owned(),
        at: Moment::new(language, at, None),
    };
    let mails = mailbox.letters().into_iter().map(row).collect();
    Ok(html(&DemoMail { p: page(&app, language, "/"), mails, open: None }))
}

/// `/_demo/mail/{id}`: one letter.
///
/// # Errors
/// 404 when there is no such letter.
pub async fn show(State(app): State<App>, headers: HeaderMap, Path(id): Path<String>) -> Result<Response> {
    let mailbox = mailbox(&app)?;
    let id: Uuid = id.parse().map_err(|_| Problem::not_found())?;
    let letter = mailbox.letter(id).ok_or_else(Problem::not_found)?;
    let open = OpenMail {
        from: format!("{} <{}>", letter.brand.as_str(), mailbox.from),
        to: letter.to.to_string(),
        subject: letter.subject.as_str().to_owned(),
        html: letter.html,
        text: letter.text,
    };
    let page = DemoMail { p: page(&app, language(&headers), "/"), mails: Vec::new(), open: Some(open) };
    let mut response = html(&page);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, POLICY);
    Ok(response)
}

fn mailbox(app: &App) -> Result<&Mailbox> {
    match &app.mailer {
        Mailer::Demo(mailbox) => Ok(mailbox),
        _ => Err(Problem::not_found()),
    }
}

fn language(headers: &HeaderMap) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::negotiate(accepted.unwrap_or(""))
}
