//! Secrets that are known by their structure: PEM, keystores, otpauth links, JSON web tokens, key pairs as lists of integers.

use std::ops::Range;

use memchr::memmem;

use super::scan::Look;
use super::{Certainty, Finding, Kind, keys};

/// No block is longer, in bytes.
const LONGEST: usize = 16 * 1024;
/// No header of a token is longer.
const HEADER: usize = 2_000;
/// No keystore is longer.
const KEYSTORE: usize = 4 * 1024;
/// So many lists of integers and rows of 64 bytes are checked with arithmetic on the curve; the others are closed.
pub(crate) const MOST_PAIRS: usize = 64;

/// PEM and OpenPGP private keys (RFC 7468): from the first dash to the last one, or as far as it goes.
pub(crate) fn pem(text: &str, found: &mut Vec<Finding>) {
    let mut from = 0;
    while let Some(start) = memmem::find(&text.as_bytes()[from..], b"-----BEGIN ").map(|at| from + at) {
        let rest = &text[start..super::labels::ceil(text, (start + LONGEST).min(text.len()))];
        let title = rest[11..].split("-----").next().unwrap_or_default();
        from = start + 11;
        if title.len() > 1_000 || !title.contains("PRIVATE KEY") {
            continue;
        }
        let head = 11 + title.len();
        let end = match memmem::find(&rest.as_bytes()[head..], b"-----END ").map(|at| head + at + 9) {
            Some(end) => memmem::find(&rest.as_bytes()[end..], b"-----").map_or(rest.len(), |at| end + at + 5),
            None => rest.len(),
        };
        found.push(certain(start..start + end, Kind::PrivateKey));
        from = start + end;
    }
}

fn certain(span: Range<usize>, kind: Kind) -> Finding {
    Finding { span, kind, certainty: Certainty::Certain }
}

/// What begins with a label of structure: `otpauth`, `eyJ`, or holds one: `ciphertext`.
pub(crate) fn labelled(look: &Look, found: &mut Vec<Finding>) {
    // How far each was looked for: what is no keystore may hold a token.
    let (mut links, mut blocks, mut tokens) = (0, 0, 0);
    for label in look.labels.iter().filter(|label| label.concept == super::rules::Concept::Structure) {
        match label.number {
            0 if label.start >= links => {
                let (end, link) = otpauth(look.text, label.start);
                links = end;
                found.extend(link);
            }
            1 if label.start >= blocks => {
                let block = keystore(look.text, label.start);
                blocks = block.as_ref().map_or(label.start + 512, |block| block.end);
                found.extend(block.map(|block| certain(block, Kind::PrivateKey)));
            }
            2 if label.start >= tokens => {
                let token = jwt(look.text, label.start);
                tokens = token.as_ref().map_or(tokens, |token| token.span.end);
                found.extend(token);
            }
            _ => {}
        }
    }
}

/// The whole link, plain or percent-encoded, if it holds a secret, and where it ends.
fn otpauth(text: &str, start: usize) -> (usize, Option<Finding>) {
    let rest = &text[start..];
    let length = rest
        .bytes()
        .take(2048)
        .take_while(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'`' | b'\\'))
        .count();
    super::scan::step(length);
    let link = rest[..length].trim_end_matches(['.', ',', ')', '\'', ']', '}', ';', '*']);
    let lower = link.to_ascii_lowercase();
    let scheme = ["otpauth://", "otpauth-migration://", "otpauth%3a%2f%2f", "otpauth-migration%3a%2f%2f"];
    let secret = ["secret=", "secret%3d", "data="];
    let whole = scheme.iter().any(|head| lower.starts_with(head)) && secret.iter().any(|part| lower.contains(part));
    let end = start + link.len();
    (end, whole.then(|| certain(start..end, Kind::TotpSecret)))
}

/// The object around a `ciphertext` that has a key derivation beside it: Ethereum's Web3 Secret Storage and its like.
fn keystore(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let from = at.saturating_sub(KEYSTORE);
    let to = (at + KEYSTORE).min(bytes.len());
    super::scan::step(to - from);
    let mut depth = 0i32;
    let mut start = None;
    for here in (from..at).rev() {
        match bytes[here] {
            b'}' => depth += 1,
            b'{' if depth == 0 => start = Some(here),
            b'{' => depth -= 1,
            _ => {}
        }
    }
    let start = start?;
    let mut depth = 0i32;
    let end = (start..to).find(|here| {
        match bytes[*here] {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    // A block that was cut off is one too.
    let end = end.map_or(to, |end| end + 1);
    let block = bytes.get(start..end)?.to_ascii_lowercase();
    let has = |word: &str| memmem::find(&block, word.as_bytes()).is_some();
    let span = start..super::labels::ceil(text, end);
    (has("kdf") || has("scrypt") || has("pbkdf2"))
        .then_some(())
        .filter(|()| has("mac") || has("cipher") || has("iv"))
        .map(|()| span)
}

/// A JSON web token (RFC 7519): a header that decodes to JSON with an algorithm, a body, perhaps a signature.
fn jwt(text: &str, start: usize) -> Option<Finding> {
    let rest = &text[start..];
    if !rest.starts_with("eyJ") {
        return None;
    }
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'=');
    let header = rest.bytes().take(HEADER).take_while(letter).count();
    let decoded = data_encoding::BASE64URL_NOPAD.decode(rest[..header].trim_end_matches('=').as_bytes()).ok()?;
    let named = memmem::find(&decoded, b"\"alg\"").is_some()
        || memmem::find(&decoded, b"\"typ\"").is_some()
        || memmem::find(&decoded, b"\"enc\"").is_some();
    let length = rest.bytes().take(LONGEST).take_while(|byte| letter(byte) || *byte == b'.').count();
    super::scan::step(length);
    let token = rest[..length].trim_end_matches(['.', '=', '-']);
    let body = token.get(header + 1..).unwrap_or_default();
    (named && body.len() >= 10).then(|| certain(start..start + token.len(), Kind::AccessToken))
}

/// Lists of 64 integers up to 255 that are a key pair, or stand beside the name of one.
pub(crate) fn integers(look: &Look, pairs: &mut usize, found: &mut Vec<Finding>) {
    let bytes = look.text.as_bytes();
    let mut from = 0;
    while let Some(start) = memchr::memchr(b'[', &bytes[from..]).map(|at| from + at) {
        let (end, numbers) = list(bytes, start + 1);
        from = end.max(start + 1);
        if numbers.len() != 64 && numbers.len() != 32 {
            continue;
        }
        let named = look.labels_before(start, 120).any(|label| {
            matches!(label.concept, super::rules::Concept::PrivateKey | super::rules::Concept::SecretKey)
                && !label.negated
        });
        let proves = numbers.len() == 64 && (*pairs >= MOST_PAIRS || keys::is_key_pair(&numbers));
        *pairs += 1;
        if named || proves {
            let closed = usize::from(bytes.get(end) == Some(&b']'));
            found.push(certain(start..end + closed, Kind::PrivateKey));
        }
    }
}

fn list(bytes: &[u8], from: usize) -> (usize, Vec<u8>) {
    let mut numbers = Vec::new();
    let mut at = from;
    while numbers.len() <= 64 {
        super::scan::step(1);
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b'>' | b'|')) {
            at += 1;
        }
        let digits = bytes[at..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(&bytes[at..at + digits]).ok().and_then(|digits| digits.parse().ok());
        let Some(number) = number else { break };
        numbers.push(number);
        at += digits;
    }
    (at, numbers)
}
