//! Words of one list in a row, with their places in it.

use std::ops::Range;

use super::super::gaps;
use super::super::labels::{self, Label};
use super::super::rules::{Concept, WORDS};
use super::super::scan::Look;
use super::lists::{self, LISTS, Standard};
use super::proof;

/// Words further apart, in bytes, do not follow each other.
const FAR: usize = 40;

/// What a list beside the name of a phrase seems to be.
pub(crate) struct Likely {
    pub span: Range<usize>,
    pub words: usize,
    /// It begins behind the name or a colon and has a phrase's length.
    pub firm: bool,
}

/// Words in a row, most of them of one list.
pub(crate) struct Segment<'a> {
    pub list: usize,
    words: Vec<Word<'a>>,
    /// The strange words on either side.
    sides: [Option<Word<'a>>; 2],
}

#[derive(Clone)]
struct Word<'a> {
    span: Range<usize>,
    text: &'a str,
    place: Option<u16>,
}

/// The segments of a run, for each list that has enough of its words.
pub(crate) fn of(text: &str, run: Range<usize>) -> Vec<Segment<'_>> {
    let run = labels::ceil(text, run.start.saturating_sub(FAR))..labels::ceil(text, (run.end + FAR).min(text.len()));
    let words: Vec<(Range<usize>, &str)> = words(text, run);
    let places: Vec<_> = words.iter().map(|(_, word)| lists::places(word)).collect();
    let mut counts = [0; LISTS.len()];
    places.iter().flatten().flat_map(|places| places.iter()).for_each(|(list, _)| counts[usize::from(*list)] += 1);
    let mut segments = Vec::new();
    for list in (0..LISTS.len()).filter(|list| counts[*list] >= 8) {
        let mut row = Row { list, words: Vec::new(), before: None };
        for ((span, word), places) in words.iter().zip(&places) {
            let place = places
                .and_then(|places| places.iter().find(|(other, _)| usize::from(*other) == list))
                .map(|(_, place)| *place);
            if place.is_none() && is_filler(text, list, span) {
                continue;
            }
            row.add(text, Word { span: span.clone(), text: word, place }, &mut segments);
        }
        row.close(&mut segments);
    }
    segments
}

/// A segment in the making.
struct Row<'a> {
    list: usize,
    words: Vec<Word<'a>>,
    before: Option<Word<'a>>,
}

impl<'a> Row<'a> {
    fn add(&mut self, text: &str, word: Word<'a>, segments: &mut Vec<Segment<'a>>) {
        let far = self.words.last().is_some_and(|last| !follows(text, last.span.end..word.span.start));
        let strange = word.place.is_none() && self.words.last().is_some_and(|last| last.place.is_none());
        if far || strange {
            self.close(segments);
        }
        if word.place.is_some() || !self.words.is_empty() {
            self.words.push(word);
        } else {
            self.before = Some(word);
        }
    }

    fn close(&mut self, segments: &mut Vec<Segment<'a>>) {
        let mut after = None;
        while let Some(last) = self.words.pop_if(|word| word.place.is_none()) {
            after = Some(last);
        }
        let words = std::mem::take(&mut self.words);
        let sides = [self.before.take(), after.clone()];
        self.before = after;
        if words.len() >= 10 {
            segments.push(Segment { list: self.list, words, sides });
        }
    }
}

/// Whether what stands between two words only separates them. What was blacked out divides.
fn follows(text: &str, gap: Range<usize>) -> bool {
    let gap = if gap.len() <= FAR { &text[gap] } else { return false };
    gap.matches('\n').count() <= 4 && !gap.contains(|c| ('\u{2580}'..='\u{259f}').contains(&c))
}

/// Letters of another script beside numbers: 第1个, 1番目.
fn is_filler(text: &str, list: usize, span: &Range<usize>) -> bool {
    let east = text.as_bytes()[span.start] >= 0xe3;
    let wanted = matches!(list, 1 | 2 | 4 | 5);
    let near = text[..span.start].ends_with(|c: char| c.is_ascii_digit())
        || text[span.end..].starts_with(|c: char| c.is_ascii_digit());
    east && !wanted && near && span.len() <= 12
}

/// The words of a part of a text; a Chinese character is one if it stands alone, several together are a strange one.
fn words(text: &str, part: Range<usize>) -> Vec<(Range<usize>, &str)> {
    let mut words = Vec::new();
    let mut start: Option<(usize, u8)> = None;
    let ends = part.end;
    for (at, c) in text[part.clone()].char_indices().map(|(at, c)| (at + part.start, c)).chain([(ends, ' ')]) {
        let script = script(c);
        if let Some((from, of)) = start
            && of != script
        {
            let word = &text[from..at];
            if !is_number_word(word, &text[at..]) {
                let cut = lists::bare_of_particles(word);
                words.push((from + cut.start..from + cut.end, &word[cut]));
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
        '\u{3041}'..='\u{309f}' => 3,
        '\u{30a0}'..='\u{30ff}' => 5,
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
        super::super::scan::step(window.len());
        let words = &self.words[window];
        let binding = words.iter().filter(|word| WORDS.function.contains(&word.text.to_lowercase())).count();
        binding * 4 >= words.len()
    }

    /// Whether the words of a window prove themselves; `sums` goes down with each that is computed.
    pub(crate) fn is_proven(&self, window: Range<usize>, sums: &mut usize) -> bool {
        let words = &self.words[window];
        let Some(places) = words.iter().map(|word| word.place).collect::<Option<Vec<u16>>>() else { return false };
        let Some(left) = sums.checked_sub(1) else { return false };
        *sums = left;
        super::super::scan::step(words.len());
        let texts: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
        proof::is_phrase(self.list, &places, &texts)
    }

    /// Beside a phrase's name: the part that is a phrase with a word or two mistyped, and how many words it has. It begins
    /// behind the name or a colon and ends where something else than before divides the words.
    pub(crate) fn likely(&self, look: &Look) -> Option<Likely> {
        let begins = |at: &usize| *at == 0 || self.is_begun(look, *at);
        let starts: Vec<usize> = (0..self.len().min(16)).filter(begins).collect();
        let usual = |words: &Range<usize>| proof::lengths(self.list).contains(&words.len());
        let ends = |start: usize| {
            let inner: Vec<u8> = (start + 1..start + 11).map(|at| self.divider(look.text, at)).collect();
            (start + 11..=self.len())
                .filter(move |end| *end == self.len() || !inner.contains(&self.divider(look.text, *end)))
        };
        // A word or two of the sentence may follow.
        let lengths = proof::lengths(self.list);
        let fitting = |count: usize| {
            (0..3).map(|more| count.saturating_sub(more)).find(|count| lengths.contains(count)).unwrap_or(count)
        };
        let windows = starts.iter().rev().flat_map(|start| {
            let whole = ends(*start).map(|end| *start..end).find(usual);
            [whole, Some(*start..*start + fitting(self.len() - *start))]
        });
        let window = windows.flatten().find(|window| self.is_likely(window))?;
        let firm = window.start > 0 && usual(&window);
        let span = self.span(window.clone());
        let narrow = self.words[window.start].text.is_ascii();
        let near = |side: &&Word| {
            let gap = side.span.start.max(span.start) - side.span.end.min(span.end);
            gap <= 8 && !usual(&window) && side.text.is_ascii() == narrow && !is_named(look, side)
        };
        let after = self.sides[1].as_ref().filter(|_| window.end == self.len()).filter(near);
        let before = self.sides[0].as_ref().filter(|_| window.start == 0 && after.is_none()).filter(near);
        let span = before.map_or(span.start, |word| word.span.start)..after.map_or(span.end, |word| word.span.end);
        Some(Likely { span, words: window.len(), firm })
    }

    /// Whether few of the words are strange and they make no sentence.
    fn is_likely(&self, window: &Range<usize>) -> bool {
        let words = &self.words[window.clone()];
        let strange = words.iter().filter(|word| word.place.is_none()).count();
        let known = words.len() - strange;
        known >= 11 && strange * 5 <= known && words.len() <= 34 && !self.is_prose(window.clone())
    }

    /// Whether a phrase may begin at this word: behind the name of a phrase or a colon.
    fn is_begun(&self, look: &Look, at: usize) -> bool {
        let gap = self.words[at - 1].span.end..self.words[at].span.start;
        let word = self.words[at].span.clone();
        let marked = look.text[gap].contains([':', '：', '"', '“', '「', '=', '?', '？', '。', '!']);
        let numbered = |next: &Word| look.text[word.end..next.span.start].contains([':', '：']);
        let named =
            |label: &Label| label.concept == Concept::Seed && gaps::after(look.text, label.end).at >= word.start;
        marked && !self.words.get(at + 1).is_some_and(numbered)
            || look.labels_before(word.start, FAR).next().is_some_and(named)
    }

    /// What divides a word from the one before it: lines, commas, sentences, dashes or spaces.
    fn divider(&self, text: &str, at: usize) -> u8 {
        let (Some(before), Some(word)) = (self.words.get(at.wrapping_sub(1)), self.words.get(at)) else { return 0 };
        let gap = &text[before.span.end..word.span.start];
        let kinds: [&[char]; 4] =
            [&['\n'], &[',', '，', '、', ';', '/', '|'], &['.', '。', '!', '?', '"', '」', ')'], &['-', '_']];
        kinds.iter().position(|kind| gap.contains(*kind)).map_or(9, |kind| kind as u8)
    }

    /// Without a name: as many words as a phrase has, none strange, none that binds a sentence, not in the list's order.
    pub(crate) fn is_list(&self) -> bool {
        let lengths: &[usize] =
            if LISTS[self.list].standard == Standard::Slip39 { &[20, 33] } else { &[12, 15, 18, 21, 24, 25] };
        let ascending = self.words.windows(2).all(|pair| pair[0].place < pair[1].place);
        let binding = self.words.iter().any(|word| WORDS.function.contains(&word.text.to_lowercase()));
        lengths.contains(&self.len()) && self.words.iter().all(|word| word.place.is_some()) && !ascending && !binding
    }
}

/// Whether a word is part of the name of a phrase.
fn is_named(look: &Look, word: &Word) -> bool {
    look.labels_before(word.span.end, 0).any(|label| label.concept == Concept::Seed)
}

/// A part of a phrase has so many words at least.
const SHORTEST_PART: usize = 3;
/// And a phrase so many parts at most.
const MOST_PARTS: usize = 5;

/// The longest rows of words of a list in texts, from the last one backwards, if together they are a phrase.
pub(crate) fn joined(texts: &[&str], list: usize, named: bool) -> Option<Vec<(usize, Range<usize>)>> {
    let mut parts: Vec<(usize, Vec<Word>)> = Vec::new();
    for (number, text) in texts.iter().enumerate().rev() {
        let part = longest_row(text, list);
        if part.len() < SHORTEST_PART {
            if parts.is_empty() {
                return None;
            }
            continue;
        }
        parts.insert(0, (number, part));
        if parts.len() > 1
            && let Some(rests) = fitting(&parts, list, named)
        {
            let span = |part: &[Word]| part[0].span.start..part[part.len() - 1].span.end;
            return Some(
                parts.iter().zip(rests).map(|((number, part), rest)| (*number, span(&part[rest..]))).collect(),
            );
        }
        if parts.len() == MOST_PARTS {
            return None;
        }
    }
    None
}

/// How many words to leave out at the beginning of each part ("first six: …", "then …") so that the others are a phrase.
fn fitting(parts: &[(usize, Vec<Word>)], list: usize, named: bool) -> Option<Vec<usize>> {
    let most = 3usize;
    let choices = (0..most.pow(parts.len() as u32))
        .map(|choice| (0..parts.len()).map(|part| choice / most.pow(part as u32) % most).collect::<Vec<usize>>());
    let segment = |rests: &[usize]| {
        let words = parts.iter().zip(rests).flat_map(|((_, part), rest)| part[*rest..].iter().cloned()).collect();
        Segment { list, words, sides: [None, None] }
    };
    let usual: Vec<Vec<usize>> = choices
        .filter(|rests| {
            proof::lengths(list).contains(&segment(rests).len()) && !segment(rests).is_prose(0..segment(rests).len())
        })
        .collect();
    let proven = usual.iter().find(|rests| segment(rests).is_proven(0..segment(rests).len(), &mut 1));
    proven.or_else(|| usual.first().filter(|_| named)).cloned()
}

fn longest_row(text: &str, list: usize) -> Vec<Word<'_>> {
    let mut longest: Vec<Word> = Vec::new();
    let mut row: Vec<Word> = Vec::new();
    for (span, word) in words(text, 0..text.len()) {
        let place = lists::places(word)
            .and_then(|places| places.iter().find(|(other, _)| usize::from(*other) == list))
            .map(|(_, place)| *place);
        let far = row.last().is_some_and(|last| !follows(text, last.span.end..span.start));
        let told = row.last().is_some_and(|last| text[last.span.end..span.start].contains([':', '：', '?', '？']));
        if far || told || place.is_none() {
            row.clear();
        }
        if place.is_some() {
            row.push(Word { span, text: word, place });
        }
        if row.len() > longest.len() {
            longest.clone_from(&row);
        }
    }
    longest
}
