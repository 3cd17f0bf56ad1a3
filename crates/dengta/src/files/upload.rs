//! A file comes in parts: announced, then sent from where the last one ended, as often as the line breaks.
//!
//! A part is acknowledged when its object and its row are on disk; the row says from where the next one goes, and
//! is locked while one is added. So the server may be killed at any moment, and of parts that come twice or
//! together one counts.

use std::net::IpAddr;
use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use serde::Serialize;
use uuid::Uuid;

use super::{File, Kind, Object, Owner, PART, State, finish, name, queries, shown::FileView, work};
use crate::app::App;
use crate::clock::DAY;
use crate::error::{FieldProblem, Problem, Result};
use crate::people::throttle;

/// A line that says nothing for so long is given up; what came is kept.
const SILENCE: Duration = Duration::from_secs(30);
/// Pending files of one sender: five full messages.
const PENDING: i64 = 100;

/// A file that somebody wants to send.
#[derive(Clone, Debug)]
pub struct Announced {
    /// As the sender calls it.
    pub name: String,
    /// Bytes; `None` when only the end of it will tell.
    pub size: Option<i64>,
}

/// Where a guest is, and the work that was done.
#[derive(Clone, Debug)]
pub struct Guest {
    /// From where.
    pub network: IpAddr,
    /// `Upload-Work`, when it came.
    pub work: Option<String>,
}

/// A file on its way, as its sender sees it.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct UploadView {
    /// The file.
    pub id: Uuid,
    /// Its name; without what does not belong in one.
    pub name: String,
    /// Bytes that were announced.
    pub size: i64,
    /// Bytes that are on disk: the next part goes from here.
    pub offset: i64,
    /// How many bytes a part should have.
    pub chunk: usize,
    /// Where parts go.
    pub url: String,
    /// How far it has come.
    pub state: State,
    /// What is kept of it, when it is ready.
    #[schema(required = true)]
    pub file: Option<FileView>,
}

impl UploadView {
    /// Of a file below `base`.
    #[must_use]
    pub fn new(file: &File, base: &str) -> UploadView {
        UploadView {
            id: file.id,
            name: file.name.clone(),
            size: file.declared,
            offset: file.received,
            chunk: PART,
            url: format!("{base}/{}", file.id),
            state: file.state,
            file: FileView::of(file),
        }
    }
}

/// What is wrong with one file.
#[must_use]
pub fn wrong(app: &App, code: &'static str, name: &str) -> FieldProblem {
    let megabytes = app.config.files.megabytes;
    let args = vec![("name", super::name::clean(name).as_str().into()), ("max", (megabytes as usize).into())];
    FieldProblem { field: "files".into(), code, args }
}

fn refused(app: &App, code: &'static str, name: &str) -> Problem {
    Problem::invalid(vec![wrong(app, code, name)])
}

/// Makes a place for a file, within what its sender may still send.
///
/// # Errors
/// 422 when it is empty or too large, or more than the sender may send; 428 when work is to be done first.
pub async fn announce(app: &App, owner: &Owner, guest: Option<Guest>, file: &Announced) -> Result<File> {
    let settings = &app.config.files;
    let most = settings.bytes();
    match file.size {
        Some(size) if size > most => return Err(refused(app, "file-too-large", &file.name)),
        Some(size) if size <= 0 => return Err(refused(app, "file-empty", &file.name)),
        _ => {}
    }
    let ending = name::ending(&file.name);
    if !ending.is_empty() && Kind::claimed(&ending).is_none() && known_to_be_other(&ending) {
        return Err(refused(app, "file-type", &file.name));
    }
    let moment = app.clock.moment();
    let (declared, owner, keys) = (file.size.unwrap_or(most), owner.clone(), app.keys.clone());
    let quota = refused(app, "file-quota", &file.name);
    let (settings, name) = (settings.clone(), name::clean(&file.name));
    let id = moment.draws().uuid();
    app.db
        .write(move |tx| {
            let network =
                guest.as_ref().map(|guest| throttle::network_bucket(&keys, guest.network)).unwrap_or_default();
            if let Some(guest) = &guest {
                work::require(tx, &keys, &settings, &network, guest.work.as_deref(), &moment)?;
                let (_, bytes) = queries::sent_by_network(tx, &network, moment.at - DAY)?;
                if bytes + declared > settings.guest_bytes() || queries::loose_bytes(tx)? > settings.pending_bytes() {
                    return Err(quota.clone());
                }
            } else {
                let (_, bytes) = queries::sent_by_owner(tx, &owner, moment.at - DAY)?;
                if owner.as_str().starts_with("customer:") && bytes + declared > settings.customer_bytes() {
                    return Err(quota.clone());
                }
            }
            if queries::pending(tx, &owner)? >= PENDING {
                return Err(quota.clone());
            }
            queries::insert(tx, id, &owner, &network, &name, declared, moment.at)?;
            queries::find(tx, id)?.ok_or_else(Problem::not_found)
        })
        .await
}

/// Endings of what is certainly not among the kinds that we take: said before the bytes are sent.
fn known_to_be_other(ending: &str) -> bool {
    const OTHER: [&str; 36] = [
        "zip", "rar", "7z", "gz", "tar", "exe", "msi", "dll", "bat", "cmd", "com", "scr", "ps1", "vbs", "js", "mjs",
        "sh", "apk", "jar", "html", "htm", "xhtml", "svg", "xml", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "gif",
        "bmp", "tiff", "avi", "mkv", "mp3",
    ];
    OTHER.contains(&ending)
}

/// Takes in what comes of a file from `offset`, and decides about it when it is whole.
///
/// # Errors
/// 404 when it is not the sender's; 409 `upload-moved` when parts go elsewhere; 422 when it is refused; 400 when the
/// line broke, after keeping what came.
pub async fn take(app: &App, owners: &[Owner], id: Uuid, offset: i64, body: Body) -> Result<File> {
    let mut file = of(app, owners, id).await?;
    if file.state == State::Coming {
        let mut stream = body.into_data_stream();
        if offset != file.received {
            drain(&mut stream, PART as u64 * 8).await;
            return Err(moved(&file));
        }
        let mut taker = Taker::new(app, &file);
        let ended = loop {
            match tokio::time::timeout(SILENCE, stream.next()).await {
                Ok(Some(Ok(bytes))) => {
                    if let Err(problem) = taker.add(&bytes).await {
                        drain(&mut stream, PART as u64 * 8).await;
                        return Err(problem);
                    }
                }
                Ok(None) => break Ok(()),
                Ok(Some(Err(_))) | Err(_) => break Err(Problem::bad_request("upload-cut")),
            }
        };
        let received = taker.end().await?;
        ended?;
        if received < file.declared {
            return of(app, owners, id).await;
        }
        file = decide(app, id).await?;
    }
    whole(app, file)
}

/// Parts go from another place.
fn moved(file: &File) -> Problem {
    Problem::conflict("upload-moved").answering("upload-offset", file.received.to_string())
}

/// Reads on for a while: who is still sending does not listen, and would take the answer for a broken line.
async fn drain<E>(mut stream: impl Stream<Item = Result<Bytes, E>> + Unpin, mut most: u64) {
    while let Ok(Some(Ok(bytes))) = tokio::time::timeout(SILENCE, stream.next()).await {
        most = match most.checked_sub(bytes.len() as u64) {
            Some(left) => left,
            None => return,
        };
    }
}

/// Decides about a file that came whole; goes on when the asker is gone.
async fn decide(app: &App, id: Uuid) -> Result<File> {
    let app = app.clone();
    let deciding = tokio::spawn(async move { finish::finish(&app, id).await });
    deciding.await.map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal"))?
}

/// A file whose end only the stream tells, as a form without script sends it.
///
/// # Errors
/// As [`take`].
pub async fn take_stream<E>(
    app: &App,
    file: File,
    mut stream: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> Result<File> {
    let mut taker = Taker::new(app, &file);
    let mut over = false;
    loop {
        match tokio::time::timeout(SILENCE, stream.next()).await {
            // The rest is read and dropped, so that the page can say what was wrong.
            Ok(Some(Ok(_))) if over => {}
            Ok(Some(Ok(bytes))) => match taker.add(&bytes).await {
                Ok(()) => {}
                Err(problem) if problem.fields.iter().any(|field| field.code == "file-too-large") => over = true,
                Err(problem) => return Err(problem),
            },
            Ok(None) => break,
            Ok(Some(Err(_))) | Err(_) => return Err(Problem::bad_request("upload-cut")),
        }
    }
    if over {
        return Err(refused(app, "file-too-large", &file.name));
    }
    let received = taker.end().await?;
    if received == 0 {
        return Err(refused(app, "file-empty", &file.name));
    }
    let id = file.id;
    app.db.write(move |tx| queries::end_here(tx, id)).await?;
    let file = decide(app, id).await?;
    whole(app, file)
}

/// A file that came whole: ready, or refused with the reason.
fn whole(app: &App, file: File) -> Result<File> {
    const REASONS: [&str; 5] = ["file-type", "file-lies", "file-damaged", "file-pixels", "file-empty"];
    if file.state != State::Refused {
        return Ok(file);
    }
    let told = file.problem.as_deref().and_then(|problem| REASONS.into_iter().find(|reason| *reason == problem));
    Err(refused(app, told.unwrap_or("file-damaged"), &file.name))
}

/// A file of the sender's that belongs to no entry yet.
///
/// # Errors
/// 404 when there is none.
pub async fn of(app: &App, owners: &[Owner], id: Uuid) -> Result<File> {
    let owners = owners.to_vec();
    let file = app.db.read(move |tx| queries::of_owner(tx, id, &owners)).await?;
    file.filter(|file| file.entry.is_none() && !file.given_up()).ok_or_else(Problem::not_found)
}

/// The sender does not want it any more.
///
/// # Errors
/// 404 when it is not the sender's or belongs to an entry.
pub async fn remove(app: &App, owners: &[Owner], id: Uuid) -> Result<()> {
    of(app, owners, id).await?;
    if !app.db.write(move |tx| queries::give_up(tx, id)).await? {
        return Err(Problem::not_found());
    }
    // As long as the row is there, a sweep finds the bytes.
    match app.files.blobs.clear(id, &[]).await {
        Ok(()) => drop(app.db.write(move |tx| queries::remove(tx, id)).await?),
        Err(error) => tracing::warn!(%error, "a file that nobody wants stays until the next sweep"),
    }
    Ok(())
}

/// Gathers bytes into parts and puts them on disk.
struct Taker<'a> {
    app: &'a App,
    file: Uuid,
    name: &'a str,
    declared: i64,
    at: i64,
    part: Vec<u8>,
}

impl<'a> Taker<'a> {
    fn new(app: &'a App, file: &'a File) -> Taker<'a> {
        Taker { app, file: file.id, name: &file.name, declared: file.declared, at: file.received, part: Vec::new() }
    }

    async fn add(&mut self, mut bytes: &[u8]) -> Result<()> {
        if self.at + (self.part.len() + bytes.len()) as i64 > self.declared {
            let all = self.declared >= self.app.config.files.bytes();
            let code = if all { "file-too-large" } else { "file-longer" };
            return Err(refused(self.app, code, self.name));
        }
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(PART - self.part.len()));
            self.part.extend_from_slice(now);
            bytes = later;
            if self.part.len() == PART {
                self.store().await?;
            }
        }
        Ok(())
    }

    /// What is left goes to disk; how much there is now.
    async fn end(mut self) -> Result<i64> {
        if !self.part.is_empty() {
            self.store().await?;
        }
        Ok(self.at)
    }

    /// A task of its own: it ends although the sender is gone.
    async fn store(&mut self) -> Result<()> {
        let part = std::mem::take(&mut self.part);
        let (start, len) = (self.at, part.len() as i64);
        let storing = tokio::spawn(store(self.app.clone(), self.file, start, part));
        storing.await.map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal"))??;
        self.at += len;
        Ok(())
    }
}

async fn store(app: App, file: Uuid, start: i64, bytes: Vec<u8>) -> Result<()> {
    let moment = app.clock.moment();
    let part = Object { file, id: moment.draws().uuid(), size: bytes.len() as u64 };
    app.files.blobs.put(part, &bytes).await.map_err(|error| finish::unread(&error))?;
    let counted = app
        .db
        .write(move |tx| {
            let open =
                queries::lock(tx, file)?.is_some_and(|file| file.state == State::Coming && file.received == start);
            if open {
                queries::add_part(tx, file, start, part, moment.at)?;
            }
            Ok::<_, store::Error>(open)
        })
        .await?;
    // Another part was quicker. This one's object goes with the others, when the file is decided about.
    if counted { Ok(()) } else { Err(Problem::conflict("upload-moved")) }
}
