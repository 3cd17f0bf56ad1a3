//! Secrets over several messages: a question and its answer, a name and then the key, a phrase in halves.

use super::{Finding, scan};

/// So many messages before are looked at.
pub const MOST_BEFORE: usize = 6;
/// So much of each, its end, in bytes.
const TAIL: usize = 2_000;

/// What is found in a message when those before it are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Across {
    /// In the message itself.
    pub here: Vec<Finding>,
    /// In earlier ones, by their place in the list, what only now proves to be a secret.
    pub earlier: Vec<(usize, Finding)>,
}

/// Looks at a message after others of the same ticket, the oldest first. Only the last [`MOST_BEFORE`] count, and of these
/// the last 2,000 bytes. Spans are those of the single messages.
#[must_use]
pub fn scan_after(before: &[&str], text: &str) -> Across {
    let first = before.len().saturating_sub(MOST_BEFORE);
    let mut joined = String::new();
    // Where the pieces stand in the joined text, and from where on each of them was taken.
    let mut pieces = Vec::new();
    for (number, message) in before.iter().enumerate().skip(first) {
        let from = super::labels::ceil(message, message.len().saturating_sub(TAIL));
        let tail = message[from..].trim_end();
        pieces.push((number, joined.len()..joined.len() + tail.len(), from));
        joined.push_str(tail);
        joined.push('\n');
    }
    let start = joined.len();
    joined.push_str(text);
    let mut across = Across { here: scan(text), earlier: Vec::new() };
    for finding in scan(&joined) {
        if finding.span.end > start {
            let from = finding.span.start.max(start) - start;
            across.here.push(Finding { span: from..finding.span.end - start, ..finding.clone() });
        }
        for (number, piece, from) in &pieces {
            let (begin, end) = (finding.span.start.max(piece.start), finding.span.end.min(piece.end));
            if begin < end {
                let span = begin - piece.start + from..end - piece.start + from;
                across.earlier.push((*number, Finding { span, ..finding.clone() }));
            }
        }
    }
    across.here = super::scan::settled(std::mem::take(&mut across.here));
    for (number, _, _) in &pieces {
        let alone = scan(before[*number]);
        let known = |finding: &Finding| alone.iter().any(|old| old.span.start <= finding.span.start && old.span.end >= finding.span.end && old.certainty >= finding.certainty);
        across.earlier.retain(|(other, finding)| other != number || !known(finding));
    }
    across
}
