//! Schemathesis against a running desk: every operation of its OpenAPI description, with right and wrong input.

use std::process::Command;
use std::time::Duration;

use crate::desk::Installation;
use crate::places;
use crate::run::{Outcome, openly};

/// What must hold whatever is sent: no 5xx, and nothing that the description does not say.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

/// The same cases each time, or new ones.
pub enum Cases {
    Repeatable,
    Fresh,
}

pub fn run(cases: Cases, time: Duration) -> Outcome {
    let installation = Installation::new("debug", "schemathesis")?.with_demo();
    let desk = installation.start()?;
    let token = installation.token("admin")?;
    let seconds = time.as_secs().to_string();
    let mut command = Command::new(places::kept("venv/bin/schemathesis")?);
    command
        // It keeps its examples in the current folder.
        .current_dir(places::kept("")?)
        .arg("run")
        .arg(format!("http://{}/api/openapi.json", desk.address))
        .arg("--header")
        .arg(format!("Authorization: Bearer {token}"))
        .args(["--checks", CHECKS, "--max-time", &seconds, "--workers", "2", "--request-timeout", "10"])
        .args(["--continue-on-failure", "--no-color"]);
    if matches!(cases, Cases::Repeatable) {
        command.arg("--generation-deterministic");
    }
    openly(&mut command)?;
    desk.stop().map(drop)
}
