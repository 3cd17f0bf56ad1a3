//! From what was sent to what is kept: is it one of the kinds that we take, whole, and what of it stays.
//!
//! - Content decides; the name only has to agree ([`super::name`]).
//! - Each kind is walked by its own small reader, which knows what belongs in such a file. Whatever else it finds
//!   (who, when, where, with which device; data behind the end, which makes a file two files at once) does not
//!   get into the plan. Pixels and samples are copied as they are: nothing is encoded again.
//! - Nothing is unpacked here, and little is held: a plan says which stretches to copy.

mod heic;
mod isobmff;
mod jpeg;
mod mp4;
mod pdf;
mod png;
mod reader;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
mod text;
mod webm;
mod webp;

use std::io;

use reader::Reader;
pub use reader::Source;

use crate::files::kind::Kind;

/// Pixels of a picture: more is a bomb, or nothing that a screen ever showed.
pub const MAX_PIXELS: u64 = 100_000_000;

/// Why a file is not kept.
#[derive(Debug)]
pub enum Trouble {
    /// It is not what we take; names the text `error-CODE`.
    Refused(&'static str),
    /// It could not be read just now.
    Unread(io::Error),
}

type Result<T, E = Trouble> = std::result::Result<T, E>;

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        Trouble::Unread(error)
    }
}

const DAMAGED: Trouble = Trouble::Refused("file-damaged");
const UNKNOWN: Trouble = Trouble::Refused("file-type");

/// A stretch of what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it came.
    Copy {
        /// From this byte.
        from: u64,
        /// So many.
        len: u64,
    },
    /// Instead of what came.
    Bytes(Vec<u8>),
    /// Instead of what came: nothing, at the same length.
    Zeros(u64),
}

impl Piece {
    fn len(&self) -> u64 {
        match self {
            Piece::Copy { len, .. } | Piece::Zeros(len) => *len,
            Piece::Bytes(bytes) => bytes.len() as u64,
        }
    }
}

/// What is kept of a file.
#[derive(Debug)]
pub struct Plan {
    /// What it is.
    pub kind: Kind,
    /// Width and height, when it is to be looked at.
    pub dimensions: Option<(u32, u32)>,
    /// What is kept.
    pub pieces: Vec<Piece>,
}

impl Plan {
    fn new(kind: Kind) -> Plan {
        Plan { kind, dimensions: None, pieces: Vec::new() }
    }

    fn whole(kind: Kind, len: u64) -> Plan {
        let mut plan = Plan::new(kind);
        plan.copy(0, len);
        plan
    }

    fn copy(&mut self, from: u64, len: u64) {
        match self.pieces.last_mut() {
            Some(Piece::Copy { from: start, len: before }) if *start + *before == from => *before += len,
            _ => self.pieces.push(Piece::Copy { from, len }),
        }
    }

    /// The first `len` bytes, with these stretches (from where, what instead) put in their places.
    fn patched(kind: Kind, len: u64, mut patches: Vec<(u64, Piece)>) -> Result<Plan> {
        let mut plan = Plan::new(kind);
        patches.sort_by_key(|(from, _)| *from);
        let mut at = 0;
        for (from, piece) in patches {
            let end = from.checked_add(piece.len()).ok_or(DAMAGED)?;
            if from < at || end > len {
                return Err(DAMAGED);
            }
            if from > at {
                plan.copy(at, from - at);
            }
            plan.pieces.push(piece);
            at = end;
        }
        if at < len {
            plan.copy(at, len - at);
        }
        Ok(plan)
    }

    fn sized(mut self, width: u32, height: u32) -> Result<Plan> {
        if width == 0 || height == 0 {
            return Err(DAMAGED);
        }
        if u64::from(width) * u64::from(height) > MAX_PIXELS {
            return Err(Trouble::Refused("file-pixels"));
        }
        self.dimensions = Some((width, height));
        Ok(self)
    }

    /// Bytes that are kept.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.pieces.iter().map(Piece::len).sum()
    }

    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What of `source` is kept. The name's `ending` chooses among the kinds of text.
///
/// # Errors
/// When it is of no kind that we take, broken, or too many pixels; or cannot be read.
pub fn plan(source: &mut dyn Source, ending: &str) -> Result<Plan> {
    let mut reader = Reader::new(source)?;
    if reader.len() == 0 {
        return Err(Trouble::Refused("file-empty"));
    }
    let head = reader.head(8192)?;
    match &head[..] {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => png::plan(&mut reader),
        [0xff, 0xd8, 0xff, ..] => jpeg::plan(&mut reader),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp::plan(&mut reader),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => isobmff::plan(&mut reader),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => webm::plan(&mut reader),
        [b'%', b'P', b'D', b'F', b'-', ..] => pdf::plan(&mut reader),
        // Many formats begin like text, or are small enough to look like one.
        head if infer::get(head).is_some_and(|found| found.matcher_type() != infer::MatcherType::Text) => Err(UNKNOWN),
        _ => text::plan(&mut reader, ending),
    }
}
