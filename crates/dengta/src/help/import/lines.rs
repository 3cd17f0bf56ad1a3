//! A file of lines of JSON, read line by line however long it is.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use super::{Found, Options, Source, Why, fault, row};

/// Bytes of a line: what the longest article takes when every letter of it is escaped, and a picture.
const MAX_LINE: usize = 4 * 1024 * 1024;

/// The rows of a file.
pub struct Lines {
    name: String,
    source: Box<dyn BufRead + Send>,
    options: Options,
    number: usize,
    /// Bytes read, and of how many.
    read: (u64, u64),
    ended: bool,
}

impl Lines {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(path: &Path, options: Options) -> io::Result<Lines> {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        Ok(Lines::new(path.display().to_string(), Box::new(BufReader::new(file)), size, options))
    }

    /// Reads `size` bytes of something that is called `name`.
    #[must_use]
    pub fn new(name: String, source: Box<dyn BufRead + Send>, size: u64, options: Options) -> Lines {
        Lines { name, source, options, number: 0, read: (0, size), ended: false }
    }

    /// The next line without its end, `Err` when it is too long, `None` behind the last.
    fn next_line(&mut self) -> io::Result<Option<Result<Vec<u8>, Why>>> {
        let (mut line, mut long, mut any) = (Vec::new(), false, false);
        loop {
            let buffer = self.source.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            long |= line.len() + part.len() > MAX_LINE;
            if !long {
                line.extend_from_slice(part);
            }
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.source.consume(used);
            self.read.0 += used as u64;
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        Ok(Some(if long { Err(Why::TooBig(MAX_LINE)) } else { Ok(line) }))
    }
}

impl Iterator for Lines {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        while !self.ended {
            let line = match self.next_line() {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(error) => {
                    self.ended = true;
                    let unread = fault("line", Why::Unread(error.to_string()));
                    return Some((format!("{}:{}", self.name, self.number + 1), Err(unread)));
                }
            };
            self.number += 1;
            let place = format!("{}:{}", self.name, self.number);
            match line {
                Err(why) => return Some((place, Err(fault("line", why)))),
                Ok(line) => {
                    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
                    if !line.is_empty() {
                        return Some((place, row::line(line, self.options)));
                    }
                }
            }
        }
        self.ended = true;
        None
    }
}

impl Source for Lines {
    fn share(&self) -> f32 {
        let (read, size) = self.read;
        if size == 0 { 1.0 } else { (read as f64 / size as f64).min(1.0) as f32 }
    }
}
