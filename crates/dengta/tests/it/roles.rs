//! The table of permissions, held against every address of the API and every role.

use std::collections::BTreeSet;

use dengta::people::{Permission, Role};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::desk::ticket;
use crate::people::{Seat, join};

/// Who may call an address.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    /// Anybody: it asks for a secret of its own.
    Anyone,
    /// Any agent who is signed in, any program.
    Staff,
    /// Any agent who is signed in, no program.
    Agents,
    /// Whom the table grants it.
    Needs(Permission),
    /// About one ticket, or tickets: for who may not see any, there are none.
    Tickets(Permission),
    /// As `Tickets`, about something that the ticket does not have.
    Parts(Permission),
    /// As `Parts`, for agents only: what they are writing.
    Written(Permission),
    /// What agents who see tickets have of their own, and no program has.
    Own,
    /// Whom the table grants it, but no program.
    Takes(Permission),
}

use Permission::{
    AgentManage, AgentRead, ChangeRead, CustomerBlock, CustomerNote, HelpPublish, HelpRead, HelpWrite, IncidentManage,
    MacroManage, ReportRead, SettingsManage, SettingsRead, TeamManage, TicketAssign, TicketBulk, TicketClose,
    TicketCreate, TicketMerge, TicketNote, TicketRead, TicketReply, TicketTriage, TokenManage,
};
use Rule::{Agents, Anyone, Needs, Own, Parts, Staff, Takes, Tickets, Written};

/// Every address. What an allowed caller names does not exist where it would be destroyed.
const ADDRESSES: &[(&str, &str, Rule)] = &[
    ("POST", "/api/v1/session", Anyone),
    ("POST", "/api/v1/session/link", Anyone),
    ("POST", "/api/v1/invitations/preview", Anyone),
    ("POST", "/api/v1/invitations/acceptance", Anyone),
    ("GET", "/api/v1/session", Agents),
    ("GET", "/api/v1/sessions", Agents),
    ("DELETE", "/api/v1/sessions/{id}", Agents),
    ("POST", "/api/v1/session/passkey/options", Anyone),
    ("POST", "/api/v1/session/passkey", Anyone),
    ("POST", "/api/v1/session/confirmation", Agents),
    ("GET", "/api/v1/passkeys", Agents),
    ("POST", "/api/v1/passkeys", Agents),
    ("POST", "/api/v1/passkeys/options", Agents),
    ("DELETE", "/api/v1/passkeys/{id}", Agents),
    ("GET", "/api/v1/live", Staff),
    ("GET", "/api/v1/lines", Needs(TicketRead)),
    ("PUT", "/api/v1/presence", Takes(TicketReply)),
    ("GET", "/api/v1/agents/{id}/skills", Needs(AgentRead)),
    ("PUT", "/api/v1/agents/{id}/skills", Needs(TeamManage)),
    ("POST", "/api/v1/tickets/{id}/line", Written(TicketReply)),
    ("DELETE", "/api/v1/tickets/{id}/line", Parts(TicketReply)),
    ("DELETE", "/api/v1/tickets/{id}/offer", Written(TicketReply)),
    ("PUT", "/api/v1/tickets/{id}/category", Tickets(TicketTriage)),
    ("POST", "/api/v1/chat/sessions", Anyone),
    ("POST", "/api/v1/chat/identity", Anyone),
    ("GET", "/api/v1/chat", Anyone),
    ("PATCH", "/api/v1/chat", Anyone),
    ("GET", "/api/v1/chat/entries", Anyone),
    ("POST", "/api/v1/chat/messages", Anyone),
    ("POST", "/api/v1/chat/person", Anyone),
    ("POST", "/api/v1/chat/seen", Anyone),
    ("POST", "/api/v1/chat/typing", Anyone),
    ("POST", "/api/v1/chat/contact", Anyone),
    ("POST", "/api/v1/chat/end", Anyone),
    ("POST", "/api/v1/chat/rating", Anyone),
    ("GET", "/api/v1/chat/transcript", Anyone),
    ("POST", "/api/v1/chat/transcript", Anyone),
    ("GET", "/api/v1/chat/suggestions", Anyone),
    ("POST", "/api/v1/chat/files", Anyone),
    ("GET", "/api/v1/chat/files/{id}", Anyone),
    ("PATCH", "/api/v1/chat/files/{id}", Anyone),
    ("DELETE", "/api/v1/chat/files/{id}", Anyone),
    ("GET", "/api/v1/chat/files/{id}/content", Anyone),
    ("GET", "/api/v1/chat/files/{id}/thumbnail", Anyone),
    ("GET", "/api/v1/chat/live", Anyone),
    ("GET", "/api/v1/chat/events", Anyone),
    ("GET", "/api/v1/help/answer", Anyone),
    ("GET", "/api/v1/mentions", Agents),
    ("POST", "/api/v1/mentions/seen", Agents),
    ("GET", "/api/v1/customers", Tickets(TicketRead)),
    ("GET", "/api/v1/customers/{id}", Parts(TicketRead)),
    ("POST", "/api/v1/customers/{id}/notes", Parts(CustomerNote)),
    ("DELETE", "/api/v1/customers/{id}/notes/{note}", Parts(CustomerNote)),
    ("PUT", "/api/v1/customers/{id}/tags", Parts(CustomerNote)),
    ("POST", "/api/v1/customers/{id}/block", Parts(CustomerBlock)),
    ("DELETE", "/api/v1/customers/{id}/block", Parts(CustomerBlock)),
    ("POST", "/api/v1/invitations", Needs(AgentManage)),
    ("GET", "/api/v1/agents", Needs(AgentRead)),
    ("GET", "/api/v1/reports/refused-requests", Needs(ReportRead)),
    ("POST", "/api/v1/agents/{id}/totp-reset", Needs(AgentManage)),
    ("DELETE", "/api/v1/agents/{id}", Needs(AgentManage)),
    ("GET", "/api/v1/tokens", Needs(TokenManage)),
    ("POST", "/api/v1/tokens", Needs(TokenManage)),
    ("DELETE", "/api/v1/tokens/{id}", Needs(TokenManage)),
    ("POST", "/api/v1/tickets", Needs(TicketCreate)),
    ("GET", "/api/v1/tickets", Tickets(TicketRead)),
    ("GET", "/api/v1/counts", Tickets(TicketRead)),
    ("GET", "/api/v1/search", Tickets(TicketRead)),
    ("GET", "/api/v1/search/suggestions", Tickets(TicketRead)),
    ("GET", "/api/v1/views", Tickets(TicketRead)),
    ("POST", "/api/v1/views", Own),
    ("PUT", "/api/v1/views/{id}", Own),
    ("DELETE", "/api/v1/views/{id}", Own),
    ("POST", "/api/v1/bulk", Needs(TicketBulk)),
    ("GET", "/api/v1/bulk/{id}", Staff),
    ("POST", "/api/v1/bulk/{id}/undo", Needs(TicketBulk)),
    ("GET", "/api/v1/incidents", Tickets(TicketRead)),
    ("POST", "/api/v1/incidents", Needs(IncidentManage)),
    ("GET", "/api/v1/incidents/{id}", Parts(TicketRead)),
    ("POST", "/api/v1/incidents/{id}/updates", Needs(IncidentManage)),
    ("POST", "/api/v1/incidents/{id}/closure", Needs(IncidentManage)),
    ("PUT", "/api/v1/tickets/{id}/incident", Tickets(TicketTriage)),
    ("DELETE", "/api/v1/tickets/{id}/incident", Tickets(TicketTriage)),
    ("GET", "/api/v1/tickets/{id}", Tickets(TicketRead)),
    ("GET", "/api/v1/tickets/{id}/entries", Tickets(TicketRead)),
    ("POST", "/api/v1/tickets/{id}/replies", Tickets(TicketReply)),
    ("POST", "/api/v1/tickets/{id}/notes", Tickets(TicketNote)),
    ("POST", "/api/v1/tickets/{id}/assignment", Tickets(TicketAssign)),
    ("DELETE", "/api/v1/tickets/{id}/replies/{number}", Parts(TicketReply)),
    ("PUT", "/api/v1/tickets/{id}/priority", Tickets(TicketTriage)),
    ("POST", "/api/v1/tickets/{id}/tags", Tickets(TicketTriage)),
    ("POST", "/api/v1/tickets/{id}/snooze", Tickets(TicketTriage)),
    ("DELETE", "/api/v1/tickets/{id}/snooze", Tickets(TicketTriage)),
    ("POST", "/api/v1/tickets/{id}/spam", Tickets(TicketTriage)),
    ("DELETE", "/api/v1/tickets/{id}/spam", Tickets(TicketTriage)),
    ("GET", "/api/v1/tickets/{id}/merge", Parts(TicketMerge)),
    ("POST", "/api/v1/tickets/{id}/merge", Parts(TicketMerge)),
    ("DELETE", "/api/v1/tickets/{id}/merge", Parts(TicketMerge)),
    ("POST", "/api/v1/tickets/{id}/splits", Tickets(TicketMerge)),
    ("POST", "/api/v1/tickets/{id}/links", Parts(TicketMerge)),
    ("DELETE", "/api/v1/tickets/{id}/links/{other}", Parts(TicketMerge)),
    ("GET", "/api/v1/tickets/{id}/related", Tickets(TicketRead)),
    ("GET", "/api/v1/tickets/{id}/drafts", Written(TicketRead)),
    ("PUT", "/api/v1/tickets/{id}/drafts/{kind}", Written(TicketReply)),
    ("DELETE", "/api/v1/tickets/{id}/drafts/{kind}", Written(TicketReply)),
    ("POST", "/api/v1/tickets/{id}/closure", Tickets(TicketClose)),
    ("DELETE", "/api/v1/tickets/{id}/closure", Tickets(TicketClose)),
    ("POST", "/api/v1/files", Needs(TicketReply)),
    ("GET", "/api/v1/files/{id}", Needs(TicketRead)),
    ("PATCH", "/api/v1/files/{id}", Needs(TicketReply)),
    ("DELETE", "/api/v1/files/{id}", Needs(TicketReply)),
    ("GET", "/api/v1/files/{id}/content", Needs(TicketRead)),
    ("GET", "/api/v1/files/{id}/thumbnail", Needs(TicketRead)),
    ("GET", "/api/v1/changes", Needs(ChangeRead)),
    ("GET", "/api/v1/settings", Needs(SettingsRead)),
    ("GET", "/api/v1/settings/categories", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/categories", Needs(SettingsManage)),
    ("GET", "/api/v1/settings/channels", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/channels", Needs(SettingsManage)),
    ("GET", "/api/v1/settings/chat", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/chat", Needs(SettingsManage)),
    ("GET", "/api/v1/settings/languages", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/languages", Needs(SettingsManage)),
    ("GET", "/api/v1/settings/hours", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/hours", Needs(SettingsManage)),
    ("GET", "/api/v1/settings/theme", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/theme", Needs(SettingsManage)),
    ("GET", "/api/v1/settings/official", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/official", Needs(SettingsManage)),
    ("GET", "/api/v1/settings/secrets", Needs(SettingsRead)),
    ("PUT", "/api/v1/settings/secrets", Needs(SettingsManage)),
    ("GET", "/api/v1/teams", Needs(SettingsRead)),
    ("POST", "/api/v1/teams", Needs(TeamManage)),
    ("PUT", "/api/v1/teams/{id}", Needs(TeamManage)),
    ("DELETE", "/api/v1/teams/{id}", Needs(TeamManage)),
    ("GET", "/api/v1/tags", Needs(SettingsRead)),
    ("POST", "/api/v1/tags", Needs(MacroManage)),
    ("PUT", "/api/v1/tags/{name}", Needs(MacroManage)),
    ("DELETE", "/api/v1/tags/{name}", Needs(MacroManage)),
    ("GET", "/api/v1/macros", Needs(SettingsRead)),
    ("GET", "/api/v1/macros/placeholders", Needs(SettingsRead)),
    ("GET", "/api/v1/macros/{id}", Needs(SettingsRead)),
    ("POST", "/api/v1/macros", Needs(MacroManage)),
    ("PUT", "/api/v1/macros/{id}", Needs(MacroManage)),
    ("DELETE", "/api/v1/macros/{id}", Needs(MacroManage)),
    ("POST", "/api/v1/macros/{id}/renderings", Needs(TicketReply)),
    ("GET", "/api/v1/help/search", Anyone),
    ("GET", "/api/v1/official", Anyone),
    ("GET", "/api/v1/help/sections", Needs(HelpRead)),
    ("POST", "/api/v1/help/sections", Needs(HelpPublish)),
    ("PUT", "/api/v1/help/sections/{id}", Needs(HelpPublish)),
    ("DELETE", "/api/v1/help/sections/{id}", Needs(HelpPublish)),
    ("GET", "/api/v1/help/articles", Needs(HelpRead)),
    ("POST", "/api/v1/help/articles", Needs(HelpWrite)),
    ("GET", "/api/v1/help/articles/{id}", Needs(HelpRead)),
    ("PUT", "/api/v1/help/articles/{id}", Needs(HelpPublish)),
    ("POST", "/api/v1/help/articles/{id}/archival", Needs(HelpPublish)),
    ("DELETE", "/api/v1/help/articles/{id}/archival", Needs(HelpPublish)),
    ("GET", "/api/v1/help/articles/{id}/votes", Needs(HelpRead)),
    ("GET", "/api/v1/help/articles/{id}/texts/{language}", Needs(HelpRead)),
    ("PUT", "/api/v1/help/articles/{id}/texts/{language}/draft", Needs(HelpWrite)),
    ("DELETE", "/api/v1/help/articles/{id}/texts/{language}/draft", Needs(HelpWrite)),
    ("POST", "/api/v1/help/articles/{id}/texts/{language}/draft/review", Needs(HelpWrite)),
    ("POST", "/api/v1/help/articles/{id}/texts/{language}/draft/return", Needs(HelpWrite)),
    ("POST", "/api/v1/help/articles/{id}/texts/{language}/draft/approval", Needs(HelpPublish)),
    ("DELETE", "/api/v1/help/articles/{id}/texts/{language}/draft/schedule", Needs(HelpPublish)),
    ("POST", "/api/v1/help/articles/{id}/texts/{language}/publication", Needs(HelpPublish)),
    ("DELETE", "/api/v1/help/articles/{id}/texts/{language}/publication", Needs(HelpPublish)),
    ("GET", "/api/v1/help/articles/{id}/texts/{language}/versions", Needs(HelpRead)),
    ("POST", "/api/v1/help/articles/{id}/texts/{language}/restoration", Needs(HelpWrite)),
    ("POST", "/api/v1/help/articles/{id}/texts/{language}/confirmation", Needs(HelpPublish)),
    ("GET", "/api/v1/help/lexicon", Needs(HelpRead)),
    ("PUT", "/api/v1/help/lexicon", Needs(HelpPublish)),
    ("POST", "/api/v1/help/lexicon/trial", Needs(HelpWrite)),
    ("POST", "/api/v1/help/preview", Needs(HelpRead)),
    ("GET", "/api/v1/help/broken-links", Needs(HelpRead)),
    ("POST", "/api/v1/help/images", Needs(HelpWrite)),
    // Last: it ends the session that the others use.
    ("DELETE", "/api/v1/session", Agents),
];

#[test]
fn no_address_is_left_out() {
    let description = serde_json::to_value(dengta::routes::description()).unwrap();
    let mut described = BTreeSet::new();
    for (path, item) in description["paths"].as_object().unwrap() {
        for method in item
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| ["get", "post", "put", "patch", "delete"].contains(&key.as_str()))
        {
            described.insert((method.to_uppercase(), path.clone()));
        }
    }
    let listed = ADDRESSES.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(described, listed);
}

/// An id that nothing has.
const NOBODY: &str = "019a0000-0000-7000-8000-000000000000";

/// A body that is right, so that only who asks decides.
fn body(path: &str) -> Value {
    let steps = path.rsplit('/').find(|step| !step.starts_with('{'));
    match steps.unwrap() {
        "tickets" => ticket("wang@example.com"),
        "files" => json!({"name": "a.log", "size": 1}),
        "replies" | "notes" | "drafts" => json!({"body": "…"}),
        "assignment" => json!({"agent": null}),
        "priority" => json!({"priority": "high"}),
        "category" => json!({"category": "deposit"}),
        "presence" => json!({"available": false}),
        "skills" => json!({"capacity": 1}),
        "views" => json!({"title": "x", "query": "state:open"}),
        "bulk" => json!({"action": {"kind": "priority", "priority": "high"}, "tickets": [NOBODY]}),
        "incidents" => json!({"title": "x"}),
        "updates" => json!({"texts": {"en": "x"}}),
        "incident" => json!({"incident": NOBODY}),
        "tags" => json!({"add": ["vip"], "name": "vip", "tags": ["vip"]}),
        "seen" => json!({"upto": NOBODY}),
        "snooze" => json!({"until": "2027-01-01T00:00:00Z"}),
        "merge" => json!({"into": NOBODY}),
        "links" => json!({"ticket": NOBODY}),
        "splits" => json!({"number": 1, "subject": "x", "category": "other"}),
        "tokens" => json!({"name": "x", "role": "agent"}),
        "invitations" => json!({"email": "new@example.com", "name": "x", "role": "agent"}),
        "teams" => json!({"name": "Night watch"}),
        "macros" => json!({"title": "Hello", "texts": {"en": "Hello"}}),
        "renderings" => json!({"ticket": NOBODY}),
        "sections" => json!({"slug": "x", "titles": {"en": "x"}}),
        "articles" => json!({"section": NOBODY}),
        "draft" => json!({"revision": 0, "content": {"title": "x", "body": "x"}}),
        "review" | "return" | "approval" | "publication" => json!({"revision": 1}),
        "restoration" => json!({"version": 1, "revision": 0}),
        "lexicon" => json!({"version": 0, "value": {"lines": {}}}),
        "trial" => json!({"value": {"lines": {}}, "language": "en", "q": "x"}),
        "preview" => json!({"language": "en", "body": "x"}),
        "session" => json!({"email": "x", "password": "x", "totp": "x"}),
        "passkeys" => json!({"name": "x", "credential": {"id": "AA", "rawId": "AA", "type": "public-key",
            "response": {"attestationObject": "AA", "clientDataJSON": "AA"}}}),
        "acceptance" => json!({"token": "x", "name": "x", "password": "x", "totp": "x"}),
        _ if path.contains("/teams/") => json!({"name": "Night watch"}),
        _ if path.contains("/tags/") => json!({"name": "vip"}),
        _ if path.contains("/macros/") => json!({"title": "Hello", "texts": {"en": "Hello"}}),
        _ => json!({"token": "x"}),
    }
}

/// Whether the answer is what the rule says to this role.
fn expected(rule: Rule, role: Role, program: bool, status: StatusCode) -> bool {
    let granted = |permission: Permission| role.may(permission);
    let refused = matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
    match rule {
        Anyone => status != StatusCode::FORBIDDEN,
        Agents if program => status == StatusCode::FORBIDDEN,
        Agents | Staff => !refused,
        Needs(permission) if granted(permission) => !refused,
        Needs(_) => status == StatusCode::FORBIDDEN,
        Takes(permission) if granted(permission) && !program => !refused,
        Takes(_) => status == StatusCode::FORBIDDEN,
        Tickets(_) | Parts(_) | Written(_) | Own if !granted(TicketRead) => status == StatusCode::NOT_FOUND,
        Tickets(permission) if granted(permission) => !refused && status != StatusCode::NOT_FOUND,
        Written(_) | Own if program => status == StatusCode::FORBIDDEN,
        Parts(permission) | Written(permission) if granted(permission) => !refused,
        Tickets(_) | Parts(_) | Written(_) => status == StatusCode::FORBIDDEN,
        Own => !refused,
    }
}

story! {
    /// Every address × every role, as an agent and as a program; and for nobody.
    async fn every_address_asks_the_table(desk: Desk) {
        let opener = desk.token(Role::Admin).await;
        let opened = desk.ticket(&opener).await;
        let ticket = opened["id"].as_str().unwrap();
        for role in Role::ALL {
            let (seat, token) = (Seat::new(&desk), desk.token(role).await);
            join(&seat, role, &format!("{}@example.com", role.name())).await;
            for (method, path, rule) in ADDRESSES {
                let method: Method = method.parse().unwrap();
                let id = if path.contains("/tickets/") { ticket } else { NOBODY };
                let filled = path.replace("{id}", id).replace("{number}", "1").replace("{kind}", "reply").replace("{language}", "en");
                let filled = filled.replace("{other}", NOBODY).replace("{note}", NOBODY);
                let asks = *path == "/api/v1/tickets/{id}/merge" && method == Method::GET;
                let filled = if asks { format!("{filled}?into={NOBODY}") } else { filled };
                let discards = path.ends_with("/draft") && method == Method::DELETE;
                let filled = if discards { format!("{filled}?revision=1") } else { filled };
                let by_agent = seat.request(method.clone(), filled.strip_prefix("/api/v1").unwrap());
                let by_program = desk.request(&token, method.clone(), &filled);
                let by_nobody = desk.client.request(method.clone(), format!("{}{filled}", desk.url));
                for (who, program, request) in [("program", true, by_program), ("agent", false, by_agent)] {
                    let request = if [Method::POST, Method::PUT].contains(&method) { request.json(&body(path)) } else { request };
                    let status = request.send().await.unwrap().status();
                    assert!(expected(*rule, role, program, status), "{method} {path} as {who} {role:?}: {status}");
                }
                let request = if [Method::POST, Method::PUT].contains(&method) { by_nobody.json(&body(path)) } else { by_nobody };
                let status = request.send().await.unwrap().status();
                assert!(*rule == Anyone || status == StatusCode::UNAUTHORIZED, "{method} {path} as nobody: {status}");
            }
        }
        desk.verify().await;
    }
}
