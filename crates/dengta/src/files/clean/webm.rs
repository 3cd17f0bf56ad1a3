//! WebM (RFC 8794, RFC 9559): elements, of which those that play stay; tags, dates, titles and attachments become
//! empty space (`Void`) of the same length, so that no position changes.

use super::{DAMAGED, Piece, Plan, Reader, Result, UNKNOWN};
use crate::files::kind::Kind;

const EBML: u32 = 0x1a45_dfa3;
const DOC_TYPE: u32 = 0x4282;
const SEGMENT: u32 = 0x1853_8067;
const SEEK_HEAD: u32 = 0x114d_9b74;
const INFO: u32 = 0x1549_a966;
const TRACKS: u32 = 0x1654_ae6b;
const CLUSTER: u32 = 0x1f43_b675;
const CUES: u32 = 0x1c53_bb6b;
const VOID: u32 = 0xec;
const CHECKSUM: u32 = 0xbf;
/// What a segment may hold: where a cluster of unknown size ends.
const TOP: [u32; 8] = [SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES, 0x1043_a770, 0x1254_c367, 0x1941_a469];
/// How long it runs, and in which unit; and the programs that wrote it, without which it is not valid.
const KEPT_INFO: [u32; 4] = [0x2a_d7b1, 0x4489, 0x4d80, 0x5741];
/// Elements outside clusters.
const MAX_ELEMENTS: usize = 200_000;

struct Element {
    id: u32,
    start: u64,
    body: u64,
    /// `None` when it does not tell its size.
    end: Option<u64>,
}

#[derive(Default)]
struct Walk {
    patches: Vec<(u64, Piece)>,
    size: Option<(u32, u32)>,
    seen: usize,
}

pub fn plan(reader: &mut Reader<'_>) -> Result<Plan> {
    let mut walk = Walk::default();
    reader.go(0)?;
    let head = walk.element(reader, EBML)?;
    let head_end = head.end.filter(|end| *end - head.body < 4096).ok_or(DAMAGED)?;
    let mut webm = false;
    while reader.at() < head_end {
        let child = walk.next(reader)?;
        let end = child.end.filter(|end| *end <= head_end).ok_or(DAMAGED)?;
        if child.id == DOC_TYPE {
            webm = reader.bytes(usize::try_from(end - child.body).map_err(|_| DAMAGED)?)?.starts_with(b"webm");
        }
        reader.go(end)?;
    }
    if !webm {
        return Err(UNKNOWN);
    }
    let segment = walk.element(reader, SEGMENT)?;
    let limit = segment.end.map_or(reader.len(), |end| end.min(reader.len()));
    let end = walk.segment(reader, limit)?;
    let (width, height) = walk.size.ok_or(UNKNOWN)?;
    Plan::patched(Kind::Webm, end, walk.patches)?.sized(width, height)
}

impl Walk {
    /// The element here, to its body.
    fn next(&mut self, reader: &mut Reader<'_>) -> Result<Element> {
        self.seen += 1;
        if self.seen > MAX_ELEMENTS {
            return Err(DAMAGED);
        }
        element(reader)
    }

    fn element(&mut self, reader: &mut Reader<'_>, id: u32) -> Result<Element> {
        self.next(reader).and_then(|found| if found.id == id { Ok(found) } else { Err(DAMAGED) })
    }

    /// Where the segment ends: before what does not belong to it.
    fn segment(&mut self, reader: &mut Reader<'_>, limit: u64) -> Result<u64> {
        let mut clusters = false;
        while reader.at() < limit {
            let start = reader.at();
            let child = match self.next(reader) {
                Ok(child) if TOP.contains(&child.id) || matches!(child.id, VOID | CHECKSUM) => child,
                _ if clusters => return Ok(start),
                _ => return Err(DAMAGED),
            };
            let end = match child.end {
                Some(end) if end <= limit => end,
                // Cut off while it was recorded: it plays so far.
                Some(_) | None if child.id == CLUSTER => {
                    clusters = true;
                    let end = cluster(reader, child.end.unwrap_or(limit).min(limit))?;
                    reader.go(end)?;
                    continue;
                }
                _ => return if clusters { Ok(start) } else { Err(DAMAGED) },
            };
            match child.id {
                CLUSTER => clusters = true,
                SEEK_HEAD | CUES => {}
                INFO => self.info(reader, end)?,
                TRACKS => self.tracks(reader, end)?,
                _ => self.void(&child, end),
            }
            reader.go(end)?;
        }
        if clusters { Ok(limit) } else { Err(DAMAGED) }
    }

    fn info(&mut self, reader: &mut Reader<'_>, limit: u64) -> Result<()> {
        while reader.at() < limit {
            let child = self.next(reader)?;
            let end = child.end.filter(|end| *end <= limit).ok_or(DAMAGED)?;
            if !KEPT_INFO.contains(&child.id) {
                self.void(&child, end);
            }
            reader.go(end)?;
        }
        Ok(())
    }

    /// Looks for the picture's size: `TrackEntry`, `Video`, `PixelWidth` and `PixelHeight`.
    fn tracks(&mut self, reader: &mut Reader<'_>, limit: u64) -> Result<()> {
        let (mut width, mut height) = (0, 0);
        while reader.at() < limit {
            let child = self.next(reader)?;
            let end = child.end.filter(|end| *end <= limit).ok_or(DAMAGED)?;
            match child.id {
                0xae | 0xe0 => continue,
                0xb0 => width = number(reader, end - child.body)?,
                0xba => height = number(reader, end - child.body)?,
                CHECKSUM => self.void(&child, end),
                _ => {}
            }
            reader.go(end)?;
        }
        self.size = self.size.or((width > 0 && height > 0).then_some((width, height)));
        Ok(())
    }

    /// Empty space in its place.
    fn void(&mut self, gone: &Element, end: u64) {
        let total = end - gone.start;
        let head = match total - 2 {
            short @ 0..127 => vec![0xec, 0x80 | u8::try_from(short).unwrap_or(0)],
            _ => {
                let mut head = (total - 9).to_be_bytes().to_vec();
                head[0] = 1;
                head.insert(0, 0xec);
                head
            }
        };
        let zeros = total - head.len() as u64;
        self.patches.push((gone.start, Piece::Bytes(head)));
        if zeros > 0 {
            self.patches.push((end - zeros, Piece::Zeros(zeros)));
        }
    }
}

/// Where a cluster ends that does not tell its size, or was cut off.
fn cluster(reader: &mut Reader<'_>, limit: u64) -> Result<u64> {
    const INSIDE: [u32; 8] = [0xe7, 0xa3, 0xa0, 0xab, 0xa7, 0xaf, VOID, CHECKSUM];
    while reader.at() < limit {
        let start = reader.at();
        match element(reader) {
            Ok(Element { id, end: Some(end), .. }) if INSIDE.contains(&id) => {
                if end > limit {
                    return Ok(limit);
                }
                reader.go(end)?;
            }
            Ok(found) if TOP.contains(&found.id) => return Ok(start),
            Err(super::Trouble::Unread(error)) => return Err(error.into()),
            Ok(_) | Err(_) => return Ok(start),
        }
    }
    Ok(limit)
}

fn element(reader: &mut Reader<'_>) -> Result<Element> {
    let start = reader.at();
    let first = reader.u8()?;
    let more = first.leading_zeros();
    if more > 3 {
        return Err(DAMAGED);
    }
    let mut id = u32::from(first);
    for _ in 0..more {
        id = id << 8 | u32::from(reader.u8()?);
    }
    let first = reader.u8()?;
    let more = first.leading_zeros();
    if more > 7 {
        return Err(DAMAGED);
    }
    let mut size = u64::from(first) & (0x7f >> more);
    for _ in 0..more {
        size = size << 8 | u64::from(reader.u8()?);
    }
    let unknown = size == (1 << (7 * (more + 1))) - 1;
    let body = reader.at();
    let end = if unknown { None } else { Some(body.checked_add(size).ok_or(DAMAGED)?) };
    Ok(Element { id, start, body, end })
}

fn number(reader: &mut Reader<'_>, len: u64) -> Result<u32> {
    let bytes = reader.bytes(usize::try_from(len).ok().filter(|len| *len <= 4).ok_or(DAMAGED)?)?;
    Ok(bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}
