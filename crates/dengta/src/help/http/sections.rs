//! The API of sections.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Tx, params};
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page};
use crate::app::App;
use crate::check::{Check, Json, MAX_DESCRIPTION, MAX_TITLE};
use crate::clock::{DAY, Moment};
use crate::error::{Problem, Result};
use crate::help::sections::{self, MAX_SECTIONS, Section, Tree};
use crate::help::{Words, is_slug, publish};
use crate::language::Language;
use crate::people::{Permission, Staff, agents};
use crate::settings::changes;
use crate::tickets::http::one_line;

/// Days between two looks at an article, at most.
const MAX_REVIEW_DAYS: i64 = 3_650;

/// A section.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = HelpSection)]
pub struct SectionView {
    id: Uuid,
    /// In addresses.
    slug: String,
    /// The section above; null for a category.
    #[schema(required = true)]
    parent: Option<Uuid>,
    /// Its place among those of the same parent.
    place: i64,
    /// What it is called, by language tag.
    #[schema(value_type = BTreeMap<String, String>)]
    titles: Words,
    /// A line that says what is in it, by language tag.
    #[schema(value_type = BTreeMap<String, String>)]
    descriptions: Words,
    /// Days after which its articles are to be looked at again; null: as the section above says.
    #[schema(required = true)]
    review_days: Option<i64>,
    /// Whether publishing here wants a second person; a section above can want it, too.
    two_people: bool,
    /// How many articles stand in it, whether published or not.
    articles: i64,
}

/// What a section is to be.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewHelpSection)]
pub struct NewSection {
    /// Small Latin letters, digits and hyphens, at most 80.
    #[schema(max_length = 80)]
    slug: String,
    /// The section above; a category when absent.
    #[serde(default)]
    parent: Option<Uuid>,
    /// Its place; behind the others when absent.
    #[serde(default)]
    place: Option<i64>,
    /// By language tag, at least one, each of at most 100 characters.
    titles: BTreeMap<String, String>,
    /// By language tag, each of at most 500 characters.
    #[serde(default)]
    #[schema(required = false)]
    descriptions: BTreeMap<String, String>,
    /// 1 to 3,650 days; as the section above when absent.
    #[serde(default)]
    review_days: Option<i64>,
    /// Whether publishing here wants a second person.
    #[serde(default)]
    #[schema(required = false)]
    two_people: bool,
}

impl NewSection {
    fn checked(&self, tree: &Tree, id: Uuid) -> Result<Section> {
        let mut check = Check::default();
        if !is_slug(&self.slug) {
            check.refuse("slug", "invalid-page-slug");
        } else if tree.named(&self.slug).is_some_and(|other| other.id != id) {
            check.refuse("slug", "slug-taken");
        }
        let titles = words(&mut check, "titles", &self.titles, MAX_TITLE);
        if titles.is_empty() {
            check.refuse("titles", "required");
        }
        let descriptions = words(&mut check, "descriptions", &self.descriptions, MAX_DESCRIPTION);
        if self.review_days.is_some_and(|days| !(1..=MAX_REVIEW_DAYS).contains(&days)) {
            check.refuse_with("review_days", "invalid-days", vec![("max", MAX_REVIEW_DAYS.into())]);
        }
        check.adopt(tree.check_parent(id, self.parent));
        check.done()?;
        let behind = || tree.below(self.parent).map(|section| section.place).max().unwrap_or(0) + 1;
        Ok(Section {
            id,
            slug: self.slug.clone(),
            parent: self.parent,
            place: self.place.unwrap_or_else(behind),
            titles,
            descriptions,
            review_days: self.review_days,
            two_people: self.two_people,
        })
    }
}

/// One line for each language that is known; those that are empty are left out.
fn words(check: &mut Check, field: &str, given: &BTreeMap<String, String>, max: usize) -> Words {
    let mut words = Words::new();
    for (tag, text) in given {
        let field = format!("{field}.{tag}");
        let text = one_line(&check.verbatim_optional(&field, text, max));
        match Language::parse(tag) {
            Some(language) if !text.is_empty() => drop(words.insert(language, text)),
            Some(_) => {}
            None => check.refuse(&field, "unknown-field"),
        }
    }
    words
}

fn told(section: &Section) -> Value {
    json!({
        "slug": section.slug, "parent": section.parent, "place": section.place, "titles": section.titles,
        "descriptions": section.descriptions, "review_days": section.review_days, "two_people": section.two_people,
    })
}

fn view(tx: &mut Tx<'_>, section: Section) -> Result<SectionView, store::Error> {
    const COUNT: &str = "SELECT count(*) FROM article WHERE section_id = $1 AND archived_at IS NULL";
    let articles = tx.first(COUNT, params![section.id], |row| row.get(0))?.unwrap_or(0);
    let Section { id, slug, parent, place, titles, descriptions, review_days, two_people } = section;
    Ok(SectionView { id, slug, parent, place, titles, descriptions, review_days, two_people, articles })
}

/// Every section, each after the one above it, in their order.
#[utoipa::path(get, operation_id = "list_help_sections", path = "/api/v1/help/sections", tag = "help",
    responses((status = 200, body = Page<SectionView>), crate::error::Refusals))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<Page<SectionView>>> {
    staff.require(Permission::HelpRead)?;
    let listed = app.db.read(|tx| {
        let tree = Tree::load(tx)?;
        let mut sections: Vec<Section> = Vec::new();
        for category in tree.below(None) {
            sections.extend(tree.with_all_below(category.id).into_iter().cloned());
        }
        sections.into_iter().map(|section| view(tx, section)).collect::<Result<Vec<_>, store::Error>>()
    });
    Ok(Json(Page::whole(listed.await?)))
}

/// Makes a section.
#[utoipa::path(post, operation_id = "make_help_section", path = "/api/v1/help/sections", tag = "help", request_body = NewSection,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = SectionView), crate::error::Refusals))]
pub async fn make(State(app): State<App>, staff: Staff, request: Keyed<NewSection>) -> Result<Answer> {
    staff.require(Permission::HelpPublish)?;
    let (new, key) = (request.body, request.key);
    let (moment, scope) = (app.clock.moment(), staff.actor.id().unwrap_or_default());
    app.db
        .write(move |tx| {
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                agents::administer(tx, &staff)?;
                let (tree, mut draws) = (Tree::load(tx)?, moment.draws());
                if tree.len() >= MAX_SECTIONS {
                    return Err(Problem::conflict("sections-full").with("max", MAX_SECTIONS));
                }
                let section = new.checked(&tree, draws.uuid())?;
                sections::insert(tx, &section, &moment)?;
                note(tx, &staff, section.id, (None, Some(&section)), &moment)?;
                Ok(view(tx, section)?)
            })
        })
        .await
}

fn note(
    tx: &mut Tx<'_>,
    staff: &Staff,
    id: Uuid,
    (before, after): (Option<&Section>, Option<&Section>),
    moment: &Moment,
) -> Result<()> {
    let (mut draws, subject) = (moment.draws().moment().draws(), format!("help_section:{id}"));
    changes::note(tx, staff.actor, &subject, (before.map(told), after.map(told)), moment.at, &mut draws)?;
    Ok(())
}

/// Changes a section: its words, its place, when what is in it is to be looked at again.
#[utoipa::path(put, operation_id = "change_help_section", path = "/api/v1/help/sections/{id}", tag = "help", params(("id" = Uuid, Path)), request_body = NewSection,
    responses((status = 200, body = SectionView), crate::error::Refusals))]
pub async fn change(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    body: Result<Json<NewSection>>,
) -> Result<Json<SectionView>> {
    staff.require(Permission::HelpPublish)?;
    let (new, moment) = (body?.0, app.clock.moment());
    let changed = app.db.write(move |tx| {
        agents::administer(tx, &staff)?;
        let tree = Tree::load(tx)?;
        let before = tree.get(id).ok_or_else(Problem::not_found)?;
        let section = new.checked(&tree, id)?;
        sections::update(tx, &section)?;
        note(tx, &staff, id, (Some(before), Some(&section)), &moment)?;
        set_due(tx, id)?;
        Ok::<_, Problem>(view(tx, section)?)
    });
    changed.await.map(Json)
}

/// When the articles of a section and of those below are to be looked at again, after what the sections now say.
fn set_due(tx: &mut Tx<'_>, id: Uuid) -> Result<(), store::Error> {
    const SET: &str = "UPDATE article_text SET due_at = reviewed_at + $1
        WHERE article_id IN (SELECT id FROM article WHERE section_id = $2)";
    const CLEAR: &str = "UPDATE article_text SET due_at = NULL
        WHERE article_id IN (SELECT id FROM article WHERE section_id = $1)";
    let tree = Tree::load(tx)?;
    for section in tree.with_all_below(id) {
        match tree.review_days(section.id) {
            Some(days) => tx.execute(SET, params![days * DAY, section.id])?,
            None => tx.execute(CLEAR, params![section.id])?,
        };
    }
    Ok(())
}

/// Removes a section that is empty (409 `section-not-empty`). Articles that were put away from it go to the section
/// above, or keep it from being removed when there is none.
#[utoipa::path(delete, operation_id = "remove_help_section", path = "/api/v1/help/sections/{id}", tag = "help", params(("id" = Uuid, Path)),
    responses((status = 204), crate::error::Refusals))]
pub async fn remove(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<StatusCode> {
    const LIVE: &str = "SELECT 1 FROM article WHERE section_id = $1 AND archived_at IS NULL LIMIT 1";
    const ANY: &str = "SELECT 1 FROM article WHERE section_id = $1 LIMIT 1";
    const MOVE: &str = "UPDATE article SET section_id = $1 WHERE section_id = $2";
    staff.require(Permission::HelpPublish)?;
    let moment = app.clock.moment();
    let removed = app.db.write(move |tx| {
        agents::administer(tx, &staff)?;
        let tree = Tree::load(tx)?;
        let section = tree.get(id).ok_or_else(Problem::not_found)?;
        let blocked = if section.parent.is_some() { LIVE } else { ANY };
        let holds = tx.first(blocked, params![id], |_| Ok(()))?.is_some();
        if holds || tree.below(Some(id)).next().is_some() {
            return Err(Problem::conflict("section-not-empty"));
        }
        if let Some(parent) = section.parent {
            tx.execute(MOVE, params![parent, id])?;
        }
        tx.execute("DELETE FROM help_section WHERE id = $1", params![id])?;
        note(tx, &staff, id, (Some(section), None), &moment)
    });
    removed.await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Tells the index about every text of an article: it moved, or was put away or taken back.
pub(super) fn reindex(tx: &mut Tx<'_>, article: Uuid) -> Result<(), store::Error> {
    for language in crate::help::read::languages(tx, article)? {
        publish::note_change(tx, article, language)?;
    }
    Ok(())
}
