//! Names of files, which come from strangers and are shown, saved and sent in headers.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::kind::{Family, Kind};
use crate::secrets::clean::without;

/// Octets of a name without its ending: file systems take 255 with it.
const MAX: usize = 200;

/// A name as it can be shown and saved: one line that reads in its own direction, no path, no name that a
/// system reserves, and an ending that is true. `None` when the ending claims something that the content is not.
#[must_use]
pub fn settle(given: &str, kind: Kind) -> Option<String> {
    let clean = clean(given);
    let (stem, ending) = split(&clean);
    let lower = ending.to_ascii_lowercase();
    let known = Kind::claimed(&lower);
    // A text may be any of the kinds of text: none of them is opened as a program.
    if kind.endings().contains(&lower.as_str()) {
        return Some(clean);
    }
    match known {
        Some(claimed) if claimed.family() != kind.family() => None,
        Some(_) => Some(format!("{stem}.{}", kind.endings()[0])),
        // What a system would run or a browser would render stays out, even when it is only text.
        None if kind.family() == Family::Text && !ending.is_empty() => None,
        None => Some(format!("{clean}.{}", kind.endings()[0])),
    }
}

/// The name's ending in lower case, empty when it has none.
#[must_use]
pub fn ending(given: &str) -> String {
    split(&clean(given)).1.to_ascii_lowercase()
}

/// A name before its content is known.
#[must_use]
pub fn clean(given: &str) -> String {
    let given = harmless(given);
    let last = given.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or("");
    let spaced = last.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let visible = spaced.filter(|c| !hidden(*c)).map(|c| if "<>:\"|?*%".contains(c) { '_' } else { c });
    let words = visible.collect::<String>();
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_matches(|c| c == '.' || c == ' ');
    let (stem, ending) = split(line);
    let mut stem = stem.to_owned();
    while stem.len() > MAX {
        stem.pop();
    }
    if stem.is_empty() {
        "file".clone_into(&mut stem);
    }
    if reserved(&stem) {
        stem.insert(0, '_');
    }
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

/// A name without its secrets. An ending may hide what the rest of a name is. A guard that fails takes the name: nothing of it
/// may be stored.
fn harmless(given: &str) -> String {
    let whole = without(given).unwrap_or_default();
    let (stem, ending) = split(&whole);
    let stem = without(stem).unwrap_or_default();
    if ending.is_empty() { stem.into_owned() } else { format!("{stem}.{ending}") }
}

/// Stem and ending. What is long, or only counts (`app.log.1`), is no ending.
fn split(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, ending))
            if !stem.is_empty()
                && (1..=8).contains(&ending.len())
                && ending.chars().all(|c| c.is_ascii_alphanumeric())
                && !ending.chars().all(|c| c.is_ascii_digit()) =>
        {
            (stem, ending)
        }
        _ => (name, ""),
    }
}

/// Characters that nobody sees, or that turn the direction of what follows.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}' | '\u{fffd}')
}

/// Names that mean a device on Windows, whatever follows their first dot.
fn reserved(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or("").trim().to_ascii_uppercase();
    let numbered = |device: &str| {
        first.strip_prefix(device).is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(char::is_numeric))
    };
    matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || numbered("COM") || numbered("LPT")
}

/// `Content-Disposition` (RFC 6266): the name in ASCII for old programs, and whole (RFC 8187).
#[must_use]
pub fn disposition(name: &str, inline: bool) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_graphic() && !"\"\\;%'".contains(c) || c == ' ' { c } else { '_' })
        .collect();
    let how = if inline { "inline" } else { "attachment" };
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, KEPT))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn hostile_names_become_plain() {
        for (given, kind, settled) in [
            ("photo.png", Kind::Png, Some("photo.png")),
            ("PHOTO.PNG", Kind::Png, Some("PHOTO.PNG")),
            ("photo.jpg", Kind::Png, Some("photo.png")),
            ("截图 2026-11-20.png", Kind::Png, Some("截图 2026-11-20.png")),
            ("../../etc/passwd", Kind::Text, Some("passwd.txt")),
            ("C:\\Users\\x\\log.txt", Kind::Text, Some("log.txt")),
            ("photo\u{202e}gpj.exe", Kind::Jpeg, Some("photogpj.exe.jpg")),
            ("a\r\nSet-Cookie: b.txt", Kind::Text, Some("a Set-Cookie_ b.txt")),
            ("CON.txt", Kind::Text, Some("_CON.txt")),
            ("lpt1.log", Kind::Text, Some("_lpt1.log")),
            ("", Kind::Pdf, Some("file.pdf")),
            ("...", Kind::Pdf, Some("file.pdf")),
            (".htaccess", Kind::Text, Some("htaccess.txt")),
            ("app.log.1", Kind::Text, Some("app.log.1.txt")),
            ("page.html", Kind::Text, None),
            ("drawing.svg", Kind::Text, None),
            ("photo.png", Kind::Text, None),
            ("photo.png", Kind::Pdf, None),
            ("table.csv", Kind::Csv, Some("table.csv")),
            ("\u{0}\u{200b}", Kind::Webm, Some("file.webm")),
        ] {
            assert_eq!(settle(given, kind).as_deref(), settled, "{given:?}");
        }
        let long = settle(&"长".repeat(500), Kind::Png).unwrap();
        assert!(long.len() <= MAX + 4 && long.ends_with("长.png"));
    }

    #[test]
    fn a_header_holds_any_name() {
        assert_eq!(
            disposition("截图 \"1\".png", true),
            "inline; filename=\"__ _1_.png\"; filename*=UTF-8''%E6%88%AA%E5%9B%BE%20%221%22.png"
        );
    }

    proptest! {
        #[test]
        fn any_name_is_one_short_line_of_its_own(given in "\\PC{0,300}|.{0,80}") {
            for kind in [Kind::Png, Kind::Text, Kind::Pdf] {
                let Some(name) = settle(&given, kind) else { continue };
                prop_assert!(!name.is_empty() && name.len() < 255);
                prop_assert!(!name.chars().any(|c| c.is_control() || "/\\\"\u{202e}".contains(c)), "{}", name);
                prop_assert!(!name.starts_with('.') && !name.ends_with(['.', ' ']));
                prop_assert_eq!(settle(&name, kind), Some(name.clone()));
                prop_assert!(disposition(&name, false).bytes().all(|byte| (32..127).contains(&byte)));
            }
        }
    }
}
