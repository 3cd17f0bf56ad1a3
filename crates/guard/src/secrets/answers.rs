//! Answers: a line asks for something by its name, often quoted, and the line behind it tells.
//!
//! All kinds of values go through here; a kind only says what its values look like.

use std::ops::Range;

use super::codes::{ends_line, is_named};
use super::labels::Label;
use super::rules::WORDS;
use super::scan::Look;
use super::{labels, values};

/// A question goes on so far on both sides of the name that it asks for, in bytes.
const LONGEST_QUESTION: usize = 100;
/// An answer is no longer; what follows is looked at no more.
const LONGEST: usize = 160;
/// "Customer: " before an answer.
const LONGEST_ROLE: usize = 24;
/// Only a short answer has other words around its value.
const SHORT: usize = 90;
/// "Yes." on a line of its own before it.
const LONGEST_NOD: usize = 24;

/// The line behind the one that a name stands in.
pub(crate) struct Answer {
    pub line: Range<usize>,
    /// Whether the line before it asked, requested or was quoted.
    pub asked: bool,
    /// It only requested: people request much. The value begins the line.
    requested: bool,
    /// It begins with a no: what it tells all the same is bound to an "it is".
    denies: bool,
}

/// The line that may answer the one in which a name ends at `from`. The role of whoever writes it is gone over.
pub(crate) fn behind(text: &str, from: usize) -> Option<Answer> {
    let rest = values::near(text, from, LONGEST_QUESTION + LONGEST);
    let end = rest.find('\n').filter(|end| *end <= LONGEST_QUESTION)?;
    let mut line = next_line(text, from + end)?;
    let nods = |line: &Range<usize>| {
        line.len() <= LONGEST_NOD && !text[line.clone()].bytes().any(|byte| byte.is_ascii_alphanumeric())
    };
    if nods(&line)
        && let Some(next) = next_line(text, line.end)
    {
        line = next;
    }
    let said = &text[line.clone()];
    let role = said
        .find([':', '：'])
        .filter(|at| *at <= LONGEST_ROLE && !said[..*at].contains(|c: char| c.is_ascii_digit()))
        .map_or(said, |at| said[at..].trim_start_matches([':', '：', ' ']));
    line.start += said.len() - role.len();
    let denies = begins_with(role, &WORDS.denials);
    let (asked, requested) = asks(text, from, from + end);
    Some(Answer { line, asked: asked || requested, requested: !asked, denies })
}

/// Whether the line with the name in it asks, by a question mark or a colon at its end or as a quotation, and whether it requests.
fn asks(text: &str, from: usize, end: usize) -> (bool, bool) {
    let start = labels::ceil(text, from.saturating_sub(LONGEST_QUESTION));
    let start = text[start..from].rfind('\n').map_or(start, |at| start + at + 1);
    let line = text[start..end].trim_end().to_lowercase();
    let quoted = line.starts_with('>') || line.contains("> ") && !line.contains("-> ") && !line.contains("=> ");
    if is_how_question(&line) {
        return (false, false);
    }
    let asked = quoted || line.ends_with(['?', '？', ':', '：']);
    (asked, WORDS.requests.iter().any(|word| line.contains(word.as_str())))
}

/// "How do I change my password?": nobody asks for the password.
fn is_how_question(line: &str) -> bool {
    WORDS.how_questions.iter().any(|word| line.contains(word.as_str()))
}

/// Whether the clause with a name in it is such a question.
pub(crate) fn is_asked_about(text: &str, label: &Label) -> bool {
    let divides = ['\n', '。', '！', '!', '，', ',', '、', ':', '：'];
    let start = labels::ceil(text, label.start.saturating_sub(SHORT));
    let before = text[start..label.start].rsplit(divides).next().unwrap_or_default();
    let behind = values::near(text, label.end, SHORT).split(divides).next().unwrap_or_default();
    is_how_question(&before.to_lowercase()) || is_how_question(&behind.to_lowercase())
}

/// The next line with something in it, without marks of quotation.
fn next_line(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = values::near(text, from, LONGEST);
    let behind = rest.trim_start_matches(['\n', '\r', ' ', '>', '|', '\t']);
    let breaks = rest[..rest.len() - behind.len()].matches('\n').count();
    let start = from + rest.len() - behind.len();
    let line = behind.split('\n').next()?.trim_end();
    ((1..=2).contains(&breaks) && !line.is_empty()).then(|| start..start + line.len())
}

fn begins_with(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| {
        let Some(head) = text.get(..word.len()) else { return false };
        let whole = !word.is_ascii() || !text[word.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        whole && head.eq_ignore_ascii_case(word)
    })
}

impl Answer {
    /// The first value that `shape` knows and that nothing else gives its name to. Some shapes speak for themselves
    /// (`distinct`); of the others a value begins the line, ends it, or has an "it is" before it.
    pub(crate) fn value(
        &self,
        look: &Look,
        distinct: bool,
        shape: impl Fn(usize) -> Option<Range<usize>>,
    ) -> Option<Range<usize>> {
        let text = look.text;
        let short = self.line.len() <= SHORT;
        starts(text, self.line.clone()).find_map(|at| {
            super::scan::step(1);
            let span = shape(at).filter(|span| span.end <= self.line.end)?;
            let first = at == self.line.start;
            let bound = self.is_bound(text, at) || is_asserted(&text[span.end..]);
            let told =
                if self.denies { bound } else { first || bound || short && (distinct || ends_line(text, span.end)) };
            // "+82 10 5870 6100": the end of a longer number is none.
            let before = text[self.line.start..at].trim_end_matches([' ', '-']);
            let named = !first && (is_named(look, span.start) || before.ends_with(|c: char| c.is_ascii_digit()));
            (told && !named && (first || !self.requested) && (self.asked || first && ends_line(text, span.end)))
                .then_some(span)
        })
    }

    /// Whether an "it is" stands right before a place.
    fn is_bound(&self, text: &str, at: usize) -> bool {
        let before = text[self.line.start..at].trim_end_matches([' ', '"', '\'', '`', '(', '「', '“', '*']);
        WORDS.bound.iter().any(|word| {
            let Some((head, tail)) =
                before.len().checked_sub(word.len()).and_then(|start| before.split_at_checked(start))
            else {
                return false;
            };
            let whole = !word.starts_with(|c: char| c.is_ascii_alphabetic())
                || !head.ends_with(|c: char| c.is_ascii_alphanumeric());
            whole && tail.eq_ignore_ascii_case(word)
        })
    }
}

/// "… 맞아요", "… で合っています": what follows says that something is right.
pub(crate) fn is_asserted(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '"', '\'', '」', '”']);
    WORDS.asserted.iter().any(|word| rest.starts_with(word.as_str()))
}

/// Where letters and digits of ASCII begin.
pub(crate) fn starts(text: &str, part: Range<usize>) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    part.clone().filter(move |at| {
        bytes[*at].is_ascii_alphanumeric() && (*at == part.start || !bytes[at - 1].is_ascii_alphanumeric())
    })
}
