//! Judges findings against what is known to be in a message.
//!
//! A secret counts as found when one certain finding has its kind and covers it; quotation marks, punctuation, spaces and unseen
//! characters at its ends may be left out. A finding that takes more than sixteen letters or digits of what is no secret is too
//! wide to count. A certain finding that counts for nothing and is not about a neutral part is a false alarm.

use std::ops::Range;

use guard::secrets::{Certainty, Finding, scan};

use super::report::Report;
use super::template::Section;
use super::{Lang, Maker, Message, Secret, Split, prose};

/// Letters and digits beside a secret that a finding may take with it.
const TOO_WIDE: usize = 16;

/// How much is judged.
#[derive(Clone, Debug)]
pub struct Job {
    /// Messages with secrets; as many hard negatives are judged.
    pub secrets: usize,
    /// Ordinary messages; as many windows of real prose are judged where there is some.
    pub ordinary: usize,
    pub langs: Vec<Lang>,
    pub seed: u64,
    pub split: Split,
}

/// Makes messages and judges what `scan` finds in them.
pub fn run(job: &Job) -> Report {
    let mut maker = Maker::new(job.seed, &job.langs, job.split);
    let mut report = Report::default();
    for section in [Section::Secret, Section::Safe].into_iter().cycle().take(job.secrets * 2) {
        let message = maker.message(section);
        report.judge(&message, &certain(&message.text));
    }
    for _ in 0..job.ordinary {
        let message = maker.message(Section::Chat);
        report.judge_ordinary(&message, &certain(&message.text));
    }
    for message in prose::windows(job.seed, &job.langs, job.ordinary) {
        report.judge_ordinary(&message, &certain(&message.text));
    }
    report
}

/// The certain findings of a text.
pub fn certain(text: &str) -> Vec<Finding> {
    let mut found = scan(text);
    found.retain(|finding| finding.certainty == Certainty::Certain);
    found
}

/// Whether a finding counts for a secret.
pub fn counts(finding: &Finding, secret: &Secret, message: &Message) -> bool {
    (finding.kind == secret.kind || Some(finding.kind) == secret.also)
        && covers(&finding.span, &secret.span, &message.text)
        && strange(&finding.span, message) <= TOO_WIDE
}

fn covers(finding: &Range<usize>, secret: &Range<usize>, text: &str) -> bool {
    let bare = |letter: char| !letter.is_alphanumeric();
    let inside = &text[secret.clone()];
    let start = secret.end - inside.trim_start_matches(bare).len();
    let end = secret.start + inside.trim_end_matches(bare).len();
    finding.start <= start && end <= finding.end
}

/// Letters and digits of a finding that belong to no secret.
fn strange(finding: &Range<usize>, message: &Message) -> usize {
    let known = |at: usize| {
        message.secrets.iter().any(|secret| secret.span.contains(&at))
            || message.neutral.iter().any(|n| n.contains(&at))
    };
    let letters = message.text[finding.clone()].char_indices().filter(|(_, letter)| letter.is_alphanumeric());
    letters.filter(|(at, _)| !known(finding.start + at)).count()
}

fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether a certain finding is a false alarm.
pub fn is_false(finding: &Finding, message: &Message) -> bool {
    let counted = message.secrets.iter().any(|secret| counts(finding, secret, message));
    let neutral = message.neutral.iter().any(|span| touches(span, &finding.span));
    !counted && !neutral
}
