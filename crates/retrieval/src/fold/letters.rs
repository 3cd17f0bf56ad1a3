//! The fold of articles and questions: what [`super::each`] folds, and besides hiragana = katakana, long vowel marks gone,
//! accents gone. The tickets' search wants none of these: there a name is looked for as it was written.

use unicode_normalization::UnicodeNormalization;

/// Calls `take` with each folded letter and the place in `text` of the letter that it comes from. `text` should be
/// [`super::whole`].
pub fn each(text: &str, mut take: impl FnMut(usize, char)) {
    let mut after_kana = false;
    super::each(text, |at, c| match c {
        '\0'..='\x7f' => {
            after_kana = false;
            take(at, c);
        }
        '\u{30a1}'..='\u{30f6}' => {
            after_kana = true;
            take(at, hiragana(c));
        }
        '\u{3041}'..='\u{3096}' => {
            after_kana = true;
            take(at, c);
        }
        'ー' | '〜' | '～' if after_kana => {}
        '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => {
            after_kana = false;
            take(at, c);
        }
        // Joiners, direction marks, soft hyphens, variation selectors: nobody sees them.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
        '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}' => {}
        '\u{2018}' | '\u{2019}' => take(at, '\''),
        _ => {
            after_kana = false;
            take(at, base(c));
        }
    });
}

/// Katakana as hiragana.
fn hiragana(c: char) -> char {
    char::from_u32(c as u32 - 0x60).unwrap_or(c)
}

/// A letter without its accents, where a plain one is left.
fn base(c: char) -> char {
    match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => std::iter::once(c).nfd().next().unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    fn fold(text: &str) -> String {
        let mut folded = String::new();
        super::each(&super::super::whole(text), |_, c| folded.push(c));
        folded
    }

    #[test]
    fn what_sounds_the_same_is_the_same() {
        for (one, other) in [
            ("サーバー", "さば"),
            ("ｳｫﾚｯﾄ", "うぉれっと"),
            ("ビットコイン", "びっとこいん"),
            ("naïve Café", "naive cafe"),
            ("cafe\u{301}", "café"),
            ("提\u{200b}现", "提現"),
            ("don’t", "don't"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
    }
}
