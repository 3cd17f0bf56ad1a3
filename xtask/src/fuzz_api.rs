//! Schemathesis against a running desk: every operation of its OpenAPI description, with right and wrong input.

use std::process::Command;
use std::time::Duration;

use crate::bench::requests::Requests;
use crate::desk::{Desk, Installation};
use crate::http::{Connection, json_string};
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
    // Made-up ids are answered "not found" early; what lies behind that door needs a ticket that is there.
    fuzz(&desk, &token, &cases, time / 2, "")?;
    fuzz(&desk, &token, &cases, time / 2, &with_ticket(&a_ticket(&desk, &token)?))?;
    desk.stop().map(drop)
}

fn fuzz(desk: &Desk, token: &str, cases: &Cases, time: Duration, settings: &str) -> Outcome {
    let file = places::kept("schemathesis.toml")?;
    std::fs::write(&file, settings)?;
    let mut command = Command::new(places::kept("venv/bin/schemathesis")?);
    // One worker: Python 3.11 fails at times when two threads read source at once ("AST constructor recursion depth mismatch").
    command
        // It keeps its examples in the current folder.
        .current_dir(places::kept("")?)
        .arg("--config-file")
        .arg(file)
        .arg("run")
        .arg(format!("http://{}/api/openapi.json", desk.address))
        .arg("--header")
        .arg(format!("Authorization: Bearer {token}"))
        .args(["--checks", CHECKS, "--max-time", &time.as_secs().to_string(), "--workers", "1"])
        .args(["--request-timeout", "10", "--continue-on-failure", "--warnings", "off", "--no-color"]);
    if matches!(cases, Cases::Repeatable) {
        command.arg("--generation-deterministic");
    }
    openly(&mut command)
}

fn a_ticket(desk: &Desk, token: &str) -> Outcome<String> {
    let request = Requests::new(token.to_owned()).create("fuzz", 1);
    let response = Connection::open(desk.address)?.send(&request)?;
    let body = String::from_utf8_lossy(&response.body);
    match json_string(&body, "id") {
        Some(id) if response.status == 201 => Ok(id.to_owned()),
        _ => Err(format!("The desk answered {} to a new ticket: {body}", response.status).into()),
    }
}

/// Schemathesis' settings that put this ticket's id in place of made-up ones.
fn with_ticket(id: &str) -> String {
    format!("[[operations]]\ninclude-path-regex = '/tickets/\\{{id\\}}'\nparameters = {{ \"path.id\" = \"{id}\" }}\n")
}
