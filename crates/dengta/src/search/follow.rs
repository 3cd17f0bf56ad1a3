//! The follower that keeps the index: reads entries by position, writes their tickets anew, and commits what it read
//! together with the position.
//!
//! It runs on a thread of its own. Of a burst it makes one commit in [`EVERY`]; what comes to a quiet desk is found as
//! soon as it is written. An index that cannot be gone on with is thrown away and made from all tickets.

use std::sync::Arc;
use std::time::Duration;

use store::Tx;
use tantivy::TantivyError;
use tokio::runtime::Handle;
use tokio::sync::watch;

use super::index::{Progress, Snapshot, Writer};
use super::read;
use crate::app::App;
use crate::bell::Alarm;

/// A busy desk's changes are committed this often …
const EVERY: Duration = Duration::from_millis(500);
/// … and, where there are so many of them that it takes longer, less often: keeping the index is left a twentieth of a processor. A
/// ticket on which much is said meanwhile is written once.
const LEAST_OFTEN: Duration = Duration::from_secs(5);
const SHARE: u32 = 20;
/// After a failure it waits this long.
const PAUSE: Duration = Duration::from_secs(1);
/// While the index is made anew, so many tickets are in one commit.
const STEP: usize = 20_000;
/// After the last change it looks so often, a poll apart, whether merging has ended.
const LOOKS: u32 = 100;

/// Why the follower starts over.
enum Failure {
    Index(TantivyError),
    Store(store::Error),
}

impl From<TantivyError> for Failure {
    fn from(error: TantivyError) -> Failure {
        Failure::Index(error)
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Failure {
        Failure::Store(error)
    }
}

/// Keeps the index until the desk stops.
pub async fn run(app: App, stop: watch::Receiver<bool>) {
    let handle = Handle::current();
    let kept = tokio::task::spawn_blocking(move || {
        while !*stop.borrow() {
            let mut follower = Follower { app: &app, stop: stop.clone(), handle: &handle };
            match follower.keep() {
                Ok(()) => return,
                Err(Failure::Index(error)) => tracing::warn!(%error, "the follower `search` opens its index again"),
                Err(Failure::Store(error)) => tracing::warn!(%error, "the follower `search` will try again"),
            }
            follower.rest(PAUSE);
        }
    });
    if let Err(error) = kept.await {
        tracing::error!(%error, "the follower `search` ended");
    }
}

struct Follower<'a> {
    app: &'a App,
    stop: watch::Receiver<bool>,
    handle: &'a Handle,
}

impl Follower<'_> {
    fn read<T: Send + 'static>(
        &self,
        read: impl Fn(&mut Tx<'_>) -> Result<T, store::Error> + Send + 'static,
    ) -> Result<T, store::Error> {
        self.handle.block_on(self.app.db.read(read))
    }

    fn stopped(&self) -> bool {
        *self.stop.borrow()
    }

    /// Waits, but not for a desk that stops.
    fn rest(&mut self, time: Duration) {
        let stop = &mut self.stop;
        self.handle.block_on(async {
            tokio::select! {
                () = tokio::time::sleep(time) => {}
                _ = stop.wait_for(|stop| *stop) => {}
            }
        });
    }

    fn keep(&mut self) -> Result<(), Failure> {
        let mut writer = self.open()?;
        let followed = self.follow(&mut writer);
        writer.stop();
        followed
    }

    fn follow(&mut self, writer: &mut Writer) -> Result<(), Failure> {
        let mut shown = self.show(writer)?;
        self.rebuild(writer)?;
        let mut alarm = Alarm::new(&self.app.committed, self.stop.clone(), Duration::ZERO);
        let mut looks = LOOKS;
        while !self.stopped() {
            let began = self.app.clock.now();
            if self.catch_up(writer)? {
                shown = self.commit(writer)?;
                looks = LOOKS;
                let took = u64::try_from(self.app.clock.now() - began).unwrap_or(0);
                self.rest((Duration::from_micros(took) * SHARE).clamp(EVERY, LEAST_OFTEN));
                continue;
            }
            if looks > 0 {
                looks -= 1;
                if writer.has_moved_on(&shown)? {
                    shown = self.show(writer)?;
                }
            }
            if !self.handle.block_on(alarm.wake()) {
                break;
            }
        }
        Ok(())
    }

    /// The index of the log as it is, or a new one.
    fn open(&self) -> Result<Writer, Failure> {
        let folder = &self.app.search.folder;
        match Writer::open(folder) {
            Ok(writer) => {
                let (position, expected) = (writer.progress.position, writer.progress.hash.clone());
                if self.read(move |tx| read::hash_at(tx, position))? == expected {
                    return Ok(writer);
                }
                tracing::warn!("the search index is of another log: it is made anew");
            }
            Err(error @ TantivyError::LockFailure(..)) => return Err(error.into()),
            Err(error) if folder.exists() => tracing::warn!(%error, "the search index cannot be used: it is made anew"),
            Err(_) => {}
        }
        let last = self.read(read::last)?;
        Ok(Writer::create(folder, Progress::beginning(last))?)
    }

    fn show(&self, writer: &Writer) -> Result<Arc<Snapshot>, Failure> {
        let snapshot = writer.snapshot()?;
        self.app.search.show(snapshot.clone(), &writer.progress);
        Ok(snapshot)
    }

    fn commit(&self, writer: &mut Writer) -> Result<Arc<Snapshot>, Failure> {
        writer.commit()?;
        self.show(writer)
    }

    /// Puts all tickets into a new index, in the order in which they came; goes on where it was stopped.
    fn rebuild(&mut self, writer: &mut Writer) -> Result<(), Failure> {
        let mut put = 0;
        while let Some(after) = writer.progress.rebuilt {
            if self.stopped() {
                return Ok(());
            }
            let rebuilt = self.read(move |tx| read::tickets_after(tx, after))?;
            writer.put(&rebuilt.documents)?;
            put += rebuilt.documents.len();
            if rebuilt.more {
                writer.progress.rebuilt = rebuilt.documents.last().map(|document| document.id);
            } else {
                writer.progress.sure = self.read(read::newest)?;
                writer.progress.rebuilt = None;
            }
            if put >= STEP || !rebuilt.more {
                put = 0;
                self.commit(writer)?;
            }
        }
        Ok(())
    }

    /// Reads the log to its end; says whether there was anything.
    fn catch_up(&mut self, writer: &mut Writer) -> Result<bool, Failure> {
        let mut any = false;
        loop {
            let progress = writer.progress.clone();
            let batch = self.read(move |tx| read::since(tx, &progress))?;
            writer.put(&batch.documents)?;
            any |= writer.progress != batch.progress;
            writer.progress = batch.progress;
            if !batch.more || self.stopped() {
                return Ok(any);
            }
        }
    }
}
