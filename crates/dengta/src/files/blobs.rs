//! Where the bytes of files lie: a folder beside the data, or a bucket. Everything there is sealed.
//!
//! An object is a row of frames of 64 KiB, each sealed with the object's own key (derived from the master key and the
//! object's random id) under a nonce that says its place and whether it is the last: frames cannot be swapped,
//! dropped or cut off, and any of them can be opened alone. An id is never written twice.

use std::path::{Path as FsPath, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::aws::AmazonS3Builder;
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

use crate::config;
use crate::keys::Keys;

/// Bytes of a frame before it is sealed.
pub const FRAME: usize = 64 * 1024;
const TAG: usize = 16;
/// Frames fetched at once when reading.
const BATCH: u64 = 16;
/// Bytes that a bucket wants in one part at least.
const PART: usize = 5 * 1024 * 1024;

/// Objects of files.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    /// The folder, when it is one.
    folder: Option<PathBuf>,
    keys: Keys,
}

/// An object: the file that it belongs to, its own id, and how many bytes were sealed into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Object {
    /// The file.
    pub file: Uuid,
    /// Its own.
    pub id: Uuid,
    /// Bytes before sealing.
    pub size: u64,
}

impl Blobs {
    /// Opens the bucket of the settings, or the folder `files` beside the data.
    ///
    /// # Errors
    /// When the folder cannot be made or the bucket's settings are wrong.
    pub fn open(settings: &config::Files, data: &FsPath, keys: &Keys) -> anyhow::Result<Blobs> {
        if let Some(bucket) = &settings.bucket {
            let store = AmazonS3Builder::new()
                .with_endpoint(&bucket.endpoint)
                .with_bucket_name(&bucket.name)
                .with_region(&bucket.region)
                .with_access_key_id(&bucket.access_key)
                .with_secret_access_key(&bucket.secret_key)
                .with_virtual_hosted_style_request(false)
                .with_allow_http(bucket.endpoint.starts_with("http://"))
                .build()
                .context("files.bucket")?;
            return Ok(Blobs { store: Arc::new(store), folder: None, keys: keys.clone() });
        }
        let folder = data.join("files");
        std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        // The folder's own name must outlive a crash, too; what is below it the store takes care of.
        std::fs::File::open(data)?.sync_all()?;
        let store = LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true).with_automatic_cleanup(true);
        Ok(Blobs { store: Arc::new(store), folder: Some(folder), keys: keys.clone() })
    }

    /// Stores a whole object. When this returns, it is on disk.
    pub async fn put(&self, object: Object, plain: &[u8]) -> object_store::Result<()> {
        let mut sealed = Vec::with_capacity(plain.len() + (plain.len() / FRAME + 1) * TAG);
        let sealer = self.sealer(object.id);
        let frames = plain.chunks(FRAME).count();
        for (index, frame) in plain.chunks(FRAME).enumerate() {
            let start = sealed.len();
            sealed.extend_from_slice(frame);
            sealer.seal(index as u64, index + 1 == frames, &mut sealed, start);
        }
        self.store.put(&path(object), sealed.into()).await.map(drop)
    }

    /// Begins an object whose size is not known yet.
    #[must_use]
    pub fn write(&self, file: Uuid, id: Uuid) -> Writer {
        let target = path(Object { file, id, size: 0 });
        let out = BufWriter::with_capacity(self.store.clone(), target, PART).with_max_concurrency(1);
        Writer { out, sealer: self.sealer(id), frame: Vec::with_capacity(FRAME + TAG), index: 0, size: 0 }
    }

    /// Up to [`BATCH`] frames of an object from the one that holds byte `at`: where they begin, and what they held.
    ///
    /// # Errors
    /// When the object cannot be read, is cut off, or was altered.
    pub async fn read(&self, object: Object, at: u64) -> anyhow::Result<(u64, Bytes)> {
        let frame = FRAME as u64;
        anyhow::ensure!(at < object.size, "nothing stands at {at} of {}", object.size);
        let (frames, first) = (object.size.div_ceil(frame), at / frame);
        let last = (first + BATCH).min(frames);
        let sealed = |index: u64| (index * (frame + TAG as u64)).min(object.size + frames * TAG as u64);
        let bytes = self.store.get_range(&path(object), sealed(first)..sealed(last)).await?;
        let sealer = self.sealer(object.id);
        let mut plain = Vec::with_capacity(bytes.len());
        for (offset, one) in bytes.chunks(FRAME + TAG).enumerate() {
            let index = first + offset as u64;
            let mut one = one.to_vec();
            anyhow::ensure!(sealer.unseal(index, index + 1 == frames, &mut one), "frame {index} was altered");
            plain.extend_from_slice(&one);
        }
        let end = (last * frame).min(object.size);
        anyhow::ensure!(plain.len() as u64 == end - first * frame, "an object is cut off");
        Ok((first * frame, plain.into()))
    }

    /// Drops every object of a file but those to keep.
    pub async fn clear(&self, file: Uuid, keep: &[Uuid]) -> object_store::Result<()> {
        let kept: Vec<Path> = keep.iter().map(|id| path(Object { file, id: *id, size: 0 })).collect();
        let found: Vec<Path> =
            self.store.list(Some(&folder(file))).map_ok(|found| found.location).try_collect().await?;
        for gone in found.into_iter().filter(|found| !kept.contains(found)) {
            match self.store.delete(&gone).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        self.clear_unfinished(file);
        Ok(())
    }

    /// A killed process leaves files half written, under names that the store does not list.
    fn clear_unfinished(&self, file: Uuid) {
        let Some(root) = &self.folder else { return };
        let folder = root.join(folder(file).as_ref());
        let found = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        for unfinished in found.filter(|found| found.file_name().to_string_lossy().contains('#')) {
            drop(std::fs::remove_file(unfinished.path())); // another look comes
        }
        drop(std::fs::remove_dir(folder)); // only when nothing is left in it
    }

    fn sealer(&self, object: Uuid) -> Sealer {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &self.keys.derive("file object", object.as_bytes()));
        Sealer(LessSafeKey::new(key.unwrap_or_else(|_| unreachable!("a key has 32 bytes"))))
    }
}

/// The last digits of an id are random: 256 folders of even size.
fn folder(file: Uuid) -> Path {
    let id = file.simple().to_string();
    Path::from_iter([&id[30..], &id[..]])
}

fn path(object: Object) -> Path {
    folder(object.file).join(object.id.simple().to_string())
}

/// ChaCha20-Poly1305, as in `keys.rs`; here by the library that TLS uses, whose inner loops are in assembly.
struct Sealer(LessSafeKey);

impl Sealer {
    fn nonce(index: u64, last: bool) -> Nonce {
        let mut nonce = [0; 12];
        nonce[..8].copy_from_slice(&index.to_be_bytes());
        nonce[11] = u8::from(last);
        Nonce::assume_unique_for_key(nonce)
    }

    /// Seals what stands from `start`, in place, and puts its tag behind it.
    fn seal(&self, index: u64, last: bool, bytes: &mut Vec<u8>, start: usize) {
        let sealed = self.0.seal_in_place_separate_tag(Self::nonce(index, last), Aad::empty(), &mut bytes[start..]);
        let tag = sealed.unwrap_or_else(|_| unreachable!("a short message always encrypts"));
        bytes.extend_from_slice(tag.as_ref());
    }

    fn unseal(&self, index: u64, last: bool, bytes: &mut Vec<u8>) -> bool {
        let opened = self.0.open_in_place(Self::nonce(index, last), Aad::empty(), bytes).map(|plain| plain.len());
        opened.is_ok_and(|len| {
            bytes.truncate(len);
            true
        })
    }
}

/// An object on its way.
pub struct Writer {
    out: BufWriter,
    sealer: Sealer,
    frame: Vec<u8>,
    index: u64,
    size: u64,
}

impl Writer {
    /// Writes on. A full frame waits until more comes: only then is it known not to be the last.
    pub async fn put(&mut self, mut bytes: &[u8]) -> object_store::Result<()> {
        while !bytes.is_empty() {
            if self.frame.len() == FRAME {
                self.send(false).await?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(FRAME - self.frame.len()));
            self.frame.extend_from_slice(now);
            self.size += now.len() as u64;
            bytes = later;
        }
        Ok(())
    }

    /// Ends the object, which is then on disk; how many bytes it holds.
    pub async fn end(mut self) -> anyhow::Result<u64> {
        self.send(true).await?;
        self.out.shutdown().await?;
        Ok(self.size)
    }

    async fn send(&mut self, last: bool) -> object_store::Result<()> {
        let mut frame = std::mem::replace(&mut self.frame, Vec::with_capacity(FRAME + TAG));
        self.sealer.seal(self.index, last, &mut frame, 0);
        self.index += 1;
        self.out.put(frame.into()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[tokio::test]
    async fn what_was_put_is_read_from_anywhere_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut draws = Clock::default().moment().draws();
        let keys = Keys::open(folder.path(), &mut draws).unwrap();
        let blobs = Blobs::open(&config::Files::default(), folder.path(), &keys).unwrap();
        for size in [1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 17 * FRAME + 5, 90 * FRAME] {
            let plain: Vec<u8> = (0..size).map(|at| (at / 251) as u8).collect();
            let (file, id, other) = (draws.uuid(), draws.uuid(), draws.uuid());
            let object = Object { file, id, size: size as u64 };
            blobs.put(object, &plain).await.unwrap();
            let mut writer = blobs.write(file, other);
            for piece in plain.chunks(100_000) {
                writer.put(piece).await.unwrap();
            }
            assert_eq!(writer.end().await.unwrap(), size as u64);
            for object in [object, Object { id: other, ..object }] {
                for at in [0, size / 2, size - 1] {
                    let (start, read) = blobs.read(object, at as u64).await.unwrap();
                    let start = start as usize;
                    assert!(start <= at && read[..] == plain[start..start + read.len()]);
                }
                let longer = Object { size: object.size + 1, ..object };
                assert!(blobs.read(longer, size as u64 - 1).await.is_err(), "a cut object is seen");
                assert!(blobs.read(object, size as u64).await.is_err());
            }
            blobs.clear(file, &[id]).await.unwrap();
            assert!(blobs.read(object, 0).await.is_ok());
            assert!(blobs.read(Object { id: other, ..object }, 0).await.is_err());
            blobs.clear(file, &[]).await.unwrap();
            assert!(blobs.read(object, 0).await.is_err());
        }
        let left = std::fs::read_dir(folder.path().join("files")).unwrap().flatten();
        assert!(left.flat_map(|shard| std::fs::read_dir(shard.path()).unwrap()).next().is_none(), "nothing stays");
    }
}
