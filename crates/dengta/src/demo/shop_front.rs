//! A page of a pretend exchange, with the chat's bubble on it: what the exchange's customers see, and what its engineers write.

use askama::Template;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::app::App;
use crate::error::Result;
use crate::language::{Language, Phrases, texts};
use crate::people::exchange;
use crate::people::identify::SameOrigin;
use crate::site::html;

/// The customer as whom the page signs in.
const CUSTOMER: (&str, &str, &str) = ("demo-2041", "Lin Wei", "lin.wei@example.com");

/// The page's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/_demo/shop-front", get(show))
        .route("/_demo/shop-front/token", post(token))
        .route(
            "/_demo/shop-front.css",
            get(async || file("text/css; charset=utf-8", include_str!("../../assets/shop.css"))),
        )
        .route(
            "/_demo/shop-front.js",
            get(async || file("text/javascript; charset=utf-8", include_str!("../../assets/shop.js"))),
        )
}

/// The page.
#[derive(Template)]
#[template(path = "demo_shop.html")]
struct ShopFront {
    language: Language,
    t: Phrases,
    brand: String,
    theme: String,
    languages: Vec<(&'static str, String)>,
    markets: [(&'static str, &'static str, &'static str); 5],
}

async fn show(State(app): State<App>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let chosen = query.as_deref().and_then(|query| query.strip_prefix("lang=")).and_then(Language::parse);
    let language = chosen.unwrap_or_else(|| Language::negotiate(accepted));
    html(&ShopFront {
        language,
        t: Phrases(language),
        brand: app.config.brand(language.tag()).to_owned(),
        theme: format!("/assets/theme.css?v={}", app.settings.now().look.version),
        languages: Language::ALL.map(|each| (each.tag(), texts().get(each, &format!("language-{each}")))).to_vec(),
        markets: [
            ("BTC/USDT", "91,204.50", "+1.8"),
            ("ETH/USDT", "3,018.22", "+0.6"),
            ("SOL/USDT", "138.07", "-2.1"),
            ("XRP/USDT", "2.11", "+0.2"),
            ("TRX/USDT", "0.2874", "-0.4"),
        ],
    })
}

/// What the exchange's own back end would sign for the customer who is signed in there.
async fn token(State(app): State<App>, _: SameOrigin, headers: HeaderMap) -> Result<Response> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let (uid, name, email) = CUSTOMER;
    let token = exchange::demo_token(&app, uid, name, email, Language::negotiate(accepted))?;
    Ok(([(header::CONTENT_TYPE, "text/plain")], token).into_response())
}

fn file(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], text).into_response()
}
