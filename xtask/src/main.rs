//! The project's own commands: `cargo xtask setup | demo | test | soak | bench`.
//!
//! Each does everything that it needs and nothing more, on a fresh Debian-like machine with Rust and Node.

// A tool that measures and waits; it has no behaviour that hangs on the clock.
#![allow(clippy::disallowed_methods)]

mod bench;
mod checks;
mod demo;
mod desk;
mod fuzz_api;
mod http;
mod load;
mod places;
mod proc;
mod run;
mod setup;

use std::process::ExitCode;

use run::Outcome;

const USAGE: &str = "\
cargo xtask COMMAND

  setup   installs what is missing (system packages, npm packages, tools) and builds the web parts
  demo    builds the desk and runs it with sample data     [--listen 127.0.0.1:8080]
  test    everything that CI asks for, in one go           [CHECK…: only these]
  soak    the long versions, and the check of licences     [CHECK…: only these]
  bench   speed and memory, as a table and target/bench.json
          [--tickets 10000] [--seeded 10000] [--articles 10000] [--visitors 3600]
          [--only help|guard|chat] [--database postgres://…]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, options)) = arguments.split_first() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let outcome = match command.as_str() {
        "setup" => without_options(options).and_then(|()| setup::everything()),
        "demo" => demo::run(options),
        "test" => checks::test(options),
        "soak" => checks::soak(options),
        "bench" => bench::run(options),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => Err(format!("There is no command {unknown:?}.\n\n{USAGE}").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}

fn without_options(options: &[String]) -> Outcome {
    match options.first() {
        None => Ok(()),
        Some(option) => Err(format!("{option:?} is not an option of this command.\n\n{USAGE}").into()),
    }
}
