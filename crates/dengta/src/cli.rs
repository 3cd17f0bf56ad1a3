//! The command line. Every command works beside a running server, on the same store.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use tokio::sync::watch;

use crate::clock::Clock;
use crate::config::Config;
use crate::demo;
use crate::help::cli::{self as help, HelpCommand};
use crate::people::cli::{self as people, AgentCommand, TokenCommand};
use crate::secrets::cli::{self as secrets, GuardCommand};
use crate::server::{self, Options};
use crate::telemetry;
use crate::tickets::verify;

/// Dengta, the support desk of a crypto exchange.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// The data folder: settings (`dengta.toml`), the master key, and the embedded store.
    #[arg(long, global = true, default_value = "./data", env = "DENGTA_DATA")]
    data: PathBuf,
    /// `postgres://…` instead of the embedded store. The environment keeps the password out of `ps`.
    #[arg(long, global = true, env = "DENGTA_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the desk.
    Serve {
        /// Where to listen.
        #[arg(long, default_value = "127.0.0.1:8080", env = "DENGTA_LISTEN")]
        listen: SocketAddr,
        /// Sample data, printed sign-in links, and a mailbox at `/_demo/mail`. Never in production.
        #[arg(long)]
        demo: bool,
    },
    /// Bring the store's schema up to date.
    Migrate,
    /// Verify every ticket's chain, and every row against its entries.
    Verify,
    /// Invite agents.
    #[command(subcommand)]
    Agent(AgentCommand),
    /// Make, list and revoke API tokens.
    #[command(subcommand)]
    Token(TokenCommand),
    /// Import and export the help center. (This program's manual is `--help`.)
    #[command(subcommand)]
    Help(HelpCommand),
    /// Find secrets and imitations, in texts from elsewhere or in this desk's tickets.
    #[command(subcommand)]
    Guard(GuardCommand),
}

/// Runs the command line.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("dengta: {error}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(command(cli));
    // Whoever still waits for a database that does not answer must not keep the program: nothing of it was acknowledged.
    runtime.shutdown_background();
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("dengta: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn command(cli: Cli) -> anyhow::Result<ExitCode> {
    let options = |demo| Options { data: cli.data.clone(), database: cli.database.clone(), demo };
    match cli.command {
        Command::Serve { listen, demo } => serve(&options(demo), listen).await,
        Command::Migrate => {
            server::open(&options(false), Clock::default(), true).await?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Verify => verify_store(&options(false)).await,
        Command::Agent(command) => {
            people::agent(&server::open(&options(false), Clock::default(), false).await?, command).await?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Token(command) => {
            people::token(&server::open(&options(false), Clock::default(), false).await?, command).await?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Help(command) => {
            help::help(&server::open(&options(false), Clock::default(), false).await?, command).await
        }
        Command::Guard(command) => secrets::guard(&options(false), command).await,
    }
}

async fn serve(options: &Options, listen: SocketAddr) -> anyhow::Result<ExitCode> {
    telemetry::start();
    let listener = tokio::net::TcpListener::bind(listen).await.with_context(|| format!("listening on {listen}"))?;
    let port = listener.local_addr()?.port();
    let defaults = if options.demo { demo::settings(port) } else { Config::on_port(port) };
    let app = server::open_over(defaults, options, Clock::default(), false).await?;
    tracing::info!(listen = %listener.local_addr()?, version = env!("CARGO_PKG_VERSION"), "serving");
    if options.demo {
        for (who, link) in demo::begin(&app).await? {
            println!("{who}  {link}");
        }
    }
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        asked_to_stop().await;
        stop.send_replace(true);
    });
    server::serve(app, listener, stopped).await?;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

async fn asked_to_stop() {
    let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    match terminate {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

async fn verify_store(options: &Options) -> anyhow::Result<ExitCode> {
    let app = server::open(options, Clock::default(), false).await?;
    let report = verify::verify(&app.db).await?;
    println!(
        "{} tickets, {} entries, {} erased, {} faults",
        report.tickets,
        report.entries,
        report.erased,
        report.faults.len()
    );
    for fault in &report.faults {
        println!("{fault}");
    }
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
