//! Keys that prove themselves by a checksum.
//!
//! WIF and BIP-32 (base58check), BIP-38, Stellar (SEP-23), XRP Ledger seeds, bech32 keys (BIP-173), Solana key pairs.

use curve25519_dalek::EdwardsPoint;
use sha2::{Digest, Sha256, Sha512};

/// What a row of letters and digits turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    /// A checksum says that it is a private key.
    Private,
    /// Its checksum is short: one row in 256 has it by chance.
    Weak,
    /// 64 bytes in base58, a key pair or a signature: to be looked at with [`is_key_pair`].
    Pair,
}

/// BIP-32 versions of private keys: xprv, yprv, zprv, Yprv, Zprv, tprv, uprv, vprv, Uprv, Vprv, Ltpv, Mtpv, dgpv, drkv.
const EXTENDED: [u32; 14] = [
    0x0488_ade4,
    0x049d_7878,
    0x04b2_430c,
    0x0295_b005,
    0x02aa_7a99,
    0x0435_8394,
    0x044a_4e28,
    0x045f_18bc,
    0x0242_85b5,
    0x0257_5048,
    0x019d_9cfe,
    0x01b2_6792,
    0x02fa_c398,
    0x02fe_52cc,
];

/// bech32 names of private keys: Sui, Nostr, Cardano, age.
const BECH32: [&str; 12] = [
    "suiprivkey",
    "nsec",
    "xprv",
    "addr_xsk",
    "addr_sk",
    "root_xsk",
    "acct_xsk",
    "stake_xsk",
    "stake_sk",
    "ed25519e_sk",
    "ed25519_sk",
    "age-secret-key-",
];

/// What the row of letters and digits is, if it proves anything.
pub(crate) fn proof(run: &str) -> Option<Proof> {
    let first = *run.as_bytes().first()?;
    match (first, run.len()) {
        (b'S', 56) if is_stellar(run) => Some(Proof::Private),
        (b's', 25..=35) if is_ripple(run) => Some(Proof::Private),
        (b'6', 58) if run.starts_with("6P") => checked(run).filter(|bytes| bytes.len() == 39).map(|_| Proof::Private),
        (_, 50..=53) if is_wif(run) => Some(Proof::Private),
        (_, 107..=113) if is_extended(run) => Some(Proof::Private),
        (b'e', 54 | 98) if run.starts_with("edsk") => checked(run).map(|_| Proof::Private),
        (_, 86..=88) if base58(run).is_some_and(|bytes| bytes.len() == 64) => Some(Proof::Pair),
        (b'S', 22 | 26 | 30) if is_mini(run) => Some(Proof::Weak),
        _ => None,
    }
}

fn base58(run: &str) -> Option<Vec<u8>> {
    bs58::decode(run).into_vec().ok()
}

/// The payload of base58check, version included.
fn checked(run: &str) -> Option<Vec<u8>> {
    without_checksum(base58(run)?)
}

fn without_checksum(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let body = bytes.len().checked_sub(4)?;
    let sum = Sha256::digest(Sha256::digest(&bytes[..body]));
    if sum[..4] != bytes[body..] {
        return None;
    }
    bytes.truncate(body);
    Some(bytes)
}

/// Whether the row is an address in base58check: a version and 20 bytes.
pub(crate) fn is_address(run: &str) -> bool {
    matches!(run.len(), 25..=36) && checked(run).is_some_and(|bytes| bytes.len() == 21)
}

/// Versions are those of all chains: an address holds 20 bytes, a key 32.
fn is_wif(run: &str) -> bool {
    checked(run).is_some_and(|bytes| bytes[0] >= 0x80 && (bytes.len() == 33 || bytes.len() == 34 && bytes[33] == 1))
}

fn is_extended(run: &str) -> bool {
    let private =
        run.get(1..4) == Some("prv") || ["Ltpv", "Mtpv", "dgpv", "drkv"].iter().any(|head| run.starts_with(head));
    private
        && checked(run).is_some_and(|bytes| {
            bytes.len() == 78 && EXTENDED.contains(&u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
        })
}

/// SEP-23: version byte 18 << 3, 32 bytes, CRC16-XMODEM.
fn is_stellar(run: &str) -> bool {
    let Ok(bytes) = data_encoding::BASE32.decode(run.as_bytes()) else { return false };
    let (body, sum) = bytes.split_at(bytes.len() - 2);
    body[0] == 18 << 3 && crc16(body).to_le_bytes() == sum
}

fn crc16(bytes: &[u8]) -> u16 {
    let step = |sum: u16, _| if sum & 0x8000 == 0 { sum << 1 } else { sum << 1 ^ 0x1021 };
    bytes.iter().fold(0, |sum, byte| (0..8).fold(sum ^ u16::from(*byte) << 8, step))
}

/// XRP Ledger base58: version 0x21, or 01 E1 4B for Ed25519, and 16 bytes.
fn is_ripple(run: &str) -> bool {
    let Ok(bytes) = bs58::decode(run).with_alphabet(bs58::Alphabet::RIPPLE).into_vec() else { return false };
    without_checksum(bytes).is_some_and(|bytes| {
        bytes.len() == 17 && bytes[0] == 0x21 || bytes.len() == 19 && bytes[..3] == [1, 0xe1, 0x4b]
    })
}

/// Casascius' mini private key: the digest of it with a question mark begins with zero.
fn is_mini(run: &str) -> bool {
    base58(run).is_some() && Sha256::new().chain_update(run).chain_update("?").finalize()[0] == 0
}

/// The bech32 private key that begins a row: its length.
pub(crate) fn bech32(run: &str) -> Option<usize> {
    let name = BECH32.iter().find(|name| run.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)))?;
    let data = run[name.len()..].strip_prefix('1')?;
    let data = &data[..data.bytes().take(400).take_while(u8::is_ascii_alphanumeric).count()];
    let values = data
        .bytes()
        .map(|byte| b"qpzry9x8gf2tvdw0s3jn54khce6mua7l".iter().position(|c| *c == byte.to_ascii_lowercase()));
    let values: Vec<u8> = values.map(|value| value.map(|value| value as u8)).collect::<Option<_>>()?;
    let whole: Vec<u8> =
        name.bytes().map(|byte| byte >> 5).chain([0]).chain(name.bytes().map(|byte| byte & 31)).chain(values).collect();
    // 1 for bech32, the other for bech32m (BIP-350).
    let known = matches!(polymod(&whole), 1 | 0x2bc8_30a3);
    (known && data.len() > 40).then_some(name.len() + 1 + data.len())
}

fn polymod(values: &[u8]) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    values.iter().fold(1, |sum, value| {
        let top = sum >> 25;
        let next = (sum & 0x01ff_ffff) << 5 ^ u32::from(*value);
        GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1).fold(next, |sum, (_, part)| sum ^ part)
    })
}

/// Whether the last 32 of 64 bytes are the Ed25519 public key of the first 32 (RFC 8032).
pub(crate) fn is_key_pair(bytes: &[u8]) -> bool {
    let Some((seed, public)) = bytes.split_at_checked(32) else { return false };
    let mut scalar = [0; 32];
    scalar.copy_from_slice(&Sha512::digest(seed)[..32]);
    EdwardsPoint::mul_base_clamped(scalar).compress().as_bytes() == public
}

/// The same of a row in base58.
pub(crate) fn is_base58_key_pair(run: &str) -> bool {
    base58(run).is_some_and(|bytes| bytes.len() == 64 && is_key_pair(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_prove_themselves() {
        for key in [
            // Bitcoin wiki, BIP-38, BIP-32, SEP-23, XRPL documentation.
            "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
            "KwdMAjGmerYanjeui5SHS7JkmpZvVipYvB2LJGU1ZxJwYvP98617",
            "cMzLdeGd5vEqxB8B6VFQoRopQ3sLAAvEzDAoQgvX54xwofSWj1fx",
            "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
            "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
            "SBCVMMCBEDB64TVJZFYJOJAERZC4YVVUOE6SYR2Y76CBTENGUSGWRRVO",
            "sn3nxiW7v8KXzPzAqzyHXbSSKNuN9",
            "sEdTM1uX8pu2do5XvTnutH6HsouMaM2",
        ] {
            assert_eq!(proof(key), Some(Proof::Private), "{key}");
            let wrong = format!("{}{}", &key[..key.len() - 1], if key.ends_with('A') { 'B' } else { 'A' });
            assert_eq!(proof(&wrong), None, "{wrong}");
        }
        assert_eq!(proof("S6c56bnXQiBjk9mqSYE7ykVQ7NzrRy"), Some(Proof::Weak));
    }

    #[test]
    fn public_things_prove_nothing() {
        for public in [
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
            "GAAZI4TCR3TY5OJHCTJC2A4QSY6CJWJH5IAJTGKIN2ER7LBNVKOCCWN7",
            "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8",
        ] {
            assert_eq!((proof(public), bech32(public)), (None, None), "{public}");
        }
    }

    #[test]
    fn bech32_keys() {
        let nsec = "nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5";
        assert_eq!(bech32(nsec), Some(nsec.len()));
        assert_eq!(bech32(&nsec.replace("vl0", "vl9")), None);
    }

    #[test]
    fn a_key_pair_holds_its_public_key() {
        // RFC 8032, 7.1, test 1.
        let seed = data_encoding::HEXLOWER
            .decode(b"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
            .unwrap();
        let public = data_encoding::HEXLOWER
            .decode(b"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
            .unwrap();
        let pair = [seed, public].concat();
        assert!(is_base58_key_pair(&bs58::encode(&pair).into_string()));
        assert!(!is_key_pair(&pair[1..]));
    }
}
