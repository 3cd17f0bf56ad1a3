//! The bell that rings after a commit. Every follower hears it: none takes a ring away from another. It says only
//! that there may be news; what is new, each follower reads from the log by its own position. With NATS, a ring is heard at
//! the other nodes too ([`crate::bus`]); nothing depends on that, as followers also look by themselves.

use std::time::Duration;

use tokio::sync::watch;

/// Followers look by themselves this often: the command line rings no bell here, and other nodes may not reach it.
const POLL: Duration = Duration::from_millis(200);

/// Rung after each commit that wrote an entry or an outbox row.
pub struct Bell {
    rung: watch::Sender<()>,
    /// Only what was committed at this node: what another one rang for goes no further.
    ours: watch::Sender<()>,
    poll: watch::Sender<Duration>,
}

impl Default for Bell {
    fn default() -> Bell {
        Bell { rung: watch::Sender::new(()), ours: watch::Sender::new(()), poll: watch::Sender::new(POLL) }
    }
}

impl Bell {
    /// This node committed: wakes everyone who listens, here and at the other nodes.
    pub fn ring(&self) {
        self.rung.send_replace(());
        self.ours.send_replace(());
    }

    /// Another node committed: wakes everyone who listens here.
    pub fn ring_here(&self) {
        self.rung.send_replace(());
    }

    /// A pair of ears: they hear what rings from now on, also between two calls of [`Listener::heard`].
    #[must_use]
    pub fn listen(&self) -> Listener {
        Listener(self.rung.subscribe())
    }

    /// As [`Bell::listen`], but hears only what this node commits.
    #[must_use]
    pub fn listen_to_ours(&self) -> Listener {
        Listener(self.ours.subscribe())
    }

    /// How often followers look by themselves, for tests: with an hour, only the bell can have woken them.
    pub fn poll_every(&self, poll: Duration) {
        self.poll.send_replace(poll);
        self.ring_here(); // who sleeps for the old time begins again
    }
}

/// Somebody who listens to a [`Bell`].
pub struct Listener(watch::Receiver<()>);

impl Listener {
    /// Returns when the bell has rung since the last time, however often.
    pub async fn heard(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending().await // nobody is left to ring it
        }
    }
}

/// What wakes a follower: the bell, the next look, the desk's end.
pub struct Alarm {
    bell: Listener,
    poll: watch::Receiver<Duration>,
    stop: watch::Receiver<bool>,
    rest: Duration,
    woken: bool,
}

impl Alarm {
    /// `rest`: a follower that has just worked leaves what comes within this time for one next look, so that a burst
    /// of commits does not cost a look for each.
    #[must_use]
    pub fn new(bell: &Bell, stop: watch::Receiver<bool>, rest: Duration) -> Alarm {
        Alarm { bell: bell.listen(), poll: bell.poll.subscribe(), stop, rest, woken: false }
    }

    /// Waits for a commit or for the next look; false when the desk stops.
    pub async fn wake(&mut self) -> bool {
        self.wake_within(Duration::MAX).await
    }

    /// As [`Alarm::wake`], but the next look is due after `at_most`.
    pub async fn wake_within(&mut self, at_most: Duration) -> bool {
        let poll = at_most.min(*self.poll.borrow());
        let (bell, rest) = (&mut self.bell, if self.woken { self.rest } else { Duration::ZERO });
        let rested = async {
            tokio::time::sleep(rest).await;
            bell.heard().await;
        };
        self.woken = tokio::select! {
            _ = self.stop.wait_for(|stop| *stop) => return false,
            () = rested => true,
            () = tokio::time::sleep(poll) => false,
        };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn everyone_hears_it_and_nobody_twice() {
        let bell = Bell::default();
        let (mut one, mut other) = (bell.listen(), bell.listen());
        bell.ring();
        bell.ring();
        one.heard().await;
        other.heard().await;
        assert!(tokio::time::timeout(Duration::from_millis(5), one.heard()).await.is_err());
        bell.ring();
        one.heard().await;
    }

    #[tokio::test]
    async fn what_another_node_rang_for_goes_no_further() {
        let bell = Bell::default();
        let (mut all, mut ours) = (bell.listen(), bell.listen_to_ours());
        bell.ring_here();
        all.heard().await;
        assert!(tokio::time::timeout(Duration::from_millis(5), ours.heard()).await.is_err());
        bell.ring();
        all.heard().await;
        ours.heard().await;
    }

    #[tokio::test]
    async fn the_desk_s_end_wakes_for_the_last_time() {
        let (stop, stopped) = watch::channel(false);
        let bell = Bell::default();
        let mut alarm = Alarm::new(&bell, stopped, Duration::ZERO);
        bell.ring();
        assert!(alarm.wake().await);
        stop.send_replace(true);
        assert!(!alarm.wake().await);
    }
}
