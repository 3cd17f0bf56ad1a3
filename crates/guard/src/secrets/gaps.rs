//! What stands between a name and its value: a colon, a copula, a particle, quotes, short remarks.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::rules;

/// How firmly the name is bound to what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    /// They stand side by side.
    Bare,
    /// "is", "是", "は", "는".
    Copula,
    /// A colon, an equals sign, an arrow, a line of its own.
    Mark,
}

/// The way from a name to its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    /// Where the value begins.
    pub at: usize,
    pub link: Link,
    /// The quotation mark that the value stands in.
    pub quote: Option<char>,
    /// `name=value` without spaces: the value ends at `&`.
    pub assigned: bool,
}

/// So many pieces are gone over at most.
const MOST_STEPS: usize = 14;
/// A remark between a name and its copula is no longer, in bytes.
const LONGEST_REMARK: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Mark,
    Copula,
    Filler,
    Between,
    Own,
}

type Terms = HashMap<char, Vec<(String, Role)>>;

static FORWARD: LazyLock<Terms> = LazyLock::new(|| {
    let mut terms = Terms::new();
    for term in rules::terms(rules::CONNECTORS) {
        let role = match term.section {
            "mark" => Role::Mark,
            "copula" => Role::Copula,
            "filler" => Role::Filler,
            "between" => Role::Between,
            _ => continue,
        };
        let Some(first) = term.text.chars().next() else { continue };
        terms.entry(first).or_default().push((term.text, role));
    }
    terms.values_mut().for_each(|alike| alike.sort_by_key(|(text, _)| std::cmp::Reverse(text.len())));
    terms
});

/// By their last letters, for the way back.
static BACKWARD: LazyLock<Terms> = LazyLock::new(|| {
    let mut terms = Terms::new();
    for term in rules::terms(rules::CONNECTORS).into_iter().filter(|term| term.section == "own") {
        let Some(last) = term.text.chars().last() else { continue };
        terms.entry(last).or_default().push((term.text, Role::Own));
    }
    terms.values_mut().for_each(|alike| alike.sort_by_key(|(text, _)| std::cmp::Reverse(text.len())));
    terms
});

fn opens(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '「'
            | '『'
            | '【'
            | '（'
            | '('
            | '['
            | '{'
            | '《'
            | '<'
            | '«'
            | '〈'
            | '〔'
    )
}

/// What closes a quotation.
pub(crate) fn closing(open: char) -> char {
    match open {
        '“' | '”' => '”',
        '‘' | '’' => '’',
        '「' => '」',
        '『' => '』',
        '【' => '】',
        '（' => '）',
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '《' => '》',
        '<' => '>',
        '«' => '»',
        '〈' => '〉',
        '〔' => '〕',
        other => other,
    }
}

/// Goes on from the end of a name to where its value begins.
pub(crate) fn after(text: &str, from: usize) -> Gap {
    let mut gap = Gap { at: from, link: Link::Bare, quote: None, assigned: false };
    let mut lines = 0;
    let mut comma = false;
    for _ in 0..MOST_STEPS {
        super::scan::step(1);
        let rest = &text[gap.at..];
        let Some(c) = rest.chars().next() else { break };
        let mut step = c.len_utf8();
        match c {
            ' ' | '\t' | '\r' | '\u{3000}' => {
                step = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\u{3000}']).len()
            }
            '\\' if rest.starts_with("\\n") || rest.starts_with("\\\"") => step = 2,
            '\n' if lines < 2 => {
                lines += 1;
                gap.link = gap.link.max(Link::Copula);
            }
            '>' if lines > 0 => {}
            '?' | '？' if lines == 0 && rest[step..].trim_start_matches([' ', '\r']).starts_with('\n') => {
                gap.link = Link::Mark
            }
            ':' | '：' | '→' | '⇒' | '︰' | '➡' | '👉' => gap.link = Link::Mark,
            '=' | '＝' => {
                gap.assigned = gap.at == from;
                gap.link = Link::Mark;
            }
            '-' if rest[1..].starts_with(|next: char| next.is_ascii_digit()) => break,
            '-' if rest.starts_with("->") || rest.starts_with("-->") => gap.link = Link::Mark,
            '-' | '–' | '—' | '|' | '/' | '>' | '~' | '*' | '_' | '…' | '·' | '•' | ']' | '}' | '」' | '』' | '】'
            | '）' | ')' => {}
            ',' | '，' | '、' if !comma => comma = true,
            '(' | '（' if let Some(length) = aside(rest, c) => step = length,
            '\'' | '’' if rest[step..].starts_with("s ") && gap.at == from => {
                // "the password's …".
                step += 1;
                gap.link = gap.link.max(Link::Copula);
            }
            c if opens(c) => gap.quote = Some(c),
            _ => {
                let Some((length, role)) = term(rest) else { break };
                match role {
                    // Quoted behind "is": "my dog" is no remark any more.
                    Role::Filler | Role::Between if gap.quote.is_some() && gap.link > Link::Bare => break,
                    Role::Mark => gap.link = Link::Mark,
                    Role::Copula => gap.link = gap.link.max(Link::Copula),
                    Role::Between => match remark(rest) {
                        Some(end) => step = end,
                        None => break,
                    },
                    Role::Filler | Role::Own => {}
                }
                if role != Role::Between {
                    step = length;
                }
            }
        }
        if !opens(c) {
            gap.quote = None;
        }
        gap.at += step;
    }
    gap
}

/// "(Google Authenticator)" after a name, when something still binds a value to the name.
fn aside(rest: &str, open: char) -> Option<usize> {
    let end = rest.char_indices().take(40).find(|(_, c)| *c == closing(open))?;
    let length = end.0 + end.1.len_utf8();
    let next = rest[length..].trim_start();
    let bound = next.starts_with([':', '：', '=', '是', '为', '는', '은', 'は', '-']) || next.starts_with("is ");
    bound.then_some(length)
}

/// "for my account" before a mark or a copula.
fn remark(rest: &str) -> Option<usize> {
    let end = rest.len().min(LONGEST_REMARK);
    let part = &rest[..super::labels::ceil(rest, end)];
    let part = part.split(['\n', '.', '!', '?', ';', ',']).next().unwrap_or(part);
    let mark = part.find([':', '=', '：']);
    let copula = [" is ", " was ", " are "].iter().filter_map(|copula| part.find(copula)).min();
    mark.into_iter().chain(copula).min().filter(|end| *end > 0)
}

/// The connector at the beginning of `rest`: how long it is and what it does.
fn term(rest: &str) -> Option<(usize, Role)> {
    let first = rest.chars().next()?.to_ascii_lowercase();
    let alike = FORWARD.get(&first)?;
    alike.iter().find_map(|(text, role)| {
        let head = rest.get(..text.len())?;
        if !head.eq_ignore_ascii_case(text) {
            return None;
        }
        let alone = !text.ends_with(|c: char| c.is_ascii_alphanumeric())
            || rest[text.len()..].chars().next().is_none_or(|c| !c.is_ascii_graphic() || ":=\",.()[?".contains(c));
        alone.then_some((text.len(), *role))
    })
}

/// Goes back from the beginning of a name to where a value before it ends; nothing if no copula or possessive is between.
pub(crate) fn before(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let mut bound = false;
    for _ in 0..6 {
        let rest = text[..at].trim_end_matches([' ', '\t', '\u{3000}']);
        at = rest.len();
        let Some(last) = rest.chars().next_back() else { break };
        let quote = matches!(last, '"' | '\'' | '`' | '”' | '’' | '」' | '』' | '*' | ')' | '）' | ']' | '】');
        if quote {
            at -= last.len_utf8();
            if bound {
                return Some(at);
            }
            continue;
        }
        let Some(alike) = BACKWARD.get(&last.to_ascii_lowercase()) else { break };
        let found = alike.iter().find(|(text, _)| {
            let Some(start) = rest.len().checked_sub(text.len()) else { return false };
            let Some(tail) = rest.get(start..) else { return false };
            let alone = !text.starts_with(|c: char| c.is_ascii_alphanumeric())
                || !rest[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
            tail.eq_ignore_ascii_case(text) && alone
        });
        let Some((text, _)) = found else { break };
        at -= text.len();
        bound = true;
    }
    bound.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_begin_after_what_binds_them() {
        for (text, name, value, link) in [
            ("password: abc", "password", "abc", Link::Mark),
            ("{\"password\": \"abc\"}", "password", "abc\"}", Link::Mark),
            ("my password for the account is abc", "password", "abc", Link::Copula),
            ("密码就是 abc", "密码", "abc", Link::Copula),
            ("비밀번호는 abc 입니다", "비밀번호", "abc 입니다", Link::Copula),
            ("パスワードは「abc」です", "パスワード", "abc」です", Link::Copula),
            ("code?\n123456", "code", "123456", Link::Mark),
            ("code (SMS): 123456", "code", "123456", Link::Mark),
            ("password reset", "password", "reset", Link::Bare),
            ("\"name\":\"password\",\"value\":\"abc\"", "password", "abc\"", Link::Mark),
        ] {
            let gap = after(text, text.find(name).unwrap() + name.len());
            assert_eq!((&text[gap.at..], gap.link), (value, link), "{text}");
        }
    }

    #[test]
    fn values_end_before_what_binds_them() {
        for (text, name, end) in [
            ("abc1 is my password", "password", Some(4)),
            ("abc1是我的密码", "密码", Some(4)),
            ("lost password", "password", None),
        ] {
            assert_eq!(before(text, text.find(name).unwrap()), end, "{text}");
        }
    }
}
