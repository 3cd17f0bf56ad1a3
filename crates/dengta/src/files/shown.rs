//! Files as people and programs see them.

use serde::Serialize;
use store::Tx;
use uuid::Uuid;

use super::{Attached, File, Kind, queries};

/// A file of an entry.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct FileView {
    /// Random.
    pub id: Uuid,
    /// Cleaned; its ending agrees with its type.
    pub name: String,
    /// The media type, by content.
    #[serde(rename = "type")]
    #[schema(example = "image/png")]
    pub media: String,
    /// Bytes.
    pub size: u64,
    /// Pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<i64>,
    /// Pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<i64>,
    /// Whether there is a small picture of it.
    pub thumbnail: bool,
    /// Whether a browser shows it; else it is saved.
    pub inline: bool,
}

impl FileView {
    /// Of a file that is ready.
    #[must_use]
    pub fn of(file: &File) -> Option<FileView> {
        let kind = file.kind?;
        Some(FileView {
            id: file.id,
            name: file.name.clone(),
            media: kind.media().to_owned(),
            size: file.size.unsigned_abs(),
            width: file.dimensions.map(|(width, _)| width),
            height: file.dimensions.map(|(_, height)| height),
            thumbnail: file.thumbnail.is_some(),
            inline: kind.inline(),
        })
    }
}

/// The files that an entry tells of, with what their rows know; a file that is gone is told of without.
pub fn told(tx: &mut Tx<'_>, attached: Vec<Attached>) -> Result<Vec<FileView>, store::Error> {
    let told = attached.into_iter().map(|file| {
        let row = queries::find(tx, file.id)?;
        let kind = row.as_ref().and_then(|row| row.kind);
        let dimensions = row.as_ref().and_then(|row| row.dimensions);
        Ok(FileView {
            id: file.id,
            name: file.name,
            media: file.media,
            size: file.size,
            width: dimensions.map(|(width, _)| width),
            height: dimensions.map(|(_, height)| height),
            thumbnail: row.as_ref().is_some_and(|row| row.thumbnail.is_some()),
            inline: kind.is_some_and(Kind::inline),
        })
    });
    told.collect()
}
