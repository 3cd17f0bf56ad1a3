//! Names that are written together with other words: `okxlogin`, `securebinancewallet`.

use super::fold;
use super::label::{How, slipped};
use super::names::{Name, Names, Weight};
use super::rules::{Class, rules};
use super::words::{Rest, edges, split};

/// Names inside of a word, written together with others.
pub(super) fn glued<'a>(names: &'a Names, word: &str) -> Vec<(&'a Name, How, Rest, bool)> {
    let mut found = Vec::new();
    if rules().others.contains(word) {
        return found;
    }
    let mut take = |name: &'a Name, how: How, before: &str, after: &str| {
        if before.is_empty() && after.is_empty() {
            return;
        }
        // Two names of one brand are one more sign, not something unknown: "ouyiokx".
        let twice = |part: &str| names.exact(part).is_some_and(|other| other.brand == name.brand);
        let mut rest = Rest::default();
        for part in [before, after] {
            if twice(part) { rest.words.push((part.to_owned(), Class::Product)) } else { rest.add(part) }
        }
        // Many words end in "gate"; none begins with it and goes on with one of these.
        if name.weight == Weight::Common && name.text.len() <= 4 && !before.is_empty() {
            return;
        }
        let stuck = rest.other > 0;
        if !stuck || name.long() || name.east_asian() {
            found.push((name, how, rest, stuck));
        }
    };
    for (name, from, to) in names.inside(word).filter(|(_, from, to)| !swallowed(word, *from, *to)) {
        take(name, How::Exact, &word[..from], &word[to..]);
    }
    let skeleton = fold::skeleton(word);
    if skeleton != word {
        // Where every letter looks like one letter, what stands beside the name is read as it was written.
        let whole = skeleton.len() == word.len();
        for (name, from, to) in names.inside_looks(&skeleton) {
            let text = if whole { word } else { &skeleton };
            if text.is_char_boundary(from) && text.is_char_boundary(to) && text[from..to] != name.text {
                take(name, How::Looks, &text[..from], &text[to..]);
            }
        }
    }
    found.extend(glued_slips(names, word));
    found.extend(glued_sounds(names, word));
    found
}

/// Whether a name begins or ends inside of a word that is known, and all around it are known words: "sign-up bit", "ru-by bit".
fn swallowed(word: &str, from: usize, to: usize) -> bool {
    let Some(words) = split(word, &rules().words) else { return false };
    let start = |part: &str| part.as_ptr() as usize - word.as_ptr() as usize;
    let cut = |at: usize| at == 0 || at == word.len() || words.iter().any(|(part, _)| at == start(part));
    let digit = |at: usize| word.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    !(cut(from) && (cut(to) || digit(to)))
}

/// Letters that sound like a name, between known words and digits.
fn glued_sounds<'a>(names: &'a Names, word: &str) -> Vec<(&'a Name, How, Rest, bool)> {
    let Some(first) = word.find(fold::east_asian) else { return Vec::new() };
    let last = word.trim_end_matches(|letter| !fold::east_asian(letter)).len();
    let middle = &word[first..last];
    let (starts, ends) = edges(middle);
    let mut found = Vec::new();
    for (from, to) in starts.iter().flat_map(|from| ends.iter().map(move |to| (*from, *to))) {
        let name = (from < to && to - from < word.len()).then(|| names.sounds(&middle[from..to])).flatten();
        let Some(name) = name else { continue };
        let mut rest = Rest::default();
        rest.add(&word[..first + from]);
        rest.add(&word[first + to..]);
        if rest.other == 0 {
            found.push((name, How::Sounds, rest, false));
        }
    }
    found
}

/// A name with a slip, between known words.
fn glued_slips<'a>(names: &'a Names, word: &str) -> Vec<(&'a Name, How, Rest, bool)> {
    let mut found = Vec::new();
    if split(word, &rules().words).is_some() {
        return found;
    }
    let (starts, ends) = edges(word);
    for from in &starts {
        for to in ends.iter().filter(|to| *to > from && **to - from < word.len()) {
            let middle = &word[*from..*to];
            if middle.len() < 4 {
                continue;
            }
            if let Some((name, slip)) = slipped(names, middle, &fold::skeleton(middle)) {
                let mut rest = Rest::default();
                rest.add(&word[..*from]);
                rest.add(&word[*to..]);
                if rest.words.iter().any(|(word, _)| word.chars().count() > 2 || !word.is_ascii()) {
                    found.push((name, How::Slip(slip), rest, false));
                }
            }
        }
    }
    found
}
