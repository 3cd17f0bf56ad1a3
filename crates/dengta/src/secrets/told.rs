//! What was taken out, in words.

use std::borrow::Cow;

use guard::secrets::Kind;

use crate::language::{Language, texts};

/// A text in which each mark of a secret says in `language` what stood there.
#[must_use]
pub fn told(language: Language, text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟦') {
        told += before;
        let marked = after.split_once('⟧').and_then(|(name, after)| Some((super::kind(name)?, after)));
        rest = match marked {
            Some((kind, after)) => {
                told += &removed(language, kind);
                after
            }
            None => {
                told.push('⟦');
                after
            }
        };
    }
    told + rest
}

/// A text whose marks say nothing, at the same places: what was taken out must not name what is said next.
#[must_use]
pub fn mute(text: &str) -> Cow<'_, str> {
    if !text.contains('⟦') {
        return Cow::Borrowed(text);
    }
    let mut muted = text.to_owned();
    for kind in Kind::ALL {
        muted = muted.replace(&super::mark(kind), &format!("⟦{}⟧", " ".repeat(kind.name().len())));
    }
    Cow::Owned(muted)
}

/// The words that stand where a secret stood.
#[must_use]
pub fn removed(language: Language, kind: Kind) -> String {
    texts().format(language, "secret-removed", &[("kind", &name(language, kind))])
}

/// What a kind is called.
#[must_use]
pub fn name(language: Language, kind: Kind) -> String {
    texts().get(language, &id("secret-kind", kind))
}

/// What to do now, in one or two sentences.
#[must_use]
pub fn advice(language: Language, kind: Kind) -> String {
    texts().get(language, &id("secret-do", kind))
}

fn id(prefix: &str, kind: Kind) -> String {
    format!("{prefix}-{}", kind.name().replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_and_other_brackets_are_not() {
        let text = "key ⟦private_key⟧, ⟦what⟧ and ⟦";
        let told = told(Language::En, text);
        assert!(told.starts_with("key ") && told.ends_with(", ⟦what⟧ and ⟦"), "{told}");
        assert!(!told.contains("private_key"), "{told}");
    }

    #[test]
    fn every_kind_has_words_in_every_language() {
        for kind in guard::secrets::Kind::ALL {
            for language in Language::ALL {
                for id in ["secret-kind", "secret-do"].map(|prefix| id(prefix, kind)) {
                    assert!(texts().has(language, &id), "{language} lacks {id}");
                }
            }
        }
    }
}
