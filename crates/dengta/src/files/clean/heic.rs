//! HEIC (ISO/IEC 23008-12): EXIF and XMP are items of their own, whose bytes are emptied where they lie.

use super::isobmff::{Box, Walk};
use super::{DAMAGED, Plan, Reader, Result};
use crate::files::kind::Kind;

/// Items in a picture; a large one is a grid of some hundred.
const MAX_ITEMS: u32 = 20_000;

pub fn plan(reader: &mut Reader<'_>, mut walk: Walk) -> Result<Plan> {
    let (mut meta, mut data, mut end) = (None, false, reader.len());
    reader.go(0)?;
    loop {
        let start = reader.at();
        let top = match walk.next(reader, reader.len()) {
            Ok(Some(top)) => top,
            Ok(None) => break,
            Err(_) if meta.is_some() && data => {
                end = start;
                break;
            }
            Err(error) => return Err(error),
        };
        match &top.name {
            b"ftyp" => {}
            b"mdat" => data = true,
            b"meta" if meta.is_none() => meta = Some(top),
            b"free" | b"skip" => walk.zero(top.body, top.end),
            _ => walk.free(top),
        }
        reader.go(top.end)?;
    }
    let meta = meta.ok_or(DAMAGED)?;
    let size = items(reader, &mut walk, meta)?;
    let plan = Plan::patched(Kind::Heic, end, walk.patches)?;
    plan.sized(size.0, size.1)
}

/// Empties the items that tell about the one who took it; how large the picture is.
fn items(reader: &mut Reader<'_>, walk: &mut Walk, meta: Box) -> Result<(u32, u32)> {
    let (mut telling, mut places, mut inner, mut size) = (Vec::new(), None, None, (0, 0));
    reader.go(meta.body + 4)?;
    while let Some(child) = walk.next(reader, meta.end)? {
        match &child.name {
            b"iinf" => telling = telling_items(reader, walk, child)?,
            b"iloc" => places = Some(child),
            b"idat" => inner = Some(child),
            b"iprp" => size = largest(reader, walk, child)?,
            b"hdlr" | b"pitm" | b"iref" | b"dinf" | b"grpl" => {}
            _ => walk.free(child),
        }
        reader.go(child.end)?;
    }
    if let Some(places) = places.filter(|_| !telling.is_empty()) {
        empty(reader, walk, places, inner, &telling)?;
    }
    Ok(size)
}

fn telling_items(reader: &mut Reader<'_>, walk: &mut Walk, list: Box) -> Result<Vec<u32>> {
    let wide = reader.u32()? >> 24 != 0;
    reader.skip(if wide { 4 } else { 2 })?;
    let mut found = Vec::new();
    while let Some(item) = walk.next(reader, list.end)? {
        let version = reader.u32()? >> 24;
        let id = if version >= 3 { reader.u32()? } else { u32::from(reader.u16()?) };
        reader.skip(2)?;
        if version >= 2 && matches!(&reader.array()?, b"Exif" | b"mime" | b"uri ") {
            found.push(id);
        }
        reader.go(item.end)?;
    }
    Ok(found)
}

/// The largest of the sizes that its properties tell.
fn largest(reader: &mut Reader<'_>, walk: &mut Walk, properties: Box) -> Result<(u32, u32)> {
    let mut size = (0, 0);
    while let Some(container) = walk.next(reader, properties.end)? {
        if &container.name != b"ipco" {
            reader.go(container.end)?;
            continue;
        }
        while let Some(property) = walk.next(reader, container.end)? {
            if &property.name == b"ispe" {
                reader.skip(4)?;
                let (width, height) = (reader.u32()?, reader.u32()?);
                if u64::from(width) * u64::from(height) > u64::from(size.0) * u64::from(size.1) {
                    size = (width, height);
                }
            }
            reader.go(property.end)?;
        }
        reader.go(container.end)?;
    }
    Ok(size)
}

/// Walks the table of places (8.11.3) and empties those of `items`.
fn empty(reader: &mut Reader<'_>, walk: &mut Walk, places: Box, inner: Option<Box>, items: &[u32]) -> Result<()> {
    reader.go(places.body)?;
    let version = reader.u32()? >> 24;
    let sizes = reader.u16()?;
    let width = |shift: u16| (sizes >> shift) & 15;
    let count = if version < 2 { u32::from(reader.u16()?) } else { reader.u32()? };
    for _ in 0..count.min(MAX_ITEMS) {
        let id = if version < 2 { u32::from(reader.u16()?) } else { reader.u32()? };
        let method = if version > 0 { reader.u16()? & 15 } else { 0 };
        reader.skip(2)?;
        let base = sized(reader, width(4))?;
        for _ in 0..reader.u16()? {
            if version > 0 {
                sized(reader, width(0))?;
            }
            let (offset, len) = (sized(reader, width(12))?, sized(reader, width(8))?);
            if !items.contains(&id) {
                continue;
            }
            let origin = match (method, inner) {
                (0, _) => 0,
                (1, Some(inner)) => inner.body,
                _ => return Err(DAMAGED),
            };
            let from =
                [base, offset].iter().try_fold(origin, |sum: u64, part| sum.checked_add(*part)).ok_or(DAMAGED)?;
            let to = from.checked_add(len).filter(|to| *to <= reader.len()).ok_or(DAMAGED)?;
            walk.zero(from, to);
        }
    }
    Ok(())
}

fn sized(reader: &mut Reader<'_>, width: u16) -> Result<u64> {
    match width {
        0 => Ok(0),
        4 => reader.u32().map(u64::from),
        8 => reader.u64(),
        _ => Err(DAMAGED),
    }
}
