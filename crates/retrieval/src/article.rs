//! An article as it is given, and as it is stored: its symbols for ranking, and its text for what is shown.

use uuid::Uuid;

use crate::lang::Lang;
use crate::symbols::{self, END, Reading, Symbol};

/// Of an article, so many passages are taken.
pub const MOST_PASSAGES: usize = 64;
/// Of each text (a title, a passage), so many bytes are taken.
pub const LONGEST_TEXT: usize = 64 * 1024;
/// Of an article's texts together, so many bytes are taken.
pub const LONGEST_ARTICLE: usize = 512 * 1024;

/// One language of an article, as plain text: what is searched. Texts beyond [`MOST_PASSAGES`], [`LONGEST_TEXT`] and
/// [`LONGEST_ARTICLE`] are cut.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Whose language this is: an article has one id in all of its languages.
    pub id: Uuid,
    /// The language of its texts.
    pub lang: Lang,
    /// Counts most.
    pub title: &'a str,
    /// A sentence or two; may be empty.
    pub summary: &'a str,
    /// Words that editors want it to be found by; count almost like the title.
    pub keywords: &'a [&'a str],
    /// Its text, from the top; each part under a heading is one.
    pub passages: &'a [Passage<'a>],
}

/// A part of an article.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// Given back with a hit: where the passage is on the page. May be empty.
    pub anchor: &'a str,
    /// May be empty.
    pub heading: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// The texts of an article, folded into symbols: the title, the keywords, the summary, then of each passage its heading
/// and its text.
pub(crate) const TITLE: usize = 0;
pub(crate) const KEYWORDS: usize = 1;
pub(crate) const SUMMARY: usize = 2;
/// Sections before those of the passages.
pub(crate) const FIRST_HEADING: usize = 3;

/// The beginning of a text, within the limit that is left.
fn within<'a>(text: &'a str, left: &mut usize) -> &'a str {
    let mut end = text.len().min(LONGEST_TEXT).min(*left);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    *left -= end;
    &text[..end]
}

/// Calls `section` before each section of the article, and `unit` with what it says.
pub(crate) fn each_unit(article: &Article<'_>, mut unit: impl FnMut(usize, symbols::Unit<'_>)) {
    let mut left = LONGEST_ARTICLE;
    let mut read = |section: usize, text: &str, left: &mut usize| {
        symbols::each(&symbols::whole(within(text, left)), |found| unit(section, found));
    };
    read(TITLE, article.title, &mut left);
    for keyword in article.keywords {
        read(KEYWORDS, keyword, &mut left);
        read(KEYWORDS, "\n", &mut left);
    }
    read(SUMMARY, article.summary, &mut left);
    for (at, passage) in article.passages.iter().take(MOST_PASSAGES).enumerate() {
        read(FIRST_HEADING + 2 * at, passage.heading, &mut left);
        read(FIRST_HEADING + 2 * at + 1, passage.text, &mut left);
    }
}

/// Writes an article's stored form, after its symbols were written: see [`Stored::read`].
pub(crate) fn write(article: &Article<'_>, symbols: &[u8], into: &mut Vec<u8>) {
    into.clear();
    into.push(article.passages.len().min(MOST_PASSAGES) as u8);
    into.extend_from_slice(&(symbols.len() as u32).to_le_bytes());
    into.extend_from_slice(symbols);
    into.extend_from_slice(article.id.as_bytes());
    into.push(article.lang.mark());
    let mut left = LONGEST_ARTICLE;
    let mut text = |text: &str, into: &mut Vec<u8>| {
        let text = within(text, &mut left);
        into.extend_from_slice(&(text.len() as u32).to_le_bytes());
        into.extend_from_slice(text.as_bytes());
    };
    text(article.title, into);
    text(article.summary, into);
    for passage in article.passages.iter().take(MOST_PASSAGES) {
        for part in [passage.anchor, passage.heading, passage.text] {
            text(part, into);
        }
    }
    // The length stands at the end: see [`Stored::of_document`].
    into.extend_from_slice(&(into.len() as u32).to_le_bytes());
}

/// An article as it was stored. What is no such thing reads as an empty one.
pub(crate) struct Stored<'a> {
    passages: u8,
    symbols: &'a [u8],
    rest: &'a [u8],
}

/// What of an article is shown.
pub(crate) struct Texts<'a> {
    pub id: Uuid,
    pub title: &'a str,
    pub summary: &'a str,
    /// Anchor, heading, text.
    pub passages: Vec<[&'a str; 3]>,
}

impl<'a> Stored<'a> {
    /// Reads it out of a document of tantivy, where it is the last value: going through tantivy's own reader copies it
    /// byte by byte, which took most of a search's time.
    pub(crate) fn of_document(document: &'a [u8]) -> Option<Stored<'a>> {
        let (rest, length) = document.split_last_chunk::<4>()?;
        let length = u32::from_le_bytes(*length) as usize;
        let (passages, bytes) = rest.get(rest.len().checked_sub(length)?..)?.split_first()?;
        let (symbols, rest) = framed(bytes)?;
        Some(Stored { passages: *passages, symbols, rest })
    }

    /// Of how many passages and symbols it is.
    pub(crate) fn size(&self) -> (usize, usize) {
        (usize::from(self.passages).max(1), self.symbols.len() / 2)
    }

    /// Its symbols; [`END`] after each section.
    pub(crate) fn symbols(&self) -> impl Iterator<Item = Symbol> {
        Reading(self.symbols.chunks_exact(2))
    }

    pub(crate) fn id(&self) -> Option<Uuid> {
        Uuid::from_slice(self.rest.get(..16)?).ok()
    }

    /// The symbols of its title.
    pub(crate) fn title(&self) -> Vec<Symbol> {
        self.symbols().take_while(|symbol| *symbol != END).collect()
    }

    pub(crate) fn texts(&self) -> Option<Texts<'a>> {
        let mut rest = self.rest.get(17..)?;
        let mut text = || -> Option<&'a str> {
            let (text, after) = framed(rest)?;
            rest = after;
            std::str::from_utf8(text).ok()
        };
        let (title, summary) = (text()?, text()?);
        let mut passages = Vec::new();
        while let Some(anchor) = text() {
            passages.push([anchor, text()?, text()?]);
        }
        Some(Texts { id: self.id()?, title, summary, passages })
    }
}

fn framed(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_at_checked(4)?;
    let length = u32::from_le_bytes(length.try_into().ok()?) as usize;
    rest.split_at_checked(length)
}
