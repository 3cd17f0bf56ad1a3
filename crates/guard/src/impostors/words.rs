//! What stands beside a name: words that are known, digits, or something else.

use std::collections::HashMap;

use super::rules::{Class, rules};

/// No word of the list is longer, in bytes.
const LONGEST: usize = 30;

/// What is left of a label when the name is taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rest {
    /// Known words, as they stand there.
    pub words: Vec<(String, Class)>,
    /// How many digits.
    pub digits: usize,
    /// How many bytes of something else.
    pub other: usize,
}

impl Rest {
    /// Adds a part without separators.
    pub(crate) fn add(&mut self, part: &str) {
        if part.is_empty() {
        } else if part.bytes().all(|byte| byte.is_ascii_digit()) {
            self.digits += part.len();
        } else if let Some(words) = split(part, &rules().words).or_else(|| split(part, &rules().looks)) {
            self.words.extend(words.into_iter().map(|(word, class)| (word.to_owned(), class)));
        } else {
            self.other += part.len();
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.digits == 0 && self.other == 0
    }

    /// The first word that phishing adds, one that presses before all others.
    pub(crate) fn lure(&self) -> Option<&str> {
        let lures = |class: &Class| class.lures();
        let found = self.words.iter().find(|(_, class)| class.presses());
        found.or_else(|| self.words.iter().find(|(_, class)| lures(class))).map(|(word, _)| word.as_str())
    }

    /// Whether a word presses: help, sign-in, money.
    pub(crate) fn presses(&self) -> bool {
        self.words.iter().any(|(_, class)| class.presses())
    }

    pub(crate) fn has(&self, class: Class) -> bool {
        self.words.iter().any(|(_, other)| *other == class)
    }

    /// Whether others write so about an exchange: there is a word of theirs, and none that presses.
    pub(crate) fn innocent(&self) -> bool {
        (self.has(Class::Neutral) || self.has(Class::Dev)) && !self.presses()
    }
}

/// The fewest known words (and numbers) that a part consists of.
pub(crate) fn split<'a>(part: &'a str, words: &HashMap<String, Class>) -> Option<Vec<(&'a str, Class)>> {
    let ends: Vec<usize> = part.char_indices().map(|(at, _)| at).skip(1).chain([part.len()]).collect();
    // Per byte where a word may end: how many words it took, and where the last one began.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; part.len() + 1];
    best[0] = Some((0, 0));
    for (nth, from) in std::iter::once(&0).chain(&ends).enumerate() {
        let Some((count, _)) = best[*from] else { continue };
        for to in ends.iter().skip(nth).take_while(|to| **to - from <= LONGEST) {
            let word = &part[*from..*to];
            let known = words.contains_key(word) || word.bytes().all(|byte| byte.is_ascii_digit());
            if known && best[*to].is_none_or(|(other, _)| count + 1 < other) {
                best[*to] = Some((count + 1, *from));
            }
        }
    }
    let mut found = Vec::new();
    let mut end = part.len();
    while end > 0 {
        let (_, from) = best[end]?;
        found.extend(words.get(&part[from..end]).map(|class| (&part[from..end], *class)));
        end = from;
    }
    found.reverse();
    Some(found)
}

/// Up to where known words reach from a word's beginning, and from where on they reach to its end.
pub(crate) fn edges(word: &str) -> (Vec<usize>, Vec<usize>) {
    let known = |from: usize, to: usize| to - from <= LONGEST && rules().words.contains_key(&word[from..to]);
    let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let (mut starts, mut ends) = (vec![0], vec![word.len()]);
    for to in places.iter().skip(1) {
        if starts.iter().any(|from| known(*from, *to)) {
            starts.push(*to);
        }
    }
    for from in places.iter().rev().skip(1) {
        if ends.iter().any(|to| known(*from, *to)) {
            ends.push(*from);
        }
    }
    (starts, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_spaces_between() {
        let of = |part: &str| {
            split(part, &rules().words).map(|words| words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" "))
        };
        for (part, wanted) in [
            ("support", Some("support")),
            ("secureloginapp", Some("secure login app")),
            ("kefu01", Some("kefu")),
            ("官方客服", Some("官方客服")),
            ("way", None),
            ("", Some("")),
        ] {
            assert_eq!(of(part).as_deref(), wanted, "{part}");
        }
    }

    #[test]
    fn what_is_left() {
        let mut rest = Rest::default();
        ["fan", "daily", "24", "zzzq"].iter().for_each(|part| rest.add(part));
        assert!(rest.innocent() && rest.lure().is_none());
        assert_eq!((rest.digits, rest.other), (2, 4));
        rest.add("loginapp");
        assert!(!rest.innocent() && rest.presses());
        assert_eq!(rest.lure(), Some("login"));
    }
}
