//! What categories and fields are called: by the settings, else by the desk's own texts.

use crate::language::{Language, texts};
use crate::settings::Settings;
use crate::settings::categories::{OwnField, Words};

/// The word in a language, in English, or the first that there is.
#[must_use]
pub fn spoken(words: &Words, language: Language) -> Option<&str> {
    let word = words.get(language.tag()).or_else(|| words.get(Language::En.tag()));
    word.or_else(|| words.values().next()).map(String::as_str)
}

/// The desk's own text of an id, if it has one.
fn own_text(language: Language, id: &str) -> Option<String> {
    let id = id.replace('_', "-");
    texts().has(Language::En, &id).then(|| texts().get(language, &id))
}

impl Settings {
    fn words_of(&self, slug: &str) -> Option<(&Words, &Words)> {
        let setting = self.categories.categories.iter().find(|setting| setting.slug == slug)?;
        Some((&setting.names, &setting.hints))
    }

    /// What a category is called. The settings' word in this very language wins over the desk's text, which wins over the
    /// settings' word in another language.
    #[must_use]
    pub fn category_name(&self, language: Language, slug: &str) -> String {
        let words = self.words_of(slug).map(|(names, _)| names);
        let exact = words.and_then(|words| words.get(language.tag())).cloned();
        let own = || own_text(language, &format!("category-{slug}"));
        let other = || words.and_then(|words| spoken(words, language)).map(str::to_owned);
        exact.or_else(own).or_else(other).unwrap_or_else(|| slug.to_owned())
    }

    /// The line that explains a category; empty when there is none.
    #[must_use]
    pub fn category_hint(&self, language: Language, slug: &str) -> String {
        let words = self.words_of(slug).map(|(_, hints)| hints);
        let exact = words.and_then(|words| words.get(language.tag())).cloned();
        let own = || own_text(language, &format!("category-{slug}-hint"));
        let other = || words.and_then(|words| spoken(words, language)).map(str::to_owned);
        exact.or_else(own).or_else(other).unwrap_or_default()
    }

    /// A field that the settings add.
    pub(super) fn own_field(&self, key: &str) -> Option<&OwnField> {
        let fields = self.categories.categories.iter().flat_map(|setting| &setting.fields);
        fields.filter(|field| field.key == key).find_map(|field| field.own.as_ref())
    }

    /// What a field is called.
    #[must_use]
    pub fn field_name(&self, language: Language, key: &str) -> String {
        let own = self.own_field(key).and_then(|own| spoken(&own.labels, language)).map(str::to_owned);
        own.or_else(|| own_text(language, &format!("field-{key}"))).unwrap_or_else(|| key.to_owned())
    }

    /// Why a field is asked; empty when nobody says.
    #[must_use]
    pub fn field_why(&self, language: Language, key: &str) -> String {
        match self.own_field(key) {
            Some(own) => spoken(&own.hints, language).unwrap_or_default().to_owned(),
            None => own_text(language, &format!("field-{key}-why")).unwrap_or_default(),
        }
    }

    /// An example of what to fill in; empty when there is none.
    #[must_use]
    pub fn field_example(&self, language: Language, key: &str) -> String {
        match self.own_field(key) {
            Some(_) => String::new(),
            None => own_text(language, &format!("field-{key}-example")).unwrap_or_default(),
        }
    }

    /// What a choice of a field is called.
    #[must_use]
    pub fn choice_name(&self, language: Language, key: &str, value: &str) -> String {
        let own = self.own_field(key).and_then(|own| own.choices.iter().find(|choice| choice.value == value));
        let own = own.and_then(|choice| spoken(&choice.labels, language)).map(str::to_owned);
        own.or_else(|| own_text(language, &format!("choice-{key}-{value}"))).unwrap_or_else(|| value.to_owned())
    }
}
