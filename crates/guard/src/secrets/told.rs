//! Passwords that do not stand right behind their name: later in the sentence, before it, on the next line.

use std::ops::Range;

use super::codes::ends_line;
use super::gaps::{self, Gap, Link};
use super::labels::Label;
use super::lettered::hangul;
use super::named::LOOSE;
use super::passwords::{is_a_label, mixed};
use super::rules::{Concept, WORDS};
use super::scan::Look;
use super::{answers, values};

/// "the password you mailed me last week is hunter2": a copula or a colon later in the sentence.
pub(super) fn told_password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let ahead = values::near(text, label.end, LOOSE);
    let ahead = ahead.split(['\n', '!', '?', ';', '。']).next().unwrap_or(ahead);
    let copula = [" is ", " was ", ": ", " = ", " it's ", "是"]
        .iter()
        .filter_map(|copula| Some(ahead.find(copula)? + copula.len()))
        .min()?;
    let gap = gaps::after(text, label.end + copula);
    if ahead[..copula].contains(['.', ',', '，'])
        || look.labels_behind(label.end, gap.at - label.end).any(|other| other.start < gap.at)
    {
        return None;
    }
    let span = values::token(text, &Gap { link: Link::Copula, ..gap })?;
    let value = &text[span.clone()];
    let number = ahead[..copula].ends_with('是') && value.len() <= 8;
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit())
        && (number || value.bytes().any(|byte| byte.is_ascii_alphabetic()));
    let named = is_a_label(look, &span);
    (mixed
        && value.len() >= 6
        && !label.weak
        && !named
        && values::is_password(value, Link::Bare, false, &text[span.end..]))
    .then_some(span)
}

/// "What is the password of the account?", and on the next line a value.
pub(super) fn answered_password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let answer = answers::behind(look.text, label.end).filter(|answer| answer.asked && !label.weak)?;
    answer.value(look, false, |at| {
        let alone = at == answer.line.start;
        let span = mixed(look, at, if alone { Link::Mark } else { Link::Bare })?;
        (!alone || ends_line(look.text, span.end)).then_some(span)
    })
}

/// "I forgot my password so I reset it to hunter22", "パスワードを hunter22 に変更しました".
pub(super) fn set_password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let ahead = values::near(text, label.end, LOOSE + LOOSE / 2);
    let ahead = ahead.split(['\n', '!', '?', ';', '！', '？']).next().unwrap_or_default();
    let named = |span: &Range<usize>| {
        look.labels_behind(label.end, span.start - label.end)
            .any(|other| other.end <= span.start && other.concept != Concept::Password && !other.weak)
    };
    let set = |word: &String| Some(label.end + ahead.find(word.as_str())? + word.len());
    let before = || {
        let at = WORDS.set_before.iter().filter_map(set).min()?;
        let at =
            at + text[at..].len() - text[at..].trim_start_matches([' ', '"', '「', '“', '\'', '`', ':', '：']).len();
        mixed(look, at, Link::Copula)
    };
    let behind = || {
        // Most lines say nothing of the kind.
        if !WORDS.set_behind.iter().any(|word| ahead.contains(word.as_str())) {
            return None;
        }
        let told = |at: usize| {
            let span = mixed(look, at, Link::Bare)?;
            let rest = text[span.end..].trim_start_matches([' ', '"', '」', '”', '\'', '`']);
            WORDS.set_behind.iter().any(|word| rest.starts_with(word.as_str())).then_some(span)
        };
        answers::starts(text, label.end..label.end + ahead.len()).find_map(told)
    };
    before().or_else(behind).filter(|span| !label.weak && !named(span))
}

/// "hunter22 치면 되는 비번이에요": the clause before the name tells the value.
pub(super) fn clause_before(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE));
    let clause = &text[from..label.start];
    let clause = clause.rsplit(['\n', '。', '！', '？', ',', '，', '、']).next().unwrap_or_default();
    let start = label.start - clause.len();
    let mut at = start;
    clause.split(' ').find_map(|word| {
        let here = at;
        at += word.len() + 1;
        let gap = Gap { at: here, link: Link::Copula, quote: None, assigned: false };
        let span = || hangul(text, &gap).or_else(|| mixed(look, here, Link::Bare));
        (!word.is_empty()).then(span)?.filter(|span| span.end <= label.start)
    })
}

/// "비번은 예전이랑 똑같이 hunter2": a few words of a script without Latin letters between the copula and the value.
pub(super) fn loose_password(look: &Look, label: &Label, gap: &Gap) -> Option<Range<usize>> {
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
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit()) && letters > 1;
    if gap.link > Link::Bare && letters >= 6 && letters == value.len() && is_spelled(text, label) {
        return (!WORDS.not_values.contains(&value.to_ascii_lowercase())).then_some(span);
    }
    let least = if gap.link == Link::Bare { 7 } else { 6 };
    let like = values::is_password(value, Link::Bare, false, &text[span.end..]);
    (mixed && value.len() >= least && like).then_some(span)
}

/// "…, all in small letters": letters alone are a password then.
fn is_spelled(text: &str, label: &Label) -> bool {
    let around = values::near(text, label.end, LOOSE).to_lowercase();
    let sentence = around.split(['\n', '。', '!', '?']).next().unwrap_or_default();
    WORDS.spelled.iter().any(|word| sentence.contains(word.as_str()))
}
