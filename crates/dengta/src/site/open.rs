//! The link of a mail: proves the address and opens the case.
//!
//! Looking at it shows a button and changes nothing, for mail scanners follow links; the button's POST
//! uses it up.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::{Problem, Result};
use crate::outbox;
use crate::people::customers::{self, SESSION};
use crate::people::identify::{customer_cookie, set_cookie};
use crate::people::links::{self, Purpose};
use crate::people::{Assurance, Customer};
use crate::site::views::{EmailField, Link, LinkPage};
use crate::site::{Visit, html, see_other};
use crate::tickets::{queries, verbs};

/// `GET /{lang}/open/{token}`
pub async fn show(State(app): State<App>, visit: Visit, Path((_, token)): Path<(String, String)>) -> Result<Response> {
    let action = visit.href(&format!("/open/{token}"));
    let known = visit.customer.as_ref().map(|(customer, _)| *customer);
    let now = app.clock.now();
    let looked = app
        .db
        .read(move |tx| {
            // Whoever is signed in already and comes back by an old mail wants the case, not a lecture.
            if let (Some(customer), Some((subject, Some(ticket)))) = (known, links::of(tx, &token, Purpose::Prove)?)
                && subject == customer.id
                && let Some(reference) = queries::reference_of(tx, ticket, subject)?
            {
                return Ok(Some(reference));
            }
            links::look(tx, &token, Purpose::Prove, now)?;
            Ok::<_, Problem>(None)
        })
        .await;
    let (link, status) = match looked {
        Ok(Some(reference)) => return Ok(see_other(&visit.href(&format!("/cases/{reference}")))),
        Ok(None) => (Link::Ready { action }, axum::http::StatusCode::OK),
        Err(problem) if problem.code.starts_with("link-") => {
            (Link::Refused { code: problem.code, email: EmailField::default() }, problem.status)
        }
        Err(problem) => return Err(problem),
    };
    let mut p = visit.page(&app);
    // The link itself is the same in every language.
    p.path = String::from("/cases");
    let mut response = html(&LinkPage { p, link });
    *response.status_mut() = status;
    Ok(response)
}

/// `POST /{lang}/open/{token}`
pub async fn redeem(
    State(app): State<App>,
    visit: Visit,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response> {
    let moment = app.clock.moment();
    let (session, reference) = app
        .db
        .write(move |tx| {
            let mut draws = moment.draws();
            let link = links::redeem(tx, &token, Purpose::Prove, moment.at)?;
            customers::note_proof(tx, link.subject, moment.at)?;
            outbox::release(tx, link.subject, moment.at)?;
            let customer = Customer { id: link.subject, assurance: Assurance::Proved };
            let session = customers::start_session(tx, customer.id, customer.assurance, moment.at, &mut draws)?;
            let mut reference = None;
            let ticket = link.ticket.map(|id| queries::lock(tx, id)).transpose()?.flatten();
            if let Some(ticket) = ticket.filter(|ticket| ticket.customer == customer.id) {
                reference = Some(ticket.reference.clone());
                verbs::prove(tx, ticket, &moment)?;
            }
            Ok::<_, Problem>((session, reference))
        })
        .await?;
    app.committed.ring();
    let path = reference.map_or_else(|| "/cases".into(), |reference| format!("/cases/{reference}?done=proved"));
    let cookie = set_cookie(&app.config, customer_cookie(&app.config), &session, SESSION / crate::clock::SECOND);
    Ok(([(header::SET_COOKIE, cookie)], see_other(&visit.href(&path))).into_response())
}
