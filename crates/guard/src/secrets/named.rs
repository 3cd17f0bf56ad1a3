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
            Concept::Otp => found.extend(one_time(look, label).map(|span| certain(span, Kind::OtpCode))),
            Concept::Cvv => found.extend(security_code(look, label).map(|span| certain(span, Kind::Cvv))),
            Concept::Recovery if label.start >= codes_until => {
                let codes = recovery(look, label);
                codes_until = codes.last().map_or(0, |code| code.end);
                found.extend(codes.into_iter().map(|span| certain(span, Kind::RecoveryCode)));
            }
            Concept::Totp | Concept::SecretKey => found.extend(spaced_base32(look, label).map(|span| certain(span, Kind::TotpSecret))),
            Concept::PrivateKey => found.extend(spaced_key(look, label).map(|span| certain(span, Kind::PrivateKey))),
            _ => {}
        }
    }
}

fn has_api(look: &Look, label: &Label) -> bool {
    let api = |concept| matches!(concept, Concept::ApiKey | Concept::ApiSecret | Concept::ApiPassphrase);
    look.text[label.start..label.end].to_ascii_lowercase().starts_with("api")
        || look.labels_before(label.start, 300).chain(look.labels_behind(label.end, 300)).any(|other| api(other.concept) && other.start != label.start)
}

fn password(look: &Look, label: &Label) -> Option<Range<usize>> {
    let gap = gaps::after(look.text, label.end);
    if !(label.weak && gap.link == Link::Bare)
        && let Some(span) = password_at(look, label, &gap)
    {
        return Some(span);
    }
    let end = gaps::before(look.text, label.start)?;
    let span = values::token_before(look.text, end)?;
    let value = &look.text[span.clone()];
    let mixed = value.bytes().any(|byte| byte.is_ascii_digit()) && value.len() >= 6;
    (mixed && !is_a_label(look, &span) && values::is_password(value, Link::Copula, false, "")).then_some(span)
}

fn password_at(look: &Look, label: &Label, gap: &Gap) -> Option<Range<usize>> {
    let text = look.text;
    let mut span = values::token(text, gap)?;
    if is_a_label(look, &span) {
        return None;
    }
    let name = &text[label.start..label.end];
    let pair = name.contains(['/', '・']) || ["和", "与", "랑", "와", "과", "と", "账密", "帐密", "帳密", "login", "credential", "아이디", "userpass"].iter().any(|and| name.contains(and));
    let pair = pair || text[..label.start].trim_end().ends_with(['/', '&', '+', '和', '、']);
    if pair && let Some(second) = second_of(text, &span) {
        span = second;
    }
    let line = text[label.end..span.start].contains('\n');
    let rest = &text[span.end..];
    let value = &text[span.clone()];
    let alone = rest.trim_start_matches([' ', '\r', '"']).is_empty() || rest.trim_start_matches([' ', '\r', '"', '.', '。']).starts_with('\n');
    let letters = value.bytes().all(|byte| byte.is_ascii_alphabetic());
    if line && (!alone || letters && gap.link < Link::Mark || letters && text[label.end..span.start].contains(['?', '？'])) {
        return None;
    }
    values::is_password(value, gap.link, gap.quote.is_some(), rest).then_some(span)
}

/// "user / password": the second of two values.
fn second_of(text: &str, first: &Range<usize>) -> Option<Range<usize>> {
    let value = &text[first.clone()];
    if let Some(at) = value.find(['/', ':', '|']).filter(|at| *at > 1 && at + 1 < value.len() && !value.contains("://")) {
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
    label.end >= span.end || label.concept != Concept::Password && tail.starts_with([':', '=', '：']) || tail.starts_with([':', '='])
}

/// A one-time code: bound to its name, or six digits in the same sentence.
fn one_time(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let gap = gaps::after(text, label.end);
    let exact = label.weak && gap.link < Link::Mark;
    let (least, most) = if exact { (6, 6) } else { (4, 8) };
    if !(label.weak && gap.link == Link::Bare && gap.at > label.end + 1)
        && let Some(span) = values::code(text, gap.at, least, most).or_else(|| lettered(text, &gap))
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
    if label.weak { None } else { loose(look, label) }
}

/// Codes of capitals and digits: X7K9P2.
fn lettered(text: &str, gap: &Gap) -> Option<Range<usize>> {
    let token = values::token(text, gap).filter(|_| gap.link == Link::Mark)?;
    let value = &text[token.clone()];
    let upper = value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let mixed = value.bytes().filter(u8::is_ascii_digit).count() >= 2 && value.bytes().any(|byte| byte.is_ascii_uppercase());
    (upper && mixed && (5..=8).contains(&value.len())).then_some(token)
}

fn is_year(code: &str, link: Link) -> bool {
    link < Link::Copula && code.len() == 4 && (code.starts_with("20") || code.starts_with("19"))
}

/// The code that ends at `end`.
fn code_before(text: &str, end: usize, least: usize) -> Option<Range<usize>> {
    let part = text[..end].trim_end_matches(['"', '\'', '”', '」', '』', '*', '`', ' ', ')', '）']);
    let digits = part.bytes().rev().take(10).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-')).count();
    let start = part.len() - digits;
    let start = start + part[start..].len() - part[start..].trim_start_matches([' ', '-']).len();
    // "G-482913".
    let start = if part[..start].ends_with("G-") { start - 2 } else { start };
    values::code(text, start, least, 8).filter(|span| span.end == part.len())
}

/// Whether a name of something public stands right before a number.
fn is_named(look: &Look, start: usize) -> bool {
    look.labels_before(start, 24).next().is_some_and(|label| {
        let public = matches!(label.concept, Concept::Public | Concept::Other | Concept::Card | Concept::Address | Concept::ApiKey);
        public && !look.text[label.end..start].contains(['。', '\n', '，', '；'])
    })
}

/// Six digits in the sentence that names a code, with nothing public named between.
fn loose(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let stops = |c: char| matches!(c, '。' | '！' | '!' | '；' | ';' | '\n' | '？' | '?');
    let until = super::labels::ceil(text, (label.end + LOOSE).min(text.len()));
    let ahead = &text[label.end..until];
    let ahead = &ahead[..ahead.find(stops).or_else(|| ahead.find(". ")).unwrap_or(ahead.len())];
    if let Some(span) = digits_in(text, label.end..label.end + ahead.len())
        && !look.labels_behind(label.end, span.start - label.end).any(|other| other.end <= span.start && is_blocker(other))
    {
        return Some(span);
    }
    let from = super::labels::ceil(text, label.start.saturating_sub(LOOSE / 2));
    let behind = &text[from..label.start];
    let from = from + behind.rfind(stops).map_or(0, |at| super::labels::ceil(behind, at + 1)).max(behind.rfind(". ").map_or(0, |at| at + 2));
    let span = digits_in(text, from..label.start)?;
    let blocked = is_named(look, span.start) || text[span.clone()].ends_with("000");
    let between = look.labels_behind(span.end, label.start - span.end).any(|other| other.start < label.start && is_blocker(other));
    (!blocked && !between).then_some(span)
}

fn is_blocker(label: &Label) -> bool {
    !matches!(label.concept, Concept::Otp | Concept::Prefix | Concept::Structure | Concept::Seed | Concept::AccessToken)
}

/// The first code of exactly six digits in a part of the text.
fn digits_in(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let begins = |at: &usize| bytes[*at].is_ascii_digit() && (*at == 0 || !bytes[at - 1].is_ascii_digit());
    let at = part.clone().find(begins)?;
    values::code(text, at, 6, 6).filter(|span| span.end <= part.end && text[span.clone()].bytes().filter(u8::is_ascii_digit).count() == 6)
}

fn security_code(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let gap = gaps::after(text, label.end);
    let bound = !label.weak || gap.link > Link::Bare;
    if bound && let Some(span) = values::code(text, gap.at, 3, 4) {
        return Some(span);
    }
    let end = gaps::before(text, label.start)?;
    code_before(text, end, 3).filter(|span| span.len() <= 4 && !is_named(look, span.start))
}

/// One or several codes behind the name, with commas, lines or numbers between.
fn recovery(look: &Look, label: &Label) -> Vec<Range<usize>> {
    let text = look.text;
    let mut codes = Vec::new();
    let mut at = gaps::after(text, label.end).at;
    let limit = (label.end + LIST).min(text.len());
    let mut words = 0;
    while at < limit {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        if !c.is_ascii_alphanumeric() {
            let sentence = matches!(c, '。' | '！' | '!' | '？' | '?') || rest.starts_with(". ") && codes.is_empty() && words > 0;
            if sentence || c.is_alphabetic() && { words += 1; words > 24 || !codes.is_empty() && words > 3 } {
                break;
            }
            at += c.len_utf8();
            continue;
        }
        let length = rest.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let span = at..at + rest[..length].trim_end_matches('-').len();
        let named = look.labels_behind(at, 0).next().is_some_and(|other| is_blocker(other) && other.concept != Concept::Recovery);
        if named {
            break;
        }
        if is_recovery_code(text, &span) {
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

fn is_recovery_code(text: &str, span: &Range<usize>) -> bool {
    let code = &text[span.clone()];
    let letters: String = code.chars().filter(|c| *c != '-').collect();
    let groups: Vec<&str> = code.split('-').collect();
    let digits = letters.bytes().filter(u8::is_ascii_digit).count();
    let even = groups.len() > 1 && groups.iter().all(|group| group.len() == groups[0].len());
    let shape = (6..=36).contains(&letters.len()) && groups.iter().all(|group| group.len() >= 3);
    let mixed = digits > 0 && digits < letters.len();
    let plain = digits == letters.len() && (6..=16).contains(&digits) && !(digits == 8 && even && groups.len() == 3);
    let capitals = letters.len() >= 8 && even && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    shape && (mixed || plain || capitals) && !values::counts(&text[span.end..]) && values::stands_alone(text, span.clone())
        && !WORDS.not_values.contains(code.to_ascii_lowercase().as_str())
}

/// "JBSW Y3DP EHPK 3PXP": base32 in groups of four.
fn spaced_base32(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let near = || look.labels_before(label.start, 200).chain(look.labels_behind(label.end, 200));
    if label.concept == Concept::SecretKey && !near().any(|other| matches!(other.concept, Concept::Otp | Concept::Totp)) {
        return None;
    }
    let at = gaps::after(text, label.end).at;
    let span = groups(text, at, |byte| byte.is_ascii_alphabetic() || (b'2'..=b'7').contains(&byte))?;
    let joined: String = text[span.clone()].chars().filter(char::is_ascii_alphanumeric).collect();
    let even = text[span.clone()].split([' ', '-']).all(|group| group.len() == 4 || group.len() == 8);
    let digits = joined.bytes().any(|byte| byte.is_ascii_digit());
    let upper = joined.bytes().all(|byte| !byte.is_ascii_lowercase());
    (even && joined.len() >= 16 && (digits || upper) && blobs::is_base32(&joined)).then_some(span)
}

/// 64 hexadecimal digits or a WIF key in groups.
fn spaced_key(look: &Look, label: &Label) -> Option<Range<usize>> {
    let text = look.text;
    let at = gaps::after(text, label.end).at;
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
