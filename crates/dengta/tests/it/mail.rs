//! Mail out, to a real mail server (Debian's aiosmtpd): what is sent, what is held, and what happens when
//! the server does not take it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use dengta::clock::{HOUR, MINUTE, Micros, SECOND};
use dengta::email::Mailer;
use dengta::email::render::{self, Facts};
use dengta::language::Language;
use dengta::outbox;
use dengta::people::{Actor, Role};
use dengta::settings::Settings;
use dengta::tickets::{codes, queries, verbs};
use reqwest::StatusCode;
use serde_json::{Value, json};
use store::params;
use uuid::Uuid;

use crate::desk::{Desk, ticket};
use crate::people::{Seat, accept, join};
use crate::postgres::{free_port, spawn_lasting};
use crate::site::{Browser, location};

/// A mail server of a story's own.
pub struct PostOffice {
    folder: tempfile::TempDir,
    port: u16,
    server: Option<std::process::Child>,
}

impl PostOffice {
    pub fn open() -> PostOffice {
        let mut office = PostOffice { folder: tempfile::tempdir().unwrap(), port: free_port(), server: None };
        office.boot();
        office
    }

    /// One whose server does not run yet.
    fn closed() -> PostOffice {
        PostOffice { folder: tempfile::tempdir().unwrap(), port: free_port(), server: None }
    }

    fn boot(&mut self) {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/smtp_server.py");
        let mut command = Command::new("setpriv");
        // Debian's own Python: aiosmtpd is a Debian package.
        command.args(["--pdeathsig", "KILL", "--", "/usr/bin/python3", script, &self.port.to_string()]);
        command.arg(self.folder.path()).stdout(Stdio::null());
        self.server = Some(spawn_lasting(command));
        for _ in 0..400 {
            if self.folder.path().join("ready").exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("the mail server did not start: cargo xtask setup");
    }

    pub fn settings(&self) -> String {
        let port = self.port;
        format!("[mail]\nsmtp = \"smtp://127.0.0.1:{port}\"\nfrom = \"support@exchange.example.com\"\n")
    }

    fn tell(&self, file: &str, text: &str) {
        std::fs::write(self.folder.path().join(file), text).unwrap();
    }

    /// What was taken, oldest first.
    pub fn letters(&self) -> Vec<Value> {
        let is_letter = |path: &Path| path.extension().is_some_and(|extension| extension == "json");
        let files = std::fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().path());
        let mut files: Vec<_> = files.filter(|path| is_letter(path)).collect();
        files.sort();
        files.iter().map(|path| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()).collect()
    }

    /// The letters, once there are `count`.
    async fn wait(&self, desk: &Desk, count: usize) -> Vec<Value> {
        desk.until(&format!("{count} letters arrive"), || async { self.letters().len() >= count }).await;
        let letters = self.letters();
        assert_eq!(letters.len(), count);
        letters
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            drop(server.kill());
            drop(server.wait());
        }
    }
}

fn header<'l>(letter: &'l Value, name: &str) -> &'l str {
    letter["headers"][name].as_str().unwrap_or("")
}

/// The path of the link that a letter carries, which is the same in both parts.
fn link(desk: &Desk, letter: &Value) -> String {
    let (text, html) = (letter["text"].as_str().unwrap(), letter["html"].as_str().unwrap());
    let start = text.find(&desk.url).expect("a link");
    let link = text[start..].split_whitespace().next().unwrap();
    assert!(html.contains(&format!("href=\"{link}\"")), "{link} in {html}");
    link.strip_prefix(&desk.url).unwrap().to_owned()
}

/// A row of the outbox.
#[derive(Debug)]
struct Row {
    id: Uuid,
    state: String,
    attempts: i64,
    due_at: Micros,
    error: Option<String>,
}

async fn rows(desk: &Desk) -> Vec<Row> {
    const ROWS: &str = "SELECT id, state, attempts, due_at, last_error FROM outbox ORDER BY created_at, id";
    let rows = desk.app.db.read(|tx| {
        tx.query(ROWS, &[], |row| {
            Ok(Row {
                id: row.get(0)?,
                state: row.get(1)?,
                attempts: row.get(2)?,
                due_at: row.get(3)?,
                error: row.opt(4)?,
            })
        })
    });
    rows.await.map_err(|error: store::Error| error).unwrap()
}

/// The only row, once it is as `holds` says.
async fn row(desk: &Desk, what: &str, holds: impl Fn(&Row) -> bool) -> Row {
    desk.until(what, || async { rows(desk).await.first().is_some_and(&holds) }).await;
    rows(desk).await.remove(0)
}

/// An agent with a name and a number.
async fn agent(desk: &Desk) -> Uuid {
    const MAKE: &str = "INSERT INTO agent (id, number, name, email, email_key, language, role, state, created_at)
        VALUES ($1, '0417', '林晓', 'lin@staff.example.com', 'lin@staff.example.com', 'zh-CN', 'agent', 'active', $2)";
    let moment = desk.app.clock.moment();
    let id = moment.draws().uuid();
    desk.app.db.write(move |tx| tx.execute(MAKE, params![id, moment.at])).await.map_err(|e: store::Error| e).unwrap();
    id
}

async fn answer(desk: &Desk, ticket: Uuid, agent: Uuid, text: &'static str) -> verbs::Delivery {
    let moment = desk.app.clock.moment();
    let answered = desk.app.db.write(move |tx| {
        let ticket = queries::lock(tx, ticket)?.unwrap();
        verbs::reply(tx, ticket, Actor::Agent(agent), &text.into(), None, &moment)
    });
    let (_, delivery) = answered.await.unwrap();
    desk.app.committed.ring();
    delivery
}

async fn only_ticket(desk: &Desk) -> Uuid {
    let found = desk.app.db.read(|tx| tx.query("SELECT id FROM ticket", &[], |row| row.get(0))).await;
    let found: Vec<Uuid> = found.map_err(|error: store::Error| error).unwrap();
    assert_eq!(found.len(), 1);
    found[0]
}

story! {
    /// A receipt arrives in the customer's language, as text and as HTML, and its link opens the case.
    async fn a_receipt_in_every_language(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        desk.restart(&office.settings()).await;
        let token = desk.token(Role::Agent).await;
        for (count, (language, words)) in [
            (Language::ZhCn, "已收到您的工单"),
            (Language::ZhTw, "已收到您的案件"),
            (Language::En, "We have received your case"),
            (Language::Ko, "문의가 접수되었어요"),
            (Language::Ja, "お問い合わせを受け付けました"),
        ].into_iter().enumerate() {
            let mut new = ticket(&format!("c{count}@example.com"));
            new["language"] = json!(language.tag());
            let opened = desk.post(&token, "/api/v1/tickets", &new).await;
            let letter = office.wait(&desk, count + 1).await.remove(count);
            let reference = opened["reference"].as_str().unwrap();
            assert_eq!(letter["recipients"], json!([format!("c{count}@example.com")]));
            let subject = header(&letter, "subject");
            assert!(subject.contains(words) && subject.contains(reference), "{subject}");
            assert!(letter["text"].as_str().unwrap().contains(reference));
            assert!(letter["html"].as_str().unwrap().contains(&format!("<html lang=\"{language}\">")));
            let row = rows(&desk).await.remove(count);
            assert_eq!(header(&letter, "message-id"), format!("<{}@exchange.example.com>", row.id.simple()));
            assert_eq!(header(&letter, "auto-submitted"), "auto-generated");
            assert_eq!(header(&letter, "x-auto-response-suppress"), "All");
            assert_eq!(header(&letter, "in-reply-to"), "");
            let link = link(&desk, &letter);
            assert!(link.starts_with(&format!("/{language}/open/")));
            let browser = Browser::new(&desk);
            assert!(location(&browser.post(&link, &[]).await).starts_with(&format!("/{language}/cases/{reference}")));
        }
    }
}

story! {
    /// An address that has proved nothing gets one mail, which holds no word of what was typed; what was
    /// answered meanwhile is held, and goes when its link was used.
    async fn one_mail_until_the_address_is_proved(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        desk.restart(&office.settings()).await;
        let form = |key| [
            ("coin", "USDT"), ("network", "TRC20"), ("tx_id", "9f3c7a1b2e5d4c6f8a0b1c2d3e4f5a6b"), ("amount", "4096"),
            ("subject", "充值未到账"), ("body", "两个小时前转出"), ("name", "王小明"),
            ("email", "wang@example.com"), ("idempotency_key", key),
        ];
        let browser = Browser::new(&desk);
        location(&browser.post("/zh-CN/ask/deposit", &form("one")).await);
        let receipt = office.wait(&desk, 1).await.remove(0);
        let shown = format!("{}{}{}", header(&receipt, "subject"), receipt["text"], receipt["html"]);
        for typed in ["USDT", "TRC20", "9f3c7a1b", "4096", "充值未到账", "两个小时前", "王小明"] {
            assert!(!shown.contains(typed), "{typed}");
        }

        let (ticket, agent) = (only_ticket(&desk).await, agent(&desk).await);
        let said = "链上确认数够了，<b>已入账</b>。";
        assert_eq!(answer(&desk, ticket, agent, said).await, verbs::Delivery::Held);
        location(&Browser::new(&desk).post("/zh-CN/ask/deposit", &form("two")).await);
        row(&desk, "the receipt is settled", |row| row.state == "sent").await;
        let states: Vec<_> = rows(&desk).await.into_iter().map(|row| row.state).collect();
        assert_eq!(states, ["sent", "held"], "and no second receipt");

        location(&browser.post(&link(&desk, &receipt), &[]).await);
        let answer = office.wait(&desk, 2).await.remove(1);
        assert!(answer["html"].as_str().unwrap().contains("&lt;b&gt;已入账&lt;/b&gt;"));
        let codes = desk.app.db.read(move |tx| codes::of_ticket(tx, ticket)).await.unwrap();
        let code = codes.into_values().next().unwrap();
        for part in ["text", "html"] {
            assert!(answer[part].as_str().unwrap().contains("林晓") && answer[part].as_str().unwrap().contains("0417"));
            assert!(answer[part].as_str().unwrap().contains(&code), "{answer}");
        }
        assert_eq!(header(&answer, "in-reply-to"), header(&receipt, "message-id"));
        assert_eq!(header(&answer, "references"), header(&receipt, "message-id"));
        assert_eq!(header(&answer, "auto-submitted"), "", "a person wrote it");
        desk.verify().await;
    }
}

story! {
    /// A server that is busy is asked again, later each time, until it takes the letter.
    async fn a_busy_server_is_asked_again(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        office.tell("busy", "4");
        desk.restart(&office.settings()).await;
        let token = desk.token(Role::Agent).await;
        desk.ticket(&token).await;
        for (attempt, wait) in [(1, 10), (2, 20), (3, 40), (4, 80)] {
            let before = desk.app.clock.now();
            let row = row(&desk, "it is put off", |row| row.attempts == attempt && row.error.is_some()).await;
            assert_eq!((row.state.as_str(), row.error.as_deref()), ("ready", Some("451 4.7.1")));
            let waits = row.due_at - before;
            assert!(waits > (wait - 5) * SECOND && waits < wait * SECOND * 11 / 10 + 5 * SECOND, "{waits}");
            assert!(office.letters().is_empty());
            desk.app.clock.turn(row.due_at - desk.app.clock.now() + SECOND);
        }
        let letter = office.wait(&desk, 1).await.remove(0);
        let row = row(&desk, "it is sent", |row| row.state == "sent").await;
        assert_eq!((row.attempts, row.error), (5, None));
        assert!(header(&letter, "message-id").contains(&row.id.simple().to_string()));
    }
}

story! {
    /// A server that stays busy is asked ten times; then agents see on the timeline that it failed.
    async fn a_server_that_stays_busy_fails_the_mail(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        office.tell("busy", "1000");
        desk.restart(&office.settings()).await;
        let token = desk.token(Role::Agent).await;
        let opened = desk.ticket(&token).await;
        for attempt in 1..10 {
            row(&desk, "it is put off", |row| row.attempts == attempt && row.error.is_some()).await;
            desk.app.clock.turn(HOUR + 10 * MINUTE);
        }
        let row = row(&desk, "it failed", |row| row.state == "failed").await;
        assert_eq!(row.attempts, 10);
        let path = format!("/api/v1/tickets/{}/entries", opened["id"].as_str().unwrap());
        let entries = desk.get(&token, &path).await;
        let failed = &entries["results"][1];
        assert_eq!((&failed["kind"], &failed["public"]), (&json!("delivery_failed"), &json!(false)));
        assert_eq!(failed["details"], json!({"number": 1, "error": "451 4.7.1"}));
        assert_eq!(failed["actor"]["kind"], "system");
        desk.verify().await;
    }
}

story! {
    /// An agent's Markdown is drawn on the case page and in the mail, and reads well without; a customer's signs stay as typed.
    async fn an_agents_markdown_is_drawn(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        desk.restart(&office.settings()).await;
        let token = desk.token(Role::Agent).await;
        let mut new = ticket("wang@example.com");
        new["body"] = json!("**mine** [x](https://customer.example.com) <b>1</b>");
        let opened = desk.post(&token, "/api/v1/tickets", &new).await;
        let browser = Browser::new(&desk);
        let receipt = office.wait(&desk, 1).await.remove(0);
        location(&browser.post(&link(&desk, &receipt), &[]).await);
        let body = "Please **wait**:\n- one\n- [guide](https://example.com/a?b=1&c=2)\n\
            > **so**\n<script>alert(1)</script> [no](javascript:alert(1))";
        let path = format!("/api/v1/tickets/{}/replies", opened["id"].as_str().unwrap());
        desk.post(&token, &path, &json!({"body": body})).await;
        desk.rest();
        desk.app.committed.ring();

        let drawn = "<p>Please <strong>wait</strong>:</p><ul><li>one</li>\
            <li><a href=\"https://example.com/a?b=1&amp;c=2\" rel=\"nofollow noopener noreferrer\">guide</a></li></ul>\
            <blockquote><p><strong>so</strong></p></blockquote>\
            <p>&lt;script&gt;alert(1)&lt;/script&gt; [no](javascript:alert(1))</p>";
        let page = browser.page(&format!("/zh-CN/cases/{}", opened["reference"].as_str().unwrap())).await;
        assert!(page.contains(&format!("<div class=\"drawn\" dir=\"auto\">{drawn}</div>")), "{page}");
        assert!(page.contains("**mine** [x](https://customer.example.com) &#60;b&#62;1&#60;/b&#62;"), "{page}");
        assert!(!page.contains("<script>") && !page.contains(" style="));

        let answer = office.wait(&desk, 2).await.remove(1);
        let link = "<a href=\"https://example.com/a?b=1&amp;c=2\" rel=\"nofollow noopener noreferrer\">guide</a>";
        let unlinked = drawn.replace(link, "guide (https://example.com/a?b=1&amp;c=2)");
        assert!(answer["html"].as_str().unwrap().contains(&unlinked), "{}", answer["html"]);
        let text = answer["text"].as_str().unwrap().replace("\r\n", "\n");
        let plain = "> Please wait:\n>\n> - one\n> - guide (https://example.com/a?b=1&c=2)\n>\n> > so\n>\n\
            > <script>alert(1)</script> [no](javascript:alert(1))\n";
        assert!(text.contains(plain) && !text.contains("**"), "{text}");
        desk.verify().await;
    }
}

story! {
    /// What the server refuses for good fails at once, alone, and nothing repeats the address.
    async fn a_refused_address_fails_at_once(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        office.tell("unknown", "wang@example.com");
        desk.restart(&office.settings()).await;
        let token = desk.token(Role::Agent).await;
        let path = format!("/api/v1/tickets/{}", desk.ticket(&token).await["id"].as_str().unwrap());
        row(&desk, "the receipt failed", |row| row.state == "failed").await;
        desk.post(&token, &format!("{path}/replies"), &json!({"body": "已入账"})).await;
        desk.post(&token, "/api/v1/tickets", &ticket("li@example.com")).await;
        let letter = office.wait(&desk, 1).await.remove(0);
        assert_eq!(letter["recipients"], json!(["li@example.com"]));
        desk.until("the answer failed", || async {
            desk.get(&token, &path).await["entries"] == 4
        }).await;
        let entries = desk.get(&token, &format!("{path}/entries")).await;
        let details: Vec<_> = entries["results"].as_array().unwrap().iter()
            .filter(|entry| entry["kind"] == "delivery_failed").map(|entry| entry["details"].clone()).collect();
        assert_eq!(details, [json!({"number": 1, "error": "550 5.1.1"}), json!({"number": 3, "error": "550 5.1.1"})]);
        assert_eq!(entries["results"][2]["delivery"], "failed");
        assert_eq!(desk.get(&token, &path).await["awaiting"], "customer", "a failed mail moves no ticket");
        desk.verify().await;
    }
}

story! {
    /// Who dies between sending and noting it: the letter comes twice, with one Message-ID.
    async fn a_crash_after_sending_repeats_the_message_id(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        let token = desk.token(Role::Agent).await;
        desk.ticket(&token).await;

        // A desk claims the row, sends it, and dies.
        let (at, config) = (desk.app.clock.now(), desk.app.config.clone());
        let claimed = desk.app.db.write(move |tx| {
            let due = outbox::claim(tx, at, at + MINUTE)?.unwrap();
            let facts = Facts::read(tx, &due)?.unwrap();
            Ok::<_, store::Error>((due, facts))
        });
        let (due, facts) = claimed.await.unwrap();
        assert!(!due.unsettled);
        let mut with_server = config.clone();
        with_server.mail.smtp = Some(format!("smtp://127.0.0.1:{}", office.port));
        with_server.mail.from = "support@exchange.example.com".into();
        let mailer = Mailer::open(&with_server, false).unwrap();
        let mut sender = mailer.sender();
        sender.send(render::letter(&config, &Settings::undecided(&config), &facts, due.id, &desk.url).unwrap(), at).await.unwrap();
        sender.close().await;
        office.wait(&desk, 1).await;

        desk.restart(&office.settings()).await;
        let again = desk.app.db.read(move |tx| outbox::is_due(tx, at + MINUTE - SECOND)).await.unwrap();
        assert!(!again, "the lease holds");
        dengta::telemetry::start();
        desk.app.clock.turn(MINUTE);
        let letters = office.wait(&desk, 2).await;
        assert_eq!(header(&letters[0], "message-id"), header(&letters[1], "message-id"));
        assert_ne!(header(&letters[0], "message-id"), "");
        let row = row(&desk, "it is settled", |row| row.state == "sent").await;
        assert_eq!(row.attempts, 2);
        let figures = desk.client.get(format!("{}/metrics", desk.url)).send().await.unwrap().text().await.unwrap();
        assert!(figures.contains("dengta_outbox_resent_total "), "{figures}");
        desk.app.clock.turn(HOUR);
        desk.ticket(&token).await;
        office.wait(&desk, 3).await;
    }
}

story! {
    /// A desk that is told to stop finishes the letters that it is sending: none comes twice.
    async fn a_letter_under_way_is_finished(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        desk.restart(&office.settings()).await;
        office.tell("slow", "1");
        let token = desk.token(Role::Agent).await;
        desk.ticket(&token).await;
        row(&desk, "it is claimed", |row| row.attempts == 1).await;
        desk.restart(&office.settings()).await;
        let sent = rows(&desk).await.remove(0);
        assert_eq!((sent.state.as_str(), sent.attempts), ("sent", 1));
        desk.app.clock.turn(HOUR);
        desk.ticket(&token).await;
        let letters = office.wait(&desk, 2).await;
        assert_ne!(header(&letters[0], "message-id"), header(&letters[1], "message-id"));
    }
}

story! {
    /// Without a mail server rows rest, and say so; they go when there is one.
    async fn rows_rest_until_there_is_a_server(desk: Desk) {
        let mut desk = desk;
        let token = desk.token(Role::Agent).await;
        let path = format!("/api/v1/tickets/{}", desk.ticket(&token).await["id"].as_str().unwrap());
        let replied = desk.post(&token, &format!("{path}/replies"), &json!({"body": "已入账"})).await;
        assert_eq!(replied["delivery"], "no_mail_server");
        let delivery = async |desk: &Desk| {
            desk.get(&token, &format!("{path}/entries")).await["results"][1]["delivery"].clone()
        };
        assert_eq!(delivery(&desk).await, "no_mail_server");
        assert!(rows(&desk).await.iter().all(|row| row.attempts == 0));
        desk.rest();

        // Configured, but nobody answers there: no letter's fault.
        let mut office = PostOffice::closed();
        desk.restart(&office.settings()).await;
        assert_eq!(delivery(&desk).await, "queued");
        desk.until("it was tried", || async { rows(&desk).await.iter().any(|row| row.error.is_some()) }).await;
        assert!(rows(&desk).await.iter().all(|row| row.attempts <= 1 && row.state == "ready"));

        office.boot();
        desk.app.clock.turn(2 * MINUTE);
        office.wait(&desk, 2).await;
        desk.until("it is sent", || async { delivery(&desk).await == "sent" }).await;
        desk.verify().await;
    }
}

story! {
    /// Agents are mailed too: an invitation, a second factor that was reset, an account that ended.
    async fn letters_to_agents(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        desk.restart(&office.settings()).await;
        let admin = Seat::new(&desk);
        join(&admin, Role::Admin, "ada@example.com").await;
        let body = json!({"email": "bo@example.com", "name": "Bo", "role": "lead", "language": "ja"});
        admin.post("/invitations", body, StatusCode::CREATED).await;
        let letter = office.wait(&desk, 1).await.remove(0);
        assert_eq!(letter["recipients"], json!(["bo@example.com"]));
        assert!(header(&letter, "subject").contains("サポートデスクへの招待"));
        let (_, token) = link(&desk, &letter).split_once("/desk/invitation#").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let bo = accept(&Seat::new(&desk), &token).await;

        admin.post(&format!("/agents/{}/totp-reset", bo.id), json!({}), StatusCode::NO_CONTENT).await;
        let letter = office.wait(&desk, 2).await.remove(1);
        assert!(header(&letter, "subject").contains("2 段階認証がリセットされました"));
        let reset = link(&desk, &letter);
        let token = reset.strip_prefix("/desk/invitation#").unwrap();
        accept(&Seat::new(&desk), token).await;

        assert_eq!(admin.delete(&format!("/agents/{}", bo.id)).await, StatusCode::NO_CONTENT);
        let letter = office.wait(&desk, 3).await.remove(2);
        assert!(header(&letter, "subject").contains("停止されました"));
        assert_eq!(link(&desk, &letter), "/desk", "no link that lets anybody in");
    }
}

story! {
    /// A customer chases after the promised time: the leads hear of it, and their letter leads to the ticket.
    async fn a_missed_promise_is_told_to_the_leads(desk: Desk) {
        let (mut desk, office) = (desk, PostOffice::open());
        desk.restart(&office.settings()).await;
        let token = desk.token(Role::Agent).await;
        join(&Seat::new(&desk), Role::Lead, "lea@example.com").await;
        join(&Seat::new(&desk), Role::Agent, "amy@example.com").await;
        let ticket: Uuid = desk.ticket(&token).await["id"].as_str().unwrap().parse().unwrap();
        office.wait(&desk, 1).await;
        desk.app.clock.turn(49 * HOUR);
        let moment = desk.app.clock.moment();
        let chased = desk.app.db.write(move |tx| {
            let ticket = queries::lock(tx, ticket)?.unwrap();
            verbs::chase(tx, ticket, &moment)
        });
        chased.await.unwrap();
        let letter = office.wait(&desk, 2).await.remove(1);
        assert_eq!(letter["recipients"], json!(["lea@example.com"]));
        assert_eq!(link(&desk, &letter), format!("/desk/tickets/{ticket}"));
    }
}
