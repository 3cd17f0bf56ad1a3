//! A file's parts, read as one.

use std::io::{self, Read, Seek, SeekFrom};

use bytes::Bytes;
use tokio::runtime::Handle;

use super::{Blobs, Object};

/// Reads what came of a file. For threads that may block.
pub struct Parts {
    blobs: Blobs,
    runtime: Handle,
    parts: Vec<(u64, Object)>,
    len: u64,
    at: u64,
    /// The stretch at hand, and from where it goes.
    held: (u64, Bytes),
}

impl Parts {
    /// The parts in their order, each with where it begins. To be called within the runtime.
    pub fn new(blobs: Blobs, parts: Vec<(u64, Object)>) -> Parts {
        let len = parts.last().map_or(0, |(start, part)| start + part.size);
        Parts { blobs, runtime: Handle::current(), parts, len, at: 0, held: (0, Bytes::new()) }
    }

    fn fetch(&mut self) -> io::Result<()> {
        let index = self.parts.partition_point(|(start, _)| *start <= self.at).saturating_sub(1);
        let (start, part) = self.parts[index];
        let (offset, bytes) =
            self.runtime.block_on(self.blobs.read(part, self.at - start)).map_err(io::Error::other)?;
        self.held = (start + offset, bytes);
        Ok(())
    }
}

impl Read for Parts {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.len || into.is_empty() {
            return Ok(0);
        }
        let inside = |held: &(u64, Bytes), at: u64| {
            at.checked_sub(held.0).and_then(|offset| usize::try_from(offset).ok()).filter(|at| *at < held.1.len())
        };
        if inside(&self.held, self.at).is_none() {
            self.fetch()?;
        }
        let offset = inside(&self.held, self.at).ok_or_else(|| io::Error::other("a part is missing"))?;
        let ahead = &self.held.1[offset..];
        let taken = ahead.len().min(into.len());
        into[..taken].copy_from_slice(&ahead[..taken]);
        self.at += taken as u64;
        Ok(taken)
    }
}

impl Seek for Parts {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.len, by),
            SeekFrom::Current(by) => (self.at, by),
        };
        self.at = from.checked_add_signed(by).ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
