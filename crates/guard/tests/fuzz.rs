//! Messages that nobody would write: made ones, mutated, and what must be true of every text.
//!
//! A fixed number of cases, about two seconds of them; `DENGTA_FUZZ_SECONDS=600` goes on for so long with other seeds. A
//! failure names its seed: `DENGTA_FUZZ_SEED` runs the cases from there.

#[allow(dead_code, reason = "the example uses other parts of it")]
mod made;

use std::ops::Range;
use std::time::{Duration, Instant};

use guard::secrets::{Certainty, scan};
use made::judge::certain;
use made::rng::Rng;
use made::template::Section;
use made::values::{Value, make};
use made::{Lang, Maker, Split};

/// Cases of one seed: each seed makes its messages anew.
const CASES: usize = 100;
const SEEDS: u64 = 30;

/// Characters that break what counts bytes, columns or words.
#[rustfmt::skip]
const TRICKS: [&str; 24] = [
    "\u{200b}", "\u{200d}", "\u{202e}", "\u{2066}", "\u{2069}", "\u{feff}", "\u{301}", "\u{20dd}", "\u{fe0f}", "\u{d7ff}",
    "\u{e000}", "\u{fffd}", "\u{fffe}", "\u{10ffff}", "\u{1f469}\u{200d}\u{1f4bb}", "\u{0}", "\u{85}", "\u{2028}", "\u{3000}",
    "\u{1100}\u{1161}\u{11a8}", "İ", "ß", "ﷺ", "Ⅷ",
];
/// Beginnings of secrets that go on otherwise.
#[rustfmt::skip]
const STARTS: [&str; 16] = [
    "-----BEGIN PRIVATE KEY-----", "{\"crypto\":{", "otpauth://totp/", "eyJhbGciOi", "[1,2,", "abandon ", "的 ", "password: ",
    "密码", "비밀번호 ", "パスワード", "私钥:", "4111 1111 ", "1. ", "> > > ", "AKIA",
];
/// What proves itself and stands in one word.
const PROVEN: [&str; 9] = ["wif", "xprv", "bip38", "sol", "stellar", "xrp", "jwt", "github", "telegram"];
/// What a secret is replaced with here: no letter, no digit.
const MARK: &str = "███";

/// A place in a text where a character begins.
fn place(text: &str, rng: &mut Rng) -> usize {
    let at = rng.within(0, text.len() + 1);
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// A part of a text.
fn part(text: &str, rng: &mut Rng) -> Range<usize> {
    let (a, b) = (place(text, rng), place(text, rng));
    a.min(b)..a.max(b)
}

fn mutate(text: &mut String, other: &str, rng: &mut Rng) {
    let at = place(text, rng);
    match rng.within(0, 8) {
        0 => text.truncate(at),
        1 => text.insert_str(at, &other[part(other, rng)]),
        2 => text.insert_str(at, &rng.pick(&TRICKS).repeat(rng.within(1, 400))),
        3 => text.insert_str(at, &rng.pick(&STARTS).repeat(rng.within(1, 200))),
        4 => {
            let again = text[part(text, rng)].repeat(rng.within(1, 4));
            text.insert_str(at, &again);
        }
        5 => drop(text.drain(part(text, rng))),
        6 => *text = text.replace(' ', rng.pick(&TRICKS)),
        _ => {
            for _ in 0..rng.within(1, 12) {
                text.insert_str(place(text, rng), rng.pick(&TRICKS));
            }
        }
    }
}

/// Spans lie in the text, on its characters, in order and apart.
fn spans_are_sound(text: &str) {
    let mut end = 0;
    for finding in scan(text) {
        let span = finding.span;
        assert!(end <= span.start && span.start < span.end, "{span:?} after {end} in {text:?}");
        assert!(text.get(span.clone()).is_some(), "{span:?} does not cut {text:?}");
        end = span.end;
    }
}

fn redacted(text: &str) -> String {
    let mut out = text.to_owned();
    for finding in scan(text).into_iter().rev().filter(|finding| finding.certainty == Certainty::Certain) {
        out.replace_range(finding.span, MARK);
    }
    out
}

/// What was removed is not found a second time: no certain finding is nothing but marks. A longer one may take a mark in: where
/// a phrase was taken out of a row too long for a password, what is left may be one.
fn marks_are_no_secrets(text: &str) {
    let once = redacted(text);
    for finding in certain(&once) {
        let value = &once[finding.span.clone()];
        let own = !value.contains('█') || value.chars().any(char::is_alphanumeric);
        assert!(own, "{:?} in {once:?}, from {text:?}", finding.kind);
    }
}

/// A proven secret with spaces around it is found in any text.
fn a_proven_secret_is_found(text: &str, rng: &mut Rng) {
    let name = rng.pick(&PROVEN);
    let values = make(name, "", Lang::En, rng);
    let Some(Value::Secret(secret)) = values.into_iter().next() else { panic!("{name} is no secret") };
    let at = place(text, rng);
    let with = format!("{} {} {}", &text[..at], secret.text, &text[at..]);
    let span = at + 1..at + 1 + secret.text.len();
    let covered = certain(&with).iter().any(|found| found.span.start <= span.start && span.end <= found.span.end);
    assert!(covered, "{name} {:?} is not found in {with:?}", secret.text);
}

fn cases(seed: u64) {
    println!("DENGTA_FUZZ_SEED={seed}");
    let mut rng = Rng::new(seed);
    let mut maker = Maker::new(seed, &Lang::ALL, Split::All);
    let mut other = maker.message(Section::Secret).text;
    for _ in 0..CASES {
        let section = if rng.chance(70) { Section::Secret } else { Section::Safe };
        let mut text = maker.message(section).text;
        let message = text.clone();
        for _ in 0..rng.within(1, 5) {
            mutate(&mut text, &other, &mut rng);
        }
        spans_are_sound(&text);
        marks_are_no_secrets(&text);
        a_proven_secret_is_found(&text, &mut rng);
        other = message;
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how long to go on is asked in seconds")]
fn every_text_is_met() {
    let first = number("DENGTA_FUZZ_SEED").unwrap_or(1);
    (first..first + SEEDS).for_each(cases);
    let (start, long) = (Instant::now(), Duration::from_secs(number("DENGTA_FUZZ_SECONDS").unwrap_or(0)));
    (first + SEEDS..).take_while(|_| start.elapsed() < long).for_each(cases);
}

#[test]
fn a_removed_secret_leaves_none_behind() {
    let mut maker = Maker::new(9, &Lang::ALL, Split::All);
    let left: Vec<String> = (0..1000)
        .map(|_| redacted(&maker.message(Section::Secret).text))
        .filter(|text| !certain(text).is_empty())
        .collect();
    assert!(left.len() <= 10, "{} of 1000, like {:?}", left.len(), left.first());
}
