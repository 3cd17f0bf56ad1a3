//! What waits to be sent to one socket: bounded, whatever its reader does.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::extract::ws::Utf8Bytes;
use tokio::sync::Notify;

/// Frames that wait at most.
const FRAMES: usize = 1_024;
/// Bytes that wait at most. They are shared with other sockets, unless those have read them.
const BYTES: usize = 512 * 1024;

/// Why the desk ends a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The session is over.
    Revoked,
    /// The client says what it may not, or too much.
    Misused,
    /// The desk stops.
    Away,
}

/// What the socket does next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Sends this.
    Frame(Utf8Bytes),
    /// Says that frames were dropped.
    Resync,
    /// Closes.
    End(End),
}

/// The frames that wait for a socket.
#[derive(Default)]
pub struct Queue {
    waiting: Mutex<Waiting>,
    wake: Notify,
}

#[derive(Default)]
struct Waiting {
    frames: VecDeque<Utf8Bytes>,
    bytes: usize,
    /// Frames were dropped, and the reader was not told yet. Until then nothing is worth keeping.
    lagged: bool,
    end: Option<End>,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a frame, or drops all of them when too many wait.
    pub fn push(&self, frame: &Utf8Bytes) {
        let mut waiting = self.lock();
        if waiting.lagged {
            return;
        }
        if waiting.frames.len() >= FRAMES || waiting.bytes + frame.len() > BYTES {
            *waiting = Waiting { lagged: true, end: waiting.end, ..Waiting::default() };
            metrics::counter!("dengta_live_resyncs_total").increment(1);
        } else {
            waiting.bytes += frame.len();
            waiting.frames.push_back(frame.clone());
        }
        drop(waiting);
        self.wake.notify_one();
    }

    /// Ends the socket; what waits is not sent any more.
    pub fn end(&self, end: End) {
        self.lock().end.get_or_insert(end);
        self.wake.notify_one();
    }

    /// What to do next, as soon as there is something.
    pub async fn next(&self) -> Next {
        loop {
            if let Some(next) = self.take() {
                return next;
            }
            self.wake.notified().await;
        }
    }

    /// The next frame, if one waits and nothing else is to be done before it.
    pub fn frame(&self) -> Option<Utf8Bytes> {
        let mut waiting = self.lock();
        if waiting.end.is_some() || waiting.lagged {
            return None;
        }
        let frame = waiting.frames.pop_front()?;
        waiting.bytes -= frame.len();
        Some(frame)
    }

    fn take(&self) -> Option<Next> {
        let mut waiting = self.lock();
        if let Some(end) = waiting.end {
            return Some(Next::End(end));
        }
        if waiting.lagged {
            waiting.lagged = false;
            return Some(Next::Resync);
        }
        let frame = waiting.frames.pop_front()?;
        waiting.bytes -= frame.len();
        Some(Next::Frame(frame))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_reads_too_slowly_is_told_once_and_goes_on() {
        let (queue, frame) = (Queue::default(), Utf8Bytes::from("x"));
        for _ in 0..FRAMES + 100 {
            queue.push(&frame);
        }
        assert_eq!(queue.next().await, Next::Resync);
        assert_eq!(queue.take(), None);
        queue.push(&frame);
        assert_eq!(queue.next().await, Next::Frame(frame));
    }

    #[tokio::test]
    async fn long_frames_count_by_their_bytes() {
        let (queue, frame) = (Queue::default(), Utf8Bytes::from("x".repeat(BYTES / 4)));
        for _ in 0..5 {
            queue.push(&frame);
        }
        assert_eq!(queue.next().await, Next::Resync);
    }

    #[tokio::test]
    async fn nothing_is_sent_after_the_end() {
        let queue = Queue::default();
        queue.push(&Utf8Bytes::from("x"));
        queue.end(End::Revoked);
        queue.end(End::Away);
        assert_eq!(queue.next().await, Next::End(End::Revoked));
        assert_eq!(queue.next().await, Next::End(End::Revoked));
    }
}
