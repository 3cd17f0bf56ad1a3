//! What a person of ours has read: what stands on a screen of an agent who views the ticket.

use uuid::Uuid;

use super::line;
use crate::app::App;
use crate::live::Signal;
use crate::tickets::queries;

/// An agent has the ticket in view. For a customer on the line that is news.
pub fn note(app: &App, ticket: Uuid) {
    if !app.routing.goes_on(ticket) {
        return;
    }
    let app = app.clone();
    tokio::spawn(async move {
        let noted = app.db.write(move |tx| {
            let Some(read) = queries::find(tx, ticket)? else { return Ok(false) };
            line::note_our_read(tx, ticket, read.entries)
        });
        match noted.await {
            Ok(true) => {
                app.visitors.tell(ticket, |news| news.standing = true);
                app.live.signal(Signal::Standing { ticket });
            }
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "what was read will be noted with the next message"),
        }
    });
}
