//! Live push, measured at the sockets: how long after a note was sent has everybody heard of it, with many connected
//! and with many more that read nothing; and what a socket costs in memory.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::desk::{Desk, Installation};
use crate::http::Connection;
use crate::load::percentile;
use crate::proc;
use crate::run::{Outcome, step};

use super::report::Figure;
use super::requests::Requests;

/// Sockets that listen.
const SCREENS: usize = 500;
/// Further sockets that read nothing.
const STALLED: usize = 1_000;
/// A caller may have this many.
const SOCKETS_EACH: usize = 20;
/// Notes that are written, one when the one before was heard by all.
const NOTES: usize = 300;
const PATIENCE: Duration = Duration::from_secs(30);
/// A listening thread does next to nothing.
const STACK: usize = 64 * 1024;

/// When somebody heard of an entry.
type Heard = (i64, Instant);

pub fn measure(installation: &Installation, desk: &Desk, requests: &Requests, ticket: &str) -> Outcome<Vec<Figure>> {
    let before = proc::resident_mb(desk.pid())?;
    let (sender, heard) = channel();
    let screens = step(&format!("Connecting {SCREENS} screens"), || {
        let sockets = connect(installation, desk.address, SCREENS)?;
        let shut = sockets.iter().map(TcpStream::try_clone).collect::<io::Result<Vec<_>>>()?;
        for socket in sockets {
            let sender = sender.clone();
            std::thread::Builder::new().stack_size(STACK).spawn(move || listen(socket, &sender))?;
        }
        Ok(shut)
    })?;
    std::thread::sleep(super::SETTLING);
    let connected = proc::resident_mb(desk.pid())?;

    let (all, each) = step(&format!("{NOTES} notes"), || write(desk.address, requests, ticket, &heard))?;
    let stalled =
        step(&format!("{STALLED} sockets that read nothing"), || connect(installation, desk.address, STALLED))?;
    let (all_beside, _) =
        step(&format!("{NOTES} notes beside them"), || write(desk.address, requests, ticket, &heard))?;
    let crowded = proc::resident_mb(desk.pid())?;
    for socket in screens.iter().chain(&stalled) {
        let _ = socket.shutdown(Shutdown::Both); // the desk may have closed it
    }

    let ms = |times: &[Duration], percent| percentile(times, percent).as_secs_f64() * 1e3;
    Ok(vec![
        Figure::without_bar("heard by one, p50", "ms", ms(&each, 50)),
        Figure::without_bar("heard by one, p99", "ms", ms(&each, 99)),
        Figure::without_bar("heard by all, p50", "ms", ms(&all, 50)),
        Figure::with_bar("heard by all, p99", "ms", ms(&all, 99), 100.0),
        Figure::with_bar("… beside stalled", "ms", ms(&all_beside, 99), 100.0),
        Figure::without_bar("a socket's memory", "KB", (connected - before) * 1e3 / SCREENS as f64),
        Figure::without_bar("with stalled, in all", "MB", crowded),
    ])
}

/// Opens sockets, as many as programs with tokens of their own.
fn connect(installation: &Installation, address: SocketAddr, sockets: usize) -> Outcome<Vec<TcpStream>> {
    let mut open = Vec::with_capacity(sockets);
    let mut token = String::new();
    for number in 0..sockets {
        if number % SOCKETS_EACH == 0 {
            token = installation.token("agent")?;
        }
        open.push(upgrade(address, &token)?);
    }
    Ok(open)
}

/// RFC 6455 wants a key and an answer to it; we know whom we talk to.
fn upgrade(address: SocketAddr, token: &str) -> Outcome<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.write_all(
        format!(
            "GET /api/v1/live HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\nconnection: upgrade\r\n\
             upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        .as_bytes(),
    )?;
    let mut answer = Vec::new();
    while !answer.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        answer.push(byte[0]);
    }
    if !answer.starts_with(b"HTTP/1.1 101") {
        return Err(format!("no socket: {}", String::from_utf8_lossy(&answer)).into());
    }
    Ok(stream)
}

/// Reads frames until the socket ends, and says when an entry was heard of.
fn listen(mut socket: TcpStream, heard: &Sender<Heard>) {
    while let Ok((opcode, payload)) = read_frame(&mut socket) {
        let at = Instant::now();
        let said = String::from_utf8_lossy(&payload);
        let told = match opcode {
            1 if said.starts_with(r#"{"type":"entry""#) => {
                crate::http::json_number(&said, "number").is_none_or(|number| heard.send((number as i64, at)).is_ok())
            }
            // A ping wants its pong, masked with anything.
            9 => socket.write_all(&[0x8A, 0x80, 0, 0, 0, 0]).is_ok(),
            8 => false,
            _ => true,
        };
        if !told {
            return;
        }
    }
}

/// A frame of the desk: never masked, never in parts.
fn read_frame(stream: &mut impl Read) -> io::Result<(u8, Vec<u8>)> {
    let mut head = [0; 2];
    stream.read_exact(&mut head)?;
    let length = match head[1] {
        126 => {
            let mut length = [0; 2];
            stream.read_exact(&mut length)?;
            usize::from(u16::from_be_bytes(length))
        }
        127 => {
            let mut length = [0; 8];
            stream.read_exact(&mut length)?;
            usize::try_from(u64::from_be_bytes(length)).map_err(io::Error::other)?
        }
        length => usize::from(length),
    };
    let mut payload = vec![0; length];
    stream.read_exact(&mut payload)?;
    Ok((head[0] & 0x0F, payload))
}

/// Writes notes one by one. The times from sending each until all had heard of it, and until each had.
fn write(
    address: SocketAddr,
    requests: &Requests,
    ticket: &str,
    heard: &Receiver<Heard>,
) -> Outcome<(Vec<Duration>, Vec<Duration>)> {
    let mut connection = Connection::open(address)?;
    let (mut all, mut each) = (Vec::with_capacity(NOTES), Vec::with_capacity(NOTES * SCREENS));
    for _ in 0..NOTES {
        let sent = Instant::now();
        let response = connection.send(&requests.note(ticket))?;
        let body = String::from_utf8_lossy(&response.body);
        let number = crate::http::json_number(&body, "number").ok_or_else(|| format!("no note: {body}"))? as i64;
        let (mut left, mut latest) = (SCREENS, sent);
        while left > 0 {
            let (of, at) = heard.recv_timeout(PATIENCE)?;
            if of == number {
                left -= 1;
                latest = latest.max(at);
                each.push(at - sent);
            }
        }
        all.push(latest - sent);
    }
    all.sort();
    each.sort();
    Ok((all, each))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_of_every_length_are_read() {
        let long = [[0x81, 126, 1, 0].as_slice(), &[b'x'; 256]].concat();
        let bytes = [[0x81, 2, b'{', b'}'].as_slice(), &long, &[0x89, 0]].concat();
        let mut stream: &[u8] = &bytes;
        assert_eq!(read_frame(&mut stream).unwrap(), (1, b"{}".to_vec()));
        assert_eq!(read_frame(&mut stream).unwrap().1.len(), 256);
        assert_eq!(read_frame(&mut stream).unwrap(), (9, Vec::new()));
    }
}
