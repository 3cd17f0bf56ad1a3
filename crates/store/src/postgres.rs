//! PostgreSQL: a pool of threads, each with one connection; contended transactions run again.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::Mutex;
use postgres::{Client, Config, NoTls, config::SslMode};
use tokio::sync::mpsc;

use crate::tx::Statements;
use crate::work::{Job, Mode, Verdict};
use crate::{Error, QUEUE, Tx, dialect, fault};

/// Connections, and so transactions at a time, of one node.
const CONNECTIONS: usize = 8;
/// How often a contended transaction (40001, 40P01) runs before its caller is told.
const ATTEMPTS: u32 = 10;

pub struct Postgres {
    jobs: Option<mpsc::Sender<Job>>,
    threads: Vec<JoinHandle<()>>,
}

impl Postgres {
    /// Opens one connection to see that the server is there; the others follow when needed.
    pub fn open(url: &str) -> Result<Postgres, Error> {
        let mut config: Config = url.parse().map_err(|error| Error::Unavailable(format!("{error}")))?;
        config.connect_timeout(Duration::from_secs(5)).application_name("dengta");
        // The client blocks on a runtime of its own, which must not happen on a thread of the caller's.
        let seen = std::thread::scope(|scope| scope.spawn(|| Connection::connect(&config)).join());
        let mut first = Some(seen.map_err(|_| Error::defect("connecting panicked"))??);
        let (sender, receiver) = mpsc::channel(QUEUE);
        let receiver = Arc::new(Mutex::new(receiver));
        let threads = (0..CONNECTIONS)
            .map(|number| {
                let (config, receiver, conn) = (config.clone(), receiver.clone(), first.take());
                std::thread::Builder::new()
                    .name(format!("store-{number}"))
                    .spawn(move || work_off(&config, conn, &receiver))
                    .map_err(|error| Error::Unavailable(error.to_string()))
            })
            .collect::<Result<_, _>>()?;
        Ok(Postgres { jobs: Some(sender), threads })
    }

    pub fn jobs(&self) -> &mpsc::Sender<Job> {
        self.jobs.as_ref().unwrap_or_else(|| unreachable!("the queue lives as long as the store"))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.jobs = None; // the threads end when their queue does
        for thread in self.threads.drain(..) {
            drop(thread.join());
        }
    }
}

/// A connection with its prepared statements.
struct Connection {
    client: Client,
    statements: Statements,
}

impl Connection {
    fn connect(config: &Config) -> Result<Connection, Error> {
        let client = match config.get_ssl_mode() {
            SslMode::Disable | SslMode::Prefer => config.connect(NoTls),
            _ => config.connect(tokio_postgres_rustls::MakeRustlsConnect::new(tls()?)),
        };
        // Whatever stands between us and a session (refused, starting up, wrong password) may pass.
        let mut client = client.map_err(|error| Error::Unavailable(format!("{error}")))?;
        client.batch_execute(dialect::POSTGRES_SESSION)?;
        Ok(Connection { client, statements: Statements::new() })
    }

    fn begin(mut self, begin: &str) -> Result<Connection, Error> {
        self.client.batch_execute(begin)?;
        Ok(self)
    }
}

fn tls() -> Result<rustls::ClientConfig, Error> {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        drop(roots.add(certificate)); // a system store may hold certificates that rustls cannot read
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Unavailable(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

fn work_off(config: &Config, mut conn: Option<Connection>, jobs: &Mutex<mpsc::Receiver<Job>>) {
    loop {
        let Some(mut job) = jobs.lock().blocking_recv() else { return };
        let mut outcome = transact(config, &mut conn, &mut job);
        let mut attempt = 1;
        while let Err(Error::Contended(_)) = outcome
            && attempt < ATTEMPTS
        {
            std::thread::sleep(Duration::from_millis(1 << attempt.min(7)));
            outcome = transact(config, &mut conn, &mut job);
            attempt += 1;
        }
        job.finish(outcome);
    }
}

/// Runs `job` once. A connection that broke while idle is replaced before the closure has run.
fn transact(config: &Config, slot: &mut Option<Connection>, job: &mut Job) -> Result<(), Error> {
    let begin = match job.mode() {
        Mode::Write => "BEGIN",
        Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    let mut conn = match slot.take() {
        Some(conn) => conn.begin(begin).or_else(|_| Connection::connect(config)?.begin(begin))?,
        None => Connection::connect(config)?.begin(begin)?,
    };
    let mode = job.mode();
    let verdict = job.run(&mut Tx::postgres(&mut conn.client, &mut conn.statements, mode));
    let outcome = match verdict {
        // When COMMIT gets no answer its outcome is unknown: the caller hears "unavailable", and
        // trying again is harmless where an idempotency key is given.
        Verdict::Keep if fault::asked("ack-before-commit") && job.mode() == Mode::Write => {
            return acknowledge_early(conn);
        }
        Verdict::Keep => conn.client.batch_execute("COMMIT").map_err(Error::from),
        Verdict::Drop => conn.client.batch_execute("ROLLBACK").map_err(Error::from),
        Verdict::Failed(error) => conn.client.batch_execute("ROLLBACK").map_err(Error::from).and(Err(error)),
    };
    if !conn.client.is_closed() && !matches!(outcome, Err(Error::Unavailable(_))) {
        *slot = Some(conn);
    }
    outcome
}

/// The kill test's negative control: says yes and commits a moment later.
fn acknowledge_early(mut conn: Connection) -> Result<(), Error> {
    std::thread::spawn(move || {
        std::thread::sleep(fault::HEAD_START);
        conn.client.batch_execute("COMMIT")
    });
    Ok(())
}
