//! The desk's Markdown, written as CommonMark that says the same: each block by itself, and what is no sign of ours hidden
//! from the parser.

use super::{bare_address, begin};

/// Deeper quotations stay text.
const DEPTH: u8 = 6;
/// What the parser is not to see, and the noncharacters that stand for it meanwhile.
const HIDDEN: [(char, char); 5] =
    [('<', '\u{fdd0}'), ('&', '\u{fdd1}'), ('*', '\u{fdd2}'), ('_', '\u{fdd3}'), ('~', '\u{fdd4}')];
/// Stands for nothing: before a line, it is no block's beginning; beside a sign, it is a letter and no punctuation.
const GAP: char = '\u{fdd5}';
/// Between two lists that are not one.
const APART: &str = "<!---->";
/// Signs that a backslash makes text.
const ESCAPED: &str = "\\`*_~[]()#>@.-";

/// A line as what it begins.
enum Line<'l> {
    Blank,
    Fence,
    Heading(&'l str),
    Quote(&'l str),
    Bullet(&'l str),
    Ordinal(u64, &'l str),
    Words,
}

impl<'l> Line<'l> {
    fn of(line: &'l str, depth: u8) -> Line<'l> {
        let bare = line.trim_start_matches(' ');
        if line.trim().is_empty() {
            return Line::Blank;
        }
        let signs = line.len() - line.trim_start_matches('#').len();
        if let Some(words) = line.get(signs..).filter(|_| (1..=4).contains(&signs)).and_then(item) {
            return Line::Heading(words);
        }
        if line.len() - bare.len() > 3 {
            return Line::Words;
        }
        if bare.starts_with("```") {
            return Line::Fence;
        }
        if let Some(quoted) = bare.strip_prefix('>').filter(|_| depth < DEPTH) {
            return Line::Quote(quoted.strip_prefix(' ').unwrap_or(quoted));
        }
        if let Some(words) = bare.strip_prefix(['-', '*', '•']).and_then(item) {
            return Line::Bullet(words);
        }
        let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = bare.split_at(digits);
        let words = rest.strip_prefix(['.', ')']).and_then(item).filter(|_| digits <= 4);
        match (number.parse(), words) {
            (Ok(number), Some(words)) => Line::Ordinal(number, words),
            _ => Line::Words,
        }
    }
}

/// What stands behind a sign and a space.
fn item(rest: &str) -> Option<&str> {
    let words = rest.trim_start_matches(' ');
    (words.len() < rest.len() && words.starts_with(|c: char| !c.is_whitespace())).then_some(words)
}

/// The text in CommonMark.
pub(super) fn commonmark(text: &str) -> String {
    let ours = |c: char| c == GAP || HIDDEN.iter().any(|(_, hidden)| *hidden == c);
    blocks(&text.replace("\r\n", "\n").replace('\r', "\n").replace(ours, ""), 0)
}

/// Each block by itself, and no line in it that could begin another.
fn blocks(text: &str, depth: u8) -> String {
    let mut out = String::new();
    let mut lines = text.split('\n').peekable();
    // Of a list that was the last block: the number that would go on with it; bullets have 0.
    let mut goes_on = None;
    while let Some(line) = lines.next() {
        let last = goes_on.take();
        match Line::of(line, depth) {
            Line::Blank => goes_on = last,
            Line::Fence => {
                begin(&mut out);
                out += "```\n";
                for code in lines.by_ref().take_while(|line| !matches!(Line::of(line, DEPTH), Line::Fence)) {
                    out = out + code + "\n";
                }
                out += "```";
            }
            Line::Heading(words) => {
                begin(&mut out);
                out += "# ";
                words_of(words, &mut out);
            }
            Line::Quote(words) => {
                let mut inner = words.to_owned();
                while let Some(Line::Quote(words)) = lines.peek().map(|line| Line::of(line, depth)) {
                    inner = inner + "\n" + words;
                    lines.next();
                }
                begin(&mut out);
                let inner = blocks(&inner, depth + 1);
                out += &inner.split('\n').map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
            }
            first @ (Line::Bullet(_) | Line::Ordinal(..)) => {
                let (mut number, words) = match first {
                    Line::Ordinal(number, words) => (Some(number), words),
                    Line::Bullet(words) => (None, words),
                    _ => (None, line),
                };
                match last {
                    None => begin(&mut out),
                    Some(goes_on) if goes_on == number.unwrap_or(0) => out.push('\n'),
                    Some(_) => out = out + "\n\n" + APART + "\n\n",
                }
                marked(number, words, &mut out);
                while let Some(line) = lines.peek() {
                    match Line::of(line, depth) {
                        Line::Bullet(words) if number.is_none() => marked(None, words, newline(&mut out)),
                        Line::Ordinal(_, words) if number.is_some() => {
                            number = number.map(|number| number + 1);
                            marked(number, words, newline(&mut out));
                        }
                        Line::Blank => break,
                        _ if line.starts_with("  ") => {
                            out += "\n      ";
                            words_of(line.trim(), &mut out);
                        }
                        _ => break,
                    }
                    lines.next();
                }
                goes_on = Some(number.map_or(0, |number| number + 1));
            }
            Line::Words => {
                begin(&mut out);
                words_of(line.trim(), &mut out);
                while let Some(line) = lines.next_if(|line| matches!(Line::of(line, depth), Line::Words)) {
                    out.push('\n');
                    words_of(line.trim(), &mut out);
                }
            }
        }
    }
    out
}

fn newline(out: &mut String) -> &mut String {
    out.push('\n');
    out
}

/// An item of a list.
fn marked(number: Option<u64>, words: &str, out: &mut String) {
    *out += &number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
    words_of(words.trim_end(), out);
}

/// The words of one line: signs count wherever no space is in the way, and what is no sign of ours is none.
fn words_of(line: &str, out: &mut String) {
    let bare = line.trim_start_matches(['*', '_', '~']);
    let is_sign = bare.len() < line.len() && bare.starts_with(|c: char| !c.is_whitespace()) && !line.starts_with("~~~");
    if !is_sign {
        out.push(GAP);
    }
    let mut rest = line;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let after = rest[c.len_utf8()..].chars().next();
        let mut taken = c.len_utf8();
        let address = (!before.is_alphanumeric()).then(|| bare_address(rest)).flatten();
        if let Some(mut address) = address {
            if out.ends_with("](") {
                address = address.split(')').next().unwrap_or(address);
            }
            out.extend(address.chars().map(|c| hidden(c).unwrap_or(c)));
            taken = address.len();
        } else if c == '\\' {
            out.push('\\');
            match after.filter(|after| ESCAPED.contains(*after)) {
                Some(after) => {
                    out.push(after);
                    taken += after.len_utf8();
                }
                None => out.push(GAP),
            }
        } else if c == '<' || c == '&' {
            out.extend(hidden(c));
        } else if rest.starts_with("[](") {
            // A link that shows nothing.
            *out += "\\[";
        } else if c == '*' || c == '~' {
            if before != c && closes_off(before) {
                out.push(GAP);
            }
            out.push(c);
            if after.is_some_and(|after| after != c && closes_off(after)) {
                out.push(GAP);
            }
        } else {
            out.push(c);
        }
        before = rest[..taken].chars().next_back().unwrap_or(' ');
        rest = &rest[taken..];
    }
}

fn hidden(c: char) -> Option<char> {
    HIDDEN.iter().find(|(sign, _)| *sign == c).map(|(_, hidden)| *hidden)
}

/// Whether CommonMark reads signs beside it otherwise than beside a letter: Chinese sets punctuation without spaces.
fn closes_off(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && c != '_'
}

/// The text with what was hidden from the parser.
pub(super) fn shown(text: &str) -> String {
    let sign = |c| HIDDEN.iter().find(|(_, hidden)| *hidden == c).map_or(c, |(sign, _)| *sign);
    text.chars().filter(|c| *c != GAP).map(sign).collect()
}
