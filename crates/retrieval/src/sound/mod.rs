//! Letters that sound alike, per language: what a typing error through an input method confuses. A sound is a number; equal
//! numbers sound alike. Chinese: the syllable of pinyin without tones, with the usual confusions (zh = z, -ng = -n).
//! Korean: the syllable without its last consonant, with vowels and consonants that are confused made one. Japanese: kana
//! without voicing marks, small as big ones.

pub(crate) mod hangul;
pub(crate) mod kana;
pub(crate) mod pinyin;

use crate::lang::Family;
use crate::symbols::{self, Symbol};

/// Something that is said; [`NONE`] is never equal to anything.
pub(crate) type Sound = u32;

pub(crate) const NONE: Sound = 0;

/// How a letter sounds.
pub(crate) fn of(family: Family, symbol: Symbol) -> Sound {
    let Some(letter) = symbols::letter(symbol) else { return NONE };
    match (family, letter) {
        (Family::Chinese, '\u{4e00}'..='\u{9fff}') => pinyin::of(letter),
        (Family::Korean, '\u{ac00}'..='\u{d7a3}') => hangul::sound(letter),
        (Family::Japanese, '\u{3041}'..='\u{3096}') => kana::sound(letter),
        _ => NONE,
    }
}
