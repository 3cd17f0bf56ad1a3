//! How the same thing is written differently: lists of words in many shapes, full width, zero width, quotes.

use unicode_normalization::UnicodeNormalization;

use super::rng::Rng;
use super::{Lang, Piece};

/// What shows nothing and stands between characters all the same.
const UNSEEN: [&str; 5] = ["\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}"];

/// A list of words as it is written: what stands before the secret, the secret from its first word to its last, what closes it.
pub type Written = [String; 3];

/// A list of words in one of the shapes that people give it.
pub fn list(words: &[String], rng: &mut Rng) -> Written {
    let words: Vec<String> = match rng.within(0, 20) {
        0 => words.iter().map(|word| word.to_uppercase()).collect(),
        1 => words.iter().map(|word| capital(word)).collect(),
        2 => words.iter().map(|word| word.nfd().collect()).collect(),
        _ => words.iter().map(|word| word.nfc().collect()).collect(),
    };
    let text = match rng.within(0, 40) {
        0..2 => words.join("  "),
        2..6 => words.join("\n"),
        6..8 => words.chunks(4).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n"),
        8 => words.join(", "),
        9 => words.join(","),
        10 => words.join("、"),
        11..13 => words.join("\u{3000}"),
        13 => words.join(" - "),
        14 => words.join(" / "),
        15 => return ["[\"".to_owned(), words.join("\",\""), "\"]".to_owned()],
        16 => unseen(&words.join(" "), rng),
        17 => wide(&words.join(" ")),
        18..24 => return numbered(&words, rng),
        _ => words.join(" "),
    };
    plain(text)
}

/// A secret with nothing before and after it.
pub fn plain(text: String) -> Written {
    [String::new(), text, String::new()]
}

fn numbered(words: &[String], rng: &mut Rng) -> Written {
    let after = rng.pick(&[". ", ") ", ".", "、", ": ", " "]);
    // A bare number that stands apart by a space only is hard to tell from the word before it; then lines part them.
    let between = if after == " " { "\n" } else { rng.pick(&["\n", " ", "\n", "  ", "\t"]) };
    let before = rng.pick(&["", "", "", "0", "#"]);
    let number = |place: usize| if before == "0" { format!("{place:02}") } else { format!("{before}{place}") };
    let one = |(place, word): (usize, &String)| format!("{}{after}{word}", number(place + 1));
    let all = words.iter().enumerate().map(one).collect::<Vec<_>>().join(between);
    let first = number(1).len() + after.len();
    [all[..first].to_owned(), all[first..].to_owned(), String::new()]
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Printable ASCII in its full-width forms, spaces as ideographic ones.
pub fn wide(text: &str) -> String {
    let wider = |letter: char| match letter {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(letter as u32 + 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    text.chars().map(wider).collect()
}

/// A text with one to four unseen characters inside.
pub fn unseen(text: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<String> = text.chars().map(String::from).collect();
    for _ in 0..rng.within(1, 5) {
        let place = rng.within(1, letters.len().max(2));
        letters.insert(place.min(letters.len()), rng.pick(&UNSEEN).to_owned());
    }
    letters.concat()
}

/// A value of one word: in one case of twelve it is full-width or has unseen characters inside.
pub fn disguise(text: &str, rng: &mut Rng) -> String {
    match rng.within(0, 24) {
        0 => unseen(text, rng),
        1 => wide(text),
        _ => text.to_owned(),
    }
}

/// The whole message as a quotation, with the line ends of another system, or (Korean, Japanese) decomposed.
pub fn disguise_message(pieces: &mut [Piece], lang: Lang, rng: &mut Rng) {
    match rng.within(0, 30) {
        0..2 => {
            let mark = rng.pick(&["> ", ">> ", "| "]);
            pieces.iter_mut().for_each(|piece| *piece.text() = piece.text().replace('\n', &format!("\n{mark}")));
            pieces[0].text().insert_str(0, mark);
        }
        2 => pieces.iter_mut().for_each(|piece| *piece.text() = piece.text().replace('\n', "\r\n")),
        3 if matches!(lang, Lang::Ko | Lang::Ja) => {
            pieces.iter_mut().for_each(|piece| *piece.text() = piece.text().nfd().collect());
        }
        _ => {}
    }
}
