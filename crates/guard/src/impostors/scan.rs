//! Finds in a text what can be judged, and has it judged.

use std::ops::Range;

use super::context::{self, Context};
use super::fold::{self, east_asian};
use super::{Found, Official, Reason, Standing, Verdict, What, account, around, domain, mail, spelled, tokens, url};

/// So many bytes before an address in angle brackets may be its sender's name.
const LONGEST_NAME: usize = 80;
/// So many bytes between a messenger's name and an account's, such as " ID: ".
const LONGEST_GAP: usize = 24;
/// A single word that is longer is no account.
const LONGEST_ACCOUNT: usize = 64;

/// Something to be judged.
pub(super) struct Candidate {
    pub span: Range<usize>,
    pub what: What,
}

/// Everything that can be judged; `alone` when the text may be nothing but an account's name or a number.
pub(crate) fn find(official: &Official, text: &str, alone: bool) -> Vec<Found> {
    let Some((plain, places)) = spelled::plain(text) else { return find_plain(official, text, alone) };
    let mut found = find_plain(official, &plain, alone);
    for found in &mut found {
        found.span = places.back(&found.span);
    }
    found
}

fn find_plain(official: &Official, text: &str, alone: bool) -> Vec<Found> {
    let mut candidates = tokens::candidates(text);
    if candidates.is_empty() && alone {
        candidates.extend(word(official, text));
        if !candidates.is_empty() {
            return judge(official, text, candidates, &Context::default());
        }
    }
    if candidates.is_empty() && !context::matters(text) {
        return Vec::new();
    }
    let context = context::read(official, text);
    candidates.extend(context.accounts.iter().filter_map(|end| named(official, text, *end)));
    candidates.sort_by_key(|candidate| (candidate.span.start, std::cmp::Reverse(candidate.span.end)));
    candidates.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    judge(official, text, candidates, &context)
}

fn judge(official: &Official, text: &str, candidates: Vec<Candidate>, context: &Context) -> Vec<Found> {
    let found = |Candidate { span, what }| {
        let part = &text[span.clone()];
        let link = || domain::judge(official, &url::parse(part), context);
        let verdict = match what {
            What::Link | What::Domain => {
                let (span, verdict) = around::widened(official, text, &span, link());
                let verdict = around::labelled(official, text, &span, verdict);
                return state(official, span, what, verdict);
            }
            What::MailAddress => mail::judge(official, part, shown(text, span.start), context),
            What::Handle => account::judge(official, part, None, context),
            What::Phone => account::phone(official, part, context),
        };
        state(official, span, what, verdict)
    };
    candidates.into_iter().map(found).collect()
}

fn state(official: &Official, span: Range<usize>, what: What, verdict: Verdict) -> Found {
    let score = verdict.score();
    let id = |brand: usize| Some(official.brands[brand].id.clone());
    let (standing, reason, of) = match verdict {
        Verdict::Official(brand) => (Standing::Official, None, id(brand)),
        Verdict::Unknown(_) => (Standing::Unknown, None, None),
        Verdict::Imitation { brand, differs, .. } => {
            let reason = Reason { official: official.brands[brand].shown.clone(), differs };
            (Standing::Imitation, Some(reason), id(brand))
        }
    };
    Found { span, what, standing, score, reason, of }
}

/// A text that is one word, as an account's name, an agent's id or a telephone number.
fn word(official: &Official, text: &str) -> Option<Candidate> {
    let trimmed = text.trim();
    let start = text.len() - text.trim_start().len();
    let span = start..start + trimmed.len();
    let number = trimmed.chars().all(|letter| letter.is_ascii_digit() || "+-() .".contains(letter));
    if number && trimmed.bytes().filter(u8::is_ascii_digit).count() >= 5 {
        return Some(Candidate { span, what: What::Phone });
    }
    let account = |letter: char| letter.is_alphanumeric() && !east_asian(letter) || "_-.@".contains(letter);
    let one = !trimmed.starts_with(|letter: char| letter.is_ascii_digit())
        && !trimmed.is_empty()
        && trimmed.len() <= LONGEST_ACCOUNT
        && trimmed.chars().all(account);
    // The bare name of a brand is prose.
    let name = official.names.exact(&fold::fold(trimmed).text).is_some() && trimmed.is_ascii();
    (one && !name).then_some(Candidate { span, what: What::Handle })
}

/// The account that is named after a messenger: `WeChat ID: okx_kefu`.
fn named(official: &Official, text: &str, end: usize) -> Option<Candidate> {
    const FILLERS: [&str; 14] =
        ["아이디", "id", "号码", "號碼", "账号", "帳號", "号", "號", "是", "は", "로", "@", "为", "me"];
    let text = &text[..text.floor_char_boundary(end + LONGEST_GAP + LONGEST_ACCOUNT)];
    let mut rest = &text[end..];
    loop {
        let trimmed =
            rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":：=()（）「」-–".contains(letter));
        let lower = trimmed.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("id"));
        let after_id = trimmed.get(2..).filter(|after| {
            lower && !after.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_')
        });
        let filler = FILLERS
            .iter()
            .filter(|filler| !filler.is_ascii() || **filler == "@")
            .find_map(|filler| trimmed.strip_prefix(filler));
        match after_id.or(filler) {
            Some(after) if after.len() < rest.len() => rest = after,
            _ => {
                rest = trimmed;
                break;
            }
        }
    }
    let start = text.len() - rest.len();
    let letters = rest.find(|letter: char| !(letter.is_alphanumeric() || "_.-".contains(letter))).unwrap_or(rest.len());
    // Letters that are written without spaces belong to the account only where it goes on behind them: "okx客服_24".
    let whole = &rest[..letters];
    let own = whole.find(east_asian).unwrap_or(letters);
    let named = || official.names.inside(&whole.to_lowercase()).any(|(name, ..)| name.east_asian());
    let goes_on = whole.ends_with(|letter: char| letter.is_ascii_digit()) && (own > 0 || named());
    let name = rest[..if goes_on { letters } else { own }].trim_end_matches(['.', '-', '_']);
    // An account's name is no word of the sentence: it has a digit, a line or a brand, which its judge sees.
    let told = name.contains(|letter: char| letter.is_ascii_digit() || letter == '_')
        || text[end..start].contains([':', '：', '@']);
    (start - end <= LONGEST_GAP && name.len() >= 4 && name.len() <= LONGEST_ACCOUNT && (told || !name.contains('.')))
        .then(|| Candidate { span: start..start + name.len(), what: What::Handle })
}

/// The sender's name before `<address>`.
fn shown(text: &str, start: usize) -> Option<&str> {
    let before = text[..start].strip_suffix('<')?;
    let mut from = before.len().saturating_sub(LONGEST_NAME);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let line = before[from..].rsplit(['\n', ':', '：', ',', '，', '>']).next()?;
    let name = line.trim().trim_matches(['"', '\'', '“', '”', '「', '」']);
    (!name.is_empty()).then_some(name)
}
