//! Plain text as Markdown that shows the same words.

use std::borrow::Cow;

/// Letters of a first line that is a title, and not a paragraph.
const TITLE: usize = 120;

/// Title and body: the first line is the title. Where it is a whole paragraph its first sentence is, and the paragraph stays.
pub fn parted(text: &str) -> (String, String) {
    let text = text.trim_start();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim();
    if first.chars().count() <= TITLE && !rest.trim().is_empty() {
        return (first.to_owned(), markdown(rest));
    }
    (sentence(first), markdown(text))
}

/// The first sentence of a line, as far as a title goes.
fn sentence(line: &str) -> String {
    let ends = |(at, c): (usize, char)| match c {
        '。' | '！' | '？' | '!' | '?' => Some(at + c.len_utf8()),
        // A full stop stands in numbers and names as well.
        '.' if line[at + 1..].starts_with(' ') => Some(at),
        _ => None,
    };
    let end = line.char_indices().take(TITLE).find_map(ends);
    let cut = || line.char_indices().nth(TITLE).map_or(line.len(), |(at, _)| at);
    line[..end.unwrap_or_else(cut)].trim_end_matches('。').trim().to_owned()
}

/// Paragraphs are parted by empty lines, and line ends within one stay; without any empty line each line is a paragraph.
pub fn markdown(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
    let apart = lines.iter().any(|line| line.is_empty());
    let mut body = String::with_capacity(text.len() + text.len() / 8);
    let mut before = "";
    for line in lines {
        if !line.is_empty() {
            if !body.is_empty() {
                body += if apart && !before.is_empty() { "\\\n" } else { "\n\n" };
            }
            body += &escaped(line);
        }
        before = line;
    }
    body
}

/// A line whose signs mean nothing but themselves.
fn escaped(line: &str) -> Cow<'_, str> {
    if !line.contains(|c: char| c.is_ascii_punctuation()) {
        return line.into();
    }
    let mut out = String::with_capacity(line.len() + 16);
    // A list begins with a number of up to nine digits.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut left = ' ';
    for (at, c) in line.char_indices() {
        let right = line[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let sign = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
            // Within a word it is a letter.
            '_' => !left.is_alphanumeric() || !right.is_alphanumeric(),
            '&' => right == '#' || right.is_ascii_alphabetic(),
            '#' | '+' | '-' | '=' | '>' | ':' => at == 0,
            '.' | ')' => digits > 0 && at == digits,
            _ => false,
        };
        if sign {
            out.push('\\');
        }
        out.push(c);
        left = c;
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::help::body::draw;
    use crate::language::Language;

    /// The words that a page shows.
    fn shown(text: &str) -> String {
        let drawn = draw(&markdown(text), Language::ZhCn);
        let passages: Vec<String> = drawn.passages.into_iter().map(|p| p.text).collect();
        assert!(drawn.contents.is_empty(), "a heading: {}", drawn.html);
        passages.join("\n")
    }

    fn words(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    #[test]
    fn titles() {
        assert_eq!(parted("Lost?\n\nDo this."), ("Lost?".into(), "Do this.".into()));
        let long = format!("如何联系客服。{}", "字".repeat(200));
        assert_eq!(parted(&long).0, "如何联系客服");
        assert!(parted(&long).1.starts_with("如何联系客服。字"));
        assert_eq!(parted(&"a".repeat(300)).0.len(), TITLE);
        assert_eq!(parted("one line"), ("one line".into(), "one line".into()));
    }

    #[test]
    fn lines_and_paragraphs() {
        assert_eq!(markdown("a\nb\n\nc"), "a\\\nb\n\nc");
        assert_eq!(markdown("a\nb"), "a\n\nb");
        assert_eq!(markdown("# a\n\n1. b\n- c\n==="), "\\# a\n\n1\\. b\\\n\\- c\\\n\\===");
    }

    proptest! {
        #[test]
        fn the_same_words(text in "[-a-z0-9<>\"'&*_`~\\[\\]()#|:!\\\\ \n\u{4e2d}：1.=+/;@^$%{}]{0,120}") {
            let shown = shown(&text);
            prop_assert_eq!(words(&shown), words(&text), "{}", markdown(&text));
        }
    }
}
