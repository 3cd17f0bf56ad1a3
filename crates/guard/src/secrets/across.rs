//! Secrets over several messages: a question and its answer, a name and then the key, a phrase in halves.

use super::{Certainty, Finding, Kind, scan};

/// So many messages before are looked at.
pub const MOST_BEFORE: usize = 6;
/// So much of each, its end, in bytes.
const TAIL: usize = 2_000;

/// What is found in a message when those before it are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Across {
    /// In the message itself.
    pub here: Vec<Finding>,
    /// In earlier ones, by their place in the list, what only now proves to be a secret.
    pub earlier: Vec<(usize, Finding)>,
}

/// Looks at a message after others of the same ticket, the oldest first. Only the last [`MOST_BEFORE`] count, and of these
/// the last 2,000 bytes. Spans are those of the single messages.
#[must_use]
pub fn scan_after(before: &[&str], text: &str) -> Across {
    let first = before.len().saturating_sub(MOST_BEFORE);
    let mut joined = String::new();
    // Where the pieces stand in the joined text, and from where on each of them was taken.
    let mut pieces = Vec::new();
    for (number, message) in before.iter().enumerate().skip(first) {
        let from = super::labels::ceil(message, message.len().saturating_sub(TAIL));
        let tail = message[from..].trim_end();
        pieces.push((number, joined.len()..joined.len() + tail.len(), from));
        joined.push_str(tail);
        joined.push('\n');
    }
    let start = joined.len();
    joined.push_str(text);
    // What stood before may show that something uncertain is public: only what is certain by itself stays.
    let mut across = Across { here: scan(text), earlier: Vec::new() };
    across.here.retain(|finding| finding.certainty == Certainty::Certain);
    for finding in scan(&joined) {
        if finding.span.end > start {
            let from = finding.span.start.max(start) - start;
            across.here.push(Finding { span: from..finding.span.end - start, ..finding.clone() });
        }
        for (number, piece, from) in &pieces {
            let (begin, end) = (finding.span.start.max(piece.start), finding.span.end.min(piece.end));
            if begin < end {
                let span = begin - piece.start + from..end - piece.start + from;
                across.earlier.push((*number, Finding { span, ..finding.clone() }));
            }
        }
    }
    let texts: Vec<&str> = pieces.iter().map(|(_, piece, _)| &joined[piece.clone()]).chain([text]).collect();
    for (place, span) in super::phrases::in_parts(&texts) {
        let finding = |span| Finding { span, kind: Kind::SeedPhrase, certainty: Certainty::Certain };
        match pieces.get(place) {
            Some((number, _, from)) => across.earlier.push((*number, finding(span.start + from..span.end + from))),
            None => across.here.push(finding(span)),
        }
    }
    across.here = super::scan::settled(std::mem::take(&mut across.here));
    for (number, _, _) in &pieces {
        if !across.earlier.iter().any(|(other, _)| other == number) {
            continue;
        }
        let alone = scan(before[*number]);
        let known = |finding: &Finding| {
            alone.iter().any(|old| {
                old.span.start <= finding.span.start
                    && old.span.end >= finding.span.end
                    && old.certainty >= finding.certainty
            })
        };
        across.earlier.retain(|(other, finding)| other != number || !known(finding));
    }
    let mut earlier: Vec<(usize, Finding)> = Vec::new();
    for number in 0..before.len() {
        let of_one = across.earlier.iter().filter(|(other, _)| *other == number).map(|(_, finding)| finding.clone());
        earlier.extend(super::scan::settled(of_one.collect()).into_iter().map(|finding| (number, finding)));
    }
    across.earlier = earlier;
    across
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    fn here(before: &[&str], text: &str) -> Vec<(&'static str, String)> {
        let across = scan_after(before, text);
        across.here.iter().map(|finding| (finding.kind.name(), text[finding.span.clone()].to_owned())).collect()
    }

    #[test]
    fn answers_to_questions() {
        for (question, answer) in [
            ("What is your 2FA code?", "482913"),
            ("请把您收到的验证码发给我", "482913"),
            ("인증번호가 어떻게 되나요?", "482913"),
            ("届いた認証コードを教えてください。", "482913"),
        ] {
            assert_eq!(here(&[question], answer), [("otp_code", answer.to_owned())], "{question}");
            assert_eq!(here(&[], answer), []);
        }
        assert_eq!(here(&["What is your order number?"], "482913"), []);
        assert_eq!(
            here(&["what is the password for this account?"], "hunter22"),
            [("password", "hunter22".to_owned())]
        );
    }

    #[test]
    fn a_name_and_then_the_key() {
        let key = "e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262";
        assert_eq!(here(&["my private key is"], key), [("private_key", key.to_owned())]);
        assert_eq!(here(&["交易哈希是"], key), []);
        assert_eq!(scan_after(&["交易哈希是"], key).earlier, []);
    }

    #[test]
    fn a_phrase_in_halves() {
        let (first, second) = PHRASE.split_at(36);
        let across =
            scan_after(&["ok", &format!("first six: {}", first.trim())], &format!("and then {}", second.trim()));
        assert_eq!(across.here.len(), 1, "{across:?}");
        assert_eq!(across.earlier.len(), 1);
        assert_eq!(across.earlier[0].0, 1);
        assert_eq!(scan_after(&["my words follow"], "thank you very much for the quick answer"), Across::default());
    }

    #[test]
    fn what_was_known_is_not_told_again() {
        let across = scan_after(&["password: hunter2"], "does it work?");
        assert_eq!(across, Across::default());
    }
}
