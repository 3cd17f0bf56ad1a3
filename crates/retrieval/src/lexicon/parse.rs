//! The lines of a lexicon:
//!
//! ```text
//! # a comment
//! deposit, top up, add funds          equivalents: whoever asks for one finds the others
//! 0.6: lost, stolen, gone             the same, with what the others count (0 to 1; without a number 1)
//! scam, fraud > security, report      whoever asks for the first finds the second, but not the other way round
//! ~ how can I, please                 phrases that say little about what is wanted
//! ```
//!
//! Terms are separated by `,` `，` or `、`; they may be of several words and of another language. Case, width, traditional
//! characters and word endings make no difference.

/// A line that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct LineError {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: Wrong,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// A group needs two terms at least.
    #[error("a group of one term")]
    Alone,
    /// A term without letters or digits, or nothing between two commas.
    #[error("a term without letters")]
    Empty,
    /// Longer than [`LONGEST`] bytes.
    #[error("a term that is too long")]
    TooLong,
    /// A weight that is not a number from 0 to 1.
    #[error("a weight that is not between 0 and 1")]
    Weight,
    /// More terms than a lexicon holds, or more than [`WIDEST`] in a line.
    #[error("too many terms")]
    TooMany,
}

/// Of a term, in bytes.
pub const LONGEST: usize = 120;
/// So many terms of a group at most.
pub const WIDEST: usize = 64;
/// So many phrases that say little in a line at most.
pub const MOST_FILLERS: usize = 512;

pub(super) struct Line<'a> {
    pub number: usize,
    pub filler: bool,
    pub weight: f32,
    pub asked: Vec<&'a str>,
    /// Empty when the asked ones are equivalents.
    pub meant: Vec<&'a str>,
}

/// Reads all lines that are not empty or comments.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Result<Line<'_>, LineError>> {
    let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    let told = numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    told.map(|(number, line)| read(number, line).map_err(|what| LineError { line: number, what }))
}

fn read(number: usize, line: &str) -> Result<Line<'_>, Wrong> {
    if let Some(filler) = line.strip_prefix('~') {
        return Ok(Line { number, filler: true, weight: 0.0, asked: terms(filler, MOST_FILLERS)?, meant: Vec::new() });
    }
    let (weight, line) = weight(line)?;
    let (asked, meant) = match line.split_once('>') {
        Some((asked, meant)) => (terms(asked, WIDEST)?, terms(meant, WIDEST)?),
        None => (terms(line, WIDEST)?, Vec::new()),
    };
    if asked.len() + meant.len() < 2 {
        return Err(Wrong::Alone);
    }
    Ok(Line { number, filler: false, weight, asked, meant })
}

fn weight(line: &str) -> Result<(f32, &str), Wrong> {
    let Some((number, rest)) = line.split_once([':', '：']) else { return Ok((1.0, line)) };
    let weight: f32 = number.trim().parse().map_err(|_| Wrong::Weight)?;
    if (0.0..=1.0).contains(&weight) { Ok((weight, rest)) } else { Err(Wrong::Weight) }
}

fn terms(list: &str, most: usize) -> Result<Vec<&str>, Wrong> {
    let mut terms = Vec::new();
    for term in list.split([',', '，', '、']).map(str::trim) {
        if !term.chars().any(char::is_alphanumeric) {
            return Err(Wrong::Empty);
        }
        if term.len() > LONGEST {
            return Err(Wrong::TooLong);
        }
        terms.push(term);
    }
    if terms.len() > most { Err(Wrong::TooMany) } else { Ok(terms) }
}
