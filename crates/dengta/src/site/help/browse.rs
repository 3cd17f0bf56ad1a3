//! All categories, and one of them with its sections and articles.

use std::collections::HashMap;

use axum::extract::{Path, State};
use axum::response::Response;
use uuid::Uuid;

use crate::app::App;
use crate::error::{Problem, Result};
use crate::help::sections::{self, Tree};
use crate::help::{lists, read};
use crate::language::{Language, texts};
use crate::site::help::views::{Categories, Category, CategoryPage, Linked, Section};
use crate::site::help::{linked, named, open_to_all};
use crate::site::{Visit, head, html, see_other};

/// `GET /{lang}/help`
pub async fn all(State(app): State<App>, visit: Visit) -> Result<Response> {
    let categories = categories(&app, &visit).await?;
    let mut p = visit.page(&app);
    let (title, lead) = (texts().get(visit.language, "help-title"), texts().get(visit.language, "help-lead"));
    p.head = Some(head::head(&app, visit.language, "/help", &Language::ALL, &title, &lead));
    Ok(open_to_all(&visit, html(&Categories { p, categories })))
}

/// The categories in which there is something, each with the sections right below it in which there is something.
pub async fn categories(app: &App, visit: &Visit) -> Result<Vec<Category>> {
    let (tree, filled) = app.db.read(|tx| Ok::<_, store::Error>((Tree::load(tx)?, lists::filled(tx)?))).await?;
    let holds =
        |section: &&sections::Section| tree.with_all_below(section.id).iter().any(|below| filled.contains(&below.id));
    let shown = tree.below(None).filter(holds).map(|category| {
        let path = format!("/help/categories/{}", category.slug);
        let sections = tree.below(Some(category.id)).filter(holds);
        let sections = sections.map(|section| named(visit, &format!("{path}#in-{}", section.slug), &section.titles));
        Category { sections: sections.collect(), link: described(visit, &path, category) }
    });
    Ok(shown.collect())
}

fn described(visit: &Visit, path: &str, section: &sections::Section) -> Linked {
    let (_, summary) = lists::told(&section.descriptions, visit.language);
    Linked { summary: summary.to_owned(), ..named(visit, path, &section.titles) }
}

/// `GET /{lang}/help/categories/{slug}`
pub async fn category(
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response> {
    let language = visit.language;
    let loaded = app.db.read(move |tx| {
        let tree = Tree::load(tx)?;
        let Some(id) = tree.named(&slug).map(|section| section.id) else { return Ok(None) };
        let ids: Vec<Uuid> = tree.with_all_below(id).iter().map(|section| section.id).collect();
        let articles = read::of_sections(tx, &ids, language)?;
        Ok::<_, store::Error>(Some((tree, id, articles)))
    });
    let (tree, id, articles) = loaded.await?.ok_or_else(Problem::not_found)?;
    let top = *tree.path(id).first().ok_or_else(Problem::not_found)?;
    let path = format!("/help/categories/{}", top.slug);
    if top.id != id {
        // A section is a part of its category's page.
        let part = tree.get(id).map_or("", |section| &section.slug);
        return Ok(see_other(&visit.href(&format!("{path}#in-{part}"))));
    }
    let mut of_section: HashMap<Uuid, Vec<Linked>> = HashMap::new();
    for article in &articles {
        of_section.entry(article.section).or_default().push(linked(&visit, article));
    }
    let mut sections = Vec::new();
    walk(&visit, &tree, top, 1, &mut of_section, &mut sections);
    let link = described(&visit, &path, top);
    let mut p = visit.page(&app);
    p.head = Some(head::head(&app, language, &path, &Language::ALL, &link.label, &link.summary));
    Ok(open_to_all(&visit, html(&CategoryPage { p, link, sections })))
}

/// Adds a section and all below it; those without any article are left out.
fn walk(
    visit: &Visit,
    tree: &Tree,
    section: &sections::Section,
    level: usize,
    articles: &mut HashMap<Uuid, Vec<Linked>>,
    found: &mut Vec<Section>,
) {
    let at = found.len();
    found.push(Section {
        // What is deeper than headings go stands beside its parent.
        level: (level > 1).then_some(level.min(4)),
        link: described(visit, "", section),
        slug: section.slug.clone(),
        articles: articles.remove(&section.id).unwrap_or_default(),
    });
    for below in tree.below(Some(section.id)) {
        walk(visit, tree, below, level + 1, articles, found);
    }
    if found[at..].iter().all(|section| section.articles.is_empty()) {
        found.truncate(at);
    }
}
