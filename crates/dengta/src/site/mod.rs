//! The customers' site: front page, help center, form, receipt, cases. Rendered here, whole without JavaScript.
//!
//! - Every address begins with its language; every page can be had in the others.
//! - A case is loaded through the customer who asks ([`Customer`]): another's is "not found".
//! - What was typed comes back on every refusal. What changes something is a POST from our own origin
//!   that answers with a redirect, so that reloading repeats nothing.
//! - A reference opens nothing; a link that was mailed opens the case and proves the address.

pub mod ask;
pub mod assets;
pub mod case;
pub mod cases;
pub mod files;
pub mod front;
pub mod head;
pub mod help;
pub mod official;
pub mod open;
pub mod phrase;
pub mod receipt;
pub mod secrets;
pub mod views;

use std::net::IpAddr;

use askama::Template;
use axum::Router;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::tz::TimeZone;

use crate::app::App;
pub use crate::check::Form;
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::language::{Language, texts};
use crate::people::address::ClientAddress;
use crate::people::customers::{self, CustomerRow};
use crate::people::identify::{cookie, same_origin};
use crate::people::{Customer, identify::Visitor};
use crate::site::views::{Anchor, MessagePage, Moment, Page};

/// The site's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(front::choose_language))
        .route("/{lang}/", get(front::show))
        .route("/{lang}", get(front::add_slash))
        .route("/{lang}/ask", get(ask::choose))
        .route("/{lang}/ask/{category}", get(ask::form).post(ask::submit))
        .route("/{lang}/receipt", get(receipt::show))
        .route("/{lang}/open/{token}", get(open::show).post(open::redeem))
        .route("/{lang}/official", get(official::show))
        .route("/{lang}/cases", get(cases::list))
        .route("/{lang}/cases/link", post(cases::mail_link))
        .route("/{lang}/cases/phrase", post(phrase::save))
        .route("/{lang}/cases/{reference}", get(case::show))
        .route("/{lang}/cases/{reference}/replies", post(case::reply))
        .route("/{lang}/cases/{reference}/closure", post(case::close))
        .route("/{lang}/cases/{reference}/reopening", post(case::reopen))
        .route("/{lang}/cases/{reference}/chase", post(case::chase))
        .route("/{lang}/cases/{reference}/rating", post(case::rate))
        .route("/{lang}/cases/{reference}/secrets/{id}", post(secrets::decide))
        .route("/{lang}/cases/{reference}/files/{id}", get(files::content))
        .route("/{lang}/cases/{reference}/files/{id}/thumbnail", get(files::thumbnail))
        .route("/{lang}/files", post(files::announce))
        .route("/{lang}/files/{id}", get(files::show).patch(files::send).delete(files::remove))
        .merge(help::routes())
        .merge(assets::routes())
}

/// Who visits, in which language and time zone.
pub struct Visit {
    /// From the address.
    pub language: Language,
    /// The browser's, by a cookie that the page's script sets.
    pub zone: Option<TimeZone>,
    /// Who it is, if we know.
    pub customer: Option<(Customer, CustomerRow)>,
    /// From where.
    pub network: IpAddr,
    /// The secret by which the browser owns files that it sent as a guest.
    pub files_secret: Option<String>,
    path: String,
    notice: Option<String>,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visit> {
        let (language, path) = language_and_path(parts.uri.path()).ok_or_else(Problem::not_found)?;
        same_origin(&app.config, &parts.method, &parts.headers)?;
        let zone = cookie(&parts.headers, "tz").and_then(time_zone);
        let notice = parts.uri.query().and_then(notice).map(|id| texts().get(language, id));
        let Ok(address) = ClientAddress::from_request_parts(parts, app).await;
        let Visitor(customer) = Visitor::from_request_parts(parts, app).await?;
        let customer = match customer {
            Some(customer) => {
                let row = app.db.read(move |tx| customers::find(tx, customer.id)).await?;
                row.map(|row| (customer, row))
            }
            None => None,
        };
        let files_secret = cookie(&parts.headers, files::guest_cookie(&app.config)).map(str::to_owned);
        Ok(Visit { language, zone, customer, network: address.network(), files_secret, path, notice })
    }
}

fn language_and_path(path: &str) -> Option<(Language, String)> {
    let rest = path.strip_prefix('/')?;
    let (tag, path) = rest.split_once('/').unwrap_or((rest, ""));
    Some((Language::parse(tag)?, format!("/{path}")))
}

/// The cookie holds an IANA name, percent-encoded.
fn time_zone(value: &str) -> Option<TimeZone> {
    TimeZone::get(&value.replace("%2F", "/").replace("%2f", "/")).ok()
}

/// What was just done, by the `done` of a redirect.
fn notice(query: &str) -> Option<&'static str> {
    const NOTICES: [(&str, &str); 13] = [
        ("done=replied", "notice-replied"),
        ("done=closed", "notice-closed"),
        ("done=reopened", "notice-reopened"),
        ("done=chased", "notice-chased"),
        ("done=chased-late", "notice-chased-late"),
        ("done=rated", "notice-rated"),
        ("done=proved", "notice-proved"),
        ("done=merged", "notice-merged"),
        ("done=joined", "notice-joined"),
        ("done=solved", "notice-solved"),
        ("done=secret", "notice-secret"),
        ("done=phrase", "notice-phrase"),
        ("done=phrase-removed", "notice-phrase-removed"),
    ];
    NOTICES.iter().find(|(done, _)| *done == query).map(|(_, id)| *id)
}

impl Visit {
    /// What every page is given.
    #[must_use]
    pub fn page(&self, app: &App) -> Page {
        let mut page = page(app, self.language, &self.path);
        page.signed_in = self.customer.as_ref().map(|(_, row)| row.name.clone());
        page.notice.clone_from(&self.notice);
        page
    }

    /// Who it is.
    ///
    /// # Errors
    /// 401, which sends to the page that mails a link.
    pub fn known(&self) -> Result<&(Customer, CustomerRow)> {
        self.customer.as_ref().ok_or_else(Problem::unauthenticated)
    }

    /// A time as this visitor reads it.
    #[must_use]
    pub fn time(&self, at: Micros) -> Moment {
        Moment::new(self.language, at, self.zone.as_ref())
    }

    /// A path in this visitor's language.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.language)
    }
}

/// What a page is given when nobody in particular visits.
#[must_use]
pub fn page(app: &App, language: Language, path: &str) -> Page {
    Page {
        language,
        settings: app.settings.now(),
        brand: app.config.brand(language.tag()).to_owned(),
        path: path.to_owned(),
        signed_in: None,
        notice: None,
        draft_done: None,
        assets: assets::version().to_owned(),
        head: None,
    }
}

/// Addresses in a language that the site is not offered in lead to the same page in the default one.
pub async fn in_offered_language(State(app): State<App>, request: Request, next: Next) -> Response {
    let languages = &app.settings.now().languages;
    let uri = request.uri();
    match language_and_path(uri.path()) {
        Some((language, path)) if request.method().is_safe() && !languages.offered.contains(&language) => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            see_other(&format!("/{}{path}{query}", languages.default))
        }
        _ => next.run(request).await,
    }
}

/// Renders a page.
pub fn html(template: &impl Template) -> Response {
    match template.render() {
        Ok(page) => Html(page).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal").into_response()
        }
    }
}

/// After a change: the next page is fetched anew.
#[must_use]
pub fn see_other(href: &str) -> Response {
    Redirect::to(href).into_response()
}

/// A refusal as a page, with the way on.
#[must_use]
pub fn refusal(app: &App, language: Language, problem: &Problem, request_id: &str) -> Response {
    let signed_out = problem.status == StatusCode::UNAUTHORIZED;
    let (path, label) = if signed_out { ("/cases", "site-cases") } else { ("/", "site-home") };
    let fields = problem.fields.iter().map(|field| field.document(language).message);
    let template = MessagePage {
        p: page(app, language, "/"),
        status: Some(problem.status.as_u16()),
        title: problem.title(language),
        paragraphs: std::iter::once(problem.detail(language)).chain(fields).collect(),
        request_id: problem.status.is_server_error().then(|| request_id.to_owned()),
        search: problem.status == StatusCode::NOT_FOUND,
        back: Anchor { href: format!("/{language}{path}"), label: texts().get(language, label) },
    };
    let mut response = html(&template);
    *response.status_mut() = problem.status;
    response
}
