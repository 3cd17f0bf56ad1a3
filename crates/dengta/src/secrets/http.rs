//! For leads: who asked customers for what nobody here may ask for.

use axum::extract::State;
use serde::Serialize;
use store::Error;
use uuid::Uuid;

use crate::api::page::Page;
use crate::app::App;
use crate::check::Json;
use crate::clock::{DAY, Micros, rfc3339};
use crate::error::Result;
use crate::people::{Actor, Permission, Staff, names};
use crate::secrets::asked;

/// How far back it is counted.
const SINCE: Micros = 90 * DAY;

/// How often messages of an agent or a program were stopped because they asked for a secret.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RefusedRequests {
    /// The agent, or the program's token.
    id: Uuid,
    /// `agent` or `token`.
    kind: &'static str,
    #[schema(required = true)]
    name: Option<String>,
    /// The agent id that customers see.
    #[schema(required = true)]
    number: Option<String>,
    /// All together.
    count: i64,
    #[schema(format = DateTime)]
    last_at: String,
    /// By what was asked for.
    requests: Vec<RequestCount>,
}

/// How often one kind of secret was asked for.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RequestCount {
    /// `password`, `code`, `seed_phrase`, `private_key`, `card_security_code` or `remote_access`.
    what: String,
    count: i64,
}

/// Messages that were stopped because they asked a customer for a secret, of the last 90 days, by who wrote them; whoever did
/// it last comes first.
#[utoipa::path(get, path = "/api/v1/reports/refused-requests", tag = "reports",
    responses((status = 200, body = Page<RefusedRequests>), crate::error::Refusals))]
pub async fn refused_requests(State(app): State<App>, staff: Staff) -> Result<Json<Page<RefusedRequests>>> {
    staff.require(Permission::ReportRead)?;
    let since = app.clock.now() - SINCE;
    let found = app
        .db
        .read(move |tx| {
            let counts = asked::counts(tx, since)?;
            let actors: Vec<Actor> = counts.iter().map(|count| count.by).collect();
            let mut names = names::of(tx, &actors)?;
            let mut all: Vec<(Actor, RefusedRequests)> = Vec::new();
            for count in counts {
                let request = RequestCount { what: count.what, count: count.count };
                // The latest comes first, so that the first of an actor's has the last time.
                match all.iter_mut().find(|(by, _)| *by == count.by) {
                    Some((_, requests)) => {
                        requests.count += request.count;
                        requests.requests.push(request);
                    }
                    None => {
                        let (name, number) = names.remove(&count.by).unwrap_or_default();
                        let (id, kind) = (count.by.id().unwrap_or_default(), count.by.kind());
                        let (last_at, requests) = (rfc3339(count.last_at), vec![request]);
                        all.push((
                            count.by,
                            RefusedRequests { id, kind, name, number, count: count.count, last_at, requests },
                        ));
                    }
                }
            }
            Ok::<_, Error>(all.into_iter().map(|(_, requests)| requests).collect())
        })
        .await?;
    Ok(Json(Page::whole(found)))
}
