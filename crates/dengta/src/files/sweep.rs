//! What belongs to no entry and no draft goes after a day; what a kill left behind goes with the next look.

use super::{LOOSE, finish, queries};
use crate::app::App;
use crate::error::Problem;

/// Files looked at in one transaction.
const BATCH: i64 = 200;

/// Removes what nobody needs any more.
///
/// # Errors
/// When the store or the object store does not answer; the next sweep goes on.
pub async fn sweep(app: &App) -> Result<(), Problem> {
    let now = app.clock.now();
    loop {
        let gone = app.db.read(move |tx| queries::loose(tx, now - LOOSE, BATCH)).await?;
        for id in &gone {
            let id = *id;
            // First the bytes: without the row nobody would know of them.
            let loose = app.db.read(move |tx| queries::find(tx, id)).await?.is_some_and(|file| file.entry.is_none());
            if loose && app.db.write(move |tx| queries::expire(tx, id, now - LOOSE)).await? {
                app.files.blobs.clear(id, &[]).await.map_err(|error| finish::unread(&error))?;
                app.db.write(move |tx| queries::remove(tx, id)).await?;
            }
        }
        if (gone.len() as i64) < BATCH {
            break;
        }
    }
    for file in app.db.read(|tx| queries::leftovers(tx, BATCH)).await? {
        finish::tidy(app, file.id, &finish::objects(&file)).await;
    }
    app.db.write(move |tx| tx.execute("DELETE FROM file_work WHERE expires_at < $1", store::params![now])).await?;
    Ok(())
}
