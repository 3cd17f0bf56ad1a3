//! What readers say of an article: one voice for each browser, and "this solved it" beside the form.

use store::{Error, Tx, params};
use uuid::Uuid;

use super::read::Reading;
use crate::clock::Moment;
use crate::keys::Keys;

/// What readers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It helped.
    Helpful,
    /// It did not.
    Unhelpful,
    /// It answered what was about to be sent.
    Solved,
}

impl Verdict {
    /// As stored, and in forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Helpful => "helpful",
            Verdict::Unhelpful => "unhelpful",
            Verdict::Solved => "solved",
        }
    }

    /// What a form may say. `solved` has an address of its own.
    #[must_use]
    pub fn parse(name: &str) -> Option<Verdict> {
        [Verdict::Helpful, Verdict::Unhelpful].into_iter().find(|verdict| verdict.name() == name)
    }
}

/// Why an article did not help.
pub const REASONS: [&str; 4] = ["unclear", "outdated", "wrong", "other"];

/// What somebody says.
#[derive(Clone, Debug)]
pub struct Vote {
    /// The verdict.
    pub verdict: Verdict,
    /// One of [`REASONS`], or empty.
    pub reason: &'static str,
    /// More of it; may be empty.
    pub comment: String,
    /// Whose voice it is ([`voter`]); `None` counts each time.
    pub voter: Option<String>,
}

/// What a browser's secret is stored as: who reads the store can tell voices apart, and nothing else.
#[must_use]
pub fn voter(keys: &Keys, secret: &str) -> String {
    hex::encode(&keys.derive("article voter", secret.as_bytes())[..16])
}

/// Counts a voice for the version that was read. A browser's later word takes the place of its earlier one.
pub fn cast(tx: &mut Tx<'_>, read: &Reading, version: i64, vote: &Vote, moment: &Moment) -> Result<(), Error> {
    const CAST: &str = "INSERT INTO article_vote
            (id, article_id, language, version, verdict, reason, comment, voter, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (article_id, language, voter) DO UPDATE SET version = excluded.version,
            verdict = excluded.verdict, reason = excluded.reason, comment = excluded.comment, at = excluded.at";
    let id: Uuid = moment.draws().uuid();
    let params = params![
        id,
        read.article.id,
        read.language.tag(),
        version.clamp(1, read.version),
        vote.verdict.name(),
        vote.reason,
        &vote.comment,
        vote.voter.as_deref(),
        moment.at
    ];
    tx.execute(CAST, params).map(drop)
}
