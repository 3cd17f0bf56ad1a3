//! The lists of `rules/impostors/`, read once: what is known of the world beside what a desk calls official.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::fold;

/// What a word beside a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    Help,
    SignIn,
    Money,
    Trust,
    Place,
    Product,
    Messenger,
    /// What others say of an exchange: news, fans, prices.
    Neutral,
    /// Programs that talk to an exchange.
    Dev,
}

impl Class {
    /// Whether a word of this class is what phishing adds to a name.
    pub(crate) fn lures(self) -> bool {
        !matches!(self, Class::Neutral | Class::Dev)
    }

    /// Whether it lures without doubt: others' sites and accounts have no such word.
    pub(crate) fn presses(self) -> bool {
        matches!(self, Class::Help | Class::SignIn | Class::Money)
    }
}

pub(crate) struct Rules {
    pub suffixes: HashSet<&'static str>,
    pub tlds: HashSet<&'static str>,
    pub files: HashSet<&'static str>,
    pub risky: HashSet<&'static str>,
    /// Words of a path that press.
    pub urgent: HashSet<&'static str>,
    /// A messenger's own host by its other ones.
    pub aliases: HashMap<&'static str, &'static str>,
    /// Free hosting; with a slash at the end, the name is in the path.
    pub free: HashSet<&'static str>,
    pub shorteners: HashSet<&'static str>,
    pub mailhosts: HashSet<&'static str>,
    pub known: HashSet<&'static str>,
    pub others: HashSet<&'static str>,
    /// The same as they look.
    pub others_look: HashSet<String>,
    pub common: HashSet<&'static str>,
    pub topics: HashSet<&'static str>,
    /// Other names by the name that a brand is known by.
    pub names: HashMap<&'static str, Vec<&'static str>>,
    /// Per host, the parts of a path before an account's name.
    pub messengers: HashMap<&'static str, Vec<Vec<&'static str>>>,
    /// Added words, and the same as they look (see [`fold::skeleton`]).
    pub words: HashMap<String, Class>,
    pub looks: HashMap<String, Class>,
}

static RULES: LazyLock<Rules> = LazyLock::new(Rules::read);

/// The lists.
pub(crate) fn rules() -> &'static Rules {
    &RULES
}

/// The lines of a list that are no comments.
pub(crate) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn set(text: &'static str) -> HashSet<&'static str> {
    lines(text).flat_map(str::split_whitespace).collect()
}

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../rules/impostors/", $name, ".txt"))
    };
}

impl Rules {
    fn read() -> Rules {
        let words = words(list!("words"));
        Rules {
            suffixes: set(list!("suffixes")),
            tlds: set(list!("tlds")),
            files: set(list!("files")),
            risky: set(list!("risky")),
            urgent: set(list!("urgent")),
            aliases: aliases(list!("aliases")),
            free: set(list!("free")),
            shorteners: set(list!("shorteners")),
            mailhosts: set(list!("mailhosts")),
            known: set(list!("known")),
            others: set(list!("others")),
            others_look: set(list!("others")).iter().map(|word| fold::skeleton(word)).collect(),
            common: set(list!("common")),
            topics: set(list!("topics")),
            names: names(list!("names")),
            messengers: messengers(list!("messengers")),
            looks: looks(&words),
            words,
        }
    }
}

fn words(text: &'static str) -> HashMap<String, Class> {
    let mut words = HashMap::new();
    let mut class = Class::Neutral;
    for line in lines(text) {
        class = match line {
            "[help]" => Class::Help,
            "[signin]" => Class::SignIn,
            "[money]" => Class::Money,
            "[trust]" => Class::Trust,
            "[place]" => Class::Place,
            "[product]" => Class::Product,
            "[messenger]" => Class::Messenger,
            "[neutral]" => Class::Neutral,
            "[dev]" => Class::Dev,
            _ => {
                for word in line.split_whitespace() {
                    words.entry(fold::fold(word).text).or_insert(class);
                }
                class
            }
        };
    }
    words
}

/// Short ones are left out: as skeletons they are parts of too many other words.
fn looks(words: &HashMap<String, Class>) -> HashMap<String, Class> {
    let long = words.iter().filter(|(word, _)| word.len() > 2);
    long.map(|(word, class)| (fold::skeleton(word), *class)).collect()
}

fn names(text: &'static str) -> HashMap<&'static str, Vec<&'static str>> {
    let entry = |line: &'static str| line.split_once(": ").map(|(of, names)| (of, names.split(' ').collect()));
    lines(text).filter_map(entry).collect()
}

fn aliases(text: &'static str) -> HashMap<&'static str, &'static str> {
    let others = |line: &'static str| {
        let (own, others) = line.split_once(' ').unwrap_or((line, ""));
        others.split(' ').map(move |other| (other, own))
    };
    lines(text).flat_map(others).collect()
}

fn messengers(text: &'static str) -> HashMap<&'static str, Vec<Vec<&'static str>>> {
    let mut hosts: HashMap<_, Vec<Vec<_>>> = HashMap::new();
    for line in lines(text) {
        let mut parts = line.split(' ');
        let host = parts.next().unwrap_or_default();
        hosts.entry(host).or_default().push(parts.filter(|part| *part != "-").collect());
    }
    // The longest path first: "line.me/R/ti/p/name" is no account called R.
    hosts.values_mut().for_each(|paths| paths.sort_by_key(|path| std::cmp::Reverse(path.len())));
    hosts
}
