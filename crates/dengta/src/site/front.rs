//! The front page, and the choice of a language.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use jiff::civil::Time;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::clock::Micros;
use crate::config;
use crate::error::Result;
use crate::language::{Language, format_minutes, format_time, texts};
use crate::site::views::{Front, Presence, Way};
use crate::site::{Visit, head, help, html, see_other};

/// The problems that most people come with.
const COMMON: [&str; 6] = ["deposit", "withdrawal", "recovery", "verification", "trade", "security"];

/// `/`: to the site in the visitor's language.
pub async fn choose_language(State(app): State<App>, headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    see_other(&format!("/{}/", app.settings.now().languages.negotiate(accepted.unwrap_or(""))))
}

/// `/{lang}`: to `/{lang}/`.
pub async fn add_slash(visit: Visit) -> Response {
    see_other(&visit.href("/"))
}

/// `/{lang}/`
pub async fn show(State(app): State<App>, visit: Visit) -> Result<Response> {
    let now = app.clock.now();
    let mut p = visit.page(&app);
    let (title, lead) = (texts().get(visit.language, "front-title"), texts().get(visit.language, "front-lead"));
    p.head = Some(head::head(&app, visit.language, "/", &Language::ALL, &title, &lead));
    Ok(html(&Front {
        p,
        help: help::browse::categories(&app, &visit).await?,
        common: COMMON.into_iter().filter(|slug| offers(&app, slug)).map(String::from).collect(),
        presence: presence(&app, &visit),
        ways: app.config.ways.iter().filter(|way| is_offered(&app, way)).map(|way| shown(&visit, way, now)).collect(),
    }))
}

fn offers(app: &App, slug: &str) -> bool {
    app.settings.now().category(slug).is_some_and(|asked| asked.enabled)
}

/// Whether somebody is there now and until when, or when somebody is there again; nothing when no hours are set.
pub fn presence(app: &App, visit: &Visit) -> Option<Presence> {
    let (settings, now) = (app.settings.now(), app.clock.now());
    let open = &settings.open;
    if open.is_always() {
        return None;
    }
    let zone = visit.zone.as_ref().or(open.zone());
    let changes = open.changes(now).map(|at| format_time(visit.language, at, zone));
    let here = open.is_open(now);
    let line = match (here, changes) {
        (true, Some(time)) => texts().format(visit.language, "hours-open", &[("time", &time)]),
        (true, None) => texts().get(visit.language, "ways-always"),
        (false, Some(time)) => texts().format(visit.language, "hours-closed", &[("time", &time)]),
        (false, None) => texts().get(visit.language, "ways-closed-now"),
    };
    Some(Presence { here, line })
}

/// Our own chat can be turned off.
fn is_offered(app: &App, way: &config::Way) -> bool {
    way.kind != "chat" || way.address.is_some() || app.settings.now().chat.enabled
}

fn shown(visit: &Visit, way: &config::Way, now: Micros) -> Way {
    let (from, to) = way.answer_minutes;
    Way {
        channel: way.kind.clone(),
        href: href(visit, way),
        address: way.address.clone(),
        open: is_open(way, now),
        hours: hours(visit.language, way),
        answer: format_minutes(visit.language, from, to),
        languages: way.languages.iter().filter_map(|tag| Language::parse(tag)).collect(),
        sign_in: way.sign_in,
        local_call: way.local_call,
    }
}

fn href(visit: &Visit, way: &config::Way) -> String {
    match (way.kind.as_str(), way.address.as_deref()) {
        ("email", Some(address)) => format!("mailto:{address}"),
        ("phone", Some(number)) => format!("tel:{}", number.replace(' ', "")),
        (_, Some(link)) => link.to_owned(),
        ("chat", None) => visit.href("/chat"),
        (_, None) => visit.href("/ask"),
    }
}

fn hours(language: Language, way: &config::Way) -> String {
    match &way.hours {
        None => texts().get(language, "ways-always"),
        Some((from, to)) => {
            texts().format(language, "ways-hours", &[("from", from), ("to", to), ("zone", &way.time_zone)])
        }
    }
}

/// Whether somebody is there at `now`. Hours may run over midnight.
fn is_open(way: &config::Way, now: Micros) -> bool {
    let Some((from, to)) = &way.hours else { return true };
    let zone = TimeZone::get(&way.time_zone).unwrap_or(TimeZone::UTC);
    let Ok(moment) = jiff::Timestamp::from_microsecond(now) else { return false };
    let time = moment.to_zoned(zone).time();
    let (Ok(from), Ok(to)) = (from.parse::<Time>(), to.parse::<Time>()) else { return false };
    if from <= to { (from..to).contains(&time) } else { time >= from || time < to }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_those_of_the_place() {
        let way = config::Way {
            hours: Some(("22:00".into(), "06:00".into())),
            time_zone: "Asia/Seoul".into(),
            ..config::Config::default().ways[0].clone()
        };
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_microsecond();
        assert!(is_open(&way, at("2026-11-20T13:30:00Z")));
        assert!(is_open(&way, at("2026-11-20T20:59:00Z")));
        assert!(!is_open(&way, at("2026-11-20T21:00:00Z")));
        assert!(!is_open(&way, at("2026-11-20T12:59:00Z")));
    }
}
