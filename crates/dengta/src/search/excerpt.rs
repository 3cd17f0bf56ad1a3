//! The part of a text in which what was looked for stands.

use retrieval::fold;

/// Letters before what was found, and in all.
const BEFORE: usize = 40;
const LENGTH: usize = 160;

/// From the text that has most of `words` (folded): the part around the first of them.
pub fn of(texts: &[String], words: &[String]) -> Option<String> {
    let best = texts
        .iter()
        .filter_map(|text| Seen::of(text, words))
        .reduce(|best, seen| if seen.words > best.words { seen } else { best });
    best.map(|seen| part(&seen.text, seen.at))
}

struct Seen {
    text: String,
    /// How many of the words.
    words: usize,
    /// The first letter of the first.
    at: usize,
}

impl Seen {
    fn of(text: &str, words: &[String]) -> Option<Seen> {
        let text: String = fold::whole(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let (mut folded, mut letters) = (String::with_capacity(text.len()), Vec::new());
        for (number, c) in text.chars().enumerate() {
            fold::each(c.encode_utf8(&mut [0; 4]), |_, c| {
                folded.push(c);
                letters.resize(folded.len(), number);
            });
        }
        let places: Vec<usize> = words.iter().filter_map(|word| folded.find(word.as_str())).collect();
        let at = places.iter().min().and_then(|at| letters.get(*at)).copied()?;
        Some(Seen { text, words: places.len(), at })
    }
}

fn part(text: &str, at: usize) -> String {
    let begin = at.saturating_sub(BEFORE);
    let mut letters = text.chars().skip(begin);
    let part: String = letters.by_ref().take(LENGTH).collect();
    let (before, after) = (if begin > 0 { "…" } else { "" }, if letters.next().is_some() { "…" } else { "" });
    format!("{before}{part}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_around_the_word() {
        let long = format!("{}充值未到賬，请查。{}", "前文。".repeat(40), "后文".repeat(100));
        let part = of(&["x".into(), long], &["充值".into(), "到账".into()]).unwrap();
        assert!(part.starts_with('…') && part.ends_with('…') && part.contains("充值未到賬"), "{part}");
        assert_eq!(part.chars().count(), LENGTH + 2);
        assert_eq!(of(&["ＵＳＤＴ\n sent".into()], &["sent".into()]).as_deref(), Some("ＵＳＤＴ sent"));
        assert_eq!(of(&["a".into()], &["b".into()]), None);
        assert_eq!(of(&[], &["b".into()]), None);
        assert_eq!(
            of(&["one two".into(), "two one three".into()], &["one".into(), "three".into()]).unwrap(),
            "two one three"
        );
    }
}
