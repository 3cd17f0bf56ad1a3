//! Text fields whose terms come ready, with spaces between: of articles and of whatever else the caller keeps an index of.

use tantivy::Index;
use tantivy::schema::{IndexRecordOption, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer};

/// Stands between terms; no term has it.
pub const BETWEEN: char = ' ';
/// The tokenizer's name in indexes.
const NAME: &str = "spaces";

/// How such a field is indexed: which documents have a term, and nothing more.
#[must_use]
pub fn options() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(NAME)
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    TextOptions::default().set_indexing_options(indexing)
}

/// Makes the tokenizer known to an index that has such fields.
pub fn register(index: &Index) {
    index.tokenizers().register(NAME, TextAnalyzer::builder(Spaces).build());
}

#[derive(Clone)]
struct Spaces;

struct Ready<'a> {
    rest: &'a str,
    token: Token,
}

impl Tokenizer for Spaces {
    type TokenStream<'a> = Ready<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Ready<'a> {
        Ready { rest: text, token: Token::default() }
    }
}

impl TokenStream for Ready<'_> {
    fn advance(&mut self) -> bool {
        let (term, rest) = self.rest.split_once(BETWEEN).unwrap_or((self.rest, ""));
        self.token.text.clear();
        self.token.text.push_str(term);
        self.token.position = self.token.position.wrapping_add(1);
        self.rest = rest;
        !term.is_empty()
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
