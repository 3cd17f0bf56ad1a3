//! From what people ask for to what the index is asked for.

use retrieval::fold;
use uuid::Uuid;

use super::find::{Atom, Plan};
use super::terms;
use super::words::{self, Piece};
use crate::tickets::filter::{Held, Pinned, Query};

/// What is looked for, and how what was found is proved.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// For the index.
    pub plan: Plan,
    /// Folded; must stand in a text just so.
    pub phrases: Vec<String>,
    /// Must stand in a text: the index knows their buckets only.
    pub ids: Vec<String>,
    /// The pieces of all words, for showing where they stand.
    pub shown: Vec<String>,
}

impl Sought {
    /// `None` when no ticket can be meant.
    #[must_use]
    pub fn of(query: &Query, pinned: &Pinned) -> Option<Sought> {
        let mut sought = Sought::default();
        sought.plan.from = query.after.map_or(0, terms::time);
        sought.plan.until = query.before.map(terms::time);
        sought.facets(pinned)?;
        for phrase in &query.phrases {
            sought.phrase(phrase);
        }
        for word in &query.words {
            match words::reference(word) {
                Some(reference) => sought.id(&reference),
                None => sought.word(word),
            }
        }
        Some(sought)
    }

    /// Whether the texts must be looked at.
    #[must_use]
    pub fn wants_proof(&self) -> bool {
        !self.phrases.is_empty() || !self.ids.is_empty()
    }

    /// Whether these texts of a ticket hold all that the index alone cannot tell.
    #[must_use]
    pub fn is_proved_by(&self, texts: &[String]) -> bool {
        let said = |phrase: &String| texts.iter().any(|text| stands(&fold::fold(text), phrase));
        self.phrases.iter().all(said) && {
            let mut missing: Vec<&String> = self.ids.iter().collect();
            for text in texts {
                words::pieces(text, |piece| missing.retain(|id| piece != Piece::Id(id)));
            }
            missing.is_empty()
        }
    }

    fn add(&mut self, atom: Atom) {
        if !self.plan.all.contains(&atom) {
            self.plan.all.push(atom);
        }
    }

    fn id(&mut self, id: &str) {
        self.add(Atom::Term(words::bucket(id)));
        self.ids.push(id.to_owned());
        self.shown.push(id.to_owned());
    }

    fn word(&mut self, word: &str) {
        self.shown.push(fold::fold(word));
        for (piece, id) in pieces(word, true) {
            match piece {
                Some(atom) => self.add(atom),
                None => self.id(&id),
            }
        }
    }

    fn phrase(&mut self, phrase: &str) {
        let pieces = pieces(phrase, false);
        if pieces.is_empty() && fold::fold(phrase).chars().all(|c| !c.is_alphanumeric()) {
            return; // nothing but punctuation
        }
        for (piece, id) in pieces {
            self.add(piece.unwrap_or_else(|| Atom::Term(words::bucket(&id))));
        }
        let folded = fold::fold(phrase);
        self.shown.push(folded.clone());
        self.phrases.push(folded);
    }

    fn facets(&mut self, pinned: &Pinned) -> Option<()> {
        let facets = &pinned.facets;
        let named = [
            (terms::STANDING, facets.standing.map(|value| value.name())),
            (terms::CATEGORY, facets.category.map(|value| value.slug())),
            (terms::AWAITING, facets.awaiting.map(|value| value.name())),
            (terms::PRIORITY, facets.priority.map(|value| value.name())),
            (terms::LANGUAGE, facets.language.map(|value| value.tag())),
            (terms::CHANNEL, facets.channel.map(|value| value.name())),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                self.add(Atom::Term(terms::facet(name, value)));
            }
        }
        for tag in &facets.tags {
            self.add(Atom::Term(terms::facet(terms::TAG, tag)));
        }
        self.plan.none = facets.without.iter().map(|tag| terms::facet(terms::TAG, tag)).collect();
        self.held(pinned.assignee.as_ref(), |id| terms::held(terms::ASSIGNEE, id))?;
        self.held(pinned.team.as_ref(), |id| terms::held(terms::TEAM, id))?;
        self.held(pinned.customer.as_ref(), |id| terms::customer(id.unwrap_or_default()))
    }

    fn held(&mut self, held: Option<&Held>, term: impl Fn(Option<Uuid>) -> String) -> Option<()> {
        match held {
            None => {}
            Some(Held::ByNobody) => self.add(Atom::Term(term(None))),
            Some(Held::By(ids)) if ids.is_empty() => return None,
            Some(Held::By(ids)) => self.add(Atom::Any(ids.iter().map(|id| term(Some(*id))).collect())),
        }
        Some(())
    }
}

/// The conditions of a text's pieces, `None` with an id. The last letter of a run says nothing that its pairs do not;
/// at the edge of a phrase it may be a part of anything.
fn pieces(text: &str, alone: bool) -> Vec<(Option<Atom>, String)> {
    let mut found = Vec::new();
    let mut pair = String::new();
    words::pieces(text, |piece| {
        match piece {
            Piece::Word(word) => found.push((Some(Atom::Term(word.to_owned())), String::new())),
            Piece::Id(id) => found.push((None, id.to_owned())),
            Piece::Letter(letter) if alone && !pair.ends_with(letter) => {
                found.push((Some(Atom::Letter(letter.to_owned())), String::new()));
            }
            Piece::Letter(_) => {}
        }
        pair.clear();
        if let Piece::Word(word) = piece {
            pair.push_str(word);
        }
    });
    found
}

/// Whether a folded phrase stands in a folded text, words whole.
fn stands(text: &str, phrase: &str) -> bool {
    let joins = |one: Option<char>, other: Option<char>| {
        let in_word = |c: char| c.is_alphanumeric() && !fold::is_cjk(c);
        one.is_some_and(in_word) && other.is_some_and(in_word)
    };
    text.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + phrase.len()..]);
        !joins(before.chars().next_back(), phrase.chars().next())
            && !joins(phrase.chars().next_back(), after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought(text: &str) -> Sought {
        let query = Query::parse("q", text).unwrap();
        Sought::of(&query, &Pinned { facets: query.facets.clone(), ..Pinned::default() }).unwrap()
    }

    fn term(text: &str) -> Atom {
        Atom::Term(text.to_owned())
    }

    #[test]
    fn words_become_conditions() {
        assert_eq!(sought("充值未到 USDT usdt").plan.all, [term("充值"), term("值未"), term("未到"), term("usdt")]);
        assert_eq!(sought("币 USDT到").plan.all, [Atom::Letter("币".into()), term("usdt"), Atom::Letter("到".into())]);
        assert_eq!(sought("!!! … \"--\"").plan.all, []);
        assert!(!sought("充值 USDT 0.5").wants_proof());
        let id = sought("9F3C7A1BE2D4");
        assert_eq!(
            (id.plan.all.as_slice(), id.ids.as_slice()),
            (&[term(&words::bucket("9f3c7a1be2d4"))][..], &["9f3c7a1be2d4".into()][..])
        );
        assert!(
            id.is_proved_by(&["x".into(), "tx 9f3c7a1be2d4.".into()]) && !id.is_proved_by(&["9f3c7a1be2d4x".into()])
        );
    }

    #[test]
    fn phrases_stand_just_so() {
        let exact = sought("\"Deposit  History\"");
        assert_eq!(exact.plan.all, [term("deposit"), term("history")]);
        for (text, holds) in
            [("the deposit\nhistory is empty", true), ("history of a deposit", false), ("deposit historyx", false)]
        {
            assert_eq!(exact.is_proved_by(&[text.to_owned()]), holds, "{text}");
        }
        let exact = sought("\"值未到賬\"");
        assert!(exact.is_proved_by(&["充值未到账了".into()]) && !exact.is_proved_by(&["充值 未到账".into()]));
        assert!(sought("\"到 usdt\"").is_proved_by(&["未到 USDT".into()]));
        assert!(!sought("\"a\"").is_proved_by(&["b".into(), "aa".into()]));
    }

    #[test]
    fn filters_become_conditions() {
        let some = sought("state:open tag:vip -tag:x before:2026-11-02 after:2026-11-01");
        assert_eq!(some.plan.all, [term("\u{1}s:open"), term("\u{1}g:vip")]);
        assert_eq!(some.plan.none, ["\u{1}g:x"]);
        assert_eq!(some.plan.until.unwrap() - some.plan.from, 86_400_000_000);
        let nobody = Pinned { customer: Some(Held::By(Vec::new())), ..Pinned::default() };
        assert!(Sought::of(&Query::default(), &nobody).is_none());
    }
}
