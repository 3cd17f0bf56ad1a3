//! Links that are spelled so that no filter finds them: `okx[.]com`, `hxxps://`, `okx(dot)com`.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

const SPELLED: [(&str, &str); 8] = [
    ("[.]", "."),
    ("(.)", "."),
    ("{.}", "."),
    ("[dot]", "."),
    ("(dot)", "."),
    ("[at]", "@"),
    ("(at)", "@"),
    ("hxxp", "http"),
];

static SEARCHER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let mut builder = AhoCorasick::builder();
    builder.match_kind(MatchKind::LeftmostFirst).ascii_case_insensitive(true);
    builder.build(SPELLED.iter().map(|(spelled, _)| spelled)).ok()
});

/// Where parts of the plain text were in the one that was given.
pub(super) struct Places {
    /// Ends of replaced parts: in the plain text, and in the given one.
    ends: Vec<(usize, usize)>,
}

impl Places {
    /// A span of the plain text, in the given one.
    pub(super) fn back(&self, span: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let before = self.ends.partition_point(|(plain, _)| *plain <= at);
            before.checked_sub(1).map_or(at, |last| self.ends[last].1 + at - self.ends[last].0)
        };
        place(span.start)..place(span.end)
    }
}

/// The text as it is meant, if that is another one.
pub(super) fn plain(text: &str) -> Option<(String, Places)> {
    let searcher = SEARCHER.as_ref()?;
    let (mut plain, mut done, mut ends) = (String::new(), 0, Vec::new());
    for found in searcher.find_iter(text) {
        plain.push_str(&text[done..found.start()]);
        plain.push_str(SPELLED[found.pattern().as_usize()].1);
        done = found.end();
        ends.push((plain.len(), done));
    }
    if ends.is_empty() {
        return None;
    }
    plain.push_str(&text[done..]);
    Some((plain, Places { ends }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back() {
        let text = "see hxxps://okx-a[.]com now";
        let (plain, places) = plain(text).expect("is spelled");
        assert_eq!(plain, "see https://okx-a.com now");
        assert_eq!(&text[places.back(&(4..21))], "hxxps://okx-a[.]com");
        assert!(super::plain("see okx.com").is_none());
    }
}
