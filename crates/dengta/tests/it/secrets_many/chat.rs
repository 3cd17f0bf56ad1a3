//! What visitors of the chat type, and what the page around it says of itself.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use uuid::Uuid;

use super::house::House;
use super::site::encoded;

impl House {
    /// The request that brings a text to a door of the chat; each visitor is a new one.
    pub async fn in_chat(&self, name: &str, text: &str) -> Option<RequestBuilder> {
        let named = |file: &str| json!({"name": format!("{file}.txt"), "size": 5});
        Some(match name {
            "chat: message" => self.say(&self.visitor().await, text),
            "chat: page's address" => self.begin(&format!("https://www.exchange.example/{text}"), "Wallet"),
            "chat: page's title" => self.begin("https://www.exchange.example/", text),
            "chat: name" => {
                let visitor = self.visitor().await;
                self.takes(self.say(&visitor, "My deposit did not arrive.")).await;
                let contact = json!({"email": format!("visitor{}@example.com", self.number()), "name": text});
                self.chat(Method::POST, "/contact", &visitor).json(&contact)
            }
            "chat: file's name" => self.chat(Method::POST, "/files", &self.visitor().await).json(&named(text)),
            "chat: suggestions" => self.guest(Method::GET, &format!("/api/v1/chat/suggestions?q={}", encoded(text))),
            "chat: identity" => {
                self.chat(Method::POST, "/identity", &self.visitor().await).json(&json!({"token": text}))
            }
            "chat: token" => self.chat(Method::GET, "", &encoded(text)),
            "chat: message's id" => {
                let said = json!({"id": text, "text": "Hello."});
                self.chat(Method::POST, "/messages", &self.visitor().await).json(&said)
            }
            _ => return None,
        })
    }

    fn begin(&self, url: &str, title: &str) -> RequestBuilder {
        let new = json!({"language": "en", "page": {"url": url, "title": title}});
        self.guest(Method::POST, "/api/v1/chat/sessions").json(&new)
    }

    /// The token of a new visitor.
    async fn visitor(&self) -> String {
        let begun = self.begin("https://www.exchange.example/", "Wallet").send().await.unwrap();
        let begun: Value = begun.json().await.unwrap();
        begun["token"].as_str().unwrap_or_else(|| panic!("{begun}")).to_owned()
    }

    fn chat(&self, method: Method, path: &str, visitor: &str) -> RequestBuilder {
        self.guest(method, &format!("/api/v1/chat{path}")).bearer_auth(visitor)
    }

    fn say(&self, visitor: &str, text: &str) -> RequestBuilder {
        let id = Uuid::from_u128(4 << 76 | 2 << 62 | self.number() as u128);
        self.chat(Method::POST, "/messages", visitor).json(&json!({"id": id, "text": text}))
    }
}
