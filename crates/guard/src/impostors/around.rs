//! What stands right around a link: a name that is written together with it, or words that hide where it leads.

use std::ops::Range;

use super::domain;
use super::fold::{self, east_asian};
use super::host::Host;
use super::label::{Match, matches};
use super::url;
use super::{Differs, Official, Verdict};

/// Of what stands before or behind a link, so many bytes are looked at: a label with its host (RFC 1035 §2.3.4).
const LONGEST: usize = 96;

/// A link with the name of Han, kana or Hangul that stands right before its first label and belongs to it:
/// "币安官网tokyo.icu" is no sentence, where a sentence may end right before "tokyo.icu".
pub(super) fn widened(
    official: &Official,
    text: &str,
    span: &Range<usize>,
    verdict: Verdict,
) -> (Range<usize>, Verdict) {
    let kept = (span.clone(), verdict);
    let before = &text[text.ceil_char_boundary(span.start.saturating_sub(LONGEST))..span.start];
    if !matches!(kept.1, Verdict::Unknown(score) if score < 0.1) || !before.ends_with(east_asian) {
        return kept;
    }
    let label = before.rfind(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let label = &before[label.map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let folded = fold::fold(label).text;
    if folded.len() != label.len() {
        return kept;
    }
    for (_, from, _) in official.names.inside(&folded).filter(|(name, ..)| name.east_asian()) {
        let start = span.start - label.len() + from;
        let link = url::parse(&text[start..span.end]);
        let found = matches(&official.names, Host::new(link.host).label());
        let whole = |found: &Match<'_>| found.name.east_asian() && found.rest.other == 0 && !found.rest.innocent();
        let verdict = domain::judge(official, &link, &super::context::Context::default());
        if found.iter().any(whole) && matches!(verdict, Verdict::Imitation { .. }) {
            return (start..span.end, verdict);
        }
    }
    kept
}

/// A link whose words say that it leads to an official domain: `[okx.com](https://a.cc)`, `<a href="https://a.cc">okx.com</a>`,
/// `[url=https://a.cc]okx.com[/url]`.
pub(super) fn labelled(official: &Official, text: &str, span: &Range<usize>, verdict: Verdict) -> Verdict {
    if matches!(verdict, Verdict::Official(_) | Verdict::Imitation { .. }) {
        return verdict;
    }
    let Some(words) = words(text, span) else { return verdict };
    let mut parts = words.split(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"'));
    let brand = parts.find_map(|part| official.domain(&Host::new(url::parse(part).host)));
    let named = || {
        let found = matches(&official.names, &fold::fold(words).text);
        let lured = |found: &&Match<'_>| found.sure() && found.rest.other == 0 && found.rest.presses();
        found.iter().find(lured).map(|found| found.name.brand)
    };
    let known = || domain::known(&Host::new(url::parse(&text[span.clone()]).host));
    let brand = brand.or_else(|| named().filter(|_| !known()));
    brand.map_or(verdict, |brand| Verdict::imitation(brand, 0.85, Differs::DisplayName))
}

/// The words that are shown in place of a link.
fn words<'t>(text: &'t str, span: &Range<usize>) -> Option<&'t str> {
    let before = &text[text.ceil_char_boundary(span.start.saturating_sub(LONGEST))..span.start];
    let behind = &text[span.end..text.floor_char_boundary(span.end + LONGEST)];
    if let Some(label) = before.strip_suffix("](").or_else(|| before.strip_suffix("](<")) {
        return label.rsplit_once('[').map(|(_, label)| label);
    }
    let tag = before.trim_end_matches(['"', '\'']);
    let (opened, close) = if tag.ends_with("href=") {
        (behind.split_once('>')?.1, "</a")
    } else if tag.ends_with("[url=") {
        (behind.split_once(']')?.1, "[/")
    } else {
        return None;
    };
    Some(opened.split_once(close).map_or(opened, |(label, _)| label))
}
