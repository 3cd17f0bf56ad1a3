//! Who may do what: one table, read by the server, by the workspace and by the tests.

use serde::{Deserialize, Serialize};

/// The part that an agent, or an API token, plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers customers.
    Agent,
    /// Answers, and keeps the promises of a team.
    Lead,
    /// Writes the help center; sees no tickets.
    Editor,
    /// Reads everything, changes nothing.
    Auditor,
    /// Runs the desk.
    Admin,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 5] = [Role::Agent, Role::Lead, Role::Editor, Role::Auditor, Role::Admin];

    /// As stored and as shown in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Role::Agent => "agent",
            Role::Lead => "lead",
            Role::Editor => "editor",
            Role::Auditor => "auditor",
            Role::Admin => "admin",
        }
    }

    /// The role of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Whether the table grants `permission` to this role.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        TABLE.iter().any(|(granted, roles)| *granted == permission && roles.contains(&self))
    }

    /// Everything granted to this role.
    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        TABLE.iter().filter(move |(_, roles)| roles.contains(&self)).map(|(permission, _)| *permission)
    }
}

/// One thing that can be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, utoipa::ToSchema)]
pub enum Permission {
    /// See tickets, their timelines and customers.
    #[serde(rename = "ticket.read")]
    TicketRead,
    /// Open a ticket for a customer.
    #[serde(rename = "ticket.create")]
    TicketCreate,
    /// Answer the customer.
    #[serde(rename = "ticket.reply")]
    TicketReply,
    /// Write a note that only agents see.
    #[serde(rename = "ticket.note")]
    TicketNote,
    /// Give a ticket to an agent.
    #[serde(rename = "ticket.assign")]
    TicketAssign,
    /// Close and reopen.
    #[serde(rename = "ticket.close")]
    TicketClose,
    /// Sort: priority, tags, snoozing, spam, links to an incident.
    #[serde(rename = "ticket.triage")]
    TicketTriage,
    /// Merge, unmerge, split and link.
    #[serde(rename = "ticket.merge")]
    TicketMerge,
    /// Do one thing to many tickets.
    #[serde(rename = "ticket.bulk")]
    TicketBulk,
    /// Write notes and tags on customers.
    #[serde(rename = "customer.note")]
    CustomerNote,
    /// Block customers.
    #[serde(rename = "customer.block")]
    CustomerBlock,
    /// Share views with a team or with all.
    #[serde(rename = "view.share")]
    ViewShare,
    /// Write the macros that others use, and describe tags.
    #[serde(rename = "macro.manage")]
    MacroManage,
    /// Declare, update and close incidents.
    #[serde(rename = "incident.manage")]
    IncidentManage,
    /// See teams, tags, macros and the settings.
    #[serde(rename = "settings.read")]
    SettingsRead,
    /// Change the settings.
    #[serde(rename = "settings.manage")]
    SettingsManage,
    /// Make and archive teams, and say who is in them.
    #[serde(rename = "team.manage")]
    TeamManage,
    /// See who works here.
    #[serde(rename = "agent.read")]
    AgentRead,
    /// Invite, reset and off-board agents.
    #[serde(rename = "agent.manage")]
    AgentManage,
    /// Make, list and revoke API tokens.
    #[serde(rename = "token.manage")]
    TokenManage,
    /// See who changed what in settings, agents and tokens.
    #[serde(rename = "change.read")]
    ChangeRead,
    /// See what was counted of who works here.
    #[serde(rename = "report.read")]
    ReportRead,
    /// See the help center as its writers do: drafts, versions, what readers say.
    #[serde(rename = "help.read")]
    HelpRead,
    /// Write drafts, and ask for their review.
    #[serde(rename = "help.write")]
    HelpWrite,
    /// Review and publish; say how the help center is ordered.
    #[serde(rename = "help.publish")]
    HelpPublish,
}

impl Permission {
    /// All of them.
    pub const ALL: [Permission; 25] = [
        Permission::TicketRead,
        Permission::TicketCreate,
        Permission::TicketReply,
        Permission::TicketNote,
        Permission::TicketAssign,
        Permission::TicketClose,
        Permission::TicketTriage,
        Permission::TicketMerge,
        Permission::TicketBulk,
        Permission::CustomerNote,
        Permission::CustomerBlock,
        Permission::ViewShare,
        Permission::MacroManage,
        Permission::IncidentManage,
        Permission::SettingsRead,
        Permission::SettingsManage,
        Permission::TeamManage,
        Permission::AgentRead,
        Permission::AgentManage,
        Permission::TokenManage,
        Permission::ChangeRead,
        Permission::ReportRead,
        Permission::HelpRead,
        Permission::HelpWrite,
        Permission::HelpPublish,
    ];
}

use Role::{Admin, Agent, Auditor, Editor, Lead};

/// The table. What is not granted here is refused.
pub const TABLE: &[(Permission, &[Role])] = &[
    (Permission::TicketRead, &[Agent, Lead, Auditor, Admin]),
    (Permission::TicketCreate, &[Agent, Lead, Admin]),
    (Permission::TicketReply, &[Agent, Lead, Admin]),
    (Permission::TicketNote, &[Agent, Lead, Admin]),
    (Permission::TicketAssign, &[Agent, Lead, Admin]),
    (Permission::TicketClose, &[Agent, Lead, Admin]),
    (Permission::TicketTriage, &[Agent, Lead, Admin]),
    (Permission::TicketMerge, &[Agent, Lead, Admin]),
    (Permission::TicketBulk, &[Agent, Lead, Admin]),
    (Permission::CustomerNote, &[Agent, Lead, Admin]),
    (Permission::CustomerBlock, &[Agent, Lead, Admin]),
    (Permission::ViewShare, &[Lead, Admin]),
    (Permission::MacroManage, &[Lead, Admin]),
    (Permission::IncidentManage, &[Lead, Admin]),
    (Permission::SettingsRead, &[Agent, Lead, Auditor, Admin]),
    (Permission::SettingsManage, &[Admin]),
    (Permission::TeamManage, &[Admin]),
    (Permission::AgentRead, &[Agent, Lead, Auditor, Admin]),
    (Permission::AgentManage, &[Admin]),
    (Permission::TokenManage, &[Admin]),
    (Permission::ChangeRead, &[Lead, Auditor, Admin]),
    (Permission::ReportRead, &[Lead, Admin]),
    (Permission::HelpRead, &[Agent, Lead, Editor, Auditor, Admin]),
    (Permission::HelpWrite, &[Lead, Editor, Admin]),
    (Permission::HelpPublish, &[Editor, Admin]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_permission_stands_in_the_table_once() {
        for permission in Permission::ALL {
            assert_eq!(TABLE.iter().filter(|(granted, _)| *granted == permission).count(), 1, "{permission:?}");
        }
    }

    #[test]
    fn an_auditor_only_reads_and_an_editor_sees_no_ticket() {
        let auditor: Vec<_> = Role::Auditor.permissions().collect();
        let reads = [
            Permission::TicketRead,
            Permission::SettingsRead,
            Permission::AgentRead,
            Permission::ChangeRead,
            Permission::HelpRead,
        ];
        assert_eq!(auditor, reads);
        let editor: Vec<_> = Role::Editor.permissions().collect();
        assert_eq!(editor, [Permission::HelpRead, Permission::HelpWrite, Permission::HelpPublish]);
    }
}
