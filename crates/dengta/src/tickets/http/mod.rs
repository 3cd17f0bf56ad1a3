//! The tickets' API: opening, reading, answering; sorting in [`triage`], what belongs together in [`together`].

pub mod drafts;
pub mod together;
pub mod triage;

use std::collections::BTreeMap;

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};
use store::Tx;
use uuid::Uuid;

use crate::api::idempotency::{self, Answer, Keyed};
use crate::api::page::{Id, Page, Query, limit};
use crate::app::App;
use crate::check::{Check, Json, MAX_SUBJECT, MAX_TEXT};
use crate::clock::Moment;
use crate::error::{Problem, Result};
use crate::files::attach::attached;
use crate::files::{Given, Owner};
use crate::language::Language;
use crate::official::names;
use crate::people::{Actor, Permission, Staff};
use crate::settings::Settings;
use crate::tickets::drafts::{Draft, DraftKind, Place, drop_sent, give_back};
use crate::tickets::receive::{Inbound, Received, Sender, receive};
use crate::tickets::shown::{AsOf, EntryAck, EntryView, TicketDetail, told};
use crate::tickets::timeline::{self, Ack, Reader};
use crate::tickets::verbs::{Delivery, Said};
use crate::tickets::{Category, Channel, Ticket, merge, queries, shown, verbs, withdraw};

/// A ticket to open for a customer.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewTicket {
    /// One line, at most 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    subject: String,
    /// What the customer says, at most 20,000 characters.
    #[schema(min_length = 1, max_length = 20_000)]
    body: String,
    /// What it is about.
    #[schema(value_type = Category)]
    category: String,
    /// The category's facts by name. Those of the form are not required here; what lacks is returned.
    #[serde(default)]
    #[schema(required = false)]
    fields: BTreeMap<String, String>,
    /// Files that were sent before, in the order in which they are shown.
    #[serde(default)]
    #[schema(required = false, max_items = 20)]
    files: Vec<Uuid>,
    /// The customer: by id, or by address and name. The address that a program names counts as proven.
    customer: NewCustomer,
    /// `phone` when an agent writes down a call; `api` when absent.
    #[serde(default)]
    #[schema(value_type = Option<Channel>)]
    channel: Option<String>,
    /// The customer's language; English when absent.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    language: Option<String>,
}

/// Who a ticket is for: a customer's id, or an address and a name.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
pub struct NewCustomer {
    /// A customer whom the desk knows.
    #[serde(default)]
    id: Option<Uuid>,
    /// One bare address.
    #[serde(default)]
    #[schema(max_length = 254)]
    email: String,
    /// At most 100 characters.
    #[serde(default)]
    #[schema(max_length = 100)]
    name: String,
}

/// A ticket was opened.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Opened {
    id: Uuid,
    /// What the customer quotes.
    reference: String,
    entry: EntryAck,
    /// Facts of the category that were not given.
    missing_fields: Vec<&'static str>,
}

impl Opened {
    fn of(received: Received, missing_fields: Vec<&'static str>) -> Opened {
        let reference = received.reference.to_string();
        Opened { id: received.ticket, reference, entry: received.ack.into(), missing_fields }
    }
}

/// Opens a ticket for a customer.
#[utoipa::path(post, path = "/api/v1/tickets", tag = "tickets", request_body = NewTicket,
    params(("Idempotency-Key" = Option<String>, Header, description = "Makes a repetition harmless for 24 hours.")),
    responses((status = 201, body = Opened), crate::error::Refusals))]
pub async fn create(State(app): State<App>, staff: Staff, request: Keyed<NewTicket>) -> Result<Answer> {
    staff.require(Permission::TicketCreate)?;
    let inbound = checked(&app, &staff, request.body)?;
    let settings = app.settings.now();
    let missing = settings.asked(inbound.category).missing(|key| inbound.fields.iter().any(|(given, _)| *given == key));
    let (moment, key) = (app.clock.moment(), request.key);
    let answer = app
        .db
        .write(move |tx| {
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, StatusCode::CREATED, |tx| {
                let received = receive(tx, &inbound, &moment)?;
                Ok(Opened::of(received, missing.clone()))
            })
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}

/// Keys of one sender do not meet those of another.
pub fn scope(staff: &Staff) -> Uuid {
    staff.actor.id().unwrap_or_default()
}

fn checked(app: &App, staff: &Staff, new: NewTicket) -> Result<Inbound> {
    let (mut check, settings) = (Check::default(), app.settings.now());
    let known = |slug: &str| settings.category(slug).map(|asked| asked.category);
    let asked = settings.asked(check.choice("category", &new.category, known, Category::Other));
    let language = match &new.language {
        Some(tag) => check.choice("language", tag, Language::parse, Language::En),
        None => Language::En,
    };
    let subject = check.verbatim("subject", &new.subject, MAX_SUBJECT);
    let text = check.verbatim("body", &new.body, MAX_TEXT);
    let sender = sender(&mut check, &settings, staff, &new.customer);
    let channel = match new.channel.as_deref() {
        None => Channel::Api,
        // Only agents write down calls, and nobody but the form comes by the form.
        Some(name) => {
            let known = |name: &str| {
                Channel::parse(name)
                    .filter(|channel| *channel == Channel::Api || (*channel == Channel::Phone && staff.agent().is_ok()))
            };
            let channel = check.choice("channel", name, known, Channel::Api);
            if channel == Channel::Phone && !settings.channels.phone {
                check.refuse("channel", "channel-off");
            }
            channel
        }
    };
    let mut fields = Vec::new();
    for (key, value) in &new.fields {
        let path = format!("fields.{key}");
        let Some(field) = asked.all().find(|field| field.key == key) else {
            check.refuse(&path, "unknown-field");
            continue;
        };
        let value = field.check(&mut check, &path, value);
        if !value.is_empty() {
            fields.push((field.key, value));
        }
    }
    settings.named(check).done()?;
    let category = asked.category;
    let promise = settings.promise(category);
    let more = match staff.actor {
        Actor::Agent(agent) => Map::from_iter([("by".to_owned(), json!(agent))]),
        _ => Map::new(),
    };
    let (subject, files) = (one_line(&subject), given(app, staff, new.files));
    let (team, priority, time_zone) = (asked.team, asked.priority, None);
    Ok(Inbound {
        channel,
        sender,
        category,
        language,
        subject,
        text,
        files,
        fields,
        promise,
        team,
        priority,
        time_zone,
        live: false,
        more,
    })
}

/// Whom a new ticket is for.
fn sender(check: &mut Check, settings: &Settings, staff: &Staff, customer: &NewCustomer) -> Sender {
    if let Some(id) = customer.id {
        return Sender::Chosen { id };
    }
    let email = check.email("customer.email", &customer.email);
    const NAME: &str = "customer.name";
    match staff.actor {
        Actor::Token(token) => {
            Sender::Vouched { email, name: names::vouched(check, settings, NAME, &customer.name), token }
        }
        // An agent writes down what somebody says: that proves no address.
        _ => Sender::Claimed { email, name: names::claimed(check, settings, NAME, &customer.name) },
    }
}

/// A subject becomes a mail header and a list row: it has no line ends.
pub fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}

/// One ticket.
#[utoipa::path(get, path = "/api/v1/tickets/{id}", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = TicketDetail), crate::error::Refusals))]
pub async fn show(State(app): State<App>, staff: Staff, Id(id): Id) -> Result<Json<TicketDetail>> {
    let settings = app.settings.now();
    let detail = app
        .db
        .read(move |tx| {
            let named = queries::for_staff(tx, &staff, id)?;
            let fields = timeline::facts(tx, id)?;
            let missing_fields = settings.asked(named.ticket.category).missing(|key| fields.contains_key(key));
            Ok::<_, Problem>(TicketDetail { ticket: shown::ticket(tx, named)?, fields, missing_fields })
        })
        .await?;
    Ok(Json(detail))
}

/// Which entries to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EntriesQuery {
    /// The number of the last entry seen.
    #[param(minimum = 0)]
    after: Option<i64>,
    /// How many, 1 to 500; 50 when absent.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<i64>,
}

/// A ticket's timeline.
#[utoipa::path(get, path = "/api/v1/tickets/{id}/entries", tag = "tickets", params(("id" = Uuid, Path), EntriesQuery),
    responses((status = 200, body = Page<EntryView>), crate::error::Refusals))]
pub async fn entries(
    State(app): State<App>,
    staff: Staff,
    Id(id): Id,
    Query(query): Query<EntriesQuery>,
) -> Result<Json<Page<EntryView>>> {
    let (limit, after) = (limit(query.limit)?, query.after.unwrap_or(0));
    let as_of = AsOf::now(&app);
    let page = app
        .db
        .read(move |tx| {
            queries::for_staff(tx, &staff, id)?;
            let mut entries = timeline::read(tx, id, Reader::Staff, after, limit + 1)?;
            let more = entries.len() as i64 > limit;
            entries.truncate(usize::try_from(limit).unwrap_or(0));
            let next = entries.last().filter(|_| more).map(|entry| entry.number.to_string());
            Ok::<_, Problem>(Page { results: told(tx, id, entries, &as_of)?, next })
        })
        .await?;
    Ok(Json(page))
}

/// An answer to the customer.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewReply {
    /// At most 20,000 characters; may be empty when files come with it.
    #[schema(max_length = 20_000)]
    body: String,
    /// Files that were sent before, in the order in which they are shown.
    #[serde(default)]
    #[schema(required = false, max_items = 20)]
    files: Vec<Uuid>,
    /// The number of the newest entry that was read: the answer is stopped when messages came since.
    #[serde(default)]
    seen: Option<i64>,
}

/// An answer was written.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Replied {
    entry: EntryAck,
    delivery: Delivery,
}

/// Something was written to the timeline.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Written {
    entry: EntryAck,
}

impl Written {
    /// With the acknowledgement of what was written.
    #[must_use]
    pub fn of(ack: Ack) -> Written {
        Written { entry: ack.into() }
    }
}

/// Answers the customer.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/replies", tag = "tickets", params(("id" = Uuid, Path)), request_body = NewReply,
    responses((status = 201, body = Replied), crate::error::Refusals))]
pub async fn reply(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewReply>) -> Result<Answer> {
    let mut check = Check::default();
    let words = said(&app, &staff, &mut check, &request.body.body, request.body.files, request.key.as_ref());
    check.done()?;
    let (seen, has_server) = (request.body.seen, app.mailer.sends());
    act(&app, staff, id, Permission::TicketReply, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        if let Some(place) = draft_of(&staff, &ticket, DraftKind::Reply) {
            drop_sent(tx, place, &words)?;
        }
        let (ack, delivery) = verbs::reply(tx, ticket, staff.actor, &words, seen, moment)?;
        let delivery = if delivery == Delivery::Resting && !has_server { Delivery::NoMailServer } else { delivery };
        Ok(Replied { entry: ack.into(), delivery })
    })
    .await
}

/// Takes back an answer of one's own within ten seconds: it is not sent, and the customer never sees it. An agent has
/// its text and its files in a draft again; the files can go with another message.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/replies/{number}", tag = "tickets",
    params(("id" = Uuid, Path), ("number" = i64, Path, description = "The number of the answer's entry.")),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn withdraw(
    State(app): State<App>,
    staff: Staff,
    path: std::result::Result<Path<(Uuid, i64)>, PathRejection>,
    key: idempotency::Bare,
) -> Result<Answer> {
    let Path((id, number)) = path.map_err(|_| Problem::not_found())?;
    act(&app, staff, id, Permission::TicketReply, key.0, StatusCode::OK, move |tx, ticket, moment| {
        let place = draft_of(&staff, &ticket, DraftKind::Reply);
        let (ack, said) = withdraw::withdraw(tx, ticket, staff.actor, number, moment)?;
        if let Some(place) = place {
            let files = attached(&said.details).into_iter().map(|file| file.id).collect();
            let (body, device, updated_at) = (said.text, String::new(), moment.at);
            let draft = Draft { kind: place.kind, body, files, seen: number, revision: 0, device, updated_at };
            give_back(tx, place, draft)?;
        }
        Ok(Written { entry: ack.into() })
    })
    .await
}

/// What was typed, with its files: either may be absent, not both.
fn said(
    app: &App,
    staff: &Staff,
    check: &mut Check,
    body: &str,
    files: Vec<Uuid>,
    key: Option<&idempotency::Key>,
) -> Said {
    let text = if files.is_empty() {
        check.verbatim("body", body, MAX_TEXT)
    } else {
        check.verbatim_optional("body", body, MAX_TEXT)
    };
    Said { text, files: given(app, staff, files), key: key.map(|key| key.key.clone()), ..Said::default() }
}

/// Where an agent drafts; programs draft nothing.
fn draft_of(staff: &Staff, ticket: &Ticket, kind: DraftKind) -> Option<Place> {
    staff.agent().ok().map(|agent| Place { agent, ticket: ticket.id, kind })
}

/// Files that an agent or program has sent.
fn given(app: &App, staff: &Staff, ids: Vec<Uuid>) -> Given {
    Given { ids, owners: vec![Owner::staff(staff.actor)], most: app.config.files.count }
}

/// A note among agents.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewNote {
    /// At most 20,000 characters; may be empty when files come with it.
    #[schema(max_length = 20_000)]
    body: String,
    /// Files that were sent before, in the order in which they are shown.
    #[serde(default)]
    #[schema(required = false, max_items = 20)]
    files: Vec<Uuid>,
    /// Whether it tells what was said on the phone.
    #[serde(default)]
    call: bool,
}

/// Notes something that the customer does not see.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/notes", tag = "tickets", params(("id" = Uuid, Path)), request_body = NewNote,
    responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn note(State(app): State<App>, staff: Staff, Id(id): Id, request: Keyed<NewNote>) -> Result<Answer> {
    let mut check = Check::default();
    let words = said(&app, &staff, &mut check, &request.body.body, request.body.files, request.key.as_ref());
    let call = request.body.call;
    if call && !app.settings.now().channels.phone {
        check.refuse("call", "channel-off");
    }
    check.done()?;
    act(&app, staff, id, Permission::TicketNote, request.key, StatusCode::CREATED, move |tx, ticket, moment| {
        if let Some(place) = draft_of(&staff, &ticket, DraftKind::Note) {
            drop_sent(tx, place, &words)?;
        }
        Ok(Written { entry: verbs::note(tx, ticket, staff.actor, &words, call, moment)?.into() })
    })
    .await
}

/// Closes the ticket; the customer is told.
#[utoipa::path(post, path = "/api/v1/tickets/{id}/closure", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 201, body = Written), crate::error::Refusals))]
pub async fn close(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    act(&app, staff, id, Permission::TicketClose, key.0, StatusCode::CREATED, move |tx, ticket, moment| {
        Ok(Written { entry: verbs::close(tx, ticket, staff.actor, moment)?.into() })
    })
    .await
}

/// Opens the ticket again.
#[utoipa::path(delete, path = "/api/v1/tickets/{id}/closure", tag = "tickets", params(("id" = Uuid, Path)),
    responses((status = 200, body = Written), crate::error::Refusals))]
pub async fn reopen(State(app): State<App>, staff: Staff, Id(id): Id, key: idempotency::Bare) -> Result<Answer> {
    let settings = app.settings.now();
    act(&app, staff, id, Permission::TicketClose, key.0, StatusCode::OK, move |tx, ticket, moment| {
        let promise = settings.promise(ticket.category);
        Ok(Written { entry: verbs::reopen(tx, ticket, staff.actor, &promise, moment)?.into() })
    })
    .await
}

/// A verb by an agent or program: may they, is it theirs, lock it, do it once. A merged ticket is refused.
pub async fn act<T: Serialize>(
    app: &App,
    staff: Staff,
    id: Uuid,
    permission: Permission,
    key: Option<idempotency::Key>,
    status: StatusCode,
    verb: impl Fn(&mut Tx<'_>, Ticket, &Moment) -> Result<T> + Send + 'static,
) -> Result<Answer> {
    let moment = app.clock.moment();
    let answer = app
        .db
        .write(move |tx| {
            let ticket = queries::lock_for_staff(tx, &staff, id)?;
            staff.require(permission)?;
            idempotency::once(tx, scope(&staff), key.as_ref(), moment.at, status, |tx| {
                merge::check_unmerged(tx, &ticket)?;
                verb(tx, ticket, &moment)
            })
        })
        .await?;
    app.committed.ring();
    Ok(answer)
}
