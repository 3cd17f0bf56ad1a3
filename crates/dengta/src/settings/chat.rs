//! How the chat is offered.

use serde::{Deserialize, Serialize};

use crate::check::Check;
use crate::error::Result;
use crate::settings::{Context, Document};

/// Sites on which the widget may stand.
const MAX_SITES: usize = 50;

/// How the chat is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChatSettings)]
pub struct Chat {
    /// Whether new conversations can be begun.
    pub enabled: bool,
    /// Whether the assistant answers before a person does.
    pub assistant: bool,
    /// Origins of the sites on which the widget may stand, such as `https://www.exchange.example`; none: on any. Name yours: a
    /// forged site could show it otherwise.
    #[serde(default)]
    #[schema(required = false, max_items = 50)]
    pub sites: Vec<String>,
}

impl Default for Chat {
    fn default() -> Chat {
        Chat { enabled: true, assistant: true, sites: Vec::new() }
    }
}

impl Chat {
    /// Who may show the panel in a frame, for `Content-Security-Policy`.
    #[must_use]
    pub fn frame_ancestors(&self) -> String {
        if self.sites.is_empty() {
            return "*".into();
        }
        std::iter::once("'self'").chain(self.sites.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
    }
}

impl Document for Chat {
    const NAME: &'static str = "chat";

    fn checked(mut self, _: &mut Context<'_, '_>) -> Result<Chat> {
        let mut check = Check::default();
        if self.sites.len() > MAX_SITES {
            let args = vec![("max", MAX_SITES.into()), ("actual", self.sites.len().into())];
            check.refuse_with("sites", "too-many", args);
        }
        for (index, site) in self.sites.iter_mut().enumerate() {
            match origin(site) {
                Some(origin) => *site = origin,
                None => check.refuse(&format!("sites.{index}"), "invalid-origin"),
            }
        }
        check.done().map(|()| self)
    }
}

/// The origin that somebody wrote down, without anything that a policy could read as more than one.
fn origin(text: &str) -> Option<String> {
    let url = url::Url::parse(text.trim()).ok()?;
    let web = matches!(url.scheme(), "https" | "http");
    let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    let nobody = url.username().is_empty() && url.password().is_none();
    (web && bare && nobody && url.has_host()).then(|| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_origins_and_nothing_more() {
        let known = |text: &str| origin(text);
        assert_eq!(known(" https://www.Exchange.example/ ").as_deref(), Some("https://www.exchange.example"));
        assert_eq!(known("http://localhost:3000").as_deref(), Some("http://localhost:3000"));
        for wrong in [
            "",
            "*",
            "exchange.example",
            "https://a.example/x",
            "https://u@a.example",
            "https://a.example; script-src *",
            "javascript:1",
        ] {
            assert_eq!(known(wrong), None, "{wrong}");
        }
        assert_eq!(Chat::default().frame_ancestors(), "*");
        let one = Chat { sites: vec!["https://a.example".into()], ..Chat::default() };
        assert_eq!(one.frame_ancestors(), "'self' https://a.example");
    }
}
