//! An article in one language as a line of JSON or a file says it, checked.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Fault, Item, Options, SectionRow, Why, fault};
use crate::check::Check;
use crate::clock::Micros;
use crate::error::FieldProblem;
use crate::help::articles::{MAX_KEY, MAX_RELATED};
use crate::help::content::{Content, MAX_TITLE};
use crate::help::made::Made;
use crate::help::{images, is_slug};
use crate::language::Language;

/// What a text is to become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// What customers read.
    #[default]
    Published,
    /// A version of before, out of an export: only for a store that has none as young.
    Superseded,
    /// A draft.
    Draft,
    /// Out of an export of everything: it was taken back, and stays so.
    Withdrawn,
}

impl State {
    /// As exports write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            State::Published => "published",
            State::Superseded => "superseded",
            State::Draft => "draft",
            State::Withdrawn => "withdrawn",
        }
    }

    fn parse(name: &str) -> Option<State> {
        let all = [State::Published, State::Superseded, State::Draft, State::Withdrawn];
        all.into_iter().find(|state| state.name() == name)
    }
}

/// An article in one language.
#[derive(Clone, Debug)]
pub struct Row {
    /// What the search calls it.
    pub key: String,
    /// Checked.
    pub language: Language,
    /// What it says.
    pub content: Content,
    /// Whether it says something of the summary, and of the keywords: what it leaves open stays as it is.
    pub says: (bool, bool),
    /// From the category down: slugs or titles. Empty: wherever it stands, or `general`.
    pub path: Vec<String>,
    /// In its address.
    pub slug: Option<String>,
    /// Slugs of articles that are read next.
    pub related: Option<Vec<String>>,
    /// Whether customers can read every version.
    pub policy: Option<bool>,
    /// Its place in the section.
    pub place: Option<i64>,
    /// What it is to become.
    pub state: State,
    /// The version's number, of one of before.
    pub version: Option<i64>,
    /// When it went out.
    pub published_at: Option<Micros>,
    /// Who made it, and of what.
    pub made: Made,
    /// Whether it says where the article stands: the first text of each does.
    pub leads: bool,
    /// The folder of its file.
    pub folder: Option<String>,
}

/// The five, and what is written for them elsewhere: `zh`, `zh-Hant`, `en-GB`.
pub fn language(options: Options, named: Option<&str>) -> Result<Language, Fault> {
    match (options.language, named.map(str::trim).filter(|tag| !tag.is_empty())) {
        (Some(language), _) => Ok(language),
        (None, None) => Err(fault("lang", Why::Missing)),
        (None, Some(tag)) => Language::closest(tag).ok_or_else(|| fault("lang", Why::UnknownLanguage(shortened(tag)))),
    }
}

/// What somebody wrote, short enough for a line that tells of it.
pub fn shortened(text: &str) -> String {
    const SHOWN: usize = 40;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect();
    if text.chars().count() > SHOWN { line + "…" } else { line }
}

/// A name that may stand in the store as an article's key.
pub fn key(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= MAX_KEY && !text.chars().any(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err(fault("id", Why::InvalidId)) }
}

impl Row {
    /// Nothing but its name and language.
    pub fn new(key: String, language: Language) -> Row {
        Row {
            key,
            language,
            content: Content::default(),
            says: (false, false),
            path: Vec::new(),
            slug: None,
            related: None,
            policy: None,
            place: None,
            state: State::Published,
            version: None,
            published_at: None,
            made: Made::default(),
            leads: true,
            folder: None,
        }
    }

    /// With its content as it may be stored.
    pub fn checked(mut self) -> Result<Row, Fault> {
        let mut check = Check::default();
        self.content = self.content.checked(&mut check, self.state != State::Draft);
        if let Some(problem) = check.into_problems().first() {
            return Err((problem.field.clone(), told(problem)));
        }
        for name in &self.path {
            let actual = name.chars().count();
            if actual > MAX_TITLE {
                return Err(fault("category", Why::TooLong { max: MAX_TITLE, actual }));
            }
        }
        if self.path.iter().any(|name| name.chars().any(char::is_control)) {
            return Err(fault("category", Why::WrongType("one line")));
        }
        if let Some(slug) = self.slug.as_deref().filter(|slug| !is_slug(slug)) {
            return Err(fault("slug", Why::InvalidSlug(shortened(slug))));
        }
        if self.made.translates.is_some_and(|of| of.lang == self.language || of.version < 1) {
            return Err(fault("made", Why::WrongType("a version of another language")));
        }
        if let Some(confirmed) = &self.made.confirmed {
            time(&confirmed.at).map_err(|(_, why)| fault("made", why))?;
        }
        let related = self.related.as_deref().unwrap_or_default();
        if related.len() > MAX_RELATED {
            return Err(fault("related", Why::TooMany(MAX_RELATED)));
        }
        if let Some(slug) = related.iter().find(|slug| !is_slug(slug)) {
            return Err(fault("related", Why::InvalidSlug(shortened(slug))));
        }
        Ok(self)
    }
}

/// What the door says of a field, in the words of an import.
fn told(problem: &FieldProblem) -> Why {
    let number = |name: &str| {
        let found = problem.args.iter().find(|(key, _)| *key == name);
        match found {
            Some((_, crate::error::Value::Number(number))) => usize::try_from(*number).unwrap_or(0),
            _ => 0,
        }
    };
    match problem.code {
        "too-long" => Why::TooLong { max: number("max"), actual: number("actual") },
        "too-many" => Why::TooMany(number("max")),
        "nul-character" => Why::Nul,
        _ => Why::Missing,
    }
}

/// A time that has been.
pub fn time(text: &str) -> Result<Micros, Fault> {
    let parsed: Result<jiff::Timestamp, _> = text.parse();
    parsed.map(jiff::Timestamp::as_microsecond).map_err(|_| fault("published_at", Why::NoTime))
}

/// A line of JSON.
pub fn line(bytes: &[u8], options: Options) -> Result<Item, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| fault("line", Why::NotUtf8))?;
    let object: Map<String, Value> = serde_json::from_str(text).map_err(|_| fault("line", Why::NotJson))?;
    let fields = Fields(object);
    match fields.text("dengta")?.as_deref() {
        Some("section") => section(&fields).map(Item::Section),
        Some("picture") => picture(&fields).map(Item::Picture),
        kind => article(&fields, options, kind == Some("article")).map(|row| Item::Article(Box::new(row))),
    }
}

/// Fields that others write for themselves mean nothing: states and versions count in what `dengta help export` wrote.
fn article(fields: &Fields, options: Options, exported: bool) -> Result<Row, Fault> {
    let id = match fields.get("id") {
        None => return Err(fault("id", Why::Missing)),
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        Some(_) => return Err(fault("id", Why::WrongType("a text"))),
    };
    let text = |name: &str| fields.text(name);
    let needed = |name: &str| text(name)?.ok_or_else(|| fault(name, Why::Missing));
    let key = key(&id)?;
    let language = language(options, text("lang")?.as_deref())?;
    let (summary, keywords) = (text("summary")?, fields.texts("keywords")?);
    let mut path: Vec<String> = text("category")?.into_iter().collect();
    if !path.is_empty() {
        path.extend(fields.texts("section")?.unwrap_or_default());
    }
    let path = path.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    let mut row = Row {
        says: (summary.is_some(), keywords.is_some()),
        path,
        slug: text("slug")?,
        related: fields.texts("related")?,
        policy: fields.flag("policy")?,
        ..Row::new(key, language)
    };
    if exported {
        row.state = text("state")?.as_deref().and_then(State::parse).unwrap_or_default();
        row.version = fields.number("version")?;
        row.published_at = text("published_at")?.as_deref().map(time).transpose()?;
        row.place = fields.number("place")?;
        row.made = fields.made()?;
    }
    let open = row.state == State::Draft;
    let said = |name: &str| if open { Ok(text(name)?.unwrap_or_default()) } else { needed(name) };
    row.content = Content {
        title: said("title")?,
        body: said("body")?,
        summary: summary.unwrap_or_default(),
        keywords: keywords.unwrap_or_default(),
    };
    row.checked()
}

fn section(fields: &Fields) -> Result<SectionRow, Fault> {
    let section = SectionRow {
        path: fields.texts("path")?.unwrap_or_default(),
        slug: fields.text("slug")?,
        place: fields.number("place")?,
        titles: fields.words("titles")?,
        descriptions: fields.words("descriptions")?,
        review_days: fields.number("review_days")?,
        two_people: fields.flag("two_people")?,
    };
    section.checked()
}

fn picture(fields: &Fields) -> Result<images::Image, Fault> {
    use base64::Engine;
    let no = || fault("picture", Why::NoPicture);
    let id: Uuid = fields.text("id")?.and_then(|id| id.parse().ok()).ok_or_else(no)?;
    let bytes = fields.text("bytes")?.ok_or_else(no)?;
    let bytes = base64::prelude::BASE64_STANDARD.decode(bytes).map_err(|_| no())?;
    images::cleaned(id, &bytes).map_err(|_| no())
}

/// The fields of a line; one that is null is not there.
struct Fields(Map<String, Value>);

impl Fields {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    fn text(&self, name: &str) -> Result<Option<String>, Fault> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(fault(name, Why::WrongType("a text"))),
        }
    }

    /// A list of texts; one text is a list of one.
    fn texts(&self, name: &str) -> Result<Option<Vec<String>>, Fault> {
        let wrong = || fault(name, Why::WrongType("a list of texts"));
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(vec![text.clone()])),
            Some(Value::Array(values)) => {
                let texts = values.iter().map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong));
                texts.collect::<Result<_, _>>().map(Some)
            }
            Some(_) => Err(wrong()),
        }
    }

    fn flag(&self, name: &str) -> Result<Option<bool>, Fault> {
        let value = self.get(name);
        let flag = value.map(|value| value.as_bool().ok_or_else(|| fault(name, Why::WrongType("true or false"))));
        flag.transpose()
    }

    fn number(&self, name: &str) -> Result<Option<i64>, Fault> {
        let value = self.get(name);
        value.map(|value| value.as_i64().ok_or_else(|| fault(name, Why::WrongType("a whole number")))).transpose()
    }

    fn made(&self) -> Result<Made, Fault> {
        let Some(value) = self.get("made") else { return Ok(Made::default()) };
        serde_json::from_value(value.clone()).map_err(|_| fault("made", Why::WrongType("who made it, and of what")))
    }

    fn words(&self, name: &str) -> Result<std::collections::BTreeMap<String, String>, Fault> {
        match self.get(name) {
            None => Ok(Default::default()),
            Some(value) => serde_json::from_value(value.clone())
                .map_err(|_| fault(name, Why::WrongType("texts by their languages"))),
        }
    }
}
