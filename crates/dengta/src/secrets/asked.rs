//! Messages to customers that ask for a secret: stopped before they are stored, and counted.
//!
//! What must stay true: whatever an agent or a program says to a customer passes [`check`] in `tickets/verbs.rs`; what is to go
//! to many passes it already when it is asked for. There is no way round it, for anybody. Of a stopped message nothing is kept
//! but who, where, when and what it asked for: that is written where every refusal is told (`routes.rs`, `bulk/work.rs`).

use axum::http::StatusCode;
use guard::asking::{Asks, asks_for_secret};
use serde::Serialize;
use store::{Error, Row, Tx, params};
use uuid::Uuid;

use crate::app::App;
use crate::clock::{Micros, Moment};
use crate::error::{FieldProblem, Problem, Result, Value};
use crate::language::{Language, texts};
use crate::people::Actor;
use crate::secrets::clean;

/// Names the problem.
const CODE: &str = "asks-for-secret";

/// A message that was stopped.
#[derive(Clone, Debug)]
pub struct Stopped {
    /// What it asks for.
    what: Asks,
    /// The secret's name, in code points of the text.
    span: Span,
    /// The sentence that asks, likewise.
    sentence: Span,
    /// The customer's language, where there is one customer.
    language: Option<Language>,
    by: Actor,
    ticket: Option<Uuid>,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Span {
    /// Code points before it.
    pub start: usize,
    /// Code points before its end.
    pub end: usize,
}

/// For whom a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// The customer of a ticket, in their language.
    One(Uuid, Language),
    /// Many, in whatever language it is written.
    Many(Option<Language>),
}

/// Stops a message that asks for a secret.
///
/// # Errors
/// 422 `asks-for-secret`, which names `field`; 500 when the guard fails, so that nothing leaves unseen.
pub fn check(field: &str, text: &str, by: Actor, to: To) -> Result<()> {
    let Some(asked) = clean::closed(|| asks_for_secret(text))? else { return Ok(()) };
    let (ticket, language) = match to {
        To::One(ticket, language) => (Some(ticket), Some(language)),
        To::Many(language) => (None, language),
    };
    let points = |bytes: std::ops::Range<usize>| {
        let start = text[..bytes.start].chars().count();
        Span { start, end: start + text[bytes].chars().count() }
    };
    let (span, sentence) = (points(asked.span), points(asked.sentence));
    let stopped = Stopped { what: asked.what, span, sentence, language, by, ticket };
    Err(problem(field, stopped))
}

fn problem(field: &str, stopped: Stopped) -> Problem {
    let names = Language::ALL.map(|language| (language, texts().get(language, &id("asks-kind", stopped.what))));
    let args = vec![("what", Value::Words(names.into()))];
    let fields = vec![FieldProblem { field: field.to_owned(), code: CODE, args: args.clone() }];
    let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, CODE);
    Problem { args, fields, stopped: Some(Box::new(stopped)), ..problem }
}

/// What may be said instead of asking: how the customer is helped without it.
#[must_use]
pub fn better(language: Language, what: Asks) -> String {
    texts().get(language, &id("asks-better", what))
}

fn id(prefix: &str, what: Asks) -> String {
    format!("{prefix}-{}", what.name().replace('_', "-"))
}

/// Where a message asks for a secret, and what to say instead.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = AsksForSecret)]
pub struct StoppedDocument {
    /// `password`, `code`, `seed_phrase`, `private_key`, `card_security_code` or `remote_access`.
    pub what: &'static str,
    /// The words that name it.
    pub span: Span,
    /// The sentence that asks.
    pub sentence: Span,
    /// A sentence to put in its place, in the customer's language.
    pub better: String,
}

impl Stopped {
    /// As sent; `language` is the asker's, for what goes to many.
    #[must_use]
    pub fn document(&self, language: Language) -> StoppedDocument {
        let better = better(self.language.unwrap_or(language), self.what);
        StoppedDocument { what: self.what.name(), span: self.span, sentence: self.sentence, better }
    }

    /// Counts it; not in the transaction that it was refused in, which is undone.
    pub fn note(&self, tx: &mut Tx<'_>, moment: &Moment) -> Result<(), Error> {
        const NOTE: &str = "INSERT INTO refused_request (id, actor_kind, actor_id, ticket_id, what, at)
            VALUES ($1, $2, $3, $4, $5, $6)";
        let Some(actor) = self.by.id() else { return Ok(()) };
        let id = moment.draws().uuid();
        tx.execute(NOTE, params![id, self.by.kind(), actor, self.ticket, self.what.name(), moment.at]).map(drop)
    }
}

/// Counts what a refusal stopped, in a transaction of its own: the one that was refused is undone. A refusal stands although it
/// could not be counted.
pub async fn count(app: &App, problem: &Problem) {
    let Some(stopped) = problem.stopped.clone() else { return };
    let moment = app.clock.moment();
    if let Err(error) = app.db.write(move |tx| stopped.note(tx, &moment)).await {
        tracing::error!(%error, "a message that asked for a secret was stopped, but could not be counted");
    }
}

/// How often one of us was stopped, for one kind of secret.
#[derive(Clone, Debug)]
pub struct Count {
    /// Who.
    pub by: Actor,
    /// What was asked for.
    pub what: String,
    /// How often.
    pub count: i64,
    /// When last.
    pub last_at: Micros,
}

/// How often everybody was stopped since a time, the latest first.
pub fn counts(tx: &mut Tx<'_>, since: Micros) -> Result<Vec<Count>, Error> {
    const COUNT: &str = "SELECT actor_kind, actor_id, what, count(*), max(at) FROM refused_request WHERE at >= $1
        GROUP BY actor_kind, actor_id, what ORDER BY max(at) DESC, what";
    tx.query(COUNT, params![since], |row: &Row<'_>| {
        let by = Actor::parse(row.text(0)?.unwrap_or_default(), row.opt(1)?);
        let by = by.ok_or_else(|| Error::Defect("refused_request.actor holds an unknown value".into()))?;
        Ok(Count { by, what: row.get(2)?, count: row.get(3)?, last_at: row.get(4)? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stopped(text: &str) -> Option<StoppedDocument> {
        let refused = check("body", text, Actor::Agent(Uuid::nil()), To::Many(None)).err()?;
        refused.stopped.map(|stopped| stopped.document(Language::En))
    }

    #[test]
    fn places_are_counted_in_code_points() {
        let text = "您好🙂。 请把密码发给我。谢谢";
        let told = stopped(text).unwrap();
        let part = |span: Span| text.chars().take(span.end).skip(span.start).collect::<String>();
        assert_eq!((part(told.span).as_str(), part(told.sentence).as_str()), ("密码", "请把密码发给我。"));
        assert_eq!(told.what, "password");
    }

    #[test]
    fn what_is_offered_asks_for_nothing_in_any_language() {
        for language in Language::ALL {
            for what in Asks::ALL {
                for prefix in ["asks-kind", "asks-better"] {
                    assert!(texts().has(language, &id(prefix, what)), "{language} lacks {prefix} of {what:?}");
                }
                let better = better(language, what);
                assert!(stopped(&better).is_none(), "{language}: {better}");
            }
        }
    }
}
