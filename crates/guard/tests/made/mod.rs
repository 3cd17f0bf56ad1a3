//! Made messages: what customers and agents of an exchange write, with the exact place and kind of each secret.
//!
//! What must stay true:
//!
//! - The same seed makes the same messages on every machine.
//! - A value is made from its standard here, by other code than that which looks for it: the examiner shares nothing with the
//!   examined but the names of the kinds.
//! - A message of the sections `safe` and `chat` holds no secret at all.

pub mod forms;
pub mod judge;
pub mod maker;
pub mod prose;
pub mod report;
pub mod rng;
pub mod template;
pub mod values;

use std::ops::Range;

use guard::secrets::Kind;
pub use maker::{Maker, Split};
use template::Section;

/// A language of the data files. `zh` has messages of zh-CN and of zh-TW; each has some that mix in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    Zh,
    Ko,
    Ja,
    En,
}

impl Lang {
    pub const ALL: [Lang; 4] = [Lang::Zh, Lang::Ko, Lang::Ja, Lang::En];

    pub fn name(self) -> &'static str {
        ["zh", "ko", "ja", "en"][self as usize]
    }
}

/// What shows that a secret is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// A checksum, a structure or a prefix: it proves itself, without a word around it.
    Itself,
    /// The words around it.
    Words,
}

/// A secret as it is written in a message.
#[derive(Clone, Debug)]
pub struct Made {
    pub kind: Kind,
    /// A second kind that is right as well, where the kinds' meanings touch.
    pub also: Option<Kind>,
    pub proof: Proof,
    pub text: String,
}

/// A part of a message that is being written.
#[derive(Clone, Debug)]
pub enum Piece {
    Text(String),
    /// Neither to be found nor wrong to find: the public half of a key beside its secret one.
    Neutral(String),
    Secret(Made),
}

impl Piece {
    fn text(&mut self) -> &mut String {
        match self {
            Piece::Text(text) | Piece::Neutral(text) => text,
            Piece::Secret(made) => &mut made.text,
        }
    }
}

/// A secret in a message.
#[derive(Clone, Debug)]
pub struct Secret {
    /// Where, in bytes.
    pub span: Range<usize>,
    pub kind: Kind,
    pub also: Option<Kind>,
    pub proof: Proof,
}

/// A made message.
#[derive(Clone, Debug)]
pub struct Message {
    pub text: String,
    pub lang: Lang,
    pub section: Section,
    /// The number of its template in its section.
    pub template: usize,
    pub secrets: Vec<Secret>,
    pub neutral: Vec<Range<usize>>,
}
