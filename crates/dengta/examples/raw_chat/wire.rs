//! As much HTTP/1.1 and WebSocket as talking with a server of ours takes, at little cost: thousands of these share a machine with
//! what they measure.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use anyhow::{Context, bail, ensure};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::Mutex;

/// Where visitors' sockets are.
pub const LIVE: &str = "/api/v1/chat/live";
/// Most frames are shorter; what is longer is read past the buffer.
const BUFFER: usize = 512;
/// Visitors that share an address: less than any limit by which networks are counted, even where two fall into one bucket.
const NEIGHBOURS: usize = 12;

/// Where a visitor is at home: networks have limits, and an address has so many ports. All of 127.0.0.0/8 is this machine.
pub fn home(number: usize) -> Ipv4Addr {
    let house = number / NEIGHBOURS;
    let part = |value: usize| u8::try_from(value % 250).unwrap_or(0) + 1;
    Ipv4Addr::new(127, 1, part(house / 250), part(house))
}

async fn dial(from: Ipv4Addr, to: SocketAddr) -> anyhow::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((from, 0).into())?;
    let stream = socket.connect(to).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// A connection for requests, kept open.
pub struct Http {
    stream: BufReader<TcpStream>,
    host: SocketAddr,
    /// What every request says besides, each line with its end.
    headers: String,
}

/// An answer.
pub struct Answer {
    pub head: String,
    pub body: Value,
}

impl Http {
    pub async fn open(from: Ipv4Addr, to: SocketAddr, headers: String) -> anyhow::Result<Http> {
        let stream = BufReader::with_capacity(BUFFER, dial(from, to).await?);
        Ok(Http { stream, host: to, headers })
    }

    /// Whoever calls has become somebody.
    pub fn identify(&mut self, headers: String) {
        self.headers = headers;
    }

    /// Sends JSON and reads the answer.
    ///
    /// # Errors
    /// What was answered, when it is a refusal.
    pub async fn send(&mut self, method: &str, path: &str, body: &Value) -> anyhow::Result<Answer> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.send_text(method, path, &body).await
    }

    pub async fn send_text(&mut self, method: &str, path: &str, body: &str) -> anyhow::Result<Answer> {
        let Http { host, headers, .. } = &self;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\n{headers}content-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.stream.get_mut().write_all(request.as_bytes()).await?;
        let head = head(&mut self.stream).await?;
        let length = header(&head, "content-length").and_then(|value| value.parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        let status = head.split(' ').nth(1).unwrap_or_default();
        ensure!(status.starts_with('2'), "{method} {path}: {status} {}", String::from_utf8_lossy(&body));
        Ok(Answer { head, body: serde_json::from_slice(&body).unwrap_or_default() })
    }
}

/// All lines up to the empty one.
async fn head(stream: &mut (impl AsyncBufReadExt + Unpin)) -> anyhow::Result<String> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        ensure!(stream.read_line(&mut head).await? > 0, "the connection ended after {head:?}");
    }
    Ok(head)
}

/// A header of an answer.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) =
        head.lines().filter_map(|line| line.split_once(':')).find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some(value.trim())
}

/// What a socket says.
pub struct Reader {
    stream: BufReader<OwnedReadHalf>,
    writer: Writer,
}

/// What is said to it.
#[derive(Clone)]
pub struct Writer(Arc<Mutex<OwnedWriteHalf>>);

/// Opens a WebSocket. RFC 6455 wants a key and an answer to it; we know whom we talk to.
pub async fn connect(from: Ipv4Addr, to: SocketAddr, path: &str, headers: &str) -> anyhow::Result<(Reader, Writer)> {
    let (read, mut write) = dial(from, to).await?.into_split();
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {to}\r\n{headers}connection: upgrade\r\nupgrade: websocket\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    );
    write.write_all(request.as_bytes()).await?;
    let mut stream = BufReader::with_capacity(BUFFER, read);
    let head = head(&mut stream).await?;
    ensure!(head.starts_with("HTTP/1.1 101"), "no socket: {head}");
    let writer = Writer(Arc::new(Mutex::new(write)));
    Ok((Reader { stream, writer: writer.clone() }, writer))
}

impl Reader {
    /// The next text; pings are answered meanwhile.
    ///
    /// # Errors
    /// When the socket ends.
    pub async fn next(&mut self) -> anyhow::Result<String> {
        const TEXT: u8 = 1;
        const CLOSE: u8 = 8;
        const PING: u8 = 9;
        loop {
            let (opcode, payload) = self.frame().await?;
            match opcode {
                TEXT => return String::from_utf8(payload).context("a frame"),
                CLOSE => {
                    bail!("the socket was closed: {}", String::from_utf8_lossy(payload.get(2..).unwrap_or_default()))
                }
                PING => self.writer.frame(0x8A, &payload).await?,
                _ => {}
            }
        }
    }

    /// The next text that holds all of `parts`.
    pub async fn until(&mut self, parts: &[&str]) -> anyhow::Result<String> {
        loop {
            let text = self.next().await?;
            if parts.iter().all(|part| text.contains(part)) {
                return Ok(text);
            }
        }
    }

    /// A frame of ours: never masked, never in parts.
    async fn frame(&mut self) -> anyhow::Result<(u8, Vec<u8>)> {
        let opcode = self.stream.read_u8().await? & 0x0F;
        let length = match self.stream.read_u8().await? {
            126 => usize::from(self.stream.read_u16().await?),
            127 => usize::try_from(self.stream.read_u64().await?)?,
            length => usize::from(length),
        };
        let mut payload = vec![0; length];
        self.stream.read_exact(&mut payload).await?;
        Ok((opcode, payload))
    }
}

impl Writer {
    pub async fn say(&self, frame: &Value) -> anyhow::Result<()> {
        self.frame(0x81, frame.to_string().as_bytes()).await
    }

    /// A frame, masked with zeros.
    async fn frame(&self, opcode: u8, payload: &[u8]) -> anyhow::Result<()> {
        let mut bytes = vec![opcode];
        match u8::try_from(payload.len()) {
            Ok(length) if length < 126 => bytes.push(0x80 | length),
            _ => {
                bytes.push(0x80 | 126);
                bytes.extend(u16::try_from(payload.len())?.to_be_bytes());
            }
        }
        bytes.extend([0; 4]);
        bytes.extend(payload);
        Ok(self.0.lock().await.write_all(&bytes).await?)
    }
}
