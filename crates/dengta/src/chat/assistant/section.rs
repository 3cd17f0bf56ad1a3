//! What an article says below one heading, in the desk's Markdown, and as much of it as fits into a chat.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::help::body;
use crate::language::Language;

/// A passage in a chat is no longer than this, in characters.
pub const LONGEST: usize = 600;
/// Signs that would be read as Markdown.
const SIGNS: [char; 6] = ['\\', '*', '_', '`', '~', '['];

/// A paragraph or an item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Block {
    /// What stands before it: `- `, `1. `, or nothing.
    mark: String,
    /// Its Markdown.
    rich: String,
    /// Its words alone.
    plain: String,
}

/// A part of an article.
#[derive(Clone, Debug, Default)]
pub struct Section {
    blocks: Vec<Block>,
}

/// Where links of an article lead.
#[derive(Clone, Copy, Debug)]
pub struct Links<'a> {
    /// The desk's address, without a slash at the end.
    pub desk: &'a str,
    /// The article's own page, with the desk's address.
    pub page: &'a str,
    /// The article's language.
    pub language: Language,
}

impl Section {
    /// What an article's Markdown says below the heading with this anchor; before the first one when it is empty.
    #[must_use]
    pub fn of(markdown: &str, anchor: &str, links: Links<'_>) -> Section {
        let headings = body::draw(markdown, links.language).contents;
        let number = headings.iter().position(|heading| heading.anchor == anchor).map_or(0, |place| place + 1);
        let mut reader = Reader { links, ..Reader::new(links) };
        let mut seen = 0;
        for event in
            Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM)
        {
            if let Event::Start(Tag::Heading { .. }) = event {
                seen += 1;
            }
            if seen == number {
                reader.take(event);
            }
        }
        Section { blocks: reader.done() }
    }

    /// Its words, without signs.
    #[must_use]
    pub fn plain(&self) -> String {
        self.blocks
            .iter()
            .map(|block| format!("{}{}\n", block.mark, block.plain))
            .collect::<String>()
            .trim_end()
            .to_owned()
    }

    /// As much of it as fits, whole blocks and then whole sentences: from its beginning, or from the block that has most of
    /// `near` when that would be left out.
    #[must_use]
    pub fn shortened(&self, near: &[&str]) -> String {
        let has = |block: &Block| {
            near.iter().filter(|words| block.plain.contains(*words)).map(|words| words.chars().count()).sum::<usize>()
        };
        let best = (0..self.blocks.len()).max_by_key(|at| (has(&self.blocks[*at]), usize::MAX - at)).unwrap_or(0);
        let length = |block: &Block| block.plain.chars().count() + block.mark.len();
        let upto: usize = self.blocks.iter().take(best + 1).map(length).sum();
        let start = if upto <= LONGEST || self.blocks.get(best).is_none_or(|best| has(best) == 0) { 0 } else { best };
        let mut left = LONGEST;
        let mut out = String::new();
        let mut last = "";
        for block in &self.blocks[start.min(self.blocks.len())..] {
            let text = if length(block) <= left { block.rich.clone() } else { escaped(&sentences(&block.plain, left)) };
            if text.is_empty() {
                break;
            }
            if !out.is_empty() {
                out += if !block.mark.is_empty() && !last.is_empty() { "\n" } else { "\n\n" };
            }
            out = out + &block.mark + &text;
            last = &block.mark;
            if length(block) > left {
                break;
            }
            left -= length(block);
        }
        out
    }
}

/// The whole sentences at the beginning of a text, in at most `limit` characters; when the first is longer, its beginning.
/// Nothing when that would say nothing.
fn sentences(text: &str, limit: usize) -> String {
    const SHORTEST: usize = 40;
    let cut = text.char_indices().nth(limit).map_or(text.len(), |(at, _)| at);
    let room = &text[..cut];
    let mut ends = room.char_indices().filter(|(at, c)| {
        let after = text[at + c.len_utf8()..].chars().next();
        matches!(c, '。' | '！' | '？' | '；' | '\n')
            || matches!(c, '.' | '!' | '?') && after.is_none_or(char::is_whitespace)
    });
    match ends.next_back() {
        Some((at, c)) => room[..at + c.len_utf8()].trim_end().to_owned(),
        None if limit < SHORTEST => String::new(),
        None => room.trim_end().to_owned() + "…",
    }
}

/// Words with a backslash before each sign.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if SIGNS.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Puts events together to blocks.
struct Reader<'a> {
    links: Links<'a>,
    blocks: Vec<Block>,
    block: Block,
    /// For each list that is open its next number.
    lists: Vec<Option<u64>>,
    /// Where the links lead that are open; empty for one that leads nowhere.
    open: Vec<String>,
    /// In a heading or a picture: its words are not said.
    silent: usize,
}

impl<'a> Reader<'a> {
    fn new(links: Links<'a>) -> Reader<'a> {
        let (blocks, lists, open) = (Vec::new(), Vec::new(), Vec::new());
        Reader { links, blocks, block: Block::default(), lists, open, silent: 0 }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.words(&text, &escaped(&text)),
            Event::Code(code) => self.words(&code, &format!("`{}`", code.replace('`', "'"))),
            Event::SoftBreak if self.links.language.is_spaced() => self.words(" ", " "),
            Event::HardBreak => self.words("\n", "\n  "),
            _ => {}
        }
    }

    fn words(&mut self, plain: &str, rich: &str) {
        if self.silent == 0 {
            self.block.plain += plain;
            self.block.rich += rich;
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } | Tag::Image { .. } => self.silent += 1,
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                self.block.mark = match self.lists.last_mut() {
                    Some(Some(next)) => {
                        *next += 1;
                        format!("{}. ", *next - 1)
                    }
                    _ => "- ".to_owned(),
                };
            }
            Tag::TableRow | Tag::TableHead => {
                self.close();
                self.block.mark = "- ".to_owned();
            }
            Tag::Strong => self.words("", "**"),
            Tag::Emphasis => self.words("", "*"),
            Tag::Strikethrough => self.words("", "~~"),
            Tag::Link { dest_url, .. } => {
                let href = self.href(&dest_url);
                if !href.is_empty() {
                    self.words("", "[");
                }
                self.open.push(href);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Image => self.silent = self.silent.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead => self.close(),
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::TableCell => self.words(" ", " "),
            TagEnd::Strong => self.words("", "**"),
            TagEnd::Emphasis => self.words("", "*"),
            TagEnd::Strikethrough => self.words("", "~~"),
            TagEnd::Link => {
                let href = self.open.pop().unwrap_or_default();
                if !href.is_empty() {
                    self.words("", &format!("]({href})"));
                }
            }
            _ => {}
        }
    }

    /// Where a link of the article leads, in full; empty when nowhere.
    fn href(&self, target: &str) -> String {
        let Links { desk, page, language } = self.links;
        match target.split_once(':') {
            Some(("help", slug)) => format!("{desk}/{language}/help/articles/{slug}"),
            Some(("https" | "http" | "mailto", _)) => target.to_owned(),
            _ if target.starts_with('#') => format!("{page}{target}"),
            _ => String::new(),
        }
    }

    fn close(&mut self) {
        let block = std::mem::take(&mut self.block);
        if !block.plain.trim().is_empty() {
            let (plain, rich) = (block.plain.trim().to_owned(), block.rich.trim().to_owned());
            self.blocks.push(Block { mark: block.mark, plain, rich });
        } else {
            // An item whose words come in a paragraph of their own keeps its mark.
            self.block.mark = block.mark;
        }
    }

    fn done(mut self) -> Vec<Block> {
        self.close();
        self.blocks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: Links<'_> =
        Links { desk: "https://d.example", page: "https://d.example/en/help/articles/a", language: Language::En };

    #[test]
    fn a_section_keeps_its_lists_and_links() {
        let article = "Before.\n\n## One\n\nDo **this** [first](help:other#x):\n\n1. a *b*\n2. c `d_e`\n\n![p](image:x)\n\n## Two\n\nno_w\n\n- x\n\n  y\n- z\n";
        let one = Section::of(article, "one", LINKS);
        assert_eq!(
            one.shortened(&[]),
            "Do **this** [first](https://d.example/en/help/articles/other#x):\n\n1. a *b*\n2. c `d_e`"
        );
        assert_eq!(Section::of(article, "", LINKS).shortened(&[]), "Before.");
        assert_eq!(Section::of(article, "two", LINKS).shortened(&[]), "no\\_w\n\n- x\n\ny\n\n- z");
        assert_eq!(Section::of("# A\n\n| a | b |\n|---|---|\n| 1 | 2 |", "a", LINKS).plain(), "- a b\n- 1 2");
    }

    #[test]
    fn what_does_not_fit_ends_with_a_sentence() {
        let long =
            format!("## H\n\n{}\n\n{}The answer stands here. {}", "Word. ".repeat(150), "", "More. ".repeat(150));
        let section = Section::of(&long, "h", LINKS);
        let short = section.shortened(&[]);
        assert!(short.chars().count() <= LONGEST && short.ends_with("Word."), "{short}");
        assert!(section.shortened(&["answer stands"]).starts_with("The answer stands here."));
        assert_eq!(sentences("没有句号的一段话", 4), "");
        let unbroken = "字".repeat(700);
        assert!(Section::of(&unbroken, "", LINKS).shortened(&[]).ends_with('…'));
    }
}
