//! The plan: patterns that are looked for in articles, the slots that they fill, and the terms of the index that find the
//! articles to look at.

use std::collections::HashMap;

use super::{Meant, Reader, Reading, Unit};
use crate::matcher::Matcher;
use crate::symbols::{self, PAUSE, Symbol};
use crate::terms;

/// So many patterns are looked for.
pub const MOST_PATTERNS: usize = 1_024;
/// So many lists of articles are read.
pub const MOST_TERMS: usize = 192;
/// Of a group of the lexicon, so many terms are looked for.
const MOST_OF_A_GROUP: usize = crate::lexicon::MOST_OF_A_GROUP;

/// What a slot is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One letter.
    Letter,
    /// Some letters in a row, or a word.
    Typed,
    /// What means the same.
    Meaning,
}

/// A part of what is asked, filled by the best of its patterns.
#[derive(Debug)]
pub(crate) struct Slot {
    pub kind: Kind,
    /// What it is worth to have it.
    pub weight: f32,
    /// Patterns, and how well each fills it (0 to 1).
    pub patterns: Vec<(u32, f32)>,
    /// The units that it is of.
    pub units: std::ops::Range<usize>,
}

/// How a question is answered.
pub(crate) struct Plan {
    pub slots: Vec<Slot>,
    pub matcher: Matcher,
    /// For each pattern its length, and whether it is worth to be marked where it is shown.
    pub patterns: Vec<(usize, bool)>,
    /// Terms of the index, and what each is worth.
    pub terms: Vec<(String, f32)>,
    /// What each letter or word of the question tells.
    pub units: Vec<f32>,
}

struct Making<'a, 'b> {
    reader: &'a Reader<'b>,
    patterns: Vec<Vec<Symbol>>,
    numbers: HashMap<Vec<Symbol>, u32>,
    /// For each pattern in how many articles it stands, at most.
    counts: Vec<u32>,
    marked: Vec<bool>,
    slots: Vec<Slot>,
    terms: HashMap<String, f32>,
    /// The stems of the question's words, in all of its readings.
    stems: HashMap<Symbol, &'a str>,
}

pub(super) fn of(reader: &Reader<'_>, units: &[Unit], readings: &[Reading], meant: &[Meant<'_>]) -> Plan {
    let mut making = Making {
        reader,
        patterns: Vec::new(),
        numbers: HashMap::new(),
        counts: Vec::new(),
        marked: Vec::new(),
        slots: Vec::new(),
        terms: HashMap::new(),
        stems: HashMap::new(),
    };
    for unit in units.iter().filter(|unit| symbols::is_word(unit.symbol)) {
        making.stems.insert(unit.symbol, &unit.term);
    }
    for stem in readings.iter().flat_map(|reading| &reading.stems) {
        making.stems.insert(symbols::word(stem), stem);
    }
    making.words(units, readings);
    making.grams(units);
    making.readings(units, readings);
    making.meanings(units, meant);
    let information = |unit: &Unit| {
        let told = reader.dictionary.information(unit.count);
        if unit.symbol == PAUSE { 0.0 } else { told * if unit.filler { reader.weights.filler } else { 1.0 } }
    };
    let mut terms: Vec<(String, f32)> = making.terms.into_iter().collect();
    terms.sort_by(|(a, wa), (b, wb)| wb.total_cmp(wa).then(a.cmp(b)));
    terms.truncate(MOST_TERMS);
    Plan {
        matcher: Matcher::of(&making.patterns),
        patterns: making.patterns.iter().map(Vec::len).zip(making.marked).collect(),
        slots: making.slots,
        terms,
        units: units.iter().map(information).collect(),
    }
}

impl Making<'_, '_> {
    /// The number of a pattern that some article may have.
    fn pattern(&mut self, symbols: &[Symbol], mark: bool) -> Option<u32> {
        if let Some(known) = self.numbers.get(symbols) {
            self.marked[*known as usize] |= mark;
            return (self.counts[*known as usize] > 0).then_some(*known);
        }
        if self.patterns.len() >= MOST_PATTERNS {
            return None;
        }
        let (count, _) = self.rarest(symbols)?;
        let number = self.patterns.len() as u32;
        self.patterns.push(symbols.to_vec());
        self.numbers.insert(symbols.to_vec(), number);
        self.counts.push(count);
        self.marked.push(mark);
        (count > 0).then_some(number)
    }

    /// The rarest term of the index in a row of symbols, and in how many articles it stands.
    fn rarest(&self, row: &[Symbol]) -> Option<(u32, String)> {
        let dictionary = self.reader.dictionary;
        let mut rarest: Option<(u32, String)> = None;
        let mut weigh = |term: String| {
            let count = dictionary.count(&term);
            if rarest.as_ref().is_none_or(|(least, _)| count < *least) {
                rarest = Some((count, term));
            }
        };
        for (at, symbol) in row.iter().enumerate() {
            let next = row.get(at + 1).and_then(|next| dictionary.pair(*symbol, *next));
            match (next, symbols::letter(*symbol)) {
                (Some(pair), _) => weigh(pair),
                (None, Some(letter)) if at == 0 || symbols::is_word(row[at - 1]) => {
                    weigh(terms::letter(dictionary.lang, letter));
                }
                (None, None) if symbols::is_word(*symbol) => weigh(terms::word(dictionary.lang, self.stem(*symbol)?)),
                _ => {}
            }
        }
        rarest
    }

    fn stem(&self, word: Symbol) -> Option<&str> {
        let spoken = || super::families(self.reader).find_map(|family| self.reader.lexicon.of(family).stem(word));
        self.stems.get(&word).copied().or_else(spoken)
    }

    /// Has articles looked at that have the rarest term of a row.
    fn seek(&mut self, row: &[Symbol], weight: f32) {
        if let Some((count, term)) = self.rarest(row)
            && count > 0
        {
            let known = self.terms.entry(term).or_default();
            *known = known.max(weight);
        }
    }

    fn information(&self, pattern: u32) -> f32 {
        self.reader.dictionary.information(self.counts.get(pattern as usize).copied().unwrap_or(0))
    }

    fn slot(&mut self, kind: Kind, weight: f32, patterns: Vec<(u32, f32)>, units: std::ops::Range<usize>) {
        if !patterns.is_empty() && weight > 0.0 {
            self.slots.push(Slot { kind, weight, patterns, units });
        }
    }

    /// How much it counts that units say little.
    fn telling(&self, units: &[Unit]) -> f32 {
        let each = units.iter().map(|unit| if unit.filler { self.reader.weights.filler } else { 1.0 });
        each.sum::<f32>() / units.len().max(1) as f32
    }

    /// Words, each in its best reading, and words next to each other.
    fn words(&mut self, units: &[Unit], readings: &[Reading]) {
        let weights = self.reader.weights;
        for (at, unit) in units.iter().enumerate().filter(|(_, unit)| symbols::is_word(unit.symbol)) {
            let telling = self.telling(&units[at..=at]);
            let mut patterns: Vec<(u32, f32)> =
                self.pattern(&[unit.symbol], !unit.filler).map(|own| (own, 1.0)).into_iter().collect();
            let of_it = |reading: &&Reading| reading.units == (at..at + 1) && reading.symbols.len() == 1;
            for reading in readings.iter().filter(of_it) {
                patterns.extend(self.pattern(&reading.symbols, true).map(|other| (other, reading.weight)));
            }
            // Seldom used words tell most, but one that is nowhere tells no more than its likeliest reading.
            let told = patterns.iter().map(|(pattern, sure)| self.information(*pattern) * sure).fold(0.0, f32::max);
            let weight = weights.word * told * telling;
            for (pattern, sure) in &patterns {
                let row = self.patterns[*pattern as usize].clone();
                self.seek(&row, weight * sure);
            }
            self.slot(Kind::Typed, weight, patterns, at..at + 1);
            if let Some(next) = units.get(at + 1).filter(|next| symbols::is_word(next.symbol))
                && let Some(both) = self.pattern(&[unit.symbol, next.symbol], false)
            {
                let weight = weights.words * self.information(both) * self.telling(&units[at..at + 2]);
                self.slot(Kind::Typed, weight, vec![(both, 1.0)], at..at + 2);
            }
        }
    }

    /// Up to four letters in a row.
    fn grams(&mut self, units: &[Unit]) {
        let weights = self.reader.weights;
        for at in 0..units.len() {
            let mut row = Vec::new();
            let mut across = 1.0;
            for (more, worth) in weights.letters.iter().enumerate() {
                let Some(unit) = units.get(at + more).filter(|unit| symbols::is_letter(unit.symbol)) else { break };
                row.push(unit.symbol);
                if more > 0 && unit.spaced {
                    across = weights.across;
                }
                let telling = self.telling(&units[at..=at + more]);
                let Some(pattern) = self.pattern(&row, more > 0 && telling > 0.7 && across == 1.0) else { break };
                let weight = worth * self.information(pattern) * telling * across;
                if more < 2 {
                    self.seek(&row, weight);
                }
                let kind = if more == 0 { Kind::Letter } else { Kind::Typed };
                self.slot(kind, weight, vec![(pattern, 1.0)], at..at + more + 1);
            }
        }
    }

    /// Other readings that are more than one word: each takes the place of what was typed there.
    fn readings(&mut self, units: &[Unit], readings: &[Reading]) {
        let weights = self.reader.weights;
        // By the units that are read otherwise, and the place within the reading.
        let mut of_place: HashMap<(usize, usize, usize), Vec<(u32, f32)>> = HashMap::new();
        for reading in readings {
            if reading.units.len() == 1 && reading.symbols.len() == 1 && symbols::is_word(reading.symbols[0]) {
                continue;
            }
            for at in 0..reading.symbols.len().max(2) - 1 {
                let row = &reading.symbols[at..reading.symbols.len().min(at + 2)];
                // Each part of it, beside each other part.
                let place = (reading.units.start, reading.units.end, at);
                let pattern = self.pattern(row, true);
                of_place.entry(place).or_default().extend(pattern.map(|pattern| (pattern, reading.weight)));
            }
        }
        let mut places: Vec<_> = of_place.into_iter().collect();
        places.sort_by_key(|(place, _)| *place);
        for ((start, end, _), patterns) in places {
            let range = start..end;
            let told = patterns.iter().map(|(pattern, sure)| self.information(*pattern) * sure).fold(0.0, f32::max);
            let weight = weights.letters[1] * told * self.telling(&units[range.clone()]);
            for (pattern, sure) in &patterns {
                let row = self.patterns[*pattern as usize].clone();
                self.seek(&row, weight * sure);
            }
            self.slot(Kind::Typed, weight, patterns, range);
        }
    }

    /// A word tells less when its equivalents, which tell `told`, are more common than it is.
    fn together(&mut self, at: usize, told: f32) {
        let Some(place) = self.slots.iter().position(|slot| slot.kind == Kind::Typed && slot.units == (at..at + 1))
        else {
            return;
        };
        let patterns = self.slots[place].patterns.iter();
        let alone = patterns.map(|(pattern, sure)| self.information(*pattern) * sure).fold(0.0, f32::max);
        if told < alone {
            self.slots[place].weight *= 1.0 - self.reader.weights.class * (1.0 - told / alone);
        }
    }

    /// What means the same as a part of the question.
    fn meanings(&mut self, units: &[Unit], meant: &[Meant<'_>]) {
        let weights = self.reader.weights;
        // For each word what its most used equivalent tells.
        let mut least: HashMap<usize, f32> = HashMap::new();
        for meant in meant {
            let words = self.reader.lexicon.of(meant.family);
            for (_, group) in words.groups(meant.term) {
                let mut patterns: Vec<(u32, f32)> = Vec::new();
                let own = std::iter::once((meant.symbols, 1.0));
                let others = group.terms.iter().map(|term| (words.symbols(*term), group.weight)).take(MOST_OF_A_GROUP);
                for (row, worth) in own.chain(others) {
                    if let Some(pattern) = self.pattern(row, true)
                        && !patterns.iter().any(|(known, _)| *known == pattern)
                    {
                        patterns.push((pattern, worth));
                    }
                }
                // As a whole it tells what its most used term tells.
                let told = patterns.iter().map(|(pattern, _)| self.information(*pattern)).fold(f32::INFINITY, f32::min);
                if !told.is_finite() {
                    continue;
                }
                if meant.units.len() == 1 && !meant.guessed && group.weight >= 1.0 {
                    let known = least.entry(meant.units.start).or_insert(told);
                    *known = known.min(told);
                }
                // What was typed tells more when it is seldom used; when no article has it, the rarest of the others does.
                let rarest = patterns.iter().map(|(pattern, _)| self.information(*pattern)).fold(0.0, f32::max);
                let alone = self.pattern(meant.symbols, true).map_or(rarest, |typed| self.information(typed));
                let told = told + (alone - told) * weights.own;
                for (pattern, worth) in &mut patterns {
                    let information = self.information(*pattern);
                    if information < told {
                        *worth *= (information / told).powf(weights.rare);
                    }
                }
                // A phrase that is known as a whole loses nothing by its little words (log in, how long).
                let asked = &units[meant.units.clone()];
                let telling = if asked.iter().all(|unit| unit.filler) { self.telling(asked) } else { 1.0 };
                let many = (words.groups(meant.term).count() as f32).powf(weights.spread);
                let weight = weights.meaning * told * meant.weight * telling / many;
                for (pattern, worth) in &patterns {
                    let row = self.patterns[*pattern as usize].clone();
                    self.seek(&row, weight * worth);
                }
                self.slot(Kind::Meaning, weight, patterns, meant.units.clone());
            }
        }
        for (at, told) in least {
            self.together(at, told);
        }
    }
}
