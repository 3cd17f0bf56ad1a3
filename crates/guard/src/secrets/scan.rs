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
        self.labels[..known].iter().rev().take_while(move |label| at - label.end <= within)
    }

    /// The names that begin at or behind `at`, at most so many bytes away, the nearest first.
    pub(crate) fn labels_behind(&self, at: usize, within: usize) -> impl Iterator<Item = &Label> {
        let known = self.labels.partition_point(|label| label.start < at);
        self.labels[known..].iter().take_while(move |label| label.start - at <= within)
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

/// Of findings that overlap the certain one stays, then the longer one, then the one that was looked for first.
pub(crate) fn settled(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| finding.span.start);
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        let better = |other: &Finding| (finding.certainty, finding.span.len()) > (other.certainty, other.span.len());
        let overlaps = |other: &Finding| other.span.end > finding.span.start;
        if kept.last().is_some_and(|last| overlaps(last) && !better(last)) {
            continue;
        }
        while kept.last().is_some_and(|last| overlaps(last)) {
            kept.pop();
        }
        kept.push(finding);
    }
    kept
}

/// A finding that is sure.
pub(crate) fn certain(span: std::ops::Range<usize>, kind: super::Kind) -> Finding {
    Finding { span, kind, certainty: Certainty::Certain }
}
