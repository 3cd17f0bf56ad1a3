//! Passwords and PINs beside their names.

use std::ops::Range;

use super::codes::ends_line;
use super::gaps::{self, Gap, Link};
use super::labels::Label;
use super::named::LOOSE;
use super::rules::Concept;
use super::scan::Look;
use super::values;

pub(crate) fn password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let gap = gaps::after(look.text, label.end);
    if let Some(span) = password_at(look, label, &gap).filter(|span| {
        // "user bob pass hunter22", but not "pass level2".
        let value = &look.text[span.clone()];
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        !label.weak
            || gap.link > Link::Bare
            || value.len() >= 7
                && (digits >= 2 && digits < value.len()
                    || values::humps(value) > 1
                    || value.contains(['_', '#', '!', '$', '%', '^', '&', '*', '@']))
    }) {
        return Some(span);
    }
    if let Some(span) = loose_password(look, label, &gap) {
        return Some(span);
    }
    if let Some(span) = told_password(look, label) {
        return Some(span);
    }
    if let Some((gap, true)) = gaps::answer(look.text, label.end).filter(|_| !label.weak)
        && let Some(span) = answered_password(look.text, &gap)
    {
        return Some(span);
    }
    let end = gaps::before(look.text, label.start)
        .or_else(|| is_asserted(look.text, label).then(|| look.text[..label.start].trim_end().len()))?;
    let span = values::token_before(look.text, end)?;
    let value = &look.text[span.clone()];
    let odd = value.contains(['_', '#', '!', '$', '%', '^', '&', '*']);
    let mixed =
        (value.bytes().any(|byte| byte.is_ascii_digit()) || odd || values::humps(value) > 1) && value.len() >= 6;
    (mixed && !is_a_label(look, &span) && values::is_password(value, Link::Copula, false, "")).then_some(span)
}

/// "hunter2 비번 맞죠?", "hunter2 密码对吧": what follows the name says that the value stood before it.
fn is_asserted(text: &str, label: &Label) -> bool {
    let rest = text[label.end..].trim_start();
    [
        "맞",
        "예요",
        "이에요",
        "입니다",
        "임",
        "인데",
        "이야",
        "거든",
        "です",
        "だよ",
        "ですよね",
        "对吧",
        "對吧",
        "没错",
        "沒錯",
    ]
    .iter()
    .any(|word| rest.starts_with(word))
}

/// "the password you mailed me last week is hunter2": a copula or a colon later in the sentence.
fn told_password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let ahead = values::near(text, label.end, LOOSE);
    let ahead = ahead.split(['\n', '!', '?', ';', '。']).next().unwrap_or(ahead);
    let copula = [" is ", " was ", ": ", " = ", " it's "]
        .iter()
        .filter_map(|copula| Some(ahead.find(copula)? + copula.len()))
        .min()?;
    let gap = gaps::after(text, label.end + copula);
    if ahead[..copula].contains(['.', ','])
        || look.labels_behind(label.end, gap.at - label.end).any(|other| other.start < gap.at)
    {
        return None;
    }
    let span = values::token(text, &Gap { link: Link::Copula, ..gap })?;
    let value = &text[span.clone()];
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit()) && value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let named = is_a_label(look, &span);
    (mixed
        && value.len() >= 6
        && !label.weak
        && !named
        && values::is_password(value, Link::Bare, false, &text[span.end..]))
    .then_some(span)
}

/// "What is the password of the account?", and on the next line nothing but a value.
fn answered_password(text: &str, gap: &Gap) -> Option<Range<usize>> {
    let span = values::token(text, gap)?;
    let value = &text[span.clone()];
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit()) && value.len() >= 6;
    (mixed && ends_line(text, span.end) && values::is_password(value, Link::Mark, false, "")).then_some(span)
}

/// "비번은 예전이랑 똑같이 hunter2": a few words of a script without Latin letters between the copula and the value.
fn loose_password(look: &Look, label: &Label, gap: &Gap) -> Option<Range<usize>> {
    let text = look.text;
    if text[gap.at..].starts_with(|c: char| c.is_ascii()) {
        return None;
    }
    let until = super::labels::ceil(text, (gap.at + LOOSE / 2).min(text.len()));
    let ahead = &text[gap.at..until];
    let at = gap.at + ahead.find(|c: char| c.is_ascii_graphic())?;
    let between = &text[gap.at..at];
    if between.contains(['。', '\n', '，', '、', '！', '？'])
        || look.labels_behind(label.end, at - label.end).any(|other| other.start < at)
    {
        return None;
    }
    let span = values::token(text, &Gap { at, ..*gap })?;
    let value = &text[span.clone()];
    let mixed =
        value.bytes().any(|byte| byte.is_ascii_digit()) && value.bytes().filter(u8::is_ascii_alphabetic).count() > 1;
    let least = if gap.link == Link::Bare { 7 } else { 6 };
    let like = values::is_password(value, Link::Bare, false, &text[span.end..]);
    (mixed && value.len() >= least && like).then_some(span)
}

fn password_at(look: &Look, label: &Label, gap: &Gap) -> Option<Range<usize>> {
    let text = look.text;
    let korean = hangul(text, gap);
    let mut span = korean.clone().or_else(|| values::token(text, gap))?;
    if is_a_label(look, &span) {
        return None;
    }
    let name = &text[label.start..label.end];
    let pair = name.contains(['/', '・'])
        || ["和", "与", "랑", "와", "과", "と", "账密", "帐密", "帳密", "cred", "아이디", "userpass"]
            .iter()
            .any(|and| name.contains(and));
    let before = text[..label.start].trim_end();
    let listed = before.strip_suffix(['/', '&']).is_some_and(|before| {
        before.split_whitespace().next_back().is_some_and(|word| word.chars().all(char::is_alphabetic))
    });
    let pair = pair || listed;
    if pair && let Some(second) = second_of(text, &span) {
        span = second;
    }
    let line = text[label.end..span.start].contains('\n');
    let rest = &text[span.end..];
    let value = &text[span.clone()];
    let alone = rest.trim_start_matches([' ', '\r', '"']).is_empty()
        || rest.trim_start_matches([' ', '\r', '"', '.', '。']).starts_with('\n');
    let letters = value.bytes().all(|byte| byte.is_ascii_alphabetic()) && values::humps(value) < 2;
    if line
        && (!alone || letters && gap.link < Link::Mark || letters && text[label.end..span.start].contains(['?', '？']))
    {
        return None;
    }
    (korean.is_some() || values::is_password(value, gap.link, gap.quote.is_some(), rest)).then_some(span)
}

/// A password with Korean letters: "사랑해요1997!". What sticks to its end is none of it.
fn hangul(text: &str, gap: &Gap) -> Option<Range<usize>> {
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

/// "user / password": the second of two values.
fn second_of(text: &str, first: &Range<usize>) -> Option<Range<usize>> {
    let value = &text[first.clone()];
    if let Some(at) = value.find(['/', ':', '|']).filter(|at| *at > 1 && at + 1 < value.len() && !value.contains("://"))
    {
        return Some(first.start + at + 1..first.end);
    }
    let rest = &text[first.end..];
    let skipped = rest.trim_start_matches([' ', '/', ',', '，', '、', '|', '&', '+', '\n', '\r', ';']);
    let skipped = skipped.strip_prefix("and ").unwrap_or(skipped);
    let gap = Gap { at: text.len() - skipped.len(), link: Link::Mark, quote: None, assigned: false };
    (skipped.len() < rest.len()).then(|| values::token(text, &gap)).flatten()
}

/// Whether a value is itself a name, or begins with one that goes on with a colon: "password: pin: 1234".
pub(crate) fn is_a_label(look: &Look, span: &Range<usize>) -> bool {
    let Some(label) = look.labels_behind(span.start, 0).next() else { return false };
    let tail = look.text.get(label.end..span.end).unwrap_or_default();
    label.end >= span.end
        || !matches!(label.concept, Concept::Password | Concept::Public) && tail.starts_with([':', '=', '：'])
}
