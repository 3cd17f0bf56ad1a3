//! What is asked and not stored, and what is refused.

use reqwest::{Method, RequestBuilder, header};
use serde_json::json;

use super::house::House;
use super::site::encoded;

impl House {
    fn look(&self, path: &str, text: &str) -> RequestBuilder {
        self.api(Method::GET, &format!("{path}{}", encoded(text)))
    }

    /// The request that asks something.
    pub fn asked(&self, name: &str, text: &str) -> Option<RequestBuilder> {
        Some(match name {
            "search of tickets" => self.look("/search?q=", text),
            "search of tickets: suggestions" => self.look("/search/suggestions?q=", text),
            "search of customers" => self.look("/customers?q=", text),
            "search of articles, by an agent" => self.look("/help/articles?q=", text),
            "search of articles, by a program" => self.look("/help/search?lang=en&q=", text),
            "is this really you, by a program" => self.look("/official?q=", text),
            "lexicon: trial" => {
                self.post("/help/lexicon/trial", &json!({"value": {"lines": {}}, "language": "en", "q": text}))
            }
            "article: preview" => self.post("/help/preview", &json!({"language": "en", "body": text})),
            _ => return None,
        })
    }

    /// The request that is refused.
    pub fn refused(&self, name: &str, text: &str) -> Option<RequestBuilder> {
        let ids = &self.ids;
        let with = |place: &str, value: serde_json::Value| {
            let mut new = crate::desk::ticket("program@example.com");
            *new.pointer_mut(place).unwrap() = value;
            self.post("/tickets", &new)
        };
        Some(match name {
            "tag of a ticket" => self.post(&format!("/tickets/{}/tags", ids.ticket), &json!({"add": [text]})),
            "tag of a customer" => self.put(&format!("/customers/{}/tags", ids.of_customer), &json!({"tags": [text]})),
            "tag: name" => self.post("/tags", &json!({"name": text})),
            "view: query" => self.post("/views", &json!({"title": "view", "query": format!("tag:\"{text}\"")})),
            "sign-in" => {
                let body = json!({"email": text, "password": text, "totp": text});
                self.guest(Method::POST, "/api/v1/session").json(&body)
            }
            "invitation: token" => {
                self.guest(Method::POST, "/api/v1/invitations/preview").json(&json!({"token": text}))
            }
            "passkey: name" => self.post("/passkeys", &json!({"name": text, "credential": {"id": text}})),
            "unknown category and language" => {
                let mut new = crate::desk::ticket("program@example.com");
                (new["category"], new["language"]) = (json!(text), json!(text));
                self.post("/tickets", &new)
            }
            "unknown field" => with("/fields", json!({text: "value"})),
            "value of another type" => {
                // The words by which a library says what it wanted.
                let seen = format!("{text}, expected {text}");
                self.post(&format!("/tickets/{}/replies", ids.ticket), &json!({"body": "hello", "seen": seen}))
            }
            "name of a value of another type" => with("/fields", json!({text: 7})),
            "no JSON" => {
                let request = self.api(Method::POST, "/tickets").header(header::CONTENT_TYPE, "application/json");
                request.body(format!("{{\"subject\": \"{text}"))
            }
            "path in the API" => self.look("/tickets/", text),
            "query of a list" => self.look("/tickets?view=all&after=", text),
            "order of a file's parts" => {
                self.api(Method::PATCH, "/files/00000000-0000-0000-0000-000000000000").body(text.to_owned())
            }
            _ => return None,
        })
    }
}
