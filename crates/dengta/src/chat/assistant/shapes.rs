//! What looks like a transaction, an address, a mail address, a telephone number or a card: by shape alone.
//!
//! Used twice: to note what a customer wrote as facts of the case, and to keep it from a model. Nothing here decides about
//! secrets; that is the guard's.

use std::ops::Range;

/// What a part of a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A transaction's id.
    Transaction,
    /// Where coins can be sent.
    Address,
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// A payment card's number.
    Card,
    /// Another row of seven and more digits, or of twenty and more letters and digits.
    Number,
}

impl Shape {
    /// What stands in its place where it must not be seen.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Shape::Transaction => "[transaction]",
            Shape::Address => "[address]",
            Shape::Mail => "[email]",
            Shape::Phone => "[phone]",
            Shape::Card => "[card]",
            Shape::Number => "[number]",
        }
    }
}

/// The text with narrow letters and digits in place of wide ones: shapes are looked for in this.
#[must_use]
pub fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).collect()
}

/// All shapes in a [`narrow`] text, in order, not overlapping.
#[must_use]
pub fn find(text: &str) -> Vec<(Range<usize>, Shape)> {
    let mut found = mails(text);
    for range in runs(text, |c| c.is_ascii_alphanumeric()) {
        add(&mut found, token(&text[range.clone()]).map(|shape| (range, shape)));
    }
    for range in runs(text, |c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.')) {
        let run = text[range.clone()].trim_matches([' ', '-', '.', ')']);
        let start = range.start + text[range.clone()].find(run).unwrap_or(0);
        add(&mut found, digits(run).map(|shape| (start..start + run.len(), shape)));
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The text with marks in place of all shapes.
#[must_use]
pub fn masked(text: &str) -> String {
    let text = narrow(text);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (range, shape) in find(&text) {
        out += &text[at..range.start];
        out += shape.mark();
        at = range.end;
    }
    out + &text[at..]
}

fn add(found: &mut Vec<(Range<usize>, Shape)>, new: Option<(Range<usize>, Shape)>) {
    let Some((range, shape)) = new else { return };
    if found.iter().all(|(known, _)| known.end <= range.start || range.end <= known.start) {
        found.push((range, shape));
    }
}

/// The longest rows of letters that belong together.
fn runs(text: &str, belongs: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| belongs(*c)) {
        match runs.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + c.len_utf8(),
            None => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}

fn mails(text: &str) -> Vec<(Range<usize>, Shape)> {
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        // Letters of scripts without spaces run into the address: only what is written in Latin letters is its own.
        let start = text[..at]
            .rfind(|c: char| !local(c) || !c.is_ascii())
            .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
        let end = text[at + 1..].find(|c| !domain(c)).map_or(text.len(), |after| at + 1 + after);
        if start < at && text[at + 1..end].trim_end_matches('.').contains('.') {
            add(&mut found, Some((start..end, Shape::Mail)));
        }
    }
    found
}

/// A row of letters and digits.
fn token(token: &str) -> Option<Shape> {
    let is_hex = |text: &str| text.bytes().all(|b| b.is_ascii_hexdigit());
    let bare = token.strip_prefix("0x").or_else(|| token.strip_prefix("0X")).unwrap_or(token);
    let lower = token.to_ascii_lowercase();
    let has = |test: fn(&u8) -> bool| token.as_bytes().iter().any(test);
    let mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
    let base58 = !token.contains(['0', 'O', 'I', 'l']) && mixed;
    match token.len() {
        _ if bare.len() == 64 && is_hex(bare) => Some(Shape::Transaction),
        _ if bare.len() == 40 && bare.len() < token.len() && is_hex(bare) => Some(Shape::Address),
        14..=110 if ["bc1", "tb1", "ltc1", "addr1"].iter().any(|start| lower.starts_with(start)) => {
            Some(Shape::Address)
        }
        80..=90 if base58 => Some(Shape::Transaction),
        26..=48 if base58 && has(u8::is_ascii_uppercase) => Some(Shape::Address),
        20.. if mixed => Some(Shape::Number),
        _ => None,
    }
}

/// A row of digits, with what people put between them.
fn digits(run: &str) -> Option<Shape> {
    let digits: Vec<u32> = run.chars().filter_map(|c| c.to_digit(10)).collect();
    let plain = run.bytes().all(|b| b.is_ascii_digit());
    let is_date = run.len() >= 8 && run.as_bytes()[..4].iter().all(u8::is_ascii_digit) && run.as_bytes()[4] == b'-';
    let local = digits.first() == Some(&0) || (digits.len() == 11 && digits[0] == 1);
    match digits.len() {
        _ if is_date || run.matches('.').count() == 1 && !run.contains([' ', '-', '+']) => None,
        13..=19 if luhn(&digits) => Some(Shape::Card),
        8..=15 if run.starts_with('+') || run.starts_with('(') || local || run.contains('-') => Some(Shape::Phone),
        7.. if plain => Some(Shape::Number),
        7..=15 => Some(Shape::Phone),
        _ => None,
    }
}

fn luhn(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit }).sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_things_are_masked_and_others_are_not() {
        let id = "9f3c7a1be2d4".repeat(6)[..64].to_owned();
        for (text, masked_as) in [
            ("邮箱是ada.l+x@mail.example.com，谢谢", "邮箱是[email],谢谢"),
            ("call +82 10-1234-5678 now", "call [phone] now"),
            ("我的手机１３８００１３８０００", "我的手机[phone]"),
            ("4111 1111 1111 1111", "[card]"),
            (&format!("tx {id}."), "tx [transaction]."),
            ("0x52908400098527886E0F7030069857D2E4169EE7", "[address]"),
            ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "[address]"),
            ("T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb", "[address]"),
            ("uid 88213407", "uid [number]"),
            (
                "0.5 BTC on 2026-11-20 13:02, 24-48 hours, 10000 USDT",
                "0.5 BTC on 2026-11-20 13:02, 24-48 hours, 10000 USDT",
            ),
            ("0.00012345", "0.00012345"),
        ] {
            assert_eq!(masked(text), masked_as);
        }
    }
}
