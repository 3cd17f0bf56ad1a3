//! Numbers of payment cards: digits in groups, an issuer's range, a length that it uses, and Luhn's sum (ISO/IEC 7812).

use std::ops::Range;

use super::rules::Concept;
use super::scan::Look;
use super::{Certainty, Finding, Kind, gaps, values};

/// Finds cards, and the security code in a row "number, expiry, code".
pub(crate) fn find(look: &Look, found: &mut Vec<Finding>) {
    let bytes = look.text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|skip| at + skip) {
        let groups = groups(bytes, start);
        at = groups.last().map_or(start + 1, |group| group.end);
        // A date or a code may follow the number.
        let Some(end) = (1..=groups.len()).rev().find_map(|count| card(look, &groups[..count])) else {
            // Behind a wide gap another number begins.
            let wide = groups.windows(2).find(|pair| pair[1].start - pair[0].end > 1);
            at = wide.map_or(at, |pair| pair[1].start);
            continue;
        };
        at = end;
        found.push(Finding { span: start..end, kind: Kind::CardNumber, certainty: Certainty::Certain });
        found.extend(code_behind(look.text, end));
    }
}

/// Groups of digits with one to three spaces or a dash between.
fn groups(bytes: &[u8], start: usize) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut at = start;
    loop {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        super::scan::step(length);
        groups.push(at..at + length);
        at += length;
        let spaces = bytes[at..].iter().take(4).take_while(|byte| **byte == b' ').count();
        let gap = if matches!(bytes.get(at), Some(b'-' | b'.')) { 1 } else { spaces };
        if !(1..=3).contains(&gap) || !bytes.get(at + gap).is_some_and(u8::is_ascii_digit) || groups.len() > 5 {
            return groups;
        }
        at += gap;
    }
}

/// Where the card's number ends that is made of these groups.
fn card(look: &Look, groups: &[Range<usize>]) -> Option<usize> {
    let (start, end) = (groups.first()?.start, groups.last()?.end);
    let lengths: Vec<usize> = groups.iter().map(Range::len).collect();
    if !(12..=19).contains(&lengths.iter().sum::<usize>())
        || !are_usual(&lengths)
        || !values::stands_alone(look.text, start..end)
    {
        return None;
    }
    let digits = look.text[start..end].bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect::<Vec<u8>>();
    (is_card(&digits) && !is_named_otherwise(look, start, groups.len() > 1)).then_some(end)
}

/// One group, groups of four, 4-6-5 (American Express, Diners), 4-6-4, or 6-13; the last may be short.
fn are_usual(groups: &[usize]) -> bool {
    match groups {
        [_] | [4, 6, 5] | [4, 6, 4] | [6, 13] | [4, 4, 4, 4, 1..=3] => true,
        _ => groups.iter().all(|group| *group == 4),
    }
}

fn is_card(digits: &[u8]) -> bool {
    let head = |length: usize| digits[..length].iter().fold(0u32, |sum, digit| sum * 10 + u32::from(*digit));
    let length = digits.len();
    // Issuers' ranges as they are published: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro, Mir.
    let issued = match head(4) {
        4000..=4999 => matches!(length, 13 | 16 | 19),
        5100..=5599 | 2221..=2720 => length == 16,
        3400..=3499 | 3700..=3799 => length == 15,
        6011 | 6440..=6599 => matches!(length, 16..=19),
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => matches!(length, 14..=19),
        3528..=3589 => matches!(length, 16..=19),
        6200..=6299 | 8100..=8171 => matches!(length, 16..=19),
        5018 | 5020 | 5038 | 5893 | 6304 | 6759 | 6761..=6763 => matches!(length, 12..=19),
        2200..=2204 => matches!(length, 16..=19),
        9200..=9299 | 9400..=9499 => length == 16,
        _ => false,
    };
    issued && luhn(digits) && digits.iter().any(|digit| *digit != digits[0])
}

/// Luhn's sum: from the right every second digit doubled, the digits' sum divisible by ten.
fn luhn(digits: &[u8]) -> bool {
    let double = |digit: u8| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| u32::from(if at % 2 == 1 { double(*digit) } else { *digit }))
        .sum();
    sum.is_multiple_of(10)
}

/// Whether the nearest name before it in its line is that of an order, an account, a phone, and has no other number yet. Words
/// that name many things ("error", "deposit") do not count beside a card's name or before a number in groups.
fn is_named_otherwise(look: &Look, start: usize, grouped: bool) -> bool {
    let text = look.text;
    let before = || look.labels_before(start, 48).take_while(|label| !text[label.end..start].contains('\n'));
    let card = grouped || before().any(|label| label.concept == Concept::Card);
    let near = before().find(|label| {
        let other = matches!(label.concept, Concept::Public | Concept::Address | Concept::ApiKey | Concept::Other);
        // Numbers in groups are cards', unless the name stands right before them.
        let gap = || gaps::after(text, label.end);
        let direct = || gap().at >= start && !(label.weak && card && gap().link == gaps::Link::Bare);
        let reaches = !(label.weak || grouped) || direct();
        label.concept == Concept::Card || other && reaches && !has_number(&text[label.end..start])
    });
    near.is_some_and(|label| label.concept != Concept::Card)
}

/// Four digits in a row: what a name before them means.
fn has_number(text: &str) -> bool {
    text.as_bytes().windows(4).any(|digits| digits.iter().all(u8::is_ascii_digit))
}

/// "12/27 123" behind a card's number.
fn code_behind(text: &str, end: usize) -> Option<Finding> {
    let rest = text[end..].trim_start_matches([' ', ',', '|', ';', '/', '\n', '\r', '，']);
    let month = rest.get(..2)?.parse::<u8>().ok().filter(|month| (1..=12).contains(month))?;
    let after = rest.get(2..)?.trim_start_matches([' ', '/', '-', '|']);
    let year = after.bytes().take_while(u8::is_ascii_digit).count();
    if month == 0 || !matches!(year, 2 | 4) {
        return None;
    }
    let behind = after[year..].trim_start_matches([' ', ',', '|', ';', '/', '\n', '\r', '，']);
    let at = text.len() - behind.len();
    if behind.len() == after[year..].len() {
        return None;
    }
    let gap = gaps::after(text, at);
    let span = values::code(text, gap.at, 3, 4)?;
    (gap.at == at).then_some(Finding { span, kind: Kind::Cvv, certainty: Certainty::Certain })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        // The example of ISO/IEC 7812-1 and test numbers of the issuers.
        for number in [
            "4111111111111111",
            "5555555555554444",
            "378282246310005",
            "6011111111111117",
            "3530111333300000",
            "30569309025904",
            "6200000000000005",
            "2223003122003222",
        ] {
            let digits: Vec<u8> = number.bytes().map(|byte| byte - b'0').collect();
            assert!(is_card(&digits), "{number}");
            let mut wrong = digits.clone();
            wrong[7] = (wrong[7] + 1) % 10;
            assert!(!luhn(&wrong), "{number}");
        }
        assert!(luhn(&[7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3]));
    }
}
