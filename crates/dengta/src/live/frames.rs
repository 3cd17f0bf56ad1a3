//! What is said over a socket: one JSON object a text frame, its `type` first.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::tickets::shown::EntryView;
use crate::tickets::{Kind, Standing};

/// What the desk pushes over `/api/v1/live`.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schema(as = LivePushed)]
pub enum Pushed {
    /// The first frame. Whoever connects again fetches what came meanwhile after it.
    Hello {
        /// Who is signed in; null for a program.
        #[schema(required = true)]
        agent: Option<Uuid>,
        /// The run of the program that the socket ends at: another one knows other presence.
        node: String,
    },
    /// A ticket has a new entry; to everyone who may read tickets. Who views the ticket, and who has it, are told first, and may
    /// be told again.
    Entry(NewEntry),
    /// Several new entries, as one frame.
    News {
        /// In the order in which they came.
        entries: Vec<NewEntry>,
    },
    /// New entries of a ticket as `/entries` gives them; to who views it. They may have come before.
    Entries {
        /// The ticket.
        ticket: Uuid,
        /// In the order of their numbers.
        entries: Vec<EntryView>,
    },
    /// Who views a ticket now; to who views it.
    Presence {
        /// The ticket.
        ticket: Uuid,
        /// Who types comes first, then by agent number; the one who is told is among them. At most 50.
        who: Vec<Present>,
    },
    /// Counts changed and `/counts` has the new ones. At most once a second; wait a random part of one before asking,
    /// as everyone is told at once.
    Counts,
    /// You read too slowly and frames were dropped: fetch what you show.
    Resync,
    /// Somebody mentioned you.
    Mention {
        /// The ticket.
        ticket: Uuid,
        /// The note's number.
        number: i64,
    },
    /// A bulk action that you began moved on; its address has the progress.
    Bulk {
        /// The action.
        id: Uuid,
    },
    /// A customer on the line is offered to you. `/lines` has it; without an answer it goes to somebody else.
    Offer {
        /// The ticket.
        ticket: Uuid,
        /// Until when, RFC 3339.
        until: String,
    },
    /// Who is on the line changed, or who talks with whom; to everyone who may read tickets. `/lines` has it.
    Lines,
    /// The customer of a ticket is writing, or stopped; to who views it.
    CustomerTyping {
        /// The ticket.
        ticket: Uuid,
        /// Whether.
        on: bool,
    },
    /// The customer of a ticket has read up to an entry; to who views it.
    CustomerRead {
        /// The ticket.
        ticket: Uuid,
        /// The entry's number.
        number: i64,
    },
    /// Something in the settings changed.
    Settings,
    /// The answer to a `ping`: a browser's script sees neither the desk's pings nor a line that died.
    Pong,
    /// The session is over. The socket closes with 4401.
    Ended,
}

/// That a ticket has a new entry.
#[derive(Clone, Copy, Debug, Serialize, utoipa::ToSchema)]
pub struct NewEntry {
    /// The ticket.
    pub ticket: Uuid,
    /// The entry's number. Numbers of a ticket have no gaps: who lacks one fetches it.
    pub number: i64,
    /// What happened.
    pub kind: Kind,
    /// Where the ticket stands now.
    pub standing: Standing,
}

/// An agent who has a ticket in view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Present {
    /// The agent.
    pub id: Uuid,
    /// As customers see it.
    pub name: String,
    /// The agent id that customers see.
    pub number: String,
    /// What they are writing.
    #[schema(required = true)]
    pub typing: Option<Typing>,
}

/// What somebody is writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Typing {
    /// A note among agents.
    Note,
    /// An answer to the customer.
    Reply,
}

/// What an agent's screen says over `/api/v1/live`. Saying it again changes nothing.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = LiveSaid)]
pub enum Said {
    /// This ticket is in view now, or none.
    View {
        /// The ticket.
        ticket: Option<Uuid>,
    },
    /// Something is being written on the ticket in view. Ends after 30 s unless it is said again.
    Typing {
        /// What; null when it ended.
        kind: Option<Typing>,
    },
    /// Still there. Answering the desk's pings, as browsers do, says the same.
    Ping {},
}
