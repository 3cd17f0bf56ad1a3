//! Links, domains, mail addresses, handles and telephone numbers in a text, by their form alone.

use super::What;
use super::fold::{dot, east_asian};
use super::scan::Candidate;
use super::sites::{domain, host_end, in_host, link_end};

/// What can be judged in a text. Its parts are those between spaces, quotes, brackets and commas.
pub(super) fn candidates(text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    let (mut start, mut worth) = (None, false);
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let after = letters.peek().map(|(_, after)| *after);
        if parts(letter, after) {
            if let Some(start) = start.take().filter(|_| worth) {
                part(text, start, at, &mut found);
            }
            worth = false;
        } else {
            start = start.or(Some(at));
            let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            worth |=
                letter == '@' || letter == '＠' || dot(letter) && joins(after) || letter == '/' && after == Some('/');
        }
        if matches!(letter, '+' | '0' | '1') && !before.is_alphanumeric() && before != '.' {
            phone(text, at, &mut found);
        }
        before = letter;
    }
    if let Some(start) = start.filter(|_| worth) {
        part(text, start, text.len(), &mut found);
    }
    found
}

/// Whether a letter stands between parts. A Chinese full stop may be a dot of an address.
fn parts(letter: char, after: Option<char>) -> bool {
    match letter {
        '。' | '｡' => !after.is_some_and(|after| after.is_ascii_alphanumeric()),
        '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | '\'' | '`' | ',' | ';' | '!' | '|' | '*' => true,
        _ if letter.is_ascii() => letter.is_ascii_whitespace(),
        _ => {
            letter.is_whitespace()
                || matches!(
                    letter,
                    '“' | '”'
                        | '‘'
                        | '’'
                        | '（'
                        | '）'
                        | '【'
                        | '】'
                        | '「'
                        | '」'
                        | '『'
                        | '』'
                        | '《'
                        | '》'
                        | '〈'
                        | '〉'
                        | '，'
                        | '、'
                        | '；'
                        | '：'
                        | '！'
                        | '？'
                        | '…'
                        | '·'
                        | '｜'
                        | '—'
                )
        }
    }
}

/// Reads one part. Where the next scheme and the next @ are is looked for once each.
fn part(text: &str, mut start: usize, end: usize, found: &mut Vec<Candidate>) {
    let (mut scheme, mut sign) = (None, None);
    while start < end {
        let scheme = *next(&mut scheme, start, || text[start..end].find("://").map_or(end, |at| start + at));
        let sign = *next(&mut sign, start, || text[start..end].find(['@', '＠']).map_or(end, |at| start + at));
        let name = start + text[start..scheme].trim_end_matches(|letter: char| letter.is_ascii_alphanumeric()).len();
        let before = if scheme < end { name } else { end };
        start = if start < before && sign < before {
            at_sign(text, start, sign, before, found)
        } else if start < before {
            domain(text, start, before, found)
        } else {
            let to = link_end(text, scheme + 3, end);
            found.push(Candidate { span: start..to, what: What::Link });
            to.max(scheme + 3)
        };
    }
}

/// What was found last, if it is not behind `start` yet.
fn next(known: &mut Option<usize>, start: usize, find: impl FnOnce() -> usize) -> &usize {
    if known.is_some_and(|at| at < start) {
        *known = None;
    }
    known.get_or_insert_with(find)
}

/// A mail address or a handle around an @; where to go on.
fn at_sign(text: &str, start: usize, at: usize, end: usize, found: &mut Vec<Candidate>) -> usize {
    let sign = text[at..].chars().next().map_or(1, char::len_utf8);
    let local = |letter: char| (letter.is_alphanumeric() && !east_asian(letter)) || "._%+-".contains(letter);
    let from = start + text[start..at].trim_end_matches(local).len();
    let after = at + sign;
    let host = host_end(text, after, end);
    if from < at && host.is_some() {
        let to = host.unwrap_or(after);
        found.push(Candidate { span: from..to, what: What::MailAddress });
        return to;
    }
    if start < from {
        domain(text, start, from, found);
    }
    let rest = &text[after..end];
    let eastern = rest.starts_with(east_asian);
    let account = |letter: char| {
        (letter.is_alphanumeric() && (eastern || !east_asian(letter)))
            || "_.-".contains(letter)
            || (in_host(letter) && !dot(letter))
    };
    let length = rest.find(|letter: char| !account(letter)).unwrap_or(rest.len());
    let name = rest[..length].trim_end_matches(['.', '-']);
    if name.chars().count() >= 2 {
        found.push(Candidate { span: at..after + name.len(), what: What::Handle });
    }
    after + length
}

/// A telephone number with a plus or a zero in front.
fn phone(text: &str, start: usize, found: &mut Vec<Candidate>) {
    let mut digits = 0;
    let mut end = start;
    for (at, letter) in text[start..].char_indices().take(24) {
        match letter {
            '0'..='9' => (digits, end) = (digits + 1, start + at + 1),
            '+' if at == 0 => {}
            ' ' | '-' | '(' | ')' | '.' => {}
            _ => break,
        }
    }
    if (8..=15).contains(&digits) {
        found.push(Candidate { span: start..end, what: What::Phone });
    }
}
