//! The door: bytes become values that cannot be wrong, or a [`Problem`] that names the field.
//!
//! Every limit on what people send stands here. A text loses what certainly is a secret, unless its door says that it is taken
//! [verbatim](Check::verbatim).

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Args, FieldProblem, Problem, Result, Value};
use crate::secrets::clean;

/// The largest request body, in bytes (files come by another way).
pub const MAX_BODY: usize = 256 * 1024;
/// Characters in a ticket's subject.
pub const MAX_SUBJECT: usize = 200;
/// Characters in a message or note.
pub const MAX_TEXT: usize = 20_000;
/// Characters in a person's or token's name.
pub const MAX_NAME: usize = 100;
/// Characters in one of a category's fields.
pub const MAX_FIELD: usize = 2_000;
/// Characters in a file's name, before it is cleaned.
pub const MAX_FILE_NAME: usize = 1_000;
/// Characters in a rating's comment.
pub const MAX_COMMENT: usize = 2_000;
/// Characters in a password: length is its strength, composition is not (OWASP ASVS 5.0, V6.2).
pub const MIN_PASSWORD: usize = 12;
/// See [`MIN_PASSWORD`].
pub const MAX_PASSWORD: usize = 128;
/// Characters in what explains a tag.
pub const MAX_DESCRIPTION: usize = 500;
/// Characters in a macro's title or group, in the name of a team, and in labels of settings.
pub const MAX_TITLE: usize = 100;
/// Members that a team can have.
pub const MAX_MEMBERS: usize = 1_000;
/// Octets in a mail address (RFC 5321 §4.5.3.1.3 allows 256 with the angle brackets).
pub const MAX_EMAIL: usize = 254;
/// Characters in a search, or in what a view goes by. Of a longer question on the site so many are searched: who pastes a
/// whole story is answered all the same, and told so.
pub const MAX_QUERY: usize = 500;
/// Words and quoted phrases in a search.
pub const MAX_TERMS: usize = 32;
/// Tags that a search names.
pub const MAX_FILTERS: usize = 20;
/// Saved views of one agent.
pub const MAX_VIEWS: i64 = 50;
/// Entries or tickets on one page, and how many when the asker does not say.
pub const MAX_PAGE: i64 = 500;
/// See [`MAX_PAGE`].
pub const DEFAULT_PAGE: i64 = 50;

/// Gathers what is wrong with the fields of one request, so that all of it is told at once.
#[derive(Default)]
pub struct Check {
    problems: Vec<FieldProblem>,
    /// The guard failed: nothing of the request may be stored.
    failed: Option<store::Error>,
}

impl Check {
    /// Notes that `field` is wrong.
    pub fn refuse(&mut self, field: &str, code: &'static str) {
        self.refuse_with(field, code, Vec::new());
    }

    /// As [`Check::refuse`], with values for the sentence.
    pub fn refuse_with(&mut self, field: &str, code: &'static str, args: Args) {
        self.problems.push(FieldProblem { field: field.to_owned(), code, args });
    }

    /// What is wrong so far, with fields called as `name` calls them.
    #[must_use]
    pub fn named(mut self, name: impl Fn(&str) -> Option<Value>) -> Check {
        for problem in &mut self.problems {
            if let Some(name) = name(&problem.field) {
                problem.args.push(("field", name));
            }
        }
        self
    }

    /// A text of 1 to `max` characters without secrets; white space around it is dropped, line ends are `\n`.
    pub fn text(&mut self, field: &str, value: &str, max: usize) -> String {
        let value = self.verbatim(field, value, max);
        self.without_secrets(value)
    }

    /// A text of at most `max` characters without secrets, perhaps empty.
    pub fn optional(&mut self, field: &str, value: &str, max: usize) -> String {
        let value = self.verbatim_optional(field, value, max);
        self.without_secrets(value)
    }

    /// As [`Check::text`], with whatever is in it: for what becomes an entry and loses its secrets there, for articles, and
    /// for what is not stored.
    pub fn verbatim(&mut self, field: &str, value: &str, max: usize) -> String {
        let value = self.verbatim_optional(field, value, max);
        if value.is_empty() {
            self.refuse(field, "required");
        }
        value
    }

    fn without_secrets(&mut self, value: String) -> String {
        match clean::without(&value) {
            Ok(clean) => clean.into_owned(),
            Err(error) => {
                self.failed = Some(error);
                String::new()
            }
        }
    }

    /// As [`Check::verbatim`], perhaps empty.
    pub fn verbatim_optional(&mut self, field: &str, value: &str, max: usize) -> String {
        let value = value.trim().replace("\r\n", "\n").replace('\r', "\n");
        if value.contains('\0') {
            self.refuse(field, "nul-character");
        }
        let actual = value.chars().count();
        if actual > max {
            let args = vec![("max", max.into()), ("actual", actual.into())];
            self.problems.push(FieldProblem { field: field.to_owned(), code: "too-long", args });
        }
        value
    }

    /// A new password of [`MIN_PASSWORD`] to [`MAX_PASSWORD`] characters, none of them dropped.
    pub fn password(&mut self, field: &str, value: &str) {
        let actual = value.chars().count();
        let mut refuse = |code, limit: (&'static str, usize)| {
            let args = vec![(limit.0, limit.1.into()), ("actual", actual.into())];
            self.problems.push(FieldProblem { field: field.to_owned(), code, args });
        };
        match actual {
            0 => refuse("required", ("min", MIN_PASSWORD)),
            _ if actual < MIN_PASSWORD => refuse("invalid-password-short", ("min", MIN_PASSWORD)),
            _ if actual > MAX_PASSWORD => refuse("too-long", ("max", MAX_PASSWORD)),
            _ => {}
        }
    }

    /// A mail address.
    pub fn email(&mut self, field: &str, value: &str) -> Email {
        match Email::parse(value) {
            Some(email) => email,
            None => {
                self.refuse(field, if value.trim().is_empty() { "required" } else { "invalid-email" });
                Email { address: String::new(), key: String::new() }
            }
        }
    }

    /// A value that `parse` knows.
    pub fn choice<T: Copy>(&mut self, field: &str, value: &str, parse: impl Fn(&str) -> Option<T>, fallback: T) -> T {
        parse(value).unwrap_or_else(|| {
            self.refuse(field, if value.is_empty() { "required" } else { "invalid-choice" });
            fallback
        })
    }

    /// The value of what checked itself; notes what is wrong with it.
    pub fn adopt<T>(&mut self, checked: Result<T>) -> Option<T> {
        checked.map_err(|problem| self.problems.extend(problem.fields)).ok()
    }

    /// All that was gathered, if anything.
    ///
    /// # Errors
    /// A [`Problem`] with every wrong field; 500 when the guard failed.
    pub fn done(self) -> Result<()> {
        if let Some(error) = self.failed {
            return Err(error.into());
        }
        if self.problems.is_empty() { Ok(()) } else { Err(Problem::invalid(self.problems)) }
    }

    /// The fields that were refused so far.
    #[must_use]
    pub fn into_problems(self) -> Vec<FieldProblem> {
        self.problems
    }
}

/// A mail address as it was given, and folded for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// As given, for sending.
    pub address: String,
    /// Lower case, for finding. Dots and tags are kept: only the provider knows whether they matter.
    pub key: String,
}

impl Email {
    /// One bare address: no display name, no comment, no quotes, nothing that a mail header could
    /// read as two addresses (`<a@evil>b@ours`), no control characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Email> {
        let text = text.trim();
        if text.len() > MAX_EMAIL
            || text.chars().any(|c| c.is_control() || c.is_whitespace() || "<>()[],;:\\\"".contains(c))
        {
            return None;
        }
        let (local, domain) = text.split_once('@')?;
        let label =
            |label: &str| !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-');
        let domain_holds = domain.contains('.')
            && domain.split('.').all(label)
            && domain.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.');
        let local_holds = !local.is_empty() && local.len() <= 64 && local.split('.').all(|atom| !atom.is_empty());
        let holds = domain_holds && local_holds && text.parse::<lettre::Address>().is_ok();
        holds.then(|| Email { address: text.to_owned(), key: text.to_lowercase() })
    }

    /// The address so that its owner knows it and nobody else learns it: `w•••@•••.com`.
    #[must_use]
    pub fn masked(address: &str) -> String {
        let first = address.chars().next().unwrap_or('•');
        let top = address.rsplit('.').next().unwrap_or("");
        format!("{first}•••@•••.{top}")
    }
}

/// A JSON body. Whatever is wrong with one that comes becomes a [`Problem`] that names the field.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    /// By way of a vector: axum's own writes field by field into a shared buffer, which took a tenth of a page's time.
    fn into_response(self) -> Response {
        let mut body = Vec::with_capacity(1024);
        match serde_json::to_writer(&mut body, &self.0) {
            Ok(()) => ([(header::CONTENT_TYPE, "application/json")], body).into_response(),
            Err(error) => Problem::from(store::Error::Defect(error.to_string())).into_response(),
        }
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Json<T>> {
        media_type(request.headers(), "application/json")?;
        let bytes = body(request, state).await?;
        read_json(&bytes).map(Json)
    }
}

/// A form's fields. Broken UTF-8 is refused, not repaired: the customer would not see what
/// became of it.
#[derive(Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Form> {
        media_type(request.headers(), "application/x-www-form-urlencoded")?;
        let bytes = body(request, state).await?;
        let fields: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
        let replaced = |text: &str| text.contains(char::REPLACEMENT_CHARACTER);
        let typed = String::from_utf8_lossy(&bytes).to_ascii_uppercase().contains("%EF%BF%BD");
        if !typed && fields.iter().any(|(name, value)| replaced(name) || replaced(value)) {
            return Err(Problem::bad_request("invalid-utf8"));
        }
        Ok(Form(fields))
    }
}

impl Form {
    /// What was typed into a field; empty when it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// All that was sent under a name.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A form that came in another way.
    #[must_use]
    pub fn of(fields: Vec<(String, String)>) -> Form {
        Form(fields)
    }
}

/// Refuses a body of another media type than `expected`.
///
/// # Errors
/// 415.
pub fn media_type(headers: &HeaderMap, expected: &'static str) -> Result<()> {
    let given = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = given.split(';').next().unwrap_or("").trim();
    if essence.eq_ignore_ascii_case(expected) {
        return Ok(());
    }
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type").with("expected", expected))
}

/// The bytes of a body within [`MAX_BODY`].
pub async fn body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes> {
    Bytes::from_request(request, state).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"),
        _ => Problem::bad_request("malformed"),
    })
}

/// Reads JSON; a wrong document names the field that is wrong.
///
/// # Errors
/// 400 when it is no JSON, 422 when a field lacks or has another type.
pub fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::bad_request("invalid-utf8"))?;
    // A list would be taken for the fields in their order.
    if !text.trim_start().starts_with('{') {
        return Err(Problem::bad_request("invalid-json"));
    }
    match serde_json::from_str(text) {
        Ok(value) => Ok(value),
        Err(error) if error.is_data() => Err(name_field::<T>(text)),
        Err(_) => Err(Problem::bad_request("invalid-json")),
    }
}

/// Reads once more, slower, to learn which field was wrong.
fn name_field<T: DeserializeOwned>(text: &str) -> Problem {
    let mut reader = serde_json::Deserializer::from_str(text);
    let Err(error) = serde_path_to_error::deserialize::<_, T>(&mut reader) else {
        return Problem::bad_request("invalid-json");
    };
    let path = match error.path().to_string() {
        path if path == "." => String::new(),
        path => path,
    };
    let message = error.inner().to_string();
    match message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        Some(field) if path.is_empty() => Problem::field(field, "required"),
        Some(field) => Problem::field(&format!("{path}.{field}"), "required"),
        None if path.is_empty() => Problem::bad_request("invalid-json"),
        None => {
            // What was sent stands before it, and may hold the same word.
            let expected = message.rsplit("expected ").next().filter(|rest| *rest != message).unwrap_or("another");
            let expected = expected.split(" at line").next().unwrap_or(expected);
            Problem::invalid(vec![FieldProblem {
                field: path,
                code: "wrong-type",
                args: vec![("expected", expected.into())],
            }])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_that_deceive_are_refused() {
        for bad in [
            "",
            "a",
            "a@b",
            "<a@evil.example>b@ours.example",
            "a@b.example,c@d.example",
            "a b@c.example",
            "a@b.example\r\nBcc: x@y.example",
            "\"a\"@b.example",
            "a@-b.example",
            "a@b..example",
            "a..b@c.example",
            "a@[127.0.0.1]",
        ] {
            assert_eq!(Email::parse(bad), None, "{bad}");
        }
        assert_eq!(Email::parse(" Wang.Li+tag@Example.COM ").unwrap().key, "wang.li+tag@example.com");
        assert_eq!(Email::masked("wang@example.com"), "w•••@•••.com");
    }

    proptest! {
        #[test]
        fn parsing_an_address_never_panics_and_keeps_it_on_one_line(text in ".{0,300}") {
            if let Some(email) = Email::parse(&text) {
                prop_assert!(!email.address.contains(['\r', '\n', ' ', '<', '>', ',']));
                prop_assert_eq!(email.address.matches('@').count(), 1);
            }
        }
    }

    #[test]
    fn a_wrong_document_names_its_field() {
        #[derive(serde::Deserialize, Debug)]
        #[expect(dead_code)]
        struct Inner {
            email: String,
        }
        #[derive(serde::Deserialize, Debug)]
        #[expect(dead_code)]
        struct Outer {
            customer: Inner,
        }
        let field = |text: &str| read_json::<Outer>(text.as_bytes()).unwrap_err().fields[0].field.clone();
        assert_eq!(field("{}"), "customer");
        assert_eq!(field(r#"{"customer":{}}"#), "customer.email");
        assert_eq!(field(r#"{"customer":{"email":7}}"#), "customer.email");
        let code = |bytes: &[u8]| read_json::<Outer>(bytes).unwrap_err().code;
        assert_eq!(code(b"\xff\xfe"), "invalid-utf8");
        assert_eq!(code(format!("{{\"other\":{}", "[".repeat(1000)).as_bytes()), "invalid-json");
        assert_eq!(code(b"{"), "invalid-json");
    }
}
