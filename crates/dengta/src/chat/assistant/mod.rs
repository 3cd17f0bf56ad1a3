//! The assistant of the chat: what it says to a customer's message before a person is there.
//!
//! - A *move* is what it does about the last message: answers, asks, says that it does not know, or hands over. It is
//!   computed from what was *heard* so far and from the articles, and keeps nothing: whoever calls keeps the count of misses,
//!   the facts, and what was asked.
//! - It never invents. What it says about anything is a passage of a published article, with where it is from; or what a model
//!   wrote from passages, after [`model::checked`] found every sentence in them. All else are sentences of `assistant.ftl`.
//! - An alarm, or the wish for a person, comes first, whatever else the message asks ([`signs`]); so does the second miss.
//! - What customers write is data: it decides which passages are found, and nothing else.
//! - It never asks for a secret. Whatever it says passes `secrets::asked::check` again where it is written down.

pub mod answer;
pub mod facts;
pub mod hand_over;
pub mod http;
pub mod model;
pub mod section;
pub mod shapes;
pub mod signs;
pub mod topics;

use serde_json::{Map, Value};
use tokio::sync::mpsc;

use crate::app::App;
use crate::error::Result;
use crate::language::{Language, texts};
use crate::tickets::Category;

pub use answer::Source;
pub use signs::Alarm;

/// So many misses, and a person takes over.
pub const MOST_MISSES: u32 = 2;
/// Categories that are offered to somebody who said little.
const TOPICS_OFFERED: usize = 6;
/// A message of fewer letters that finds nothing says too little to have been missed.
const LITTLE: usize = 8;

/// What was said so far, and what is known.
#[derive(Clone, Debug)]
pub struct Heard {
    /// In which the customer reads.
    pub language: Language,
    /// The oldest first; the last one is the customer's.
    pub turns: Vec<Turn>,
    /// What the case is about, once that is known.
    pub category: Option<Category>,
    /// Fields of the case that are known, by key.
    pub facts: Map<String, Value>,
    /// Keys of the fields that the assistant asked for, in their order; the last one may wait for its answer.
    pub asked: Vec<String>,
    /// How often it did not know.
    pub misses: u32,
}

/// Something that was said.
#[derive(Clone, Debug)]
pub struct Turn {
    /// By whom.
    pub by: By,
    /// In words.
    pub text: String,
}

/// Who said something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Who asks.
    Customer,
    /// This.
    Assistant,
    /// A person of ours.
    Agent,
}

/// What the assistant does. Texts are the desk's Markdown, in the customer's language.
#[derive(Clone, Debug, PartialEq)]
pub enum Move {
    /// Answers from articles.
    Answer {
        /// What is said, with where it is from.
        text: String,
        /// The passages behind it, the most important first.
        sources: Vec<Source>,
        /// What the customer can do next.
        offers: Vec<Offer>,
        /// Whether a model wrote it.
        by_model: bool,
    },
    /// Asks for a fact that a case of this category needs, or which category it is.
    Ask {
        /// What is said.
        text: String,
        /// The field that is asked for; `None` when it is the category.
        field: Option<&'static str>,
        /// What the customer can do next.
        offers: Vec<Offer>,
    },
    /// Does not know, says so, and offers a person.
    Unsure {
        /// What is said.
        text: String,
        /// What the customer can do next.
        offers: Vec<Offer>,
    },
    /// A person is needed at once.
    HandOver {
        /// For which reason.
        why: Why,
        /// What is said meanwhile.
        text: String,
        /// What the case is about, as far as that can be told.
        category: Option<Category>,
    },
    /// Answers a greeting, thanks, or that something was noted.
    Courtesy {
        /// What is said.
        text: String,
        /// What the customer can do next.
        offers: Vec<Offer>,
    },
}

impl Move {
    /// What is said.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Move::Answer { text, .. }
            | Move::Ask { text, .. }
            | Move::Unsure { text, .. }
            | Move::HandOver { text, .. }
            | Move::Courtesy { text, .. } => text,
        }
    }

    /// Whether it counts as a miss.
    #[must_use]
    pub fn is_miss(&self) -> bool {
        matches!(self, Move::Unsure { .. } | Move::HandOver { why: Why::Misses, .. })
    }
}

/// Why a person is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The customer asked for one.
    Asked,
    /// What happened cannot wait.
    Alarm(Alarm),
    /// The assistant did not know often enough.
    Misses,
}

/// Something that the customer can choose instead of writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The form of a category.
    Form(Category),
    /// A person.
    Person,
    /// That it is about this.
    Category(Category),
    /// To read an article.
    Article {
        /// What it is called.
        title: String,
        /// Where it is: a path of the site.
        url: String,
    },
    /// That this was the answer.
    Resolved,
}

/// A move, and what the message told.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// What is said.
    pub said: Move,
    /// What the case is about: as it was, or guessed now.
    pub category: Option<Category>,
    /// Facts of the case that the message told, by key: to be added to those that are known.
    pub facts: Map<String, Value>,
}

/// What the assistant does about the last message. While a model writes, sentences that were checked go to `draft`, each
/// with what stands before it; what counts in the end is the move.
///
/// # Errors
/// When the index or the store fails. A model that fails is no error.
pub async fn next(app: &App, heard: &Heard, draft: Option<mpsc::Sender<String>>) -> Result<Next> {
    let category = category(app, heard);
    let facts = hand_over::learned(app, heard, category);
    let said = said(app, heard, category, &facts, draft).await?;
    let category = match &said {
        Move::HandOver { category, .. } => *category,
        _ => category,
    };
    Ok(Next { said, category, facts })
}

async fn said(
    app: &App,
    heard: &Heard,
    category: Option<Category>,
    facts: &Map<String, Value>,
    draft: Option<mpsc::Sender<String>>,
) -> Result<Move> {
    let message = heard.message();
    if let Some(sign) = signs::of(message) {
        return Ok(hand_over::for_sign(app, heard.language, sign, category));
    }
    if heard.expects().is_some_and(|key| facts.contains_key(key)) || hand_over::only_facts(message, facts) {
        return Ok(noted(heard.language, category));
    }
    if let Some(courtesy) = signs::courtesy(message) {
        return Ok(courteous(heard.language, courtesy));
    }
    let passages = answer::find_heard(app, heard).await?;
    if let Some(answer) = model::answer(app, heard, &passages, draft).await {
        return Ok(answered(heard.language, category, &answer.text, &answer.sources, true));
    }
    if let Some(passage) = passages.sure() {
        return Ok(answered(heard.language, category, &passage.text, &[&passage.source], false));
    }
    Ok(unanswered(app, heard, category, &passages))
}

/// Nothing answers: the customer said too little, or the assistant knows too little.
fn unanswered(app: &App, heard: &Heard, category: Option<Category>, passages: &answer::Passages) -> Move {
    let letters = heard.message().chars().filter(|c| c.is_alphanumeric()).count();
    if letters <= LITTLE && heard.misses == 0 && category.is_none() && passages.offers().is_empty() {
        let text = texts().get(heard.language, "assistant-which");
        return Move::Ask { text, field: None, offers: topics_offered(app) };
    }
    // An angry customer is not asked to put it in other words.
    if heard.misses + 1 >= MOST_MISSES || signs::is_angry(heard.message()) {
        return hand_over::after_misses(heard.language, category);
    }
    let mut offers = passages.offers();
    offers.extend(category.map(Offer::Form));
    offers.push(Offer::Person);
    Move::Unsure { text: texts().get(heard.language, "assistant-unsure"), offers }
}

fn answered(language: Language, category: Option<Category>, text: &str, sources: &[&Source], by_model: bool) -> Move {
    let mut offers = vec![Offer::Resolved];
    offers.extend(category.map(Offer::Form));
    offers.push(Offer::Person);
    let text = answer::said(language, text, sources);
    Move::Answer { text, sources: sources.iter().map(|source| (*source).clone()).collect(), offers, by_model }
}

fn noted(language: Language, category: Option<Category>) -> Move {
    let offers = category.map(Offer::Form).into_iter().chain([Offer::Person]).collect();
    Move::Courtesy { text: texts().get(language, "assistant-noted"), offers }
}

fn courteous(language: Language, courtesy: signs::Courtesy) -> Move {
    let (id, offers) = match courtesy {
        signs::Courtesy::Greeting => ("assistant-greeting", vec![Offer::Person]),
        signs::Courtesy::Thanks => ("assistant-thanks", vec![Offer::Resolved]),
        signs::Courtesy::Robot => ("assistant-robot", vec![Offer::Person]),
    };
    Move::Courtesy { text: texts().get(language, id), offers }
}

/// The first categories that customers can choose.
fn topics_offered(app: &App) -> Vec<Offer> {
    let settings = app.settings.now();
    let offered: Vec<Offer> = settings.offered().map(|asked| Offer::Category(asked.category)).collect();
    offered.into_iter().take(TOPICS_OFFERED).chain([Offer::Person]).collect()
}

fn category(app: &App, heard: &Heard) -> Option<Category> {
    let settings = app.settings.now();
    heard.category.or_else(|| topics::guess(heard.said_by_customer(), &settings))
}

impl Heard {
    /// The message that is to be answered; empty when there is none.
    #[must_use]
    pub fn message(&self) -> &str {
        self.turns.last().filter(|turn| turn.by == By::Customer).map_or("", |turn| &turn.text)
    }

    /// What the customer said before that.
    fn before(&self) -> Option<&str> {
        let mut said = self.said_by_customer();
        said.next_back();
        said.next_back()
    }

    fn said_by_customer(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.turns.iter().filter(|turn| turn.by == By::Customer).map(|turn| turn.text.as_str())
    }

    /// The field whose answer the last message may be: the one asked for last, when the assistant spoke last.
    fn expects(&self) -> Option<&str> {
        self.asked.last().map(String::as_str).filter(|key| !self.facts.contains_key(*key))
    }
}
