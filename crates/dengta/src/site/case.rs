//! One case, as its customer sees it, and what the customer can do with it.

use std::collections::HashMap;

use askama::filters::Safe;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use guard::impostors::Official;
use guard::visible::visible;
use serde_json::{Map, Value};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Key};
use crate::app::App;
use crate::check::{Check, MAX_COMMENT, MAX_TEXT};
use crate::clock::{Micros, Moment};
use crate::error::{FieldProblem, Problem, Result};
use crate::files::FileView;
use crate::files::attach::attached;
use crate::help::lists;
use crate::help::read::Listed;
use crate::language::{Language, texts};
use crate::markdown;
use crate::official::imitations::{self, Imitation};
use crate::people::{Actor, Customer, names, phrase};
use crate::secrets::taken::Taken;
use crate::secrets::{kept, told};
use crate::settings::Settings;
use crate::site::cases::state;
use crate::site::files::{self, Sent};
use crate::site::secrets::Told;
use crate::site::views::{
    self, Agent, Author, Body, CasePage, Chase, Fact, Imitated, Line, Message, Next, Policy, Record, Reply,
};
use crate::site::{Form, Visit, html, see_other};
use crate::tickets::categories::Input;
use crate::tickets::queries::{self, Named};
use crate::tickets::timeline::{self, Entry, Reader};
use crate::tickets::verbs::Said;
use crate::tickets::{
    Awaiting, Category, Event, Kind, Reference, State as Standing, Ticket, chain, codes, merge, receive, verbs,
};

/// Entries shown at once: more than any case has had.
const SHOWN: i64 = 2_000;

/// `GET /{lang}/cases/{reference}`
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response> {
    let reference = Reference::parse(&reference).ok_or_else(Problem::not_found)?;
    if let Some(survivor) = survivor(&app, &visit, &reference).await? {
        return Ok(see_other(&visit.href(&format!("/cases/{survivor}?done=merged"))));
    }
    render(&app, &visit, &reference, nothing_typed(&app), None).await
}

/// The case that continues this one, if it was merged.
async fn survivor(app: &App, visit: &Visit, reference: &Reference) -> Result<Option<Reference>> {
    let (customer, wanted) = (visit.known()?.0, reference.clone());
    app.db
        .read(move |tx| {
            let ticket = queries::for_customer(tx, &customer, &wanted)?.ticket;
            if ticket.merged_into.is_none() {
                return Ok(None);
            }
            Ok(Some(merge::root(tx, ticket)?.reference))
        })
        .await
}

/// What a case page shows.
struct Shown {
    named: Named,
    entries: Vec<Entry>,
    /// Entries of the cases that this one continues.
    merged: Vec<(Reference, Entry)>,
    names: HashMap<Actor, names::Name>,
    /// What came with messages, by ticket and entry; most have nothing.
    files: HashMap<(Option<Reference>, i64), Vec<FileView>>,
    /// The codes of our messages, by ticket and entry.
    codes: HashMap<(Option<Reference>, i64), String>,
    /// The customer's own words against phishing.
    phrase: Option<String>,
    /// What applied when it was opened, and in which version.
    policies: Vec<(Listed, i64)>,
    /// What may be secrets and waits for a decision, with when it is destroyed.
    undecided: Vec<(Uuid, Micros)>,
}

async fn render(
    app: &App,
    visit: &Visit,
    reference: &Reference,
    mut reply: Reply,
    problem: Option<&Problem>,
) -> Result<Response> {
    let wrong = problem.and_then(|problem| problem.fields.iter().find(|field| field.field == "files"));
    reply.files.error = reply.files.error.or_else(|| wrong.map(|field| field.document(visit.language).message));
    let customer = visit.known()?.0;
    let wanted = reference.clone();
    let (now, language) = (app.clock.now(), visit.language);
    let shown = app.db.read(move |tx| load(tx, customer, &wanted, language, now)).await?;
    let ticket = &shown.named.ticket;
    let facts = given(&shown.entries);
    let settings = app.settings.now();
    let mut p = visit.page(app);
    if p.notice.is_some() {
        p.draft_done = Some(format!("case-{reference}"));
    }
    let page = CasePage {
        p,
        reference: reference.to_string(),
        subject: told::told(visit.language, &ticket.subject),
        category: ticket.category.slug().to_owned(),
        state: state(ticket),
        problem: problem.map(|problem| views::Problem {
            title: problem.title(visit.language),
            detail: problem.detail(visit.language),
        }),
        phrase: shown.phrase.clone(),
        agent: shown.named.assignee.clone().map(|(name, number)| Agent { name, number }),
        next: next(visit, ticket, now),
        missing: settings
            .asked(ticket.category)
            .missing(|key| facts.contains_key(key))
            .into_iter()
            .map(str::to_owned)
            .collect(),
        timeline: timeline_of(visit, &shown, &settings.official, reference),
        reply,
        idempotency_key: hex::encode(app.clock.moment().draws().bytes::<16>()),
        chase: Chase {
            from: verbs::chase_from(&shown.entries).filter(|from| *from > now).map(|from| visit.time(from)),
            count: ticket.chased,
        },
        rated: ticket.rating.and_then(|score| u8::try_from(score).ok()),
        comment_max: MAX_COMMENT,
        opened: visit.time(ticket.created_at),
        policies: shown.policies.iter().map(policy).collect(),
        facts: facts_shown(&settings, visit, ticket.category, &facts),
        record: Record { count: ticket.entries, head: chain::shown(&ticket.head) },
    };
    let mut response = html(&page);
    if let Some(problem) = problem {
        *response.status_mut() = problem.status;
    }
    Ok(response)
}

/// A version's number counts in its own language, and so does its address.
fn policy((listed, number): &(Listed, i64)) -> Policy {
    let Listed { slug, language, title, .. } = listed;
    let href = format!("/{language}/help/articles/{slug}/versions/{number}");
    Policy { href, title: title.clone(), language: *language }
}

fn load(tx: &mut Tx<'_>, customer: Customer, reference: &Reference, language: Language, now: Micros) -> Result<Shown> {
    let mut named = queries::for_customer(tx, &customer, reference)?;
    let reader = Reader::Customer { now };
    let entries = timeline::read(tx, named.ticket.id, reader, 0, SHOWN)?;
    let mut codes: HashMap<_, _> = codes_of(tx, named.ticket.id, None)?;
    let mut merged = Vec::new();
    for id in merge::merged_into(tx, named.ticket.id)? {
        let Some(other) = queries::find(tx, id)? else { continue };
        codes.extend(codes_of(tx, id, Some(&other.reference))?);
        let theirs = timeline::read(tx, id, reader, 0, SHOWN)?;
        merged.extend(theirs.into_iter().map(|entry| (other.reference.clone(), entry)));
    }
    // An answer that still rests is not shown: nothing is asked of the customer yet.
    if !entries.iter().any(|entry| entry.number == named.ticket.last_message) && named.ticket.state == Standing::Open {
        named.ticket.awaiting = Some(Awaiting::Agent);
    }
    let mut people = timeline::named(&entries);
    people.extend(merged.iter().map(|(_, entry)| entry.event.actor));
    let mut files = HashMap::new();
    let all = entries.iter().map(|entry| (None, entry));
    for (from, entry) in all.chain(merged.iter().map(|(reference, entry)| (Some(reference.clone()), entry))) {
        let attached = attached(&entry.event.details);
        if !attached.is_empty() {
            files.insert((from, entry.number), crate::files::shown::told(tx, attached)?);
        }
    }
    let policies = lists::in_force(tx, named.ticket.created_at, language)?;
    let mut undecided = kept::undecided(tx, named.ticket.id)?;
    for id in merge::merged_into(tx, named.ticket.id)? {
        undecided.extend(kept::undecided(tx, id)?);
    }
    Ok(Shown {
        names: names::of(tx, &people)?,
        named,
        entries,
        merged,
        files,
        codes,
        phrase: phrase::of(tx, customer.id)?,
        policies,
        undecided,
    })
}

fn codes_of(
    tx: &mut Tx<'_>,
    ticket: Uuid,
    from: Option<&Reference>,
) -> Result<HashMap<(Option<Reference>, i64), String>> {
    let codes = codes::of_ticket(tx, ticket)?;
    Ok(codes.into_iter().map(|(number, code)| ((from.cloned(), number), code)).collect())
}

/// The conversation: the case's own entries and those of the cases that it continues, in their order.
fn timeline_of(visit: &Visit, shown: &Shown, official: &Official, reference: &Reference) -> Vec<Line> {
    let own = shown.entries.iter().map(|entry| (entry, None));
    let merged = shown.merged.iter().map(|(reference, entry)| (entry, Some(reference)));
    let mut all: Vec<(&Entry, Option<&Reference>)> = own.chain(merged).collect();
    all.sort_by_key(|(entry, _)| entry.event.at);
    all.into_iter().filter_map(|(entry, from)| line(visit, (shown, official), entry, from, reference)).collect()
}

fn next(visit: &Visit, ticket: &Ticket, now: i64) -> Next {
    match (state(ticket), ticket.due_at) {
        (views::CaseState::Closed, _) => Next::Closed { at: visit.time(ticket.closed_at.unwrap_or(ticket.updated_at)) },
        (views::CaseState::Customer, _) => Next::Customer,
        (views::CaseState::Agent, Some(due)) if due < now => Next::Late { by: visit.time(due) },
        (views::CaseState::Agent, due) => Next::Agent { by: due.map(|due| visit.time(due)) },
    }
}

fn line(
    visit: &Visit,
    (shown, official): (&Shown, &Official),
    entry: &Entry,
    from: Option<&Reference>,
    reference: &Reference,
) -> Option<Line> {
    let event = &entry.event;
    let at = visit.time(event.at);
    if event.kind == Kind::Message {
        let author = match event.actor {
            Actor::Customer(_) => Author::Own,
            Actor::Agent(_) => agent(shown.names.get(&event.actor)).map_or(Author::System, Author::Agent),
            Actor::Token(_) | Actor::System => Author::System,
        };
        let own = matches!(event.actor, Actor::Customer(_));
        let anchor = from.map_or_else(|| entry.number.to_string(), |from| format!("{from}-{}", entry.number));
        let files = shown.files.get(&(from.cloned(), entry.number)).cloned().unwrap_or_default();
        let files = files::shown(visit, from.unwrap_or(reference), files);
        // What customers write is no Markdown, here as in the workspace.
        let text = told::told(visit.language, &event.text_with_sources());
        let imitations = imitations::said(official, event);
        let body = match own {
            true => Body::Plain(text),
            false if imitations.is_empty() => Body::Html(Safe(markdown::html(&text))),
            false => Body::Html(Safe(markdown::unlinked(&text))),
        };
        let imitated = |each: Imitation| Imitated { why: each.why(visit.language), text: each.text };
        let imitations = imitations.into_iter().map(imitated).collect();
        let taken = Taken::of(&event.details);
        let taken = own.then(|| Told::of(visit, &taken, &shown.undecided)).flatten();
        let code = shown.codes.get(&(from.cloned(), entry.number)).cloned();
        let message = Message { anchor, own, author, at, body, taken, files, imitations, code };
        return Some(Line::Message(Box::new(message)));
    }
    let own = matches!(event.actor, Actor::Customer(_));
    let text = match event.kind {
        Kind::Assigned => assigned(visit, shown, entry),
        Kind::Closed => said(visit, if own { "case-event-closed-own" } else { "case-event-closed" }),
        Kind::Reopened => said(visit, if own { "case-event-reopened-own" } else { "case-event-reopened" }),
        Kind::Chased => said(visit, "case-event-chased"),
        Kind::Rated => {
            let score = event.details.get("score").and_then(Value::as_i64).unwrap_or(0);
            texts().format(visit.language, "case-event-rated", &[("score", &score)])
        }
        Kind::Proved => said(visit, "case-event-proved"),
        Kind::Merged => elsewhere(visit, "case-event-merged", event),
        Kind::Absorbed => elsewhere(visit, "case-event-absorbed", event),
        Kind::Unmerged | Kind::Released => elsewhere(visit, "case-event-unmerged", event),
        Kind::Split => elsewhere(visit, "case-event-split", event),
        Kind::Queued => said(visit, "chat-event-queued"),
        Kind::Ended => said(visit, if own { "chat-event-ended-own" } else { "chat-event-ended" }),
        Kind::Redacted => said(visit, "case-event-redacted"),
        Kind::SecretDecided => match event.name("decision") {
            Some("sent") => texts().format(visit.language, "case-event-secret-sent", &[("text", &event.text)]),
            Some("expired") => said(visit, "case-event-secret-expired"),
            _ => said(visit, "case-event-secret-destroyed"),
        },
        _ => return None,
    };
    Some(Line::Event { text, at })
}

fn said(visit: &Visit, id: &str) -> String {
    texts().get(visit.language, id)
}

/// What happened between this case and the one that the event names.
fn elsewhere(visit: &Visit, id: &str, event: &Event) -> String {
    texts().format(visit.language, id, &[("reference", &event.name("reference").unwrap_or_default().to_owned())])
}

fn assigned(visit: &Visit, shown: &Shown, entry: &Entry) -> String {
    match entry.event.assignee().and_then(|id| agent(shown.names.get(&Actor::Agent(id)))) {
        Some(Agent { name, number }) => {
            texts().format(visit.language, "case-event-assigned", &[("name", &name), ("number", &number)])
        }
        None => said(visit, "case-event-unassigned"),
    }
}

fn agent(name: Option<&names::Name>) -> Option<Agent> {
    let (name, number) = name?.clone();
    Some(Agent { name: name?, number: number? })
}

/// The facts that the case came with.
fn given(entries: &[Entry]) -> Map<String, Value> {
    let fields = entries.first().and_then(|entry| entry.event.details.get("fields"));
    fields.and_then(Value::as_object).cloned().unwrap_or_default()
}

fn facts_shown(settings: &Settings, visit: &Visit, category: Category, facts: &Map<String, Value>) -> Vec<Fact> {
    let asked = settings.asked(category);
    let shown = asked.all().filter_map(|field| {
        let value = facts.get(field.key)?.as_str()?;
        let value = match field.input {
            Input::Choice(_) => settings.choice_name(visit.language, field.key, value),
            _ => visible(value).into_owned(),
        };
        Some(Fact { key: field.key.to_owned(), value })
    });
    // What is not asked for any more was given all the same.
    let other = facts.iter().filter(|(key, _)| asked.all().all(|field| field.key != key.as_str()));
    let other =
        other.filter_map(|(key, value)| Some(Fact { key: key.clone(), value: visible(value.as_str()?).into_owned() }));
    shown.chain(other).collect()
}

/// `POST …/replies`
pub async fn reply(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    request: Request,
) -> Result<Response> {
    let form = files::sent(&app, &visit, request).await?;
    let mut check = Check::default();
    let files = form.given(&app);
    // Files may speak for themselves.
    let text = match files.ids.is_empty() {
        true => check.verbatim("body", form.get("body"), MAX_TEXT),
        false => check.verbatim_optional("body", form.get("body"), MAX_TEXT),
    };
    let problems: Vec<FieldProblem> = check.into_problems().into_iter().chain(form.problems.iter().cloned()).collect();
    let wrong = |field: &str| {
        let problem = problems.iter().find(|problem| problem.field == field);
        problem.map(|problem| problem.document(visit.language).message)
    };
    let value = form.get("body").to_owned();
    let typed = Reply { value, error: wrong("body"), max: MAX_TEXT, files: form.field(&app, wrong("files")) };
    if !problems.is_empty() {
        let parsed = Reference::parse(&reference).ok_or_else(Problem::not_found)?;
        let mut response = render(&app, &visit, &parsed, typed, None).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(form.answer(response));
    }
    let key = Key::of_form(&app.keys, form.get("idempotency_key"), &text)?;
    let (settings, scope, words) = (app.settings.now(), visit.known()?.0.id, Said { text, files, ..Said::default() });
    let answer = act(&app, &visit, &reference, typed, move |tx, ticket, moment| {
        let promise = settings.promise(ticket.category);
        idempotency::once(tx, scope, key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
            receive::say(tx, ticket, &words, &promise, moment).map(|ack| ack.number)
        })?;
        Ok("replied")
    })
    .await?;
    Ok(form.answer(answer))
}

/// `POST …/closure`
pub async fn close(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response> {
    act(&app, &visit, &reference, nothing_typed(&app), |tx, ticket, moment| {
        let actor = Actor::Customer(ticket.customer);
        verbs::close(tx, ticket, actor, moment)?;
        Ok("closed")
    })
    .await
}

/// `POST …/reopening`
pub async fn reopen(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response> {
    let settings = app.settings.now();
    act(&app, &visit, &reference, nothing_typed(&app), move |tx, ticket, moment| {
        let (actor, promise) = (Actor::Customer(ticket.customer), settings.promise(ticket.category));
        verbs::reopen(tx, ticket, actor, &promise, moment)?;
        Ok("reopened")
    })
    .await
}

/// `POST …/chase`
pub async fn chase(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response> {
    act(&app, &visit, &reference, nothing_typed(&app), |tx, ticket, moment| {
        let late = ticket.due_at.is_some_and(|due| due < moment.at);
        verbs::chase(tx, ticket, moment)?;
        Ok(if late { "chased-late" } else { "chased" })
    })
    .await
}

/// `POST …/rating`
pub async fn rate(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::default();
    let known = |score: &str| score.parse::<i64>().ok().filter(|score| (1..=5).contains(score));
    let score = check.choice("score", form.get("score"), known, 0);
    let comment = check.verbatim_optional("comment", form.get("comment"), MAX_COMMENT);
    let checked = check.done();
    act(&app, &visit, &reference, nothing_typed(&app), move |tx, ticket, moment| {
        checked.clone()?;
        verbs::rate(tx, ticket, score, &comment, moment)?;
        Ok("rated")
    })
    .await
}

fn nothing_typed(app: &App) -> Reply {
    Reply { value: String::new(), error: None, max: MAX_TEXT, files: Sent::default().field(app, None) }
}

/// A verb by the customer: is it theirs, lock it (or what continues it), do it; the page says what was done, or why it was not.
async fn act(
    app: &App,
    visit: &Visit,
    reference: &str,
    typed: Reply,
    verb: impl Fn(&mut Tx<'_>, Ticket, &Moment) -> Result<&'static str> + Send + 'static,
) -> Result<Response> {
    let customer = visit.known()?.0;
    let reference = Reference::parse(reference).ok_or_else(Problem::not_found)?;
    let (moment, wanted) = (app.clock.moment(), reference.clone());
    let done = app
        .db
        .write(move |tx| {
            let ticket = queries::lock_for_customer(tx, &customer, &wanted)?;
            let ticket = merge::landing(tx, ticket)?;
            verb(tx, ticket, &moment)
        })
        .await;
    match done {
        Ok(done) => {
            app.committed.ring();
            Ok(see_other(&visit.href(&format!("/cases/{reference}?done={done}"))))
        }
        Err(problem) if problem.status == StatusCode::NOT_FOUND => Err(problem),
        // Reading may still work where writing does not: the page keeps what was typed.
        Err(problem) => render(app, visit, &reference, typed, Some(&problem)).await,
    }
}
