//! What agents and programs write.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use super::house::House;

impl House {
    pub fn write(&self, method: Method, path: &str, body: &Value) -> RequestBuilder {
        self.api(method, path).json(body)
    }

    pub fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.write(Method::POST, path, body)
    }

    pub fn put(&self, path: &str, body: &Value) -> RequestBuilder {
        self.write(Method::PUT, path, body)
    }

    /// The request that brings a text to where it becomes a part of an entry.
    pub async fn in_entries(&self, name: &str, text: &str) -> Option<RequestBuilder> {
        let (ticket, many) = (&self.ids.ticket, [&self.ids.ticket]);
        Some(match name {
            "ticket: message" => self.opening("/body", text),
            "ticket: subject" => self.opening("/subject", text),
            "ticket: field" => self.opening("/fields/network", text),
            "ticket: customer's name" => self.opening("/customer/name", text),
            "ticket: answer" => self.post(&format!("/tickets/{ticket}/replies"), &json!({"body": text})),
            "ticket: note" => self.post(&format!("/tickets/{ticket}/notes"), &json!({"body": text})),
            "ticket: split" => {
                let split = json!({"number": 1, "subject": text, "category": "other"});
                self.post(&format!("/tickets/{}/splits", self.ticket().await), &split)
            }
            "bulk: note" => self.post("/bulk", &json!({"tickets": many, "action": {"kind": "note", "body": text}})),
            "bulk: answer" => self.post("/bulk", &json!({"tickets": many, "action": {"kind": "reply", "body": text}})),
            "incident: text" => self.post("/incidents", &json!({"title": "Deposits wait", "text": text})),
            "incident: update" => {
                self.post(&format!("/incidents/{}/updates", self.ids.incident), &json!({"texts": {"en": text}}))
            }
            "file: name" => self.with_file(text, "hello").await,
            "file: content" => self.with_file("trace", text).await,
            _ => return None,
        })
    }

    /// A note with a file.
    async fn with_file(&self, name: &str, content: &str) -> RequestBuilder {
        let announced = json!({"name": format!("{name}.txt"), "size": content.len()});
        let made = self.takes(self.post("/files", &announced)).await;
        let id = made["id"].as_str().unwrap();
        let part = self.api(Method::PATCH, &format!("/files/{id}")).header("upload-offset", 0);
        self.takes(part.body(content.to_owned())).await;
        self.post(&format!("/tickets/{}/notes", self.ids.ticket), &json!({"body": "", "files": [id]}))
    }

    /// The request that brings a text to where it is stored beside tickets.
    pub async fn beside(&self, name: &str, text: &str) -> Option<RequestBuilder> {
        let ids = &self.ids;
        let call = |key: &str| {
            let mut new = json!({"title": "macro", "group": "group", "texts": {"en": "text"}});
            new[key] = json!(text);
            self.put(&format!("/macros/{}", ids.named), &new)
        };
        Some(match name {
            "draft of an answer" => self.draft("reply", &json!({"body": text})).await,
            "draft of a note" => self.draft("note", &json!({"body": text})).await,
            "draft: device" => self.draft("reply", &json!({"body": "hello", "device": text})).await,
            "remark about a customer" => {
                self.post(&format!("/customers/{}/notes", ids.of_customer), &json!({"body": text}))
            }
            "incident: title" => self.post("/incidents", &json!({"title": text})),
            "macro: title" => call("title"),
            "macro: group" => call("group"),
            "macro: text" => {
                // No placeholder begins with one brace.
                let new = json!({"title": "macro", "texts": {"en": text.replace("{{", "{ {").replace("{%", "{ %")}});
                self.put(&format!("/macros/{}", ids.named), &new)
            }
            "view: title" => self.put(&format!("/views/{}", ids.view), &json!({"title": text, "query": "state:open"})),
            "team" => self.put(&format!("/teams/{}", ids.team), &json!({"name": text})),
            "tag: description" => self.put("/tags/vip", &json!({"name": "vip", "description": text})),
            "invitation: name" => {
                let email = format!("agent{}@example.com", self.number());
                self.post("/invitations", &json!({"email": email, "name": text, "role": "agent"}))
            }
            "program's token: name" => self.post("/tokens", &json!({"name": text, "role": "agent"})),
            "calendar" => self.hours(json!({"name": text, "time_zone": "UTC", "week": {}})).await,
            "holiday" => {
                let holiday = json!({"date": "2030-01-01", "name": text});
                self.hours(json!({"name": "hours", "time_zone": "UTC", "week": {}, "holidays": [holiday]})).await
            }
            "link of the theme" => {
                let link = json!({"href": "https://example.com/", "labels": {"en": text}});
                self.decide("/settings/theme", json!({"footer": [link]})).await
            }
            "lexicon: remark" => self.decide("/help/lexicon", json!({"lines": {"en": format!("# {text}")}})).await,
            "draft of an article: remark" => self.sent_back(text).await,
            "idempotency key of a ticket" => {
                self.api_with_key(Method::POST, "/tickets", text).json(&crate::desk::ticket("program@example.com"))
            }
            "idempotency key of a note" => {
                let path = format!("/tickets/{}/notes", ids.ticket);
                self.api_with_key(Method::POST, &path, text).json(&json!({"body": "hello"}))
            }
            _ => return None,
        })
    }

    async fn draft(&self, kind: &str, draft: &Value) -> RequestBuilder {
        self.put(&format!("/tickets/{}/drafts/{kind}", self.ticket().await), draft)
    }

    async fn hours(&self, calendar: Value) -> RequestBuilder {
        self.decide("/settings/hours", json!({"calendars": [calendar]})).await
    }

    /// Decides something anew, over what was decided before.
    async fn decide(&self, path: &str, value: Value) -> RequestBuilder {
        let before = self.takes(self.api(Method::GET, path)).await;
        self.put(path, &json!({"version": before["version"], "value": value}))
    }

    /// Gives a draft for review, to be sent back with a remark.
    async fn sent_back(&self, remark: &str) -> RequestBuilder {
        let draft = format!("{}/draft", self.ids.text);
        let shown = self.takes(self.api(Method::GET, &self.ids.text)).await;
        let revision = &shown["draft"]["revision"];
        let content =
            json!({"title": "Lost", "summary": "", "keywords": [], "body": format!("Step {}", self.number())});
        let new = json!({"content": content, "revision": revision.as_i64().unwrap_or(0)});
        let revision = self.takes(self.put(&draft, &new)).await["revision"].clone();
        self.takes(self.post(&format!("{draft}/review"), &json!({"revision": revision}))).await;
        self.post(&format!("{draft}/return"), &json!({"revision": revision, "remark": remark}))
    }
}
