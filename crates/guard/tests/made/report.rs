//! The figures: recall and precision by kind and language, F1 by message, false alarms in ordinary messages.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use guard::secrets::{Finding, Kind};

use super::{Lang, Message, Proof, judge};

/// The figures of one kind in one language.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub messages: usize,
    /// Secrets there, and those found, by `Proof`.
    pub there: [usize; 2],
    pub found: [usize; 2],
    pub false_alarms: usize,
}

impl Row {
    pub fn recall(&self, proof: Proof) -> f64 {
        share(self.found[proof as usize], self.there[proof as usize])
    }

    pub fn precision(&self) -> f64 {
        let found: usize = self.found.iter().sum();
        share(found, found + self.false_alarms)
    }
}

/// A part of a whole; nothing out of nothing is everything.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A share for the table; a dash where there was nothing.
fn percent(of: usize, share: f64) -> String {
    if of == 0 { "-".to_owned() } else { format!("{:.2}", 100.0 * share) }
}

/// What went wrong in a message.
#[derive(Clone, Debug)]
pub struct Miss {
    /// A secret that was not found, or else a false alarm.
    pub missed: bool,
    pub kind: Kind,
    pub span: Range<usize>,
    pub message: Message,
}

/// All figures.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub rows: BTreeMap<(Kind, Lang), Row>,
    pub ordinary: usize,
    /// False alarms in ordinary messages.
    pub alarms: BTreeMap<(Kind, Lang), usize>,
    pub misses: Vec<Miss>,
    right: usize,
    wrong: usize,
    overlooked: usize,
}

impl Report {
    /// Judges the certain findings of a message with secrets, or of a hard negative.
    pub fn judge(&mut self, message: &Message, found: &[Finding]) {
        let mut faults = Vec::new();
        let mut kinds: Vec<Kind> = message.secrets.iter().map(|secret| secret.kind).collect();
        kinds.sort();
        kinds.dedup();
        for kind in kinds {
            self.row(kind, message.lang).messages += 1;
        }
        for secret in &message.secrets {
            let hit = found.iter().any(|finding| judge::counts(finding, secret, message));
            let row = self.row(secret.kind, message.lang);
            row.there[secret.proof as usize] += 1;
            row.found[secret.proof as usize] += usize::from(hit);
            if !hit {
                faults.push((true, secret.kind, secret.span.clone()));
            }
        }
        for finding in found.iter().filter(|finding| judge::is_false(finding, message)) {
            self.row(finding.kind, message.lang).false_alarms += 1;
            faults.push((false, finding.kind, finding.span.clone()));
        }
        let missed = faults.iter().any(|(missed, ..)| *missed);
        self.right += usize::from(!message.secrets.is_empty() && !missed);
        self.overlooked += usize::from(missed);
        self.wrong += usize::from(message.secrets.is_empty() && !faults.is_empty());
        self.misses.extend(faults.into_iter().map(|(missed, kind, span)| {
            let message = message.clone();
            Miss { missed, kind, span, message }
        }));
    }

    /// Counts the certain findings of an ordinary message: each is a false alarm.
    pub fn judge_ordinary(&mut self, message: &Message, found: &[Finding]) {
        self.ordinary += 1;
        for finding in found {
            *self.alarms.entry((finding.kind, message.lang)).or_default() += 1;
            let message = message.clone();
            self.misses.push(Miss { missed: false, kind: finding.kind, span: finding.span.clone(), message });
        }
    }

    fn row(&mut self, kind: Kind, lang: Lang) -> &mut Row {
        self.rows.entry((kind, lang)).or_default()
    }

    /// F1 by message: a message with secrets counts when each is found, one without when it raises an alarm.
    pub fn f1(&self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.overlooked)
    }

    /// The table that the example prints.
    pub fn table(&self) -> String {
        let mut out = String::from("kind           lang  messages  itself recall   words recall   false precision\n");
        for ((kind, lang), row) in &self.rows {
            let _ = writeln!(
                out,
                "{:14} {:4} {:9} {:7} {:>6} {:7} {:>6} {:7} {:>9}",
                kind.name(),
                lang.name(),
                row.messages,
                row.there[0],
                percent(row.there[0], row.recall(Proof::Itself)),
                row.there[1],
                percent(row.there[1], row.recall(Proof::Words)),
                row.false_alarms,
                percent(row.messages, row.precision()),
            );
        }
        let alarms: usize = self.alarms.values().sum();
        let rate = 100_000.0 * share(alarms, self.ordinary.max(1));
        let _ = writeln!(out, "F1 by message {:.4}", self.f1());
        let _ = writeln!(out, "ordinary messages {}, false alarms {alarms}, per 100,000: {rate:.1}", self.ordinary);
        for ((kind, lang), count) in &self.alarms {
            let _ = writeln!(out, "  {} {} {count}", kind.name(), lang.name());
        }
        out
    }
}
