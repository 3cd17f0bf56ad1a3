//! Asking for help: choose a category, fill in its form, get a receipt.

use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::api::idempotency::{self, Key};
use crate::app::App;
use crate::check::{Check, Email, MAX_EMAIL, MAX_FIELD, MAX_NAME, MAX_SUBJECT, MAX_TEXT};
use crate::clock::{HOUR, Micros, Moment, SECOND};
use crate::error::{FieldProblem, Problem, Result};
use crate::people::identify::{cookie, set_cookie};
use crate::people::throttle;
use crate::settings::channels::Door;
use crate::site::cases::case_row;
use crate::site::files::{self, Sent};
use crate::site::front::presence;
use crate::site::views::{self, Ask, AskForm, CaseRow, Control, Field, FieldError, Group, ReceiptEntry};
use crate::site::{Visit, html, see_other};
use crate::tickets::categories::{self, Input};
use crate::tickets::receive::{Inbound, Received, Sender, receive};
use crate::tickets::timeline::Ack;
use crate::tickets::verbs::Said;
use crate::tickets::{Category, Channel, Reference, State as Standing, chain, queries, verbs};

/// The receipt's cookie: what was acknowledged, sealed, for an hour.
const RECEIPT: &str = "dengta_receipt";

/// `GET /{lang}/ask`
pub async fn choose(State(app): State<App>, visit: Visit) -> Response {
    html(&Ask { p: visit.page(&app), groups: Group::offered(&app.settings.now()) })
}

/// `GET /{lang}/ask/{category}`
pub async fn form(State(app): State<App>, visit: Visit, Path((_, slug)): Path<(String, String)>) -> Result<Response> {
    let category = enter(&app, &visit, &slug)?;
    Ok(html(&page(&app, &visit, category, &Sent::default(), &[])))
}

/// `POST /{lang}/ask/{category}`: a new case, or words for one that is there; then the receipt.
pub async fn submit(
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let category = enter(&app, &visit, &slug)?;
    let form = files::sent(&app, &visit, request).await?;
    let answer = answer(&app, &visit, category, &form).await?;
    Ok(form.answer(answer))
}

async fn answer(app: &App, visit: &Visit, category: Category, form: &Sent) -> Result<Response> {
    let inbound = match checked(app, visit, category, form) {
        Ok(inbound) => inbound,
        Err(problems) => return Ok(refused(app, visit, category, form, &problems)),
    };
    if let Some(joined) = join(app, visit, form, &inbound).await? {
        return Ok(joined);
    }
    if form.get("join") != "new" {
        let existing = open_cases(app, visit, category).await?;
        if !existing.is_empty() {
            let mut template = page(app, visit, category, form, &[]);
            template.existing = existing;
            return Ok(html(&template));
        }
    }
    match open(app, visit, form, inbound).await {
        Ok(receipt) => Ok(receipt_given(app, visit, &receipt)),
        Err(problem) => Ok(failed(app, visit, category, form, &problem)),
    }
}

/// The category of a form, when it is offered, to this visitor.
fn enter(app: &App, visit: &Visit, slug: &str) -> Result<Category> {
    let settings = app.settings.now();
    let asked = settings.category(slug).filter(|asked| asked.enabled).ok_or_else(Problem::not_found)?;
    let door = settings.channels.door(asked.category);
    if door.admits(visit.customer.as_ref().map(|(customer, _)| customer.assurance)) {
        return Ok(asked.category);
    }
    let code = if door == Door::Proved { "form-proved" } else { "form-signed-in" };
    Err(Problem::new(StatusCode::FORBIDDEN, code))
}

/// What was typed, checked; or everything that is wrong with it.
fn checked(app: &App, visit: &Visit, category: Category, form: &Sent) -> Result<Inbound, Vec<FieldProblem>> {
    let (mut check, settings) = (Check::default(), app.settings.now());
    let asked = settings.asked(category);
    let mut fields = Vec::new();
    for field in asked.all() {
        let value = field.check(&mut check, field.key, form.get(field.key));
        if field.required && value.is_empty() {
            check.refuse(field.key, "required");
        }
        if !value.is_empty() {
            fields.push((field.key, value));
        }
    }
    let subject = check.text("subject", form.get("subject"), MAX_SUBJECT);
    let text = check.text("body", form.get("body"), MAX_TEXT);
    let sender = match &visit.customer {
        Some((customer, _)) => Sender::Known { id: customer.id, assurance: customer.assurance },
        None => {
            let name = check.text("name", form.get("name"), MAX_NAME);
            Sender::Claimed { email: check.email("email", form.get("email")), name }
        }
    };
    let mut problems = settings.named(check).into_problems();
    problems.extend(form.problems.iter().cloned());
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Inbound {
        channel: Channel::Form,
        sender,
        category,
        language: visit.language,
        subject: crate::tickets::http::one_line(&subject),
        text,
        files: form.given(app),
        fields,
        promise: settings.promise(category),
        team: asked.team,
        priority: asked.priority,
        time_zone: visit.zone.as_ref().and_then(|zone| zone.iana_name()).map(str::to_owned),
        more: serde_json::Map::new(),
    })
}

/// The customer's open cases of this category. Only for who is known: a stranger learns nothing.
async fn open_cases(app: &App, visit: &Visit, category: Category) -> Result<Vec<CaseRow>> {
    let Some((customer, _)) = &visit.customer else { return Ok(Vec::new()) };
    let id = customer.id;
    let found = app.db.read(move |tx| queries::of_customer(tx, id, 50)).await?;
    let same = |named: &&queries::Named| named.ticket.category == category && named.ticket.state == Standing::Open;
    Ok(found.iter().filter(same).take(3).map(|named| case_row(visit, named)).collect())
}

/// Adds what was typed to the case that the customer chose, if one was.
async fn join(app: &App, visit: &Visit, form: &Sent, inbound: &Inbound) -> Result<Option<Response>> {
    let (Some((customer, _)), Some(reference)) = (&visit.customer, Reference::parse(form.get("join"))) else {
        return Ok(None);
    };
    let (customer, promise, moment) = (*customer, inbound.promise.clone(), app.clock.moment());
    let words = Said { text: joined_text(app, visit, inbound), files: inbound.files.clone(), key: None };
    let wanted = reference.clone();
    let key = key(form);
    app.db
        .write(move |tx| {
            let ticket = queries::lock_for_customer(tx, &customer, &wanted)?;
            idempotency::once(tx, customer.id, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                verbs::say(tx, ticket, &words, &promise, &moment).map(|ack| ack.number)
            })
        })
        .await?;
    app.committed.ring();
    Ok(Some(see_other(&visit.href(&format!("/cases/{reference}?done=joined")))))
}

/// The form as a message: its subject, its words, its facts.
fn joined_text(app: &App, visit: &Visit, inbound: &Inbound) -> String {
    let settings = app.settings.now();
    let facts =
        inbound.fields.iter().map(|(key, value)| format!("{}: {value}", settings.field_name(visit.language, key)));
    let parts = [inbound.subject.clone(), inbound.text.clone(), facts.collect::<Vec<_>>().join("\n")];
    let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    text.chars().take(MAX_TEXT).collect()
}

/// What the form was rendered with: sending it twice has one effect.
fn key(form: &Sent) -> Option<Key> {
    let key = Some(form.get("idempotency_key")).filter(|key| !key.is_empty() && key.len() <= 64)?;
    let typed = ["subject", "body", "email", "name", "join"].map(|name| form.get(name)).join("\n");
    Some(Key::new(key, typed.as_bytes()))
}

/// What the receipt shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Given {
    reference: String,
    category: String,
    number: i64,
    hash: String,
    at: Micros,
    /// The masked address, when a link went there.
    link_sent_to: Option<String>,
    known: bool,
}

async fn open(app: &App, visit: &Visit, form: &Sent, inbound: Inbound) -> Result<Given> {
    let (moment, key) = (app.clock.moment(), key(form));
    let scope = visit.customer.as_ref().map_or(Uuid::nil(), |(customer, _)| customer.id);
    let known = visit.customer.is_some();
    let guest = if known { Vec::new() } else { throttle::guest(&app.keys, visit.network) };
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                throttle::count(tx, &guest, moment.at)?;
                Ok(given(&inbound, &receive(tx, &inbound, &moment)?, &moment, known))
            })
        })
        .await?;
    app.committed.ring();
    serde_json::from_str(&answer.body).map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal"))
}

fn given(inbound: &Inbound, received: &Received, moment: &Moment, known: bool) -> Given {
    let Ack { number, hash } = received.ack;
    // The same whether a mail was due or not: else a stranger learns which addresses are known.
    let link_sent_to = match &inbound.sender {
        Sender::Claimed { email, .. } => Some(Email::masked(&email.address)),
        _ => None,
    };
    Given {
        reference: received.reference.to_string(),
        category: inbound.category.slug().to_owned(),
        number,
        hash: chain::shown(&hash),
        at: moment.at,
        link_sent_to,
        known,
    }
}

fn receipt_given(app: &App, visit: &Visit, given: &Given) -> Response {
    let plain = serde_json::to_vec(given).unwrap_or_default();
    let sealed = app.keys.seal("receipt", &plain, &mut app.clock.moment().draws());
    let cookie = set_cookie(&app.config, RECEIPT, &URL_SAFE_NO_PAD.encode(sealed), HOUR / SECOND);
    ([(header::SET_COOKIE, cookie)], see_other(&visit.href("/receipt"))).into_response()
}

/// `GET /{lang}/receipt`
pub async fn receipt(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Result<Response> {
    let sealed = cookie(&headers, RECEIPT).and_then(|value| URL_SAFE_NO_PAD.decode(value).ok());
    let plain = sealed.and_then(|sealed| app.keys.open_sealed("receipt", &sealed));
    let given: Option<Given> = plain.and_then(|plain| serde_json::from_slice(&plain).ok());
    let Some(given) = given.filter(|given| app.clock.now() - given.at < HOUR) else {
        return Ok(see_other(&visit.href("/cases")));
    };
    let mut p = visit.page(&app);
    p.draft_done = Some(format!("ask-{}", given.category));
    let (body, check) = given.reference.split_at(given.reference.len() - 1);
    Ok(html(&views::Receipt {
        p,
        reference_body: body.to_owned(),
        reference_check: check.to_owned(),
        joined: false,
        link_sent_to: given.link_sent_to,
        case_href: (given.known && visit.customer.is_some())
            .then(|| visit.href(&format!("/cases/{}", given.reference))),
        promise: app
            .settings
            .now()
            .promise(Category::stored(&given.category).unwrap_or(Category::Other))
            .words(visit.language),
        hours: presence(&app, &visit).map(|presence| presence.line),
        entry: ReceiptEntry { number: given.number, at: visit.time(given.at), hash: given.hash },
    }))
}

/// The form with what is wrong, and everything that was typed.
fn refused(app: &App, visit: &Visit, category: Category, form: &Sent, problems: &[FieldProblem]) -> Response {
    let mut response = html(&page(app, visit, category, form, problems));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// The form with why it could not be taken, and everything that was typed.
fn failed(app: &App, visit: &Visit, category: Category, form: &Sent, problem: &Problem) -> Response {
    if !problem.fields.is_empty() {
        return refused(app, visit, category, form, &problem.fields);
    }
    let mut template = page(app, visit, category, form, &[]);
    template.problem =
        Some(views::Problem { title: problem.title(visit.language), detail: problem.detail(visit.language) });
    if problem.code == "conflict-idempotency" {
        template.idempotency_key = new_key(app);
    }
    let mut response = html(&template);
    *response.status_mut() = problem.status;
    response
}

fn new_key(app: &App) -> String {
    hex::encode(app.clock.moment().draws().bytes::<16>())
}

fn page(app: &App, visit: &Visit, category: Category, form: &Sent, problems: &[FieldProblem]) -> AskForm {
    let messages: Vec<(String, String)> =
        problems.iter().map(|problem| (problem.field.clone(), problem.document(visit.language).message)).collect();
    let error = |key: &str| messages.iter().find(|(field, _)| field == key).map(|(_, message)| message.clone());
    let field = |key: &str, control: Control, required: bool, max: usize| Field {
        key: key.to_owned(),
        control,
        required,
        max,
        value: form.get(key).to_owned(),
        error: error(key),
    };
    let of = |fields: &[categories::Field]| -> Vec<Field> {
        fields.iter().map(|known| field(known.key, control(known.input), known.required, MAX_FIELD)).collect()
    };
    let settings = app.settings.now();
    let asked = settings.asked(category);
    let common = of(&asked.common);
    let given_key = form.get("idempotency_key");
    AskForm {
        p: visit.page(app),
        category: category.slug().to_owned(),
        idempotency_key: if given_key.is_empty() { new_key(app) } else { given_key.to_owned() },
        problem: None,
        errors: messages
            .iter()
            .map(|(key, message)| FieldError { key: key.clone(), message: message.clone() })
            .collect(),
        existing: Vec::new(),
        fields: of(&asked.fields),
        subject: field("subject", Control::Line, true, MAX_SUBJECT),
        body: field("body", Control::Lines, true, MAX_TEXT),
        files: form.field(app, error("files")),
        common_open: common.iter().any(|field| !field.value.is_empty() || field.error.is_some()),
        common,
        contact: vec![field("name", Control::Line, true, MAX_NAME), field("email", Control::Email, true, MAX_EMAIL)],
        promise: settings.promise(category).words(visit.language),
    }
}

fn control(input: Input) -> Control {
    match input {
        Input::Line | Input::Amount => Control::Line,
        Input::Lines => Control::Lines,
        Input::Choice(choices) => Control::Choice(choices.iter().map(|choice| (*choice).to_owned()).collect()),
    }
}
