//! Markdown that nobody would write, drawn for messages, mails and articles: what a browser's own tokenizer sees of it is
//! nothing but what may be there.
//!
//! A fixed number of cases; `DENGTA_FUZZ_SECONDS=600` goes on for so long with other seeds. A failure names its seed:
//! `DENGTA_FUZZ_SEED` begins there.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use dengta::help::body;
use dengta::language::Language;
use dengta::markdown;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng};

/// Cases of one seed.
const CASES: usize = 400;
const SEEDS: u64 = 3;
const OURS: &str = "https://help.dengta.example/";

/// Pieces that mean something to Markdown, to HTML, to addresses or to nobody.
#[rustfmt::skip]
const PIECES: [&str; 76] = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href=javascript:alert(1)>", "</p>",
    "<!--", "-->", "<![CDATA[", "]]>", "<?php", "<style>*{}</style>", "<math><mi//xlink:href=\"data:x,<script>\">", "<iframe srcdoc='", "\" onclick=\"x",
    "' style='x", "<textarea>", "<title>", "<noscript>", "<plaintext>", "<x:y>", "&lt;script&gt;", "&#x6a;avascript:", "&colon;", "&quot;", "&amp;amp;",
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](data:text/html,<script>)", "[a](vbscript:x)", "[a](https://a.example \"t\" onx)",
    "[a](https://a.example/\"onmouseover=x)", "[a](mailto:a@b.example?body=<x>)", "![i](https://a.example/i.png)", "![i](image:x)", "<https://a.example/?a=\"b>",
    "<javascript:alert(1)>", "[a]: javascript:alert(1)", "[a][a]", "[x](help:deposit)", "[x](help:../../x)", "[x](#\" onx=\")", "https://a.example/'\"<>", "//a.example",
    "[", "](", ")", "`", "```", "~~~html", "**", "__", "*", "_", "~~", "> ", "> [!NOTE]", "- ", "1. ", "99999999999. ", "# ", "| a | b |\n|--|:-:|", "|", "\\",
    "\n", "\n\n", "    ", "\t", "\u{7f}", "\u{202e}", "\u{200b}", "\u{feff}", "\u{2028}", "中文**粗体**", "①", "İ", "⟦seed_phrase⟧",
];

const BLOCKS: &[&str] = &["p", "strong", "em", "del", "blockquote", "ul", "ol", "li", "pre", "code", "br", "a"];
const ARTICLE: &[&str] =
    &["h2", "h3", "h4", "h5", "h6", "hr", "img", "table", "thead", "tbody", "tr", "th", "td", "div", "aside"];

/// What is wrong with a piece of HTML, as a browser reads it.
struct Looking {
    article: bool,
    wrong: RefCell<Option<String>>,
    open: RefCell<Vec<String>>,
}

impl TokenSink for Looking {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.tag(&tag),
            Token::CommentToken(text) => self.refuse(format!("a comment: {text}")),
            Token::DoctypeToken(_) => self.refuse("a doctype".into()),
            Token::ParseError(error) => self.refuse(error.into_owned()),
            Token::CharacterTokens(_) | Token::NullCharacterToken | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl Looking {
    fn refuse(&self, why: String) {
        self.wrong.borrow_mut().get_or_insert(why);
    }

    fn tag(&self, tag: &Tag) {
        let name = &*tag.name;
        if !(BLOCKS.contains(&name) || self.article && ARTICLE.contains(&name)) {
            self.refuse(format!("<{name}>"));
        }
        if tag.kind == TagKind::EndTag {
            let closed = self.open.borrow_mut().pop();
            if closed.as_deref() != Some(name) {
                self.refuse(format!("</{name}> closes {closed:?}"));
            }
            return;
        }
        if !["br", "hr", "img"].contains(&name) {
            self.open.borrow_mut().push(name.to_owned());
        }
        for attribute in &tag.attrs {
            let (key, value) = (&*attribute.name.local, &*attribute.value);
            let fits = match (name, key) {
                ("a", "href") => leads_well(value, self.article),
                ("a", "rel") => value == "nofollow noopener noreferrer" || self.article,
                ("a", "target") => self.article && value == "_blank",
                ("img", "src") => self.article && value.starts_with("/help-images/"),
                ("img", "alt" | "width" | "height" | "loading" | "decoding") => self.article,
                ("ol", "start") => self.article && value.bytes().all(|byte| byte.is_ascii_digit()),
                (_, "class" | "id" | "scope" | "tabindex" | "role" | "aria-label" | "title" | "lang") => self.article,
                _ => false,
            };
            if !fits {
                self.refuse(format!("<{name} {key}={value:?}>"));
            }
        }
    }
}

fn leads_well(href: &str, article: bool) -> bool {
    let outside = ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
    outside || article && (href.starts_with('#') || (href.starts_with("/en/help/articles/") && !href.contains("..")))
}

/// What a browser would find in this HTML that may not be there.
fn wrong(html: &str, article: bool) -> Option<String> {
    let looking = Looking { article, wrong: RefCell::default(), open: RefCell::default() };
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(looking, TokenizerOpts { exact_errors: false, ..TokenizerOpts::default() });
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let Looking { wrong, open, .. } = tokenizer.sink;
    wrong.into_inner().or_else(|| open.into_inner().pop().map(|open| format!("<{open}> is not closed")))
}

fn written(random: &mut StdRng) -> String {
    let mut text = String::new();
    for _ in 0..random.random_range(1..40) {
        let piece = PIECES[random.random_range(0..PIECES.len())];
        // Some pieces are cut in the middle.
        let ends: Vec<usize> = piece.char_indices().map(|(at, _)| at).chain([piece.len()]).collect();
        let whole = random.random_range(0..4) > 0;
        text += if whole { piece } else { &piece[..ends[random.random_range(0..ends.len())]] };
        text += ["", "", " ", "\n", "x"][random.random_range(0..5)];
    }
    text
}

fn cases(seed: u64) {
    let mut random = StdRng::seed_from_u64(seed);
    for case in 0..CASES {
        let text = written(&mut random);
        let drawn = [
            ("message", markdown::html(&text), false),
            ("unlinked", markdown::unlinked(&text), false),
            ("letter", markdown::letter(&text, OURS), false),
            ("article", body::draw(&text, Language::En).html, true),
        ];
        for (what, html, article) in drawn {
            let found = wrong(&html, article);
            assert!(found.is_none(), "DENGTA_FUZZ_SEED={seed} case {case}, {what}: {found:?} in {html:?} of {text:?}");
            assert!(what != "unlinked" || !html.contains("<a "), "{html}");
        }
        drop(markdown::text(&text));
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how long it goes on is the only thing that time decides")]
fn nothing_that_is_written_becomes_more_than_text() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let first = number("DENGTA_FUZZ_SEED").unwrap_or(1);
    let until = number("DENGTA_FUZZ_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    for seed in first.. {
        cases(seed);
        let enough = until.map_or(seed + 1 >= first + SEEDS, |until| Instant::now() >= until);
        if enough {
            break;
        }
    }
}

#[test]
fn what_must_not_be_there_is_seen() {
    for bad in [
        "<script>",
        "<a href=\"javascript:x\">x</a>",
        "<p onclick=x></p>",
        "<p>",
        "</p>",
        "<!-- -->",
        "<img src=\"https://a.example/\">",
    ] {
        assert!(wrong(bad, true).is_some(), "{bad}");
    }
    assert_eq!(
        wrong("<p>a &lt; b<br><a href=\"https://a.example/\" rel=\"nofollow noopener noreferrer\">x</a></p>", false),
        None
    );
}
