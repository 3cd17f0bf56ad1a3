//! What a refusal is, and how it is told: problem+json (RFC 9457) in the API, a page on the site, in
//! the language of whoever asked. Handlers return a [`Problem`]; `routes::tell` renders it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::language::{Argument, Language, texts};
use crate::secrets::asked::{Stopped, StoppedDocument};
use crate::secrets::clean;

/// Values that a sentence needs, by name.
pub type Args = Vec<(&'static str, Value)>;

/// A value in a sentence; numbers choose plural forms.
#[derive(Clone, Debug)]
pub enum Value {
    /// Put in as it is.
    Text(String),
    /// Written as the language writes numbers.
    Number(i64),
    /// A word by language: the reader's, English, or the first.
    Words(BTreeMap<Language, String>),
}

impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::Text(value.to_owned())
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Number(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Number(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl Value {
    fn argument(&self, language: Language) -> &dyn Argument {
        match self {
            Value::Text(text) => text,
            Value::Number(number) => number,
            Value::Words(words) => {
                let word = words.get(&language).or_else(|| words.get(&Language::En));
                word.or_else(|| words.values().next()).map_or(&"", |word| word)
            }
        }
    }
}

/// A refusal or a failure. Its sentences are the texts `error-CODE-title` and `error-CODE`.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// Names the kind of problem, in the texts and in `type`.
    pub code: &'static str,
    /// Values for the sentence.
    pub args: Args,
    /// The fields that were wrong.
    pub fields: Vec<FieldProblem>,
    /// Seconds until trying again makes sense.
    pub retry_after: Option<i64>,
    /// How many messages the asker has not read (code `conversation-moved`).
    pub newer: Option<i64>,
    /// What the message asked a customer for (code `asks-for-secret`).
    pub stopped: Option<Box<Stopped>>,
    /// A header that the answer carries for programs.
    pub header: Option<Box<(&'static str, String)>>,
}

/// What is wrong with one field.
#[derive(Clone, Debug)]
pub struct FieldProblem {
    /// The field's name as it was sent, nested with dots.
    pub field: String,
    /// Names the text.
    pub code: &'static str,
    /// Values for the sentence.
    pub args: Args,
}

/// A shorthand for what handlers return.
pub type Result<T, E = Problem> = std::result::Result<T, E>;

impl Problem {
    /// A problem with nothing but its code.
    #[must_use]
    pub fn new(status: StatusCode, code: &'static str) -> Problem {
        let (args, fields) = (Vec::new(), Vec::new());
        Problem { status, code, args, fields, retry_after: None, newer: None, stopped: None, header: None }
    }

    /// 404: it does not exist, or it is not the asker's.
    #[must_use]
    pub fn not_found() -> Problem {
        Problem::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// 403: the asker may see it but may not do this.
    #[must_use]
    pub fn forbidden() -> Problem {
        Problem::new(StatusCode::FORBIDDEN, "forbidden")
    }

    /// 401: nobody is signed in.
    #[must_use]
    pub fn unauthenticated() -> Problem {
        Problem::new(StatusCode::UNAUTHORIZED, "unauthenticated")
    }

    /// 409: the state of things does not allow it.
    #[must_use]
    pub fn conflict(code: &'static str) -> Problem {
        Problem::new(StatusCode::CONFLICT, code)
    }

    /// 400: the request cannot be read.
    #[must_use]
    pub fn bad_request(code: &'static str) -> Problem {
        Problem::new(StatusCode::BAD_REQUEST, code)
    }

    /// 422: these fields are wrong.
    #[must_use]
    pub fn invalid(fields: Vec<FieldProblem>) -> Problem {
        let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid").with("count", fields.len());
        Problem { fields, ..problem }
    }

    /// 422: this field is wrong.
    #[must_use]
    pub fn field(field: &str, code: &'static str) -> Problem {
        Problem::invalid(vec![FieldProblem { field: field.to_owned(), code, args: Vec::new() }])
    }

    /// 429: too many tries; again in `seconds`.
    #[must_use]
    pub fn throttled(seconds: i64) -> Problem {
        let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "throttled").with("seconds", seconds);
        Problem { retry_after: Some(seconds), ..problem }
    }

    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Problem {
        self.args.push((name, value.into()));
        self
    }

    /// Adds a header for programs; `routes::tell` knows which names may pass.
    #[must_use]
    pub fn answering(mut self, name: &'static str, value: String) -> Problem {
        self.header = Some(Box::new((name, value)));
        self
    }

    /// What kind of problem it is, in `language`.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        say(language, &format!("error-{}-title", self.code), &self.args)
    }

    /// What happened, what was kept and what to do, in `language`.
    #[must_use]
    pub fn detail(&self, language: Language) -> String {
        say(language, &format!("error-{}", self.code), &self.args)
    }

    /// As problem+json in `language`.
    #[must_use]
    pub fn document(&self, language: Language, request_id: &str) -> Document {
        Document {
            kind: format!("/problems/{}", self.code),
            title: self.title(language),
            status: self.status.as_u16(),
            detail: self.detail(language),
            errors: self.fields.iter().map(|field| field.document(language)).collect(),
            newer: self.newer,
            asks: self.stopped.as_ref().map(|stopped| stopped.document(language)),
            request_id: request_id.to_owned(),
        }
    }
}

impl FieldProblem {
    /// With the sentence in `language`, which names the field by its label where it has one.
    #[must_use]
    pub fn document(&self, language: Language) -> FieldDocument {
        // Programs name fields as they like.
        let (mut args, field) = (self.args.clone(), clean::told(&self.field));
        if args.iter().all(|(name, _)| *name != "field") {
            args.push(("field", Value::Text(field_label(language, &field))));
        }
        let message = say(language, &format!("error-{}", self.code), &args);
        FieldDocument { field, code: self.code.to_owned(), message }
    }
}

/// The label that people see for a field's name, or the name itself.
#[must_use]
pub fn field_label(language: Language, field: &str) -> String {
    let id = format!("field-{}", field.rsplit('.').next().unwrap_or(field).replace('_', "-"));
    if texts().has(language, &id) { texts().get(language, &id) } else { field.to_owned() }
}

/// Refusals end up in other people's logs: they repeat nothing that certainly is a secret.
fn say(language: Language, id: &str, args: &Args) -> String {
    let harmless = |value: &Value| match value {
        Value::Text(text) => Value::Text(clean::told(text)),
        other => other.clone(),
    };
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, harmless(value))).collect();
    let values: Vec<_> = args.iter().map(|(name, value)| (*name, value.argument(language))).collect();
    texts().format(language, id, &values)
}

/// problem+json (RFC 9457).
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub struct Document {
    /// Names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of problem, in the asker's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened, what was kept and what to do, in the asker's language.
    pub detail: String,
    /// The fields that were wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<FieldDocument>,
    /// How many messages came since the asker read (`conversation-moved`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newer: Option<i64>,
    /// Where the message asks for a secret, and what to say instead (`asks-for-secret`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asks: Option<StoppedDocument>,
    /// To find the request in the logs.
    pub request_id: String,
}

/// One wrong field.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = FieldProblem)]
pub struct FieldDocument {
    /// The field's name as it was sent, nested with dots.
    pub field: String,
    /// Names the kind of problem.
    pub code: String,
    /// The sentence.
    pub message: String,
}

/// What every address of the API may answer instead, for its description.
#[derive(utoipa::IntoResponses)]
pub enum Refusals {
    /// The request was refused.
    #[response(status = "4XX", content_type = "application/problem+json")]
    Refused(#[to_schema] Document),
    /// The desk could not do it now.
    #[response(status = "5XX", content_type = "application/problem+json")]
    Failed(#[to_schema] Document),
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert("retry-after", seconds.into());
        }
        if let Some((name, value)) = self.header.as_deref()
            && let Ok(value) = value.parse()
        {
            response.headers_mut().insert(*name, value);
        }
        response.extensions_mut().insert(self);
        response
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Problem {
        match error {
            store::Error::Unavailable(_) | store::Error::Contended(_) => {
                tracing::warn!(%error, "store");
                metrics::counter!("dengta_store_unavailable_total").increment(1);
                Problem { retry_after: Some(5), ..Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable") }
            }
            store::Error::Constraint(_) | store::Error::Defect(_) => {
                tracing::error!(%error, "store");
                Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
            }
        }
    }
}
