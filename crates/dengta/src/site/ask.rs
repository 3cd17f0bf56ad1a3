//! Asking for help: choose a category, fill in its form. What was searched for before comes along as `q`.

use axum::extract::{Path, RawQuery, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use crate::api::idempotency::{self, Key};
use crate::app::App;
use crate::check::{Check, MAX_EMAIL, MAX_FIELD, MAX_NAME, MAX_SUBJECT, MAX_TEXT};
use crate::error::{FieldProblem, Problem, Result};
use crate::official::names;
use crate::people::throttle;
use crate::settings::channels::Door;
use crate::site::cases::case_row;
use crate::site::files::{self, Sent};
use crate::site::help::search::{Question, fitting};
use crate::site::receipt::{Given, given, lead_to};
use crate::site::views::{self, Ask, AskForm, CaseRow, Control, Field, FieldError, Group};
use crate::site::{Visit, html, see_other};
use crate::tickets::categories::{self, Input};
use crate::tickets::receive::{self, Inbound, Sender, receive};
use crate::tickets::verbs::Said;
use crate::tickets::{Category, Channel, Reference, State as Standing, queries};

/// `GET /{lang}/ask`
pub async fn choose(State(app): State<App>, visit: Visit, RawQuery(query): RawQuery) -> Response {
    let asked = Question::of(query.as_deref()).href("");
    let mut p = visit.page(&app);
    p.path += &asked;
    html(&Ask { p, groups: Group::offered(&app.settings.now()), asked })
}

/// `GET /{lang}/ask/{category}`
pub async fn form(
    State(app): State<App>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let category = enter(&app, &visit, &slug)?;
    let question = Question::of(query.as_deref());
    let mut form = page(&app, &visit, category, &asked(&question), &[]);
    form.fresh = true;
    form.p.path += &question.href("");
    Ok(html(&form))
}

/// A form in which a question stands already: as its subject, and in full where that is too short for it.
fn asked(question: &Question) -> Sent {
    let subject: String = question.text.chars().take(MAX_SUBJECT).collect();
    let mut typed = Vec::new();
    if subject.len() < question.text.len() {
        typed.push(("body".to_owned(), question.text.clone()));
    }
    typed.push(("subject".to_owned(), subject));
    Sent::typed(typed)
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
        Err(problems) => return refused(app, visit, category, form, &problems).await,
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
        Ok(receipt) => Ok(lead_to(app, visit, &receipt)),
        Err(problem) => failed(app, visit, category, form, &problem).await,
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
    let subject = check.verbatim("subject", form.get("subject"), MAX_SUBJECT);
    let text = check.verbatim("body", form.get("body"), MAX_TEXT);
    let sender = match &visit.customer {
        Some((customer, _)) => Sender::Known { id: customer.id, assurance: customer.assurance },
        None => {
            let name = names::claimed(&mut check, &settings, "name", form.get("name"));
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
        live: false,
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
    let words = Said { text: joined_text(app, visit, inbound), files: inbound.files.clone(), ..Said::default() };
    let wanted = reference.clone();
    let key = key(app, form)?;
    app.db
        .write(move |tx| {
            let ticket = queries::lock_for_customer(tx, &customer, &wanted)?;
            idempotency::once(tx, customer.id, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                receive::say(tx, ticket, &words, &promise, &moment).map(|ack| ack.number)
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
fn key(app: &App, form: &Sent) -> Result<Option<Key>> {
    let typed = ["subject", "body", "email", "name", "join"].map(|name| form.get(name)).join("\n");
    Key::of_form(&app.keys, form.get("idempotency_key"), &typed)
}

async fn open(app: &App, visit: &Visit, form: &Sent, inbound: Inbound) -> Result<Given> {
    let (moment, key) = (app.clock.moment(), key(app, form)?);
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

/// The form with what is wrong, everything that was typed, and what may answer it already.
async fn refused(
    app: &App,
    visit: &Visit,
    category: Category,
    form: &Sent,
    problems: &[FieldProblem],
) -> Result<Response> {
    let mut template = page(app, visit, category, form, problems);
    template.fits = fitting(app, visit, &format!("{} {}", form.get("subject"), form.get("body"))).await?;
    let mut response = html(&template);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// The form with why it could not be taken, and everything that was typed.
async fn failed(app: &App, visit: &Visit, category: Category, form: &Sent, problem: &Problem) -> Result<Response> {
    if !problem.fields.is_empty() {
        return refused(app, visit, category, form, &problem.fields).await;
    }
    let mut template = page(app, visit, category, form, &[]);
    template.problem =
        Some(views::Problem { title: problem.title(visit.language), detail: problem.detail(visit.language) });
    if problem.code == "conflict-idempotency" {
        template.idempotency_key = new_key(app);
    }
    let mut response = html(&template);
    *response.status_mut() = problem.status;
    Ok(response)
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
        fresh: false,
        fits: Vec::new(),
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
