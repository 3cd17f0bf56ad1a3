//! The hash chain over a ticket's entries.
//!
//! `hash = H(previous, number, H(header, salt), H(body, salt))`, SHA-256 throughout. An entry is thus
//! bound to all before it, and yet
//! - a customer can verify the chain without learning an internal note: its two commitments suffice;
//! - erasing a body and its salt leaves the chain whole, and nobody can guess the body from what stays.
//!
//! Every input is framed by its length and by what it is, so that no two inputs are hashed as one.

use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub type Hash = [u8; 32];
/// A commitment's salt.
pub type Salt = [u8; 16];

/// What comes before a ticket's first entry.
pub const START: Hash = [0; 32];

/// A hash as people and programs see it, in hexadecimal.
#[must_use]
pub fn shown(hash: &Hash) -> String {
    let mut digits = vec![0; 2 * hash.len()];
    let written = hex::encode_to_slice(hash, &mut digits);
    debug_assert!(written.is_ok(), "two digits a byte");
    String::from_utf8(digits).unwrap_or_default()
}

/// Commits to `bytes`, which are a `part` (`header` or `body`) of an entry.
#[must_use]
pub fn commitment(part: &str, bytes: &str, salt: &Salt) -> Hash {
    let mut hasher = Sha256::new();
    frame(&mut hasher, part.as_bytes());
    frame(&mut hasher, bytes.as_bytes());
    frame(&mut hasher, salt);
    hasher.finalize().into()
}

/// The hash of entry `number`.
#[must_use]
pub fn link(previous: &Hash, number: i64, header: &Hash, body: &Hash) -> Hash {
    let mut hasher = Sha256::new();
    frame(&mut hasher, b"entry");
    frame(&mut hasher, previous);
    frame(&mut hasher, &number.to_be_bytes());
    frame(&mut hasher, header);
    frame(&mut hasher, body);
    hasher.finalize().into()
}

fn frame(hasher: &mut Sha256, bytes: &[u8]) {
    hasher.update((bytes.len() as u64).to_be_bytes());
    hasher.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_settled() {
        // Written down once: whoever verifies a record from outside relies on it.
        let header = commitment("header", "{}", &[1; 16]);
        let body = commitment("body", "{}", &[2; 16]);
        assert_eq!(
            hex::encode(link(&START, 1, &header, &body)),
            "c41a6a8f5e884973179774cf35d7e94722ca5371cb1a392d39dfc5c0ae64163a"
        );
        assert_ne!(header, commitment("body", "{}", &[1; 16]));
        assert_ne!(link(&START, 1, &header, &body), link(&START, 2, &header, &body));
    }
}
