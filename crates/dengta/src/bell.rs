//! The bell that rings after a commit. Every follower hears it: none takes a ring away from another. It says only
//! that there may be news; what is new, each follower reads from the log by its own position.

use std::time::Duration;

use tokio::sync::watch;

/// Followers look by themselves this often: other nodes and the command line ring no bell here.
const POLL: Duration = Duration::from_millis(200);

/// Rung after each commit that wrote an entry or an outbox row.
pub struct Bell(watch::Sender<()>);

impl Default for Bell {
    fn default() -> Bell {
        Bell(watch::Sender::new(()))
    }
}

impl Bell {
    /// Wakes everyone who listens.
    pub fn ring(&self) {
        self.0.send_replace(());
    }

    /// A pair of ears: they hear what rings from now on, also between two calls of [`Listener::heard`].
    #[must_use]
    pub fn listen(&self) -> Listener {
        Listener(self.0.subscribe())
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
    stop: watch::Receiver<bool>,
    rest: Duration,
    woken: bool,
}

impl Alarm {
    /// `rest`: a follower that has just worked leaves what comes within this time for one next look, so that a burst
    /// of commits does not cost a look for each.
    #[must_use]
    pub fn new(bell: &Bell, stop: watch::Receiver<bool>, rest: Duration) -> Alarm {
        Alarm { bell: bell.listen(), stop, rest, woken: false }
    }

    /// Waits for a commit or for the next look; false when the desk stops.
    pub async fn wake(&mut self) -> bool {
        self.wake_within(POLL).await
    }

    /// As [`Alarm::wake`], but the next look is due after `at_most`.
    pub async fn wake_within(&mut self, at_most: Duration) -> bool {
        let (bell, rest) = (&mut self.bell, if self.woken { self.rest } else { Duration::ZERO });
        let rested = async {
            tokio::time::sleep(rest).await;
            bell.heard().await;
        };
        self.woken = tokio::select! {
            _ = self.stop.wait_for(|stop| *stop) => return false,
            () = rested => true,
            () = tokio::time::sleep(at_most.min(POLL)) => false,
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
