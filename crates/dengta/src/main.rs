//! The program; see [`dengta::cli`].

use std::process::ExitCode;

/// A request is hundreds of small allocations, here and in SQLite: with the system's allocator a search or a page took a
/// fifth more processor time, at the same memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dengta::cli::run()
}
