//! Hosts: their labels, what of them is registered, punycode, bare addresses.

use super::fold;
use super::rules::rules;

/// A host has no more bytes (RFC 1035 §2.3.4); of a longer one its end counts, where its owner is named.
const LONGEST: usize = 253;

/// A host, folded and taken apart.
#[derive(Debug)]
pub(crate) struct Host {
    /// As it was written, in small letters, without a dot at its end; punycode as it was.
    pub written: String,
    /// As it is seen.
    pub seen: String,
    /// Whether it has doubles of Latin letters.
    pub doubles: bool,
    /// Whether a label was punycode.
    pub punycode: bool,
    /// Where in `seen` the registered label begins, and where its ending does.
    registered: (usize, usize),
}

impl Host {
    pub(crate) fn new(text: &str) -> Host {
        let written: String =
            text.chars().filter(|letter| !crate::visible::invisible(*letter)).flat_map(char::to_lowercase).collect();
        let written = written.trim_matches('.');
        let written = written[written.ceil_char_boundary(written.len().saturating_sub(LONGEST))..].to_owned();
        let mut punycode = false;
        let labels: Vec<String> = written
            .split(fold::dot)
            .map(|label| match label.strip_prefix("xn--").and_then(decode) {
                Some(decoded) => {
                    punycode = true;
                    decoded
                }
                None => label.to_owned(),
            })
            .collect();
        let folded = fold::fold(&labels.join("."));
        let registered = registered(&folded.text);
        Host { written, seen: folded.text, doubles: folded.doubles, punycode, registered }
    }

    /// The label that was registered: `okx` of `www.okx.co.kr`.
    pub(crate) fn label(&self) -> &str {
        self.seen[self.registered.0..self.registered.1].trim_end_matches('.')
    }

    /// What it was registered under.
    pub(crate) fn ending(&self) -> &str {
        &self.seen[self.registered.1..]
    }

    /// The labels before the registered one, from its left.
    pub(crate) fn below(&self) -> impl Iterator<Item = &str> {
        self.seen[..self.registered.0].split('.').filter(|label| !label.is_empty())
    }

    /// The host and each that it is under: `a.b.c`, `b.c`, `c`.
    pub(crate) fn parents(&self) -> impl Iterator<Item = &str> {
        let dots = self.seen.match_indices('.').map(|(at, _)| at + 1);
        std::iter::once(0).chain(dots).map(|from| &self.seen[from..])
    }

    /// Whether it is a number instead of a name (also written as one number, or in hex).
    pub(crate) fn bare(&self) -> bool {
        let parts: Vec<&str> = self.seen.split('.').collect();
        let number = |part: &&str| {
            let hex = part.strip_prefix("0x").is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
            hex || (!part.is_empty() && part.len() <= 10 && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        self.seen.starts_with('[') || (parts.iter().all(number) && matches!(parts.len(), 1 | 4))
    }
}

/// Where the registered label begins, and its ending.
fn registered(host: &str) -> (usize, usize) {
    let dots: Vec<usize> = host.match_indices('.').map(|(at, _)| at).collect();
    let after = |nth_from_end: usize| dots.len().checked_sub(nth_from_end).and_then(|at| dots.get(at)).map(|at| at + 1);
    let Some(last) = after(1) else { return (0, host.len()) };
    let two = after(2).unwrap_or(0);
    if rules().suffixes.contains(&host[two..]) && two > 0 {
        return (after(3).unwrap_or(0), two);
    }
    (two, last)
}

/// Punycode, RFC 3492 §6.2. `None` when it is none.
fn decode(text: &str) -> Option<String> {
    const BASE: u32 = 36;
    let (basic, extended) = text.rsplit_once('-').unwrap_or(("", text));
    let mut letters: Vec<char> = basic.chars().collect();
    let (mut code, mut at, mut bias, mut first) = (128_u32, 0_u32, 72_u32, true);
    let mut digits = extended.bytes().peekable();
    // A label has at most 63 bytes (RFC 1035 §2.3.4): longer ones would cost the square of their length.
    if text.len() > 63 {
        return None;
    }
    while digits.peek().is_some() {
        let (from, mut weight, mut k) = (at, 1_u32, BASE);
        loop {
            let digit = match digits.next()? {
                letter @ b'a'..=b'z' => letter - b'a',
                letter @ b'0'..=b'9' => letter - b'0' + 26,
                _ => return None,
            };
            at = at.checked_add(u32::from(digit).checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if u32::from(digit) < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            k += BASE;
        }
        let count = u32::try_from(letters.len()).ok()? + 1;
        bias = adapt(at - from, count, first);
        first = false;
        code = code.checked_add(at / count)?;
        at %= count;
        letters.insert(at as usize, char::from_u32(code)?);
        at += 1;
    }
    Some(letters.into_iter().collect())
}

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_registered() {
        for (text, label, ending) in [
            ("okx.com", "okx", "com"),
            ("www.okx.co.kr", "okx", "co.kr"),
            ("okx.com.co", "okx", "com.co"),
            ("co.kr", "co", "kr"),
            ("OKX。com.", "okx", "com"),
            ("localhost", "localhost", ""),
            ("xn--kx-emc.com", "okx", "com"),
        ] {
            let host = Host::new(text);
            assert_eq!((host.label(), host.ending()), (label, ending), "{text}");
        }
    }

    #[test]
    fn punycode() {
        // RFC 3492 §7.1 (B) Chinese simplified, and a name of ours.
        assert_eq!(decode("ihqwcrb4cv8a8dqg056pqjye").as_deref(), Some("他们为什么不说中文"));
        assert_eq!(decode("okx-").as_deref(), Some("okx"));
        assert_eq!(decode("99999999999"), None);
        assert_eq!(decode("ü"), None);
    }

    #[test]
    fn bare_addresses() {
        for (text, wanted) in
            [("185.22.1.9", true), ("3232235777", true), ("0xC0A80101", true), ("okx.com", false), ("1.2.3", false)]
        {
            assert_eq!(Host::new(text).bare(), wanted, "{text}");
        }
    }
}
