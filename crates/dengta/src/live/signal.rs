//! What nodes tell each other of the moment: who views, who types, what was read. Nothing of it is in the log, and nothing
//! depends on it: a signal that is lost is followed by the next one.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::live::frames::{Present, Pushed};
use crate::live::hub::Audience;

/// One signal. It names tickets and agents, and holds no word that anybody wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Signal {
    /// The node has come to the others: they say again who is with them.
    Came {},
    /// The node goes: nobody is with it any more.
    Gone {},
    /// Who views a ticket at this node, all of them.
    Presence {
        /// The ticket.
        ticket: Uuid,
        /// Empty when nobody does any more.
        who: Vec<Present>,
    },
    /// The customer of a ticket is writing, or stopped: to who views it.
    CustomerTyping {
        /// The ticket.
        ticket: Uuid,
        /// Whether.
        on: bool,
    },
    /// The customer of a ticket has read up to an entry: to who views it.
    CustomerRead {
        /// The ticket.
        ticket: Uuid,
        /// The entry's number.
        number: i64,
    },
    /// An agent is writing to the customer, or nobody any more: to the customer, wherever they are connected.
    AgentTyping {
        /// The ticket.
        ticket: Uuid,
        /// As customers see the agent.
        name: Option<String>,
    },
    /// Where a conversation stands changed without an entry: its customer's connections look again.
    Standing {
        /// The ticket.
        ticket: Uuid,
    },
}

/// Passes on what another node told, to those who are connected here.
pub fn heard(app: &App, node: String, signal: Signal) {
    match signal {
        Signal::Came {} => app.live.tell_presence_elsewhere(),
        Signal::Gone {} => app.live.gone(&node),
        Signal::Presence { ticket, who } => app.live.present_elsewhere(ticket, node, who, app.clock.now()),
        Signal::CustomerTyping { ticket, on } => {
            app.live.tell(Audience::Viewers(ticket), &Pushed::CustomerTyping { ticket, on });
        }
        Signal::CustomerRead { ticket, number } => {
            app.live.tell(Audience::Viewers(ticket), &Pushed::CustomerRead { ticket, number });
        }
        Signal::AgentTyping { ticket, name } => app.visitors.tell(ticket, |news| news.typing = Some(name.clone())),
        Signal::Standing { ticket } => app.visitors.tell(ticket, |news| news.standing = true),
    }
}
