//! Passwords with letters of the East: "사랑해요1997!", "我爱北京1988", 「ひらけごま」.

use std::ops::Range;

use super::gaps::{self, Gap, Link};
use super::labels::Label;
use super::named::LOOSE;
use super::rules::WORDS;
use super::scan::Look;
use super::values;

/// A password with Korean letters: "사랑해요1997!". What sticks to its end is none of it.
pub(super) fn hangul(text: &str, gap: &Gap) -> Option<Range<usize>> {
    let rest = values::near(text, gap.at, 160);
    let run =
        &rest[..rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | ',' | '，' | '。')).unwrap_or(rest.len())];
    let letters = run.chars().take_while(|c| ('\u{ac00}'..='\u{d7a3}').contains(c)).count();
    let end = run.rfind(|c: char| c.is_ascii_graphic())? + 1;
    let value = &run[..end];
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let tail = &run[end..];
    let ends = tail.is_empty()
        || [
            "입니다",
            "이에요",
            "예요",
            "이고",
            "인데",
            "이요",
            "라고",
            "로",
            "으로",
            "요",
            "이라",
            "임",
            "가",
            "는",
            "은",
            "를",
            "을",
            "이",
        ]
        .iter()
        .any(|ending| tail.starts_with(ending));
    ((2..=8).contains(&letters)
        && digits >= 2
        && value[letters * 3..].is_ascii()
        && !value.ends_with([':', '.'])
        && ends
        && !values::counts(tail))
    .then(|| gap.at..gap.at + end)
}

/// A password with Chinese letters and digits: "口令我爱北京1988" beside a user's name, or behind a copula.
pub(super) fn han(look: &Look, label: &Label, gap: &Gap) -> Option<Range<usize>> {
    let text = look.text;
    // The connectors may have gone over its first letters.
    let bare = gap.link == Link::Bare;
    let at = if bare { label.end } else { gap.at };
    let rest = values::near(text, at, 60);
    let letters = rest.chars().take_while(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
    let word = &rest[..3 * letters];
    let digits = rest[word.len()..].bytes().take_while(u8::is_ascii_graphic).count();
    let value = &rest[..word.len() + digits];
    let value = value.trim_end_matches([',', '.', ';', '"', '\'', ')', '!', '?']);
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let tail = &rest[value.len()..];
    let ends = tail.is_empty() || !tail.starts_with(|c: char| c.is_alphanumeric()) || !bare && !values::counts(tail);
    let sentence = WORDS.not_in_passwords.iter().any(|part| word.contains(part.as_str()));
    let fits = (2..=8).contains(&letters) && (2..=8).contains(&digits) && ends && !sentence && !values::counts(tail);
    (fits && (!bare || is_in_pair(text, label))).then(|| at..at + value.len())
}

/// Whether a user's name was told before, in the same line.
fn is_in_pair(text: &str, label: &Label) -> bool {
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE));
    let before = text[from..label.start].rsplit('\n').next().unwrap_or_default().to_lowercase();
    WORDS.pairs.iter().any(|word| before.contains(word.as_str()))
}

/// 合言葉「…」: a password of words, in quotation marks.
pub(super) fn watchword(text: &str, label: &Label, gap: &Gap) -> Option<Range<usize>> {
    let name = &text[label.start..label.end];
    if !["合言葉", "合い言葉", "口令", "暗号"].iter().any(|word| name.ends_with(word)) {
        return None;
    }
    let rest = values::near(text, label.end, 90);
    let rest = rest.get(gap.at.checked_sub(label.end)?.min(rest.len())..)?;
    let close = gaps::closing(gap.quote.filter(|open| !open.is_ascii())?);
    let end = rest.find(close)?;
    let value = &rest[..end];
    let letters = value.chars().count();
    let told = value.chars().any(char::is_alphanumeric) && !value.contains(['。', '、', '\n']);
    let sentence = ["です", "ます", "ない", "错", "錯", "违", "違", "不"].iter().any(|word| value.contains(word));
    ((3..=20).contains(&letters) && told && !sentence).then(|| gap.at..gap.at + end)
}
