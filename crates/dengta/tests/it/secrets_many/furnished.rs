//! What there is to work on before anything is pushed.

use reqwest::Method;
use serde_json::{Value, json};

use super::house::House;

/// What there is to work on, by id or path.
#[derive(Default)]
pub struct Ids {
    pub ticket: String,
    pub of_customer: String,
    /// The customer's cases: an open one, one in which nobody says anything else, a closed one.
    pub case: String,
    pub quiet: String,
    pub closed: String,
    pub incident: String,
    pub named: String,
    pub view: String,
    pub team: String,
    /// The English text of an article that two must look at.
    pub text: String,
}

impl House {
    /// Opens a case of the customer's: its page.
    async fn case(&self, subject: &str) -> String {
        let form = [("subject", subject), ("body", "Hello."), ("idempotency_key", subject), ("join", "new")];
        self.takes(self.customer(Method::POST, "/en/ask/question").form(&form)).await;
        let page = self.customer(Method::GET, "/en/cases").send().await.unwrap().text().await.unwrap();
        let before = &page[..page.find(subject).unwrap_or_else(|| panic!("{page}"))];
        let path = before.rsplit("href=\"").find(|path| path.starts_with("/en/cases/"));
        path.unwrap().split(['"', '?']).next().unwrap().to_owned()
    }

    async fn make(&self, path: &str, body: Value) -> String {
        let made = self.takes(self.api(Method::POST, path).json(&body)).await;
        made["id"].as_str().unwrap_or_else(|| panic!("{path}: {made}")).to_owned()
    }

    /// Makes all of it.
    pub async fn furnished(&self) -> Ids {
        let closed = self.case("closed").await;
        self.takes(self.customer(Method::POST, &format!("{closed}/closure")).form(&[("x", "")])).await;
        let named = json!({"title": "macro", "texts": {"en": "text"}});
        self.takes(self.post("/tags", &json!({"name": "vip"}))).await;
        let section = json!({"slug": "security", "titles": {"en": "Security"}, "two_people": true});
        let section = self.make("/help/sections", section).await;
        let article = self.make("/help/articles", json!({"section": section, "slug": "article"})).await;
        let open = self.make("/help/sections", json!({"slug": "faq", "titles": {"en": "Questions"}})).await;
        let read = self.make("/help/articles", json!({"section": open, "slug": "read"})).await;
        let (text, words) = (
            format!("/help/articles/{read}/texts/en"),
            json!({"title": "Read", "summary": "", "keywords": [], "body": "Words."}),
        );
        let draft = self.takes(self.put(&format!("{text}/draft"), &json!({"content": words, "revision": 0}))).await;
        self.takes(self.post(&format!("{text}/publication"), &json!({"revision": draft["revision"]}))).await;
        let case = self.case("open").await;
        let tickets = self.takes(self.api(Method::GET, "/tickets?view=all")).await;
        let ticket = tickets["results"].as_array().unwrap().iter().find(|ticket| ticket["subject"] == "open").unwrap();
        let of = |value: &Value| value["id"].as_str().unwrap().to_owned();
        Ids {
            of_customer: of(&ticket["customer"]),
            ticket: of(ticket),
            case,
            quiet: self.case("quiet").await,
            closed,
            incident: self.make("/incidents", json!({"title": "Withdrawals wait"})).await,
            named: self.make("/macros", named).await,
            view: self.make("/views", json!({"title": "view", "query": "state:open"})).await,
            team: self.make("/teams", json!({"name": "team"})).await,
            text: format!("/help/articles/{article}/texts/en"),
        }
    }
}
