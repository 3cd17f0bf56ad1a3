//! A secret never stored: through the form, over two messages, and what only its writer can decide about.

use dengta::clock::DAY;
use dengta::people::Role;
use dengta::secrets::{kept, old};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use store::params;
use uuid::Uuid;

use crate::desk::{Desk, ticket};
use crate::held::everything;
use crate::site::{Browser, deposit, link, location};

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const KEY: &str = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

async fn newest(desk: &Desk) -> (Uuid, Uuid, String) {
    const NEWEST: &str = "SELECT id, customer_id, reference FROM ticket ORDER BY id DESC LIMIT 1";
    let read = |row: &store::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    desk.app.db.read(move |tx| tx.first(NEWEST, &[], read)).await.unwrap().unwrap()
}

/// A browser that opened its case by the link that was mailed.
pub async fn at_home<'d>(desk: &'d Desk) -> (Browser<'d>, Uuid, String) {
    let (id, customer, reference) = newest(desk).await;
    let browser = Browser::new(desk);
    let token = link(desk, customer, Some(id)).await;
    location(&browser.post(&format!("/en/open/{token}"), &[]).await);
    (browser, id, format!("/en/cases/{reference}"))
}

async fn entries(desk: &Desk, token: &str, id: Uuid) -> Vec<Value> {
    let entries = desk.get(token, &format!("/api/v1/tickets/{id}/entries?limit=500")).await;
    entries["results"].as_array().unwrap().clone()
}

/// By which the case's page lets its customer decide.
fn undecided(page: &str) -> Vec<String> {
    page.split("/secrets/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

story! {
    /// A recovery phrase in the form: gone before it is stored, and its writer told what to do now, at once and on the case's page.
    async fn a_recovery_phrase_is_never_stored(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let guest = Browser::new(&desk);
        let body = format!("My wallet is empty. Please restore it, my recovery phrase is {PHRASE}. Thank you!");
        let mut form = deposit();
        form.retain(|(name, _)| *name != "body");
        form.push(("body", &body));
        let sent = guest.post("/en/ask/deposit", &form).await;
        let receipt = guest.page(location(&sent).as_str()).await;
        assert!(receipt.contains("We took something out of your message"), "{receipt}");
        assert!(receipt.contains("Move the funds to a new wallet now"), "{receipt}");

        let (browser, id, path) = at_home(&desk).await;
        let page = browser.page(&path).await;
        assert!(page.contains("[removed: recovery phrase (seed phrase)]") && page.contains("Move the funds"), "{page}");
        let entry = &entries(&desk, &token, id).await[0];
        assert_eq!(entry["body"], "My wallet is empty. Please restore it, my recovery phrase is ⟦seed_phrase⟧. Thank you!");
        let secret = &entry["details"]["secrets"][0];
        assert_eq!((&secret["kind"], &secret["in"]), (&json!("seed_phrase"), &json!("text")));
        assert_eq!(secret["fingerprint"].as_str().map(str::len), Some(16));

        let all = everything(&desk).await;
        assert!(all.contains("My wallet is empty"), "what was not secret is there");
        assert!(!all.contains("sausage"), "a word of the phrase was stored");
        desk.verify().await;
    }
}

story! {
    /// How long customers may decide is a setting: it holds for what comes, within limits.
    async fn how_long_it_waits_is_a_setting(desk: Desk) {
        let admin = desk.token(Role::Admin).await;
        desk.ticket(&admin).await;
        let (browser, _, path) = at_home(&desk).await;
        for days in [0, 31] {
            let body = json!({"version": 0, "value": {"undecided_days": days}});
            let refused = desk.refused(&admin, Method::PUT, "/api/v1/settings/secrets", &body).await;
            assert_eq!(refused, "invalid undecided_days:invalid-limit");
        }
        location(&browser.post(&format!("{path}/replies"), &[("body", KEY)]).await);
        let body = json!({"version": 0, "value": {"undecided_days": 1}});
        desk.put(&admin, "/api/v1/settings/secrets", &body).await;
        location(&browser.post(&format!("{path}/replies"), &[("body", KEY)]).await);
        let waiting = undecided(&browser.page(&path).await);
        desk.app.clock.turn(DAY);
        kept::sweep(&desk.app).await.unwrap();
        assert_eq!(undecided(&browser.page(&path).await), waiting[..1], "what waited before keeps its time");
    }
}

story! {
    /// A string that is a key or a transaction: sealed, then destroyed, sent after all, or destroyed by itself; by nobody else.
    async fn its_writer_decides_about_what_may_be_a_key(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        desk.ticket(&token).await;
        let (browser, id, path) = at_home(&desk).await;
        for _ in 0..3 {
            location(&browser.post(&format!("{path}/replies"), &[("body", KEY)]).await);
        }
        let waiting = undecided(&browser.page(&path).await);
        assert_eq!(waiting.len(), 3);
        assert!(!everything(&desk).await.contains(KEY), "what is sealed cannot be read");

        desk.post(&token, "/api/v1/tickets", &ticket("other@example.com")).await;
        let (stranger, _, other) = at_home(&desk).await;
        for case in [&path, &other] {
            let tried = stranger.post(&format!("{case}/secrets/{}", waiting[0]), &[("decision", "send")]).await;
            assert_eq!(tried.status(), StatusCode::NOT_FOUND);
        }

        let decide = async |id: &str, decision: &str| {
            browser.post(&format!("{path}/secrets/{id}"), &[("decision", decision)]).await.status()
        };
        assert_eq!(decide(&waiting[0], "").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(decide(&waiting[0], "destroy").await, StatusCode::SEE_OTHER);
        assert_eq!(decide(&waiting[0], "send").await, StatusCode::CONFLICT, "what is gone is gone");
        assert_eq!(decide(&waiting[1], "send").await, StatusCode::SEE_OTHER);
        desk.app.clock.turn(2 * DAY);
        kept::sweep(&desk.app).await.unwrap();
        assert_eq!(undecided(&browser.page(&path).await).len(), 1, "three days, if nothing was set");
        desk.app.clock.turn(DAY);
        kept::sweep(&desk.app).await.unwrap();
        let told = entries(&desk, &token, id).await;
        let told: Vec<_> = told.iter().filter(|entry| entry["kind"] == "secret_decided").collect();
        let decisions: Vec<_> = told.iter().map(|entry| entry["details"]["decision"].as_str().unwrap()).collect();
        assert_eq!(decisions, ["destroyed", "sent", "expired"]);
        assert_eq!((told[0]["body"].as_str(), told[1]["body"].as_str()), (Some(""), Some(KEY)));
        const BOXES: &str = "SELECT count(*) FROM kept_secret WHERE box IS NOT NULL AND ticket_id = $1";
        let left = desk.app.db.read(move |tx| tx.first(BOXES, params![id], |row| row.get::<i64>(0))).await;
        assert_eq!(left.unwrap(), Some(0));
        assert!(undecided(&browser.page(&path).await).is_empty());
        desk.verify().await;
    }
}

story! {
    /// Half of a phrase in one message and the rest in the next: the first half goes from where it stood as well.
    async fn a_phrase_in_two_messages_goes_from_both(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        desk.ticket(&token).await;
        let (browser, id, path) = at_home(&desk).await;
        let (one, two) = PHRASE.split_at(PHRASE.find("worth").unwrap());
        for body in [format!("my seed phrase, first part: {one}"), two.to_owned()] {
            location(&browser.post(&format!("{path}/replies"), &[("body", &body)]).await);
        }
        let told = entries(&desk, &token, id).await;
        let bodies: Vec<&str> = told.iter().filter(|entry| entry["kind"] == "message").map(|entry| entry["body"].as_str().unwrap()).collect();
        assert!(bodies.iter().all(|body| !body.contains("winner")), "{bodies:?}");
        assert!(bodies[1].contains("first part: ⟦seed_phrase⟧"), "{bodies:?}");
        assert!(told.iter().any(|entry| entry["kind"] == "redacted"));
        assert!(browser.page(&path).await.contains("taken out of an earlier message"));
        desk.verify().await;
    }
}

story! {
    /// Tickets from before there was a guard: found, then taken out where they stand; the chain holds.
    async fn old_tickets_are_cleaned(desk: Desk) {
        let token = desk.token(Role::Agent).await;
        let mut old = ticket("wang@example.com");
        (old["body"], old["subject"]) = (json!("my seed phrase is OLD"), json!("Lost: OLD"));
        desk.post(&token, "/api/v1/tickets", &old).await;
        let (browser, id, path) = at_home(&desk).await;
        const AGE: &str = "UPDATE entry SET body = replace(body, 'OLD', $1) WHERE number = 1";
        const AGE_ROW: &str = "UPDATE ticket SET subject = replace(subject, 'OLD', $1), preview = replace(preview, 'OLD', $1)";
        desk.app.db.write(|tx| tx.execute(AGE, params![PHRASE]).and_then(|_| tx.execute(AGE_ROW, params![PHRASE]))).await.unwrap();

        let found = old::look_through(&desk.app, false, &mut |_, _| ()).await.unwrap();
        assert_eq!((found.tickets, found.found, found.redacted), (1, 1, 0));
        let (mut seen, told) = (0, |done: i64, all: i64| assert!(done <= all));
        let taken = old::look_through(&desk.app, true, &mut |done, all| { told(done, all); seen = done; }).await.unwrap();
        assert_eq!((taken.redacted, seen), (1, 1));
        let again = old::look_through(&desk.app, true, &mut |_, _| ()).await.unwrap();
        assert_eq!(again.found, 0);
        let entry = &entries(&desk, &token, id).await[0];
        assert_eq!(entry["body"], "my seed phrase is ⟦seed_phrase⟧");
        let page = browser.page(&path).await;
        assert!(page.contains("<h1>Lost: [removed: recovery phrase (seed phrase)]</h1>"), "{page}");
        desk.verify().await;
    }
}

/// `dengta guard`, as a program over lines.
fn guard(arguments: &[&str], lines: &str) -> (bool, String, String) {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut command = Command::new(env!("CARGO_BIN_EXE_dengta"));
    command.arg("guard").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn().unwrap();
    program.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = program.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.success(), text(&output.stdout), text(&output.stderr))
}

/// Lines go in, findings come out, without a store; a bad row is told and the others go on.
#[test]
fn the_guard_reads_lines() {
    let lines = format!(
        "{}\n\nnonsense\n{}\n",
        json!({"id": "a", "text": format!("助记词：{PHRASE}")}),
        json!({"id": 2, "text": KEY})
    );
    let (well, out, err) = guard(&["scan"], &lines);
    let end = 4 + PHRASE.len();
    assert_eq!(
        out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect::<Vec<_>>(),
        [json!({"id": "a", "spans": [{"start": 4, "end": end, "type": "seed_phrase"}]}), json!({"id": 2, "spans": []})]
    );
    assert!(!well && err.starts_with("line 3: "), "{err}");
    let (well, out, _) = guard(&["scan", "--uncertain"], &json!({"id": 2, "text": KEY}).to_string());
    assert!(well && out.contains("\"certain\":false"), "{out}");

    let official = tempfile::NamedTempFile::new().unwrap();
    let brands = json!({"okx": {"domains": ["okx.com"], "handles": ["@okx"], "names": ["OKX", "欧易"]}});
    std::fs::write(official.path(), brands.to_string()).unwrap();
    let path = official.path().display().to_string();
    let lines = r#"{"id": "x", "input": "okx-login.net"}
{"id": 7, "input": "www.okx.com"}"#;
    let (well, out, _) = guard(&["links", "--official", &path], lines);
    let scores: Vec<(&str, f32)> = out
        .lines()
        .map(|line| line.split_once('\t').unwrap())
        .map(|(id, score)| (id, score.parse().unwrap()))
        .collect();
    assert!(well && scores[0].0 == "x" && scores[0].1 >= 0.5, "{out}");
    assert!(scores[1].0 == "7" && scores[1].1 < 0.5, "{out}");
}
