//! Other readings of what the index does not know as it was typed: misspelled, run together, or typed with another
//! keyboard or input method in mind.

use super::{Heard, Reader, Reading, Unit};
use crate::alike;
use crate::lang::Family;
use crate::sound::{self, hangul, kana};
use crate::stem::stem;
use crate::symbols;
use crate::terms;

/// So many unknown words are corrected.
const MOST_WORDS: usize = 6;
/// A run of Korean letters that is read as Latin keys is no longer than this.
const LONGEST_RUN: usize = 24;

/// Words: unknown ones are corrected, split, joined, read as another keyboard's keys or as kana; others get their
/// relatives.
pub(super) fn words(reader: &Reader<'_>, units: &[Unit], readings: &mut Vec<Reading>) {
    let family = reader.dictionary.lang.family();
    let mut left = MOST_WORDS;
    for (at, unit) in units.iter().enumerate() {
        if !symbols::is_word(unit.symbol) {
            continue;
        }
        let read = |to: usize, stems: Vec<String>, weight| Reading::of_words(at..to, stems, weight);
        if unit.count > 0 || unit.plain.bytes().any(|byte| byte.is_ascii_digit()) {
            if !unit.filler {
                for word in alike::relatives(reader.dictionary, &unit.term) {
                    readings.push(read(at + 1, vec![word], reader.weights.relative));
                }
            }
            continue;
        }
        let typed = match family {
            Family::Korean => hangul::typed(&unit.plain).or_else(|| hangul::typed(&unit.plain.to_lowercase())),
            Family::Japanese => kana::read(&unit.plain),
            _ => None,
        };
        if let Some(typed) = typed {
            readings.push(Reading::of_letters(at..at + 1, symbols::of(&typed), reader.weights.retyped));
        }
        if left == 0 {
            continue;
        }
        left -= 1;
        if let Some(parts) = split(reader, &unit.plain) {
            readings.push(read(at + 1, parts, reader.weights.retyped));
            continue;
        }
        if let Some(next) = units.get(at + 1).filter(|next| symbols::is_word(next.symbol)) {
            let joined = stem(&format!("{}{}", unit.plain, next.plain));
            if reader.dictionary.count(&terms::word(reader.dictionary.lang, &joined)) > 0 {
                readings.push(read(at + 2, vec![joined], reader.weights.retyped));
                continue;
            }
        }
        for (word, weight) in alike::corrections(reader.dictionary, &unit.term) {
            readings.push(read(at + 1, vec![word], weight));
        }
        for word in alike::relatives(reader.dictionary, &unit.term) {
            readings.push(read(at + 1, vec![word], reader.weights.relative));
        }
    }
}

/// Two known words that were written as one.
fn split(reader: &Reader<'_>, word: &str) -> Option<Vec<String>> {
    if !(6..=30).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    (3..=word.len() - 3).find_map(|at| {
        let parts = [stem(&word[..at]), stem(&word[at..])];
        let known = |part: &String| reader.dictionary.count(&terms::word(reader.dictionary.lang, part)) > 0;
        parts.iter().all(known).then(|| parts.to_vec())
    })
}

/// Korean letters that come out when a Latin word is typed in Korean.
pub(super) fn keyboard(reader: &Reader<'_>, units: &[Unit], readings: &mut Vec<Reading>) {
    let hangul = |unit: &Unit| {
        symbols::letter(unit.symbol).filter(|c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}'))
    };
    let mut at = 0;
    while at < units.len() {
        let run = units[at..].iter().enumerate();
        let run = run.take_while(|(place, unit)| hangul(unit).is_some() && (*place == 0 || !unit.spaced)).count();
        let letters: String = units[at..at + run].iter().filter_map(hangul).collect();
        // Without a consonant or vowel that stands alone it reads as Korean.
        if (2..=LONGEST_RUN).contains(&run) && letters.chars().any(|c| c < '\u{ac00}') {
            let word = stem(&hangul::keys(&letters));
            if reader.dictionary.count(&terms::word(reader.dictionary.lang, &word)) > 0 {
                let weight = reader.weights.retyped;
                readings.push(Reading::of_words(at..at + run, vec![word], weight));
            }
        }
        at += run.max(1);
    }
}

/// Pairs of letters that no article has are read as pairs that sound alike; so is pinyin.
pub(super) fn homophones(
    reader: &Reader<'_>,
    units: &[Unit],
    heard: &[Heard],
    budget: &mut usize,
    readings: &mut Vec<Reading>,
) {
    for pair in heard.windows(2) {
        let [first, second] = pair else { continue };
        if first.sound == sound::NONE || second.sound == sound::NONE || first.latin != second.latin {
            continue;
        }
        if !first.latin {
            let typed = reader.dictionary.pair(units[first.unit].symbol, units[second.unit].symbol);
            if units[second.unit].spaced || typed.is_none_or(|typed| reader.dictionary.count(&typed) > 0) {
                continue;
            }
        }
        let letters = (reader.letters)();
        for (symbols, _) in alike::sounding(reader.dictionary, &letters, (first.sound, second.sound), budget) {
            let units = first.unit..second.unit + 1;
            readings.push(Reading::of_letters(units, symbols.to_vec(), reader.weights.sound));
        }
    }
}
