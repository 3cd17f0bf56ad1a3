//! One way of writing for Han signs.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Traditional signs and the simple ones that are read in their place; as long in bytes, so that places stay.
static HAN: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let signs: Vec<char> = include_str!("../../rules/asking/han.txt").chars().filter(|sign| *sign != '\n').collect();
    let pairs = signs.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|(one, other)| one.len_utf8() == other.len_utf8()).collect()
});

/// A text with one way of writing for Han signs, place by place.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|letter| HAN.get(&letter).copied().unwrap_or(letter)).collect())
}
