//! "My cases": a list for who is known; for anybody else, a link by mail.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use store::{Error, Tx};

use crate::app::App;
use crate::check::Email;
use crate::error::{FieldProblem, Problem, Result};
use crate::outbox::{self, Notice};
use crate::people::{customers, phrase, throttle};
use crate::site::views::{CaseRow, CaseState, Cases, CasesPage, EmailField, PhraseField};
use crate::site::{Form, Visit, html};
use crate::tickets::queries::{self, Named};
use crate::tickets::{Awaiting, State as Standing, Ticket};

/// Cases shown at once.
const SHOWN: i64 = 200;

/// `GET /{lang}/cases`
pub async fn list(State(app): State<App>, visit: Visit) -> Result<Response> {
    Ok(html(&listed(&app, &visit, None).await?))
}

/// The page, with a phrase that was refused in place of the one that is kept.
pub(super) async fn listed(app: &App, visit: &Visit, refused: Option<PhraseField>) -> Result<CasesPage> {
    let cases = match &visit.customer {
        None => Cases::Ask { email: EmailField::default() },
        Some((customer, row)) => {
            let id = customer.id;
            let read =
                move |tx: &mut Tx<'_>| Ok::<_, Error>((queries::of_customer(tx, id, SHOWN)?, phrase::of(tx, id)?));
            let (mut found, kept) = app.db.read(read).await?;
            found.sort_by_key(|named| std::cmp::Reverse(named.ticket.updated_at));
            let set = kept.is_some();
            let kept = PhraseField { value: kept.unwrap_or_default(), error: None, set };
            let phrase = refused.map_or(kept, |refused| PhraseField { set, ..refused });
            let cases = found.iter().map(|named| case_row(visit, named)).collect();
            Cases::List { who: row.name.clone(), cases, phrase }
        }
    };
    Ok(CasesPage { p: visit.page(app), cases })
}

/// `POST /{lang}/cases/link`: the same answer whether there is such a customer or not.
pub async fn mail_link(State(app): State<App>, visit: Visit, form: Form) -> Result<Response> {
    let typed = form.get("email").trim().to_owned();
    let p = visit.page(&app);
    let Some(email) = Email::parse(&typed) else {
        let code = if typed.is_empty() { "required" } else { "invalid-email" };
        let problem = FieldProblem { field: "email".into(), code, args: Vec::new() };
        let error = Some(problem.document(visit.language).message);
        let mut response = html(&CasesPage { p, cases: Cases::Ask { email: EmailField { value: typed, error } } });
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    };
    let (moment, guest) = (app.clock.moment(), throttle::guest(&app.keys, visit.network));
    app.db
        .write(move |tx| {
            throttle::count(tx, &guest, moment.at)?;
            let mut draws = moment.draws();
            let Some(customer) = customers::at_address(tx, &email)? else { return Ok(()) };
            // An address that has proved nothing got its one mail; one that has is not flooded.
            if customer.proved_at.is_none() {
                outbox::prove_address(tx, Notice::CaseLink, customer.id, None, moment.at, &mut draws)?;
            } else if outbox::claim_may_mail(tx, customer.id, moment.at)? {
                outbox::case_link(tx, customer.id, moment.at, &mut draws)?;
            }
            Ok::<_, Problem>(())
        })
        .await?;
    app.committed.ring();
    Ok(html(&CasesPage { p, cases: Cases::Sent { email: typed } }))
}

/// A case in a list.
pub fn case_row(visit: &Visit, named: &Named) -> CaseRow {
    CaseRow {
        reference: named.ticket.reference.to_string(),
        subject: named.ticket.subject.clone(),
        category: named.ticket.category.slug().to_owned(),
        state: state(&named.ticket),
        updated: visit.time(named.ticket.updated_at),
    }
}

/// Where a case stands for its customer.
pub fn state(ticket: &Ticket) -> CaseState {
    match (ticket.state, ticket.awaiting) {
        (Standing::Closed, _) => CaseState::Closed,
        (Standing::Open, Some(Awaiting::Customer)) => CaseState::Customer,
        (Standing::Open, _) => CaseState::Agent,
    }
}
