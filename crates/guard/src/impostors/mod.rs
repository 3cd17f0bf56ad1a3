//! Impostors: links, domains, addresses, handles and names that pass for the official ones.
//!
//! A desk says what is official ([`Official`]); everything else that is met is unknown, or an imitation, with the reason.
//! `scan` finds what can be judged in a text; `domain`, `account` and `mail` judge it; all of them look for a brand's name in a
//! `label`, as it is written, or as `sounds` says that it is written in Latin letters; `around` reads what stands right beside a
//! link, `context` what a message says. What is known of the world is data: `rules/impostors/*.txt`.
//!
//! What must stay true:
//!
//! - What is official is never an imitation, and nothing else is ever official: a domain is official with those under it, as it
//!   is written in ASCII.
//! - A brand's name in prose, or in the path of a site that is known, is no imitation. Nor are words that happen to be near.
//! - Work grows in proportion to the text; a label is looked at up to 64 bytes.

mod account;
mod around;
mod context;
mod domain;
mod fold;
mod glued;
mod host;
mod label;
mod mail;
mod names;
mod official;
mod paths;
mod punycode;
mod reason;
mod registered;
mod rules;
mod scan;
mod sites;
mod sounds;
mod spelled;
mod staff;
mod tokens;
mod typo;
mod url;
mod words;

use std::ops::Range;

pub use official::{BadOfficial, Official, shared};
pub use reason::{Differs, Reason};

/// What something is, next to what is official.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is one of ours.
    Official,
    /// Nothing is known about it.
    Unknown,
    /// It passes for one of ours and is not.
    Imitation,
}

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// An address of the web with its scheme or a path.
    Link,
    /// A domain by itself.
    Domain,
    /// A mail address.
    MailAddress,
    /// The name of an account, with @ or behind the name of a messenger.
    Handle,
    /// A telephone number.
    Phone,
}

/// Something in a text that can be judged, and how it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where, in bytes of the text; on character boundaries.
    pub span: Range<usize>,
    /// What it is.
    pub what: What,
    /// Whether it is ours.
    pub standing: Standing,
    /// How likely an imitation, 0 to 1; 0.5 or more only when `standing` says so.
    pub score: f32,
    /// Why, for an imitation.
    pub reason: Option<Reason>,
    /// The id of the brand that it is, or imitates.
    pub of: Option<String>,
}

/// What a whole input is: what its worst part is.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Whether it is ours.
    pub standing: Standing,
    /// How likely an imitation, 0 to 1; 0.5 or more only when `standing` says so.
    pub score: f32,
    /// Why, for an imitation.
    pub reason: Option<Reason>,
    /// The part that decided, in bytes; empty when there was nothing to judge.
    pub part: Range<usize>,
    /// The id of the brand that it is, or imitates.
    pub of: Option<String>,
}

/// What a judge says about one thing.
#[derive(Clone, Debug)]
pub(crate) enum Verdict {
    /// Ours, with the number of the brand.
    Official(usize),
    /// How near it is to being an imitation, below 0.5.
    Unknown(f32),
    Imitation {
        brand: usize,
        score: f32,
        differs: Differs,
    },
}

impl Verdict {
    /// Nothing is known, and nothing looks like ours.
    pub(crate) const NOTHING: Verdict = Verdict::Unknown(0.05);

    pub(crate) fn imitation(brand: usize, score: f32, differs: Differs) -> Verdict {
        Verdict::Imitation { brand, score, differs }
    }

    pub(crate) fn score(&self) -> f32 {
        match self {
            Verdict::Official(_) => 0.0,
            Verdict::Unknown(score) | Verdict::Imitation { score, .. } => *score,
        }
    }

    /// The worse of two.
    pub(crate) fn or(self, other: Verdict) -> Verdict {
        if other.score() > self.score() { other } else { self }
    }
}

impl Official {
    /// Judges a domain, a link, a mail address, a telephone number, a handle, an agent's id, or a whole message.
    #[must_use]
    pub fn judge(&self, input: &str) -> Judgement {
        let found = scan::find(self, input, true);
        let worst = found.into_iter().reduce(|worst, found| {
            let worse = (found.standing, found.score) > (worst.standing, worst.score);
            if worse { found } else { worst }
        });
        match worst {
            Some(Found { span, standing, score, reason, of, .. }) => {
                Judgement { standing, score, reason, part: span, of }
            }
            None => Judgement { standing: Standing::Unknown, score: 0.0, reason: None, part: 0..0, of: None },
        }
    }

    /// Everything in a text that can be judged, in order.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        scan::find(self, text, false)
    }
}
