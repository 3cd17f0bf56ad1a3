//! `cargo run --example asking < LINES`: what a message of a line asks for, or `-`, and where it says so.

use std::io::{BufRead as _, Error};

use guard::asking::asks_for_secret;

fn main() -> Result<(), Error> {
    for line in std::io::stdin().lock().lines() {
        let line = line?.replace("\\n", "\n");
        let asked = asks_for_secret(&line);
        let told =
            asked.map(|asked| format!("{}\t{}\t{}", asked.what.name(), &line[asked.span], &line[asked.sentence]));
        println!("{}", told.as_deref().unwrap_or("-").replace('\n', " "));
    }
    Ok(())
}
