//! Words of one list in a row, with their places in it.

use std::ops::Range;

use super::super::rules::WORDS;
use super::lists::{self, LISTS, Standard};
use super::proof;

/// Words further apart, in bytes, do not follow each other.
const FAR: usize = 40;

/// Words in a row, most of them of one list.
pub(crate) struct Segment<'a> {
    pub list: usize,
    words: Vec<Word<'a>>,
}

#[derive(Clone)]
struct Word<'a> {
    span: Range<usize>,
    text: &'a str,
    place: Option<u16>,
}

/// The segments of a run, for each list that has enough of its words.
pub(crate) fn of(text: &str, run: Range<usize>) -> Vec<Segment<'_>> {
    let words: Vec<(Range<usize>, &str)> = words(text, run);
    let places: Vec<_> = words.iter().map(|(_, word)| lists::places(word)).collect();
    let mut counts = [0; LISTS.len()];
    places.iter().flatten().flat_map(|places| places.iter()).for_each(|(list, _)| counts[usize::from(*list)] += 1);
    let mut segments = Vec::new();
    for list in (0..LISTS.len()).filter(|list| counts[*list] >= 8) {
        let mut segment: Vec<Word> = Vec::new();
        let mut missed = 0;
        for ((span, word), places) in words.iter().zip(&places) {
            let place = places.and_then(|places| places.iter().find(|(other, _)| usize::from(*other) == list)).map(|(_, place)| *place);
            let far = segment.last().is_some_and(|last| !follows(text, last.span.end..span.start));
            if place.is_none() && is_filler(text, list, span) {
                continue;
            }
            missed = if place.is_some() { 0 } else { missed + 1 };
            if far || missed > 1 {
                close(&mut segments, list, &mut segment);
            }
            if place.is_some() || !segment.is_empty() {
                segment.push(Word { span: span.clone(), text: word, place });
            }
        }
        close(&mut segments, list, &mut segment);
    }
    segments
}

fn close<'a>(segments: &mut Vec<Segment<'a>>, list: usize, words: &mut Vec<Word<'a>>) {
    while words.last().is_some_and(|word| word.place.is_none()) {
        words.pop();
    }
    if words.len() >= 10 {
        segments.push(Segment { list, words: std::mem::take(words) });
    }
    words.clear();
}

/// Whether what stands between two words only separates them.
fn follows(text: &str, gap: Range<usize>) -> bool {
    gap.len() <= FAR && text[gap].matches('\n').count() <= 4
}

/// Letters of another script beside numbers: 第1个, 1番目.
fn is_filler(text: &str, list: usize, span: &Range<usize>) -> bool {
    let east = text.as_bytes()[span.start] >= 0xe3;
    let wanted = matches!(list, 1 | 2 | 4 | 5);
    let near = text[..span.start].ends_with(|c: char| c.is_ascii_digit()) || text[span.end..].starts_with(|c: char| c.is_ascii_digit());
    east && !wanted && near && span.len() <= 12
}

/// The words of a part of a text; a Chinese character alone is one.
fn words(text: &str, part: Range<usize>) -> Vec<(Range<usize>, &str)> {
    let mut words = Vec::new();
    let mut start: Option<(usize, u8)> = None;
    let ends = part.end;
    for (at, c) in text[part.clone()].char_indices().map(|(at, c)| (at + part.start, c)).chain([(ends, ' ')]) {
        let script = script(c);
        if let Some((from, of)) = start
            && (of != script || script == 4)
        {
            let word = &text[from..at];
            if !is_number_word(word, &text[at..]) {
                words.push((from..at, word));
            }
            start = None;
        }
        if start.is_none() && script > 0 {
            start = Some((at, script));
        }
    }
    words
}

/// "word 1: abandon, word 2: ability".
fn is_number_word(word: &str, rest: &str) -> bool {
    let numbered = rest.trim_start_matches([' ', '#', '_', '-']).starts_with(|c: char| c.is_ascii_digit());
    numbered && ["word", "no", "nr", "number"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

fn script(c: char) -> u8 {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{4ff}' | '\u{1e00}'..='\u{1eff}' => 1,
        '\u{ac00}'..='\u{d7a3}' => 2,
        '\u{3041}'..='\u{30ff}' => 3,
        '\u{3400}'..='\u{9fff}' => 4,
        _ => 0,
    }
}

impl Segment<'_> {
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Where a window of the words stands.
    pub(crate) fn span(&self, window: Range<usize>) -> Range<usize> {
        let words = &self.words[window];
        words.first().map_or(0, |word| word.span.start)..words.last().map_or(0, |word| word.span.end)
    }

    /// Whether the words read like a sentence: many of those that hold sentences together.
    pub(crate) fn is_prose(&self, window: Range<usize>) -> bool {
        let words = &self.words[window];
        let binding = words.iter().filter(|word| WORDS.function.contains(&word.text.to_lowercase())).count();
        binding * 4 >= words.len().min(16)
    }

    /// Whether the words of a window prove themselves; `sums` goes down with each that is computed.
    pub(crate) fn is_proven(&self, window: Range<usize>, sums: &mut usize) -> bool {
        let words = &self.words[window];
        let Some(places) = words.iter().map(|word| word.place).collect::<Option<Vec<u16>>>() else { return false };
        let Some(left) = sums.checked_sub(1) else { return false };
        *sums = left;
        let texts: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
        proof::is_phrase(self.list, &places, &texts)
    }

    /// Beside a phrase's name: the part that is a phrase with a word or two mistyped.
    pub(crate) fn likely(&self) -> Option<Range<usize>> {
        let strange = self.words.iter().filter(|word| word.place.is_none()).count();
        let known = self.len() - strange;
        let fits = known >= 11 && strange * 5 <= known && self.len() <= 34;
        (fits && !self.is_prose(0..self.len())).then_some(0..self.len())
    }

    /// Without a name: as many words as a phrase has, none strange, none that binds a sentence, not in the list's order.
    pub(crate) fn is_list(&self) -> bool {
        let lengths: &[usize] = if LISTS[self.list].standard == Standard::Slip39 { &[20, 33] } else { &[12, 15, 18, 21, 24, 25] };
        let ascending = self.words.windows(2).all(|pair| pair[0].place < pair[1].place);
        let binding = self.words.iter().any(|word| WORDS.function.contains(&word.text.to_lowercase()));
        lengths.contains(&self.len()) && self.words.iter().all(|word| word.place.is_some()) && !ascending && !binding
    }
}
