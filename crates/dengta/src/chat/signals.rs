//! What a visitor's screen tells beside words, by whichever door it comes: that something is being written, what was read. Who
//! views the ticket hears of it at every node.

use uuid::Uuid;

use crate::app::App;
use crate::error::{Problem, Result};
use crate::live::{Audience, Pushed, Signal};
use crate::routing::line;
use crate::tickets::{queries, verbs};

/// The visitor is writing, or stopped: told to who views the ticket.
pub fn typing(app: &App, ticket: Option<Uuid>, on: bool) {
    if let Some(ticket) = ticket {
        app.live.tell(Audience::Viewers(ticket), &Pushed::CustomerTyping { ticket, on });
        app.live.signal(Signal::CustomerTyping { ticket, on });
    }
}

/// The visitor has read up to an entry: it is not mailed any more, and who views the ticket is told.
pub async fn seen(app: &App, ticket: Option<Uuid>, number: i64) -> Result<()> {
    let Some(id) = ticket else { return Ok(()) };
    let moment = app.clock.moment();
    let noted = app
        .db
        .write(move |tx| {
            let ticket = queries::lock(tx, id)?.ok_or_else(Problem::not_found)?;
            let number = number.min(ticket.entries);
            let news = line::note_their_read(tx, id, number)?;
            if news {
                verbs::seen(tx, &ticket, number, &moment)?;
            }
            Ok::<_, Problem>(news.then_some(number))
        })
        .await?;
    if let Some(number) = noted {
        app.live.tell(Audience::Viewers(id), &Pushed::CustomerRead { ticket: id, number });
        app.live.signal(Signal::CustomerRead { ticket: id, number });
    }
    Ok(())
}
