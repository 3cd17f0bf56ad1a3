//! Tokens of known services, by how they begin.

use std::ops::Range;
use std::sync::LazyLock;

use super::rules;

/// How the tokens of a service begin and what follows.
pub(crate) struct Prefix {
    /// As it is written.
    pub text: String,
    letters: u8,
    least: usize,
    most: usize,
}

/// The lines of `rules/tokens.txt`.
pub(crate) static PREFIXES: LazyLock<Vec<Prefix>> = LazyLock::new(|| {
    let lines = rules::TOKENS.lines().filter(|line| !line.starts_with(['#', '[']));
    lines.flat_map(|line| line.split(',')).filter_map(|rule| read(rule.trim())).collect()
});

fn read(rule: &str) -> Option<Prefix> {
    let mut parts = rule.split_whitespace();
    let (text, letters) = (parts.next()?.to_owned(), *parts.next()?.as_bytes().first()?);
    Some(Prefix { text, letters, least: parts.next()?.parse().ok()?, most: parts.next()?.parse().ok()? })
}

fn is_letter(letters: u8, byte: u8) -> bool {
    match letters {
        b'a' => byte.is_ascii_alphanumeric(),
        b'x' => byte.is_ascii_hexdigit(),
        b'u' => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        b't' => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'),
        b'b' => byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='),
        _ => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
    }
}

/// The token that begins at `start` with the prefix of this number.
pub(crate) fn at(text: &str, start: usize, number: usize) -> Option<Range<usize>> {
    let prefix = PREFIXES.get(number)?;
    let rest = text[start..].strip_prefix(prefix.text.as_str())?;
    let length = rest.bytes().take(prefix.most + 1).take_while(|byte| is_letter(prefix.letters, *byte)).count();
    if length < prefix.least || length > prefix.most {
        return None;
    }
    let body = &rest[..length];
    // Words and underscores are no token: hf_ followed by a name, a secret_ of a variable.
    let mixed = (prefix.letters == b'u' || body.bytes().any(|byte| byte.is_ascii_digit()))
        && body.bytes().any(|byte| byte.is_ascii_alphabetic());
    let placeholder = super::values::is_placeholder(body);
    (mixed && !placeholder).then(|| start..start + prefix.text.len() + length)
}

/// A Telegram bot's token around the blob `AA…` of 35 letters: digits and a colon stand before it.
pub(crate) fn telegram(text: &str, blob: Range<usize>) -> Option<Range<usize>> {
    let digits = text[..blob.start].strip_suffix(':')?;
    let count = digits.bytes().rev().take(12).take_while(u8::is_ascii_digit).count();
    let token = blob.len() == 35 && (8..=10).contains(&count) && text[blob.clone()].starts_with("AA");
    token.then(|| digits.len() - count..blob.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_prefix() {
        let count = rules::TOKENS
            .lines()
            .filter(|line| !line.starts_with(['#', '[']))
            .flat_map(|line| line.split(','))
            .filter(|rule| !rule.trim().is_empty())
            .count();
        assert_eq!(PREFIXES.len(), count);
    }

    #[test]
    fn tokens_have_a_length() {
        let number = PREFIXES.iter().position(|prefix| prefix.text == "ghp_").unwrap();
        let token = format!("ghp_{}", "a1B2".repeat(9));
        assert_eq!(at(&token, 0, number), Some(0..40));
        assert_eq!(at(&token[..30], 0, number), None);
    }
}
