//! Files on their way when the program is killed, or the power fails: what was acknowledged of them is there, once.

use rand::rngs::StdRng;
use rand::{Rng, RngExt};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use super::{Program, seeded};

/// Bytes of the file: some ten parts.
const SIZE: usize = 9 * 1024 * 1024 + 4321;
/// Times that the program is stopped meanwhile.
const STOPS: usize = 6;

struct Sender<'p> {
    program: &'p Program,
    client: Client,
    token: &'p str,
}

impl Sender<'_> {
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.program.url)).bearer_auth(self.token)
    }

    async fn told(&self, url: &str) -> Value {
        self.request(Method::GET, url).send().await.unwrap().json().await.unwrap()
    }

    /// Sends on, part by part, until the program is gone or the file is whole: how much was acknowledged.
    async fn send(&self, url: &str, bytes: &[u8], part: usize, mut offset: usize) -> usize {
        while offset < bytes.len() {
            let end = (offset + part).min(bytes.len());
            let request = self.request(Method::PATCH, url).header("upload-offset", offset);
            match request.body(bytes[offset..end].to_vec()).send().await {
                Ok(response) if response.status() == StatusCode::OK => offset = end,
                Ok(response) => panic!("{}", response.status()),
                Err(_) => return offset,
            }
        }
        offset
    }
}

/// A text of letters, different each time.
fn letters(rng: &mut StdRng) -> Vec<u8> {
    let mut bytes = vec![0; SIZE];
    rng.fill_bytes(&mut bytes);
    bytes.iter_mut().for_each(|byte| *byte = b'a' + *byte % 26);
    bytes
}

/// Sends a file while the program is killed again and again, or the power fails; then opens a ticket with it, and the
/// same happens once more.
async fn story(mut program: Program, powerless: bool) {
    let (_, mut rng) = seeded();
    program.start().await;
    let (token, client) = (program.token("agent"), Client::new());
    program.kill();
    if powerless {
        program.put_on_failing_disk();
    }
    program.start().await;
    let bytes = letters(&mut rng);
    let new = json!({"name": "trace.log", "size": SIZE});
    let made: Value = {
        let sender = Sender { program: &program, client: client.clone(), token: &token };
        sender.request(Method::POST, "/api/v1/files").json(&new).send().await.unwrap().json().await.unwrap()
    };
    let (url, id) = (made["url"].as_str().unwrap(), made["id"].as_str().unwrap());
    let mut acknowledged = 0;
    for _ in 0..STOPS {
        let sent = {
            let sender = Sender { program: &program, client: client.clone(), token: &token };
            let part = rng.random_range(100_000..2_000_000);
            let pause = std::time::Duration::from_millis(rng.random_range(20..400));
            let sending = sender.send(url, &bytes, part, acknowledged);
            // What a request under way was answered with, nobody knows.
            tokio::time::timeout(pause, sending).await.unwrap_or(acknowledged)
        };
        if powerless {
            program.lose_power()
        } else {
            program.kill()
        }
        program.start().await;
        let sender = Sender { program: &program, client: client.clone(), token: &token };
        let told = sender.told(url).await;
        let offset = usize::try_from(told["offset"].as_u64().unwrap()).unwrap();
        assert!(offset >= sent, "{offset} of {sent} acknowledged bytes are there");
        acknowledged = offset;
    }
    let sender = Sender { program: &program, client: client.clone(), token: &token };
    sender.send(url, &bytes, 1_000_000, acknowledged).await;
    // The last part may have been acknowledged by a program that is gone: nothing more is to be sent.
    let done = sender.request(Method::PATCH, url).header("upload-offset", SIZE).send().await.unwrap();
    assert_eq!(done.json::<Value>().await.unwrap()["state"], "ready");
    let opened = sender.request(Method::POST, "/api/v1/tickets").header("idempotency-key", "open");
    let mut ticket = crate::desk::ticket("wang@example.com");
    ticket["files"] = json!([id]);
    let opened: Value = opened.json(&ticket).send().await.unwrap().json().await.unwrap();
    if powerless {
        program.lose_power()
    } else {
        program.kill()
    }
    program.start().await;

    let sender = Sender { program: &program, client, token: &token };
    let again = sender.request(Method::POST, "/api/v1/tickets").header("idempotency-key", "open");
    let again: Value = again.json(&ticket).send().await.unwrap().json().await.unwrap();
    assert_eq!(again, opened, "sent again, it is the same ticket with the same file");
    let entries = sender.told(&format!("/api/v1/tickets/{}/entries", opened["id"].as_str().unwrap())).await;
    assert_eq!(entries["results"][0]["files"][0]["id"].as_str(), Some(id));
    let content = sender.request(Method::GET, &format!("{url}/content")).send().await.unwrap().bytes().await.unwrap();
    assert!(content[..] == bytes[..], "the file is whole, once");
    program.verify();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_files_come_on_sqlite() {
    story(Program::new(None), false).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_files_come_on_postgres() {
    story(Program::new(Some(crate::postgres::database())), false).await;
}

/// Parts were synced before they were acknowledged, and so were their names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_power_fails_while_files_come() {
    story(Program::new(None), true).await;
}
