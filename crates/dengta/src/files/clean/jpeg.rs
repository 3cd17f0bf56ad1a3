//! JPEG (ITU-T T.81): segments up to the end of the picture. What phones hide behind it (a film, a depth map, a second
//! picture with its own place) goes, as do comments, EXIF, XMP and IPTC; which side is up stays.

use image::metadata::Orientation;

use super::{DAMAGED, Piece, Plan, Reader, Result};
use crate::files::kind::Kind;

/// Bytes of a segment that are looked at: EXIF's first entries tell which side is up.
const LOOKED_AT: usize = 65_533;

pub fn plan(reader: &mut Reader<'_>) -> Result<Plan> {
    let mut plan = Plan::new(Kind::Jpeg);
    plan.copy(0, 2);
    reader.go(2)?;
    let (mut size, mut scanned) = (None, false);
    loop {
        let start = reader.at();
        if reader.u8()? != 0xff {
            return Err(DAMAGED);
        }
        let mut marker = reader.u8()?;
        while marker == 0xff {
            marker = reader.u8()?;
        }
        match marker {
            0xd9 => {
                plan.pieces.push(Piece::Bytes(vec![0xff, 0xd9]));
                break;
            }
            // Restarts and the like stand inside a scan, or nowhere.
            0x00 | 0x01 | 0xd0..=0xd8 => return Err(DAMAGED),
            _ => {}
        }
        let len = reader.u16()?;
        if len < 2 {
            return Err(DAMAGED);
        }
        let body = reader.bytes(usize::from(len - 2))?;
        match marker {
            0xe1 if body.starts_with(b"Exif\0\0") => plan.pieces.extend(upright(&body[6..body.len().min(LOOKED_AT)])),
            // Without the thumbnail that it may hold.
            0xe0 if body.starts_with(b"JFIF\0") && body.len() >= 14 => {
                let mut jfif = vec![0xff, 0xe0, 0, 16];
                jfif.extend_from_slice(&body[..12]);
                jfif.extend_from_slice(&[0, 0]);
                plan.pieces.push(Piece::Bytes(jfif));
            }
            0xe2 if !body.starts_with(b"ICC_PROFILE\0") => {}
            0xee if !body.starts_with(b"Adobe") => {}
            0xe0 | 0xe1 | 0xe3..=0xed | 0xef | 0xfe => {}
            _ => plan.copy(start, reader.at() - start),
        }
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, h1, h2, w1, w2, ..] = body[..] else { return Err(DAMAGED) };
            size = Some((u32::from(u16::from_be_bytes([w1, w2])), u32::from(u16::from_be_bytes([h1, h2]))));
        }
        if marker == 0xda {
            scanned = true;
            let data = reader.at();
            scan(reader)?;
            plan.copy(data, reader.at() - data);
            // A picture that was cut off shows what there is of it.
            if reader.left() == 0 {
                plan.pieces.push(Piece::Bytes(vec![0xff, 0xd9]));
                break;
            }
        }
    }
    match size {
        Some((width, height)) if scanned => plan.sized(width, height),
        _ => Err(DAMAGED),
    }
}

/// Over the scan's data, to the next marker or the end.
fn scan(reader: &mut Reader<'_>) -> Result<()> {
    loop {
        let ahead = reader.ahead()?;
        if ahead.is_empty() {
            return Ok(());
        }
        let Some(found) = ahead.iter().position(|byte| *byte == 0xff) else {
            let all = ahead.len() as u64;
            reader.skip(all)?;
            continue;
        };
        reader.skip(found as u64)?;
        if reader.left() < 2 {
            return reader.go(reader.len());
        }
        let [_, next]: [u8; 2] = reader.array()?;
        match next {
            0x00 | 0xd0..=0xd7 => {}
            0xff => reader.go(reader.at() - 1)?,
            _ => return reader.go(reader.at() - 2),
        }
    }
}

/// An EXIF that says which side is up and nothing else; nothing when it is the upper one.
fn upright(exif: &[u8]) -> Option<Piece> {
    let mut segment = vec![0xff, 0xe1, 0, 34];
    segment.extend_from_slice(b"Exif\0\0");
    segment.extend(turned(exif)?);
    Some(Piece::Bytes(segment))
}

/// The same for any format that holds EXIF: big-endian TIFF with the one entry.
pub fn turned(exif: &[u8]) -> Option<[u8; 26]> {
    let orientation = Orientation::from_exif_chunk(exif).filter(|up| *up != Orientation::NoTransforms)?;
    let mut tiff = *b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    tiff[19] = orientation.to_exif();
    Some(tiff)
}
