//! `cargo xtask test` and `cargo xtask soak`: every check, each told apart, and one line at the end.
//!
//! A check that fails does not keep the others from running: one run should show everything that is wrong.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::bench;
use crate::fuzz_api::{self, Cases};
use crate::run::{Outcome, cargo, npm, openly, quietly, spoken};
use crate::{places, setup};

/// The tests read this and widen themselves: kills by the hundred, more property cases.
const SOAK: (&str, &str) = ("DENGTA_SOAK", "1");

/// Under `cargo xtask test` Schemathesis gets this long, of the 25 minutes that all of it may take.
const FUZZING: Duration = Duration::from_secs(75);
const FUZZING_IN_SOAK: Duration = Duration::from_secs(900);

pub fn test(only: &[String]) -> Outcome {
    let mut checks = Checks::new(only);
    checks.add("setup", setup::everything);
    checks.add("format", || openly(&mut cargo(&["fmt", "--all", "--check"])));
    checks.add("clippy", || {
        openly(&mut cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"]))
    });
    checks.add("tests", || openly(&mut cargo(&["test", "--workspace"])));
    checks.add("disk-shim", disk_fault_shim);
    checks.add("web-types", || openly(&mut npm(&["run", "--silent", "check"])));
    checks.add("web-tests", || openly(&mut npm(&["run", "--silent", "test"])));
    checks.add("browser", browser);
    checks.add("api-fuzzing", || fuzz_api::run(Cases::Repeatable, FUZZING));
    checks.close()
}

pub fn soak(only: &[String]) -> Outcome {
    let mut checks = Checks::new(only);
    checks.add("setup", setup::everything);
    checks.add("licences", licences_and_bans);
    checks.add("tests", || openly(cargo(&["test", "--workspace"]).env(SOAK.0, SOAK.1)));
    checks.add("browser", browser);
    checks.add("guard-fuzzing", guard_fuzzing);
    checks.add("sanitiser-fuzzing", sanitiser_fuzzing);
    checks.add("api-fuzzing", || fuzz_api::run(Cases::Fresh, FUZZING_IN_SOAK));
    checks.add("million", bench::million);
    checks.close()
}

/// How long each target is fuzzed in `soak`: its seconds.
const FUZZED: (&str, &str) = ("DENGTA_FUZZ_SECONDS", "600");

/// Made messages, changed at random.
fn guard_fuzzing() -> Outcome {
    let mut tests = cargo(&["test", "--release", "--package", "guard", "--test", "fuzz"]);
    openly(tests.env(FUZZED.0, FUZZED.1).env(SOAK.0, SOAK.1))
}

/// Markdown that nobody would write, read by a browser's tokenizer.
fn sanitiser_fuzzing() -> Outcome {
    openly(cargo(&["test", "--package", "dengta", "--test", "it", "sanitiser"]).env(FUZZED.0, FUZZED.1))
}

/// What the shim promises to the tests that use it, shown on a small program.
fn disk_fault_shim() -> Outcome {
    let selftest = places::root().join("crates/dengta/tests/faults/selftest.py");
    openly(Command::new(setup::PYTHON).arg(selftest))
}

/// The customer's and the agent's story in Chromium; the tests start their own desk.
fn browser() -> Outcome {
    openly(&mut cargo(&["build", "--quiet", "--package", "dengta"]))?;
    let mut tests = npm(&["run", "--silent", "test", "--workspace", "tests"]);
    tests.env("DENGTA_BIN", places::program("debug")).env("DENGTA_SCREENSHOTS", places::target().join("screenshots"));
    openly(&mut tests)
}

fn licences_and_bans() -> Outcome {
    let cargo_deny = setup::cargo_deny()?;
    let mut check = Command::new(cargo_deny);
    check.current_dir(places::root()).args(["check", "licenses", "bans", "sources"]);
    quietly(&mut check).map(drop)
}

struct Checks<'a> {
    /// The names of those to run; none means all.
    only: &'a [String],
    known: Vec<&'static str>,
    done: Vec<Check>,
}

struct Check {
    name: &'static str,
    passed: bool,
    took: Duration,
}

impl<'a> Checks<'a> {
    fn new(only: &'a [String]) -> Checks<'a> {
        Checks { only, known: Vec::new(), done: Vec::new() }
    }

    fn add(&mut self, name: &'static str, check: impl FnOnce() -> Outcome) {
        self.known.push(name);
        if !self.only.is_empty() && !self.only.iter().any(|each| each == name) {
            return;
        }
        println!("\n── {name}");
        let started = Instant::now();
        let outcome = check();
        let took = started.elapsed();
        if let Err(error) = &outcome {
            println!("{error}");
        }
        println!("── {name}: {} in {}", word(outcome.is_ok()), spoken(took));
        self.done.push(Check { name, passed: outcome.is_ok(), took });
    }

    /// Sums up, and fails when anything did.
    fn close(self) -> Outcome {
        if let Some(unknown) = self.only.iter().find(|each| !self.known.contains(&each.as_str())) {
            return Err(format!("There is no check {unknown:?}; there are: {}", self.known.join(", ")).into());
        }
        println!();
        for Check { name, passed, took } in &self.done {
            println!("{:<8}{name:<24}{:>12}", word(*passed), spoken(*took));
        }
        let failed = self.done.iter().filter(|check| !check.passed).count();
        println!("\n{} passed, {failed} failed", self.done.len() - failed);
        if failed == 0 { Ok(()) } else { Err("Not everything passed.".into()) }
    }
}

fn word(passed: bool) -> &'static str {
    if passed { "passed" } else { "FAILED" }
}
