//! Whether what a model wrote stands in the passages that it cites.
//!
//! Each sentence must cite, its passages must be there, and they must have: every number, every id and address in it, most of
//! its words, and a sentence that is near to it and denies what it denies. This lets a good answer fall now and then; the
//! passage itself is said then, which is no loss.

use std::collections::HashSet;

use retrieval::fold::{fold, is_cjk};

use super::super::answer::Passage;
use super::super::shapes;
use super::prompt;

/// Of a sentence's words, the share that its passages must have.
const SHARE: f64 = 0.5;
/// A line that only leads to a list ("do this:") is no longer than this, in characters.
const LEAD: usize = 40;
/// Latin words of fewer letters say nothing.
const SHORT: usize = 4;
/// What makes the opposite of a sentence.
const DENIALS: [&str; 30] = [
    "不",
    "没",
    "無",
    "无",
    "勿",
    "未",
    "别",
    "非",
    "禁",
    "ない",
    "ません",
    "ずに",
    "なく",
    "않",
    "못",
    "없",
    "마세요",
    "아니",
    " not ",
    "n't ",
    " no ",
    " never ",
    " cannot ",
    " without ",
    " unable ",
    " neither ",
    " nor ",
    " none ",
    " refuse",
    "禁止",
];

/// Why a sentence is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// The model says that the passages do not answer; or it says nothing.
    Nothing,
    /// It cites nothing.
    Uncited,
    /// It cites what is not there.
    Unknown,
    /// A number, an id or an address stands in no passage that it cites.
    Invented,
    /// It leads somewhere.
    Link,
    /// Its words are others than those of its passages.
    Words,
    /// It says the opposite.
    Opposite,
    /// It asks for a secret.
    AsksForSecret,
}

impl Rejected {
    /// In figures and logs.
    pub const fn name(self) -> &'static str {
        match self {
            Rejected::Nothing => "nothing",
            Rejected::Uncited => "uncited",
            Rejected::Unknown => "unknown-citation",
            Rejected::Invented => "invented",
            Rejected::Link => "link",
            Rejected::Words => "words",
            Rejected::Opposite => "opposite",
            Rejected::AsksForSecret => "asks-for-secret",
        }
    }
}

/// A text that stands in the passages.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Without citations.
    pub shown: String,
    /// The numbers of the passages, from 1, in the order in which they are cited.
    pub cited: Vec<usize>,
}

/// Cuts what comes in pieces into sentences with the citations behind them.
#[derive(Default)]
pub struct Sentences(String);

impl Sentences {
    /// Takes a piece; gives back the sentences that are whole now: behind each of them another one has begun.
    pub fn push(&mut self, piece: &str) -> Vec<String> {
        self.0 += piece;
        let mut whole = cut(&self.0);
        self.0 = whole.pop().unwrap_or_default();
        whole
    }
}

/// The sentences of a text, nothing left out; the last one may go on.
fn cut(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    // What stands behind the end of a sentence: its citations, and white space.
    let mut ended = false;
    let mut cites = false;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        // What has not come yet may be one.
        let citation = c == '[' && after.is_none_or(|c| c.is_ascii_digit());
        if ended
            && !c.is_whitespace()
            && !cites
            && !citation
            && !matches!(c, '。' | '.' | '!' | '?' | '！' | '？' | '"' | '”' | '」')
        {
            sentences.push(String::new());
            ended = false;
        }
        cites = citation || cites && c != ']';
        let point = c == '.' && !before.is_ascii_digit() && after.is_some_and(|c| c.is_whitespace() || c == '[');
        ended |= matches!(c, '。' | '！' | '？' | '!' | '?' | '\n') || point;
        if let Some(last) = sentences.last_mut() {
            last.push(c);
        }
        before = c;
    }
    sentences
}

/// Checks a whole answer.
///
/// # Errors
/// Why it may not be said.
pub fn whole(text: &str, passages: &[&Passage]) -> Result<Checked, Rejected> {
    let mut all = Checked::default();
    for part in cut(text) {
        let checked = sentence(&part, passages)?;
        all.shown += &checked.shown;
        for number in checked.cited {
            if !all.cited.contains(&number) {
                all.cited.push(number);
            }
        }
    }
    if all.cited.is_empty() { Err(Rejected::Nothing) } else { Ok(all) }
}

/// Checks one sentence.
///
/// # Errors
/// Why it may not be said.
pub fn sentence(text: &str, passages: &[&Passage]) -> Result<Checked, Rejected> {
    let (shown, cited) = without_citations(text, passages.len())?;
    if shown.chars().all(|c| !c.is_alphanumeric()) {
        return Ok(Checked { shown, cited });
    }
    if leads_away(&shown) {
        return Err(Rejected::Link);
    }
    let claim = unnumbered(&shown);
    if cited.is_empty() {
        let leads = claim.trim_end().ends_with([':', '：']) && claim.chars().count() <= LEAD;
        return if leads && numbers(claim).is_empty() { Ok(Checked { shown, cited }) } else { Err(Rejected::Uncited) };
    }
    let sources: Vec<String> = cited.iter().map(|number| source(passages[number - 1])).collect();
    let source = sources.join("\n");
    let known = numbers(&source);
    let narrow = shapes::narrow(claim);
    let shaped = shapes::find(&narrow).into_iter().all(|(range, _)| source.contains(&narrow[range]));
    if !shaped || numbers(claim).iter().any(|number| !known.contains(number)) {
        return Err(Rejected::Invented);
    }
    let said = words(claim);
    if said.is_empty() || share(&said, &words(&source)) < SHARE {
        return Err(Rejected::Words);
    }
    if denies(claim) != denies(nearest(&said, &source)) {
        return Err(Rejected::Opposite);
    }
    Ok(Checked { shown, cited })
}

/// The title and the text of a passage, as they were sent.
fn source(passage: &Passage) -> String {
    format!("{}\n{}", passage.source.title, prompt::text(passage))
}

/// The text without `[1]`, and the numbers in them.
fn without_citations(text: &str, passages: usize) -> Result<(String, Vec<usize>), Rejected> {
    let (mut shown, mut cited) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let inside = rest[start + 1..].split_once(']');
        let numbers =
            inside.map(|(inside, _)| inside.split([',', '，', '、']).map(|part| part.trim().parse::<usize>()));
        let Some(Ok(numbers)) = numbers.map(Iterator::collect::<Result<Vec<usize>, _>>) else {
            shown += &rest[..=start];
            rest = &rest[start + 1..];
            continue;
        };
        if numbers.iter().any(|number| *number == 0 || *number > passages) {
            return Err(Rejected::Unknown);
        }
        shown += rest[..start].trim_end_matches(' ');
        cited.extend(numbers);
        rest = inside.map_or("", |(_, after)| after);
    }
    shown += rest;
    Ok((shown, cited))
}

/// Whether a text holds anything that can be followed: links are put behind an answer by the desk alone.
fn leads_away(text: &str) -> bool {
    let folded = fold(text);
    let domain = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.rsplit_once('.').is_some_and(|(name, end)| {
            name.chars().any(|c| c.is_ascii_alphabetic())
                && end.len() >= 2
                && end.bytes().all(|b| b.is_ascii_alphabetic())
        })
    };
    let latin = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    folded.contains("://")
        || folded.contains("www.")
        || folded.contains("](")
        || folded.contains('@')
        || folded.split(latin).any(domain)
}

/// A line of a list without its number.
fn unnumbered(text: &str) -> &str {
    let text = text.trim();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(". ").filter(|_| rest.len() < text.len()) {
        Some(words) => words,
        None => text,
    }
}

/// The numbers in a text, as digits.
fn numbers(text: &str) -> HashSet<String> {
    let narrow = shapes::narrow(text).replace(',', "");
    let parts = narrow.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    parts.map(|part| part.trim_matches('.').to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The words of a text: pairs of letters where there are no spaces, else words that say something.
fn words(text: &str) -> HashSet<String> {
    let folded = fold(text);
    let mut words: HashSet<String> = HashSet::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        let letters: Vec<char> = word.chars().collect();
        words.extend(letters.windows(2).filter(|pair| pair.iter().all(|c| is_cjk(*c))).map(String::from_iter));
        let latin: String = letters.iter().filter(|c| !is_cjk(**c)).collect();
        if latin.chars().count() >= SHORT {
            // Endings differ: what most words begin with is compared.
            words.insert(latin.chars().take(6).collect());
        }
    }
    words
}

fn share(said: &HashSet<String>, known: &HashSet<String>) -> f64 {
    said.intersection(known).count() as f64 / said.len().max(1) as f64
}

/// The sentence of a text that has most of these words.
fn nearest<'t>(said: &HashSet<String>, text: &'t str) -> &'t str {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '!' | '?' | '\n' | '；' | ';');
    let sentences = text.split(ends).flat_map(|part| part.split(". "));
    let overlap = |sentence: &&str| said.intersection(&words(sentence)).count();
    sentences.max_by_key(overlap).unwrap_or("")
}

fn denies(text: &str) -> bool {
    let folded = format!(" {} ", fold(text).replace('’', "'"));
    DENIALS.iter().any(|denial| folded.contains(denial))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::super::answer::Source;
    use super::*;
    use crate::language::Language;

    fn passage(title: &str, text: &str) -> Passage {
        let source = Source {
            title: title.to_owned(),
            url: "/en/help/articles/a".into(),
            article: Uuid::nil(),
            key: "a".into(),
            language: Language::En,
        };
        Passage { source, text: text.to_owned(), plain: text.to_owned() }
    }

    #[test]
    fn what_stands_in_its_passage_is_said() {
        let one =
            passage("Deposits", "A Bitcoin deposit is credited after 3 confirmations. It usually takes 30 minutes.");
        let two = passage("提现", "提现一般在24小时内完成。请勿把助记词告诉任何人。");
        let all = [&one, &two];
        let said =
            whole("A Bitcoin deposit is credited after 3 confirmations [1]. It usually takes 30 minutes. [1]", &all)
                .unwrap();
        assert_eq!(
            (said.shown.as_str(), said.cited),
            ("A Bitcoin deposit is credited after 3 confirmations. It usually takes 30 minutes.", vec![1])
        );
        assert_eq!(whole("提现一般在24小时内完成。[2]\n请勿把助记词告诉任何人[2]。", &all).unwrap().cited, [2]);
        assert!(whole("请按下面做：\n- 提现一般在24小时内完成 [2]", &all).is_ok());
    }

    #[test]
    fn lies_are_not_said() {
        let one =
            passage("Deposits", "A Bitcoin deposit is credited after 3 confirmations. It usually takes 30 minutes.");
        let two = passage("提现", "提现一般在24小时内完成。请勿把助记词告诉任何人。");
        let all = [&one, &two];
        for (text, why) in [
            ("A Bitcoin deposit is credited after 3 confirmations.", Rejected::Uncited),
            ("A Bitcoin deposit is credited after 3 confirmations [3].", Rejected::Unknown),
            ("A Bitcoin deposit is credited after 6 confirmations [1].", Rejected::Invented),
            ("A Bitcoin deposit is credited after 3 confirmations [2].", Rejected::Invented),
            ("A Bitcoin deposit is credited at evil.example after confirmations [1].", Rejected::Link),
            ("A Bitcoin deposit is credited, see https://localhost/x [1].", Rejected::Link),
            ("Send the coins to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq for the deposit [1].", Rejected::Invented),
            ("Please telephone our friendly manager about yesterday [1].", Rejected::Words),
            ("A Bitcoin deposit is never credited after 3 confirmations [1].", Rejected::Opposite),
            ("请把助记词告诉任何人。[2]", Rejected::Opposite),
            ("", Rejected::Nothing),
            ("NONE", Rejected::Uncited),
        ] {
            assert_eq!(whole(text, &all), Err(why), "{text}");
        }
    }

    #[test]
    fn sentences_come_whole_with_their_citations() {
        let mut sentences = Sentences::default();
        let text = "It takes 1.5 hours. [1] Then wait [2].\n- 第一步。[1]第二步[2]。\nEnd";
        let mut whole: Vec<String> = text.chars().flat_map(|c| sentences.push(&c.to_string())).collect();
        whole.push(sentences.0);
        assert_eq!(whole, ["It takes 1.5 hours. [1] ", "Then wait [2].\n", "- 第一步。[1]", "第二步[2]。\n", "End"]);
    }
}
