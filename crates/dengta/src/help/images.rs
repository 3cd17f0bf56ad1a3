//! Pictures in articles: public, small, without what cameras and programs add to them.

use std::io::Cursor;

use store::{Error, Tx, params};
use uuid::Uuid;

use crate::clock::Micros;
use crate::error::{Problem, Result};
use crate::files::clean::{self, Piece, Trouble};
use crate::files::kind::Kind;
use crate::people::Actor;

/// Bytes of a picture.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// A picture.
#[derive(Clone, Debug)]
pub struct Image {
    /// UUIDv7.
    pub id: Uuid,
    /// `image/…`.
    pub content_type: String,
    /// What is served.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// What of the bytes is kept.
///
/// # Errors
/// 413 when there are too many, 415 when it is no PNG, JPEG or WebP, or a damaged one.
pub fn cleaned(id: Uuid, sent: &[u8]) -> Result<Image> {
    if sent.len() > MAX_BYTES {
        let problem = Problem::new(axum::http::StatusCode::PAYLOAD_TOO_LARGE, "image-too-large");
        return Err(problem.with("megabytes", MAX_BYTES / 1024 / 1024));
    }
    let refused = || Problem::new(axum::http::StatusCode::UNSUPPORTED_MEDIA_TYPE, "image-type");
    let plan = clean::plan(&mut Cursor::new(sent), "").map_err(|trouble| match trouble {
        Trouble::Refused(_) => refused(),
        Trouble::Unread(_) => Problem::new(axum::http::StatusCode::INTERNAL_SERVER_ERROR, "internal"),
    })?;
    let dimensions = plan.dimensions.filter(|_| matches!(plan.kind, Kind::Png | Kind::Jpeg | Kind::Webp));
    let (width, height) = dimensions.ok_or_else(refused)?;
    let mut bytes = Vec::with_capacity(sent.len());
    for piece in &plan.pieces {
        match piece {
            Piece::Copy { from, len } => {
                let range = usize::try_from(*from).ok().zip(usize::try_from(from + len).ok());
                let copied = range.and_then(|(from, to)| sent.get(from..to)).ok_or_else(refused)?;
                bytes.extend_from_slice(copied);
            }
            Piece::Bytes(instead) => bytes.extend_from_slice(instead),
            Piece::Zeros(len) => bytes.resize(bytes.len() + usize::try_from(*len).unwrap_or(0), 0),
        }
    }
    Ok(Image { id, content_type: plan.kind.media().to_owned(), bytes, width, height })
}

/// Stores a picture.
pub fn insert(tx: &mut Tx<'_>, image: &Image, by: Actor, at: Micros) -> Result<(), Error> {
    const INSERT: &str = "INSERT INTO help_image (id, content_type, bytes, width, height, made_by_kind, made_by_id,
            created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING";
    let (width, height) = (i64::from(image.width), i64::from(image.height));
    let params = params![image.id, &image.content_type, &image.bytes, width, height, by.kind(), by.id(), at];
    tx.execute(INSERT, params).map(drop)
}

/// A picture.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Image>, Error> {
    const FIND: &str = "SELECT content_type, bytes, width, height FROM help_image WHERE id = $1";
    tx.first(FIND, params![id], |row| {
        let side = |index| Ok::<_, Error>(u32::try_from(row.get::<i64>(index)?).unwrap_or(0));
        Ok(Image { id, content_type: row.get(0)?, bytes: row.get(1)?, width: side(2)?, height: side(3)? })
    })
}
