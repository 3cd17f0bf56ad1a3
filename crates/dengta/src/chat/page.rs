//! The widget's files, and the page that its frame shows.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use rust_embed::RustEmbed;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::shown::{self, CategoryName, Notice};
use crate::app::App;
use crate::check::MAX_TEXT;
use crate::error::{Problem, Result};
use crate::files::kind;
use crate::language::{Language, texts};
use crate::site::assets::{self, embedded};
use crate::site::html;

/// The widget as `npm run build` left it; read from the disk in debug builds.
#[derive(RustEmbed)]
#[folder = "../../web/widget/dist"]
#[allow_missing = true]
struct Widget;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// The loader's address never changes: sites are asked to look again every hour.
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// The widget's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/widget.js", get(loader))
        .route(
            "/widget/{file}",
            get(async |headers: HeaderMap, Path(file): Path<String>| embedded::<Widget>(&headers, &file, FOR_EVER)),
        )
        .route("/{lang}/chat", get(panel))
}

/// Changes with every file of the widget.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut digest = Sha256::new();
        Widget::iter()
            .filter_map(|name| Widget::get(&name))
            .for_each(|file| digest.update(file.metadata.sha256_hash()));
        hex::encode(&digest.finalize()[..6])
    });
    &VERSION
}

/// `GET /widget.js`: what a site puts on its pages.
async fn loader(headers: HeaderMap) -> Result<Response> {
    let mut response = embedded::<Widget>(&headers, "loader.js", AN_HOUR)?;
    // It is for pages of other sites.
    let anywhere = HeaderValue::from_static("cross-origin");
    response.headers_mut().insert(HeaderName::from_static("cross-origin-resource-policy"), anywhere);
    Ok(response)
}

/// The panel's sentences in each language, in the order of [`Language::ALL`]: they never change while the program runs.
static SENTENCES: LazyLock<[BTreeMap<String, String>; 5]> =
    LazyLock::new(|| Language::ALL.map(|language| texts().templates(language, "widget-")));

/// The page in the widget's frame, or by itself.
#[derive(Template)]
#[template(path = "chat.html")]
struct Panel {
    language: Language,
    title: String,
    theme: String,
    version: &'static str,
    start: String,
    form: String,
    form_label: String,
}

/// What the panel's script begins with.
#[derive(Serialize)]
struct Start<'a> {
    language: &'static str,
    brand: &'a str,
    languages: Vec<(&'static str, String)>,
    texts: &'static BTreeMap<String, String>,
    form: String,
    official: String,
    limits: Limits,
    incidents: Vec<Notice>,
    categories: Vec<CategoryName>,
    /// The script that warns of secrets before they are sent.
    guard: String,
}

#[derive(Serialize)]
struct Limits {
    text: usize,
    files: usize,
    megabytes: u32,
    accept: String,
}

/// What a language is called in itself.
fn own_name(language: Language) -> String {
    texts().get(language, &format!("language-{language}"))
}

/// `GET /{lang}/chat`
async fn panel(State(app): State<App>, Path(lang): Path<String>) -> Result<Response> {
    let language = Language::parse(&lang).ok_or_else(Problem::not_found)?;
    let settings = app.settings.now();
    if !settings.chat.enabled {
        return Err(Problem::not_found());
    }
    let incidents = app.db.read(move |tx| shown::incidents(tx, language)).await?;
    let files = &app.config.files;
    let start = Start {
        language: language.tag(),
        brand: app.config.brand(language.tag()),
        languages: settings.languages.offered.iter().map(|offered| (offered.tag(), own_name(*offered))).collect(),
        texts: &SENTENCES[language as usize],
        form: format!("/{language}/ask"),
        official: format!("/{language}/official"),
        limits: Limits { text: MAX_TEXT, files: files.count, megabytes: files.megabytes, accept: kind::accepted() },
        incidents,
        categories: shown::categories(&settings, language),
        guard: format!("/assets/guard.js?v={}", assets::version()),
    };
    // In HTML nothing may look like the end of the script element.
    let start = serde_json::to_string(&start).unwrap_or_default().replace('<', "\\u003c");
    let mut response = html(&Panel {
        language,
        title: texts().format(language, "widget-title", &[("brand", &app.config.brand(language.tag()).to_owned())]),
        theme: format!("/assets/theme.css?v={}", settings.look.version),
        version: version(),
        start,
        form: format!("/{language}/ask"),
        form_label: texts().get(language, "widget-without-script"),
    });
    let policy = format!(
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; \
        form-action 'self'; frame-ancestors {}",
        settings.chat.frame_ancestors()
    );
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let (own, anywhere) = (HeaderValue::from_static("unsafe-none"), HeaderValue::from_static("cross-origin"));
    headers.insert(HeaderName::from_static("cross-origin-opener-policy"), own);
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), anywhere);
    Ok(response)
}
