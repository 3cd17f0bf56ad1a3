//! The Markdown of articles: what is drawn of it, and what of it is searched.
//!
//! Articles are CommonMark with tables, strikethrough and callouts (`> [!NOTE]`, `> [!TIP]`, `> [!WARNING]`). HTML in it is text.
//! Links lead to the web (`https:`), to an address (`mailto:`), to a heading (`#…`) or to an article (`help:slug`); pictures are
//! those that editors sent (`image:id`). Whatever else stands in their place is drawn as words: nothing that is not
//! listed here can be written.

mod cjk;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use pulldown_cmark::{Alignment, BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

use crate::language::{Language, texts};

/// Goes up when the same Markdown is drawn otherwise: pages of another renderer are drawn anew when they are read.
pub const RENDERER: i64 = 1;
/// Letters that people read in a minute, in languages without spaces; words where there are some.
const LETTERS_A_MINUTE: usize = 400;
const WORDS_A_MINUTE: usize = 220;
/// Blocks in blocks. What is deeper is drawn as words.
const DEPTH: usize = 12;

/// A heading, for the table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 2 or 3; the title is 1.
    pub level: u8,
    /// The id of its element.
    pub anchor: String,
    /// What it says.
    pub text: String,
}

/// A piece that is found by itself: what stands below one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The heading's anchor; empty before the first.
    pub anchor: String,
    /// What the heading says; empty before the first.
    pub heading: String,
    /// The words, without signs.
    pub text: String,
}

/// An article's body, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Safe HTML.
    pub html: String,
    /// Its headings.
    pub contents: Vec<Heading>,
    /// What is searched.
    pub passages: Vec<Passage>,
    /// Slugs of the articles that it links to.
    pub links: Vec<String>,
    /// Ids of the pictures that it shows.
    pub images: Vec<Uuid>,
    /// How long it takes to read, at least 1.
    pub minutes: i64,
}

/// Reads and draws a body.
#[must_use]
pub fn draw(markdown: &str, language: Language) -> Drawn {
    let source = cjk::spaced(markdown);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    let mut writer = Writer::new(language);
    for event in Parser::new_ext(&source, options) {
        writer.take(event);
    }
    writer.done()
}

/// Where a link of an article may lead, as its `href`.
fn target(href: &str, language: Language) -> Option<(String, Option<String>)> {
    if let Some(slug) = href.strip_prefix("help:") {
        let page = slug.split('#').next().unwrap_or(slug);
        let known = super::is_slug(page);
        return known.then(|| (format!("/{language}/help/articles/{slug}"), Some(page.to_owned())));
    }
    if let Some(anchor) = href.strip_prefix('#') {
        return (!anchor.is_empty()).then(|| (href.to_owned(), None));
    }
    let url = Url::parse(href).ok()?;
    matches!(url.scheme(), "https" | "http" | "mailto").then(|| (url.to_string(), None))
}

/// A heading while it is read.
struct Open {
    level: u8,
    /// Where in the HTML its element begins.
    at: usize,
    text: String,
}

struct Writer {
    language: Language,
    drawn: Drawn,
    passage: Passage,
    heading: Option<Open>,
    anchors: HashMap<String, usize>,
    /// The columns of the table that is read, and the place in its row.
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// What is to be written when the element ends; the innermost last.
    ends: Vec<&'static str>,
    /// The alternative words of a picture are gathered here.
    picture: Option<(Option<Uuid>, String)>,
}

impl Writer {
    fn new(language: Language) -> Writer {
        Writer {
            language,
            drawn: Drawn::default(),
            passage: Passage::default(),
            heading: None,
            anchors: HashMap::new(),
            columns: Vec::new(),
            column: 0,
            in_head: false,
            ends: Vec::new(),
            picture: None,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::Html(text) => self.text(&text),
            // What `cjk` put between a sign and a letter is nothing.
            Event::InlineHtml(text) if &*text == cjk::APART => {}
            Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => {
                self.drawn.html += "<code>";
                self.text(&text.replace(cjk::APART, ""));
                self.drawn.html += "</code>";
            }
            Event::SoftBreak => self.text(if self.language.is_spaced() { "\n" } else { "" }),
            Event::HardBreak => {
                self.drawn.html += "<br>";
                self.passage.text.push('\n');
            }
            Event::Rule => self.drawn.html += "<hr>",
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.picture {
            *words += text;
            return;
        }
        escape(text, &mut self.drawn.html);
        match &mut self.heading {
            Some(heading) => heading.text += text,
            None => self.passage.text += text,
        }
    }

    fn begin(&mut self, start: &str, end: &'static str) {
        let deep = self.ends.len() >= DEPTH;
        if !deep {
            self.drawn.html += start;
        }
        self.ends.push(if deep { "" } else { end });
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.next_passage();
                let level = if level <= HeadingLevel::H2 { 2 } else { 3 };
                self.heading = Some(Open { level, at: self.drawn.html.len(), text: String::new() });
                self.ends.push("");
            }
            Tag::Paragraph => self.begin("<p>", "</p>"),
            Tag::BlockQuote(kind) => self.quote(kind),
            Tag::CodeBlock(_) => self.begin("<pre tabindex=\"0\"><code>", "</code></pre>"),
            Tag::List(None) => self.begin("<ul>", "</ul>"),
            Tag::List(Some(1)) => self.begin("<ol>", "</ol>"),
            Tag::List(Some(first)) => self.begin(&format!("<ol start=\"{first}\">"), "</ol>"),
            Tag::Item => self.begin("<li>", "</li>"),
            Tag::Emphasis => self.begin("<em>", "</em>"),
            Tag::Strong => self.begin("<strong>", "</strong>"),
            Tag::Strikethrough => self.begin("<del>", "</del>"),
            Tag::Link { dest_url, .. } => self.link(&dest_url),
            Tag::Image { dest_url, .. } => {
                let id = dest_url.strip_prefix("image:").and_then(|id| id.parse().ok());
                self.picture = Some((id, String::new()));
            }
            Tag::Table(columns) => {
                self.columns = columns;
                self.begin("<div class=\"table\" tabindex=\"0\"><table>", "</tbody></table></div>");
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.drawn.html += "<thead><tr>";
            }
            Tag::TableRow => {
                self.column = 0;
                self.drawn.html += "<tr>";
            }
            Tag::TableCell => self.cell(),
            _ => self.ends.push(""),
        }
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>) {
        let Some(kind) = kind else { return self.begin("<blockquote>", "</blockquote>") };
        let name = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important | BlockQuoteKind::Warning | BlockQuoteKind::Caution => "warning",
        };
        let label = texts().get(self.language, &format!("help-callout-{name}"));
        self.begin(&format!("<aside class=\"callout {name}\"><p class=\"label\">{label}</p>"), "</aside>");
    }

    fn link(&mut self, href: &str) {
        let Some((href, slug)) = target(href, self.language) else { return self.ends.push("") };
        self.drawn.links.extend(slug);
        let mut start = String::from("<a href=\"");
        escape(&href, &mut start);
        start += if href.starts_with("http") { "\" rel=\"noopener\">" } else { "\">" };
        self.begin(&start, "</a>");
    }

    fn cell(&mut self) {
        let align = match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        self.drawn.html += &if self.in_head { format!("<th scope=\"col\"{align}>") } else { format!("<td{align}>") };
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.ends.pop();
                self.heading_ends();
            }
            TagEnd::Image => self.picture_ends(),
            TagEnd::TableHead => {
                self.in_head = false;
                self.drawn.html += "</tr></thead><tbody>";
                self.passage.text.push('\n');
            }
            TagEnd::TableRow => {
                self.drawn.html += "</tr>";
                self.passage.text.push('\n');
            }
            TagEnd::TableCell => {
                self.drawn.html += if self.in_head { "</th>" } else { "</td>" };
                self.passage.text.push(' ');
            }
            tag => {
                self.drawn.html += self.ends.pop().unwrap_or_default();
                if matches!(tag, TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock) {
                    self.passage.text.push('\n');
                }
            }
        }
    }

    fn heading_ends(&mut self) {
        let Some(Open { level, at, text }) = self.heading.take() else { return };
        let anchor = self.anchor(&text);
        self.drawn.html.insert_str(at, &format!("<h{level} id=\"{anchor}\">"));
        self.drawn.html += &format!("</h{level}>");
        self.passage.anchor.clone_from(&anchor);
        self.passage.heading.clone_from(&text);
        self.drawn.contents.push(Heading { level, anchor, text });
    }

    /// Letters and digits of the heading, in its own script; a number behind one that stands there already.
    fn anchor(&mut self, text: &str) -> String {
        const LONGEST: usize = 60;
        let mut anchor = String::new();
        for c in text.chars().flat_map(char::to_lowercase).take(LONGEST) {
            if c.is_alphanumeric() {
                anchor.push(c);
            } else if !anchor.is_empty() && !anchor.ends_with('-') {
                anchor.push('-');
            }
        }
        let anchor = anchor.trim_end_matches('-');
        let anchor = if anchor.is_empty() { "section" } else { anchor };
        let times = self.anchors.entry(anchor.to_owned()).or_default();
        *times += 1;
        if *times == 1 { anchor.to_owned() } else { format!("{anchor}-{times}") }
    }

    fn picture_ends(&mut self) {
        let Some((id, words)) = self.picture.take() else { return };
        let Some(id) = id else { return self.text(&words) };
        self.drawn.images.push(id);
        self.drawn.html += &format!("<img src=\"/help-images/{id}\" loading=\"lazy\" alt=\"");
        escape(&words, &mut self.drawn.html);
        self.drawn.html += "\">";
        self.passage.text += &words;
    }

    fn next_passage(&mut self) {
        let passage = std::mem::take(&mut self.passage);
        if !passage.text.trim().is_empty() || !passage.heading.is_empty() {
            self.drawn.passages.push(Passage { text: passage.text.trim().to_owned(), ..passage });
        }
    }

    fn done(mut self) -> Drawn {
        self.next_passage();
        let mut drawn = self.drawn;
        drawn.links.sort_unstable();
        drawn.links.dedup();
        drawn.minutes = minutes(&drawn.passages, self.language);
        drawn
    }
}

fn minutes(passages: &[Passage], language: Language) -> i64 {
    let texts = || passages.iter().flat_map(|passage| [&passage.heading, &passage.text]);
    let parts = if language.is_spaced() {
        texts().map(|text| text.split_whitespace().count()).sum::<usize>().div_ceil(WORDS_A_MINUTE)
    } else {
        texts().map(|text| text.chars().count()).sum::<usize>().div_ceil(LETTERS_A_MINUTE)
    };
    i64::try_from(parts.max(1)).unwrap_or(1)
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => *out += "&amp;",
            '<' => *out += "&lt;",
            '>' => *out += "&gt;",
            '"' => *out += "&quot;",
            // Signs that turn the direction of what follows are for attackers.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => out.push(c),
        }
    }
}
