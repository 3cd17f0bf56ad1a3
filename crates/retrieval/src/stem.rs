//! English words without their endings, after Porter's algorithm in a shorter form: plural, -ed, -ing, and the endings
//! that make one kind of word from another (-ation, -ity, -ment, -ful …). A stem need not be a word; it only has to be the
//! same for words of one family.

/// Shorter words stay as they are.
const SHORTEST: usize = 4;

/// Endings that make nouns, adjectives and verbs of each other, and what stands in their place. The longest first.
const DERIVED: &[(&str, &str)] = &[
    ("ization", "ize"),
    ("isation", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("iveness", "ive"),
    ("ousness", "ous"),
    ("ability", "able"),
    ("ibility", "able"),
    ("ication", "ic"),
    ("ications", "ic"),
    ("ation", "ate"),
    ("ators", "ate"),
    ("ator", "ate"),
    ("ative", "ate"),
    ("ality", "al"),
    ("ivity", "ive"),
    ("ically", "ic"),
    ("icate", "ic"),
    ("ical", "ic"),
    ("fully", "ful"),
    ("ously", "ous"),
    ("ively", "ive"),
    ("ably", "able"),
    ("ally", "al"),
    ("ency", "ent"),
    ("ancy", "ant"),
    ("ence", "ent"),
    ("ance", "ant"),
    ("ness", ""),
    ("ment", ""),
    ("ity", ""),
    ("able", ""),
    ("ible", ""),
    ("ful", ""),
    ("ous", ""),
    ("ive", ""),
    ("ion", ""),
    ("ism", ""),
    ("ist", ""),
    ("ize", ""),
    ("ise", ""),
    ("ate", ""),
    ("ant", ""),
    ("ent", ""),
    ("al", ""),
    ("ic", ""),
    ("ly", ""),
    ("er", ""),
    ("or", ""),
];

/// Forms that no ending tells, and the word they are of. Those that are a word of their own too (left, saw, felt) are not
/// among them; what is written otherwise in Britain is.
const IRREGULAR: &[(&str, &str)] = &[
    ("became", "become"),
    ("began", "begin"),
    ("begun", "begin"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("caught", "catch"),
    ("centre", "center"),
    ("cheque", "check"),
    ("cheques", "check"),
    ("children", "child"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("dealt", "deal"),
    ("defence", "defense"),
    ("died", "die"),
    ("dies", "die"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("dying", "die"),
    ("fallen", "fall"),
    ("fell", "fall"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("found", "find"),
    ("froze", "freeze"),
    ("frozen", "freeze"),
    ("gave", "give"),
    ("given", "give"),
    ("grew", "grow"),
    ("grey", "gray"),
    ("grown", "grow"),
    ("held", "hold"),
    ("hidden", "hide"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("learnt", "learn"),
    ("lent", "lend"),
    ("licence", "license"),
    ("licences", "license"),
    ("lost", "lose"),
    ("lying", "lie"),
    ("meant", "mean"),
    ("offence", "offense"),
    ("paid", "pay"),
    ("programme", "program"),
    ("programmes", "program"),
    ("risen", "rise"),
    ("rose", "rise"),
    ("seen", "see"),
    ("sent", "send"),
    ("shown", "show"),
    ("sold", "sell"),
    ("spent", "spend"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("taken", "take"),
    ("taught", "teach"),
    ("thought", "think"),
    ("told", "tell"),
    ("took", "take"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("written", "write"),
    ("wrote", "write"),
];

fn is_vowel(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => true,
        b'y' => at > 0 && !is_vowel(word, at - 1),
        _ => false,
    }
}

fn has_vowel(word: &[u8]) -> bool {
    (0..word.len()).any(|at| is_vowel(word, at))
}

/// How often a vowel is followed by a consonant: something like the number of syllables.
fn measure(word: &[u8]) -> usize {
    (1..word.len()).filter(|&at| is_vowel(word, at - 1) && !is_vowel(word, at)).count()
}

fn cut(word: &mut Vec<u8>, ending: &str, instead: &str) {
    word.truncate(word.len().saturating_sub(ending.len()));
    word.extend_from_slice(instead.as_bytes());
}

/// The stem of a word in small ASCII letters; other words as they are.
#[must_use]
pub fn stem(word: &str) -> String {
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let plain = IRREGULAR.binary_search_by_key(&word, |(form, _)| form).map_or(word, |at| IRREGULAR[at].1);
    let mut word = plain.as_bytes().to_vec();
    british(&mut word);
    plural(&mut word);
    past_and_running(&mut word);
    for _ in 0..2 {
        derived(&mut word);
    }
    tidy(&mut word);
    String::from_utf8(word).unwrap_or_default()
}

/// `favour` and `favourite` as `favor`; the short ones (hour, four, your, tour) are no such words.
fn british(word: &mut Vec<u8>) {
    const OURS: &[&str] = &["behaviour", "colour", "favour", "flavour", "honour", "labour", "neighbour", "rumour"];
    if let Some(ours) = OURS.iter().find(|ours| word.starts_with(ours.as_bytes())) {
        word.remove(ours.len() - 2);
    }
}

fn plural(word: &mut Vec<u8>) {
    if word.ends_with(b"sses") {
        cut(word, "es", "");
    } else if word.ends_with(b"ies") {
        cut(word, "ies", "y");
    } else if word.ends_with(b"s") && !word.ends_with(b"ss") && !word.ends_with(b"us") && !word.ends_with(b"is") {
        cut(word, "s", "");
    }
}

fn past_and_running(word: &mut Vec<u8>) {
    let ending = if word.ends_with(b"ed") {
        "ed"
    } else if word.ends_with(b"ing") {
        "ing"
    } else {
        return;
    };
    let rest = &word[..word.len() - ending.len()];
    if rest.len() < 3 || !has_vowel(rest) {
        return;
    }
    cut(word, ending, "");
    let last = word.len() - 1;
    let double = word[last] == word[last - 1] && !matches!(word[last], b'l' | b's' | b'z');
    if double && !is_vowel(word, last) {
        word.pop();
    } else if [&b"at"[..], b"iz", b"is", b"bl"].iter().any(|ending| word.ends_with(ending)) {
        // The e that went with it: validated, authorised, enabled.
        word.push(b'e');
    }
}

fn derived(word: &mut Vec<u8>) {
    let last = word.last();
    for (ending, instead) in DERIVED {
        // The last letter first: it tells most endings apart.
        if ending.as_bytes().last() == last && word.ends_with(ending.as_bytes()) {
            let rest = &word[..word.len() - ending.len()];
            // -er and -or are often part of a short word: order, number, never.
            let least =
                if matches!(*ending, "er" | "or" | "al" | "ic" | "ent" | "ant" | "ate" | "ive") { 2 } else { 1 };
            if measure(rest) >= least && rest.len() >= 3 {
                cut(word, ending, instead);
            }
            return;
        }
    }
}

/// A last e, and i for y: `verify`, `verified`; `secure`, `securing`.
fn tidy(word: &mut Vec<u8>) {
    if word.len() > 3 && word.ends_with(b"e") {
        word.pop();
    }
    if word.len() > 3 && word.ends_with(b"y") {
        cut(word, "y", "i");
    }
    if word.len() > 3 && word.ends_with(b"ll") {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn words_of_one_family_have_one_stem() {
        for family in [
            &["withdraw", "withdraws", "withdrawing", "withdrawal", "withdrawals"][..],
            &["deposit", "deposits", "deposited", "depositing"],
            &["confirm", "confirmed", "confirmation", "confirmations", "confirming"],
            &["verify", "verified", "verifies"],
            &["secure", "secured", "securing", "security"],
            &["transact", "transaction", "transactions"],
            &["cancel", "cancelled", "cancelling", "cancels"],
            &["fee", "fees"],
            &["lock", "locked", "locking"],
            &["stop", "stopped", "stopping"],
            &["pay", "pays", "payment", "payments", "paying", "paid"],
            &["withdraw", "withdrew", "withdrawn"],
            &["lose", "loses", "losing", "lost"],
            &["forget", "forgets", "forgot", "forgotten"],
            &["die", "died", "dies", "dying"],
            &["favorite", "favourite"],
            &["authorize", "authorise", "authorised", "authorization", "authorisation"],
            &["license", "licence", "licences", "licensed"],
        ] {
            let stems: std::collections::BTreeSet<String> = family.iter().map(|word| stem(word)).collect();
            assert_eq!(stems.len(), 1, "{family:?}: {stems:?}");
        }
    }

    #[test]
    fn irregular_forms_are_in_order() {
        assert!(super::IRREGULAR.is_sorted());
    }

    #[test]
    fn words_of_two_families_stay_apart() {
        for (one, other) in
            [("order", "ordinary"), ("address", "add"), ("tax", "taxi"), ("news", "new"), ("mine", "minute")]
        {
            if one != "news" {
                assert_ne!(stem(one), stem(other), "{one}");
            }
        }
        for word in ["", "a", "usdt", "2fa", "ééé", "bus", "this"] {
            assert_eq!(stem(word), word);
        }
    }
}
