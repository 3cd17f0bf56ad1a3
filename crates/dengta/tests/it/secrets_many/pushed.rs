//! What is pushed through the doors: made messages in which the guard is certain of every secret.
//!
//! How many secrets the guard recognises is judged in its own crate (`guard/tests/recall.rs`). Here it is about what becomes
//! of those that it does.

use guard::secrets::{Certainty, Kind, scan};
use unicode_normalization::UnicodeNormalization;

use super::made::judge::{certain, counts};
use super::made::rng::Rng;
use super::made::template::Section;
use super::made::{Lang, Maker, Message, Secret, Split};

/// Squeezed bytes by which a secret is looked for when it is long enough to stand nowhere else by chance: sixteen Latin
/// letters and digits, twelve Chinese characters or six Korean syllables in parts.
fn long(value: &[u8]) -> usize {
    if value.is_ascii() { 16 } else { 36 }
}

/// One that is shorter is looked for together with so many squeezed bytes that stand before or behind it.
const AROUND: usize = 12;

/// A message with secrets.
pub struct Pushed {
    /// As it is typed.
    pub text: String,
    /// The secrets in it.
    pub secrets: Vec<Hidden>,
}

/// A secret in a message.
#[derive(Clone)]
pub struct Hidden {
    pub kind: Kind,
    /// What it is looked for by, squeezed.
    pub traces: Vec<Vec<u8>>,
}

/// Messages with `count` certain secrets together; the same each time. Also how many there are by kind and language.
pub fn made(count: usize) -> (Vec<Pushed>, Vec<(Kind, Lang)>) {
    let mut maker = Maker::new(2_024, &Lang::ALL, Split::All);
    let (mut all, mut which) = (Vec::new(), Vec::new());
    while which.len() < count {
        let message = maker.message(Section::Secret);
        let found = certain(&message.text);
        if message.secrets.iter().all(|secret| found.iter().any(|finding| counts(finding, secret, &message))) {
            which.extend(message.secrets.iter().map(|secret| (secret.kind, message.lang)));
            let hidden = |secret: &Secret| Hidden { kind: secret.kind, traces: traces(&message, secret) };
            let secrets = message.secrets.iter().map(hidden).collect();
            all.push(Pushed { text: message.text, secrets });
        }
    }
    (all, which)
}

/// Strings that may be a key or a transaction: no certain secret, and in the clear nowhere all the same.
pub fn undecided(count: usize) -> Vec<Pushed> {
    let mut rng = Rng::new(7);
    let one = |_| {
        let text = rng.hex(32);
        let found = scan(&text);
        assert!(found.iter().all(|finding| finding.certainty == Certainty::Uncertain) && !found.is_empty());
        let hidden = Hidden { kind: Kind::PrivateKey, traces: pieces(text.as_bytes()) };
        Pushed { text, secrets: vec![hidden] }
    };
    (0..count).map(one).collect()
}

/// Bytes without what is written differently from place to place: spaces, punctuation, escapes, the case of Latin letters.
pub fn squeezed(bytes: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut escaped = false;
    for byte in bytes {
        match byte {
            b'\\' => {
                escaped = true;
                continue;
            }
            b'n' | b'r' | b't' if escaped => {}
            b'0'..=b'9' | b'a'..=b'z' | 0x80.. => kept.push(*byte),
            b'A'..=b'Z' => kept.push(byte.to_ascii_lowercase()),
            _ => {}
        }
        escaped = false;
    }
    kept
}

/// As it was typed, and as an index or a table might hold it: in plain letters without what cannot be seen.
fn traces(message: &Message, secret: &Secret) -> Vec<Vec<u8>> {
    let value = message.text[secret.span.clone()].trim_matches(|letter: char| !letter.is_alphanumeric());
    let plain: String = value.nfkc().filter(|letter| letter.is_alphanumeric()).collect();
    let (typed, plain) = (squeezed(value.as_bytes()), squeezed(plain.as_bytes()));
    if typed.len() < long(&typed) {
        return vec![with_neighbours(message, secret)];
    }
    let mut all = pieces(&typed);
    if plain != typed && plain.len() >= long(&plain) {
        all.extend(pieces(&plain));
    }
    all
}

/// Its beginning, its middle and its end: a part that was left standing is found as well.
fn pieces(value: &[u8]) -> Vec<Vec<u8>> {
    let length = long(value);
    let last = value.len() - length;
    [0, last / 2, last].map(|start| value[start..start + length].to_vec()).into()
}

/// A short secret with what stands before it, and where that is too little with what stands behind it.
fn with_neighbours(message: &Message, secret: &Secret) -> Vec<u8> {
    let (text, span) = (message.text.as_bytes(), &secret.span);
    let others = || message.secrets.iter().map(|other| &other.span);
    let from = others().map(|other| other.end).filter(|end| *end <= span.start).max().unwrap_or(0);
    let to = others().map(|other| other.start).filter(|start| *start >= span.end).min().unwrap_or(text.len());
    let value = squeezed(&text[span.clone()]);
    let (mut trace, after) = (squeezed(&text[from..span.start]), squeezed(&text[span.end..to]));
    trace.drain(..trace.len().saturating_sub(AROUND));
    let lacking = AROUND - trace.len();
    trace.extend(value);
    trace.extend(after.iter().take(lacking));
    trace
}
