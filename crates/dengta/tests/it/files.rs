//! Files: sent in parts over lines that break, looked through, kept sealed, and shown to those who may see them.

#[path = "../../src/files/clean/samples.rs"]
mod samples;

use dengta::clock::{DAY, HOUR, SECOND};
use dengta::files::work;
use dengta::people::Role;
use reqwest::{Method, RequestBuilder, Response, StatusCode, header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use self::samples::SECRET;
use crate::bucket::Bucket;
use crate::desk::{Database, Desk, read};
use crate::site::{Browser, link, location};

/// A program that sends files.
struct Sender<'d> {
    desk: &'d Desk,
    token: String,
}

impl Sender<'_> {
    async fn new(desk: &Desk, role: Role) -> Sender<'_> {
        Sender { desk, token: desk.token(role).await }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.desk.request(&self.token, method, path)
    }

    fn announce(&self, name: &str, size: usize) -> RequestBuilder {
        self.request(Method::POST, "/api/v1/files").json(&json!({"name": name, "size": size}))
    }

    async fn announced(&self, name: &str, size: usize) -> String {
        let made = read(self.announce(name, size), StatusCode::CREATED).await;
        assert_eq!((made["offset"].as_i64(), made["state"].as_str()), (Some(0), Some("coming")));
        made["url"].as_str().unwrap().to_owned()
    }

    fn part(&self, url: &str, offset: usize, bytes: &[u8]) -> RequestBuilder {
        self.request(Method::PATCH, url).header("upload-offset", offset).body(bytes.to_vec())
    }

    /// Sends a file at once; its id.
    async fn send(&self, name: &str, bytes: &[u8]) -> String {
        let url = self.announced(name, bytes.len()).await;
        let done = read(self.part(&url, 0, bytes), StatusCode::OK).await;
        assert_eq!(done["state"], "ready", "{done}");
        done["id"].as_str().unwrap().to_owned()
    }

    /// Sends what is refused; why.
    async fn refused(&self, name: &str, bytes: &[u8]) -> String {
        let response = self.announce(name, bytes.len()).send().await.unwrap();
        if response.status() == StatusCode::UNPROCESSABLE_ENTITY {
            return reason(&response.json().await.unwrap());
        }
        let url = response.json::<Value>().await.unwrap()["url"].as_str().unwrap().to_owned();
        let refused = read(self.part(&url, 0, bytes), StatusCode::UNPROCESSABLE_ENTITY).await;
        // Asked again, the answer is the same, and nothing is left on disk.
        let again = read(self.part(&url, bytes.len(), b""), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(reason(&refused), reason(&again));
        reason(&refused)
    }

    async fn offset(&self, url: &str) -> usize {
        let response = self.request(Method::HEAD, url).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.headers()["upload-offset"].to_str().unwrap().parse().unwrap()
    }

    async fn content(&self, id: &str) -> Vec<u8> {
        let response = self.request(Method::GET, &format!("/api/v1/files/{id}/content")).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.bytes().await.unwrap().to_vec()
    }
}

fn reason(problem: &Value) -> String {
    assert_eq!(problem["errors"][0]["field"], "files", "{problem}");
    assert!(!problem["errors"][0]["message"].as_str().unwrap().contains('{'));
    problem["errors"][0]["code"].as_str().unwrap().to_owned()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

/// Every byte under the folder of files.
fn on_disk(desk: &Desk) -> Vec<Vec<u8>> {
    fn walk(folder: &std::path::Path, found: &mut Vec<Vec<u8>>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                walk(&entry.path(), found);
            } else {
                found.push(std::fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut found = Vec::new();
    walk(&desk.folder.path().join("files"), &mut found);
    found
}

fn noise(size: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let byte = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Words, so that it is a text.
        b"abcdefghijklmnop qrstuvwxyz\n0123"[(state >> 27) as usize]
    };
    (0..size).map(byte).collect()
}

story! {
    /// An agent answers with a picture and a log, and notes with another: what is kept, who sees it, and when.
    async fn an_answer_with_files(desk: Desk) {
        let agent = Sender::new(&desk, Role::Agent).await;
        let opened = desk.ticket(&agent.token).await;
        let ticket = opened["id"].as_str().unwrap();
        let picture = agent.send("IMG_0417.JPG", &samples::jpeg(800, 600)).await;
        let log = agent.send("..\\..\\app\u{202e}gol.exe.log", b"12:00 withdrawal queued\n").await;
        let secret = agent.send("intern.txt", b"only for us").await;
        let reply = json!({"body": "", "files": [log, picture]});
        let path = format!("/api/v1/tickets/{ticket}");
        let replied = desk.post(&agent.token, &format!("{path}/replies"), &reply).await;
        desk.post(&agent.token, &format!("{path}/notes"), &json!({"body": "…", "files": [secret]})).await;
        for used in [&picture, &secret] {
            let again = json!({"body": "x", "files": [used]});
            let request = agent.request(Method::POST, &format!("{path}/replies")).json(&again);
            let problem = read(request, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!(reason(&problem), "files-unknown", "once is enough");
        }

        let entries = desk.get(&agent.token, &format!("{path}/entries")).await;
        let entry = entries["results"].as_array().unwrap().iter().find(|e| e["number"] == replied["entry"]["number"]).unwrap();
        let (first, second) = (&entry["files"][0], &entry["files"][1]);
        assert_eq!((first["name"].as_str(), first["type"].as_str()), (Some("appgol.exe.log"), Some("text/plain")));
        assert_eq!((first["inline"].as_bool(), first["thumbnail"].as_bool()), (Some(false), Some(false)));
        assert_eq!((second["width"].as_i64(), second["height"].as_i64()), (Some(800), Some(600)));
        assert_eq!((second["inline"].as_bool(), second["thumbnail"].as_bool()), (Some(true), Some(true)));
        let shown = desk.get(&agent.token, &path).await;
        assert_eq!(shown["preview"], "appgol.exe.log, IMG_0417.JPG");

        let kept = agent.content(&picture).await;
        assert!(!holds(&kept, SECRET) && kept.len() as u64 == second["size"].as_u64().unwrap());
        let hash = hex::encode(Sha256::digest(&kept));
        assert_eq!(entry["details"]["files"][1]["sha256"].as_str(), Some(hash.as_str()), "the chain vouches for it");
        for bytes in on_disk(&desk) {
            assert!(!holds(&bytes, b"withdrawal queued") && !holds(&bytes, &kept[100..150]), "it lies there sealed");
        }

        let response = agent.request(Method::GET, &format!("/api/v1/files/{picture}/thumbnail")).send().await.unwrap();
        let small = image::load_from_memory(&response.bytes().await.unwrap()).unwrap();
        assert_eq!((small.width(), small.height()), (360, 480), "small, and the right side up");
        let response = agent.request(Method::GET, &format!("/api/v1/files/{log}/content")).send().await.unwrap();
        let told = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert!(told("content-security-policy").contains("sandbox") && told("content-security-policy").contains("default-src 'none'"));
        assert_eq!(told("x-content-type-options"), "nosniff");
        assert!(told("content-disposition").starts_with("attachment; filename=\"appgol.exe.log\""));

        // The customer sees the answer's files when it has rested, the note's never; somebody else sees none.
        let browser = Browser::new(&desk);
        let case = known(&desk, &browser, ticket).await;
        let at = |id: &str| format!("{case}/files/{id}");
        assert_eq!(browser.get(&at(&picture)).await.status(), StatusCode::NOT_FOUND);
        desk.app.clock.turn(11 * SECOND);
        for (id, status) in [(&picture, StatusCode::OK), (&log, StatusCode::OK), (&secret, StatusCode::NOT_FOUND)] {
            assert_eq!(browser.get(&at(id)).await.status(), status);
        }
        assert_eq!(browser.get(&format!("{}/thumbnail", at(&picture))).await.status(), StatusCode::OK);
        let page = browser.page(&case).await;
        assert!(page.contains("appgol.exe.log") && page.contains(&format!("{}/thumbnail", at(&picture))));
        let other = Browser::new(&desk);
        let opened = desk.post(&agent.token, "/api/v1/tickets", &crate::desk::ticket("li@example.com")).await;
        let theirs = known(&desk, &other, opened["id"].as_str().unwrap()).await;
        assert_eq!(other.get(&at(&picture)).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(other.get(&format!("{theirs}/files/{picture}")).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(Browser::new(&desk).get(&at(&picture)).await.status(), StatusCode::UNAUTHORIZED);
        let editor = Sender::new(&desk, Role::Editor).await;
        let response = editor.request(Method::GET, &format!("/api/v1/files/{picture}/content")).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        desk.verify().await;
        let gone = "UPDATE file SET hash = $1 WHERE name = 'IMG_0417.JPG'";
        desk.app.db.write(move |tx| tx.execute(gone, store::params![&[7_u8; 32]])).await.unwrap();
        let report = dengta::tickets::verify::verify(&desk.app.db).await.unwrap();
        assert!(report.faults.len() == 1 && report.faults[0].contains("is gone or another"), "{:?}", report.faults);
    }
}

/// A browser of the ticket's customer; the case's path.
pub async fn known(desk: &Desk, browser: &Browser<'_>, ticket: &str) -> String {
    let id = ticket.parse().unwrap();
    let found = desk.app.db.read(move |tx| dengta::tickets::queries::find(tx, id)).await.unwrap().unwrap();
    let token = link(desk, found.customer, Some(id)).await;
    browser.post(&format!("/en/open/{token}"), &[]).await;
    format!("/en/cases/{}", found.reference)
}

story! {
    /// A line that breaks within each part, a desk that is restarted between them, and parts that come twice or together:
    /// the file is whole, once.
    async fn an_upload_goes_on_where_it_broke(desk: Desk) {
        let mut desk = desk;
        let token = desk.token(Role::Agent).await;
        let bytes = noise(3 * 1024 * 1024 + 12_345);
        let url = Sender { desk: &desk, token: token.clone() }.announced("trace.log", bytes.len()).await;
        for round in 0..4 {
            let agent = Sender { desk: &desk, token: token.clone() };
            let offset = agent.offset(&url).await;
            cut(&desk, &token, &url, offset, &bytes[offset..], 700_000 + round * 50_000).await;
            desk.until("what came is kept", || async { agent.offset(&url).await > offset }).await;
            let now = agent.offset(&url).await;
            let early = agent.part(&url, offset, &bytes[offset..offset + 10]).send().await.unwrap();
            assert_eq!(early.status(), StatusCode::CONFLICT, "what came already does not come again");
            assert_eq!(early.headers()["upload-offset"].to_str().unwrap(), now.to_string());
            desk.restart("").await;
        }
        let agent = Sender { desk: &desk, token };
        let offset = agent.offset(&url).await;
        assert!(offset < bytes.len());
        // The rest, by five at once.
        let sending = (0..5).map(|_| agent.part(&url, offset, &bytes[offset..]).send());
        let mut taken = 0;
        for response in futures_util::future::join_all(sending).await {
            match response.unwrap().status() {
                StatusCode::OK => taken += 1,
                status => assert_eq!(status, StatusCode::CONFLICT),
            }
        }
        assert!(taken >= 1);
        let told = read(agent.request(Method::GET, &url), StatusCode::OK).await;
        assert_eq!((told["state"].as_str(), told["offset"].as_u64()), (Some("ready"), Some(bytes.len() as u64)));
        let id = told["id"].as_str().unwrap();
        assert!(agent.content(id).await == bytes, "the file is whole");
        assert_eq!(on_disk(&desk).len(), 1, "parts are gone");
        // The last answer was lost: asking again has it.
        assert_eq!(read(agent.part(&url, bytes.len(), b""), StatusCode::OK).await["state"], "ready");
    }
}

/// Sends the beginning of a part and hangs up.
async fn cut(desk: &Desk, token: &str, url: &str, offset: usize, bytes: &[u8], after: usize) {
    let address = desk.url.trim_start_matches("http://").replace("localhost", "127.0.0.1");
    let mut line = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "PATCH {url} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\nupload-offset: {offset}\r\ncontent-length: {}\r\n\r\n",
        bytes.len()
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&bytes[..after.min(bytes.len() - 1)]).await.unwrap();
    line.shutdown().await.unwrap();
    // It may answer that the line broke, or hang up as well.
    drop(tokio::time::timeout(std::time::Duration::from_secs(5), line.read_to_end(&mut Vec::new())).await);
}

story! {
    /// A customer sends a screen recording of 40 MB over a line that breaks once; the agent plays it, and jumps about in it.
    async fn a_recording_of_40_megabytes(desk: Desk) {
        let customer = Browser::new(&desk);
        let film = samples::mp4(40 * 1024 * 1024);
        let body = json!({"name": "Screen_Recording.mp4", "size": film.len(), "type": "video/mp4"});
        let made = customer.json(Method::POST, "/ko/files", &[], serde_json::to_vec(&body).unwrap()).await;
        let made: Value = made.json().await.unwrap();
        let (url, id) = (made["url"].as_str().unwrap(), made["id"].as_str().unwrap());
        let mut offset = 0;
        while offset < film.len() {
            let broken = offset == 10 * 1024 * 1024;
            let end = (offset + 1024 * 1024).min(film.len());
            let from = if broken { offset - 1 } else { offset };
            let response = customer.json(Method::PATCH, url, &[("upload-offset", from.to_string())], film[from..end].to_vec()).await;
            if broken {
                // The page's script lost count: it asks, and goes on.
                assert_eq!(response.status(), StatusCode::CONFLICT);
                let told = customer.json(Method::HEAD, url, &[], Vec::new()).await;
                assert_eq!(told.headers()["upload-offset"].to_str().unwrap(), offset.to_string());
                let again = customer.json(Method::PATCH, url, &[("upload-offset", offset.to_string())], film[offset..end].to_vec()).await;
                assert_eq!(again.status(), StatusCode::OK);
            } else {
                assert_eq!(response.status(), StatusCode::OK);
            }
            offset = end;
        }
        let mut form = crate::site::deposit();
        form.push(("files", id));
        location(&customer.post("/ko/ask/deposit", &form).await);

        let agent = Sender::new(&desk, Role::Agent).await;
        let content = format!("/api/v1/files/{id}/content");
        let whole = agent.content(id).await;
        assert_eq!(whole.len(), film.len());
        assert!(!holds(&whole[..1_000_000], SECRET) && !holds(&whole[whole.len() - 10_000..], SECRET));
        for (range, from, to) in [("bytes=0-1", 0, 2), ("bytes=20000000-20131071", 20_000_000, 20_131_072), ("bytes=-500", film.len() - 500, film.len())] {
            let response = agent.request(Method::GET, &content).header(header::RANGE, range).send().await.unwrap();
            assert_eq!(response.status(), StatusCode::PARTIAL_CONTENT);
            let told = response.headers()[header::CONTENT_RANGE].to_str().unwrap().to_owned();
            assert_eq!(told, format!("bytes {from}-{}/{}", to - 1, film.len()));
            assert_eq!(response.headers()[header::CONTENT_TYPE], "video/mp4");
            assert!(response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("inline"));
            assert!(response.bytes().await.unwrap()[..] == whole[from..to]);
        }
        let response = agent.request(Method::GET, &content).header(header::RANGE, "bytes=99999999-").send().await.unwrap();
        assert_eq!(response.status(), StatusCode::RANGE_NOT_SATISFIABLE);
        let tag = agent.request(Method::HEAD, &content).send().await.unwrap().headers()[header::ETAG].clone();
        let again = agent.request(Method::GET, &content).header(header::IF_NONE_MATCH, tag).send().await.unwrap();
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        desk.verify().await;
    }
}

/// A form as a browser without script sends it.
fn multipart(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(
            format!("--XX\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes(),
        );
    }
    for (name, bytes) in files {
        let head = format!(
            "--XX\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: image/png\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--XX--\r\n");
    ("multipart/form-data; boundary=XX".into(), body)
}

impl Browser<'_> {
    async fn form(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Response {
        let (kind, body) = multipart(fields, files);
        self.raw(Method::POST, path, &[("content-type", kind)], body).await
    }

    /// As the page's script asks.
    async fn json(&self, method: Method, path: &str, headers: &[(&str, String)], body: Vec<u8>) -> Response {
        let mut headers = headers.to_vec();
        headers.push(("accept", "application/json".into()));
        headers.push((
            "content-type",
            if method == Method::POST { "application/json" } else { "application/octet-stream" }.into(),
        ));
        self.raw(method, path, &headers, body).await
    }
}

/// The ids that a page offers to send along.
fn kept(page: &str) -> Vec<String> {
    page.split("name=\"files\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

story! {
    /// A guest without script: what is wrong is told beside the field, what is right is kept, and comes with the case once.
    async fn a_form_with_files(desk: Desk) {
        let browser = Browser::new(&desk);
        let png = samples::png(40, 30);
        let mut form = crate::site::deposit();
        form.retain(|(name, _)| *name != "email");
        let files: [(&str, &[u8]); 5] = [("截图.png", &png), ("", b""), ("empty.log", b""), ("lies.png", b"<html>"), ("a.har", b"{}")];
        let response = browser.form("/zh-CN/ask/deposit", &form, &files).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = response.text().await.unwrap();
        assert!(page.contains("截图.png") && page.contains("“empty.log”是空文件") && page.contains("“lies.png”的内容与扩展名不符"));
        assert!(page.contains("0.5") && page.contains("“a.har”已损坏"));
        let ids = kept(&page);
        assert_eq!(ids.len(), 1);

        // Without an address it is still no case; the file waits. Somebody else cannot take it.
        form.push(("email", "wang@example.com"));
        form.push(("files", &ids[0]));
        let thief = Browser::new(&desk).form("/zh-CN/ask/deposit", &form, &[]).await;
        assert_eq!(thief.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept(&thief.text().await.unwrap()).is_empty());
        for _ in 0..2 {
            // Pressed twice: one case with one file.
            location(&browser.form("/zh-CN/ask/deposit", &form, &[]).await);
        }
        let agent = Sender::new(&desk, Role::Agent).await;
        let tickets = desk.get(&agent.token, "/api/v1/tickets?view=all").await;
        assert_eq!(tickets["results"].as_array().unwrap().len(), 1);
        let ticket = tickets["results"][0]["id"].as_str().unwrap().to_owned();
        let entries = desk.get(&agent.token, &format!("/api/v1/tickets/{ticket}/entries")).await;
        assert_eq!(entries["results"][0]["files"][0]["name"], "截图.png");

        // On the case page, in a message without words; too many are too many.
        let case = known(&desk, &browser, &ticket).await;
        let many: Vec<(&str, &[u8])> = (0..21).map(|_| ("log.txt", &b"x"[..])).collect();
        let page = browser.form(&format!("{case}/replies"), &[("body", "")], &many).await;
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().await.unwrap().contains("One message can bring 20 files"));
        let sent = browser.form(&format!("{case}/replies"), &[("body", ""), ("idempotency_key", "f")], &[("b.webp", &samples::webp())]).await;
        assert_eq!(location(&sent), format!("{case}?done=replied"));
        assert!(browser.page(&case).await.contains("b.webp"));
        desk.verify().await;
    }
}

story! {
    /// Names and types that lie, two files in one, files that unpack to far more than they are.
    async fn what_is_not_taken(desk: Desk) {
        let agent = Sender::new(&desk, Role::Agent).await;
        let png = samples::png(20, 20);
        for (name, bytes, code) in [
            ("photo.png", &b"%PDF-1.4\n%%EOF"[..], "file-lies"),
            ("invoice.pdf", &png, "file-lies"),
            ("video.mp4", &png, "file-lies"),
            ("page.html", b"<html>", "file-type"),
            ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file-type"),
            ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file-lies"),
            ("setup.exe", b"MZ\x90\0\x03\0", "file-type"),
            ("log.txt", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "file-type"),
            ("archive.zip", b"PK\x03\x04", "file-type"),
            ("a.txt", b"PK\x03\x04\x14\0\0\0\x08\0", "file-type"),
            ("bomb.png", &samples::bomb(60_000, 60_000), "file-pixels"),
            ("half.png", &png[..png.len() / 2], "file-damaged"),
            ("a.json", b"{\"a\": 1", "file-damaged"),
        ] {
            assert_eq!(agent.refused(name, bytes).await, code, "{name}");
        }
        assert!(on_disk(&desk).is_empty());
        let empty = read(agent.announce("a.png", 0), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(reason(&empty), "file-empty");
        let huge = read(agent.announce("film.mp4", 5 << 30), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(reason(&huge), "file-too-large");
        let url = agent.announced("a.log", 10).await;
        let longer = read(agent.part(&url, 0, &[b'x'; 11]), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(reason(&longer), "file-longer");

        // Two files in one: the second is cut off. A page in a comment: the comment is gone.
        let both = agent.send("photo.png", &[&png[..], b"PK\x03\x04<script>alert(1)</script>"].concat()).await;
        assert_eq!(agent.content(&both).await, png);
        let photo = agent.send("photo.heic", &samples::heic(4000, 3000)).await;
        assert!(!holds(&agent.content(&photo).await, SECRET));
        let told = read(agent.request(Method::GET, &format!("/api/v1/files/{photo}")), StatusCode::OK).await;
        assert_eq!((told["file"]["inline"].as_bool(), told["file"]["width"].as_i64()), (Some(false), Some(4000)));
        for (name, bytes) in [("a.webm", samples::webm()), ("a.mov", samples::mov(500)), ("a.webp", samples::webp())] {
            let id = agent.send(name, &bytes).await;
            assert!(holds(&bytes, SECRET) && !holds(&agent.content(&id).await, SECRET), "{name}");
        }
        let id = agent.send("a.pdf", &samples::pdf()).await;
        assert_eq!(agent.content(&id).await, samples::pdf());
        // Another kind of picture than the name says is no lie that matters.
        let renamed = agent.send("photo.jpg", &png).await;
        let told = read(agent.request(Method::GET, &format!("/api/v1/files/{renamed}")), StatusCode::OK).await;
        assert_eq!((told["name"].as_str(), told["file"]["type"].as_str()), (Some("photo.png"), Some("image/png")));
        let long = agent.send(&format!("{}\r\n\0.png", "长".repeat(500)), &png).await;
        let response = agent.request(Method::GET, &format!("/api/v1/files/{long}/content")).send().await.unwrap();
        assert!(response.headers()[header::CONTENT_DISPOSITION].len() < 900);

        // Only the sender's own, and only until it belongs to something.
        let other = Sender::new(&desk, Role::Lead).await;
        let theirs = format!("/api/v1/files/{renamed}");
        for request in [other.part(&theirs, 0, b""), other.request(Method::DELETE, &theirs), other.request(Method::GET, &theirs)] {
            read(request, StatusCode::NOT_FOUND).await;
        }
        let ticket = desk.ticket(&other.token).await;
        let reply = other.request(Method::POST, &format!("/api/v1/tickets/{}/replies", ticket["id"].as_str().unwrap()));
        let problem = read(reply.json(&json!({"body": "x", "files": [renamed]})), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(reason(&problem), "files-unknown");
        read(agent.request(Method::DELETE, &theirs), StatusCode::NO_CONTENT).await;
        read(agent.request(Method::GET, &theirs), StatusCode::NOT_FOUND).await;
        // Not yet whole, it cannot be attached.
        let url = agent.announced("later.log", 10).await;
        let id = url.rsplit('/').next().unwrap();
        let new = agent.request(Method::POST, "/api/v1/tickets");
        let mut body = crate::desk::ticket("li@example.com");
        body["files"] = json!([id]);
        let problem = read(new.json(&body), StatusCode::UNPROCESSABLE_ENTITY).await;
        assert_eq!(reason(&problem), "files-unfinished");
    }
}

story! {
    /// A form with a file that does not end: the page says that it is too large, and nothing of it stays.
    async fn a_stream_without_end(desk: Desk) {
        let mut desk = desk;
        desk.restart("[files]\nmegabytes = 1\n").await;
        let browser = Browser::new(&desk);
        let response = browser.form("/en/ask/deposit", &crate::site::deposit(), &[("a.log", &noise(60 * 1024 * 1024)), ("b.log", b"fine")]).await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = response.text().await.unwrap();
        assert!(page.contains("“a.log” is larger than 1 MB") && kept(&page).len() == 1);
        assert_eq!(on_disk(&desk).len(), 1);
        let told = browser.raw(Method::POST, "/en/ask/deposit", &[("content-type", "multipart/form-data; boundary=XX".into())], b"--XX\r\nbroken".to_vec()).await;
        assert_eq!(told.status(), StatusCode::BAD_REQUEST);
    }
}

story! {
    /// Guests' files have a measure: so many bytes in a day, so many in an hour before each costs work. What comes with no
    /// message goes after a day.
    async fn floods_cost_their_sender(desk: Desk) {
        let mut desk = desk;
        desk.restart("[files]\nmegabytes = 2\nguest_files_per_hour = 2\nguest_megabytes_per_day = 3\n").await;
        let browser = Browser::new(&desk);
        let body = |size: usize| serde_json::to_vec(&json!({"name": "a.log", "size": size})).unwrap();
        let announce = async |headers: &[(&str, String)], size| browser.json(Method::POST, "/ja/files", headers, body(size)).await;
        for _ in 0..2 {
            assert_eq!(announce(&[], 1000).await.status(), StatusCode::CREATED);
        }
        let priced = announce(&[], 1000).await;
        assert_eq!(priced.status(), StatusCode::PRECONDITION_REQUIRED);
        let challenge = priced.headers()["upload-work"].to_str().unwrap().to_owned();
        let bits: u32 = challenge.split('.').next().unwrap().parse().unwrap();
        let paid = (0_u64..).map(|number| format!("{challenge}:{number}")).find(|answer| work::zeros(&Sha256::digest(answer)) >= bits).unwrap();
        for (work, status) in [
            (format!("{challenge}:x"), StatusCode::PRECONDITION_REQUIRED),
            (paid.replacen(&format!("{bits}."), "1.", 1), StatusCode::PRECONDITION_REQUIRED),
            (paid.clone(), StatusCode::CREATED),
            (paid.clone(), StatusCode::PRECONDITION_REQUIRED),
        ] {
            assert_eq!(announce(&[("upload-work", work)], 1000).await.status(), status);
        }
        // Without script there is no work: the message can be sent without the file.
        let page = browser.form("/ja/ask/deposit", &crate::site::deposit(), &[("b.log", b"b")]).await.text().await.unwrap();
        assert!(page.contains("「b.log」を受け取れませんでした"));

        desk.app.clock.turn(2 * HOUR);
        assert_eq!(announce(&[], 2 << 20).await.status(), StatusCode::CREATED);
        let over = announce(&[], 2 << 20).await;
        assert_eq!(over.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(reason(&over.json().await.unwrap()), "file-quota");

        desk.app.clock.turn(2 * HOUR);
        let agent = Sender::new(&desk, Role::Agent).await;
        let kept = agent.send("kept.log", b"kept").await;
        let loose = agent.send("loose.log", b"loose").await;
        let begun = agent.announced("begun.log", 100).await;
        read(agent.part(&begun, 0, b"half"), StatusCode::OK).await;
        let mut ticket = crate::desk::ticket("wang@example.com");
        ticket["files"] = json!([kept]);
        desk.post(&agent.token, "/api/v1/tickets", &ticket).await;
        desk.app.clock.turn(DAY + HOUR);
        dengta::files::sweep::sweep(&desk.app).await.unwrap();
        assert_eq!(agent.content(&kept).await, b"kept");
        read(agent.request(Method::GET, &format!("/api/v1/files/{loose}")), StatusCode::NOT_FOUND).await;
        read(agent.request(Method::GET, &begun), StatusCode::NOT_FOUND).await;
        assert_eq!(on_disk(&desk).len(), 1);
    }
}

/// A split, a merge and a withdrawn answer: the customer sees the files of what the customer sees.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_follow_their_messages() {
    let desk = Desk::start(Database::Sqlite).await;
    let agent = Sender::new(&desk, Role::Agent).await;
    let mut new = crate::desk::ticket("wang@example.com");
    new["files"] = json!([agent.send("first.log", b"first").await]);
    let one = desk.post(&agent.token, "/api/v1/tickets", &new).await["id"].as_str().unwrap().to_owned();
    let split = json!({"number": 1, "subject": "x", "category": "other"});
    let two = desk.post(&agent.token, &format!("/api/v1/tickets/{one}/splits"), &split).await;
    let two = two["id"].as_str().unwrap();
    let browser = Browser::new(&desk);
    let (first, second) = (known(&desk, &browser, &one).await, known(&desk, &browser, two).await);
    let id = new["files"][0].as_str().unwrap();
    for case in [&first, &second] {
        assert!(browser.page(case).await.contains("first.log"));
        assert_eq!(browser.get(&format!("{case}/files/{id}")).await.status(), StatusCode::OK);
    }
    let taken_back = agent.send("oops.log", b"oops").await;
    let reply = json!({"body": "oops", "files": [taken_back]});
    let path = format!("/api/v1/tickets/{one}/replies");
    let number = desk.post(&agent.token, &path, &reply).await["entry"]["number"].as_i64().unwrap();
    read(agent.request(Method::DELETE, &format!("{path}/{number}")), StatusCode::OK).await;
    desk.app.clock.turn(11 * SECOND);
    assert_eq!(browser.get(&format!("{first}/files/{taken_back}")).await.status(), StatusCode::NOT_FOUND);
    desk.verify().await;
}

/// The same with a bucket instead of a folder: a file of many parts, what is kept of it, and nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_in_a_bucket() {
    let (mut desk, bucket) = (Desk::start(Database::Sqlite).await, Bucket::default());
    desk.restart(&bucket.serve().await).await;
    let agent = Sender::new(&desk, Role::Agent).await;
    let film = samples::mp4(12 * 1024 * 1024);
    let id = agent.send("film.mp4", &film).await;
    let small = agent.send("a.png", &samples::png(30, 30)).await;
    assert_eq!(agent.content(&id).await.len(), film.len());
    assert_eq!(agent.content(&small).await, samples::png(30, 30));
    let lying: Vec<_> = bucket.objects().into_values().collect();
    assert_eq!(lying.len(), 3, "the film, the picture, its small one");
    assert!(lying.iter().all(|bytes| !holds(bytes, b"ftypisom") && !holds(bytes, b"\x89PNG\r\n\x1a\n")), "all sealed");
    for id in [&id, &small] {
        read(agent.request(Method::DELETE, &format!("/api/v1/files/{id}")), StatusCode::NO_CONTENT).await;
    }
    assert!(bucket.objects().is_empty() && on_disk(&desk).is_empty());
}
