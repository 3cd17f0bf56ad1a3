//! The vectors that the browser's script shares: `vectors/secrets.jsonl`.

use guard::secrets::{Certainty, scan};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vector {
    text: String,
    spans: Vec<Span>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    certain: bool,
}

#[test]
fn vectors() {
    let file = include_str!("../vectors/secrets.jsonl");
    let mut wrong = Vec::new();
    for line in file.lines() {
        let vector: Vector = serde_json::from_str(line).unwrap();
        let points = |bytes: usize| vector.text[..bytes].chars().count();
        let found: Vec<Span> = scan(&vector.text)
            .into_iter()
            .map(|finding| Span {
                start: points(finding.span.start),
                end: points(finding.span.end),
                kind: finding.kind.name().to_owned(),
                certain: finding.certainty == Certainty::Certain,
            })
            .collect();
        if found != vector.spans {
            wrong.push(format!("{:?}\n  wanted {:?}\n  found  {found:?}", vector.text, vector.spans));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), file.lines().count(), wrong.join("\n"));
    assert!(file.lines().count() >= 150);
}

/// The phrases of BIP-39's vectors: Trezor's in English, and for the same entropies in Japanese, decomposed and with ideographic
/// spaces.
#[test]
fn phrases_of_bip39() {
    let file = include_str!("../vectors/bip39.txt");
    assert_eq!(file.lines().count(), 48);
    for phrase in file.lines() {
        let found = scan(phrase);
        assert_eq!(found.len(), 1, "{phrase}");
        assert_eq!((found[0].span.clone(), found[0].kind.name()), (0..phrase.len(), "seed_phrase"), "{phrase}");
        assert_eq!(found[0].certainty, Certainty::Certain, "{phrase}");
    }
}
