//! Signs of emphasis in scripts without spaces. CommonMark takes `**` behind punctuation and before a letter for an opening
//! sign, so that `**重要：**请` has none that closes. A comment between them, which is drawn as nothing, parts the two.

use std::borrow::Cow;

/// What parts a sign from a letter.
pub const APART: &str = "<!---->";

/// `text` with [`APART`] wherever a run of `*` stands between punctuation and a letter of such a script.
pub fn spaced(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains('*') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(at) = rest.find('*') {
        let (before, from) = rest.split_at(at);
        out += before;
        let run = from.len() - from.trim_start_matches('*').len();
        let (signs, after) = from.split_at(run);
        let (left, right) = (before.chars().next_back(), after.chars().next());
        let (opens, closes) = (is_letter(left) && is_sign(right), is_sign(left) && is_letter(right));
        out += if opens { APART } else { "" };
        out += signs;
        out += if closes { APART } else { "" };
        rest = after;
    }
    out += rest;
    out.into()
}

/// A letter of a script without spaces, or Korean, whose endings follow at once.
fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_ascii() && c.is_alphanumeric())
}

fn is_sign(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace() && c != '\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_it_is_needed() {
        assert_eq!(spaced("**重要：**请"), "**重要：**<!---->请");
        assert_eq!(spaced("必填**“备注”**"), "必填<!---->**“备注”**");
        assert_eq!(spaced("**重要**请"), "**重要**请");
        assert_eq!(spaced("* 充值\n* 提现"), "* 充值\n* 提现");
        assert_eq!(spaced("**a:**b"), "**a:**b");
    }
}
