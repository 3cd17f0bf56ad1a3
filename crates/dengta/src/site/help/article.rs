//! An article; and of a policy each version that was in force.

use askama::filters::Safe;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use store::Tx;

use crate::app::App;
use crate::check::MAX_COMMENT;
use crate::error::{Problem, Result};
use crate::help::lists::{self, Step};
use crate::help::read::{self, InForce, Listed, Reading, nearest};
use crate::help::{articles, is_slug};
use crate::language::{Language, texts};
use crate::site::head::{self, Head, absolute, data_block};
use crate::site::help::views::{ArticlePage, Linked, Said, Trust, VersionRow};
use crate::site::help::{linked, named, open_to_all, other};
use crate::site::views::Moment;
use crate::site::{Visit, html};

/// Articles that are offered to be read next, and how many chosen by editors are enough.
const RELATED: usize = 5;
const ENOUGH: usize = 3;
/// Headings from which on a table of contents helps.
const HEADINGS: usize = 3;

/// An article, and what stands around it.
struct Loaded {
    reading: Reading,
    path: Vec<Step>,
    related: Vec<Listed>,
    /// Of a policy, the newest first.
    versions: Vec<InForce>,
}

/// `GET /{lang}/help/articles/{slug}`
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let said = match query.as_deref() {
        Some("done=helpful" | "done=told") => Said::Thanked,
        Some("done=unhelpful") => unhelpful("", "", None),
        _ => Said::Nothing,
    };
    render(&app, &visit, &slug, said).await
}

/// Why did it not help?
pub fn unhelpful(reason: &str, comment: &str, error: Option<String>) -> Said {
    Said::Unhelpful { reason: reason.to_owned(), comment: comment.to_owned(), error, max: MAX_COMMENT }
}

/// The page of an article; an old slug leads to today's.
pub async fn render(app: &App, visit: &Visit, slug: &str, said: Said) -> Result<Response> {
    let (asked, language) = (known(slug)?, visit.language);
    let loaded = app.db.read(move |tx| load(tx, &asked, language)).await?.ok_or_else(Problem::not_found)?;
    let path = format!("/help/articles/{}", loaded.reading.article.slug);
    if loaded.reading.article.slug != slug {
        let location = [(header::LOCATION, visit.href(&path))];
        return Ok((StatusCode::MOVED_PERMANENTLY, location).into_response());
    }
    let mut page = page(app, visit, &loaded, said);
    page.p.head = Some(head_of(app, visit, &loaded, &page.crumbs));
    Ok(open_to_all(visit, html(&page)))
}

/// A slug that an article may have: nothing else is looked for.
pub fn known(slug: &str) -> Result<String> {
    if is_slug(slug) { Ok(slug.to_owned()) } else { Err(Problem::not_found()) }
}

fn load(tx: &mut Tx<'_>, slug: &str, language: Language) -> Result<Option<Loaded>, store::Error> {
    let Some(reading) = read::article(tx, slug, language)? else { return Ok(None) };
    if reading.article.slug != slug {
        return Ok(Some(Loaded { reading, path: Vec::new(), related: Vec::new(), versions: Vec::new() }));
    }
    around(tx, reading, language).map(Some)
}

fn around(tx: &mut Tx<'_>, reading: Reading, language: Language) -> Result<Loaded, store::Error> {
    let article = &reading.article;
    let mut related = read::of_slugs(tx, &article.related, language)?;
    if related.len() < ENOUGH {
        related.extend(lists::neighbours(tx, article, language, RELATED as i64)?);
    }
    let mut seen = vec![article.id];
    related.retain(|listed| {
        let new = !seen.contains(&listed.id);
        seen.push(listed.id);
        new
    });
    related.truncate(RELATED);
    let versions = if article.policy { read::versions(tx, article.id, reading.language)? } else { Vec::new() };
    Ok(Loaded { path: lists::path(tx, article.section)?, related, versions, reading })
}

fn page(app: &App, visit: &Visit, loaded: &Loaded, said: Said) -> ArticlePage {
    let (reading, now) = (&loaded.reading, app.clock.now());
    let path = format!("/help/articles/{}", reading.article.slug);
    let lang = other(reading.language, visit.language);
    // Links between articles were drawn for readers of the text's own language.
    let body = match lang {
        None => reading.html.clone(),
        Some(language) => {
            let drawn = format!("href=\"/{language}/help/articles/");
            reading.html.replace(&drawn, &format!("href=\"{}", visit.href("/help/articles/")))
        }
    };
    let contents = if reading.contents.len() < HEADINGS { Vec::new() } else { reading.contents.clone() };
    ArticlePage {
        p: visit.page(app),
        crumbs: crumbs(visit, &loaded.path),
        href: visit.href(&path),
        lang,
        title: reading.title.clone(),
        summary: reading.summary.clone(),
        body: Safe(body),
        contents,
        trust: Trust {
            author: reading.author.clone(),
            reviewer: reading.reviewer.clone(),
            reviewed: Some(visit.day(reading.reviewed_at)),
            changed: visit.day(reading.published_at),
            minutes: reading.minutes,
        },
        stale: reading.due_at.filter(|due| *due < now).map(|_| visit.day(reading.reviewed_at)),
        related: loaded.related.iter().map(|listed| linked(visit, listed)).collect(),
        versions: rows(visit, &path, &loaded.versions),
        version: None,
        number: reading.version,
        said,
    }
}

fn crumbs(visit: &Visit, path: &[Step]) -> Vec<Linked> {
    let Some(top) = path.first() else { return Vec::new() };
    let category = format!("/help/categories/{}", top.slug);
    let below = path[1..].iter().map(|step| named(visit, &format!("{category}#in-{}", step.slug), &step.titles));
    std::iter::once(named(visit, &category, &top.titles)).chain(below).collect()
}

fn rows(visit: &Visit, path: &str, versions: &[InForce]) -> Vec<VersionRow> {
    let until = std::iter::once(None).chain(versions.iter().map(|version| Some(version.from)));
    let row = |(version, to): (&InForce, Option<i64>)| VersionRow {
        number: version.number,
        href: visit.href(&format!("{path}/versions/{}", version.number)),
        from: visit.day(version.from),
        to: to.map(|to| visit.day(to)),
    };
    versions.iter().zip(until).map(row).collect()
}

/// schema.org's Article and BreadcrumbList.
fn head_of(app: &App, visit: &Visit, loaded: &Loaded, crumbs: &[Linked]) -> Head {
    let reading = &loaded.reading;
    let path = format!("/help/articles/{}", reading.article.slug);
    let head = head::head(app, reading.language, &path, &reading.languages, &reading.title, &reading.summary);
    let brand = app.config.brand(visit.language.tag());
    let desk = json!({"@type": "Organization", "name": brand, "url": app.config.public_url});
    let author = reading.author.as_ref().map(|name| json!({"@type": "Person", "name": name}));
    let mut article = json!({
        "@type": "Article", "headline": reading.title, "inLanguage": reading.language.tag(),
        "author": author.unwrap_or_else(|| desk.clone()), "publisher": desk,
        "datePublished": iso(reading.published_at), "dateModified": iso(reading.published_at),
        "mainEntityOfPage": head.canonical,
    });
    if !reading.summary.is_empty() {
        article["description"] = json!(reading.summary);
    }
    let help = (texts().get(visit.language, "help-title"), absolute(app, visit.language, "/help"));
    let steps = crumbs.iter().map(|crumb| (crumb.label.clone(), format!("{}{}", app.config.public_url, crumb.href)));
    let items: Vec<_> = std::iter::once(help)
        .chain(steps)
        .chain([(reading.title.clone(), head.canonical.clone())])
        .zip(1..)
        .map(|((name, item), position)| json!({"@type": "ListItem", "position": position, "name": name, "item": item}))
        .collect();
    let list = json!({"@type": "BreadcrumbList", "itemListElement": items});
    let data = json!({"@context": "https://schema.org", "@graph": [article, list]});
    Head { kind: "article", data: Some(data_block(&data)), ..head }
}

fn iso(at: i64) -> String {
    crate::language::iso_time(at)
}

/// `GET /{lang}/help/articles/{slug}/versions/{number}`: what a policy said.
pub async fn version(
    State(app): State<App>,
    visit: Visit,
    Path((_, slug, number)): Path<(String, String, String)>,
) -> Result<Response> {
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let (slug, wanted) = (known(&slug)?, visit.language);
    let loaded = app.db.read(move |tx| {
        let policy = articles::at(tx, &slug)?.filter(|article| article.policy && article.archived_at.is_none());
        let Some(article) = policy else { return Ok::<_, store::Error>(None) };
        let there = read::languages(tx, article.id)?;
        let Some(language) = nearest(wanted).into_iter().find(|language| there.contains(language)) else {
            return Ok(None);
        };
        let Some(reading) = read::version(tx, &article, language, number)? else { return Ok(None) };
        around(tx, reading, wanted).map(Some)
    });
    let loaded = loaded.await?.ok_or_else(Problem::not_found)?;
    let mut page = page(&app, &visit, &loaded, Said::Thanked);
    page.version = rows(&visit, &format!("/help/articles/{}", loaded.reading.article.slug), &loaded.versions)
        .into_iter()
        .find(|row| row.number == number);
    // Reviews, warnings and voices are about what is in force.
    (page.stale, page.trust.reviewed, page.trust.reviewer) = (None, None, None);
    page.p.head = Some(head::hidden(&page.title));
    Ok(open_to_all(&visit, html(&page)))
}

impl Visit {
    /// A day as this visitor reads it.
    fn day(&self, at: i64) -> Moment {
        Moment::day(self.language, at, self.zone.as_ref())
    }
}
