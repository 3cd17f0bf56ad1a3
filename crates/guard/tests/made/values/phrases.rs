//! Lists of words that a wallet is made from.
//!
//! Sources: BIP-39; SLIP-39 (RS1024, customization strings `shamir` and `shamir_extendable`); Electrum's "Electrum Seed Version
//! System"; Monero's mnemonics (the last word is one of the others, chosen by the CRC32 of their first three letters).

use bip39::{Language, Mnemonic};
use guard::secrets::Kind;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use unicode_normalization::UnicodeNormalization;

use super::super::rng::Rng;
use super::super::{Lang, Proof, forms};
use super::{Value, secret};

pub fn make(name: &str, how: &str, lang: Lang, rng: &mut Rng) -> Option<Vec<Value>> {
    let own = language(how, lang, rng);
    let (words, proof) = match name {
        "seed" if rng.chance(70) => (bip39(own, rng), Proof::Itself),
        "seed" => (other(rng), Proof::Itself),
        "bip39" | "seedline" | "seedname" | "seedrun" => (bip39(own, rng), Proof::Itself),
        "electrum" => (electrum(rng), Proof::Itself),
        "monero" => (monero(rng), Proof::Itself),
        "slip39" => (slip39(rng), Proof::Itself),
        "seedbad" => (broken(own, rng), Proof::Words),
        _ => return None,
    };
    let [before, text, after] = match name {
        "seedline" => forms::plain(words.join(" ")),
        "seedname" => forms::plain(words.join(rng.pick(&["_", "-", " "]))),
        "seedrun" => forms::plain(words.concat()),
        _ => forms::list(&words, rng),
    };
    Some(vec![Value::Public(before), secret(Kind::SeedPhrase, proof, text), Value::Public(after)])
}

fn other(rng: &mut Rng) -> Vec<String> {
    match rng.within(0, 3) {
        0 => electrum(rng),
        1 => monero(rng),
        _ => slip39(rng),
    }
}

/// Customers' wallets speak English or their own language, seldom a third one.
fn language(how: &str, lang: Lang, rng: &mut Rng) -> Language {
    const OTHERS: [Language; 6] = [
        Language::Czech,
        Language::French,
        Language::Italian,
        Language::Portuguese,
        Language::Spanish,
        Language::Korean,
    ];
    let own = match lang {
        Lang::Zh if how == "tw" || rng.chance(25) => Language::TraditionalChinese,
        Lang::Zh => Language::SimplifiedChinese,
        Lang::Ko => Language::Korean,
        Lang::Ja => Language::Japanese,
        Lang::En => Language::English,
    };
    match (how, rng.within(0, 10)) {
        ("en", _) | ("", 0..5) => Language::English,
        ("", 5) => OTHERS[rng.within(0, OTHERS.len())],
        _ => own,
    }
}

/// A phrase with the right checksum, of 12, 15, 18, 21 or 24 words; most have 12 or 24.
pub fn bip39(language: Language, rng: &mut Rng) -> Vec<String> {
    let bytes = [16, 16, 16, 16, 32, 32, 32, 20, 24, 28][rng.within(0, 10)];
    let phrase = Mnemonic::from_entropy_in(language, &rng.bytes(bytes)).expect("a length of the standard");
    phrase.words().map(str::to_owned).collect()
}

/// A phrase with a mistake: a word mistyped, or another word of the list so that the checksum is wrong.
fn broken(language: Language, rng: &mut Rng) -> Vec<String> {
    let mut words = bip39(language, rng);
    let place = rng.within(0, words.len());
    if rng.chance(50) {
        words[place] = mistyped(&words[place], language, rng);
        return words;
    }
    while Mnemonic::parse_in(language, words.join(" ")).is_ok() {
        words[place] = language.word_list()[rng.within(0, 2048)].to_owned();
    }
    words
}

/// A word with a letter left out, two letters swapped, or a letter of another word in it.
fn mistyped(word: &str, language: Language, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = word.nfc().collect();
    let at = rng.within(0, letters.len());
    let other = language.word_list()[rng.within(0, 2048)];
    match rng.within(0, 3) {
        0 if letters.len() > 3 => drop(letters.remove(at)),
        1 if at > 0 => letters.swap(at - 1, at),
        _ => letters[at] = other.nfc().next().unwrap_or('x'),
    }
    letters.into_iter().collect()
}

/// Twelve English words whose HMAC-SHA512 under "Seed version" begins with 01 (standard) or 100 (segwit).
fn electrum(rng: &mut Rng) -> Vec<String> {
    let list = Language::English.word_list();
    loop {
        let words: Vec<String> = (0..12).map(|_| list[rng.within(0, 2048)].to_owned()).collect();
        let mut mac = Hmac::<Sha512>::new_from_slice(b"Seed version").expect("any key");
        mac.update(words.join(" ").as_bytes());
        let hash = mac.finalize().into_bytes();
        if hash[0] == 0x01 || (hash[0] == 0x10 && hash[1] >> 4 == 0) {
            return words;
        }
    }
}

fn monero(rng: &mut Rng) -> Vec<String> {
    let list: Vec<&str> = include_str!("../monero.txt").lines().collect();
    let n = list.len();
    let mut words = Vec::new();
    for _ in 0..8 {
        let x = rng.next() as u32 as usize;
        let first = x % n;
        let second = (x / n + first) % n;
        let third = (x / n / n + second) % n;
        words.extend([list[first], list[second], list[third]].map(str::to_owned));
    }
    let starts: String = words.iter().map(|word| &word[..3]).collect();
    words.push(words[crc32(starts.as_bytes()) as usize % 24].clone());
    words
}

/// CRC-32 of IEEE 802.3.
pub fn crc32(bytes: &[u8]) -> u32 {
    let bit = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| bit(crc)))
}

/// A share of 20 or 33 words: identifier and exponent, group and member, value, checksum of three words.
fn slip39(rng: &mut Rng) -> Vec<String> {
    let list: Vec<&str> = include_str!("../slip39.txt").lines().collect();
    let extendable = rng.chance(50);
    let id = rng.within(0, 1 << 15) << 5 | usize::from(extendable) << 4 | 1;
    let member = rng.within(0, 3) << 4 | 1;
    let mut data = vec![id >> 10, id & 1023, member >> 10, member & 1023];
    // 130 bits hold 128, 260 hold 256: the first word's first bits are zero.
    let (length, first) = if rng.chance(70) { (13, 1 << 8) } else { (26, 1 << 6) };
    data.push(rng.within(0, first));
    data.extend((1..length).map(|_| rng.within(0, 1024)));
    let name: &[u8] = if extendable { b"shamir_extendable" } else { b"shamir" };
    let all = name.iter().map(|byte| usize::from(*byte)).chain(data.iter().copied()).chain([0; 3]);
    let sum = rs1024(all) ^ 1;
    data.extend([sum >> 20 & 1023, sum >> 10 & 1023, sum & 1023]);
    data.into_iter().map(|index| list[index].to_owned()).collect()
}

fn rs1024(values: impl Iterator<Item = usize>) -> usize {
    const GENERATOR: [usize; 10] = [
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
        let high = sum >> 20;
        let low = (sum & 0xf_ffff) << 10 ^ value;
        (0..10).filter(|bit| high >> bit & 1 == 1).fold(low, |sum, bit| sum ^ GENERATOR[bit])
    })
}
