//! A question becomes a plan: what is looked for, and how much each part of it tells. The steps stand in [`plan`].

mod meaning;
mod plan;
mod repair;

use crate::alike::{BySound, MOST_PAIRS};
use crate::dictionary::Dictionary;
use crate::lang::{Family, Lang};
use crate::lexicon::Lexicon;
use crate::sound::{self, Sound, pinyin};
use crate::symbols::{self, PAUSE, Symbol};
use crate::weights::Weights;

pub(crate) use plan::{Kind, Plan};

/// Of a question, so many bytes are read.
pub const LONGEST_QUESTION: usize = 4 * 1024;
/// Of a question, so many letters and words are looked for.
pub const MOST_UNITS: usize = 96;

/// A letter, a word or a pause of the question.
#[derive(Clone, Debug)]
struct Unit {
    symbol: Symbol,
    term: String,
    plain: String,
    spaced: bool,
    /// In how many articles it stands.
    count: u32,
    filler: bool,
}

/// Another reading of a part of the question.
struct Reading {
    /// The units that are read otherwise.
    units: std::ops::Range<usize>,
    symbols: Vec<Symbol>,
    /// The stems of its words.
    stems: Vec<String>,
    /// How likely it is meant, 0 to 1.
    weight: f32,
}

impl Reading {
    fn of_letters(units: std::ops::Range<usize>, symbols: Vec<Symbol>, weight: f32) -> Reading {
        Reading { units, symbols, stems: Vec::new(), weight }
    }

    fn of_words(units: std::ops::Range<usize>, stems: Vec<String>, weight: f32) -> Reading {
        Reading { units, symbols: stems.iter().map(|stem| symbols::word(stem)).collect(), stems, weight }
    }
}

/// A sound of the question, and the unit that it is of.
struct Heard {
    sound: Sound,
    unit: usize,
    /// Written in Latin letters.
    latin: bool,
}

/// A term of the lexicon that the question has.
struct Meant<'a> {
    family: Family,
    term: u32,
    symbols: &'a [Symbol],
    units: std::ops::Range<usize>,
    weight: f32,
    /// Not as it was typed.
    guessed: bool,
}

/// What reading a question needs.
pub(crate) struct Reader<'a> {
    pub dictionary: &'a Dictionary,
    pub lexicon: &'a Lexicon,
    pub letters: &'a dyn Fn() -> std::sync::Arc<BySound>,
    pub weights: &'a Weights,
    /// The language of the question; the dictionary's may be another.
    pub asked: Lang,
}

/// Reads a question.
pub(crate) fn read(reader: &Reader<'_>, question: &str) -> Plan {
    let units = units(reader, question);
    let mut readings = Vec::new();
    repair::words(reader, &units, &mut readings);
    repair::keyboard(reader, &units, &mut readings);
    let heard = heard(reader, &units);
    repair::homophones(reader, &units, &heard, &mut MOST_PAIRS.clone(), &mut readings);
    let meant = meaning::of(reader, &units, &readings, &heard);
    plan::of(reader, &units, &readings, &meant)
}

/// The families whose words a question may use: its own, and that of the articles.
fn families(reader: &Reader<'_>) -> impl Iterator<Item = Family> {
    let (own, other) = (reader.asked.family(), reader.dictionary.lang.family());
    std::iter::once(own).chain((own != other).then_some(other))
}

/// The beginning of a text, as long as is read.
pub(crate) fn beginning(question: &str) -> &str {
    let mut end = question.len().min(LONGEST_QUESTION);
    while !question.is_char_boundary(end) {
        end -= 1;
    }
    &question[..end]
}

fn units(reader: &Reader<'_>, question: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    symbols::each(&symbols::whole(beginning(question)), |unit| {
        let pause = unit.symbol == PAUSE;
        if units.len() >= MOST_UNITS || pause && units.last().is_none_or(|last| last.symbol == PAUSE) {
            return;
        }
        let count = match symbols::letter(unit.symbol) {
            Some(letter) => reader.dictionary.count(&crate::terms::letter(reader.dictionary.lang, letter)),
            None if pause => 0,
            None => reader.dictionary.count(&crate::terms::word(reader.dictionary.lang, unit.term)),
        };
        units.push(Unit {
            symbol: unit.symbol,
            term: unit.term.to_owned(),
            plain: unit.plain.to_owned(),
            spaced: unit.spaced,
            count,
            filler: false,
        });
    });
    let row: Vec<Symbol> = units.iter().map(|unit| unit.symbol).collect();
    for family in families(reader) {
        for at in 0..row.len() {
            let mut longest = 0;
            reader.lexicon.of(family).filler.begin(&row[at..], |length, _| longest = length);
            units[at..at + longest].iter_mut().for_each(|unit| unit.filler = true);
        }
    }
    units
}

/// The sounds of the question: of its letters, and of Latin words that can only be pinyin.
fn heard(reader: &Reader<'_>, units: &[Unit]) -> Vec<Heard> {
    let family = reader.dictionary.lang.family();
    let words = || units.iter().filter(|unit| symbols::is_word(unit.symbol));
    let latin = family == Family::Chinese;
    // Words that English has too (can, men) are pinyin when the others are.
    let all_pinyin = latin && words().count() > 1 && words().all(|unit| pinyin::read(&unit.plain).is_some());
    let mut heard = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        if !symbols::is_word(unit.symbol) {
            heard.push(Heard { sound: sound::of(family, unit.symbol), unit: at, latin: false });
        } else if let Some(sounds) = pinyin::read(&unit.plain)
            && latin
            && (unit.count == 0 || all_pinyin)
        {
            heard.extend(sounds.into_iter().map(|sound| Heard { sound, unit: at, latin: true }));
        } else {
            heard.push(Heard { sound: sound::NONE, unit: at, latin: true });
        }
    }
    heard
}
