//! The values of the templates, by name. A name that no file knows is a mistake and stops the test.

mod codes;
mod exchange;
mod keys;
mod passwords;
mod phrases;
mod public;
mod tokens;

use guard::secrets::Kind;

use super::rng::Rng;
use super::{Lang, Made, Proof, forms};

/// A value, or a part of one.
#[derive(Clone, Debug)]
pub enum Value {
    Public(String),
    Neutral(String),
    Secret(Made),
}

/// A secret as it is: not disguised.
fn secret(kind: Kind, proof: Proof, text: impl Into<String>) -> Value {
    Value::Secret(Made { kind, also: None, proof, text: text.into() })
}

/// The value that a template names.
pub fn make(name: &str, how: &str, lang: Lang, rng: &mut Rng) -> Vec<Value> {
    let made = phrases::make(name, how, lang, rng)
        .or_else(|| keys::make(name, rng))
        .or_else(|| tokens::make(name, rng))
        .or_else(|| codes::make(name, rng))
        .or_else(|| exchange::make(name, how, rng))
        .or_else(|| passwords::make(name, lang, rng));
    if let Some(made) = made {
        return made;
    }
    let Some(text) = public::make(name, lang, rng) else { panic!("no value is named {name}") };
    vec![if name == "keyid" { Value::Neutral(text) } else { Value::Public(text) }]
}

/// A secret of one word, disguised now and then.
fn word(kind: Kind, proof: Proof, text: &str, rng: &mut Rng) -> Vec<Value> {
    vec![secret(kind, proof, forms::disguise(text, rng))]
}
