//! `cargo xtask demo`: the desk with its embedded store, sample data and a link to sign in for each role.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::run::{Outcome, cargo, openly};
use crate::{places, setup};

/// It is visited as `http://localhost:8080`, which is also what the links say: a passkey cannot belong to an IP
/// address.
const LISTEN: &str = "127.0.0.1:8080";

pub fn run(options: &[String]) -> Outcome {
    let listen = listen_address(options)?;
    // Before the build, so that nobody waits minutes to be told.
    check_free(listen)?;
    setup::web()?;
    // The release build, though it takes longer: it holds the web parts in itself, and the first impression of
    // the desk's speed should be the desk's speed.
    println!("Building the desk (some minutes the first time)");
    openly(&mut cargo(&["build", "--release", "--package", "dengta"]))?;
    check_free(listen)?;
    become_the_desk(listen)
}

fn listen_address(options: &[String]) -> Outcome<&str> {
    match options {
        [] => Ok(LISTEN),
        [option, address] if option == "--listen" => Ok(address),
        _ => Err("demo takes no option but --listen ADDRESS:PORT.".into()),
    }
}

fn check_free(listen: &str) -> Outcome {
    match TcpListener::bind(listen) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(format!(
            "{listen} is in use by another program. Stop that one, or choose another address:\n  \
             cargo xtask demo --listen 127.0.0.1:8090"
        )
        .into()),
        Err(error) => Err(format!("Cannot listen on {listen}: {error}").into()),
    }
}

/// Hands the terminal to a few lines of shell, which pass on Ctrl-C and then remove the folder: std cannot
/// catch a signal, and a dependency for that would cost more than they do.
fn become_the_desk(listen: &str) -> Outcome {
    let folder = places::fresh_folder("demo")?;
    let port = listen.rsplit(':').next().unwrap_or_default();
    let error = Command::new("sh")
        .env("DENGTA_PUBLIC_URL", format!("http://localhost:{port}"))
        .args(["-c", include_str!("demo.sh"), "demo.sh"])
        .arg(&folder)
        .arg(places::program("release"))
        .args(["serve", "--demo", "--listen", listen, "--data"])
        .arg(&folder)
        .exec();
    Err(format!("The demo could not be started: {error}").into())
}
