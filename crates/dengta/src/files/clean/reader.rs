//! Reading a file anywhere, with little of it in memory.

use std::io::{Read, Seek, SeekFrom};

use super::{DAMAGED, Result};

/// A file as it was sent.
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

const WINDOW: usize = 64 * 1024;

/// Reads numbers and stretches of a file; what ends too soon is damaged.
pub struct Reader<'s> {
    source: &'s mut dyn Source,
    len: u64,
    at: u64,
    window: Vec<u8>,
    window_at: u64,
}

impl<'s> Reader<'s> {
    pub fn new(source: &'s mut dyn Source) -> Result<Reader<'s>> {
        let len = source.seek(SeekFrom::End(0))?;
        Ok(Reader { source, len, at: 0, window: Vec::new(), window_at: 0 })
    }

    pub fn len(&self) -> u64 {
        self.len
    }

    pub fn at(&self) -> u64 {
        self.at
    }

    pub fn left(&self) -> u64 {
        self.len - self.at
    }

    pub fn go(&mut self, to: u64) -> Result<()> {
        if to > self.len {
            return Err(DAMAGED);
        }
        self.at = to;
        Ok(())
    }

    pub fn skip(&mut self, bytes: u64) -> Result<()> {
        self.go(self.at.checked_add(bytes).ok_or(DAMAGED)?)
    }

    /// The bytes from here that are at hand: at least one, unless this is the end.
    pub fn ahead(&mut self) -> Result<&[u8]> {
        let inside = self.at.checked_sub(self.window_at).filter(|offset| *offset < self.window.len() as u64);
        let offset = match inside {
            Some(offset) => usize::try_from(offset).unwrap_or(0),
            None => {
                self.source.seek(SeekFrom::Start(self.at))?;
                self.window.clear();
                (&mut *self.source).take(WINDOW as u64).read_to_end(&mut self.window)?;
                self.window_at = self.at;
                0
            }
        };
        Ok(&self.window[offset..])
    }

    /// So many bytes. Whoever asks has a limit in mind: they are held.
    pub fn bytes(&mut self, count: usize) -> Result<Vec<u8>> {
        if count as u64 > self.left() {
            return Err(DAMAGED);
        }
        let mut bytes = Vec::with_capacity(count);
        while bytes.len() < count {
            let wanted = count - bytes.len();
            let ahead = self.ahead()?;
            let taken = ahead.len().min(wanted);
            if taken == 0 {
                return Err(DAMAGED); // it became shorter
            }
            bytes.extend_from_slice(&ahead[..taken]);
            self.at += taken as u64;
        }
        Ok(bytes)
    }

    /// The first bytes, at most `most`, and back to the beginning.
    pub fn head(&mut self, most: usize) -> Result<Vec<u8>> {
        let count = usize::try_from(self.len).unwrap_or(most).min(most);
        self.go(0)?;
        let head = self.bytes(count)?;
        self.go(0)?;
        Ok(head)
    }

    pub fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let ahead = self.ahead()?;
        if let Some(array) = ahead.first_chunk() {
            let array = *array;
            self.at += N as u64;
            return Ok(array);
        }
        self.bytes(N)?.try_into().map_err(|_| DAMAGED)
    }

    pub fn u8(&mut self) -> Result<u8> {
        self.array().map(|[byte]| byte)
    }

    pub fn u16(&mut self) -> Result<u16> {
        self.array().map(u16::from_be_bytes)
    }

    pub fn u32(&mut self) -> Result<u32> {
        self.array().map(u32::from_be_bytes)
    }

    pub fn u64(&mut self) -> Result<u64> {
        self.array().map(u64::from_be_bytes)
    }

    /// The source itself, from the beginning, for whoever reads all of it.
    pub fn rewound(&mut self) -> Result<&mut dyn Source> {
        self.window.clear();
        self.source.seek(SeekFrom::Start(0))?;
        Ok(self.source)
    }
}
