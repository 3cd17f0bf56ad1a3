//! What a search or a view asks for, as people type it:
//! `category:deposit state:open assignee:me tag:vip -tag:test before:2026-11-01 "exact words" other words`.
//!
//! - A *filter* is a name, a colon and a value; each stands once, `tag:` and `-tag:` may stand often. All must hold.
//! - What has a colon and is no filter's name (`https://…`, `12:30`) is a word; a name of letters that we do not know
//!   is refused, so that a mistyped filter never passes for a search that found nothing.
//! - Printing gives the one form that is stored, and that reads back as the same query.
//! - Names of agents, teams and customers are looked up when the query is used ([`Facets::pin`]), so that a saved view
//!   goes with the names.

mod pinned;
mod terms;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use crate::check::{Email, MAX_FILTERS, MAX_QUERY, MAX_TERMS};
use crate::clock::{DAY, Micros};
use crate::error::{Args, FieldProblem, Problem, Result};
use crate::language::Language;
use crate::secrets::clean;
use crate::tickets::{Awaiting, Category, Channel, Priority, Standing};
use terms::{Term, Terms};

pub use pinned::{Held, Pinned, Stand, teams_of};

/// All that is asked for. The default asks for every ticket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What a ticket must be.
    pub facets: Facets,
    /// Came in before this day began (UTC).
    pub before: Option<Micros>,
    /// Came in on this day (UTC) or later.
    pub after: Option<Micros>,
    /// Must be said somewhere, just so.
    pub phrases: Vec<String>,
    /// Must be said somewhere.
    pub words: Vec<String>,
}

/// What a ticket must be, in the words of whoever asked. The default holds for every ticket.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// `category:deposit`
    pub category: Option<Category>,
    /// `state:open`
    pub standing: Option<Standing>,
    /// `assignee:me`
    pub assignee: Option<Assignee>,
    /// `team:none`
    pub team: Option<Team>,
    /// `awaiting:agent`
    pub awaiting: Option<Awaiting>,
    /// `customer:wang@example.com`
    pub customer: Option<Whom>,
    /// `priority:high`
    pub priority: Option<Priority>,
    /// `language:ko`
    pub language: Option<Language>,
    /// `channel:form`
    pub channel: Option<Channel>,
    /// `tag:vip`, all of them, each once.
    pub tags: Vec<String>,
    /// `-tag:test`, none of them, each once.
    pub without: Vec<String>,
}

/// Whose a ticket is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// Mine.
    Me,
    /// Nobody's.
    Nobody,
    /// Of the agent with this number.
    Number(String),
}

/// Which team has a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Team {
    /// One of mine.
    Mine,
    /// None.
    Nobody,
    /// The team of this name.
    Named(String),
}

/// Which customer's a ticket is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Reached at this address (folded).
    Address(String),
    /// With this id.
    Id(uuid::Uuid),
}

/// The names of all filters, in the order in which they are printed.
pub const NAMES: [&str; 12] = [
    "category", "state", "assignee", "team", "awaiting", "customer", "priority", "language", "channel", "tag",
    "before", "after",
];

/// Characters in a tag.
const TAG: usize = 40;
/// Characters of a wrong value that are told back.
const TOLD: usize = 40;

impl Query {
    /// Reads a query that was sent as `field`.
    ///
    /// # Errors
    /// 422 that names the field, and which filter is wrong and how.
    pub fn parse(field: &str, text: &str) -> Result<Query> {
        let refuse = |code, args| Problem::invalid(vec![FieldProblem { field: field.to_owned(), code, args }]);
        let actual = text.chars().count();
        if actual > MAX_QUERY {
            return Err(refuse("too-long", vec![("max", MAX_QUERY.into()), ("actual", actual.into())]));
        }
        let mut query = Query::default();
        for term in Terms::of(&terms::plain(text)) {
            query.take(term).map_err(|wrong| wrong.problem(field))?;
        }
        if query.words.len() + query.phrases.len() > MAX_TERMS {
            return Err(refuse("too-many-terms", vec![("max", MAX_TERMS.into())]));
        }
        if query.facets.tags.len() + query.facets.without.len() > MAX_FILTERS {
            return Err(refuse("too-many-filters", vec![("max", MAX_FILTERS.into())]));
        }
        // What is stored is the printed form: it must be readable again.
        let actual = query.to_string().chars().count();
        if actual > MAX_QUERY {
            return Err(refuse("too-long", vec![("max", MAX_QUERY.into()), ("actual", actual.into())]));
        }
        Ok(query)
    }

    /// Whether it asks for nothing but filters that a ticket's row answers: what a view may go by.
    #[must_use]
    pub fn is_of_facets(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.before.is_none() && self.after.is_none()
    }

    fn take(&mut self, term: Term) -> Result<(), Wrong> {
        match term {
            Term::Word(word) => once_more(&mut self.words, word),
            Term::Phrase(phrase) => once_more(&mut self.phrases, phrase),
            Term::Filter { negated, name, value } => self.filter(negated, &name, &value)?,
        }
        Ok(())
    }

    fn filter(&mut self, negated: bool, name: &str, value: &str) -> Result<(), Wrong> {
        let Some(name) = NAMES.iter().find(|known| **known == name) else {
            return Err(Wrong::Unknown(name.to_owned()));
        };
        let facets = &mut self.facets;
        let wrong = || Wrong::value(name, value);
        if negated && *name != "tag" {
            return Err(Wrong::Negated(name));
        }
        match *name {
            "category" => set(name, &mut facets.category, named(value, Category::parse).ok_or_else(wrong)?),
            "state" => set(name, &mut facets.standing, named(value, Standing::parse).ok_or_else(wrong)?),
            "assignee" => set(name, &mut facets.assignee, value.parse().map_err(|()| wrong())?),
            "team" => set(name, &mut facets.team, value.parse().map_err(|()| wrong())?),
            "awaiting" => set(name, &mut facets.awaiting, named(value, Awaiting::parse).ok_or_else(wrong)?),
            "customer" => set(name, &mut facets.customer, value.parse().map_err(|()| wrong())?),
            "priority" => set(name, &mut facets.priority, named(value, Priority::parse).ok_or_else(wrong)?),
            "language" => set(name, &mut facets.language, language(value).ok_or_else(wrong)?),
            "channel" => set(name, &mut facets.channel, named(value, Channel::parse).ok_or_else(wrong)?),
            "before" => set(name, &mut self.before, day(value).ok_or_else(wrong)?),
            "after" => set(name, &mut self.after, day(value).ok_or_else(wrong)?),
            _ => {
                let list = if negated { &mut facets.without } else { &mut facets.tags };
                once_more(list, tag(value).ok_or_else(wrong)?);
                Ok(())
            }
        }
    }
}

impl Facets {
    /// As `name:value`, in the order of [`NAMES`].
    fn printed(&self) -> Vec<String> {
        let whose = self.assignee.as_ref().map(|assignee| match assignee {
            Assignee::Me => "me",
            Assignee::Nobody => "none",
            Assignee::Number(number) => number,
        });
        let team = self.team.as_ref().map(|team| match team {
            Team::Mine => "mine".to_owned(),
            Team::Nobody => "none".to_owned(),
            Team::Named(name) => quoted(name),
        });
        let customer = self.customer.as_ref().map(|whom| match whom {
            Whom::Address(address) => address.clone(),
            Whom::Id(id) => id.to_string(),
        });
        let single = [
            ("category", self.category.map(Category::slug)),
            ("state", self.standing.map(Standing::name)),
            ("assignee", whose),
            ("team", team.as_deref()),
            ("awaiting", self.awaiting.map(Awaiting::name)),
            ("customer", customer.as_deref()),
            ("priority", self.priority.map(Priority::name)),
            ("language", self.language.map(Language::tag)),
            ("channel", self.channel.map(Channel::name)),
        ];
        let single = single.into_iter().filter_map(|(name, value)| Some(format!("{name}:{}", value?)));
        let tags = self.tags.iter().map(|tag| format!("tag:{tag}"));
        single.chain(tags).chain(self.without.iter().map(|tag| format!("-tag:{tag}"))).collect()
    }
}

/// A value that may have spaces in it.
fn quoted(value: &str) -> String {
    if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() }
}

impl fmt::Display for Facets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.printed().join(" "))
    }
}

impl fmt::Display for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = self.facets.printed();
        let days = [("before", self.before), ("after", self.after)];
        parts.extend(days.into_iter().filter_map(|(name, at)| Some(format!("{name}:{}", date(at?)))));
        parts.extend(self.phrases.iter().map(|phrase| format!("\"{phrase}\"")));
        parts.extend(self.words.iter().cloned());
        formatter.write_str(&parts.join(" "))
    }
}

/// What is wrong with a filter.
enum Wrong {
    Unknown(String),
    Value(&'static str, String),
    Twice(&'static str),
    Negated(&'static str),
}

impl Wrong {
    fn value(name: &'static str, value: &str) -> Wrong {
        // Half a secret would not be known as one any more.
        Wrong::Value(name, clean::told(value).chars().take(TOLD).collect())
    }

    /// Names the text.
    fn code(&self) -> &'static str {
        match self {
            Wrong::Unknown(_) => "unknown-filter",
            Wrong::Value(..) => "invalid-filter",
            Wrong::Twice(_) => "repeated-filter",
            Wrong::Negated(_) => "negated-filter",
        }
    }

    fn args(&self) -> Args {
        match self {
            Wrong::Unknown(name) => {
                vec![("filter", name.as_str().into()), ("known", NAMES.join(", ").as_str().into())]
            }
            Wrong::Value(name, value) => vec![("filter", (*name).into()), ("value", value.as_str().into())],
            Wrong::Twice(name) | Wrong::Negated(name) => vec![("filter", (*name).into())],
        }
    }

    /// Of a query that was sent as `field`.
    fn problem(&self, field: &str) -> Problem {
        Problem::invalid(vec![FieldProblem { field: field.to_owned(), code: self.code(), args: self.args() }])
    }
}

fn set<T: PartialEq>(name: &'static str, place: &mut Option<T>, value: T) -> Result<(), Wrong> {
    match place {
        Some(there) if *there != value => Err(Wrong::Twice(name)),
        _ => {
            *place = Some(value);
            Ok(())
        }
    }
}

fn once_more(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

fn named<T>(value: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    parse(&value.to_ascii_lowercase())
}

/// Tags of languages have capitals in them.
fn language(value: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(value))
}

/// A tag: lower-case letters, digits, `-`, `_`; the letters of any script.
fn tag(value: &str) -> Option<String> {
    let tag = value.to_lowercase();
    let holds = tag.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    (holds && (1..=TAG).contains(&tag.chars().count())).then_some(tag)
}

/// The beginning of a day in UTC.
fn day(value: &str) -> Option<Micros> {
    let shaped = value.len() == 10 && value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date: jiff::civil::Date = value.parse().ok().filter(|_| shaped)?;
    let at = date.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_microsecond();
    (at >= 0).then_some(at)
}

fn date(at: Micros) -> String {
    let day = jiff::civil::Date::constant(1970, 1, 1).checked_add(jiff::Span::new().days(at / DAY));
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl FromStr for Assignee {
    type Err = ();
    fn from_str(value: &str) -> Result<Assignee, ()> {
        match value.to_ascii_lowercase().as_str() {
            "me" => Ok(Assignee::Me),
            "none" => Ok(Assignee::Nobody),
            number if number.bytes().all(|b| b.is_ascii_digit()) && (1..=9).contains(&number.len()) => {
                Ok(Assignee::Number(format!("{number:0>4}")))
            }
            _ => Err(()),
        }
    }
}

impl FromStr for Team {
    type Err = ();
    fn from_str(value: &str) -> Result<Team, ()> {
        match value.to_ascii_lowercase().as_str() {
            "mine" => Ok(Team::Mine),
            "none" => Ok(Team::Nobody),
            "" => Err(()),
            _ => Ok(Team::Named(value.to_owned())),
        }
    }
}

impl FromStr for Whom {
    type Err = ();
    fn from_str(value: &str) -> Result<Whom, ()> {
        match Email::parse(value) {
            Some(email) => Ok(Whom::Address(email.key)),
            None => value.parse().map(Whom::Id).map_err(drop),
        }
    }
}
