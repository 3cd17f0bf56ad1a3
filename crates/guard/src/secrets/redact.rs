//! Puts marks where secrets were.

use super::Finding;

/// The text with each finding replaced by what `mark` says. The findings are those of [`super::scan`] for this text: in order,
/// not overlapping; one that does not fit the text is left out together with everything from its start on, so that a mistake
/// never keeps a secret.
pub fn redact(text: &str, findings: &[Finding], mark: impl Fn(&Finding) -> String) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    for finding in findings {
        let Some(before) = text.get(at..finding.span.start).filter(|_| text.is_char_boundary(finding.span.end)) else {
            return clean;
        };
        clean.push_str(before);
        clean.push_str(&mark(finding));
        at = finding.span.end;
    }
    clean.push_str(&text[at..]);
    clean
}

#[cfg(test)]
mod tests {
    use super::super::{Certainty, Kind};
    use super::*;

    fn finding(span: std::ops::Range<usize>) -> Finding {
        Finding { span, kind: Kind::Password, certainty: Certainty::Certain }
    }

    #[test]
    fn secrets_become_marks() {
        let mark = |finding: &Finding| format!("[{}]", finding.kind.name());
        assert_eq!(redact("a hunter2 b", &[finding(2..9)], mark), "a [password] b");
        assert_eq!(redact("密码", &[finding(1..6)], mark), "");
        assert_eq!(redact("abc", &[finding(1..9)], mark), "");
        assert_eq!(redact("abc", &[], mark), "abc");
    }
}
