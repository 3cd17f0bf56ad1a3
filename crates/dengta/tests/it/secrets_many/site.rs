//! What customers type, and what their browsers send along.

use reqwest::{Method, RequestBuilder, header};
use serde_json::json;

use super::house::House;
use crate::site::deposit;

impl House {
    /// The request that brings a text to a door of the site.
    pub fn on_the_site(&self, name: &str, text: &str) -> Option<RequestBuilder> {
        let case = &self.ids.case;
        Some(match name {
            "form: message" => self.form(false, &[("body", text)]),
            "form: subject" => self.form(true, &[("subject", text)]),
            "form: field" => self.form(false, &[("steps", text)]),
            "form: name" => self.form(true, &[("name", text)]),
            "idempotency key of a form" => self.form(false, &[("idempotency_key", text)]),
            "form: file's name" => self.form_with_file(text),
            "form: joined to an open case" => {
                self.form(false, &[("body", text), ("join", case.rsplit('/').next().unwrap())])
            }
            "case: reply" => self.reply(case, text),
            "case: rating" => {
                let form = [("score", "3"), ("comment", text)];
                self.customer(Method::POST, &format!("{}/rating", self.ids.closed)).form(&form)
            }
            "case: phrase against phishing" => {
                self.customer(Method::POST, "/en/cases/phrase").form(&[("phrase", text)])
            }
            "article: not helpful" => {
                let form = [("verdict", "unhelpful"), ("reason", "wrong"), ("comment", text), ("version", "1")];
                self.guest(Method::POST, "/en/help/articles/read/votes").form(&form)
            }
            "guest's file: name" => {
                let announced = json!({"name": format!("{text}.txt"), "size": 5});
                self.guest(Method::POST, "/en/files").json(&announced)
            }
            "exchange: customer's name" => self.exchange(text),
            "headers" => {
                let request = self.guest(Method::GET, "/en/").header(header::USER_AGENT, text);
                request.header(header::REFERER, text).header(header::ACCEPT_LANGUAGE, text).header(header::COOKIE, text)
            }
            "search of the site" => self.browse("/search", text),
            "search of the site: suggestions" => self.browse("/search/suggestions", text),
            "search of the site: passages" => self.browse("/search/passages", text),
            "is this really you, on the site" => self.browse("/official", text),
            "link to a case: address" => self.guest(Method::POST, "/en/cases/link").form(&[("email", text)]),
            "path on the site" => self.customer(Method::GET, &format!("/en/cases/{}", encoded(text))),
            _ => return None,
        })
    }

    pub fn reply(&self, case: &str, text: &str) -> RequestBuilder {
        self.customer(Method::POST, &format!("{case}/replies")).form(&[("body", text)])
    }

    fn browse(&self, path: &str, text: &str) -> RequestBuilder {
        self.customer(Method::GET, &format!("/en{path}?q={}", encoded(text)))
    }

    /// A form that is filled in right, but for this.
    fn form(&self, guest: bool, changes: &[(&'static str, &str)]) -> RequestBuilder {
        let number = self.number();
        let (key, email) = (format!("form-{number}"), format!("guest{number}@example.com"));
        // Of two values of one name the last counts.
        let own = [("idempotency_key", key.as_str()), ("email", email.as_str()), ("join", "new")];
        let form: Vec<_> = deposit().into_iter().chain(own).chain(changes.iter().copied()).collect();
        let path = "/en/ask/deposit";
        if guest { self.guest(Method::POST, path).form(&form) } else { self.customer(Method::POST, path).form(&form) }
    }

    /// A form as it comes without script, with a file.
    fn form_with_file(&self, name: &str) -> RequestBuilder {
        let (mut body, key) = (String::new(), format!("form-{}", self.number()));
        for (field, value) in deposit().into_iter().chain([("join", "new")]) {
            let value = if field == "idempotency_key" { &key } else { value };
            body += &format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        }
        body += &format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}.txt\"\r\n");
        body += "Content-Type: text/plain\r\n\r\nhello\r\n--b--\r\n";
        let request = self.customer(Method::POST, "/en/ask/deposit");
        request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=b").body(body)
    }
}

/// As a part of an address.
pub fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}
