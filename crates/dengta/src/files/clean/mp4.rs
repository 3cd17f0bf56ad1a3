//! MP4 and QuickTime: what plays stays where it is; what tells about the one who filmed (`udta`, `meta`, `uuid`, dates,
//! names of devices, tracks of places) becomes empty boxes of the same length, so that no offset changes.

use super::isobmff::{Box, Walk};
use super::{DAMAGED, Plan, Reader, Result};
use crate::files::kind::Kind;

/// Samples of a track that is emptied.
const MAX_SAMPLES: u32 = 2_000_000;

/// What may stand in a box; everything else is emptied.
fn known(parent: &[u8; 4]) -> &'static [&'static [u8; 4]] {
    match parent {
        b"moov" => &[b"mvhd", b"trak", b"mvex", b"iods", b"pssh"],
        b"trak" => &[b"tkhd", b"mdia", b"edts", b"tref", b"tapt", b"load"],
        b"edts" => &[b"elst"],
        b"tapt" => &[b"clef", b"prof", b"enof"],
        b"mdia" => &[b"mdhd", b"hdlr", b"minf", b"elng"],
        b"minf" => &[b"vmhd", b"smhd", b"hmhd", b"sthd", b"nmhd", b"gmhd", b"hdlr", b"dinf", b"stbl"],
        b"dinf" => &[b"dref"],
        b"stbl" => &[
            b"stsd", b"stts", b"stss", b"ctts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"sgpd", b"sbgp", b"sdtp",
            b"cslg", b"subs", b"saiz", b"saio", b"stps",
        ],
        b"mvex" => &[b"mehd", b"trex", b"leva"],
        b"moof" => &[b"mfhd", b"traf", b"pssh"],
        b"traf" => &[b"tfhd", b"tfdt", b"trun", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio", b"senc"],
        _ => &[],
    }
}

/// Tracks that are seen or heard.
const PLAYED: [&[u8; 4]; 7] = [b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp", b"tmcd"];

pub fn plan(reader: &mut Reader<'_>, mut walk: Walk, kind: Kind) -> Result<Plan> {
    let (mut size, mut film, mut data, mut end) = (None, false, false, reader.len());
    reader.go(0)?;
    loop {
        let start = reader.at();
        let top = match walk.next(reader, reader.len()) {
            Ok(Some(top)) => top,
            Ok(None) => break,
            // What stands behind the film and is no box belongs to another file.
            Err(_) if film && data => {
                end = start;
                break;
            }
            Err(error) => return Err(error),
        };
        match &top.name {
            b"ftyp" | b"styp" | b"sidx" | b"ssix" | b"mfra" | b"pdin" | b"prft" => {}
            b"mdat" => data = true,
            b"moov" if !film => {
                film = true;
                size = children(reader, &mut walk, top)?;
            }
            b"moof" => drop(children(reader, &mut walk, top)?),
            b"free" | b"skip" | b"wide" => walk.zero(top.body, top.end),
            _ => walk.free(top),
        }
        reader.go(top.end)?;
    }
    if !film || !data {
        return Err(DAMAGED);
    }
    let plan = Plan::patched(kind, end, walk.patches)?;
    match size {
        Some((width, height)) => plan.sized(width, height),
        None => Ok(plan),
    }
}

/// Empties what does not belong; how large the picture is.
fn children(reader: &mut Reader<'_>, walk: &mut Walk, parent: Box) -> Result<Option<(u32, u32)>> {
    let mut size = None;
    reader.go(parent.body)?;
    while let Some(child) = walk.next(reader, parent.end)? {
        let belongs = known(&parent.name).contains(&&child.name);
        match &child.name {
            _ if !belongs => walk.free(child),
            b"trak" if !played(reader, walk, child)? => {
                empty_samples(reader, walk, child)?;
                walk.free(child);
            }
            b"mvhd" | b"mdhd" => dates(reader, walk, child)?,
            b"tkhd" => {
                dates(reader, walk, child)?;
                size = size.or(track_size(reader, child)?);
            }
            // The name of the program or camera.
            b"hdlr" => walk.zero((child.body + 24).min(child.end), child.end),
            name if !known(name).is_empty() => {
                let found = children(reader, walk, child)?;
                size = size.or(found);
            }
            _ => {}
        }
        reader.go(child.end)?;
    }
    Ok(size)
}

/// When it was made and changed.
fn dates(reader: &mut Reader<'_>, walk: &mut Walk, header: Box) -> Result<()> {
    reader.go(header.body)?;
    let wide = reader.u8()? == 1;
    walk.zero(header.body + 4, (header.body + if wide { 20 } else { 12 }).min(header.end));
    Ok(())
}

/// Width and height as it is shown: a phone held upright turns the picture.
fn track_size(reader: &mut Reader<'_>, header: Box) -> Result<Option<(u32, u32)>> {
    reader.go(header.body)?;
    let matrix = header.body + if reader.u8()? == 1 { 52 } else { 40 };
    if matrix + 44 > header.end {
        return Ok(None);
    }
    reader.go(matrix)?;
    let turned = reader.u32()? == 0;
    reader.go(matrix + 36)?;
    let (width, height) = (reader.u32()? >> 16, reader.u32()? >> 16);
    let seen = (width > 0 && height > 0).then_some((width, height));
    Ok(seen.map(|(width, height)| if turned { (height, width) } else { (width, height) }))
}

/// Whether a track is seen or heard.
fn played(reader: &mut Reader<'_>, walk: &mut Walk, track: Box) -> Result<bool> {
    let Some(handler) = find(reader, walk, track, &[b"mdia", b"hdlr"])? else { return Ok(false) };
    reader.go(handler.body + 8)?;
    let kind: [u8; 4] = reader.array()?;
    Ok(PLAYED.contains(&&kind))
}

/// The first box at the end of a path below `parent`.
fn find(reader: &mut Reader<'_>, walk: &mut Walk, parent: Box, path: &[&[u8; 4]]) -> Result<Option<Box>> {
    let mut parent = parent;
    for name in path {
        reader.go(parent.body)?;
        loop {
            let Some(child) = walk.next(reader, parent.end)? else { return Ok(None) };
            if &&child.name == name {
                parent = child;
                break;
            }
            reader.go(child.end)?;
        }
    }
    Ok(Some(parent))
}

/// Empties what a track points at: where somebody was, second by second, stands among the film's data.
fn empty_samples(reader: &mut Reader<'_>, walk: &mut Walk, track: Box) -> Result<()> {
    let Some(table) = find(reader, walk, track, &[b"mdia", b"minf", b"stbl"])? else { return Ok(()) };
    let at = |name: &[u8; 4], reader: &mut Reader<'_>, walk: &mut Walk| find(reader, walk, table, &[name]);
    let Some(sizes) = at(b"stsz", reader, walk)? else { return Ok(()) };
    reader.go(sizes.body + 4)?;
    let (same, count) = (reader.u32()?, reader.u32()?);
    if count > MAX_SAMPLES {
        return Err(DAMAGED);
    }
    let mut sample = Vec::new();
    for _ in 0..if same == 0 { count } else { 0 } {
        sample.push(reader.u32()?);
    }
    let mut sample = sample.into_iter();
    let mut size_of_next = move |left: &mut u32| {
        *left = left.checked_sub(1)?;
        if same == 0 { sample.next() } else { Some(same) }
    };

    let Some(runs) = at(b"stsc", reader, walk)? else { return Ok(()) };
    reader.go(runs.body + 4)?;
    let mut chunked = Vec::new();
    for _ in 0..reader.u32()?.min(MAX_SAMPLES) {
        chunked.push((reader.u32()?, reader.u32()?));
        reader.skip(4)?;
    }
    let wide = at(b"co64", reader, walk)?;
    let Some(chunks) = (if wide.is_some() { wide } else { at(b"stco", reader, walk)? }) else { return Ok(()) };
    reader.go(chunks.body + 4)?;
    let (mut left, mut run) = (count, 0);
    for chunk in 1..=reader.u32()?.min(MAX_SAMPLES) {
        let from = if wide.is_some() { reader.u64()? } else { u64::from(reader.u32()?) };
        while chunked.get(run + 1).is_some_and(|(first, _)| *first <= chunk) {
            run += 1;
        }
        let samples = chunked.get(run).map_or(0, |(_, samples)| *samples);
        let mut to = from;
        for _ in 0..samples {
            let Some(size) = size_of_next(&mut left) else { break };
            to += u64::from(size);
        }
        if to > reader.len() {
            return Err(DAMAGED);
        }
        walk.zero(from, to);
    }
    Ok(())
}
