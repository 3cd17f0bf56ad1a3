//! A throw-away PostgreSQL: `initdb` into a temporary folder, a free port, trust for everyone local.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A running server with a data folder of its own.
pub struct Cluster {
    /// `postgres://…/`, without a database.
    pub url: String,
    folder: tempfile::TempDir,
    port: u16,
    server: Option<Child>,
    fsync: bool,
}

static SHARED: OnceLock<Cluster> = OnceLock::new();
static NEXT: AtomicU32 = AtomicU32::new(1);

/// A fresh database on the server that all stories share.
pub fn database() -> String {
    // Nothing here survives a crash, nor needs to: the stories about crashes start a server of their own.
    SHARED.get_or_init(|| Cluster::start(false)).database()
}

impl Cluster {
    /// Makes and starts a server; `fsync` as in production.
    pub fn start(fsync: bool) -> Cluster {
        remove_left_behind();
        let folder = tempfile::Builder::new().prefix(&format!("{PREFIX}{}-", std::process::id())).tempdir().unwrap();
        let data = folder.path().join("data");
        std::fs::create_dir(&data).unwrap();
        if is_root() {
            // PostgreSQL refuses to run as root.
            std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
            run(Command::new("chown").arg("postgres").arg(&data));
        }
        run(as_nobody(&binary("initdb")).arg("-D").arg(&data).args([
            "-A",
            "trust",
            "-U",
            "dengta",
            "-E",
            "UTF8",
            "--no-sync",
        ]));
        let port = free_port();
        let mut cluster =
            Cluster { url: format!("postgres://dengta@127.0.0.1:{port}/"), folder, port, server: None, fsync };
        cluster.boot();
        cluster
    }

    /// Starts the server again after [`Cluster::kill`].
    pub fn boot(&mut self) {
        let mut command = as_nobody(&binary("postgres"));
        command
            .arg("-D")
            .arg(self.folder.path().join("data"))
            .args(["-p", &self.port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
            .args(["-c", "max_connections=400", "-c", "shared_buffers=64MB"])
            // After a kill one call for all instead of one per file: seconds of each start.
            .args(["-c", "recovery_init_sync_method=syncfs"])
            .args(["-c", if self.fsync { "fsync=on" } else { "fsync=off" }])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        self.server = Some(spawn_lasting(command));
        for _ in 0..600 {
            if self.ask("SELECT 1").is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("PostgreSQL did not start");
    }

    /// kill -9, all of it: the postmaster and its children.
    pub fn kill(&mut self) {
        // Frozen, it starts nobody who would outlive it and write to files that its successor has opened.
        let pids = self.freeze();
        drop(Command::new("kill").arg("-9").args(&pids).status());
        drop(self.server.take().map(|mut server| server.wait()));
        drop(std::fs::remove_file(self.pid_file()));
    }

    /// Stops it where it stands: it takes connections and answers nothing. Returns who was stopped.
    pub fn freeze(&self) -> Vec<String> {
        let stop = |pids: &[String]| drop(Command::new("kill").arg("-STOP").args(pids).status());
        let postmaster = std::fs::read_to_string(self.pid_file()).unwrap().lines().next().unwrap().to_owned();
        stop(std::slice::from_ref(&postmaster));
        let children = Command::new("pgrep").args(["-P", &postmaster]).output().unwrap();
        let mut pids = vec![postmaster];
        pids.extend(String::from_utf8_lossy(&children.stdout).lines().map(str::to_owned));
        stop(&pids);
        pids
    }

    fn pid_file(&self) -> PathBuf {
        self.folder.path().join("data/postmaster.pid")
    }

    /// A fresh database.
    pub fn database(&self) -> String {
        let name = format!("desk_{}", NEXT.fetch_add(1, Ordering::Relaxed));
        self.ask(&format!("CREATE DATABASE {name}")).expect("the server answers");
        format!("{}{name}", self.url)
    }

    /// A fresh database whose owner prefers speed: commits are answered before they are on disk, unless the
    /// client says otherwise.
    pub fn hasty_database(&self) -> String {
        let url = self.database();
        let name = url.rsplit('/').next().unwrap();
        self.ask(&format!("ALTER DATABASE {name} SET synchronous_commit = off")).expect("the server answers");
        url
    }

    /// Runs SQL in the database `postgres`.
    fn ask(&self, sql: &str) -> Result<(), postgres::Error> {
        let url = format!("{}postgres", self.url);
        let run = || postgres::Client::connect(&url, postgres::NoTls)?.batch_execute(sql);
        // The client blocks on a runtime of its own, which a test's thread already has.
        std::thread::scope(|scope| scope.spawn(run).join().unwrap())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The folder of a server: this, then the id of the process that started it.
const PREFIX: &str = "dengta-postgres-";

/// The shared server has no end but its process's, and a killed one none at all: their folders are removed by
/// the next.
fn remove_left_behind() {
    for entry in std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name().into_string().unwrap_or_default();
        let owner = name.strip_prefix(PREFIX).and_then(|rest| rest.split('-').next());
        if owner.is_some_and(|pid| !Path::new("/proc").join(pid).exists()) {
            drop(std::fs::remove_dir_all(entry.path()));
        }
    }
}

/// A free port of this machine, for a moment. It lies below those that the kernel gives to clients: else one
/// who calls a server that is down might be given the very port that the server will want again.
pub fn free_port() -> u16 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let start = std::process::id().wrapping_mul(97);
    loop {
        let port = 15_000 + start.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % 17_000;
        let port = u16::try_from(port).unwrap();
        if std::net::TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// A child that ends with this process, however it ends. The signal is bound to the thread that
/// spawned it, so that thread must last.
pub fn spawn_lasting(mut command: Command) -> Child {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        sender.send(command.spawn().unwrap()).unwrap();
        loop {
            std::thread::park();
        }
    });
    receiver.recv().unwrap()
}

/// Runs a program as a user that PostgreSQL accepts, and ends it with this process.
fn as_nobody(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program).current_dir("/");
    command
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0)
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn binary(name: &str) -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is installed: cargo xtask setup");
    let mut found: Vec<PathBuf> =
        versions.flatten().map(|version| version.path().join("bin").join(name)).filter(|path| path.exists()).collect();
    found.sort();
    found.pop().expect("PostgreSQL's server is installed: cargo xtask setup")
}
