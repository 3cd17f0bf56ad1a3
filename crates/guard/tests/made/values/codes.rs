//! Cards and codes. Cards: Luhn (ISO/IEC 7812-1) and the ranges of the brands.

use guard::secrets::Kind;

use super::super::rng::Rng;
use super::super::{Proof, forms};
use super::{Value, secret, word};

pub fn make(name: &str, rng: &mut Rng) -> Option<Vec<Value>> {
    match name {
        "card" => {
            let text = spaced(&card(rng), rng);
            Some(word(Kind::CardNumber, Proof::Itself, &text, rng))
        }
        "cvv" => {
            let text = rng.digits(3);
            Some(word(Kind::Cvv, Proof::Words, &text, rng))
        }
        "cvv4" => {
            let text = rng.digits(4);
            Some(word(Kind::Cvv, Proof::Words, &text, rng))
        }
        "otp" => {
            let text = otp(rng);
            Some(word(Kind::OtpCode, Proof::Words, &text, rng))
        }
        "recovery" => {
            let text = recovery(rng, 0);
            Some(word(Kind::RecoveryCode, Proof::Words, &text, rng))
        }
        "recoveries" => Some(recoveries(rng)),
        _ => None,
    }
}

/// Brands by first digits and length: Visa, Mastercard (both ranges), American Express, Discover, JCB, UnionPay, Diners, Maestro.
const BRANDS: [(&str, usize); 14] = [
    ("4", 16),
    ("4", 16),
    ("51", 16),
    ("53", 16),
    ("55", 16),
    ("2221", 16),
    ("2720", 16),
    ("34", 15),
    ("37", 15),
    ("6011", 16),
    ("3528", 16),
    ("3589", 16),
    ("622", 16),
    ("36", 14),
];

fn card(rng: &mut Rng) -> String {
    // A Chinese debit card has nineteen digits.
    let (start, length) = if rng.chance(8) { ("6222", 19) } else { BRANDS[rng.within(0, BRANDS.len())] };
    let body = format!("{start}{}", rng.digits(length - start.len() - 1));
    with_luhn(&body)
}

/// Digits with the digit behind them that makes Luhn's sum right.
pub fn with_luhn(body: &str) -> String {
    let sum: u32 = body
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0');
            let doubled = if place % 2 == 0 { digit * 2 } else { digit };
            doubled / 10 + doubled % 10
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// In groups as on the card, with spaces or dashes, or without.
fn spaced(digits: &str, rng: &mut Rng) -> String {
    let between = rng.pick(&["", "", " ", " ", "-", "  ", "\u{a0}"]);
    let sizes: &[usize] = match digits.len() {
        15 => &[4, 6, 5],
        14 => &[4, 6, 4],
        _ => &[4, 4, 4, 4, 3],
    };
    let mut rest = digits;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, more) = rest.split_at((*size).min(rest.len()));
        groups.push(group);
        rest = more;
    }
    groups.retain(|group| !group.is_empty());
    groups.join(between)
}

fn otp(rng: &mut Rng) -> String {
    match rng.within(0, 10) {
        0 => format!("{} {}", rng.digits(3), rng.digits(3)),
        1 => format!("{}-{}", rng.digits(3), rng.digits(3)),
        2 => rng.digits(8),
        _ => rng.digits(6),
    }
}

fn recovery(rng: &mut Rng, shape: usize) -> String {
    const LOWER: &str = "abcdefghjkmnpqrstuvwxyz23456789";
    match shape {
        1 => format!("{}-{}", rng.text(LOWER, 5), rng.text(LOWER, 5)),
        2 => format!("{} {}", rng.digits(4), rng.digits(4)),
        3 => rng.text("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10),
        4 => format!("{}-{}-{}", rng.text(LOWER, 4), rng.text(LOWER, 4), rng.text(LOWER, 4)),
        5 => rng.digits(8),
        6 => rng.hex(8).to_uppercase(),
        _ => {
            let shape = rng.within(1, 7);
            recovery(rng, shape)
        }
    }
}

/// A list of codes of one shape, each a secret.
fn recoveries(rng: &mut Rng) -> Vec<Value> {
    let shape = rng.within(1, 7);
    let between = rng.pick(&["\n", "\n", ", ", "\n- ", " / "]);
    let mut list = Vec::new();
    for place in 0..rng.within(4, 11) {
        if place > 0 {
            list.push(Value::Public(between.to_owned()));
        }
        let text = recovery(rng, shape);
        list.push(secret(Kind::RecoveryCode, Proof::Words, forms::disguise(&text, rng)));
    }
    list
}
