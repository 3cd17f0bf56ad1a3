//! Values without a shape of their own, found through their names: passwords, one-time codes, security and recovery codes, and
//! keys that are written in groups.

use std::ops::Range;

use super::gaps::{self, Gap, Link};
use super::labels::Label;
use super::rules::{Concept, WORDS};
use super::scan::{Look, certain};
use super::{Finding, Kind, blobs, keys, values};

/// A code is looked for so far from its name, in bytes, when nothing binds them.
const LOOSE: usize = 80;
/// So far go the codes of a list.
const LIST: usize = 600;

/// Looks beside every name.
pub(crate) fn find(look: &Look, found: &mut Vec<Finding>) {
    let mut codes_until = 0;
    for label in look.labels.iter().filter(|label| !label.negated) {
        match label.concept {
            Concept::Password => found.extend(password(look, label).map(|span| certain(span, Kind::Password))),
            Concept::ApiPassphrase => {
                let kind = if has_api(look, label) { Kind::ApiSecret } else { Kind::Password };
                found.extend(password(look, label).map(|span| certain(span, kind)));
            }
            Concept::Otp => match spaced_base32(look, label) {
                Some(span) => found.push(certain(span, Kind::TotpSecret)),
                None => found.extend(one_time(look, label).map(|span| certain(span, Kind::OtpCode))),
            },
            Concept::Cvv => match security_code(look, label) {
                Some(span) => found.push(certain(span, Kind::Cvv)),
                // Some call a one-time code so.
                None => found.extend(six_digits(look, label).map(|span| certain(span, Kind::OtpCode))),
            },
            Concept::Back => found.extend(on_the_back(look, label).map(|span| certain(span, Kind::Cvv))),
            Concept::Recovery if label.start >= codes_until => {
                let codes = recovery(look, label);
                codes_until = codes.last().map_or(0, |code| code.end);
                found.extend(codes.into_iter().map(|span| certain(span, Kind::RecoveryCode)));
            }
            Concept::Totp | Concept::SecretKey => {
                found.extend(spaced_base32(look, label).map(|span| certain(span, Kind::TotpSecret)))
            }
            Concept::PrivateKey => found.extend(spaced_key(look, label).map(|span| certain(span, Kind::PrivateKey))),
            _ => {}
        }
    }
}

fn has_api(look: &Look, label: &Label) -> bool {
    let api =
        |concept| matches!(concept, Concept::ApiKey | Concept::ApiSecret | Concept::ApiPassphrase | Concept::SecretKey);
    look.text[label.start..label.end].to_ascii_lowercase().starts_with("api")
        || look
            .labels_before(label.start, 300)
            .chain(look.labels_behind(label.end, 300))
            .any(|other| api(other.concept) && other.start != label.start)
}

fn password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let gap = gaps::after(look.text, label.end);
    if let Some(span) = password_at(look, label, &gap).filter(|span| {
        // "user bob pass hunter22", but not "pass level2".
        let value = &look.text[span.clone()];
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        !label.weak || gap.link > Link::Bare || value.len() >= 7 && digits >= 2 && digits < value.len()
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
        || ["和", "与", "랑", "와", "과", "と", "账密", "帐密", "帳密", "credential", "아이디", "userpass"]
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
fn is_a_label(look: &Look, span: &Range<usize>) -> bool {
    let Some(label) = look.labels_behind(span.start, 0).next() else { return false };
    let tail = look.text.get(label.end..span.end).unwrap_or_default();
    label.end >= span.end
        || !matches!(label.concept, Concept::Password | Concept::Public) && tail.starts_with([':', '=', '：'])
}

/// A one-time code: bound to its name, or six digits in the same sentence.
fn one_time(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let gap = gaps::after(text, label.end);
    if label.weak && is_part_of_another(look, label) {
        return None;
    }
    let eastern = !text.as_bytes()[label.start].is_ascii();
    if label.weak && eastern && gap.link == Link::Bare {
        return None;
    }
    let exact = label.weak && gap.link < Link::Mark;
    let (least, most) = match (exact, gap.link) {
        (true, _) => (6, 8),
        _ => (4, 8),
    };
    if !(label.weak && gap.link == Link::Bare && gap.at > label.end + 1)
        && let Some(span) =
            values::code_at(text, gap.at, least, most, gap.at == label.end).or_else(|| lettered(text, &gap))
        && !is_year(&text[span.clone()], gap.link)
    {
        return Some(span);
    }
    if let Some(end) = gaps::before(text, label.start)
        && let Some(span) = code_before(text, end, if label.weak { 6 } else { 4 })
        && !is_named(look, span.start)
    {
        return Some(span);
    }
    if let Some((gap, asked)) = gaps::answer(text, label.end)
        && let Some(span) = values::code(text, gap.at, if asked { 4 } else { 6 }, 8)
        && ends_line(text, span.end)
    {
        return Some(span);
    }
    if label.weak { None } else { loose(look, label) }
}

fn ends_line(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches([' ', '\r', '.', '。', '"', '」', '!']);
    rest.is_empty() || rest.starts_with('\n')
}

/// 振込コード is no コード, {"code": …, "msg": …} no one-time code.
fn is_part_of_another(look: &Look, label: &Label) -> bool {
    let text = look.text;
    let before = text[..label.start].chars().next_back();
    let compound = !text.as_bytes()[label.start].is_ascii()
        && before
            .is_some_and(|c| matches!(c, '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'));
    let until = super::labels::ceil(text, (label.end + 60).min(text.len()));
    let behind = text[label.end..until].to_ascii_lowercase();
    let other = |other: &Label| other.concept == Concept::Public && text[other.end..label.start].len() <= 1;
    compound
        || look.labels_before(label.start, 1).next().is_some_and(other)
        || behind.starts_with('"')
            && ["\"msg\"", "\"message\"", "\"error", "\"data\""].iter().any(|key| behind.contains(key))
}

/// Codes of capitals and digits: X7K9P2.
fn lettered(text: &str, gap: &Gap) -> Option<Range<usize>> {
    let token = values::token(text, gap).filter(|_| gap.link == Link::Mark)?;
    let value = &text[token.clone()];
    let upper = value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let mixed =
        value.bytes().filter(u8::is_ascii_digit).count() >= 2 && value.bytes().any(|byte| byte.is_ascii_uppercase());
    (upper && mixed && (5..=8).contains(&value.len())).then_some(token)
}

fn is_year(code: &str, link: Link) -> bool {
    link < Link::Copula && code.len() == 4 && (code.starts_with("20") || code.starts_with("19"))
}

/// The code that ends at `end`.
fn code_before(text: &str, end: usize, least: usize) -> Option<Range<usize>> {
    let part = text[..end].trim_end_matches(['"', '\'', '”', '」', '』', '*', '`', ' ', ')', '）']);
    let digits =
        part.bytes().rev().take(10).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-')).count();
    let start = part.len() - digits;
    let start = start + part[start..].len() - part[start..].trim_start_matches([' ', '-']).len();
    // "G-482913".
    let start = if part[..start].ends_with("G-") { start - 2 } else { start };
    values::code(text, start, least, 8).filter(|span| span.end == part.len())
}

/// Whether a name of something public stands right before a number.
fn is_named(look: &Look, start: usize) -> bool {
    look.labels_before(start, 24).next().is_some_and(|label| {
        let public = matches!(
            label.concept,
            Concept::Public | Concept::Other | Concept::Card | Concept::Address | Concept::ApiKey
        );
        public && !look.text[label.end..start].contains(['。', '\n', '，', '；'])
    })
}

/// Six to eight digits in the sentence that names a code, with nothing public named between.
fn loose(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let stops = |c: char| matches!(c, '。' | '！' | '!' | '；' | ';' | '\n' | '？' | '?');
    let until = super::labels::ceil(text, (label.end + LOOSE).min(text.len()));
    let ahead = &text[label.end..until];
    let ahead = &ahead[..ahead.find(stops).or_else(|| ahead.find(". ")).unwrap_or(ahead.len())];
    if let Some(span) = digits_in(text, label.end..label.end + ahead.len())
        && !look
            .labels_behind(label.end, span.start - label.end)
            .any(|other| other.end <= span.start && is_blocker(other))
    {
        return Some(span);
    }
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let behind = &text[from..label.start];
    let from = from
        + behind
            .rfind(stops)
            .map_or(0, |at| super::labels::ceil(behind, at + 1))
            .max(behind.rfind(". ").map_or(0, |at| at + 2));
    let span = digits_in(text, from..label.start)?;
    let blocked = is_named(look, span.start) || text[span.clone()].ends_with("000");
    let between = look
        .labels_behind(span.end, label.start - span.end)
        .any(|other| other.start < label.start && is_blocker(other));
    (!blocked && !between).then_some(span)
}

fn is_blocker(label: &Label) -> bool {
    !matches!(label.concept, Concept::Otp | Concept::Prefix | Concept::Structure | Concept::Seed | Concept::AccessToken)
}

/// 20261121.
fn is_day(digits: &str) -> bool {
    let part =
        |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u16>().ok()).unwrap_or_default();
    digits.len() == 8
        && (1900..2100).contains(&part(0, 4))
        && (1..=12).contains(&part(4, 6))
        && (1..=31).contains(&part(6, 8))
}

/// The first code of six to eight digits in a part of the text.
fn digits_in(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let begins = |at: &usize| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit());
    let at = part.clone().find(begins)?;
    let span = values::code(text, at, 6, 8).filter(|span| span.end <= part.end)?;
    (!is_day(&text[span.clone()])).then_some(span)
}

/// Three digits beside the back of a card, when a card or a count of digits is named too.
fn on_the_back(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let near = || look.labels_before(label.start, 120).chain(look.labels_behind(label.end, 120));
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let around = values::near(text, from, LOOSE + label.end - label.start).to_ascii_lowercase();
    let counted = [
        "digit",
        "three",
        "number",
        "三",
        "3位",
        "3个",
        "3個",
        "數字",
        "数字",
        "세 ",
        "세자리",
        "3자리",
        "숫자",
        "桁",
        "番号",
    ];
    if !near().any(|other| matches!(other.concept, Concept::Card | Concept::Cvv))
        && !counted.iter().any(|word| around.contains(word))
    {
        return None;
    }
    if let Some(span) = loose_three(look, label) {
        return Some(span);
    }
    let behind = &text[from..label.start];
    let behind = &behind[behind
        .rfind(['。', '！', '!', '\n', '？', '?', '；', '，'])
        .map_or(0, |at| super::labels::ceil(behind, at + 1))..];
    let digits = behind.rfind(|c: char| c.is_ascii_digit())?;
    let end = label.start - behind.len() + digits + 1;
    code_before(text, end, 3).filter(|span| span.len() == 3 && !is_named(look, span.start))
}

fn six_digits(look: &Look, label: &Label) -> Option<Range<usize>> {
    let gap = gaps::after(look.text, label.end);
    values::code_at(look.text, gap.at, 6, 8, gap.at == label.end)
}

fn security_code(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let gap = gaps::after(text, label.end);
    let card = || {
        look.labels_before(label.start, 160)
            .chain(look.labels_behind(label.end, 160))
            .any(|other| other.concept == Concept::Card)
    };
    let bound = !label.weak || gap.link > Link::Bare || card();
    if bound && let Some(span) = values::code_at(text, gap.at, 3, 4, gap.at == label.end) {
        return Some(span);
    }
    if let Some((gap, true)) = gaps::answer(text, label.end)
        && let Some(span) = values::code(text, gap.at, 3, 4).filter(|span| ends_line(text, span.end))
    {
        return Some(span);
    }
    let before = gaps::before(text, label.start).and_then(|end| code_before(text, end, 3));
    if let Some(span) = before.filter(|span| span.len() <= 4 && !is_named(look, span.start)) {
        return Some(span);
    }
    if label.weak && !card() { None } else { loose_three(look, label) }
}

/// American Express prints four digits.
const FOUR: [&str; 10] = ["4 digit", "4-digit", "four", "四位", "4位", "네 자리", "네자리", "4자리", "4桁", "四桁"];

/// Three digits in the sentence that names a security code.
fn loose_three(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let until = super::labels::ceil(text, (label.end + LOOSE / 2).min(text.len()));
    let ahead = &text[label.end..until];
    let ahead = &ahead[..ahead.find(['。', '！', '!', '\n', '？', '?', '；']).unwrap_or(ahead.len())];
    let around = values::near(text, label.start, LOOSE).to_ascii_lowercase();
    let most = if FOUR.iter().any(|word| around.contains(word)) { 4 } else { 3 };
    let begins =
        |at: &usize| ahead.as_bytes()[*at].is_ascii_digit() && (*at == 0 || !ahead.as_bytes()[at - 1].is_ascii_digit());
    let span = (0..ahead.len()).filter(begins).find_map(|at| values::code(text, label.end + at, 3, most))?;
    let at = span.start;
    let blocked = look
        .labels_behind(label.end, at - label.end)
        .any(|other| other.end <= at && !matches!(other.concept, Concept::Cvv | Concept::Card | Concept::Back));
    (!blocked).then_some(span)
}

/// One or several codes behind the name, with commas, lines or numbers between.
fn recovery(look: &Look, label: &Label) -> Vec<Range<usize>> {
    let text = look.text;
    let mut codes = Vec::new();
    let mut at = gaps::after(text, label.end).at;
    let first = at;
    let limit = (label.end + LIST).min(text.len());
    let mut words = 0;
    while at < limit {
        super::scan::step(1);
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if !c.is_ascii_alphanumeric() {
            let sentence =
                matches!(c, '。' | '！' | '!' | '？' | '?') || rest.starts_with(". ") && codes.is_empty() && words > 0;
            if sentence
                || c.is_alphabetic() && {
                    words += 1;
                    words > 24 || !codes.is_empty() && words > 3
                }
            {
                break;
            }
            at += c.len_utf8();
            continue;
        }
        let length = rest.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let span = at..at + rest[..length].trim_end_matches('-').len();
        if let Some(span) = values::code(text, at, 8, 8).filter(|span| span.len() == 9) {
            at = span.end;
            codes.push(span);
            continue;
        }
        let named = look
            .labels_behind(at, 0)
            .next()
            .is_some_and(|other| other.end >= span.end && is_blocker(other) && other.concept != Concept::Recovery);
        if named {
            break;
        }
        if is_recovery_code(
            text,
            &span,
            at == first
                || !codes.is_empty()
                || text[first..at].bytes().all(|byte| !byte.is_ascii_alphabetic() && byte.is_ascii()),
        ) {
            codes.push(span);
            words = 0;
        } else if !text[span].bytes().all(|byte| byte.is_ascii_digit()) {
            words += 3;
            if words > if codes.is_empty() { 24 } else { 3 } {
                break;
            }
        }
        at += length;
    }
    codes
}

fn is_recovery_code(text: &str, span: &Range<usize>, direct: bool) -> bool {
    let code = &text[span.clone()];
    let letters: String = code.chars().filter(|c| *c != '-').collect();
    let groups: Vec<&str> = code.split('-').collect();
    let digits = letters.bytes().filter(u8::is_ascii_digit).count();
    let even = groups.len() > 1 && groups.iter().all(|group| group.len() == groups[0].len());
    let shape = (6..=36).contains(&letters.len()) && groups.iter().all(|group| group.len() >= 3);
    let mixed = digits > 0 && digits < letters.len();
    let plain = digits == letters.len() && (6..=16).contains(&digits) && !(digits == 8 && even && groups.len() == 3);
    let capitals = letters.len() >= 8 && (even || direct) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let capitals = capitals
        || direct && even && groups[0].len() >= 4 && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    shape
        && (mixed || plain || capitals)
        && !values::is_measure(code)
        && !values::counts(&text[span.end..])
        && values::stands_alone(text, span.clone())
        && !WORDS.not_values.contains(code.to_ascii_lowercase().as_str())
}

/// "JBSW Y3DP EHPK 3PXP": base32 in groups of four, in the same sentence as the name.
fn spaced_base32(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let near = || look.labels_before(label.start, 200).chain(look.labels_behind(label.end, 200));
    if label.concept == Concept::SecretKey && !near().any(|other| matches!(other.concept, Concept::Otp | Concept::Totp))
    {
        return None;
    }
    let bytes = text.as_bytes();
    let until = (label.end + LOOSE).min(bytes.len());
    let direct = gaps::after(text, label.end).at;
    let mut at = direct;
    while at < until {
        super::scan::step(1);
        let end = fours(bytes, at);
        let joined: String = text[at..end].chars().filter(char::is_ascii_alphanumeric).collect();
        if blobs::is_strict_base32(&joined)
            || joined.len() >= 16
                && end - at > joined.len()
                && (label.concept == Concept::Totp && at == direct || joined.bytes().any(|byte| byte.is_ascii_digit()))
            || joined.len() >= 16 && !joined.bytes().any(|byte| byte.is_ascii_lowercase())
        {
            return Some(at..end);
        }
        let word = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count().max(1);
        at = super::labels::ceil(text, at + word);
        at += bytes[at.min(bytes.len())..]
            .iter()
            .take_while(|byte| matches!(**byte, b' ' | b'-' | b'"' | b':' | b'(' | b'\n'))
            .count();
    }
    None
}

/// Where groups of four letters of base32 end that begin at `at`.
fn fours(bytes: &[u8], at: usize) -> usize {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || (b'2'..=b'7').contains(byte);
    let mut end = at;
    loop {
        let from = if end == at { at } else { end + 1 };
        let group = bytes.get(from..from + 4).is_some_and(|group| group.iter().all(letter));
        if !group || bytes.get(from + 4).is_some_and(u8::is_ascii_alphanumeric) || end - at > 100 {
            return end;
        }
        end = from + 4;
        if !matches!(bytes.get(end), Some(b' ' | b'-')) {
            return end;
        }
    }
}

/// 64 hexadecimal digits or a WIF key in groups.
fn spaced_key(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let at = gaps::after(text, label.end).at;
    let until = super::labels::ceil(text, (at + LOOSE / 2).min(text.len()));
    let ahead = text[at..until].split('\n').next().unwrap_or_default();
    let at = at + ahead.find(|c: char| c.is_ascii_hexdigit()).unwrap_or(0);
    let hex = groups(text, at, |byte| byte.is_ascii_hexdigit() || byte == b'x');
    if let Some(span) = hex {
        let joined: String = text[span.clone()].chars().filter(char::is_ascii_alphanumeric).collect();
        if joined.strip_prefix("0x").unwrap_or(&joined).len() == 64 {
            return Some(span);
        }
    }
    let span = groups(text, at, |byte| byte.is_ascii_alphanumeric())?;
    let joined: String = text[span.clone()].chars().filter(char::is_ascii_alphanumeric).collect();
    keys::proof(&joined).is_some().then_some(span)
}

/// Groups of letters with single spaces, dashes or line breaks between, at least two of them.
fn groups(text: &str, at: usize, letter: impl Fn(u8) -> bool) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut end = at;
    let mut count = 0;
    while end - at < 160 {
        let from = if count == 0 { end } else { end + 1 };
        let length = bytes.get(from..)?.iter().take_while(|byte| letter(**byte)).count();
        let whole = !bytes.get(from + length).is_some_and(u8::is_ascii_alphanumeric);
        if length < 2 || !whole {
            break;
        }
        end = from + length;
        count += 1;
        if !matches!(bytes.get(end), Some(b' ' | b'-' | b'\n')) {
            break;
        }
    }
    (count > 1).then_some(at..end)
}
