//! What a page says to programs: search engines, previews of links, feed readers.

use askama::filters::Safe;
use serde_json::Value;

use crate::app::App;
use crate::help::read::nearest;
use crate::language::Language;

/// The part of a page's head that is for programs.
#[derive(Default)]
pub struct Head {
    /// The address that stands for all under which this can be had.
    pub canonical: String,
    /// The same in other languages.
    pub alternates: Vec<Alternate>,
    /// What it is called where it is linked to.
    pub title: String,
    /// One line; may be empty.
    pub description: String,
    /// `website` or `article`.
    pub kind: &'static str,
    /// Whether it is not to be found: what was in force once, what somebody searched for.
    pub hidden: bool,
    /// schema.org, as JSON that can stand in a page ([`data_block`]).
    pub data: Option<Safe<String>>,
}

/// The same page in another language.
pub struct Alternate {
    /// A tag, or `x-default`.
    pub language: &'static str,
    /// With the host.
    pub href: String,
}

/// An address with the host, as mails have it.
#[must_use]
pub fn absolute(app: &App, language: Language, path: &str) -> String {
    format!("{}/{language}{path}", app.config.public_url)
}

/// The head of a page that is there in some languages, of which those count in which the site is offered.
#[must_use]
pub fn head(app: &App, language: Language, path: &str, there: &[Language], title: &str, description: &str) -> Head {
    let settings = app.settings.now();
    let offered: Vec<Language> =
        settings.languages.offered.iter().copied().filter(|offered| there.contains(offered)).collect();
    let among = |wanted| nearest(wanted).into_iter().find(|near| offered.contains(near)).unwrap_or(wanted);
    let at = |language: Language| absolute(app, language, path);
    let alternate = |language: &Language| Alternate { language: language.tag(), href: at(*language) };
    let mut alternates: Vec<Alternate> = offered.iter().map(alternate).collect();
    alternates.push(Alternate { language: "x-default", href: at(among(settings.languages.default)) });
    Head {
        canonical: at(among(language)),
        alternates,
        title: title.to_owned(),
        description: description.to_owned(),
        kind: "website",
        hidden: false,
        data: None,
    }
}

/// The head of a page that is not to be found.
#[must_use]
pub fn hidden(title: &str) -> Head {
    Head { title: title.to_owned(), kind: "website", hidden: true, ..Head::default() }
}

/// JSON that no text in it can break out of: nothing in it can end a script element or begin a comment.
#[must_use]
pub fn data_block(value: &Value) -> Safe<String> {
    let text = value.to_string();
    let mut block = String::with_capacity(text.len() + 64);
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        block += &rest[..at];
        let mut after = rest[at..].chars();
        block += match after.next() {
            Some('<') => "\\u003c",
            Some('>') => "\\u003e",
            Some('&') => "\\u0026",
            Some('\u{2028}') => "\\u2028",
            _ => "\\u2029",
        };
        rest = after.as_str();
    }
    Safe(block + rest)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_ends_a_data_block() {
        let attack = json!({"name": "</script><script>alert(1)</script><!-- &amp; \u{2028}"});
        let Safe(block) = data_block(&attack);
        assert!(!block.contains(['<', '>', '&', '\u{2028}']));
        assert_eq!(serde_json::from_str::<Value>(&block).unwrap(), attack);
    }
}
