//! Looks for traces of secrets in dumps.

use aho_corasick::AhoCorasick;

use super::pushed::{Pushed, squeezed};

/// Something that the desk wrote down.
pub struct Dump {
    /// What it is of.
    pub name: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What must be in it: a dump that reads nothing finds nothing.
    pub marker: Vec<u8>,
}

/// All traces of all secrets.
pub struct Traces<'p> {
    automaton: AhoCorasick,
    /// Of each trace: the message it was in, and its kind.
    whose: Vec<(&'p str, &'static str)>,
}

impl<'p> Traces<'p> {
    pub fn of(pushed: &'p [Pushed]) -> Traces<'p> {
        let (mut traces, mut whose) = (Vec::new(), Vec::new());
        for (text, secret) in pushed.iter().flat_map(|it| it.secrets.iter().map(|secret| (it.text.as_str(), secret))) {
            traces.extend(secret.traces.iter().map(Vec::as_slice));
            whose.resize(traces.len(), (text, secret.kind.name()));
        }
        Traces { automaton: AhoCorasick::new(traces).unwrap(), whose }
    }

    /// Where any secret is: the dump, its kind, what was found and what stands around it, the message.
    pub fn within(&self, dump: &Dump) -> Vec<String> {
        let bytes = squeezed(&dump.bytes);
        let told = |found: aho_corasick::Match| {
            let around = &bytes[found.start().saturating_sub(80)..(found.end() + 40).min(bytes.len())];
            let (text, kind) = self.whose[found.pattern()];
            let (around, trace) = (String::from_utf8_lossy(around), String::from_utf8_lossy(&bytes[found.range()]));
            format!("{}: {kind} {trace:?} in {around:?}, typed as {text:?}", dump.name)
        };
        self.automaton.find_overlapping_iter(&bytes).map(told).collect()
    }
}
