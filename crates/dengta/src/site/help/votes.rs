//! "Was this helpful?", and "this solved it" beside the form.
//!
//! A browser has one voice for each article and language. It is known by a random secret in a cookie, of which the store
//! has a keyed hash only: nobody learns from it who read what.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::check::{Check, MAX_COMMENT};
use crate::clock::{DAY, SECOND};
use crate::config::Config;
use crate::error::{Problem, Result};
use crate::help::read;
use crate::help::votes::{REASONS, Verdict, Vote, cast, voter};
use crate::keys::new_token;
use crate::language::Language;
use crate::people::identify::{cookie, set_cookie};
use crate::people::throttle;
use crate::site::help::article::{known, render, unhelpful};
use crate::site::{Form, Visit, see_other};

/// How long a browser's voice is known.
const KEPT: i64 = 365 * DAY / SECOND;

fn reader_cookie(config: &Config) -> &'static str {
    if config.secure() { "__Host-dengta_reader" } else { "dengta_reader" }
}

/// `POST /{lang}/help/articles/{slug}/votes`
pub async fn vote(
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response> {
    let mut check = Check::default();
    let verdict = check.choice("verdict", form.get("verdict"), Verdict::parse, Verdict::Helpful);
    let of_ours = |given: &str| REASONS.into_iter().find(|reason| *reason == given);
    let reason = match form.get("reason") {
        "" => "",
        given => check.choice("reason", given, of_ours, ""),
    };
    let comment = check.optional("comment", form.get("comment"), MAX_COMMENT);
    let problems = check.into_problems();
    if let Some(problem) = problems.first() {
        let message = problem.document(visit.language).message;
        let typed = unhelpful(form.get("reason"), form.get("comment"), Some(message));
        let mut response = render(&app, &visit, &slug, typed).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let has = cookie(&headers, reader_cookie(&app.config)).filter(|secret| (20..=100).contains(&secret.len()));
    let secret = has.map_or_else(|| new_token("", &mut app.clock.moment().draws()), str::to_owned);
    let why = !reason.is_empty() || !comment.is_empty();
    let vote = Vote { verdict, reason, comment, voter: Some(voter(&app.keys, &secret)) };
    count(&app, &visit, &slug, visit.language, version(&form), vote).await?;
    let done = match verdict {
        Verdict::Unhelpful if !why => "unhelpful",
        Verdict::Unhelpful => "told",
        _ => "helpful",
    };
    let cookie = set_cookie(&app.config, reader_cookie(&app.config), &secret, KEPT);
    let page = visit.href(&format!("/help/articles/{slug}?done={done}#vote"));
    Ok(([(header::SET_COOKIE, cookie)], see_other(&page)).into_response())
}

/// `POST /{lang}/help/articles/{slug}/solved`: what was about to be asked is answered.
pub async fn solved(
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let language = Language::parse(form.get("language")).unwrap_or(visit.language);
    let vote = Vote { verdict: Verdict::Solved, reason: "", comment: String::new(), voter: None };
    count(&app, &visit, &slug, language, i64::MAX, vote).await?;
    Ok(see_other(&visit.href(&format!("/help/articles/{slug}?done=solved"))))
}

/// The version that was read, by the form; the store takes none that there is not.
fn version(form: &Form) -> i64 {
    form.get("version").parse().unwrap_or(i64::MAX)
}

async fn count(app: &App, visit: &Visit, slug: &str, language: Language, version: i64, vote: Vote) -> Result<()> {
    let (slug, moment) = (known(slug)?, app.clock.moment());
    let reader = throttle::reader(&app.keys, visit.network);
    let counted = app.db.write(move |tx| {
        let Some(reading) = read::article(tx, &slug, language)? else { return Err(Problem::not_found()) };
        throttle::count(tx, &reader, moment.at)?;
        cast(tx, &reading, version, &vote, &moment).map_err(Problem::from)
    });
    counted.await
}
