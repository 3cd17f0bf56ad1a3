//! Files of customers: sent by the page's script in parts, or with the form when there is no script; and shown on the
//! case page to whose case it is.

use axum::body::Body;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, StreamExt};
use multer::{Constraints, Multipart, SizeLimit};
use uuid::Uuid;

use crate::app::App;
use crate::check::{self, MAX_BODY};
use crate::clock::{DAY, SECOND};
use crate::config::Config;
use crate::error::{FieldProblem, Problem, Result};
use crate::files::http::{NewFile, offset, told};
use crate::files::upload::{self, Announced, Guest};
use crate::files::{self, File, FileView, Given, Owner, State as Standing, kind, serve};
use crate::keys::new_token;
use crate::people::identify::set_cookie;
use crate::site::views::{FilesField, KeptFile, ShownFile};
use crate::site::{Form, Visit};
use crate::tickets::timeline::{self, Entry, Reader};
use crate::tickets::{Reference, queries};

/// What a form may bring without script: more than files may have, so that whoever sends one that is too large reads so
/// on the page, and not that the line broke.
const WHOLE: u64 = 8 * 1024 * 1024 * 1024;

/// The cookie by which a guest's browser owns the files that it sends.
#[must_use]
pub fn guest_cookie(config: &Config) -> &'static str {
    if config.secure() { "__Host-dengta_files" } else { "dengta_files" }
}

/// A form, and the files that came with it.
#[derive(Debug, Default)]
pub struct Sent {
    form: Form,
    files: Vec<Uuid>,
    owners: Vec<Owner>,
    kept: Vec<KeptFile>,
    /// What is wrong with files that came.
    pub problems: Vec<FieldProblem>,
    cookie: Option<String>,
}

impl Sent {
    /// A form that nobody has sent yet, with this in it.
    #[must_use]
    pub fn typed(fields: Vec<(String, String)>) -> Sent {
        Sent { form: Form::of(fields), ..Sent::default() }
    }

    /// What was typed into a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.form.get(name)
    }

    /// The files that are to come with what is said.
    #[must_use]
    pub fn given(&self, app: &App) -> Given {
        Given { ids: self.files.clone(), owners: self.owners.clone(), most: app.config.files.count }
    }

    /// The field, with what is there already.
    #[must_use]
    pub fn field(&self, app: &App, error: Option<String>) -> FilesField {
        FilesField {
            accept: kind::accepted(),
            count: app.config.files.count,
            megabytes: app.config.files.megabytes,
            kept: self.kept.clone(),
            error,
        }
    }

    /// The answer, by which a guest's browser goes on owning its files.
    #[must_use]
    pub fn answer(&self, mut response: Response) -> Response {
        if let Some(cookie) = self.cookie.as_deref().and_then(|cookie| HeaderValue::from_str(cookie).ok()) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// As whom a visitor sends files.
struct Sender {
    owner: Owner,
    guest: Option<Guest>,
    cookie: Option<String>,
}

fn sender(app: &App, visit: &Visit, work: Option<String>) -> Sender {
    if let Some((customer, _)) = &visit.customer {
        return Sender { owner: Owner::customer(customer), guest: None, cookie: None };
    }
    let secret = match &visit.files_secret {
        Some(secret) => secret.clone(),
        None => new_token("", &mut app.clock.moment().draws()),
    };
    let cookie = set_cookie(&app.config, guest_cookie(&app.config), &secret, DAY / SECOND);
    let guest = Some(Guest { network: visit.network, work });
    Sender { owner: Owner::guest(&secret), guest, cookie: Some(cookie) }
}

/// As whom a visitor may have sent files: who used a link meanwhile was a guest before.
fn owners(visit: &Visit) -> Vec<Owner> {
    let customer = visit.customer.as_ref().map(|(customer, _)| Owner::customer(customer));
    customer.into_iter().chain(visit.files_secret.as_deref().map(Owner::guest)).collect()
}

/// Reads a form, and takes in the files that it brings.
///
/// # Errors
/// When the form cannot be read. What is wrong with a file is told beside its field.
pub async fn sent(app: &App, visit: &Visit, request: Request) -> Result<Sent> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let mut sent = Sent { owners: owners(visit), ..Sent::default() };
    match multer::parse_boundary(kind) {
        Err(_) => sent.form = Form::from_request(request, app).await?,
        Ok(boundary) => parts(app, visit, &mut sent, request.into_body(), boundary).await?,
    }
    for id in sent.form.all("files") {
        match id.parse() {
            Ok(id) if !sent.files.contains(&id) => sent.files.push(id),
            Ok(_) => {}
            Err(_) => sent.problems.push(upload::wrong(app, "files-unknown", "")),
        }
    }
    if sent.files.len() > app.config.files.count {
        let args = vec![("max", app.config.files.count.into())];
        sent.problems.push(FieldProblem { field: "files".into(), code: "files-too-many", args });
    }
    sent.kept = kept(app, &sent).await?;
    Ok(sent)
}

/// The files that wait for the form to be sent.
async fn kept(app: &App, sent: &Sent) -> Result<Vec<KeptFile>> {
    if sent.files.is_empty() {
        return Ok(Vec::new());
    }
    let (ids, owners) = (sent.files.clone(), sent.owners.clone());
    let found: Vec<Option<File>> = app
        .db
        .read(move |tx| ids.iter().map(|id| files::of_owner(tx, *id, &owners)).collect::<Result<_, store::Error>>())
        .await?;
    let ready = found.into_iter().flatten().filter(|file| file.state == Standing::Ready && file.entry.is_none());
    Ok(ready.map(|file| KeptFile { id: file.id.to_string(), name: file.name, size: in_words(file.size) }).collect())
}

async fn parts(app: &App, visit: &Visit, sent: &mut Sent, body: Body, boundary: String) -> Result<()> {
    let limits = Constraints::new().size_limit(SizeLimit::new().whole_stream(WHOLE));
    let mut multipart = Multipart::with_constraints(body.into_data_stream(), boundary, limits);
    let sender = sender(app, visit, None);
    let (mut fields, mut text) = (Vec::new(), 0);
    while let Some(mut field) = multipart.next_field().await.map_err(cut)? {
        let name = field.name().unwrap_or("").to_owned();
        if name != "file" {
            let mut bytes = Vec::new();
            while let Some(chunk) = field.chunk().await.map_err(cut)? {
                text += chunk.len();
                if text > MAX_BODY {
                    return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"));
                }
                bytes.extend_from_slice(&chunk);
            }
            let value = String::from_utf8(bytes).map_err(|_| Problem::bad_request("invalid-utf8"))?;
            fields.push((name, value));
            continue;
        }
        let given = field.file_name().unwrap_or("").to_owned();
        // A field in which nothing was chosen.
        if given.is_empty() {
            drain(field).await?;
            continue;
        }
        sent.cookie.clone_from(&sender.cookie);
        match one(app, &sender, sent.files.len(), given, field).await {
            Ok(file) => sent.files.push(file.id),
            Err(problem) if problem.fields.is_empty() => return Err(problem),
            Err(problem) => sent.problems.extend(problem.fields),
        }
    }
    if sent.cookie.is_some() && !sent.owners.contains(&sender.owner) {
        sent.owners.push(sender.owner);
    }
    sent.form = Form::of(fields);
    Ok(())
}

/// Takes in one file of a form.
async fn one(app: &App, sender: &Sender, before: usize, name: String, mut field: multer::Field<'_>) -> Result<File> {
    if before >= app.config.files.count {
        drain(field).await?;
        let args = vec![("max", app.config.files.count.into())];
        return Err(Problem::invalid(vec![FieldProblem { field: "files".into(), code: "files-too-many", args }]));
    }
    let announced = Announced { name, size: None };
    match upload::announce(app, &sender.owner, sender.guest.clone(), &announced).await {
        Ok(file) => {
            let taken = upload::take_stream(app, file.clone(), &mut field).await;
            if taken.is_err() {
                // It will not be asked for again; what fails here is swept later.
                drop(upload::remove(app, std::slice::from_ref(&sender.owner), file.id).await);
            }
            taken
        }
        Err(problem) => {
            drain(field).await?;
            // A form without script can do no work.
            let busy = problem.status == StatusCode::PRECONDITION_REQUIRED;
            Err(if busy { Problem::invalid(vec![upload::wrong(app, "file-later", &announced.name)]) } else { problem })
        }
    }
}

async fn drain<E>(mut stream: impl Stream<Item = Result<bytes::Bytes, E>> + Unpin) -> Result<()> {
    while let Some(chunk) = stream.next().await {
        chunk.map_err(|_| Problem::bad_request("upload-cut"))?;
    }
    Ok(())
}

fn cut(_: multer::Error) -> Problem {
    Problem::bad_request("upload-cut")
}

/// `POST /{lang}/files`: the page's script announces a file.
pub async fn announce(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    check::Json(new): check::Json<NewFile>,
) -> Result<Response> {
    let work = headers.get("upload-work").and_then(|work| work.to_str().ok()).map(str::to_owned);
    let sender = sender(&app, &visit, work);
    let file = upload::announce(&app, &sender.owner, sender.guest, &new.checked()?).await?;
    let told = told(StatusCode::CREATED, &file, &visit.href("/files"));
    Ok(match sender.cookie {
        Some(cookie) => ([(header::SET_COOKIE, cookie)], told).into_response(),
        None => told,
    })
}

/// `PATCH /{lang}/files/{id}`: the next part.
pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response> {
    let file = upload::take(&app, &owners(&visit), parsed(&id)?, offset(&headers)?, body).await?;
    Ok(told(StatusCode::OK, &file, &visit.href("/files")))
}

/// `GET` and `HEAD /{lang}/files/{id}`: how far it has come.
pub async fn show(State(app): State<App>, visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response> {
    let file = upload::of(&app, &owners(&visit), parsed(&id)?).await?;
    Ok(told(StatusCode::OK, &file, &visit.href("/files")))
}

/// `DELETE /{lang}/files/{id}`: not wanted after all.
pub async fn remove(State(app): State<App>, visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<StatusCode> {
    upload::remove(&app, &owners(&visit), parsed(&id)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn parsed(id: &str) -> Result<Uuid> {
    id.parse().map_err(|_| Problem::not_found())
}

/// `GET /{lang}/cases/{reference}/files/{id}`
pub async fn content(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference, id)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response> {
    serve::content(&app, &seen(&app, &visit, &reference, &id).await?, &headers)
}

/// `GET /{lang}/cases/{reference}/files/{id}/thumbnail`
pub async fn thumbnail(
    State(app): State<App>,
    visit: Visit,
    Path((_, reference, id)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response> {
    serve::thumbnail(&app, &seen(&app, &visit, &reference, &id).await?, &headers)
}

/// A file that an entry of this case tells the customer of. Whether they see the entry, the timeline decides.
async fn seen(app: &App, visit: &Visit, reference: &str, id: &str) -> Result<File> {
    let (customer, id) = (visit.known()?.0, parsed(id)?);
    let reference = Reference::parse(reference).ok_or_else(Problem::not_found)?;
    let now = app.clock.now();
    app.db
        .read(move |tx| {
            let ticket = queries::for_customer(tx, &customer, &reference)?.ticket;
            let file = files::find(tx, id)?.ok_or_else(Problem::not_found)?;
            let tells = |entry: &Entry| files::attach::attached(&entry.event.details).iter().any(|file| file.id == id);
            let reader = Reader::Customer { now };
            // On a ticket that was split off, the first entry tells of files that lie on another's.
            let number = file.entry.filter(|(on, _)| *on == ticket.id).map_or(1, |(_, number)| number);
            let entries = timeline::read(tx, ticket.id, reader, number - 1, 1)?;
            if entries.iter().any(|entry| entry.number == number && tells(entry)) {
                return Ok(file);
            }
            Err(Problem::not_found())
        })
        .await
}

/// The files of an entry, as its customer sees them.
#[must_use]
pub fn shown(visit: &Visit, reference: &Reference, files: Vec<FileView>) -> Vec<ShownFile> {
    let shown = files.into_iter().map(|file| {
        let href = visit.href(&format!("/cases/{reference}/files/{}", file.id));
        ShownFile {
            thumbnail: file.thumbnail.then(|| format!("{href}/thumbnail")),
            video: file.inline && file.media.starts_with("video/"),
            size: in_words(i64::try_from(file.size).unwrap_or(i64::MAX)),
            name: file.name,
            href,
        }
    });
    shown.collect()
}

/// `4.2 MB`
fn in_words(bytes: i64) -> String {
    let kilobytes = bytes as f64 / 1024.0;
    match bytes {
        ..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{kilobytes:.0} KB"),
        _ => format!("{:.1} MB", kilobytes / 1024.0),
    }
}
