//! The Markdown of agents, as customers see it: safe HTML for the case page and the mail, plain words for the mail's text.
//! The workspace's `lib/markdown.ts` draws the same; `markdown-vectors.json` beside it holds what both must agree on.
//!
//! The desk's Markdown is smaller than CommonMark and stricter about lines: an answer right below a quotation is no part of
//! it, a line of dashes is text, Chinese needs no spaces around signs. So [`dialect`] first writes the text as CommonMark
//! that says the same, with HTML and entities out of the parser's sight; what is parsed is reduced to [`Part`]s, and nothing
//! that is not one of them can be written.

mod dialect;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag as Parsed, TagEnd, TextMergeWithOffset};
use url::Url;

use dialect::shown;
use guard::visible::visible;

/// What a text is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Open(Tag),
    Close(Tag),
    Text(String),
    Code(String),
    Break,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Tag {
    Paragraph,
    Heading,
    Quote,
    /// With its first number, if it has numbers.
    List(Option<u64>),
    Item,
    CodeBlock,
    Strong,
    Emphasis,
    Deleted,
    /// To where.
    Link(String),
}

/// As HTML: elements without attributes, but for links to the web or an address.
#[must_use]
pub fn html(text: &str) -> String {
    drawn(parts(text))
}

/// As [`html`], for a letter: only addresses that begin with `ours` are links. Whatever else an answer names is there to be
/// read; nobody gets there by a slip of the finger.
#[must_use]
pub fn letter(text: &str, ours: &str) -> String {
    linking(text, |href| href.starts_with(ours))
}

/// As [`html`], without links: for what names addresses that pass for ours. Where they lead stands behind their words.
#[must_use]
pub fn unlinked(text: &str) -> String {
    linking(text, |_| false)
}

fn linking(text: &str, links: impl Fn(&str) -> bool) -> String {
    let mut said = String::new();
    let parts = parts(text).into_iter().filter_map(|part| match part {
        Part::Open(Tag::Link(href)) if !links(&href) => {
            said.clear();
            None
        }
        Part::Close(Tag::Link(href)) if !links(&href) => behind(&said, &href).map(Part::Text),
        part => {
            if let Part::Text(text) | Part::Code(text) = &part {
                said += text;
            }
            Some(part)
        }
    });
    drawn(parts)
}

/// What follows a link's words where they do not tell to where it leads.
fn behind(said: &str, href: &str) -> Option<String> {
    let shown = href.strip_prefix("mailto:").unwrap_or(href);
    let tells = said == shown || safe_address(said).is_some_and(|address| address == href);
    (!tells).then(|| format!(" ({shown})"))
}

fn drawn(parts: impl IntoIterator<Item = Part>) -> String {
    let mut out = String::new();
    // The number of the next item of a list that does not begin with 1: `start` would be an attribute.
    let mut next: Option<u64> = None;
    for part in parts {
        match part {
            Part::Text(text) => escape(&text, &mut out),
            Part::Code(text) => {
                out += "<code>";
                escape(&text, &mut out);
                out += "</code>";
            }
            Part::Break => out += "<br>",
            Part::Open(Tag::Link(href)) => {
                out += "<a href=\"";
                escape(&href, &mut out);
                out += "\" rel=\"nofollow noopener noreferrer\">";
            }
            Part::Open(Tag::List(Some(first))) if first != 1 => {
                next = Some(first);
                out += "<p>";
            }
            Part::Close(Tag::List(_)) if next.is_some() => {
                next = None;
                out += "</p>";
            }
            Part::Open(Tag::Item) if next.is_some() => {
                let number = next.unwrap_or_default();
                out += if out.ends_with("<p>") { "" } else { "<br>" };
                out += &format!("{number}. ");
                next = Some(number + 1);
            }
            Part::Close(Tag::Item) if next.is_some() => {}
            Part::Open(tag) => tag.elements().iter().for_each(|name| out += &format!("<{name}>")),
            Part::Close(tag) => tag.elements().iter().rev().for_each(|name| out += &format!("</{name}>")),
        }
    }
    out
}

impl Tag {
    const fn elements(&self) -> &'static [&'static str] {
        match self {
            Self::Paragraph => &["p"],
            Self::Heading => &["p", "strong"],
            Self::Quote => &["blockquote"],
            Self::List(None) => &["ul"],
            Self::List(Some(_)) => &["ol"],
            Self::Item => &["li"],
            Self::CodeBlock => &["pre", "code"],
            Self::Strong => &["strong"],
            Self::Emphasis => &["em"],
            Self::Deleted => &["del"],
            Self::Link(_) => &["a"],
        }
    }
}

/// `text` as it stands in HTML, in quoted attributes too.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => *out += "&amp;",
            '<' => *out += "&lt;",
            '>' => *out += "&gt;",
            '"' => *out += "&quot;",
            '\'' => *out += "&#39;",
            _ => out.push(c),
        }
    }
}

/// As plain words: without signs, a link's address behind it.
#[must_use]
pub fn text(text: &str) -> String {
    let mut quoted = Vec::new();
    let mut out = String::new();
    // The number of the next item; where the link began; how far lines of an item stand in.
    let (mut next, mut label, mut indent): (Option<u64>, usize, &str) = (None, 0, "");
    for part in parts(text) {
        match part {
            Part::Text(text) | Part::Code(text) => out += &text,
            Part::Break => out = out + "\n" + indent,
            Part::Open(Tag::Paragraph | Tag::Heading | Tag::CodeBlock) => begin(&mut out),
            Part::Open(Tag::Quote) => quoted.push(std::mem::take(&mut out)),
            Part::Close(Tag::Quote) => {
                let inner = std::mem::replace(&mut out, quoted.pop().unwrap_or_default());
                begin(&mut out);
                let lines: Vec<String> = inner.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
                out += &lines.join("\n");
            }
            Part::Open(Tag::List(first)) => {
                begin(&mut out);
                next = first;
            }
            Part::Open(Tag::Item) => {
                out += if out.is_empty() || out.ends_with('\n') { "" } else { "\n" };
                out += &next.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
                (next, indent) = (next.map(|number| number + 1), "  ");
            }
            Part::Close(Tag::Item) => indent = "",
            Part::Open(Tag::Link(_)) => label = out.len(),
            Part::Close(Tag::Link(href)) => {
                let behind = behind(out.get(label..).unwrap_or_default(), &href);
                out.extend(behind);
            }
            Part::Open(_) | Part::Close(_) => {}
        }
    }
    out
}

/// A blank line before a block that is not the first.
fn begin(out: &mut String) {
    if !out.is_empty() {
        *out += "\n\n";
    }
}

/// What is closed where a tag of the parser ends.
enum Closing {
    Part(Part),
    Nothing,
}

fn parts(text: &str) -> Vec<Part> {
    let source = dialect::commonmark(text);
    let mut parts = Vec::new();
    let mut open: Vec<Closing> = Vec::new();
    let (mut links, mut code) = (0_usize, false);
    let events = Parser::new_ext(&source, Options::ENABLE_STRIKETHROUGH).into_offset_iter();
    for (event, range) in TextMergeWithOffset::new(events) {
        match event {
            Event::Start(tag) => {
                let at = source.get(range.start..).unwrap_or_default();
                links += usize::from(matches!(tag, Parsed::Link { .. }));
                code |= matches!(tag, Parsed::CodeBlock(_));
                let (part, closing) = opened(tag, at);
                parts.extend(part);
                open.push(closing);
            }
            Event::End(tag) => {
                links -= usize::from(matches!(tag, TagEnd::Link));
                code &= tag != TagEnd::CodeBlock;
                if let Some(Closing::Part(part)) = open.pop() {
                    parts.push(part);
                }
            }
            Event::Text(text) if code => parts.push(Part::Text(shown(text.strip_suffix('\n').unwrap_or(&text)))),
            // What a link says is what somebody trusts.
            Event::Text(text) if links > 0 => parts.push(Part::Text(visible(&shown(&text)).into_owned())),
            Event::Text(text) => linked(&shown(&text), &mut parts),
            Event::Code(text) => parts.push(Part::Code(shown(&text))),
            Event::SoftBreak | Event::HardBreak => parts.push(Part::Break),
            // No other HTML than the dialect's own gets as far, and the other extensions are off.
            _ => {}
        }
    }
    parts
}

/// What a tag of the parser amounts to, and what its end does. `source` begins with it.
fn opened(tag: Parsed<'_>, source: &str) -> (Option<Part>, Closing) {
    let whole = |tag: Tag| (Some(Part::Open(tag.clone())), Closing::Part(Part::Close(tag)));
    let typed = |sign: &str| (Some(Part::Text(sign.to_owned())), Closing::Part(Part::Text(sign.to_owned())));
    match tag {
        Parsed::Paragraph => whole(Tag::Paragraph),
        Parsed::Heading { .. } => whole(Tag::Heading),
        Parsed::BlockQuote(_) => whole(Tag::Quote),
        Parsed::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => whole(Tag::CodeBlock),
        Parsed::List(first) => whole(Tag::List(first)),
        Parsed::Item => whole(Tag::Item),
        Parsed::Strong => whole(Tag::Strong),
        // snake_case and ~about~ are what people type, not what they mark.
        Parsed::Emphasis if source.starts_with('_') => typed("_"),
        Parsed::Emphasis => whole(Tag::Emphasis),
        Parsed::Strikethrough if !source.starts_with("~~") => typed("~"),
        Parsed::Strikethrough => whole(Tag::Deleted),
        Parsed::Link { dest_url, .. } => {
            let typed = shown(&dest_url);
            match safe_address(&typed) {
                Some(href) => whole(Tag::Link(href)),
                None => (Some(Part::Text("[".into())), Closing::Part(Part::Text(format!("]({typed})")))),
            }
        }
        // An image is its alternative text.
        _ => (None, Closing::Nothing),
    }
}

/// Text with its addresses as links.
fn linked(text: &str, parts: &mut Vec<Part>) {
    let (mut from, mut before) = (0, ' ');
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let found = (!before.is_alphanumeric()).then(|| bare_address(&text[at..])).flatten();
        if let Some((address, href)) = found.and_then(|address| Some((address, safe_address(address)?))) {
            let said = Part::Text(text[from..at].to_owned());
            let link = Tag::Link(href);
            parts.extend([said, Part::Open(link.clone()), Part::Text(address.to_owned()), Part::Close(link)]);
            at += address.len();
            from = at;
        } else {
            at += c.len_utf8();
        }
        before = text[..at].chars().next_back().unwrap_or(' ');
    }
    parts.push(Part::Text(text[from..].to_owned()));
}

/// The address that `text` begins with; it ends before what is more likely the sentence's own sign.
fn bare_address(text: &str) -> Option<&str> {
    const ENDS: &str = "<>\"'`（）【】「」『』《》，。、；：！？“”‘’";
    let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if !begins("http://") && !begins("https://") {
        return None;
    }
    let end = text.find(|c: char| c.is_whitespace() || ENDS.contains(c)).unwrap_or(text.len());
    let found = text[..end].trim_end_matches(|c| ".,;:!?)]}*_~".contains(c));
    (found.len() > "https://".len()).then_some(found)
}

/// The address when following it can do no harm to the page: no scripts, no data, nothing of other programs.
fn safe_address(address: &str) -> Option<String> {
    // Control signs and spaces hide a scheme from people, not from browsers.
    let hides = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let begins = |scheme: &&str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if address.contains(hides) || !["http://", "https://", "mailto:"].iter().any(begins) {
        return None;
    }
    Url::parse(address).ok().map(String::from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::{html, text};

    #[test]
    fn agrees_with_the_workspace() {
        let vectors = include_str!("../../../../web/workspace/src/lib/markdown-vectors.json");
        for vector in serde_json::from_str::<Vec<Value>>(vectors).unwrap() {
            let (source, drawn) = (vector["markdown"].as_str().unwrap(), vector["html"].as_str().unwrap());
            assert_eq!(html(source), drawn, "{source}");
        }
    }

    #[test]
    fn numbers_stay_what_they_were() {
        for (source, drawn) in [
            ("1. a\n\n2. b", "<ol><li>a</li><li>b</li></ol>"),
            ("1. a\n\n1. b", "<ol><li>a</li></ol><ol><li>b</li></ol>"),
            ("3) c\n4) d\n  e", "<p>3. c<br>4. d<br>e</p>"),
            ("0. a", "<p>0. a</p>"),
        ] {
            assert_eq!(html(source), drawn);
        }
    }

    #[test]
    fn an_image_is_its_words() {
        assert_eq!(html("![a **chart**](https://example.com/x.png)"), "<p>a <strong>chart</strong></p>");
        assert_eq!(html("![x](javascript:1)"), "<p>x</p>");
    }

    #[test]
    fn words_without_signs() {
        for (source, said) in [
            ("# Title\nPlease **wait**, `tx`.\nNow.", "Title\n\nPlease wait, tx.\nNow."),
            (
                "See [the guide](https://example.com/a):\n- one\n  more\n- two\n\n1. x\n2. y",
                "See the guide (https://example.com/a):\n\n- one\n  more\n- two\n\n1. x\n2. y",
            ),
            (
                "https://example.com [us](mailto:a@example.com) [https://example.com/b](https://example.com/b)",
                "https://example.com us (a@example.com) https://example.com/b",
            ),
            ("> said\n>\n> > **so**\nanswer", "> said\n>\n> > so\n\nanswer"),
            ("```\n<b> **x**\n```\nend", "<b> **x**\n\nend"),
            ("<b>1</b> & 2", "<b>1</b> & 2"),
            ("3. a", "3. a"),
        ] {
            assert_eq!(text(source), said);
        }
    }

    #[test]
    fn many_signs_cost_little() {
        for sign in [
            "[", "**", "*a ", "`a", "](", "> ", "- ", "[a](", "~~a", "http://", "*[`", "<", "\\", "![", "1. ", "> \n",
            "**：a",
        ] {
            let long = sign.repeat(20_000 / sign.len());
            assert!(html(&long).len() < 1_000_000 && text(&long).len() < 200_000, "{sign}");
        }
    }

    /// Reads HTML as the smallest of browsers would, and panics at what must not be in it.
    fn assert_safe(html: &str) {
        const ELEMENTS: [&str; 13] =
            ["p", "br", "strong", "em", "del", "code", "pre", "ul", "ol", "li", "blockquote", "a", ""];
        let mut open = Vec::new();
        let mut pieces = html.split('<');
        assert!(!pieces.next().unwrap().contains('>'));
        for piece in pieces {
            let (tag, words) = piece.split_once('>').expect("a tag that ends");
            assert!(!words.contains(['>', '"', '\'']), "{words}");
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), Some(name), "{html}");
                continue;
            }
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            assert!(ELEMENTS.contains(&name), "{tag}");
            if name == "a" {
                let href = attributes.strip_prefix("href=\"").unwrap();
                let href = href.strip_suffix("\" rel=\"nofollow noopener noreferrer\"").unwrap();
                assert!(["http://", "https://", "mailto:"].iter().any(|scheme| href.starts_with(scheme)), "{href}");
                assert!(!href.contains(['"', '\'', ' ', '\n']) && !open.contains(&"a"), "{href}");
            } else {
                assert_eq!(attributes, "");
            }
            if name != "br" {
                open.push(name);
            }
        }
        assert_eq!(open, Vec::<&str>::new(), "{html}");
    }

    /// Texts of what might matter, in any order.
    fn nasty() -> impl Strategy<Value = String> {
        const PIECES: [&str; 44] = [
            "*",
            "**",
            "_",
            "__",
            "~",
            "~~",
            "`",
            "```",
            "[",
            "](",
            ")",
            "!",
            "<",
            ">",
            "&",
            "&lt;",
            "\"",
            "'",
            "\n",
            "\n\n",
            " ",
            "    ",
            "- ",
            "1. ",
            "# ",
            "> ",
            "\\",
            "a",
            "：",
            "请",
            "\r",
            "\u{0}",
            "\u{fdd0}",
            "\u{fdd5}",
            "|",
            "---",
            "https://a.example/",
            "javascript:alert(1)",
            "JaVaScRiPt:",
            "data:text/html,",
            "mailto:",
            "<script>",
            "<img src=x onerror=alert(1)>",
            "[x]: ",
        ];
        prop::collection::vec(
            prop_oneof![8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => ".{0,6}"],
            0..40,
        )
        .prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn nothing_but_our_elements(source in nasty()) {
            assert_safe(&html(&source));
            let _ = text(&source);
        }

        #[test]
        fn letters_are_never_lost(source in nasty()) {
            // A link's address is written otherwise, an image's and the words on a fence's line are not shown.
            let source = source.replace(['`', '('], "");
            let letters = |text: &str| text.chars().filter(|c| *c == '请').count();
            assert_eq!(letters(&html(&source)) , letters(&source), "{}", html(&source));
        }
    }
}
