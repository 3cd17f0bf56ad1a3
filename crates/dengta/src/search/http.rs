//! The search's API.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::find::Place;
use super::results::{self, Asked};
use super::suggest::{self, Suggestion};
use crate::api::page::{Query, limit};
use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::people::{Permission, Staff};
use crate::tickets::filter;
use crate::tickets::shown::{self, TicketView};

/// How many when the asker does not say.
const PAGE: i64 = 20;

/// What to search for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// Words, `"exact phrases"` and filters, all of which must hold; at most 500 characters. Filters: `category:`,
    /// `state:` (open, snoozed, closed, merged, spam), `assignee:` (me, none, an agent's number), `team:` (mine, none, a
    /// name), `awaiting:`, `customer:` (an address or id), `priority:`, `language:`, `channel:`, `tag:`, `-tag:`,
    /// `before:` and `after:` (days in UTC on which the ticket came in).
    #[param(max_length = 500)]
    q: Option<String>,
    /// How many, 1 to 500; 20 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
    /// Whether to tell where the words stand; it costs reading what was said.
    snippets: Option<bool>,
}

/// A page of the tickets that were found.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SearchResults {
    /// Those that came in last first.
    results: Vec<TicketView>,
    /// Give it back as `after` for the next page; null on the last. A page may be short and still have a next one.
    #[schema(required = true)]
    next: Option<String>,
    /// By ticket, the part of a text in which the words stand; where none does, and when not asked for, nothing.
    snippets: BTreeMap<Uuid, String>,
    /// False while the index is made anew: older tickets may lack.
    complete: bool,
}

/// Searches the tickets: subjects, messages, notes, facts, files' names, customers' names, references.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", params(SearchQuery),
    responses((status = 200, body = SearchResults), crate::error::Refusals))]
pub async fn search(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<SearchQuery>,
) -> Result<Json<SearchResults>> {
    visible(&staff)?;
    let asked = Asked {
        query: filter::Query::parse("q", asked.q.as_deref().unwrap_or(""))?,
        after: asked.after.as_deref().map(place).transpose()?,
        limit: usize::try_from(limit(asked.limit.or(Some(PAGE)))?).unwrap_or(0),
        snippets: asked.snippets.unwrap_or(false),
    };
    let complete = app.search.is_whole();
    let snapshot = app.search.snapshot().ok_or_else(starting)?;
    let results = app.db.read(move |tx| {
        let found = results::find(tx, &staff, &snapshot, &asked)?;
        Ok::<_, Problem>(SearchResults {
            results: shown::tickets(tx, found.tickets)?,
            next: found.next.map(|place| format!("{}.{}", place.created, place.id)),
            snippets: found.snippets,
            complete,
        })
    });
    Ok(Json(results.await?))
}

/// What is being typed.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SuggestionsQuery {
    /// The text up to the cursor; its last word is what suggestions complete.
    #[param(max_length = 500)]
    q: Option<String>,
}

/// Ways to go on.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Suggestions {
    results: Vec<Suggestion>,
}

/// Completes the last word of a search: names and values of filters, tags, agents, teams, references, customers.
#[utoipa::path(get, path = "/api/v1/search/suggestions", tag = "search", params(SuggestionsQuery),
    responses((status = 200, body = Suggestions), crate::error::Refusals))]
pub async fn suggestions(
    State(app): State<App>,
    staff: Staff,
    Query(asked): Query<SuggestionsQuery>,
) -> Result<Json<Suggestions>> {
    visible(&staff)?;
    let typed = asked.q.unwrap_or_default();
    let snapshot = app.search.snapshot();
    let results = app.db.read(move |tx| suggest::of(tx, snapshot.as_deref(), &typed)).await?;
    Ok(Json(Suggestions { results }))
}

fn visible(staff: &Staff) -> Result<()> {
    if staff.role.may(Permission::TicketRead) { Ok(()) } else { Err(Problem::not_found()) }
}

fn place(text: &str) -> Result<Place> {
    let parsed =
        text.split_once('.').and_then(|(at, id)| Some(Place { created: at.parse().ok()?, id: id.parse().ok()? }));
    parsed.ok_or_else(|| Problem::field("after", "invalid-cursor"))
}

/// The index is being opened.
fn starting() -> Problem {
    Problem { retry_after: Some(1), ..Problem::new(StatusCode::SERVICE_UNAVAILABLE, "search-starting") }
}
