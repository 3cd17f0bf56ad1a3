//! Phrases in parts: some words in one message, the others in the next.

use std::ops::Range;

use super::segments::{Segment, Word, follows, words};
use super::{lists, proof};

/// A part of a phrase has so many words at least.
const SHORTEST_PART: usize = 3;
/// And a phrase so many parts at most.
const MOST_PARTS: usize = 5;

/// The lists of which a text has enough words for a part; most texts have of none.
pub(crate) fn lists_of(text: &str) -> Vec<usize> {
    let mut words_of = [0; lists::LISTS.len()];
    for (_, word) in words(text, 0..text.len()) {
        lists::places(word).into_iter().flatten().for_each(|(list, _)| words_of[usize::from(*list)] += 1);
    }
    (0..lists::LISTS.len()).filter(|list| words_of[*list] >= SHORTEST_PART).collect()
}

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
        Segment { list, words, core: 0..0 }
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
