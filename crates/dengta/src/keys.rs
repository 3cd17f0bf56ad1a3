//! The desk's master key and what is derived from it: sealing of what must be readable again,
//! and tokens that can be made anew without being stored.
//!
//! The key lies in the data folder (`master.key`, readable by its owner only). A store remembers the
//! key it was sealed with, and the program refuses to run on it with another.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use crate::clock::Draws;

/// Keys derived from the master key.
#[derive(Clone)]
pub struct Keys {
    master: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Keys")
    }
}

impl Keys {
    /// Reads `master.key` of the data folder, or makes one.
    ///
    /// # Errors
    /// When the file cannot be read or written, or is not 64 hexadecimal digits.
    pub fn open(folder: &Path, draws: &mut Draws) -> anyhow::Result<Keys> {
        let path = folder.join("master.key");
        if !path.exists() {
            make(folder, &path, draws).with_context(|| format!("writing {}", path.display()))?;
        }
        let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        let bytes = hex::decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
        let Some(master) = bytes else { bail!("{} is not a master key", path.display()) };
        Ok(Keys { master })
    }

    /// Names the key without telling it, for the store to remember.
    #[must_use]
    pub fn id(&self) -> String {
        hex::encode(&self.derive("key id", b"")[..8])
    }

    /// Thirty-two bytes that only this key, `purpose` and `input` give.
    #[must_use]
    pub fn derive(&self, purpose: &str, input: &[u8]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.master)
            .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(&(purpose.len() as u64).to_be_bytes());
        mac.update(purpose.as_bytes());
        mac.update(input);
        mac.finalize().into_bytes().into()
    }

    /// Encrypts `plain` for `purpose`: nonce and ciphertext.
    #[must_use]
    pub fn seal(&self, purpose: &str, plain: &[u8], draws: &mut Draws) -> Vec<u8> {
        let nonce: [u8; 12] = draws.bytes();
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        let sealed = self.cipher().encrypt(&Nonce::from(nonce), payload);
        let sealed = sealed.unwrap_or_else(|_| unreachable!("a short message always encrypts"));
        [&nonce[..], &sealed].concat()
    }

    /// Decrypts what [`Keys::seal`] made for the same purpose; `None` when it was altered.
    #[must_use]
    pub fn open_sealed(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_at_checked(12)?;
        let payload = Payload { msg: sealed, aad: purpose.as_bytes() };
        let nonce: [u8; 12] = nonce.try_into().ok()?;
        self.cipher().decrypt(&Nonce::from(nonce), payload).ok()
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&self.derive("seal", b"").into())
    }
}

/// Makes a key whole before it gets its name: a crash leaves no half of one, and of two programs that start at
/// once both use the one that was first.
fn make(folder: &Path, path: &Path, draws: &mut Draws) -> std::io::Result<()> {
    let fresh = folder.join(format!("master.key.{}", hex::encode(draws.bytes::<4>())));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&fresh)?;
    writeln!(file, "{}", hex::encode(draws.bytes::<32>()))?;
    file.sync_all()?;
    match std::fs::hard_link(&fresh, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => std::fs::remove_file(&fresh)?,
    }
    // The name, too: a store that outlives its key cannot be read.
    File::open(folder)?.sync_all()
}

/// A bearer secret: 256 random bits as text. Only its hash is stored.
#[must_use]
pub fn new_token(prefix: &str, draws: &mut Draws) -> String {
    format!("{prefix}{}", URL_SAFE_NO_PAD.encode(draws.bytes::<32>()))
}

/// What is stored of a bearer secret. It has full entropy, so a plain hash suffices.
#[must_use]
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    #[test]
    fn sealed_opens_only_whole_and_for_its_purpose() {
        let folder = tempfile::tempdir().unwrap();
        let mut draws = Clock::default().moment().draws();
        let keys = Keys::open(folder.path(), &mut draws).unwrap();
        let again = Keys::open(folder.path(), &mut draws).unwrap();
        assert_eq!(keys.id(), again.id());
        let mut sealed = keys.seal("totp", b"secret", &mut draws);
        assert_eq!(again.open_sealed("totp", &sealed).as_deref(), Some(&b"secret"[..]));
        assert_eq!(keys.open_sealed("other", &sealed), None);
        sealed[14] ^= 1;
        assert_eq!(keys.open_sealed("totp", &sealed), None);
    }
}
