//! Lists: a page of results and the cursor of the next.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::check::{DEFAULT_PAGE, MAX_PAGE};
use crate::error::{FieldProblem, Problem, Result};

/// One page of a list.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The page.
    pub results: Vec<T>,
    /// Give it back as `after` for the next page; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A list that has one page.
    #[must_use]
    pub fn whole(results: Vec<T>) -> Page<T> {
        Page { results, next: None }
    }
}

/// A page of `limit` out of rows of which one more was asked for.
#[must_use]
pub fn paged<T>(mut rows: Vec<T>, limit: i64, cursor: impl Fn(&T) -> String) -> Page<T> {
    let limit = usize::try_from(limit).unwrap_or(0);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(cursor);
    Page { results: rows, next }
}

/// How many to give, between 1 and [`MAX_PAGE`].
///
/// # Errors
/// 422 when it is outside.
pub fn limit(asked: Option<i64>) -> Result<i64> {
    match asked {
        None => Ok(DEFAULT_PAGE),
        Some(limit) if (1..=MAX_PAGE).contains(&limit) => Ok(limit),
        Some(_) => {
            let field =
                FieldProblem { field: "limit".into(), code: "invalid-limit", args: vec![("max", MAX_PAGE.into())] };
            Err(Problem::invalid(vec![field]))
        }
    }
}

/// The query of an address; what is wrong with it names the parameter.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Query<T>> {
        let query = parts.uri.query().unwrap_or("");
        let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
        serde_path_to_error::deserialize(pairs).map(Query).map_err(|error| {
            let field = error.path().to_string();
            let code = if field == "limit" { "invalid-limit" } else { "invalid-choice" };
            let args = vec![("max", MAX_PAGE.into())];
            Problem::invalid(vec![FieldProblem { field, code, args }])
        })
    }
}

/// An id in a path. What is no id names nothing: 404.
pub struct Id(pub uuid::Uuid);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Id> {
        let path = axum::extract::Path::<uuid::Uuid>::from_request_parts(parts, state).await;
        path.map(|path| Id(path.0)).map_err(|_| Problem::not_found())
    }
}
