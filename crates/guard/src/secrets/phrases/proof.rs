//! What proves that words are a phrase: the checksums of BIP-39, SLIP-39, Electrum and Monero.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256, Sha512};
use unicode_normalization::UnicodeNormalization;

use super::lists::{LISTS, Standard, bare};

/// The lengths that the phrases of a list have, in words, the longest first.
pub(crate) fn lengths(list: usize) -> &'static [usize] {
    match (LISTS[list].standard, LISTS[list].monero) {
        (Standard::Bip39, None) => &[24, 21, 18, 15, 12],
        (Standard::Bip39, Some(_)) => &[25, 24, 21, 18, 15, 13, 12],
        (Standard::Slip39, _) => &[33, 20],
        (Standard::Monero(_), _) => &[25, 13],
    }
}

/// Whether so many words at these places of the list are a phrase.
pub(crate) fn is_phrase(list: usize, places: &[u16], words: &[String]) -> bool {
    match (LISTS[list].standard, LISTS[list].monero, places.len()) {
        (Standard::Bip39, Some(letters), 13 | 25) => monero(words, letters),
        (Standard::Bip39, _, 12 | 24) => bip39(places) || electrum(words),
        (Standard::Bip39, ..) => bip39(places),
        (Standard::Slip39, ..) => slip39(places),
        (Standard::Monero(letters), ..) => monero(words, letters),
    }
}

/// BIP-39: of 33 bits 32 are entropy, the others begin its SHA-256.
fn bip39(places: &[u16]) -> bool {
    let mut bytes = Vec::with_capacity(36);
    let (mut held, mut bits) = (0u32, 0);
    for place in places {
        held = held << 11 | u32::from(*place);
        bits += 11;
        while bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    let sum_bits = places.len() / 3;
    if bits > 0 {
        bytes.push((held << (8 - bits)) as u8);
    }
    let entropy = places.len() * 11 / 33 * 4;
    let Some((entropy, sum)) = bytes.split_at_checked(entropy) else { return false };
    let mask = 0xff_u8 << (8 - sum_bits.min(8));
    sum.first().is_some_and(|sum| Sha256::digest(entropy)[0] & mask == sum & mask)
}

/// SLIP-39: RS1024 over the words, with the customisation string of either kind.
fn slip39(places: &[u16]) -> bool {
    ["shamir", "shamir_extendable"]
        .iter()
        .any(|custom| rs1024(custom.bytes().map(u32::from).chain(places.iter().map(|place| u32::from(*place)))) == 1)
}

fn rs1024(values: impl Iterator<Item = u32>) -> u32 {
    const GENERATOR: [u32; 10] = [
        0x00e0_e040,
        0x01c1_c080,
        0x0383_8100,
        0x0707_0200,
        0x0e0e_0009,
        0x1c0c_2412,
        0x3808_6c24,
        0x3090_fc48,
        0x21b1_f890,
        0x03f3_f120,
    ];
    values.fold(1, |sum, value| {
        let top = sum >> 20;
        let next = (sum & 0xf_ffff) << 10 ^ value;
        GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1).fold(next, |sum, (_, part)| sum ^ part)
    })
}

/// Electrum 2.0 and later: the HMAC of the phrase begins with a version (01, 100, 101, 102 in hexadecimal).
fn electrum(words: &[String]) -> bool {
    let spaced = words.first().is_some_and(|word| word.is_ascii() || !word.starts_with(|c: char| c >= '\u{2e80}'));
    let phrase = words.iter().map(|word| bare(word).nfkd().collect::<String>()).collect::<Vec<_>>().join(if spaced {
        " "
    } else {
        ""
    });
    let Ok(mut mac) = Hmac::<Sha512>::new_from_slice(b"Seed version") else { return false };
    mac.update(phrase.as_bytes());
    let sum = mac.finalize().into_bytes();
    sum[0] == 1 || sum[0] == 0x10 && sum[1] >> 4 <= 2
}

/// Monero: the last word is one of the others, the one that the CRC-32 of their first letters points to.
fn monero(words: &[String], letters: usize) -> bool {
    let Some((sum, words)) = words.split_last() else { return false };
    let heads: String = words.iter().flat_map(|word| word.chars().take(letters)).collect();
    let place = crc32fast::hash(heads.as_bytes()) as usize % words.len();
    let head = |word: &str| word.chars().take(letters).collect::<String>();
    head(&words[place]) == head(sum)
}

#[cfg(test)]
mod tests {
    use super::super::lists::places;
    use super::*;

    fn check(list: usize, phrase: &str) -> bool {
        let words: Vec<String> = phrase.split([' ', '\u{3000}']).map(str::to_owned).collect();
        let place = |word: &String| {
            places(word)
                .and_then(|places| places.iter().find(|(other, _)| usize::from(*other) == list))
                .map(|(_, place)| *place)
        };
        let places: Option<Vec<u16>> = words.iter().map(place).collect();
        places.is_some_and(|places| is_phrase(list, &places, &words))
    }

    #[test]
    fn phrases_of_the_standards() {
        let zeros = format!("{}about", "abandon ".repeat(11));
        assert!(check(0, &zeros));
        assert!(check(0, &format!("{}art", "abandon ".repeat(23))));
        assert!(!check(0, &format!("{}ability", "abandon ".repeat(11))));
        // SLIP-39's second vector: the same share with a wrong checksum.
        let share = "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal husband erode duke ajar critical decision keyboard";
        assert!(check(10, share));
        assert!(!check(10, &share.replace("keyboard", "kidney")));
        // Electrum's documentation.
        assert!(check(0, "wild father tree among universe such mobile favorite target dynamic credit identify"));
    }
}
