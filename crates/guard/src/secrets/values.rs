//! What a value looks like: a password, a code of digits, something random.

use std::ops::Range;

use super::gaps::{Gap, Link, closing};
use super::rules::WORDS;

/// Nothing longer is a password, in bytes.
const LONGEST: usize = 128;

/// The value that begins where a gap ends, up to a space or its closing quotation mark.
pub(crate) fn token(text: &str, gap: &Gap) -> Option<Range<usize>> {
    let rest = near(text, gap.at, LONGEST + 8);
    if let Some(open) = gap.quote {
        let line = rest.split('\n').next().unwrap_or(rest);
        let close = closing(open);
        let end =
            line.char_indices().take(LONGEST).find(|(_, c)| *c == close || close == '”' && *c == '“').map(|(at, _)| at);
        let escaped = |end: usize| if line[..end].ends_with('\\') { end - 1 } else { end };
        // What opens again before it closes is no quotation of a value.
        let opens_again = |end: usize| open != close && line[..end].contains(open);
        if let Some(end) = end.filter(|end| *end > 0 && open != '<' && !opens_again(*end)) {
            return Some(gap.at..gap.at + escaped(end));
        }
    }
    let bytes = rest.as_bytes();
    let next_field = |at: usize| {
        let name =
            bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-')).count();
        name > 0 && bytes.get(at + 1 + name) == Some(&b'=') || bytes.get(at + 1) == Some(&b' ')
    };
    let stops = |at: &usize| {
        let byte = bytes[*at];
        !byte.is_ascii_graphic() || byte == b'"' || gap.assigned && matches!(byte, b'&' | b';') && next_field(*at)
    };
    let mut end = (0..bytes.len()).find(stops).unwrap_or(bytes.len());
    if let Some(tag) = rest[..end].find("</").or_else(|| rest[..end].find("<br")) {
        end = tag;
    }
    super::scan::step(end);
    let part = trimmed(&rest[..end]);
    (!part.is_empty() && part.len() <= LONGEST).then(|| gap.at..gap.at + part.len())
}

/// So many bytes of the text from a place on: what is looked for further away is not there.
pub(crate) fn near(text: &str, at: usize, bytes: usize) -> &str {
    &text[at..super::labels::ceil(text, (at + bytes).min(text.len()))]
}

/// Without the punctuation of the sentence that it stands in.
fn trimmed(mut part: &str) -> &str {
    loop {
        let Some(last) = part.chars().next_back() else { return part };
        let opened = |open: char| part.contains(open);
        let drop = match last {
            ',' | ';' | ':' | '.' | '?' | '\'' | '`' | '|' | '\\' => true,
            ')' => !opened('('),
            ']' => !opened('['),
            '}' => !opened('{'),
            '*' | '_' | '~' => part.ends_with("**") || part.ends_with("__") || part.ends_with("~~"),
            _ => false,
        };
        if !drop {
            return part;
        }
        part = &part[..part.len() - 1];
    }
}

/// The token that ends at `end`, for values before their names.
pub(crate) fn token_before(text: &str, end: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = end;
    while start > 0 && end - start < LONGEST && bytes[start - 1].is_ascii_graphic() {
        start -= 1;
    }
    let part = text[start..end].trim_start_matches(['"', '\'', '`', '(', '[', '*']);
    (!part.is_empty()).then(|| end - part.len()..end)
}

/// Whether a value bound so to a name is a password. `rest` is the text behind it.
pub(crate) fn is_password(value: &str, link: Link, quoted: bool, rest: &str) -> bool {
    if value.len() < 4 || is_placeholder(value) || is_address_or_link(value) {
        return false;
    }
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    let symbols = value.chars().count() - digits - letters;
    if letters == 0 {
        return digits >= 4 && is_code_like(value, link, rest);
    }
    if digits > 0 {
        // iPhone15, Windows11, TRC20.
        let stem = value.trim_end_matches(|c: char| c.is_ascii_digit()).to_ascii_lowercase();
        let product = WORDS.products.contains(stem.as_str());
        let firm = link > Link::Bare || quoted || value.len() >= 6 && !is_upper_label(value) && !product;
        return firm && !is_measure(value) && !is_date(value);
    }
    // Letters alone, perhaps with symbols: a word of the sentence, unless the sentence ends with it.
    let lower = value.to_ascii_lowercase();
    let word = lower.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    if value.contains(char::is_whitespace) || !value.is_ascii() {
        let remark =
            value.split_whitespace().next().is_some_and(|first| WORDS.not_values.contains(&first.to_lowercase()));
        return value.is_ascii() && quoted && !remark && link > Link::Bare && value.split_whitespace().count() <= 8;
    }
    if WORDS.not_values.contains(word) || word.is_empty() {
        return false;
    }
    let humps = humps(value);
    let cries = value.len() - value.trim_end_matches(['!', '?']).len();
    let odd = value
        .bytes()
        .filter(|byte| {
            matches!(byte, b'_' | b'#' | b'@' | b'$' | b'%' | b'^' | b'&' | b'+' | b'=' | b'~' | b'*' | b'!' | b'?')
        })
        .count();
    if value.len() >= 6
        && value.is_ascii()
        && !value.contains(['/', '(', ')', '<', '"'])
        && (humps >= 2 || odd > 0 && !value.ends_with(['!', '?']) || odd > 1 && (link > Link::Bare || odd > cries))
    {
        return true;
    }
    let count = |is: fn(&u8) -> bool| value.bytes().filter(is).count();
    if value.len() >= 8
        && value.is_ascii()
        && symbols == 0
        && count(u8::is_ascii_uppercase) >= 3
        && count(u8::is_ascii_lowercase) >= 3
    {
        return true;
    }
    let inner = symbols > 0 && !value.contains(['/', '\'', '-', '(', ')']) && value.len() >= 6;
    if (inner || humps > 0) && link > Link::Bare && value.len() >= 6 {
        return true;
    }
    if quoted && link > Link::Bare {
        return value.len() >= 5;
    }
    let says = ["ed", "ing", "ly", "able", "ible", "less", "ful", "n't"].iter().any(|ending| word.ends_with(ending));
    link > Link::Bare && value.len() >= 5 && !says && ends(rest) && value.is_ascii()
}

/// How many capitals follow a small letter.
pub(crate) fn humps(value: &str) -> usize {
    let pairs = value.bytes().zip(value.bytes().skip(1));
    pairs.filter(|(first, second)| first.is_ascii_lowercase() && second.is_ascii_uppercase()).count()
}

/// Whether a sentence ends here: nothing, a line, punctuation, or text in another script.
fn ends(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '"', '\'', ')', '!', '*', '`']);
    let next = rest.chars().next();
    next.is_none_or(|c| matches!(c, '\n' | '\r' | '.' | ',' | ';' | '/' | '|' | '}' | '&' | '<') || !c.is_ascii())
        || ["and ", "but ", "so ", "can ", "please ", "pls ", "it ", "i ", "why "]
            .iter()
            .any(|word| rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)))
}

/// Digits, perhaps with symbols: a number that says nothing else.
fn is_code_like(value: &str, link: Link, rest: &str) -> bool {
    let plain = value.bytes().all(|byte| byte.is_ascii_digit());
    let year = value.len() == 4 && (value.starts_with("201") || value.starts_with("202"));
    let firm = link > Link::Bare || value.len() >= 6 || plain && !year;
    if plain {
        firm && !counts(rest) && value.len() <= 20
    } else {
        firm && !is_date(value) && !value.contains(['.', ',', ':', '/', '+', '%', '$']) && value.len() >= 6
    }
}

/// KYC2024, BTC/USDT, ERC-20: capitals with digits that name something.
fn is_upper_label(value: &str) -> bool {
    let short = value.len() < 8 || value.bytes().filter(u8::is_ascii_digit).count() < 3;
    short && value.bytes().all(|byte| !byte.is_ascii_lowercase()) || value.contains('/')
}

/// 100USDT, 3pm, 24h, 2nd.
pub(crate) fn is_measure(value: &str) -> bool {
    let number = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    number.len() < value.len() && WORDS.units.iter().chain(&WORDS.money).any(|unit| number.eq_ignore_ascii_case(unit))
}

/// 2026-11-21, 21/11/2026, 14:30:05, with or without letters between.
fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split(['-', '/', ':', '.', 'T', 'Z']).filter(|part| !part.is_empty()).collect();
    parts.len() >= 2 && parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `****`, `<password>`, `xxxxxx`, `your_password`.
pub(crate) fn is_placeholder(value: &str) -> bool {
    // Among many keys drawn by chance there is one with four in a row.
    let stands_in = if value.len() < 24 { "xxxx" } else { "xxxxxx" };
    let lower = value.to_ascii_lowercase();
    let first = lower.chars().next();
    lower.contains("***")
        || lower.contains("•••")
        || lower.contains("...")
        || lower.contains(stands_in)
        || lower.contains("●●")
        || lower.chars().all(|c| Some(c) == first) && !value.bytes().all(|byte| byte.is_ascii_digit())
        || value.starts_with(['<', '{', '[', '$', '%'])
            && value.ends_with(['>', '}', ']', '%'])
            && value.len() > 2
            && value[1..value.len() - 1]
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b' ' | b'-' | b'{' | b'}'))
        || value.starts_with("${")
        || value.starts_with("{{")
        || [
            "your_",
            "your-",
            "my_",
            "<your",
            "insert",
            "enter_",
            "enter-",
            "yourpass",
            "yoursecret",
            "yourapi",
            "redacted",
            "placeholder",
        ]
        .iter()
        .any(|head| lower.starts_with(head))
        || WORDS.not_values.contains(lower.as_str())
}

fn is_address_or_link(value: &str) -> bool {
    let account = value.len() == 42 && value.starts_with("0x");
    if account || value.contains("://") || value.starts_with("www.") {
        return true;
    }
    let Some((name, domain)) = value.split_once('@') else { return false };
    let ending = domain.rsplit('.').next().unwrap_or_default();
    !name.is_empty()
        && domain.contains('.')
        && ending.len() >= 2
        && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether what follows digits makes them an amount, a duration or a count.
pub(crate) fn counts(rest: &str) -> bool {
    is_unit(rest, &WORDS.units) || is_money(rest)
}

/// Whether what follows digits makes them an amount.
fn is_money(rest: &str) -> bool {
    is_unit(rest, &WORDS.money)
}

fn is_unit(rest: &str, units: &[String]) -> bool {
    let near = rest.trim_start_matches([' ', '\u{3000}']);
    let head: String = near.chars().take(14).flat_map(char::to_lowercase).collect();
    let hangul = |c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c);
    units.iter().any(|unit| {
        let Some(after) = head.strip_prefix(unit.as_str()) else { return false };
        let next = after.chars().next();
        let goes_on = |c: char| match unit.chars().next_back() {
            Some(last) if last.is_ascii_alphanumeric() => c.is_ascii_alphanumeric(),
            // 만료 is no 만; particles may follow.
            Some(last) if hangul(last) => hangul(c) && !"이을를은는에로도만까부후전째동간정씩짜가인".contains(c),
            _ => false,
        };
        !next.is_some_and(goes_on)
    })
}

/// A code of `least` to `most` digits at `at`: `482913`, `482 913`, `G-482913`.
pub(crate) fn code(text: &str, at: usize, least: usize, most: usize) -> Option<Range<usize>> {
    code_at(text, at, least, most, false)
}

/// The same; `glued`: a name ends right before it.
pub(crate) fn code_at(text: &str, at: usize, least: usize, most: usize, glued: bool) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = at;
    while start < at + 2 && bytes.get(start).is_some_and(u8::is_ascii_uppercase) {
        start += 1;
    }
    let prefixed = start > at && bytes.get(start) == Some(&b'-');
    let digits = if prefixed { start + 1 } else { at };
    let run =
        |from: usize| bytes[from.min(bytes.len())..].iter().take(12).take_while(|byte| byte.is_ascii_digit()).count();
    let first = run(digits);
    if first == 0 {
        return None;
    }
    let mut end = digits + first;
    let mut count = first;
    while first > 1 && count <= 4 && first <= 4 && matches!(bytes.get(end), Some(b' ' | b'-')) && run(end + 1) == first
    {
        count += first;
        end += 1 + first;
    }
    if count < least && first == 1 {
        // Digits one by one.
        while matches!(bytes.get(end), Some(b' ' | b'-')) && run(end + 1) == 1 && count < most {
            count += 1;
            end += 2;
        }
    }
    // Nobody counts to 482913 but money.
    let counted = if count >= 6 { is_money(&text[end..]) } else { counts(&text[end..]) };
    if !(least..=most).contains(&count) || !stands_alone_at(text, at..end, glued) || counted {
        return None;
    }
    Some(at..end)
}

/// Whether digits are not part of a larger number, date, time, amount, word or phone number.
pub(crate) fn stands_alone(text: &str, span: Range<usize>) -> bool {
    stands_alone_at(text, span, false)
}

fn stands_alone_at(text: &str, span: Range<usize>, glued: bool) -> bool {
    let mut before = text[..span.start].chars().rev();
    let (last, second, third) =
        (before.next().unwrap_or(' '), before.next().unwrap_or(' '), before.next().unwrap_or(' '));
    // "cvv2:973" is no time.
    let second = if last == ':' && third.is_alphabetic() { ' ' } else { second };
    let mut after = text[span.end..].chars();
    let (next, beyond) = (after.next().unwrap_or(' '), after.next().unwrap_or(' '));
    let joins = |c: char, digit: char| matches!(c, '.' | ',' | ':' | '/' | '-' | '\'') && digit.is_ascii_digit();
    (glued
        || !(last.is_ascii_alphanumeric()
            || matches!(last, '#' | '$' | '€' | '₩' | '¥' | '￥' | '+' | '£' | '@' | '_' | '*')
            || joins(last, second)))
        && !(next.is_ascii_alphanumeric() || matches!(next, '%' | '_' | '*' | '@') || joins(next, beyond))
}

/// Whether a token looks drawn at random: letters and digits mixed, no words with hyphens.
pub(crate) fn is_random(token: &str, least: usize) -> bool {
    if token.len() < least || is_placeholder(token) {
        return false;
    }
    let count = |is: fn(&u8) -> bool| token.bytes().filter(is).count();
    let digits = count(u8::is_ascii_digit);
    let upper = count(u8::is_ascii_uppercase);
    let lower = count(u8::is_ascii_lowercase);
    // Words with hyphens and a number are none: one part at least is itself mixed.
    let part = |part: &str| {
        let digits = part.bytes().any(|byte| byte.is_ascii_digit());
        let letters = part.bytes().any(|byte| byte.is_ascii_alphabetic());
        part.len() >= 6 && (digits && letters || humps(part) >= 2)
    };
    let drawn = token.split(['-', '_', '/', '+', '=', '.']).any(part);
    let distinct = token.bytes().fold([0u64; 4], |mut seen, byte| {
        seen[usize::from(byte / 64)] |= 1 << (byte % 64);
        seen
    });
    let distinct: u32 = distinct.iter().map(|part| part.count_ones()).sum();
    let mixed = digits >= 2 && upper + lower >= 2 || upper >= 3 && lower >= 3 && token.len() >= 20;
    mixed && drawn && distinct >= 6
}

/// Whether a token is 128 bits with hyphens: 8-4-4-4-12 hexadecimal digits.
pub(crate) fn is_uuid(token: &str) -> bool {
    let bytes = token.as_bytes();
    bytes.len() == 36
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 8 | 13 | 18 | 23) { *byte == b'-' } else { byte.is_ascii_hexdigit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords() {
        for value in ["hunter2", "Summer2024!", "correcthorse", "P@ssw0rd", "20031015", "letMeIn!"] {
            assert!(is_password(value, Link::Copula, false, ""), "{value}");
        }
        for (value, rest) in [
            ("wrong", ""),
            ("****", ""),
            ("<password>", ""),
            ("rejected", ""),
            ("something", " else"),
            ("2026-11-21", ""),
            ("a@b.com", ""),
            ("100USDT", ""),
        ] {
            assert!(!is_password(value, Link::Copula, false, rest), "{value}");
        }
        assert!(!is_password("reset", Link::Bare, false, " link"));
    }

    #[test]
    fn codes() {
        for text in ["482913", "482 913", "482-913", "G-482913", "482913。", "482913입니다"] {
            assert!(code(text, 0, 4, 8).is_some(), "{text}");
        }
        for text in ["482913.22", "482913 USDT", "2026-11-21", "14:30", "4829分钟", "482913元", "123456789"] {
            assert!(code(text, 0, 4, 8).is_none(), "{text}");
        }
    }

    #[test]
    fn randomness() {
        assert!(is_random(
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==",
            16
        ));
        assert!(!is_random("how-to-withdraw-usdt-2024", 16));
        assert!(!is_random("internationalization", 16));
    }
}
