//! As much HTTP/1.1 as measuring our own desk takes: one connection, kept open, one request at a time.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);

pub struct Connection {
    stream: BufReader<TcpStream>,
}

pub struct Response {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Connection {
    pub fn open(address: SocketAddr) -> io::Result<Connection> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Connection { stream: BufReader::with_capacity(64 * 1024, stream) })
    }

    pub fn send(&mut self, request: &[u8]) -> io::Result<Response> {
        self.stream.get_mut().write_all(request)?;
        read_response(&mut self.stream)
    }
}

/// The desk answers with a length; chunks would be news to this reader and are refused.
fn read_response(stream: &mut impl BufRead) -> io::Result<Response> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
    let status = status.ok_or_else(|| invalid(&format!("no status in {line:?}")))?;
    let mut length = 0;
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().map_err(|_| invalid(&format!("no length: {value:?}")))?;
        }
        if name.eq_ignore_ascii_case("transfer-encoding") {
            return Err(invalid("an answer in chunks"));
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(Response { status, body })
}

fn invalid(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// The first string under this name in a JSON text that we know the shape of.
pub fn json_string<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(&format!("\"{name}\":"))?;
    rest.trim_start().strip_prefix('"')?.split('"').next()
}

/// The first number under this name in a JSON text that we know the shape of.
pub fn json_number(json: &str, name: &str) -> Option<f64> {
    let (_, rest) = json.split_once(&format!("\"{name}\":"))?;
    rest.trim_start().split([',', '}', '\n', ' ']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_ends_where_its_length_says() {
        let mut bytes: &[u8] = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\n\r\n";
        let first = read_response(&mut bytes).unwrap();
        assert_eq!((first.status, first.body.as_slice()), (201, b"{}".as_slice()));
        assert_eq!(read_response(&mut bytes).unwrap().status, 200);
    }

    #[test]
    fn values_are_found_by_name() {
        let json = r#"{"id":"0190-a","raw_commits_per_s": 12000.5,"cpu_ms":0.02}"#;
        assert_eq!(json_string(json, "id"), Some("0190-a"));
        assert_eq!(json_number(json, "raw_commits_per_s"), Some(12000.5));
        assert_eq!(json_number(json, "cpu_ms"), Some(0.02));
    }
}
