//! `cargo run --release --example imitations -- [--held] [--misses]`: precision, recall and F1 per class of a made set.

#[path = "../tests/imitations/mod.rs"]
mod set;

use set::{Half, cases, measure, official};

fn main() {
    let has = |flag: &str| std::env::args().any(|argument| argument == flag);
    let half = if has("--held") { Half::Held } else { Half::Tuned };
    let (all, classes, misses) = measure(&official(), &cases(half));
    println!("{:32} {:>6} {:>6} {:>6} {:>6}", "class", "found", "of", "wrong", "of");
    for (class, count) in &classes {
        println!("{class:32} {:6} {:6} {:6} {:6}", count.found, count.imitations, count.wrong, count.innocent);
    }
    println!("precision {:.4}  recall {:.4}  F1 {:.4}", all.precision(), all.recall(), all.f1());
    if has("--misses") {
        misses.iter().for_each(|miss| println!("{miss}"));
    }
}
