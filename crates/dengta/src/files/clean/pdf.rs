//! PDF: from its first byte to its last end mark. It is only ever saved, never shown by us.

use super::{DAMAGED, Plan, Reader, Result};
use crate::files::kind::Kind;

/// Where the end mark is looked for; what stands behind it is cut off.
const TAIL: u64 = 64 * 1024;

pub fn plan(reader: &mut Reader<'_>) -> Result<Plan> {
    let from = reader.len().saturating_sub(TAIL);
    reader.go(from)?;
    let tail = reader.bytes(usize::try_from(reader.left()).map_err(|_| DAMAGED)?)?;
    let mark = tail.windows(5).rposition(|window| window == b"%%EOF").ok_or(DAMAGED)?;
    let mut end = mark + 5;
    end += tail[end..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    Ok(Plan::whole(Kind::Pdf, from + end as u64))
}
