//! Mentions by the API: each agent's own.

use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use crate::api::page::{Page, Query, limit};
use crate::app::App;
use crate::check::Json;
use crate::error::{Problem, Result};
use crate::people::mentions::{self, Mention};
use crate::people::{Permission, Staff};
use crate::tickets::queries;
use crate::tickets::shown::{self, AsOf, EntryView, TicketView};
use crate::tickets::timeline::{self, Reader};

/// A note that calls the agent.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MentionView {
    /// For `after` and `upto`.
    id: Uuid,
    ticket: TicketView,
    /// The note; null when it cannot be read any more.
    #[schema(required = true)]
    entry: Option<EntryView>,
    seen: bool,
}

/// Which mentions to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MentionsQuery {
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
}

/// The agent who asks; for who may not read tickets there are no mentions.
fn reader(staff: &Staff) -> Result<Uuid> {
    let agent = staff.agent()?;
    if staff.role.may(Permission::TicketRead) { Ok(agent) } else { Err(Problem::not_found()) }
}

/// Notes that call the agent who asks, newest first.
#[utoipa::path(get, operation_id = "mentions", path = "/api/v1/mentions", tag = "mentions", params(MentionsQuery),
    responses((status = 200, body = Page<MentionView>), crate::error::Refusals))]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<MentionsQuery>,
) -> Result<Json<Page<MentionView>>> {
    let (agent, limit) = (reader(&staff)?, limit(query.limit)?);
    let before = query.after.map_or(Ok(Uuid::max()), |after| after.parse());
    let before = before.map_err(|_| Problem::field("after", "invalid-cursor"))?;
    let as_of = AsOf::now(&app);
    let page = app
        .db
        .read(move |tx| {
            let mut found = mentions::page(tx, agent, before, limit + 1)?;
            let more = found.len() as i64 > limit;
            found.truncate(usize::try_from(limit).unwrap_or(0));
            let next = found.last().filter(|_| more).map(|mention| mention.id.to_string());
            let shown = found.into_iter().map(|mention| view(tx, &staff, mention, &as_of));
            Ok::<_, Problem>(Page { results: shown.collect::<Result<_>>()?, next })
        })
        .await?;
    Ok(Json(page))
}

fn view(tx: &mut Tx<'_>, staff: &Staff, mention: Mention, as_of: &AsOf) -> Result<MentionView> {
    let named = queries::for_staff(tx, staff, mention.ticket)?;
    let entries = timeline::read(tx, mention.ticket, Reader::Staff, mention.number - 1, 1)?;
    Ok(MentionView {
        id: mention.id,
        ticket: shown::ticket(tx, named)?,
        entry: shown::told(tx, mention.ticket, entries, as_of)?.pop(),
        seen: mention.seen,
    })
}

/// Up to where the agent has seen them.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct Seen {
    /// The id of the newest mention that was seen.
    upto: Uuid,
}

/// Notes that the agent has seen the mentions up to one.
#[utoipa::path(post, operation_id = "see_mentions", path = "/api/v1/mentions/seen",
    tag = "mentions", request_body = Seen,
    responses((status = 204), crate::error::Refusals))]
pub async fn see(State(app): State<App>, staff: Staff, Json(seen): Json<Seen>) -> Result<StatusCode> {
    let (agent, at) = (reader(&staff)?, app.clock.now());
    app.db.write(move |tx| mentions::see(tx, agent, seen.upto, at)).await?;
    Ok(StatusCode::NO_CONTENT)
}
