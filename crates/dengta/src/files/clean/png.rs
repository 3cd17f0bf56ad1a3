//! PNG (W3C PNG-3): chunks, of which only those that make the picture stay.

use super::{DAMAGED, Plan, Reader, Result};
use crate::files::kind::Kind;

/// Colours, transparency, animation; the words (`tEXt`, `zTXt`, `iTXt`), `eXIf`, `tIME` and unknown ones go.
const KEPT: [&[u8; 4]; 18] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// More would be no colour profile.
const MAX_PROFILE: u32 = 4 * 1024 * 1024;

pub fn plan(reader: &mut Reader<'_>) -> Result<Plan> {
    let mut plan = Plan::new(Kind::Png);
    plan.copy(0, 8);
    reader.go(8)?;
    let (mut size, mut data) = (None, false);
    loop {
        let start = reader.at();
        let len = reader.u32()?;
        let name: [u8; 4] = reader.array()?;
        if size.is_none() != (&name == b"IHDR") || len > i32::MAX.unsigned_abs() {
            return Err(DAMAGED);
        }
        match &name {
            b"IHDR" => {
                size = Some((reader.u32()?, reader.u32()?));
                reader.go(start + 8)?;
            }
            b"IDAT" => data = true,
            _ => {}
        }
        reader.skip(u64::from(len) + 4)?;
        if KEPT.contains(&&name) && (&name != b"iCCP" || len <= MAX_PROFILE) {
            plan.copy(start, reader.at() - start);
        }
        if &name == b"IEND" {
            break;
        }
    }
    match size {
        Some((width, height)) if data => plan.sized(width, height),
        _ => Err(DAMAGED),
    }
}
