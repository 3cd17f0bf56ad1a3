//! One table of every address, and what all of them share: request ids, security headers, time limits,
//! and how a refusal is told.

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::OpenApi;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

use crate::api::{Description, health};
use crate::app::App;
use crate::check::MAX_BODY;
use crate::error::Problem;
use crate::language::Language;
use crate::{
    bulk, chat, demo, files, help, incidents, live, macros, official, people, routing, search, secrets, settings, site,
    tickets, views,
};

/// A request that takes longer is given up.
const TIME_LIMIT: Duration = Duration::from_secs(30);
/// One that brings files: 50 MB over a slow line. A line that falls silent is given up long before.
const FILES_TIME_LIMIT: Duration = Duration::from_secs(30 * 60);

/// The public API, and its description.
pub fn api() -> (Router<App>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(tickets::http::create, views::http::list))
        .routes(routes!(tickets::http::show))
        .routes(routes!(tickets::http::entries))
        .routes(routes!(tickets::http::reply))
        .routes(routes!(tickets::http::note))
        .routes(routes!(tickets::http::withdraw))
        .routes(routes!(tickets::http::triage::assign))
        .routes(routes!(tickets::http::triage::prioritise))
        .routes(routes!(tickets::http::triage::tag))
        .routes(routes!(tickets::http::triage::snooze, tickets::http::triage::wake))
        .routes(routes!(tickets::http::triage::mark_spam, tickets::http::triage::clear_spam))
        .routes(routes!(
            tickets::http::together::merge,
            tickets::http::together::unmerge,
            tickets::http::together::preview_merge
        ))
        .routes(routes!(tickets::http::together::split))
        .routes(routes!(tickets::http::together::link))
        .routes(routes!(tickets::http::together::unlink))
        .routes(routes!(tickets::http::together::show_related))
        .routes(routes!(tickets::http::drafts::list_drafts))
        .routes(routes!(tickets::http::drafts::keep_draft, tickets::http::drafts::discard_draft))
        .routes(routes!(tickets::http::close, tickets::http::reopen))
        .routes(routes!(files::http::announce))
        .routes(routes!(files::http::show, files::http::send, files::http::remove))
        .routes(routes!(files::http::content))
        .routes(routes!(files::http::thumbnail))
        .routes(routes!(views::http::counts))
        .routes(routes!(views::http::list_views, views::http::save_view))
        .routes(routes!(views::http::change_view, views::http::delete_view))
        .routes(routes!(bulk::http::start_bulk))
        .routes(routes!(bulk::http::show_bulk))
        .routes(routes!(bulk::http::undo_bulk))
        .routes(routes!(incidents::http::list_incidents, incidents::http::declare_incident))
        .routes(routes!(incidents::http::show_incident))
        .routes(routes!(incidents::http::update_incident))
        .routes(routes!(incidents::http::close_incident))
        .routes(routes!(incidents::http::link_incident, incidents::http::unlink_incident))
        .routes(routes!(live::http::live))
        .routes(routes!(routing::http::lines))
        .routes(routes!(routing::http::set_presence))
        .routes(routes!(routing::http::skills, routing::http::set_skills))
        .routes(routes!(routing::http::take, routing::http::hang_up))
        .routes(routes!(routing::http::decline))
        .routes(routes!(tickets::http::triage::categorise))
        .routes(routes!(chat::http::begin))
        .routes(routes!(chat::http::identify))
        .routes(routes!(chat::http::show, chat::http::change))
        .routes(routes!(chat::http::entries))
        .routes(routes!(chat::http::say))
        .routes(routes!(chat::http::ask_person))
        .routes(routes!(chat::http::seen))
        .routes(routes!(chat::http::typing))
        .routes(routes!(chat::http::leave_address))
        .routes(routes!(chat::http::end))
        .routes(routes!(chat::http::rate))
        .routes(routes!(chat::http::transcript, chat::http::mail_transcript))
        .routes(routes!(chat::suggestions::suggestions))
        .routes(routes!(chat::files::announce))
        .routes(routes!(chat::files::show, chat::files::send, chat::files::remove))
        .routes(routes!(chat::files::content))
        .routes(routes!(chat::files::thumbnail))
        .routes(routes!(chat::socket::live))
        .routes(routes!(chat::socket::events))
        .routes(routes!(people::panel::http::list))
        .routes(routes!(people::panel::http::show))
        .routes(routes!(people::panel::http::note))
        .routes(routes!(people::panel::http::remove_note))
        .routes(routes!(people::panel::http::tag))
        .routes(routes!(people::panel::http::block, people::panel::http::unblock))
        .routes(routes!(people::mentions::http::list))
        .routes(routes!(people::mentions::http::see))
        .routes(routes!(search::http::search))
        .routes(routes!(search::http::suggestions))
        .routes(routes!(people::http::sign_in, people::http::me, people::http::sign_out))
        .routes(routes!(people::http::sign_in_by_link))
        .routes(routes!(people::passkeys::http::begin_signing_in))
        .routes(routes!(people::passkeys::http::sign_in))
        .routes(routes!(people::passkeys::http::confirm))
        .routes(routes!(people::passkeys::http::list, people::passkeys::http::add))
        .routes(routes!(people::passkeys::http::begin_adding))
        .routes(routes!(people::passkeys::http::remove))
        .routes(routes!(people::http::sessions))
        .routes(routes!(people::http::end_session))
        .routes(routes!(people::http::invite))
        .routes(routes!(people::http::preview))
        .routes(routes!(people::http::accept))
        .routes(routes!(people::http::agents))
        .routes(routes!(secrets::http::refused_requests))
        .routes(routes!(people::http::reset))
        .routes(routes!(people::http::off_board))
        .routes(routes!(people::http::tokens, people::http::make_token))
        .routes(routes!(people::http::revoke_token))
        .routes(routes!(people::teams_http::list, people::teams_http::make))
        .routes(routes!(people::teams_http::change, people::teams_http::archive))
        .routes(routes!(settings::http::list_tags, settings::http::make_tag))
        .routes(routes!(settings::http::change_tag, settings::http::drop_tag))
        .routes(routes!(settings::http::changes))
        .routes(routes!(settings::documents_http::all_settings))
        .routes(routes!(settings::documents_http::categories, settings::documents_http::save_categories))
        .routes(routes!(settings::documents_http::channels, settings::documents_http::save_channels))
        .routes(routes!(settings::documents_http::chat, settings::documents_http::save_chat))
        .routes(routes!(settings::documents_http::languages, settings::documents_http::save_languages))
        .routes(routes!(settings::documents_http::hours, settings::documents_http::save_hours))
        .routes(routes!(settings::documents_http::theme, settings::documents_http::save_theme))
        .routes(routes!(settings::documents_http::official, settings::documents_http::save_official))
        .routes(routes!(settings::documents_http::secrets, settings::documents_http::save_secrets))
        .routes(routes!(macros::http::list, macros::http::make))
        .routes(routes!(macros::http::placeholders))
        .routes(routes!(macros::http::show, macros::http::change, macros::http::remove))
        .routes(routes!(macros::http::render))
        .routes(routes!(help::http::search::find))
        .routes(routes!(chat::assistant::http::find))
        .routes(routes!(official::http::check))
        .routes(routes!(help::http::sections::list, help::http::sections::make))
        .routes(routes!(help::http::sections::change, help::http::sections::remove))
        .routes(routes!(help::http::listing::list, help::http::articles::make))
        .routes(routes!(help::http::articles::show, help::http::articles::change))
        .routes(routes!(help::http::articles::archive, help::http::articles::take_back))
        .routes(routes!(help::http::versions::text))
        .routes(routes!(help::http::drafts::write, help::http::drafts::discard))
        .routes(routes!(help::http::drafts::submit))
        .routes(routes!(help::http::drafts::send_back))
        .routes(routes!(help::http::drafts::approve))
        .routes(routes!(help::http::drafts::unschedule))
        .routes(routes!(help::http::drafts::publish, help::http::drafts::withdraw))
        .routes(routes!(help::http::versions::list))
        .routes(routes!(help::http::versions::restore))
        .routes(routes!(help::http::versions::confirm))
        .routes(routes!(help::http::lexicon::show, help::http::lexicon::save))
        .routes(routes!(help::http::lexicon::try_out))
        .routes(routes!(help::http::tools::preview))
        .routes(routes!(help::http::tools::broken_links))
        // A picture a little too large is read, so that its refusal is.
        .routes(routes!(help::http::tools::make_image).layer(DefaultBodyLimit::max(help::images::MAX_BYTES + 1024)))
        .routes(routes!(help::http::tools::votes))
        .split_for_parts()
}

/// Everything.
pub fn router(app: App) -> Router {
    let (api, description) = api();
    let description = serde_json::to_string(&description).unwrap_or_default();
    let json = [(header::CONTENT_TYPE, "application/json")];
    Router::new()
        .merge(api)
        .merge(chat::page::routes())
        .merge(site::routes().layer(middleware::from_fn_with_state(app.clone(), site::in_offered_language)))
        .merge(if app.demo { demo::routes() } else { Router::new() })
        .route("/api/openapi.json", get(async move || (json, description.clone())))
        .route("/signin/exchange", post(people::exchange::sign_in))
        .route("/{lang}/signout", post(people::exchange::sign_out))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .fallback(async || Problem::not_found())
        .method_not_allowed_fallback(async || Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"))
        .layer(CatchPanicLayer::custom(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal").into_response()))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn_with_state(app.clone(), attend))
        .with_state(app)
}

/// What every request gets: an id, a time limit, a line in the log, security headers, and refusals told
/// in the asker's language.
async fn attend(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = request_id(&app);
    let asked = Asked::of(&request);
    let began = app.clock.now();
    let limit = if brings_files(&request) { FILES_TIME_LIMIT } else { TIME_LIMIT };
    let answer = tokio::time::timeout(limit, next.run(request)).await;
    let mut response =
        answer.unwrap_or_else(|_| Problem::new(StatusCode::SERVICE_UNAVAILABLE, "timeout").into_response());
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        secrets::asked::count(&app, &problem).await;
        response = tell(&app, &problem, &asked, &id, response);
    }
    note(&app, &asked, &response, &id, began);
    secure(&app, &mut response, &id);
    response
}

fn brings_files(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    request.method() == Method::PATCH || kind.starts_with(b"multipart/form-data")
}

/// What is remembered of a request to answer it.
struct Asked {
    language: Language,
    /// Whether a program asked, and not a person's browser on the site.
    api: bool,
    /// The first step of the path: the whole of it may hold a link's token.
    area: String,
    method: Method,
}

impl Asked {
    fn of(request: &Request) -> Asked {
        let path = request.uri().path();
        let area = path.split('/').nth(1).unwrap_or("");
        let header = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = Language::parse(area).unwrap_or_else(|| Language::negotiate(header.unwrap_or("")));
        let known = Language::parse(area).is_some()
            || ["api", "desk", "signin", "assets", "help-images", "_demo"].contains(&area);
        Asked {
            language,
            api: matches!(area, "api" | "healthz" | "readyz" | "metrics") || wants_json(request),
            area: if known { area.to_owned() } else { String::new() },
            method: request.method().clone(),
        }
    }
}

/// A script of ours asks, on a page that people see.
fn wants_json(request: &Request) -> bool {
    request.headers().get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"))
}

fn request_id(app: &App) -> String {
    hex::encode(app.clock.moment().draws().bytes::<8>())
}

fn tell(app: &App, problem: &Problem, asked: &Asked, id: &str, response: Response) -> Response {
    let mut told =
        if asked.api { document(problem, asked, id) } else { site::refusal(app, asked.language, problem, id) };
    let language = HeaderValue::from_static(asked.language.tag());
    told.headers_mut().insert(header::CONTENT_LANGUAGE, language);
    for (name, value) in response.headers() {
        let for_programs = ["upload-offset", "upload-work"].contains(&name.as_str());
        if for_programs || [header::RETRY_AFTER, header::ALLOW, header::SET_COOKIE].contains(name) {
            told.headers_mut().append(name, value.clone());
        }
    }
    if problem.status == StatusCode::UNAUTHORIZED {
        told.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    told
}

fn document(problem: &Problem, asked: &Asked, id: &str) -> Response {
    let document = problem.document(asked.language, id);
    let body = serde_json::to_string(&document).unwrap_or_default();
    (problem.status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}

fn note(app: &App, asked: &Asked, response: &Response, id: &str, began: i64) {
    let (status, micros) = (response.status().as_u16(), app.clock.now() - began);
    let (method, area) = (asked.method.as_str(), asked.area.as_str());
    if status >= 500 {
        tracing::error!(request_id = id, method, area, status, micros, "request");
    } else if status >= 400 {
        tracing::info!(request_id = id, method, area, status, micros, "request");
    } else {
        tracing::debug!(request_id = id, method, area, status, micros, "request");
    }
    metrics::histogram!("dengta_request_seconds", "api" => if asked.api { "true" } else { "false" })
        .record(micros as f64 / 1_000_000.0);
    if status >= 500 {
        metrics::counter!("dengta_request_failures_total").increment(1);
    }
}

/// OWASP ASVS 5.0, V3.4. `same-origin` and not `no-referrer`: under that, browsers send forms with
/// `Origin: null`.
fn secure(app: &App, response: &mut Response, id: &str) {
    const ALWAYS: [(header::HeaderName, &str); 5] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if app.config.secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert("x-request-id", id);
    }
}

/// The description alone, for the snapshot that the clients are generated from.
#[must_use]
pub fn description() -> utoipa::openapi::OpenApi {
    api().1
}
