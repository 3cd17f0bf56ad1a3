//! A file has come whole: it is looked through, and what is kept of it is sealed anew.

use std::io::{BufReader, Read, Seek, SeekFrom};
use std::panic::AssertUnwindSafe;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use sha2::{Digest, Sha256};
use tokio::runtime::Handle;
use uuid::Uuid;

use super::clean::{self, Piece, Plan, Trouble};
use super::parts::Parts;
use super::{Blobs, File, Kind, Object, State, name, queries};
use crate::app::App;
use crate::clock::Draws;
use crate::error::{Problem, Result};

/// The longer side of a small picture.
const SMALL: u32 = 480;
/// Memory for decoding a picture; what needs more has no small one.
const DECODED: u64 = 100 * 1024 * 1024;

/// Decides about a file all of whose parts are on disk. Doing it twice, or at once, comes to the same.
pub async fn finish(app: &App, id: Uuid) -> Result<File> {
    let _turn = app.files.heavy.acquire().await.map_err(|_| internal())?;
    let (file, parts) = app
        .db
        .read(move |tx| {
            Ok::<_, Problem>((queries::find(tx, id)?.ok_or_else(Problem::not_found)?, queries::parts(tx, id)?))
        })
        .await?;
    if file.state != State::Coming {
        return Ok(file);
    }
    let moment = app.clock.moment();
    let (blobs, draws, runtime) = (app.files.blobs.clone(), moment.draws(), Handle::current());
    let mut source = Parts::new(blobs.clone(), parts);
    let named = file.name.clone();
    let making = move || make(&mut source, &blobs, &runtime, &File { name: named, ..file }, draws);
    let made = tokio::task::spawn_blocking(making).await.map_err(|_| internal())?;
    let kept = match made {
        Ok(made) => {
            let kept = made.clone();
            app.db.write(move |tx| queries::keep(tx, &kept, moment.at)).await?;
            [made.object, made.thumbnail.map(|(id, _)| id)].into_iter().flatten().collect()
        }
        Err(Trouble::Refused(problem)) => {
            app.db.write(move |tx| queries::refuse(tx, id, problem, moment.at)).await?;
            Vec::new()
        }
        Err(Trouble::Unread(error)) => return Err(unread(&error)),
    };
    let file = app.db.read(move |tx| queries::find(tx, id)).await?.ok_or_else(Problem::not_found)?;
    // When another hand was quicker, its objects are those to keep.
    let kept = if file.object.is_some() { objects(&file) } else { kept };
    tidy(app, id, &kept).await;
    Ok(file)
}

/// What is to be kept of a file that came to its end.
pub fn objects(file: &File) -> Vec<Uuid> {
    [file.object, file.thumbnail.map(|(id, _)| id)].into_iter().flatten().collect()
}

/// Drops the parts; what fails now is done by the next sweep.
pub async fn tidy(app: &App, id: Uuid, keep: &[Uuid]) {
    match app.files.blobs.clear(id, keep).await {
        Ok(()) => drop(app.db.write(move |tx| queries::forget_parts(tx, id)).await),
        Err(error) => tracing::warn!(%error, "parts of a file stay until the next sweep"),
    }
}

fn internal() -> Problem {
    Problem::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, "internal")
}

/// The object store does not answer.
pub fn unread(error: &dyn std::fmt::Display) -> Problem {
    tracing::warn!(%error, "the object store");
    metrics::counter!("dengta_file_store_failures_total").increment(1);
    Problem { retry_after: Some(5), ..Problem::new(axum::http::StatusCode::SERVICE_UNAVAILABLE, "unavailable") }
}

/// Looks through what came, and seals what is kept of it.
fn make(source: &mut Parts, blobs: &Blobs, runtime: &Handle, file: &File, mut draws: Draws) -> Result<File, Trouble> {
    let plan = clean::plan(source, &name::ending(&file.name))?;
    let settled = name::settle(&file.name, plan.kind).ok_or(lie(plan.kind, &file.name))?;
    let object = draws.uuid();
    let (size, hash) = write(source, &plan, blobs, runtime, (file.id, object))?;
    let small = match plan.kind {
        Kind::Png => small(source, ImageFormat::Png),
        Kind::Jpeg => small(source, ImageFormat::Jpeg),
        Kind::Webp => small(source, ImageFormat::WebP),
        _ => None,
    };
    let mut thumbnail = None;
    if let Some(small) = small {
        let object = Object { file: file.id, id: draws.uuid(), size: small.len() as u64 };
        runtime.block_on(blobs.put(object, &small)).map_err(std::io::Error::other)?;
        thumbnail = Some((object.id, small.len() as i64));
    }
    Ok(File {
        name: settled,
        state: State::Ready,
        kind: Some(plan.kind),
        size: i64::try_from(size).unwrap_or(i64::MAX),
        hash: Some(hash),
        dimensions: plan.dimensions.map(|(width, height)| (i64::from(width), i64::from(height))),
        object: Some(object),
        thumbnail,
        ..file.clone()
    })
}

/// A text with an ending that we do not know is of a kind that we do not take; else the name lies.
fn lie(kind: Kind, given: &str) -> Trouble {
    let unknown = Kind::claimed(&name::ending(given)).is_none();
    Trouble::Refused(if unknown && kind.family() == super::kind::Family::Text { "file-type" } else { "file-lies" })
}

/// Copies what is kept, piece by piece: its size and hash.
fn write(
    source: &mut Parts,
    plan: &Plan,
    blobs: &Blobs,
    runtime: &Handle,
    (file, object): (Uuid, Uuid),
) -> Result<(u64, [u8; 32]), Trouble> {
    let mut writer = blobs.write(file, object);
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    let mut put = |bytes: &[u8]| {
        hash.update(bytes);
        runtime.block_on(writer.put(bytes)).map_err(std::io::Error::other)
    };
    for piece in &plan.pieces {
        match piece {
            Piece::Bytes(bytes) => put(bytes)?,
            Piece::Copy { from, len } => {
                source.seek(SeekFrom::Start(*from))?;
                let mut left = *len;
                while left > 0 {
                    let count = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
                    source.read_exact(&mut buffer[..count])?;
                    put(&buffer[..count])?;
                    left -= count as u64;
                }
            }
            Piece::Zeros(len) => {
                let zeros = [0; 4096];
                let mut left = *len;
                while left > 0 {
                    let count = usize::try_from(left).unwrap_or(usize::MAX).min(zeros.len());
                    put(&zeros[..count])?;
                    left -= count as u64;
                }
            }
        }
    }
    let size = runtime.block_on(writer.end()).map_err(std::io::Error::other)?;
    Ok((size, hash.finalize().into()))
}

/// A small JPEG of a picture; none when it is too large to decode here, or broken in a way that only decoding shows.
fn small(source: &mut Parts, format: ImageFormat) -> Option<Vec<u8>> {
    source.seek(SeekFrom::Start(0)).ok()?;
    // A decoder that stumbles over a hostile picture costs its small one and nothing else.
    let decoded = std::panic::catch_unwind(AssertUnwindSafe(|| decode(source, format)));
    decoded.ok().flatten()
}

fn decode(source: &mut Parts, format: ImageFormat) -> Option<Vec<u8>> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED);
    let mut reader = ImageReader::with_format(BufReader::new(source), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    if decoder.total_bytes() > DECODED {
        return None;
    }
    let up = decoder.orientation().ok()?;
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    let mut small =
        if picture.width().max(picture.height()) > SMALL { picture.thumbnail(SMALL, SMALL) } else { picture };
    small.apply_orientation(up);
    let mut encoded = Vec::new();
    on_white(&small).write_with_encoder(JpegEncoder::new_with_quality(&mut encoded, 80)).ok()?;
    Some(encoded)
}

/// JPEG knows no transparency.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0.map(u32::from);
        let mix = |colour: u32| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        Rgb([mix(red), mix(green), mix(blue)])
    })
}
