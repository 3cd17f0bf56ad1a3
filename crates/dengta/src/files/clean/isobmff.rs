//! Boxes (ISO/IEC 14496-12): what MP4, QuickTime and HEIC have in common.

use super::{DAMAGED, Piece, Plan, Reader, Result, UNKNOWN, heic, mp4};
use crate::files::kind::Kind;

/// Boxes in a file that are looked at: more is meant to keep us busy.
const MAX_BOXES: usize = 200_000;

/// A box: from where its size stands to behind its end.
#[derive(Clone, Copy, Debug)]
pub struct Box {
    pub name: [u8; 4],
    pub start: u64,
    pub body: u64,
    pub end: u64,
}

/// Which format it is, by its brands.
pub fn plan(reader: &mut Reader<'_>) -> Result<Plan> {
    let mut walk = Walk::default();
    let first = walk.next(reader, reader.len())?.ok_or(DAMAGED)?;
    let brands = (first.end - first.body).min(256);
    let bytes = reader.bytes(usize::try_from(brands).map_err(|_| DAMAGED)?)?;
    let mut brands = bytes.chunks_exact(4).enumerate().filter(|(at, _)| *at != 1).map(|(_, brand)| brand);
    let major = brands.clone().next().ok_or(DAMAGED)?;
    let mut has = |wanted: &[&[u8; 4]]| brands.any(|brand| wanted.iter().any(|known| &known[..] == brand));
    match major {
        b"qt  " => mp4::plan(reader, walk, Kind::Mov),
        b"heic" | b"heix" | b"heim" | b"heis" => heic::plan(reader, walk),
        b"mif1" if has(&[b"heic", b"heix"]) => heic::plan(reader, walk),
        b"M4A " | b"M4B " | b"M4P " | b"avif" | b"avis" | b"crx " | b"jxl " => Err(UNKNOWN),
        _ if has(&[
            b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash",
        ]) =>
        {
            mp4::plan(reader, walk, Kind::Mp4)
        }
        _ => Err(UNKNOWN),
    }
}

/// Walks boxes, and gathers what is put in the place of what goes.
#[derive(Default)]
pub struct Walk {
    pub patches: Vec<(u64, Piece)>,
    seen: usize,
}

impl Walk {
    /// The box here, and to its body; `None` at `limit`.
    pub fn next(&mut self, reader: &mut Reader<'_>, limit: u64) -> Result<Option<Box>> {
        let start = reader.at();
        if start >= limit {
            return Ok(None);
        }
        self.seen += 1;
        if self.seen > MAX_BOXES {
            return Err(DAMAGED);
        }
        let short = u64::from(reader.u32()?);
        let name = reader.array()?;
        let size = match short {
            0 => limit - start,
            1 => reader.u64()?,
            size => size,
        };
        let (body, end) = (reader.at(), start.checked_add(size).ok_or(DAMAGED)?);
        if end < body || end > limit {
            return Err(DAMAGED);
        }
        Ok(Some(Box { name, start, body, end }))
    }

    /// Nothing is left of it but its length.
    pub fn free(&mut self, gone: Box) {
        self.patches.push((gone.start + 4, Piece::Bytes(b"free".to_vec())));
        self.zero(gone.body, gone.end);
    }

    /// Zeros from here to there.
    pub fn zero(&mut self, from: u64, to: u64) {
        if to > from {
            self.patches.push((from, Piece::Zeros(to - from)));
        }
    }
}
