//! What Markdown says, without its signs: for lists, where a message is one line. The workspace's `lib/markdown.ts`
//! draws the same signs; what it leaves as text stays text here.

/// Longer than any preview, however many signs stand in it.
const LOOKED_AT: usize = 2000;
/// Signs that stand around words, longest first.
const PAIRS: [&str; 6] = ["***", "**", "__", "~~", "*", "`"];
/// Deeper nesting stays text.
const DEPTH: u8 = 6;
const ESCAPED: &str = "\\`*_~[]()#>@.-";

/// The beginning of `text` without the signs of its Markdown.
#[must_use]
pub fn plain(text: &str) -> String {
    let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
    let lines: Vec<&str> = text[..end].lines().filter(|line| !line.trim_start().starts_with("```")).map(line).collect();
    let mut out = String::new();
    words(&lines.join("\n"), DEPTH, &mut out);
    out
}

/// A line without what makes it a heading, a quotation or an item of a list.
fn line(mut line: &str) -> &str {
    line = line.trim_start();
    while let Some(quoted) = line.strip_prefix('>') {
        line = quoted.trim_start();
    }
    let signs = line.chars().take_while(|sign| *sign == '#').count();
    let item = line.strip_prefix(['-', '*', '•']).or_else(|| line.get(signs..).filter(|_| (1..=4).contains(&signs)));
    item.filter(|item| item.starts_with(' ')).map_or(line, str::trim_start)
}

fn words(text: &str, depth: u8, out: &mut String) {
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some(sign) =
            rest.strip_prefix('\\').and_then(|rest| rest.chars().next()).filter(|sign| ESCAPED.contains(*sign))
        {
            out.push(sign);
            rest = &rest[2..];
        } else if let Some((within, after)) = (depth > 0).then(|| marked(rest)).flatten() {
            words(within, if rest.starts_with('`') { 0 } else { depth - 1 }, out);
            rest = after;
        } else {
            out.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
}

/// What stands between two signs at the beginning of `text`, or is a link's label; and what follows.
fn marked(text: &str) -> Option<(&str, &str)> {
    let pair = PAIRS.iter().find_map(|sign| {
        let from = text.strip_prefix(sign)?;
        let first = from.chars().next()?.len_utf8();
        let to = first + from[first..].find(sign)?;
        let within = &from[..to];
        (*sign == "`" || within.trim() == within).then(|| (within, &from[to + sign.len()..]))
    });
    pair.or_else(|| {
        let (label, rest) = text.strip_prefix('[')?.split_once("](")?;
        let (address, after) = rest.split_once(')')?;
        let leads = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        (leads && !label.is_empty() && !label.contains('\n')).then_some((label, after))
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn signs_go_and_words_stay() {
        for (text, said) in [
            ("Please **wait**, *really*: `tx_id`", "Please wait, really: tx_id"),
            ("您好，**请立即**转走资产。", "您好，请立即转走资产。"),
            ("***both*** ~~gone~~ __bold__", "both gone bold"),
            ("**bold with *soft* in it**", "bold with soft in it"),
            ("# Title\n> > said\n- one\n* two\n1. three", "Title\nsaid\none\ntwo\n1. three"),
            ("```\ncode\n```", "code"),
            ("[the **guide**](https://example.com/a) here", "the guide here"),
            ("\\*as typed\\*", "*as typed*"),
        ] {
            assert_eq!(plain(text), said);
        }
    }

    #[test]
    fn what_is_no_markdown_stays_as_it_is() {
        for text in [
            "2 * 3 * 4",
            "snake_case_name",
            "a ** b",
            "**",
            "[x]",
            "[](x)",
            "`",
            "#hash",
            "5.",
            "-",
            "[x](javascript:1)",
        ] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn many_signs_cost_little() {
        assert!(plain(&"*[`".repeat(100_000)).chars().count() <= super::LOOKED_AT);
    }
}
