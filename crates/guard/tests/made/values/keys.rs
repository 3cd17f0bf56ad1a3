//! Keys that sign. Sources: Bitcoin's WIF and BIP-32 / 49 / 84 / 38; Solana's 64-byte key pair (RFC 8032); Stellar SEP-23; XRPL
//! base58 seeds; Web3 Secret Storage; RFC 7468.

use data_encoding::{BASE32_NOPAD, BASE64};
use ed25519_dalek::SigningKey;
use guard::secrets::Kind;
use sha2::{Digest, Sha256};

use super::super::Proof;
use super::super::rng::Rng;
use super::{Value, secret, word};

pub fn make(name: &str, rng: &mut Rng) -> Option<Vec<Value>> {
    let text = match name {
        "key" => {
            let name = rng.pick(&["wif", "wif", "xprv", "bip38", "sol", "stellar", "xrp", "solints"]);
            return make(name, rng);
        }
        "wif" => wif(rng),
        "xprv" => extended(rng, &PRIVATE),
        "bip38" => bip38(rng),
        "sol" => bs58::encode(pair(rng)).into_string(),
        "stellar" => stellar(rng),
        "xrp" => xrp(rng),
        "solints" => return Some(vec![secret(Kind::PrivateKey, Proof::Itself, integers(rng))]),
        "keystore" => return Some(vec![secret(Kind::PrivateKey, Proof::Itself, keystore(rng))]),
        "pem" => return Some(vec![secret(Kind::PrivateKey, Proof::Itself, pem(rng))]),
        "hexkey" => {
            let hex = if rng.chance(15) { rng.hex(32).to_uppercase() } else { rng.hex(32) };
            let hex = if rng.chance(35) { format!("0x{hex}") } else { hex };
            return Some(word(Kind::PrivateKey, Proof::Words, &hex, rng));
        }
        // Its last half is not the public key of its first: only the words around it say what it is.
        "sol64" => {
            let text = bs58::encode(rng.bytes(64)).into_string();
            return Some(word(Kind::PrivateKey, Proof::Words, &text, rng));
        }
        _ => return None,
    };
    Some(word(Kind::PrivateKey, Proof::Itself, &text, rng))
}

/// Base58 with the first four bytes of a double SHA-256 behind it.
pub fn checked58(payload: &[u8], alphabet: &bs58::Alphabet) -> String {
    let sum = Sha256::digest(Sha256::digest(payload));
    bs58::encode([payload, &sum[..4]].concat()).with_alphabet(alphabet).into_string()
}

fn wif(rng: &mut Rng) -> String {
    let version = if rng.chance(85) { 0x80 } else { 0xef };
    let mut payload = vec![version];
    payload.extend(rng.bytes(32));
    if rng.chance(70) {
        payload.push(1);
    }
    checked58(&payload, bs58::Alphabet::BITCOIN)
}

const PRIVATE: [[u8; 4]; 4] =
    [[0x04, 0x88, 0xad, 0xe4], [0x04, 0x9d, 0x78, 0x78], [0x04, 0xb2, 0x43, 0x0c], [0x04, 0x35, 0x83, 0x94]];
/// The versions of xpub, ypub, zpub and tpub.
pub const PUBLIC: [[u8; 4]; 4] =
    [[0x04, 0x88, 0xb2, 0x1e], [0x04, 0x9d, 0x7c, 0xb2], [0x04, 0xb2, 0x47, 0x46], [0x04, 0x35, 0x87, 0xcf]];

/// A BIP-32 key: version, depth, parent, number, chain code, key.
pub fn extended(rng: &mut Rng, versions: &[[u8; 4]; 4]) -> String {
    let mut payload = versions[rng.within(0, 4)].to_vec();
    payload.push(rng.within(0, 6) as u8);
    payload.extend(rng.bytes(4 + 4 + 32));
    payload.push(if versions == &PUBLIC { 2 } else { 0 });
    payload.extend(rng.bytes(32));
    checked58(&payload, bs58::Alphabet::BITCOIN)
}

fn bip38(rng: &mut Rng) -> String {
    let mut payload = if rng.chance(70) { vec![0x01, 0x42, 0xe0] } else { vec![0x01, 0x43, 0x20] };
    payload.extend(rng.bytes(36));
    checked58(&payload, bs58::Alphabet::BITCOIN)
}

fn pair(rng: &mut Rng) -> [u8; 64] {
    let mut key = [0; 32];
    key.copy_from_slice(&rng.bytes(32));
    SigningKey::from_bytes(&key).to_keypair_bytes()
}

fn integers(rng: &mut Rng) -> String {
    let between = rng.pick(&[",", ", ", ",\n"]);
    let numbers = pair(rng).map(|byte| byte.to_string()).join(between);
    format!("[{numbers}]")
}

fn stellar(rng: &mut Rng) -> String {
    let mut bytes = vec![18 << 3];
    bytes.extend(rng.bytes(32));
    let sum = bytes.iter().fold(0_u16, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte) << 8, |crc, _| if crc >> 15 == 1 { crc << 1 ^ 0x1021 } else { crc << 1 })
    });
    bytes.extend(sum.to_le_bytes());
    BASE32_NOPAD.encode(&bytes)
}

fn xrp(rng: &mut Rng) -> String {
    let mut payload = if rng.chance(60) { vec![0x21] } else { vec![0x01, 0xe1, 0x4b] };
    payload.extend(rng.bytes(16));
    checked58(&payload, bs58::Alphabet::RIPPLE)
}

fn keystore(rng: &mut Rng) -> String {
    let (address, iv, text, salt, mac) = (rng.hex(20), rng.hex(16), rng.hex(32), rng.hex(32), rng.hex(32));
    let one = format!(
        r#"{{"version":3,"id":"{}","address":"{address}","crypto":{{"ciphertext":"{text}","cipherparams":{{"iv":"{iv}"}},"cipher":"aes-128-ctr","kdf":"scrypt","kdfparams":{{"dklen":32,"salt":"{salt}","n":8192,"r":8,"p":1}},"mac":"{mac}"}}}}"#,
        super::public::uuid(rng)
    );
    if rng.chance(30) { one.replace(',', ",\n  ").replace("\":", "\": ") } else { one }
}

fn pem(rng: &mut Rng) -> String {
    let kinds = ["PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY"];
    let kind = rng.pick(&kinds);
    let length = if kind.starts_with("EC") { 118 } else { rng.within(40, 400) };
    let body = BASE64.encode(&rng.bytes(length));
    let lines: Vec<&str> = body.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----", lines.join("\n"))
}
