//! One look at a text: its names are found once, then each kind of secret is looked for, then overlaps are settled.

use super::labels::{self, Label};
use super::plain::Plain;
use super::{Certainty, Finding, blobs, cards, named, phrases, structures};

/// A text with the names in it.
pub(crate) struct Look<'a> {
    pub text: &'a str,
    pub labels: Vec<Label>,
}

impl<'a> Look<'a> {
    pub(crate) fn at(text: &'a str) -> Look<'a> {
        Look { text, labels: labels::find(text) }
    }

    /// The names that end before `at`, at most so many bytes away, the nearest first.
    pub(crate) fn labels_before(&self, at: usize, within: usize) -> impl Iterator<Item = &Label> {
        let known = self.labels.partition_point(|label| label.end <= at);
        self.labels[..known].iter().rev().take_while(move |label| at - label.end <= within).inspect(|_| step(1))
    }

    /// The names that begin at or behind `at`, at most so many bytes away, the nearest first.
    pub(crate) fn labels_behind(&self, at: usize, within: usize) -> impl Iterator<Item = &Label> {
        let known = self.labels.partition_point(|label| label.start < at);
        self.labels[known..].iter().take_while(move |label| label.start - at <= within).inspect(|_| step(1))
    }
}

/// All secrets of a text, in order, not overlapping; spans in bytes of the text as it was given.
pub(crate) fn scan(given: &str) -> Vec<Finding> {
    let plain = Plain::of(given);
    let look = Look::at(&plain.text);
    let mut found = Vec::new();
    let mut pairs = 0;
    structures::pem(look.text, &mut found);
    structures::labelled(&look, &mut found);
    structures::integers(&look, &mut pairs, &mut found);
    blobs::find(&look, &mut pairs, &mut found);
    cards::find(&look, &mut found);
    named::find(&look, &mut found);
    phrases::find(&look, &mut found);
    let mut found = settled(found);
    found.iter_mut().for_each(|finding| finding.span = plain.given(&finding.span));
    found
}

/// Of findings that overlap the certain one stays, then the longer one; it takes with it what only the other one covered.
pub(crate) fn settled(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| (finding.span.start, finding.span.end));
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        let Some(last) = kept.last_mut().filter(|last| last.span.end > finding.span.start) else {
            kept.push(finding);
            continue;
        };
        let whole = last.span.start..last.span.end.max(finding.span.end);
        if (finding.certainty, finding.span.len()) > (last.certainty, last.span.len()) {
            *last = finding;
        }
        last.span = whole;
    }
    kept
}

/// A finding that is sure.
pub(crate) fn certain(span: std::ops::Range<usize>, kind: super::Kind) -> Finding {
    Finding { span, kind, certainty: Certainty::Certain }
}

/// Counts work, in tests only: growth is measured in steps, not by a stopwatch.
#[inline]
pub(crate) fn step(count: usize) {
    #[cfg(test)]
    tests::STEPS.with(|steps| steps.set(steps.get() + count));
    #[cfg(not(test))]
    let _ = count;
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local!(pub(super) static STEPS: Cell<usize> = const { Cell::new(0) });

    fn steps(text: &str) -> usize {
        STEPS.set(0);
        scan(text);
        STEPS.get()
    }

    /// Beginnings of secrets and what makes patterns explode.
    const NEARLY: [&str; 43] = [
        "password: ",
        "password:\"",
        "password=",
        "密码：",
        "비밀번호는 ",
        "パスワードは「",
        "code 12345 ",
        "code?\n",
        "> password?\nno, ",
        "> recovery code?\nab-cd ",
        "otp 123456 or ",
        "pin 1234, sms ",
        "amex 4 digit on front ",
        "forgot password reset it to ",
        "enter this key abcd efgh ",
        "recovery code ",
        "private key ",
        "secret ",
        "api secret abcd1234",
        "abandon ",
        "abandon\n",
        "的 ",
        "的一是在不了有和人这中大",
        "4111 ",
        "1",
        "1 ",
        "[1,2,",
        "[",
        "{\"ciphertext\":",
        "{",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ",
        "otpauth://",
        "otpauth ",
        "eyJhbGciOiJIUzI1NiJ9.",
        "eyJ.",
        "a=",
        "G-",
        "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK ",
        "ghp_",
        "\u{200b}",
        "e\u{301}\u{301}",
        "JBSW ",
    ];

    #[test]
    fn work_grows_with_the_text() {
        for nearly in NEARLY {
            let [small, large] = [800, 3_200].map(|count| steps(&nearly.repeat(count)));
            assert!(large <= 5 * small + 1_000, "{nearly:?}: {small} steps, then {large}");
            let text = nearly.repeat(3_200);
            assert!(large <= 150 * text.len() + 1_000, "{nearly:?}: {large} steps for {} bytes", text.len());
        }
    }
}
