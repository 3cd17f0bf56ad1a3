//! A file with an article in one language: Markdown with or without something before it, or plain text.

use serde::Deserialize;

use super::row::{self, Row};
use super::{Fault, Why, fault, plain};
use crate::help::content::Content;
use crate::help::made::Made;
use crate::help::slug_of;
use crate::language::Language;

/// Bytes of a file.
pub const MAX_BYTES: usize = 1024 * 1024;

/// What stands between `+++` before an article.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Front {
    title: Option<String>,
    summary: Option<String>,
    keywords: Option<Vec<String>>,
    related: Option<Vec<String>>,
    policy: Option<bool>,
    key: Option<String>,
    place: Option<i64>,
    published_at: Option<String>,
    made: Made,
}

/// What the name of a file says.
pub struct Name<'n> {
    /// Without language and ending.
    pub stem: &'n str,
    /// Its language.
    pub language: Language,
    /// Whether it is plain text.
    pub plain: bool,
}

/// A fault, and how many lines down it is.
type Down = (usize, Fault);

/// Reads a file.
pub fn read(bytes: &[u8], name: &Name<'_>, path: Vec<String>) -> Result<Row, Down> {
    let at_top = |fault| (0, fault);
    let text = std::str::from_utf8(bytes).map_err(|_| at_top(fault("file", Why::NotUtf8)))?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (front, body) = if name.plain { (Front::default(), text.as_str()) } else { parted(&text)? };
    let (title, body) = match front.title {
        Some(title) => (title, body.to_owned()),
        None if name.plain => plain::parted(body),
        None => headed(body),
    };
    let title = if title.trim().is_empty() { name.stem.to_owned() } else { title };
    let key = row::key(front.key.as_deref().unwrap_or(name.stem)).map_err(at_top)?;
    let row = Row {
        says: (front.summary.is_some(), front.keywords.is_some()),
        content: Content {
            title,
            body,
            summary: front.summary.unwrap_or_default(),
            keywords: front.keywords.unwrap_or_default(),
        },
        folder: Some(path.join("/")),
        path,
        // A name that is no slug only suggests one.
        slug: slug_of(name.stem).filter(|slug| slug == name.stem),
        related: front.related,
        policy: front.policy,
        place: front.place,
        published_at: front.published_at.as_deref().map(row::time).transpose().map_err(at_top)?,
        made: front.made,
        ..Row::new(key, name.language)
    };
    row.checked().map_err(at_top)
}

/// What stands before the article, and the article.
fn parted(text: &str) -> Result<(Front, &str), Down> {
    let Some(after) = text.strip_prefix("+++\n") else { return Ok((Front::default(), text)) };
    let broken = |down, why: &str| (down, fault("front matter", Why::Toml(why.to_owned())));
    let end = match after.starts_with("+++") {
        true => Some(0),
        false => after.find("\n+++").map(|at| at + 1),
    };
    let end = end.ok_or_else(|| broken(0, "it has no end"))?;
    let (front, rest) = after.split_at(end);
    let body = rest.split_once('\n').map_or("", |(_, body)| body);
    let front = toml::from_str(front).map_err(|error| {
        let down = error.span().map_or(0, |span| 1 + lines_before(front, span.start));
        broken(down, error.message())
    })?;
    Ok((front, body))
}

/// Lines of a text before a place in it.
pub fn lines_before(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// The first heading of the first level, and the text without it.
fn headed(body: &str) -> (String, String) {
    let mut fenced = false;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let sign = line.trim_start();
        if sign.starts_with("```") || sign.starts_with("~~~") {
            fenced = !fenced;
        }
        if let Some(title) = line.strip_prefix("# ").filter(|_| !fenced) {
            let rest = [&body[..at], &body[at + line.len()..]].concat();
            return (title.trim().trim_end_matches('#').trim().to_owned(), rest);
        }
        at += line.len();
    }
    (String::new(), body.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(stem: &str, plain: bool) -> Name<'_> {
        Name { stem, language: Language::En, plain }
    }

    #[test]
    fn with_and_without_something_before() {
        let text = b"+++\ntitle = \"Lost\"\nkeywords = [\"a\"]\nmood = 3\n+++\n\nBody\n";
        let row = read(text, &named("lost-2fa", false), Vec::new()).unwrap();
        assert_eq!((row.content.title.as_str(), row.content.body.as_str()), ("Lost", "Body"));
        assert_eq!((row.says, row.slug.as_deref()), ((false, true), Some("lost-2fa")));
        let row = read(b"One\n\n```\n# no\n```\n# Two #\n\nThree", &named("A b", false), Vec::new()).unwrap();
        assert_eq!((row.content.title.as_str(), row.slug), ("Two", None));
        assert_eq!(row.content.body, "One\n\n```\n# no\n```\n\nThree");
        let row = read(b"\xef\xbb\xbfbody", &named("x", false), Vec::new()).unwrap();
        assert_eq!(row.content.title, "x");
    }

    #[test]
    fn what_is_wrong_is_found() {
        let wrong = |text: &[u8]| read(text, &named("x", false), Vec::new()).unwrap_err();
        let (down, (field, _)) = wrong(b"+++\ntitle = \"a\"\nkeywords = 7\n+++\nx");
        assert_eq!((down, field.as_str()), (2, "front matter"));
        assert_eq!(wrong(b"+++\ntitle = 1").1.0, "front matter");
        assert_eq!(wrong(b"\xff").1, fault("file", Why::NotUtf8));
        assert_eq!(wrong(b"# only a title").1, fault("body", Why::Missing));
    }
}
