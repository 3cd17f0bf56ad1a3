//! WebP (RFC 9649): a RIFF of chunks, of which those that make the picture stay.

use super::jpeg::turned;
use super::{DAMAGED, Piece, Plan, Reader, Result};
use crate::files::kind::Kind;

const KEPT: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"];
/// More would be no EXIF.
const MAX_EXIF: u32 = 256 * 1024;

pub fn plan(reader: &mut Reader<'_>) -> Result<Plan> {
    let mut plan = Plan::new(Kind::Webp);
    reader.go(4)?;
    let end = 8 + u64::from(u32::from_le_bytes(reader.array()?));
    if end > reader.len() + 1 {
        return Err(DAMAGED);
    }
    // The head is put before the rest once that is known.
    plan.pieces.push(Piece::Bytes(Vec::new()));
    reader.go(12)?;
    let (mut size, mut picture, mut flags, mut exif) = (None, false, None, None);
    while reader.at() + 8 <= end.min(reader.len()) {
        let start = reader.at();
        let name: [u8; 4] = reader.array()?;
        let len = u32::from_le_bytes(reader.array()?);
        let next = reader.at() + u64::from(len) + u64::from(len & 1);
        match &name {
            b"VP8X" if len == 10 && flags.is_none() => {
                let body: [u8; 10] = reader.array()?;
                let three = |at: usize| u32::from_le_bytes([body[at], body[at + 1], body[at + 2], 0]) + 1;
                size = Some((three(4), three(7)));
                flags = Some(plan.pieces.len());
                // XMP and EXIF are gone; EXIF may come back with one entry.
                let mut chunk = b"VP8X\x0a\0\0\0".to_vec();
                chunk.push(body[0] & !0b1100);
                chunk.extend_from_slice(&body[1..]);
                plan.pieces.push(Piece::Bytes(chunk));
            }
            b"VP8 " | b"VP8L" => {
                picture = true;
                size = size.or(Some(frame_size(reader, &name)?));
            }
            b"ANMF" => picture = true,
            b"EXIF" if len <= MAX_EXIF => exif = turned(&reader.bytes(len as usize)?),
            _ => {}
        }
        if &name != b"VP8X" && KEPT.contains(&&name) {
            // A last chunk may lack its padding.
            plan.copy(start, next.min(reader.len()) - start);
            if next == reader.len() + 1 {
                plan.pieces.push(Piece::Zeros(1));
            }
        }
        if next > reader.len() + 1 {
            return Err(DAMAGED);
        }
        reader.go(next.min(reader.len()))?;
    }
    if let (Some(flags), Some(exif)) = (flags, exif) {
        if let Piece::Bytes(chunk) = &mut plan.pieces[flags] {
            chunk[8] |= 0b1000;
        }
        plan.pieces.push(Piece::Bytes([&b"EXIF\x1a\0\0\0"[..], &exif].concat()));
    }
    let size = size.filter(|_| picture).ok_or(DAMAGED)?;
    let len = u32::try_from(plan.len() + 4).map_err(|_| DAMAGED)?;
    plan.pieces[0] = Piece::Bytes([&b"RIFF"[..], &len.to_le_bytes(), b"WEBP"].concat());
    plan.sized(size.0, size.1)
}

fn frame_size(reader: &mut Reader<'_>, name: &[u8; 4]) -> Result<(u32, u32)> {
    let head: [u8; 10] = reader.array()?;
    if name == b"VP8L" {
        let bits = u32::from_le_bytes([head[1], head[2], head[3], head[4]]);
        return Ok(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1));
    }
    let side = |at: usize| u32::from(u16::from_le_bytes([head[at], head[at + 1]]) & 0x3fff);
    Ok((side(6), side(8)))
}
