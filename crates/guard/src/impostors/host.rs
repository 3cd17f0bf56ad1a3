//! Hosts: their labels, what of them is registered, punycode, bare addresses.

use super::rules::rules;
use super::{fold, punycode};

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
            .map(|label| match label.strip_prefix("xn--").and_then(punycode::decode) {
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
    fn bare_addresses() {
        for (text, wanted) in
            [("185.22.1.9", true), ("3232235777", true), ("0xC0A80101", true), ("okx.com", false), ("1.2.3", false)]
        {
            assert_eq!(Host::new(text).bare(), wanted, "{text}");
        }
    }
}
