//! Agents by the number that customers see.

use store::{Error, Tx, params};

use super::{Part, PartKind, Verdict};

/// Digits of a number: they are given out from 0001 on.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=6;
/// Characters of a line that names an agent: a longer text is a message.
const LINE: usize = 80;
/// What stands before an agent's number, in small letters: as the case page writes it, and shorter.
const BEFORE: [&str; 14] = [
    "agent",
    "agent no",
    "agent number",
    "#",
    "客服",
    "客服编号",
    "编号",
    "工号",
    "客服編號",
    "編號",
    "상담원",
    "번호",
    "担当者番号",
    "担当者",
];

/// A line that names an agent.
#[derive(Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// The number.
    pub number: &'a str,
    /// Whether the line says that it is an agent's. Else it is nothing but digits.
    pub said: bool,
}

/// The agent that a line names: `0102`, `#0102`, `Mina, agent 0102`, `沈薇，客服编号 0102`.
#[must_use]
pub fn named(line: &str) -> Option<Named<'_>> {
    let line = line.trim();
    let start = line.find(|letter: char| letter.is_ascii_digit())?;
    let (before, rest) = line.split_at(start);
    let length = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    let (number, after) = rest.split_at(length);
    let closed = after.chars().all(|letter| ")）]」. ".contains(letter));
    if !DIGITS.contains(&number.len()) || !closed || line.chars().count() > LINE {
        return None;
    }
    let before = before.trim_end_matches([' ', ':', '：', '.', '№', '(', '（']).to_lowercase();
    let said = BEFORE.iter().any(|word| before.ends_with(word));
    (said || before.is_empty()).then_some(Named { number, said })
}

/// What an agent who works here is called.
pub fn called(tx: &mut Tx<'_>, number: &str) -> Result<Option<String>, Error> {
    const FIND: &str = "SELECT name FROM agent WHERE number = $1 AND state = 'active'";
    Ok(tx.first(FIND, params![number], |row| row.opt::<String>(0))?.flatten())
}

/// What came of it; nothing for digits of which no agent's number came.
pub(super) fn answer(line: &str, named: &Named<'_>, name: Option<String>) -> Option<Part> {
    if name.is_none() && !named.said && named.number.len() > *DIGITS.start() {
        return None;
    }
    let verdict = if name.is_some() { Verdict::Official } else { Verdict::NotOurs };
    let text = guard::visible::visible(line.trim()).into_owned();
    Some(Part { text, kind: PartKind::Agent, verdict, reason: None, agent: name, message: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_name_an_agent() {
        for (line, said) in [
            ("0102", false),
            (" #0102 ", true),
            ("Mina 민아, agent 0102", true),
            ("沈薇，客服编号 0102", true),
            ("沈薇，客服編號：0102", true),
            ("김하늘 (상담원 번호 0102)", true),
            ("山田（担当者番号 0102）", true),
            ("Agent No. 0102", true),
        ] {
            assert_eq!(named(line), Some(Named { number: "0102", said }), "{line}");
        }
        for other in
            ["", "agent", "102", "01021234", "+82 2 1234 5678", "0102 sent me to you", "room 0102", "0102@x.org"]
        {
            assert_eq!(named(other), None, "{other}");
        }
    }
}
