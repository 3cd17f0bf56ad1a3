//! Letters that read the same become the same: width, case and compatible forms (NFKC), traditional and simplified
//! Chinese. What is indexed and what is searched go through the same fold; [`letters`] folds further, for articles.

pub mod letters;

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The unified ideographs that everybody uses.
const HAN: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// For each of [`HAN`] its simplified form, or itself.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table: Vec<char> = HAN.collect();
    let lines = include_str!("simplified.txt").lines().filter(|line| !line.starts_with('#'));
    for pair in lines.flat_map(str::split_whitespace) {
        let mut pair = pair.chars();
        if let Some((traditional, simplified)) = pair.next().zip(pair.next())
            && let Some(place) = place(traditional)
        {
            table[place] = simplified;
        }
    }
    table
});

fn place(han: char) -> Option<usize> {
    HAN.contains(&han).then(|| han as usize - *HAN.start() as usize)
}

/// Whether the letter is written without spaces between words, or (Korean) with endings that hide the word.
pub fn is_cjk(c: char) -> bool {
    matches!(c,
        '々' | '〆' | '〇' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{3105}'..='\u{312f}'
        | '\u{31a0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{1100}'..='\u{11ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Calls `take` with each folded letter and the place in `text` of the letter that it comes from.
pub fn each(text: &str, mut take: impl FnMut(usize, char)) {
    for (at, c) in text.char_indices() {
        match c {
            '\0'..='\x7f' => take(at, c.to_ascii_lowercase()),
            _ if HAN.contains(&c) => take(at, SIMPLIFIED[c as usize - *HAN.start() as usize]),
            '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | '\u{ac00}'..='\u{d7a3}' | '、' | '。' => take(at, c),
            '\u{ff01}'..='\u{ff5e}' => {
                let narrow = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
                take(at, narrow.to_ascii_lowercase());
            }
            _ => std::iter::once(c).nfkc().flat_map(char::to_lowercase).for_each(|c| {
                take(at, place(c).map_or(c, |place| SIMPLIFIED[place]));
            }),
        }
    }
}

/// Whether letters stand there in parts that make one letter together: accents, half-width voiced kana, jamo.
fn in_parts(text: &str) -> bool {
    let part = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' | '\u{1100}'..='\u{11ff}');
    !text.is_ascii() && text.chars().any(part)
}

/// `text` with its letters put together: [`each`] sees one letter where a reader sees one.
pub fn whole(text: &str) -> std::borrow::Cow<'_, str> {
    if in_parts(text) { text.nfkc().collect::<String>().into() } else { text.into() }
}

/// The folded text, with one space wherever there was white space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each(&whole(text), |_, c| {
        if !c.is_whitespace() {
            folded.push(c);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    });
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_reads_the_same_is_the_same() {
        for (one, other) in [
            ("充值未到賬", "充值未到账"),
            ("提領 後臺", "提领 后台"),
            ("帳戶餘額", "账户余额"),
            ("ＵＳＤＴ　１２３", "usdt 123"),
            ("ﾋﾞｯﾄｺｲﾝ", "ビットコイン"),
            ("がぎ", "か\u{3099}き\u{3099}"),
            ("출금", "\u{110e}\u{116e}\u{11af}\u{1100}\u{1173}\u{11b7}"),
            ("É", "e\u{301}"),
            ("①㎏ ﬁ", "1kg fi"),
            ("a \t\n b", "A\u{3000}B"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing_of_what_is_used(text in "[a-zA-Z0-9 .,:，。、充值賬後臺ビットコﾋﾞ출금Éé１Ａ]{0,60}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn folding_never_panics(text in ".{0,200}") {
            fold(&text);
        }
    }
}
