//! The reference that customers quote: 60 random bits and a check character, such as `K7Q2-9M4X-TB3W-H`.
//!
//! Crockford's base 32 leaves out I, L, O and U; what is read aloud or typed with them is understood.
//! The check character (Luhn modulo 32) catches every single mistyped character. A reference opens
//! nothing by itself.

use std::fmt;

use crate::clock::Draws;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DIGITS: usize = 12;

/// A ticket's public reference, without its hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(String);

impl Reference {
    /// A new one.
    #[must_use]
    pub fn draw(draws: &mut Draws) -> Reference {
        let digits: [u8; DIGITS] = draws.bytes().map(|byte: u8| byte % 32);
        let mut text: String = digits.iter().map(|digit| char::from(ALPHABET[usize::from(*digit)])).collect();
        text.push(char::from(ALPHABET[check(&digits)]));
        Reference(text)
    }

    /// Reads what a person typed: any case, spaces and hyphens, O for 0, I and L for 1. `None` when
    /// the check character does not hold.
    #[must_use]
    pub fn parse(text: &str) -> Option<Reference> {
        let mut digits = Vec::with_capacity(DIGITS + 1);
        for byte in text.bytes().filter(|byte| !matches!(byte, b' ' | b'-')) {
            let byte = match byte.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                byte => byte,
            };
            digits.push(u8::try_from(ALPHABET.iter().position(|letter| *letter == byte)?).ok()?);
        }
        let (last, rest) = digits.split_last()?;
        let holds = rest.len() == DIGITS && check(rest) == usize::from(*last);
        holds.then(|| Reference(digits.iter().map(|digit| char::from(ALPHABET[usize::from(*digit)])).collect()))
    }

    /// As stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Trusts a stored reference.
    #[must_use]
    pub fn stored(text: String) -> Reference {
        Reference(text)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.as_str();
        while let Some((group, after)) = rest.split_at_checked(4).filter(|(_, after)| !after.is_empty()) {
            f.write_str(group)?;
            f.write_str("-")?;
            rest = after;
        }
        f.write_str(rest)
    }
}

fn check(digits: &[u8]) -> usize {
    let sum: usize = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let product = usize::from(*digit) * if place % 2 == 0 { 2 } else { 1 };
            product / 32 + product % 32
        })
        .sum();
    (32 - sum % 32) % 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn it_is_read_back_as_people_type_it() {
        let reference = Reference::draw(&mut Clock::default().moment().draws());
        let shown = reference.to_string();
        assert_eq!(shown.len(), 16);
        assert_eq!(Reference::parse(&shown), Some(reference.clone()));
        assert_eq!(
            Reference::parse(&shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l")),
            Some(reference)
        );
        for bad in ["", "K7Q2", "K7Q2-9M4X-TB3W-HH", "充值", "K7Q2-9M4X-TB3U-H"] {
            assert_eq!(Reference::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn any_single_wrong_character_is_noticed() {
        let shown = Reference::draw(&mut Clock::default().moment().draws()).as_str().to_owned();
        for place in 0..shown.len() {
            for letter in ALPHABET {
                let mut other = shown.clone().into_bytes();
                other[place] = *letter;
                let other = String::from_utf8(other).unwrap();
                assert_eq!(Reference::parse(&other).is_some(), other == shown, "{shown} {other}");
            }
        }
    }
}
