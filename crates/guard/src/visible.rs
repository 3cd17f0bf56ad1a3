//! Letters that are not seen, made visible; cells that a spreadsheet would run, made text.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether nothing is seen of a letter, or it turns the direction of others: controls, zero-width letters, bidirectional
/// controls, tags, fillers (Unicode's Default_Ignorable_Code_Point and Cc, as far as they occur in text).
pub(crate) fn invisible(letter: char) -> bool {
    matches!(letter, '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// A name, a link or an id with its invisible letters written out, such as `⟨U+202E⟩`.
///
/// What a script or an emoji needs stays: joiners between emoji and where letters join, selectors after emoji and after
/// Mongolian letters, the tags of flags.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(invisible) {
        return Cow::Borrowed(text);
    }
    let letters: Vec<char> = text.chars().collect();
    let mut shown = String::with_capacity(text.len() + 32);
    let mut flag = false;
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1).copied();
        let tag = matches!(letter, '\u{e0020}'..='\u{e007f}');
        // The flags of England, Scotland, Wales are a black flag and tags (UTS 51, ED-14a).
        flag = tag && (flag || before == Some('🏴'));
        if !invisible(*letter) || flag || needed(*letter, before, after) {
            shown.push(*letter);
        } else {
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(*letter));
        }
    }
    Cow::Owned(shown)
}

/// Whether an invisible letter does its proper work between its neighbours.
fn needed(letter: char, before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), after) = (before, after) else { return false };
    match letter {
        // Between emoji, perhaps with a selector or a colour of skin in between.
        '\u{200d}' if after.is_some_and(emoji) && (emoji(before) || before == '\u{fe0f}') => true,
        '\u{200c}' | '\u{200d}' => joins(before) && after.is_some_and(joins),
        '\u{fe0e}' | '\u{fe0f}' => emoji(before) || before.is_ascii_digit() || matches!(before, '#' | '*'),
        '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{180e}' => matches!(before, '\u{1820}'..='\u{18aa}'),
        // Forms of Han characters.
        '\u{fe00}'..='\u{fe02}' => matches!(before, '\u{3400}'..='\u{9fff}'),
        _ => false,
    }
}

fn emoji(letter: char) -> bool {
    matches!(letter, '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}'
        | '\u{2300}'..='\u{23ff}' | '\u{24c2}' | '\u{25a0}'..='\u{27bf}' | '\u{2934}' | '\u{2935}' | '\u{2b00}'..='\u{2bff}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}

/// Scripts whose letters change their form beside each other, so that a joiner between them is spelling: Arabic and its
/// relatives, and those of India and their neighbours (RFC 5892, appendices A.1 and A.2, by script).
fn joins(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{6ff}' | '\u{710}'..='\u{74f}' | '\u{750}'..='\u{77f}' | '\u{7ca}'..='\u{7f5}'
        | '\u{8a0}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f40}'..='\u{fbc}' | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17dd}' | '\u{1820}'..='\u{18aa}' | '\u{a8e0}'..='\u{a8ff}')
}

/// A cell of a CSV file that no spreadsheet runs as a formula: an apostrophe is put before what begins with `=`, `+`, `-`,
/// `@`, a tab or a carriage return, also as fullwidth letters or behind spaces (OWASP, CSV Injection). Plain numbers stay.
#[must_use]
pub fn csv_cell(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\u{feff}', '\n']).chars().next();
    let runs = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'));
    if runs && !number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A negative number and nothing else: `-12.5`.
fn number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('-') else { return false };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    plain(whole) && plain(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_written_out() {
        for (text, wanted) in [
            ("invoice\u{202e}fdp.exe", "invoice⟨U+202E⟩fdp.exe"),
            ("o\u{200b}kx.com", "o⟨U+200B⟩kx.com"),
            ("a\u{200d}b", "a⟨U+200D⟩b"),
            ("a\u{fe0f}", "a⟨U+FE0F⟩"),
            ("\u{e0041}x", "⟨U+E0041⟩x"),
            ("a\nb\u{0}", "a⟨U+000A⟩b⟨U+0000⟩"),
            ("\u{3164}", "⟨U+3164⟩"),
            ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"),
        ] {
            assert_eq!(visible(text), wanted);
        }
    }

    #[test]
    fn what_is_needed_stays() {
        let kept = [
            "okx.com",
            "👩\u{200d}💻",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{fe0f}⃣",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "韩梅梅",
            "оkx",
        ];
        for text in kept {
            assert!(matches!(visible(text), Cow::Borrowed(_)) || visible(text) == text, "{text:?}");
        }
    }

    #[test]
    fn cells() {
        for text in ["=1+1", "+82", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-1.2.3", "-", " =1", "＝1", "--5", "\n=1"] {
            assert_eq!(csv_cell(text), format!("'{text}"));
        }
        for text in ["", "-12", "-12.50", "a=b", "1-2", "0x1", "한국"] {
            assert_eq!(csv_cell(text), text);
        }
    }
}
