//! The load: as many connections as asked for, each with its thread, each sending its next request when the
//! last one was answered. Its own processor time is not counted, so it may be simple.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::http::{Connection, Response};
use crate::run::Outcome;

pub const CONNECTIONS: usize = 64;

/// What a load came to.
pub struct Run {
    pub requests: usize,
    pub elapsed: Duration,
    pub p50: Duration,
    pub p99: Duration,
}

impl Run {
    pub fn per_second(&self) -> f64 {
        self.requests as f64 / self.elapsed.as_secs_f64()
    }
}

/// Sends `requests` requests, made by `request` from their number; answers go to `answered` and must carry `status`.
pub fn drive(
    address: SocketAddr,
    requests: usize,
    status: u16,
    request: &(dyn Fn(usize) -> Vec<u8> + Sync),
    answered: &(dyn Fn(usize, &Response) + Sync),
) -> Outcome<Run> {
    let next = AtomicUsize::new(0);
    let started = Instant::now();
    let work = || -> Outcome<Vec<Duration>> {
        let mut connection = Connection::open(address)?;
        let mut times = Vec::with_capacity(requests / CONNECTIONS * 2);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= requests {
                return Ok(times);
            }
            let bytes = request(number);
            let sent = Instant::now();
            let response = connection.send(&bytes)?;
            times.push(sent.elapsed());
            if response.status != status {
                let body = String::from_utf8_lossy(&response.body);
                return Err(format!("The desk answered {} instead of {status}: {body}", response.status).into());
            }
            answered(number, &response);
        }
    };
    let mut times = Vec::with_capacity(requests);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            times.extend(worker.join().map_err(|_| "a connection's thread panicked")??);
            Outcome::Ok(())
        })
    })?;
    let elapsed = started.elapsed();
    times.sort();
    Ok(Run { requests, elapsed, p50: percentile(&times, 50), p99: percentile(&times, 99) })
}

pub fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let last = sorted.len().saturating_sub(1);
    sorted.get(last * percent / 100).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_the_sorted_times() {
        let times: Vec<Duration> = (0..=100).map(Duration::from_millis).collect();
        assert_eq!(percentile(&times, 50), Duration::from_millis(50));
        assert_eq!(percentile(&times, 99), Duration::from_millis(99));
        assert_eq!(percentile(&[], 99), Duration::ZERO);
    }
}
