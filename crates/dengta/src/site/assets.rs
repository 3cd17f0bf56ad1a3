//! Style, script and icon of the site, and the agents' workspace, all embedded in the program.

use std::io::Write;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::error::{Problem, Result};

/// A sheet: the tokens that the workspace shares, what every page has, then what these pages have.
macro_rules! sheet {
    ($($own:literal),+) => {
        tighten(concat!(
            include_str!("../../../../web/tokens.css"),
            "\n",
            include_str!("../../assets/base.css"),
            $("\n", include_str!($own)),+
        ))
    };
}

/// A file of the site.
struct Asset {
    name: &'static str,
    kind: &'static str,
    body: Vec<u8>,
    /// The same, made small once: every page and all that it loads is to stay under 30 KB on the wire.
    small: Vec<u8>,
}

/// One sheet for forms and cases, one for the front page and the help center, each whole: a page loads one. The forms'
/// script comes beside the one of every page.
static ASSETS: LazyLock<[Asset; 5]> = LazyLock::new(|| {
    let (style, script) = ("text/css; charset=utf-8", "text/javascript; charset=utf-8");
    [
        ("site.css", style, sheet!("../../assets/site.css")),
        ("help.css", style, sheet!("../../../../web/article.css", "../../assets/help.css")),
        ("site.js", script, include_str!("../../assets/site.js").to_owned()),
        ("form.js", script, include_str!("../../assets/form.js").to_owned()),
        ("icon.svg", "image/svg+xml", include_str!("../../assets/icon.svg").to_owned()),
    ]
    .map(|(name, kind, body)| Asset { name, kind, small: small(body.as_bytes()), body: body.into_bytes() })
});

fn small(body: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    let written = writer.write_all(body).and_then(|()| writer.finish());
    written.unwrap_or_else(|_| unreachable!("writing to memory does not fail"))
}

/// What never changes under its address may be kept for a year.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// The workspace as `npm run build` left it; read from the disk in debug builds.
#[derive(RustEmbed)]
#[folder = "../../web/workspace/dist"]
#[allow_missing = true]
struct Workspace;

/// The script that warns of secrets before they are sent, with the lists that it fetches; made by `npm run build` from the
/// guard's rules. Without it the forms work as before.
#[derive(RustEmbed)]
#[folder = "../../web/guard/dist"]
#[allow_missing = true]
struct Guard;

/// The embedded files' addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/assets/{file}", get(site))
        .route("/desk", get(async |headers: HeaderMap| workspace(&headers, "index.html")))
        .route("/desk/", get(async |headers: HeaderMap| workspace(&headers, "index.html")))
        .route("/desk/{*path}", get(async |headers: HeaderMap, Path(path): Path<String>| workspace(&headers, &path)))
}

/// Changes with style and script, so that browsers can keep them for ever.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut digest = Sha256::new();
        ASSETS.iter().for_each(|asset| digest.update(&asset.body));
        Guard::iter().filter_map(|name| Guard::get(&name)).for_each(|file| digest.update(file.metadata.sha256_hash()));
        hex::encode(&digest.finalize()[..6])
    });
    &VERSION
}

async fn site(State(app): State<App>, Path(file): Path<String>, uri: Uri, headers: HeaderMap) -> Result<Response> {
    if file == "theme.css" {
        return Ok(theme(&app, uri.query()));
    }
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == file) else {
        return embedded::<Guard>(&headers, &file, FOR_EVER);
    };
    let takes_small = accepts(&headers, "gzip");
    let body: &'static [u8] = if takes_small { &asset.small } else { &asset.body };
    let mut response = body.into_response();
    let answered = response.headers_mut();
    answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    answered.insert(header::CACHE_CONTROL, FOR_EVER);
    answered.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if takes_small {
        answered.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Ok(response)
}

fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(|all| all.contains(encoding))
}

/// What the desk decided about its colours. A node that does not know of the newest decision yet must not have its sheet
/// kept under the new one's address.
fn theme(app: &App, query: Option<&str>) -> Response {
    let look = &app.settings.now().look;
    let asked = query.and_then(|query| query.strip_prefix("v="));
    let cache = if asked == Some(&look.version) { FOR_EVER } else { HeaderValue::from_static("no-cache") };
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, cache)], look.sheet.clone()).into_response()
}

/// A file of the workspace; every other address below `/desk` is one of its screens.
fn workspace(headers: &HeaderMap, path: &str) -> Result<Response> {
    let (path, cache) = match path {
        path if path.starts_with("assets/") => (path, FOR_EVER),
        path if Workspace::get(path).is_some() && path != "index.html" => (path, FOR_A_DAY),
        _ => ("index.html", HeaderValue::from_static("no-cache")),
    };
    embedded::<Workspace>(headers, path, cache)
}

/// A file that was made small when it was built.
pub fn embedded<Files: RustEmbed>(headers: &HeaderMap, path: &str, cache: HeaderValue) -> Result<Response> {
    let small = accepts(headers, "br").then(|| Files::get(&format!("{path}.br"))).flatten();
    let brotli = small.is_some();
    let file = small.or_else(|| Files::get(path)).ok_or_else(Problem::not_found)?;
    let mut response = file.data.into_owned().into_response();
    let answered = response.headers_mut();
    answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
    answered.insert(header::CACHE_CONTROL, cache);
    answered.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if brotli {
        answered.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Leaves out what only people read: a page and its style are to stay under 30 KB. For our own sheets, whose strings
/// hold no braces, semicolons or comments.
fn tighten(sheet: &str) -> String {
    let mut rest = sheet;
    let mut code = String::with_capacity(sheet.len());
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    let mut tight = code.split_whitespace().collect::<Vec<_>>().join(" ");
    for (loose, close) in
        [(" {", "{"), ("{ ", "{"), (" }", "}"), ("} ", "}"), ("; ", ";"), (";}", "}"), (": ", ":"), (", ", ",")]
    {
        tight = tight.replace(loose, close);
    }
    tight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_keeps_its_meaning() {
        let sheet = "/* why */\na, b :hover { margin: calc(1px - 2px) 0; color: red; }\n@media (max-width: 9px) { a { top: 0 } }";
        assert_eq!(tighten(sheet), "a,b :hover{margin:calc(1px - 2px) 0;color:red}@media (max-width:9px){a{top:0}}");
    }
}
