//! Finds help-center articles: documents in, ranked answers out. It knows no database and no HTTP.

mod alike;
mod article;
mod candidates;
mod confidence;
mod dictionary;
pub mod fold;
mod index;
mod lang;
pub mod lexicon;
mod matcher;
mod question;
mod rank;
mod search;
mod snippet;
mod sound;
pub mod spaced;
mod stem;
mod suggest;
mod symbols;
mod terms;
mod weights;
mod writer;

pub use article::{Article, LONGEST_ARTICLE, LONGEST_TEXT, MOST_PASSAGES, Passage};
pub use confidence::{ANSWERS, FITS};
pub use index::{Error, Index};
pub use lang::Lang;
pub use lexicon::Lexicon;
pub use question::LONGEST_QUESTION;
pub use search::{Found, Hit, MOST_HITS};
pub use snippet::Snippet;
pub use suggest::{MOST_SUGGESTIONS, Suggestion};
pub use writer::Writer;
