//! Links that are spelled so that no filter finds them: `okx[.]com`, `hxxps://`, `okx(dot)com`.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

use super::rules::rules;

const SPELLED: [(&str, &str); 32] = [
    ("[.]", "."),
    ("(.)", "."),
    ("{.}", "."),
    ("[dot]", "."),
    ("(dot)", "."),
    ("{dot}", "."),
    ("<dot>", "."),
    (" [dot] ", "."),
    (" (dot) ", "."),
    ("[点]", "."),
    ("(点)", "."),
    ("（点）", "."),
    ("[at]", "@"),
    ("(at)", "@"),
    (" [at] ", "@"),
    (" (at) ", "@"),
    ("hxxp", "http"),
    // From here on only between parts of a host.
    (" dot ", "."),
    (" . ", "."),
    (" 。 ", "."),
    (" .", "."),
    (". ", "."),
    ("点", "."),
    ("點", "."),
    ("닷", "."),
    ("쩜", "."),
    ("ドット", "."),
    (" 点 ", "."),
    (" 點 ", "."),
    (" 닷 ", "."),
    (" 쩜 ", "."),
    (" ドット ", "."),
];

/// How many of these need no look at what stands around them.
const CLEAR: usize = 17;
/// How many of those that do are nothing but a dot and spaces, and how many of them have a space on one side only.
const SPACED: std::ops::Range<usize> = 18..22;
const LOOSE: std::ops::Range<usize> = 20..22;

/// Endings behind which no sentence begins.
const ENDINGS: [&str; 12] = ["com", "net", "org", "xyz", "cc", "icu", "io", "kr", "jp", "cn", "hk", "tw"];

/// Of what stands behind a separator, so many bytes are looked at: a label (RFC 1035 §2.3.4).
const LONGEST: usize = 63;

/// Endings in the speakers' own letters, behind a dot in the same.
const COM: [(&str, &str); 3] = [("컴", "com"), ("コム", "com"), ("康姆", "com")];

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

/// A separator in a text, as it is to be read.
struct Separator {
    pattern: usize,
    span: Range<usize>,
    /// What stands there instead, its dot or the ending behind it too.
    plain: String,
}

/// The text as it is meant, if that is another one.
pub(super) fn plain(text: &str) -> Option<(String, Places)> {
    let searcher = SEARCHER.as_ref()?;
    let mut separators: Vec<Separator> = Vec::new();
    for found in searcher.find_iter(text) {
        let (pattern, span) = (found.pattern().as_usize(), found.range());
        separators.push(Separator { pattern, span, plain: SPELLED[pattern].1.to_owned() });
    }
    // Whether one parts a host is known when those behind it are: "m dot example dot com".
    let mut next: Option<usize> = None;
    for at in (0..separators.len()).rev() {
        let Separator { pattern, span, .. } = &separators[at];
        let read = if *pattern < CLEAR { Some((span.end, ".")) } else { parts(text, *pattern, span, next) };
        match read {
            Some((_, ".")) => next = Some(span.start),
            Some((end, ending)) => {
                (separators[at].span.end, separators[at].plain) = (end, format!(".{ending}"));
                next = Some(separators[at].span.start);
            }
            None => separators[at].plain.clear(),
        }
    }
    separators.retain(|separator| !separator.plain.is_empty());
    let (mut plain, mut done, mut ends) = (String::new(), 0, Vec::new());
    for Separator { span, plain: instead, .. } in &separators {
        plain.push_str(&text[done..span.start]);
        plain.push_str(instead);
        done = span.end;
        ends.push((plain.len(), done));
    }
    if ends.is_empty() {
        return None;
    }
    plain.push_str(&text[done..]);
    Some((plain, Places { ends }))
}

/// Whether a separator parts a host, with the place up to which it is read and what for. `next` is where the next one is.
fn parts(text: &str, pattern: usize, span: &Range<usize>, next: Option<usize>) -> Option<(usize, &'static str)> {
    if !text[..span.start].ends_with(|letter: char| letter.is_ascii_alphanumeric()) {
        return None;
    }
    let rest = &text[span.end..];
    if let Some((written, ending)) = COM.iter().find(|(written, _)| rest.starts_with(written)) {
        return (!SPACED.contains(&pattern)).then_some((span.end + written.len(), ending));
    }
    let host = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'.');
    let length = rest.bytes().take(LONGEST).take_while(|letter| host(*letter)).count();
    let label = rest[..length].trim_end_matches(['.', '-']);
    let last = label.rsplit('.').next().unwrap_or(label);
    let spaced = text[span.clone()].contains(' ');
    let ending = if LOOSE.contains(&pattern) {
        ENDINGS.contains(&last)
    } else {
        rules().tlds.contains(last) && !(spaced && super::sites::WORDS.contains(&last))
    };
    // "It broke . help me": the sentence goes on.
    let sentence = || {
        let behind = rest[length..].strip_prefix(' ').unwrap_or("");
        SPACED.contains(&pattern)
            && !ENDINGS.contains(&last)
            && behind.starts_with(|letter: char| letter.is_ascii_alphabetic())
    };
    let chained = !LOOSE.contains(&pattern) && next == Some(span.end + length) && length > 0;
    (chained || ending && !sentence()).then_some((span.end, "."))
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

    #[test]
    fn dots_in_words_and_between_spaces() {
        for (text, wanted) in [
            ("see m dot okx-a dot xyz now", Some("see m.okx-a.xyz now")),
            ("www . okx-a . net", Some("www.okx-a.net")),
            ("okx-a .com is it", Some("okx-a.com is it")),
            ("okx닷컴 okx点com okxドットコム", Some("okx.com okx.com okx.com")),
            ("okx (dot) vip", Some("okx.vip")),
            ("It broke . help me. Then it . worked", None),
            ("I use okx. It fails. The dot is red. 바이낸스닷컴 8点开始", None),
        ] {
            assert_eq!(super::plain(text).map(|(plain, _)| plain).as_deref(), wanted, "{text}");
        }
    }
}
