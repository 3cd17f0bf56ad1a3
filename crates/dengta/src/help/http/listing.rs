//! The list of articles, as their writers see it.

use axum::extract::State;
use serde::Deserialize;
use store::{Error, Param, Tx};
use uuid::Uuid;

use super::articles::{ArticleView, view};
use crate::api::page::{Page, Query, limit, paged};
use crate::app::App;
use crate::check::{Check, Json, MAX_QUERY};
use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::help::articles::{self, Article};
use crate::language::Language;
use crate::people::{Permission, Staff};

/// Which articles to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ArticlesQuery {
    /// Those of a section.
    section: Option<Uuid>,
    /// `published`, `writing`, `review`, `approved`, `scheduled`, `due` (to be looked at again), `outdated` (a translation of
    /// which the original changed), `missing` (not published in `language`), `archived`. All that are not archived when absent.
    state: Option<String>,
    /// The language that `state` is about; any when absent.
    language: Option<String>,
    /// Words of a title or a slug.
    #[param(max_length = 500)]
    q: Option<String>,
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// The conditions of a list, with the values that they compare to.
struct Filter<'q> {
    conditions: Vec<String>,
    params: Vec<Param<'q>>,
}

impl<'q> Filter<'q> {
    fn new(after: Uuid) -> Filter<'q> {
        Filter { conditions: vec!["a.id > $1".into()], params: vec![after.into()] }
    }

    /// The place of a value in the statement.
    fn place(&mut self, value: impl Into<Param<'q>>) -> String {
        self.params.push(value.into());
        format!("${}", self.params.len())
    }

    fn state(&mut self, state: &'q str, language: Option<Language>, now: Micros) -> Result<()> {
        let archived = if state == "archived" { "a.archived_at IS NOT NULL" } else { "a.archived_at IS NULL" };
        self.conditions.push(archived.into());
        let of = |this: &mut Self, alias: &str| match language {
            Some(language) => format!("AND {alias}.language = {}", this.place(language.tag())),
            None => String::new(),
        };
        let text = "SELECT 1 FROM article_text t WHERE t.article_id = a.id AND t.version IS NOT NULL";
        let draft = "SELECT 1 FROM article_draft d WHERE d.article_id = a.id";
        let condition = match state {
            "" | "archived" => return Ok(()),
            "published" => format!("EXISTS ({text} {})", of(self, "t")),
            "missing" => format!("NOT EXISTS ({text} {})", of(self, "t")),
            "due" => {
                let language = of(self, "t");
                format!("EXISTS ({text} {language} AND t.due_at <= {})", self.place(now))
            }
            "outdated" => format!(
                "EXISTS (SELECT 1 FROM article_text t JOIN article_version v
                    ON v.article_id = t.article_id AND v.language = t.language AND v.number = t.version
                    JOIN article_text o ON o.article_id = t.article_id AND o.language = v.translates
                    WHERE t.article_id = a.id AND o.version > v.translates_number {})",
                of(self, "t")
            ),
            "scheduled" => format!("EXISTS ({draft} AND d.publish_at IS NOT NULL {})", of(self, "d")),
            "writing" | "review" | "approved" => {
                let language = of(self, "d");
                format!("EXISTS ({draft} AND d.publish_at IS NULL {language} AND d.state = {})", self.place(state))
            }
            _ => return Err(Problem::field("state", "invalid-choice")),
        };
        self.conditions.push(condition);
        Ok(())
    }

    /// Words of a title, published or not, or of the slug.
    fn words(&mut self, like: &'q str) {
        let (text, draft, slug) = (self.place(like), self.place(like), self.place(like));
        self.conditions.push(format!(
            "(EXISTS (SELECT 1 FROM article_text t WHERE t.article_id = a.id AND lower(t.title) LIKE {text} ESCAPE '!')
            OR EXISTS (SELECT 1 FROM article_draft d WHERE d.article_id = a.id AND lower(d.title) LIKE {draft} ESCAPE '!')
            OR a.slug LIKE {slug} ESCAPE '!')"
        ));
    }

    fn rows(mut self, tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Article>, Error> {
        let limit = self.place(limit);
        let conditions = self.conditions.join(" AND ");
        articles::chosen(tx, &format!("WHERE {conditions} ORDER BY a.id LIMIT {limit}"), &self.params)
    }
}

/// What `LIKE` finds anywhere in a text.
fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for c in words.trim().to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern + "%"
}

/// The articles as their writers see them, the oldest first.
#[utoipa::path(get, operation_id = "list_articles", path = "/api/v1/help/articles", tag = "help", params(ArticlesQuery),
    responses((status = 200, body = Page<ArticleView>), crate::error::Refusals))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ArticlesQuery>,
) -> Result<Json<Page<ArticleView>>> {
    staff.require(Permission::HelpRead)?;
    let limit = limit(query.limit)?;
    let after = query.after.as_deref().map_or(Ok(Uuid::nil()), str::parse);
    let after = after.map_err(|_| Problem::field("after", "invalid-cursor"))?;
    let language = query.language.as_deref().map(|tag| Language::parse(tag).ok_or(tag)).transpose();
    let language = language.map_err(|_| Problem::field("language", "invalid-choice"))?;
    let mut check = Check::default();
    let words = check.verbatim_optional("q", query.q.as_deref().unwrap_or(""), MAX_QUERY);
    check.done()?;
    let (state, section, pattern) = (query.state.unwrap_or_default(), query.section, like(&words));
    if state == "missing" && language.is_none() {
        return Err(Problem::field("language", "required"));
    }
    let now = app.clock.now();
    let views = app.db.read(move |tx| {
        let mut filter = Filter::new(after);
        if let Some(section) = section {
            let place = filter.place(section);
            filter.conditions.push(format!("a.section_id = {place}"));
        }
        filter.state(&state, language, now)?;
        if pattern.len() > 2 {
            filter.words(&pattern);
        }
        let rows = filter.rows(tx, limit + 1)?;
        let page = paged(rows, limit, |article| article.id.to_string());
        let views: Result<Vec<_>, Error> = page.results.into_iter().map(|article| view(tx, article, now)).collect();
        Ok::<_, Problem>(Page { results: views?, next: page.next })
    });
    views.await.map(Json)
}
