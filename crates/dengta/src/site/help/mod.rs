//! The help center's pages: browsing, articles and their voices, the search, what programs read of it.
//!
//! - What is published in no language that the page has is shown in the nearest one, said so, and marked with `lang`.
//! - A page never ends in nothing: where no article answers, the form is offered with the question in it.

pub mod article;
pub mod browse;
pub mod machines;
pub mod pictures;
pub mod search;
pub mod views;
pub mod votes;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};

use crate::app::App;
use crate::help::Words;
use crate::help::lists;
use crate::help::read::Listed;
use crate::language::Language;
use crate::site::Visit;
use crate::site::help::views::Linked;

/// The help center's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/{lang}/help", get(browse::all))
        .route("/{lang}/help/categories/{slug}", get(browse::category))
        .route("/{lang}/help/articles/{slug}", get(article::show))
        .route("/{lang}/help/articles/{slug}/versions/{number}", get(article::version))
        .route("/{lang}/help/articles/{slug}/votes", post(votes::vote))
        .route("/{lang}/help/articles/{slug}/solved", post(votes::solved))
        .route("/{lang}/help/feed.atom", get(machines::feed))
        .route("/{lang}/search", get(search::show))
        .route("/{lang}/search/suggestions", get(search::suggestions))
        .route("/{lang}/search/passages", get(search::passages))
        .route("/help-images/{id}", get(pictures::show))
        .route("/sitemap.xml", get(machines::sitemap))
        .route("/robots.txt", get(machines::robots))
}

/// A link to an article.
fn linked(visit: &Visit, listed: &Listed) -> Linked {
    Linked {
        href: visit.href(&format!("/help/articles/{}", listed.slug)),
        label: listed.title.clone(),
        summary: listed.summary.clone(),
        lang: other(listed.language, visit.language),
    }
}

/// A link to where words in several languages lead.
fn named(visit: &Visit, path: &str, words: &Words) -> Linked {
    let (language, label) = lists::told(words, visit.language);
    Linked {
        href: visit.href(path),
        label: label.to_owned(),
        summary: String::new(),
        lang: other(language, visit.language),
    }
}

/// The language of a text, where the page is in another.
fn other(language: Language, page: Language) -> Option<Language> {
    (language != page).then_some(language)
}

/// Pages that are the same for everybody may wait in a browser, which asks again before it shows them anew. Without this
/// nothing is kept, and going back is slow.
fn open_to_all(visit: &Visit, mut response: Response) -> Response {
    use axum::http::{HeaderValue, header};
    if visit.customer.is_none() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    response
}
