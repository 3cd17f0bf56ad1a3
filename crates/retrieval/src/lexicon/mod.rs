//! What means the same in the field of an exchange, and in the everyday words of asking: the bridge between a question and
//! an article that says it otherwise. [`parse`] describes the lines.

mod parse;
mod trie;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

pub use parse::LineError;
pub(crate) use trie::Trie;

use crate::lang::{Family, Lang};
use crate::sound::{self, Sound, hangul, pinyin};
use crate::symbols::{self, Symbol};

/// At most so many terms of a group are looked for, the first ones.
pub(crate) const MOST_OF_A_GROUP: usize = 16;
/// Of a language, lines beyond are refused by [`Lexicon::with`]: 65,000.
const MOST_TERMS: usize = 65_000;

/// A term's number in its language.
pub(crate) type TermId = u32;

/// The groups of one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    terms: Vec<Vec<Symbol>>,
    by_symbols: HashMap<Vec<Symbol>, TermId>,
    groups: Vec<Group>,
    /// For each term the groups that it asks for.
    asks: Vec<Vec<u32>>,
    /// From symbols to terms that groups begin with.
    pub exact: Trie,
    /// From sounds to such terms.
    pub sounding: Trie,
    /// From the first letters of pinyin, or from romanised Korean, to such terms.
    latin: HashMap<String, Vec<TermId>>,
    /// Phrases that say little.
    pub filler: Trie,
    /// The stems of all words.
    stems: HashMap<Symbol, String>,
}

/// Terms, any of which answers for the others.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub terms: Vec<TermId>,
    /// How much it counts that another term of the group stands there, 0 to 1.
    pub weight: f32,
}

/// Groups of equivalent terms, for all languages.
#[derive(Clone, Debug)]
pub struct Lexicon {
    chinese: Arc<Words>,
    korean: Arc<Words>,
    japanese: Arc<Words>,
    english: Arc<Words>,
}

static OWN: LazyLock<Lexicon> = LazyLock::new(|| {
    let words = |family, text| {
        let mut words = Words::default();
        // A test holds that none of our own lines is refused.
        for line in parse::lines(text).flatten() {
            words.learn(family, &line);
        }
        Arc::new(words)
    };
    Lexicon {
        chinese: words(Family::Chinese, include_str!("../../lexicon/zh.txt")),
        korean: words(Family::Korean, include_str!("../../lexicon/ko.txt")),
        japanese: words(Family::Japanese, include_str!("../../lexicon/ja.txt")),
        english: words(Family::English, include_str!("../../lexicon/en.txt")),
    }
});

impl Default for Lexicon {
    fn default() -> Lexicon {
        OWN.clone()
    }
}

impl Lexicon {
    /// The lexicon that comes with the program.
    #[must_use]
    pub fn new() -> Lexicon {
        Lexicon::default()
    }

    /// This lexicon with further lines for a language (both kinds of Chinese share one).
    ///
    /// # Errors
    /// The first line that is no line of a lexicon, with its number; nothing is taken then.
    pub fn with(&self, lang: Lang, extra: &str) -> Result<Lexicon, LineError> {
        let mut lexicon = self.clone();
        let words = match lang.family() {
            Family::Chinese => &mut lexicon.chinese,
            Family::Korean => &mut lexicon.korean,
            Family::Japanese => &mut lexicon.japanese,
            Family::English => &mut lexicon.english,
        };
        let words = Arc::make_mut(words);
        for line in parse::lines(extra) {
            let line = line?;
            if words.terms.len() >= MOST_TERMS {
                return Err(LineError { line: line.number, what: parse::Wrong::TooMany });
            }
            words.learn(lang.family(), &line);
        }
        Ok(lexicon)
    }

    pub(crate) fn of(&self, family: Family) -> &Words {
        match family {
            Family::Chinese => &self.chinese,
            Family::Korean => &self.korean,
            Family::Japanese => &self.japanese,
            Family::English => &self.english,
        }
    }
}

impl Words {
    fn learn(&mut self, family: Family, line: &parse::Line<'_>) {
        if line.filler {
            for term in &line.asked {
                self.filler.put(&symbols::of(term), 0);
            }
            return;
        }
        let asked: Vec<TermId> = line.asked.iter().filter_map(|term| self.term(term)).collect();
        let meant: Vec<TermId> = line.meant.iter().filter_map(|term| self.term(term)).collect();
        let group = self.groups.len() as u32;
        for id in &asked {
            self.asks[*id as usize].push(group);
            self.enter(family, *id);
        }
        let terms = if meant.is_empty() { asked } else { meant };
        self.groups.push(Group { terms, weight: line.weight });
    }

    /// The number of a term; none for one without letters.
    fn term(&mut self, text: &str) -> Option<TermId> {
        let symbols = symbols::of(text);
        if symbols.is_empty() {
            return None;
        }
        if let Some(known) = self.by_symbols.get(&symbols) {
            return Some(*known);
        }
        symbols::each(&symbols::whole(text), |unit| {
            if symbols::is_word(unit.symbol) {
                self.stems.entry(unit.symbol).or_insert_with(|| unit.term.to_owned());
            }
        });
        let id = self.terms.len() as TermId;
        self.by_symbols.insert(symbols.clone(), id);
        self.terms.push(symbols);
        self.asks.push(Vec::new());
        Some(id)
    }

    /// Makes a term to be found in questions.
    fn enter(&mut self, family: Family, id: TermId) {
        let symbols = &self.terms[id as usize];
        self.exact.put(symbols, id);
        let letters: Option<Vec<char>> = symbols.iter().map(|symbol| symbols::letter(*symbol)).collect();
        let Some(letters) = letters.filter(|letters| letters.len() >= 2) else { return };
        let mut latin: Vec<String> = Vec::new();
        match family {
            Family::Chinese => {
                for (sounds, initials) in readings(&letters) {
                    self.sounding.put(&sounds, id);
                    latin.push(initials);
                }
            }
            Family::Korean => {
                self.sounding
                    .put(&letters.iter().map(|letter| sound::of(family, *letter as Symbol)).collect::<Vec<_>>(), id);
                latin.extend(hangul::romanised(&letters.iter().collect::<String>()));
            }
            Family::Japanese => {
                let sounds: Vec<Sound> = letters.iter().map(|letter| sound::of(family, *letter as Symbol)).collect();
                if !sounds.contains(&sound::NONE) {
                    self.sounding.put(&sounds, id);
                }
            }
            Family::English => {}
        }
        for latin in latin {
            let known = self.latin.entry(latin).or_default();
            if !known.contains(&id) {
                known.push(id);
            }
        }
    }

    /// The stem of a word of some term.
    pub(crate) fn stem(&self, word: Symbol) -> Option<&str> {
        self.stems.get(&word).map(String::as_str)
    }

    pub(crate) fn symbols(&self, term: TermId) -> &[Symbol] {
        self.terms.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// The groups that a term asks for.
    pub(crate) fn groups(&self, term: TermId) -> impl Iterator<Item = (u32, &Group)> {
        let asks = self.asks.get(term as usize).map_or(&[][..], Vec::as_slice);
        asks.iter().filter_map(|number| Some((*number, self.groups.get(*number as usize)?)))
    }

    /// Terms whose first letters of pinyin, or whose romanisation, a word is.
    pub(crate) fn in_latin(&self, family: Family, word: &str) -> &[TermId] {
        let found = match family {
            Family::Korean => self.latin.get(&hangul::loosely(word)),
            _ => self.latin.get(word),
        };
        found.map_or(&[], Vec::as_slice)
    }
}

/// So many readings of a Chinese term are known.
const MOST_READINGS: usize = 8;

/// The sounds and the initials of a Chinese term, in each way that its characters may be read; none when one of them cannot.
fn readings(letters: &[char]) -> Vec<(Vec<Sound>, String)> {
    let mut readings = vec![(Vec::new(), String::new())];
    for letter in letters {
        let first = (pinyin::of(*letter), pinyin::initial(*letter).unwrap_or(' '));
        if first.0 == sound::NONE {
            return Vec::new();
        }
        let with = |(sounds, initials): &(Vec<Sound>, String), (sound, initial): (Sound, char)| {
            ([sounds.as_slice(), &[sound]].concat(), format!("{initials}{initial}"))
        };
        let mut further: Vec<_> = readings.iter().map(|reading| with(reading, first)).collect();
        if let Some(other) = pinyin::other(*letter) {
            further.extend(readings.iter().map(|reading| with(reading, other)));
        }
        further.truncate(MOST_READINGS);
        readings = further;
    }
    readings
}

#[cfg(test)]
mod tests;
