//! What is drawn, and what nobody can have drawn.

use proptest::prelude::*;

use super::*;

fn html(text: &str) -> String {
    draw(text, Language::En).html
}

#[test]
fn what_articles_are_made_of() {
    assert_eq!(html("# One\n\n*a* **b**"), "<h2 id=\"one\">One</h2><p><em>a</em> <strong>b</strong></p>");
    assert_eq!(html("1. a\n2. b"), "<ol><li>a</li><li>b</li></ol>");
    assert_eq!(
        html("| a | b |\n|---|--:|\n| 1 | 2 |"),
        "<div class=\"table\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr>\
         </thead><tbody><tr><td>1</td><td class=\"right\">2</td></tr></tbody></table></div>"
    );
    assert!(html("> [!WARNING]\n> Never tell it.").starts_with("<aside class=\"callout warning\"><p class=\"label\">"));
    assert_eq!(html("[lost](help:lost-2fa#now)"), "<p><a href=\"/en/help/articles/lost-2fa#now\">lost</a></p>");
}

#[test]
fn attacks_are_words() {
    for text in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://evil.example/pixel.png)",
        "![x](image:../../secret)",
        "[x](help:../../desk)",
        "[x](//evil.example)",
    ] {
        let html = html(text);
        for sign in ["<script", "<img", "href", "src=\""] {
            assert!(!html.contains(sign), "{text}: {html}");
        }
    }
}

#[test]
fn chinese_needs_no_spaces_around_signs() {
    let drawn = draw("**重要：**请先核对。**“备注”**必填", Language::ZhCn);
    assert_eq!(drawn.html, "<p><strong>重要：</strong>请先核对。<strong>“备注”</strong>必填</p>");
}

#[test]
fn headings_part_what_is_found() {
    let drawn = draw("First.\n\n## A\n\nb\n\n## A\n\nc [x](help:y)", Language::En);
    let found: Vec<_> = drawn.passages.iter().map(|p| (p.anchor.as_str(), p.text.as_str())).collect();
    assert_eq!(found, [("", "First."), ("a", "b"), ("a-2", "c x")]);
    assert_eq!((drawn.links, drawn.minutes), (vec!["y".to_owned()], 1));
}

proptest! {
    #[test]
    fn nothing_breaks_out(text in "[-a-z<>\"'&*_`~\\[\\]()#|:!\\\\ \n\u{4e2d}：1.=/]{0,200}") {
        let html = html(&text);
        // Every element is one of ours: what is left of the text has no open sign.
        let known = regex_free(&html);
        prop_assert!(!known.contains('<') && !known.contains('>'), "{}", html);
    }
}

/// The page without the elements that articles have.
fn regex_free(html: &str) -> String {
    let mut rest = html.to_owned();
    for name in [
        "p",
        "h2",
        "h3",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "a",
        "hr",
        "br",
        "blockquote",
        "aside",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "img",
    ] {
        rest = rest.replace(&format!("</{name}>"), "").replace(&format!("<{name}>"), "");
        while let Some(at) = rest.find(&format!("<{name} ")) {
            let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
            rest.replace_range(at..end, "");
        }
    }
    rest
}
