//! Words of one list in a row, with their places in it.

use std::ops::Range;

use super::super::labels;
use super::super::rules::WORDS;
use super::lists::{self, LISTS, Standard};
use super::proof;

/// Words further apart, in bytes, do not follow each other.
pub(super) const FAR: usize = 40;

/// Words in a row, most of them of one list.
pub(crate) struct Segment<'a> {
    pub list: usize,
    pub words: Vec<Word<'a>>,
    /// Which of the words lie between words of the list; a strange one on either side may be a mistyped one.
    pub core: Range<usize>,
}

/// A word, and where it stands in the text and in the list.
#[derive(Clone)]
pub(crate) struct Word<'a> {
    pub span: Range<usize>,
    pub text: &'a str,
    pub place: Option<u16>,
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
        row.close(text, &mut segments);
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
            self.close(text, segments);
        }
        if word.place.is_some() || !self.words.is_empty() {
            self.words.push(word);
        } else {
            self.before = Some(word);
        }
    }

    fn close(&mut self, text: &str, segments: &mut Vec<Segment<'a>>) {
        let mut after = None;
        while let Some(last) = self.words.pop_if(|word| word.place.is_none()) {
            after = Some(last);
        }
        let before = self.before.take();
        self.before = after.clone();
        let mut words = std::mem::take(&mut self.words);
        if words.len() < 10 {
            return;
        }
        let beside = |word: &Word, other: &Word| {
            let gap = word.span.start.max(other.span.start) - word.span.end.min(other.span.end);
            gap <= 8 && word.text.is_ascii() == other.text.is_ascii() && is_wordlike(text, word)
        };
        let before = before.filter(|word| beside(word, &words[0]));
        let after = after.filter(|word| beside(word, &words[words.len() - 1]));
        let first = usize::from(before.is_some());
        let core = first..first + words.len();
        words.splice(0..0, before);
        words.extend(after);
        segments.push(Segment { list: self.list, words, core });
    }
}

/// Whether what stands between two words only separates them. What was blacked out divides.
pub(super) fn follows(text: &str, gap: Range<usize>) -> bool {
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
pub(super) fn words(text: &str, part: Range<usize>) -> Vec<(Range<usize>, &str)> {
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
    let numbered = rest.trim_start_matches([' ', '_', '-']).starts_with(|c: char| c.is_ascii_digit());
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
        binding * 5 >= words.len() * 2
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

    /// Whether so many of the words are of the list that they are part of a phrase.
    pub(crate) fn is_list_like(&self, window: Range<usize>) -> bool {
        let known = self.words[window.clone()].iter().filter(|word| word.place.is_some()).count();
        known >= 11 && (window.len() - known) * 5 <= known && !self.is_prose(window)
    }

    /// Without a name: as many words as a phrase has, none strange, none that binds a sentence, not in the list's order.
    pub(crate) fn is_list(&self) -> bool {
        let lengths: &[usize] =
            if LISTS[self.list].standard == Standard::Slip39 { &[20, 33] } else { &[12, 15, 18, 21, 24, 25] };
        let words = &self.words[self.core.clone()];
        let ascending = words.windows(2).all(|pair| pair[0].place < pair[1].place);
        let binding = words.iter().any(|word| WORDS.function.contains(&word.text.to_lowercase()));
        lengths.contains(&words.len()) && words.iter().all(|word| word.place.is_some()) && !ascending && !binding
    }
}

/// Whether a word may be a mistyped one of a list: no part of a key.
fn is_wordlike(text: &str, word: &Word) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let inner = super::super::values::humps(word.text);
    word.text.len() <= 24
        && inner == 0
        && !text[word.span.end..].starts_with(digit)
        && !text[..word.span.start].ends_with(digit)
}
