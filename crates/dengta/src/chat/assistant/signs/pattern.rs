//! The lines of `words/*.txt`: what they look like, and where they are in a text.
//!
//! - `[name]` begins a section. A line is one pattern: parts one after the other, ` + ` between two that stand close together,
//!   ` .. ` between two that may stand further apart. A part is a choice, `one/other/third`; `^word` is all that stands from
//!   comma to comma.
//! - ` & ` stands between what may stand in any order and anywhere in the sentence.
//! - Latin words are looked for as words (`hack` is not in `shack`); `hack*` is the beginning of one. Other scripts have no
//!   such ends.
//! - Lines and texts are folded alike ([`folded`]): width, case, Chinese script, apostrophes.

use std::ops::Range;

/// Bytes between parts that stand close together: two characters, or a little word.
const CLOSE: usize = 8;
/// Bytes between parts that may stand further apart: some fifteen characters.
const FAR: usize = 48;

/// What parts a sentence.
pub const COMMAS: [char; 4] = [',', '、', '，', ':'];

/// A text as patterns see it: letters that read the same are the same, and no apostrophes.
pub fn folded(text: &str) -> String {
    let unquoted: String = text.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '`' | '´')).collect();
    retrieval::fold::fold(&unquoted).trim().to_owned()
}

/// One word of a choice.
#[derive(Debug)]
struct Word {
    text: String,
    /// Whether more letters may follow.
    stem: bool,
    /// Whether it must be all that stands from comma to comma.
    whole: bool,
}

/// Words of which one must stand there, and how far behind the part before.
#[derive(Debug)]
struct Part {
    within: usize,
    words: Vec<Word>,
}

/// One line: rows of parts, all of which must stand in the sentence.
#[derive(Debug)]
pub struct Pattern(Vec<Row>);

/// Parts that stand one after the other.
#[derive(Debug)]
struct Row(Vec<Part>);

impl Pattern {
    /// Reads a line.
    fn read(line: &str) -> Pattern {
        Pattern(line.split(" & ").map(Row::read).collect())
    }

    /// Where it stands in a folded sentence: from the first of its words to the last.
    pub fn find(&self, sentence: &str) -> Option<Range<usize>> {
        let mut all: Option<Range<usize>> = None;
        for row in &self.0 {
            let found = row.find(sentence)?;
            all = Some(all.map_or(found.clone(), |all| all.start.min(found.start)..all.end.max(found.end)));
        }
        all
    }
}

impl Row {
    fn read(line: &str) -> Row {
        let mut parts = Vec::new();
        for (place, far) in line.split(" .. ").enumerate() {
            for (close, choice) in far.split(" + ").enumerate() {
                let within = match (place, close) {
                    (0, 0) => usize::MAX,
                    (_, 0) => FAR,
                    _ => CLOSE,
                };
                parts.push(Part { within, words: choice.split('/').map(Word::read).collect() });
            }
        }
        Row(parts)
    }

    /// Where it first stands in a folded sentence.
    fn find(&self, sentence: &str) -> Option<Range<usize>> {
        let first = self.0.first()?;
        for start in sentence.char_indices().map(|(at, _)| at) {
            let begins = |word: &&Word| word.stands_at(sentence, start);
            let ends = |word: &Word| self.rest(1, sentence, start + word.text.len());
            if let Some(end) = first.words.iter().filter(begins).find_map(ends) {
                return Some(start..end);
            }
        }
        None
    }

    /// Where the row ends whose parts from `part` on stand behind `from`.
    fn rest(&self, part: usize, sentence: &str, from: usize) -> Option<usize> {
        let Some(wanted) = self.0.get(part) else { return Some(from) };
        let places = sentence.get(from..)?.char_indices().map(|(at, _)| from + at);
        for start in places.take_while(|start| start - from <= wanted.within) {
            let ends = wanted.words.iter().filter(|word| word.stands_at(sentence, start));
            let found = ends.filter_map(|word| self.rest(part + 1, sentence, start + word.text.len())).max();
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

impl Word {
    fn read(word: &str) -> Word {
        let (bare, whole) = word.strip_prefix('^').map_or((word, false), |bare| (bare, true));
        let (bare, stem) = bare.strip_suffix('*').map_or((bare, false), |bare| (bare, true));
        Word { text: folded(bare), stem, whole }
    }

    fn stands_at(&self, sentence: &str, at: usize) -> bool {
        if !sentence[at..].starts_with(&self.text) || self.text.is_empty() {
            return false;
        }
        let end = at + self.text.len();
        if self.whole {
            let (before, after) = (sentence[..at].trim_end(), sentence[end..].trim_start());
            return (before.is_empty() || before.ends_with(COMMAS)) && (after.is_empty() || after.starts_with(COMMAS));
        }
        let joined = |before: Option<char>, after: Option<char>| {
            before.zip(after).is_some_and(|(a, b)| a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
        };
        let begins = !joined(sentence[..at].chars().next_back(), self.text.chars().next());
        let ends = self.stem || !joined(self.text.chars().next_back(), sentence[end..].chars().next());
        begins && ends
    }
}

/// The patterns of a section of a file, in their order.
pub fn section(file: &str, name: &str) -> Vec<Pattern> {
    let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut inside = false;
    let mut patterns = Vec::new();
    for line in lines {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(section) => inside = section == name,
            None if inside => patterns.push(Pattern::read(line)),
            None => {}
        }
    }
    patterns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str, text: &str) -> Option<String> {
        let text = folded(text);
        Pattern::read(line).find(&text).map(|range| text[range].to_owned())
    }

    #[test]
    fn parts_stand_close_or_far() {
        assert_eq!(found("账户 .. 被盗", "我的帳戶昨天被盜了").as_deref(), Some("账户昨天被盗"));
        assert_eq!(found("我 + 被盗", "我昨天晚上发现被盗"), None);
        assert_eq!(found("a/b .. c", "b c c").as_deref(), Some("b c"));
        assert_eq!(found("a .. b", "b a"), None);
        assert_eq!(found("a & b", "x b, a").as_deref(), Some("b, a"));
        assert_eq!(found("账户 .. 被盗", &format!("账户{}被盗", "很".repeat(30))), None);
    }

    #[test]
    fn latin_words_have_ends() {
        assert_eq!(found("hack", "shack"), None);
        assert_eq!(found("hack*", "HACKED").as_deref(), Some("hack"));
        assert_eq!(found("被hack", "号被Hack了").as_deref(), Some("被hack"));
        assert_eq!(found("didnt", "I didn’t").as_deref(), Some("didnt"));
    }

    #[test]
    fn some_words_are_whole_sentences() {
        assert!(
            found("ip .. ^不是我", "陌生的ip，不是我。").is_none()
                && found("ip .. ^不是我", "陌生的ip，不是我").is_some()
        );
        assert!(found("^人工", "人工").is_some() && found("^人工", "人工审核").is_none());
    }
}
