//! The categories of tickets: which are offered, what each asks, who gets it, and by when it is answered.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Serialize};
use store::params;
use uuid::Uuid;

use crate::check::{Check, MAX_DESCRIPTION, MAX_TITLE};
use crate::error::Result;
use crate::language::Language;
use crate::settings::promise::Range;
use crate::settings::{Context, Document};
use crate::tickets::categories::{COMMON, Field, Input, is_slug, keep};
use crate::tickets::{Category, Priority};

/// Categories that a desk can add.
const MAX_OWN: usize = 50;
/// Fields that a category can add.
const MAX_FIELDS: usize = 30;
/// Choices of a field.
const MAX_CHOICES: usize = 100;
/// Places of an agent that one conversation can take.
const MAX_WEIGHT: usize = 5;
/// Where a stranger finds help that nobody else can give: never switched off.
const NEEDED: [Category; 4] = [Category::Recovery, Category::Security, Category::Phishing, Category::Other];

/// A word by language tag.
pub type Words = BTreeMap<String, String>;

/// The categories, in the order in which they are offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Categories {
    /// Each that every desk has, and those of this desk's own.
    pub categories: Vec<CategorySetting>,
}

/// One category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CategorySetting {
    /// Its name in addresses and in the API, for ever: 2 to 30 lower-case letters, digits and `-`.
    #[schema(pattern = "^[a-z][a-z0-9-]{1,29}$")]
    pub slug: String,
    /// Whether customers can choose it. What is there already stays. `recovery`, `security`, `phishing` and `other` are
    /// never off.
    #[serde(default = "yes")]
    #[schema(required = false)]
    pub enabled: bool,
    /// What it is called, by language tag; the desk's own words where nothing is said. A category of one's own needs
    /// one name.
    #[serde(default)]
    #[schema(required = false)]
    pub names: Words,
    /// A line that explains it, by language tag.
    #[serde(default)]
    #[schema(required = false)]
    pub hints: Words,
    /// How long an answer takes; as in the file of settings where nothing is said.
    #[serde(default)]
    pub promise: Option<Range>,
    /// The team that gets what comes.
    #[serde(default)]
    pub team: Option<Uuid>,
    /// How soon what comes matters.
    #[serde(default = "normal")]
    #[schema(required = false)]
    pub priority: Priority,
    /// How many of an agent's places a conversation about it takes, 1 to 5.
    #[serde(default = "one")]
    #[schema(required = false, minimum = 1, maximum = 5)]
    pub weight: usize,
    /// What it asks for, in this order; fields of the category that are not named come behind, as they are.
    #[serde(default)]
    #[schema(required = false)]
    pub fields: Vec<FieldSetting>,
}

const fn yes() -> bool {
    true
}

const fn normal() -> Priority {
    Priority::Normal
}

const fn one() -> usize {
    1
}

/// One field of a category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldSetting {
    /// Its name in the API.
    pub key: String,
    /// Whether it is asked for.
    pub ask: Ask,
    /// What makes it, when it is a field of one's own. Its name must be no other field's on this desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    pub own: Option<OwnField>,
}

/// Whether a field is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ask {
    /// The form insists on it; the API returns it among `missing_fields`.
    Required,
    /// It can be given.
    Optional,
    /// It is not asked for, and not taken.
    Hidden,
}

/// A field of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnField {
    /// How it is filled in.
    pub input: OwnInput,
    /// What it is called, by language tag; one at least.
    pub labels: Words,
    /// Why it is asked, by language tag.
    #[serde(default)]
    #[schema(required = false)]
    pub hints: Words,
    /// For `choice`: what there is to choose from.
    #[serde(default)]
    #[schema(required = false)]
    pub choices: Vec<OwnChoice>,
}

/// How a field of one's own is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = OwnFieldInput)]
pub enum OwnInput {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A decimal.
    Amount,
    /// One of some.
    Choice,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnChoice {
    /// Its name in the API: lower-case letters, digits, `-`, `_`.
    pub value: String,
    /// What it is called, by language tag; one at least.
    pub labels: Words,
}

/// What a category asks for, and what follows from it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which.
    pub category: Category,
    /// Whether customers can choose it.
    pub enabled: bool,
    /// The facts of this category.
    pub fields: Vec<Field>,
    /// What may be asked of everybody.
    pub common: Vec<Field>,
    /// How long an answer takes, if the settings say so.
    pub promise: Option<Range>,
    /// Who gets it.
    pub team: Option<Uuid>,
    /// How soon it matters.
    pub priority: Priority,
    /// How many of an agent's places a conversation takes.
    pub weight: usize,
}

impl Asked {
    /// Of a category that the settings no longer have.
    #[must_use]
    pub const fn nothing(category: Category) -> Asked {
        Asked {
            category,
            enabled: false,
            fields: Vec::new(),
            common: Vec::new(),
            promise: None,
            team: None,
            priority: Priority::Normal,
            weight: 1,
        }
    }

    /// Every fact that the form offers.
    pub fn all(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain(&self.common)
    }

    /// The required facts that `given` lacks.
    pub fn missing(&self, given: impl Fn(&str) -> bool) -> Vec<&'static str> {
        self.all().filter(|field| field.required && !given(field.key)).map(|field| field.key).collect()
    }
}

impl Default for Categories {
    fn default() -> Categories {
        Categories { categories: Category::ALL.map(CategorySetting::of).to_vec() }
    }
}

impl CategorySetting {
    fn of(category: Category) -> CategorySetting {
        let named = |field: &Field| {
            let ask = if field.required { Ask::Required } else { Ask::Optional };
            FieldSetting { key: field.key.to_owned(), ask, own: None }
        };
        CategorySetting {
            slug: category.slug().to_owned(),
            enabled: true,
            names: Words::new(),
            hints: Words::new(),
            promise: None,
            team: None,
            priority: Priority::Normal,
            weight: 1,
            fields: category.fields().map(named).collect(),
        }
    }

    /// What it comes to.
    #[must_use]
    pub fn asked(&self) -> Asked {
        let category = Category::stored(&self.slug).unwrap_or(Category::Other);
        let builtin = |key: &str| category.fields().find(|field| field.key == key).copied();
        let is_common = |key: &str| COMMON.iter().any(|field| field.key == key);
        let mut asked = Asked {
            category,
            enabled: self.enabled,
            fields: Vec::new(),
            common: Vec::new(),
            promise: self.promise,
            team: self.team,
            priority: self.priority,
            weight: self.weight,
        };
        for setting in &self.fields {
            let required = setting.ask == Ask::Required;
            let field = match &setting.own {
                Some(own) => Some(Field { key: keep(&setting.key), required, input: own.input() }),
                None => builtin(&setting.key).map(|field| Field { required, ..field }),
            };
            match field {
                Some(field) if is_common(field.key) && !required => asked.common.push(field),
                Some(field) => asked.fields.push(field),
                None => {}
            }
        }
        let named = |key: &str| self.fields.iter().any(|setting| setting.key == key);
        asked.fields.extend(category.own_fields().iter().filter(|field| !named(field.key)));
        asked.common.extend(COMMON.iter().filter(|field| !named(field.key)));
        let hidden = |key: &str| self.fields.iter().any(|setting| setting.key == key && setting.ask == Ask::Hidden);
        asked.fields.retain(|field| !hidden(field.key));
        asked.common.retain(|field| !hidden(field.key));
        asked
    }

    /// Every field named, as the API shows it.
    fn filled(mut self) -> CategorySetting {
        let category = Category::stored(&self.slug).unwrap_or(Category::Other);
        for field in CategorySetting::of(category).fields {
            if self.fields.iter().all(|setting| setting.key != field.key) {
                self.fields.push(field);
            }
        }
        self
    }
}

impl OwnField {
    fn input(&self) -> Input {
        match self.input {
            OwnInput::Line => Input::Line,
            OwnInput::Lines => Input::Lines,
            OwnInput::Amount => Input::Amount,
            OwnInput::Choice => Input::Choice(keep_list(self.choices.iter().map(|choice| choice.value.as_str()))),
        }
    }
}

/// Choices to copy. Like [`keep`], each list is kept once: its words, joined, are kept as one.
fn keep_list<'w>(words: impl Iterator<Item = &'w str>) -> &'static [&'static str] {
    use std::sync::{Mutex, PoisonError};
    static LISTS: Mutex<BTreeMap<&'static str, &'static [&'static str]>> = Mutex::new(BTreeMap::new());
    let words: Vec<&'static str> = words.map(keep).collect();
    let mut lists = LISTS.lock().unwrap_or_else(PoisonError::into_inner);
    lists.entry(keep(&words.join("\n"))).or_insert_with(|| Box::leak(words.into_boxed_slice()))
}

/// Whether a field can be called this: its name is that of a control, too.
fn is_key(word: &str) -> bool {
    (1..=40).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

impl Document for Categories {
    const NAME: &'static str = "categories";

    fn checked(mut self, context: &mut Context<'_, '_>) -> Result<Categories> {
        const TEAM: &str = "SELECT 1 FROM team WHERE id = $1 AND archived_at IS NULL";
        const USED: &str = "SELECT 1 FROM ticket WHERE category = $1 LIMIT 1";
        let mut check = Check::default();
        let slugs: Vec<&str> = self.categories.iter().map(|category| category.slug.as_str()).collect();
        for category in Category::ALL.iter().filter(|category| !slugs.contains(&category.slug())) {
            check.refuse_with("categories", "category-missing", vec![("slug", category.slug().into())]);
        }
        // One that has tickets is switched off, not forgotten.
        for before in context.settings.own_categories().filter(|before| !slugs.contains(&before.slug())) {
            if context.tx.first(USED, params![before.slug()], |_| Ok(()))?.is_some() {
                check.refuse_with("categories", "category-used", vec![("slug", before.slug().into())]);
            }
        }
        if slugs.len() > Category::ALL.len() + MAX_OWN {
            too_many(&mut check, "categories", Category::ALL.len() + MAX_OWN, slugs.len());
        }
        let mut keys = HashSet::new();
        for (index, category) in self.categories.iter().enumerate() {
            let path = format!("categories.{index}");
            if slugs[..index].contains(&category.slug.as_str()) {
                check.refuse(&format!("{path}.slug"), "name-taken");
            }
            category.check(&mut check, &path, &mut keys);
            // A team that was archived since stays unnoticed where it was named before: nobody gets the ticket.
            let named_before =
                context.settings.category(&category.slug).is_some_and(|asked| asked.team == category.team);
            if let Some(team) = category.team.filter(|_| !named_before)
                && context.tx.first(TEAM, params![team], |_| Ok(()))?.is_none()
            {
                check.refuse(&format!("{path}.team"), "team-unknown");
            }
        }
        check.done()?;
        self.categories = self.categories.into_iter().map(CategorySetting::filled).collect();
        Ok(self)
    }
}

fn too_many(check: &mut Check, field: &str, max: usize, actual: usize) {
    check.refuse_with(field, "too-many", vec![("max", max.into()), ("actual", actual.into())]);
}

/// Words by language: known tags, nothing empty or longer than `max`.
pub(super) fn check_words(check: &mut Check, path: &str, words: &Words, max: usize, needed: bool) {
    for (tag, word) in words {
        let field = format!("{path}.{tag}");
        if Language::parse(tag).is_none_or(|language| language.tag() != tag) {
            check.refuse(&field, "unknown-field");
        }
        check.text(&field, word, max);
    }
    if needed && words.is_empty() {
        check.refuse(path, "required");
    }
}

impl CategorySetting {
    fn check(&self, check: &mut Check, path: &str, keys: &mut HashSet<String>) {
        let builtin = Category::builtin(&self.slug);
        if builtin.is_none() && !is_slug(&self.slug) {
            check.refuse(&format!("{path}.slug"), "invalid-slug");
        }
        if !self.enabled && builtin.is_some_and(|category| NEEDED.contains(&category)) {
            check.refuse(&format!("{path}.enabled"), "category-needed");
        }
        check_words(check, &format!("{path}.names"), &self.names, MAX_TITLE, builtin.is_none());
        check_words(check, &format!("{path}.hints"), &self.hints, MAX_DESCRIPTION, false);
        if let Some(promise) = self.promise {
            promise.check(check, &format!("{path}.promise"));
        }
        if !(1..=MAX_WEIGHT).contains(&self.weight) {
            check.refuse_with(&format!("{path}.weight"), "invalid-limit", vec![("max", MAX_WEIGHT.into())]);
        }
        let own = self.fields.iter().filter(|field| field.own.is_some()).count();
        if own > MAX_FIELDS {
            too_many(check, &format!("{path}.fields"), MAX_FIELDS, own);
        }
        for (index, field) in self.fields.iter().enumerate() {
            let path = format!("{path}.fields.{index}");
            let mut refuse = |code| check.refuse(&format!("{path}.key"), code);
            let known = builtin.map_or_else(
                || COMMON.iter().any(|common| common.key == field.key),
                |category| category.fields().any(|known| known.key == field.key),
            );
            match &field.own {
                None if !known => refuse("unknown-field"),
                Some(_) if !is_key(&field.key) => refuse("invalid-slug"),
                Some(_) if is_taken(&field.key) || !keys.insert(field.key.clone()) => refuse("name-taken"),
                _ if self.fields[..index].iter().any(|before| before.key == field.key) => refuse("name-taken"),
                _ => {}
            }
            if let Some(own) = &field.own {
                own.check(check, &format!("{path}.own"));
            }
        }
    }
}

/// Whether a field of the desk's, or of the form itself, has this name.
fn is_taken(key: &str) -> bool {
    let form = ["subject", "body", "name", "email", "join", "idempotency_key", "files"];
    let fields = || Category::ALL.into_iter().flat_map(Category::fields);
    form.contains(&key) || fields().any(|field| field.key == key)
}

impl OwnField {
    fn check(&self, check: &mut Check, path: &str) {
        check_words(check, &format!("{path}.labels"), &self.labels, MAX_TITLE, true);
        check_words(check, &format!("{path}.hints"), &self.hints, MAX_DESCRIPTION, false);
        if self.input == OwnInput::Choice && self.choices.is_empty() {
            check.refuse(&format!("{path}.choices"), "required");
        }
        if self.choices.len() > MAX_CHOICES {
            too_many(check, &format!("{path}.choices"), MAX_CHOICES, self.choices.len());
        }
        let mut values = BTreeSet::new();
        for (index, choice) in self.choices.iter().enumerate() {
            let path = format!("{path}.choices.{index}");
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
            if choice.value.is_empty() || choice.value.len() > 40 || !choice.value.chars().all(plain) {
                check.refuse(&format!("{path}.value"), "invalid-slug");
            } else if !values.insert(&choice.value) {
                check.refuse(&format!("{path}.value"), "name-taken");
            }
            check_words(check, &format!("{path}.labels"), &choice.labels, MAX_TITLE, true);
        }
    }
}
