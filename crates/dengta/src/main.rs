//! The program; see [`dengta::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    dengta::cli::run()
}
