//! Terms of the lexicon that a question has: as typed, in another reading of it, by sound, or by their initials.

use super::{Heard, Meant, Reader, Reading, Unit, families};
use crate::lang::Family;
use crate::lexicon::{TermId, Words};
use crate::sound::{self, Sound};
use crate::symbols::{self, Symbol};

/// How likely a word that the index does not know is meant as initials or as a romanisation.
const IN_LATIN: f32 = 0.6;
/// How likely letters are meant as others of the same sound that the lexicon knows.
const BY_SOUND: f32 = 0.7;
/// So many terms are gone on with.
const MOST: usize = 48;

pub(super) fn of<'a>(reader: &Reader<'a>, units: &[Unit], readings: &[Reading], heard: &[Heard]) -> Vec<Meant<'a>> {
    let mut meant = Vec::new();
    let row: Vec<Symbol> = units.iter().map(|unit| unit.symbol).collect();
    for family in families(reader) {
        let words = reader.lexicon.of(family);
        typed(words, family, &row, |at| at, 1.0, &mut meant);
        for reading in readings.iter().filter(|reading| reading.weight >= 0.5) {
            reread(words, family, &row, reading, &mut meant);
        }
        if family == reader.dictionary.lang.family() {
            by_sound(reader, words, units, heard, &mut meant);
        }
        in_latin(words, family, units, &mut meant);
    }
    within_longer(&mut meant);
    meant.truncate(MOST);
    meant
}

/// Terms in a row of symbols; `unit` says which unit a symbol is of.
fn typed<'a>(
    words: &'a Words,
    family: Family,
    row: &[Symbol],
    unit: impl Fn(usize) -> usize,
    weight: f32,
    meant: &mut Vec<Meant<'a>>,
) {
    for at in 0..row.len() {
        words.exact.begin(&row[at..], |length, terms| {
            for term in terms {
                let units = unit(at)..unit(at + length - 1) + 1;
                meant.push(found(words, family, *term, units, weight, weight < 1.0));
            }
        });
    }
}

fn found<'a>(
    words: &'a Words,
    family: Family,
    term: TermId,
    units: std::ops::Range<usize>,
    weight: f32,
    guessed: bool,
) -> Meant<'a> {
    Meant { family, term, symbols: words.symbols(term), units, weight, guessed }
}

/// Terms that reach into another reading of a part of the question.
fn reread<'a>(words: &'a Words, family: Family, row: &[Symbol], reading: &Reading, meant: &mut Vec<Meant<'a>>) {
    const AROUND: usize = 8;
    let before = reading.units.start.saturating_sub(AROUND);
    let after = (reading.units.end + AROUND).min(row.len());
    let mut other: Vec<Symbol> = row[before..reading.units.start].to_vec();
    let first = other.len();
    other.extend_from_slice(&reading.symbols);
    let last = other.len();
    other.extend_from_slice(&row[reading.units.end..after]);
    let unit = |at: usize| {
        if at < first {
            before + at
        } else if at >= last {
            reading.units.end + at - last
        } else if at + 1 == last {
            reading.units.end - 1
        } else {
            reading.units.start
        }
    };
    let from = meant.len();
    typed(words, family, &other, unit, reading.weight.min(0.95), meant);
    let reaches = |meant: &Meant<'_>| meant.units.start < reading.units.end && reading.units.start < meant.units.end;
    let mut at = 0;
    meant.retain(|meant| {
        at += 1;
        at <= from || reaches(meant)
    });
}

/// Terms that sound like a part of the question and are written otherwise.
fn by_sound<'a>(reader: &Reader<'_>, words: &'a Words, units: &[Unit], heard: &[Heard], meant: &mut Vec<Meant<'a>>) {
    let family = reader.dictionary.lang.family();
    // Whether an article has these two letters next to each other: then they are no mistake.
    let known_pair = |pair: &[Unit]| {
        let pair = reader.dictionary.pair(pair[0].symbol, pair[1].symbol);
        pair.is_some_and(|pair| reader.dictionary.count(&pair) > 0)
    };
    let sounds: Vec<Sound> = heard.iter().map(|heard| heard.sound).collect();
    for at in 0..sounds.len() {
        if sounds[at] == sound::NONE {
            continue;
        }
        words.sounding.begin(&sounds[at..], |length, terms| {
            let (first, last) = (&heard[at], &heard[at + length - 1]);
            let range = first.unit..last.unit + 1;
            let spaced = units[range.clone()].iter().skip(1).any(|unit| unit.spaced) && !first.latin;
            if first.latin != last.latin || spaced || units[range.clone()].windows(2).all(known_pair) && !first.latin {
                return;
            }
            for term in terms {
                let written = units[range.clone()].iter().map(|unit| unit.symbol);
                if !written.eq(words.symbols(*term).iter().copied()) {
                    let weight = if first.latin { 0.9 } else { BY_SOUND };
                    meant.push(found(words, family, *term, range.clone(), weight, true));
                }
            }
        });
    }
}

fn in_latin<'a>(words: &'a Words, family: Family, units: &[Unit], meant: &mut Vec<Meant<'a>>) {
    for (at, unit) in units.iter().enumerate() {
        if symbols::is_word(unit.symbol) && unit.count == 0 && unit.plain.len() >= 2 {
            for term in words.in_latin(family, &unit.plain) {
                meant.push(found(words, family, *term, at..at + 1, IN_LATIN, true));
            }
        }
    }
}

/// Without terms that are a part of a longer one that is as sure, and each term at a place once.
fn within_longer(meant: &mut Vec<Meant<'_>>) {
    meant.sort_by(|a, b| {
        let length = |meant: &Meant<'_>| std::cmp::Reverse(meant.units.len());
        b.weight.total_cmp(&a.weight).then(length(a).cmp(&length(b))).then(a.units.start.cmp(&b.units.start))
    });
    let mut kept: Vec<Meant<'_>> = Vec::new();
    for one in meant.drain(..) {
        let within = kept.iter().any(|other| {
            let inside = other.units.start <= one.units.start && one.units.end <= other.units.end;
            let same = other.family == one.family && other.term == one.term;
            other.family == one.family
                && inside
                && (same || !other.guessed && (one.guessed || other.units.len() > one.units.len()))
        });
        if !within {
            kept.push(one);
        }
    }
    *meant = kept;
}
