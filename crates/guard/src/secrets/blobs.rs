//! Long rows of letters and digits: keys that prove themselves, and random-looking values whose names tell what they are.
//!
//! 64 hexadecimal digits are a transaction's id or a private key. The nearest name decides; without one nobody knows.

use std::ops::Range;

use super::gaps::{self, Link};
use super::keys::{self, Proof};
use super::labels::Label;
use super::rules::Concept;
use super::scan::{Look, certain};
use super::values::{is_random, is_uuid};
use super::{Certainty, Finding, Kind, structures, tokens};

/// Shorter rows are looked at beside their names only.
const SHORTEST: usize = 16;
/// A name further away, in bytes, says nothing about a value.
const NEAR: usize = 120;
/// Without a colon or a copula a name reaches so far.
const BESIDE: usize = 90;

/// Finds tokens of services, keys and named values.
pub(crate) fn find(look: &Look, pairs: &mut usize, found: &mut Vec<Finding>) {
    for label in look.labels.iter().filter(|label| label.concept == Concept::Prefix) {
        found.extend(tokens::at(look.text, label.start, label.number).map(|span| certain(span, Kind::AccessToken)));
    }
    let mut last: Option<Row> = None;
    for span in rows(look.text) {
        let row = judge(look, span, last.as_ref(), pairs, found);
        last = Some(row);
    }
}

/// A row and the name that it was judged by.
struct Row {
    end: usize,
    name: Option<Concept>,
    /// It was a secret: the names before it were its own.
    taken: bool,
}

/// Maximal rows of letters, digits and the signs of base64, [`SHORTEST`] bytes or more.
fn rows(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            // Whoever is not in a row here is in none that began in the last bytes.
            let Some(end) = bytes.get(at + SHORTEST - 1).map(|_| at + SHORTEST) else {
                at = bytes.len();
                return None;
            };
            if let Some(gap) = bytes[at..end].iter().rposition(|byte| !IN_ROW[usize::from(*byte)]) {
                at += gap + 1;
                continue;
            }
            let start = at;
            at =
                bytes[end..].iter().position(|byte| !IN_ROW[usize::from(*byte)]).map_or(bytes.len(), |more| end + more);
            return Some(start..at);
        }
        None
    })
}

const IN_ROW: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8;
        table[byte] = c.is_ascii_alphanumeric() || matches!(c, b'+' | b'/' | b'_' | b'=' | b'-');
        byte += 1;
    }
    table
};

fn judge(look: &Look, span: Range<usize>, last: Option<&Row>, pairs: &mut usize, found: &mut Vec<Finding>) -> Row {
    super::scan::step(span.len());
    let known = found.len();
    proofs(look, span.clone(), pairs, found);
    if found.len() > known {
        return Row { end: span.end, name: None, taken: true };
    }
    let span = value(look.text, span);
    // The next one of a list goes by the name of the one before.
    let chained = last
        .filter(|last| span.start >= last.end && look.text[last.end..span.start].len() <= 5)
        .and_then(|last| last.name);
    let name = name_of(look, &span, last).or(chained);
    let verdict = verdict(look, &span, name);
    let taken = verdict.is_some();
    found.extend(verdict);
    Row { end: span.end, name, taken }
}

/// The part of a row that is the value: without `name=` before it and dashes around it.
fn value(text: &str, span: Range<usize>) -> Range<usize> {
    let row = &text[span.clone()];
    let body = row.trim_end_matches('=');
    let from = body.rfind('=').map_or(0, |at| at + 1);
    let part = row[from..].trim_start_matches(['-', '_', '/', '=', '+']);
    let part_end = part.trim_end_matches(['-', '_']);
    let start = span.end - part.len();
    start..start + part_end.len()
}

/// Keys within the row that prove themselves.
fn proofs(look: &Look, span: Range<usize>, pairs: &mut usize, found: &mut Vec<Finding>) {
    let text = look.text;
    if let Some(token) = tokens::telegram(text, span.clone()) {
        found.push(certain(token, Kind::AccessToken));
        return;
    }
    let mut at = span.start;
    for run in text[span].split(|c: char| !c.is_ascii_alphanumeric()) {
        let run_span = at..at + run.len();
        at = run_span.end + 1;
        if run.len() < 22 {
            continue;
        }
        if let Some(length) = keys::bech32(&text[run_span.start..run_span.end]) {
            found.push(certain(run_span.start..run_span.start + length, Kind::PrivateKey));
            continue;
        }
        match keys::proof(run) {
            Some(Proof::Private) => found.push(certain(run_span, Kind::PrivateKey)),
            Some(Proof::Weak) => {
                let named = name_of(look, &run_span, None) == Some(Concept::PrivateKey);
                let certainty = if named { Certainty::Certain } else { Certainty::Uncertain };
                found.push(Finding { span: run_span, kind: Kind::PrivateKey, certainty });
            }
            Some(Proof::Pair) => {
                *pairs += 1;
                // Too many to be checked: closed.
                if *pairs > structures::MOST_PAIRS {
                    found.push(Finding { span: run_span, kind: Kind::PrivateKey, certainty: Certainty::Uncertain });
                } else if keys::is_base58_key_pair(run) {
                    found.push(certain(run_span, Kind::PrivateKey));
                }
            }
            None => {}
        }
    }
}

/// What the words around say that the value is.
fn name_of(look: &Look, span: &Range<usize>, last: Option<&Row>) -> Option<Concept> {
    let hex = is_hex_key(&look.text[span.clone()]);
    let mut address = None;
    for label in look.labels_before(span.start, NEAR) {
        if !reaches(look, label, span.start, last) {
            continue;
        }
        match label.concept {
            _ if label.negated => return Some(Concept::Public),
            // A private key is often named together with the address that it opens.
            Concept::Address if hex => address = Some(Concept::Address),
            // "the private key for the API is", "the secret key of my account,": the name is the key's.
            Concept::ApiKey | Concept::Public if label.weak && belongs(look, label) => {}
            // Other things say something about what follows them at once only.
            Concept::Other if gaps::after(look.text, label.end).at < span.start => {}
            Concept::Otp
            | Concept::Seed
            | Concept::Card
            | Concept::Cvv
            | Concept::Back
            | Concept::Front
            | Concept::Verb
            | Concept::Prefix
            | Concept::Structure => {}
            concept => return Some(concept),
        }
    }
    name_behind(look, span).or(address)
}

/// Whether a name only says whose key the one before it is.
fn belongs(look: &Look, label: &Label) -> bool {
    look.labels_before(label.start, 20).next().is_some_and(|key| {
        let secret =
            matches!(key.concept, Concept::PrivateKey | Concept::SecretKey | Concept::ApiSecret | Concept::Totp);
        let between = look.text[key.end..label.start].trim();
        secret
            && !key.negated
            && ["of", "for", "to", "from", "in"].contains(&between.split(' ').next().unwrap_or_default())
    })
}

/// Whether a name's value may stand at `start`.
fn reaches(look: &Look, label: &Label, start: usize, last: Option<&Row>) -> bool {
    let text = look.text;
    let between = &text[label.end..start];
    if last.is_some_and(|last| last.end > label.end && last.taken) || between.matches('\n').count() > 3 {
        return false;
    }
    let gap = gaps::after(text, label.end);
    let direct = gap.at >= start;
    // A public thing of the line before is another one.
    if label.concept == Concept::Public && between.contains('\n') && gap.link < Link::Mark && (label.weak || !direct) {
        return false;
    }
    if label.weak {
        let api = || {
            label.concept == Concept::SecretKey
                && look.labels_before(label.start, 200).any(|other| other.concept == Concept::ApiKey)
        };
        return direct && (gap.link > Link::Bare || label.concept == Concept::Public || api());
    }
    let marked = between
        .trim_end_matches([' ', '"', '\'', '`', '\n', '*', '\r', '“', '「'])
        .ends_with([':', '：', '=', '>', '→', '是', '👇']);
    let sentence = between.contains(['。', '！', '!', '；', ';']) || between.contains(". ");
    direct || marked || between.len() <= BESIDE && !sentence
}

/// "… is my private key", "… (private key)".
fn name_behind(look: &Look, span: &Range<usize>) -> Option<Concept> {
    let label = look.labels_behind(span.end, 40).next()?;
    let between = &look.text[span.end..label.start];
    let bound = gaps::before(look.text, label.start).is_some_and(|end| end <= span.end + 2) || between.len() <= 5;
    let told = matches!(
        label.concept,
        Concept::PrivateKey
            | Concept::SecretKey
            | Concept::ApiSecret
            | Concept::Totp
            | Concept::Public
            | Concept::AccessToken
            | Concept::Address
    );
    (bound && told && !between.contains('\n') && (!label.weak || between.len() > 5)).then_some(if label.negated {
        Concept::Public
    } else {
        label.concept
    })
}

/// 64 hexadecimal digits, with or without 0x.
fn is_hex_key(token: &str) -> bool {
    let digits = token.strip_prefix("0x").or_else(|| token.strip_prefix("0X")).unwrap_or(token);
    digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn verdict(look: &Look, span: &Range<usize>, name: Option<Concept>) -> Option<Finding> {
    let token = &look.text[span.clone()];
    let kind = match name {
        Some(Concept::PrivateKey) => private_key(look, span, token),
        Some(Concept::SecretKey) => secret_key(look, span, token),
        Some(Concept::ApiSecret) => is_value(token).then_some(Kind::ApiSecret),
        Some(Concept::AccessToken) => (is_value(token) && !is_hex_key(token.strip_prefix("0x").map_or("", |_| token)))
            .then_some(Kind::AccessToken),
        Some(Concept::Totp) => is_base32(token).then_some(Kind::TotpSecret),
        Some(Concept::Recovery) if is_hex_key(token) => Some(Kind::PrivateKey),
        _ if is_aws_secret(token) && has_aws_id(look, span) => Some(Kind::ApiSecret),
        None | Some(Concept::Public | Concept::Password) if is_strict_base32(token) && has_codes(look, span.start) => {
            Some(Kind::TotpSecret)
        }
        None if is_hex_key(token) && !is_in_link(look.text, span.start) => {
            return Some(Finding { span: span.clone(), kind: Kind::PrivateKey, certainty: Certainty::Uncertain });
        }
        _ => None,
    };
    kind.map(|kind| certain(span.clone(), kind))
}

/// A private key; base64 beside the name of an API is that API's secret (Kraken calls it so).
fn private_key(look: &Look, span: &Range<usize>, token: &str) -> Option<Kind> {
    let base64 = token.contains(['+', '/', '=']);
    let api = || {
        look.labels_before(span.start, 80).any(|label| matches!(label.concept, Concept::ApiKey | Concept::ApiSecret))
    };
    if base64 && api() { Some(Kind::ApiSecret) } else { is_key(token).then_some(Kind::PrivateKey) }
}

/// What a private key looks like: hexadecimal digits of 32 or 64 bytes, or as many in base58 or base64.
fn is_key(token: &str) -> bool {
    let digits = token.strip_prefix("0x").unwrap_or(token);
    let hex = matches!(digits.len(), 64 | 128 | 192) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex && digits.bytes().any(|byte| byte != digits.as_bytes()[0])
        || token.len() >= 43 && is_random(token, 43) && !token.starts_with("0x") && !is_public_form(token)
}

fn is_public_form(token: &str) -> bool {
    ["bc1", "tb1", "ltc1", "addr1", "cosmos1", "npub1", "xpub", "ypub", "zpub", "tpub"]
        .iter()
        .any(|head| token.starts_with(head))
}

/// A random-looking value that is no address.
fn is_value(token: &str) -> bool {
    !is_account(token) && (is_random(token, SHORTEST) || is_uuid(token))
}

/// An address, or another form that everybody may see.
fn is_account(token: &str) -> bool {
    token.len() == 42 && token.starts_with("0x") || keys::is_address(token) || is_public_form(token)
}

/// 40 letters of base64: the secret half of an access key of Amazon Web Services.
fn is_aws_secret(token: &str) -> bool {
    token.len() == 40 && is_random(token, 40) && !token.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether the other half, `AKIA…` or `ASIA…`, is near.
fn has_aws_id(look: &Look, span: &Range<usize>) -> bool {
    let id = |label: &Label| {
        let head = &look.text[label.start..label.end];
        label.concept == Concept::Prefix
            && (head == "AKIA" || head == "ASIA")
            && tokens::at(look.text, label.start, label.number).is_some()
    };
    look.labels_before(span.start, 240).chain(look.labels_behind(span.end, 240)).any(id)
}

/// RFC 4648 base32, at least 80 bits; in hexadecimal too.
pub(crate) fn is_base32(token: &str) -> bool {
    let body = token.trim_end_matches('=');
    let letters = |case: fn(&u8) -> bool| body.bytes().all(|byte| case(&byte) || (b'2'..=b'7').contains(&byte));
    let base32 = (letters(u8::is_ascii_uppercase) || letters(u8::is_ascii_lowercase)) && body.len() >= 16;
    let lower_word = body.bytes().all(|byte| byte.is_ascii_lowercase());
    base32 && body.len() <= 128 && !lower_word
        || body.len() >= 20 && is_random(body, 20) && body.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Capitals and 2 to 7, or small letters with some of these digits: nothing else looks so.
pub(crate) fn is_strict_base32(token: &str) -> bool {
    let body = token.trim_end_matches('=');
    let digits = body.bytes().filter(|byte| (b'2'..=b'7').contains(byte)).count();
    let upper = body.bytes().all(|byte| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(&byte));
    let lower = body.bytes().all(|byte| byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte));
    (16..=64).contains(&body.len())
        && digits > 0
        && (upper && digits < body.len() || lower && digits > 1 && digits < body.len() / 2)
}

/// Whether one-time codes were the topic just before.
fn has_codes(look: &Look, start: usize) -> bool {
    look.labels_before(start, 100).take(3).any(|label| matches!(label.concept, Concept::Otp | Concept::Totp))
}

/// Of a wallet, of an API, of one-time codes: other names nearby tell, then the shape.
fn secret_key(look: &Look, span: &Range<usize>, token: &str) -> Option<Kind> {
    let near = || look.labels_before(span.start, 400).chain(look.labels_behind(span.end, 200));
    let says = |concepts: &[Concept]| near().any(|label| concepts.contains(&label.concept));
    if says(&[Concept::ApiKey, Concept::ApiSecret, Concept::ApiPassphrase]) && is_value(token) {
        return Some(Kind::ApiSecret);
    }
    if is_base32(token) && says(&[Concept::Totp, Concept::Otp])
        || is_strict_base32(token) && matches!(token.len(), 16 | 26 | 32)
    {
        return Some(Kind::TotpSecret);
    }
    if is_key(token) && (is_hex_key(token) || token.len() >= 86 && !token.contains(['+', '/', '='])) {
        return Some(Kind::PrivateKey);
    }
    is_value(token).then_some(Kind::ApiSecret)
}

/// Whether the row is part of a link: an explorer's, or another page's.
fn is_in_link(text: &str, start: usize) -> bool {
    let from = start.saturating_sub(200);
    let bytes = &text.as_bytes()[from..start];
    let word = bytes
        .iter()
        .rposition(|byte| !byte.is_ascii_graphic() || matches!(byte, b'"' | b'<' | b'('))
        .map_or(0, |at| at + 1);
    let link = &bytes[word..];
    memchr::memmem::find(link, b"://").is_some() || link.contains(&b'.') && link.ends_with(b"/")
}
