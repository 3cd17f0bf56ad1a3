//! One function per class of attack.

use super::{Brand, Case, Dice, Half, section};

type Attack = fn(&Brand, &Words, &mut Dice) -> String;

const LINKS: [(&str, Attack); 28] = [
    ("homoglyph", homoglyph),
    ("ascii lookalike", lookalike),
    ("omission", omission),
    ("doubling", doubling),
    ("transposition", transposition),
    ("adjacent key", adjacent),
    ("added word", added),
    ("added word glued", glued),
    ("word in front", in_front),
    ("two words", two_words),
    ("digits", digits),
    ("other ending", ending),
    ("subdomain", subdomain),
    ("official in front", official_in_front),
    ("path", path),
    ("userinfo", userinfo),
    ("free hosting", free),
    ("bare address", bare),
    ("lookalike with word", lookalike_word),
    ("typo with word", typo_word),
    ("bare address beside the name", bare_beside),
    ("dots in words", spelled),
    ("label that hides", hidden),
    ("name in a free path", free_path),
    ("name in a query", query),
    ("vowels swapped", vowels),
    ("slip where the path asks", asked),
    ("full width", full_width),
];

const ACCOUNTS: [(&str, Attack); 5] = [
    ("handle support", handle),
    ("handle place", handle_place),
    ("handle lookalike", handle_lookalike),
    ("messenger link", messenger),
    ("mail", mail),
];

/// The word lists of a half.
pub struct Words(Half);

impl Words {
    fn list(&self, key: &str) -> Vec<&'static str> {
        let prefix = format!("{key}: ");
        let lines = include_str!("words.txt").lines().filter_map(|line| line.strip_prefix(prefix.as_str()));
        let line = lines.clone().nth(usize::from(self.0 == Half::Held)).expect("a list");
        line.split(' ').collect()
    }

    fn pick(&self, key: &str, dice: &mut Dice) -> &'static str {
        let list = self.list(key);
        list[dice.below(list.len())]
    }

    fn lure(&self, dice: &mut Dice) -> &'static str {
        let kind = dice.pick(&["help", "signin", "money", "trust", "place", "product"]).to_owned();
        self.pick(kind, dice)
    }
}

/// All attacks on a brand.
pub fn on(brand: &Brand, half: Half, dice: &mut Dice, cases: &mut Vec<Case>) {
    let words = Words(half);
    let messages = include_str!("messages.txt");
    let mut add = |class: &str, input: String| cases.push(Case { class: class.into(), input, imitation: true });
    for (class, attack) in LINKS {
        for _ in 0..2 {
            let made = attack(brand, &words, dice);
            if made.is_empty() {
                continue;
            }
            add(class, made.clone());
            add(&format!("{class} (message)"), dice.pick(&section(messages, "[link]")).replace("{X}", &made));
        }
    }
    for (class, attack) in ACCOUNTS {
        let made = attack(brand, &words, dice);
        add(class, made.clone());
        add(&format!("{class} (message)"), dice.pick(&section(messages, "[handle]")).replace("{H}", &made));
    }
    for line in section(messages, "[claim]") {
        let account = format!("@{}_{}", dice.pick(&["help", "mr", "desk", "lucy"]), 10 + dice.below(80));
        add("claim", line.replace("{B}", &brand.name).replace("{H}", &account));
    }
    add("display name", format!("\"{} Support\" <{}@gmail.com>", brand.name, dice.pick(&["notice.team1", "svc0091"])));
}

fn ending_of(brand: &Brand) -> &str {
    &brand.domain[brand.label.len()..]
}

fn join(brand: &Brand, word: &str) -> String {
    // "crypto-support" is nobody's name: crypto.com is imitated with its ending.
    let label = if brand.label == "crypto" { "crypto-com" } else { &brand.label };
    format!("{label}-{word}")
}

fn replace(label: &str, pairs: &[(&str, &str)], dice: &mut Dice) -> String {
    let fits: Vec<_> = pairs.iter().filter(|(from, _)| label.contains(from)).collect();
    if fits.is_empty() {
        return String::new();
    }
    let (from, to) = dice.pick(&fits);
    label.replacen(from, to, 1)
}

fn homoglyph(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let tuned = [("o", "о"), ("a", "а"), ("e", "е"), ("x", "х"), ("i", "і"), ("c", "с"), ("t", "τ")];
    let held = [
        ("o", "ο"),
        ("a", "ɑ"),
        ("e", "ё"),
        ("x", "ⅹ"),
        ("i", "í"),
        ("c", "ϲ"),
        ("k", "κ"),
        ("h", "һ"),
        ("b", "Ь"),
        ("m", "ｍ"),
    ];
    let pairs: &[_] = if words.0 == Half::Tuned { &tuned } else { &held };
    format!("{}{}", replace(&brand.label, pairs, dice), ending_of(brand))
}

fn lookalike(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let tuned = [("o", "0"), ("i", "1"), ("m", "rn"), ("e", "3")];
    let held = [("o", "0"), ("i", "l"), ("a", "4"), ("b", "8"), ("t", "7")];
    let made = replace(&brand.label, if words.0 == Half::Tuned { &tuned } else { &held }, dice);
    if made.is_empty() { made } else { format!("{made}{}", ending_of(brand)) }
}

fn slip(brand: &Brand, least: usize, change: impl FnOnce(&str) -> String) -> String {
    if brand.label.len() < least { String::new() } else { format!("{}{}", change(&brand.label), ending_of(brand)) }
}

fn omission(brand: &Brand, _: &Words, dice: &mut Dice) -> String {
    slip(brand, 5, |label| {
        let at = 1 + dice.below(label.len() - 2);
        format!("{}{}", &label[..at], &label[at + 1..])
    })
}

fn doubling(brand: &Brand, _: &Words, dice: &mut Dice) -> String {
    slip(brand, 3, |label| {
        let at = dice.below(label.len());
        format!("{}{}", &label[..=at], &label[at..])
    })
}

fn transposition(brand: &Brand, _: &Words, dice: &mut Dice) -> String {
    slip(brand, 4, |label| {
        let at = dice.below(label.len() - 1);
        let mut bytes = label.as_bytes().to_vec();
        bytes.swap(at, at + 1);
        String::from_utf8(bytes).expect("ASCII")
    })
}

fn adjacent(brand: &Brand, _: &Words, dice: &mut Dice) -> String {
    let keys = [("n", "m"), ("a", "s"), ("i", "o"), ("e", "r"), ("b", "v"), ("t", "r"), ("u", "i"), ("c", "x")];
    slip(brand, 5, |label| replace(label, &keys, dice))
}

fn added(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let word = words.lure(dice);
    format!("{}.{}", join(brand, word), words.pick("ending", dice))
}

fn glued(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let kind = *dice.pick(&["help", "signin", "money"]);
    let word = words.pick(kind, dice).replace('-', "");
    format!("{}{word}.{}", brand.label_for_glue(), words.pick("ending", dice))
}

fn in_front(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let kind = *dice.pick(&["help", "signin", "trust"]);
    format!("{}-{}.com", words.pick(kind, dice), brand.label_for_glue())
}

fn two_words(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    format!(
        "{}-{}-{}.com",
        words.pick("trust", dice),
        join(brand, words.pick("signin", dice)),
        words.pick("place", dice)
    )
}

fn digits(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    if brand.common() {
        return String::new();
    }
    format!("{}{}.{}", brand.label, dice.pick(&["8", "168", "365", "01"]), words.pick("ending", dice))
}

fn ending(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    format!("{}.{}", brand.label, words.pick("ending", dice))
}

fn subdomain(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let evil = words.pick("evil", dice);
    if brand.common() {
        return format!("https://{}.{evil}/", join(brand, words.pick("signin", dice)));
    }
    format!("https://{}.{evil}/", brand.label)
}

fn official_in_front(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let mark = dice.pick(&[".", "-"]);
    format!("https://{}{mark}{}/home", brand.domain, words.pick("evil", dice))
}

fn path(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    format!("http://{}/{}/{}", words.pick("evil", dice), brand.domain, words.pick("signin", dice))
}

fn userinfo(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    format!("https://{}@{}/", brand.domain, words.pick("evil", dice))
}

fn free(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let host = words.pick("free", dice);
    if dice.below(2) == 0 && !brand.common() {
        return format!("https://{}.{host}/", brand.label);
    }
    format!("https://{}.{host}/", join(brand, words.pick("signin", dice)))
}

fn bare(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    format!("http://185.{}.{}.14/{}/{}", dice.below(255), dice.below(255), brand.domain, words.pick("signin", dice))
}

fn bare_beside(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let port = if words.0 == Half::Tuned { "" } else { ":8080" };
    format!("{} http://45.{}.{}.9{port}/", brand.name, dice.below(255), dice.below(255))
}

fn spelled(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let marks: &[&str] = if words.0 == Half::Tuned { &[" dot ", "[.]", " . "] } else { &["(dot)", "点", " [dot] "] };
    let domain = format!("{}.{}", join(brand, words.pick("signin", dice)), dice.pick(&["com", "net", "xyz"]));
    format!("www.{domain}").replace('.', dice.pick::<&str>(marks))
}

fn hidden(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let evil = words.pick("evil", dice);
    match (words.0 == Half::Tuned, dice.below(2)) {
        (true, 0) => format!("[https://www.{}](https://{evil}/a)", brand.domain),
        (true, _) => format!("<a href=\"https://{evil}/a\">{}</a>", brand.domain),
        (false, 0) => format!("[url=https://{evil}/a]{}/login[/url]", brand.domain),
        (false, _) => format!("<a href='https://{evil}'>https://{}/login</a>", brand.domain),
    }
}

fn free_path(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let host = if words.0 == Half::Tuned { "wixsite.com" } else { "weebly.com" };
    let site = if brand.common() { join(brand, words.pick("signin", dice)) } else { brand.label.clone() };
    format!("https://user{}.{host}/{site}", dice.below(90))
}

fn query(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let key = if words.0 == Half::Tuned { "site" } else { "to" };
    format!("https://{}.vip/?{key}={}&step=1", words.pick("trust", dice), brand.domain)
}

fn vowels(brand: &Brand, _: &Words, _: &mut Dice) -> String {
    let made = slip(brand, 5, |label| {
        let mut letters = label.as_bytes().to_vec();
        let vowel = |letter: u8| b"aeiouy".contains(&letter);
        let at = (1..letters.len() - 2).find(|at| {
            let (one, other) = (letters[*at], letters[at + 2]);
            vowel(one) && vowel(other) && one != other && !vowel(letters[at + 1])
        });
        at.into_iter().for_each(|at| letters.swap(at, at + 2));
        String::from_utf8(letters).expect("ASCII")
    });
    if made == brand.domain { String::new() } else { made }
}

fn asked(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let path = if words.0 == Half::Tuned { "kyc?id=71" } else { "m/#/register" };
    if brand.common() || brand.label.len() > 3 {
        return String::new();
    }
    format!("https://{}{}{}/{path}", brand.label, dice.pick(&["s", "c", "e"]), ending_of(brand))
}

fn full_width(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let plain = format!("{}.com", join(brand, words.pick("signin", dice)));
    let wide = |letter: char| char::from_u32(u32::from(letter) + 0xfee0).unwrap_or(letter);
    plain.chars().map(wide).collect()
}

fn lookalike_word(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let made = replace(&brand.label_for_glue(), &[("o", "0"), ("i", "1"), ("a", "а"), ("x", "х"), ("e", "е")], dice);
    format!("{made}-{}.com", words.lure(dice))
}

fn typo_word(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    if brand.label.len() < 5 || brand.label == "crypto" {
        return String::new();
    }
    let at = 1 + dice.below(brand.label.len() - 2);
    format!("{}{}-{}.com", &brand.label[..=at], &brand.label[at..], words.pick("signin", dice))
}

fn handle(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let word = words.pick("help", dice);
    match dice.below(3) {
        0 => format!("@{}_{word}", brand.label_for_glue()),
        1 => format!("@{}{word}", brand.label_for_glue()),
        _ => format!("@{}_{word}{:02}", brand.label_for_glue().to_uppercase(), dice.below(20)),
    }
}

fn handle_place(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    format!("@{}_{}_{}", brand.label_for_glue(), words.pick("help", dice), words.pick("place", dice))
}

fn handle_lookalike(brand: &Brand, _: &Words, dice: &mut Dice) -> String {
    let label = brand.label_for_glue();
    let made = replace(&label, &[("o", "0"), ("i", "l"), ("a", "4"), ("e", "3")], dice);
    if made.is_empty() { format!("@{label}_{label}_help") } else { format!("@{made}") }
}

fn messenger(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let host = dice.pick(&["t.me/", "https://t.me/", "https://x.com/", "https://line.me/ti/p/~"]);
    format!("{host}{}_{}", brand.label_for_glue(), words.pick("help", dice).replace('-', ""))
}

fn mail(brand: &Brand, words: &Words, dice: &mut Dice) -> String {
    let word = words.pick("help", dice);
    match dice.below(3) {
        0 => format!("{word}@{}.com", join(brand, word)),
        1 => format!("{}.{word}@{}", brand.label_for_glue(), words.pick("freemail", dice)),
        _ => format!("{word}.{}@{}", brand.label_for_glue(), words.pick("freemail", dice)),
    }
}

impl Brand {
    /// Whether the label alone is a word of every day.
    fn common(&self) -> bool {
        ["gate", "gemini", "kraken", "crypto"].contains(&self.label.as_str())
    }

    fn label_for_glue(&self) -> String {
        if self.label == "crypto" { "cryptocom".into() } else { self.label.clone() }
    }
}
