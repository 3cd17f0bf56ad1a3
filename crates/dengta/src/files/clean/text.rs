//! Texts: no bytes that only machines write. JSON must be JSON, a HAR must be one.

use std::io::{BufReader, Read};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{DAMAGED, Plan, Reader, Result, Trouble, UNKNOWN};
use crate::files::kind::Kind;

pub fn plan(reader: &mut Reader<'_>, ending: &str) -> Result<Plan> {
    let kind = match Kind::claimed(ending) {
        Some(kind @ (Kind::Csv | Kind::Json | Kind::Har)) => kind,
        _ => Kind::Text,
    };
    readable(reader)?;
    let len = reader.len();
    match kind {
        Kind::Json => parses::<IgnoredAny>(reader)?,
        Kind::Har => parses::<Har>(reader)?,
        _ => {}
    }
    Ok(Plan::whole(kind, len))
}

/// Unicode in its usual forms, or what the desk's languages used before it: no control characters but those that
/// end lines, begin pages, and colour a terminal.
fn readable(reader: &mut Reader<'_>) -> Result<()> {
    let wide = matches!(reader.head(2)?[..], [0xff, 0xfe] | [0xfe, 0xff]);
    if wide && !reader.len().is_multiple_of(2) {
        return Err(UNKNOWN);
    }
    let control = |unit: u16| (unit < 32 && !matches!(unit, 7..=13 | 27)) || unit == 127;
    let big = wide && reader.head(1)? == [0xfe];
    let mut odd = None;
    while reader.left() > 0 {
        let ahead = reader.ahead()?;
        let count = ahead.len() as u64;
        let bad = if wide {
            let bytes = odd.take().into_iter().chain(ahead.iter().copied()).collect::<Vec<u8>>();
            let (units, rest) = bytes.as_chunks::<2>();
            odd = rest.first().copied();
            units.iter().any(|unit| control(if big { u16::from_be_bytes(*unit) } else { u16::from_le_bytes(*unit) }))
        } else {
            ahead.iter().any(|byte| control(u16::from(*byte)))
        };
        if bad {
            return Err(UNKNOWN);
        }
        reader.skip(count)?;
    }
    Ok(())
}

/// What browsers and proxies record (HAR 1.2).
#[derive(Deserialize)]
struct Har {
    #[serde(rename = "log")]
    _log: Log,
}

#[derive(Deserialize)]
struct Log {
    #[serde(rename = "version")]
    _version: IgnoredAny,
    #[serde(rename = "entries")]
    _entries: Vec<IgnoredAny>,
}

/// Read from the beginning to the end, and not kept.
fn parses<T: for<'de> Deserialize<'de>>(reader: &mut Reader<'_>) -> Result<()> {
    let mark = reader.head(3)? == [0xef, 0xbb, 0xbf];
    let mut source = BufReader::with_capacity(64 * 1024, reader.rewound()?);
    if mark {
        source.read_exact(&mut [0; 3])?;
    }
    match serde_json::from_reader::<_, T>(source) {
        Ok(_) => Ok(()),
        Err(error) if error.is_io() => Err(Trouble::Unread(error.into())),
        Err(_) => Err(DAMAGED),
    }
}
