//! The five languages: which one a visitor reads, every sentence in it, and times and durations as it writes them.
//!
//! Sentences live in `locales/<tag>/*.ftl` and are embedded; the browser loads the same files. A sentence that a
//! language lacks is taken from English and logged, so a page is never blank.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::{Timestamp, Zoned, civil, tz::TimeZone};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language that customers and agents can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Chinese in simplified characters.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// Chinese in traditional characters.
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// English, which also stands in for what another language lacks.
    #[serde(rename = "en")]
    En,
    /// Korean.
    #[serde(rename = "ko")]
    Ko,
    /// Japanese.
    #[serde(rename = "ja")]
    Ja,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::ZhCn, Self::ZhTw, Self::En, Self::Ko, Self::Ja];

    /// The BCP 47 tag: in addresses, in `<html lang>`, in the store.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::ZhTw => "zh-TW",
            Self::En => "en",
            Self::Ko => "ko",
            Self::Ja => "ja",
        }
    }

    /// Whether words are parted by spaces.
    #[must_use]
    pub const fn is_spaced(self) -> bool {
        matches!(self, Self::En | Self::Ko)
    }

    /// The language with exactly this tag (letter case aside), as it stands in an address.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The best match for an `Accept-Language` header; English when nothing matches.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        Self::negotiate_among(accept_language, &Self::ALL).unwrap_or(Self::En)
    }

    /// The best match among some languages; none when nothing matches. Who reads one Chinese script reads the other
    /// rather than a third language.
    #[must_use]
    pub fn negotiate_among(accept_language: &str, offered: &[Self]) -> Option<Self> {
        // Enough for any browser; what a hostile header adds behind is not worth reading.
        const RANGES: usize = 32;
        let mut best = (None, 0.0);
        let near = |language: Self| match language {
            Self::ZhCn => Self::ZhTw,
            Self::ZhTw => Self::ZhCn,
            other => other,
        };
        for range in accept_language.split(',').take(RANGES) {
            let mut parts = range.split(';').map(str::trim);
            let wanted = parts.next().and_then(Self::closest);
            let offers = |language: &Self| offered.contains(language);
            let Some(language) = wanted.filter(offers).or_else(|| wanted.map(near).filter(offers)) else {
                continue;
            };
            let weight: f32 = match parts.find_map(|part| part.strip_prefix("q=")) {
                Some(q) => q.trim().parse().unwrap_or(0.0),
                None => 1.0,
            };
            // Earlier wins among equals.
            if weight > best.1 {
                best = (Some(language), weight);
            }
        }
        best.0
    }

    /// The language nearest to a language range such as `zh-Hant-HK` or `en-GB`.
    #[must_use]
    pub fn closest(range: &str) -> Option<Self> {
        let mut subtags = range.split(['-', '_']);
        let primary = subtags.next()?;
        let is = |tag: &str| primary.eq_ignore_ascii_case(tag);
        if is("zh") || is("yue") {
            let rest: Vec<String> = subtags.map(str::to_ascii_lowercase).collect();
            let has = |tag: &str| rest.iter().any(|subtag| subtag == tag);
            // A named script decides; then the region's habit.
            let traditional = has("hant") || (!has("hans") && (is("yue") || has("tw") || has("hk") || has("mo")));
            return Some(if traditional { Self::ZhTw } else { Self::ZhCn });
        }
        [Self::En, Self::Ko, Self::Ja].into_iter().find(|language| is(language.tag()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

/// A value to stand in a sentence. Numbers choose plural forms; text is put in as it is.
pub trait Argument {
    /// The value as Fluent takes it.
    fn value(&self) -> FluentValue<'_>;
}

impl Argument for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Argument for Cow<'_, str> {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_ref())
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}

macro_rules! number_arguments {
    ($($number:ty),+) => {$(
        impl Argument for $number {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )+};
}
number_arguments!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

/// Every sentence in every language.
pub struct Texts {
    /// In the order of [`Language::ALL`], which is that of the enum.
    bundles: [FluentBundle<FluentResource>; 5],
}

/// The sources of one language, a file per line.
macro_rules! sources {
    ($tag:literal) => {
        &[
            include_str!(concat!("../../../locales/", $tag, "/common.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/error.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/files.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/cases.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/site.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/mail.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/people.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/search.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/views.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/passkeys.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/settings.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/help.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/secrets.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/official.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/impostors.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/chat.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/assistant.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/widget.ftl")),
        ]
    };
}

const SOURCES: [&[&str]; 5] = [sources!("zh-CN"), sources!("zh-TW"), sources!("en"), sources!("ko"), sources!("ja")];

static TEXTS: LazyLock<Texts> = LazyLock::new(Texts::load);

/// The embedded sentences, read at first use.
#[must_use]
pub fn texts() -> &'static Texts {
    &TEXTS
}

impl Texts {
    /// Reads the embedded files. What a file gets wrong is logged and left out; the tests allow nothing to be wrong.
    fn load() -> Self {
        Self { bundles: Language::ALL.map(|language| bundle(language, SOURCES[language as usize])) }
    }

    /// The sentence `id`, which takes no values.
    #[must_use]
    pub fn get(&self, language: Language, id: &str) -> String {
        self.filled_in(language, id, None).into_owned()
    }

    /// The sentence `id` with values in it; English if this language lacks it, the bare id if English does too.
    #[must_use]
    pub fn format(&self, language: Language, id: &str, values: &[(&str, &dyn Argument)]) -> String {
        let args = values.iter().map(|(name, value)| (*name, value.value())).collect::<FluentArgs<'_>>();
        self.filled_in(language, id, Some(&args)).into_owned()
    }

    /// What has no values in it is lent, not copied.
    fn filled_in<'a>(&'a self, language: Language, id: &str, args: Option<&'a FluentArgs<'_>>) -> Cow<'a, str> {
        for candidate in [language, Language::En] {
            let bundle = &self.bundles[candidate as usize];
            let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
                tracing::warn!(%language, id, missing_in = %candidate, "a sentence is missing");
                continue;
            };
            let mut errors = Vec::new();
            let sentence = bundle.format_pattern(pattern, args, &mut errors);
            for error in errors {
                tracing::warn!(%language, id, %error, "a sentence could not be filled in");
            }
            return sentence;
        }
        Cow::Owned(id.to_owned())
    }

    /// Every sentence whose id begins with `prefix`, for a script that fills them in itself: a value is left as `{name}`.
    #[must_use]
    pub fn templates(&self, language: Language, prefix: &str) -> BTreeMap<String, String> {
        let ids = SOURCES[Language::En as usize].iter().flat_map(|source| source.lines());
        let ids = ids.filter_map(|line| line.split_once(" =").map(|(id, _)| id).filter(|id| id.starts_with(prefix)));
        let named = |id: &str| {
            let names = values_of(language, id);
            let values: Vec<(String, String)> =
                names.into_iter().map(|name| (name.clone(), format!("{{{name}}}"))).collect();
            let args: Vec<(&str, &dyn Argument)> =
                values.iter().map(|(name, value)| (name.as_str(), value as &dyn Argument)).collect();
            (id.to_owned(), self.format(language, id, &args))
        };
        ids.map(named).collect()
    }

    /// Whether there is such a sentence in this language, for ids that are put together from data.
    #[must_use]
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.bundles[language as usize].has_message(id)
    }
}

/// The names of the values that a sentence takes, as its source names them.
fn values_of(language: Language, id: &str) -> Vec<String> {
    let lines = SOURCES[language as usize].iter().flat_map(|source| source.lines());
    let mut lines = lines.skip_while(|line| line.split_once(" =").is_none_or(|(known, _)| known != id));
    let first = lines.next().unwrap_or("").to_owned();
    let rest: Vec<&str> = lines.take_while(|line| line.starts_with(' ')).collect();
    let text = first + &rest.join(" ");
    let names = text.split('$').skip(1);
    names
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect())
        .collect()
}

fn bundle(language: Language, sources: &[&str]) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks around values would end up in subjects of mails and in what people copy.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(%language, ?errors, "a file of sentences has errors");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(%language, ?errors, "a sentence is defined twice");
        }
    }
    bundle
}

/// The sentences of one language: what templates are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrases(pub Language);

impl Phrases {
    /// The sentence `id`.
    #[must_use]
    pub fn t(&self, id: &str) -> Cow<'static, str> {
        texts().filled_in(self.0, id, None)
    }

    /// The sentence `prefix-key`, for ids put together from data; `_` in the key reads `-` in the id.
    #[must_use]
    pub fn of(&self, prefix: &str, key: &str) -> String {
        texts().get(self.0, &format!("{prefix}-{}", key.replace('_', "-")))
    }

    /// The sentence `id` with one value.
    #[must_use]
    pub fn f(&self, id: &str, name: &str, value: impl Argument) -> String {
        texts().format(self.0, id, &[(name, &value)])
    }

    /// The sentence `id` with two values.
    #[must_use]
    pub fn f2(&self, id: &str, name: &str, value: impl Argument, other: &str, other_value: impl Argument) -> String {
        texts().format(self.0, id, &[(name, &value), (other, &other_value)])
    }
}

/// A time in words: local time with UTC beside it, or UTC alone when no zone is known. The year is left to the
/// element's machine-readable form; see [`format_date`].
#[must_use]
pub fn format_time(language: Language, micros: i64, zone: Option<&TimeZone>) -> String {
    let utc = moment(micros, &TimeZone::UTC);
    let local = zone.map(|zone| moment(micros, zone)).filter(|local| local.offset() != utc.offset());
    match local {
        None => {
            texts().format(language, "time-utc", &[("date", &month_day(language, utc.date())), ("time", &clock(&utc))])
        }
        Some(local) => {
            let mut beside = clock(&utc);
            if local.date() != utc.date() {
                beside = format!("{} {beside}", month_day(language, utc.date()));
            }
            texts().format(
                language,
                "time-local",
                &[("date", &month_day(language, local.date())), ("time", &clock(&local)), ("utc", &beside)],
            )
        }
    }
}

/// A day with its year.
#[must_use]
pub fn format_date(language: Language, micros: i64, zone: Option<&TimeZone>) -> String {
    let day = moment(micros, zone.unwrap_or(&TimeZone::UTC)).date();
    texts().format(language, "date-full", &[("date", &month_day(language, day)), ("year", &day.year().to_string())])
}

/// The machine-readable form, for `<time datetime>`.
#[must_use]
pub fn iso_time(micros: i64) -> String {
    Timestamp::from_microsecond(micros).unwrap_or_default().to_string()
}

fn moment(micros: i64, zone: &TimeZone) -> Zoned {
    Timestamp::from_microsecond(micros).unwrap_or_default().to_zoned(zone.clone())
}

fn clock(moment: &Zoned) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

fn month_day(language: Language, day: civil::Date) -> String {
    texts().format(language, "date-month-day", &[("month", &day.month()), ("day", &day.day())])
}

/// What a promise is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Calendar days.
    Days,
    /// Hours in which the desk works.
    WorkingHours,
    /// Days on which the desk works.
    WorkingDays,
}

impl Unit {
    const fn key(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::WorkingHours => "working-hours",
            Self::WorkingDays => "working-days",
        }
    }
}

/// A promise in words: "24–48 hours", or "1 hour" when both ends are the same.
#[must_use]
pub fn format_range(language: Language, from: u32, to: u32, unit: Unit) -> String {
    if from == to {
        texts().format(language, &format!("duration-{}", unit.key()), &[("count", &to)])
    } else {
        texts().format(language, &format!("range-{}", unit.key()), &[("from", &from), ("to", &to)])
    }
}

/// A promise in minutes, said in hours where both ends are whole ones.
#[must_use]
pub fn format_minutes(language: Language, from: u32, to: u32) -> String {
    if from.is_multiple_of(60) && to.is_multiple_of(60) {
        format_range(language, from / 60, to / 60, Unit::Hours)
    } else {
        format_range(language, from, to, Unit::Minutes)
    }
}

/// A length of time in its largest fitting unit, rounded up: nobody is told less than the truth.
#[must_use]
pub fn format_duration(language: Language, seconds: i64) -> String {
    const HOUR: i64 = 60 * 60;
    const DAY: i64 = 24 * HOUR;
    let (size, unit) = match seconds {
        ..HOUR => (60, Unit::Minutes),
        // "36 hours" says more than "2 days".
        HOUR..=172_800 => (HOUR, Unit::Hours),
        _ => (DAY, Unit::Days),
    };
    let count = u32::try_from((seconds.max(1) + size - 1) / size).unwrap_or(u32::MAX);
    format_range(language, count, count, unit)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What a file says, by a parser of its own: each id with the variables that its text names.
    fn sentences(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found = BTreeMap::<String, BTreeSet<String>>::new();
        let mut current = None;
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
                assert!(found.insert(id.to_owned(), BTreeSet::new()).is_none(), "{id} is defined twice");
                current = Some(id.to_owned());
            }
            let Some(id) = &current else { continue };
            for part in line.split('$').skip(1) {
                let name: String =
                    part.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
                found.entry(id.clone()).or_default().insert(name);
            }
        }
        found
    }

    #[test]
    fn every_language_says_everything_with_the_same_variables() {
        for (file, english) in SOURCES[Language::En as usize].iter().enumerate() {
            let english = sentences(english);
            assert!(!english.is_empty());
            for language in Language::ALL {
                let other = sentences(SOURCES[language as usize][file]);
                for id in english.keys().chain(other.keys()) {
                    assert_eq!(english.get(id), other.get(id), "{id} in {language}");
                }
            }
        }
    }

    #[test]
    fn no_two_files_say_the_same() {
        let mut said = BTreeSet::new();
        for (id, _) in SOURCES[Language::En as usize].iter().flat_map(|source| sentences(source)) {
            assert!(said.insert(id.clone()), "{id} stands in two files");
        }
    }

    #[test]
    fn every_sentence_can_be_said() {
        for language in Language::ALL {
            for source in SOURCES[language as usize] {
                assert!(FluentResource::try_new((*source).to_owned()).is_ok(), "a file of {language} has errors");
                for (id, variables) in sentences(source) {
                    let values: Vec<(&str, &dyn Argument)> =
                        variables.iter().map(|name| (name.as_str(), &2_u32 as &dyn Argument)).collect();
                    let sentence = texts().format(language, &id, &values);
                    assert!(
                        !sentence.is_empty() && !sentence.contains(['{', '}', '$']),
                        "{id} in {language}: {sentence}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_missing_sentence_is_said_in_english_or_named() {
        assert_eq!(texts().get(Language::Ko, "no-such-sentence"), "no-such-sentence");
    }

    #[test]
    fn language_from_header() {
        for (header, expected) in [
            ("zh-Hant-HK,zh;q=0.8", Language::ZhTw),
            ("zh-HK", Language::ZhTw),
            ("zh-Hans-TW", Language::ZhCn),
            ("zh", Language::ZhCn),
            ("zh-SG", Language::ZhCn),
            ("de-DE, ko;q=0.5, en;q=0.9", Language::En),
            ("ko-KR,ko;q=0.9,en-US;q=0.8", Language::Ko),
            ("JA", Language::Ja),
            ("ja;q=0, en;q=0.1", Language::En),
            ("fr", Language::En),
            ("ko;q=nonsense", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(Language::negotiate(header), expected, "{header}");
        }
    }

    #[test]
    fn tags_are_read_back() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.tag()), Some(language));
            assert_eq!(texts().bundles[language as usize].locales[0].to_string(), language.tag());
            assert_eq!(serde_json::to_value(language).ok(), Some(language.tag().into()));
        }
        assert_eq!(Language::parse("zh"), None);
    }

    #[test]
    fn times_stand_beside_utc() {
        // 2026-11-20 05:02 UTC
        let at = 1_795_150_920_000_000;
        let zone = TimeZone::fixed(jiff::tz::offset(8));
        assert_eq!(format_time(Language::ZhCn, at, Some(&zone)), "11月20日 13:02（05:02 UTC）");
        assert_eq!(format_time(Language::En, at, Some(&zone)), "20 Nov, 13:02 (05:02 UTC)");
        assert_eq!(format_time(Language::Ko, at, None), "11월 20일 05:02 UTC");
        assert_eq!(format_time(Language::Ja, at, Some(&TimeZone::UTC)), "11月20日 05:02 UTC");
        let west = TimeZone::fixed(jiff::tz::offset(-8));
        assert_eq!(format_time(Language::En, at, Some(&west)), "19 Nov, 21:02 (20 Nov 05:02 UTC)");
        assert_eq!(format_date(Language::En, at, None), "20 Nov 2026");
        assert_eq!(iso_time(at), "2026-11-20T05:02:00Z");
    }

    #[test]
    fn promises_and_durations() {
        assert_eq!(format_range(Language::En, 24, 48, Unit::Hours), "24–48 hours");
        assert_eq!(format_range(Language::En, 1, 1, Unit::WorkingDays), "1 working day");
        assert_eq!(format_minutes(Language::Ko, 1440, 2880), "24~48시간");
        assert_eq!(format_minutes(Language::ZhTw, 5, 60), "5–60 分鐘");
        assert_eq!(format_duration(Language::En, 61), "2 minutes");
        assert_eq!(format_duration(Language::En, 3_600), "1 hour");
        assert_eq!(format_duration(Language::ZhCn, 48 * 3_600), "48 小时");
        assert_eq!(format_duration(Language::Ja, 49 * 3_600), "3 日");
    }
}
