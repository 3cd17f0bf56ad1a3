//! The visitor's API. All but the first call come with `Authorization: Bearer TOKEN`.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use store::Tx;
use uuid::Uuid;

use super::session::{self, Page as HostPage, Session, Visitor};
use super::shown::{self, Chat, ChatEntry, MAX_ENTRIES};
use super::talk::{self, Saying};
use super::{contact, signals, transcript};
use crate::api::idempotency::{self, Answer, Key};
use crate::api::page::{Page, Query};
use crate::app::App;
use crate::check::{Check, Json, MAX_COMMENT, MAX_TEXT};
use crate::clock::{Draws, Micros};
use crate::error::{Problem, Result};
use crate::files::Given;
use crate::language::Language;
use crate::people::address::ClientAddress;
use crate::people::{exchange, throttle};
use crate::routing::line;
use crate::settings::Settings;
use crate::tickets::shown::EntryAck;
use crate::tickets::{Category, verbs};

/// The page on which the widget stands.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
pub struct NewPage {
    /// Its address; what follows `?` or `#` is not kept.
    #[serde(default)]
    url: String,
    /// Its title.
    #[serde(default)]
    title: String,
}

/// A visitor opens the chat.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = NewChatSession)]
pub struct NewSession {
    /// The language that the visitor reads.
    #[schema(value_type = String)]
    language: String,
    #[serde(default)]
    #[schema(required = false)]
    page: NewPage,
    /// Where the visitor's clock stands: an IANA name.
    #[serde(default)]
    time_zone: Option<String>,
    /// The exchange's signed token, when it says who the visitor is.
    #[serde(default)]
    identity: Option<String>,
}

/// A session begins.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Begun {
    /// For `Authorization`; it is shown only here.
    token: String,
    chat: Chat,
}

/// Opens the chat: a session, and where it stands.
#[utoipa::path(post, operation_id = "begin_chat", path = "/api/v1/chat/sessions", tag = "chat", request_body = NewSession,
    responses((status = 201, body = Begun), crate::error::Refusals))]
pub async fn begin(State(app): State<App>, address: ClientAddress, Json(new): Json<NewSession>) -> Result<Response> {
    let settings = app.settings.now();
    if !settings.chat.enabled {
        return Err(Problem::not_found());
    }
    let mut check = Check::default();
    let language = check.choice("language", &new.language, Language::parse, settings.languages.default);
    check.done()?;
    let (moment, page) = (app.clock.moment(), HostPage::of(&new.page.url, &new.page.title));
    let zone = new.time_zone.filter(|zone| jiff::tz::TimeZone::get(zone).is_ok());
    let identity = new.identity.as_deref().map(|token| exchange::identified(&app, token, language, moment.at));
    let identity = identity.transpose()?;
    let counters = throttle::visitor(&app.keys, address.network());
    let desk = app.clone();
    let begun = app
        .db
        .write(move |tx| {
            throttle::count(tx, &counters, moment.at)?;
            let mut draws = moment.draws();
            let customer = match &identity {
                Some(identity) => Some(exchange::arrive(tx, identity, &draws.moment())?),
                None => None,
            };
            let (id, token) = session::begin(tx, language, zone.as_deref(), &page, customer, &draws.moment())?;
            let session = session::find(tx, id)?;
            Ok::<_, Problem>(Begun { token, chat: shown::chat(tx, &desk, &session, moment.at)? })
        })
        .await?;
    app.committed.ring();
    Ok((StatusCode::CREATED, Json(begun)).into_response())
}

/// Who the visitor is, by the exchange's word.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct Identity {
    /// Signed by the exchange, good for five minutes and once.
    token: String,
}

/// The exchange says who the visitor is. What was said as a stranger stays the stranger's: a new conversation begins.
#[utoipa::path(post, operation_id = "identify_visitor", path = "/api/v1/chat/identity", tag = "chat", request_body = Identity,
    responses((status = 200, body = Chat), crate::error::Refusals))]
pub async fn identify(State(app): State<App>, visitor: Visitor, Json(given): Json<Identity>) -> Result<Json<Chat>> {
    let moment = app.clock.moment();
    let arrival = exchange::identified(&app, &given.token, visitor.session.language, moment.at)?;
    let (desk, id) = (app.clone(), visitor.session.id);
    let chat = app
        .db
        .write(move |tx| {
            let session = session::lock(tx, id)?;
            let customer = exchange::arrive(tx, &arrival, &moment)?;
            if session.customer.is_some_and(|before| before != customer) && session.ticket.is_some() {
                return Err(Problem::conflict("chat-identified-late"));
            }
            session::note_identity(tx, id, customer)?;
            let session = session::find(tx, id)?;
            shown::chat(tx, &desk, &session, moment.at)
        })
        .await?;
    told(&app, visitor.session.id);
    Ok(Json(chat))
}

/// Where the conversation stands.
#[utoipa::path(get, operation_id = "show_chat", path = "/api/v1/chat", tag = "chat",
    responses((status = 200, body = Chat), crate::error::Refusals))]
pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Json<Chat>> {
    let (desk, now) = (app.clone(), app.clock.now());
    note_there(&app, &visitor.session, now);
    Ok(Json(app.db.read(move |tx| shown::chat(tx, &desk, &visitor.session, now)).await?))
}

/// Who asks is there: for those whose network lets no line through.
fn note_there(app: &App, session: &Session, now: Micros) {
    if let Some(ticket) = session.ticket.filter(|ticket| !app.visitors.has(*ticket)) {
        let db = app.db.clone();
        tokio::spawn(async move { db.write(move |tx| line::note_heard(tx, &[ticket], now)).await });
    }
}

/// What changed around the visitor.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct Changed {
    /// Another language.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    language: Option<String>,
    /// Another page.
    #[serde(default)]
    page: Option<NewPage>,
}

/// The visitor reads another language, or went to another page.
#[utoipa::path(patch, operation_id = "change_chat", path = "/api/v1/chat", tag = "chat", request_body = Changed,
    responses((status = 200, body = Chat), crate::error::Refusals))]
pub async fn change(State(app): State<App>, visitor: Visitor, Json(new): Json<Changed>) -> Result<Json<Chat>> {
    let (mut check, was) = (Check::default(), visitor.session.language);
    let language = new.language.as_deref().map_or(was, |tag| check.choice("language", tag, Language::parse, was));
    check.done()?;
    let page = new.page.map_or(visitor.session.page, |page| HostPage::of(&page.url, &page.title));
    let (desk, id, now) = (app.clone(), visitor.session.id, app.clock.now());
    let chat = app.db.write(move |tx| {
        session::note_place(tx, id, language, &page)?;
        let session = session::find(tx, id)?;
        shown::chat(tx, &desk, &session, now)
    });
    Ok(Json(chat.await?))
}

/// Which entries.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct GapQuery {
    /// The number of the last entry that the visitor has.
    #[param(minimum = 0)]
    after: Option<i64>,
    /// How many, 1 to 200; 200 when absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// What the visitor lacks: exactly what came after a number, in order.
#[utoipa::path(get, operation_id = "chat_entries", path = "/api/v1/chat/entries", tag = "chat", params(GapQuery),
    responses((status = 200, body = Page<ChatEntry>), crate::error::Refusals))]
pub async fn entries(
    State(app): State<App>,
    visitor: Visitor,
    Query(query): Query<GapQuery>,
) -> Result<Json<Page<ChatEntry>>> {
    let limit = query.limit.unwrap_or(MAX_ENTRIES);
    if !(1..=MAX_ENTRIES).contains(&limit) {
        let field = crate::error::FieldProblem {
            field: "limit".into(),
            code: "invalid-limit",
            args: vec![("max", MAX_ENTRIES.into())],
        };
        return Err(Problem::invalid(vec![field]));
    }
    let (desk, now, after) = (app.clone(), app.clock.now(), query.after.unwrap_or(0).max(0));
    note_there(&app, &visitor.session, now);
    let gap = app.db.read(move |tx| shown::gap(tx, &desk, &visitor.session, after, limit, now)).await?;
    let next = gap.entries.last().filter(|_| gap.more).map(|entry| entry.number.to_string());
    Ok(Json(Page { results: gap.entries, next }))
}

/// What a visitor says.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewMessage {
    /// Made by the client, once for each message: the same id again is the same message.
    id: Uuid,
    /// At most 20,000 characters; may be empty when files come with it.
    #[serde(default)]
    #[schema(max_length = 20_000)]
    text: String,
    /// Files that were sent before, in the order in which they are shown.
    #[serde(default)]
    #[schema(required = false, max_items = 20)]
    files: Vec<Uuid>,
    /// What it is about, when the visitor chose.
    #[serde(default)]
    #[schema(value_type = Option<Category>)]
    category: Option<String>,
}

/// A message is on the record.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Heard {
    /// The client's id.
    id: Uuid,
    entry: EntryAck,
}

/// Says something. It is acknowledged when it is on the record; the same id again has the same answer.
#[utoipa::path(post, operation_id = "say_in_chat", path = "/api/v1/chat/messages", tag = "chat", request_body = NewMessage,
    responses((status = 201, body = Heard), crate::error::Refusals))]
pub async fn say(State(app): State<App>, visitor: Visitor, Json(new): Json<NewMessage>) -> Result<Answer> {
    let (mut check, settings) = (Check::default(), app.settings.now());
    let text = match new.files.is_empty() {
        true => check.verbatim("text", &new.text, MAX_TEXT),
        false => check.verbatim_optional("text", &new.text, MAX_TEXT),
    };
    let category = category(&mut check, &settings, new.category.as_deref());
    check.done()?;
    let said = format!("{text}\n{:?}\n{:?}", new.files, new.category);
    let key = Key::new(&app.keys, &new.id.to_string(), said.as_bytes())?;
    let (session, moment) = (visitor.session.id, app.clock.moment());
    let owners = vec![super::files::owner(&visitor.session)];
    let files = Given { ids: new.files, owners, most: app.config.files.count };
    let saying = Saying { text, files, key: new.id.to_string(), category };
    let answer = app
        .db
        .write(move |tx| {
            let mut session = session::lock(tx, session)?;
            idempotency::once(tx, session.id, Some(&key), moment.at, StatusCode::CREATED, |tx| {
                talk::check_pace(tx, &session, moment.at)?;
                let (_, ack) = talk::say(tx, &settings, &mut session, &saying, &mut moment.draws())?;
                Ok(Heard { id: new.id, entry: ack.into() })
            })
        })
        .await?;
    app.committed.ring();
    // Of a conversation that goes on, the tail of the log tells. Another one its connections have to be led to.
    let goes_on = visitor.session.ticket.is_some_and(|ticket| app.routing.goes_on(ticket));
    if !goes_on {
        told(&app, visitor.session.id);
    }
    Ok(answer)
}

fn category(check: &mut Check, settings: &Settings, slug: Option<&str>) -> Option<Category> {
    let known = |slug: &str| settings.category(slug).filter(|asked| asked.enabled).map(|asked| asked.category);
    slug.map(|slug| check.choice("category", slug, known, Category::Other))
}

/// The session's connections look where it stands.
fn told(app: &App, session: Uuid) {
    app.visitors.tell_session(session, |news| {
        news.standing = true;
        news.entries = true;
    });
}

/// A verb by the visitor on the session's conversation; then where it stands.
async fn act(
    app: &App,
    visitor: &Visitor,
    verb: impl Fn(&mut Tx<'_>, &Settings, &Session, &mut Draws) -> Result<()> + Send + 'static,
) -> Result<Json<Chat>> {
    let (desk, id, moment, settings) = (app.clone(), visitor.session.id, app.clock.moment(), app.settings.now());
    let chat = app
        .db
        .write(move |tx| {
            let session = session::lock(tx, id)?;
            verb(tx, &settings, &session, &mut moment.draws())?;
            let session = session::find(tx, id)?;
            shown::chat(tx, &desk, &session, moment.at)
        })
        .await?;
    app.committed.ring();
    told(app, id);
    Ok(Json(chat))
}

/// The visitor wants a person.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
pub struct WantsPerson {
    /// What it is about, when the visitor chose.
    #[serde(default)]
    #[schema(value_type = Option<Category>)]
    category: Option<String>,
}

/// Asks for a person: in line at once, whatever the assistant would say.
#[utoipa::path(post, operation_id = "ask_for_person", path = "/api/v1/chat/person", tag = "chat", request_body = WantsPerson,
    responses((status = 200, body = Chat), crate::error::Refusals))]
pub async fn ask_person(State(app): State<App>, visitor: Visitor, Json(new): Json<WantsPerson>) -> Result<Json<Chat>> {
    let (mut check, settings) = (Check::default(), app.settings.now());
    let category = category(&mut check, &settings, new.category.as_deref());
    check.done()?;
    act(&app, &visitor, move |tx, settings, session, draws| talk::ask_person(tx, settings, session, category, draws))
        .await
}

/// Up to where the visitor has read.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct SeenUpTo {
    /// The number of an entry.
    #[schema(minimum = 0)]
    number: i64,
}

/// The visitor has read up to an entry: it is not mailed any more.
#[utoipa::path(post, operation_id = "seen_in_chat", path = "/api/v1/chat/seen", tag = "chat", request_body = SeenUpTo,
    responses((status = 204), crate::error::Refusals))]
pub async fn seen(State(app): State<App>, visitor: Visitor, Json(new): Json<SeenUpTo>) -> Result<StatusCode> {
    signals::seen(&app, visitor.session.ticket, new.number).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether the visitor is writing.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct IsTyping {
    on: bool,
}

/// The visitor is writing, or stopped: for who has no WebSocket.
#[utoipa::path(post, operation_id = "typing_in_chat", path = "/api/v1/chat/typing", tag = "chat", request_body = IsTyping,
    responses((status = 204), crate::error::Refusals))]
pub async fn typing(State(app): State<App>, visitor: Visitor, Json(new): Json<IsTyping>) -> StatusCode {
    signals::typing(&app, visitor.session.ticket, new.on);
    StatusCode::NO_CONTENT
}

/// Where a stranger can be reached.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct Contact {
    /// One bare address.
    #[schema(max_length = 254)]
    email: String,
    /// At most 100 characters.
    #[serde(default)]
    #[schema(max_length = 100)]
    name: Option<String>,
}

/// A stranger leaves an address for the answer. It gets one mail, whose link proves it; until then answers are held.
#[utoipa::path(post, operation_id = "leave_address", path = "/api/v1/chat/contact", tag = "chat", request_body = Contact,
    responses((status = 200, body = Chat), crate::error::Refusals))]
pub async fn leave_address(State(app): State<App>, visitor: Visitor, Json(new): Json<Contact>) -> Result<Json<Chat>> {
    let left = contact::checked(&app, &new.email, new.name.as_deref())?;
    act(&app, &visitor, move |tx, _, session, draws| contact::leave(tx, session, &left, draws)).await
}

/// Ends the conversation. What we owe goes on as a ticket.
#[utoipa::path(post, operation_id = "end_chat", path = "/api/v1/chat/end", tag = "chat",
    responses((status = 200, body = Chat), crate::error::Refusals))]
pub async fn end(State(app): State<App>, visitor: Visitor) -> Result<Json<Chat>> {
    act(&app, &visitor, talk::end).await
}

/// How the help was.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct NewRating {
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5)]
    score: i64,
    /// At most 2,000 characters.
    #[serde(default)]
    #[schema(required = false, max_length = 2_000)]
    comment: String,
}

/// Rates the help.
#[utoipa::path(post, operation_id = "rate_chat", path = "/api/v1/chat/rating", tag = "chat", request_body = NewRating,
    responses((status = 200, body = Chat), crate::error::Refusals))]
pub async fn rate(State(app): State<App>, visitor: Visitor, Json(new): Json<NewRating>) -> Result<Json<Chat>> {
    let mut check = Check::default();
    if !(1..=5).contains(&new.score) {
        check.refuse_with("score", "invalid-limit", vec![("max", 5_i64.into())]);
    }
    let comment = check.verbatim_optional("comment", &new.comment, MAX_COMMENT);
    check.done()?;
    act(&app, &visitor, move |tx, _, session, draws| {
        let ticket = talk::conversation(tx, session)?;
        verbs::rate(tx, ticket, new.score, &comment, &draws.moment()).map(drop)
    })
    .await
}

/// The conversation as a text, to keep.
#[utoipa::path(get, operation_id = "chat_transcript", path = "/api/v1/chat/transcript", tag = "chat",
    responses((status = 200, body = String, content_type = "text/plain"), crate::error::Refusals))]
pub async fn transcript(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let (desk, now) = (app.clone(), app.clock.now());
    let written = app.db.read(move |tx| transcript::write(tx, &desk, &visitor.session, now)).await?;
    let name = format!("attachment; filename=\"{}.txt\"", written.reference);
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, written.text).into_response())
}

/// Mails the conversation to the address that is known and proved.
#[utoipa::path(post, operation_id = "mail_transcript", path = "/api/v1/chat/transcript", tag = "chat",
    responses((status = 202), crate::error::Refusals))]
pub async fn mail_transcript(State(app): State<App>, visitor: Visitor) -> Result<StatusCode> {
    let (id, moment) = (visitor.session.id, app.clock.moment());
    app.db
        .write(move |tx| {
            let session = session::lock(tx, id)?;
            contact::mail_transcript(tx, &session, &moment)
        })
        .await?;
    app.committed.ring();
    Ok(StatusCode::ACCEPTED)
}
