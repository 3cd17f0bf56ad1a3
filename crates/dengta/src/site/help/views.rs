//! What the help center's pages are given to show.

use askama::Template;
use askama::filters::Safe;

use crate::help::body::Heading;
use crate::help::search::Piece;
use crate::language::Language;
use crate::site::views::{Moment, Page};

/// A link whose words may be in another language than the page.
pub struct Linked {
    /// Where to.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// One line; may be empty.
    pub summary: String,
    /// The language of the words, when it is not the page's.
    pub lang: Option<Language>,
}

impl Linked {
    /// The attribute that says so. Tags are ours, so this needs no escaping.
    pub(crate) fn lang(&self) -> String {
        lang(self.lang)
    }
}

fn lang(language: Option<Language>) -> String {
    language.map(|language| format!(" lang=\"{language}\"")).unwrap_or_default()
}

/// `/{lang}/help`
#[derive(Template)]
#[template(path = "help.html")]
pub struct Categories {
    /// Around the page.
    pub p: Page,
    /// Those in which there is something.
    pub categories: Vec<Category>,
}

/// A category, and the sections right below it.
pub struct Category {
    /// Its page.
    pub link: Linked,
    /// Parts of its page.
    pub sections: Vec<Linked>,
}

/// `/{lang}/help/categories/{slug}`
#[derive(Template)]
#[template(path = "help_category.html")]
pub struct CategoryPage {
    /// Around the page.
    pub p: Page,
    /// The category itself.
    pub link: Linked,
    /// Its sections, each after its parent; the first one is the category, when articles stand right in it.
    pub sections: Vec<Section>,
}

/// A section with its articles.
pub struct Section {
    /// The level of its heading, 2 to 4; `None` for the category itself.
    pub level: Option<usize>,
    /// Its part of the page, what it is called and what is in it.
    pub link: Linked,
    /// Its slug.
    pub slug: String,
    /// The articles right in it.
    pub articles: Vec<Linked>,
}

/// `/{lang}/help/articles/{slug}`, and a version of a policy.
#[derive(Template)]
#[template(path = "article.html")]
pub struct ArticlePage {
    /// Around the page.
    pub p: Page,
    /// Where it stands, from the top.
    pub crumbs: Vec<Linked>,
    /// The article's page.
    pub href: String,
    /// The language of the text, when it is not the page's.
    pub lang: Option<Language>,
    /// What it is called.
    pub title: String,
    /// One line; may be empty.
    pub summary: String,
    /// Safe HTML.
    pub body: Safe<String>,
    /// Its headings, when they are enough for a table.
    pub contents: Vec<Heading>,
    /// Who says so.
    pub trust: Trust,
    /// Since when nobody has looked at it, when somebody should have.
    pub stale: Option<Moment>,
    /// What is read next.
    pub related: Vec<Linked>,
    /// Of a policy, all that was ever in force.
    pub versions: Vec<VersionRow>,
    /// The version that is shown, when it is one by its number.
    pub version: Option<VersionRow>,
    /// Its number, for voices.
    pub number: i64,
    /// What the reader says.
    pub said: Said,
}

impl ArticlePage {
    fn lang(&self) -> String {
        lang(self.lang)
    }
}

/// Who wrote a text, who looked at it, and when.
pub struct Trust {
    /// Who wrote it.
    pub author: Option<String>,
    /// Who looked at it last.
    pub reviewer: Option<String>,
    /// When.
    pub reviewed: Option<Moment>,
    /// When it last changed.
    pub changed: Moment,
    /// Minutes that reading it takes.
    pub minutes: i64,
}

/// A version of a policy.
pub struct VersionRow {
    /// Its number.
    pub number: i64,
    /// Its page.
    pub href: String,
    /// From when.
    pub from: Moment,
    /// Until when; `None`: it is in force.
    pub to: Option<Moment>,
}

/// What a reader said so far.
pub enum Said {
    /// Nothing: the question is asked.
    Nothing,
    /// It did not help: why?
    Unhelpful {
        /// What was chosen.
        reason: String,
        /// What was typed.
        comment: String,
        /// What is wrong with it.
        error: Option<String>,
        /// How long it may be.
        max: usize,
    },
    /// Everything.
    Thanked,
}

/// `/{lang}/search`
#[derive(Template)]
#[template(path = "search.html")]
pub struct SearchPage {
    /// Around the page.
    pub p: Page,
    /// What was asked, as it was searched for.
    pub question: String,
    /// How much of it was searched, when it was longer.
    pub cut: Option<usize>,
    /// What answers it.
    pub results: Vec<Answer>,
    /// Whether the first one most likely does: else the form is what the page ends in.
    pub sure: bool,
    /// The form with the question in it.
    pub ask: String,
}

/// A result.
pub struct Answer {
    /// The article, at the passage.
    pub link: Linked,
    /// The passage.
    pub snippet: Vec<Piece>,
    /// Where the article stands.
    pub path: String,
}

/// A passage beside the form.
pub struct Fit {
    /// The article, at the passage.
    pub link: Linked,
    /// The passage.
    pub snippet: Vec<Piece>,
    /// Where "this solved it" goes.
    pub solved: String,
    /// The language in which it was shown.
    pub language: Language,
}
