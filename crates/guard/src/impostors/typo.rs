//! Typing errors: what differs from a name by one slip of a finger or of a bit.

/// How a word differs from a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// A letter twice.
    Doubled,
    /// Two neighbours, or two vowels around a letter, the other way round.
    Swapped,
    /// A letter for its neighbour on the keyboard, another vowel, or one that differs by a bit.
    Near,
    /// Another letter for one.
    Other,
    /// Another letter for the first one, which is not beside it on the keyboard: mostly another word.
    First,
    /// A letter too much.
    Added,
    /// A letter too few.
    Missing,
}

const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// The slip between `name` and `word`, if it is one and no more.
pub(crate) fn slip(name: &str, word: &str) -> Option<Slip> {
    let (name, word): (&[u8], &[u8]) = (name.as_bytes(), word.as_bytes());
    if name == word || name.len().abs_diff(word.len()) > 1 || !name.is_ascii() || !word.is_ascii() {
        return None;
    }
    let head = name.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (rest, other) = (&name[head..], &word[head..]);
    let tail = |a: &[u8], b: &[u8]| a == b;
    if name.len() == word.len() {
        let ([a, rest @ ..], [b, other @ ..]) = (rest, other) else { return None };
        if tail(rest, other) {
            return Some(match near(*a, *b) {
                true if head > 0 || beside(*a, *b) => Slip::Near,
                _ if head == 0 => Slip::First,
                _ => Slip::Other,
            });
        }
        let swapped = rest.first() == Some(b) && other.first() == Some(a) && tail(&rest[1..], &other[1..]);
        let vowels = vowel(*a)
            && vowel(*b)
            && rest.get(1) == Some(b)
            && other.get(1) == Some(a)
            && rest.first() == other.first()
            && tail(&rest[2..], &other[2..]);
        return (swapped || vowels).then_some(Slip::Swapped);
    }
    if name.len() < word.len() {
        let doubled = head > 0 && word[head] == word[head - 1];
        return tail(rest, &other[1..]).then_some(if doubled { Slip::Doubled } else { Slip::Added });
    }
    tail(&rest[1..], other).then_some(Slip::Missing)
}

fn vowel(letter: u8) -> bool {
    b"aeiouy".contains(&letter)
}

/// Whether a finger or a bit makes one of the other.
fn near(a: u8, b: u8) -> bool {
    let flipped = (a ^ b).count_ones() == 1 && b.is_ascii_lowercase();
    let sounds = vowel(a) && vowel(b) || matches!((a, b), (b'c', b'k') | (b'k', b'c') | (b's', b'z') | (b'z', b's'));
    flipped || sounds || beside(a, b)
}

/// Whether two letters are neighbours on the keyboard.
fn beside(a: u8, b: u8) -> bool {
    let place = |letter: u8| {
        let row = ROWS.iter().position(|row| row.as_bytes().contains(&letter))?;
        Some((row, ROWS[row].bytes().position(|other| other == letter)?))
    };
    place(a).zip(place(b)).is_some_and(|((row, at), (other, there))| match row.abs_diff(other) {
        0 => at.abs_diff(there) == 1,
        // Each row is moved to the right by half a key.
        1 => {
            if row < other {
                at == there || at == there + 1
            } else {
                at == there || there == at + 1
            }
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_more() {
        for (word, wanted) in [
            ("binance", None),
            ("binnance", Some(Slip::Doubled)),
            ("bniance", Some(Slip::Swapped)),
            ("binamce", Some(Slip::Near)),
            ("bimance", Some(Slip::Near)),
            ("finance", Some(Slip::First)),
            ("pinance", Some(Slip::First)),
            ("vinance", Some(Slip::Near)),
            ("banince", Some(Slip::Swapped)),
            ("binanxe", Some(Slip::Near)),
            ("binancce", Some(Slip::Doubled)),
            ("binanace", Some(Slip::Added)),
            ("bnance", Some(Slip::Missing)),
            ("binanc", Some(Slip::Missing)),
            ("bnnance", Some(Slip::Other)),
            ("bnanc", None),
        ] {
            assert_eq!(slip("binance", word), wanted, "{word}");
        }
    }
}
