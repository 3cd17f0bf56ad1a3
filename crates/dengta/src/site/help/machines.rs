//! What programs read of the help center: the map of the site, what robots may read, the feed.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::{Problem, Result};
use crate::help::lists::{self, Published};
use crate::help::sections::Tree;
use crate::language::{iso_time, texts};
use crate::site::Visit;
use crate::site::head::absolute;

/// Texts in the map: what one file may name is 50,000 addresses (sitemaps.org), and there are some besides.
const MAPPED: i64 = 45_000;
/// Texts in the feed.
const FED: i64 = 50;

/// What stands in XML. Signs that XML 1.0 cannot hold are left out.
fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\t' | '\n' | '\r' => safe.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => safe.push(c),
        }
    }
    safe
}

fn document(kind: &'static str, seconds: u32, body: String) -> Response {
    let cache = HeaderValue::from_str(&format!("public, max-age={seconds}"));
    let mut response = ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], body).into_response();
    response.headers_mut().extend(cache.ok().map(|cache| (header::CACHE_CONTROL, cache)));
    response
}

/// `GET /robots.txt`: what belongs to somebody, or is a search, is nobody's to gather.
pub async fn robots(State(app): State<App>) -> Response {
    const CLOSED: [&str; 9] =
        ["/desk", "/api/", "/signin/", "/_demo/", "/*/cases", "/*/receipt", "/*/open/", "/*/files", "/*/search"];
    let closed: String = CLOSED.iter().map(|path| format!("Disallow: {path}\n")).collect();
    let text = format!("User-agent: *\n{closed}Sitemap: {}/sitemap.xml\n", app.config.public_url);
    document("text/plain; charset=utf-8", 3_600, text)
}

/// `GET /sitemap.xml`
pub async fn sitemap(State(app): State<App>) -> Result<Response> {
    let read =
        app.db.read(|tx| Ok::<_, store::Error>((Tree::load(tx)?, lists::filled(tx)?, lists::everything(tx, MAPPED)?)));
    let (tree, filled, texts) = read.await?;
    let languages = app.settings.now().languages.offered.clone();
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let mut add = |address: &str, changed: Option<i64>| {
        let changed = changed.map(|at| format!("<lastmod>{}</lastmod>", iso_time(at))).unwrap_or_default();
        map += &format!("<url><loc>{}</loc>{changed}</url>\n", xml(address));
    };
    let holds = |id| tree.with_all_below(id).iter().any(|below| filled.contains(&below.id));
    for language in &languages {
        for path in ["/", "/help", "/ask"] {
            add(&absolute(&app, *language, path), None);
        }
        for category in tree.below(None).filter(|category| holds(category.id)) {
            add(&absolute(&app, *language, &format!("/help/categories/{}", category.slug)), None);
        }
    }
    for text in texts.iter().filter(|text| languages.contains(&text.language)) {
        add(&absolute(&app, text.language, &format!("/help/articles/{}", text.slug)), Some(text.at));
    }
    map += "</urlset>\n";
    Ok(document("application/xml; charset=utf-8", 3_600, map))
}

/// `GET /{lang}/help/feed.atom`: the texts of this language that went out last.
pub async fn feed(State(app): State<App>, visit: Visit) -> Result<Response> {
    let language = visit.language;
    let newest = app.db.read(move |tx| lists::newest(tx, language, FED)).await.map_err(Problem::from)?;
    let brand = app.config.brand(language.tag());
    let (home, own) = (absolute(&app, language, "/help"), absolute(&app, language, "/help/feed.atom"));
    let title = texts().format(language, "help-feed", &[("brand", &brand)]);
    let updated = newest.first().map_or(0, |text| text.at);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>{own}</id><title>{}</title><updated>{}</updated>\n\
         <link rel=\"self\" href=\"{own}\"/><link href=\"{home}\"/><author><name>{}</name></author>\n",
        xml(&title),
        iso_time(updated),
        xml(brand),
    );
    for text in &newest {
        feed += &entry(&absolute(&app, language, &format!("/help/articles/{}", text.slug)), text);
    }
    feed += "</feed>\n";
    Ok(document("application/atom+xml; charset=utf-8", 300, feed))
}

fn entry(address: &str, text: &Published) -> String {
    let author = text.author.as_ref();
    let author = author.map(|name| format!("<author><name>{}</name></author>", xml(name))).unwrap_or_default();
    let summary = match text.summary.as_str() {
        "" => String::new(),
        summary => format!("<summary>{}</summary>", xml(summary)),
    };
    format!(
        "<entry><id>{address}</id><title>{}</title><updated>{}</updated><link href=\"{address}\"/>{author}{summary}</entry>\n",
        xml(&text.title),
        iso_time(text.at),
    )
}
