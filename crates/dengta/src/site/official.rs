//! "Is this really you?", as a page: one field, whole without JavaScript.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::App;
use crate::error::{Problem, Result};
use crate::language::{Language, texts};
use crate::official::{self, Answer, MAX_ASKED, words};
use crate::site::help::search::Question;
use crate::site::views::Page;
use crate::site::{Visit, head, html};

/// `/{lang}/official`
#[derive(Template)]
#[template(path = "official.html")]
pub struct OfficialPage {
    /// Around the page.
    pub p: Page,
    /// What was asked.
    pub asked: String,
    /// Why it was not looked at.
    pub error: Option<String>,
    /// What was found out.
    pub shown: Option<Shown>,
    /// Characters that may be asked about.
    pub max: usize,
}

/// An answer in words.
pub struct Shown {
    /// `official`, `unknown`, `not-ours`, `imitation`.
    pub verdict: &'static str,
    /// About all of it.
    pub sentence: String,
    /// What to do now.
    pub advice: String,
    /// Each part: verdict, text, sentence.
    pub parts: Vec<(&'static str, String, String)>,
    /// The form, with what was asked in it.
    pub report: String,
}

/// `GET /{lang}/official?q=…`
pub async fn show(State(app): State<App>, visit: Visit, RawQuery(query): RawQuery) -> Result<Response> {
    let pairs = form_urlencoded::parse(query.as_deref().unwrap_or("").as_bytes());
    let typed = pairs.into_iter().find(|(name, _)| name == "q").map(|(_, value)| value.into_owned());
    let typed = typed.unwrap_or_default();
    match official::question(&typed) {
        Ok(asked) if asked.is_empty() => Ok(html(&page(&app, &visit, asked))),
        Ok(asked) => {
            let who = visit.customer.as_ref().map(|(customer, _)| *customer);
            let answer = official::ask(&app, &asked, who).await?;
            let shown = shown(&visit, &asked, &answer);
            Ok(html(&OfficialPage { shown: Some(shown), ..page(&app, &visit, asked) }))
        }
        Err(problem) => Ok(refused(page(&app, &visit, typed), visit.language, &problem)),
    }
}

fn page(app: &App, visit: &Visit, asked: String) -> OfficialPage {
    let mut p = visit.page(app);
    let (title, lead) = (texts().get(visit.language, "official-title"), texts().get(visit.language, "official-lead"));
    p.head = Some(match asked.is_empty() {
        true => head::head(app, visit.language, "/official", &Language::ALL, &title, &lead),
        false => head::hidden(&title),
    });
    if !asked.is_empty() {
        p.path = format!("/official?q={}", utf8_percent_encode(&asked, NON_ALPHANUMERIC));
    }
    OfficialPage { p, asked, error: None, shown: None, max: MAX_ASKED }
}

fn shown(visit: &Visit, asked: &str, answer: &Answer) -> Shown {
    let language = visit.language;
    let told = |part: &official::Part| (part.verdict.name(), part.text.clone(), words::part(language, part));
    Shown {
        verdict: answer.verdict.name(),
        sentence: words::verdict(language, answer),
        advice: words::advice(language, answer.verdict),
        parts: answer.parts.iter().map(told).collect(),
        report: visit.href(&Question::read(asked).href("/ask/phishing")),
    }
}

/// 422, with what was typed still there; not in the addresses of the other languages.
fn refused(mut page: OfficialPage, language: Language, problem: &Problem) -> Response {
    let error = problem.fields.first().map(|field| field.document(language).message);
    page.p.path = "/official".to_owned();
    let mut response = html(&OfficialPage { error, ..page });
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}
