//! What editors add to the lexicon of the search: words that mean the same here.

use std::collections::BTreeMap;

use retrieval::Lexicon;
use serde::{Deserialize, Serialize};

use super::search::lang;
use crate::check::Check;
use crate::error::Result;
use crate::language::Language;
use crate::settings::{Context, Document};

/// Characters for one language.
pub const MAX_LINES: usize = 30_000;

/// Further lines, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HelpLexicon)]
pub struct Extra {
    /// By language tag; both kinds of Chinese share what stands under either. A line is a group of words that mean the
    /// same, with commas between; `#` begins a remark. At most 30,000 characters for a language.
    #[schema(value_type = BTreeMap<String, String>)]
    pub lines: BTreeMap<Language, String>,
}

impl Extra {
    /// A lexicon with these lines. What a later version of the program cannot read any more is left out.
    #[must_use]
    pub fn over(&self, lexicon: &Lexicon) -> Lexicon {
        let mut over = lexicon.clone();
        for (language, lines) in &self.lines {
            match over.with(lang(*language), lines) {
                Ok(with) => over = with,
                Err(error) => tracing::warn!(%error, %language, "lines of the lexicon cannot be read"),
            }
        }
        over
    }

    /// The program's lexicon with these lines.
    ///
    /// # Errors
    /// 422 when a line is none, or a language has too many.
    pub fn lexicon(&self) -> Result<Lexicon> {
        let (mut check, mut lexicon) = (Check::default(), Lexicon::new());
        for (language, lines) in &self.lines {
            let field = format!("lines.{language}");
            check.optional(&field, lines, MAX_LINES);
            match lexicon.with(lang(*language), lines) {
                Ok(with) => lexicon = with,
                Err(error) => check.refuse_with(&field, "lexicon-line", vec![("line", error.line.into())]),
            }
        }
        check.done().map(|()| lexicon)
    }
}

impl Document for Extra {
    const NAME: &'static str = "help-lexicon";

    fn checked(self, _: &mut Context<'_, '_>) -> Result<Extra> {
        self.lexicon()?;
        Ok(self)
    }
}
