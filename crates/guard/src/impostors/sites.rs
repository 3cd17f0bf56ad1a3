//! Where domains and links begin and end in a text.

use super::What;
use super::fold::{self, dot, east_asian};
use super::rules::rules;
use super::scan::Candidate;

/// Endings that are English words: "Binance.is it down?"
pub(super) const WORDS: [&str; 16] =
    ["is", "it", "in", "to", "so", "my", "am", "be", "do", "no", "us", "as", "at", "by", "me", "he"];

/// So many bytes of letters that hosts have are looked at together; a host has at most 253 (RFC 1035 §2.3.4).
const LONGEST_RUN: usize = 2048;

/// Where a link ends that has its host at `host`.
pub(super) fn link_end(text: &str, host: usize, end: usize) -> usize {
    let rest = &text[host..end];
    let authority = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let at = rest[..authority].rfind('@').map_or(0, |at| at + 1);
    let name = &rest[at..authority];
    let closed = name.rfind(dot).is_none_or(|last| {
        let label = name[last..].trim_start_matches(dot);
        let latin = label.find(east_asian).unwrap_or(label.len());
        latin == 0 || latin == label.len()
    });
    let to = if !closed {
        // The sentence goes on right behind the ending: "okx.com登录".
        let last = name.rfind(dot).unwrap_or(0);
        at + last + name[last..].find(east_asian).unwrap_or(name.len() - last)
    } else {
        authority + rest[authority..].find(east_asian).unwrap_or(rest.len() - authority)
    };
    host + rest[..to].trim_end_matches(['.', ':', '?', '-', '~', '…', '。']).len()
}

/// Where the host ends that begins at `from`, if there is one.
pub(super) fn host_end(text: &str, from: usize, end: usize) -> Option<usize> {
    let mut found = Vec::new();
    if !text[from..end].starts_with(in_host) {
        return None;
    }
    domain(text, from, end, &mut found);
    let first = found.first().filter(|first| first.span.start == from)?;
    let rest = &text[first.span.clone()];
    Some(from + rest.find(['/', '?', '#', ':', '\\']).unwrap_or(rest.len()))
}

/// The next domain without a scheme, perhaps with a path; where to go on.
pub(super) fn domain(text: &str, start: usize, end: usize, found: &mut Vec<Candidate>) -> usize {
    let rest = &text[start..end];
    let Some(skip) = rest.find(|letter: char| in_host(letter) && !dot(letter)) else { return end };
    let start = start + skip;
    let most = text.floor_char_boundary(end.min(start + LONGEST_RUN));
    let run = text[start..most].find(|letter: char| !in_host(letter)).map_or(most, |length| start + length);
    let (host, next) = host(text, start, run);
    let tail = &text[next..end];
    let path = next == run && (tail.starts_with(['/', '?', '#', '\\']) || port(tail));
    let Some((from, to)) = host.filter(|(from, to)| valid(&text[*from..*to], path)) else {
        return next.max(start + 1).max(if path { end } else { 0 });
    };
    if !path {
        found.push(Candidate { span: from..to, what: What::Domain });
        return next;
    }
    let to = link_end(text, from, end);
    found.push(Candidate { span: from..to, what: What::Link });
    to.max(next)
}

fn port(tail: &str) -> bool {
    tail.strip_prefix(':').is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// The host at the beginning of a run of letters that hosts have, and where the run is gone on with. Sentences without
/// spaces stand right before the first label and right behind the ending.
fn host(text: &str, start: usize, end: usize) -> (Option<(usize, usize)>, usize) {
    let run = &text[start..end];
    let Some(first) = run.find(dot) else {
        // A sentence without spaces may be longer than what is looked at: the last word is looked at again.
        let whole = end - start < LONGEST_RUN - 4;
        return (None, if whole { end } else { run.rfind(east_asian).map_or(end, |at| start + at.max(4)) });
    };
    let mut from = start;
    let label = &run[..first];
    if !label.ends_with(east_asian) {
        from += label.rfind(east_asian).map_or(0, |at| at + label[at..].chars().next().map_or(0, char::len_utf8));
    }
    let mut at = start + first;
    while at < end {
        let after = at + text[at..].chars().next().map_or(1, char::len_utf8);
        let label_end = text[after..end].find(dot).map_or(end, |length| after + length);
        let label = &text[after..label_end];
        let latin = label.find(east_asian).unwrap_or(label.len());
        if label.is_empty() {
            return (Some((from, at)), label_end.max(after));
        }
        if latin > 0 && latin < label.len() && ending(&label[..latin]) {
            return (Some((from, after + latin)), after + latin);
        }
        if latin == 0 && !ending(label) {
            // The dot ended a sentence, unless it is a label of an internationalised name.
            if text[label_end..end].is_empty() {
                return (Some((from, at)), end);
            }
        }
        at = label_end;
    }
    (Some((from, end)), end)
}

/// Whether what looks like a domain is one: at least two labels, and an ending that exists.
fn valid(host: &str, path: bool) -> bool {
    let Some((before, last)) = host.rsplit_once(dot) else { return false };
    if before.is_empty() || before.ends_with(dot) || !before.chars().any(char::is_alphanumeric) {
        return false;
    }
    let numbers = host.split('.').filter(|part| part.parse::<u8>().is_ok()).count();
    if path && numbers == 4 {
        return true;
    }
    // "It works.My account": a sentence began without a space.
    let mut letters = last.chars();
    let sentence = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase) && last.is_ascii();
    let sentence = sentence || WORDS.contains(&last) && before.starts_with(char::is_uppercase);
    let file = rules().files.contains(last.to_lowercase().as_str());
    ending(last) && (path || !file && !sentence)
}

/// Whether a label may be the ending of a domain.
fn ending(label: &str) -> bool {
    let folded = fold::fold(label).text;
    rules().tlds.contains(folded.as_str()) || folded.starts_with("xn--")
}

/// Whether a letter may stand in a host.
pub(super) fn in_host(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '-' | '_' | '\u{ff0d}' | '\u{fe63}' | '\u{2010}' | '\u{2011}')
        || dot(letter)
        || crate::visible::invisible(letter) && !letter.is_whitespace() && !letter.is_control()
}
